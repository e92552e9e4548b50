package calc

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

func TestRealRate(t *testing.T) {
	for _, tt := range []struct{ received, plan, want string }{
		{"10000", "12x1000", "real_rate=35.07% rate_level=to36 plan_sum=12,000 plan_check=repays"},
		{"9000", "12x1000", "real_rate=56.75% rate_level=above36"},
		{"12000", "12x1120", "real_rate=21.46% rate_level=to24"},
		{"249000", "36x8947", "real_rate=17.56% rate_level=to24"},
		{"1400", "7d2000", "real_rate=2234.69% rate_level=above36"},
		{"590", "7d1000", "real_rate=3623.49% rate_level=above36"},
		{"10000", "12x800", "real_rate=- rate_level=- plan_sum=9,600 plan_check=short"},
		{"10000", "10x1000", "real_rate=0.00% rate_level=to24 plan_sum=10,000 plan_check=repays"},
		{"10000", "365d12400", "real_rate=24.00% rate_level=to24"},        // exactly the line
		{"1000000", "365d1240000.01", "real_rate=24.00% rate_level=to36"}, // printed the same, a fen above it
		{"10000", "365d13600", "real_rate=36.00% rate_level=to36"},
		{"10000", "2025-02-01:1000,2025-03-01:1000,2025-04-01:9000", "real_rate=42.79% plan_sum=11,000"},
		// irregular, no day of receipt
		{"10000", "2025-02-01:1000,2025-07-01:10000", "real_rate=- rate_level=- plan_sum=11,000 plan_check=repays"},
		{"0.01", "1x10000000000000", "real_rate=- rate_level=above36"},
	} {
		check(t, "real_rate", in{"received": tt.received, "plan": tt.plan}, tt.want)
	}
}

func TestPlanRate(t *testing.T) {
	for _, tt := range []struct {
		received           fact.Fen
		plan               string
		nominal, effective string
	}{
		{fact.Yuan(10_000), "12x1000", "35.07%", "41.30%"},
		{fact.Yuan(12_000), "12x1120", "21.46%", "23.70%"},
		{fact.Yuan(10_000), "1x10100", "12.00%", "12.68%"},
		{fact.Yuan(10_000), "365d11000", "10.00%", "10.00%"},
		{fact.Yuan(10_000), "730d12100", "10.50%", "10.00%"},
		{fact.Yuan(10_000), "600x100元", "11.97%", "12.65%"},
	} {
		plan, err := fact.ReadPlan(tt.plan)
		if err != nil {
			t.Fatal(err)
		}
		r, err := PlanRate(tt.received, plan)
		if err != nil || r.Nominal.String() != tt.nominal || r.Effective.String() != tt.effective || !r.Regular {
			t.Errorf("PlanRate(%s, %s) = %v, %v, %v; want %s, %s", tt.received.In(fact.ZH), tt.plan, r.Nominal,
				r.Effective, err, tt.nominal, tt.effective)
		}
	}
	// Seven days of interest on interest for a year say nothing.
	if r, err := PlanRate(fact.Yuan(1400), fact.Plan{Days: 7, Total: fact.Yuan(2000)}); err != nil || !r.Beyond ||
		r.Nominal != 223469 {
		t.Errorf("7 days = %v, beyond %v, %v", r.Nominal, r.Beyond, err)
	}
}

func TestPlanRateRefuses(t *testing.T) {
	for what, try := range map[string]struct {
		received fact.Fen
		plan     fact.Plan
	}{
		"比到账":      {fact.Yuan(10_000), fact.Plan{Periods: 12, Each: fact.Yuan(800)}},
		"超出能算":     {0, fact.Plan{Periods: 12, Each: fact.Yuan(800)}},
		"金额、":      {fact.Yuan(1), fact.Plan{Periods: 1 << 30, Each: 1}},
		"年利率超过":    {1, fact.Plan{Days: 1, Total: fact.Yuan(1_000_000)}},
		"还款日期不是每月": {100, fact.Plan{Flow: []fact.Payment{{On: fact.NewDate(2025, 2, 5), Amount: 200}}}},
	} {
		_, err := PlanRate(try.received, try.plan)
		var r *Refusal
		if !errors.As(err, &r) || !strings.Contains(r.What.ZH, what) || r.What.EN == "" || r.Fix.IsZero() {
			t.Errorf("PlanRate(%d, %v) = %v, want 「%s」", try.received, try.plan, err, what)
		}
	}
}

