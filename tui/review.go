package tui

import (
	tea "charm.land/bubbletea/v2"

	"wangdai/tui/look"
)

// review lists the answers; enter or a digit changes one.
type review struct{ list }

func (p *review) head(a *App) (string, string) { return a.words().ReviewTitle, "" }
func (p *review) keys(a *App) string           { return a.words().ReviewKeys }

func (p *review) answered(a *App) []int {
	given := a.s.Answers()
	var out []int
	for _, q := range a.s.State().Asked {
		if _, ok := given[a.base.Asked(q).ID]; ok {
			out = append(out, q)
		}
	}
	return out
}

func (p *review) update(a *App, key, _ string) tea.Cmd {
	if key == look.Back || key == "esc" {
		a.pop()
		return nil
	}
	answered := p.answered(a)
	if chosen := p.list.update(key, len(answered)); chosen >= 0 {
		q := newInterview(a, answered[chosen])
		q.change = true
		a.push(q)
	}
	return nil
}

func (p *review) body(a *App, w, h int) []string {
	given := a.s.Answers()
	var entries []string
	for _, q := range p.answered(a) {
		k := a.base.Questions[q].Fact
		f := &a.base.Facts[k]
		entries = append(entries, f.Label.In(a.lang)+"  "+a.base.FormatValue(k, given[f.ID], a.lang))
	}
	if lines := p.draw(a, entries, nil, w, h); len(lines) > 0 {
		return lines
	}
	return []string{a.words().Nothing}
}
