package load

import (
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// letters makes the drafts.
func (l *loader) letters() {
	for i := range l.f.Drafts {
		d := &l.f.Drafts[i]
		x := advisor.Draft{ID: d.Draft.V, Rules: texts(d.Rules), When: l.cond(d.When), Pos: d.At.pos()}
		use := textUse{who: words.Named("draft", d.Draft.V), blanks: map[string]bool{}}
		for _, b := range d.Blanks {
			if use.blanks[b.ID.V] || !factID.fits(b.ID.V) {
				l.bad(b.ID.at, words.Load.BadBlank(b.ID.V))
			}
			use.blanks[b.ID.V] = true
			x.Blanks = append(x.Blanks, advisor.Blank{ID: b.ID.V, Text: l.text(b.Text, textUse{})})
		}
		x.Title, x.To, x.Notes = l.text(d.Title, use), l.text(d.To, use), l.text(d.Notes, use)
		all := ""
		for k := range d.Parts {
			p := &d.Parts[k]
			l.text(p.Text, use)
			all += p.Text.ZH.V
			// A letter keeps its lines.
			x.Parts = append(x.Parts, advisor.Part{When: l.cond(p.When), Text: fact.Text{ZH: kept(p.Text.ZH.V),
				EN: kept(p.Text.EN.V)}, Pos: p.At.pos()})
		}
		for _, b := range d.Blanks {
			if !strings.Contains(all, "["+b.ID.V+"]") {
				l.warn(b.ID.at, words.Load.BlankUnused(b.ID.V))
			}
		}
		l.b.Drafts = append(l.b.Drafts, x)
	}
}
