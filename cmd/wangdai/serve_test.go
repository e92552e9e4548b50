package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"wangdai/cmd/internal/hall"
	"wangdai/cmd/internal/kiosk"
)

// kioskNode is `wangdai serve` in a process of its own.
type kioskNode struct {
	*exec.Cmd
	addr, metrics string
	log           lockedBuffer
}

type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// wait waits until a line has been logged.
func (b *lockedBuffer) wait(t *testing.T, text string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if strings.Contains(b.String(), text) {
			return
		}
	}
	t.Fatalf("%q was not logged:\n%s", text, b)
}

func serveNode(t *testing.T, args ...string) *kioskNode {
	t.Helper()
	n := &kioskNode{Cmd: exec.Command("wangdai",
		append([]string{"serve", "--date", "2026-11-25", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0",
			"--max-per-ip", "1000", "--rate", "1000"}, args...)...)}
	home := t.TempDir()
	n.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+home, "LANG=C", "WANGDAI_GRACE=1s")
	n.Stderr = &n.log
	if err := n.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = n.Process.Kill(); _ = n.Wait() })
	n.log.wait(t, `"msg":"serving"`)
	n.log.wait(t, `"msg":"metrics"`)
	for _, l := range strings.Split(n.log.String(), "\n") {
		var x struct{ Msg, Listen string }
		_ = json.Unmarshal([]byte(l), &x)
		switch x.Msg {
		case "serving":
			n.addr = x.Listen
		case "metrics":
			n.metrics = x.Listen
		}
	}
	return n
}

func port(addr string) string { return addr[strings.LastIndexByte(addr, ':')+1:] }

// openssh is the OpenSSH client of this machine; the test is skipped without.
func openssh(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed (Debian: openssh-client)", program)
	}
}

func client(n *kioskNode, program string, in io.Reader, args ...string) (out, errs string, code int) {
	o := []string{"-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o",
		"LogLevel=ERROR", "-o", "BatchMode=yes"}
	if program == "ssh" {
		o = append(o, "-p", port(n.addr))
	} else {
		o = append(o, "-P", port(n.addr))
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, program, append(o, args...)...)
	var so, se bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = in, &so, &se
	_ = c.Run()
	return so.String(), se.String(), c.ProcessState.ExitCode()
}

// here is what the same command says on this machine.
func here(t *testing.T, in string, args ...string) (out, errs string, code int) {
	t.Helper()
	c := exec.Command("wangdai", append(args, "--date", "2026-11-25", "--lang", "zh")...)
	var so, se bytes.Buffer
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(in), &so, &se
	_ = c.Run()
	return so.String(), se.String(), c.ProcessState.ExitCode()
}

const someAnswers = "role: borrower\ndanger: none\nlender: bank\n"

func someCode(t *testing.T) string {
	t.Helper()
	out, errs, _ := here(t, someAnswers, "advise", "--answers", "-", "--partial", "--format", "json")
	var r struct{ Code string }
	if err := json.Unmarshal([]byte(out), &r); err != nil || r.Code == "" {
		t.Fatalf("%v, %q, %q", err, out[:min(len(out), 200)], errs)
	}
	return r.Code
}

