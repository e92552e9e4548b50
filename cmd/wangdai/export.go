package main

import (
	"github.com/spf13/cobra"

	"wangdai/cmd/internal/hall"
)

func (a *app) exportCommand() *cobra.Command {
	var to paper
	var wish hall.Wish
	c := &cobra.Command{Use: "export", Args: a.takes(1, 1), RunE: func(c *cobra.Command, args []string) error {
		if err := a.chosen(c, "format"); err != nil {
			return err
		}
		s, err := a.session(source{code: args[0]})
		if err != nil {
			return err
		}
		return a.write(wish.Report(s), to)
	}}
	wish.FullFlag(c.Flags())
	to.flags(c)
	return c
}
