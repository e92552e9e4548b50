// Command wangdai is a guided legal advisor in the terminal for people in
// China in trouble with an online loan.
package main

import (
	"io"
	"os"
	"time"

	"golang.org/x/term"

	"wangdai/advisor/fact"
)

func main() {
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
}