// TestServeOpenSSH uses the kiosk as people do: ssh, scp and sftp.
func TestServeOpenSSH(t *testing.T) {
	openssh(t, "ssh")
	motd := filepath.Join(t.TempDir(), "motd")
	if err := os.WriteFile(motd, []byte("今天 9 点\x1b]0;evil\x07 开门"), 0o600); err != nil {
		t.Fatal(err)
	}
	n := serveNode(t, "--motd", motd)
	code := someCode(t)
	for _, f := range hall.Formats() {
		want, _, _ := here(t, "", "export", code, "--format", f)
		if out, errs, rc := client(n, "ssh", nil, "127.0.0.1", "export", code, "--format", f); out != want || rc != 0 {
			t.Errorf("export --format %s: %d bytes of %d, status %d, %q", f, len(out), len(want), rc, errs)
		}
	}
	want, _, _ := here(t, someAnswers, "advise", "--answers", "-", "--partial")
	if out, _, rc := client(n, "ssh", strings.NewReader(someAnswers), "127.0.0.1", "advise",
		"--partial"); out != want || rc != 0 {
		t.Errorf("advise: %d bytes of %d, status %d", len(out), len(want), rc)
	}
	_, wantErrs, wantCode := here(t, someAnswers, "advise", "--answers", "-")
	if _, errs, rc := client(n, "ssh", strings.NewReader(someAnswers), "127.0.0.1", "advise"); rc != wantCode ||
		rc != 3 || !strings.Contains(errs, wantErrs) {
		t.Errorf("advise with open questions: status %d, %q", rc, errs)
	}
	if _, errs, rc := client(n, "ssh", nil, "127.0.0.1", "cat /etc/passwd"); rc != 127 ||
		!strings.Contains(errs, "没有这个命令") {
		t.Errorf("unknown command: status %d, %q", rc, errs)
	}
	if out, errs, rc := client(n, "ssh", strings.NewReader("q\n"), "127.0.0.1"); rc != 0 ||
		!strings.Contains(out, "您") {
		t.Errorf("without a terminal: status %d, %q, %q", rc, out, errs)
	} else if strings.Contains(errs, "\x1b") || strings.Contains(errs, "\x07") {
		t.Errorf("the message of the day brings escapes: %q", errs)
	}
	if out, _, rc := client(n, "ssh", &slowly{keys: "\x18"}, "-tt", "127.0.0.1"); rc != 0 ||
		!strings.Contains(out, "\x1b[?1049h") || !strings.HasSuffix(out, "\x1b[3J") {
		t.Errorf("with a terminal: status %d, ends %q", rc, out[max(0, len(out)-40):])
	}
	for _, f := range [][]string{{"-R", "0:127.0.0.1:1"}} {
		args := append(append([]string{"-o", "ExitOnForwardFailure=yes"}, f...), "127.0.0.1", "help")
		if out, _, rc := client(n, "ssh", nil, args...); rc == 0 {
			t.Errorf("%v was allowed: %q", f, out)
		}
	}
	fetch(t, n, code)
}

// slowly is a person: looks, presses a key, and does not hang up.
type slowly struct {
	keys string
	sent bool
}

func (s *slowly) Read(p []byte) (int, error) {
	if s.sent {
		time.Sleep(2 * time.Second)
		return 0, io.EOF
	}
	time.Sleep(500 * time.Millisecond)
	s.sent = true
	return copy(p, s.keys), nil
}

// fetch gets the report as a file, in each way that clients know.
func fetch(t *testing.T, n *kioskNode, code string) {
	t.Helper()
	want, _, _ := here(t, "", "export", code, "--format", "md")
	dir := t.TempDir()
	for name, args := range map[string][]string{
		"scp":    {"scp", "127.0.0.1:" + code + ".md", filepath.Join(dir, "a.md")},
		"scp -O": {"scp", "-O", "127.0.0.1:" + code + ".md", filepath.Join(dir, "b.md")},
		"sftp":   {"sftp", "127.0.0.1:" + code + ".md", filepath.Join(dir, "c.md")},
	} {
		_, errs, rc := client(n, args[0], nil, args[1:]...)
		got, err := os.ReadFile(args[len(args)-1])
		if rc != 0 || err != nil || string(got) != want {
			t.Errorf("%s: status %d, %v, %d bytes of %d, %q", name, rc, err, len(got), len(want), errs)
		}
	}
	own := filepath.Join(dir, "own.md")
	if err := os.WriteFile(own, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"scp up": {own, "127.0.0.1:x.md"}, "scp -O up": {"-O", own, "127.0.0.1:x.md"},
		"scp passwd":    {"127.0.0.1:/etc/passwd", filepath.Join(dir, "p")},
		"scp -O passwd": {"-O", "127.0.0.1:/etc/passwd", filepath.Join(dir, "p")},
		"scp -r":        {"-r", "127.0.0.1:.", filepath.Join(dir, "all")},
	} {
		if _, _, rc := client(n, "scp", nil, args...); rc == 0 && name != "scp -r" {
			t.Errorf("%s was allowed", name)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "all", "*")); len(left) > 0 {
		t.Errorf("a folder was given: %v", left)
	}
}

