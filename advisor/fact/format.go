package fact

import (
	"fmt"
	"strconv"
	"strings"
)

// In is the amount in words: 2,000 元, 1,234.50 元, CNY 2,000.
func (f Fen) In(l Lang) string {
	if l == EN {
		if f < 0 {
			return "-CNY " + (-f).Plain()
		}
		return "CNY " + f.grouped()
	}
	return f.grouped() + " 元"
}

// Plain is the amount in yuan without unit or separators: 2000, 1234.50.
func (f Fen) Plain() string {
	sign := ""
	if f < 0 {
		sign, f = "-", -f
	}
	s := sign + strconv.FormatInt(int64(f/100), 10)
	if f%100 != 0 {
		s += fmt.Sprintf(".%02d", f%100)
	}
	return s
}

func (f Fen) grouped() string {
	whole, rest, dot := strings.Cut(f.Plain(), ".")
	s := Group(whole)
	if dot {
		s += "." + rest
	}
	return s
}

// Group puts a comma before every third digit of a whole number.
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

// String is the rate in per cent: 35.07%, 2,234.69%.
func (r Rate) String() string {
	sign := ""
	if r < 0 {
		sign, r = "-", -r
	}
	return fmt.Sprintf("%s%s.%02d%%", sign, strconv.FormatInt(int64(r/100), 10), r%100)
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// In is the day in words: 2026年11月30日, 30 November 2026.
func (d Date) In(l Lang) string {
	if d == 0 {
		if l == EN {
			return "not known"
		}
		return "未知"
	}
	y, m, day := d.Civil()
	if l == EN {
		return fmt.Sprintf("%d %s %d", day, months[m-1], y)
	}
	return fmt.Sprintf("%d年%d月%d日", y, m, day)
}

// In is the plan in words.
func (p *Plan) In(l Lang) string {
	switch {
	case p == nil:
		return ""
	case p.Periods > 0 && l == EN:
		return fmt.Sprintf("%d monthly payments of %s", p.Periods, p.Each.In(l))
	case p.Periods > 0:
		return fmt.Sprintf("%d 期，每期 %s", p.Periods, p.Each.In(l))
	case p.Days > 0 && l == EN:
		return fmt.Sprintf("%s after %d days", p.Total.In(l), p.Days)
	case p.Days > 0:
		return fmt.Sprintf("%d 天后一次还 %s", p.Days, p.Total.In(l))
	}
	parts := make([]string, len(p.Flow))
	for i, x := range p.Flow {
		parts[i] = x.On.String() + " " + x.Amount.In(l)
	}
	if l == EN {
		return strings.Join(parts, "; ")
	}
	return strings.Join(parts, "；")
}
