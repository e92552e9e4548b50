package advisor

import (
	"wangdai/advisor/calc"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// A Sight is what may still come of the answers given so far. A question that
// nobody has put yet is open, which is not 不清楚: what hangs on it is neither
// true nor false nor undecided, it is still to come.
//
// For every fact it keeps the values that are still possible, and from them
// works out which truths a condition may still come to (Poss). The questions
// that something still hangs on (Need) are found by going down only where more
// than one truth is possible: an open fact leads to its question and to what
// that question's own condition hangs on. So whatever is not needed cannot
// change the outcome any more, and a question is asked only if its condition
// is surely true: the short way is a part of the full one.
type Sight struct {
	b     *Base
	today fact.Date
	a     Answers
	dom   []domain
	when  []Poss // by question
	r     replay
	need  []bool // by fact
	seen  []bool // by fact
	loose bool
}

// Poss is a set of truths that a condition may still come to.
type Poss uint8

// The truths. A condition that hangs on 不清楚 comes to Maybe.
const (
	CanFalse Poss = 1 << cond.False
	CanMaybe Poss = 1 << cond.Maybe
	CanTrue  Poss = 1 << cond.True
)

// Decided reports whether only one truth is left.
func (p Poss) Decided() bool { return p&(p-1) == 0 }

// sure is p for an answer that 不清楚 does not hold up.
func (p Poss) sure() Poss {
	if p&CanMaybe != 0 {
		return p&^CanMaybe | CanFalse
	}
	return p
}

// A domain is what a fact may still be.
type domain struct {
	notAsked, unknown, known bool
	may, must                uint64 // options possible, and surely ticked
	done                     bool   // decided: the value stands in the state
}

// Look is what may still come of these answers on that day.
func Look(b *Base, a Answers, today fact.Date) *Sight {
	s := newSight(b, today)
	s.look(a)
	return s
}

// LookLoosely is Look for someone who might still find out what they called
// 不清楚: it counts as open. What still hangs on questions then is what is
// worth finding out.
func LookLoosely(b *Base, a Answers, today fact.Date) *Sight {
	s := newSight(b, today)
	s.loose = true
	s.look(a)
	return s
}

func newSight(b *Base, today fact.Date) *Sight {
	st := &State{
		Values:   make([]fact.Value, len(b.Facts)),
		Next:     -1,
		formulas: make([]Text, len(b.Calculations)),
		works:    make([]func() Text, len(b.Calculations)),
		counted:  make([]Reckoning, len(b.Deadlines)),
	}
	return &Sight{b: b, today: today, dom: make([]domain, len(b.Facts)), when: make([]Poss, len(b.Questions)),
		r:    replay{b: b, today: today, s: st, why: make([]uint16, 0, 64)},
		need: make([]bool, len(b.Facts)), seen: make([]bool, len(b.Facts))}
}

// Value is what a fact is, or Open.
func (s *Sight) Value(f int) fact.Value { return s.r.s.Values[f] }

// Settled reports whether the value of a fact is decided.
func (s *Sight) Settled(f int) bool { return s.dom[f].done }

// Asked is what the condition of a question may still come to.
func (s *Sight) Asked(q int) Poss { return s.when[q] }

// Ready reports whether a question is asked for certain, and not answered.
func (s *Sight) Ready(q int) bool {
	return s.when[q] == CanTrue && s.r.s.Values[s.b.Questions[q].Fact].State == fact.Open
}

func (s *Sight) settle(f int, v fact.Value) {
	d := domain{done: true}
	switch v.State {
	case fact.NotAsked:
		d.notAsked = true
	case fact.Unknown:
		d.unknown = true
	default:
		d.known = true
	}
	s.dom[f], s.r.s.Values[f] = d, v
}

func (s *Sight) leaveOpen(f int, d domain) {
	s.dom[f], s.r.s.Values[f] = d, fact.Value{State: fact.Open}
}

// anything is every value of a fact; notAsked where it may not be asked.
func (s *Sight) anything(f int, notAsked bool) domain {
	return domain{notAsked: notAsked, unknown: true, known: true, may: s.b.Facts[f].every()}
}

// every is a bit for each value of a fact that has options, else all bits.
func (f *Fact) every() uint64 {
	if f.Kind == fact.YesNo {
		return 3
	}
	if n := len(f.Options); n > 0 {
		return 1<<uint(n) - 1
	}
	return ^uint64(0)
}

func (s *Sight) look(a Answers) {
	s.a = a
	for i := range s.dom {
		s.settle(i, fact.Value{})
	}
	for _, it := range s.b.Program {
		switch it.Kind {
		case AskItem:
			s.ask(it.I)
		case DeriveItem:
			s.derive(&s.b.Derived[it.I])
		case CalcItem:
			s.calculate(it.I)
		case DeadlineItem:
			s.deadline(it.I)
		}
	}
}

func (s *Sight) ask(q int) {
	x := &s.b.Questions[q]
	f := &s.b.Facts[x.Fact]
	w := s.Poss(x.When)
	s.when[q] = w
	if w&CanTrue == 0 {
		return
	}
	v, ok := s.a[f.ID]
	switch {
	case !ok || v.State == fact.NotAsked || v.State == fact.Open:
		s.leaveOpen(x.Fact, s.anything(x.Fact, w != CanTrue))
		return
	case v.State != fact.Known || !s.b.fits(x.Fact, v, s.today):
		v = fact.NotSure()
	}
	if v.State == fact.Unknown && s.loose {
		d := s.anything(x.Fact, w != CanTrue)
		d.unknown = false
		s.leaveOpen(x.Fact, d)
		return
	}
	if w == CanTrue {
		s.settle(x.Fact, v)
		return
	}
	// Answered, but whether it is asked is still open.
	d := domain{notAsked: true, unknown: v.State == fact.Unknown, known: v.State == fact.Known}
	switch {
	case !d.known:
	case f.Kind == fact.Several:
		d.may, d.must = uint64(v.N), uint64(v.N)
	case f.every() != ^uint64(0):
		d.may = 1 << uint(v.N)
	default:
		d.may = ^uint64(0)
	}
	s.leaveOpen(x.Fact, d)
}

// derive is the first row that holds: every row that may still be it counts.
func (s *Sight) derive(d *Derived) {
	if d.Rows == nil {
		s.named(d)
		return
	}
	var x domain
	first, stopped := true, false // no row so far may hold or hang; one surely does
	for i, row := range d.Rows {
		p := s.Poss(row)
		if first && p == CanTrue {
			s.settle(d.Fact, fact.Of(int64(i)))
			return
		}
		if first && p == CanMaybe {
			s.settle(d.Fact, fact.NotSure())
			return
		}
		if p&CanTrue != 0 {
			x.known = true
			x.may |= 1 << uint(i)
		}
		x.unknown = x.unknown || p&CanMaybe != 0
		first = first && p == CanFalse
		if p&CanFalse == 0 {
			stopped = true
			break
		}
	}
	if first {
		s.settle(d.Fact, fact.Value{})
		return
	}
	x.notAsked = !stopped
	s.leaveOpen(d.Fact, x)
}

func (s *Sight) named(d *Derived) {
	switch p := s.Poss(d.When); p {
	case CanTrue:
		s.settle(d.Fact, fact.Of(1))
	case CanFalse:
		s.settle(d.Fact, fact.Of(0))
	case CanMaybe:
		s.settle(d.Fact, fact.NotSure())
	default:
		x := domain{unknown: p&CanMaybe != 0, known: p&(CanTrue|CanFalse) != 0}
		if p&CanTrue != 0 {
			x.may |= 2
		}
		if p&CanFalse != 0 {
			x.may |= 1
		}
		s.leaveOpen(d.Fact, x)
	}
}

// calculate runs a calculator as soon as its inputs are decided; until then
// its results may be anything.
func (s *Sight) calculate(i int) {
	c := &s.b.Calculations[i]
	spec, ok := calc.Lookup(c.Name)
	if !ok {
		return
	}
	all, never, mayNever, unknown := true, false, false, false
	for _, t := range c.Takes {
		d := &s.dom[t.Fact]
		all = all && d.done
		if optional(spec, t.Name) {
			continue
		}
		never = never || d.done && d.notAsked
		mayNever = mayNever || d.notAsked
		unknown = unknown || d.done && d.unknown
	}
	switch {
	case never: // not for this person: the results stay not asked
	case all:
		s.r.calculate(i)
		for _, g := range c.Gives {
			s.settle(g.Fact, s.r.s.Values[g.Fact])
		}
	case unknown && !mayNever:
		for _, g := range c.Gives {
			s.settle(g.Fact, fact.NotSure())
		}
	default:
		for _, g := range c.Gives {
			d := s.anything(g.Fact, mayNever)
			if unknown {
				d.known, d.may = false, 0
			}
			s.leaveOpen(g.Fact, d)
		}
	}
}

func (s *Sight) deadline(i int) {
	d := &s.b.Deadlines[i]
	from := &s.dom[d.From]
	if from.done {
		s.r.deadline(i)
		s.settle(d.Fact, s.r.s.Values[d.Fact])
		s.settle(d.State, s.r.s.Values[d.State])
		return
	}
	x := domain{notAsked: from.notAsked, unknown: from.unknown, known: from.known, may: ^uint64(0)}
	s.leaveOpen(d.Fact, x)
	x.may = 3
	s.leaveOpen(d.State, x)
}

// Poss is what a condition may still come to. Parts are taken to be
// independent of each other: it may name a truth too many, never one too few.
func (s *Sight) Poss(e *cond.Expr) Poss {
	if e == nil {
		return CanTrue
	}
	switch e.Op {
	case cond.And, cond.Or:
		return s.joined(e)
	case cond.Not:
		p := s.Poss(e.Kids[0])
		return p&CanMaybe | p&CanTrue>>2 | p&CanFalse<<2
	case cond.Const:
		return CanTrue
	}
	return s.atom(e)
}

// joined is Poss of and, and of or, which is the same with true and false
// changed about.
func (s *Sight) joined(e *cond.Expr) Poss {
	stop, rest := CanFalse, CanTrue // one stop decides; all must be rest
	if e.Op == cond.Or {
		stop, rest = CanTrue, CanFalse
	}
	out, every := Poss(0), true
	for _, k := range e.Kids {
		p := s.Poss(k)
		if p == stop {
			return stop
		}
		every = every && p&rest != 0
		out |= p & (stop | CanMaybe)
	}
	if every {
		out |= rest
	}
	return out
}

func (s *Sight) atom(e *cond.Expr) Poss {
	d := &s.dom[e.Fact]
	if d.done {
		t, _ := e.Eval(s.r.s.Values, s.r.why[:0])
		return 1 << t
	}
	var p Poss
	if d.notAsked {
		p |= truthOf(e.Unasked)
	}
	if d.unknown {
		if e.Op == cond.IsUnknown || e.Op == cond.In && e.Orelse {
			p |= CanTrue
		} else {
			p |= CanMaybe
		}
	}
	if !d.known {
		return p
	}
	may := func(yes, no bool) {
		if yes {
			p |= CanTrue
		}
		if no {
			p |= CanFalse
		}
	}
	switch e.Op {
	case cond.In:
		may(d.may&e.Set != 0, d.may&^e.Set != 0)
	case cond.Has:
		may(d.may>>uint(e.Bit)&1 == 1, d.must>>uint(e.Bit)&1 == 0)
	case cond.Yes:
		may(d.may&2 != 0, d.may&1 != 0)
	case cond.IsUnknown:
		may(false, true)
	default:
		may(true, true)
	}
	return p
}

func truthOf(b bool) Poss {
	if b {
		return CanTrue
	}
	return CanFalse
}

// Forget begins a new list of needed questions.
func (s *Sight) Forget() {
	clear(s.need)
	clear(s.seen)
}

// Need notes the questions on which e still hangs.
func (s *Sight) Need(e *cond.Expr) {
	if e == nil || s.Poss(e).Decided() {
		return
	}
	switch e.Op {
	case cond.And, cond.Or, cond.Not:
		for _, k := range e.Kids {
			s.Need(k)
		}
	case cond.Const:
	default:
		s.NeedFact(e.Fact)
	}
}

// NeedFact notes the questions on which the value of f still hangs.
func (s *Sight) NeedFact(f int) {
	if s.seen[f] || s.dom[f].done {
		return
	}
	s.seen[f] = true
	x := &s.b.Facts[f]
	switch x.Origin {
	case Asked:
		q := &s.b.Questions[x.Of]
		if _, ok := s.a[x.ID]; !ok || s.loose {
			s.need[f] = true
		}
		s.Need(q.When)
	case FromTable, FromCondition:
		d := &s.b.Derived[x.Of]
		s.Need(d.When)
		for _, row := range d.Rows {
			s.Need(row)
			if s.Poss(row)&CanFalse == 0 {
				break
			}
		}
	case Calculated:
		for _, t := range s.b.Calculations[x.Of].Takes {
			s.NeedFact(t.Fact)
		}
	case DeadlineDate, DeadlineState:
		s.NeedFact(s.b.Deadlines[x.Of].From)
	}
}

// Needed are the needed questions in the order of the interview, the first of
// which can be asked at once.
func (s *Sight) Needed() []int {
	var out []int
	for q := range s.b.Questions {
		if s.need[s.b.Questions[q].Fact] {
			out = append(out, q)
		}
	}
	return out
}

// The outcomes of an ask that is not one of its answers.
const (
	StillOpen = -2 // it hangs on questions that were not asked yet
	NoAnswer  = -1 // it hangs on 不清楚, and nothing is written for that
)

// Outcome is the index of the answer that an ask has come to, or StillOpen.
func (s *Sight) Outcome(a *Ask) int {
	for i := range a.Answers {
		if i == a.Unclear {
			continue
		}
		switch s.answer(&a.Answers[i]) {
		case CanTrue:
			return i
		case CanFalse:
		case CanMaybe:
			return a.Unclear
		default:
			return StillOpen
		}
	}
	return a.Unclear
}

func (s *Sight) answer(x *Answer) Poss {
	p := s.Poss(x.When)
	if x.Sure {
		p = p.sure()
	}
	return p
}

// Possible are the answers that may still be given, in their order.
func (s *Sight) Possible(a *Ask) []int {
	var out []int
	hangs := false
	for i := range a.Answers {
		if i == a.Unclear {
			continue
		}
		p := s.answer(&a.Answers[i])
		if p&CanTrue != 0 {
			out = append(out, i)
		}
		hangs = hangs || p&CanMaybe != 0
		if p&CanFalse == 0 {
			break
		}
	}
	if hangs && a.Unclear >= 0 && !s.loose {
		out = append(out, a.Unclear)
	}
	return out
}

// NeedAsk notes what an ask still hangs on: which answer is given, what its
// text names, whether its steps may be taken, and what must be settled before
// paying is spoken of.
func (s *Sight) NeedAsk(a *Ask) {
	for i := range a.Answers {
		x := &a.Answers[i]
		if i == a.Unclear {
			continue
		}
		p := s.answer(x)
		if !p.Decided() {
			s.Need(x.When)
		}
		if p&CanTrue != 0 {
			s.needText(x)
		}
		if p&CanFalse == 0 {
			break
		}
	}
	if k := s.Outcome(a); k >= 0 && k == a.Unclear {
		s.needText(&a.Answers[k])
	}
}

func (s *Sight) needText(x *Answer) {
	for _, f := range x.Shows {
		s.NeedFact(f)
	}
	for k := range x.Steps {
		s.Need(s.b.shared(&x.Steps[k]).When)
	}
	if x.Pays {
		s.needPaying()
	}
}

// needPaying notes what must be settled before paying is spoken of.
func (s *Sight) needPaying() {
	for i := range s.b.Paying {
		p := &s.b.Paying[i]
		s.Need(p.For)
		if s.Poss(p.For)&CanTrue == 0 {
			continue
		}
		for _, f := range p.Facts {
			s.NeedFact(f)
		}
		s.Need(p.Safe)
	}
}

// shared is the step itself, where st only names a shared one.
func (b *Base) shared(st *Step) *Step {
	if st.ID != "" && st.Text.IsZero() {
		if x := b.Step(st.ID); x != nil {
			return x
		}
	}
	return st
}

// NeedFinding notes what a finding still hangs on: whether it holds and, where
// whole, what its words and deadlines name and whether its steps may be taken.
func (s *Sight) NeedFinding(i int, whole bool) {
	f := &s.b.Findings[i]
	s.Need(f.When)
	if !whole || s.Poss(f.When)&CanTrue == 0 {
		return
	}
	for _, x := range f.Shows {
		s.NeedFact(x)
	}
	if f.LawOn >= 0 {
		s.NeedFact(f.LawOn)
	}
	for k := range f.Steps {
		s.Need(s.b.shared(&f.Steps[k]).When)
	}
}
