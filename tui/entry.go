package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// entry asks for one line of text.
type entry struct {
	input
	prompt  func(*words.Face) string
	problem func(*App) string // why the last line was not taken; nil
	done    func(a *App, p *entry)
}

func (p *entry) head(a *App) (string, string) { return a.words().Name, "" }
func (p *entry) keys(a *App) string           { return a.words().PageKeys }
func (p *entry) typing() bool                 { return true }

func (p *entry) update(a *App, key, text string) tea.Cmd {
	p.problem = nil
	switch key {
	case "enter":
		p.done(a, p)
	case "esc":
		a.pop()
	default:
		// A code may stand on several lines of a paper.
		p.problem = told(p.input.update(key, strings.ReplaceAll(text, "\n", " ")))
	}
	return nil
}

func (p *entry) body(a *App, w, _ int) []string {
	lines := flow(w, p.prompt(a.words()))
	lines = append(lines, p.draw(w, len(lines))...)
	lines = append(lines, "")
	if p.problem != nil {
		lines = append(lines, paint(a.theme.Warn.Render, p.problem(a), w)...)
	}
	return lines
}

// told is an error in the language of the screen at each drawing; nil for none.
func told(err error) func(*App) string {
	if err == nil {
		return nil
	}
	return func(a *App) string {
		if n, ok := fact.NoticeIn(err); ok {
			return n.In(a.lang)
		}
		return err.Error()
	}
}

// resume goes on from a code.
func resume(a *App, p *entry) {
	r, err := a.base.ReadCode(p.text, a.deps.Today)
	if err != nil {
		p.problem = told(err)
		return
	}
	a.resume(r.Record)
	if len(r.Lost) > 0 || len(a.s.Fallen()) > 0 {
		a.push(lostPage(r))
	}
}
