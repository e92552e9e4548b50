package kiosk

import (
	"context"
	"io"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"

	"wangdai/advisor"
	"wangdai/tui"
)

// A visit is one session of one visitor. Nothing in it says who they are or
// what they answered.
type visit struct {
	s      *Server
	line   *line
	law    *Law
	start  time.Time
	cancel context.CancelFunc // ends the session's context
	kind   string             // tui, plain, export, advise, file, help, unknown
	term   string             // cleaned; "" without a terminal
	wordy  bool               // their command is longer than any of ours
	lang   advisor.Lang

	mu      sync.Mutex
	how     string // how it ended, if something of ours ended it
	w, h    int
	program *tea.Program // while one runs
	sizing  bool         // a window change is on its way to it
	notice  func()       // tells the visitor that the server stops
	out     io.Closer    // the channel
}

func visitOf(sess ssh.Session) *visit {
	v, _ := sess.Context().Value(visitKey).(*visit)
	return v
}

// end notes why a session ends; the first reason is the right one.
func (v *visit) end(how string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.how == "" {
		v.how = how
	}
}

func (v *visit) ended() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.how
}

// tell says that the server is about to stop.
func (v *visit) tell() {
	v.mu.Lock()
	p, notice := v.program, v.notice
	v.mu.Unlock()
	if p != nil {
		go p.Send(tui.Closing{}) // may wait for one who does not read
	} else if notice != nil {
		go notice()
	}
}

// finish ends a session from outside: the program restores the terminal.
func (v *visit) finish(how string) {
	v.end(how)
	v.mu.Lock()
	p, out := v.program, v.out
	v.mu.Unlock()
	if p != nil {
		go p.Quit()
	} else if out != nil {
		go out.Close()
	}
}

// pace is how often a window change is handed to the program: each costs a
// whole frame, and a dragged corner sends hundreds.
const pace = 30 * time.Millisecond

// widest and tallest a screen may be: beyond it nothing becomes easier to
// read, and each cell costs about 100 bytes.
const widest, tallest = 240, 80

// window is a size that a screen can have; a client that knows none gets the
// usual one.
func window(w, h uint32) (int, int) {
	if w == 0 || h == 0 {
		return 80, 24
	}
	return int(min(w, widest)), int(min(h, tallest))
}

// resize notes the window's size, bounded; the last one of each pace arrives.
func (v *visit) resize(w, h uint32) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.w, v.h = window(w, h)
	if v.program == nil || v.sizing {
		return
	}
	v.sizing = true
	time.AfterFunc(pace, func() {
		v.mu.Lock()
		v.sizing = false
		p, msg := v.program, tea.WindowSizeMsg{Width: v.w, Height: v.h}
		v.mu.Unlock()
		if p != nil {
			p.Send(msg)
		}
	})
}
