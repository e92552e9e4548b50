package calc

import (
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

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
		return Ceiling{}, refuse(words.Working.VoidHasNoCap())
	}
	return Ceiling{}, refuse(words.Working.NoRegime(regime))
}

var noTable = refusal(fact.Text(words.Working.NoFigure()),
	fact.Text(words.Working.CheckDay()))

func licensedCap(t Tables, today fact.Date) (Ceiling, error) {
	n, ok := t.Number("licensed_cap", today)
	if !ok {
		return Ceiling{}, noTable
	}
	ceiling := fact.Rate(n)
	return Ceiling{Cap: ceiling, Formula: func() fact.Text {
		return say(words.Working.LicensedCap(), ceiling)
	}}, nil
}

func privateCap(t Tables, contract, today fact.Date) (Ceiling, error) {
	if contract.IsZero() {
		return Ceiling{}, refuse(words.Working.NoLoanDay())
	}
	law := laws{t: t, on: today}
	oldRule, newRule := law.day("private_rule_from"), law.day("lpr_cap_from")
	switch {
	case law.missing:
		return Ceiling{}, noTable
	case contract < oldRule:
		return Ceiling{}, refusal(say(words.Working.OtherRules(), oldRule), fact.Text(words.Working.AskLawyer()))
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
		return plus(say(words.Working.FourTimes(),
			on, published, lpr, multiple, ceiling), when(!verified, unverified()))
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
		return joined(say(words.Working.SplitOld(), since, since-1, fact.Rate(old)),
			plus(say(words.Working.SplitNew()), now()))
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
			return say(words.Working.OverCap(), real, ceiling, diff, fact.Rate(margin))
		}
	},
}
