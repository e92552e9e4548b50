package main

import (
	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
)

func (a *app) calcInterest() *cobra.Command {
	c := &cobra.Command{Use: "interest --principal A --rate R --from DATE --to DATE", Short: a.say("一笔钱的利息（单利，按天）", "simple interest on a sum, by day")}
	c.Flags().String("principal", "", a.say("本金", "principal"))
	c.Flags().String("rate", "", a.say("年利率；写 delayed 则按判决后迟延履行的加倍部分", "yearly rate; delayed means the added interest for late performance of a judgment"))
	c.Flags().String("from", "", a.say("从哪天", "from"))
	c.Flags().String("to", "", a.say("到哪天", "to"))
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
			return badInput("--to %s: %s", to, a.say("早于 --from", "before --from"))
		}
		rate, _ := c.Flags().GetString("rate")
		if rate == "delayed" {
			b, err := a.base()
			if err != nil {
				return err
			}
			m, f, err := calc.DelayedInterest(b.Tables(), p, int(to-from), a.today)
			if err != nil {
				return badInput("--rate delayed: %s", clean(a.told(err)))
			}
			return a.shown(c, map[string]any{"interest": m.Plain(), "days": int(to - from)}, f, a.say("利息 ", "interest ")+m.In(a.language()))
		}
		r, err := fact.ReadRate(rate)
		if err != nil {
			return a.flagError("rate", err)
		}
		m, f := calc.SimpleInterest(p, r, int(to-from))
		if m == calc.TooLarge {
			return badInput("%s", f.In(a.language()))
		}
		return a.shown(c, map[string]any{"interest": m.Plain(), "days": int(to - from)}, f, a.say("利息 ", "interest ")+m.In(a.language()))
	}
	return c
}
