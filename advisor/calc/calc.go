// Package calc is arithmetic on explicit inputs: real annual rates, caps,
// limitation, fees. It reads no clock and no file; the day, the calendar and
// the law's numbers are handed in.
//
// A calculator is known to the knowledge files by its name; its signature is
// checked against theirs when they load.
package calc

import "wangdai/advisor/fact"

// A Param is one input or result of a calculator.
type Param struct {
	Name     string
	Kind     fact.Kind
	Options  []string // Choice results and inputs, History inputs: the option ids it knows
	Optional bool     // an input that may be unknown or not asked
}

// A Spec is a calculator: what it takes and gives, and the function.
type Spec struct {
	Name  string
	Takes []Param
	Uses  []string // numbers, rate tables, scales and days of the knowledge that it reads
	Gives []Param
	Run   func(*In) Out
}

// Tables are the law's numbers, by date, and the days on which it changed.
type Tables interface {
	// Number is the value in force on that day, in the unit of its kind
	// (basis points, billionths a day, fen, people, or the count of its
	// period).
	Number(id string, on fact.Date) (n int64, ok bool)
	// Scale is the scale in force on that day.
	Scale(id string, on fact.Date) (s Scale, ok bool)
	// Day is the day of that name: the first of a new rule, mostly.
	Day(id string) (day fact.Date, ok bool)
	// Rate is the rate published on that day or last before it, the day of
	// publication, and whether the table was verified up to that day.
	Rate(id string, on fact.Date) (r fact.Rate, published fact.Date, verified, ok bool)
}

// laws reads what a calculator needs of the tables; missing tells that
// something was not there, so that a calculation has no result.
type laws struct {
	t       Tables
	on      fact.Date
	missing bool
}

func (l *laws) number(id string) int64 {
	n, ok := l.t.Number(id, l.on)
	l.missing = l.missing || !ok
	return n
}

func (l *laws) day(id string) fact.Date {
	d, ok := l.t.Day(id)
	l.missing = l.missing || !ok
	return d
}

func (l *laws) scale(id string) Scale {
	s, ok := l.t.Scale(id, l.on)
	l.missing = l.missing || !ok
	return s
}

// In is what a calculator is given. Values come by input name; for choices
// Options tells the chosen option's id, and for events the id of each kind.
type In struct {
	Today    fact.Date
	Calendar *fact.Calendar
	Tables   Tables
	Values   map[string]fact.Value
	Options  map[string][]string // input name → option ids of its fact
}

// Value is an input; the zero Value (not asked) where it was not given.
func (in *In) Value(name string) fact.Value { return in.Values[name] }

// Option is the id of the chosen option, or "".
func (in *In) Option(name string) string {
	v := in.Values[name]
	if o := in.Options[name]; v.State == fact.Known && v.N >= 0 && int(v.N) < len(o) {
		return o[v.N]
	}
	return ""
}

// What is the id of an event's kind.
func (in *In) What(name string, e fact.Event) string {
	if o := in.Options[name]; e.What >= 0 && e.What < len(o) {
		return o[e.What]
	}
	return ""
}

// Out is what a calculator gives: values by result name (for choices, the
// option id in Verdicts), and its working in words with the numbers in it.
// A result that is left out is unknown.
type Out struct {
	// Work makes the working when it is costly and seldom shown; it stands in
	// for Formula.
	Work func() fact.Text

	Values   map[string]fact.Value
	Verdicts map[string]string
	Formula  fact.Text
}
