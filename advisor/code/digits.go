package code

import (
	"math"
	"math/big"
	"math/bits"

	"wangdai/advisor/fact"
)

// How one answer is written as the digits of a mixed-radix number, and read
// back. What cannot be written (a day outside the years of codes) becomes
// 不清楚, which is a true answer; it is never cut.

// A digit is one place of a mixed-radix number.
type digit struct{ value, radix uint64 }

func push(n *big.Int, d digit) {
	n.Mul(n, new(big.Int).SetUint64(d.radix))
	n.Add(n, new(big.Int).SetUint64(d.value))
}

// pushAll pushes digits so that the first is popped first.
func pushAll(n *big.Int, ds []digit) {
	for i := len(ds) - 1; i >= 0; i-- {
		push(n, ds[i])
	}
}

func pop(n *big.Int, radix uint64) uint64 {
	var m big.Int
	n.QuoRem(n, new(big.Int).SetUint64(radix), &m)
	return m.Uint64()
}

// MostEntries is how many dated payments or events one answer holds at most.
const MostEntries = fact.MaxPayments

const mostEvents = MostEntries

var epoch = fact.NewDate(1949, 1, 1)

// dayRadix covers every day that a person can type (fact.ReadDate). The limits
// of a question move with today and would change the code's meaning from one
// day to the next.
var dayRadix = uint64(fact.NewDate(2150, 1, 1)-epoch) + 1

func dayDigit(d fact.Date) (digit, bool) {
	n := uint64(d-epoch) + 1
	return digit{n, dayRadix}, d >= epoch && n < dayRadix
}

// clamp is the answer as a code can hold it.
func (f *Fact) clamp(v fact.Value) fact.Value {
	fits := v.State == fact.Known
	switch n := uint(len(f.Options)); {
	case !fits:
	case f.Kind == fact.Choice:
		fits = v.N >= 0 && v.N < int64(n)
	case f.Kind == fact.Several:
		fits = v.N >= 0 && v.N>>n == 0
	case f.Kind == fact.YesNo:
		fits = v.N == 0 || v.N == 1
	case f.Kind == fact.Day:
		_, fits = dayDigit(v.Date())
	case f.Kind == fact.History:
		fits = len(v.Events) <= mostEvents
		for _, e := range v.Events {
			_, ok := dayDigit(e.On)
			fits = fits && ok && e.What >= 0 && e.What < int(n)
		}
	case f.Kind == fact.Schedule:
		fits = v.Plan != nil && fitsPlan(v.Plan)
	default:
		fits = fitsNumber(v.N)
	}
	if !fits {
		return fact.NotSure()
	}
	return v
}

func fitsNumber(x int64) bool { return x >= 0 && bits.Len64(uint64(x)) < sizes }

func fitsPlan(p *fact.Plan) bool {
	fits := len(p.Flow) <= fact.MaxPayments && p.Sum() > 0
	for _, x := range p.Flow {
		_, ok := dayDigit(x.On)
		fits = fits && ok && fitsNumber(int64(x.Amount))
	}
	return fits && fitsNumber(int64(p.Periods)) && fitsNumber(int64(p.Each)) && fitsNumber(int64(p.Days)) &&
		fitsNumber(int64(p.Total))
}

// pack adds the digits of an answer that went through clamp.
func (f *Fact) pack(ds []digit, v fact.Value) []digit {
	known := v.State == fact.Known
	one := func(radix uint64, n int64) []digit {
		if !known {
			return append(ds, digit{0, radix})
		}
		return append(ds, digit{uint64(n) + 1, radix})
	}
	n := uint64(len(f.Options))
	switch f.Kind {
	case fact.Choice:
		return one(n+1, v.N)
	case fact.Several:
		return one(1<<n+1, v.N)
	case fact.YesNo:
		return one(3, v.N)
	case fact.Day:
		return one(dayRadix, v.N-int64(epoch))
	case fact.Schedule:
		return packPlan(ds, v)
	case fact.History:
		ds = one(mostEvents+2, int64(len(v.Events)))
		if known {
			for _, e := range v.Events {
				d, _ := dayDigit(e.On)
				ds = append(ds, d, digit{uint64(e.What), n})
			}
		}
		return ds
	}
	return packNumber(ds, v.N, known)
}

// unpack takes an answer's digits off n. It is false where they are no answer.
func (f *Fact) unpack(n *big.Int) (fact.Value, bool) {
	one := func(radix uint64) (fact.Value, bool) {
		x := pop(n, radix)
		if x == 0 {
			return fact.NotSure(), true
		}
		return fact.Of(int64(x) - 1), true
	}
	k := uint64(len(f.Options))
	switch f.Kind {
	case fact.Choice:
		return one(k + 1)
	case fact.Several:
		return one(1<<k + 1)
	case fact.YesNo:
		return one(3)
	case fact.Day:
		v, ok := one(dayRadix)
		if v.State == fact.Known {
			v.N += int64(epoch)
		}
		return v, ok
	case fact.Schedule:
		return unpackPlan(n)
	case fact.History:
		x := pop(n, mostEvents+2)
		if x == 0 {
			return fact.NotSure(), true
		}
		v := fact.Value{State: fact.Known}
		for range x - 1 {
			on, ok := unpackDay(n)
			if !ok {
				return v, false
			}
			v.Events = append(v.Events, fact.Event{On: on, What: int(pop(n, k))})
		}
		return v, true
	}
	return unpackNumber(n)
}

