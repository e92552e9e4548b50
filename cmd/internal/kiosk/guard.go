package kiosk

import (
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// guard is the root of every visitor's program: what panics beneath it ends
// that program and nothing else. The library would print the message, with
// whatever it holds, on the server's standard error.
type guard struct {
	app    program
	v      *visit
	quit   func()
	branch string // of the report already counted
	broken atomic.Bool
}

// Init begins the program.
func (g *guard) Init() (cmd tea.Cmd) {
	defer g.catch(&cmd)
	return g.shield(g.app.Init())
}

// Update hands a message on.
func (g *guard) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g
	defer g.catch(&cmd)
	_, cmd = g.app.Update(msg)
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		g.count()
	}
	return g, g.shield(cmd)
}

// count counts a report the first time it is reached.
func (g *guard) count() {
	b := g.app.Branch()
	if b != "" && b != g.branch {
		g.v.s.metrics.reported(b)
	}
	g.branch = b
}

// View draws the program, or says that it broke.
func (g *guard) View() (view tea.View) {
	defer func() {
		if r := recover(); r != nil {
			g.fell()
			view = tea.NewView("")
			g.quit()
		}
	}()
	if g.broken.Load() {
		return tea.NewView("")
	}
	return g.app.View()
}

func (g *guard) catch(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		g.fell()
		*cmd = tea.Quit
	}
}

func (g *guard) fell() {
	g.broken.Store(true)
	g.v.end("panic")
	g.v.s.metrics.panics.Inc()
	g.v.s.log.Error("panic", "at", where())
}

// shield keeps what panics in a command inside the session as well.
func (g *guard) shield(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				g.fell()
				msg = tea.Quit()
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = g.shield(batch[i])
			}
		}
		return msg
	}
}