// TestServeSignals: SIGHUP takes a good knowledge and refuses a broken one with
// its faults; SIGTERM ends with status 0.
func TestServeSignals(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../knowledge")); err != nil {
		t.Fatal(err)
	}
	n := serveNode(t, "--knowledge", dir)
	_ = n.Process.Signal(syscall.SIGHUP)
	n.log.wait(t, `"msg":"reloaded"`)
	broken := filepath.Join(dir, "findings", "shared", "danger.yaml")
	data, err := os.ReadFile(broken)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(broken, bytes.Replace(data, []byte("danger == despair"), []byte("dangr == despair"), 1),
		0o600); err != nil {
		t.Fatal(err)
	}
	_ = n.Process.Signal(syscall.SIGHUP)
	n.log.wait(t, "reload refused")
	n.log.wait(t, "danger.yaml:")
	if out := sshRun(t, n.addr, "help"); !strings.Contains(out, "export") {
		t.Errorf("after a refused reload: %q", out)
	}
	_ = n.Process.Signal(syscall.SIGTERM)
	if err := n.Wait(); err != nil {
		t.Errorf("SIGTERM: %v\n%s", err, &n.log)
	}
	n.log.wait(t, `"msg":"closed"`)
}

func sshDial(addr string) (*ssh.Client, error) {
	return ssh.Dial("tcp", addr, &ssh.ClientConfig{User: "x", HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		Timeout: time.Minute})
}

func sshRun(t *testing.T, addr, command string) string {
	t.Helper()
	c, err := sshDial(addr)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, err := s.Output(command)
	if err != nil {
		t.Errorf("%s: %v", command, err)
	}
	return string(out)
}

