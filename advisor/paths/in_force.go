package paths

import (
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A citing is a citation and the day that picks its version: of a finding,
// shown where it holds; of a myth or a deadline, always as of today.
type citing struct {
	finding int // -1: not a finding's
	cite    advisor.Cite
	on      int // fact whose day counts; -1: today
	pos     advisor.Pos
}

func citings(b *advisor.Base) []citing {
	var out []citing
	add := func(finding, on int, list []advisor.Cite, entry advisor.Pos) {
		for _, c := range list {
			x := citing{finding, c, on, c.Pos}
			if c.On >= 0 {
				x.on = c.On
			}
			if x.pos.File == "" {
				x.pos = entry
			}
			out = append(out, x)
		}
	}
	for i := range b.Findings {
		add(i, b.Findings[i].LawOn, b.Findings[i].Cites, b.Findings[i].Pos)
	}
	for i := range b.Deadlines {
		add(-1, -1, b.Deadlines[i].Basis, b.Deadlines[i].Pos)
	}
	for i := range b.Myths {
		add(-1, -1, b.Myths[i].Cites, b.Myths[i].Pos)
	}
	return out
}

// lawDays are the days on which cited law changes, by the fact whose day picks
// the version.
func lawDays(b *advisor.Base) map[int][]int64 {
	out := map[int][]int64{}
	for _, c := range citings(b) {
		if c.on >= 0 {
			out[c.on] = append(out[c.on], turns(b, c.cite)...)
		}
	}
	return out
}

// turns are the days from which a version or a wording counts.
func turns(b *advisor.Base, c advisor.Cite) []int64 {
	l := b.Law(c.Law)
	if l == nil {
		return nil
	}
	var out []int64
	for i := range l.Versions {
		out = append(out, int64(l.Versions[i].From))
		if u := l.Versions[i].Until; u != 0 {
			out = append(out, int64(u)+1)
		}
	}
	for i := range l.Articles {
		if a := &l.Articles[i]; a.No == c.Article && a.From != 0 {
			out = append(out, int64(a.From))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// inForce reports whether a version of the law was in force on the day, and
// the article in it.
func inForce(b *advisor.Base, c advisor.Cite, day fact.Date) bool {
	_, v, a := b.Article(c, day)
	return v != nil && a != nil && v.From <= day && (v.Until == 0 || day <= v.Until)
}

// citations: on the day that decides, each cited article is in force.
func (p *prover) citations() {
	for i := range p.b.Findings {
		if f := &p.b.Findings[i]; len(f.Cites) == 0 {
			p.fault(f.Pos, nil, words.Proof.FindingUncited(f.ID))
		}
	}
	for _, c := range citings(p.b) {
		if c.on < 0 {
			if !inForce(p.b, c.cite, p.today) {
				p.notInForce(c, p.today, nil)
			}
			continue
		}
		p.citedOn(c)
	}
}

// citedOn looks at every day that the fact may have while the finding holds.
// Where the day is 不清楚, today's law is shown.
func (p *prover) citedOn(c citing) {
	x := &p.facts[c.on]
	holds := p.m.and(p.truth(c.finding).t, p.legal)
	if x.lo == nil { // a day that is calculated may be any
		if first := slices.Min(append(turns(p.b, c.cite), int64(p.today))); first > 0 &&
			!inForce(p.b, c.cite, fact.Date(first)-1) {
			p.open(c.pos, holds, words.Proof.WhetherInForce(c.cite.String()))
		}
		return
	}
	for k, lo := range x.lo {
		s := p.m.and(holds, p.m.and(x.known, x.val[k]))
		if s == none || inForce(p.b, c.cite, fact.Date(lo)) {
			continue
		}
		a, ok := p.seek.find(s, func(st *advisor.State) bool {
			v := st.Values[c.on]
			return st.Truth[c.finding] == cond.True && v.State == fact.Known && !inForce(p.b, c.cite, v.Date())
		})
		if !ok {
			p.open(c.pos, s, words.Proof.CitedBefore(c.cite.String(), fact.Date(lo).String()))
			return
		}
		p.notInForce(c, a[p.b.Facts[c.on].ID].Date(), a)
		return
	}
	if !inForce(p.b, c.cite, p.today) && p.m.minus(p.m.and(holds, x.asked), x.known) != none {
		p.notInForce(c, p.today, nil)
	}
}

func (p *prover) notInForce(c citing, day fact.Date, a advisor.Answers) {
	why := words.Proof.WasNotInForce()
	if l, v, art := p.b.Article(c.cite, day); l != nil && v != nil && v.From <= day && art == nil {
		why = words.Proof.DidNotExist()
	}
	p.fault(c.pos, a, words.Proof.NotInForce(c.cite.String(), day.String(), why, c.cite.Law))
}
