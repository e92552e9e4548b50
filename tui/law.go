package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/tui/keymap"
)

func searchLaw(a *App, p *entry) {
	if a.base == nil {
		return
	}
	hits := a.base.SearchLaw(p.text())
	if strings.TrimSpace(p.text()) == "" || len(hits) == 0 {
		p.problem = func(a *App) string { return a.words().NotFound }
		return
	}
	a.push(&lawList{cites: hits})
}

// lawList lists the articles found; enter or a digit opens one.
type lawList struct {
	list
	cites []advisor.Cite
}

func (p *lawList) head(a *App) (string, string) { return a.words().Law, fmt.Sprint(len(p.cites)) }

func (p *lawList) keys(*App) keymap.Map {
	return listing(len(p.cites), keymap.Open, keymap.Back, keymap.Choose, keymap.Down)
}

func (p *lawList) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	if act == keymap.Back {
		a.pop()
		return nil
	}
	if chosen := p.list.do(act, k, len(p.cites)); chosen >= 0 {
		a.push(articlePage(p.cites[chosen]))
	}
	return nil
}

func (p *lawList) body(a *App, w, h int) []string {
	entries := make([]string, len(p.cites))
	for i, c := range p.cites {
		entries[i] = a.base.CiteName(c, a.deps.Today, a.lang)
		if _, _, art := a.base.Article(c, a.deps.Today); art != nil {
			entries[i] += "  " + art.Gist.In(a.lang)
		}
	}
	return p.draw(a, entries, nil, w, h)
}
