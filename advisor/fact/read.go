package fact

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// A ReadError is a text that is no value of its kind: what is wrong, and what
// would be right.
type ReadError struct {
	What, Fix Text
}

func (e *ReadError) Error() string { return e.What.EN + "; " + e.Fix.EN }

// Parts are the two halves of the message.
func (e *ReadError) Parts() (what, fix Text) { return e.What, e.Fix }

func unread(zh, en, zhFix, enFix string) error {
	return &ReadError{Text{zh, en}, Text{zhFix, enFix}}
}

// tidy folds full-width characters, as Chinese input methods produce them.
func tidy(s string) string { return strings.TrimSpace(width.Narrow.String(s)) }

func short(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}

// mostMoney bounds amounts: ten trillion yuan.
const mostMoney = Fen(1e15)

var amount = regexp.MustCompile(`^[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(千|万|亿)?(?:元|块|圆)?$`)

// ReadMoney reads an amount in yuan: 12000, 12,000.50元, １２，０００元, 1.2万,
// ¥2亿. It refuses signs, exponents, more than two decimals of a yuan, and more
// than ten trillion.
func ReadMoney(s string) (Fen, error) {
	t := strings.NewReplacer("，", ",", " ", "", "人民币", "", "CNY", "", "RMB", "", "yuan", "", "整", "").Replace(tidy(s))
	fix, fixEN := "写成 12000、12,000元 或 1.2万", "write 12000, 12,000 or 1.2万 (12,000)"
	if strings.HasPrefix(t, "-") {
		return 0, unread("金额不能是负数", "an amount cannot be negative", fix, fixEN)
	}
	m := amount.FindStringSubmatch(t)
	if m == nil {
		return 0, unread("“"+short(s)+"”不是金额", strconv.Quote(short(s))+" is no amount", fix, fixEN)
	}
	scale := map[string]int{"": 0, "千": 3, "万": 4, "亿": 8}[m[3]]
	digits := strings.ReplaceAll(m[1], ",", "")
	frac := strings.TrimRight(m[2], "0")
	if len(frac) > 2+scale {
		return 0, unread("小数最多到分", "there is nothing smaller than a fen", "写到两位小数，例如 1234.50", "write at most two decimals, such as 1234.50")
	}
	n, err := strconv.ParseInt(digits+frac+strings.Repeat("0", 2+scale-len(frac)), 10, 64)
	if err != nil || Fen(n) > mostMoney {
		return 0, unread("金额太大了", "the amount is too large", "请核对位数", "please count the digits")
	}
	return Fen(n), nil
}

var percent = regexp.MustCompile(`^(\d{1,6})(?:\.(\d{1,2})0*)?(%|‰)?$`)

// ReadRate reads a yearly rate in per cent: 24, 24%, 15.4％.
func ReadRate(s string) (Rate, error) {
	m := percent.FindStringSubmatch(tidy(s))
	if m == nil || m[3] == "‰" {
		return 0, unread("“"+short(s)+"”不是年利率", strconv.Quote(short(s))+" is no yearly rate", "写成 24% 或 15.4%", "write 24% or 15.4%")
	}
	n, _ := strconv.ParseInt(m[1]+(m[2] + "00")[:2], 10, 64)
	return Rate(n), nil
}

