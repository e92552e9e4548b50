//go:build !windows

package main

import (
	"context"
	"io"
	"os"
	"sync"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"wangdai/tui/keys"
)

// keyboard is the person's terminal as the program's library gets it: a file
// to put into raw mode, and to restore, on which nothing is to be read. It has
// no name, or the library would wait for the keys that are ours.
type keyboard struct {
	file  *os.File
	once  sync.Once
	ready chan struct{} // closed when the terminal is in raw mode
}

// Fd is the terminal's.
func (k *keyboard) Fd() uintptr { return k.file.Fd() }

// Read is the end, at once; the library asks when the terminal is ready.
func (k *keyboard) Read([]byte) (int, error) {
	k.once.Do(func() { close(k.ready) })
	return 0, io.EOF
}

// Write is not for the program's output.
func (k *keyboard) Write(p []byte) (int, error) { return k.file.Write(p) }

// Close leaves the terminal open.
func (k *keyboard) Close() error { return nil }

// withKeyboard runs a program with what a person types, read by tui/keys;
// broke is true when that reading panicked and the program was ended for it.
func withKeyboard(in io.Reader, m tea.Model, use func(*tea.Program) error,
	opts ...tea.ProgramOption) (broke bool, err error) {
	file, ok := in.(*os.File)
	if !ok {
		return false, use(tea.NewProgram(m, opts...))
	}
	r, err := uv.NewCancelReader(file)
	if err != nil {
		return false, err
	}
	k := &keyboard{file: file, ready: make(chan struct{})}
	p := tea.NewProgram(m, append(opts, tea.WithInput(k))...)
	var fell atomic.Bool
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		select {
		case <-k.ready:
		case <-ctx.Done():
			return
		}
		if keys.Feed(ctx, r, p.Send, func() { fell.Store(true); p.Kill() }) != nil {
			p.Quit() // nobody can type any more
		}
	}()
	err = use(p)
	cancel()
	if r.Cancel() {
		<-done
	}
	_ = r.Close()
	return fell.Load(), err
}
