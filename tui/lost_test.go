package tui_test

import (
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// What of a code comes to nothing is told before the interview goes on: here an
// ask that a later answer ruled out. All else stands.
func TestResumedAskFallsAway(t *testing.T) {
	b := base(t)
	today := fact.NewDate(2026, 12, 1)
	s := advisor.NewSession(b, advisor.Options{Today: today})
	f, _ := b.Role()
	role := func(id string) {
		t.Helper()
		for k := range f.Options {
			if f.Options[k].ID == id {
				if err := s.Answer(f.ID, fact.Of(int64(k))); err != nil {
					t.Fatal(err)
				}
				return
			}
		}
		t.Fatalf("no role %s", id)
	}
	role("contact")
	offered := s.Offered()
	if err := s.Choose(b.Asks[offered[0]].ID); err != nil {
		t.Fatal(err)
	}
	role("borrower")
	if len(s.Fallen()) != 1 {
		t.Fatalf("%s may be a borrower's", b.Asks[offered[0]].ID)
	}
	for l, want := range map[fact.Lang]string{fact.ZH: "不会有这一问", fact.EN: "does not arise"} {
		a := terminal(t, b, today, l, 80, 24)
		press(a, "c")
		press(a, s.Code())
		press(a, "enter")
		if got := screen(a); !strings.Contains(got, want) ||
			!strings.Contains(got, firstWords(b.Asks[offered[0]].Title.In(l))) {
			t.Errorf("nothing is said of the ask:\n%s", got)
		}
		press(a, "b")
		if a.Code() != s.Code() {
			t.Errorf("goes on with %s, want %s", a.Code(), s.Code())
		}
	}
}

// firstWords are enough of a title to know it by, and not broken over lines.
func firstWords(s string) string { return string([]rune(s)[:8]) }
