package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/cmd/internal/hall"
)

func (a *app) calcLimitation() *cobra.Command {
	c := &cobra.Command{Use: "limitation"}
	kinds := calc.LimitationEvents()
	texts(c, "due")
	c.Flags().StringArray("event", nil, "")
	c.Flags().Lookup("event").Annotations = map[string][]string{choices: kinds}
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
		out, err := a.runCalc(b, "limitation", map[string]fact.Value{"due": fact.OfDate(due),
			"events": {State: fact.Known, Events: events}}, map[string][]string{"events": kinds})
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
				return nil, hall.Wrong(a.words().Calc.Events, fact.Shown(x),
					strings.Join(kinds, words.HallIn(string(a.speech)).List))
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
