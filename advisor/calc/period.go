package calc

import (
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A last is the last day of a period: as counted, and as it falls after
// moving from a day off to the next working day (民法典第202条、第203条). The day
// after the starting day is the first of the period (第201条), so a period of
// years or months ends on the corresponding day.
type last struct {
	raw, day fact.Date
	covered  bool // the calendar has the years that were looked at
}

func ends(raw fact.Date, cal *fact.Calendar) last {
	day, covered := cal.Roll(raw)
	return last{raw, day, covered}
}

// words is the day, how it moved, and what is not known about it.
func (l last) words() fact.Text {
	t := fact.Text{ZH: l.day.In(fact.ZH), EN: l.day.In(fact.EN)}
	if l.day != l.raw {
		t = say(words.Working.DayOff(), l.day, l.raw)
	}
	if !l.covered {
		t = plus(t, uncovered())
	}
	return t
}
