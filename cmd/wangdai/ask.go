package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/cmd/internal/hall"
	"wangdai/tui/plain"
)

func (a *app) askCommand() *cobra.Command {
	var wish hall.Wish
	c := &cobra.Command{Use: "ask", Args: a.takes(0, 0), RunE: func(*cobra.Command, []string) error {
		return a.ask(nil, wish.Full)
	}}
	wish.FullFlag(c.Flags())
	return c
}

// ask is the interview line by line.
func (a *app) ask(from *advisor.Record, full bool) error {
	s, err := a.session(source{})
	if err != nil {
		return err
	}
	if from != nil {
		s.Resume(*from)
	}
	err = plain.Run(context.Background(), a.in, a.out, plain.Options{Session: s, Paper: hall.Text{}, Full: full})
	if errors.Is(err, plain.ErrOpen) {
		return quietly(hall.Missing, err.Error()) // they have been listed
	}
	return err
}
