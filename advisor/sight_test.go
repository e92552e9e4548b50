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
func (p *person) interview(t *testing.T, s *advisor.Session) int {
	n := 0
	for s.State().Next >= 0 {
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
// same running deadlines, and what was never asked must make nothing true.
func TestShortWay(t *testing.T) {
	b := law(t)
	var short, long, n int
	for i := range b.Cases {
		c := &b.Cases[i]
		for _, a := range asksOf(b, c) {
			p := somebody(b, c, uint64(i))
			s := advisor.NewSession(b, advisor.Options{Today: c.Today})
			if v, ok := c.Answers["role"]; ok {
				p.says["role"] = v
				if err := s.Answer("role", v); err != nil {
					t.Fatal(err)
				}
			}
			if err := s.Choose(b.Asks[a].ID); err != nil {
				continue // another role
			}
			for id := range s.Answers() { // what having the worry says
				p.says[id] = s.Answers()[id]
			}
			short += p.interview(t, s)
			if len(s.Fallen()) > 0 {
				continue
			}
			whole := advisor.NewSession(b, advisor.Options{Today: c.Today})
			whole.Load(maps.Clone(s.Answers()))
			long += p.interview(t, whole)
			n++
			same(t, b, c, a, s, whole)
		}
	}
	if n == 0 {
		t.Fatal("no ask was tried")
	}
	t.Logf("%d ask-case pairs, %.1f questions on the short way, %.1f more to the end", n, float64(short)/float64(n), float64(long)/float64(n))
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
		p.interview(t, s)
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
