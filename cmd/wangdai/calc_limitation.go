package main

import (
	"slices"
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
		events, err := a.eventFlag(list, kinds)
		if err != nil {
			return err
		}
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

// eventFlag reads dated events, one a flag or several in one, in the order of
// their days.
func (a *app) eventFlag(list, kinds []string) ([]fact.Event, error) {
	var events []fact.Event
	for _, x := range list {
		entries, err := fact.ReadEntries(x)
		if err != nil {
			return nil, a.flagError("event", err)
		}
		if len(entries) == 0 {
			_, err := fact.ReadDate(x) // says how a day is written
			return nil, a.flagError("event", err)
		}
		for _, e := range entries {
			k := slices.Index(kinds, e.Text)
			if k < 0 {
				return nil, badInput("--event %s: %s", clean(x),
					a.say("事由有："+strings.Join(kinds, "、"), "kinds: "+strings.Join(kinds, ", ")))
			}
			events = append(events, fact.Event{On: e.On, What: k})
		}
	}
	slices.SortStableFunc(events, func(x, y fact.Event) int { return int(x.On) - int(y.On) })
	if err := fact.History.Check(fact.Value{Events: events}); err != nil {
		return nil, a.flagError("event", err)
	}
	return events, nil
}