func flows(t testing.TB, s string) (out []fact.Payment) {
	t.Helper()
	for _, x := range strings.Fields(s) {
		on, amount, _ := strings.Cut(x, ":")
		m, err := fact.ReadMoney(strings.TrimPrefix(amount, "-"))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(amount, "-") {
			m = -m // received
		}
		out = append(out, fact.Payment{On: day(t, on), Amount: m})
	}
	return out
}

func TestFlowRate(t *testing.T) {
	for _, tt := range []struct {
		flows, nominal, effective string
		regular                   bool
	}{
		// The example of the spreadsheet's XIRR: 37.336253%.
		{"2008-01-01:10000 2008-03-01:-2750 2008-10-30:-4250 2009-02-15:-3250 2009-04-01:-2750", "0.00%",
			"37.34%", false},
		{"2025-01-15:10000 2025-02-15:-5100 2025-03-15:-5100", "15.96%", "17.19%", true},
		{"2025-01-31:10000 2025-02-28:-5100 2025-03-31:-5100", "15.96%", "17.19%", true}, // month ends
		{"2025-01-01:1400 2025-01-08:-2000", "2234.69%", "0.00%", true},
		{"2025-01-01:5000 2025-01-10:5000 2026-01-01:-11000", "0.00%", "10.13%", false},
		{"2025-01-01:10000 2026-01-01:-10000", "0.00%", "0.00%", true},
	} {
		r, err := FlowRate(flows(t, tt.flows))
		if err != nil || r.Nominal.String() != tt.nominal || r.Effective.String() != tt.effective ||
			r.Regular != tt.regular {
			t.Errorf("FlowRate(%s) = %v, %v, regular %v, %v; want %s, %s, %v", tt.flows, r.Nominal, r.Effective,
				r.Regular, err, tt.nominal, tt.effective, tt.regular)
		}
	}
	for _, bad := range []string{"", "2025-01-01:-5", "2025-01-01:5", "2025-01-01:5 2025-01-01:-6",
		"2025-01-01:100 2025-02-01:-50", "2025-02-01:5 2025-01-01:-6",
		"2025-01-01:5 2025-02-01:-3 2025-03-01:5 2025-04-01:-9", "2025-01-01:5 2025-02-01:-0"} {
		if r, err := FlowRate(flows(t, bad)); err == nil {
			t.Errorf("FlowRate(%q) = %v, want an error", bad, r.Effective)
		}
	}
}

func TestCut(t *testing.T) {
	check(t, "cut", in{"amount": "10000", "received": "8000"}, "cut=2,000 cut_found=short")
	check(t, "cut", in{"amount": "10000", "received": "10000"}, "cut=0 cut_found=full")
	check(t, "cut", in{"amount": "8000", "received": "10000"}, "cut=0 cut_found=more")
	check(t, "cut", in{"amount": "?", "received": "10000"}, "cut=- cut_found=-")
}

func TestPaidCheck(t *testing.T) {
	check(t, "paid_check", in{"plan": "12x1000", "repaid": "12000"}, "plan_due=12,000 paid_check=all")
	check(t, "paid_check", in{"plan": "12x1000", "repaid": "11999.99"}, "plan_due=12,000 paid_check=less")
	check(t, "paid_check", in{"plan": "2025-02-01:1000,2025-07-01:10000", "repaid": "11000"},
		"plan_due=11,000 paid_check=all")
}

