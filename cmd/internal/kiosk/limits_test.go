package kiosk

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http/httptest"
	"net/netip"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"wangdai/cmd/internal/hall"

	tea "charm.land/bubbletea/v2"
	charmssh "charm.land/ssh"
	"github.com/pires/go-proxyproto"
	"golang.org/x/crypto/ssh"
)

// TestLimits counts by address, with an IPv6 network for one.
func TestLimits(t *testing.T) {
	now := time.Unix(1000, 0)
	l := newLimits(1000, 3, 1, func() time.Time { return now })
	at := func(s string) netip.Prefix { return block(netip.MustParseAddr(s)) }
	if at("2001:db8:1:2::1") != at("2001:db8:1:2:ffff::9") || at("2001:db8:1:2::1") == at("2001:db8:1:3::1") {
		t.Error("an IPv6 address counts as its /64")
	}
	if at("::ffff:192.0.2.7") != at("192.0.2.7") || at("192.0.2.7") == at("192.0.2.8") {
		t.Error("an IPv4 address counts as itself, however it is written")
	}
	a := at("2001:db8::1")
	for i, want := range []string{"", "", "", fullAddress} {
		if got := l.enter(a); got != want {
			t.Fatalf("connection %d: %q, want %q", i+1, got, want)
		}
	}
	l.exit(a)
	if got := l.enter(a); got != "" {
		t.Errorf("after one left: %q", got)
	}
	b := at("192.0.2.1")
	for range burst {
		if got := l.enter(b); got != "" {
			t.Fatalf("within the burst: %q", got)
		}
		l.exit(b)
	}
	if got := l.enter(b); got != tooFast {
		t.Errorf("after the burst: %q", got)
	}
	now = now.Add(1100 * time.Millisecond)
	if got := l.enter(b); got != "" {
		t.Errorf("a second later: %q", got)
	}
	l.exit(b)
	now = now.Add(time.Hour)
	if l.forget(); len(l.callers) != 1 {
		t.Errorf("%d addresses remembered, only one is here", len(l.callers))
	}
	small := newLimits(1, 1<<20, 1<<20, func() time.Time { return now })
	for range 1 + spare {
		if got := small.enter(b); got != "" {
			t.Fatal(got)
		}
	}
	if got := small.enter(b); got != fullServer {
		t.Errorf("beyond all places: %q", got)
	}
}

// TestFull tells a visitor that the server is full, and serves them later.
func TestFull(t *testing.T) {
	n := serve(t, func(c *Config) { c.MaxSessions = 1 })
	first := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	first.out.wait(t, 0, motto)
	if _, errs, code := run(t, n.addr, "help", nil); code != hall.Busy || !strings.Contains(errs, "110") {
		t.Errorf("a full server: %d, %q", code, errs)
	}
	first.press("\x18")
	_ = first.Wait()
	for end := time.Now().Add(patienceOfTests); ; time.Sleep(10 * time.Millisecond) {
		if _, _, code := run(t, n.addr, "help", nil); code == 0 {
			break
		} else if time.Now().After(end) {
			t.Fatal("the place was not given back")
		}
	}
}

func TestPerAddress(t *testing.T) {
	n := serve(t, func(c *Config) { c.MaxPerIP = 2 })
	connect(t, n.addr, "x")
	connect(t, n.addr, "x")
	if c, err := dial(n.addr, "x"); err == nil {
		_ = c.Close()
		t.Error("a third connection from one address came in")
	}
	metric(t, n, `wangdai_refused_total{reason="per_address"} 1`)
}

func metric(t *testing.T, n *node, line string) {
	t.Helper()
	var page string
	for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		w := httptest.NewRecorder()
		n.Pages().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
		if page = w.Body.String(); strings.Contains(page, line) {
			return
		}
	}
	t.Errorf("no %s in\n%s", line, page)
}

// TestChannels: two sessions on a connection, no more, and not for ever.
func TestChannels(t *testing.T) {
	n := serve(t)
	c := connect(t, n.addr, "x")
	for range channelsPerLine {
		if _, err := c.NewSession(); err != nil {
			t.Fatal(err)
		}
	}
	for range mostRefusals + 1 {
		if _, err := c.NewSession(); err == nil {
			t.Fatal("one session too many")
		}
	}
	if err := c.Wait(); err == nil {
		t.Error("the connection ended as if asked to")
	}
}

// TestForwarding: no port in either direction, no agent, no X11.
func TestForwarding(t *testing.T) {
	n := serve(t)
	behind, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer behind.Close()
	c := connect(t, n.addr, "x")
	if x, err := c.Dial("tcp", behind.Addr().String()); err == nil {
		_ = x.Close()
		t.Error("a port was forwarded")
	}
	if l, err := c.Listen("tcp", "127.0.0.1:0"); err == nil {
		_ = l.Close()
		t.Error("a port was opened on the server")
	}
	if l, err := c.ListenUnix(t.TempDir() + "/s"); err == nil {
		_ = l.Close()
		t.Error("a socket was opened on the server")
	}
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []string{"auth-agent-req@openssh.com", "x11-req", "signal", "break", "no-such"} {
		if ok, err := s.SendRequest(r, true, nil); ok || err != nil {
			t.Errorf("%s: %v, %v", r, ok, err)
		}
	}
}

