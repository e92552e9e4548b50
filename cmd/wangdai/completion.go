package main

import "github.com/spf13/cobra"

func (a *app) completionCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{Use: "completion bash|zsh|fish|powershell", Short: a.say("命令补全脚本", "shell completion"),
		Args: cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs), ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(_ *cobra.Command, args []string) error {
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.out, true)
			case "zsh":
				return root.GenZshCompletion(a.out)
			case "fish":
				return root.GenFishCompletion(a.out, true)
			}
			return root.GenPowerShellCompletionWithDesc(a.out)
		}}
}
