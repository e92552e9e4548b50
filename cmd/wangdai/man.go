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
func (a *app) manPage(out io.Writer, root *cobra.Command) error {
	w := a.words().Help
	var b strings.Builder
	esc := strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.").Replace
	fmt.Fprintf(&b, ".TH WANGDAI 1 %q wangdai\n", a.today.String())
	fmt.Fprintf(&b, ".SH %s\nwangdai \\- %s\n", w.Name, esc(root.Short))
	fmt.Fprintf(&b, ".SH %s\n.B wangdai\n%s\n", w.Usage, esc("["+w.Command+"] ["+w.Flag+"]"))
	fmt.Fprintf(&b, ".SH %s\n%s\n.SH %s\n", w.Description, esc(root.Long), w.Verbs)
	flags := func(fs *pflag.FlagSet) {
		for _, r := range a.flagRows(fs) {
			fmt.Fprintf(&b, ".TP\n\\fB%s\\fR\n%s\n", esc(strings.TrimSpace(r[0])), esc(r[1]))
		}
	}
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		for _, k := range c.Commands() {
			if k.Hidden {
				continue
			}
			fmt.Fprintf(&b, ".SS %s\n%s\n", esc(strings.TrimSpace(k.CommandPath()+" "+a.verb(k).Args)), esc(k.Short))
			flags(k.LocalNonPersistentFlags())
			walk(k)
		}
	}
	walk(root)
	fmt.Fprintf(&b, ".SH %s\n", w.Common)
	flags(root.PersistentFlags())
	_, err := io.WriteString(out, b.String())
	return err
}

func (a *app) manCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{Use: "man", Args: a.takes(0, 0), RunE: func(*cobra.Command, []string) error {
		return a.manPage(a.out, root)
	}}
}
