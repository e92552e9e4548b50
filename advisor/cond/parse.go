package cond

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"wangdai/advisor/fact"
)

// A Name is what a condition may say about a fact.
type Name struct {
	Index      int
	Kind       fact.Kind
	Label      string   // Chinese, for messages
	Options    []string // ids
	Unasked    int      // option that stands for "never asked"; -1 for none
	Calculated bool     // a number that a calculator gives: not for conditions
}

// Names is what a condition is checked against.
type Names interface {
	Lookup(id string) (Name, bool)
	All() []string // every fact's id
}

// A Fault is one thing wrong with a condition, told to the person who wrote it.
type Fault struct {
	Col int // characters into the condition, from 0
	fact.Notice
}

// chinese are words for operators, longer ones first: 并且 before 且.
var chinese = [][2]string{{"并且", "and"}, {"而且", "and"}, {"或者", "or"}, {"不是", "not"}, {"等于", "=="}, {"大于", ">"}, {"小于", "<"}, {"或", "or"}, {"且", "and"}, {"非", "not"}}

// Parse compiles a condition. All faults it finds are returned together.
func Parse(src string, names Names) (*Expr, []*Fault) {
	if f := lint(src); f != nil {
		return nil, []*Fault{f}
	}
	text := []rune(src)
	n, f := tree(text)
	if f != nil {
		return nil, []*Fault{f}
	}
	c := &compiler{src: text, names: names}
	e := c.node(n)
	if len(c.faults) > 0 {
		return nil, c.faults
	}
	e.Src = src
	return e, nil
}

func fault(col int, zh, zhFix, en, enFix string) *Fault {
	return &Fault{col, fact.Say(zh, zhFix, en, enFix)}
}

// lint catches what a Chinese keyboard and common sense produce before the
// parser words it badly.
func lint(src string) *Fault {
	if strings.TrimSpace(src) == "" {
		return fault(0, "条件是空的", "写一个条件，或删掉 when:", "the condition is empty", "write one, or remove when:")
	}
	for i, r := range []rune(src) {
		switch {
		case strings.ContainsRune("“”‘’", r):
			return fault(i, "条件里有中文引号", "选项名不加引号", "curly quotes in a condition", "write option names without quotes")
		case r == '"' || r == '\'':
			return fault(i, "条件里有引号", "选项名、日期都不加引号", "quotes in a condition", "write options and dates without quotes")
		case r >= 0xff01 && r <= 0xff5e:
			return fault(i, fmt.Sprintf("条件里有全角符号“%c”", r), fmt.Sprintf("改成半角“%c”", r-0xfee0),
				fmt.Sprintf("full-width %q in a condition", r), fmt.Sprintf("write %q", r-0xfee0))
		case r == '。' || r == '、':
			return fault(i, fmt.Sprintf("条件里有“%c”", r), "改成半角逗号 ,", fmt.Sprintf("%q in a condition", r), "write a comma")
		}
	}
	for _, w := range chinese {
		word, is := w[0], w[1]
		if i := strings.Index(src, word); i >= 0 {
			return fault(utf8.RuneCountInString(src[:i]), "条件里写了「"+word+"」", "改成 "+is, "the Chinese word "+word+" in a condition", "write "+is)
		}
	}
	if i := lonelyEquals([]rune(src)); i > 0 {
		return fault(i, "条件里只有一个等号", "“等于”写成两个等号：==", "a single equals sign", "write == for equal")
	}
	return nil
}

// lonelyEquals is where a single equals sign stands between two others, or 0.
func lonelyEquals(src []rune) int {
	for i := 1; i+1 < len(src); i++ {
		if src[i] == '=' && src[i+1] != '=' && !strings.ContainsRune("=!<>", src[i-1]) {
			return i
		}
	}
	return 0
}
