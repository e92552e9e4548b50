package tui_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

var place = regexp.MustCompile(`(\d+)–(\d+) / (\d+)`)

// at is the place in a text as its page says it; 0 where it says none.
func at(t *testing.T, page string) (from, to, of int) {
	t.Helper()
	if m := place.FindString(page); m != "" {
		if _, err := fmt.Sscanf(strings.NewReplacer("–", " ", "/", " ").Replace(m), "%d %d %d", &from, &to,
			&of); err != nil {
			t.Fatal(err)
		}
	}
	return from, to, of
}

// A long text says where one is, at every size, and can be read to its end.
func TestReadingSaysWhere(t *testing.T) {
	for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 16}} {
			a, _ := advised(t, l, size[0], size[1])
			press(a, "1")
			from, to, of := at(t, screen(a))
			if from != 1 || to < 4 || of <= to {
				t.Fatalf("%s, %v: begins at %d–%d / %d:\n%s", l, size, from, to, of, screen(a))
			}
			press(a, "pgdown")
			if from, _, _ := at(t, screen(a)); from <= 1 || from > to+1 {
				t.Errorf("%s, %v: the next screen begins at %d, the first ended at %d", l, size, from, to)
			}
			press(a, "end")
			if _, to, of := at(t, screen(a)); to != of {
				t.Errorf("%s, %v: ends at %d of %d:\n%s", l, size, to, of, screen(a))
			}
			press(a, "home")
			if from, _, _ := at(t, screen(a)); from != 1 {
				t.Errorf("%s, %v: home goes to %d", l, size, from)
			}
		}
	}
}

// What is looked for in a report is shown, one place after the other, also where
// a line ends within it; letters typed into the search do nothing else.
func TestReadingFinds(t *testing.T) {
	a, _ := advised(t, fact.ZH, 40, 24)
	w := walk{t, a, nil}
	// The titles come first, each unfolds; what is found is unfolded by itself.
	w.see([]string{"3"}, "[3 结论与法条]", "› +  1. ", "+  2. ", "!收到起诉状副本")
	w.see([]string{"enter"}, "› -  1. ", "收到起诉状副本")
	w.see([]string{"enter"}, "› +  1. ", "!收到起诉状副本")
	w.see([]string{"/", "民法典qb"}, "› 民法典qb", "回车 查找", "esc 不打字了")
	w.see([]string{"backspace", "backspace", "enter"}, "“民法典”第 1 处，共 ")
	w.see([]string{"n"}, "“民法典”第 2 处")
	w.see([]string{"N", "N"}, "“民法典”第 ", "!第 1 处", "!第 2 处") // round to the last
	w.see([]string{"/", "esc"}, "!“民法典”")
	w.see([]string{"/", "独角兽", "enter"}, "没有找到“独角兽”")
	w.see([]string{"tab"}, "[4 证据]", "!独角兽")
}
