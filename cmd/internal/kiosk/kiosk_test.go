package kiosk

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
	"wangdai/tui"
)

func TestMain(m *testing.M) {
	if os.Getenv("WANGDAI_TEST_NODE") != "" {
		childNode()
		return
	}
	os.Exit(m.Run())
}

var today, _ = fact.ISODate("2026-11-25")

// law is the built-in knowledge, read once for all tests.
var law = sync.OnceValues(func() (*Law, error) {
	b, problems := knowledge.Embedded()
	for _, p := range problems {
		if !p.Warning {
			return nil, fmt.Errorf("%s", p.In(fact.EN))
		}
	}
	home, err := load.Home(knowledge.Files())
	if err != nil {
		return nil, err
	}
	return &Law{Base: b, Home: tui.Home{Title: home.Title, Options: home.Options, Help: home.Help}}, nil
})

// settings are the defaults, wide enough for a test that comes from one
// address.
func settings(dir string) Config {
	var c Config
	for _, s := range Settings() {
		if err := s.Set(&c, s.Default); err != nil {
			panic(s.Name + ": " + err.Error())
		}
	}
	c.HostKey = filepath.Join(dir, "host_ed25519")
	c.MaxPerIP, c.Rate = 1000, 1000
	c.Lang, c.Load = fact.ZH, law
	c.Today = func() fact.Date { return today }
	return c
}

// node is a server under test.
type node struct {
	*Server
	addr string
	log  *safeBuffer
}

// serve starts a server on a free port of the loopback address.
func serve(t testing.TB, change ...func(*Config)) *node {
	t.Helper()
	c := settings(t.TempDir())
	n := &node{log: &safeBuffer{}}
	c.Log = slog.New(slog.NewJSONHandler(n.log, nil))
	c.Listen = "127.0.0.1:0"
	for _, f := range change {
		f(&c)
	}
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.Listen()
	if err != nil {
		t.Fatal(err)
	}
	n.Server, n.addr = s, l.Addr().String()
	done := make(chan error, 1)
	go func() { done <- s.Serve(l) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		s.Shutdown(ctx)
		if err := <-done; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return n
}

// safeBuffer is what a visitor or the operator sees.
type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
	eof bool
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// patienceOfTests is how long something may take that must come: far longer
// than it does, so that a busy machine fails nothing.
const patienceOfTests = time.Minute

// wait waits until the text has appeared behind the first n bytes, and returns
// how much there is then.
func (b *safeBuffer) wait(t testing.TB, n int, text string) int {
	t.Helper()
	for end := time.Now().Add(patienceOfTests); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if s := b.String(); len(s) >= n && strings.Contains(s[n:], text) {
			return len(s)
		}
	}
	t.Fatalf("%q did not appear in %q", text, b.String()[min(n, len(b.String())):])
	return 0
}

func dial(addr, user string) (*ssh.Client, error) {
	return ssh.Dial("tcp", addr, &ssh.ClientConfig{User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		Timeout: patienceOfTests})
}

