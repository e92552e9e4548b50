package main

import (
	"time"

	"github.com/spf13/cobra"
)

// command builds the tree of commands: one line a command. What the help says
// of each stands in words.
func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:               "wangdai",
		Args:              a.takesVerb,
		SilenceUsage:      true,
		SilenceErrors:     true,
		PersistentPreRunE: a.common,
		RunE:              func(*cobra.Command, []string) error { return a.interview(nil) },
	}
	f := root.PersistentFlags()
	f.StringVar(&a.lang, "lang", "", "")
	f.StringVar(&a.date, "date", "", "")
	f.StringVar(&a.knowledge, "knowledge", "", "")
	f.StringVar(&a.lawTexts, "law-texts", "", "")
	f.BoolVar(&a.noColor, "no-color", false, "")
	root.Flags().BoolVar(&a.plain, "plain", false, "")
	root.Flags().DurationVar(&a.idle, "idle", 5*time.Minute, "")
	root.Flags().BoolVar(&a.kiosk, "kiosk", false, "")
	root.AddCommand(
		a.askCommand(),
		a.adviseCommand(),
		a.exportCommand(),
		a.resumeCommand(),
		a.verifyCommand(),
		a.questionsCommand(),
		a.lawCommand(),
		a.calcCommand(),
		a.draftCommand(),
		a.checkCommand(),
		a.editionCommand(),
		a.graphCommand(),
		a.docsCommand(),
		a.serveCommand(),
		a.versionCommand(),
		a.completionCommand(root),
		a.manCommand(root),
	)
	a.explain(root)
	return root
}
