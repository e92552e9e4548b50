package tui

import (
	"wangdai/advisor"
	"wangdai/advisor/typeset"
)

// lostPage says which asks and answers of a code were not taken, and why.
func lostPage(r advisor.Reading) *sheet {
	return &sheet{
		title: func(a *App) string { return a.taking().LostTitle },
		text: func(a *App, w int) []string {
			hint := a.taking().LostHint
			if r.Old {
				hint = a.taking().OldHint
			}
			lines := flow(w, hint, "")
			for _, i := range a.s.Fallen() {
				lines = append(lines, flow(w, "- "+a.base.Asks[i].Title.In(a.lang), "  "+a.taking().AskFallen)...)
			}
			for _, x := range r.Lost {
				lines = append(lines, flow(w, "- "+typeset.Clean(x.Label.In(a.lang)+a.labels().Colon+x.Value.In(a.lang)), "  "+typeset.Clean(x.Why.In(a.lang)))...)
			}
			return lines
		},
	}
}
