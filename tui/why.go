package tui

// whyPage says why a question is asked, and what hangs on it.
func whyPage(q int) *sheet {
	return &sheet{
		title: func(a *App) string { return a.words().WhyTitle },
		text: func(a *App, w int) []string {
			f := a.words()
			x := &a.base.Questions[q]
			lines := flow(w, f.WhyTitle+a.base.Fill(x.Why, a.lang), f.HowTitle+a.base.Fill(x.How, a.lang), "")
			why := a.s.WhyText(q)
			if len(why) == 0 {
				return append(lines, f.WhyNone)
			}
			for _, t := range why {
				lines = append(lines, flow(w, "- "+t)...)
			}
			return lines
		},
	}
}
