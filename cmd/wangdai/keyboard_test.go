//go:build linux || darwin

package main

import (
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/term"
)

// seat is the program on a terminal of its own.
type seat struct {
	*exec.Cmd
	keys  *os.File // what is typed
	tty   *os.File
	shown lockedBuffer
	given *term.State // how the terminal was before
}

func sit(t *testing.T, args ...string) *seat {
	t.Helper()
	keys, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no terminal here: %v", err)
	}
	s := &seat{Cmd: exec.Command("wangdai", args...), keys: keys, tty: tty}
	_ = pty.Setsize(keys, &pty.Winsize{Rows: 24, Cols: 80})
	if s.given, err = term.GetState(int(tty.Fd())); err != nil {
		t.Fatal(err)
	}
	s.Env = append(os.Environ(), "TERM=xterm-256color", "WANGDAI_LANG=zh", "WANGDAI_DATE=2026-11-25",
		"HOME="+t.TempDir())
	s.Stdin, s.Stdout, s.Stderr = tty, tty, tty
	s.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.Copy(&s.shown, keys) }()
	t.Cleanup(func() {
		_ = s.Process.Kill()
		_ = keys.Close()
		_ = tty.Close()
	})
	s.shown.wait(t, "不问姓名")
	return s
}

func (s *seat) press(keys string) { _, _ = io.WriteString(s.keys, keys) }

// restored reports whether the terminal is as it was before.
func (s *seat) restored(t *testing.T) bool {
	t.Helper()
	now, err := term.GetState(int(s.tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	return *now == *s.given
}

// TestKeyboard: on one's own terminal, too, no bytes end the program, and the
// terminal is left as it was.
func TestKeyboard(t *testing.T) {
	s := sit(t)
	if s.restored(t) {
		t.Error("the terminal is not in raw mode: being restored proves nothing")
	}
	for _, in := range []string{
		"\x1b[" + strings.Repeat(";", 32) + "1", "\x1bP" + strings.Repeat(";", 32) + "1\x1b\\", "\x9bMABC",
		"\x1b[200~" + strings.Repeat("1;", 100) + "\x1b[201~",
	} {
		s.press(in)
		time.Sleep(60 * time.Millisecond)
	}
	s.press("\x1b[B\x1b[A1")
	s.shown.wait(t, "您最想知道什么")
	s.press("u")
	s.shown.wait(t, "轻生的念头")
	s.press("\x03jjjjjjj")
	if err := s.Wait(); err != nil {
		t.Errorf("%v\n%s", err, s.shown.String())
	}
	if !s.restored(t) {
		t.Error("the terminal is left in raw mode")
	}
}

// TestHungUp: a line that hangs up while the terminal stays.
func TestHungUp(t *testing.T) {
	s := sit(t)
	_ = s.Process.Signal(syscall.SIGHUP)
	_ = s.Wait()
	if !s.restored(t) {
		t.Error("the terminal is left in raw mode")
	}
}
