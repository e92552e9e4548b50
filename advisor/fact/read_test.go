package fact

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestReadMoney(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want Fen
	}{
		{"0", 0}, {"2000", Yuan(2000)}, {"2,000", Yuan(2000)}, {"2，000", Yuan(2000)}, {"2,000.50", 200050},
		{"0.5", 50}, {"1.50000", 150}, {"２０００元", Yuan(2000)}, {"¥2000", Yuan(2000)}, {"￥ 2,000.5", 200050},
		{" 2000 元 ", Yuan(2000)}, {"5000块", Yuan(5000)}, {"CNY 1,234.50", 123450}, {"rmb 3000", Yuan(3000)},
		{"1.5万", Yuan(15000)}, {"1.234567万", 1234567}, {"3万元", Yuan(30000)}, {"2亿", Yuan(200_000_000)},
		{"5千元", Yuan(5000)}, {" 人民币 300 元整", Yuan(300)}, {"10万亿元", MaxMoney}, {"10,000,000,000,000", MaxMoney}, {"007", Yuan(7)},
	} {
		if got, err := ReadMoney(tt.in); err != nil || got != tt.want {
			t.Errorf("ReadMoney(%q) = %d, %v; want %d", tt.in, got, err, tt.want)
		}
	}
}

func TestReadMoneyRefuses(t *testing.T) {
	for in, what := range map[string]string{
		"": "什么也没有写", "   ": "什么也没有写", "-5": "不能是负数", "−5": "不能是负数", "负5": "不能是负数", "¥-5": "不能是负数",
		"1e99": "看不懂", "abc": "看不懂", "1,00": "看不懂", "12,34": "看不懂", "1.2.3": "看不懂", "万": "看不懂", "1万5": "看不懂",
		"10 20": "看不懂", "NaN": "看不懂", "0x10": "看不懂", "一千": "看不懂", ".5": "看不懂", "5.": "看不懂",
		"1.234": "小数位太多", "1.2345678万": "小数位太多",
		"10,000,000,000,000.01": "数太大了", "99999999999999999999999": "数太大了", "11万亿": "数太大了",
		"5\x1b[2J": "看不懂「5 [2J」", strings.Repeat("9a", 60): "看不懂",
	} {
		got, err := ReadMoney(in)
		var bad *ReadError
		if !errors.As(err, &bad) || !strings.HasPrefix(bad.What.ZH, what) {
			t.Errorf("ReadMoney(%q) = %d, %v; want %s", in, got, err, what)
			continue
		}
		if bad.What.EN == "" || bad.Fix.IsZero() || bad.Kind != Money || len([]rune(bad.What.ZH)) > 46 {
			t.Errorf("ReadMoney(%q) says %+v", in, bad)
		}
	}
}

