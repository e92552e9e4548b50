package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

func (a *app) calcInterest() *cobra.Command {
	c := &cobra.Command{Use: "interest"}
	texts(c, "principal", "rate", "from", "to")
	c.RunE = func(c *cobra.Command, _ []string) error {
		p, err := a.money(c, "principal")
		if err != nil {
			return err
		}
		from, err := a.day(c, "from")
		if err != nil {
			return err
		}
		to, err := a.day(c, "to")
		if err != nil {
			return err
		}
		if to < from {
			return hall.Wrong(a.words().Calc.Before, to)
		}
		rate, _ := c.Flags().GetString("rate")
		if rate == "delayed" {
			b, err := a.base()
			if err != nil {
				return err
			}
			m, f, err := calc.DelayedInterest(b.Tables(), p, int(to-from), a.today)
			if err != nil {
				return a.flagError("rate", err)
			}
			return a.shown(c, map[string]any{"interest": m.Plain(), "days": int(to - from)}, f,
				fmt.Sprintf(a.words().Calc.Interest, m.In(a.speech)))
		}
		r, err := fact.ReadRate(rate)
		if err != nil {
			return a.flagError("rate", err)
		}
		m, f := calc.SimpleInterest(p, r, int(to-from))
		if m == calc.TooLarge {
			return hall.Wrong("%s", f.In(a.speech))
		}
		return a.shown(c, map[string]any{"interest": m.Plain(), "days": int(to - from)}, f,
			fmt.Sprintf(a.words().Calc.Interest, m.In(a.speech)))
	}
	return c
}
