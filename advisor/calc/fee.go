package calc

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"wangdai/advisor/fact"
)

// Court fees stand in 诉讼费用交纳办法: 第13条 cases about property, 第14条
// applications, 第15条 and 第16条 the half. Their scales are in rates/.

// A Bracket is a part of the amount and its rate.
type Bracket struct {
	To   fact.Fen // 0: without end
	Rate fact.Rate
}

// A Scale is a fee for amounts up to First, and rates on the parts above.
type Scale struct {
	Base, First fact.Fen
	Most        fact.Fen // 0: no ceiling
	Parts       []Bracket
}

// exact is the fee in ten-thousandths of a fen, and its parts in words.
func (s Scale) exact(amount fact.Fen) (n *big.Int, sum string) {
	terms := []string{s.Base.Grouped()}
	n = product(int64(s.Base), whole)
	low := s.First
	for _, b := range s.Parts {
		high := amount
		if b.To != 0 {
			high = min(amount, b.To)
		}
		if high > low {
			n.Add(n, product(int64(high-low), int64(b.Rate)))
			terms = append(terms, fmt.Sprintf("%s × %s", (high-low).Grouped(), perCent(int64(b.Rate))))
		}
		low = b.To
		if b.To == 0 || amount <= b.To {
			break
		}
	}
	if limit := product(int64(s.Most), whole); s.Most != 0 && n.Cmp(limit) > 0 {
		return limit, strings.Join(terms, " + ")
	}
	return n, strings.Join(terms, " + ")
}

// perCent is a rate in basis points with no places it does not need: 2.5%.
func perCent(points int64) string {
	s := fmt.Sprintf("%d.%02d", points/100, points%100)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + "%"
}

func (s Scale) fee(amount fact.Fen, share int64) fact.Fen {
	n, _ := s.exact(amount)
	return fact.Fen(halfUp(n, product(whole, share)))
}

// FeeKinds are the kinds of [CourtFee].
func FeeKinds() []string { return []string{"property", "half", "preservation", "order", "enforcement"} }

// CourtFee is a court's fee for an amount in dispute on a day, rounded half up
// to the fen: property (a case about money at first instance), half (the same
// in the simplified or small claims procedure, by mediation or withdrawal),
// preservation, order (a payment order) and enforcement. An unknown kind or an
// amount out of range is a *[Refusal].
func CourtFee(t Tables, amount fact.Fen, kind string, on fact.Date) (fact.Fen, fact.Text, error) {
	if amount < 0 || amount > fact.MaxMoney {
		return 0, fact.Text{}, outOfRange
	}
	if !slices.Contains(FeeKinds(), kind) {
		return 0, fact.Text{}, refuse("没有“"+kind+"”这种费用", "there is no fee "+kind, "写 "+strings.Join(FeeKinds(), "、"), "write "+strings.Join(FeeKinds(), ", "))
	}
	law := laws{t: t, on: on}
	fee, working := law.courtFee(amount, kind)
	if law.missing {
		return 0, fact.Text{}, noTable
	}
	return fee, working, nil
}

func (l *laws) courtFee(amount fact.Fen, kind string) (fact.Fen, fact.Text) {
	switch kind {
	case "preservation":
		scale := l.scale("preservation_fee")
		fee := scale.fee(amount, 1)
		_, sum := scale.exact(amount)
		return fee, say("保全费 = %s，最多 %s 元 = %s", "preservation = %s, at most CNY %s = %s", sum, scale.Most.Grouped(), fee)
	case "enforcement":
		scale := l.scale("enforcement_fee")
		fee := scale.fee(amount, 1)
		_, sum := scale.exact(amount)
		return fee, say("执行申请费 = %s = %s；不用预交，由被执行人负担", "enforcement = %s = %s; not paid in advance, borne by the debtor", sum, fee)
	}
	scale := l.scale("property_fee")
	whole, half := scale.fee(amount, 1), scale.fee(amount, 2)
	_, sum := scale.exact(amount)
	switch kind {
	case "half":
		return half, say("受理费 %s = %s，减半 %s", "fee %s = %s, half %s", sum, whole, half)
	case "order":
		part := max(1, l.number("payment_order_part"))
		order := scale.fee(amount, part)
		return order, say("支付令 = 受理费 %s × 1/%d = %s", "payment order = fee %s × 1/%d = %s", whole, part, order)
	}
	return whole, say("受理费 = %s = %s；简易、小额、调解、撤诉减半 %s", "fee = %s = %s; half %s in the simplified and small claims procedures, by mediation or withdrawal", sum, whole, half)
}

var courtFee = Spec{
	Name:  "court_fee",
	Takes: []Param{{Name: "claim", Kind: fact.Money}},
	Uses:  []string{"property_fee", "court_fee_shown_to"},
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
		// Disputes above it are rare among borrowers and handled with a lawyer.
		end, ok := in.Tables.Number("court_fee_shown_to", in.Today)
		if !ok {
			return Out{}
		}
		if claim > fact.Fen(end) {
			return Out{Verdicts: map[string]string{"court_fee_state": "above_table"}}
		}
		fee, formula, err := CourtFee(in.Tables, claim, "property", in.Today)
		if err != nil {
			return Out{}
		}
		half, _, err := CourtFee(in.Tables, claim, "half", in.Today)
		if err != nil {
			return Out{}
		}
		return Out{Values: map[string]fact.Value{"court_fee": money(fee), "court_fee_half": money(half)},
			Verdicts: map[string]string{"court_fee_state": "computed"}, Formula: formula}
	},
}

var courtCosts = Spec{
	Name:  "court_costs",
	Takes: []Param{{Name: "amount", Kind: fact.Money}},
	Uses:  []string{"property_fee", "preservation_fee", "payment_order_part"},
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
			fee, formula, err := CourtFee(in.Tables, in.money("amount"), kind, in.Today)
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
