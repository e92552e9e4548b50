package main

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor/graph"
	"wangdai/advisor/paths"
)

func (a *app) graphCommand() *cobra.Command {
	var format string
	var o graph.Options
	c := &cobra.Command{
		Use:   "graph",
		Short: a.say("决策树图", "the decision tree"),
		Long: a.say("决策树图：不选分支时每节问题是一格；--branch 画一个分支的全部问题。--findings 在后面画出结论，按文件归在一起。",
			"The decision tree. Without a branch each section of questions is one box; --branch draws all questions of one. --findings adds the conclusions behind them, file by file."),
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if format != "mermaid" && format != "dot" {
				return badInput("--format %s: mermaid, dot", clean(format))
			}
			o.Lang = a.language()
			return a.graph(format, o)
		},
	}
	c.Flags().StringVar(&format, "format", "mermaid", "mermaid, dot")
	c.Flags().StringVar(&o.Branch, "branch", "", a.say("只画一个分支（第一题的选项，或 unknown）", "one branch only (an option of the first question, or unknown)"))
	c.Flags().BoolVar(&o.Findings, "findings", false, a.say("也画结论", "draw the conclusions too"))
	return c
}

func (a *app) graph(format string, o graph.Options) error {
	b, err := a.base()
	if err != nil {
		return err
	}
	branches, err := paths.Count(b, a.today)
	if err != nil {
		return &failure{status: statusFailed, err: err}
	}
	if _, ok := branches[o.Branch]; !ok {
		ids := slices.DeleteFunc(slices.Sorted(maps.Keys(branches)), func(id string) bool { return id == paths.Everyone })
		return badInput("--branch %s: %s%s", clean(o.Branch), a.say("没有这个分支；有：", "there is no such branch; there are: "), strings.Join(ids, ", "))
	}
	g := graph.Draw(b, branches, o)
	text := g.Mermaid()
	if format == "dot" {
		text = g.DOT()
	}
	_, err = io.WriteString(a.out, text)
	return err
}
