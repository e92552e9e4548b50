package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

func (a *app) calcCap() *cobra.Command {
	c := &cobra.Command{Use: "cap"}
	texts(c, "regime", "contract")
	c.RunE = func(c *cobra.Command, _ []string) error {
		regime, _ := c.Flags().GetString("regime")
		if !slices.Contains(regimes, regime) {
			return hall.Wrong(a.words().Calc.Regimes, fact.Shown(regime))
		}
		d, err := a.day(c, "contract")
		if err != nil {
			return err
		}
		b, err := a.base()
		if err != nil {
			return err
		}
		r, err := calc.Cap(b.Tables(), regime, d, a.today)
		if err != nil {
			return hall.Wrong("%s", hall.Words(err, a.speech))
		}
		j := map[string]any{"cap": r.Cap.String(), "regime": regime}
		lines := []string{fmt.Sprintf(a.words().Calc.Cap, r.Cap)}
		if regime == "private" {
			j["lpr"], j["lpr_date"], j["verified"] = r.LPR.String(), r.Published.String(), r.Verified
			if r.Split {
				j["split"] = true
			}
		}
		return a.shown(c, j, r.Formula.Text(), lines...)
	}
	return c
}
