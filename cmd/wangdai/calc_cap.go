package main

import (
	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
)

func (a *app) calcCap() *cobra.Command {
	c := &cobra.Command{Use: "cap --regime private|licensed|local --contract DATE", Short: a.say("利率上限", "the interest cap")}
	c.Flags().String("regime", "", "private, licensed, local")
	c.Flags().String("contract", "", a.say("借款成立的日子", "day of the loan"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		regime, _ := c.Flags().GetString("regime")
		if regime != "private" && regime != "licensed" && regime != "local" {
			return badInput("--regime %s: %s", clean(regime), a.say("private（个人、普通企业）、licensed（银行、消费金融等）、local（小额贷款公司）", "private (persons, ordinary companies), licensed (banks, consumer finance), local (microloan companies)"))
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
			return badInput("%s", clean(a.told(err)))
		}
		j := map[string]any{"cap": r.Cap.String(), "regime": regime}
		lines := []string{a.say("上限 ", "cap ") + r.Cap.String()}
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
