package export

import (
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/paper"
)

// alarmDays are how many days before a deadline the calendar reminds.
var alarmDays = [...]int{3, 1}

// writeICS writes the deadlines that are still open as all-day events (RFC
// 5545: DTEND is the day after, lines end in CRLF). An event's UID follows
// from the digest and the deadline's id, so that importing the same report
// twice does not double it.
func writeICS(w io.Writer, r *advisor.Report, _ Options) error {
	p := paper.New(r.Lang)
	cal := ics.NewCalendarFor("wangdai")
	cal.SetProductId("-//wangdai//" + strings.ToUpper(string(r.Lang)))
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(p.Words.Calendar)
	cal.SetXWRCalDesc(stampOf(r).String())
	stamp := midnight(r.AsOf)
	for _, d := range r.Deadlines {
		day, err := fact.ISODate(d.Date)
		if err != nil || d.State != advisor.OpenDeadline {
			continue
		}
		event(p, cal, r, d, day, stamp)
	}
	// Not Calendar.SerializeTo: on the network path it stops at the first
	// short write; a string is written whole or not at all.
	_, err := io.WriteString(w, cal.Serialize(ics.WithNewLineWindows))
	return err
}

func event(p *paper.Paper, cal *ics.Calendar, r *advisor.Report, d advisor.Due, day fact.Date, stamp time.Time) {
	e := cal.AddEvent(fmt.Sprintf("%s.%s@wangdai", r.Digest, d.ID))
	e.SetDtStampTime(stamp)
	y, m, dd := day.Civil()
	start := time.Date(y, time.Month(m), dd, 0, 0, 0, 0, time.UTC)
	e.SetAllDayStartAt(start)
	e.SetAllDayEndAt(start.AddDate(0, 0, 1))
	e.SetSummary(paper.OneLine(d.Text))
	e.SetTimeTransparency(ics.TransparencyTransparent)
	var about []string
	for _, x := range [][2]string{
		{p.Words.Basis, d.Basis}, {p.Words.CountedCol, d.Counted}, {p.Words.After, d.After}, {"", r.Disclaimer},
	} {
		if label, text := x[0], paper.OneLine(x[1]); text != "" {
			about = append(about, p.Labelled(label, text))
		}
	}
	e.SetDescription(strings.Join(about, "\n"))
	for _, n := range alarmDays {
		a := e.AddAlarm()
		a.SetAction(ics.ActionDisplay)
		a.SetTrigger(fmt.Sprintf("-P%dD", n))
		a.SetDescription(paper.OneLine(d.Text) + p.Words.Open + fmt.Sprintf(p.Words.Alarm, n) + p.Words.Close)
	}
}

// midnight is the start of an ISO day in UTC; day one of the calendar where
// there is no such day, so that a broken date cannot bring the clock in.
func midnight(iso string) time.Time {
	d, err := fact.ISODate(iso)
	if err != nil {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	y, m, dd := d.Civil()
	return time.Date(y, time.Month(m), dd, 0, 0, 0, 0, time.UTC)
}
