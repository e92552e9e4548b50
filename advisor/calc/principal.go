package calc

import "wangdai/advisor/fact"

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

var neverAdded = fact.Text{ZH: "刑事口径和民事口径不能相加", EN: "the criminal and the civil basis must not be added"}

// Principal is the loss of a lender who paid in, received principal and
// interest back, and got rewards, commissions or cash bonuses besides
// (2014 意见第5条; rulebook §7.1). With interest among what was received the
// civil basis is larger: see [CivilPrincipal].
func Principal(paid, received, rebate fact.Fen) NetPrincipal {
	net := paid - received - rebate
	p := NetPrincipal{Criminal: max(0, net), Gain: max(0, -net), Civil: max(0, paid-received)}
	p.Formula = func() fact.Text {
		return joined(say("净投入 = 转入 %s − 收回 %s − 返利 %s = %s（刑事口径：利息、返利抵本金；未提现的再投不算收回，红包不算转入）",
			"net amount = paid in %s − received %s − rewards %s = %s (criminal basis: interest and rewards are set off; reinvested earnings are not received, bonuses not paid in)", paid, received, rebate, net),
			when(p.Gain > 0, say("没有净亏损；净获利 %s 可能被追缴", "no net loss; a net gain of %s may be reclaimed", p.Gain)),
			neverAdded)
	}
	return p
}

// Expected is what an announced share of the net amount comes to, rounded half
// up to the fen.
func Expected(net fact.Fen, share fact.Share) (fact.Fen, fact.Text) {
	n := fact.Fen(product(int64(net), int64(share)).halfUp(fact.PerShare))
	return n, say("可分 = 净投入 %s × 公告比例 %s = %s", "expected = %s × announced share %s = %s", net, share, n)
}

// CivilPrincipal is the principal left on the civil basis, where interest was
// part of what was received. ok is false where more interest than money came
// back.
func CivilPrincipal(paid, received, interest fact.Fen) (left fact.Fen, formula Working, ok bool) {
	if interest > received {
		return 0, func() fact.Text {
			return say("其中的利息 %s 比收回的 %s 还多，数字对不上", "interest %s is more than the %s received; the figures do not fit", interest, received)
		}, false
	}
	left = max(0, paid-(received-interest))
	return left, func() fact.Text {
		return joined(say("民事剩余本金 = 转入 %s − （收回 %s − 其中利息 %s）= %s；另加约定利息，以合同成立时一年期 LPR 的四倍为限",
			"principal left (civil) = paid in %s − (received %s − interest in it %s) = %s; plus agreed interest up to four times the one-year LPR at the time of the contract", paid, received, interest, left),
			fact.Text{ZH: "按已收的利息都有约定、没有超过上限算；还没付的利息没有算", EN: "as if the interest received was agreed and within the cap; interest still due is not included"}, neverAdded)
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
	Name:  "net_civil",
	Takes: []Param{{Name: "paid_in", Kind: fact.Money}, {Name: "cash_back", Kind: fact.Money}, {Name: "interest_back", Kind: fact.Money}},
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
