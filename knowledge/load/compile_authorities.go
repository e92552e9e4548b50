package load

import (
	"wangdai/advisor"
	"wangdai/advisor/words"
)

// authorities makes the authorities, and notes their numbers: no text may repeat
// one.
func (l *loader) authorities() {
	urgent := false
	for i := range l.f.Authorities {
		a := &l.f.Authorities[i]
		urgent = urgent || l.yes(a.Urgent)
		l.one(a.Read, "official", "reprint", "common")
		if a.Read.V == "reprint" && !a.Source.there() {
			l.bad(a.At, words.Load.ReprintOf(a.ID.V))
		}
		l.b.Authorities = append(l.b.Authorities, advisor.Authority{ID: a.ID.V, Number: a.Number.V,
			Name: l.text(a.Name, textUse{own: true}), For: l.text(a.For, textUse{}),
			NotFor: l.text(a.NotFor, textUse{}), Bring: l.text(a.Bring, textUse{}),
			Urgent: l.yes(a.Urgent), Read: a.Read.V, Source: a.Source.V, Pos: a.At.pos()})
		if n := a.Number.V; n != "" {
			l.hotlines[n] = a.ID.V
		}
	}
	l.text(l.f.Help, textUse{}) // the start page reads it: see Home
	if l.f.Help.there() && !urgent {
		l.bad(l.f.Help.at, words.Load.NobodyUrgent())
	}
}

// terms makes the glossary.
func (l *loader) terms() {
	for i := range l.f.Terms {
		t := &l.f.Terms[i]
		l.b.Terms = append(l.b.Terms, advisor.Term{ID: t.ID.V, Term: l.text(t.Term, textUse{label: true}),
			Text: l.text(t.Text, textUse{}), Pos: t.At.pos()})
	}
}
