package calc

import (
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

// The rulebook's own numbers (A1-08).
func TestPlanRate(t *testing.T) {
	for _, tt := range []struct {
		received int64
		plan     fact.Plan
		nominal  string
	}{
		{10000, fact.Plan{Periods: 12, Each: fact.Yuan(1000)}, "35.07%"},
		{9000, fact.Plan{Periods: 12, Each: fact.Yuan(1000)}, "56.75%"},
		{12000, fact.Plan{Periods: 12, Each: fact.Yuan(1120)}, "21.46%"},
		{1400, fact.Plan{Days: 7, Total: fact.Yuan(2000)}, "2234.69%"},
		{10000, fact.Plan{Periods: 10, Each: fact.Yuan(1000)}, "0.00%"},
	} {
		got, err := PlanRate(fact.Yuan(tt.received), tt.plan)
		if err != nil || got.Nominal.String() != tt.nominal {
			t.Errorf("PlanRate(%d, %s) = %s, %v; want %s", tt.received, tt.plan.In(fact.ZH), got.Nominal, err, tt.nominal)
		}
		if got.Formula.ZH == "" || got.Formula.EN == "" {
			t.Errorf("PlanRate(%d): no working", tt.received)
		}
	}
	if r, err := PlanRate(fact.Yuan(10000), fact.Plan{Periods: 12, Each: fact.Yuan(500)}); err == nil {
		t.Errorf("a plan that never repays has the rate %s", r.Nominal)
	}
}

// Less money for the same payments is never cheaper.
func TestRateFallsWithMoneyReceived(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "periods")
		each := rapid.Int64Range(100, 1000000).Draw(t, "each")
		total := int64(n) * each
		a := rapid.Int64Range(total/2+1, total).Draw(t, "received")
		b := rapid.Int64Range(a, total).Draw(t, "more")
		plan := fact.Plan{Periods: n, Each: fact.Fen(each)}
		x, err1 := PlanRate(fact.Fen(a), plan)
		y, err2 := PlanRate(fact.Fen(b), plan)
		if err1 == nil && err2 == nil && x.Nominal < y.Nominal {
			t.Errorf("%d for %d costs %s, %d costs %s", a, total, x.Nominal, b, y.Nominal)
		}
	})
}

// The official fee table (诉讼费用交纳办法第13、14条), boundaries included.
func TestCourtFee(t *testing.T) {
	for _, tt := range []struct {
		amount int64
		kind   string
		want   string
	}{
		{1, "property", "50"}, {10000, "property", "50"}, {20000, "property", "300"}, {100000, "property", "2300"},
		{200000, "property", "4300"}, {500000, "property", "8800"}, {1000000, "property", "13800"},
		{1000, "preservation", "30"}, {100000, "preservation", "1020"}, {1000000, "preservation", "5000"},
	} {
		fee, f, err := CourtFee(fact.Yuan(tt.amount), tt.kind)
		if err != nil || fee.Plain() != tt.want || f.ZH == "" {
			t.Errorf("CourtFee(%d, %s) = %s, %v; want %s", tt.amount, tt.kind, fee.Plain(), err, tt.want)
		}
	}
	if _, _, err := CourtFee(fact.Yuan(1), "wedding"); err == nil {
		t.Error("an unknown kind has a fee")
	}
}

// 民诉法第264条、法释〔2014〕8号第1条: 50,000 for a year is 3,193.75.
func TestInterest(t *testing.T) {
	if got, _ := DelayedInterest(fact.Yuan(50000), 365); got.Plain() != "3193.75" {
		t.Errorf("DelayedInterest = %s, want 3193.75", got.Plain())
	}
	if got, _ := SimpleInterest(fact.Yuan(50000), 300, 365); got.Plain() != "1500" {
		t.Errorf("SimpleInterest = %s, want 1500", got.Plain())
	}
}

func TestPrincipal(t *testing.T) {
	r := Principal(fact.Yuan(150000), fact.Yuan(48000), 0)
	if r.Criminal.Plain() != "102000" {
		t.Errorf("criminal basis %s, want 102000", r.Criminal.Plain())
	}
}

// Every calculator has a working name, inputs and results, and none twice.
func TestRegistry(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Specs() {
		if s.Run == nil || len(s.Takes) == 0 || len(s.Gives) == 0 || seen[s.Name] {
			t.Errorf("calculator %q is incomplete or stands twice", s.Name)
		}
		seen[s.Name] = true
		if got, ok := Lookup(s.Name); !ok || got.Name != s.Name {
			t.Errorf("Lookup(%q) finds %q", s.Name, got.Name)
		}
	}
}

func BenchmarkPlanRate(b *testing.B) {
	for b.Loop() {
		_, _ = PlanRate(fact.Yuan(10000), fact.Plan{Periods: 12, Each: fact.Yuan(1000)})
	}
}
