package kiosk

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"
)

// childNode is a server in a process of its own, so that its memory holds
// nothing of the test's. It takes orders on standard input: a file name to
// write a heap dump to, or "metrics".
func childNode() {
	c := settings(os.Getenv("HOME"))
	c.MaxPerIP, c.Rate = 32, 1 // as by default
	if os.Getenv("WANGDAI_TEST_WIDE") != "" {
		c.MaxPerIP, c.Rate = 1000, 1000
	}
	c.Log = slog.New(slog.NewJSONHandler(os.Stderr, nil))
	c.Listen = "127.0.0.1:0"
	s, err := New(c)
	if err != nil {
		panic(err)
	}
	l, err := s.Listen()
	if err != nil {
		panic(err)
	}
	go func() { _ = s.Serve(l) }()
	fmt.Println(l.Addr())
	orders := bufio.NewScanner(os.Stdin)
	for orders.Scan() {
		switch order := orders.Text(); order {
		case "metrics":
			w := httptest.NewRecorder()
			s.Pages().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
			fmt.Println(strconv.Quote(w.Body.String()))
		case "sessions":
			fmt.Println(s.sessions())
		default:
			f, err := os.Create(order)
			if err != nil {
				panic(err)
			}
			// Twice: what pools hold survives the first.
			runtime.GC()
			runtime.GC()
			debug.WriteHeapDump(f.Fd())
			_ = f.Close()
			fmt.Println("dumped")
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s.Shutdown(ctx)
}

// child is such a process.
type child struct {
	*exec.Cmd
	addr, home, temp string
	log              *safeBuffer
	in               io.WriteCloser
	out              *bufio.Scanner
}

func startChild(t *testing.T, env ...string) *child {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &child{Cmd: exec.Command(self), home: t.TempDir(), temp: t.TempDir(), log: &safeBuffer{}}
	c.Env = append(append(os.Environ(), "WANGDAI_TEST_NODE=1", "HOME="+c.home, "TMPDIR="+c.temp,
		"XDG_CONFIG_HOME="+c.home), env...)
	c.Dir, c.Stderr = c.home, c.log
	c.in, _ = c.StdinPipe()
	out, _ := c.StdoutPipe()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.in.Close()
		_ = c.Wait()
	})
	c.out = bufio.NewScanner(out)
	c.out.Buffer(nil, 1<<20)
	c.addr = c.answer(t)
	return c
}

func (c *child) answer(t *testing.T) string {
	t.Helper()
	if !c.out.Scan() {
		t.Fatalf("the node is gone: %s", c.log)
	}
	return c.out.Text()
}

func (c *child) ask(t *testing.T, order string) string {
	t.Helper()
	fmt.Fprintln(c.in, order)
	return c.answer(t)
}

