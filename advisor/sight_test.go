package advisor_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
)

func law(t testing.TB) *advisor.Base {
	t.Helper()
	b, problems := knowledge.Whole()
	if b == nil {
		t.Fatal(problems)
	}
	return b
}

// A person answers whatever is asked, at random and always the same.
type person struct {
	r     *rand.Rand
	b     *advisor.Base
	says  advisor.Answers
	today fact.Date
}

// somebody knows the answers of a case, and makes up the others.
func somebody(b *advisor.Base, c *advisor.Case, seed uint64) *person {
	p := &person{r: rand.New(rand.NewPCG(seed, 7)), b: b, says: advisor.Answers{}, today: c.Today}
	for _, id := range slices.Sorted(maps.Keys(c.Answers)) {
		if p.r.IntN(4) > 0 { // others of the same kind, not this one again
			p.says[id] = c.Answers[id]
		}
	}
	return p
}

func (p *person) answer(q int) fact.Value {
	f := p.b.Asked(q)
	if v, ok := p.says[f.ID]; ok {
		return v
	}
	v := fact.NotSure()
	if p.r.IntN(5) > 0 {
		switch f.Kind {
		case fact.Choice:
			v = fact.Of(int64(p.r.IntN(len(f.Options))))
		case fact.YesNo:
			v = fact.Of(int64(p.r.IntN(2)))
		case fact.Several:
			v = fact.Of(1 << p.r.IntN(len(f.Options)))
		}
	}
	p.says[f.ID] = v
	return v
}

// interview answers until nothing is asked any more.
func (p *person) interview(t *testing.T, s *advisor.Session, each func()) int {
	n := 0
	for s.State().Next >= 0 {
		each()
		q := s.State().Next
		if err := s.Answer(p.b.Asked(q).ID, p.answer(q)); err != nil {
			t.Fatalf("%s: %v", p.b.Asked(q).ID, err)
		}
		if n++; n > 60 {
			t.Fatal("the interview does not end")
		}
	}
	return n
}

// TestShortWay walks the short way and the whole interview with the same
// person: every ask must come to the same answer, with the same danger and the
// same running deadlines, and what was never asked must make nothing true. The
// way must stay as short as it is meant to be: questions count from the first,
// who one is to the loan.
func TestShortWay(t *testing.T) {
	b := law(t)
	var answer, one, rest []int
	for i := range b.Cases {
		c := &b.Cases[i]
		for _, a := range asksOf(b, c) {
			if !*full && (i+a)%4 != 0 {
				continue
			}
			if w, ok := walkBoth(t, b, c, a, uint64(i)); ok {
				answer, one, rest = append(answer, w[0]), append(one, w[1]), append(rest, w[2])
			}
		}
	}
	if len(one) == 0 {
		t.Fatal("no ask was tried")
	}
	for _, l := range [][]int{answer, one, rest} {
		slices.Sort(l)
	}
	at := func(l []int, part int) int { return l[(len(l)-1)*part/100] }
	t.Logf("%d ask-case pairs; questions to the answer %d/%d/%d (median, p95, most), to page one %d/%d/%d, "+
		"from there to the end %d/%d/%d",
		len(one), at(answer, 50), at(answer, 95), at(answer, 100), at(one, 50), at(one, 95), at(one, 100), at(rest, 50),
		at(rest, 95), at(rest, 100))
	if at(answer, 50) > 5 || at(one, 50) > 8 || at(one, 95) > 11 || at(one, 100) > 17 {
		t.Error("the short way has grown long: 5 questions to the answer and 8 to page one in the middle, " +
			"11 for 95 of 100, never over 17")
	}
}

// walkBoth goes both ways with one person: how many questions it took to the
// answer, to page one, and from there to the end.
func walkBoth(t *testing.T, b *advisor.Base, c *advisor.Case, a int, seed uint64) (n [3]int, ok bool) {
	p := somebody(b, c, seed)
	s := advisor.NewSession(b, advisor.Options{Today: c.Today})
	role := 0
	if v, ok := c.Answers["role"]; ok {
		p.says["role"] = v
		if err := s.Answer("role", v); err != nil {
			t.Fatal(err)
		}
		role = 1
	}
	if err := s.Choose(b.Asks[a].ID); err != nil {
		return n, false // another role
	}
	for id, v := range s.Answers() { // what having the worry says
		p.says[id] = v
	}
	to := -1
	asked := 0
	one := p.interview(t, s, func() {
		if to < 0 && s.Outcome(a) != advisor.StillOpen {
			to = asked
		}
		asked++
	})
	if to < 0 {
		to = one
	}
	if len(s.Fallen()) > 0 {
		return n, false
	}
	whole := advisor.NewSession(b, advisor.Options{Today: c.Today})
	whole.Load(maps.Clone(s.Answers()))
	rest := p.interview(t, whole, func() {})
	same(t, b, c, a, s, whole)
	return [3]int{to + role, one + role, rest}, true
}

func asksOf(b *advisor.Base, c *advisor.Case) []int {
	var out []int
	_, role := b.Fact("role")
	v := make([]fact.Value, len(b.Facts))
	for i := range v {
		v[i] = fact.Value{State: fact.Open}
	}
	if r, ok := c.Answers["role"]; ok && role >= 0 {
		v[role] = r
	}
	for i := range b.Asks {
		if b.Asks[i].For.Possible(v, nil).Has(cond.True) {
			out = append(out, i)
		}
	}
	return out
}

func same(t *testing.T, b *advisor.Base, c *advisor.Case, ask int, s, whole *advisor.Session) {
	t.Helper()
	a := &b.Asks[ask]
	x := advisor.Look(b, whole.Answers(), c.Today)
	if got, want := s.Outcome(ask), x.Outcome(a); got != want {
		t.Errorf("%s, %s: the short way gives answer %d, the whole interview %d", c.Name, a.ID, got, want)
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		brief, full := s.State().Truth[i], whole.State().Truth[i]
		switch {
		case brief == cond.True && full != cond.True:
			t.Errorf("%s, %s: %s holds on the short way only", c.Name, a.ID, f.ID)
		case brief != cond.True && full == cond.True && f.Urgency >= advisor.HasDeadline:
			t.Errorf("%s, %s: the short way misses %s (%s)", c.Name, a.ID, f.ID, f.Urgency)
		}
	}
}

// TestSightIsResolve: where everything is answered, nothing is left open, and
// the two readings are one.
func TestSightIsResolve(t *testing.T) {
	b := law(t)
	for i := range b.Cases {
		c := &b.Cases[i]
		p := somebody(b, c, uint64(i)+1000)
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		p.interview(t, s, func() {})
		st := advisor.Resolve(b, s.Answers(), c.Today)
		for f := range b.Facts {
			if got, want := s.State().Values[f], st.Values[f]; got.State != want.State || got.N != want.N {
				t.Fatalf("%s: %s is %v, and %v when replayed", c.Name, b.Facts[f].ID, got, want)
			}
		}
		for k := range b.Findings {
			if got, want := s.State().Truth[k], st.Truth[k]; got != want {
				t.Fatalf("%s: %s is %v, and %v when replayed", c.Name, b.Findings[k].ID, got, want)
			}
		}
	}
}
