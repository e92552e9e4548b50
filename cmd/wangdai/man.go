package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// manPage writes the manual as roff. cobra's own generator brings a Markdown
// reader and costs two milliseconds at every start; a page of headings and
// tagged paragraphs needs neither.
func manPage(w io.Writer, root *cobra.Command, date string) error {
	var b strings.Builder
	esc := strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.").Replace
	fmt.Fprintf(&b, ".TH WANGDAI 1 %q wangdai\n.SH NAME\nwangdai \\- %s\n.SH SYNOPSIS\n.B wangdai\n[command] [flags]\n.SH DESCRIPTION\n%s\n.SH COMMANDS\n", date, esc(root.Short), esc(root.Long))
	flags := func(fs *pflag.FlagSet) {
		fs.VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				fmt.Fprintf(&b, ".TP\n\\fB%s\\fR\n%s\n", esc("--"+f.Name), esc(f.Usage))
			}
		})
	}
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		for _, k := range c.Commands() {
			if k.Hidden {
				continue
			}
			fmt.Fprintf(&b, ".SS %s\n%s\n", esc(strings.TrimSpace(c.CommandPath()+" "+k.Use)), esc(k.Short))
			flags(k.LocalNonPersistentFlags())
			walk(k)
		}
	}
	walk(root)
	b.WriteString(".SH OPTIONS\n")
	flags(root.PersistentFlags())
	_, err := io.WriteString(w, b.String())
	return err
}

func (a *app) manCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{Use: "man", Short: a.say("手册页（roff）", "manual page (roff)"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return manPage(a.out, root, a.today.String())
		}}
}
