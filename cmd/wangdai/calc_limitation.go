package main

import (
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
)

func (a *app) calcLimitation() *cobra.Command {
	c := &cobra.Command{Use: "limitation --due DATE [--event DATE:KIND …]", Short: a.say("诉讼时效", "the limitation period")}
	kinds := calc.LimitationEvents()
	c.Flags().String("due", "", a.say("最后一期到期日", "last due date"))
	c.Flags().StringArray("event", nil, "2021-05-01:"+strings.Join(kinds, "|"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		due, err := a.day(c, "due")
		if err != nil {
			return err
		}
		list, _ := c.Flags().GetStringArray("event")
		var events []fact.Event
		for _, x := range list {
			on, what, _ := strings.Cut(x, ":")
			d, err := fact.ReadDate(on)
			if err != nil {
				return a.flagError("event", err)
			}
			k := -1
			for i, n := range kinds {
				if n == what {
					k = i
				}
			}
			if k < 0 {
				return badInput("--event %s: %s", clean(x), a.say("事由有："+strings.Join(kinds, "、"), "kinds: "+strings.Join(kinds, ", ")))
			}
			events = append(events, fact.Event{On: d, What: k})
		}
		sort.SliceStable(events, func(i, k int) bool { return events[i].On < events[k].On })
		b, err := a.base()
		if err != nil {
			return err
		}
		out, err := a.runCalc(b, "limitation", map[string]fact.Value{"due": fact.OfDate(due), "events": {State: fact.Known, Events: events}}, map[string][]string{"events": kinds})
		if err != nil {
			return err
		}
		return a.shownOut(c, "limitation", out)
	}
	return c
}