// TestRequestFlood ends the connection of one who sends variables for ever; a
// window change before the shell must not block it either.
func TestRequestFlood(t *testing.T) {
	n := serve(t)
	other := visitor(t, connect(t, n.addr, "y"), "xterm", 80, 24)
	other.out.wait(t, 0, motto)
	c := connect(t, n.addr, "x")
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	_ = s.RequestPty("xterm", 24, 80, ssh.TerminalModes{})
	for range 50 {
		_ = s.WindowChange(30, 90)
	}
	big := strings.Repeat("x", 30_000)
	for range mostRequests {
		if err := s.Setenv("LANG", big); err == io.EOF {
			break
		}
	}
	_ = c.Wait()
	metric(t, n, `wangdai_refused_total{reason="requests"} 1`)
	other.begin(t)
}

// TestWindow: no visitor gets a screen larger than a screen.
func TestWindow(t *testing.T) {
	n := serve(t)
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 5000, 2000)
	v.out.wait(t, 0, motto)
	size := func() (int, int) {
		for _, x := range n.visits() {
			x.mu.Lock()
			defer x.mu.Unlock()
			return x.w, x.h
		}
		return 0, 0
	}
	if w, h := size(); w != widest || h != tallest {
		t.Errorf("opened at %dx%d", w, h)
	}
	_ = v.WindowChange(10000, 100000)
	v.begin(t)
	if w, h := size(); w != widest || h != tallest {
		t.Errorf("resized to %dx%d", w, h)
	}
	typed := &visit{w: 80, h: 24}
	if got := typed.filter(nil, tea.WindowSizeMsg{Width: 9999, Height: 9999}); got != (tea.WindowSizeMsg{Width: 80,
		Height: 24}) {
		t.Errorf("filter lets through %v", got)
	}
	if typed.filter(nil, tea.SuspendMsg{}) != nil {
		t.Error("filter lets a visitor suspend the server")
	}
}

// TestSilent: one who connects and says nothing is gone after the handshake's
// time, and one who never opens a session does not stay.
func TestSilent(t *testing.T) {
	n := serve(t, func(c *Config) { c.handshake, c.unused = 2*time.Second, 2*time.Second })
	c := raw(t, n.addr)
	_ = c.SetReadDeadline(time.Now().Add(patienceOfTests))
	if _, err := io.Copy(io.Discard, c); err != nil {
		t.Errorf("still open: %v", err)
	}
	mute := connect(t, n.addr, "x")
	after, err := connect(t, n.addr, "x").NewSession()
	if err != nil {
		t.Fatal(err)
	}
	_ = after.Run("help")
	_ = mute.Wait() // closed by the server
	for end := time.Now().Add(patienceOfTests); n.limits.connections() > 0; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d connections stay", n.limits.connections())
		}
	}
}

// TestPanic: what breaks in one session is told to the operator without its
// words, and the neighbour does not notice.
func TestPanic(t *testing.T) {
	const secret = "answer-8833"
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	old := os.Stderr
	os.Stderr = w
	defer func() { os.Stderr = old }()
	n := serve(t, func(c *Config) { c.wrap = func(p program) program { return &fragile{program: p, secret: secret} } })
	neighbour := visitor(t, connect(t, n.addr, "y"), "xterm", 80, 24)
	neighbour.out.wait(t, 0, motto)
	for _, k := range []string{"U", "V", "C", "B"} {
		v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
		v.out.wait(t, 0, motto)
		v.press(k)
		_ = v.Wait()
	}
	metric(t, n, "wangdai_panics_total 4")
	neighbour.begin(t)
	_ = w.Close()
	printed, _ := io.ReadAll(r)
	for _, text := range []string{string(printed), n.log.String()} {
		if strings.Contains(text, secret) {
			t.Errorf("the panic's words were written: %s", text)
		}
	}
	n.log.wait(t, 0, `"end":"panic"`)
	n.log.wait(t, 0, "fragile")
}

// fragile panics on purpose: in Update, in View, in a command, in a batch.
type fragile struct {
	program
	secret string
	draws  bool
}

func (f *fragile) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	boom := func() tea.Msg { panic(f.secret) }
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "U":
			panic(f.secret)
		case "V":
			f.draws = true
		case "C":
			return f, boom
		case "B":
			return f, tea.Batch(boom, func() tea.Msg { return nil })
		}
	}
	_, cmd := f.program.Update(msg)
	return f, cmd
}

func (f *fragile) View() tea.View {
	if f.draws {
		panic(f.secret)
	}
	return f.program.View()
}

