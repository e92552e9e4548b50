package calc

import (
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
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

// each visits the parts of an amount above First, with their rates.
func (s Scale) each(amount fact.Fen, visit func(part fact.Fen, r fact.Rate)) {
	low := s.First
	for _, b := range s.Parts {
		high := amount
		if b.To != 0 {
			high = min(amount, b.To)
		}
		if high > low {
			visit(high-low, b.Rate)
		}
		low = b.To
		if b.To == 0 || amount <= b.To {
			break
		}
	}
}

// sum is what a fee adds up from, in words.
func (s Scale) sum(amount fact.Fen) string {
	terms := []string{s.Base.Grouped()}
	s.each(amount, func(part fact.Fen, r fact.Rate) {
		terms = append(terms, fmt.Sprintf("%s × %s", part.Grouped(), perCent(int64(r))))
	})
	return strings.Join(terms, " + ")
}

// perCent is a rate in basis points with no places it does not need: 2.5%.
func perCent(points int64) string {
	s := fmt.Sprintf("%d.%02d", points/100, points%100)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + "%"
}

// fee is a share (one half, one third) of the fee for an amount, rounded half
// up to the fen.
func (s Scale) fee(amount fact.Fen, share int64) fact.Fen {
	n := product(int64(s.Base), whole) // in ten-thousandths of a fen
	s.each(amount, func(part fact.Fen, r fact.Rate) { n = n.plus(product(int64(part), int64(r))) })
	if most := product(int64(s.Most), whole); s.Most != 0 && n.compare(most) > 0 {
		n = most
	}
	return fact.Fen(n.halfUp(whole * share))
}

// FeeKinds are the kinds of [CourtFee].
func FeeKinds() []string { return []string{"property", "half", "preservation", "order", "enforcement"} }

// CourtFee is a court's fee for an amount in dispute on a day, rounded half up
// to the fen: property (a case about money at first instance), half (the same
// in the simplified or small claims procedure, by mediation or withdrawal),
// preservation, order (a payment order) and enforcement. An unknown kind or an
// amount out of range is a *[Refusal].
func CourtFee(t Tables, amount fact.Fen, kind string, on fact.Date) (fact.Fen, Working, error) {
	if amount < 0 || amount > fact.MaxMoney {
		return 0, nil, outOfRange()
	}
	if !slices.Contains(FeeKinds(), kind) {
		return 0, nil, refuse(words.Working.NoFee(kind, FeeKinds()))
	}
	law := laws{t: t, on: on}
	fee, working := law.courtFee(amount, kind)
	if law.missing {
		return 0, nil, noTable
	}
	return fee, working, nil
}

func (l *laws) courtFee(amount fact.Fen, kind string) (fact.Fen, Working) {
	switch kind {
	case "preservation":
		scale := l.scale("preservation_fee")
		fee := scale.fee(amount, 1)
		return fee, func() fact.Text {
			return say(words.Working.Preservation(), scale.sum(amount), scale.Most.Grouped(), fee)
		}
	case "enforcement":
		scale := l.scale("enforcement_fee")
		fee := scale.fee(amount, 1)
		return fee, func() fact.Text {
			return say(words.Working.Enforcement(), scale.sum(amount), fee)
		}
	}
	scale := l.scale("property_fee")
	switch kind {
	case "half":
		half := scale.fee(amount, 2)
		return half, func() fact.Text {
			return say(words.Working.HalfFee(), scale.sum(amount), scale.fee(amount, 1), half)
		}
	case "order":
		part := max(1, l.number("payment_order_part"))
		order := scale.fee(amount, part)
		return order, func() fact.Text {
			return say(words.Working.PaymentOrder(), scale.fee(amount, 1), part, order)
		}
	}
	fee := scale.fee(amount, 1)
	return fee, func() fact.Text {
		return say(words.Working.CourtFee(), scale.sum(amount), fee, scale.fee(amount, 2))
	}
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
	run: func(in *In, out *Out) {
		claim := in.money("claim")
		if !in.known("claim") || claim < 0 {
			return
		}
		// Disputes above it are rare among borrowers and handled with a lawyer.
		end, ok := in.Tables.Number("court_fee_shown_to", in.Today)
		if !ok {
			return
		}
		if claim > fact.Fen(end) {
			out.choose("court_fee_state", "above_table")
			return
		}
		fee, working, err := CourtFee(in.Tables, claim, "property", in.Today)
		if err != nil {
			return
		}
		half, _, err := CourtFee(in.Tables, claim, "half", in.Today)
		if err != nil {
			return
		}
		out.money("court_fee", fee)
		out.money("court_fee_half", half)
		out.choose("court_fee_state", "computed")
		out.Working = working
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
	run: func(in *In, out *Out) {
		if !in.known("amount") {
			return
		}
		kinds := []string{"property", "half", "preservation", "order"}
		fees, workings := [4]fact.Fen{}, [4]Working{}
		for i, kind := range kinds {
			var err error
			if fees[i], workings[i], err = CourtFee(in.Tables, in.money("amount"), kind, in.Today); err != nil {
				return
			}
		}
		for i, kind := range kinds {
			out.money(kind, fees[i])
		}
		out.Working = func() fact.Text { // the half is told with property
			return joined(workings[0].Text(), workings[2].Text(), workings[3].Text())
		}
	},
}
