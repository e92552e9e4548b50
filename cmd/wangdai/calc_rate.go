package main

import (
	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
)

func (a *app) calcRate() *cobra.Command {
	c := &cobra.Command{Use: "rate --received A --payment B --periods N | --received A --repay B --days N | --flow DATE:AMOUNT,…",
		Short: a.say("真实年化利率", "the real annual rate")}
	c.Flags().String("received", "", a.say("实际到账", "amount received"))
	a.planFlags(c)
	c.Flags().String("flow", "", a.say("按日期：到账为正，还款为负", "by date: received positive, paid negative"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		r, err := a.realRate(c)
		if err != nil {
			return err
		}
		// A rate that has no meaning here is null and not printed: none at all
		// is not the same as 0%.
		j := map[string]any{"nominal_annual": nil, "effective_annual": nil, "regular": r.Regular}
		var lines []string
		if r.Regular {
			j["nominal_annual"] = r.Nominal.String()
			lines = append(lines, a.say("名义年化 ", "nominal annual rate ")+r.Nominal.String())
		}
		if !r.Beyond {
			j["effective_annual"] = r.Effective.String()
			lines = append(lines, a.say("有效年化 ", "effective annual rate ")+r.Effective.String())
		}
		return a.shown(c, j, r.Formula.Text(), lines...)
	}
	return c
}

// realRate works out the rate that the flags ask for: of dated flows, or of
// what was received and a plan.
func (a *app) realRate(c *cobra.Command) (calc.RealRate, error) {
	taken := func(r calc.RealRate, err error) (calc.RealRate, error) {
		if err != nil {
			return r, badInput("%s", clean(a.told(err)))
		}
		return r, nil
	}
	if flow, _ := c.Flags().GetString("flow"); flow != "" {
		if other := given(c, append([]string{"received"}, planFlagNames...)...); other != "" {
			return calc.RealRate{}, badInput("--flow, --%s: %s", other,
				a.say("只用一种写法；--flow 里已经有到账和还款", "use one of them; --flow holds what was received and paid"))
		}
		pays, err := fact.ReadFlow(flow)
		if err != nil {
			return calc.RealRate{}, a.flagError("flow", err)
		}
		return taken(calc.FlowRate(pays))
	}
	received, err := a.money(c, "received")
	if err != nil {
		return calc.RealRate{}, err
	}
	plan, err := a.planFlag(c)
	if err != nil {
		return calc.RealRate{}, err
	}
	return taken(calc.PlanRate(received, plan))
}
