package calc

import (
	"fmt"
	"math/big"
	"strings"

	"wangdai/advisor/fact"
)

// Court fees stand in 诉讼费用交纳办法 (国务院令第481号, from 2007-04-01,
// unchanged since): 第13条 cases about property, 第14条 applications, 第15条 and
// 第16条 the half.

// A bracket is a part of the amount and its rate.
type bracket struct {
	to   fact.Fen // 0: without end
	rate int64    // basis points
}

// A scale is a fee for amounts up to first, and rates on the parts above.
type scale struct {
	base, first fact.Fen
	most        fact.Fen // 0: no ceiling
	parts       []bracket
}

var (
	propertyScale = scale{base: fact.Yuan(50), first: fact.Yuan(10_000), parts: []bracket{
		{fact.Yuan(100_000), 250}, {fact.Yuan(200_000), 200}, {fact.Yuan(500_000), 150}, {fact.Yuan(1_000_000), 100},
		{fact.Yuan(2_000_000), 90}, {fact.Yuan(5_000_000), 80}, {fact.Yuan(10_000_000), 70}, {fact.Yuan(20_000_000), 60}, {0, 50}}}
	preservationScale = scale{base: fact.Yuan(30), first: fact.Yuan(1000), most: fact.Yuan(5000), parts: []bracket{
		{fact.Yuan(100_000), 100}, {0, 50}}}
	enforcementScale = scale{base: fact.Yuan(50), first: fact.Yuan(10_000), parts: []bracket{
		{fact.Yuan(500_000), 150}, {fact.Yuan(5_000_000), 100}, {fact.Yuan(10_000_000), 50}, {0, 10}}}
)

// exact is the fee in ten-thousandths of a fen, and its parts in words.
func (s scale) exact(amount fact.Fen) (n *big.Int, sum string) {
	terms := []string{s.base.Grouped()}
	n = product(int64(s.base), whole)
	low := s.first
	for _, b := range s.parts {
		high := amount
		if b.to != 0 {
			high = min(amount, b.to)
		}
		if high > low {
			n.Add(n, product(int64(high-low), b.rate))
			terms = append(terms, fmt.Sprintf("%s × %s", (high-low).Grouped(), perCent(b.rate)))
		}
		low = b.to
		if b.to == 0 || amount <= b.to {
			break
		}
	}
	if limit := product(int64(s.most), whole); s.most != 0 && n.Cmp(limit) > 0 {
		return limit, strings.Join(terms, " + ")
	}
	return n, strings.Join(terms, " + ")
}

// perCent is a rate in basis points with no places it does not need: 2.5%.
func perCent(points int64) string {
	s := fmt.Sprintf("%d.%02d", points/100, points%100)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + "%"
}

func (s scale) fee(amount fact.Fen, share int64) fact.Fen {
	n, _ := s.exact(amount)
	return fact.Fen(halfUp(n, product(whole, share)))
}

// FeeKinds are the kinds of [CourtFee].
func FeeKinds() []string { return []string{"property", "half", "preservation", "order", "enforcement"} }

// CourtFee is a court's fee for an amount in dispute, rounded half up to the
// fen: property (a case about money at first instance), half (the same in the
// simplified or small claims procedure, by mediation or withdrawal),
// preservation, order (a payment order) and enforcement. An unknown kind or an
// amount out of range is a *[Refusal].
func CourtFee(amount fact.Fen, kind string) (fact.Fen, fact.Text, error) {
	if amount < 0 || amount > fact.MaxMoney {
		return 0, fact.Text{}, outOfRange
	}
	whole, half, order := propertyScale.fee(amount, 1), propertyScale.fee(amount, 2), propertyScale.fee(amount, 3)
	_, sum := propertyScale.exact(amount)
	switch kind {
	case "property":
		return whole, say("受理费 = %s = %s；简易、小额、调解、撤诉减半 %s", "fee = %s = %s; half %s in the simplified and small claims procedures, by mediation or withdrawal", sum, whole, half), nil
	case "half":
		return half, say("受理费 %s = %s，减半 %s", "fee %s = %s, half %s", sum, whole, half), nil
	case "order":
		return order, say("支付令 = 受理费 %s × 1/3 = %s", "payment order = fee %s × 1/3 = %s", whole, order), nil
	case "preservation":
		fee := preservationScale.fee(amount, 1)
		_, sum := preservationScale.exact(amount)
		return fee, say("保全费 = %s，最多 5,000 元 = %s", "preservation = %s, at most CNY 5,000 = %s", sum, fee), nil
	case "enforcement":
		fee := enforcementScale.fee(amount, 1)
		_, sum := enforcementScale.exact(amount)
		return fee, say("执行申请费 = %s = %s；不用预交，由被执行人负担", "enforcement = %s = %s; not paid in advance, borne by the debtor", sum, fee), nil
	}
	return 0, fact.Text{}, refuse("没有“"+kind+"”这种费用", "there is no fee "+kind, "写 "+strings.Join(FeeKinds(), "、"), "write "+strings.Join(FeeKinds(), ", "))
}

// feeTableEnds is where the borrower's text stops: disputes above it are rare
// there and handled with a lawyer.
var feeTableEnds = fact.Yuan(500_000)

var courtFee = Spec{
	Name:  "court_fee",
	Takes: []Param{{Name: "claim", Kind: fact.Money}},
	Gives: []Param{
		{Name: "court_fee", Kind: fact.Money},
		{Name: "court_fee_half", Kind: fact.Money},
		{Name: "court_fee_state", Kind: fact.Choice, Options: []string{"computed", "above_table"}},
	},
	Run: func(in *In) Out {
		claim := in.money("claim")
		if !in.known("claim") || claim < 0 {
			return Out{}
		}
		if claim > feeTableEnds {
			return Out{Verdicts: map[string]string{"court_fee_state": "above_table"}}
		}
		fee, formula, err := CourtFee(claim, "property")
		if err != nil {
			return Out{}
		}
		return Out{Values: map[string]fact.Value{"court_fee": money(fee), "court_fee_half": money(propertyScale.fee(claim, 2))},
			Verdicts: map[string]string{"court_fee_state": "computed"}, Formula: formula}
	},
}

var courtCosts = Spec{
	Name:  "court_costs",
	Takes: []Param{{Name: "amount", Kind: fact.Money}},
	Gives: []Param{
		{Name: "property", Kind: fact.Money},
		{Name: "half", Kind: fact.Money},
		{Name: "preservation", Kind: fact.Money},
		{Name: "order", Kind: fact.Money},
	},
	Run: func(in *In) Out {
		out := Out{Values: map[string]fact.Value{}}
		if !in.known("amount") {
			return Out{}
		}
		for _, kind := range []string{"property", "half", "preservation", "order"} {
			fee, formula, err := CourtFee(in.money("amount"), kind)
			if err != nil {
				return Out{}
			}
			out.Values[kind] = money(fee)
			if kind != "half" { // told with property
				out.Formula = joined(out.Formula, formula)
			}
		}
		return out
	},
}
