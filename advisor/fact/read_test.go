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
		{"5千元", Yuan(5000)}, {" 人民币 300 元整", Yuan(300)}, {"10万亿元", MaxMoney},
		{"10,000,000,000,000", MaxMoney}, {"007", Yuan(7)},
		{"0123", Yuan(123)}, {"012000", Yuan(12000)}, {"1。5万", Yuan(15000)}, {"1｡5万", Yuan(15000)},
		{"１．５万", Yuan(15000)}, {"\ufeff12000", Yuan(12000)},
		{"2000。", Yuan(2000)}, {"1.2w", Yuan(12000)}, {"1w", Yuan(10000)}, {"１W", Yuan(10000)}, {"12k", Yuan(12000)},
		{"1万2", Yuan(12000)},
		{"1万5千", Yuan(15000)}, {"3千5", Yuan(3500)}, {"5百", Yuan(500)}, {"1万2000", Yuan(12000)},
		{"2百万", Yuan(2_000_000)}, {"1亿2", Yuan(120_000_000)},
		{"三千", Yuan(3000)}, {"一千", Yuan(1000)}, {"壹万", Yuan(10000)}, {"壹万贰仟元整", Yuan(12000)},
		{"六千八", Yuan(6800)}, {"一百二", Yuan(120)},
		{"12000\r\n", Yuan(12000)}, {"\u200b12000\u202c", Yuan(12000)},
	} {
		if got, err := ReadMoney(tt.in); err != nil || got != tt.want {
			t.Errorf("ReadMoney(%q) = %d, %v; want %d", tt.in, got, err, tt.want)
		}
	}
}

