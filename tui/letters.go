package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wangdai/tui/look"
)

// letters lists the letters that are ready for this person.
type letters struct{ list }

func (p *letters) head(a *App) (string, string) {
	return a.taking().Letters, fmt.Sprint(len(a.result().report.Drafts))
}

func (p *letters) keys(a *App) string { return a.taking().ToSave }

func (p *letters) update(a *App, key, _ string) tea.Cmd {
	if key == look.Back || key == "esc" {
		a.pop()
		return nil
	}
	drafts := a.result().report.Drafts
	if chosen := p.list.update(key, len(drafts)); chosen >= 0 {
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
