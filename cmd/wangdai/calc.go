package main

import (
	"fmt"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
)

// calcCommand is the calculators alone. Each subcommand reads its own flags,
// calls the pure function and prints the working.
func (a *app) calcCommand() *cobra.Command {
	c := &cobra.Command{Use: "calc", Short: a.say("计算器：真实年化、上限、时效、诉讼费……", "the calculators: real rate, cap, limitation, court fees…"), Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return badInput("calc: rate, cap, repaid, interest, principal, limitation, fee")
		}}
	c.AddCommand(a.calcRate(), a.calcCap(), a.calcRepaid(), a.calcInterest(), a.calcPrincipal(), a.calcLimitation(), a.calcFee())
	for _, s := range c.Commands() {
		s.Args = cobra.NoArgs
		s.Flags().Bool("json", false, "JSON")
	}
	return c
}

// shown prints a calculator's result: JSON as given, or the lines and the
// working in words.
func (a *app) shown(c *cobra.Command, j map[string]any, formula fact.Text, lines ...string) error {
	if asJSON, _ := c.Flags().GetBool("json"); asJSON {
		if !formula.IsZero() {
			j["formula"] = formula.In(a.language())
		}
		return a.printJSON(j)
	}
	for _, l := range lines {
		fmt.Fprintln(a.out, l)
	}
	if f := formula.In(a.language()); f != "" {
		fmt.Fprintln(a.out, a.say("算法：", "working: ")+f)
	}
	return nil
}

// flagError names the flag whose value cannot be read.
func (a *app) flagError(flag string, err error) error {
	if p, ok := err.(interface{ Parts() (what, fix fact.Text) }); ok {
		what, fix := p.Parts()
		return badInput("--%s: %s; %s", flag, clean(what.In(a.language())), clean(fix.In(a.language())))
	}
	return badInput("--%s: %s", flag, clean(err.Error()))
}

func (a *app) money(c *cobra.Command, flag string) (fact.Fen, error) {
	s, _ := c.Flags().GetString(flag)
	if s == "" {
		return 0, badInput("%s", a.say("缺 --"+flag+"（金额，如 10000 或 1.2万）", "--"+flag+" is missing (an amount such as 10000)"))
	}
	m, err := fact.ReadMoney(s)
	if err != nil {
		return 0, a.flagError(flag, err)
	}
	return m, nil
}

func (a *app) day(c *cobra.Command, flag string) (fact.Date, error) {
	s, _ := c.Flags().GetString(flag)
	if s == "" {
		return 0, badInput("%s", a.say("缺 --"+flag+"（日期，如 2024-07-15）", "--"+flag+" is missing (a date such as 2024-07-15)"))
	}
	d, err := fact.ReadDate(s)
	if err != nil {
		return 0, a.flagError(flag, err)
	}
	return d, nil
}

// runCalc runs a calculator of the knowledge with named inputs.
func (a *app) runCalc(b *advisor.Base, name string, values map[string]fact.Value, options map[string][]string) (calc.Out, error) {
	spec, ok := calc.Lookup(name)
	if !ok {
		return calc.Out{}, &failure{status: statusFailed, err: fmt.Errorf("no calculator %s", name)}
	}
	return spec.Run(&calc.In{Today: a.today, Calendar: &b.Calendar, Tables: b.Tables(), Values: values, Options: options}), nil
}

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

func (a *app) calcError(err error) string {
	if p, ok := err.(interface{ Parts() (what, fix fact.Text) }); ok {
		what, fix := p.Parts()
		return what.In(a.language()) + "; " + fix.In(a.language())
	}
	return err.Error()
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
			return badInput("%s", clean(a.calcError(err)))
		}
		j := map[string]any{"cap": r.Cap.String(), "regime": regime}
		lines := []string{a.say("上限 ", "cap ") + r.Cap.String()}
		if regime == "private" {
			j["lpr"], j["lpr_date"], j["verified"] = r.LPR.String(), r.Published.String(), r.Verified
			if r.Split {
				j["split"] = true
			}
		}
		return a.shown(c, j, r.Formula, lines...)
	}
	return c
}

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

// shownOut prints what a registered calculator gave, result by result.
func (a *app) shownOut(c *cobra.Command, name string, out calc.Out) error {
	spec, _ := calc.Lookup(name)
	j := map[string]any{}
	var lines []string
	named := a.resultWords(name)
	for _, g := range spec.Gives {
		label := g.Name
		if f := named[g.Name]; f != nil {
			label = f.Label.In(a.language())
		}
		label += a.say("：", ": ")
		if v, ok := out.Verdicts[g.Name]; ok {
			j[g.Name] = v
			lines = append(lines, label+optionWords(named[g.Name], v, a.language()))
			continue
		}
		v, ok := out.Values[g.Name]
		if !ok || v.State != fact.Known {
			continue
		}
		switch g.Kind {
		case fact.Money:
			j[g.Name] = fact.Fen(v.N).Plain()
			lines = append(lines, label+fact.Fen(v.N).In(a.language()))
		case fact.Percent:
			j[g.Name] = fact.Rate(v.N).String()
			lines = append(lines, label+fact.Rate(v.N).String())
		case fact.Day:
			j[g.Name] = v.Date().String()
			lines = append(lines, label+v.Date().In(a.language()))
		default:
			j[g.Name] = v.N
			lines = append(lines, fmt.Sprintf("%s%d", label, v.N))
		}
	}
	return a.shown(c, j, out.Formula, lines...)
}

