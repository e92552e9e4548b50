package tui

import (
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
	if a.deps.Save == nil {
		p.save.say(func(a *App) string { return a.taking().NoSave })
		return nil
	}
	format, r := a.deps.Formats[i].Name, a.result().report
	return p.save.start(a, func(s Saver) (string, error) { return s.Save(format, r) })
}

func (p *exporter) body(a *App, w, h int) []string {
	foot := append(flow(w, ""), a.codeNote(w)...)
	foot = append(foot, p.save.lines(a, w)...)
	return append(p.draw(a, a.entries(a.deps.Formats), nil, w, max(1, h-len(foot))), foot...)
}
