package tui

import (
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
	"wangdai/tui/keymap"
)

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

// dangerHelp is where to get help in danger.
func dangerHelp() *sheet {
	p := helpPage(func(a *App) string { return a.deps.Home.Help.In(a.lang) })
	p.urgent = true
	return p
}

// keysPage is every key of the page it was called from.
func keysPage(m keymap.Map) *sheet {
	return &sheet{
		ofKeys: true,
		title:  func(a *App) string { return a.keyWords().AllKeys.Help },
		text: func(a *App, w int) []string {
			entries := m.Sheet(string(a.lang))
			wide := 0
			for _, e := range entries {
				wide = max(wide, typeset.Width(e.Keys))
			}
			wide = min(wide, w/3)
			var lines []string
			for _, e := range entries {
				lead := typeset.Pad(e.Keys, wide) + "  "
				if typeset.Width(e.Keys) > wide {
					lines = append(lines, e.Keys)
					lead = strings.Repeat(" ", wide+2)
				}
				for _, l := range flow(w-wide-2, e.Help) {
					lines = append(lines, lead+l)
					lead = strings.Repeat(" ", wide+2)
				}
			}
			return lines
		},
	}
}

// keyWords are the names of keys in the language of the screen.
func (a *App) keyWords() *words.Keys { return words.KeysIn(string(a.lang)) }
