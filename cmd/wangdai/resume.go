package main

import "github.com/spf13/cobra"

func (a *app) resumeCommand() *cobra.Command {
	return &cobra.Command{Use: "resume", Args: a.takes(1, 1), RunE: func(_ *cobra.Command, args []string) error {
		s, err := a.session(source{code: args[0]})
		if err != nil {
			return err
		}
		said := s.Record()
		return a.interview(&said)
	}}
}