func TestReadMoneyRefuses(t *testing.T) {
	for in, what := range map[string]string{
		"": "什么也没有写", "   ": "什么也没有写", "-5": "不能是负数", "−5": "不能是负数", "负5": "不能是负数",
		"¥-5":  "不能是负数",
		"1e99": "看不懂", "abc": "看不懂", "1,00": "看不懂", "12,34": "看不懂", "1.2.3": "看不懂", "万": "看不懂",
		"千": "看不懂", "十百": "看不懂", "1万20": "看不懂", "1千5万": "看不懂", "1万0": "看不懂",
		"一万零":   "看不懂",
		"10 20": "看不懂", "NaN": "看不懂", "0x10": "看不懂", "0o17": "看不懂", "1_000": "看不懂", "约12000": "看不懂",
		"1、000":     "看不懂",
		"5000\r300": "看不懂", "5000\n300": "看不懂", "50\x0000": "看不懂", "50\x0800": "看不懂", ".5": "看不懂",
		"5.":    "看不懂",
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
	for in, want := range map[string]Share{"18.42915%": 184_291_500, "100%": 1e9, "0.0000001": 1,
		"百分之5": 50_000_000} {
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
	for in, want := range map[string]int64{"12": 12, "1,200": 1200, "１２": 12, "120万": 1_200_000, "1.2万人": 12000,
		"30天": 30, "0": 0, "012": 12,
		"十二": 12, "十二期": 12, "两百": 200, "1万2": 12000, "3千人": 3000} {
		if got, err := ReadNumber(in); err != nil || got != want {
			t.Errorf("ReadNumber(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-1", "1.5", "1e3", "0x1f", "0o17", "几百", "1\n2", "1000000000001",
		"9999999999999999999999"} {
		if got, err := ReadNumber(in); err == nil {
			t.Errorf("ReadNumber(%q) = %d, want an error", in, got)
		}
	}
}

func TestReadDate(t *testing.T) {
	want := day(t, "2026-11-25")
	for _, in := range []string{"2026-11-25", "2026/11/25", "2026.11.25", "2026年11月25日", "2026年11月25号",
		"２０２６－１１－２５",
		"20261125", " 2026 年 11 月 25 日 ", "2026。11。25", "２０２６。１１。２５", "\ufeff2026-11-25\r"} {
		if got, err := ReadDate(in); err != nil || got != want {
			t.Errorf("ReadDate(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	if got, err := ReadDate("2026-1-5"); err != nil || got != day(t, "2026-01-05") {
		t.Errorf("ReadDate(2026-1-5) = %v, %v", got, err)
	}
	for in, what := range map[string]string{
		"2026-02-30": "2026 年 2 月没有 30 日", "2026-13-01": "没有 13 月", "2026-00-10": "没有 0 月",
		"2026-01-00": "2026 年 1 月没有 0 日",
		"1026-01-01": "年份要在", "26-11-25": "看不懂", "11/25/2026": "看不懂", "": "什么也没有写", "明天": "看不懂",
		"2026-11": "看不懂",
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
		"12x1000": {"12x1000", "12×1,000", "12 X 1000 元", "12*1000", "12期x1000", "12期每期1000", "12期，每期1,000元",
			"分12期每期还1000元", "12个月，每月1000",
			"每期1000，共12期", "每月还1000元12期", "12 monthly payments of CNY 1,000", "12 months of 1000",
			"１２期每期１０００", "12期 每期 0.1万", "12期、每期1000", "12期。每期1000",
			"1000元x12", "1,000x12", "1000x12期", "1000.00*12", "12x1k", "12x1000元", "12期x1000元", "012x1000"},
		"7d2000": {"7天还2000", "7天后还2000元", "7日后一次还2,000", "7天2000", "7 days 2000", "7d2000",
			"2000 after 7 days", "CNY 2,000 in one payment after 7 days", "7 天后一次还 2,000 元", "7天后，应还2000"},
		"2025-02-01:1000,2025-03-01:1000.5": {"2025-02-01:1000,2025-03-01:1000.5",
			"2025-02-01 1,000 元；2025-03-01 1,000.5 元", "2025年2月1日还1000、2025年3月1日还1000.5",
			"2025/2/1=1000\n2025/3/1=1000.50", "2025-02-01 1000 2025-03-01 1000.5",
			"2025-02-01:1000、2025-03-01:1000.5。", "20250201:1000,20250301:1000.5",
			"2025-02-01 1000\r2025-03-01 1000.50", "2025-02-01 1000\r\n2025-03-01 1000.50\r\n",
			"第1期 2025-02-01 1,000.00\n第2期 2025-03-01 1,000.50",
			"第一期：2025-02-01 1000元；第二期：2025-03-01 1000.5元", "2025-02-01：1000，2025-03-01：1000.5"},
		"24x20元":          {"24期x20元", "24期，每期20元", "24x20元", "24x20.00", "每月20，共24期"},
		"600x1元":          {"600期每期1元"},
		"600x600":         {"600期每期600元"},
		"1x1000000000000": {"1期每期1万亿"},
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
	for _, in := range []string{"", "12", "1000", "12期12000", "0x1000", "12x0", "601x1", "3651天还5", "12x-5",
		"12x1e9", "x", "99999999999999999999x1",
		"2025-02-30:1000", "2025-02-01", "2025-02-01:0", "abc2025-02-01:1", "2025-2-11000", "2025-03-01:5;2025-02-01:5",
		"12 1000", "2025-02-01:5元多",
		"2025-02-01:10002025-03-01:5", "第1期 2025-02-01 5 已还", "1月1日 2025-02-01:5", "5000\r300"} {
		got, err := ReadPlan(in)
		var bad *ReadError
		if !errors.As(err, &bad) || bad.Kind != Schedule || bad.What.ZH == "" || bad.What.EN == "" || bad.Fix.IsZero() {
			t.Errorf("ReadPlan(%q) = %v, %v; want an error about the plan", in, got, err)
		}
	}
}

// Two bare numbers of which the second may as well be the count are never taken
// one way in silence.
func TestReadPlanTwoWays(t *testing.T) {
	for in, want := range map[string]string{
		"500x12": "「500x12」有两种读法：500 期，每期 12 元；或者 12 期，每期 500 元；前一种写 500x12元，" +
			"后一种写 12x500",
		"500*12":   "有两种读法",
		"５００×１２":   "有两种读法",
		"100x50":   "后一种写 50x100",
		"24x20":    "前一种写 24x20元，后一种写 20x24",
		"1000x12":  "期数要在 1 到 600 之间；期数写在前面：12 期，每期 1,000 元写成 12x1000",
		"10000x36": "写成 36x10000",
	} {
		_, err := ReadPlan(in)
		if n, ok := NoticeIn(err); !ok || !strings.Contains(n.In(ZH), want) || n.What.EN == "" || n.Fix.EN == "" {
			t.Errorf("ReadPlan(%q) says %v, want %s", in, n.In(ZH), want)
		}
	}
	for in, want := range map[string]string{"12x500": "12x500", "12x12": "12x12", "500期x12元": "500x12元",
		"500x12元": "500x12元", "500x12期": "12x500", "500元*12": "12x500"} {
		if p, err := ReadPlan(in); err != nil || p.String() != want {
			t.Errorf("ReadPlan(%q) = %v, %v; want %s", in, p.String(), err, want)
		}
	}
}

func TestReadEntries(t *testing.T) {
	want := "[{2025-08-01 demand} {2025-09-02 suit}]"
	for _, in := range []string{"2025-08-01 demand; 2025-09-02 suit", "2025-08-01:demand;2025-09-02:suit",
		"2025-08-01：demand；2025-09-02：suit。",
		"2025-08-01 demand\r2025-09-02 suit", "2025-08-01 demand\r\n2025-09-02 suit\r\n",
		"2025-08-01 demand，2025-09-02 suit", "2025年8月1日demand、2025年9月2日suit",
		"２０２５－０８－０１　demand；２０２５－０９－０２　suit", "20250801 demand;20250902 suit",
		"\ufeff2025。8。1 demand\n\n2025/9/2 suit"} {
		if got, err := ReadEntries(in); err != nil || fmt.Sprint(got) != want {
			t.Errorf("ReadEntries(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	if got, err := ReadEntries("demand"); got != nil || err != nil {
		t.Errorf("a text without a day: %v, %v", got, err)
	}
	for _, in := range []string{"demand 2025-08-01 x", "2025-08-01 12025-09-02 2", "2025-02-30 x", "2025-8-0112"} {
		if got, err := ReadEntries(in); err == nil {
			t.Errorf("ReadEntries(%q) = %v, want an error", in, got)
		}
	}
}

func TestReadFlow(t *testing.T) {
	want := "[{2025-01-05 -1000000} {2025-02-05 1100000}]"
	for _, in := range []string{"2025-01-05:10000,2025-02-05:-11000", "2025-01-05:10000,2025-02-05: -11000",
		"2025-01-05:10000,2025-02-05:－11000",
		"2025-01-05:10000,2025-02-05:−11000", "2025-01-05：10000，2025-02-05：-11000",
		"2025-01-05:10,000.00,2025-02-05:-11,000.00",
		"2025-01-05 10000\n2025-02-05 -11000", "2025-01-05 10000\r\n2025-02-05 -11000\r\n",
		"2025年1月5日：+1万；2025年2月5日：-1.1万", "20250105:10000,20250205:-11000"} {
		if got, err := ReadFlow(in); err != nil || fmt.Sprint(got) != want {
			t.Errorf("ReadFlow(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	for in, what := range map[string]string{"": "什么也没有写", "x": "看不懂", "2025-02-30:5": "没有 30 日",
		"2025-01-05:0":               "每笔金额要大于 0",
		"2025-02-05:5,2025-01-05:-6": "日期要从早到晚", "2025-01-05:10000,x": "看不懂",
		"2025-01-05:--5": "不能是负数"} {
		_, err := ReadFlow(in)
		if n, ok := NoticeIn(err); !ok || !strings.Contains(n.What.ZH, what) ||
			!strings.Contains(n.Fix.ZH, "2025-02-01:-1000") {
			t.Errorf("ReadFlow(%q) says %v, want %s", in, n, what)
		}
	}
}

// Every limit holds for values that were not read from a text.
func TestCheck(t *testing.T) {
	many := make([]Payment, MaxPayments+1)
	for i := range many {
		many[i] = Payment{NewDate(2025, 1, 1), 1}
	}
	day1, day2 := NewDate(2025, 2, 1), NewDate(2025, 6, 1)
	for what, bad := range map[string]struct {
		k Kind
		v Value
	}{
		"不能是负数":                   {Money, Of(-1)},
		"数太大了":                    {Money, Of(int64(MaxMoney) + 1)},
		"the number is too large": {Number, Of(MaxNumber + 1)},
		"年份要在":                    {Day, Of(5)},
		"期数要在 1 到 600 之间":         {Schedule, Value{Plan: &Plan{Periods: 7000, Each: 3000}}},
		"天数要在 1 到 3,650 之间":       {Schedule, Value{Plan: &Plan{Days: 4000, Total: 2000}}},
		"混着几种写法":                  {Schedule, Value{Plan: &Plan{Days: 4, Total: 2000, Periods: 2, Each: 1}}},
		"是空的":                     {Schedule, Value{}},
		"每笔金额要大于 0":               {Schedule, Value{Plan: &Plan{Periods: 3}}},
		"最多 255 笔":                {Schedule, Value{Plan: &Plan{Flow: many}}},
		"日期要从早到晚：第 2 笔（2025-02-01）早于前一笔（2025-06-01）": {Schedule,
			Value{Plan: &Plan{Flow: []Payment{{day2, 1}, {day1, 1}}}}},
		"年份要在 1949": {History, Value{Events: []Event{{On: 3}}}},
		"最多 255 件事": {History, Value{Events: make([]Event, MaxPayments+1)}},
	} {
		n, ok := NoticeIn(bad.k.Check(bad.v))
		if text := n.In(ZH) + n.In(EN); !ok || !strings.Contains(text, what) || n.Fix.IsZero() {
			t.Errorf("%s: Check says %q, want %s", bad.k, text, what)
		}
	}
	for k, v := range map[Kind]Value{Money: Of(0), Percent: Of(int64(MaxRate)), Day: OfDate(day1),
		Schedule: {Plan: &Plan{Flow: []Payment{{day1, 1}, {day1, 2}}}}, History: {}, Choice: Of(99)} {
		if err := k.Check(v); err != nil {
			t.Errorf("%s: Check says %v", k, err)
		}
	}
}

// What is accepted prints in a form that reads as the same plan.
func FuzzReadPlan(f *testing.F) {
	for _, s := range []string{"12x1000", "7天还2000", "2025-02-01:1000,2025-03-01:1000.5", "每期1,000，共12期",
		"12 x 1.5万"} {
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
				t.Errorf("%q reads as %s, printed %s, which reads as %s, %v", s, p.String(), p.In(l),
					again.String(), err)
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
		if list, err := ReadEntries(s + " x"); err != nil || len(list) != 1 || list[0] != (Entry{d, "x"}) {
			t.Errorf("%q reads as %v, but leads a list as %v, %v", s, d, list, err)
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