func connect(t testing.TB, addr, user string) *ssh.Client {
	t.Helper()
	c, err := dial(addr, user)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// screen is a visitor's terminal.
type screen struct {
	*ssh.Session
	out *safeBuffer
	in  io.WriteCloser
}

func (s *screen) press(keys string) { _, _ = io.WriteString(s.in, keys) }

// begin goes past who the visitor is, without choosing what they want to know,
// and returns how much was shown then.
func (s *screen) begin(t testing.TB) int {
	t.Helper()
	s.press("1") // waits until the law is read
	at := s.out.wait(t, 0, wonders)
	s.press("u")
	return s.out.wait(t, at, "轻生的念头")
}

// visitor opens a terminal on a connection.
func visitor(t testing.TB, c *ssh.Client, term string, w, h int, env ...string) *screen {
	t.Helper()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	for _, kv := range env {
		k, v, _ := strings.Cut(kv, "=")
		_ = s.Setenv(k, v)
	}
	v := &screen{Session: s, out: &safeBuffer{}}
	s.Stdout, s.Stderr = v.out, v.out
	v.in, _ = s.StdinPipe()
	if err := s.RequestPty(term, h, w, ssh.TerminalModes{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Shell(); err != nil {
		t.Fatal(err)
	}
	return v
}

const (
	motto   = "不问姓名"
	wonders = "您最想知道什么"
)

func status(err error) int {
	if err == nil {
		return 0
	}
	if e, ok := err.(*ssh.ExitError); ok {
		return e.ExitStatus()
	}
	return -1
}

// run is one command without a terminal.
func run(t testing.TB, addr, command string, in io.Reader) (out, errs string, code int) {
	t.Helper()
	c := connect(t, addr, "someone")
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	var o, e bytes.Buffer
	s.Stdin, s.Stdout, s.Stderr = in, &o, &e
	err = s.Run(command)
	return o.String(), e.String(), status(err)
}

// marked answers a whole interview with an amount and a day that stand nowhere
// else, and returns what was typed and the code.
const (
	markAmount = "7351928"
	markWords  = "利息七三五一九"
)

func marked(t testing.TB) (lines []string, code string) {
	t.Helper()
	l, err := law()
	if err != nil {
		t.Fatal(err)
	}
	b := l.Base
	s := advisor.NewSession(b, advisor.Options{Today: today, Lang: fact.ZH})
	money := 0
	for s.State().Next >= 0 {
		if s.Wonders() {
			lines = append(lines, markWords, "")
			if err := s.Choose(); err != nil {
				t.Fatal(err)
			}
		}
		f := &b.Facts[b.Questions[s.State().Next].Fact]
		line := "u"
		switch {
		case f.ID == "role", f.ID == "lender", f.ID == "problem":
			line = "1"
		case f.Kind == fact.Money:
			line = markAmount
		}
		v, err := b.ParseAnswer(b.Questions[s.State().Next].Fact, line, today)
		if err == nil {
			err = s.Answer(f.ID, v)
		}
		if err != nil {
			t.Fatalf("%s: %v", f.ID, err)
		}
		if line == markAmount {
			money++
		}
		lines = append(lines, line)
	}
	if money == 0 {
		t.Fatal("no question of this path takes an amount")
	}
	return lines, s.Code()
}

// TestInterview goes through the door, answers, resizes, switches language and
// leaves.
func TestInterview(t *testing.T) {
	n := serve(t)
	v := visitor(t, connect(t, n.addr, "someone"), "xterm-256color", 80, 24)
	v.out.wait(t, 0, motto)
	at := v.begin(t)
	if err := v.WindowChange(12, 40); err != nil {
		t.Fatal(err)
	}
	v.out.wait(t, at, "轻生的念头")
	v.press("qy")
	if err := v.Wait(); err != nil {
		t.Fatal(err)
	}
	v.out.wait(t, 0, "\x1b[?1049l")
	n.log.wait(t, 0, `"end":"quit"`)
}

// TestOwnLanguageAndColours: two visitors at once, each as their terminal is.
func TestOwnLanguageAndColours(t *testing.T) {
	n := serve(t)
	colour := regexp.MustCompile(`\x1b\[[0-9;]*(3[0-7]|38;5|9[0-7])[0-9;]*m`)
	en := visitor(t, connect(t, n.addr, "x"), "xterm-256color", 80, 24, "LANG=en_US.UTF-8", "NO_COLOR=yes")
	zh := visitor(t, connect(t, n.addr, "x"), "xterm-256color", 80, 24, "LANG=C")
	byName := visitor(t, connect(t, n.addr, "en"), "xterm-256color", 80, 24)
	en.out.wait(t, 0, "No name asked")
	byName.out.wait(t, 0, "No name asked")
	zh.out.wait(t, 0, motto)
	if !colour.MatchString(zh.out.String()) {
		t.Error("no colour on a terminal with 256 of them")
	}
	if colour.MatchString(en.out.String()) {
		t.Error("colour in spite of NO_COLOR=yes")
	}
	dumb := visitor(t, connect(t, n.addr, "x"), "dumb", 80, 24)
	dumb.out.wait(t, 0, "请输入编号")
	if strings.Contains(dumb.out.String(), "\x1b") {
		t.Error("escape codes on a dumb terminal")
	}
}

// TestCursor: the real cursor stands on the chosen option, for screen readers
// and input methods.
func TestCursor(t *testing.T) {
	n := serve(t)
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	v.out.wait(t, 0, "\x1b[?25h")
}

// TestLeaveAtOnce: one key clears the screen and what can be scrolled back to.
func TestLeaveAtOnce(t *testing.T) {
	n := serve(t)
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	v.out.wait(t, 0, motto)
	v.press("\x18")
	if err := v.Wait(); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(v.out.String(), "\x1b[H\x1b[2J\x1b[3J") {
		t.Errorf("ends with %q", v.out.String()[len(v.out.String())-40:])
	}
	n.log.wait(t, 0, `"end":"left"`)
}

// TestIdle: whoever does not type is asked; whoever does not answer is gone.
func TestIdle(t *testing.T) {
	n := serve(t, func(c *Config) { c.Idle, c.countdown = 400*time.Millisecond, 3*time.Second })
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	v.out.wait(t, 0, "您还在吗")
	at := len(v.out.String())
	v.press(" ")
	v.out.wait(t, at, motto)

	line := visitor(t, connect(t, n.addr, "plain"), "xterm", 80, 24)
	line.out.wait(t, 0, "还在吗")
	_ = line.Wait()
	n.log.wait(t, 0, `"end":"idle"`)
}

// TestMaxTime ends the busiest visitor.
func TestMaxTime(t *testing.T) {
	n := serve(t, func(c *Config) { c.MaxTime = 700 * time.Millisecond })
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				v.press("j")
			}
		}
	}()
	ended := make(chan struct{})
	go func() { _ = v.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(patienceOfTests):
		t.Error("still there")
	}
}

