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

	formulas []Text        // by calculation
	works    []func() Text // workings that are made only when shown
	counted  []Reckoning   // by deadline
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
	s := &State{
		Values:   make([]fact.Value, len(b.Facts)),
		Truth:    make([]cond.Truth, len(b.Findings)),
		Asked:    make([]int, 0, 48),
		Next:     -1,
		formulas: make([]Text, len(b.Calculations)),
		works:    make([]func() Text, len(b.Calculations)),
		counted:  make([]Reckoning, len(b.Deadlines)),
	}
	used := 0
	r := replay{b: b, today: today, s: s, why: make([]uint16, 0, 64)}
	r.run(func(q int) (fact.Value, bool) {
		v, ok := a[b.Facts[b.Questions[q].Fact].ID]
		ok = ok && v.State != fact.NotAsked
		if ok {
			used++
		}
		return v, ok
	})
	if used < len(a) {
		s.Unused = b.unused(a, s.Asked)
	}
	for i := range b.Findings {
		s.Truth[i] = r.truth(b.Findings[i].When)
	}
	return s
}

// run replays the program, asking answer for each question that is asked.
func (r *replay) run(answer func(q int) (fact.Value, bool)) {
	s, b := r.s, r.b
	for _, it := range b.Program {
		if it.Kind != AskItem {
			r.compute(it)
			continue
		}
		q := &b.Questions[it.I]
		if !r.holds(q.When) {
			continue
		}
		s.Asked = append(s.Asked, it.I)
		v, ok := answer(it.I)
		switch {
		case !ok:
			v = fact.NotSure()
			if s.Next < 0 {
				s.Next = it.I
			}
		default:
			s.Answered++
			if v.State != fact.Known || !b.fits(q.Fact, v, r.today) {
				v = fact.NotSure()
			}
		}
		s.Values[q.Fact] = v
	}
}

func (b *Base) unused(a Answers, asked []int) []string {
	on := make(map[string]bool, len(asked))
	for _, q := range asked {
		on[b.Facts[b.Questions[q].Fact].ID] = true
	}
	var out []string
	for i := range b.Questions {
		id := b.Facts[b.Questions[i].Fact].ID
		if _, ok := a[id]; ok && !on[id] {
			out = append(out, id)
		}
	}
	return out
}

// replay computes facts one after the other, in the order of the Program.
type replay struct {
	b     *Base
	today fact.Date
	s     *State
	why   []uint16
	in    *calc.In
	open  bool // progress: what is undecided may still become anything
}

func (r *replay) truth(e *cond.Expr) cond.Truth {
	t, _ := e.Eval(r.s.Values, r.why[:0])
	return t
}

func (r *replay) holds(e *cond.Expr) bool { return r.truth(e) == cond.True }

// undecided is what a fact is that hangs on others: still open where one of
// them is, else unknown for good.
func (r *replay) undecided(on ...int) fact.Value {
	for _, f := range on {
		if r.s.Values[f].State == fact.Open {
			return fact.Value{State: fact.Open}
		}
	}
	return fact.NotSure()
}

// hanging is what a derived fact is that is undecided over these conditions:
// open while one of them may still be decided.
func (r *replay) hanging(es ...*cond.Expr) fact.Value {
	if !r.open {
		return fact.NotSure()
	}
	for _, e := range es {
		if v := r.undecided(e.Facts()...); v.State == fact.Open {
			return v
		}
	}
	return fact.NotSure()
}

func (r *replay) compute(it Item) {
	switch it.Kind {
	case DeriveItem:
		d := &r.b.Derived[it.I]
		r.s.Values[d.Fact] = r.derive(d)
	case CalcItem:
		r.calculate(it.I)
	case DeadlineItem:
		r.deadline(it.I)
	}
}

// derive is the first row that holds. A row before it that is undecided makes
// the whole undecided: it might have come first.
func (r *replay) derive(d *Derived) fact.Value {
	if d.Rows == nil {
		switch r.truth(d.When) {
		case cond.True:
			return fact.Of(1)
		case cond.False:
			return fact.Of(0)
		}
		return r.hanging(d.When)
	}
	for i, row := range d.Rows {
		switch r.truth(row) {
		case cond.True:
			return fact.Of(int64(i))
		case cond.Maybe:
			return r.hanging(d.Rows[:i+1]...)
		}
	}
	return fact.Value{}
}