// resultWords are the facts that the knowledge names a calculator's results by,
// so that people read words and programs the names.
func (a *app) resultWords(calculator string) map[string]*advisor.Fact {
	named := map[string]*advisor.Fact{}
	b, err := a.base()
	if err != nil {
		return named // the sum does not hang on the words
	}
	for i := range b.Calculations {
		if b.Calculations[i].Name != calculator {
			continue
		}
		for _, g := range b.Calculations[i].Gives {
			named[g.Name] = &b.Facts[g.Fact]
		}
	}
	return named
}

func optionWords(f *advisor.Fact, option string, l advisor.Lang) string {
	if f != nil {
		for i := range f.Options {
			if f.Options[i].ID == option {
				return f.Options[i].Text.In(l)
			}
		}
	}
	return option
}

func (a *app) calcInterest() *cobra.Command {
	c := &cobra.Command{Use: "interest --principal A --rate R --from DATE --to DATE", Short: a.say("一笔钱的利息（单利，按天）", "simple interest on a sum, by day")}
	c.Flags().String("principal", "", a.say("本金", "principal"))
	c.Flags().String("rate", "", a.say("年利率；写 delayed 则按迟延履行日万分之1.75", "yearly rate; delayed means 0.0175% a day for delayed performance"))
	c.Flags().String("from", "", a.say("从哪天", "from"))
	c.Flags().String("to", "", a.say("到哪天", "to"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		p, err := a.money(c, "principal")
		if err != nil {
			return err
		}
		from, err := a.day(c, "from")
		if err != nil {
			return err
		}
		to, err := a.day(c, "to")
		if err != nil {
			return err
		}
		if to < from {
			return badInput("--to %s: %s", to, a.say("早于 --from", "before --from"))
		}
		rate, _ := c.Flags().GetString("rate")
		if rate == "delayed" {
			m, f := calc.DelayedInterest(p, int(to-from))
			return a.shown(c, map[string]any{"interest": m.Plain(), "days": int(to - from)}, f, a.say("利息 ", "interest ")+m.In(a.language()))
		}
		r, err := fact.ReadRate(rate)
		if err != nil {
			return a.flagError("rate", err)
		}
		m, f := calc.SimpleInterest(p, r, int(to-from))
		if m == calc.TooLarge {
			return badInput("%s", f.In(a.language()))
		}
		return a.shown(c, map[string]any{"interest": m.Plain(), "days": int(to - from)}, f, a.say("利息 ", "interest ")+m.In(a.language()))
	}
	return c
}

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
		civil, working := r.Civil, r.Formula
		if c.Flags().Changed("interest") {
			interest, err := a.money(c, "interest")
			if err != nil {
				return err
			}
			left, formula, ok := calc.CivilPrincipal(paid, received, interest)
			if !ok {
				return badInput("--interest: %s", formula.In(a.language()))
			}
			civil, working = left, fact.Text{ZH: working.ZH + "\n" + formula.ZH, EN: working.EN + "\n" + formula.EN}
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

func (a *app) calcLimitation() *cobra.Command {
	c := &cobra.Command{Use: "limitation --due DATE [--event DATE:KIND …]", Short: a.say("诉讼时效", "the limitation period")}
	kinds := calc.LimitationEvents()
	c.Flags().String("due", "", a.say("最后一期到期日", "last due date"))
	c.Flags().StringArray("event", nil, "2021-05-01:"+strings.Join(kinds, "|"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		due, err := a.day(c, "due")
		if err != nil {
			return err
		}
		list, _ := c.Flags().GetStringArray("event")
		var events []fact.Event
		for _, x := range list {
			on, what, _ := strings.Cut(x, ":")
			d, err := fact.ReadDate(on)
			if err != nil {
				return a.flagError("event", err)
			}
			k := -1
			for i, n := range kinds {
				if n == what {
					k = i
				}
			}
			if k < 0 {
				return badInput("--event %s: %s", clean(x), a.say("事由有："+strings.Join(kinds, "、"), "kinds: "+strings.Join(kinds, ", ")))
			}
			events = append(events, fact.Event{On: d, What: k})
		}
		sort.SliceStable(events, func(i, k int) bool { return events[i].On < events[k].On })
		b, err := a.base()
		if err != nil {
			return err
		}
		out, err := a.runCalc(b, "limitation", map[string]fact.Value{"due": fact.OfDate(due), "events": {State: fact.Known, Events: events}}, map[string][]string{"events": kinds})
		if err != nil {
			return err
		}
		return a.shownOut(c, "limitation", out)
	}
	return c
}

func (a *app) calcFee() *cobra.Command {
	c := &cobra.Command{Use: "fee --amount A --kind property|preservation|order", Short: a.say("诉讼费：财产案件受理费、保全费、支付令", "court fees: property case, preservation, payment order")}
	c.Flags().String("amount", "", a.say("标的额", "amount in dispute"))
	c.Flags().String("kind", "property", "property, preservation, order")
	c.RunE = func(c *cobra.Command, _ []string) error {
		m, err := a.money(c, "amount")
		if err != nil {
			return err
		}
		kind, _ := c.Flags().GetString("kind")
		fee, f, err := calc.CourtFee(m, kind)
		if err != nil {
			return badInput("--kind %s: property, preservation, order", clean(kind))
		}
		return a.shown(c, map[string]any{"fee": fee.Plain(), "kind": kind}, f, a.say("费用 ", "fee ")+fee.In(a.language()))
	}
	return c
}
