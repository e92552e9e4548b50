package tui

import (
	"wangdai/advisor"
	"wangdai/advisor/typeset"
	"wangdai/tui/part"
)

// articlePage is one article: what it says, and its official wording where the
// program was given it.
func articlePage(c advisor.Cite) *sheet {
	return &sheet{
		title: func(a *App) string { return a.base.CiteName(c, a.deps.Today, a.lang) },
		paras: func(a *App, _ int) []part.Para {
			f := a.words()
			law, v, art := a.base.Article(c, a.deps.Today)
			lines := plain(law.Title.In(a.lang), law.Issuer.In(a.lang))
			if v != nil {
				lines = append(lines, plain(v.FromText)...)
			}
			if art != nil {
				lines = append(lines, part.Para{})
				lines = append(lines, plain(f.Gist+"  "+a.base.Fill(art.Gist, a.lang))...)
				if art.Quote != "" {
					lines = append(lines, plain("「"+art.Quote+"」")...)
				}
			}
			if a.deps.OfficialText == nil {
				return lines
			}
			if t := a.deps.OfficialText(c.Law, c.Article); t != "" {
				lines = append(lines, part.Para{}, part.Para{Kind: part.Heading, Text: f.Official})
				lines = append(lines, plain(typeset.CleanLines(t))...)
			}
			return lines
		},
	}
}
