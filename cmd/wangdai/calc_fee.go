package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/cmd/internal/hall"
)

func (a *app) calcFee() *cobra.Command {
	c := &cobra.Command{Use: "fee"}
	texts(c, "amount")
	var kind string
	chooses(c, &kind, "kind", "property", "property", "preservation", "order")
	c.RunE = func(c *cobra.Command, _ []string) error {
		m, err := a.money(c, "amount")
		if err != nil {
			return err
		}
		if err := a.chosen(c, "kind"); err != nil {
			return err
		}
		b, err := a.base()
		if err != nil {
			return err
		}
		fee, f, err := calc.CourtFee(b.Tables(), m, kind, a.today)
		if err != nil {
			return hall.Wrong("--kind %s: %s", kind, hall.Words(err, a.speech))
		}
		return a.shown(c, map[string]any{"fee": fee.Plain(), "kind": kind}, f.Text(),
			fmt.Sprintf(a.words().Calc.Fee, fee.In(a.speech)))
	}
	return c
}
