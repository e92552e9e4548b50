package calc

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

func TestCourtCosts(t *testing.T) {
	for _, tt := range []struct{ amount, want string }{
		{"0", "property=50 half=25 preservation=30 order=16.67"},
		{"1000", "property=50 half=25 preservation=30 order=16.67"},
		{"1000.01", "preservation=30"},
		{"1001", "preservation=30.01"},
		{"5000", "property=50 half=25 preservation=70"},
		{"6000", "property=50 half=25 preservation=80 order=16.67"},
		{"10000", "property=50 half=25 preservation=120"},
		{"10001", "property=50.03"},
		{"30000", "property=550 half=275 preservation=320"},
		{"50000", "property=1,050 half=525 preservation=520"},
		{"100000", "property=2,300 half=1,150 preservation=1,020 order=766.67"},
		{"120000", "property=2,700 half=1,350 preservation=1,120 order=900"},
		{"200000", "property=4,300 half=2,150 preservation=1,520"},
		{"500000", "property=8,800 half=4,400 preservation=3,020 order=2,933.33"},
		{"895000", "property=12,750 preservation=4,995"},
		{"896000", "property=12,760 preservation=5,000"},
		{"897000", "preservation=5,000"},
		{"1000000", "property=13,800 half=6,900 preservation=5,000"},
		{"2000000", "property=22,800"},
		{"5000000", "property=46,800"},
		{"10000000", "property=81,800"},
		{"20000000", "property=141,800"},
		{"30000000", "property=191,800"},
		{"?", "property=- half=- preservation=- order=-"},
	} {
		check(t, "court_costs", in{"amount": tt.amount}, tt.want)
	}
}

func TestCourtFeeOfBorrower(t *testing.T) {
	for _, tt := range []struct{ claim, want string }{
		{"8000", "court_fee=50 court_fee_half=25 court_fee_state=computed"},
		{"50000", "court_fee=1,050 court_fee_half=525"},
		{"100000", "court_fee=2,300 court_fee_half=1,150"},
		{"136000", "court_fee=3,020 court_fee_half=1,510"},
		{"300000", "court_fee=5,800 court_fee_half=2,900"},
		{"500000", "court_fee=8,800 court_fee_half=4,400 court_fee_state=computed"},
		{"500000.01", "court_fee=- court_fee_half=- court_fee_state=above_table"},
	} {
		check(t, "court_fee", in{"claim": tt.claim}, tt.want)
	}
}

func TestEnforcementFee(t *testing.T) {
	for yuan, want := range map[int64]string{5_000: "50", 10_000: "50", 30_000: "350", 50_000: "650", 100_000: "1,400",
		200_000: "2,900", 500_000: "7,400", 1_000_000: "12,400",
		5_000_000: "52,400", 10_000_000: "77,400", 20_000_000: "87,400"} {
		if got, _, err := CourtFee(tables{}, fact.Yuan(yuan), "enforcement", fact.NewDate(2026, 11, 25)); err != nil ||
			got.Grouped() != want {
			t.Errorf("enforcement of %d = %s, %v, want %s", yuan, got.Grouped(), err, want)
		}
	}
}

func TestCourtFeeRefuses(t *testing.T) {
	for _, bad := range []struct {
		amount fact.Fen
		kind   string
	}{{100, "criminal"}, {-1, "property"}, {fact.MaxMoney + 1, "property"}} {
		_, _, err := CourtFee(tables{}, bad.amount, bad.kind, fact.NewDate(2026, 11, 25))
		var r *Refusal
		if !errors.As(err, &r) || r.Fix.IsZero() {
			t.Errorf("CourtFee(%d, %s) = %v, want a refusal", bad.amount, bad.kind, err)
		}
	}
}

// A larger claim never costs less, and no fee leaps at a boundary.
func TestFeesAreContinuous(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(FeeKinds()).Draw(t, "kind")
		boundary := rapid.SampledFrom([]int64{1_000, 10_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000,
			10_000_000, 20_000_000, 896_000}).Draw(t, "boundary")
		a := fact.Yuan(boundary) + fact.Fen(rapid.Int64Range(-100, 100).Draw(t, "near"))
		low, _, err1 := CourtFee(tables{}, a, kind, fact.NewDate(2026, 11, 25))
		high, formula, err2 := CourtFee(tables{}, a+100, kind, fact.NewDate(2026, 11, 25))
		if err1 != nil || err2 != nil || high < low || high > low+4 {
			t.Fatalf("%s of %s is %d, one yuan more %d", kind, a.Grouped(), low, high)
		}
		if !strings.Contains(formula.Text().ZH, high.In(fact.ZH)) || !strings.Contains(formula.Text().EN,
			high.In(fact.EN)) {
			t.Fatalf("the working %q does not end in %s", formula.Text().ZH, high.Grouped())
		}
	})
}

func ExampleCourtFee() {
	fee, formula, _ := CourtFee(tables{}, fact.Yuan(120_000), "property", fact.NewDate(2026, 11, 25))
	fmt.Println(fee.In(fact.EN))
	fmt.Println(formula.In(fact.ZH))
	// Output:
	// CNY 2,700
	// 受理费 = 50 + 90,000 × 2.5% + 20,000 × 2% = 2,700 元；简易、小额、调解、撤诉减半 1,350 元
}
