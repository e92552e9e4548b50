package advisor

import (
	"slices"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

func (w *writer) calculations(s *scope) []Worked {
	out, bearing := []Worked{}, w.bearing(s)
	for i := range w.b.Calculations {
		c := &w.b.Calculations[i]
		x := Worked{ID: c.Name, Label: c.Label.In(w.lang), Inputs: []Named{}, Results: []Named{}, Rules: c.Rules}
		if x.Rules == nil {
			x.Rules = []string{}
		}
		for _, g := range c.Gives {
			if v := w.st.Values[g.Fact]; v.State == fact.Known {
				f := &w.b.Facts[g.Fact]
				x.Results = append(x.Results, Named{f.ID, f.Label.In(w.lang), w.b.FormatValue(g.Fact, v, w.lang)})
			}
		}
		// Without a working nothing was worked out: the calculation is not for
		// this person (a loan that needs no splitting).
		if len(x.Results) == 0 || !w.bears(c, bearing) {
			continue
		}
		if x.Formula = w.st.Formula(i).In(w.lang); x.Formula == "" {
			continue
		}
		for _, t := range c.Takes {
			if v := w.st.Values[t.Fact]; v.State == fact.Known {
				f := &w.b.Facts[t.Fact]
				x.Inputs = append(x.Inputs, Named{f.ID, f.Label.In(w.lang), w.b.FormatValue(t.Fact, v, w.lang)})
			}
		}
		parts := make([]string, len(x.Results))
		for k, n := range x.Results {
			parts[k] = n.Label + " " + n.Value
		}
		x.Result = strings.Join(parts, words.EngineIn(string(w.lang)).Semicolon)
		out = append(out, x)
	}
	return out
}

// bearing are the facts that what is said in full reads or names. A
// calculation none of whose results leads to one of them is not shown: a
// bank's loan needs no working of a loan without interest.
func (w *writer) bearing(s *scope) map[int]bool {
	on := map[int]bool{}
	add := func(facts []int) {
		for _, f := range facts {
			on[f] = true
		}
	}
	finding := func(i int) {
		add(w.b.index.hang.reads[i])
		add(w.b.Findings[i].Shows)
	}
	for _, i := range s.shown {
		finding(i)
	}
	for i := range w.b.Findings {
		if s.full && w.st.Truth[i] == cond.Maybe {
			finding(i)
		}
	}
	for _, g := range s.given {
		add(cond.Facts(g.answer.When))
		add(g.answer.Shows)
	}
	return on
}

// bears reports whether a result of the calculation, or what is derived from
// one, is among the facts.
func (w *writer) bears(c *Calculation, bearing map[int]bool) bool {
	return slices.ContainsFunc(c.Gives, func(g Output) bool {
		for _, x := range w.b.Reached(g.Fact) {
			if bearing[x] {
				return true
			}
		}
		return false
	})
}
