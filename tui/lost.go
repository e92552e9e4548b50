package tui

import (
	"wangdai/advisor"
	"wangdai/advisor/typeset"
	"wangdai/tui/part"
)

// lostPage says which asks and answers of a code were not taken, and why.
func lostPage(r advisor.Reading) *sheet {
	return &sheet{
		title: func(a *App) string { return a.taking().LostTitle },
		paras: func(a *App, _ int) []part.Para {
			hint := a.taking().LostHint
			if r.Old {
				hint = a.taking().OldHint
			}
			lines := plain(hint, "")
			for _, i := range a.s.Fallen() {
				lines = append(lines, plain("- "+a.base.Asks[i].Title.In(a.lang), "  "+a.taking().AskFallen)...)
			}
			for _, x := range r.Lost {
				lines = append(lines, plain("- "+typeset.Clean(x.Label.In(a.lang)+a.labels().Colon+x.Value.In(a.lang)),
					"  "+typeset.Clean(x.Why.In(a.lang)))...)
			}
			return lines
		},
	}
}
