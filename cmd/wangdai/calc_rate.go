package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

func (a *app) calcRate() *cobra.Command {
	c := &cobra.Command{Use: "rate"}
	texts(c, "received", "flow")
	planFlags(c)
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
			lines = append(lines, fmt.Sprintf(a.words().Calc.Nominal, r.Nominal))
		}
		if !r.Beyond {
			j["effective_annual"] = r.Effective.String()
			lines = append(lines, fmt.Sprintf(a.words().Calc.Effective, r.Effective))
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
			return r, hall.Wrong("%s", hall.Words(err, a.speech))
		}
		return r, nil
	}
	if flow, _ := c.Flags().GetString("flow"); flow != "" {
		if other := given(c, append([]string{"received"}, planFlagNames...)...); other != "" {
			return calc.RealRate{}, hall.Wrong("--flow, --%s: %s", other, a.words().Calc.FlowAlone)
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
