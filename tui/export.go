package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wangdai/tui/keymap"
)

// exporter saves the report, and leads to the letters and the code.
type exporter struct {
	list
	save saving
}

func (p *exporter) head(a *App) (string, string) { return a.taking().Title, "" }

func (p *exporter) keys(a *App) keymap.Map {
	switch {
	case a.deps.Save == nil && a.deps.Kiosk: // what is copied would lie on the desk's clipboard
		return keymap.On(keymap.Back, keymap.Letters, keymap.QR)
	case a.deps.Save == nil:
		return keymap.On(keymap.Back, keymap.Letters, keymap.Copy, keymap.QR)
	}
	return listing(len(a.deps.Formats), keymap.Keep, keymap.Back, keymap.Letters, keymap.Choose, keymap.Copy, keymap.QR,
		keymap.Down)
}

func (p *exporter) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	switch act {
	case keymap.Copy:
		p.save.say(func(a *App) string { return a.taking().Copied })
		return tea.SetClipboard(a.Code())
	case keymap.QR:
		a.push(&codePage{})
	case keymap.Letters:
		a.push(&letters{})
	case keymap.Back:
		a.pop()
	default:
		if chosen := p.list.do(act, k, len(a.deps.Formats)); chosen >= 0 {
			return p.start(a, chosen)
		}
	}
	return nil
}

func (p *exporter) start(a *App, i int) tea.Cmd {
	format, r := a.deps.Formats[i].Name, a.result().report
	return p.save.start(a, func(s Saver) (string, error) { return s.Save(format, r) })
}

func (p *exporter) body(a *App, w, h int) []string {
	foot := append(flow(w, ""), a.codeNote(w)...)
	foot = append(foot, p.save.lines(a, w)...)
	if a.deps.Save == nil {
		p.row = -1
		return append(p.unsaved(a, w), foot...)
	}
	return append(p.draw(a, a.entries(a.deps.Formats), nil, w, max(1, h-len(foot))), foot...)
}

// unsaved says how to take the report along from where no file is kept: over
// SSH by the exact lines to run at home.
func (p *exporter) unsaved(a *App, w int) []string {
	lines := flow(w, a.taking().NoSave)
	if !a.deps.Kiosk {
		lines = append(lines, flow(w, fmt.Sprintf(a.taking().AtHome, a.Code()))...)
	}
	return lines
}
