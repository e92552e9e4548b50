package kiosk

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	"github.com/charmbracelet/colorprofile"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
	"wangdai/tui"
	"wangdai/tui/keys"
)

// A program is the interview as the guard sees it.
type program interface {
	tea.Model
	Ended() tui.Ending
	Branch() string
}

// interview runs a visitor's own program on their terminal.
func (s *Server) interview(ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v := visitOf(sess)
		v.kind = "tui"
		ctx := sess.Context()
		var app program = tui.New(tui.Deps{
			Home:         v.law.Home,
			Load:         func() (*advisor.Base, error) { return v.law.Base, nil },
			Today:        s.cfg.Today(),
			Lang:         v.lang,
			OfficialText: v.law.Official,
			Idle:         s.cfg.Idle,
			Done:         ctx.Done(),
		})
		if s.cfg.wrap != nil {
			app = s.cfg.wrap(app)
		}
		g := &guard{app: app, v: v}
		m := &measured{Session: sess, v: v, feed: newFeed()}
		p := tea.NewProgram(g, s.options(m)...)
		g.quit = func() { go p.Quit() }
		v.mu.Lock()
		v.program = p
		v.mu.Unlock()
		// The program knows of no input, so that no bytes of a stranger reach
		// its library, and what reads them ends with the session. The error is
		// one that measured has dealt with.
		go func() { _ = keys.Feed(ctx, m, p.Send, func() { g.fell(); p.Quit() }) }()
		_, err := p.Run()
		v.mu.Lock()
		v.program = nil
		v.mu.Unlock()
		p.Kill()
		v.cancel() // the timers of the program end with it
		switch {
		case ctx.Err() != nil && v.ended() == "" && errors.Is(err, tea.ErrProgramKilled) && sess.Context().Err() != nil:
			v.end("lost")
		case app.Ended() != tui.Quit:
			// Leaving is deleting: the screen and what can be scrolled back to.
			_, _ = io.WriteString(sess, hall.Wipe)
		}
		v.end(map[tui.Ending]string{tui.Quit: "quit", tui.Left: "left", tui.Idle: "idle"}[app.Ended()])
	}
}

// options are a program's: bounded in size, drawn to the session, and with the
// library's signal handlers off, of which every session would install its own.
func (s *Server) options(m *measured) []tea.ProgramOption {
	v := m.v
	env := append(m.Environ(), "TERM="+v.term)
	profile := colorprofile.Env(env)
	if hall.Colourless(sent(m)) {
		profile = colorprofile.ASCII
	}
	v.mu.Lock()
	w, h := v.w, v.h
	v.mu.Unlock()
	return []tea.ProgramOption{
		tea.WithInput(keys.Silent{}), tea.WithOutput(m),
		tea.WithEnvironment(env), tea.WithColorProfile(profile), tea.WithWindowSize(w, h),
		tea.WithContext(m.Context()), tea.WithoutSignalHandler(), tea.WithFilter(v.filter),
	}
}

// mostPaste is what is handed on of a pasted text: enough to show the program
// that it is too long for any answer, which it then says.
const mostPaste = fact.MaxText + utf8.UTFMax

// filter keeps from the program what no terminal of a visitor may ask for.
func (v *visit) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg := msg.(type) {
	case tea.SuspendMsg:
		return nil // it would stop the server
	case tea.WindowSizeMsg:
		// A terminal may also type its size; what SSH says of it counts.
		v.mu.Lock()
		defer v.mu.Unlock()
		return tea.WindowSizeMsg{Width: v.w, Height: v.h}
	case tea.PasteMsg:
		if len(msg.Content) > mostPaste {
			msg.Content = strings.ToValidUTF8(msg.Content[:mostPaste], "")
		}
		return msg
	}
	return msg
}
