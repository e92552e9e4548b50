package advisor

import (
	"slices"

	"wangdai/advisor/calc"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// A State is what a list of answers amounts to: the result of one replay.
type State struct {
	Values   []fact.Value // by fact
	Truth    []cond.Truth // by finding
	Asked    []int        // questions asked on this path, in order; those not yet answered count as unknown
	Next     int          // first question asked and not answered; -1 when there is none
	Unused   []string     // answered questions that are not asked on this path
	Answered int          // answers that count
	Min, Max int          // fewest and most questions still to come

	Stage    Stage         // what the next question is for
	Left     int           // questions that the whole interview may still ask
	Possible []cond.Truths // by finding: what it may still come to; nil where nothing is open

	workings []calc.Working // by calculation
	counted  []Reckoning    // by deadline
}

// A Reckoning is how a deadline was counted.
type Reckoning struct {
	Raw     fact.Date // the last day before moving past days off
	Date    fact.Date
	Covered bool // the calendar has every year it was moved in
}

// Resolve replays the answers: which questions are asked, what follows from
// them, which findings hold. It is pure, and never fails: an answer that does
// not fit its question is treated as unknown.
func Resolve(b *Base, a Answers, today fact.Date) *State {
	return newReplay(b, a, today).resolve()
}

func (r *replay) resolve() *State {
	b, s := r.b, r.s
	s.Truth = make([]cond.Truth, len(b.Findings))
	s.Asked = make([]int, 0, 48)
	r.run()
	for q, stands := range r.stands {
		switch {
		case stands == notAsked:
			continue
		case stands == answered:
			s.Answered++
		case s.Next < 0:
			s.Next = q
		}
		s.Asked = append(s.Asked, q)
	}
	if s.Answered < len(r.answers) {
		s.Unused = b.unused(r.answers, s.Asked)
	}
	r.conclude()
	return s
}

func (b *Base) unused(a Answers, asked []int) []string {
	on := make(map[string]bool, len(asked))
	for _, q := range asked {
		on[b.Asked(q).ID] = true
	}
	var out []string
	for i := range b.Questions {
		id := b.Asked(i).ID
		if _, ok := a[id]; ok && !on[id] {
			out = append(out, id)
		}
	}
	return out
}

// A replay computes facts one after the other, in the order of the Program.
type replay struct {
	b       *Base
	today   fact.Date
	answers Answers
	s       *State
	stands  []standing // by question
	in      calc.In
	out     calc.Out
	runs    []run // by calculation, kept from one replay to the next; nil: not kept

	// open: a question that is not answered yet is open, it may still become
	// anything; otherwise it counts as answered with 不清楚. What hangs on open
	// facts is open, too, and calculators do not run.
	open bool

	what  *supposed // what is supposed, nil while all is as answered
	spare supposed  // its memory
}

// A standing is where a question stands in a replay.
type standing uint8

const (
	notAsked standing = iota
	answered
	mayCome  // not answered, and what decides whether it is asked is open
	willCome // not answered, and asked
)

func newReplay(b *Base, a Answers, today fact.Date) *replay {
	in := calc.In{Today: today, Calendar: &b.Calendar, Tables: tables{b}, Values: make([]fact.Value, 0, 8)}
	return &replay{b: b, today: today, answers: a, in: in, stands: make([]standing, len(b.Questions)), s: &State{
		Values:   make([]fact.Value, len(b.Facts)),
		Next:     -1,
		workings: make([]calc.Working, len(b.Calculations)),
		counted:  make([]Reckoning, len(b.Deadlines)),
	}}
}

// run computes everything but the findings.
func (r *replay) run() {
	for _, it := range r.b.Program {
		r.compute(it)
	}
}

func (r *replay) compute(it Item) {
	switch it.Kind {
	case AskItem:
		r.ask(it.I)
	case DeriveItem:
		d := &r.b.Derived[it.I]
		r.set(d.Fact, r.derive(d))
	case CalcItem:
		r.calculate(it.I)
	case DeadlineItem:
		r.deadline(it.I)
	}
}

// set gives a fact its value.
func (r *replay) set(f int, v fact.Value) {
	if r.what != nil {
		r.what.set(r, f, &v)
	}
	r.s.Values[f] = v
}

// ask puts a question, if it is asked or may be.
func (r *replay) ask(i int) {
	q := &r.b.Questions[i]
	var v fact.Value
	stands := notAsked
	if may := q.When.Possible(r.s.Values, nil); may.Has(cond.True) {
		v, stands = r.answer(q.Fact, may.One())
	}
	r.set(q.Fact, v)
	if r.what != nil && r.stands[i] != stands {
		r.what.standings = append(r.what.standings, before[standing]{i, r.stands[i]})
	}
	r.stands[i] = stands
}

// answer is what was answered to a question that is asked for sure, or may be.
func (r *replay) answer(f int, sure bool) (fact.Value, standing) {
	v := r.answers[r.b.Facts[f].ID]
	if r.what != nil && r.what.fact == f {
		v = r.what.value
	}
	switch {
	case v.State == fact.NotAsked && !r.open:
		return fact.NotSure(), willCome
	case v.State == fact.NotAsked && sure:
		return fact.Value{State: fact.Open}, willCome
	case v.State == fact.NotAsked:
		return fact.Value{State: fact.Open}, mayCome
	case !sure: // answered, but it may come to be not asked
		return fact.Value{State: fact.Open}, answered
	case v.State != fact.Known || !r.b.fits(f, v, r.today):
		return fact.NotSure(), answered
	}
	return v, answered
}

// conclude finds out which findings hold.
func (r *replay) conclude() {
	v := r.s.Values
	// The findings of a file share its condition and stand together: it is
	// looked at once for all of them.
	var shared *cond.Expr
	var holds cond.Truth
	for i := range r.b.Findings {
		e := r.b.Findings[i].When
		if e == nil || !e.Joined() {
			r.s.Truth[i] = e.Truth(v)
			continue
		}
		if e.Kids[0] != shared {
			shared = e.Kids[0]
			holds = shared.Truth(v)
		}
		t := holds
		if t != cond.False {
			t = min(t, e.Kids[1].Truth(v))
		}
		r.s.Truth[i] = t
	}
}

// undecided is what a fact is that hangs on others: open where one of them is,
// else unknown for good.
func (r *replay) undecided(open bool) fact.Value {
	if open {
		return fact.Value{State: fact.Open}
	}
	return fact.NotSure()
}

func (r *replay) isOpen(f int) bool { return r.s.Values[f].State == fact.Open }

// hanging is what a derived fact is that is undecided over these conditions:
// open while one of them may still be decided.
func (r *replay) hanging(es ...*cond.Expr) fact.Value {
	return r.undecided(r.open && slices.ContainsFunc(es, func(e *cond.Expr) bool { return e.Any(r.isOpen) }))
}

// derive is the first row that holds. A row before it that is undecided makes
// the whole undecided: it might have come first.
func (r *replay) derive(d *Derived) fact.Value {
	v := r.s.Values
	if d.Rows == nil {
		switch d.When.Truth(v) {
		case cond.True:
			return fact.Of(1)
		case cond.False:
			return fact.Of(0)
		}
		return r.hanging(d.When)
	}
	for i, row := range d.Rows {
		switch row.Truth(v) {
		case cond.True:
			return fact.Of(int64(i))
		case cond.Maybe:
			return r.hanging(d.Rows[:i+1]...)
		}
	}
	return fact.Value{}
}

func (r *replay) calculate(i int) {
	c, bound := &r.b.Calculations[i], &r.b.index.calculators[i]
	if !bound.known {
		return
	}
	// An input never asked means the calculation is not for this person; an
	// unknown one means its results are unknown too.
	state := fact.Known
	open := false
	for k, t := range c.Takes {
		v := &r.s.Values[t.Fact]
		open = open || v.State == fact.Open
		switch {
		case bound.optional[k]:
		case v.State == fact.NotAsked:
			state = fact.NotAsked
		case v.State != fact.Known && state != fact.NotAsked:
			state = fact.Unknown
		}
	}
	switch {
	case state == fact.NotAsked:
		r.give(c, fact.Value{})
	case open:
		r.give(c, fact.Value{State: fact.Open})
	case state == fact.Unknown:
		r.give(c, fact.NotSure())
	default:
		r.work(i)
	}
}

// give is the same result for everything that a calculation gives.
func (r *replay) give(c *Calculation, v fact.Value) {
	for _, g := range c.Gives {
		r.set(g.Fact, v)
	}
}

// A run is what a calculator last gave, and for what: it is not run again as
// long as its inputs stay.
type run struct {
	inputs []fact.Value
	out    calc.Out
}

// work runs a calculator, or takes what it gave before.
func (r *replay) work(i int) {
	c, bound := &r.b.Calculations[i], &r.b.index.calculators[i]
	in, out := r.inputs(bound), &r.out
	if r.runs != nil && slices.EqualFunc(r.runs[i].inputs, in.Values, func(a, b fact.Value) bool { return same(&a, &b) }) {
		out = &r.runs[i].out
	} else {
		bound.spec.Run(in, out)
		if r.runs != nil && r.what == nil {
			r.runs[i] = run{append(r.runs[i].inputs[:0], in.Values...), *out}
		}
	}
	if r.what == nil {
		r.s.workings[i] = out.Working
	}
	for k, g := range c.Gives {
		r.set(g.Fact, bound.gives[k].of(out))
	}
}

// inputs is what a calculator is given; one serves a whole replay.
func (r *replay) inputs(c *bound) *calc.In {
	in := &r.in
	in.Values, in.Options = in.Values[:0], c.options
	for _, f := range c.takes {
		v := fact.Value{}
		if f >= 0 {
			v = r.s.Values[f]
		}
		in.Values = append(in.Values, v)
	}
	return in
}

func (r *replay) deadline(i int) {
	d := &r.b.Deadlines[i]
	switch from := r.s.Values[d.From]; from.State {
	case fact.NotAsked:
		r.set(d.Fact, fact.Value{})
		r.set(d.State, fact.Value{})
	case fact.Known:
		k := d.Reckon(from.Date(), &r.b.Calendar)
		if r.what == nil {
			r.s.counted[i] = k
		}
		r.set(d.Fact, fact.OfDate(k.Date))
		r.set(d.State, fact.Bool(k.Date < r.today)) // options: open, passed
	default:
		v := r.undecided(from.State == fact.Open)
		r.set(d.Fact, v)
		r.set(d.State, v)
	}
}

// Reckon counts the deadline from a day: the day after is the first of the
// period; a period of months or years ends on the corresponding day (民法典第
// 202条); a last day that is a day off moves on (民法典第203条、民事诉讼法第85条).
func (d *Deadline) Reckon(from fact.Date, cal *fact.Calendar) Reckoning {
	k := Reckoning{Covered: true}
	switch d.Unit {
	case Days:
		k.Raw = from + fact.Date(d.N)
	case Workdays:
		k.Raw, k.Covered = cal.AddWorkdays(from, d.N)
	case Months:
		k.Raw = from.AddMonths(d.N)
	case Years:
		k.Raw = from.AddYears(d.N)
	}
	k.Date = k.Raw
	if !d.NoRoll && d.Unit != Workdays {
		k.Date, k.Covered = cal.Roll(k.Raw)
	}
	return k
}

// Reckoning is how deadline i was counted.
func (s *State) Reckoning(i int) Reckoning { return s.counted[i] }

// Formula is the working of calculation i, or no text where it was not run.
func (s *State) Formula(i int) Text { return s.workings[i].Text() }

// tables hands the law's numbers to the calculators.
type tables struct{ b *Base }

func (t tables) Number(id string, on fact.Date) (int64, bool) {
	n := t.b.NumberTable(id)
	if n == nil || len(n.Values) == 0 {
		return 0, false
	}
	return n.On(on).N, true
}

func (t tables) Scale(id string, on fact.Date) (calc.Scale, bool) {
	s := t.b.ScaleTable(id)
	if s == nil || len(s.Values) == 0 {
		return calc.Scale{}, false
	}
	for i := range s.Values {
		if s.Values[i].From <= on {
			return s.Values[i].Scale, true
		}
	}
	return s.Values[len(s.Values)-1].Scale, true
}

func (t tables) Day(id string) (fact.Date, bool) {
	n := t.b.NumberTable(id)
	if n == nil || len(n.Values) != 1 || n.Values[0].Kind != fact.Day {
		return 0, false
	}
	return fact.Date(n.Values[0].N), true
}

func (t tables) Rate(id string, on fact.Date) (fact.Rate, fact.Date, bool, bool) {
	r := t.b.RateTable(id)
	if r == nil {
		return 0, 0, false, false
	}
	for i := range r.Values {
		if v := &r.Values[i]; v.From <= on {
			return v.Rate, v.From, on <= r.Verified, true
		}
	}
	return 0, 0, false, false
}

// On is the value in force on a day: the newest that began by then, else the
// oldest there is.
func (n *NumberTable) On(day fact.Date) NumberValue {
	for i := range n.Values {
		if n.Values[i].From <= day {
			return n.Values[i]
		}
	}
	return n.Values[len(n.Values)-1]
}

func (f *Fact) option(id string) int {
	for i := range f.Options {
		if f.Options[i].ID == id {
			return i
		}
	}
	return -1
}

func (f *Fact) optionIDs() []string {
	out := make([]string, len(f.Options))
	for i := range f.Options {
		out[i] = f.Options[i].ID
	}
	return out
}

// Tables are the law's numbers and rates, as calculators take them.
func (b *Base) Tables() calc.Tables { return tables{b} }

// MayAsk reports whether question q can be asked of a person whose role is the
// given option, whatever else they answer.
func (b *Base) MayAsk(q, role int, f *Fact, option string) bool {
	when := b.Questions[q].When
	if when == nil {
		return true
	}
	v := openValues(len(b.Facts))
	v[role] = fact.Of(int64(f.option(option)))
	return when.Truth(v) != cond.False
}

func openValues(n int) []fact.Value {
	v := make([]fact.Value, n)
	for i := range v {
		v[i] = fact.Value{State: fact.Open}
	}
	return v
}
