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

// MostGives is how many results a calculator may have.
const MostGives = 6

// A Spec is a calculator: what it takes and gives, and the function. Inputs and
// results go by their places in Takes and Gives; the function names them.
type Spec struct {
	Name  string
	Takes []Param
	Uses  []string // numbers, rate tables, scales and days of the knowledge that it reads
	Gives []Param
	run   func(*In, *Out)
}

// Run works it out. The inputs are those of this calculator; what out held
// before is gone.
func (s *Spec) Run(in *In, out *Out) {
	*out = Out{gives: s.Gives}
	in.takes = s.Takes
	s.run(in, out)
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

// In is what a calculator is given. Values stand in the order of its Takes, the
// zero Value for what is not given; for choices Options tells the chosen
// option's id, and for events the id of each kind.
type In struct {
	Today    fact.Date
	Calendar *fact.Calendar
	Tables   Tables
	Values   []fact.Value
	Options  [][]string // by input: option ids of its fact

	takes []Param
}

// at is the place of an input.
func (in *In) at(name string) int { return place(in.takes, name) }

// place finds a name among at most a handful. To ask for one that the
// calculator does not declare is a mistake in this room, which its tests find.
func place(list []Param, name string) int {
	for i := range list {
		if list[i].Name == name {
			return i
		}
	}
	panic("calc: " + name + " is not declared")
}

func (in *In) value(name string) *fact.Value { return &in.Values[in.at(name)] }

// known reports whether every one of these inputs has a value.
func (in *In) known(names ...string) bool {
	for _, n := range names {
		if in.value(n).State != fact.Known {
			return false
		}
	}
	return true
}

func (in *In) money(name string) fact.Fen { return fact.Fen(in.value(name).N) }

func (in *In) date(name string) fact.Date { return in.value(name).Date() }

func (in *In) plan(name string) *fact.Plan { return in.value(name).Plan }

// option is the id of the chosen option, or "".
func (in *In) option(name string) string {
	i := in.at(name)
	if v, o := &in.Values[i], in.Options[i]; v.State == fact.Known && v.N >= 0 && int(v.N) < len(o) {
		return o[v.N]
	}
	return ""
}

// events are the dated events of an input, with the ids of their kinds.
func (in *In) events(name string) []Event {
	i := in.at(name)
	list, kinds := in.Values[i].Events, in.Options[i]
	out := make([]Event, 0, len(list))
	for _, e := range list {
		what := ""
		if e.What >= 0 && e.What < len(kinds) {
			what = kinds[e.What]
		}
		out = append(out, Event{On: e.On, What: what})
	}
	return out
}

// An Event is something that happened on a day; What is the id of its kind.
type Event struct {
	On   fact.Date
	What string
}

// Out is what a calculator gives, in the order of its Gives; of a choice N is
// the place of the option among those of the Param. What is left out is
// unknown.
type Out struct {
	Values  [MostGives]fact.Value
	Working Working

	gives []Param
}

func (o *Out) give(name string, v fact.Value) { o.Values[place(o.gives, name)] = v }

func (o *Out) money(name string, n fact.Fen) { o.give(name, fact.Of(int64(n))) }

func (o *Out) rate(name string, r fact.Rate) { o.give(name, fact.Of(int64(r))) }

func (o *Out) date(name string, d fact.Date) { o.give(name, fact.OfDate(d)) }

// choose gives a choice by the option's id.
func (o *Out) choose(name, option string) {
	i := place(o.gives, name)
	for k, id := range o.gives[i].Options {
		if id == option {
			o.Values[i] = fact.Of(int64(k))
			return
		}
	}
	panic("calc: " + name + " has no option " + option)
}

// A Working puts a calculation into words with the numbers in it, when somebody
// wants to see it: calculators run at every answer, and most workings are never
// shown. A nil one says nothing.
type Working func() fact.Text

// Text is the working in both languages.
func (w Working) Text() fact.Text {
	if w == nil {
		return fact.Text{}
	}
	return w()
}

// In is the working in one language.
func (w Working) In(l fact.Lang) string { return w.Text().In(l) }
