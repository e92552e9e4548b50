package tui

import (
	"wangdai/advisor"
	"wangdai/advisor/typeset"
)

// articlePage is one article: what it says, and its official wording where the
// program was given it.
func articlePage(c advisor.Cite) *sheet {
	return &sheet{
		title: func(a *App) string { return a.base.CiteName(c, a.deps.Today, a.lang) },
		text: func(a *App, w int) []string {
			f := a.words()
			law, v, art := a.base.Article(c, a.deps.Today)
			lines := flow(w, law.Title.In(a.lang), law.Issuer.In(a.lang))
			if v != nil {
				lines = append(lines, v.FromText)
			}
			if art != nil {
				lines = append(lines, "")
				lines = append(lines, flow(w, f.Gist+"  "+a.base.Fill(art.Gist, a.lang))...)
				if art.Quote != "" {
					lines = append(lines, flow(w, "「"+art.Quote+"」")...)
				}
			}
			if a.deps.OfficialText == nil {
				return lines
			}
			if t := a.deps.OfficialText(c.Law, c.Article); t != "" {
				lines = append(lines, "", a.theme.Heading.Render(f.Official))
				lines = append(lines, flow(w, typeset.CleanLines(t))...)
			}
			return lines
		},
	}
}
