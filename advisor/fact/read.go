package fact

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// How people write amounts, days and plans on a Chinese keyboard: full-width
// digits, 万 and 亿, 元 before or after, three kinds of date. The readers take
// all of it and refuse whatever could be meant two ways.

// A ReadError says what could not be read and what would be right, to the
// person who typed it.
type ReadError struct {
	Kind      Kind
	Input     string
	What, Fix Text
}

// Error is the English of both halves.
func (e *ReadError) Error() string { return e.What.EN + "; " + e.Fix.EN }

// Parts are the two halves of the message.
func (e *ReadError) Parts() (what, fix Text) { return e.What, e.Fix }

// The largest things that can be read. They keep every sum in range and catch
// a slip of the keyboard; no loan of a natural person comes near.
const (
	MaxMoney    Fen   = 10_000_000_000_000 * 100 // ten trillion yuan
	MaxRate     Rate  = 1_000_000 * 100          // 1,000,000% a year
	MaxNumber   int64 = 1_000_000_000_000
	MaxPeriods        = 600  // fifty years of months
	MaxDays           = 3650 // ten years
	MaxPayments       = 255  // dated payments; a code keeps their number in a byte
	minYear           = 1949
	maxYear           = 2149
)

// narrow turns full-width characters into their ASCII twins, lowers letters
// and drops spaces, but for one between two digits: that may be a separator
// (2025-02-01 1000) and is never part of a number.
func narrow(s string) string {
	var b strings.Builder
	last, gap := ' ', false
	for _, r := range s {
		switch r {
		case ' ', '\t', '\u00a0', '\u3000':
			gap = true
			continue
		}
		r = ascii(r)
		if gap && digit(last) && digit(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, gap = r, false
	}
	return b.String()
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

func ascii(r rune) rune {
	switch {
	case r >= '！' && r <= '～':
		r -= '！' - '!'
	case r == '。':
		r = '.'
	case r == '￥':
		r = '¥'
	case r == '×' || r == '✕':
		r = 'x'
	case r == '−' || r == '–' || r == '—':
		r = '-'
	}
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
}

var (
	decimalShape = regexp.MustCompile(`^([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?$`)
	moneyHead    = regexp.MustCompile(`^(?:¥|cny|rmb|人民币)`)
	moneyTail    = regexp.MustCompile(`(?:元整|元|圆|块钱|块|yuan|cny|rmb)$`)
	numberTail   = regexp.MustCompile(`(?:人|名|个|次|天|日|月|年|期|岁)$`)
	rateTail     = regexp.MustCompile(`(?:%|percent)$`)
)

// myriads are the endings that multiply a number by a power of ten.
var myriads = []struct {
	word   string
	places int
}{{"万亿", 12}, {"亿", 8}, {"万", 4}, {"千", 3}}

// power cuts 万, 亿 or 千 off the end and tells the power of ten it stands for.
func power(s string) (rest string, places int) {
	for _, m := range myriads {
		if cut, ok := strings.CutSuffix(s, m.word); ok {
			return cut, m.places
		}
	}
	return s, 0
}

// scaled reads a decimal number as an integer count of 10^-places, shifted up
// by ten^up. It fails where digits would be lost or the count passes limit.
func scaled(s string, up, places int, limit int64) (n int64, fault fault) {
	m := decimalShape.FindStringSubmatch(s)
	if m == nil {
		return 0, junk
	}
	part := strings.TrimRight(m[2], "0")
	room := up + places - len(part)
	if room < 0 {
		return 0, tooFine
	}
	digits := strings.TrimLeft(strings.ReplaceAll(m[1], ",", "")+part, "0")
	if digits == "" {
		return 0, none
	}
	if len(digits)+room > 18 {
		return 0, tooLarge
	}
	n, err := strconv.ParseInt(digits+strings.Repeat("0", room), 10, 64)
	if err != nil || n > limit {
		return 0, tooLarge
	}
	return n, none
}

// A fault is why a number was refused.
type fault int

const (
	none fault = iota
	junk
	tooFine
	tooLarge
)

// refuse words a fault for the person.
func refuse(k Kind, input string, f fault, negative bool, fix Text) *ReadError {
	e := &ReadError{Kind: k, Input: input, Fix: fix}
	switch {
	case negative:
		e.What = Text{"不能是负数", "it cannot be negative"}
	case strings.TrimSpace(input) == "":
		e.What = Text{"什么也没有写", "nothing was written"}
	case f == tooFine:
		e.What = Text{"小数位太多", "too many decimal places"}
	case f == tooLarge:
		e.What = Text{"数太大了", "the number is too large"}
	default:
		e.What = Text{"看不懂「" + shown(input) + "」", "cannot read \"" + shown(input) + "\""}
	}
	return e
}

// shown is what a person typed, fit to be printed back: no control
// characters, and not longer than a line.
func shown(s string) string {
	out := make([]rune, 0, 40)
	for _, r := range strings.ToValidUTF8(s, "?") {
		if !strconv.IsPrint(r) {
			r = ' '
		}
		if len(out) == 40 {
			return string(out) + "…"
		}
		out = append(out, r)
	}
	return string(out)
}

func negative(s string) bool { return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "负") }

// ReadMoney reads an amount: 2000, 2,000.50, ２０００元, ¥2000, 1.5万, 3亿.
// It takes at most two places of yuan (fen are the smallest unit) and at most
// ten trillion yuan, and refuses anything else with a *[ReadError].
func ReadMoney(s string) (Fen, error) {
	fix := Text{"请写金额，例如 2000、2,000.50 或 1.5万；最多两位小数，不超过 10 万亿元",
		"write an amount such as 2000, 2,000.50 or 1.5万; at most two decimal places and ten trillion yuan"}
	t := narrow(s)
	neg := negative(t) || strings.HasPrefix(t, "¥-")
	t = moneyHead.ReplaceAllString(t, "")
	t = moneyTail.ReplaceAllString(t, "")
	t, up := power(t)
	n, f := scaled(t, up, 2, int64(MaxMoney))
	if neg || f != none {
		return 0, refuse(Money, s, f, neg, fix)
	}
	return Fen(n), nil
}

// ReadRate reads a yearly rate in per cent: 24, 24%, ２４％, 13.8%, 百分之24.
// 0.24 is 0.24%, not 24%. At most two places; errors are *[ReadError].
func ReadRate(s string) (Rate, error) {
	fix := Text{"请写年利率的百分数，例如 24% 或 13.8；最多两位小数。月利率请先乘 12，日利率请先乘 365",
		"write the yearly rate in per cent, such as 24% or 13.8; at most two decimal places. Multiply a monthly rate by 12, a daily rate by 365"}
	t := narrow(s)
	neg := negative(t)
	t = strings.TrimPrefix(t, "百分之")
	t = rateTail.ReplaceAllString(t, "")
	n, f := scaled(t, 0, 2, int64(MaxRate))
	if neg || f != none {
		return 0, refuse(Percent, s, f, neg, fix)
	}
	return Rate(n), nil
}

// ReadShare reads a part of a whole in per cent: 18.42915%. At most 100% and
// seven places; errors are *[ReadError].
func ReadShare(s string) (Share, error) {
	fix := Text{"请写公告的比例，例如 18.42915%；不超过 100%，最多七位小数",
		"write the announced share such as 18.42915%; at most 100% and seven decimal places"}
	t := narrow(s)
	neg := negative(t)
	t = strings.TrimPrefix(t, "百分之")
	t = rateTail.ReplaceAllString(t, "")
	n, f := scaled(t, 0, 7, 1e9)
	if neg || f != none {
		return 0, refuse(Percent, s, f, neg, fix)
	}
	return Share(n), nil
}

// ReadNumber reads a whole number: 12, 1,200, 120万, 30天. Errors are
// *[ReadError].
func ReadNumber(s string) (int64, error) {
	fix := Text{"请写整数，例如 12、1,200 或 120万", "write a whole number such as 12, 1,200 or 120万"}
	t := narrow(s)
	neg := negative(t)
	t = numberTail.ReplaceAllString(t, "")
	t, up := power(t)
	n, f := scaled(t, up, 0, MaxNumber)
	if neg || f != none {
		return 0, refuse(Number, s, f, neg, fix)
	}
	return n, nil
}

const dateForm = `([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})(?:日|号)?`

var (
	dateShape   = regexp.MustCompile(`^` + dateForm + `$`)
	dateCompact = regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})$`)
	dateAny     = regexp.MustCompile(dateForm)
)

var dateFix = Text{"请写年月日，例如 2026-11-25 或 2026年11月25日", "write year, month and day, such as 2026-11-25"}

// ReadDate reads a day: 2026-11-25, 2026/11/25, 2026.11.25, 2026年11月25日,
// 20261125, each with full-width digits too. It refuses days that do not exist
// (2026-02-30) and years before 1949; errors are *[ReadError].
func ReadDate(s string) (Date, error) {
	t := narrow(s)
	m := dateShape.FindStringSubmatch(t)
	if m == nil {
		m = dateCompact.FindStringSubmatch(t)
	}
	if m == nil {
		return 0, refuse(Day, s, junk, false, dateFix)
	}
	return civil(s, m[1], m[2], m[3])
}

func civil(input, year, month, day string) (Date, error) {
	y, _ := strconv.Atoi(year) // the pattern admits digits only
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	e := &ReadError{Kind: Day, Input: input, Fix: dateFix}
	switch {
	case y < minYear || y > maxYear:
		e.What = Text{fmt.Sprintf("年份要在 %d 到 %d 之间", minYear, maxYear),
			fmt.Sprintf("the year must lie between %d and %d", minYear, maxYear)}
	case m < 1 || m > 12:
		e.What = Text{fmt.Sprintf("没有 %d 月", m), fmt.Sprintf("there is no month %d", m)}
	case d < 1 || d > lastDay(y, m):
		e.What = Text{fmt.Sprintf("%d 年 %d 月没有 %d 日", y, m, d),
			fmt.Sprintf("%s %d has no day %d", monthNames[m-1], y, d)}
	default:
		return NewDate(y, m, d), nil
	}
	return 0, e
}

func lastDay(y, m int) int { return time.Date(y, time.Month(m+1), 0, 0, 0, 0, 0, time.UTC).Day() }

const moneyForm = `((?:¥|cny|rmb)?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:万亿|亿|万|千)?(?:元整|元|块钱|块|yuan)?)`

// planShapes are the ways to write a plan of equal payments or of one payment;
// they see the narrowed text. count and money tell which group is which.
var planShapes = []struct {
	re           *regexp.Regexp
	count, money int
	once         bool
}{
	{regexp.MustCompile(`^([0-9]+)(?:期|个月)?[x*]` + moneyForm + `$`), 1, 2, false},
	{regexp.MustCompile(`^(?:一共|共|分)?([0-9]+)(?:期|个月)[,;、:]?(?:每期|每个月|每月|各)(?:还款|还)?` + moneyForm + `$`), 1, 2, false},
	{regexp.MustCompile(`^(?:每期|每个月|每月)(?:还款|还)?` + moneyForm + `[,;、:]?(?:一共|共|分|还)?([0-9]+)(?:期|个月)$`), 2, 1, false},
	{regexp.MustCompile(`^([0-9]+)(?:monthlypayments?|payments?|instal?lments?|months?)(?:of|at|x|:)?` + moneyForm + `(?:each)?$`), 1, 2, false},
	{regexp.MustCompile(`^([0-9]+)(?:天|日|days?|d)(?:以后|之后|后|内|later)?[,;、:]?(?:一次)?(?:应|要|共)?(?:还款|还|repay|pay)?:?` + moneyForm + `$`), 1, 2, true},
	{regexp.MustCompile(`^` + moneyForm + `(?:inonepayment)?(?:after|in)([0-9]+)days?$`), 2, 1, true},
}

var planFix = Text{"请写 12x1000（12 期，每期 1,000 元）、7天还2000（7 天后一次还 2,000 元），或带日期的各笔：2025-02-01:1000,2025-03-01:1000",
	"write 12x1000 (12 monthly payments of CNY 1,000), 7d2000 (CNY 2,000 after 7 days), or dated payments: 2025-02-01:1000,2025-03-01:1000"}

// ReadPlan reads how a loan is to be repaid: equal monthly payments (12x1000,
// 12期每期1000, 每月1000共12期), one payment (7天还2000, 2000 after 7 days), or
// dated payments (2025-02-01:1000,2025-03-01:1000), from early to late. At most
// 600 equal or 255 dated payments and 3,650 days; errors are *[ReadError].
func ReadPlan(s string) (Plan, error) {
	t := narrow(strings.ReplaceAll(strings.ReplaceAll(s, "\r", ""), "\n", ";"))
	if days := dateAny.FindAllStringSubmatchIndex(t, -1); len(days) > 0 {
		return readFlow(s, t, days)
	}
	for _, shape := range planShapes {
		if m := shape.re.FindStringSubmatch(t); m != nil {
			return equalPlan(s, m[shape.count], m[shape.money], shape.once)
		}
	}
	return Plan{}, refuse(Schedule, s, junk, negative(t), planFix)
}

func equalPlan(input, count, amount string, once bool) (Plan, error) {
	money, err := ReadMoney(amount)
	if err != nil {
		return Plan{}, planError(input, err)
	}
	n, _ := strconv.Atoi(count) // out of range comes back as the largest int and is refused below
	limit, p := MaxPeriods, Plan{Periods: n, Each: money}
	if once {
		limit, p = MaxDays, Plan{Days: n, Total: money}
	}
	e := &ReadError{Kind: Schedule, Input: input, Fix: planFix}
	switch {
	case n < 1 || n > limit:
		e.What = Text{fmt.Sprintf("期数或天数要在 1 到 %d 之间", limit), fmt.Sprintf("the count must lie between 1 and %d", limit)}
	case money == 0:
		e.What = Text{"每笔金额要大于 0", "a payment must be more than 0"}
	default:
		return p, nil
	}
	return Plan{}, e
}

// readFlow reads dated payments. Days are found first, so that the commas
// between payments and the commas inside an amount need not be told apart.
func readFlow(input, t string, days [][]int) (Plan, error) {
	if len(days) > MaxPayments {
		e := refuse(Schedule, input, junk, false, planFix)
		e.What = Text{fmt.Sprintf("最多 %d 笔", MaxPayments), fmt.Sprintf("at most %d payments", MaxPayments)}
		return Plan{}, e
	}
	if strings.Trim(t[:days[0][0]], ",;、") != "" {
		return Plan{}, refuse(Schedule, input, junk, false, planFix)
	}
	var p Plan
	for i, m := range days {
		end := len(t)
		if i+1 < len(days) {
			end = days[i+1][0]
		}
		on, err := civil(input, t[m[2]:m[3]], t[m[4]:m[5]], t[m[6]:m[7]])
		if err != nil {
			return Plan{}, planError(input, err)
		}
		text := strings.TrimRight(t[m[1]:end], " ,;、")
		if digit(rune(t[m[1]-1])) && text != "" && digit(rune(text[0])) {
			return Plan{}, refuse(Schedule, input, junk, false, planFix) // 2025-02-1100: where does the day end?
		}
		amount, err := ReadMoney(strings.TrimLeft(text, " :=还"))
		if err != nil {
			return Plan{}, planError(input, err)
		}
		if amount == 0 {
			e := refuse(Schedule, input, junk, false, planFix)
			e.What = Text{"每笔金额要大于 0", "a payment must be more than 0"}
			return Plan{}, e
		}
		if i > 0 && on < p.Flow[i-1].On {
			e := refuse(Schedule, input, junk, false, planFix)
			e.What = Text{"日期要从早到晚", "payments go from early to late"}
			return Plan{}, e
		}
		p.Flow = append(p.Flow, Payment{On: on, Amount: amount})
	}
	return p, nil
}

// planError tells a fault inside a plan as a fault of the plan.
func planError(input string, err error) error {
	e := &ReadError{Kind: Schedule, Input: input, Fix: planFix}
	if inner, ok := err.(*ReadError); ok {
		e.What = inner.What
	}
	return e
}
