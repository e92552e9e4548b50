package calc

import (
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A lender's loss has two sizes that must not be added: what criminal
// restitution goes by, where all that came back counts against principal, and
// what a civil suit against the borrower goes by, where interest received was
// interest.

// A NetPrincipal is a lender's loss on both bases.
type NetPrincipal struct {
	Criminal fact.Fen // paid in less everything that came back
	Gain     fact.Fen // what came back above what was paid in; may be reclaimed
	Civil    fact.Fen // principal left if nothing that the borrower paid was interest
	Formula  Working
}

var neverAdded = fact.Text(words.Working.NotAdded())

// Principal is the loss of a lender who paid in, received principal and
// interest back, and got rewards, commissions or cash bonuses besides
// (2014 意见第5条; rulebook §7.1). With interest among what was received the
// civil basis is larger: see [CivilPrincipal].
func Principal(paid, received, rebate fact.Fen) NetPrincipal {
	net := paid - received - rebate
	p := NetPrincipal{Criminal: max(0, net), Gain: max(0, -net), Civil: max(0, paid-received)}
	p.Formula = func() fact.Text {
		return joined(say(words.Working.NetAmount(), paid, received, rebate, net),
			when(p.Gain > 0, say(words.Working.NetGain(), p.Gain)),
			neverAdded)
	}
	return p
}

// Expected is what an announced share of the net amount comes to, rounded half
// up to the fen.
func Expected(net fact.Fen, share fact.Share) (fact.Fen, fact.Text) {
	n := fact.Fen(product(int64(net), int64(share)).halfUp(fact.PerShare))
	return n, say(words.Working.ShareOfNet(), net, share, n)
}

// CivilPrincipal is the principal left on the civil basis, where interest was
// part of what was received. ok is false where more interest than money came
// back.
func CivilPrincipal(paid, received, interest fact.Fen) (left fact.Fen, formula Working, ok bool) {
	if interest > received {
		return 0, func() fact.Text {
			return say(words.Working.InterestOverReceived(), interest, received)
		}, false
	}
	left = max(0, paid-(received-interest))
	return left, func() fact.Text {
		return joined(say(words.Working.CivilPrincipal(), paid, received, interest, left),
			fact.Text(words.Working.InterestAgreed()), neverAdded)
	}, true
}

var netClaim = Spec{
	Name:  "net_claim",
	Takes: []Param{{Name: "paid_in", Kind: fact.Money}, {Name: "cash_back", Kind: fact.Money}},
	Gives: []Param{
		{Name: "net_claim", Kind: fact.Money},
		{Name: "net_gain", Kind: fact.Money},
		{Name: "net", Kind: fact.Choice, Options: []string{"loss", "no_loss"}},
	},
	run: func(in *In, out *Out) {
		if !in.known("paid_in", "cash_back") {
			return
		}
		p := Principal(in.money("paid_in"), in.money("cash_back"), 0)
		verdict := "no_loss"
		if p.Criminal > 0 {
			verdict = "loss"
		}
		out.money("net_claim", p.Criminal)
		out.money("net_gain", p.Gain)
		out.choose("net", verdict)
		out.Working = p.Formula
	},
}

var netCivil = Spec{
	Name: "net_civil",
	Takes: []Param{{Name: "paid_in", Kind: fact.Money}, {Name: "cash_back", Kind: fact.Money},
		{Name: "interest_back", Kind: fact.Money}},
	Gives: []Param{
		{Name: "civil_principal", Kind: fact.Money},
		{Name: "civil_state", Kind: fact.Choice, Options: []string{"owed", "settled", "odd"}},
	},
	run: func(in *In, out *Out) {
		if !in.known("paid_in", "cash_back", "interest_back") {
			return
		}
		left, formula, ok := CivilPrincipal(in.money("paid_in"), in.money("cash_back"), in.money("interest_back"))
		out.Working = formula
		if !ok {
			out.choose("civil_state", "odd")
			return
		}
		verdict := "settled"
		if left > 0 {
			verdict = "owed"
		}
		out.money("civil_principal", left)
		out.choose("civil_state", verdict)
	},
}
