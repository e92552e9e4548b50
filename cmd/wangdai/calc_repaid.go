package main

import (
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor/fact"
)

func (a *app) calcRepaid() *cobra.Command {
	c := &cobra.Command{Use: "repaid --received A --payment B --periods N --repaid C --regime R --contract DATE", Short: a.say("还了多少、超付多少、还欠多少", "what was paid, overpaid and is still owed")}
	c.Flags().String("received", "", a.say("实际到账", "amount received"))
	c.Flags().String("repaid", "", a.say("一共已经还了多少", "paid so far in all"))
	c.Flags().String("regime", "", "private, licensed, local")
	c.Flags().String("contract", "", a.say("借款成立的日子", "day of the loan"))
	a.planFlags(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		b, err := a.base()
		if err != nil {
			return err
		}
		regimes := []string{"licensed", "local", "private"}
		values, err := a.planValues(c, regimes)
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
func (a *app) planValues(c *cobra.Command, regimes []string) (map[string]fact.Value, error) {
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
	regime := -1
	for i, r := range regimes {
		if r == name {
			regime = i
		}
	}
	if regime < 0 {
		return nil, badInput("--regime %s: %s", clean(name), strings.Join(regimes, ", "))
	}
	plan, err := a.planFlag(c)
	if err != nil {
		return nil, err
	}
	return map[string]fact.Value{"received": fact.Of(int64(received)), "repaid": fact.Of(int64(repaid)), "repaid_total": fact.Of(int64(repaid)), "plan": {State: fact.Known, Plan: &plan},
		"regime": fact.Of(int64(regime)), "contract_date": fact.OfDate(day), "contract": fact.OfDate(day)}, nil
}
