package tui

import (
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"wangdai/tui/keymap"
)

// Closing tells a visitor that the server is about to stop: the code is shown,
// with which the interview goes on elsewhere.
type Closing struct{}

// idling counts how long no key came. Only one timer runs at a time: a timer
// for each key would keep a goroutine for each until it fires.
type idling struct {
	quiet int // ticks without a key
	left  int // seconds of the countdown still to go; 0 when not asking
}

func (i idling) asking() bool { return i.left > 0 }

type tick struct{}

const (
	// Countdown is the time to answer "still there?". Longer would redraw the
	// page for nothing, shorter is missed while reading a paper.
	Countdown = time.Minute
	// ticks is how many parts the time without a key is counted in.
	ticks = 10
	// countdown is the same in seconds, each of which is drawn.
	countdown = int(Countdown / time.Second)
)

// watch starts the next timer: coarse while quiet, by the second while asking.
func (a *App) watch() tea.Cmd {
	if a.deps.Idle <= 0 {
		return nil
	}
	d := a.deps.Idle / ticks
	if a.idle.asking() {
		d = time.Second
	}
	done := a.deps.Done
	return func() tea.Msg {
		t := time.NewTimer(d)
		defer t.Stop()
		select {
		case <-t.C:
			return tick{}
		case <-done:
			return nil
		}
	}
}

// ticked counts one more part of quiet, then the seconds of the countdown; at
// its end every answer is dropped.
func (a *App) ticked() tea.Cmd {
	switch {
	case a.idle.left == 1:
		a.idle = idling{}
		a.ended = Idle
		if cmd := a.leave(); !a.deps.Kiosk {
			return cmd
		} else {
			return tea.Batch(cmd, a.watch())
		}
	case a.idle.asking():
		a.idle.left--
	case a.deps.Kiosk && len(a.pages) == 1 && !a.said():
		a.idle.quiet = 0 // the start page of a desk has nothing to drop
	default:
		if a.idle.quiet++; a.idle.quiet >= ticks {
			a.idle = idling{left: countdown}
		}
	}
	return a.watch()
}

// stir notes a key, and reports whether it was the answer to "still there?".
func (a *App) stir() bool {
	asked := a.idle.asking()
	a.idle = idling{}
	return asked
}

// idlePage asks whether someone is still there.
type idlePage struct{}

func (idlePage) do(*App, keymap.Act, keymap.Key) tea.Cmd { return nil }
func (idlePage) head(a *App) (string, string)            { return a.words().Name, "" }
func (idlePage) keys(*App) keymap.Map                    { return bare }
func (idlePage) cursor() int                             { return 0 }

func (idlePage) body(a *App, w, _ int) []string {
	f := a.words()
	lines := paint(a.theme.Warn.Render, f.IdleAsk, w)
	return append(lines, flow(w, fmt.Sprintf(f.IdleLeft, a.idle.left))...)
}

// closingPage says that the server stops, and how to go on.
func closingPage() page {
	return helpPage(func(a *App) string {
		if a.s == nil || a.s.State().Answered == 0 {
			return a.words().Closing
		}
		return a.words().Closing + "\n" + a.labels().Code + a.labels().Colon + a.Code()
	})
}
