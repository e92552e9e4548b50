package calc

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"

	"wangdai/advisor/fact"
)

// Sums are exact until the end: products of amounts, rates and days do not fit
// 64 bits, and a rounding on the way would show in the last fen.

const yearDays = 365

// whole is the base of basis points.
const whole = 10_000

// A wide is a number of 128 bits, not negative: exact for every product of an
// amount, a rate and a count of days, and no memory to be allocated. What does
// not fit is the largest there is.
type wide struct{ high, low uint64 }

var widest = wide{math.MaxUint64, math.MaxUint64}

// product is the product of its factors; one below zero counts as zero.
func product(factors ...int64) wide {
	p := wide{low: 1}
	for _, f := range factors {
		p = p.times(uint64(max(0, f)))
	}
	return p
}

func (w wide) times(f uint64) wide {
	carry, low := bits.Mul64(w.low, f)
	over, high := bits.Mul64(w.high, f)
	high, c := bits.Add64(high, carry, 0)
	if over != 0 || c != 0 {
		return widest
	}
	return wide{high, low}
}

func (w wide) plus(x wide) wide {
	low, c := bits.Add64(w.low, x.low, 0)
	high, c := bits.Add64(w.high, x.high, c)
	if c != 0 {
		return widest
	}
	return wide{high, low}
}

// compare is negative, zero or positive as w is less than x, equal or more.
func (w wide) compare(x wide) int {
	return cmp.Or(cmp.Compare(w.high, x.high), cmp.Compare(w.low, x.low))
}

// by is w divided and rounded down, the largest int64 where it does not fit.
func (w wide) by(d int64) int64 {
	if w.high >= uint64(d) {
		return math.MaxInt64
	}
	n, _ := bits.Div64(w.high, w.low, uint64(d))
	return int64(min(n, math.MaxInt64))
}

// halfUp is w divided and rounded half up.
func (w wide) halfUp(d int64) int64 { return w.plus(wide{low: uint64(d / 2)}).by(d) }

// bigHalfUp is num/den rounded half up, the largest int64 where it does not
// fit. Both are positive, or num is zero.
func bigHalfUp(num, den *big.Int) int64 {
	n := new(big.Int).Lsh(num, 1)
	n.Add(n, den)
	if n.Div(n, new(big.Int).Lsh(den, 1)); !n.IsInt64() {
		return math.MaxInt64
	}
	return n.Int64()
}

// interest is simple interest on a sum: rate basis points a year, a year
// counted as 365 days, rounded half up to the fen.
func interest(sum fact.Fen, rate fact.Rate, days int) fact.Fen {
	return fact.Fen(product(int64(sum), int64(rate), int64(days)).halfUp(yearDays * whole))
}

// ratHalfUp is a rational rounded half up; it is not negative.
func ratHalfUp(r *big.Rat) int64 { return bigHalfUp(r.Num(), r.Denom()) }
