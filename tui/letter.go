package tui

import (
	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
	"wangdai/tui/part"
)

// letter is the letter of that id in the language of the screen. The report
// names only those that can be filled.
func (a *App) letter(id string) *advisor.Letter {
	l, err := a.s.Draft(id)
	if err != nil {
		l = advisor.Letter{ID: id, Title: typeset.Clean(told(err)(a)), Lang: a.lang}
	}
	return &l
}

// letterPage shows one letter, and leads to saving it.
type letterPage struct {
	sheet
	id string
}

func newLetterPage(id string) *letterPage {
	p := &letterPage{id: id}
	p.title = func(a *App) string { return a.letter(id).Title }
	p.paras = func(a *App, w int) []part.Para {
		laid := paper.OfLetter(a.letter(id))
		return a.blocks(laid, laid.Blocks, w)
	}
	return p
}

func (p *letterPage) keys(*App) keymap.Map { return p.acts(keymap.Save, keymap.Back) }

func (p *letterPage) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	if act == keymap.Save {
		a.push(&letterSaver{id: p.id})
		return nil
	}
	return p.sheet.do(a, act, k)
}
