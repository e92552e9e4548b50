package advisor

import (
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
// them, which findings hold. What is not answered counts as 不清楚. It is pure,
// and never fails: an answer that does not fit its question is treated as
// unknown, too.
func Resolve(b *Base, a Answers, today fact.Date) *State { return resolve(b, a, today, nil) }

func resolve(b *Base, a Answers, today fact.Date, runs []run) *State {
	r := replay{b: b, today: today, answers: a, s: newState(b), calculators: newCalculators(b, today, runs)}
	s := r.s
	s.Truth = make([]cond.Truth, len(b.Findings))
	s.Asked = make([]int, 0, 48)
	for _, it := range b.Program {
		r.compute(it)
	}
	if s.Answered < len(a) {
		s.Unused = b.unused(a, s.Asked)
	}
	r.conclude()
	return s
}

func newState(b *Base) *State {
	return &State{
		Values:   make([]fact.Value, len(b.Facts)),
		Next:     -1,
		workings: make([]calc.Working, len(b.Calculations)),
		counted:  make([]Reckoning, len(b.Deadlines)),
	}
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
	calculators
}

func (r *replay) compute(it Item) {
	v := r.s.Values
	switch it.Kind {
	case AskItem:
		r.ask(it.I)
	case DeriveItem:
		d := &r.b.Derived[it.I]
		v[d.Fact] = d.derive(v)
	case CalcItem:
		r.calculate(it.I)
	case DeadlineItem:
		d := &r.b.Deadlines[it.I]
		v[d.Fact], v[d.State], r.s.counted[it.I] = d.reckon(v[d.From], r.today, &r.b.Calendar)
	}
}

func (r *replay) ask(i int) {
	q := &r.b.Questions[i]
	if !q.When.Holds(r.s.Values) {
		return
	}
	s := r.s
	s.Asked = append(s.Asked, i)
	v := r.answers[r.b.Facts[q.Fact].ID]
	switch {
	case v.State == fact.NotAsked:
		v = fact.NotSure()
		if s.Next < 0 {
			s.Next = i
		}
	default:
		s.Answered++
		if v.State != fact.Known || !r.b.fits(q.Fact, v, r.today) {
			v = fact.NotSure()
		}
	}
	s.Values[q.Fact] = v
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

// derive is the first row that holds. A row before it that is undecided makes
// the whole undecided: it might have come first.
func (d *Derived) derive(v []fact.Value) fact.Value {
	if d.Rows == nil {
		switch d.When.Truth(v) {
		case cond.True:
			return fact.Of(1)
		case cond.False:
			return fact.Of(0)
		}
		return fact.NotSure()
	}
	for i, row := range d.Rows {
		switch row.Truth(v) {
		case cond.True:
			return fact.Of(int64(i))
		case cond.Maybe:
			return fact.NotSure()
		}
	}
	return fact.Value{}
}

func (r *replay) calculate(i int) {
	c, bound := &r.b.Calculations[i], &r.b.index.calculators[i]
	// An input never asked means the calculation is not for this person; an
	// unknown one means its results are unknown too.
	state := fact.Known
	for k, t := range c.Takes {
		switch v := &r.s.Values[t.Fact]; {
		case bound.known && bound.optional[k]:
		case v.State == fact.NotAsked:
			state = fact.NotAsked
		case v.State != fact.Known && state != fact.NotAsked:
			state = fact.Unknown
		}
	}
	switch {
	case !bound.known || state == fact.NotAsked:
	case state == fact.Unknown:
		for _, g := range c.Gives {
			r.s.Values[g.Fact] = fact.NotSure()
		}
	default:
		out := r.work(i, r.s.Values, true)
		r.s.workings[i] = out.Working
		for k, g := range c.Gives {
			r.s.Values[g.Fact] = bound.gives[k].of(out)
		}
	}
}

// reckon is the deadline, and whether it is open or passed, from the value of
// the fact that it runs from.
func (d *Deadline) reckon(from fact.Value, today fact.Date, cal *fact.Calendar) (date, state fact.Value, k Reckoning) {
	switch from.State {
	case fact.NotAsked:
		return fact.Value{}, fact.Value{}, k
	case fact.Known:
		k = d.Reckon(from.Date(), cal)
		return fact.OfDate(k.Date), fact.Bool(k.Date < today), k // options: open, passed
	}
	return fact.NotSure(), fact.NotSure(), k
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
