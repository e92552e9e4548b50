package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/tui/plain"
)

func (a *app) askCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "ask",
		Short: a.say("逐行问答：读屏软件、管道、哑终端", "the interview line by line: screen readers, pipes, dumb terminals"),
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return a.ask(nil) },
	}
}

// ask is the interview line by line.
func (a *app) ask(from advisor.Answers) error {
	b, err := a.base()
	if err != nil {
		return err
	}
	s := a.session(b)
	if from != nil {
		s.Load(from)
	}
	err = plain.Run(context.Background(), a.in, a.out, plain.Options{Session: s, Report: func(w io.Writer, r *advisor.Report) error {
		return export.Write(w, "txt", r, export.Options{})
	}})
	if errors.Is(err, plain.ErrOpen) {
		return &failure{status: statusMissing, quiet: true, err: err}
	}
	return err
}
