package main

import (
	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
)

func (a *app) calcPrincipal() *cobra.Command {
	c := &cobra.Command{Use: "principal --paid A --received B [--rebate C] [--interest D] [--share 18.4%]", Short: a.say("出借人的净本金：刑事口径和民事口径", "a lender's net principal, on the criminal and the civil basis")}
	c.Flags().String("paid", "", a.say("转入总额", "paid in"))
	c.Flags().String("received", "", a.say("收回总额", "received back"))
	c.Flags().String("rebate", "0", a.say("返现、返利", "rebates"))
	c.Flags().String("interest", "", a.say("收回里面利息有多少；填了才算得准民事口径", "the interest in what was received; only with it is the civil basis exact"))
	c.Flags().String("share", "", a.say("法院公告的清退比例，如 18.42915%", "the share the court announced, such as 18.42915%"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		paid, err := a.money(c, "paid")
		if err != nil {
			return err
		}
		received, err := a.money(c, "received")
		if err != nil {
			return err
		}
		rebate, err := a.money(c, "rebate")
		if err != nil {
			return err
		}
		r := calc.Principal(paid, received, rebate)
		civil, working := r.Civil, r.Formula.Text()
		if c.Flags().Changed("interest") {
			interest, err := a.money(c, "interest")
			if err != nil {
				return err
			}
			left, formula, ok := calc.CivilPrincipal(paid, received, interest)
			if !ok {
				return badInput("--interest: %s", formula.In(a.language()))
			}
			more := formula.Text()
			civil, working = left, fact.Text{ZH: working.ZH + "\n" + more.ZH, EN: working.EN + "\n" + more.EN}
		}
		j := map[string]any{"criminal_basis": r.Criminal.Plain(), "civil_basis": civil.Plain(), "gain": r.Gain.Plain()}
		lines := []string{a.say("刑事口径净本金 ", "net principal, criminal basis ") + r.Criminal.In(a.language()), a.say("民事口径本金 ", "principal, civil basis ") + civil.In(a.language())}
		if c.Flags().Changed("share") {
			text, _ := c.Flags().GetString("share")
			share, err := fact.ReadShare(text)
			if err != nil {
				return a.flagError("share", err)
			}
			n, formula := calc.Expected(r.Criminal, share)
			j["expected"] = n.Plain()
			working = fact.Text{ZH: working.ZH + "\n" + formula.ZH, EN: working.EN + "\n" + formula.EN}
			lines = append(lines, a.say("按公告比例可分 ", "expected at the announced share ")+n.In(a.language()))
		}
		return a.shown(c, j, working, lines...)
	}
	return c
}
