package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wangdai/tui/keymap"
)

// letters lists the letters that are ready for this person.
type letters struct{ list }

func (p *letters) head(a *App) (string, string) {
	return a.taking().Letters, fmt.Sprint(len(a.result().report.Drafts))
}

func (p *letters) keys(a *App) keymap.Map {
	return listing(len(a.result().report.Drafts), keymap.Open, keymap.Back, keymap.Choose, keymap.Down)
}

func (p *letters) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	if act == keymap.Back {
		a.pop()
		return nil
	}
	drafts := a.result().report.Drafts
	if chosen := p.list.do(act, k, len(drafts)); chosen >= 0 {
		a.push(newLetterPage(drafts[chosen].ID))
	}
	return nil
}

func (p *letters) body(a *App, w, h int) []string {
	drafts := a.result().report.Drafts
	entries := make([]string, len(drafts))
	for i := range drafts {
		entries[i] = drafts[i].Title
	}
	lines := flow(w, a.taking().LettersHint, "")
	above := len(lines)
	if lines = append(lines, p.draw(a, entries, nil, w, max(1, h-above))...); len(entries) == 0 {
		return flow(w, a.taking().LettersNone)
	}
	p.row += above
	return lines
}
