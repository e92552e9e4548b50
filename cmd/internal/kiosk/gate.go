package kiosk

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"wangdai/advisor/typeset"
)

// The gate stands between a client's channel and the SSH library. The library
// keeps every variable, signal and window that a client sends, and waits for
// ever on some of them; what it gets to see is bounded and cleaned here.

const (
	// mostRequests on one channel, window changes aside, before the
	// connection is closed. OpenSSH sends about five.
	mostRequests = 256
	// mostResizes on one channel: hours of dragging a window's corner.
	mostResizes = 100_000
	// mostSubsystem bounds the name of one.
	mostSubsystem = 64
	mostValue     = 64 // of an environment variable
)

// environment is what is taken of a visitor's variables: language, colour, and
// what tells terminals apart.
var environment = []string{"LANG", "LC_ALL", "LC_MESSAGES", "WANGDAI_LANG", "NO_COLOR", "COLORTERM", "ACCESSIBLE",
	"TERM_PROGRAM", "WT_SESSION"}

// session takes a channel on which a visitor wants to talk.
func (s *Server) session(srv *ssh.Server, conn *gossh.ServerConn, nc gossh.NewChannel, ctx ssh.Context) {
	l, _ := ctx.Value(lineKey).(*line)
	if l == nil || !l.take() {
		s.turnAway(l, conn, nc, gossh.ResourceShortage, manyChannels)
		return
	}
	defer l.leave()
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	v := &visit{s: s, line: l, start: s.cfg.now()(), cancel: cancel, law: s.law.Load()}
	g := &gated{NewChannel: nc, v: v, hangUp: func() { _ = conn.Close() }}
	ssh.DefaultSessionHandler(srv, conn, g, &channelContext{Context: ctx, inner: inner, v: v})
}

// refuseChannel is the answer to every other kind of channel: no port, no
// agent, no X11 is forwarded.
func (s *Server) refuseChannel(_ *ssh.Server, conn *gossh.ServerConn, nc gossh.NewChannel, ctx ssh.Context) {
	l, _ := ctx.Value(lineKey).(*line)
	s.turnAway(l, conn, nc, gossh.Prohibited, manyChannels)
}

func (s *Server) turnAway(l *line, conn *gossh.ServerConn, nc gossh.NewChannel, why gossh.RejectionReason,
	reason string) {
	s.refused(reason)
	_ = nc.Reject(why, "wangdai: not offered here")
	if l == nil || l.refuse() {
		_ = conn.Close()
	}
}

// channelContext ends with its channel, where the library's own context ends
// only with the connection.
type channelContext struct {
	ssh.Context
	inner context.Context
	v     *visit
}

func (c *channelContext) Done() <-chan struct{} { return c.inner.Done() }
func (c *channelContext) Err() error            { return c.inner.Err() }
func (c *channelContext) Value(k any) any {
	if k == visitKey {
		return c.v
	}
	return c.Context.Value(k)
}

// gated is a channel whose requests pass the gate.
type gated struct {
	gossh.NewChannel
	v      *visit
	hangUp func()

	seen, resizes, vars int
	pty                 bool
}

// Accept opens the channel.
func (g *gated) Accept() (gossh.Channel, <-chan *gossh.Request, error) {
	ch, in, err := g.NewChannel.Accept()
	if err != nil {
		return nil, nil, err
	}
	out := make(chan *gossh.Request)
	go g.watch(in, out)
	return ch, out, nil
}

// watch hands on what may pass until the client closes the channel.
func (g *gated) watch(in <-chan *gossh.Request, out chan<- *gossh.Request) {
	defer close(out)
	defer g.v.cancel()
	for r := range in {
		if !g.count(r) {
			g.v.s.refused(manyRequests)
			g.hangUp()
			break
		}
		if g.passes(r) {
			out <- r
		} else {
			_ = r.Reply(r.Type == "window-change", nil)
		}
	}
	for r := range in { // what was already on its way
		_ = r.Reply(false, nil)
	}
}

func (g *gated) count(r *gossh.Request) bool {
	if r.Type == "window-change" {
		g.resizes++
		return g.resizes <= mostResizes
	}
	g.seen++
	return g.seen <= mostRequests
}

func (g *gated) passes(r *gossh.Request) bool {
	switch r.Type {
	case "shell", "subsystem":
		return len(r.Payload) <= mostSubsystem
	case "exec":
		return g.command(r)
	case "env":
		return g.env(r)
	case "pty-req":
		return g.terminal(r)
	case "window-change":
		var w struct{ W, H, PW, PH uint32 }
		if gossh.Unmarshal(r.Payload, &w) == nil {
			g.v.resize(w.W, w.H)
		}
		return false // the library would wait for someone to take it
	}
	return false // agents, X11, signals, breaks, and what is yet to be invented
}

// command hands on a command that can be one of ours, and the name of none in
// place of any other: the visitor is answered by the same sentence, or told
// that it is longer than any that is.
func (g *gated) command(r *gossh.Request) bool {
	var c struct{ Line string }
	g.v.wordy = len(r.Payload) > g.v.law.most()
	if g.v.wordy || gossh.Unmarshal(r.Payload, &c) != nil || !utf8.ValidString(c.Line) ||
		typeset.Clean(c.Line) != c.Line {
		c.Line = "-"
	}
	r.Payload = gossh.Marshal(&c)
	return true
}

// env takes the few variables that mean something, each once and short.
func (g *gated) env(r *gossh.Request) bool {
	var kv struct{ Name, Value string }
	if gossh.Unmarshal(r.Payload, &kv) != nil || !slices.Contains(environment, kv.Name) || len(kv.Value) > mostValue ||
		g.vars >= len(environment) {
		return false
	}
	kv.Value = typeset.Clean(strings.ToValidUTF8(kv.Value, ""))
	g.vars++
	r.Payload = gossh.Marshal(&kv)
	return true
}

// terminal cleans TERM and keeps the window and the modes to itself: the size
// is the program's business, and there is no device to set modes on.
func (g *gated) terminal(r *gossh.Request) bool {
	var p struct {
		Term         string
		W, H, PW, PH uint32
		Modes        string
	}
	if g.pty || gossh.Unmarshal(r.Payload, &p) != nil {
		return false
	}
	g.pty = true
	g.v.resize(p.W, p.H)
	p.Term, p.Modes, p.W, p.H, p.PW, p.PH = termName(p.Term), "", 0, 0, 0, 0
	g.v.term = p.Term
	r.Payload = gossh.Marshal(&p)
	return true
}

// termName is a name of the terminal database, or the plainest that fits.
func termName(s string) string {
	ok := s != "" && len(s) <= 32 && strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' ||
			strings.ContainsRune("-+._", r))
	}) < 0
	if !ok {
		return "xterm"
	}
	return s
}
