package calc

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"wangdai/advisor/fact"
)

func TestCap(t *testing.T) {
	for _, tt := range []struct{ regime, date, want string }{
		{"private", "2024-10-21", "cap=12.40% lpr=3.10%"},
		{"private", "2024-10-20", "cap=13.40% lpr=3.35%"},
		{"private", "2020-08-20", "cap=15.40% lpr=3.85%"},
		{"private", "2026-10-01", "cap=12.00% lpr=3.00%"},
		{"private", "2020-08-19", "cap=- lpr=-"},
		{"private", "?", "cap=- lpr=-"},
		{"private", "2014-05-01", "cap=- lpr=-"},
		{"local", "?", "cap=24.00% lpr=-"},
		{"licensed", "2018-01-01", "cap=24.00% lpr=-"},
		{"recourse", "?", "cap=24.00% lpr=-"},
		{"void", "2024-10-21", "cap=- lpr=-"},
		{"?", "2024-10-21", "cap=- lpr=-"},
	} {
		check(t, "cap", in{"regime": tt.regime, "contract_date": tt.date}, tt.want)
	}
}

// Every change of table A2, on its day and the day before.
func TestLPRChanges(t *testing.T) {
	for i, c := range lprChanges {
		on := day(t, c.from)
		if on < fact.NewDate(2020, 8, 20) {
			continue
		}
		for d, want := range map[fact.Date]fact.Rate{on: c.rate * 4, on - 1: lprChanges[i+1].rate * 4} {
			if d < fact.NewDate(2020, 8, 20) {
				continue
			}
			if got, err := Cap(tables{}, "private", d, day(t, reportDay)); err != nil || got.Cap != want || got.Split ||
				!got.Verified {
				t.Errorf("Cap(%v) = %v, %v, want %v", d, got.Cap, err, want)
			}
		}
	}
}

func TestCapSplit(t *testing.T) {
	today := day(t, reportDay)
	c, err := Cap(tables{}, "private", day(t, "2018-05-01"), today)
	if err != nil || !c.Split || c.Old != 2400 || c.Cap != 1200 || c.Verified ||
		!strings.Contains(c.Formula.Text().ZH, "待核") {
		t.Errorf("Cap(2018-05-01) = %+v, %v", c, err)
	}
	if c, err := Cap(tables{}, "private", day(t, "2026-06-22"), today); err != nil || !c.Verified ||
		strings.Contains(c.Formula.Text().ZH, "待核") {
		t.Errorf("the last verified day: %+v, %v", c, err)
	}
	if c, err := Cap(tables{}, "private", day(t, "2026-06-23"), today); err != nil || c.Verified ||
		!strings.Contains(c.Formula.Text().EN, "not verified") {
		t.Errorf("the day after: %+v, %v", c, err)
	}
	for _, bad := range []struct{ regime, date, what string }{
		{"private", "2015-08-31", "2015年9月1日以前"}, {"void", "2024-01-01", "合同无效"},
		{"microloan", "2024-01-01", "没有“microloan”"},
	} {
		_, err := Cap(tables{}, bad.regime, day(t, bad.date), today)
		var r *Refusal
		if !errors.As(err, &r) || !strings.Contains(r.What.ZH, bad.what) {
			t.Errorf("Cap(%s, %s) = %v, want %s", bad.regime, bad.date, err, bad.what)
		}
	}
	if _, err := Cap(tables{}, "private", 0, today); err == nil {
		t.Error("a private loan of no day has a cap")
	}
}

func TestOverCap(t *testing.T) {
	for _, tt := range []struct{ rate, cap, want string }{
		{"35.07", "24", "over"}, {"25.01", "24", "over"}, {"25.00", "24", "close"}, {"24.99", "24", "close"},
		{"24", "24", "close"},
		{"23.00", "24", "close"}, {"22.99", "24", "under"}, {"13.41", "12.40", "over"}, {"13.40", "12.40", "close"},
	} {
		check(t, "over_cap", in{"real_rate": tt.rate, "cap": tt.cap}, "over_cap="+tt.want)
	}
	check(t, "over_cap", in{"real_rate": "?", "cap": "24"}, "over_cap=-")
}

func ExampleCap() {
	c, _ := Cap(tables{}, "private", fact.NewDate(2024, 10, 21), fact.NewDate(2026, 11, 25))
	fmt.Println(c.Cap)
	fmt.Println(c.Formula.In(fact.EN))
	// Output:
	// 12.40%
	// one-year LPR applying on 21 October 2024 (published on 21 October 2024) 3.10% × 4 = 12.40%
}
