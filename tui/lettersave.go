package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wangdai/tui/keymap"
)

// letterSaver asks for the format of a letter.
type letterSaver struct {
	list
	id   string
	save saving
}

func (p *letterSaver) head(a *App) (string, string) { return a.letter(p.id).Title, "" }

func (p *letterSaver) keys(a *App) keymap.Map {
	return listing(len(p.formats(a)), keymap.Keep, keymap.Back, keymap.Choose, keymap.Down)
}

// formats are those that letters come in.
func (p *letterSaver) formats(a *App) []Format {
	var out []Format
	for _, f := range a.deps.Formats {
		if f.Letter {
			out = append(out, f)
		}
	}
	return out
}

func (p *letterSaver) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	if act == keymap.Back {
		a.pop()
		return nil
	}
	formats := p.formats(a)
	chosen := p.list.do(act, k, len(formats))
	if chosen < 0 {
		return nil
	}
	if a.deps.Save == nil {
		p.save.say(func(a *App) string { return fmt.Sprintf(a.taking().NoSaveLetter, p.id) })
		return nil
	}
	format, l := formats[chosen].Name, a.letter(p.id)
	return p.save.start(a, func(s Saver) (string, error) { return s.SaveLetter(format, l) })
}

func (p *letterSaver) body(a *App, w, h int) []string {
	lines, foot := flow(w, a.taking().SaveAs, ""), p.save.lines(a, w)
	above := len(lines)
	lines = append(lines, p.draw(a, a.entries(p.formats(a)), nil, w, max(1, h-above-len(foot)))...)
	p.row += above
	return append(lines, foot...)
}
