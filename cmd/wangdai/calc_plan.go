package main

import (
	"github.com/spf13/cobra"

	"wangdai/advisor/fact"
)

// planFlagNames are the flags that a plan of repayment is written with.
var planFlagNames = []string{"payment", "periods", "repay", "days"}

// planFlags gives a calculator the flags of a plan: equal monthly payments or
// one payment.
func (a *app) planFlags(c *cobra.Command) {
	c.Flags().String("payment", "", a.say("每期还款", "each payment"))
	c.Flags().String("periods", "", a.say("期数（每月一期）", "number of monthly payments"))
	c.Flags().String("repay", "", a.say("到期一次还多少", "one payment at the end"))
	c.Flags().String("days", "", a.say("多少天后还", "after how many days"))
}

// planFlag reads a plan from its flags, within the limits of every plan.
func (a *app) planFlag(c *cobra.Command) (fact.Plan, error) {
	monthly, once := given(c, "payment", "periods"), given(c, "repay", "days")
	switch {
	case monthly == "" && once == "":
		return fact.Plan{}, badInput("%s", a.say("要有 --periods 和 --payment，或 --days 和 --repay",
			"--periods with --payment, or --days with --repay is needed"))
	case monthly != "" && once != "":
		return fact.Plan{}, badInput("--%s, --%s: %s", monthly, once,
			a.say("两种还法只写一种：--periods 和 --payment，或 --days 和 --repay",
				"give one way to repay: --periods with --payment, or --days with --repay"))
	case monthly != "":
		n, each, err := a.countOf(c, "periods", "payment")
		if err != nil {
			return fact.Plan{}, err
		}
		return a.within("periods", fact.Plan{Periods: n, Each: each})
	}
	n, total, err := a.countOf(c, "days", "repay")
	if err != nil {
		return fact.Plan{}, err
	}
	return a.within("days", fact.Plan{Days: n, Total: total})
}

// countOf reads the two flags of one way to repay.
func (a *app) countOf(c *cobra.Command, count, amount string) (int, fact.Fen, error) {
	s, _ := c.Flags().GetString(count)
	if s == "" {
		return 0, 0, badInput("%s", a.say("缺 --"+count+"（整数，如 12）",
			"--"+count+" is missing (a whole number such as 12)"))
	}
	n, err := fact.ReadNumber(s)
	if err != nil {
		return 0, 0, a.flagError(count, err)
	}
	m, err := a.money(c, amount)
	return int(n), m, err
}

func (a *app) within(flag string, p fact.Plan) (fact.Plan, error) {
	if err := p.Check(); err != nil {
		return fact.Plan{}, a.flagError(flag, err)
	}
	return p, nil
}

// given is the first of these flags that was written, or "".
func given(c *cobra.Command, flags ...string) string {
	for _, f := range flags {
		if c.Flags().Changed(f) {
			return f
		}
	}
	return ""
}
