package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
	"wangdai/cmd/internal/hall"
)

// The library's own help and refusals are in English and cannot be told
// otherwise; these are ours, in the person's language.

// explain gives a tree of commands its words, its help and its refusals.
func (a *app) explain(root *cobra.Command) {
	root.PersistentFlags().BoolP("help", "h", false, a.words().Help.HelpFlag)
	root.CompletionOptions.HiddenDefaultCmd = true
	help := a.helpCommand(root)
	root.SetHelpCommand(help)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { _ = a.help(c) })
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return a.see(c, hall.FlagError(c.Flags(), err, a.speech))
	})
	a.describe(help, root)
}

// describe puts the words of the table onto commands and all below them.
func (a *app) describe(commands ...*cobra.Command) {
	for _, c := range commands {
		v := a.verb(c)
		c.Use, c.Short, c.Long = strings.TrimSpace(c.Name()+" "+v.Args), v.Short, v.Long
		for _, fs := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
			fs.VisitAll(func(f *pflag.Flag) {
				if text, ok := v.Flags[f.Name]; ok {
					f.Usage = text
				}
				if list := f.Annotations[choices]; list != nil {
					f.Usage = fmt.Sprintf(f.Usage, strings.Join(list, words.HallIn(string(a.speech)).List))
				}
			})
		}
		a.describe(c.Commands()...)
	}
}

// verb is what the table says of a command.
func (a *app) verb(c *cobra.Command) words.Verb {
	return a.words().Verbs[strings.TrimSpace(strings.TrimPrefix(c.CommandPath(), "wangdai"))]
}

// choices is the annotation of a flag that takes one of a few words.
const choices = "choices"

// chooses adds a flag that takes one of a few words, with the one that it has
// by default.
func chooses(c *cobra.Command, at *string, name, def string, of ...string) {
	c.Flags().StringVar(at, name, def, "")
	c.Flags().Lookup(name).Annotations = map[string][]string{choices: of}
}

// chosen refuses what is none of the words of such a flag.
func (a *app) chosen(c *cobra.Command, name string) error {
	f := c.Flags().Lookup(name)
	return hall.OneOf(name, f.Value.String(), f.Annotations[choices], a.speech)
}

// takes wants so many words after a command; most < 0 is any number.
func (a *app) takes(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		w := a.words().Help
		switch {
		case len(args) < least:
			return a.see(c, hall.Wrong(w.Needs, c.CommandPath(), a.verb(c).Args))
		case most >= 0 && len(args) > most:
			return a.see(c, hall.Wrong(w.NoWord, c.CommandPath(), fact.Shown(args[most])))
		}
		return nil
	}
}

// takesVerb refuses a word that is no command below c.
func (a *app) takesVerb(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	w := a.words().Help
	var names []string
	for _, k := range c.Commands() {
		if !k.Hidden {
			names = append(names, k.Name())
		}
	}
	text := fmt.Sprintf(w.NoVerb, fact.Shown(args[0]))
	if near := cond.Nearest(args[0], names); near != "" {
		text += fmt.Sprintf(w.Near, near)
	}
	return a.see(c, hall.Wrong("%s", text))
}

// see says after a refusal where the right form is shown.
func (a *app) see(c *cobra.Command, err error) error {
	return hall.Wrong("%s\n%s", err.Error(), fmt.Sprintf(a.words().Help.See, c.CommandPath()))
}

func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{Use: "help", RunE: func(_ *cobra.Command, args []string) error {
		c, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return a.see(root, hall.Wrong(a.words().Help.NoTopic, fact.Shown(strings.Join(args, " "))))
		}
		return a.help(c)
	}}
}

// help writes how a command is used.
func (a *app) help(c *cobra.Command) error {
	w := a.words().Help
	var b strings.Builder
	text := c.Long
	if text == "" {
		text = c.Short
	}
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", text, w.Usage, a.usage(c))
	var rows [][2]string
	for _, k := range c.Commands() {
		if k.IsAvailableCommand() || k.Name() == "help" {
			rows = append(rows, [2]string{k.Name(), k.Short})
		}
	}
	table(&b, w.Verbs, rows)
	table(&b, w.Flags, a.flagRows(c.LocalNonPersistentFlags()))
	table(&b, w.Common, a.flagRows(c.Root().PersistentFlags()))
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n"+w.More+"\n", c.CommandPath())
	}
	_, err := io.WriteString(a.out, b.String())
	return err
}

// usage is a command with what follows it.
func (a *app) usage(c *cobra.Command) string {
	w := a.words().Help
	parts := []string{c.CommandPath()}
	if args := a.verb(c).Args; args != "" {
		parts = append(parts, args)
	} else if c.HasAvailableSubCommands() {
		parts = append(parts, "["+w.Command+"]")
	}
	return strings.Join(append(parts, "["+w.Flag+"]"), " ")
}

// flagRows are flags with the name of their value, and what they do.
func (a *app) flagRows(fs *pflag.FlagSet) [][2]string {
	w := a.words().Help
	var rows [][2]string
	fs.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name, text := "    --"+f.Name, f.Usage
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if v := w.Values[f.Value.Type()]; v != "" {
			name += " " + v
		}
		if !slices.Contains([]string{"", "false", "0", "[]", "0s"}, f.DefValue) {
			text += fmt.Sprintf(w.Default, strings.TrimSuffix(f.DefValue, "0s"))
		}
		rows = append(rows, [2]string{name, text})
	})
	return rows
}

const (
	helpWidth  = 100 // cells
	widestName = 30
)

// table writes two columns under a heading.
func table(b *strings.Builder, heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", heading)
	left := 0
	for _, r := range rows {
		left = max(left, min(typeset.Width(r[0]), widestName))
	}
	for _, r := range rows {
		name := r[0]
		for _, line := range typeset.Wrap(r[1], helpWidth-left-4, typeset.Width) {
			fmt.Fprintf(b, "  %s%s  %s\n", name, strings.Repeat(" ", max(0, left-typeset.Width(name))), line)
			name = ""
		}
	}
}
