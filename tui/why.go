package tui

import "wangdai/tui/part"

// whyPage says why a question is asked, and what hangs on it.
func whyPage(q int) *sheet {
	return &sheet{
		title: func(a *App) string { return a.words().WhyTitle },
		paras: func(a *App, _ int) []part.Para {
			f := a.words()
			x := &a.base.Questions[q]
			lines := plain(f.WhyTitle+a.base.Fill(x.Why, a.lang), f.HowTitle+a.base.Fill(x.How, a.lang), "")
			why := a.s.WhyText(q)
			if len(why) == 0 {
				return append(lines, plain(f.WhyNone)...)
			}
			for _, t := range why {
				lines = append(lines, part.Para{Lead: "- ", Text: t})
			}
			return lines
		},
	}
}
