package load

import (
	"cmp"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/words"
)

// myths makes the myths.
func (l *loader) myths() {
	for i := range l.f.Myths {
		m := &l.f.Myths[i]
		cites := l.cited(m.Cites, words.Named("myth", m.ID.V), m.Myth, m.Truth)
		use := textUse{who: words.Named("myth", m.ID.V), cites: cites, cited: true, key: "cites"}
		l.b.Myths = append(l.b.Myths, advisor.Myth{ID: m.ID.V, Rules: texts(m.Rules), When: cond.Both(l.cond(m.file),
			l.cond(m.When)), Myth: l.text(m.Myth, use), Truth: l.text(m.Truth, use), Cites: cites, Pos: m.At.pos()})
	}
}

// scope makes the limits of what is covered, how to find a lawyer, and what is
// said of the whole.
func (l *loader) scope() {
	var dated, disclaimed at // where they stand
	for i := range l.f.Scopes {
		s := &l.f.Scopes[i]
		for k := range s.NotCovered {
			n := &s.NotCovered[k]
			l.b.Limits = append(l.b.Limits, advisor.Limit{ID: n.ID.V, Rules: texts(n.Rules),
				When: cond.Both(l.cond(n.file), l.cond(n.When)), Text: l.text(n.Text, textUse{}), Pos: n.At.pos()})
		}
		for _, p := range s.LawyerHow {
			l.b.LawyerHow = append(l.b.LawyerHow, l.text(p.Text, textUse{}))
		}
		if s.Disclaimer.there() {
			if disclaimed.src != nil {
				l.bad(s.Disclaimer.at, words.Load.DisclaimerTwice(where(disclaimed)))
			}
			disclaimed, l.b.Disclaimer = s.Disclaimer.at, l.text(s.Disclaimer, textUse{})
			l.b.DisclaimerAt = disclaimed.pos()
		}
		if s.LawAsOf.there() {
			if dated.src != nil {
				l.bad(s.LawAsOf.at, words.Load.LawAsOfTwice(where(dated)))
			}
			dated, l.b.LawAsOf = s.LawAsOf.at, l.day(s.LawAsOf, false)
		}
	}
	// What is missing is missing where the other one stands.
	general := at{&source{name: "scope"}, 1, 1}
	if p := cmp.Or(dated, disclaimed); p.src != nil {
		general.src = p.src
	}
	if disclaimed.src == nil {
		l.bad(general, words.Load.NoDisclaimer())
	}
	if dated.src == nil {
		l.bad(general, words.Load.NoLawAsOf())
	}
}
