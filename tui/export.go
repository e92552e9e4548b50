package tui

import (
	tea "charm.land/bubbletea/v2"

	"wangdai/tui/look"
)

// exporter saves the report, and leads to the letters and the code.
type exporter struct {
	list
	save saving
}

func (p *exporter) head(a *App) (string, string) { return a.taking().Title, "" }
func (p *exporter) keys(a *App) string           { return a.taking().ExportKeys }

func (p *exporter) update(a *App, key, _ string) tea.Cmd {
	switch key {
	case look.Copy:
		p.save.say(func(a *App) string { return a.taking().Copied })
		return tea.SetClipboard(a.Code())
	case look.QR:
		a.push(&codePage{})
	case look.Letters:
		a.push(&letters{})
	case look.Back, "esc":
		a.pop()
	default:
		if chosen := p.list.update(key, len(a.deps.Formats)); chosen >= 0 {
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
