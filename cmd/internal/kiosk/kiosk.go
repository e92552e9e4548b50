// Package kiosk serves the advisor over SSH: `ssh host`, and the interview is
// there. It is made to be left open to the world: no login is asked or learnt,
// every visitor has a program of their own behind hard limits, and nothing of
// an answer is kept, logged or counted.
//
// The files: config.go has every setting; limits.go who may come in, line.go
// their connection, gate.go what a client may say on a channel; visit.go one
// session, middle.go what stands around each; interview.go the interview on a
// terminal, guard.go what keeps its panics in, feed.go what it reads; exec.go
// what works without a terminal, lines.go how lines are typed and waited for,
// files.go scp and sftp, packets.go the bounds of sftp; log.go and metrics.go
// what the operator sees, proxy.go the balancer in front.
package kiosk

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"wangdai/advisor"
	"wangdai/advisor/lazy"
	"wangdai/advisor/typeset"
	"wangdai/tui"
)

// A Law is the knowledge as one server holds it: read once, shared by pointer
// among all visitors, never written to.
type Law struct {
	Base     *advisor.Base
	Home     tui.Home
	Official func(law, article string) string // official wording, or nil

	longest int // characters of a code, at most
}

// mostBeside is what may stand beside a code: the command and its flags, or
// the ending of a file's name.
const mostBeside = 256

// most is the longest thing that a visitor has to say at once, in bytes: a
// code with something beside it. A list of payments typed out is shorter.
func (l *Law) most() int { return l.longest + mostBeside }

// A Server is one node. Nodes share nothing but the host key: a code from one
// works on any.
type Server struct {
	cfg      Config
	ssh      *ssh.Server
	law      atomic.Pointer[Law]
	motd     atomic.Pointer[string]
	limits   *limits
	metrics  *meters
	log      *slog.Logger
	seats    chan struct{} // one a session
	work     chan struct{} // a place at the processor, for reports on paper
	draining atomic.Bool

	mu     sync.Mutex
	live   map[*visit]struct{} // sessions now
	listen net.Listener
}

const (
	// handshakeTimeout ends a client that connects and says nothing.
	handshakeTimeout = 10 * time.Second
	// noSession ends a connection on which no session is open.
	noSession = 15 * time.Second
	// lastCall is how long closed programs may take to restore the terminals.
	lastCall = 2 * time.Second
)

// New is a server with its knowledge loaded; nothing listens yet. The error
// names the setting that is wrong, or the faults of the knowledge.
func New(c Config) (*Server, error) {
	lazy.Now() // nothing that is kept is made beside what a visitor types
	c.handshake = cmp.Or(c.handshake, handshakeTimeout)
	c.unused = cmp.Or(c.unused, noSession)
	c.countdown = cmp.Or(c.countdown, tui.Countdown)
	s := &Server{
		cfg: c, log: quiet(c.Log),
		limits: newLimits(c.MaxSessions, c.MaxPerIP, c.Rate, c.now()),
		seats:  make(chan struct{}, c.MaxSessions),
		work:   make(chan struct{}, 2*runtime.GOMAXPROCS(0)),
		live:   map[*visit]struct{}{},
	}
	s.metrics = newMeters(s)
	if err := s.Reload(); err != nil {
		return nil, err
	}
	srv, err := wish.NewServer(
		wish.WithHostKeyPath(c.HostKey),
		wish.WithVersion("wangdai"),
		wish.WithBannerHandler(func(ssh.Context) string { return *s.motd.Load() }),
		wish.WithMaxTimeout(c.MaxTime),
		// Reset by every byte in either direction: the backstop for visitors
		// whose line is dead. Those who only do not type are asked by the
		// program itself.
		wish.WithIdleTimeout(c.Idle+2*tui.Countdown),
		wish.WithSubsystem("sftp", s.middle(s.sftp)),
		// The last runs first.
		wish.WithMiddleware(s.interview, s.commands, s.withoutTerminal, s.place, s.record, s.contain),
	)
	if err != nil {
		return nil, &SettingError{"host-key", c.HostKey, err}
	}
	srv.HandshakeTimeout = c.handshake
	srv.ConnCallback = s.admit
	srv.ServerConfigCallback = func(ssh.Context) *gossh.ServerConfig {
		// No handler for any kind of key or password is set, so that "none" is
		// the login and no client gets to show a key of its owner's.
		return &gossh.ServerConfig{MaxAuthTries: 3}
	}
	srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.session, "default": s.refuseChannel}
	s.ssh = srv
	return s, nil
}