// The basis points are those of the root, on every machine: half a point below
// still repays more than was received, half a point above no longer.
func TestNominalIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		received := fact.Fen(rapid.Int64Range(1000, 1e9).Draw(t, "received"))
		periods := rapid.IntRange(1, 60).Draw(t, "periods")
		each := fact.Fen(rapid.Int64Range(int64(received)/int64(periods)+1,
			int64(received)*3/int64(periods)+2).Draw(t, "each"))
		r, err := PlanRate(received, fact.Plan{Periods: periods, Each: each})
		if err != nil {
			t.Fatal(err)
		}
		pays, _ := instalments(&fact.Plan{Periods: periods, Each: each})
		if n := int64(r.Nominal); n > 0 && above(received, pays, 2*n-1, 240_000) < 0 ||
			above(received, pays, 2*n+1, 240_000) >= 0 {
			t.Fatalf("%d of %d×%d: %v is not the nearest", received, periods, each, r.Nominal)
		}
		month, _ := r.exact.Float64()
		if e := (math.Pow(1+month/12, 12) - 1) * 1e4; r.Beyond {
			if e < float64(fact.MaxRate)*0.99 {
				t.Fatalf("effective left out, is %.2f", e)
			}
		} else if math.Abs(e-float64(r.Effective)) > 0.51+e*1e-9 {
			t.Fatalf("effective %v, want %.2f", r.Effective, e)
		}
	})
}

// A guess that is off by some points is put right, whichever way; the tie of
// exactly half a point goes up.
func TestConfirmed(t *testing.T) {
	pays := make([]fact.Fen, 12)
	for i := range pays {
		pays[i] = fact.Yuan(1000)
	}
	for _, guess := range []int64{3490, 3506, 3507, 3508, 3520} {
		if got := confirmed(guess, yearlyAbove(fact.Yuan(10_000), pays)); got != 3507 {
			t.Errorf("from %d: %v, want 35.07%%", guess, got)
		}
	}
	// 240,000 in, 240,001 back a month later: 12 ÷ 240,000 is half a point.
	if got := confirmed(0, yearlyAbove(240_000, []fact.Fen{240_001})); got != 1 {
		t.Errorf("half a point = %v, want 0.01%%", got)
	}
	if got := confirmed(1, yearlyAbove(240_001, []fact.Fen{240_002})); got != 0 {
		t.Errorf("just under half a point = %v, want 0.00%%", got)
	}
}

// Dated payments are monthly where they are 28 to 31 days apart.
func TestInstalments(t *testing.T) {
	for gap, want := range map[fact.Date]bool{27: false, 28: true, 31: true, 32: false} {
		if _, got := instalments(&fact.Plan{Flow: []fact.Payment{{On: 100, Amount: 1},
			{On: 100 + gap, Amount: 1}}}); got != want {
			t.Errorf("%d days apart: monthly %v, want %v", gap, got, want)
		}
	}
}

// Paying more never lowers the rate; receiving more never raises it.
func TestRateIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		received := fact.Fen(rapid.Int64Range(10_000, 1e8).Draw(t, "received"))
		n := rapid.IntRange(1, 48).Draw(t, "periods")
		each := received/fact.Fen(n) + fact.Fen(rapid.Int64Range(1, 100_000).Draw(t, "above"))
		more := fact.Fen(rapid.Int64Range(0, 50_000).Draw(t, "more"))
		at := func(received, each fact.Fen) fact.Rate {
			r, err := PlanRate(received, fact.Plan{Periods: n, Each: each})
			if err != nil {
				t.Fatal(err)
			}
			return r.Nominal
		}
		if at(received, each+more) < at(received, each) ||
			at(received, each) > at(received-min(more, received/2), each) {
			t.Fatalf("%d of %d×%d is not monotone in %d", received, n, each, more)
		}
	})
}

