package calc

import (
	"math"
	"math/big"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// settledWithin is the difference up to which an account counts as settled:
// one yuan, as instalments are rounded.
const settledWithin fact.Fen = 100

// capInterest is the interest that a plan would bear if its payments were
// scaled down until they yield the cap: on what is outstanding, instalment by
// instalment. Rounded half up to the fen; ok is false for irregular plans.
func capInterest(received fact.Fen, plan *fact.Plan, ceiling fact.Rate) (fact.Fen, bool) {
	if plan.Days > 0 {
		return interest(received, ceiling, plan.Days), true
	}
	pays, monthly := instalments(plan)
	if !monthly {
		return 0, false
	}
	if ceiling == 0 {
		return 0, true
	}
	// received × (Σ pay ÷ Σ pay/(1+i)^k − 1)
	if n, ok := roughInterest(received, pays, ceiling); ok {
		return n, true
	}
	worth, qn := scaledWorth(pays, int64(ceiling), 12*whole)
	sum := new(big.Int).Mul(big.NewInt(int64(plan.Sum())), qn)
	return fact.Fen(bigHalfUp(sum.Mul(sum.Sub(sum, worth), big.NewInt(int64(received))), worth)), true
}

// roughInterest is what float64 makes of it, where that is sure to the fen.
func roughInterest(received fact.Fen, pays []fact.Fen, ceiling fact.Rate) (fact.Fen, bool) {
	v, off := roughWorth(pays, int64(ceiling), 12*whole)
	sum := 0.0
	for _, pay := range pays {
		sum += float64(pay)
	}
	all := float64(received) * sum / v // of which the interest is what exceeds received
	off = all * (off/v + float64(2*len(pays)+8)/(1<<52))
	low, high := math.Floor(all-float64(received)-off+0.5), math.Floor(all-float64(received)+off+0.5)
	return fact.Fen(low), low == high && all < 1<<50
}

var balance = Spec{
	Name: "balance",
	Takes: []Param{
		{Name: "received", Kind: fact.Money},
		{Name: "plan", Kind: fact.Schedule},
		{Name: "repaid", Kind: fact.Money},
		{Name: "regime", Kind: fact.Choice, Options: regimes},
		{Name: "contract_date", Kind: fact.Day, Optional: true},
	},
	Uses: []string{"lpr", "private_cap_multiple", "licensed_cap", "private_rule_from", "lpr_cap_from"},
	Gives: []Param{
		{Name: "cap_interest", Kind: fact.Money},
		{Name: "agreed_cost", Kind: fact.Money},
		{Name: "excess_cost", Kind: fact.Money},
		{Name: "still_owed", Kind: fact.Money},
		{Name: "overpaid", Kind: fact.Money},
		{Name: "balance", Kind: fact.Choice, Options: []string{"owing", "settled", "overpaid"}},
	},
	run: runBalance,
}

// runBalance is the account most courts draw up: principal that arrived plus
// cost within the cap, on the agreed timetable, against what was paid.
func runBalance(in *In, out *Out) {
	received, plan, repaid := in.money("received"), in.plan("plan"), in.money("repaid")
	if !in.known("received", "plan", "repaid", "regime") || !computable(received, plan) || plan.Sum() < received {
		return
	}
	c := Ceiling{Formula: func() fact.Text {
		return fact.Text(words.Working.VoidReturns())
	}}
	if in.option("regime") != "void" {
		var ok bool
		if c, ok = single(in); !ok {
			return
		}
	}
	raw, ok := capInterest(received, plan, c.Cap)
	if !ok {
		return
	}
	agreed := plan.Sum() - received
	allowed := min(raw, agreed)
	due := received + allowed
	owed, over := max(0, due-repaid), max(0, repaid-due)
	verdict := "settled"
	switch {
	case owed > settledWithin:
		verdict = "owing"
	case over > settledWithin:
		verdict = "overpaid"
	default:
		owed, over = 0, 0
	}
	out.money("cap_interest", allowed)
	out.money("agreed_cost", agreed)
	out.money("excess_cost", agreed-allowed)
	out.money("still_owed", owed)
	out.money("overpaid", over)
	out.choose("balance", verdict)
	ceiling, basis := c.Cap, c.Formula
	out.Working = func() fact.Text {
		return joined(basis.Text(),
			say(words.Working.BalanceCap(), ceiling, raw, agreed, agreed-allowed),
			say(words.Working.BalanceDue(), received, allowed, repaid, due-repaid),
			fact.Text(words.Working.NoDefaultInterest()))
	}
}
