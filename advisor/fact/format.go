package fact

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"wangdai/advisor/words"
)

// Group puts a comma before every third digit of a whole number, counted from
// the right: 1,234,567.
func Group(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// hundredths is n/100 with thousands separators: always two places, or none
// where the last two digits are zero and always is false.
func hundredths(n int64, always bool) string {
	sign, digits := "", fmt.Sprintf("%03d", n)
	if n < 0 {
		sign, digits = "-", fmt.Sprintf("%04d", n)[1:]
	}
	whole, part := digits[:len(digits)-2], digits[len(digits)-2:]
	if part == "00" && !always {
		return sign + Group(whole)
	}
	return sign + Group(whole) + "." + part
}

// Plain is the amount in yuan without unit or separators: 2000, 1234.50. Fen
// show only where there are any.
func (f Fen) Plain() string { return strings.ReplaceAll(f.Grouped(), ",", "") }

// Grouped is the amount in yuan with separators and without a unit: 1,234.50.
func (f Fen) Grouped() string { return hundredths(int64(f), false) }

// In is the amount with its unit: 2,000 元, CNY 1,234.50.
func (f Fen) In(l Lang) string {
	s := f.Grouped()
	if l != EN {
		return s + " 元"
	}
	if f < 0 {
		return "-CNY " + s[1:]
	}
	return "CNY " + s
}

// String is the rate in per cent a year: 35.07%, 2234.69%. It is the same in
// both languages and always has two places, so that columns line up.
func (r Rate) String() string {
	return strings.ReplaceAll(hundredths(int64(r), true), ",", "") + "%"
}

// In is 2026年11月30日 or 30 November 2026; 未知 or not known for no day at all.
func (d Date) In(l Lang) string {
	if d == 0 {
		return Text(words.Reading.UnknownDay()).In(l)
	}
	if l == EN {
		return words.Reading.DayEN(d.Civil())
	}
	return words.Reading.DayZH(d.Civil())
}

// In is the plan in words: 12 期，每期 1,000 元; 7 天后一次还 2,000 元; or the
// dated payments. No plan at all is no words.
func (p *Plan) In(l Lang) string {
	switch {
	case p == nil:
		return ""
	case p.Periods > 0:
		return Text(words.Reading.Monthly(p.Periods, p.Each.both())).In(l)
	case p.Days > 0:
		return Text(words.Reading.Once(p.Days, p.Total.both())).In(l)
	}
	parts := make([]string, len(p.Flow))
	for i, x := range p.Flow {
		parts[i] = x.On.String() + " " + x.Amount.In(l)
	}
	return strings.Join(parts, Text{"；", "; "}.In(l))
}

// both is the amount in either language.
func (f Fen) both() words.Pair { return words.Pair{ZH: f.In(ZH), EN: f.In(EN)} }

// String is the plan as [ReadPlan] reads it back: 12x1000, 7d2000,
// 2025-02-01:1000,2025-03-01:1000.50. The unit stands with an amount that could
// be taken for the count: 24x20元.
func (p *Plan) String() string {
	switch {
	case p.Periods > 0:
		s := fmt.Sprintf("%dx%s", p.Periods, p.Each.Plain())
		if _, _, either := swapped(s); either {
			s += "元"
		}
		return s
	case p.Days > 0:
		return fmt.Sprintf("%dd%s", p.Days, p.Total.Plain())
	}
	parts := make([]string, len(p.Flow))
	for i, x := range p.Flow {
		parts[i] = x.On.String() + ":" + x.Amount.Plain()
	}
	return strings.Join(parts, ",")
}

// A Share is a part of a whole in billionths: a court's announced 18.42915%
// is 184291500. Yearly rates are a [Rate].
type Share int64

// PerShare is the whole that a [Share] is a part of.
const PerShare = 1_000_000_000

// String is the share in per cent with as many places as it needs.
func (s Share) String() string {
	return decimal(int64(s), 7) + "%"
}

// Daily is the share as a daily rate is written: 日万分之1.75, 0.0175% a day.
func (s Share) Daily() Text {
	return Text(words.Reading.Daily(decimal(int64(s), 5), s.String()))
}

// decimal is n with that many of its digits behind the point, as far as they
// are needed.
func decimal(n int64, places int) string {
	base := int64(math.Pow10(places))
	digits := strings.TrimRight(fmt.Sprintf("%0*d", places, n%base), "0")
	if digits != "" {
		digits = "." + digits
	}
	return Group(strconv.FormatInt(n/base, 10)) + digits
}
