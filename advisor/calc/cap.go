package calc

import "wangdai/advisor/fact"

// A Ceiling is the yearly rate up to which courts support interest and fees.
type Ceiling struct {
	Cap fact.Rate
	// LPR, Published and Verified are set for private lending only.
	LPR       fact.Rate
	Published fact.Date
	Verified  bool
	// Split tells of a private loan made before the cap followed the LPR: Old
	// is the rate supported before Since, Cap the one from that day, for a suit
	// brought today.
	Split   bool
	Old     fact.Rate
	Since   fact.Date
	Formula Working
}

// Cap is the ceiling for a loan made on a day, by regime: private is four
// times the one-year LPR (民间借贷规定第25条); licensed, local and recourse the
// line to which charges are reduced on request (法发〔2017〕22 号第2条, a
// judicial policy). Errors are *[Refusal].
func Cap(t Tables, regime string, contract, today fact.Date) (Ceiling, error) {
	switch regime {
	case "licensed", "local", "recourse":
		return licensedCap(t, today)
	case "private":
		return privateCap(t, contract, today)
	case "void":
		return Ceiling{}, refuse("合同无效的，没有利率上限可言", "只按实际到账返还本金", "a void contract has no interest cap", "only what arrived is returned")
	}
	return Ceiling{}, refuse("没有“"+regime+"”这种规则", "写 private、licensed、local 或 recourse", "there is no regime "+regime, "write private, licensed, local or recourse")
}

var noTable = refusal(fact.Text{ZH: "利率表里没有这一天的数", EN: "the tables hold no figure for that day"},
	fact.Text{ZH: "请核对日期", EN: "check the day"})

func licensedCap(t Tables, today fact.Date) (Ceiling, error) {
	n, ok := t.Number("licensed_cap", today)
	if !ok {
		return Ceiling{}, noTable
	}
	ceiling := fact.Rate(n)
	return Ceiling{Cap: ceiling, Formula: func() fact.Text {
		return say("机构贷款的利息和各项费用合计，可以请求调减到年利率 %s", "interest and all fees of an institution together can be reduced to %s a year on request", ceiling)
	}}, nil
}

func privateCap(t Tables, contract, today fact.Date) (Ceiling, error) {
	if contract.IsZero() {
		return Ceiling{}, refuse("不知道借款哪天成立", "看到账日或签约日", "the day of the loan is not known", "see the day the money arrived or the contract was signed")
	}
	law := laws{t: t, on: today}
	oldRule, newRule := law.day("private_rule_from"), law.day("lpr_cap_from")
	switch {
	case law.missing:
		return Ceiling{}, noTable
	case contract < oldRule:
		return Ceiling{}, refusal(say("%s以前成立的借款，当时的规则不同", "loans made before %s follow other rules", oldRule), fact.Text{ZH: "请携材料咨询律师", EN: "take the papers to a lawyer"})
	case contract < newRule:
		return splitCap(t, contract, today, newRule)
	}
	return multipleCap(t, contract)
}

// multipleCap is the multiple of the LPR published on a day or last before it.
func multipleCap(t Tables, on fact.Date) (Ceiling, error) {
	multiple, ok := t.Number("private_cap_multiple", on)
	lpr, published, verified, found := t.Rate("lpr", on)
	if !ok || !found {
		return Ceiling{}, noTable
	}
	ceiling := lpr * fact.Rate(multiple)
	return Ceiling{Cap: ceiling, LPR: lpr, Published: published, Verified: verified, Formula: func() fact.Text {
		return plus(say("%s 适用的一年期 LPR（%s 发布）%s × %d = %s", "one-year LPR applying on %s (published on %s) %s × %d = %s",
			on, published, lpr, multiple, ceiling), when(!verified, unverified))
	}}, nil
}

// splitCap is for a private loan made before the cap followed the LPR: the
// rule of that time up to the day before, and since then the cap as of the
// suit, taken as brought today.
func splitCap(t Tables, contract, today, since fact.Date) (Ceiling, error) {
	old, ok := t.Number("old_supported_rate", contract)
	c, err := multipleCap(t, max(today, since))
	if err != nil || !ok {
		return Ceiling{}, noTable
	}
	c.Split, c.Old, c.Since = true, fact.Rate(old), since
	now := c.Formula
	c.Formula = func() fact.Text {
		return joined(say("借款成立在 %s以前，分两段：到 %s按 %s", "made before %s, so in two parts: to %s at %s", since, since-1, fact.Rate(old)),
			plus(say("以后按起诉时（今天）的上限，", "since then at the cap as of the suit (today), "), now()))
	}
	return c, nil
}

// single is the one cap of a loan, where it has one.
func single(in *In) (Ceiling, bool) {
	regime := in.option("regime")
	if regime == "private" && !in.known("contract_date") || regime == "" {
		return Ceiling{}, false
	}
	c, err := Cap(in.Tables, regime, in.date("contract_date"), in.Today)
	return c, err == nil && !c.Split
}

var regimes = []string{"licensed", "local", "recourse", "private", "void"}

var capSpec = Spec{
	Name: "cap",
	Takes: []Param{
		{Name: "regime", Kind: fact.Choice, Options: regimes},
		{Name: "contract_date", Kind: fact.Day, Optional: true},
	},
	Uses:  []string{"lpr", "private_cap_multiple", "licensed_cap", "private_rule_from", "lpr_cap_from"},
	Gives: []Param{{Name: "cap", Kind: fact.Percent}, {Name: "lpr", Kind: fact.Percent}},
	run: func(in *In, out *Out) {
		c, ok := single(in)
		if !ok {
			return
		}
		out.rate("cap", c.Cap)
		if c.LPR != 0 {
			out.rate("lpr", c.LPR)
		}
		out.Working = c.Formula
	},
}

var overCap = Spec{
	Name:  "over_cap",
	Takes: []Param{{Name: "real_rate", Kind: fact.Percent}, {Name: "cap", Kind: fact.Percent}},
	Uses:  []string{"close_margin"},
	Gives: []Param{{Name: "over_cap", Kind: fact.Choice, Options: []string{"over", "close", "under"}}},
	run: func(in *In, out *Out) {
		margin, ok := in.Tables.Number("close_margin", in.Today)
		if !in.known("real_rate", "cap") || !ok {
			return
		}
		real, ceiling := fact.Rate(in.value("real_rate").N), fact.Rate(in.value("cap").N)
		diff := real - ceiling
		verdict := "close"
		switch {
		case diff > fact.Rate(margin):
			verdict = "over"
		case diff < -fact.Rate(margin):
			verdict = "under"
		}
		out.choose("over_cap", verdict)
		out.Working = func() fact.Text {
			return say("真实年化 %s − 上限 %s = %s；相差 %s 以内不下结论", "real rate %s − cap %s = %s; no conclusion within %s", real, ceiling, diff, fact.Rate(margin))
		}
	},
}