// A loan at a rate comes back as that rate: the inverse of one payment.
func TestOnePaymentInverts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		received := fact.Yuan(rapid.Int64Range(1_000, 1_000_000).Draw(t, "yuan"))
		want := fact.Rate(rapid.Int64Range(0, 400_000).Draw(t, "rate"))
		days := rapid.IntRange(30, 3650).Draw(t, "days")
		cost, _ := SimpleInterest(received, want, days)
		r, err := PlanRate(received, fact.Plan{Days: days, Total: received + cost})
		if err != nil {
			t.Fatal(err)
		}
		// half a fen of the cost, as a rate
		slack := fact.Rate(math.Ceil(0.5 * 365 * 1e4 / float64(received) / float64(days)))
		if d := r.Nominal - want; d > slack || -d > slack {
			t.Fatalf("%v over %d days comes back as %v", want, days, r.Nominal)
		}
	})
}

// Dated monthly flows have the rate of the same plan without dates.
func TestFlowRateAgreesWithPlanRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 36).Draw(t, "n")
		received := fact.Yuan(rapid.Int64Range(1000, 100_000).Draw(t, "received"))
		each := received/fact.Fen(n) + fact.Fen(rapid.Int64Range(1, 100_000).Draw(t, "above"))
		start := fact.NewDate(2024, 1, rapid.IntRange(1, 31).Draw(t, "day"))
		flow := []fact.Payment{{On: start, Amount: -received}}
		for k := 1; k <= n; k++ {
			flow = append(flow, fact.Payment{On: start.AddMonths(k), Amount: each})
		}
		byDate, err1 := FlowRate(flow)
		byPlan, err2 := PlanRate(received, fact.Plan{Periods: n, Each: each})
		if err1 != nil || err2 != nil || byDate.Nominal != byPlan.Nominal || byDate.Effective != byPlan.Effective {
			t.Fatalf("by date %v %v, by plan %v %v (%v, %v)", byDate.Nominal, byDate.Effective, byPlan.Nominal,
				byPlan.Effective, err1, err2)
		}
	})
}

func ExamplePlanRate() {
	r, _ := PlanRate(fact.Yuan(10_000), fact.Plan{Periods: 12, Each: fact.Yuan(1_000)})
	fmt.Println(r.Nominal)
	fmt.Println(r.Formula.In(fact.ZH))
	_, err := PlanRate(fact.Yuan(10_000), fact.Plan{Periods: 12, Each: fact.Yuan(800)})
	fmt.Println(err)
	// Output:
	// 35.07%
	// 10,000 元 = Σ 1,000 元 ÷ (1+i)^k，k=1…12；i=2.9229%；×12 = 35.07%（名义年化，对照上限用它）；(1+i)^12−1 = 41.30%（有效年化）
	// the payments add up to CNY 9,600, less than the CNY 10,000 received, so there is no rate; check the number and the amount of the payments and the amount received
}

func ExampleFlowRate() {
	r, _ := FlowRate([]fact.Payment{
		{On: fact.NewDate(2025, 1, 1), Amount: -fact.Yuan(10_000)},
		{On: fact.NewDate(2025, 3, 10), Amount: fact.Yuan(4_000)},
		{On: fact.NewDate(2025, 11, 20), Amount: fact.Yuan(7_500)},
	})
	fmt.Println(r.Effective, r.Regular)
	// Output: 24.86% false
}

func BenchmarkPlanRate12(b *testing.B) { benchmarkPlan(b, 12) }

func BenchmarkPlanRate600(b *testing.B) { benchmarkPlan(b, 600) }

func benchmarkPlan(b *testing.B, n int) {
	b.ReportAllocs()
	plan := fact.Plan{Periods: n, Each: fact.Yuan(12_000) / fact.Fen(n) * 2}
	for b.Loop() {
		if _, err := PlanRate(fact.Yuan(10_000), plan); err != nil {
			b.Fatal(err)
		}
	}
}
