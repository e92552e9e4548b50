package paths

import (
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// An asker is one person with one ask, and what the unchanged base answers.
type asker struct {
	want
	answers advisor.Answers
	session *advisor.Session
	values  []fact.Value
}

// ofAsk reports whether the mutant is of an ask.
func (x *Mutant) ofAsk() bool { return x.of != nil || x.site != nil && x.site.role == answering }

// casesFor is how many of those who may notice x are cases.
func (m *mutator) casesFor(x *Mutant) int {
	if x.ofAsk() {
		return m.caseAskers
	}
	return m.cases
}

func (m *mutator) addProbe(p Probe) {
	if p.Ask < 0 {
		m.add(p.Answers, m.day)
		return
	}
	m.addAsker(p.Ask, p.Answers, m.day)
}

// newest is who was found last: the person at from, or the last asker.
func (m *mutator) newest(x *Mutant, from int) Probe {
	if x.ofAsk() {
		last := m.askers[len(m.askers)-1]
		return Probe{last.answers, last.ask}
	}
	return Probe{m.people[from].answers, -1}
}

// notTheirs is what an ask comes to for someone who cannot have it.
const notTheirs = -3

func (m *mutator) addAsker(ask int, a advisor.Answers, today fact.Date) {
	s := advisor.NewSession(m.b, advisor.Options{Today: today, Rest: true})
	s.Load(a)
	w := want{ask, notTheirs}
	if s.Choose(m.b.Asks[ask].ID) == nil {
		w.answer = s.Outcome(ask)
	}
	m.askers = append(m.askers, asker{w, a, s, s.State().Values})
}

// heard is the first asker whose answer, or a step of whose answer, the change
// alters; -1: nobody.
func (m *mutator) heard(x *Mutant) int {
	if x.of != nil { // the record names what each answer cites
		return slices.IndexFunc(m.askers, func(p asker) bool { return p.want == *x.of })
	}
	s := x.site
	old := *x.x
	defer func() { *x.x = old }()
	return slices.IndexFunc(m.askers, func(p asker) bool {
		if p.ask != s.i || s.step && p.answer != s.row || s.row >= 0 && p.answer == notTheirs {
			return false
		}
		if s.row >= 0 && !s.step {
			*x.x = x.put
			is := p.session.Outcome(p.ask)
			*x.x = old
			return is != p.answer
		}
		was := s.e.Truth(p.values)
		*x.x = x.put
		is := s.e.Truth(p.values)
		*x.x = old
		return (was == cond.True) != (is == cond.True)
	})
}

// askMutants drop each citation of the answers.
func askMutants(b *advisor.Base) []Mutant {
	var out []Mutant
	for i := range b.Asks {
		a := &b.Asks[i]
		for k := range a.Answers {
			for _, c := range a.Answers[k].Cites {
				pos := c.Pos
				if pos.File == "" {
					pos = a.Answers[k].Pos
				}
				out = append(out, Mutant{Pos: pos, Kind: "cite", Name: words.Proof.CiteOfAnswer(c.String(), a.ID),
					cite: -1, of: &want{i, k}})
			}
		}
	}
	return out
}

// asker adds someone with the ask who notices x, if the diagrams know one.
func (m *mutator) asker(p *prover, index map[*cond.Expr]int, x *Mutant) bool {
	ask, row := 0, 0
	if x.of != nil {
		ask, row = x.of.ask, x.of.answer
	} else {
		ask, row = x.site.i, x.site.row
	}
	t := p.rows(&m.b.Asks[ask])
	where := p.legal
	switch {
	case x.of != nil || x.site.step:
		where = p.m.and(where, t.given[row])
	case row >= 0:
		where = p.m.and(where, p.m.and(t.in, t.reach[row]))
	}
	if x.of == nil {
		n, ok := index[x.site.e]
		if !ok {
			return false
		}
		where = p.m.and(where, p.differ(n, x))
	}
	if where == none {
		return false
	}
	for range 8 { // amounts are drawn anew
		a, ok := p.seek.find(where, func(*advisor.State) bool { return true })
		if !ok {
			return false
		}
		from := len(m.askers)
		m.addAsker(ask, a, m.day)
		if m.heard(x) == from {
			return true
		}
		m.askers = m.askers[:from]
	}
	return false
}
