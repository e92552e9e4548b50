package fact

import (
	"fmt"
	"slices"
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
			return &ReadError{Kind: k, Notice: Say(fmt.Sprintf("最多 %d 件事", MaxPayments), "只留下要紧的",
				fmt.Sprintf("at most %d events", MaxPayments), "keep those that matter")}
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
		return wrongDate(k, d.String(), fmt.Sprintf("年份要在 %d 到 %d 之间", minYear, maxYear),
			fmt.Sprintf("the year must lie between %d and %d", minYear, maxYear))
	}
	return nil
}

// Check tells what is wrong with a plan: it has one of the three shapes, within
// the limits, every payment is more than nothing, and dated ones go from early
// to late. No plan at all is wrong, too. The error is a *[ReadError].
func (p *Plan) Check() error {
	wrong := func(zh, en string) error {
		return &ReadError{Kind: Schedule, Notice: Notice{What: Text{zh, en}, Fix: planFix}}
	}
	if p == nil {
		return wrong("还款计划是空的", "the plan is empty")
	}
	monthly, once, dated := p.Periods != 0 || p.Each != 0, p.Days != 0 || p.Total != 0, len(p.Flow) > 0
	switch {
	case !monthly && !once && !dated:
		return wrong("还款计划是空的", "the plan is empty")
	case monthly && once, monthly && dated, once && dated:
		return wrong("还款计划里混着几种写法", "the plan is written in several ways at once")
	case monthly && (p.Periods < 1 || p.Periods > MaxPeriods):
		return wrong(fmt.Sprintf("期数要在 1 到 %d 之间", MaxPeriods),
			fmt.Sprintf("the count must lie between 1 and %d", MaxPeriods))
	case once && (p.Days < 1 || p.Days > MaxDays):
		return wrong(fmt.Sprintf("天数要在 1 到 %s 之间", Group(fmt.Sprint(MaxDays))),
			fmt.Sprintf("the number of days must lie between 1 and %s", Group(fmt.Sprint(MaxDays))))
	case len(p.Flow) > MaxPayments:
		return wrong(fmt.Sprintf("最多 %d 笔，早期的合并成几笔", MaxPayments),
			fmt.Sprintf("at most %d payments; sum up the early ones", MaxPayments))
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
			return wrong(fmt.Sprintf("日期要从早到晚：第 %d 笔（%s）早于前一笔（%s）", i+1, x.On, was),
				fmt.Sprintf("payments go from early to late: number %d (%s) is before the one before it (%s)",
					i+1, x.On, was))
		}
	}
	return nil
}

func checkPayment(x Fen) error {
	e := &ReadError{Kind: Schedule, Input: x.Plain(), Notice: Notice{Fix: planFix}}
	switch {
	case x < 0:
		e.What = whatFor(x.Plain(), negative)
	case x == 0:
		e.What = Text{"每笔金额要大于 0", "a payment must be more than 0"}
	case x > MaxMoney:
		e.What = whatFor(x.Plain(), tooLarge)
	default:
		return nil
	}
	return e
}
