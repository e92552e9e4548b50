package load

import (
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

var (
	partPeriod = lazy.Regexp(`^(\d{1,4}) +(days?|workdays?|months?|years?)$`)
	partMoney  = lazy.Regexp(`^(\d{1,3}(?:,\d{3})*|\d{1,12})(?:\.(\d{1,2}))? *元$`)
	partRate   = lazy.Regexp(`^(\d{1,6})(?:\.(\d{1,2}))? *%$`)
	partWhole  = lazy.Regexp(`^(\d{1,3}(?:,\d{3})*|\d{1,15})$`)
)

func (l *loader) whole(w word) int {
	n, ok := quantity(w.V, fact.Number)
	if !ok || n > 1<<31 {
		l.bad(w.at, words.Load.NoWhole(w.V))
	}
	return int(n)
}

var todayPlus = lazy.Regexp(`^today(?: *([+-]) *(\d{1,5}))?$`)

func bound(s string, k fact.Kind) (n int64, today, ok bool) {
	if k != fact.Day {
		n, ok = quantity(s, k)
		return n, false, ok
	}
	if m := todayPlus().FindStringSubmatch(s); m != nil {
		d, _ := strconv.ParseInt(m[2], 10, 64)
		if m[1] == "-" {
			d = -d
		}
		return d, true, true
	}
	d, err := fact.ISODate(s)
	return int64(d), false, err == nil
}

// day reads a day, month or year: 2017-08-01, 2017-08, 2017. The first day of
// a month or year stands for a day that is not known.
func (l *loader) day(w word, partial bool) fact.Date {
	if !w.there() {
		return 0
	}
	s := w.V
	if partial {
		if len(s) == 4 {
			s += "-01"
		}
		if len(s) == 7 {
			s += "-01"
		}
	}
	d, err := fact.ISODate(s)
	if err != nil || d.Year() < 1900 || d.Year() > 2200 {
		l.bad(w.at, words.Load.NoDay(w.V))
		return 0
	}
	return d
}

// hundredths is whole.frac in hundredths.
func hundredths(whole, frac string) int64 {
	n, _ := strconv.ParseInt(strings.ReplaceAll(whole, ",", "")+(frac + "00")[:2], 10, 64)
	return n
}

// quantity reads a number with the unit of its kind.
func quantity(s string, k fact.Kind) (int64, bool) {
	switch k {
	case fact.Money:
		if m := partMoney().FindStringSubmatch(s); m != nil {
			return hundredths(m[1], m[2]), true
		}
	case fact.Percent:
		if m := partRate().FindStringSubmatch(s); m != nil {
			return hundredths(m[1], m[2]), true
		}
	case fact.Number:
		if partWhole().MatchString(s) {
			n, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
			return n, err == nil
		}
	}
	return 0, false
}

// period reads 15 days, 3 workdays, 6 months, 3 years.
func period(s string) (n int, u advisor.Unit, ok bool) {
	m := partPeriod().FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	n, _ = strconv.Atoi(m[1])
	u = map[string]advisor.Unit{"day": advisor.Days, "workday": advisor.Workdays, "month": advisor.Months,
		"year": advisor.Years}[strings.TrimSuffix(m[2], "s")]
	return n, u, true
}
