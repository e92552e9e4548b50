// Package fact says what an answer is: its kind, its value, and the units of
// the law (money in fen, rates in basis points, civil dates).
//
// It is the lowest room of the house: conditions, calculators and the
// interview speak in its words. It reads no file and asks no clock.
package fact

// A Kind is what sort of value a fact holds.
type Kind uint8

// The kinds of fact, as the knowledge files name them.
const (
	Choice   Kind = iota + 1 // one option of several
	Several                  // any number of options
	YesNo                    // yes or no
	Day                      // a civil date
	Money                    // an amount in fen
	Percent                  // a yearly rate in basis points
	Number                   // a whole number
	Schedule                 // a repayment plan; only calculators read it
	History                  // dated events; only calculators read it
)

var kindNames = [...]string{Choice: "choice", Several: "several", YesNo: "yesno", Day: "date", Money: "money",
	Percent: "rate", Number: "number", Schedule: "plan", History: "events"}

// String is the word of the knowledge files: choice, several, yesno, date,
// money, rate, number, plan, events.
func (k Kind) String() string {
	if int(k) < len(kindNames) && kindNames[k] != "" {
		return kindNames[k]
	}
	return "unknown kind"
}

// KindOf reads a kind's word.
func KindOf(word string) (Kind, bool) {
	for k, n := range kindNames {
		if n != "" && n == word {
			return Kind(k), true
		}
	}
	return 0, false
}

// Kinds lists the words of all kinds, in order.
func Kinds() []string { return kindNames[1:] }

// Ordered reports whether values of the kind can be compared with < and >.
func (k Kind) Ordered() bool { return k == Day || k == Money || k == Percent || k == Number }

// A State tells whether a fact has a value.
type State uint8

// A fact not asked has no answer because the interview never came to it; an
// unknown one was asked and answered with 不清楚; an open one may still become
// anything (only progress speaks of those).
const (
	NotAsked State = iota
	Unknown
	Known
	Open
)

// A Value is one answer, or what was derived from answers. The zero Value is a
// fact that was not asked.
//
// N holds: the option's index (Choice), a bit per option (Several), 1 or 0
// (YesNo), the day number (Day), fen (Money), basis points (Percent), or the
// number itself. Plan and Events are set for their kinds only.
type Value struct {
	State  State
	N      int64
	Plan   *Plan
	Events []Event
}

// Of is a known value.
func Of(n int64) Value { return Value{State: Known, N: n} }

// NotSure is the answer 不清楚.
func NotSure() Value { return Value{State: Unknown} }

// OfDate is a known date.
func OfDate(d Date) Value { return Value{State: Known, N: int64(d)} }

// Bool is a known yes or no.
func Bool(b bool) Value {
	if b {
		return Of(1)
	}
	return Of(0)
}

// Date is the value as a civil date. It means something for kind Day only.
func (v Value) Date() Date { return Date(v.N) }

// Has reports whether option i of a Several value is ticked.
func (v Value) Has(i int) bool { return v.State == Known && v.N>>uint(i)&1 == 1 }

// Is reports whether the value is known and equal to n.
func (v Value) Is(n int64) bool { return v.State == Known && v.N == n }

// A Plan is how a loan is to be repaid. One of three shapes is set: Periods
// equal monthly payments of Each; one payment of Total after Days; or Flow,
// dated payments.
type Plan struct {
	Periods int
	Each    Fen
	Days    int
	Total   Fen
	Flow    []Payment
}

// A Payment is an amount paid by the borrower on a day.
type Payment struct {
	On     Date
	Amount Fen
}

// Sum is everything the borrower pays under the plan.
func (p Plan) Sum() Fen {
	if p.Periods > 0 {
		return Fen(p.Periods) * p.Each
	}
	sum := p.Total
	for _, x := range p.Flow {
		sum += x.Amount
	}
	return sum
}

// An Event is something that happened on a day; What is the index of the
// option that names its kind.
type Event struct {
	On   Date
	What int
}

// A Fen is an amount of money: one hundredth of a yuan.
type Fen int64

// Yuan is an amount in whole yuan.
func Yuan(n int64) Fen { return Fen(n * 100) }

// A Rate is a yearly rate in basis points: 24% is 2400.
type Rate int64
