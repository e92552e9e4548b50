package tui

import (
	"wangdai/advisor"
	"wangdai/advisor/typeset"
)

// lostPage says which answers of an earlier edition's code no longer apply.
func lostPage(lost []advisor.Lost) *sheet {
	return &sheet{
		title: func(a *App) string { return a.taking().LostTitle },
		text: func(a *App, w int) []string {
			lines := flow(w, a.taking().LostHint, "")
			for _, x := range lost {
				lines = append(lines, flow(w, "- "+typeset.Clean(x.Label.In(a.lang)+a.labels().Colon+x.Value.In(a.lang)), "  "+x.Why.In(a.lang))...)
			}
			return lines
		},
	}
}