// TestAborted: 200 visitors whose line breaks leave nothing behind.
func TestAborted(t *testing.T) {
	n := serve(t)
	warm := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	warm.out.wait(t, 0, motto)
	warm.press("\x18")
	_ = warm.Wait()
	before := settle()
	for range 10 {
		var conns []net.Conn
		var clients []*ssh.Client
		for range 20 {
			c, err := net.Dial("tcp", n.addr)
			if err != nil {
				t.Fatal(err)
			}
			sc, chans, reqs, err := ssh.NewClientConn(c, n.addr,
				&ssh.ClientConfig{User: "x", HostKeyCallback: ssh.InsecureIgnoreHostKey()})
			if err != nil {
				t.Fatal(err)
			}
			client := ssh.NewClient(sc, chans, reqs)
			v := visitor(t, client, "xterm", 80, 24)
			v.out.wait(t, 0, motto)
			conns, clients = append(conns, c), append(clients, client)
		}
		for _, c := range conns {
			_ = c.(*net.TCPConn).SetLinger(0)
			_ = c.Close()
		}
		for _, c := range clients {
			_ = c.Wait()
		}
	}
	after := 0
	for end := time.Now().Add(patienceOfTests); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if after = runtime.NumGoroutine(); after <= before && n.sessions() == 0 && n.limits.connections() <= 1 {
			return
		}
	}
	var stacks bytes.Buffer
	buf := make([]byte, 1<<20)
	stacks.Write(buf[:runtime.Stack(buf, true)])
	t.Errorf("%d goroutines before, %d after, %d sessions, %d connections\n%s", before, after, n.sessions(),
		n.limits.connections(), stacks.String()[:min(8000, stacks.Len())])
}

// settle waits until the number of goroutines does not change any more.
func settle() int {
	last, same := runtime.NumGoroutine(), 0
	for same < 10 {
		time.Sleep(20 * time.Millisecond)
		if now := runtime.NumGoroutine(); now == last {
			same++
		} else {
			last, same = now, 0
		}
	}
	return last
}

// TestPasteFlood: a paste that never ends costs a bounded amount and then the
// session.
func TestPasteFlood(t *testing.T) {
	n := serve(t)
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	v.out.wait(t, 0, motto)
	m := &measured{v: n.visits()[0], sum: mostFeed}
	m.Session = endless{}
	m.feed = newFeed()
	if _, err := m.Read(make([]byte, 4096)); err != io.EOF {
		t.Errorf("after %d bytes: %v", mostFeed, err)
	}
	_ = v.Wait()
	n.log.wait(t, 0, `"end":"flood"`)
}

// endless is a visitor who never stops sending.
type endless struct{ sshSession }

type sshSession = charmssh.Session

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// TestProxy: only balancers of ours may say who a visitor is, and must.
func TestProxy(t *testing.T) {
	behind := func(from string) *node {
		return serve(t, func(c *Config) {
			if err := networks(c, from); err != nil {
				t.Fatal(err)
			}
		})
	}
	header := func(version byte) []byte {
		h := &proxyproto.Header{Version: version, Command: proxyproto.PROXY, TransportProtocol: proxyproto.TCPv4,
			SourceAddr:      &net.TCPAddr{IP: net.IPv4(203, 0, 113, 77), Port: 4000},
			DestinationAddr: &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1), Port: 22}}
		b, err := h.Format()
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	try := func(n *node, head []byte) error {
		c := raw(t, n.addr)
		_, _ = c.Write(head)
		_ = c.SetDeadline(time.Now().Add(patienceOfTests))
		sc, chans, reqs, err := ssh.NewClientConn(c, n.addr,
			&ssh.ClientConfig{User: "x", HostKeyCallback: ssh.InsecureIgnoreHostKey()})
		if err != nil {
			return err
		}
		s, err := ssh.NewClient(sc, chans, reqs).NewSession()
		if err != nil {
			return err
		}
		return s.Run("help")
	}
	ours := behind("127.0.0.0/8")
	if err := try(ours, header(2)); err != nil {
		t.Errorf("from the balancer: %v", err)
	}
	ours.log.wait(t, 0, `"from":"203.0.113.0/24"`)
	if strings.Contains(ours.log.String(), "113.77") {
		t.Error("a whole address was logged")
	}
	if try(ours, nil) == nil {
		t.Error("without a header")
	}
	if try(ours, header(1)) == nil {
		t.Error("version 1 was taken")
	}
	if try(behind("10.0.0.0/8"), header(2)) == nil {
		t.Error("a stranger said who the visitor is")
	}
}

// TestHealth: the balancer hears of a stop before the visitors do.
func TestHealth(t *testing.T) {
	n := serve(t)
	get := func() int {
		w := httptest.NewRecorder()
		n.Pages().ServeHTTP(w, httptest.NewRequest("GET", "/healthz", nil))
		return w.Code
	}
	if get() != 200 {
		t.Errorf("a running server answers %d", get())
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	n.Shutdown(ctx)
	if get() != 503 {
		t.Errorf("a stopping server answers %d", get())
	}
}