func TestReadRate(t *testing.T) {
	for in, want := range map[string]Rate{
		"24": 2400, "24%": 2400, "２４％": 2400, "13.8": 1380, "24.50 %": 2450, "百分之24": 2400, "0": 0, "0.24": 24,
		"2,234.69%": 223469, "24 percent": 2400,
	} {
		if got, err := ReadRate(in); err != nil || got != want {
			t.Errorf("ReadRate(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-1", "24.001", "月息2", "2分", "1e3", "1000001", "%", "24%%"} {
		if got, err := ReadRate(in); err == nil {
			t.Errorf("ReadRate(%q) = %v, want an error", in, got)
		}
	}
}

func TestReadShare(t *testing.T) {
	for in, want := range map[string]Share{"18.42915%": 184_291_500, "100%": 1e9, "0.0000001": 1, "百分之5": 50_000_000} {
		if got, err := ReadShare(in); err != nil || got != want {
			t.Errorf("ReadShare(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-1", "100.0000001", "101%", "0.00000001", "x"} {
		if got, err := ReadShare(in); err == nil {
			t.Errorf("ReadShare(%q) = %v, want an error", in, got)
		}
	}
}

func TestReadNumber(t *testing.T) {
	for in, want := range map[string]int64{"12": 12, "1,200": 1200, "１２": 12, "120万": 1_200_000, "1.2万人": 12000, "30天": 30, "0": 0} {
		if got, err := ReadNumber(in); err != nil || got != want {
			t.Errorf("ReadNumber(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-1", "1.5", "1e3", "十二", "1000000000001", "9999999999999999999999"} {
		if got, err := ReadNumber(in); err == nil {
			t.Errorf("ReadNumber(%q) = %d, want an error", in, got)
		}
	}
}

func TestReadDate(t *testing.T) {
	want := day(t, "2026-11-25")
	for _, in := range []string{"2026-11-25", "2026/11/25", "2026.11.25", "2026年11月25日", "2026年11月25号", "２０２６－１１－２５",
		"20261125", " 2026 年 11 月 25 日 ", "2026。11。25"} {
		if got, err := ReadDate(in); err != nil || got != want {
			t.Errorf("ReadDate(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	if got, err := ReadDate("2026-1-5"); err != nil || got != day(t, "2026-01-05") {
		t.Errorf("ReadDate(2026-1-5) = %v, %v", got, err)
	}
	for in, what := range map[string]string{
		"2026-02-30": "2026 年 2 月没有 30 日", "2026-13-01": "没有 13 月", "2026-00-10": "没有 0 月", "2026-01-00": "2026 年 1 月没有 0 日",
		"1026-01-01": "年份要在", "26-11-25": "看不懂", "11/25/2026": "看不懂", "": "什么也没有写", "明天": "看不懂", "2026-11": "看不懂",
	} {
		got, err := ReadDate(in)
		var bad *ReadError
		if !errors.As(err, &bad) || !strings.HasPrefix(bad.What.ZH, what) || bad.Kind != Day {
			t.Errorf("ReadDate(%q) = %v, %v; want %s", in, got, err, what)
		}
	}
}

func TestReadPlan(t *testing.T) {
	for want, inputs := range map[string][]string{
		"12x1000": {"12x1000", "12×1,000", "12 X 1000 元", "12*1000", "12期x1000", "12期每期1000", "12期，每期1,000元", "分12期每期还1000元", "12个月，每月1000",
			"每期1000，共12期", "每月还1000元12期", "12 monthly payments of CNY 1,000", "12 months of 1000", "１２期每期１０００", "12期 每期 0.1万"},
		"7d2000":                            {"7天还2000", "7天后还2000元", "7日后一次还2,000", "7天2000", "7 days 2000", "7d2000", "2000 after 7 days", "CNY 2,000 in one payment after 7 days", "7 天后一次还 2,000 元", "7天后，应还2000"},
		"2025-02-01:1000,2025-03-01:1000.5": {"2025-02-01:1000,2025-03-01:1000.5", "2025-02-01 1,000 元；2025-03-01 1,000.5 元", "2025年2月1日还1000、2025年3月1日还1000.5", "2025/2/1=1000\n2025/3/1=1000.50", "2025-02-01 1000 2025-03-01 1000.5"},
	} {
		p, err := ReadPlan(want)
		if err != nil {
			t.Fatalf("ReadPlan(%q): %v", want, err)
		}
		for _, in := range inputs {
			if got, err := ReadPlan(in); err != nil || got.String() != p.String() {
				t.Errorf("ReadPlan(%q) = %v, %v; want %v", in, got.String(), err, want)
			}
		}
	}
}

func TestReadPlanRefuses(t *testing.T) {
	for _, in := range []string{"", "12", "1000", "12期12000", "0x1000", "12x0", "601x1", "3651天还5", "12x-5", "12x1e9", "x", "99999999999999999999x1",
		"2025-02-30:1000", "2025-02-01", "2025-02-01:0", "abc2025-02-01:1", "2025-2-11000", "2025-03-01:5;2025-02-01:5", "12 1000", "2025-02-01:5元多"} {
		got, err := ReadPlan(in)
		var bad *ReadError
		if !errors.As(err, &bad) || bad.Kind != Schedule || bad.What.ZH == "" || bad.What.EN == "" || bad.Fix.IsZero() {
			t.Errorf("ReadPlan(%q) = %v, %v; want an error about the plan", in, got, err)
		}
	}
}

// What is accepted prints in a form that reads as the same plan.
func FuzzReadPlan(f *testing.F) {
	for _, s := range []string{"12x1000", "7天还2000", "2025-02-01:1000,2025-03-01:1000.5", "每期1,000，共12期", "12 x 1.5万"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ReadPlan(s)
		if err != nil {
			return
		}
		if again, err := ReadPlan(p.String()); err != nil || again.String() != p.String() {
			t.Errorf("%q reads as %s, which reads as %s, %v", s, p.String(), again.String(), err)
		}
		for _, l := range []Lang{ZH, EN} {
			if again, err := ReadPlan(p.In(l)); err != nil || again.String() != p.String() {
				t.Errorf("%q reads as %s, printed %s, which reads as %s, %v", s, p.String(), p.In(l), again.String(), err)
			}
		}
		if sum := p.Sum(); sum <= 0 {
			t.Errorf("%q adds up to %d", s, sum)
		}
	})
}

func FuzzReadMoney(f *testing.F) {
	for _, s := range []string{"2000", "1.5万", "２，０００元", "¥1", "-3", "1e99"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ReadMoney(s)
		if err != nil {
			return
		}
		for _, l := range []Lang{ZH, EN} {
			if again, err := ReadMoney(n.In(l)); err != nil || again != n {
				t.Errorf("%q reads as %d, printed %s, which reads as %d, %v", s, n, n.In(l), again, err)
			}
		}
	})
}

func FuzzReadDate(f *testing.F) {
	for _, s := range []string{"2026-11-25", "2026年2月30日", "20261125"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ReadDate(s)
		if err != nil {
			return
		}
		for _, p := range []string{d.String(), d.In(ZH)} {
			if again, err := ReadDate(p); err != nil || again != d {
				t.Errorf("%q reads as %v, which reads as %v, %v", s, d, again, err)
			}
		}
	})
}

func ExampleReadMoney() {
	n, _ := ReadMoney("１.５万元")
	fmt.Println(n.In(ZH), n.In(EN))
	_, err := ReadMoney("1e99")
	fmt.Println(err)
	// Output:
	// 15,000 元 CNY 15,000
	// cannot read "1e99"; write an amount such as 2000, 2,000.50 or 1.5万; at most two decimal places and ten trillion yuan
}

func ExampleReadPlan() {
	p, _ := ReadPlan("12期，每期1,000元")
	fmt.Println(p.In(EN), "=", p.String())
	// Output: 12 monthly payments of CNY 1,000 = 12x1000
}
