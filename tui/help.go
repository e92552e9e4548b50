package tui

import "wangdai/advisor"

// helpPage shows a text of the program's own; numbers in it are filled in from
// the knowledge.
func helpPage(text func(*App) string) *sheet {
	return &sheet{
		title: func(a *App) string { return a.words().Name },
		text: func(a *App, w int) []string {
			s := text(a)
			if a.base != nil {
				s = a.base.Fill(advisor.Text{ZH: s, EN: s}, a.lang)
			}
			return flow(w, s)
		},
	}
}
