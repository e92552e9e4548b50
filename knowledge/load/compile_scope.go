package load

import (
	"cmp"

	"wangdai/advisor"
	"wangdai/advisor/cond"
)

// myths makes the myths.
func (l *loader) myths() {
	for i := range l.f.Myths {
		m := &l.f.Myths[i]
		cites := l.cited(m.Cites, "误区 "+m.ID.V, "myth "+m.ID.V, m.Myth, m.Truth)
		use := textUse{who: "误区 " + m.ID.V, whoEN: "myth " + m.ID.V, cites: cites, cited: true, key: "cites"}
		l.b.Myths = append(l.b.Myths, advisor.Myth{ID: m.ID.V, Rules: texts(m.Rules), When: cond.Both(l.cond(m.file), l.cond(m.When)), Myth: l.text(m.Myth, use), Truth: l.text(m.Truth, use), Cites: cites, Pos: m.At.pos()})
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
			l.b.Limits = append(l.b.Limits, advisor.Limit{ID: n.ID.V, Rules: texts(n.Rules), When: cond.Both(l.cond(n.file), l.cond(n.When)), Text: l.text(n.Text, textUse{}), Pos: n.At.pos()})
		}
		for _, p := range s.LawyerHow {
			l.b.LawyerHow = append(l.b.LawyerHow, l.text(p.Text, textUse{}))
		}
		if s.Disclaimer.there() {
			if disclaimed.src != nil {
				l.bad(s.Disclaimer.at, "免责声明写了两处", "只留 "+where(disclaimed)+" 的", "there are two disclaimers", "keep the one at "+where(disclaimed))
			}
			disclaimed, l.b.Disclaimer = s.Disclaimer.at, l.text(s.Disclaimer, textUse{})
			l.b.DisclaimerAt = disclaimed.pos()
		}
		if s.LawAsOf.there() {
			if dated.src != nil {
				l.bad(s.LawAsOf.at, "law_as_of 写了两处", "只留 "+where(dated)+" 的", "law_as_of stands twice", "keep the one at "+where(dated))
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
		l.bad(general, "没有免责声明", "加 disclaimer:，下面 zh: 和 en:", "there is no disclaimer", "add disclaimer: with zh: and en:")
	}
	if dated.src == nil {
		l.bad(general, "没有写法律核对到哪一天", "加一行 law_as_of: 2026-11-25", "it is not said when the law was last checked", "add law_as_of: 2026-11-25")
	}
}
