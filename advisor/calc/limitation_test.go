package calc

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

// threeYears is the law of the Civil Code.
var threeYears, _ = limitationLaw(tables{}, fact.NewDate(2026, 11, 25))

func TestLimitation(t *testing.T) {
	monthly := ""
	for y := 2023; y <= 2026; y++ {
		for m := 1; m <= 12 && (y < 2026 || m <= 10); m++ {
			monthly += fmt.Sprintf("%d-%02d-22:demand ", y, m)
		}
	}
	for _, tt := range []struct{ due, events, want string }{
		{"2019-04-30", "", "limitation_end=2022-05-05 limitation=expired"}, // a holiday
		{"2025-06-20", "2025-08-01:demand", "limitation_end=2028-08-01 limitation=running"},
		{"2022-11-20", monthly, "limitation_end=2029-10-22 limitation=running"},
		{"2022-10-01", "", "limitation_end=2025-10-09 limitation=expired"},
		{"2021-06-01", "2025-01-01:paid", "limitation_end=2024-06-03 limitation=waived"},
		{"2021-06-01", "2025-01-01:promised", "limitation=waived"},
		{"2021-06-01", "2025-01-01:demand", "limitation_end=2024-06-03 limitation=expired"}, // nothing to start again
		// the rolled last day still counts
		{"2021-06-01", "2024-06-03:demand", "limitation_end=2027-06-03 limitation=running"},
		{"2021-06-01", "2024-06-04:demand", "limitation=expired"},
		// not due yet
		{"2027-01-01", "", "limitation_end=2030-01-01 limitation=running"},
		// before due: no shortening
		{"2025-06-20", "2024-01-01:demand", "limitation_end=2028-06-20 limitation=running"},
		// sorted; 2028-01-01 is a Saturday
		{"2021-06-01", "2025-01-01:demand 2023-01-01:demand", "limitation_end=2028-01-03 limitation=running"},
		// the earliest reading
		{"2019-06-01", "2020-01-01:suit", "limitation_end=2023-01-03 limitation=expired"},
		{"2019-06-01", "2020-01-01:suit 2024-03-01:suit_end", "limitation_end=2027-03-01 limitation=running"},
		{"2019-06-01", "2020-01-01:suit 2022-05-01:paid 2024-03-01:suit_end",
			"limitation_end=2027-03-01 limitation=running"},
		{"2019-06-01", "2024-03-01:suit_end", "limitation=expired"}, // an end without a suit
		{"2019-06-01", "2023-03-01:paid 2025-03-01:demand", "limitation=waived"},
		{"2016-05-01", "2021-01-10:promised", "limitation=waived"},
		{"2021-06-01", "2027-01-01:paid", "limitation=expired"}, // not yet happened
		{"?", "", "limitation=-"},
		{"2021-06-01", "?", "limitation=-"},
	} {
		check(t, "limitation", in{"due": tt.due, "events": tt.events}, tt.want)
	}
}

// Twenty years after the due date nothing helps.
func TestOuterLimit(t *testing.T) {
	due := day(t, "2005-03-01")
	var events []Event
	for y := 2007; y <= 2024; y += 2 {
		events = append(events, Event{On: fact.NewDate(y, 1, 10), What: "demand"})
	}
	l := Limitation(due, events, threeYears, chinese(t), day(t, reportDay))
	if l.End != day(t, "2025-03-01") || l.State != "expired" || !strings.Contains(l.Formula.Text().ZH, "最长 20 年") {
		t.Errorf("Limitation = %v %s %s", l.End, l.State, l.Formula.Text().ZH)
	}
}

func TestLenderLimitation(t *testing.T) {
	for _, tt := range []struct{ due, events, want string }{
		{"2019-12-31", "", "end=2023-01-03 state=expired"},
		{"2025-06-20", "", "end=2028-06-20 state=running"},
		{"2024-01-15", "", "end=2027-01-15 state=soon"},
		{"2020-06-01", "2021-03-01:report", "end=- state=paused"},
		{"2020-06-01", "2021-03-01:report 2024-05-20:report_end", "end=2027-05-20 state=soon"},
		{"2020-06-01", "2021-03-01:report 2025-03-10:report_end", "end=2028-03-10 state=running"},
		{"2020-06-01", "2021-01-01:report_end 2022-01-01:report", "end=- state=check"},
		{"2019-06-01", "2023-01-05:report", "end=2022-06-01 state=expired"},
		{"2019-06-01", "2023-01-05:report 2024-01-05:report_end", "end=2022-06-01 state=expired"}, // began too late
		{"2019-06-01", "2024-01-01:promised", "end=- state=revived"},
		{"2022-11-20", "2025-11-20:demand", "end=2028-11-20 state=running"},
		{"2022-11-18", "2025-11-20:demand", "end=2025-11-18 state=expired"},
		{"2027-03-01", "", "end=2030-03-01 state=running"},
		{"2025-06-20", "2027-01-01:demand", "end=- state=check"},
		{"2021-01-01", "2022-01-01:suit 2022-02-01:report 2022-03-01:suit_end", "state=paused"},
		{"2021-01-01", "2022-01-01:suit 2022-02-01:report 2022-03-01:suit_end 2024-12-02:report_end",
			"end=2027-12-02 state=running"},
		// begun while the other was pending
		{"2020-06-01", "2021-03-01:report 2025-01-01:suit 2025-03-10:report_end", "end=- state=paused"},
		// one day, both
		{"2021-01-01", "2022-01-01:report 2022-01-01:report_end", "end=2025-01-02 state=expired"},
		{"2020-06-01", "2021-03-01:report 2025-01-01:paid 2025-03-10:report_end", "end=2028-03-10 state=running"},
	} {
		check(t, "limitation_lender", in{"due": tt.due, "events": tt.events}, tt.want)
	}
}

