package main

import (
	"slices"

	"github.com/spf13/cobra"

	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

// regimes are the kinds of lender that a cap depends on.
var regimes = []string{"licensed", "local", "private"}

func (a *app) calcRepaid() *cobra.Command {
	c := &cobra.Command{Use: "repaid"}
	texts(c, "received", "repaid", "regime", "contract")
	planFlags(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		b, err := a.base()
		if err != nil {
			return err
		}
		values, err := a.planValues(c)
		if err != nil {
			return err
		}
		out, err := a.runCalc(b, "balance", values, map[string][]string{"regime": regimes})
		if err != nil {
			return err
		}
		return a.shownOut(c, "balance", out)
	}
	return c
}

// planValues reads the flags that calculators of a loan share.
func (a *app) planValues(c *cobra.Command) (map[string]fact.Value, error) {
	received, err := a.money(c, "received")
	if err != nil {
		return nil, err
	}
	repaid, err := a.money(c, "repaid")
	if err != nil {
		return nil, err
	}
	day, err := a.day(c, "contract")
	if err != nil {
		return nil, err
	}
	name, _ := c.Flags().GetString("regime")
	regime := slices.Index(regimes, name)
	if regime < 0 {
		return nil, hall.Wrong(a.words().Calc.Regimes, fact.Shown(name))
	}
	plan, err := a.planFlag(c)
	if err != nil {
		return nil, err
	}
	return map[string]fact.Value{"received": fact.Of(int64(received)), "repaid": fact.Of(int64(repaid)),
		"repaid_total": fact.Of(int64(repaid)), "plan": {State: fact.Known, Plan: &plan},
		"regime": fact.Of(int64(regime)), "contract_date": fact.OfDate(day), "contract": fact.OfDate(day)}, nil
}
