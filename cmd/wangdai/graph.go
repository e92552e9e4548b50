package main

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor/fact"
	"wangdai/advisor/graph"
	"wangdai/advisor/paths"
	"wangdai/cmd/internal/hall"
)

func (a *app) graphCommand() *cobra.Command {
	var format string
	var o graph.Options
	c := &cobra.Command{Use: "graph", Args: a.takes(0, 0), RunE: func(c *cobra.Command, _ []string) error {
		if err := a.chosen(c, "format"); err != nil {
			return err
		}
		o.Lang = a.speech
		return a.graph(format, o)
	}}
	chooses(c, &format, "format", "mermaid", "mermaid", "dot")
	c.Flags().StringVar(&o.Branch, "branch", "", "")
	c.Flags().BoolVar(&o.Findings, "findings", false, "")
	return c
}

func (a *app) graph(format string, o graph.Options) error {
	b, err := a.base()
	if err != nil {
		return err
	}
	branches, err := paths.Count(b, a.today)
	if err != nil {
		return a.failed("", err)
	}
	if _, ok := branches[o.Branch]; !ok {
		ids := slices.DeleteFunc(slices.Sorted(maps.Keys(branches)), func(id string) bool { return id == paths.Everyone })
		return hall.Wrong(a.words().Common.NoBranch, fact.Shown(o.Branch), strings.Join(ids, ", "))
	}
	g := graph.Draw(b, branches, o)
	text := g.Mermaid()
	if format == "dot" {
		text = g.DOT()
	}
	_, err = io.WriteString(a.out, text)
	return err
}