// 180 days are running, 179 are soon.
func TestSoon(t *testing.T) {
	due, cal := day(t, "2024-06-03"), chinese(t) // ends on 2027-06-03
	for today, want := range map[string]string{"2026-12-05": "running", "2026-12-06": "soon", "2027-06-03": "soon",
		"2027-06-04": "expired"} {
		if l := LenderLimitation(due, nil, threeYears, cal, day(t, today)); l.State != want {
			t.Errorf("on %s: %s, want %s", today, l.State, want)
		}
	}
}

func drawEvents(t *rapid.T, kinds []string) (events []Event) {
	for range rapid.IntRange(0, 8).Draw(t, "events") {
		events = append(events, Event{On: fact.NewDate(2012, 1, 1) + fact.Date(rapid.IntRange(0, 5400).Draw(t, "day")),
			What: rapid.SampledFrom(kinds).Draw(t, "what")})
	}
	return events
}

// A further demand never brings the end forward and never turns a period that
// runs into one that has ended; the order of writing does not matter.
func TestLimitationIsMonotone(t *testing.T) {
	today := fact.NewDate(2026, 11, 25)
	rapid.Check(t, func(t *rapid.T) {
		due := fact.NewDate(2012, 1, 1) + fact.Date(rapid.IntRange(0, 5400).Draw(t, "due"))
		events := drawEvents(t, []string{"demand", "suit"})
		before := Limitation(due, events, threeYears, nil, today)
		more := append(events[:len(events):len(events)], Event{On: fact.NewDate(2012, 1, 1) +
			fact.Date(rapid.IntRange(0, 5400).Draw(t, "one more")), What: "demand"})
		after := Limitation(due, more, threeYears, nil, today)
		if after.End < before.End || before.State == "running" && after.State != "running" {
			t.Fatalf("one more demand: %v %s became %v %s", before.End, before.State, after.End, after.State)
		}
		if again := Limitation(due, rapid.Permutation(more).Draw(t, "order"), threeYears, nil,
			today); again.End != after.End || again.State != after.State {
			t.Fatalf("in another order: %v %s and %v %s", after.End, after.State, again.End, again.State)
		}
	})
}

// The lender's state and end agree with one another, whatever the events.
func TestLenderLimitationAgrees(t *testing.T) {
	today := fact.NewDate(2026, 11, 25)
	rapid.Check(t, func(t *rapid.T) {
		due := fact.NewDate(2012, 1, 1) + fact.Date(rapid.IntRange(0, 6000).Draw(t, "due"))
		l := LenderLimitation(due, drawEvents(t, LenderEvents()), threeYears, nil, today)
		hasEnd := l.State == "running" || l.State == "soon" || l.State == "expired"
		if hasEnd != (l.End != 0) || hasEnd && (l.State == "expired") != (today > l.End) || l.Formula.Text().ZH == "" ||
			l.Formula.Text().EN == "" {
			t.Fatalf("%v %s %q", l.End, l.State, l.Formula.Text().ZH)
		}
	})
}

func ExampleLimitation() {
	l := Limitation(fact.NewDate(2025, 6, 20), []Event{{On: fact.NewDate(2025, 8, 1), What: "demand"}}, threeYears, nil,
		fact.NewDate(2026, 11, 25))
	fmt.Println(l.State, l.End)
	fmt.Println(l.Formula.In(fact.ZH))
	// Output:
	// running 2028-08-01
	// 2025年6月20日 到期；其后 1 次重新计算，最后从 2025年8月1日（催款）算起；满 3 年是 2028年8月1日（当年放假安排没有收录，只按周末顺延）；今天 2026年11月25日，没有过
}

func BenchmarkLimitation(b *testing.B) {
	b.ReportAllocs()
	var events []Event
	for m := range 46 {
		events = append(events, Event{On: fact.NewDate(2023, 1+m, 22), What: "demand"})
	}
	cal := chinese(b)
	for b.Loop() {
		Limitation(fact.NewDate(2022, 11, 20), events, threeYears, cal, fact.NewDate(2026, 11, 25))
	}
}
