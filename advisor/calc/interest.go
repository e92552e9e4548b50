package calc

import (
	"math"
	"math/big"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// TooLarge stands for an amount that does not fit; its working says so.
const TooLarge fact.Fen = math.MaxInt64

// SimpleInterest is interest on a sum for some days at a yearly rate, a year
// being 365 days, rounded half up to the fen. Negative sums, rates or days
// bear nothing; what does not fit is [TooLarge].
func SimpleInterest(sum fact.Fen, rate fact.Rate, days int) (fact.Fen, fact.Text) {
	n := interest(sum, rate, days)
	if n == TooLarge {
		return n, tooLarge()
	}
	return n, say(words.Working.Simple(), sum, rate, days, n)
}

func tooLarge() fact.Text { return fact.Text(words.Working.TooLarge()) }

// DelayedInterest is the added interest for late performance of a judgment on
// what it orders, without its general interest, for days of delay
// (民事诉讼法第264条; rulebook A4-04) at the daily rate in force on a day. The
// error is a *[Refusal] where the tables have none.
func DelayedInterest(t Tables, sum fact.Fen, days int, on fact.Date) (fact.Fen, fact.Text, error) {
	daily, ok := t.Number("delayed_rate", on)
	if !ok {
		return 0, fact.Text{}, noTable
	}
	n := fact.Fen(product(int64(sum), int64(days), daily).halfUp(fact.PerShare))
	return n, joined(say(words.Working.Delayed(), sum, fact.Share(daily).Daily(), days, n),
		fact.Text(words.Working.DelayedOnly())), nil
}

var delayNoInterest = Spec{
	Name:  "delay_no_interest",
	Takes: []Param{{Name: "received", Kind: fact.Money}, {Name: "repaid", Kind: fact.Money}},
	Uses:  []string{"lpr"},
	Gives: []Param{
		{Name: "lpr_now", Kind: fact.Percent},
		{Name: "delay_year", Kind: fact.Money},
		{Name: "principal_left", Kind: fact.Money},
		{Name: "delay_no_interest", Kind: fact.Choice, Options: []string{"left", "nothing"}},
	},
	run: func(in *In, out *Out) {
		lpr, _, verified, ok := in.Tables.Rate("lpr", in.Today)
		if !in.known("received", "repaid") || !ok {
			return
		}
		received, repaid := in.money("received"), in.money("repaid")
		left := max(0, received-repaid)
		year := interest(left, lpr, yearDays)
		verdict := "nothing"
		if left > 0 {
			verdict = "left"
		}
		out.rate("lpr_now", lpr)
		out.money("delay_year", year)
		out.money("principal_left", left)
		out.choose("delay_no_interest", verdict)
		out.Working = func() fact.Text {
			return joined(say(words.Working.PrincipalLeft(), received, repaid, left),
				plus(say(words.Working.AtLPR(), left, lpr, year), when(!verified, unverified())))
		}
	},
}

var twoSegments = Spec{
	Name: "two_segments",
	Takes: []Param{
		{Name: "received", Kind: fact.Money},
		{Name: "plan", Kind: fact.Schedule, Optional: true},
		{Name: "regime", Kind: fact.Choice, Options: regimes},
		{Name: "contract_date", Kind: fact.Day, Optional: true},
	},
	Uses: []string{"old_supported_rate", "private_cap_multiple", "lpr", "private_rule_from", "lpr_cap_from"},
	Gives: []Param{
		{Name: "old_part", Kind: fact.Money},
		{Name: "new_part", Kind: fact.Money},
		{Name: "new_cap", Kind: fact.Percent},
		{Name: "two_segments", Kind: fact.Choice, Options: []string{"computed", "not_needed"}},
	},
	run: runTwoSegments,
}

// runTwoSegments is the most interest on a private loan made before the cap
// followed the LPR, of which nothing was repaid (民间借贷规定第31条第2款).
func runTwoSegments(in *In, out *Out) {
	contract := in.date("contract_date")
	switch {
	case !in.known("regime"):
		return
	case in.option("regime") != "private":
		out.choose("two_segments", "not_needed")
		return
	case !in.known("contract_date"):
		return
	}
	law := laws{t: in.Tables, on: in.Today}
	oldRule, newRule := law.day("private_rule_from"), law.day("lpr_cap_from")
	switch {
	case law.missing:
		return
	case contract >= newRule || contract < oldRule:
		out.choose("two_segments", "not_needed")
		return
	case !in.known("received", "plan") || in.plan("plan") == nil:
		return
	}
	c, err := Cap(in.Tables, "private", contract, in.Today)
	if err != nil {
		return
	}
	received := in.money("received")
	r, err := PlanRate(received, *in.plan("plan"))
	if err != nil {
		return
	}
	before, since := int(newRule-contract), max(0, int(in.Today-newRule))
	oldPart, newPart := r.cappedInterest(received, c.Old, before), r.cappedInterest(received, c.Cap, since)
	out.money("old_part", oldPart)
	out.money("new_part", newPart)
	out.rate("new_cap", c.Cap)
	out.choose("two_segments", "computed")
	today := in.Today
	out.Working = func() fact.Text {
		return joined(say(words.Working.AgreedRate(), r.Nominal),
			say(words.Working.FirstPart(), contract, newRule-1, received, min(r.Nominal, c.Old), before, oldPart),
			plus(say(words.Working.SecondPart(), newRule, today, received, min(r.Nominal, c.Cap), since, newPart),
				when(!c.Verified, unverified())),
			fact.Text(words.Working.NothingRepaid()))
	}
}

// cappedInterest is simple interest at the unrounded real rate or the cap,
// whichever is lower.
func (r *RealRate) cappedInterest(sum fact.Fen, ceiling fact.Rate, days int) fact.Fen {
	if r.aboveLine(ceiling) {
		return interest(sum, ceiling, days)
	}
	n := new(big.Rat).Mul(r.exact, big.NewRat(int64(sum), yearDays))
	return fact.Fen(ratHalfUp(n.Mul(n, big.NewRat(int64(days), 1))))
}
