package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/tui/look"
)

func searchLaw(a *App, p *entry) {
	hits := a.base.SearchLaw(p.text)
	if strings.TrimSpace(p.text) == "" || len(hits) == 0 {
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
func (p *lawList) keys(a *App) string           { return a.words().ReviewKeys }

func (p *lawList) update(a *App, key, _ string) tea.Cmd {
	if key == look.Back || key == "esc" {
		a.pop()
		return nil
	}
	if chosen := p.list.update(key, len(p.cites)); chosen >= 0 {
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
