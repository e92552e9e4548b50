package tui

import (
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// TestHomeSaysThatTheLawIsOld: to the day, in both languages, and never at the
// cost of an option.
func TestHomeSaysThatTheLawIsOld(t *testing.T) {
	checked := fact.NewDate(2026, 11, 25)
	page := func(today fact.Date, l advisor.Lang, w, h int) string {
		a := New(Deps{
			Home: Home{Title: advisor.Text{ZH: "关系", EN: "Role"},
				Options: []advisor.Text{{ZH: "借款", EN: "borrowed"}, {ZH: "出借", EN: "lent"}}},
			Load:  func() (*advisor.Base, error) { return &advisor.Base{LawAsOf: checked}, nil },
			Today: today,
			Lang:  l,
		})
		a.w, a.h = w, h
		if strings.Contains(screen(a), "2026-11-25") {
			t.Fatal("spoke of the law before it was read")
		}
		b, err := a.deps.Load()
		a.Update(loaded{b, err})
		return screen(a)
	}
	if s := page(fact.NewDate(2027, 11, 25), fact.ZH, 80, 24); strings.Contains(s, "2026-11-25") {
		t.Errorf("a year to the day is not older than a year:\n%s", s)
	}
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		for l, want := range map[advisor.Lang][]string{fact.ZH: {"2026-11-25，已过一年", "出借"},
			fact.EN: {"2026-11-25: over a year", "lent"}} {
			s := page(fact.NewDate(2027, 11, 26), l, size[0], size[1])
			for _, w := range want {
				if !strings.Contains(s, w) {
					t.Errorf("%v %s: %q is not on the start page:\n%s", size, l, w, s)
				}
			}
		}
	}
}
