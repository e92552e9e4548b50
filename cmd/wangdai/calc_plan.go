package main

import (
	"github.com/spf13/cobra"

	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

// planFlagNames are the flags that a plan of repayment is written with.
var planFlagNames = []string{"payment", "periods", "repay", "days"}

// planFlags gives a calculator the flags of a plan: equal monthly payments or
// one payment.
func planFlags(c *cobra.Command) {
	texts(c, planFlagNames...)
}

// planFlag reads a plan from its flags, within the limits of every plan.
func (a *app) planFlag(c *cobra.Command) (fact.Plan, error) {
	w := a.words().Calc
	monthly, once := given(c, "payment", "periods"), given(c, "repay", "days")
	switch {
	case monthly == "" && once == "":
		return fact.Plan{}, hall.Wrong("%s", w.Plan)
	case monthly != "" && once != "":
		return fact.Plan{}, hall.Wrong("--%s, --%s: %s", monthly, once, w.TwoPlans)
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
		return 0, 0, hall.Wrong(a.words().Calc.NoCount, count)
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
