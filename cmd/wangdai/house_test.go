package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

const root = "../.."

// doors are the rooms and which of our own rooms each may use. What is not
// listed is a wall.
var doors = map[string][]string{
	"advisor/lazy":    {},
	"advisor/fact":    {"advisor/lazy", "advisor/words"},
	"advisor/words":   {},
	"advisor/typeset": {"advisor/fact", "advisor/lazy"},
	"advisor/cond":    {"advisor/fact", "advisor/words"},
	"advisor/calc":    {"advisor/fact", "advisor/words"},
	"advisor/code":    {"advisor/fact", "advisor/cond", "advisor/words"},
	"advisor": {"advisor/fact", "advisor/cond", "advisor/calc", "advisor/code", "advisor/words",
		"advisor/lazy"},
	"advisor/paths": {"advisor", "advisor/fact", "advisor/cond", "advisor/calc", "advisor/code", "advisor/words",
		"advisor/lazy"},
	"advisor/graph": {"advisor", "advisor/fact", "advisor/cond", "advisor/paths", "advisor/words",
		"advisor/typeset"},
	// a case says what stands on page one
	"advisor/trial": {"advisor", "advisor/fact", "advisor/cond", "advisor/words", "advisor/paper"},
	"advisor/handbook": {"advisor", "advisor/fact", "advisor/cond", "advisor/graph", "advisor/paths",
		"advisor/trial", "advisor/words"},
	"advisor/paper": {"advisor", "advisor/fact", "advisor/words", "advisor/typeset"},
	"advisor/export": {"advisor", "advisor/fact", "advisor/words", "advisor/typeset", "advisor/paper",
		"advisor/export/font", "advisor/lazy"},
	"advisor/export/font": {},
	"knowledge":           {"advisor", "knowledge/load", "knowledge/snapshot"},
	"knowledge/snapshot":  {"advisor", "knowledge/load"},
	"knowledge/load": {"advisor", "advisor/fact", "advisor/cond", "advisor/calc", "advisor/code", "advisor/words",
		"advisor/lazy"},
	"knowledge/check": {"advisor", "advisor/fact", "advisor/code", "advisor/paths", "advisor/trial",
		"advisor/words", "knowledge/load", "advisor/lazy"},
	"tui": {"advisor", "advisor/fact", "advisor/cond", "advisor/calc", "advisor/words",
		"advisor/typeset", "advisor/paper", "tui/keymap", "tui/look", "tui/part"},
	"tui/keymap": {"advisor/fact", "advisor/words", "advisor/typeset", "tui/look"},
	"tui/keys":   {},
	"tui/part":   {"advisor/fact", "advisor/words", "advisor/typeset", "tui/keymap", "tui/look"},
	"tui/look":   {},
	"tui/plain":  {"advisor", "advisor/fact", "advisor/cond", "advisor/words", "advisor/typeset"},
	"cmd/internal/hall": {"knowledge/load", "advisor", "advisor/fact", "advisor/cond", "advisor/words",
		"advisor/typeset", "advisor/export"},

	"knowledge/load/sketch": {"advisor", "advisor/fact", "knowledge/load"}, // for tests only
}

// impure are the packages that a pure room must not use: files, network, the
// environment, logs. embed is for the one room that carries the font.
var impure = []string{"os", "io/fs", "net", "net/http", "log", "log/slog", "os/exec", "syscall", "embed", "io/ioutil",
	"math/rand", "math/rand/v2", "crypto/rand"}

