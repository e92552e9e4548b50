package fact

import (
	"fmt"
	"time"

	"wangdai/advisor/words"
)

// A Date is a civil day, counted from 0001-01-01 as day 1. The zero Date is no
// day at all and prints as 未知.
type Date int32

var dayOne = time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)

// NewDate is the day of that year, month and day of month; out-of-range months
// and days carry over as in [time.Date].
func NewDate(year, month, day int) Date {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return Date(t.Unix()/86400 - dayOne.Unix()/86400 + 1)
}

// ISODate reads 2026-11-25, and nothing looser. 2026-02-30 is refused.
func ISODate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return 0, fmt.Errorf("no such day: %q", s)
	}
	return NewDate(t.Year(), int(t.Month()), t.Day()), nil
}

func (d Date) time() time.Time {
	return time.Unix((int64(d)-1)*86400+dayOne.Unix(), 0).UTC()
}

// Civil is the year, month and day of month.
func (d Date) Civil() (year, month, day int) {
	y, m, dd := d.time().Date()
	return y, int(m), dd
}

// Year is the calendar year.
func (d Date) Year() int { return d.time().Year() }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// IsZero reports whether d is no day at all.
func (d Date) IsZero() bool { return d == 0 }

// String is 2026-11-25, or 未知 for no day at all.
func (d Date) String() string {
	if d == 0 {
		return words.Reading.UnknownDay().ZH
	}
	return d.time().Format("2006-01-02")
}

// AddMonths is the same day n months on, or the last day of that month where
// there is no such day.
//
// Not time.AddDate: that turns 31 January plus one month into 3 March, while
// 民法典第202条 ends the period on the last day of the month.
func (d Date) AddMonths(n int) Date {
	y, m, day := d.Civil()
	last := time.Date(y, time.Month(m+n+1), 0, 0, 0, 0, 0, time.UTC).Day()
	return NewDate(y, m+n, min(day, last))
}

// AddYears is the same day n years on, 29 February becoming 28 February.
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// A Calendar tells which days are no working days in China: weekends moved by
// the State Council's yearly notice, and public holidays. Years without an
// entry are not covered, and the calendar says so rather than guess.
type Calendar struct {
	Years []CalendarYear
}

// A CalendarYear is one year's notice.
type CalendarYear struct {
	Year     int
	Holidays []Date // days off, weekends within them included
	Workdays []Date // weekend days that are worked
}

// Off reports whether d is a day off, and whether the calendar covers d's year.
// In a year not covered only weekends count.
func (c *Calendar) Off(d Date) (off, covered bool) {
	wd := d.Weekday()
	off = wd == time.Saturday || wd == time.Sunday
	if c == nil {
		return off, false
	}
	y := d.Year()
	for i := range c.Years {
		if c.Years[i].Year != y {
			continue
		}
		for _, h := range c.Years[i].Holidays {
			if h == d {
				return true, true
			}
		}
		for _, w := range c.Years[i].Workdays {
			if w == d {
				return false, true
			}
		}
		return off, true
	}
	return off, false
}

// Roll moves a last day that is a day off to the first working day after it
// (民法典第203条、民事诉讼法第85条). covered is false where a year was reached
// that the calendar does not have.
func (c *Calendar) Roll(d Date) (rolled Date, covered bool) {
	covered = true
	for {
		off, ok := c.Off(d)
		covered = covered && ok
		if !off {
			return d, covered
		}
		d++
	}
}

// AddWorkdays is the n-th working day after d.
func (c *Calendar) AddWorkdays(d Date, n int) (end Date, covered bool) {
	covered = true
	for n > 0 {
		d++
		off, ok := c.Off(d)
		covered = covered && ok
		if !off {
			n--
		}
	}
	return d, covered
}
