package calc

import (
	"math"
	"math/big"

	"wangdai/advisor/fact"
)

// Sums are exact until the end: products of amounts, rates and days do not fit
// 64 bits, and a rounding on the way would show in the last fen.

const yearDays = 365

// whole is the base of basis points.
const whole = 10_000

// halfUp is num/den rounded half up, the largest int64 where it does not fit.
// Both are positive, or num is zero.
func halfUp(num, den *big.Int) int64 {
	n := new(big.Int).Lsh(num, 1)
	n.Add(n, den)
	if n.Div(n, new(big.Int).Lsh(den, 1)); !n.IsInt64() {
		return math.MaxInt64
	}
	return n.Int64()
}

// product is the product of its factors.
func product(factors ...int64) *big.Int {
	p := big.NewInt(1)
	for _, f := range factors {
		p.Mul(p, big.NewInt(f))
	}
	return p
}

// interest is simple interest on a sum: rate basis points a year, a year
// counted as 365 days, rounded half up to the fen.
func interest(sum fact.Fen, rate fact.Rate, days int) fact.Fen {
	return fact.Fen(halfUp(product(int64(sum), int64(rate), int64(days)), product(yearDays, whole)))
}

// ratHalfUp is a rational rounded half up; it is not negative.
func ratHalfUp(r *big.Rat) int64 { return halfUp(r.Num(), r.Denom()) }
