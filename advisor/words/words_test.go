package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestBothLanguages: what is said in one language is said in the other, with
// the same blanks, and neither stands within the other.
func TestBothLanguages(t *testing.T) {
	for _, x := range [][2]any{
		{HallIn("zh"), HallIn("en")},
		{LineIn("zh"), LineIn("en")},
		{KioskIn("zh"), KioskIn("en")},
		{AskingIn("zh"), AskingIn("en")},
		{KeysIn("zh"), KeysIn("en")},
		{PartsIn("zh"), PartsIn("en")},
	} {
		compare(t, reflect.TypeOf(x[0]).Elem().Name(), reflect.ValueOf(x[0]).Elem(), reflect.ValueOf(x[1]).Elem())
	}
}

var (
	blank   = regexp.MustCompile(`%[-+ #0-9.*]*[a-zA-Z%]`)
	verb    = regexp.MustCompile(`%\+?(?:04)?[sdqcvX]`) // of a text in which a per cent sign may mean itself
	command = regexp.MustCompile(`wangdai[ a-z-]*`)
	english = regexp.MustCompile(`[a-z]{3,} [a-z]{2,} [a-z]{2,}`) // three words in a row
)

func compare(t *testing.T, name string, zh, en reflect.Value) {
	t.Helper()
	switch zh.Kind() {
	case reflect.Struct:
		for i := range zh.NumField() {
			compare(t, name+"."+zh.Type().Field(i).Name, zh.Field(i), en.Field(i))
		}
	case reflect.Map:
		for _, k := range zh.MapKeys() {
			if !en.MapIndex(k).IsValid() {
				t.Errorf("%s[%v] is said in Chinese only", name, k)
				continue
			}
			compare(t, name+"["+k.String()+"]", zh.MapIndex(k), en.MapIndex(k))
		}
		if zh.Len() != en.Len() {
			t.Errorf("%s: %d entries in Chinese, %d in English", name, zh.Len(), en.Len())
		}
	case reflect.String:
		z, e := zh.String(), en.String()
		if (z == "") != (e == "") {
			t.Errorf("%s is said in one language only: %q, %q", name, z, e)
		}
		if a, b := blank.FindAllString(z, -1), blank.FindAllString(e, -1); !slices.Equal(a, b) {
			t.Errorf("%s has the blanks %q in Chinese and %q in English", name, a, b)
		}
		if m := english.FindString(command.ReplaceAllString(z, "")); m != "" {
			t.Errorf("%s: English in the Chinese: %q in %q", name, m, z)
		}
		for _, r := range e {
			if unicode.Is(unicode.Han, r) {
				t.Errorf("%s: Chinese in the English: %q", name, e)
				break
			}
		}
	default:
		t.Errorf("%s is a %s, and nothing compares it", name, zh.Kind())
	}
}

// TestMessagesAreWhole: a message, or a part of one, is written without the
// names of its fields, so that the compiler wants all of them, and none of its
// texts is empty.
func TestMessagesAreWhole(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			c, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			id, ok := c.Type.(*ast.Ident)
			if !ok || id.Name != "Message" && id.Name != "Pair" || len(c.Elts) == 0 {
				return true
			}
			seen++
			if zh, en, ok := plain(c); ok && !strings.Contains(zh+en, "%[") {
				if a, b := verb.FindAllString(zh, -1), verb.FindAllString(en, -1); !slices.Equal(a, b) {
					t.Errorf("%s: %q has other blanks than %q", name, zh, en)
				}
			}
			for _, x := range c.Elts {
				switch x := x.(type) {
				case *ast.KeyValueExpr:
					t.Errorf("%s: a %s names its fields, so that one may be missing", name, id.Name)
				case *ast.BasicLit:
					if x.Value == `""` {
						t.Errorf("%s: a %s has an empty text", name, id.Name)
					}
				}
			}
			return true
		})
	}
	if seen < 200 {
		t.Errorf("only %d messages were found", seen)
	}
}

// plain are the texts of a Pair that is written out.
func plain(c *ast.CompositeLit) (zh, en string, ok bool) {
	if len(c.Elts) != 2 {
		return "", "", false
	}
	var out [2]string
	for i, x := range c.Elts {
		l, ok := x.(*ast.BasicLit)
		if !ok {
			return "", "", false
		}
		var err error
		if out[i], err = strconv.Unquote(l.Value); err != nil {
			return "", "", false
		}
	}
	return out[0], out[1], true
}
