package paths

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// idleQuestions tells questions whose answers never change the advice: no
// finding, step, note, myth or letter hangs on them, and no text, deadline or
// calculation shows what comes from them.
func (p *prover) idleQuestions() {
	used := map[int]bool{}
	on := map[int32]bool{}
	seen := map[set]bool{}
	for n := range p.sites {
		s := &p.sites[n]
		if s.role == asking || s.role == deriving || s.role == covering {
			continue
		}
		x := p.eval(s.e)
		// Date relations would make every related date look useful: here the
		// condition alone counts.
		p.m.support(x.t, seen, on)
		if s.role == concluding {
			p.m.support(x.f, seen, on)
		}
	}
	from := slices.AppendSeq(p.owners(on), maps.Keys(p.shown()))
	advisor.Trace(from, p.comesFrom, func(f int) { used[f] = true })
	for i := range p.b.Questions {
		q := &p.b.Questions[i]
		if f := &p.b.Facts[q.Fact]; !used[q.Fact] && p.m.and(p.facts[q.Fact].asked, p.legal) != none {
			p.fault(q.Pos, nil, words.Proof.IdleQuestion(f.ID))
		}
	}
}

// comesFrom are the facts that decide another: of a derived one those that its
// diagrams hang on, which may be fewer than its conditions read.
func (p *prover) comesFrom(f int) []int {
	if p.b.Facts[f].Item().Kind != advisor.DeriveItem {
		return p.b.Inputs(f)
	}
	on := map[int32]bool{}
	seen := map[set]bool{}
	for _, s := range append([]set{p.facts[f].known}, p.facts[f].val...) {
		p.m.support(s, seen, on)
	}
	return p.owners(on)
}

func (p *prover) owners(levels map[int32]bool) []int {
	var out []int
	for l := range levels {
		out = append(out, p.owner[l])
	}
	return out
}

// shown are the facts whose values a report or a letter tells.
func (p *prover) shown() map[int]bool {
	b := p.b
	out := map[int]bool{}
	day := func(f int) {
		if f >= 0 {
			out[f] = true
		}
	}
	b.EachText(func(t advisor.Text, _ advisor.Pos) {
		for _, f := range b.FactsIn(t) {
			out[f] = true
		}
	})
	for i := range b.Findings {
		f := &b.Findings[i]
		day(f.LawOn)
		for _, c := range f.Cites {
			day(c.On)
		}
		for k := range f.Steps {
			day(f.Steps[k].ByDate)
		}
		for _, d := range f.Deadlines {
			out[b.Deadlines[d].Fact] = true
		}
	}
	for i := range b.Asks {
		for k := range b.Asks[i].Answers {
			a := &b.Asks[i].Answers[k]
			day(a.LawOn)
			for n := range a.Steps {
				day(a.Steps[n].ByDate)
			}
		}
	}
	for i := range b.Steps {
		day(b.Steps[i].ByDate)
	}
	for i := range b.Calculations { // the report shows every calculation it made
		for _, g := range b.Calculations[i].Gives {
			out[g.Fact] = true
		}
	}
	return out
}

// calculators lists what hangs on them and cannot be proven: verdicts that no
// real amounts brought about, and deadlines that do not grow with the day they
// run from.
func (p *prover) calculators() {
	for i := range p.b.Calculations {
		c := &p.b.Calculations[i]
		if _, ok := calc.Lookup(c.Name); !ok {
			continue
		}
		for _, g := range c.Gives {
			f := &p.b.Facts[g.Fact]
			if !p.facts[g.Fact].free {
				continue
			}
			for k := range f.Options {
				x := &p.facts[g.Fact]
				s := p.m.and(p.m.and(x.known, x.val[k]), p.legal)
				if _, ok := p.seek.find(s, func(st *advisor.State) bool {
					return st.Values[g.Fact].Is(int64(k))
				}); !ok {
					p.open(f.Options[k].Pos, s, words.Proof.WhetherGiven(c.Name, f.ID, f.Options[k].ID))
				}
			}
		}
	}
	for _, i := range p.odd {
		d := &p.b.Deadlines[i]
		p.unproved(d.Pos, words.Proof.EndsOddly(p.b.Facts[d.Fact].ID))
	}
}

// Example writes answers as a flat YAML map on one line, in the order of
// asking, as advise --answers reads it.
func Example(b *advisor.Base, a advisor.Answers) string {
	out := ""
	for i := range b.Questions {
		f := b.Questions[i].Fact
		v, ok := a[b.Facts[f].ID]
		if !ok || v.State == fact.NotAsked {
			continue
		}
		if out != "" {
			out += ", "
		}
		out += b.Facts[f].ID + ": " + flow(b, f, v)
	}
	return "{" + out + "}"
}

func flow(b *advisor.Base, f int, v fact.Value) string {
	if v.State != fact.Known {
		return "unknown"
	}
	if b.Facts[f].Kind == fact.Several {
		return "[" + strings.Join(b.Raw(f, v).([]string), ", ") + "]"
	}
	data, err := json.Marshal(b.Raw(f, v))
	if err != nil {
		return "unknown" // Raw gives plain values only
	}
	s := string(data)
	if plainWord().MatchString(s) {
		s = s[1 : len(s)-1]
	}
	return s
}

// plainWord is a text that YAML reads the same without its quotes.
var plainWord = lazy.Regexp(`^"[a-z][a-z0-9_]*"$|^"\d{4}-\d{2}-\d{2}"$`)
