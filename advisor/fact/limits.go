package fact

import (
	"fmt"
	"slices"

	"wangdai/advisor/words"
)

// The largest things that can be answered, whichever way the answer came. They
// keep every sum in range and catch a slip of the keyboard; no loan of a
// natural person comes near.
const (
	MaxMoney    Fen   = 10_000_000_000_000 * 100 // ten trillion yuan
	MaxRate     Rate  = 1_000_000 * 100          // 1,000,000% a year
	MaxNumber   int64 = 1_000_000_000_000
	MaxPeriods        = 600  // equal monthly payments: fifty years of them
	MaxDays           = 3650 // until one payment: ten years
	MaxPayments       = 255  // dated payments, or dated events: a code counts them in base 256
	minYear           = 1949
	maxYear           = 2149
)

// Check tells what is wrong with a known value that no reader would have given:
// one out of a code, or made of parts. Which options there are, and what a
// question allows beyond this, is not the kind's to know. The error is a
// *[ReadError].
func (k Kind) Check(v Value) error {
	switch k {
	case Day:
		return checkDate(k, v.Date())
	case Money:
		return k.within(v.N, int64(MaxMoney), Fen(v.N).Plain())
	case Percent:
		return k.within(v.N, int64(MaxRate), Rate(v.N).String())
	case Number:
		return k.within(v.N, MaxNumber, fmt.Sprint(v.N))
	case Schedule:
		return v.Plan.Check()
	case History:
		if len(v.Events) > MaxPayments {
			return &ReadError{Kind: k, Notice: NoticeOf(words.Reading.TooManyEvents(MaxPayments))}
		}
		for _, e := range v.Events {
			if err := checkDate(k, e.On); err != nil {
				return err
			}
		}
	}
	return nil
}

// First is the earliest day in a known value: the day itself, the first payment
// of a dated plan, the first event. ok is false where there is none.
func (k Kind) First(v Value) (first Date, ok bool) {
	if v.State != Known {
		return 0, false
	}
	var days []Date
	switch {
	case k == Day:
		days = []Date{v.Date()}
	case k == Schedule && v.Plan != nil:
		for _, x := range v.Plan.Flow {
			days = append(days, x.On)
		}
	case k == History:
		for _, e := range v.Events {
			days = append(days, e.On)
		}
	}
	if len(days) == 0 {
		return 0, false
	}
	return slices.Min(days), true
}

func (k Kind) within(n, most int64, shown string) error {
	switch {
	case n < 0:
		return refuse(k, shown, negative)
	case n > most:
		return refuse(k, shown, tooLarge)
	}
	return nil
}

func checkDate(k Kind, d Date) error {
	if y := d.Year(); y < minYear || y > maxYear {
		return wrongDate(k, d.String(), words.Reading.YearsBetween(minYear, maxYear))
	}
	return nil
}

// Check tells what is wrong with a plan: it has one of the three shapes, within
// the limits, every payment is more than nothing, and dated ones go from early
// to late. No plan at all is wrong, too. The error is a *[ReadError].
func (p *Plan) Check() error {
	wrong := func(what words.Pair) error {
		return &ReadError{Kind: Schedule, Notice: Notice{What: Text(what), Fix: howToWrite(Schedule)}}
	}
	if p == nil {
		return wrong(words.Reading.PlanEmpty())
	}
	monthly, once, dated := p.Periods != 0 || p.Each != 0, p.Days != 0 || p.Total != 0, len(p.Flow) > 0
	switch {
	case !monthly && !once && !dated:
		return wrong(words.Reading.PlanEmpty())
	case monthly && once, monthly && dated, once && dated:
		return wrong(words.Reading.PlanMixed())
	case monthly && (p.Periods < 1 || p.Periods > MaxPeriods):
		return wrong(words.Reading.CountBetween(MaxPeriods))
	case once && (p.Days < 1 || p.Days > MaxDays):
		return wrong(words.Reading.DaysBetween(Group(fmt.Sprint(MaxDays))))
	case len(p.Flow) > MaxPayments:
		return wrong(words.Reading.TooManyPayments(MaxPayments))
	case monthly:
		return checkPayment(p.Each)
	case once:
		return checkPayment(p.Total)
	}
	for i, x := range p.Flow {
		if err := checkPayment(x.Amount); err != nil {
			return err
		}
		if err := checkDate(Schedule, x.On); err != nil {
			return err
		}
		if i > 0 && x.On < p.Flow[i-1].On {
			was := p.Flow[i-1].On
			return wrong(words.Reading.OutOfOrder(i+1, x.On.String(), was.String()))
		}
	}
	return nil
}

func checkPayment(x Fen) error {
	e := &ReadError{Kind: Schedule, Input: x.Plain(), Notice: Notice{Fix: howToWrite(Schedule)}}
	switch {
	case x < 0:
		e.What = whatFor(x.Plain(), negative)
	case x == 0:
		e.What = Text(words.Reading.MoreThanNothing())
	case x > MaxMoney:
		e.What = whatFor(x.Plain(), tooLarge)
	default:
		return nil
	}
	return e
}
