package main

import (
	"github.com/spf13/cobra"

	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

func (a *app) completionCommand(root *cobra.Command) *cobra.Command {
	shells := map[string]func() error{
		"bash":       func() error { return root.GenBashCompletionV2(a.out, true) },
		"zsh":        func() error { return root.GenZshCompletion(a.out) },
		"fish":       func() error { return root.GenFishCompletion(a.out, true) },
		"powershell": func() error { return root.GenPowerShellCompletionWithDesc(a.out) },
	}
	names := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{Use: "completion", ValidArgs: names, Args: a.takes(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			write, ok := shells[args[0]]
			if !ok {
				return a.see(c, hall.Wrong(a.words().Help.NoShell, fact.Shown(args[0])))
			}
			return write()
		}}
}
