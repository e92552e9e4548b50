package kiosk

import (
	"errors"
	"io"
	"sync/atomic"

	"charm.land/ssh"
	"golang.org/x/time/rate"
)

const (
	// feedRate and feedBurst bound what is read from one visitor, in bytes: a
	// person types a hundred a second at most and pastes a page at once.
	feedRate, feedBurst = 16 << 10, 32 << 10
	// mostFeed is all that is read in one session. The library collects a
	// paste until its end mark comes, which may be never.
	mostFeed = 4 << 20
)

func newFeed() *rate.Limiter { return rate.NewLimiter(feedRate, feedBurst) }

// measured is the visitor's end of a program: what it reads is bounded, and
// how long a key waits for its frame is counted.
type measured struct {
	ssh.Session
	v    *visit
	feed *rate.Limiter
	sum  int
	last atomic.Int64 // when the last key came, in nanoseconds; 0 when answered
	out  atomic.Bool  // the first frame is out
}

// Read takes what the visitor typed.
func (m *measured) Read(p []byte) (int, error) {
	n, err := m.Session.Read(p[:min(len(p), feedBurst)])
	if n > 0 {
		m.last.Store(m.v.s.cfg.now()().UnixNano())
		if m.sum += n; m.sum > mostFeed {
			m.v.end("flood")
			m.v.cancel()
			return 0, io.EOF
		}
		if m.feed.WaitN(m.Context(), n) != nil {
			return 0, io.EOF
		}
	}
	if errors.Is(err, io.EOF) {
		m.v.finish("lost") // nobody can type any more
	}
	return n, err
}

// leastFrame is more than what a program sends before its first frame: modes
// and questions to the terminal.
const leastFrame = 200

// Write sends a frame.
func (m *measured) Write(p []byte) (int, error) {
	n, err := m.Session.Write(p)
	now := m.v.s.cfg.now()()
	if !m.out.Load() {
		if len(p) >= leastFrame && m.out.CompareAndSwap(false, true) {
			m.last.Store(0)
			m.v.s.metrics.first.Update(now.Sub(m.v.line.start).Seconds())
		}
	} else if at := m.last.Swap(0); at != 0 {
		m.v.s.metrics.key.Update(float64(now.UnixNano()-at) / 1e9)
	}
	return n, err
}
