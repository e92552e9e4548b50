package fact

import "testing"

func day(t testing.TB, s string) Date {
	t.Helper()
	d, err := ISODate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDateReadsBack(t *testing.T) {
	for _, s := range []string{"0001-01-01", "1970-01-01", "2020-02-29", "2026-11-25", "2040-12-31"} {
		if got := day(t, s).String(); got != s {
			t.Errorf("ISODate(%s) prints as %s", s, got)
		}
	}
	for _, s := range []string{"2026-02-30", "2026-13-01", "2026-1-1", "25-11-2026", ""} {
		if d, err := ISODate(s); err == nil {
			t.Errorf("ISODate(%q) = %v, want an error", s, d)
		}
	}
}

// 民法典第202条: the corresponding day, or the month's last.
func TestAddMonths(t *testing.T) {
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2026-03-10", 6, "2026-09-10"},
		{"2019-04-30", 36, "2022-04-30"},
		{"2026-05-31", -3, "2026-02-28"},
		{"2026-10-15", 3, "2027-01-15"},
	} {
		if got := day(t, tt.from).AddMonths(tt.n).String(); got != tt.want {
			t.Errorf("%s plus %d months = %s, want %s", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestRoll(t *testing.T) {
	c := &Calendar{Years: []CalendarYear{{Year: 2026,
		Holidays: []Date{day(t, "2026-10-01"), day(t, "2026-10-02"), day(t, "2026-10-03"), day(t, "2026-10-04"),
			day(t, "2026-10-05"), day(t, "2026-10-06"), day(t, "2026-10-07")},
		Workdays: []Date{day(t, "2026-10-10")}}}}
	for _, tt := range []struct {
		from, want string
		covered    bool
	}{
		{"2026-11-29", "2026-11-30", true}, // a Sunday
		{"2026-10-03", "2026-10-08", true}, // inside the holiday
		{"2026-10-10", "2026-10-10", true}, // a Saturday that is worked
		{"2026-11-25", "2026-11-25", true},
		{"2027-01-02", "2027-01-04", false}, // a year without a notice
	} {
		got, ok := c.Roll(day(t, tt.from))
		if got.String() != tt.want || ok != tt.covered {
			t.Errorf("Roll(%s) = %s, %v; want %s, %v", tt.from, got, ok, tt.want, tt.covered)
		}
	}
	if got, _ := c.AddWorkdays(day(t, "2026-09-30"), 3); got.String() != "2026-10-10" {
		t.Errorf("three working days after 2026-09-30 = %s, want 2026-10-10", got)
	}
}
