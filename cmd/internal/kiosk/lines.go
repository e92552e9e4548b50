package kiosk

import (
	"bufio"
	"io"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"charm.land/ssh"

	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
)

// patience asks a visitor who types no line whether they are still there, and
// ends the session when no answer comes.
type patience struct {
	r     io.Reader
	mu    sync.Mutex
	timer *time.Timer
	asked bool
	fire  func()
	idle  time.Duration
}

func newPatience(s *Server, v *visit, sess ssh.Session, r io.Reader) *patience {
	p := &patience{r: r, idle: s.cfg.Idle}
	p.fire = func() {
		p.mu.Lock()
		again := p.asked
		p.asked = true
		p.timer.Reset(s.cfg.countdown)
		p.mu.Unlock()
		if again {
			v.finish("idle")
			return
		}
		_, _ = io.WriteString(sess, "\n"+v.words().StillThere+"\n")
	}
	p.mu.Lock()
	p.timer = time.AfterFunc(s.cfg.Idle, p.fire)
	p.mu.Unlock()
	return p
}

// Read notes that something was typed.
func (p *patience) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	p.mu.Lock()
	p.asked = false
	p.timer.Reset(p.idle)
	p.mu.Unlock()
	return n, err
}

func (p *patience) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.timer.Stop()
}

// typed is what a visitor types: as it comes without a terminal; with one, a
// line at a time with echo and correction, which no device does for us here.
type typed struct {
	r    *bufio.Reader
	echo io.Writer // nil without a terminal
	v    *visit
	sum  int
	rest []byte // of a finished line
}

// mostLine is what is handed on of a line, in bytes: enough to show that it is
// too long for any answer.
const mostLine = fact.MaxText + 1

// Read is the next part of the input.
func (t *typed) Read(p []byte) (int, error) {
	if t.echo == nil {
		n, err := t.r.Read(p)
		return n, t.bound(n, err)
	}
	if len(t.rest) == 0 {
		line, err := t.line()
		if err != nil {
			return 0, err
		}
		t.rest = line
	}
	n := copy(p, t.rest)
	t.rest = t.rest[n:]
	return n, nil
}

func (t *typed) bound(n int, err error) error {
	if t.sum += n; t.sum > mostFeed {
		t.v.end("flood")
		return io.EOF
	}
	return err
}

// line reads up to enter. Ctrl-C and Ctrl-D end the input, as on a terminal.
func (t *typed) line() ([]byte, error) {
	var out []byte
	show := func(s string) { _, _ = io.WriteString(t.echo, s) }
	for {
		r, n, err := t.r.ReadRune()
		if err := t.bound(n, err); err != nil {
			return nil, err
		}
		switch {
		case r == '\r' || r == '\n':
			show("\n")
			return append(out, '\n'), nil
		case r == 3, r == 4 && len(out) == 0:
			show("\n")
			return nil, io.EOF
		case r == 8 || r == 127:
			if last, size := utf8.DecodeLastRune(out); size > 0 {
				out = out[:len(out)-size]
				show(strings.Repeat("\b \b", typeset.Width(string(last))))
			}
		case r == 27:
			t.escape()
		case len(out) < mostLine:
			s := fact.Fold(string(r))
			out = append(out, s...)
			show(s)
		}
	}
}

// escape skips what an arrow key or a paste mark sends after ESC, so that its
// tail is not taken for an answer.
func (t *typed) escape() {
	if t.r.Buffered() == 0 {
		return // the key itself
	}
	if b, _ := t.r.Peek(1); b[0] != '[' && b[0] != 'O' {
		return
	}
	_, _ = t.r.ReadByte()
	for t.r.Buffered() > 0 {
		if b, _ := t.r.ReadByte(); b >= 0x40 && b <= 0x7e {
			return
		}
	}
}
