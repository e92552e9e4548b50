package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/tui"
)

var today = fact.NewDate(2026, 11, 25)

// advised is a terminal that shows the report of a case with several letters,
// and the session behind it.
func advised(t *testing.T, l advisor.Lang, w, h int, other ...func(*tui.Deps)) (*tui.App, *advisor.Session) {
	t.Helper()
	b := base(t)
	s := advisor.NewSession(b, advisor.Options{Today: today, Lang: l})
	s.Load(b.Cases[lettered(t)].Answers)
	a := terminal(t, b, today, l, w, h, append(other, func(d *tui.Deps) { said := s.Record(); d.Said = &said })...)
	for a.Reading() {
		press(a, "b")
	}
	return a, s
}

var withLetters = -1

// lettered is the first case with several letters.
func lettered(t *testing.T) int {
	t.Helper()
	b := base(t)
	for i := 0; i < len(b.Cases) && withLetters < 0; i++ {
		s := advisor.NewSession(b, advisor.Options{Today: today})
		s.Load(b.Cases[i].Answers)
		if s.State().Next < 0 && len(s.Report().Drafts) >= 2 {
			withLetters = i
		}
	}
	if withLetters < 0 {
		t.Fatal("no case has two letters")
	}
	return withLetters
}

// A page reads the words of its language when it is drawn: after a switch it is
// what it would have been from the start.
func TestLanguageLeavesNothingBehind(t *testing.T) {
	for _, x := range []shot{
		{"home", false, nil},
		{"help", false, []string{"?"}},
		{"danger help", false, []string{"0"}},
		{"article", false, []string{"l", "676", "enter", "1"}},
		{"asks", false, []string{"1"}},
		{"asks found", false, []string{"1", "/", "坐牢", "enter"}},
		{"answered", false, []string{"4", "1", "enter", "1"}},
		{"question", false, []string{"1", "u"}},
		{"why", false, []string{"1", "u", "w"}},
		{"how", false, []string{"1", "u", "?"}},
		{"danger", false, []string{"1", "u", "3"}},
		{"review", false, []string{"1", "u", "1", "r"}},
		{"change", false, []string{"1", "u", "1", "r", "1", "2"}},
		{"report", true, nil},
		{"steps", true, []string{"1"}},
		{"conclusions", true, []string{"3"}},
		{"lawyer", true, []string{"6"}},
		{"terms", true, []string{"g"}},
		{"take", true, []string{"e"}},
		{"not saved", true, []string{"e", "1"}},
		{"square", true, []string{"e", "o"}},
		{"letters", true, []string{"e", "d"}},
		{"letter", true, []string{"e", "d", "1"}},
		{"letter as", true, []string{"e", "d", "1", "s"}},
		{"letter not saved", true, []string{"e", "d", "1", "s", "1"}},
	} {
		for _, from := range []advisor.Lang{fact.ZH, fact.EN} {
			to := map[advisor.Lang]advisor.Lang{fact.ZH: fact.EN, fact.EN: fact.ZH}[from]
			a, b := x.taken(t, from), x.taken(t, to)
			press(a, "L")
			if got, want := screen(a), screen(b); got != want {
				t.Errorf("%s: from %s to %s it reads\n%s\nwant\n%s", x.name, from, to, got, want)
			}
		}
	}
}

// A shot is a page, and the keys that lead to it: from the start, or from a
// report.
type shot struct {
	name    string
	advised bool
	keys    []string
}

func (x shot) taken(t *testing.T, l advisor.Lang) *tui.App {
	t.Helper()
	var a *tui.App
	if x.advised {
		a, _ = advised(t, l, 80, 24, func(d *tui.Deps) {
			if x.name == "formats" {
				d.Save = &slow{}
			}
		})
	} else {
		a = terminal(t, base(t), today, l, 80, 24)
	}
	press(a, x.keys...)
	return a
}

// Wherever entries are numbered, their digit chooses.
func TestDigitsChooseEverywhere(t *testing.T) {
	for _, x := range []shot{
		{"home", false, nil},
		{"question", false, []string{"1", "u"}},
		{"review", false, []string{"1", "u", "1", "2", "enter", "r"}},
		{"law", false, []string{"l", "利率", "enter"}},
		{"formats", true, []string{"e"}},
		{"letters", true, []string{"e", "d"}},
		{"formats of a letter", true, []string{"e", "d", "1", "s"}},
	} {
		a, b := x.taken(t, fact.ZH), x.taken(t, fact.ZH)
		before := screen(a)
		if !strings.Contains(before, " 2 ") {
			t.Errorf("%s: nothing is numbered:\n%s", x.name, before)
			continue
		}
		press(a, "2")
		press(b, "down", "enter")
		if got, want := screen(a), screen(b); got != want || got == before {
			t.Errorf("%s: the digit 2 leads to\n%s\nand down and enter to\n%s", x.name, got, want)
		}
	}
}

// The terminal says of a conclusion, a date and the lawyer what the paper says.
func TestNamesAreThePapers(t *testing.T) {
	for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
		w := words.ReportIn(string(l))
		a, session := advised(t, l, 100, 2000)
		r := session.Report()
		press(a, "3")
		page := strings.Join(strings.Fields(screen(a)), "") // a name may stand on two lines
		for _, c := range r.Findings {
			if name := w.Certainties[c.Certainty.String()]; !strings.Contains(page,
				strings.Join(strings.Fields(w.Dot+name+w.Close), "")) {
				t.Errorf("%s: no conclusion is called %q", l, name)
			}
		}
		press(a, "6")
		if name := "▌ " + w.Grades[r.Lawyer.Urgency.String()]; !strings.Contains(screen(a), name) {
			t.Errorf("%s: %q is not on\n%s", l, name, screen(a))
		}
	}
}

// Where no file is kept the page says how the report comes home: by the lines to
// run there, on a desk by the code alone, which is not put on its clipboard.
func TestTakenWithoutAFile(t *testing.T) {
	for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
		a, _ := advised(t, l, 80, 24)
		press(a, "e")
		page := strings.Join(strings.Fields(screen(a)), " ")
		for _, want := range []string{" export " + a.Code()[:9], "--format pdf >", ":" + a.Code()[:9], "y "} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: %q is not on\n%s", l, want, screen(a))
			}
		}
		a, _ = advised(t, l, 80, 24, func(d *tui.Deps) { d.Kiosk = true })
		press(a, "e")
		if page := screen(a); strings.Contains(page, "scp") || !strings.Contains(page, a.Code()[:9]) {
			t.Errorf("%s: a desk says\n%s", l, page)
		}
		for _, k := range []rune{'y', '1', tea.KeyEnter} {
			msg := tea.KeyPressMsg{Code: k}
			if k != tea.KeyEnter {
				msg.Text = string(k)
			}
			if _, cmd := a.Update(msg); cmd != nil {
				t.Errorf("%s: %q yields a command at a desk", l, k)
			}
		}
	}
}
