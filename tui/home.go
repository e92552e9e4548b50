package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
	"wangdai/tui/look"
)

// home is the start page: the first question, what are you to this loan.
type home struct{ list }

func (p *home) head(a *App) (string, string) { return a.words().Name, a.words().Languages }
func (p *home) keys(a *App) string           { return a.words().HomeKeys }

func (p *home) update(a *App, key, _ string) tea.Cmd {
	n := len(a.deps.Home.Options) + 1 // 不清楚 stands last, as on every question
	switch key {
	case look.Unsure:
		a.role(n - 1)
	case look.Danger:
		a.push(helpPage(func(a *App) string { return a.deps.Home.Help.In(a.lang) }))
	case look.Help:
		a.push(helpPage(func(a *App) string { return a.words().Help }))
	case look.Code:
		if a.base != nil {
			a.push(&entry{prompt: func(f *words.Face) string { return f.CodeAsk }, done: resume})
		}
	case look.Law:
		if a.base != nil {
			a.push(&entry{prompt: func(f *words.Face) string { return f.LawAsk }, done: searchLaw})
		}
	default:
		if chosen := p.list.update(key, n); chosen >= 0 {
			a.role(chosen)
		}
	}
	return nil
}

func (p *home) body(a *App, w, h int) []string {
	f := a.words()
	var lines []string
	if h >= 14 {
		lines = append(flow(w, f.Motto), "")
	}
	lines = append(lines, a.theme.Heading.Render(a.deps.Home.Title.In(a.lang)))
	if h >= 16 {
		lines = append(lines, "")
	}
	foot := []string{}
	if h >= 12 {
		foot = append(foot, "", a.theme.Warn.Render(typeset.Truncate(f.HomeDanger, w)))
	}
	if a.base != nil && a.base.Stale(a.deps.Today) && h >= 8 {
		foot = append(foot, a.theme.Warn.Render(typeset.Truncate(fmt.Sprintf(f.HomeStale, a.base.LawAsOf), w)))
	}
	if a.base == nil && a.wait >= 0 {
		foot = append(foot, f.Loading)
	}
	above := len(lines)
	entries := append(texts(a.deps.Home.Options, a.lang), f.Unsure)
	lines = append(lines, p.draw(a, entries, nil, w, max(1, h-above-len(foot)))...)
	p.row += above
	return append(lines, foot...)
}

func texts(t []advisor.Text, l advisor.Lang) []string {
	out := make([]string, len(t))
	for i := range t {
		out[i] = t[i].In(l)
	}
	return out
}