// dump is the node's heap after everything unused was collected.
func (c *child) dump(t *testing.T) []byte {
	t.Helper()
	name := filepath.Join(t.TempDir(), "heap")
	c.ask(t, name)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestNothingKept runs whole interviews whose answers are marked, in every way
// there is, and then searches all that the server could have kept them in. The
// same search finds the marks while the visitor is still there: it can fail.
func TestNothingKept(t *testing.T) {
	lines, code := marked(t)
	fen, err := strconv.ParseInt(markAmount, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string]string{
		"the amount as typed": markAmount, "the amount as shown": "7,351,928",
		"the amount as kept": string(binary.LittleEndian.AppendUint64(nil, uint64(fen*100))),
		"the code":           code, "the code in one": strings.ReplaceAll(code, "-", ""),
		"the user name":                  "visitor-4471",
		"the words typed to find an ask": markWords,
	}
	search := func(where string, data []byte) (found []string) {
		for what, m := range marks {
			if bytes.Contains(data, []byte(m)) {
				found = append(found, where+" holds "+what)
			}
		}
		return found
	}
	n := startChild(t)
	c := connect(t, n.addr, "visitor-4471")
	v := visitor(t, c, "xterm-256color", 100, 40)
	v.out.wait(t, 0, motto)
	time.Sleep(100 * time.Millisecond) // the knowledge is there a moment after the first frame
	v.press("c")
	v.press(code + "\r")
	v.out.wait(t, 0, "借") // the report
	time.Sleep(200 * time.Millisecond)
	if len(search("heap", n.dump(t))) < 2 {
		t.Fatal("the search does not find a visitor who is still there: it proves nothing")
	}
	v.press("\x18")
	_ = v.Wait()
	// Another finds what they want to know by their own words.
	v = visitor(t, c, "xterm", 80, 24)
	v.out.wait(t, 0, motto)
	v.press("1")
	at := v.out.wait(t, 0, wonders)
	v.press("/" + markWords)
	v.out.wait(t, at, markWords[len(markWords)-3:])
	time.Sleep(200 * time.Millisecond)
	if !slices.Contains(search("heap", n.dump(t)), "heap holds the words typed to find an ask") {
		t.Fatal("the search does not find what a visitor is typing: it proves nothing")
	}
	v.press("\r\r")
	v.out.wait(t, at, "轻生的念头")
	v.press("\x18")
	_ = v.Wait()
	_ = c.Close()
	run(t, n.addr, "plain", strings.NewReader(strings.Join(lines, "\n")+"\n"))
	run(t, n.addr, "export "+code+" --format pdf", nil)
	run(t, n.addr, "exprot "+code, nil)
	run(t, n.addr, code, nil)
	run(t, n.addr, "scp -f "+code+".md", strings.NewReader("\x00\x00\x00"))
	broken := connect(t, n.addr, "visitor-4471")
	w := visitor(t, broken, "xterm", 80, 24)
	w.out.wait(t, 0, motto)
	w.press("c" + code)
	_ = broken.Close()
	for end := time.Now().Add(patienceOfTests); n.ask(t, "sessions") != "0"; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("a session does not end")
		}
	}
	// Short timers of the programs and the last of the lines take a moment, on
	// a machine that is busy with other tests a long one.
	var found []string
	for end := time.Now().Add(2 * patienceOfTests); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		if found = search("the heap", n.dump(t)); len(found) == 0 {
			break
		}
	}
	found = append(found, search("the log", []byte(n.log.String()))...)
	found = append(found, search("the metrics", []byte(n.ask(t, "metrics")))...)
	for what, dir := range map[string]string{"the data folder": n.home, "the temp folder": n.temp} {
		files := 0
		_ = filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files++
				data, _ := os.ReadFile(p)
				found = append(found, search(p, data)...)
			}
			return err
		})
		if what == "the temp folder" && files > 0 {
			t.Errorf("%d files in %s", files, what)
		}
	}
	for _, f := range found {
		t.Error(f)
	}
	if !strings.Contains(n.log.String(), `"kind":"plain"`) {
		t.Error("the log says nothing of the visits; the search proves nothing")
	}
}

// resident is the most memory a process has had, in bytes.
func (c *child) resident(t *testing.T) int64 {
	t.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
	if err != nil {
		t.Skipf("no /proc here: %v", err)
	}
	for _, l := range strings.Split(string(data), "\n") {
		if f := strings.Fields(l); len(f) > 1 && f[0] == "VmHWM:" {
			kb, _ := strconv.ParseInt(f[1], 10, 64)
			return kb << 10
		}
	}
	t.Skip("no VmHWM in /proc/PID/status")
	return 0
}

