package main

import "github.com/spf13/cobra"

func (a *app) resumeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "resume CODE",
		Short: a.say("用续答码接着回答", "go on with the interview from a code"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.fromCode(args[0])
			if err != nil {
				return err
			}
			return a.interview(s.Answers())
		},
	}
}