// TestServeSettings: a bad value names itself and what is allowed, from a flag
// and from the environment.
func TestServeSettings(t *testing.T) {
	for _, tt := range []struct {
		args []string
		env  string
		want string
	}{
		{[]string{"--rate", "viel"}, "", "--rate viel: 0.01"},
		{nil, "WANGDAI_MAX_SESSIONS=0", "WANGDAI_MAX_SESSIONS 0: 1"},
		{[]string{"--idle", "1s"}, "WANGDAI_IDLE=5m", "--idle 1s: 10s"},
		{[]string{"--listen", "2222"}, "", "--listen 2222: "},
		{[]string{"--proxy-from", "x\x1b[31m"}, "", "--proxy-from x [31m: "},
		{[]string{"--motd", "/no/such"}, "", "--motd /no/such: "},
		{[]string{"--host-key", "/dev/null/x"}, "", "--host-key /dev/null/x: "},
		{[]string{"--knowledge", "/no/such"}, "", "wangdai: "},
	} {
		c := exec.Command("wangdai", append([]string{"serve", "--listen", "127.0.0.1:0"}, tt.args...)...)
		c.Env = append(os.Environ(), "HOME="+t.TempDir())
		if len(tt.args) > 0 && tt.args[0] == "--listen" {
			c.Args = append([]string{"wangdai", "serve"}, tt.args...)
		}
		if tt.env != "" {
			c.Env = append(c.Env, tt.env)
		}
		out, _ := c.CombinedOutput()
		if rc := c.ProcessState.ExitCode(); rc != hall.WrongInput || !strings.Contains(string(out), tt.want) {
			t.Errorf("%v %s: status %d, %q", tt.args, tt.env, rc, out)
		}
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// sessionsOn is how many visitors a node has.
func sessionsOn(t *testing.T, n *kioskNode) string {
	t.Helper()
	r, err := http.Get("http://" + n.metrics + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	page, _ := io.ReadAll(r.Body)
	m := regexp.MustCompile(`(?m)^wangdai_sessions (\d+)$`).FindSubmatch(page)
	if m == nil {
		t.Fatalf("no wangdai_sessions in %s", page)
	}
	return string(m[1])
}

// TestFleet: two nodes behind haproxy with the file that is delivered. One is
// killed under load; its visitors connect again, meet the same host key, and a
// code goes on where it was.
func TestFleet(t *testing.T) {
	if _, err := exec.LookPath("haproxy"); err != nil {
		t.Skip("haproxy is not installed (Debian: haproxy)")
	}
	key := filepath.Join(t.TempDir(), "host")
	a := serveNode(t, "--host-key", key, "--proxy-from", "127.0.0.1")
	b := serveNode(t, "--host-key", key, "--proxy-from", "127.0.0.1")
	bind := freePort(t)
	proxy := exec.Command("haproxy", "-db", "-f", "deploy/haproxy.cfg")
	proxy.Env = append(os.Environ(), "KIOSK_BIND="+bind, "NODE_A="+a.addr, "NODE_A_HEALTH="+port(a.metrics),
		"NODE_B="+b.addr, "NODE_B_HEALTH="+port(b.metrics))
	var said lockedBuffer
	proxy.Stdout, proxy.Stderr = &said, &said
	if err := proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = proxy.Process.Kill(); _ = proxy.Wait() })

	var hostKey []byte
	enter := func() (*ssh.Client, error) {
		return ssh.Dial("tcp", bind, &ssh.ClientConfig{User: "x", Timeout: time.Minute,
			HostKeyCallback: func(_ string, _ net.Addr, k ssh.PublicKey) error {
				if hostKey != nil && !bytes.Equal(hostKey, k.Marshal()) {
					return fmt.Errorf("another host key")
				}
				hostKey = k.Marshal()
				return nil
			}})
	}
	again := func() *ssh.Client {
		var err error
		for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
			var c *ssh.Client
			if c, err = enter(); err == nil {
				t.Cleanup(func() { _ = c.Close() })
				return c
			}
		}
		t.Fatalf("no way in: %v\n%s", err, &said)
		return nil
	}
	code := someCode(t)
	want, _, _ := here(t, "", "export", code, "--format", "md")
	again()
	if _, err := sshDial(a.addr); err == nil {
		t.Error("a node takes visitors past the balancer")
	}

	const load = 20
	visitors := make([]*ssh.Client, load)
	for i := range visitors {
		visitors[i] = again()
		s, err := visitors[i].NewSession()
		if err != nil {
			t.Fatal(err)
		}
		_, _ = s.StdinPipe()
		_ = s.RequestPty("xterm", 24, 80, nil)
		if err := s.Shell(); err != nil {
			t.Fatal(err)
		}
	}
	if onA, onB := sessionsOn(t, a), sessionsOn(t, b); onA == "0" || onB == "0" {
		t.Fatalf("%s visitors on one node, %s on the other", onA, onB)
	}
	lost := make(chan int, load)
	for i, v := range visitors {
		go func() { _ = v.Wait(); lost <- i }()
	}
	_ = a.Process.Kill()
	_ = a.Wait()
	back := 0
	for {
		select {
		case <-lost:
			c := again()
			s, err := c.NewSession()
			if err != nil {
				t.Fatal(err)
			}
			if out, err := s.Output("export " + code); err != nil || string(out) != want {
				t.Errorf("after the node died: %v, %d bytes of %d", err, len(out), len(want))
			}
			_ = c.Close()
			back++
			continue
		case <-time.After(5 * time.Second):
		}
		break
	}
	if back == 0 || back == load {
		t.Errorf("%d of %d visitors lost their line; those of one node should", back, load)
	}
	t.Logf("%d of %d visitors came back to the other node", back, load)
}

// TestDeployNames: what the delivered files and the README set exists.
func TestDeployNames(t *testing.T) {
	known := map[string]bool{"WANGDAI_NAME": true}
	for _, s := range kiosk.Settings() {
		known[s.Env()] = true
	}
	for _, name := range []string{"deploy/wangdai.service", "deploy/Dockerfile", "deploy/haproxy.cfg",
		"../../README.md"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range regexp.MustCompile(`WANGDAI_[A-Z_]+[A-Z]`).FindAllString(string(data), -1) {
			if !known[v] {
				t.Errorf("%s sets %s, which is no setting of serve", name, v)
			}
		}
		if name != "../../README.md" {
			continue
		}
		for _, f := range []string{"wangdai.service", "Dockerfile", "haproxy.cfg"} {
			if !strings.Contains(string(data), "cmd/wangdai/deploy/"+f) {
				t.Errorf("the README does not say what starts %s", f)
			}
		}
	}
}