// TestShutdown tells visitors, waits, and closes.
func TestShutdown(t *testing.T) {
	n := serve(t)
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	line := visitor(t, connect(t, n.addr, "plain"), "xterm", 80, 24)
	v.out.wait(t, 0, motto)
	line.out.wait(t, 0, motto)
	v.begin(t)
	ctx, cancel := context.WithCancel(context.Background())
	down := make(chan struct{})
	go func() { n.Shutdown(ctx); close(down) }()
	v.out.wait(t, 0, "请抄下续答码")
	line.out.wait(t, 0, "服务器即将停止")
	if c, err := dial(n.addr, "x"); err == nil {
		_ = c.Close()
		t.Error("a stopping server takes new visitors")
	}
	v.press("b")
	cancel()
	_ = v.Wait()
	_ = line.Wait()
	<-down
	n.log.wait(t, 0, `"end":"shutdown"`)
	v.out.wait(t, 0, "\x1b[?1049l") // the terminal was given back
}

// TestReload: a new knowledge for new visitors, the old one for those inside,
// and a broken one for nobody.
func TestReload(t *testing.T) {
	l, err := law()
	if err != nil {
		t.Fatal(err)
	}
	title := "这笔网贷和您是什么关系"
	var fail error
	n := serve(t, func(c *Config) {
		c.Load = func() (*Law, error) {
			home := l.Home
			home.Title.ZH = title
			return &Law{Base: l.Base, Home: home}, fail
		}
	})
	old := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	old.out.wait(t, 0, title)
	title = "新的第一个问题"
	if !n.TryReload() {
		t.Fatal("a good knowledge was refused")
	}
	old.press("\x1b[B")
	young := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	young.out.wait(t, 0, title)
	title, fail = "坏的", fmt.Errorf("borrower.yaml:3:1: 坏了")
	if n.TryReload() {
		t.Fatal("a broken knowledge was taken")
	}
	n.log.wait(t, 0, "borrower.yaml:3:1: 坏了")
	third := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	third.out.wait(t, 0, "新的第一个问题")
	if strings.Contains(old.out.String(), "新的第一个问题") {
		t.Error("a running interview changed its knowledge")
	}
}

// TestSettings: every setting takes its default and refuses what it must.
func TestSettings(t *testing.T) {
	bad := map[string][]string{
		"listen": {"", "2222", "host:22", "127.0.0.1:99999"}, "max-sessions": {"0", "-1", "viele", "1e3"},
		"max-per-ip": {"0", "x"},
		"rate":       {"0", "-1", "NaN", "inf", "x"}, "idle": {"1s", "300", "x"}, "max-time": {"1s", "48h"},
		"grace":   {"-1s", "2h"},
		"metrics": {"9222", "example.org:9222"}, "proxy-from": {"10.0.0.0/33", "balancer"},
	}
	for _, s := range Settings() {
		var c Config
		if err := s.Set(&c, s.Default); err != nil {
			t.Errorf("--%s %q, its own default: %v", s.Name, s.Default, err)
		}
		for _, l := range []fact.Lang{fact.ZH, fact.EN} {
			if s.Help(l) == "" || strings.Contains(s.Allowed(l), "nil") {
				t.Errorf("--%s (%s): a text is missing: %q, %q", s.Name, l, s.Help(l), s.Allowed(l))
			}
		}
		for _, v := range bad[s.Name] {
			if err := s.Set(&c, v); err == nil {
				t.Errorf("--%s takes %q", s.Name, v)
			}
		}
	}
	var c Config
	if err := networks(&c, "10.1.2.3/8, 2001:db8::1"); err != nil ||
		fmt.Sprint(c.ProxyFrom) != "[10.0.0.0/8 2001:db8::1/128]" {
		t.Errorf("networks: %v, %v", c.ProxyFrom, err)
	}
}

// raw is a connection that speaks no SSH.
func raw(t testing.TB, addr string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}