// TestAttacks tries what broke a server without limits. After each, memory has
// never passed 200 MiB and another visitor is served.
func TestAttacks(t *testing.T) {
	const most = 200 << 20
	l, err := law()
	if err != nil {
		t.Fatal(err)
	}
	longest := l.Base.LongestCode(today) + mostBeside
	for _, a := range []struct {
		name string
		env  string
		run  func(t *testing.T, n *child)
	}{
		{"huge windows", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			for range 20 {
				v := visitor(t, connect(t, n.addr, "x"), "xterm", 5000, 2000)
				v.out.wait(t, 0, motto)
				_ = v.WindowChange(60000, 60000)
			}
		}},
		{"many sessions in one connection", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			c := connect(t, n.addr, "x")
			for range 300 {
				s, err := c.NewSession()
				if err != nil {
					continue
				}
				_ = s.RequestPty("xterm", 24, 80, nil)
				_ = s.Shell()
			}
		}},
		{"variables without end", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			big := strings.Repeat("x", 30_000)
			for range 10 {
				s, err := connect(t, n.addr, "x").NewSession()
				if err != nil {
					t.Fatal(err)
				}
				for i := range 300 {
					if s.Setenv(fmt.Sprintf("LC_%d", i), big) == io.EOF {
						break
					}
				}
			}
		}},
		{"silent connections", "", func(t *testing.T, n *child) {
			for range 300 {
				raw(t, n.addr)
			}
		}},
		{"never reading", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			for range 50 {
				s, err := connect(t, n.addr, "x").NewSession()
				if err != nil {
					t.Fatal(err)
				}
				in, _ := s.StdinPipe()
				_, _ = s.StdoutPipe() // nobody reads it
				_ = s.RequestPty("xterm", 24, 80, nil)
				_ = s.Shell()
				_, _ = io.WriteString(in, strings.Repeat("jk", 200))
			}
		}},
		{"a flood of keys", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			for range 4 {
				v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
				go func() { _, _ = io.Copy(v.in, io.LimitReader(typing{}, 8<<20)) }()
			}
			time.Sleep(time.Second)
		}},
		{"a paste without end", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			for range 4 {
				v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
				v.press("\x1b[200~")
				go func() { _, _ = io.Copy(v.in, io.LimitReader(typing{}, 8<<20)) }()
			}
			time.Sleep(time.Second)
		}},
		{"names as long as packets", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			for range 8 {
				openFolders(t, connect(t, n.addr, "x"), strings.Repeat("n", 2*longest))
			}
		}},
		{"folders without end", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			for range 8 {
				openFolders(t, connect(t, n.addr, "x"), strings.Repeat("n", longest))
			}
		}},
		{"windows without end", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
			for i := range 2000 {
				_ = v.WindowChange(20+i%40, 60+i%100)
			}
		}},
		{"killed clients", "WANGDAI_TEST_WIDE=1", func(t *testing.T, n *child) {
			for range 50 {
				c, err := net.Dial("tcp", n.addr)
				if err != nil {
					t.Fatal(err)
				}
				sc, chans, reqs, err := ssh.NewClientConn(c, "x",
					&ssh.ClientConfig{User: "x", HostKeyCallback: ssh.InsecureIgnoreHostKey()})
				if err != nil {
					t.Fatal(err)
				}
				visitor(t, ssh.NewClient(sc, chans, reqs), "xterm", 80, 24)
				_ = c.(*net.TCPConn).SetLinger(0)
				_ = c.Close()
			}
		}},
	} {
		t.Run(a.name, func(t *testing.T) {
			n := startChild(t, a.env)
			t.Run("attack", func(t *testing.T) {
				a.run(t, n)
				v := visitor(t, neighbour(t, n.addr), "xterm", 80, 24)
				v.out.wait(t, 0, motto)
				v.begin(t)
			})
			used := n.resident(t)
			t.Logf("at most %d MiB", used>>20)
			if used > most {
				t.Errorf("%d MiB", used>>20)
			}
		})
	}
}

// neighbour comes from another address than the attacker.
func neighbour(t *testing.T, addr string) *ssh.Client {
	t.Helper()
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}
	c, err := d.Dial("tcp", addr)
	if err != nil {
		t.Skipf("no second address on the loopback: %v", err)
	}
	sc, chans, reqs, err := ssh.NewClientConn(c, addr,
		&ssh.ClientConfig{User: "y", HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	client := ssh.NewClient(sc, chans, reqs)
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// typing is keys without end.
type typing struct{}

func (typing) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "jk"[i%2]
	}
	return len(p), nil
}
