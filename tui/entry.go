package tui

import (
	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/tui/keymap"
)

// entry asks for one line of text.
type entry struct {
	input
	name    string     // under which what was typed is kept
	enter   keymap.Act // what enter does
	prompt  func(*words.Face) string
	problem func(*App) string // why the last line was not taken; nil
	done    func(a *App, p *entry)
}

// newEntry is a field with what was typed into it before.
func newEntry(a *App, name string, enter keymap.Act, prompt func(*words.Face) string, done func(*App, *entry)) *entry {
	p := &entry{name: name, enter: enter, prompt: prompt, done: done}
	p.set(a.kept.typed[name])
	return p
}

func (p *entry) head(a *App) (string, string) { return a.words().Name, "" }
func (p *entry) keys(*App) keymap.Map         { return keymap.On(p.enter, keymap.Back) }
func (p *entry) typing() bool                 { return true }

func (p *entry) do(a *App, act keymap.Act, _ keymap.Key) tea.Cmd {
	if act == keymap.Back {
		a.pop()
		return nil
	}
	p.problem = nil
	p.done(a, p)
	return nil
}

func (p *entry) edit(a *App, msg tea.KeyPressMsg) {
	p.problem = told(p.input.key(msg))
	a.kept.note(p.name, p.text())
}

// paste takes a text, be it a code that stands on several lines of a paper.
func (p *entry) paste(a *App, text string) {
	p.problem = told(p.input.paste(text))
	a.kept.note(p.name, p.text())
}

func (p *entry) body(a *App, w, _ int) []string {
	lines := flow(w, p.prompt(a.words()))
	lines = append(lines, p.draw(a, w, len(lines))...)
	lines = append(lines, "")
	lines = append(lines, paint(a.theme.Muted.Render, a.words().FieldDanger, w)...)
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
	if a.base == nil {
		return
	}
	r, err := a.base.ReadCode(p.text(), a.deps.Today)
	if err != nil {
		p.problem = told(err)
		return
	}
	a.resume(r.Record)
	if len(r.Lost) > 0 || len(a.s.Fallen()) > 0 {
		a.push(lostPage(r))
	}
}
