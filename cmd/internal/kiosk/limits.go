package kiosk

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"charm.land/ssh"
	"github.com/pires/go-proxyproto"
	"golang.org/x/time/rate"
)

// Reasons for turning a connection, a channel or a session away; each has a
// counter.
const (
	fullServer   = "full"        // max-sessions
	fullAddress  = "per_address" // max-per-ip
	tooFast      = "rate"
	manyChannels = "channels"
	manyRequests = "requests"
	noProxy      = "proxy" // not from the balancer
	stopping     = "stopping"
)

const (
	// burst is how many connections one address may open at once before the
	// rate counts: a room of people behind one router.
	burst = 20
	// spare connections may be open beyond the sessions, so that a visitor to
	// a full server is told so rather than cut off.
	spare = 64
	// mostCallers bounds the table of addresses.
	mostCallers = 1 << 16
)

// limits decides who may connect: so many in all, so many and so fast from one
// address, where an IPv6 address counts as its /64 (a home has all of one).
type limits struct {
	sessions, perCaller int
	rate                rate.Limit
	burst               int
	now                 func() time.Time

	mu      sync.Mutex
	conns   int
	inside  int // sessions
	callers map[netip.Prefix]*caller
}

type caller struct {
	conns  int
	tokens *rate.Limiter
}

func newLimits(sessions, perCaller int, perSecond float64, now func() time.Time) *limits {
	return &limits{sessions: sessions, perCaller: perCaller, rate: rate.Limit(perSecond), burst: max(burst, int(10*perSecond)),
		now: now, callers: map[netip.Prefix]*caller{}}
}

// block is the unit that counts as one visitor's address.
func block(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	bits := 64
	if a.Is4() {
		bits = 32
	}
	p, _ := a.Prefix(bits)
	return p
}

// enter counts a connection in; the reason is "" when it may stay.
func (l *limits) enter(from netip.Prefix) (reason string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.conns >= l.sessions+spare {
		return fullServer
	}
	c := l.callers[from]
	if c == nil {
		if len(l.callers) >= mostCallers && !l.forget() {
			return tooFast
		}
		c = &caller{tokens: rate.NewLimiter(l.rate, l.burst)}
		l.callers[from] = c
	}
	if !c.tokens.AllowN(l.now(), 1) {
		return tooFast
	}
	if c.conns >= l.perCaller {
		return fullAddress
	}
	c.conns++
	l.conns++
	return ""
}

// forget drops the addresses that are as if they had never come.
func (l *limits) forget() bool {
	now := l.now()
	for k, c := range l.callers {
		if c.conns == 0 && c.tokens.TokensAt(now) >= float64(l.burst) {
			delete(l.callers, k)
		}
	}
	return len(l.callers) < mostCallers
}

func (l *limits) exit(from netip.Prefix) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.conns--
	if c := l.callers[from]; c != nil {
		c.conns--
	}
}

// sit takes a place for a session.
func (l *limits) sit() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.inside >= l.sessions {
		return false
	}
	l.inside++
	return true
}

func (l *limits) rise() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.inside--
}

func (l *limits) connections() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.conns
}

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
