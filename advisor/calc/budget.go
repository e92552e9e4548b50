package calc

import (
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Budget is what a month leaves for debts.
type Budget struct {
	CanPay    fact.Fen // whole yuan, rounded down
	Buffer    fact.Fen
	Shortfall fact.Fen
	Formula   Working
}

// Month is income after tax less essentials and a buffer, a part of income in
// basis points (rulebook A8). What is left is rounded down to whole yuan: a
// promise that cannot be kept costs more than one yuan.
func Month(income, essentials fact.Fen, buffer fact.Rate) Budget {
	part := product(int64(income), int64(buffer)).plus(wide{low: whole - 1}) // a broken fen goes to the buffer
	b := Budget{Buffer: fact.Fen(part.by(whole)), Shortfall: max(0, essentials-income)}
	raw := income - essentials - b.Buffer
	b.CanPay = max(0, raw) / 100 * 100
	b.Formula = func() fact.Text {
		return joined(say(words.Working.MonthLeft(), income, essentials, perCent(int64(buffer)), b.Buffer, raw),
			when(b.CanPay > 0, say(words.Working.AtMostAMonth(), b.CanPay)),
			when(b.CanPay == 0, fact.Text(words.Working.NothingLeft())))
	}
	return b
}

var budget = Spec{
	Name:  "budget",
	Takes: []Param{{Name: "income", Kind: fact.Money}, {Name: "essentials", Kind: fact.Money}},
	Uses:  []string{"budget_buffer"},
	Gives: []Param{
		{Name: "can_pay", Kind: fact.Money},
		{Name: "reserve", Kind: fact.Money},
		{Name: "shortfall", Kind: fact.Money},
		{Name: "budget", Kind: fact.Choice, Options: []string{"positive", "none"}},
	},
	run: func(in *In, out *Out) {
		buffer, ok := in.Tables.Number("budget_buffer", in.Today)
		if !in.known("income", "essentials") || !ok {
			return
		}
		b := Month(in.money("income"), in.money("essentials"), fact.Rate(buffer))
		verdict := "none"
		if b.CanPay > 0 {
			verdict = "positive"
		}
		out.money("can_pay", b.CanPay)
		out.money("reserve", in.money("essentials"))
		out.money("shortfall", b.Shortfall)
		out.choose("budget", verdict)
		out.Working = b.Formula
	},
}
