package calc

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

func TestBudget(t *testing.T) {
	for _, tt := range []struct{ income, essentials, want string }{
		{"8000", "5000", "can_pay=2,200 reserve=5,000 shortfall=0 budget=positive"},
		{"4000", "3800", "can_pay=0 reserve=3,800 shortfall=0 budget=none"},
		{"4123.45", "3000", "can_pay=711 reserve=3,000 shortfall=0 budget=positive"},
		{"5000", "4500", "can_pay=0 reserve=4,500 budget=none"},
		{"0", "2000", "can_pay=0 reserve=2,000 shortfall=2,000 budget=none"},
		{"10000", "8999.50", "can_pay=0 reserve=8,999.50 budget=none"},
		{"?", "2000", "can_pay=- budget=-"},
	} {
		check(t, "budget", in{"income": tt.income, "essentials": tt.essentials}, tt.want)
	}
}

// Nobody is told to pay what is not there.
func TestBudgetIsCautious(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		income, essentials := fact.Fen(rapid.Int64Range(0, 1e9).Draw(t, "income")),
			fact.Fen(rapid.Int64Range(0, 1e9).Draw(t, "essentials"))
		b := Month(income, essentials, 1000)
		if b.CanPay < 0 || b.CanPay%100 != 0 || b.CanPay > 0 && b.CanPay+essentials+b.Buffer > income ||
			b.Buffer*10 < income {
			t.Fatalf("%d, %d: %+v", income, essentials, b)
		}
	})
}

func TestBreachClock(t *testing.T) {
	check(t, "breach_clock", in{"affected": "120万"}, "breach_grade=large")
	check(t, "breach_clock", in{"affected": "1000000"}, "breach_grade=large")
	check(t, "breach_clock", in{"affected": "999999"}, "breach_grade=smaller")
	check(t, "breach_clock", in{"affected": "?"}, "breach_grade=-")
}

func ExampleMonth() {
	b := Month(412_345, fact.Yuan(3_000), 1000)
	fmt.Println(b.Formula.In(fact.ZH))
	// Output: 收入 4,123.45 元 − 必要开支 3,000 元 − 缓冲 10%（412.35 元）= 711.10 元；每月最多还 711 元
}
