package calc

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

// Numbers of 128 bits give what numbers of any size give.
func TestWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		factor := rapid.OneOf(rapid.Int64Range(0, 1e6), rapid.Int64Range(0, math.MaxInt64))
		f := [3]int64{factor.Draw(t, "a"), factor.Draw(t, "b"), factor.Draw(t, "c")}
		more, d := factor.Draw(t, "more"), max(1, factor.Draw(t, "d"))
		want := big.NewInt(1)
		for _, x := range f {
			want.Mul(want, big.NewInt(x))
		}
		w := product(f[:]...).plus(product(more))
		if want.Add(want, big.NewInt(more)); want.BitLen() > 128 {
			want.SetInt64(1).Lsh(want, 128).Sub(want, big.NewInt(1)) // the largest there is
		}
		if got, want := w.halfUp(d), bigHalfUp(want, big.NewInt(d)); got != want {
			t.Fatalf("%v + %d by %d = %d, want %d", f, more, d, got, want)
		}
		x := product(factor.Draw(t, "x"), factor.Draw(t, "y"))
		other := new(big.Int).SetUint64(x.high)
		other.Lsh(other, 64).Add(other, new(big.Int).SetUint64(x.low))
		if got := w.compare(x); got != want.Cmp(other) {
			t.Fatalf("compared with %v: %d, want %d", other, got, want.Cmp(other))
		}
	})
}

// Where float64 says which side of a rate a plan stands on, or what interest
// comes to, exact integers say the same; near the line it leaves it to them.
func TestRoughIsSure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pays := make([]fact.Fen, rapid.IntRange(1, 40).Draw(t, "n"))
		for i := range pays {
			pays[i] = fact.Fen(rapid.Int64Range(0, 1e9).Draw(t, "pay"))
		}
		pays[0]++
		num := rapid.Int64Range(1, 50_000).Draw(t, "rate")
		sum, qn := scaledWorth(pays, num, 12*whole)
		worth := fact.Fen(new(big.Int).Quo(sum, qn).Int64()) // what they are worth, just under it
		received := max(1, worth+fact.Fen(rapid.Int64Range(-2, 2).Draw(t, "near")))
		want := sum.Cmp(new(big.Int).Mul(qn, big.NewInt(int64(received))))
		if v, off := roughWorth(pays, num, 12*whole); math.Abs(v-float64(received)) > off &&
			(v > float64(received)) != (want > 0) {
			t.Fatalf("worth %v give or take %v against %d, but exactly %d", v, off, received, want)
		}
		if got := above(received, pays, num, 12*whole); got != want {
			t.Fatalf("above = %d, want %d", got, want)
		}
		all := new(big.Int)
		for _, p := range pays {
			all.Add(all, big.NewInt(int64(p)))
		}
		cost := all.Mul(all, qn)
		cost.Sub(cost, sum).Mul(cost, big.NewInt(int64(received)))
		exact := fact.Fen(bigHalfUp(cost, sum))
		if got, ok := roughInterest(received, pays, fact.Rate(num)); ok && got != exact {
			t.Fatalf("interest %d, exactly %d", got, exact)
		}
	})
}
