package fact

import "testing"

func TestFenIn(t *testing.T) {
	for _, tt := range []struct {
		fen    Fen
		zh, en string
	}{
		{0, "0 元", "CNY 0"},
		{5, "0.05 元", "CNY 0.05"},
		{-5, "-0.05 元", "-CNY 0.05"},
		{Yuan(2000), "2,000 元", "CNY 2,000"},
		{123450, "1,234.50 元", "CNY 1,234.50"},
		{99999, "999.99 元", "CNY 999.99"},
		{-100000, "-1,000 元", "-CNY 1,000"},
		{MaxMoney, "10,000,000,000,000 元", "CNY 10,000,000,000,000"},
	} {
		if got := tt.fen.In(ZH); got != tt.zh {
			t.Errorf("%d fen in Chinese = %q, want %q", int64(tt.fen), got, tt.zh)
		}
		if got := tt.fen.In(EN); got != tt.en {
			t.Errorf("%d fen in English = %q, want %q", int64(tt.fen), got, tt.en)
		}
	}
}

func TestRateString(t *testing.T) {
	for _, tt := range []struct {
		rate Rate
		want string
	}{{0, "0.00%"}, {5, "0.05%"}, {-5, "-0.05%"}, {2400, "24.00%"}, {3507, "35.07%"}, {223469, "2234.69%"}} {
		if got := tt.rate.String(); got != tt.want {
			t.Errorf("Rate(%d) = %q, want %q", int64(tt.rate), got, tt.want)
		}
	}
}

func TestDateIn(t *testing.T) {
	d := day(t, "2026-11-30")
	if zh, en := d.In(ZH), d.In(EN); zh != "2026年11月30日" || en != "30 November 2026" {
		t.Errorf("2026-11-30 = %q, %q", zh, en)
	}
	if zh, en := Date(0).In(ZH), Date(0).In(EN); zh != "未知" || en != "not known" {
		t.Errorf("no day = %q, %q", zh, en)
	}
}

func TestPlanIn(t *testing.T) {
	for _, tt := range []struct {
		plan   Plan
		zh, en string
	}{
		{Plan{Periods: 12, Each: Yuan(1000)}, "12 期，每期 1,000 元", "12 monthly payments of CNY 1,000"},
		{Plan{Days: 7, Total: Yuan(2000)}, "7 天后一次还 2,000 元", "CNY 2,000 in one payment after 7 days"},
		{Plan{Days: 1, Total: Yuan(2000)}, "1 天后一次还 2,000 元", "CNY 2,000 in one payment after 1 day"},
		{Plan{Flow: []Payment{{day(t, "2025-02-01"), 150}}}, "2025-02-01 1.50 元", "2025-02-01 CNY 1.50"},
		{Plan{}, "", ""},
	} {
		if zh, en := tt.plan.In(ZH), tt.plan.In(EN); zh != tt.zh || en != tt.en {
			t.Errorf("%+v = %q, %q; want %q, %q", tt.plan, zh, en, tt.zh, tt.en)
		}
	}
}

func TestShareString(t *testing.T) {
	for s, want := range map[Share]string{184_291_500: "18.42915%", 1e9: "100%", 1: "0.0000001%", 0: "0%"} {
		if got := s.String(); got != want {
			t.Errorf("Share(%d) = %q, want %q", int64(s), got, want)
		}
	}
}
