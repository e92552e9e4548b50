package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

func (a *app) calcPrincipal() *cobra.Command {
	c := &cobra.Command{Use: "principal"}
	texts(c, "paid", "received", "interest", "share")
	c.Flags().String("rebate", "0", "")
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
				return hall.Wrong("--interest: %s", formula.In(a.speech))
			}
			more := formula.Text()
			civil, working = left, fact.Text{ZH: working.ZH + "\n" + more.ZH, EN: working.EN + "\n" + more.EN}
		}
		j := map[string]any{"criminal_basis": r.Criminal.Plain(), "civil_basis": civil.Plain(), "gain": r.Gain.Plain()}
		w := a.words().Calc
		lines := []string{fmt.Sprintf(w.Criminal, r.Criminal.In(a.speech)), fmt.Sprintf(w.Civil, civil.In(a.speech))}
		if c.Flags().Changed("share") {
			text, _ := c.Flags().GetString("share")
			share, err := fact.ReadShare(text)
			if err != nil {
				return a.flagError("share", err)
			}
			n, formula := calc.Expected(r.Criminal, share)
			j["expected"] = n.Plain()
			working = fact.Text{ZH: working.ZH + "\n" + formula.ZH, EN: working.EN + "\n" + formula.EN}
			lines = append(lines, fmt.Sprintf(w.Expected, n.In(a.speech)))
		}
		return a.shown(c, j, working, lines...)
	}
	return c
}
