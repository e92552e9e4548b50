package kiosk

import (
	"net/netip"
	"sync"
	"time"

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
	callers map[netip.Prefix]*caller
}

type caller struct {
	conns  int
	tokens *rate.Limiter
}

func newLimits(sessions, perCaller int, perSecond float64, now func() time.Time) *limits {
	return &limits{sessions: sessions, perCaller: perCaller, rate: rate.Limit(perSecond),
		burst: max(burst, int(10*perSecond)),
		now:   now, callers: map[netip.Prefix]*caller{}}
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

func (l *limits) connections() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.conns
}
