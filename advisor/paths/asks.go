package paths

import (
	"slices"
	"strconv"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A table is who gets which answer of an ask.
type table struct {
	in    set   // who may have the ask, with what having it says
	given []set // by answer
	reach []set // by answer: whom those before it leave
	none  set   // who gets no answer at all
	hang  set   // whose answer hangs on 不清楚
}

// rows works out who gets which answer, as [advisor.Sight.Outcome] does.
func (p *prover) rows(a *advisor.Ask) table {
	m := p.m
	in := m.and(p.eval(a.For).t, p.legal)
	for _, o := range a.Opens {
		c := &p.facts[o.Fact]
		for k := range c.val {
			if o.Set>>uint(k)&1 == 1 {
				in = m.and(in, m.and(c.known, c.val[k]))
			}
		}
	}
	t := table{in: in, given: make([]set, len(a.Answers)), reach: make([]set, len(a.Answers)), none: none, hang: none}
	left := in
	for k := range a.Answers {
		if k == a.Unclear {
			continue
		}
		x := p.eval(a.Answers[k].When)
		if a.Answers[k].Sure {
			x.f = m.not(x.t)
		}
		t.reach[k] = left
		t.given[k] = m.and(left, x.t)
		t.hang = m.or(t.hang, m.minus(left, m.or(x.t, x.f)))
		left = m.and(left, x.f)
	}
	t.none = left
	if a.Unclear >= 0 {
		t.given[a.Unclear] = t.hang
	}
	return t
}

// asks: whoever may have a worry gets exactly one answer; each answer is given
// to someone; what its words name is known; it comes with something to do; and
// what speaks of paying has what must be settled first.
func (p *prover) asks() {
	for i := range p.b.Asks {
		a := &p.b.Asks[i]
		t := p.rows(a)
		if t.in == none {
			p.fault(a.Pos, nil, words.Proof.AskOfNobody(a.ID))
			continue
		}
		outcome := func(s *advisor.State) int { return advisor.Look(p.b, answersOf(p.b, s), p.today).Outcome(a) }
		p.wrong(a.Pos, t.none, func(s *advisor.State) bool { return p.has(a, s) && outcome(s) == advisor.NoAnswer },
			words.Proof.AskUnanswered(a.ID))
		if a.Unclear < 0 {
			p.wrong(a.Pos, t.hang, func(s *advisor.State) bool { return p.has(a, s) && outcome(s) == advisor.NoAnswer },
				words.Proof.AskHangs(a.ID))
		}
		for k := range a.Answers {
			p.answered(a, k, t.given[k], func(s *advisor.State) bool { return p.has(a, s) && outcome(s) == k })
		}
	}
}

// answered is one answer, given to the people in s.
func (p *prover) answered(a *advisor.Ask, k int, s set, gets func(*advisor.State) bool) {
	x := &a.Answers[k]
	no := strconv.Itoa(k + 1)
	who := words.Proof.AnswerNo(a.ID, no)
	if k == a.Unclear {
		who = words.Proof.UnclearOf(a.ID)
	}
	if s == none {
		p.fault(p.at(x.When, x.Pos), nil, words.Proof.NeverGivenBelow(who))
		return
	}
	p.must(p.at(x.When, x.Pos), s, gets, words.Proof.NeverGiven(who))
	for _, f := range x.Shows {
		fact := &p.b.Facts[f]
		p.wrong(x.Pos, p.m.minus(s, p.facts[f].known), func(st *advisor.State) bool {
			return gets(st) && !known(st, f)
		},
			words.Proof.NamesUnknown(who, fact.ID))
	}
	if x.Pays {
		covered := none
		for i := range p.b.Paying {
			covered = p.m.or(covered, p.eval(p.b.Paying[i].For).t)
		}
		if p.m.minus(s, covered) != none {
			p.fault(x.Pos, nil, words.Proof.PaysUnsettled(who))
		}
	}
	if k != a.Unclear {
		p.acts(a, x, s, gets, who)
	}
}

// acts: whoever gets an answer gets something to do, with it or with a finding
// that carries it further.
func (p *prover) acts(a *advisor.Ask, x *advisor.Answer, s set, gets func(*advisor.State) bool, who words.Pair) {
	left := s
	act := func(steps []advisor.Step, in set) {
		for i := range steps {
			left = p.m.minus(left, p.m.and(in, p.eval(p.b.Shared(&steps[i]).When).t))
		}
	}
	act(x.Steps, all)
	for _, i := range a.More {
		act(p.b.Findings[i].Steps, p.truth(i).t)
	}
	p.wrong(x.Pos, left, func(st *advisor.State) bool { return gets(st) && !p.hasStep(a, x, st) },
		words.Proof.NothingToDo(who))
}

func (p *prover) hasStep(a *advisor.Ask, x *advisor.Answer, st *advisor.State) bool {
	any := func(steps []advisor.Step) bool {
		return slices.ContainsFunc(steps, func(s advisor.Step) bool {
			return p.b.Shared(&s).When.Holds(st.Values)
		})
	}
	return any(x.Steps) || slices.ContainsFunc(a.More, func(i int) bool {
		return st.Truth[i] == cond.True &&
			any(p.b.Findings[i].Steps)
	})
}

// has reports whether a person may have the ask and says what it opens.
func (p *prover) has(a *advisor.Ask, s *advisor.State) bool {
	if !a.For.Holds(s.Values) {
		return false
	}
	for _, o := range a.Opens {
		v := s.Values[o.Fact]
		if v.State != fact.Known {
			return false
		}
		got := uint64(v.N)
		if p.b.Facts[o.Fact].Kind != fact.Several {
			got = 1 << uint(v.N)
		}
		if got&o.Set != o.Set {
			return false
		}
	}
	return true
}

func known(s *advisor.State, f int) bool { return s.Values[f].State == fact.Known }

// answersOf are the answers that a replay counted, with 不清楚 where nothing
// was said.
func answersOf(b *advisor.Base, s *advisor.State) advisor.Answers {
	out := advisor.Answers{}
	for _, q := range s.Asked {
		f := b.Questions[q].Fact
		out[b.Facts[f].ID] = s.Values[f]
	}
	return out
}
