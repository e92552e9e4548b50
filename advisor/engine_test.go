package advisor_test

import (
	"slices"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load/sketch"
)

var today = fact.NewDate(2026, 11, 25)

// cutLaw is a law on money that was withheld, and on a paper from a court.
func cutLaw(t *testing.T) *advisor.Base {
	t.Helper()
	return sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {section: loan, when: role == borrower}
  - {ask: amount, kind: money}
  - {ask: received, kind: money}
  - {ask: threats}
  - {section: court}
  - {ask: sued}
  - {ask: served, kind: date, when: sued}
derived:
  - {fact: lane, options: [{id: court, when: sued}, {id: street, when: threats}, {id: quiet, when: otherwise}]}
calculations:
  - calc: cut
    takes: {amount: amount, received: received}
    gives: [{fact: cut, kind: money}, {fact: cut_found, kind: choice, options: [short, full, more]}]
deadlines:
  - {fact: reply_by, from: served, period: 15 days, basis: [minsu-128]}
findings:
  - {id: withheld, when: cut_found == short, exclusive: sums, title: "先扣了 {cut}", cites: [minfadian-670]}
  - {id: whole, when: cut_found == full, exclusive: sums}
  - {id: unsafe, when: threats, urgency: danger}
  - {id: in-court, when: lane == court}
  - {id: late, when: reply_by_state == passed}
groups: [sums]
laws: [{law: minfadian, articles: [670]}, {law: minsu, articles: [128]}]
`)
}

func yuan(n int64) fact.Value { return fact.Of(n * 100) }

// asked are the questions of a state, by name.
func asked(b *advisor.Base, st *advisor.State) string {
	var ids []string
	for _, q := range st.Asked {
		ids = append(ids, b.Asked(q).ID)
	}
	return strings.Join(ids, " ")
}

// truths are what the findings come to: those that hold, and those that hang.
func truths(b *advisor.Base, st *advisor.State) string {
	var out []string
	for i := range b.Findings {
		switch st.Truth[i] {
		case cond.True:
			out = append(out, b.Findings[i].ID)
		case cond.Maybe:
			out = append(out, b.Findings[i].ID+"?")
		}
	}
	return strings.Join(out, " ")
}

func TestResolve(t *testing.T) {
	b := cutLaw(t)
	day := func(d int) fact.Value { return fact.OfDate(today - fact.Date(d)) }
	yes, no := fact.Of(1), fact.Of(0)
	for _, tt := range []struct {
		name                  string
		a                     advisor.Answers
		asked, truths, unused string
	}{
		{"nothing is said", nil, "role sued", "in-court?", ""},
		{"a lender is not asked of the loan", advisor.Answers{"role": fact.Of(1), "sued": no}, "role sued", "", ""},
		{"the cut is worked out", advisor.Answers{"role": fact.Of(0), "amount": yuan(10000), "received": yuan(9000),
			"threats": no, "sued": no},
			"role amount received threats sued", "withheld", ""},
		{"an unknown amount leaves it open", advisor.Answers{"role": fact.Of(0), "amount": fact.NotSure(),
			"received": yuan(9000), "threats": no, "sued": no},
			"role amount received threats sued", "withheld? whole?", ""},
		{"a row that hangs may have come first", advisor.Answers{"role": fact.Of(0), "amount": yuan(1),
			"received": yuan(1), "threats": yes, "sued": fact.NotSure()},
			"role amount received threats sued", "whole unsafe in-court?", ""},
		{"the last day is not past", advisor.Answers{"role": fact.Of(1), "sued": yes, "served": day(15)},
			"role sued served", "in-court", ""},
		{"sixteen days are too many", advisor.Answers{"role": fact.Of(1), "sued": yes, "served": day(16)},
			"role sued served", "in-court late", ""},
		{"what is not asked counts for nothing", advisor.Answers{"role": fact.Of(1), "amount": yuan(5), "threats": yes,
			"sued": no}, "role sued", "", "amount threats"},
		{"what does not fit is not known", advisor.Answers{"role": fact.Of(9), "sued": no}, "role sued", "", ""},
	} {
		st := advisor.Resolve(b, tt.a, today)
		if got := asked(b, st); got != tt.asked {
			t.Errorf("%s: asked %q, want %q", tt.name, got, tt.asked)
		}
		if got := truths(b, st); got != tt.truths {
			t.Errorf("%s: %q hold, want %q", tt.name, got, tt.truths)
		}
		if got := strings.Join(st.Unused, " "); got != tt.unused {
			t.Errorf("%s: %q unused, want %q", tt.name, got, tt.unused)
		}
	}
}

// A working is made from the numbers at hand, when it is wanted.
func TestFormula(t *testing.T) {
	b := cutLaw(t)
	st := advisor.Resolve(b, advisor.Answers{"role": fact.Of(0), "amount": yuan(10000), "received": yuan(9000)}, today)
	if got := st.Formula(0).In(fact.ZH); !strings.Contains(got, "10,000 元") || !strings.Contains(got, "= 1,000 元") {
		t.Errorf("the working is %q", got)
	}
	if got := advisor.Resolve(b, nil, today).Formula(0); !got.IsZero() {
		t.Errorf("nothing was worked out, but %q", got)
	}
}

// What a person sees of a change before it is made is what it then does.
func TestPreviewIsWhatHappens(t *testing.T) {
	b := cutLaw(t)
	s := advisor.NewSession(b, advisor.Options{Today: today})
	s.Load(advisor.Answers{"role": fact.Of(0), "amount": yuan(10000), "received": yuan(9000), "threats": fact.Of(1),
		"sued": fact.Of(0)})
	before := truths(b, s.State())
	c, err := s.Preview("role", fact.Of(1))
	if err != nil {
		t.Fatal(err)
	}
	if truths(b, s.State()) != before {
		t.Error("a preview changed the state")
	}
	if len(c.Falls) != 3 || len(c.Vanish) != 2 || len(c.Appear) != 0 {
		t.Errorf("falls %v, vanish %v, appear %v; want three, two and none", c.Falls, c.Vanish, c.Appear)
	}
	if err := s.Answer("role", fact.Of(1)); err != nil {
		t.Fatal(err)
	}
	if got := s.Answers(); len(got) != 2 || truths(b, s.State()) != "" {
		t.Errorf("left are %v and %q", got, truths(b, s.State()))
	}
	if !s.Undo() || truths(b, s.State()) != before {
		t.Errorf("undone, %q hold, and before %q", truths(b, s.State()), before)
	}
}

// A danger is handed out once, and again when it returns.
func TestNewDangers(t *testing.T) {
	s := advisor.NewSession(cutLaw(t), advisor.Options{Today: today})
	new := func() (ids []string) {
		for _, f := range s.NewDangers() {
			ids = append(ids, f.ID)
		}
		return ids
	}
	say := func(id string, v fact.Value) {
		t.Helper()
		if err := s.Answer(id, v); err != nil {
			t.Fatal(err)
		}
	}
	say("role", fact.Of(0))
	if got := new(); got != nil {
		t.Errorf("before anything was said: %v", got)
	}
	for range 2 {
		say("threats", fact.Of(1))
		if got := new(); !slices.Equal(got, []string{"unsafe"}) {
			t.Errorf("threats: %v", got)
		}
		if got := new(); got != nil {
			t.Errorf("told twice: %v", got)
		}
		say("threats", fact.Of(0))
		if got := new(); got != nil {
			t.Errorf("no threats: %v", got)
		}
	}
}

// What would change a conclusion is worked out, whether or not questions are
// still open: the other option, and what comes instead.
func TestTurns(t *testing.T) {
	b := cutLaw(t)
	for _, rest := range []bool{false, true} {
		s := advisor.NewSession(b, advisor.Options{Today: today, Rest: rest})
		s.Load(advisor.Answers{"role": fact.Of(0), "sued": fact.Of(1), "threats": fact.Of(1)})
		r := s.Report(advisor.Full)
		var got []string
		for _, c := range r.Findings {
			for _, turn := range c.WouldChange {
				got = append(got, c.ID+": "+turn.Fact+"="+turn.To)
			}
		}
		slices.Sort(got)
		if want := []string{"in-court: sued=false", "unsafe: threats=false"}; !slices.Equal(got, want) {
			t.Errorf("with the rest unknown (%v): %v, want %v", rest, got, want)
		}
	}
}