// unpackDay takes a day that is always known.
func unpackDay(n *big.Int) (fact.Date, bool) {
	x := pop(n, dayRadix)
	return epoch + fact.Date(x) - 1, x > 0
}

// Numbers are written by size: how many bits, in which unit (1, 100, 10,000),
// then the bits. Round amounts are short: 10,000 yuan costs seven bits and the
// size, not twenty.
const (
	sizes  = 52 // up to 2^51-1: more fen than fact.MaxMoney
	shapes = 1 + 3*sizes
)

var scales = [...]int64{1, 100, 10000}

func packNumber(ds []digit, x int64, known bool) []digit {
	if !known {
		return append(ds, digit{0, shapes})
	}
	unit := 0
	for u := len(scales) - 1; u > 0 && x > 0; u-- {
		if x%scales[u] == 0 {
			unit = u
			break
		}
	}
	m := uint64(x / scales[unit])
	size := uint64(bits.Len64(m))
	ds = append(ds, digit{1 + uint64(unit)*sizes + size, shapes})
	if size > 1 {
		ds = append(ds, digit{m &^ (1 << (size - 1)), 1 << (size - 1)})
	}
	return ds
}

func unpackNumber(n *big.Int) (fact.Value, bool) {
	x := pop(n, shapes)
	if x == 0 {
		return fact.NotSure(), true
	}
	unit, size := (x-1)/sizes, (x-1)%sizes
	m := uint64(0)
	if size > 0 {
		m = 1 << (size - 1)
	}
	if size > 1 {
		m |= pop(n, 1<<(size-1))
	}
	if m > math.MaxInt64/uint64(scales[unit]) {
		return fact.Value{}, false
	}
	return fact.Of(int64(m) * scales[unit]), true
}

// The shapes of a plan: not known, equal monthly payments, one payment after
// days, dated payments.
const planShapes = 4

func packPlan(ds []digit, v fact.Value) []digit {
	p := v.Plan
	switch {
	case v.State != fact.Known:
		return append(ds, digit{0, planShapes})
	case p.Periods > 0:
		return packNumber(packNumber(append(ds, digit{1, planShapes}), int64(p.Periods), true), int64(p.Each), true)
	case p.Days > 0:
		return packNumber(packNumber(append(ds, digit{2, planShapes}), int64(p.Days), true), int64(p.Total), true)
	}
	ds = append(ds, digit{3, planShapes}, digit{uint64(len(p.Flow)), fact.MaxPayments + 1})
	for _, x := range p.Flow {
		d, _ := dayDigit(x.On)
		ds = packNumber(append(ds, d), int64(x.Amount), true)
	}
	return ds
}

func unpackPlan(n *big.Int) (fact.Value, bool) {
	kind := pop(n, planShapes)
	if kind == 0 {
		return fact.NotSure(), true
	}
	p := &fact.Plan{}
	v := fact.Value{State: fact.Known, Plan: p}
	if kind == 3 {
		for range pop(n, fact.MaxPayments+1) {
			on, ok1 := unpackDay(n)
			x, ok2 := unpackNumber(n)
			if !ok1 || !ok2 || x.State != fact.Known {
				return v, false
			}
			p.Flow = append(p.Flow, fact.Payment{On: on, Amount: fact.Fen(x.N)})
		}
		return v, p.Sum() > 0
	}
	a, ok1 := unpackNumber(n)
	x, ok2 := unpackNumber(n)
	if kind == 1 {
		p.Periods, p.Each = int(a.N), fact.Fen(x.N)
	} else {
		p.Days, p.Total = int(a.N), fact.Fen(x.N)
	}
	return v, ok1 && ok2 && p.Sum() > 0
}

// MostNumber is the greatest amount, rate or number that a code can hold.
const MostNumber = 1<<(sizes-1) - 1

// MostBits bounds how many bits the digits of any answer to the fact take that
// is not above most (what may be entered; dates and choices do not ask), and
// how many more each entry of a list may take (plans and events).
func (f *Fact) MostBits(most int64) (answer, entry float64) {
	number := func(most int64) float64 {
		return math.Log2(shapes) + float64(max(bits.Len64(uint64(most)), 1)-1)
	}
	day := math.Log2(float64(dayRadix))
	n := float64(len(f.Options))
	switch f.Kind {
	case fact.Choice:
		return math.Log2(n + 1), 0
	case fact.Several:
		return math.Log2(math.Exp2(n) + 1), 0
	case fact.YesNo:
		return math.Log2(3), 0
	case fact.Day:
		return day, 0
	case fact.History:
		return math.Log2(mostEvents + 2), day + math.Log2(n)
	case fact.Schedule:
		plain := math.Log2(planShapes) + number(max(fact.MaxPeriods, fact.MaxDays)) + number(int64(fact.MaxMoney))
		return max(plain, math.Log2(planShapes)+math.Log2(fact.MaxPayments+1)), day + number(int64(fact.MaxMoney))
	}
	return number(min(most, MostNumber)), 0
}
