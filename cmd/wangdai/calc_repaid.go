package main

import (
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor/fact"
)

func (a *app) calcRepaid() *cobra.Command {
	c := &cobra.Command{Use: "repaid --received A --payment B --periods N --repaid C --regime R --contract DATE", Short: a.say("还了多少、超付多少、还欠多少", "what was paid, overpaid and is still owed")}
	for _, f := range [][3]string{{"received", "实际到账", "amount received"}, {"payment", "每期还款", "each payment"}, {"repay", "到期一次还多少", "one payment at the end"}, {"repaid", "一共已经还了多少", "paid so far in all"}, {"regime", "private, licensed, local", "private, licensed, local"}, {"contract", "借款成立的日子", "day of the loan"}} {
		c.Flags().String(f[0], "", a.say(f[1], f[2]))
	}
	c.Flags().Int("periods", 0, a.say("期数（每月一期）", "number of monthly payments"))
	c.Flags().Int("days", 0, a.say("多少天后还", "after how many days"))
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
	var plan fact.Plan
	plan.Periods, _ = c.Flags().GetInt("periods")
	plan.Days, _ = c.Flags().GetInt("days")
	switch {
	case plan.Periods > 0 && plan.Periods <= 600:
		plan.Days = 0
		plan.Each, err = a.money(c, "payment")
	case plan.Days > 0 && plan.Days <= 36500:
		plan.Total, err = a.money(c, "repay")
	default:
		return nil, badInput("%s", a.say("要有 --periods 和 --payment，或 --days 和 --repay", "--periods with --payment, or --days with --repay is needed"))
	}
	if err != nil {
		return nil, err
	}
	return map[string]fact.Value{"received": fact.Of(int64(received)), "repaid": fact.Of(int64(repaid)), "repaid_total": fact.Of(int64(repaid)), "plan": {State: fact.Known, Plan: &plan},
		"regime": fact.Of(int64(regime)), "contract_date": fact.OfDate(day), "contract": fact.OfDate(day)}, nil
}
