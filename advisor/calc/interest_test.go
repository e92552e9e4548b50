package calc

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

func TestSimpleInterest(t *testing.T) {
	for _, tt := range []struct {
		sum  string
		rate fact.Rate
		days int
		want string
	}{
		{"100000", 2400, 842, "55,364.38"}, {"100000", 1200, 2288, "75,221.92"}, {"10000", 2400, 365, "2,400"},
		{"10000", 300, 0, "0"}, {"0.01", 2400, 1, "0"},
		{"10000000000000", 2400, 36_500, "240,000,000,000,000"},
	} {
		sum, _ := fact.ReadMoney(tt.sum)
		if got, _ := SimpleInterest(sum, tt.rate, tt.days); got.Grouped() != tt.want {
			t.Errorf("SimpleInterest(%s, %v, %d) = %s, want %s", tt.sum, tt.rate, tt.days, got.Grouped(), tt.want)
		}
	}
	if got, _ := SimpleInterest(-5, 2400, 9); got != 0 {
		t.Errorf("a negative sum bears %d", got)
	}
	// What does not fit is said, not wrapped round.
	if got, formula := SimpleInterest(fact.MaxMoney, fact.MaxRate, 36_500); got != TooLarge ||
		!strings.Contains(formula.ZH, "太大") {
		t.Errorf("the largest interest = %d, %s", got, formula.ZH)
	}
}

func TestDelayedInterest(t *testing.T) {
	for days, want := range map[int]fact.Fen{365: 319_375, 1: 875, 0: 0, -3: 0} {
		if got, _, err := DelayedInterest(tables{}, fact.Yuan(50_000), days, day(t, reportDay)); err != nil ||
			got != want {
			t.Errorf("50,000 for %d days = %s, want %s", days, got.Grouped(), want.Grouped())
		}
	}
}

func TestDelayNoInterest(t *testing.T) {
	check(t, "delay_no_interest", in{"received": "50000", "repaid": "0"},
		"principal_left=50,000 lpr_now=3.00% delay_year=1,500 delay_no_interest=left")
	check(t, "delay_no_interest", in{"received": "50000", "repaid": "50000"},
		"principal_left=0 delay_year=0 delay_no_interest=nothing")
	check(t, "delay_no_interest", in{"received": "50000", "repaid": "60000"},
		"principal_left=0 delay_no_interest=nothing")
}

func TestTwoSegments(t *testing.T) {
	for _, tt := range []struct{ regime, date, plan, want string }{
		{"private", "2018-05-01", "364d136000",
			"old_part=55,364.38 new_cap=12.00% new_part=75,221.92 two_segments=computed"},
		// the agreed 10% is lower
		{"private", "2018-05-01", "365d110000", "old_part=23,068.49 new_part=62,684.93 two_segments=computed"},
		{"private", "2018-05-01", "364d90000", "old_part=- two_segments=-"},
		{"private", "2018-05-01", "?", "two_segments=-"},
		{"private", "2020-08-20", "364d136000", "old_part=- two_segments=not_needed"},
		{"private", "2020-08-19", "364d136000", "two_segments=computed"},
		{"private", "2015-08-31", "364d136000", "two_segments=not_needed"},
		{"private", "?", "364d136000", "two_segments=-"},
		{"local", "2018-05-01", "?", "two_segments=not_needed"},
		{"?", "2018-05-01", "364d136000", "two_segments=-"},
	} {
		check(t, "two_segments", in{"received": "100000", "plan": tt.plan, "regime": tt.regime,
			"contract_date": tt.date}, tt.want)
	}
}

// Interest of a time is the interest of its parts, to the fen of rounding.
func TestInterestAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sum := fact.Fen(rapid.Int64Range(0, 1e12).Draw(t, "sum"))
		r := fact.Rate(rapid.Int64Range(0, 10_000).Draw(t, "rate"))
		a, b := rapid.IntRange(0, 4000).Draw(t, "a"), rapid.IntRange(0, 4000).Draw(t, "b")
		whole, parts := interest(sum, r, a+b), interest(sum, r, a)+interest(sum, r, b)
		if d := whole - parts; d > 1 || d < -1 {
			t.Fatalf("%d days bear %d, their parts %d", a+b, whole, parts)
		}
	})
}

func ExampleDelayedInterest() {
	n, formula, _ := DelayedInterest(tables{}, fact.Yuan(50_000), 365, fact.NewDate(2026, 11, 25))
	fmt.Println(n.In(fact.EN))
	fmt.Println(formula.In(fact.EN))
	// Output:
	// CNY 3,193.75
	// CNY 50,000 × 0.0175% a day × 365 days = CNY 3,193.75; the added part only; the base excludes the general interest ordered
}
