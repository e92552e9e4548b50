package tui

import (
	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/typeset"
)

// A Saver puts a report or a letter somewhere and says where. It is called
// outside Update, and may take its time.
type Saver interface {
	Save(format string, r *advisor.Report) (where string, err error)
	SaveLetter(format string, l *advisor.Letter) (where string, err error)
}

// A Format is an export that can be saved; Letter tells that letters can.
type Format struct {
	Name   string
	Text   advisor.Text
	Letter bool
}

// entries are formats as a list shows them.
func (a *App) entries(formats []Format) []string {
	out := make([]string, len(formats))
	for i, f := range formats {
		out[i] = f.Name + "  " + f.Text.In(a.lang)
	}
	return out
}

// saved is the outcome of a save, for the page that asked.
type saved struct {
	to    *saving
	where string
	err   error
}

// saving is the part of a page that shows how saving went.
type saving struct {
	busy bool
	said func(a *App) string // nil: nothing yet
}

func (p *saving) say(text func(a *App) string) { p.said = text }

// lines are what was said last, below a blank line.
func (p *saving) lines(a *App, w int) []string {
	if p.said == nil {
		return nil
	}
	return flow(w, "", p.said(a))
}

// start runs a save beside the drawing. A second one waits for the first: two
// files of the same name would otherwise race.
func (p *saving) start(a *App, save func(Saver) (string, error)) tea.Cmd {
	if p.busy {
		return nil
	}
	p.busy = true
	p.say(func(a *App) string { return a.taking().Saving })
	to := a.deps.Save
	return func() tea.Msg {
		where, err := save(to)
		return saved{p, where, err}
	}
}

// done notes how it went. The page may have been left meanwhile; then nobody
// reads it.
func (m saved) done() {
	m.to.busy = false
	m.to.say(func(a *App) string {
		if m.err != nil {
			return typeset.Clean(told(m.err)(a))
		}
		return a.taking().Saved + typeset.Clean(m.where)
	})
}
