package kiosk

import (
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestTerminalBytes: what one visitor's terminal sends ends no other's
// session, nor their own.
func TestTerminalBytes(t *testing.T) {
	n := serve(t)
	other := visitor(t, connect(t, n.addr, "y"), "xterm", 80, 24)
	other.out.wait(t, 0, motto)
	many := strings.Repeat(";", 32) + "1"
	inputs := [][]string{
		{"\x1b[" + many}, {"\x1b[" + strings.Repeat("1;", 33) + "A"}, {"\x1b[" + strings.ReplaceAll(many, ";", ":")},
		{"\x1bP" + many}, {"\x9b" + many}, {"\x9bMabc"}, {"\x9bM"}, {"\x1b[M"}, {"\x1b[<;;;;M"},
		{"\xe5\x9b", "\x9bMabc"}, {"\xe5", "\x9b", "\x9bMabc"},
		{strings.Repeat("\x1b", 5000)}, {strings.Repeat("\x1b[1;", 5000)}, {"\x1b]11;" + strings.Repeat("f", 20000) +
			"\x07"}, {"\x1b_G" + strings.Repeat(";", 20000)},
	}
	var attackers []*screen
	for _, pieces := range inputs {
		v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
		attackers = append(attackers, v)
		v.out.wait(t, 0, motto)
		for _, p := range pieces {
			v.press(p)
			time.Sleep(60 * time.Millisecond) // longer than Escape is waited for
		}
		at := len(other.out.String())
		other.press("j")
		other.out.wait(t, at, "\x1b[?25h")
	}
	time.Sleep(1500 * time.Millisecond) // what has no end is given up
	for i, v := range attackers {
		v.press("\x03")
		if err := v.Wait(); err != nil {
			t.Errorf("%.40q: the session ended with %v", inputs[i], err)
		}
	}
	metric(t, n, "wangdai_panics_total 0")
}

// TestPendingKeys: a session that ends while keys are on their way leaves no
// part of itself behind.
func TestPendingKeys(t *testing.T) {
	n := serve(t)
	warm := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	warm.out.wait(t, 0, motto)
	warm.press("\x18")
	_ = warm.Wait()
	c := connect(t, n.addr, "x")
	before := settle()
	for _, typed := range []string{"\x03jjjjjjjjjjjjjj", "\x18xxxxxxxx"} {
		for range 60 {
			v := visitor(t, c, "xterm", 80, 24)
			v.out.wait(t, 0, motto)
			v.press(typed)
			_ = v.Wait()
		}
	}
	after := 0
	for end := time.Now().Add(patienceOfTests); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if after = runtime.NumGoroutine(); after <= before && n.sessions() == 0 {
			return
		}
	}
	buf := make([]byte, 1<<16)
	t.Errorf("%d goroutines before, %d after 120 sessions\n%s", before, after, buf[:runtime.Stack(buf, true)])
}

// TestBrokenReader: should the reading itself break, it costs that session.
func TestBrokenReader(t *testing.T) {
	n := serve(t, func(c *Config) {
		c.Now = func() time.Time {
			buf := make([]byte, 1<<12)
			if strings.Contains(string(buf[:runtime.Stack(buf, false)]), "(*measured).Read") {
				panic("answer-8834")
			}
			return time.Now()
		}
	})
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	v.out.wait(t, 0, motto)
	other := visitor(t, connect(t, n.addr, "y"), "xterm", 80, 24)
	other.out.wait(t, 0, motto)
	v.press("1")
	_ = v.Wait()
	metric(t, n, "wangdai_panics_total 1")
	n.log.wait(t, 0, `"end":"panic"`)
	n.log.wait(t, 0, "measured")
	if strings.Contains(n.log.String(), "answer-8834") {
		t.Error("the panic's words were written")
	}
	if _, errs, code := run(t, n.addr, "help", nil); code != 0 {
		t.Errorf("another visitor: %d, %q", code, errs)
	}
	// The commands' own sessions end a moment after their client has its answer.
	for end := time.Now().Add(patienceOfTests); n.sessions() != 1 && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}
	if n.sessions() != 1 {
		t.Errorf("%d sessions are left, want the other's", n.sessions())
	}
}
