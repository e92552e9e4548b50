package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
	"wangdai/tui/keymap"
)

// home is the start page: the first question, what are you to this loan.
type home struct{ list }

func (p *home) head(a *App) (string, string) { return a.words().Name, a.words().Languages }

func (p *home) keys(a *App) keymap.Map {
	acts := []keymap.Act{keymap.Choose, keymap.Down, keymap.Confirm, keymap.Code, keymap.Law, keymap.Quit,
		keymap.Language,
		keymap.Unsure}
	if a.said() {
		acts = append(acts, keymap.Undo)
	}
	return listing(len(a.deps.Home.Options)+1, acts...)
}

// was points at the answer that was taken back.
func (p *home) was(a *App) {
	if v, ok := a.kept.answers[a.base.RoleID]; ok && v.State == fact.Known {
		p.at = int(v.N)
	}
}

func (p *home) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	n := len(a.deps.Home.Options) + 1 // 不清楚 stands last, as on every question
	switch act {
	case keymap.Unsure:
		a.role(n - 1)
	case keymap.Code:
		a.push(newEntry(a, "code", keymap.GoOn, func(f *words.Face) string { return f.CodeAsk }, resume))
	case keymap.Law:
		a.push(newEntry(a, "law", keymap.FindThis, func(f *words.Face) string { return f.LawAsk }, searchLaw))
	default:
		if chosen := p.list.do(act, k, n); chosen >= 0 {
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
	foot := a.homeDanger(w, h)
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

// homeDanger is the way to help in danger: the last thing to go.
func (a *App) homeDanger(w, h int) []string {
	text := a.words().HomeDanger
	if w < 60 {
		text = a.words().HomeInBrief
	}
	lines := paint(a.theme.Warn.Render, text, w)
	if h >= 12 {
		lines = append([]string{""}, lines...)
	}
	return lines
}

func texts(t []advisor.Text, l advisor.Lang) []string {
	out := make([]string, len(t))
	for i := range t {
		out[i] = t[i].In(l)
	}
	return out
}
