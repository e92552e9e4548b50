package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/cmd/internal/hall"
	"wangdai/tui/plain"
)

func (a *app) askCommand() *cobra.Command {
	return &cobra.Command{Use: "ask", Args: a.takes(0, 0), RunE: func(*cobra.Command, []string) error { return a.ask(nil) }}
}

// ask is the interview line by line.
func (a *app) ask(from *advisor.Record) error {
	s, err := a.session(source{})
	if err != nil {
		return err
	}
	if from != nil {
		s.Resume(*from)
	}
	err = plain.Run(context.Background(), a.in, a.out, plain.Options{Session: s, Report: func(w io.Writer, r *advisor.Report) error {
		return export.Write(w, "txt", r, export.Options{})
	}})
	if errors.Is(err, plain.ErrOpen) {
		return quietly(hall.Missing, err.Error()) // they have been listed
	}
	return err
}