var civil = regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?|(\d{2})(\d{2}))$`)

// ReadDate reads 2026-11-25, 2026/11/25, 2026.11.25, 20261125 or
// 2026年11月25日. It refuses days that do not exist.
func ReadDate(s string) (Date, error) {
	m := civil.FindStringSubmatch(strings.ReplaceAll(tidy(s), " ", ""))
	fix, fixEN := "写成 2026-11-25 或 2026年11月25日", "write 2026-11-25"
	if m == nil {
		return 0, unread("“"+short(s)+"”不是日期", strconv.Quote(short(s))+" is no date", fix, fixEN)
	}
	month, d := m[2]+m[4]+m[6], m[3]+m[5]+m[7]
	iso := fmt.Sprintf("%s-%02s-%02s", m[1], month, d)
	date, err := ISODate(iso)
	if err != nil {
		return 0, unread("没有 "+short(s)+" 这一天", "there is no day "+short(s), "检查月和日；"+fix, "check month and day; "+fixEN)
	}
	return date, nil
}

// ReadNumber reads a whole number that is not negative.
func ReadNumber(s string) (int64, error) {
	t := strings.ReplaceAll(tidy(s), ",", "")
	n, err := strconv.ParseInt(t, 10, 64)
	if err != nil || n < 0 || n > 1e12 {
		return 0, unread("“"+short(s)+"”不是整数", strconv.Quote(short(s))+" is no whole number", "写成 12", "write 12")
	}
	return n, nil
}

var (
	inDays = regexp.MustCompile(`^(\d+)(?:天|日|days?)(?:后)?[,;x:]?(?:一次)?(?:还)?(.+)$`)
	inFlow = regexp.MustCompile(`^\d{4}-\d{1,2}-\d{1,2}:`)
)

// ReadPlan reads a repayment plan: "12x1000" or 12期每期1000 for equal monthly
// payments, 7天还2000 for one payment, and 2025-02-01:1000,2025-03-01:1000 for
// payments by date.
func ReadPlan(s string) (Plan, error) {
	t := strings.NewReplacer("，", ",", " ", "", "；", ";").Replace(tidy(s))
	bad := func(zh, en string) (Plan, error) {
		return Plan{}, unread(zh, en, "写成 12x1000（12 期，每期 1000），或 7天还2000，或 2025-02-01:1000;2025-03-01:1000", "write 12x1000 (12 payments of 1000), 7 days 2000, or 2025-02-01:1000;2025-03-01:1000")
	}
	if inFlow.MatchString(t) {
		return readFlow(t, bad)
	}
	if m := inDays.FindStringSubmatch(t); m != nil {
		n, err := ReadNumber(m[1])
		if err != nil || n < 1 || n > 36500 {
			return bad("天数不对", "the number of days cannot be right")
		}
		total, err := ReadMoney(m[2])
		if err != nil || total == 0 {
			return bad("还款总额不对", "the amount to repay cannot be right")
		}
		return Plan{Days: int(n), Total: total}, nil
	}
	if m := regexp.MustCompile(`^(\d+)(?:(?:期|个月)[,;]?(?:每期|每月)?(?:还)?|[x*×;])(.+)$`).FindStringSubmatch(t); m != nil {
		n, err := ReadNumber(m[1])
		if err != nil || n < 1 || n > 600 {
			return bad("期数要在 1 到 600 之间", "there are 1 to 600 payments")
		}
		each, err := ReadMoney(m[2])
		if err != nil || each == 0 {
			return bad("每期金额不对", "the amount of each payment cannot be right")
		}
		return Plan{Periods: int(n), Each: each}, nil
	}
	return bad("“"+short(s)+"”不是还款计划", strconv.Quote(short(s))+" is no repayment plan")
}

func readFlow(t string, bad func(zh, en string) (Plan, error)) (Plan, error) {
	var p Plan
	for _, x := range strings.FieldsFunc(t, func(r rune) bool { return r == ';' || r == ',' }) {
		on, pay, ok := strings.Cut(x, ":")
		d, err := ReadDate(on)
		if !ok || err != nil {
			return bad("“"+short(x)+"”不是“日期:金额”", strconv.Quote(short(x))+" is not date:amount")
		}
		a, err := ReadMoney(pay)
		if err != nil || a == 0 {
			return bad("“"+short(x)+"”的金额不对", "the amount in "+strconv.Quote(short(x))+" cannot be right")
		}
		if n := len(p.Flow); n > 0 && d < p.Flow[n-1].On {
			return bad("日期要从早到晚", "payments go from early to late")
		}
		p.Flow = append(p.Flow, Payment{d, a})
	}
	if len(p.Flow) == 0 || len(p.Flow) > 255 {
		return bad("还款次数要在 1 到 255 之间", "there are 1 to 255 payments")
	}
	return p, nil
}
