// Command wangdai is a guided legal advisor in the terminal for people in
// China in trouble with an online loan.
package main

import (
	"io"
	"os"
	"runtime/debug"
	"time"

	"golang.org/x/term"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

func main() {
	// Loading the law makes much and drops little: collecting less often
	// halves what it costs. The limit stays small for a program of this size.
	debug.SetGCPercent(400)
	now := time.Now()
	y, m, d := now.Date()
	os.Exit(run(os.Args[1:], &env{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		today:  fact.NewDate(y, int(m), d),
		now:    now,
		getenv: os.Getenv,
		tty:    term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stdout.Fd())),
	}))
}

// env is everything a command may touch; tests pass buffers and a fixed day.
type env struct {
	in       io.Reader
	out, err io.Writer
	today    fact.Date
	now      time.Time
	getenv   func(string) string
	tty      bool // standard input and output are a terminal

	// For a visitor of the kiosk: the server's own knowledge, and who counts
	// the reports.
	shared   *advisor.Base
	reported func(branch string)
}
