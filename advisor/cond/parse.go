package cond

import (
	"strings"
	"unicode/utf8"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
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
var chinese = [][2]string{{"并且", "and"}, {"而且", "and"}, {"或者", "or"}, {"不是", "not"}, {"等于", "=="},
	{"大于", ">"}, {"小于", "<"}, {"或", "or"}, {"且", "and"}, {"非", "not"}}

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

func fault(col int, m words.Message) *Fault {
	return &Fault{col, fact.NoticeOf(m)}
}

// lint catches what a Chinese keyboard and common sense produce before the
// parser words it badly.
func lint(src string) *Fault {
	if strings.TrimSpace(src) == "" {
		return fault(0, words.Condition.Empty())
	}
	for i, r := range []rune(src) {
		switch {
		case strings.ContainsRune("“”‘’", r):
			return fault(i, words.Condition.CurlyQuotes())
		case r == '"' || r == '\'':
			return fault(i, words.Condition.Quotes())
		case r >= 0xff01 && r <= 0xff5e:
			return fault(i, words.Condition.FullWidth(r, r-0xfee0))
		case r == '。' || r == '、':
			return fault(i, words.Condition.ChineseComma(r))
		}
	}
	for _, w := range chinese {
		word, is := w[0], w[1]
		if i := strings.Index(src, word); i >= 0 {
			return fault(utf8.RuneCountInString(src[:i]), words.Condition.ChineseWord(word, is))
		}
	}
	if i := lonelyEquals([]rune(src)); i > 0 {
		return fault(i, words.Condition.OneEquals())
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
