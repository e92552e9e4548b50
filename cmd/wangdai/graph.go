package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor"
)

func (a *app) graphCommand() *cobra.Command {
	var format, branch string
	c := &cobra.Command{Use: "graph", Short: a.say("决策树图", "the decision tree"), Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
		if format != "mermaid" && format != "dot" {
			return badInput("--format %s: mermaid, dot", clean(format))
		}
		b, err := a.base()
		if err != nil {
			return err
		}
		return a.graph(b, format, branch)
	}}
	c.Flags().StringVar(&format, "format", "mermaid", "mermaid, dot")
	c.Flags().StringVar(&branch, "branch", "", a.say("只画一个分支（role 的选项）", "one branch only (an option of role)"))
	return c
}

// graph draws sections in order, questions within them, and what opens each.
func (a *app) graph(b *advisor.Base, format, branch string) error {
	role, ri := b.Fact("role")
	if branch != "" {
		ok := false
		for _, o := range role.Options {
			ok = ok || o.ID == branch
		}
		if !ok {
			return badInput("--branch %s: %s", clean(branch), a.say("没有这个分支", "there is no such branch"))
		}
	}
	dot := format == "dot"
	label := func(s string) string { return strings.NewReplacer(`"`, "'", "\n", " ").Replace(s) }
	var out strings.Builder
	if dot {
		out.WriteString("digraph wangdai {\n  rankdir=TB;\n  node [shape=box];\n")
	} else {
		out.WriteString("flowchart TD\n")
	}
	last := -1
	for i := range b.Questions {
		q := &b.Questions[i]
		f := &b.Facts[q.Fact]
		if branch != "" && !b.MayAsk(i, ri, role, branch) {
			continue
		}
		why := ""
		if q.When != nil {
			why = q.When.Src
		}
		if dot {
			fmt.Fprintf(&out, "  %s [label=\"%s\"];\n", f.ID, label(f.Label.In(a.language())))
		} else {
			fmt.Fprintf(&out, "  %s[\"%s\"]\n", f.ID, label(f.Label.In(a.language())))
		}
		if last >= 0 {
			from := b.Facts[b.Questions[last].Fact].ID
			switch {
			case dot:
				fmt.Fprintf(&out, "  %s -> %s [label=\"%s\"];\n", from, f.ID, label(why))
			case why == "":
				fmt.Fprintf(&out, "  %s --> %s\n", from, f.ID)
			default:
				fmt.Fprintf(&out, "  %s -->|\"%s\"| %s\n", from, label(why), f.ID)
			}
		}
		last = i
	}
	if dot {
		out.WriteString("}\n")
	}
	_, err := fmt.Fprint(a.out, out.String())
	return err
}