// middle puts the common middlewares around a handler that wish calls by
// itself.
func (s *Server) middle(h ssh.Handler) ssh.SubsystemHandler {
	return ssh.SubsystemHandler(s.contain(s.record(s.place(h))))
}

// Reload reads the knowledge and the message of the day again. Interviews
// that run keep the knowledge they began with. When either cannot be read the
// old ones stay, and the error says why.
func (s *Server) Reload() error {
	motd, err := readMOTD(s.cfg.MOTD)
	if err != nil {
		return err
	}
	law, err := s.cfg.Load()
	if err != nil {
		return err
	}
	own := *law
	own.longest = law.Base.LongestCode(s.cfg.Today())
	s.law.Store(&own)
	s.motd.Store(&motd)
	// Loading leaves much behind that visitors need the room of.
	debug.FreeOSMemory()
	return nil
}

// mostMOTD bounds the message of the day: it is sent before every login.
const mostMOTD = 2 << 10

// readMOTD is the cleaned message of the day; "" without a file.
func readMOTD(name string) (string, error) {
	if name == "" {
		return "", nil
	}
	data, err := os.ReadFile(name)
	if err == nil && len(data) > mostMOTD {
		err = ErrRange
	}
	if err != nil {
		return "", &SettingError{"motd", name, err}
	}
	text := strings.TrimSpace(typeset.CleanLines(strings.ToValidUTF8(string(data), "")))
	return strings.ReplaceAll(text, "\n", "\r\n") + "\r\n", nil
}

// Listen opens the address of the settings.
func (s *Server) Listen() (net.Listener, error) {
	l, err := net.Listen("tcp", s.cfg.Listen)
	if err != nil {
		return nil, &SettingError{"listen", s.cfg.Listen, err}
	}
	return s.behindProxy(l), nil
}

// Serve takes visitors from a listener until Shutdown; then it returns nil.
func (s *Server) Serve(l net.Listener) error {
	// The library can be told to stop only after it has begun.
	s.mu.Lock()
	s.listen = l
	s.mu.Unlock()
	if s.draining.Load() {
		return l.Close()
	}
	s.log.Info("serving", "listen", l.Addr().String(), "sessions", s.cfg.MaxSessions, "law_as_of",
		s.law.Load().Base.LawAsOf.String())
	err := s.ssh.Serve(l)
	if errors.Is(err, ssh.ErrServerClosed) || s.draining.Load() {
		return nil
	}
	return err
}

// Shutdown tells the balancer and the visitors, waits for them until ctx ends,
// and closes what is left.
func (s *Server) Shutdown(ctx context.Context) {
	s.draining.Store(true)
	s.mu.Lock()
	l := s.listen
	s.mu.Unlock()
	if l != nil {
		_ = l.Close()
	}
	s.log.Info("closing", "sessions", s.sessions())
	for _, v := range s.visits() {
		v.tell()
	}
	err := s.ssh.Shutdown(ctx)
	if err != nil {
		for _, v := range s.visits() {
			v.finish("shutdown")
		}
		last, cancel := context.WithTimeout(context.Background(), lastCall)
		defer cancel()
		_ = s.ssh.Shutdown(last)
	}
	_ = s.ssh.Close()
	s.log.Info("closed")
}

func (s *Server) sessions() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.live)
}

func (s *Server) visits() []*visit {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]*visit, 0, len(s.live))
	for v := range s.live {
		out = append(out, v)
	}
	return out
}

// TryReload is [Server.Reload] on a running server: it logs and counts how it
// went, with every fault of a knowledge that was refused.
func (s *Server) TryReload() bool {
	if err := s.Reload(); err != nil {
		s.metrics.badReloads.Inc()
		for _, l := range strings.Split(strings.TrimSpace(err.Error()), "\n") {
			s.log.Error("reload refused", "problem", strings.TrimSpace(l))
		}
		return false
	}
	s.metrics.reloads.Inc()
	s.log.Info("reloaded", "law_as_of", s.law.Load().Base.LawAsOf.String())
	return true
}