func (r *replay) calculate(i int) {
	c := &r.b.Calculations[i]
	spec, ok := calc.Lookup(c.Name)
	if !ok {
		return
	}
	// An input never asked means the calculation is not for this person; an
	// unknown one means its results are unknown too.
	state := fact.Known
	in := r.inputs()
	for _, t := range c.Takes {
		v := r.s.Values[t.Fact]
		in.Values[t.Name] = v
		if f := &r.b.Facts[t.Fact]; len(f.Options) > 0 {
			in.Options[t.Name] = r.b.index.options[t.Fact]
		}
		if optional(spec, t.Name) {
			continue
		}
		switch {
		case v.State == fact.NotAsked:
			state = fact.NotAsked
		case v.State != fact.Known && state != fact.NotAsked:
			state = fact.Unknown
		}
	}
	if state == fact.NotAsked {
		return
	}
	if state == fact.Unknown || r.open {
		v := fact.NotSure()
		for _, t := range c.Takes {
			if x := r.undecided(t.Fact); x.State == fact.Open {
				v = x
			}
		}
		if state == fact.Known {
			v = fact.Value{State: fact.Open} // progress does not run calculators
		}
		for _, g := range c.Gives {
			r.s.Values[g.Fact] = v
		}
		return
	}
	out := spec.Run(in)
	r.s.formulas[i] = out.Formula
	if out.Work != nil {
		r.s.works[i] = out.Work
	}
	for _, g := range c.Gives {
		v := fact.NotSure()
		if got, ok := out.Values[g.Name]; ok {
			v = got
		} else if id, ok := out.Verdicts[g.Name]; ok {
			if n := r.b.Facts[g.Fact].option(id); n >= 0 {
				v = fact.Of(int64(n))
			}
		}
		r.s.Values[g.Fact] = v
	}
}

// inputs is what a calculator is given, empty; one serves a whole replay.
func (r *replay) inputs() *calc.In {
	if r.in == nil {
		r.in = &calc.In{Today: r.today, Calendar: &r.b.Calendar, Tables: tables{r.b}, Values: map[string]fact.Value{}, Options: map[string][]string{}}
	}
	clear(r.in.Values)
	clear(r.in.Options)
	return r.in
}

func optional(s calc.Spec, input string) bool {
	for i := range s.Takes {
		if s.Takes[i].Name == input {
			return s.Takes[i].Optional
		}
	}
	return false
}

func (r *replay) deadline(i int) {
	d := &r.b.Deadlines[i]
	from := r.s.Values[d.From]
	switch from.State {
	case fact.NotAsked:
		return
	case fact.Known:
	default:
		r.s.Values[d.Fact], r.s.Values[d.State] = r.undecided(d.From), r.undecided(d.From)
		return
	}
	k := d.Reckon(from.Date(), &r.b.Calendar)
	r.s.counted[i] = k
	r.s.Values[d.Fact] = fact.OfDate(k.Date)
	r.s.Values[d.State] = fact.Bool(k.Date < r.today) // options: open, passed
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
func (s *State) Formula(i int) Text {
	if s.works[i] != nil {
		return s.works[i]()
	}
	return s.formulas[i]
}

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

// progress counts the questions that must and may still come. It looks one
// answer ahead where the next question has options, so that "still to come"
// shrinks as soon as a road is chosen, and never grows. Questions that exclude
// each other are counted together, so that most may be more than anyone is
// asked; the bound that the knowledge promises, and check proves, is kept.
func (b *Base) progress(a Answers, s *State, today fact.Date) (least, most int) {
	least, most = b.stillToCome(a, s, today)
	if longest, ok := b.Longest[""]; ok {
		most = max(least, min(most, longest-s.Answered))
	}
	return least, most
}

func (b *Base) stillToCome(a Answers, s *State, today fact.Date) (least, most int) {
	if s.Next < 0 {
		return 0, 0
	}
	f := &b.Facts[b.Questions[s.Next].Fact]
	if f.Kind != fact.Choice {
		return b.stillOpen(a, today, -1, fact.Value{})
	}
	least = len(b.Questions)
	for i := -1; i < len(f.Options); i++ {
		v := fact.NotSure()
		if i >= 0 {
			v = fact.Of(int64(i))
		}
		lo, hi := b.stillOpen(a, today, s.Next, v)
		least, most = min(least, lo+1), max(most, hi+1)
	}
	return least, most
}

func (b *Base) stillOpen(a Answers, today fact.Date, assume int, as fact.Value) (least, most int) {
	s := &State{Values: make([]fact.Value, len(b.Facts)), formulas: make([]Text, len(b.Calculations)), works: make([]func() Text, len(b.Calculations)), counted: make([]Reckoning, len(b.Deadlines))}
	r := replay{b: b, today: today, s: s, why: make([]uint16, 0, 64), open: true}
	for _, it := range b.Program {
		if it.Kind != AskItem {
			r.compute(it)
			continue
		}
		q := &b.Questions[it.I]
		t := r.truth(q.When)
		if t != cond.True && !q.When.Can(s.Values, cond.True) {
			continue
		}
		v, ok := a[b.Facts[q.Fact].ID]
		if it.I == assume {
			v, ok = as, true
		}
		switch {
		case t == cond.Maybe, !ok:
			v = fact.Value{State: fact.Open}
			if !ok {
				most++
				if t == cond.True {
					least++
				}
			}
		case v.State != fact.Known:
			v = fact.NotSure()
		}
		s.Values[q.Fact] = v
	}
	return least, most
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
	t, _ := when.Eval(v, nil)
	return t != cond.False
}

func openValues(n int) []fact.Value {
	v := make([]fact.Value, n)
	for i := range v {
		v[i] = fact.Value{State: fact.Open}
	}
	return v
}