func eachFile(t *testing.T, visit func(room, name string, f *ast.File)) {
	t.Helper()
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2 {
			return fs.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		visit(filepath.ToSlash(filepath.Dir(rel)), rel, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestDoors tries every door: who may import whom, and what a pure room must
// not touch.
func TestDoors(t *testing.T) {
	eachFile(t, func(room, name string, f *ast.File) {
		allowed, known := doors[room]
		if !known && !strings.HasPrefix(room, "cmd/") {
			t.Errorf("%s: room %s has no entry in doors", name, room)
		}
		for _, i := range f.Imports {
			path := strings.Trim(i.Path.Value, `"`)
			if own, ok := strings.CutPrefix(path, "wangdai/"); ok && known && !slices.Contains(allowed, own) {
				t.Errorf("%s: %s may not use %s", name, room, own)
			}
			pure := strings.HasPrefix(room, "advisor") || strings.HasPrefix(room, "tui")
			if room == "advisor/export/font" && path == "embed" {
				continue
			}
			if path == "text/template" || path == "html/template" {
				t.Errorf("%s: %s calls methods by name, which keeps the linker from dropping 3 MB of unused ones", name,
					path)
			}
			if pure && slices.Contains(impure, path) {
				t.Errorf("%s: %s is pure and may not use %s", name, room, path)
			}
		}
		if strings.HasPrefix(room, "advisor") || strings.HasPrefix(room, "tui") {
			ast.Inspect(f, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && s.Sel.Name == "Now" {
						t.Errorf("%s asks the clock; the day is handed in", name)
					}
				}
				return true
			})
		}
	})
}

// breakers are fpdf's own ways to break a text into lines.
var breakers = []string{"MultiCell", "SplitLines", "SplitText", "Write", "Writef", "WriteAligned", "WriteLinkID",
	"WriteLinkString", "HTMLBasicNew"}

// TestLinesAreBrokenByTypeset keeps fpdf's line breakers out: they lose a
// character at a line end inside a run of Chinese, which turns a legal limit
// into nonsense without any error.
func TestLinesAreBrokenByTypeset(t *testing.T) {
	makers := 0
	eachFile(t, func(_, name string, f *ast.File) {
		if !slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool {
			return strings.Contains(i.Path.Value, "/fpdf")
		}) {
			return
		}
		makers++
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && slices.Contains(breakers, s.Sel.Name) {
				t.Errorf("%s: %s loses Chinese characters at line ends; break with typeset, draw with CellFormat",
					name, s.Sel.Name)
			}
			return true
		})
	})
	if makers == 0 {
		t.Error("no file makes a PDF: does the test still find them?")
	}
}

// bubbles are the packages of Bubbles that are used; why the others are not
// stands in .github/DECISIONS.md.
var bubbles = []string{"key", "help", "textinput", "viewport", "paginator"}

// unfit are what of them is not used: they break Chinese in the wrong places,
// write past their width, or mark the wrong row.
var unfit = []string{"SoftWrap", "FullHelpView", "SetHighlights", "HighlightNext", "DefaultKeyMap", "Placeholder"}

// TestBubblesWhereItIsFit: pages reach the library's parts through the parts of
// the house, which drop its commands. The one who would use more of it first
// proves that its faults are gone (tui/part/probe_test.go).
func TestBubblesWhereItIsFit(t *testing.T) {
	used := map[string]bool{}
	eachFile(t, func(room, name string, f *ast.File) {
		with := false
		for _, i := range f.Imports {
			pkg, ok := strings.CutPrefix(strings.Trim(i.Path.Value, `"`), "charm.land/bubbles/v2/")
			if !ok {
				continue
			}
			with, used[pkg] = true, true
			if room != "tui/part" && room != "tui/keymap" || !slices.Contains(bubbles, pkg) {
				t.Errorf("%s: %s may not use Bubbles' %s", name, room, pkg)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && with && slices.Contains(unfit, s.Sel.Name) {
				t.Errorf("%s uses %s of Bubbles", name, s.Sel.Name)
			}
			return true
		})
	})
	for _, pkg := range bubbles {
		if !used[pkg] {
			t.Errorf("Bubbles' %s is not used any more; take it from the list", pkg)
		}
	}
}

// elsewhere are the rooms whose Chinese stands where it is used.
var elsewhere = map[string]string{
	"advisor/words":         "the words themselves",
	"advisor/handbook":      "pages for who checks the law: each line is in both languages at once",
	"knowledge/load/sketch": "law made up for tests",
}

// readers are the functions that look for Chinese in what others wrote, and the
// tables and patterns they look with: none of it is said by the program.
var readers = []string{"Regexp", "MustCompile", "Contains", "ContainsAny", "ContainsRune", "HasPrefix",
	"HasSuffix", "Index",
	"TrimLeft", "shape", "moneyForm", "dateForm", "chinese", "unsure", "none"}

