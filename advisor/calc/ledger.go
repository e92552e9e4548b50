package calc

import (
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// The account of a loan day by day: what accrued and what each payment went to.
// No command and no knowledge file asks for it yet; "calc account" will.

// A Step is the yearly rate that courts support from a day on, until the next
// step.
type Step struct {
	From fact.Date
	Rate fact.Rate
}

// Steps are the rates over the life of a loan: one for most, two for a private
// loan made before the cap followed the LPR (the old rate, then the cap as of
// the suit, taken as brought on today). Errors are *[Refusal].
func Steps(t Tables, regime string, contract, today fact.Date) ([]Step, error) {
	c, err := Cap(t, regime, contract, today)
	switch {
	case err != nil:
		return nil, err
	case c.Split:
		return []Step{{contract, c.Old}, {c.Since, c.Cap}}, nil
	}
	return []Step{{contract, c.Cap}}, nil
}

// An Entry is one payment in an account: what accrued since the one before,
// and what the payment went to.
type Entry struct {
	On          fact.Date
	Days        int
	Interest    fact.Fen // accrued since the entry before
	Paid        fact.Fen
	ToInterest  fact.Fen
	ToPrincipal fact.Fen
	Over        fact.Fen // nothing was owed any more
	Principal   fact.Fen // left afterwards
	Unpaid      fact.Fen // interest left unpaid afterwards
}

// A Ledger is an account of a loan by date.
type Ledger struct {
	Entries   []Entry // the last one is the day of account, with nothing paid
	Interest  fact.Fen
	Paid      fact.Fen
	Principal fact.Fen // left on the day of account
	Unpaid    fact.Fen // interest left unpaid on that day
	Owed      fact.Fen // Principal and Unpaid together
	Overpaid  fact.Fen
	Formula   fact.Text
}

// Account is a loan day by day, as courts mostly reckon it: interest at the
// steps' rates on the principal then outstanding, days over 365, rounded to the
// fen at each payment; a payment goes to interest first and then to principal
// (民法典第561条); unpaid interest bears none. What is paid when nothing is
// owed is overpaid and bears nothing either. Payments are in order of date,
// from the day the money arrived to the day of account; errors are *[Refusal].
func Account(received fact.Fen, from fact.Date, payments []fact.Payment, steps []Step, to fact.Date) (Ledger, error) {
	if received <= 0 || received > fact.MaxMoney || to < from || to-from > 2*maxDays || len(payments) > maxPayments {
		return Ledger{}, outOfRange()
	}
	if len(steps) == 0 {
		return Ledger{}, noTable
	}
	l := Ledger{Principal: received}
	last := from
	for i, p := range append(payments[:len(payments):len(payments)], fact.Payment{On: to}) {
		if p.On < last {
			return Ledger{}, refuse(words.Working.PaymentsInOrder())
		}
		if p.On > to {
			return Ledger{}, refuse(words.Working.PaymentTooLate())
		}
		if p.Amount < 0 || p.Amount > fact.MaxMoney || i < len(payments) && p.Amount == 0 {
			return Ledger{}, outOfRange()
		}
		l.enter(p, last, steps)
		last = p.On
	}
	l.Owed = l.Principal + l.Unpaid
	l.Formula = joined(say(words.Working.LedgerInterest(), received, l.Interest),
		say(words.Working.LedgerPaid(), l.Paid, to, l.Principal, l.Unpaid, l.Overpaid),
		when(len(steps) > 1, fact.Text(words.Working.LedgerOldRule())))
	return l, nil
}

// enter books one payment.
func (l *Ledger) enter(p fact.Payment, last fact.Date, steps []Step) {
	e := Entry{On: p.On, Days: int(p.On - last), Paid: p.Amount}
	e.Interest = accrued(l.Principal, last, p.On, steps)
	l.Unpaid += e.Interest
	e.ToInterest = min(p.Amount, l.Unpaid)
	e.ToPrincipal = min(p.Amount-e.ToInterest, l.Principal)
	e.Over = p.Amount - e.ToInterest - e.ToPrincipal
	l.Unpaid -= e.ToInterest
	l.Principal -= e.ToPrincipal
	l.Overpaid += e.Over
	l.Interest += e.Interest
	l.Paid += p.Amount
	e.Principal, e.Unpaid = l.Principal, l.Unpaid
	l.Entries = append(l.Entries, e)
}

// accrued is interest on a sum from one day to another, across steps.
func accrued(sum fact.Fen, from, to fact.Date, steps []Step) fact.Fen {
	var n wide
	for i, s := range steps {
		begin, end := max(from, s.From), to
		if i == 0 {
			begin = from
		}
		if i+1 < len(steps) {
			end = min(to, steps[i+1].From)
		}
		if begin < end {
			n = n.plus(product(int64(sum), int64(s.Rate), int64(end-begin)))
		}
	}
	return fact.Fen(n.halfUp(yearDays * whole))
}
