package kiosk

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"charm.land/ssh"
	"github.com/pires/go-proxyproto"
)

// A line is one connection that was let in.
type line struct {
	net.Conn
	s     *Server
	from  netip.Addr
	start time.Time

	once sync.Once
	mu   sync.Mutex
	open int         // sessions on it
	shut int         // channels refused
	reap *time.Timer // closes it when no session is open
}

// admit is asked about every connection before a byte of it is read.
func (s *Server) admit(ctx ssh.Context, c net.Conn) net.Conn {
	if p, ok := c.(*proxyproto.Conn); ok && p.ProxyHeader() == nil {
		s.refused(noProxy)
		return nil
	}
	ap, err := netip.ParseAddrPort(c.RemoteAddr().String())
	if err != nil {
		s.refused(noProxy)
		return nil
	}
	reason := stopping
	if !s.draining.Load() {
		reason = s.limits.enter(block(ap.Addr()))
	}
	if reason != "" {
		s.refused(reason)
		return nil
	}
	l := &line{Conn: c, s: s, from: ap.Addr(), start: s.cfg.now()()}
	l.mu.Lock()
	l.reap = time.AfterFunc(s.cfg.handshake+s.cfg.unused, l.unused)
	l.mu.Unlock()
	ctx.SetValue(lineKey, l)
	return l
}

type key int

const (
	lineKey key = iota
	visitKey
)

// Close gives the place back, once.
func (l *line) Close() error {
	l.once.Do(func() {
		l.reap.Stop()
		l.s.limits.exit(block(l.from))
	})
	return l.Conn.Close()
}

// unused closes a connection on which no session is open.
func (l *line) unused() {
	l.mu.Lock()
	idle := l.open == 0
	l.mu.Unlock()
	if idle {
		_ = l.Close()
	}
}

// channelsPerLine is how many sessions one connection may have at a time: one
// to read, one to fetch the report with.
const channelsPerLine = 2

// take counts a session in; false when there are too many.
func (l *line) take() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open >= channelsPerLine {
		return false
	}
	l.open++
	return true
}

func (l *line) leave() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open--; l.open == 0 {
		stay := l.s.cfg.unused
		if l.s.draining.Load() {
			stay = farewell
		}
		l.reap.Reset(stay)
	}
}

// farewell is how long a connection to a stopping server outlives its last
// session: the exit status is still on its way.
const farewell = 100 * time.Millisecond

// mostRefusals is how many channels are refused on one connection before it is
// closed: the SSH library remembers each of them.
const mostRefusals = 16

// refuse counts a refused channel; true when it was one too many.
func (l *line) refuse() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.shut++
	return l.shut > mostRefusals
}
