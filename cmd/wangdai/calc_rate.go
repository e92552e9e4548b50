package main

import (
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
)

func (a *app) calcRate() *cobra.Command {
	c := &cobra.Command{Use: "rate --received A --payment B --periods N | --received A --repay B --days N | --flow DATE:AMOUNT,…",
		Short: a.say("真实年化利率", "the real annual rate")}
	c.Flags().String("received", "", a.say("实际到账", "amount received"))
	c.Flags().String("payment", "", a.say("每期还款", "each payment"))
	c.Flags().Int("periods", 0, a.say("期数（每月一期）", "number of monthly payments"))
	c.Flags().String("repay", "", a.say("到期一次还多少", "one payment at the end"))
	c.Flags().Int("days", 0, a.say("多少天后还", "after how many days"))
	c.Flags().String("flow", "", a.say("按日期：到账为正，还款为负", "by date: received positive, paid negative"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		flow, _ := c.Flags().GetString("flow")
		var r calc.RealRate
		var err error
		if flow != "" {
			pays, ferr := readFlow(flow)
			if ferr != nil {
				return a.flagError("flow", ferr)
			}
			r, err = calc.FlowRate(pays)
		} else {
			received, merr := a.money(c, "received")
			if merr != nil {
				return merr
			}
			var plan fact.Plan
			plan.Periods, _ = c.Flags().GetInt("periods")
			plan.Days, _ = c.Flags().GetInt("days")
			switch {
			case plan.Periods < 0 || plan.Periods > 600:
				return badInput("--periods %d: 1..600", plan.Periods)
			case plan.Days < 0 || plan.Days > 36500:
				return badInput("--days %d: 1..36500", plan.Days)
			case plan.Periods > 0:
				plan.Each, merr = a.money(c, "payment")
				plan.Days = 0
			case plan.Days > 0:
				plan.Total, merr = a.money(c, "repay")
			default:
				return badInput("%s", a.say("要有 --periods 和 --payment，或 --days 和 --repay，或 --flow", "--periods with --payment, --days with --repay, or --flow is needed"))
			}
			if merr != nil {
				return merr
			}
			r, err = calc.PlanRate(received, plan)
		}
		if err != nil {
			return badInput("%s", clean(a.calcError(err)))
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
		return a.shown(c, j, r.Formula, lines...)
	}
	return c
}

// readFlow reads 2025-01-01:10000,2025-02-01:-1000. Payments of the borrower
// are positive in the result, what was received negative.
func readFlow(s string) ([]fact.Payment, error) {
	var out []fact.Payment
	for _, x := range strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ';' || r == '，' }) {
		on, amount, ok := strings.Cut(strings.TrimSpace(x), ":")
		if !ok {
			return nil, &fact.ReadError{What: fact.Text{ZH: "“" + x + "”不是“日期:金额”", EN: x + " is not date:amount"}, Fix: fact.Text{ZH: "写成 2025-01-01:10000,2025-02-01:-1000", EN: "write 2025-01-01:10000,2025-02-01:-1000"}}
		}
		d, err := fact.ReadDate(on)
		if err != nil {
			return nil, err
		}
		sign := fact.Fen(-1)
		if strings.HasPrefix(amount, "-") {
			sign, amount = 1, amount[1:]
		}
		m, err := fact.ReadMoney(strings.TrimPrefix(amount, "+"))
		if err != nil {
			return nil, err
		}
		out = append(out, fact.Payment{On: d, Amount: sign * m})
	}
	sort.SliceStable(out, func(i, k int) bool { return out[i].On < out[k].On })
	return out, nil
}
