// Command wangdai is a guided legal advisor in the terminal for people in
// China in trouble with an online loan.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"golang.org/x/term"

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
