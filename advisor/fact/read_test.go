package fact

import "testing"

func TestReadMoney(t *testing.T) {
	for s, want := range map[string]Fen{
		"12000": 1200000, "12,000": 1200000, "１２，０００元": 1200000, "1.2万": 1200000, "¥2亿": 20000000000,
		"0.5": 50, "1234.50元": 123450, "1234.5": 123450, "10.00": 1000, "1.23456万": 1234560, "5千": 500000, " 人民币 300 元整": 30000,
	} {
		if got, err := ReadMoney(s); err != nil || got != want {
			t.Errorf("ReadMoney(%q) = %d, %v; want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"-5", "1e99", "1.234", "", "元", "十", "1,00", "99999999999999999999", "1.2.3", "NaN", "0x10"} {
		if got, err := ReadMoney(s); err == nil {
			t.Errorf("ReadMoney(%q) = %d, want an error", s, got)
		}
	}
}

func TestReadDate(t *testing.T) {
	for _, s := range []string{"2026-11-25", "2026/11/25", "2026.11.25", "2026年11月25日", "２０２６－１１－２５", "20261125", "2026 年 11 月 25 号"} {
		if got, err := ReadDate(s); err != nil || got.String() != "2026-11-25" {
			t.Errorf("ReadDate(%q) = %v, %v", s, got, err)
		}
	}
	if got, err := ReadDate("2026-1-5"); err != nil || got.String() != "2026-01-05" {
		t.Errorf("ReadDate(2026-1-5) = %v, %v", got, err)
	}
	for _, s := range []string{"2026-02-30", "2026-13-01", "11-25", "yesterday", "2026-00-10", ""} {
		if got, err := ReadDate(s); err == nil {
			t.Errorf("ReadDate(%q) = %v, want an error", s, got)
		}
	}
}

func TestReadRate(t *testing.T) {
	for s, want := range map[string]Rate{"24": 2400, "24%": 2400, "15.4％": 1540, "35.07": 3507, "0.5%": 50} {
		if got, err := ReadRate(s); err != nil || got != want {
			t.Errorf("ReadRate(%q) = %d, %v; want %d", s, got, err, want)
		}
	}
	for _, s := range []string{"-1%", "1e3", "24‰", "abc", "1.234%"} {
		if got, err := ReadRate(s); err == nil {
			t.Errorf("ReadRate(%q) = %d, want an error", s, got)
		}
	}
}

func TestReadPlan(t *testing.T) {
	for s, want := range map[string]string{
		"12x1000": "12 期，每期 1,000 元", "12期每期1000": "12 期，每期 1,000 元", "12 期，每期 1,000 元": "12 期，每期 1,000 元", "12*888.50": "12 期，每期 888.50 元",
		"7天还2000": "7 天后一次还 2,000 元", "7 days 2000": "7 天后一次还 2,000 元", "7天后一次还 2,000元": "7 天后一次还 2,000 元",
		"2025-02-01:1000;2025-03-01:500": "2025-02-01 1,000 元；2025-03-01 500 元",
	} {
		got, err := ReadPlan(s)
		if err != nil || got.In(ZH) != want {
			t.Errorf("ReadPlan(%q) = %q, %v; want %q", s, got.In(ZH), err, want)
		}
	}
	for _, s := range []string{"", "12", "0x100", "12x-5", "x", "2025-03-01:5;2025-02-01:5", "12x0", "999x5"} {
		if got, err := ReadPlan(s); err == nil {
			t.Errorf("ReadPlan(%q) = %q, want an error", s, got.In(ZH))
		}
	}
}

func TestFormat(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{Fen(200000).In(ZH), "2,000 元"}, {Fen(123456789).In(EN), "CNY 1,234,567.89"}, {Fen(5).In(ZH), "0.05 元"},
		{Rate(3507).String(), "35.07%"}, {Rate(223469).String(), "2234.69%"}, {Rate(5).String(), "0.05%"},
		{NewDate(2026, 11, 30).In(ZH), "2026年11月30日"}, {NewDate(2026, 11, 30).In(EN), "30 November 2026"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("1.2万")
	f.Add("12x1000")
	f.Add("2026年11月25日")
	f.Fuzz(func(t *testing.T, s string) {
		if m, err := ReadMoney(s); err == nil {
			if again, err := ReadMoney(m.In(ZH)); err != nil || again != m {
				t.Errorf("%q reads as %d, which reads as %d, %v", s, m, again, err)
			}
		}
		if d, err := ReadDate(s); err == nil {
			if again, err := ReadDate(d.In(ZH)); err != nil || again != d {
				t.Errorf("%q reads as %v, which reads as %v, %v", s, d, again, err)
			}
		}
		if p, err := ReadPlan(s); err == nil && p.Sum() <= 0 {
			t.Errorf("%q reads as the empty plan %v", s, p)
		}
	})
}
