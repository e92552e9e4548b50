package main

import (
	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
)

func (a *app) calcFee() *cobra.Command {
	c := &cobra.Command{Use: "fee --amount A --kind property|preservation|order", Short: a.say("诉讼费：财产案件受理费、保全费、支付令", "court fees: property case, preservation, payment order")}
	c.Flags().String("amount", "", a.say("标的额", "amount in dispute"))
	c.Flags().String("kind", "property", "property, preservation, order")
	c.RunE = func(c *cobra.Command, _ []string) error {
		m, err := a.money(c, "amount")
		if err != nil {
			return err
		}
		kind, _ := c.Flags().GetString("kind")
		b, err := a.base()
		if err != nil {
			return err
		}
		fee, f, err := calc.CourtFee(b.Tables(), m, kind, a.today)
		if err != nil {
			return badInput("--kind %s: property, preservation, order", clean(kind))
		}
		return a.shown(c, map[string]any{"fee": fee.Plain(), "kind": kind}, f.Text(), a.say("费用 ", "fee ")+fee.In(a.language()))
	}
	return c
}