// signs are what numbers and amounts are written with, which is read and
// written in one place each and is no sentence either.
const signs = "〇零一二两三四五六七八九十百千万亿萬億壹贰叁肆伍陆柒捌玖拾佰仟分之第元"

func saysChinese(literal string) bool {
	return strings.ContainsFunc(literal, func(r rune) bool {
		return unicode.Is(unicode.Han, r) && !strings.ContainsRune(signs, r)
	})
}

// TestSentencesStandInWords: what the program says stands in words, in both
// languages side by side; a Chinese text elsewhere is one that nobody
// translates, or that is said a little differently in another place.
func TestSentencesStandInWords(t *testing.T) {
	eachFile(t, func(room, name string, f *ast.File) {
		if elsewhere[room] != "" {
			return
		}
		var look func(n ast.Node) bool
		look = func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.CallExpr:
				return !slices.Contains(readers, callee(x))
			case *ast.CaseClause: // compared with what others wrote
				for _, s := range x.Body {
					ast.Inspect(s, look)
				}
				return false
			case *ast.ValueSpec:
				return !slices.Contains(readers, x.Names[0].Name)
			case *ast.BasicLit:
				markup := strings.HasPrefix(x.Value, "`<") // of a format, with its names of typefaces
				if saysChinese(x.Value) && !markup {
					t.Errorf("%s says %s; that belongs into advisor/words", name, x.Value)
				}
			}
			return true
		}
		ast.Inspect(f, look)
	})
}

// TestOneDocEach wants exactly one package comment a room.
func TestOneDocEach(t *testing.T) {
	docs := map[string][]string{}
	eachFile(t, func(room, name string, f *ast.File) {
		if _, ok := docs[room]; !ok {
			docs[room] = nil
		}
		if f.Doc != nil {
			docs[room] = append(docs[room], name)
		}
	})
	for room, files := range docs {
		if len(files) != 1 {
			t.Errorf("room %s has %d package comments: %v", room, len(files), files)
		}
	}
}

// TestTopLevel keeps the top of the house as it was ordered.
func TestTopLevel(t *testing.T) {
	want := []string{"LICENSE", "README.md", "README.zh-CN.md", "advisor", "cmd", "go.mod", "go.sum",
		"knowledge", "tui"}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(want, e.Name()) {
			t.Errorf("%s does not belong at the top level", e.Name())
		}
	}
}

// TestMessagesAreInOrder: of four texts that make a message none has slipped
// into the place of another. A text in Chinese stands first and second, one in
// English third and fourth.
func TestMessagesAreInOrder(t *testing.T) {
	seen := 0
	eachFile(t, func(room, name string, f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			m, ok := n.(*ast.CompositeLit)
			if !ok || room != "advisor/words" {
				return true
			}
			if id, ok := m.Type.(*ast.Ident); !ok || id.Name != "Message" || len(m.Elts) != 4 {
				return true
			}
			if !saysSomething(m.Elts[0]) || !saysSomething(m.Elts[2]) {
				return true // put together from what others say
			}
			seen++
			for i, x := range m.Elts {
				text := wordsIn(x)
				if han, latin := letters(text); text != "" && (i < 2 && han == 0 || i >= 2 && latin < 2*han) {
					t.Errorf("%s: text %d of a message is in the wrong language: %q", name, i+1, text)
				}
			}
			return true
		})
	})
	if seen < 150 {
		t.Errorf("only %d messages were found", seen)
	}
}

// callee is the bare name of the function that a call calls.
func callee(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// wordsIn are the letters of the literals of an expression, sentences only:
// quoted names, keys and examples count in either language.
func wordsIn(x ast.Expr) string {
	var out strings.Builder
	ast.Inspect(x, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
			if s, err := strconv.Unquote(l.Value); err == nil && strings.ContainsFunc(s, unicode.IsLetter) {
				out.WriteString(s)
			}
		}
		return true
	})
	return out.String()
}

func saysSomething(x ast.Expr) bool { return wordsIn(x) != "" }

// letters counts Han characters and other letters. A Chinese text may name keys
// and examples, an English one a Chinese word or unit.
func letters(s string) (han, latin int) {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.IsLetter(r):
			latin++
		}
	}
	return han, latin
}
