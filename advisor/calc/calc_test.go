package calc

import (
	"strings"
	"testing"

	"wangdai/advisor/fact"
)

func day(t testing.TB, s string) fact.Date {
	t.Helper()
	d, err := fact.ISODate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// reportDay is the day on which the rulebooks' numbers were worked out.
const reportDay = "2026-11-25"

// tables are the law's numbers as the rulebook's table A2 and the numbers file
// have them.
type tables struct{}

func (tables) Number(id string, _ fact.Date) (int64, bool) {
	n, ok := map[string]int64{"private_cap_multiple": 4, "licensed_cap": 2400, "old_supported_rate": 2400,
		"close_margin":     100,
		"limitation_years": 3, "guarantee_default": 6, "guarantee_old_unclear": 2, "budget_buffer": 1000,
		"large_breach_people": 1_000_000,
		"criminal_rate_line":  3600, "limitation_outer": 20, "limitation_old": 2, "limitation_soon": 180,
		"delayed_rate":       175_000,
		"payment_order_part": 3, "court_fee_shown_to": 50_000_000}[id]
	return n, ok
}

func (tables) Scale(id string, _ fact.Date) (Scale, bool) {
	s, ok := map[string]Scale{
		"property_fee": {Base: fact.Yuan(50), First: fact.Yuan(10_000), Parts: []Bracket{
			{fact.Yuan(100_000), 250}, {fact.Yuan(200_000), 200}, {fact.Yuan(500_000), 150},
			{fact.Yuan(1_000_000), 100}, {fact.Yuan(2_000_000), 90},
			{fact.Yuan(5_000_000), 80}, {fact.Yuan(10_000_000), 70}, {fact.Yuan(20_000_000), 60}, {0, 50}}},
		"preservation_fee": {Base: fact.Yuan(30), First: fact.Yuan(1000), Most: fact.Yuan(5000),
			Parts: []Bracket{{fact.Yuan(100_000), 100}, {0, 50}}},
		"enforcement_fee": {Base: fact.Yuan(50), First: fact.Yuan(10_000), Parts: []Bracket{
			{fact.Yuan(500_000), 150}, {fact.Yuan(5_000_000), 100}, {fact.Yuan(10_000_000), 50}, {0, 10}}},
	}[id]
	return s, ok
}

func (tables) Day(id string) (fact.Date, bool) {
	d, ok := map[string]fact.Date{"private_rule_from": fact.NewDate(2015, 9, 1),
		"lpr_cap_from":        fact.NewDate(2020, 8, 20),
		"limitation_new_from": fact.NewDate(2017, 10, 1), "code_from": fact.NewDate(2021, 1, 1),
		"guarantee_old_from": fact.NewDate(2019, 1, 2)}[id]
	return d, ok
}

var lprChanges = []struct {
	from string
	rate fact.Rate
}{
	{"2025-05-20", 300}, {"2024-10-21", 310}, {"2024-07-22", 335}, {"2023-08-21", 345}, {"2023-06-20", 355},
	{"2022-08-22", 365}, {"2022-01-20", 370},
	{"2021-12-20", 380}, {"2020-04-20", 385}, {"2020-02-20", 405}, {"2019-11-20", 415}, {"2019-09-20", 420},
	{"2019-08-20", 425},
}

func (tables) Rate(id string, on fact.Date) (fact.Rate, fact.Date, bool, bool) {
	for _, c := range lprChanges {
		if from, _ := fact.ISODate(c.from); id == "lpr" && from <= on {
			return c.rate, from, on <= fact.NewDate(2026, 6, 22), true
		}
	}
	return 0, 0, false, false
}

// chinese is the State Council's calendar for the years that the tests reach.
func chinese(t testing.TB) *fact.Calendar {
	t.Helper()
	var c fact.Calendar
	for _, y := range []struct {
		year          int
		off, workdays string
	}{
		{2019, "2019-01-01 2019-04-05..2019-04-07 2019-05-01..2019-05-04 2019-10-01..2019-10-07",
			"2019-04-28 2019-05-05 2019-09-29 2019-10-12"},
		{2021, "2021-01-01..2021-01-03 2021-02-11..2021-02-17 2021-05-01..2021-05-05 2021-10-01..2021-10-07",
			"2021-02-07 2021-02-20 2021-04-25 2021-05-08"},
		{2022, "2022-01-01..2022-01-03 2022-04-30..2022-05-04 2022-06-03..2022-06-05 2022-10-01..2022-10-07",
			"2022-04-24 2022-05-07 2022-10-08 2022-10-09"},
		{2023, "2023-01-01..2023-01-02 2023-04-29..2023-05-03", "2023-04-23 2023-05-06"},
		{2024, "2024-01-01 2024-05-01..2024-05-05 2024-06-08..2024-06-10", "2024-04-28 2024-05-11"},
		{2025, "2025-01-01 2025-05-01..2025-05-05 2025-10-01..2025-10-08", "2025-09-28 2025-10-11"},
		{2026, "2026-01-01..2026-01-03 2026-05-01..2026-05-05 2026-10-01..2026-10-07",
			"2026-01-04 2026-05-09 2026-09-20 2026-10-10"},
	} {
		c.Years = append(c.Years, fact.CalendarYear{Year: y.year, Holidays: span(t, y.off),
			Workdays: span(t, y.workdays)})
	}
	return &c
}

func span(t testing.TB, list string) (days []fact.Date) {
	t.Helper()
	for _, s := range strings.Fields(list) {
		from, to, ok := strings.Cut(s, "..")
		if !ok {
			to = from
		}
		for d := day(t, from); d <= day(t, to); d++ {
			days = append(days, d)
		}
	}
	return days
}

// given runs a calculator on inputs written as people write them: choices by
// option id, events as 2025-08-01:demand; "?" is an unknown one.
func given(t testing.TB, name string, inputs map[string]string) map[string]string {
	t.Helper()
	return outcome(t, name, worked(t, name, inputs))
}

func worked(t testing.TB, name string, inputs map[string]string) Out {
	t.Helper()
	s, ok := Lookup(name)
	if !ok {
		t.Fatalf("no calculator %s", name)
	}
	in := nothing(t, s)
	for i, p := range s.Takes {
		if text, ok := inputs[p.Name]; ok {
			in.Values[i] = value(t, p, text)
		}
	}
	return ran(s, in)
}

func ran(s Spec, in *In) (out Out) {
	s.Run(in, &out)
	return out
}

// nothing are the inputs of a calculator, none of them given.
func nothing(t testing.TB, s Spec) *In {
	in := &In{Today: day(t, reportDay), Calendar: chinese(t), Tables: tables{},
		Values: make([]fact.Value, len(s.Takes))}
	for _, p := range s.Takes {
		in.Options = append(in.Options, p.Options)
	}
	return in
}

// result is a result by its name.
func result(o Out, name string) fact.Value { return o.Values[place(o.gives, name)] }

// verdict is the option of a choice among the results, or "".
func verdict(o Out, name string) string {
	i := place(o.gives, name)
	if v := o.Values[i]; v.State == fact.Known {
		return o.gives[i].Options[v.N]
	}
	return ""
}

func value(t testing.TB, p Param, text string) fact.Value {
	t.Helper()
	if text == "?" {
		return fact.NotSure()
	}
	switch p.Kind {
	case fact.Money:
		n, err := fact.ReadMoney(text)
		if err != nil {
			t.Fatal(err)
		}
		return fact.Of(int64(n))
	case fact.Percent:
		r, err := fact.ReadRate(text)
		if err != nil {
			t.Fatal(err)
		}
		return fact.Of(int64(r))
	case fact.Day:
		return fact.OfDate(day(t, text))
	case fact.Number:
		n, err := fact.ReadNumber(text)
		if err != nil {
			t.Fatal(err)
		}
		return fact.Of(n)
	case fact.Schedule:
		plan, err := fact.ReadPlan(text)
		if err != nil {
			t.Fatal(err)
		}
		return fact.Value{State: fact.Known, Plan: &plan}
	case fact.Choice:
		return fact.Of(int64(option(t, p, text)))
	case fact.History:
		v := fact.Value{State: fact.Known}
		for _, e := range strings.Fields(text) {
			on, what, _ := strings.Cut(e, ":")
			v.Events = append(v.Events, fact.Event{On: day(t, on), What: option(t, p, what)})
		}
		return v
	}
	t.Fatalf("no way to write a %v", p.Kind)
	return fact.Value{}
}

func option(t testing.TB, p Param, id string) int {
	t.Helper()
	for i, o := range p.Options {
		if o == id {
			return i
		}
	}
	t.Fatalf("%s has no option %s", p.Name, id)
	return -1
}

// outcome prints results as a person reads them.
func outcome(t testing.TB, name string, out Out) map[string]string {
	t.Helper()
	s, _ := Lookup(name)
	got := map[string]string{}
	numbers := 0
	for i, g := range s.Gives {
		v := out.Values[i]
		if v.State != fact.Known {
			continue
		}
		switch g.Kind {
		case fact.Money:
			got[g.Name] = fact.Fen(v.N).Grouped()
		case fact.Percent:
			got[g.Name] = fact.Rate(v.N).String()
		case fact.Day:
			got[g.Name] = v.Date().String()
		case fact.Choice:
			got[g.Name] = g.Options[v.N]
			continue
		}
		numbers++
	}
	working := out.Working.Text()
	for _, w := range []string{working.ZH, working.EN} {
		if strings.Contains(w, "%!") || w == "" && numbers > 0 {
			t.Errorf("%s works it out as %q", name, w)
		}
	}
	return got
}

// want is the results as "name=value name=value"; "-" after a name: absent.
func check(t *testing.T, name string, inputs map[string]string, want string) {
	t.Helper()
	got := given(t, name, inputs)
	for _, w := range strings.Fields(want) {
		k, v, _ := strings.Cut(w, "=")
		if v == "-" {
			v = ""
		}
		if got[k] != v {
			t.Errorf("%s(%v): %s = %q, want %q", name, inputs, k, got[k], v)
		}
	}
}

type in = map[string]string

// Every calculator is declared once, says what it takes and gives, and stays
// silent rather than guess when its inputs are unknown or absurd.
func TestSpecs(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Specs() {
		if seen[s.Name] || s.run == nil || len(s.Takes) == 0 || len(s.Gives) == 0 || len(s.Gives) > MostGives {
			t.Errorf("%s is declared twice or not whole", s.Name)
		}
		seen[s.Name] = true
		for _, p := range append(s.Takes[:len(s.Takes):len(s.Takes)], s.Gives...) {
			if (p.Kind == fact.Choice || p.Kind == fact.History) == (len(p.Options) == 0) {
				t.Errorf("%s: %s of kind %v has options %v", s.Name, p.Name, p.Kind, p.Options)
			}
		}
		for _, u := range s.Uses {
			_, number := (tables{}).Number(u, 0)
			_, scale := (tables{}).Scale(u, 0)
			_, day := (tables{}).Day(u)
			_, _, _, rate := (tables{}).Rate(u, fact.NewDate(2026, 1, 1))
			if !number && !scale && !day && !rate {
				t.Errorf("%s uses %s, which there is not", s.Name, u)
			}
			if UnitOf(u) == NoUnit {
				t.Errorf("%s uses %s, of which the unit is not said", s.Name, u)
			}
		}
		if got := outcome(t, s.Name, ran(s, nothing(t, s))); len(got) != 0 {
			t.Errorf("%s of nothing = %v", s.Name, got)
		}
		// Values that no reader lets through, as a tampered file could hold.
		absurd := nothing(t, s)
		for i := range s.Takes {
			absurd.Values[i] = fact.Value{State: fact.Known, N: -7, Plan: &fact.Plan{Periods: 1 << 40, Each: 1},
				Events: []fact.Event{{On: -9, What: 99}}}
		}
		ran(s, absurd).Working.Text()
	}
	if _, ok := Lookup("no_such"); ok {
		t.Error("Lookup finds a calculator that is not there")
	}
}
