package tui

import (
	"wangdai/advisor"
	"wangdai/advisor/words"
	"wangdai/tui/keymap"
	"wangdai/tui/part"
)

// helpPage shows a text of the program's own; numbers in it are filled in from
// the knowledge.
func helpPage(text func(*App) string) *sheet {
	return &sheet{
		title: func(a *App) string { return a.words().Name },
		paras: func(a *App, _ int) []part.Para {
			s := text(a)
			if a.base != nil {
				s = a.base.Fill(advisor.Text{ZH: s, EN: s}, a.lang)
			}
			return plain(s)
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
		paras:  func(a *App, w int) []part.Para { return part.AllKeys(m.Sheet(string(a.lang)), w-1) },
	}
}

// keyWords are the names of keys in the language of the screen.
func (a *App) keyWords() *words.Keys { return words.KeysIn(string(a.lang)) }
