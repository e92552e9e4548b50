package main

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor"
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
	c.Flags().StringVar(&o.Ask, "ask", "", "")
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
		ids := slices.DeleteFunc(slices.Sorted(maps.Keys(branches)), func(id string) bool {
			return id == paths.Everyone
		})
		return hall.Wrong(a.words().Common.NoBranch, fact.Shown(o.Branch), strings.Join(ids, ", "))
	}
	if o.Ask != "" {
		if o.Ask, err = a.oneAsk(b, o); err != nil {
			return err
		}
	}
	g := graph.Draw(b, branches, o)
	text := g.Mermaid()
	if format == "dot" {
		text = g.DOT()
	}
	_, err = io.WriteString(a.out, text)
	return err
}

// oneAsk is the present id of the ask to draw; it must be one that people of
// the branch may have.
func (a *app) oneAsk(b *advisor.Base, o graph.Options) (id string, err error) {
	id = o.Ask
	if x, _ := b.PresentAsk(id); x != nil {
		id = x.ID
	}
	s := advisor.NewSession(b, advisor.Options{Today: a.today, Lang: a.speech})
	if role, _ := b.Role(); role != nil && o.Branch != paths.Everyone {
		v := fact.NotSure()
		for k := range role.Options {
			if role.Options[k].ID == o.Branch {
				v = fact.Of(int64(k))
			}
		}
		s.Load(advisor.Answers{role.ID: v})
	}
	if err := s.Choose(id); err != nil {
		return "", hall.Wrong("--ask: %s", hall.Words(err, a.speech))
	}
	return id, nil
}
