package advisor

import (
	"slices"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// A Sight is what may still come of the answers given so far. A question that
// nobody has put yet is open, which is not 不清楚: what hangs on it is neither
// true nor false nor undecided, it is still to come.
//
// For every fact it keeps the values that are still possible, and from them
// works out which truths a condition may still come to. The questions
// that something still hangs on (Need) are found by going down only where more
// than one truth is possible: an open fact leads to its question and to what
// that question's own condition hangs on. So whatever is not needed cannot
// change the outcome any more, and a question is asked only if its condition
// is surely true: the short way is a part of the full one.
type Sight struct {
	b      *Base
	today  fact.Date
	a      Answers
	dom    []domain
	when   []cond.Truths // by question: whether it is asked
	st     *State        // what is decided
	atomOf func(*cond.Expr) cond.Truths
	need   []bool // by fact
	seen   []bool // by fact
	loose  bool
	rest   bool // what is not answered is 不清楚

	calculators
	what  *supposed // what is supposed, nil while all is as answered
	spare supposed  // its memory
}

// surely is what an answer may come to that 不清楚 does not hold up: it passes on
// to the next.
func surely(p cond.Truths) cond.Truths {
	if p.Has(cond.Maybe) {
		return p&^cond.Only(cond.Maybe) | canFalse
	}
	return p
}

// The sets of one truth.
const (
	canFalse = cond.Truths(1 << cond.False)
	canMaybe = cond.Truths(1 << cond.Maybe)
	canTrue  = cond.Truths(1 << cond.True)
)

// A domain is what a fact may still be.
type domain struct {
	notAsked, unknown, known bool
	may, must                uint64 // options possible, and surely ticked
	done                     bool   // decided: the value stands in the state
}

// Look is what may still come of these answers on that day.
func Look(b *Base, a Answers, today fact.Date) *Sight {
	s := newSight(b, today, nil)
	s.look(a)
	return s
}

// LookLoosely is Look for someone who might still find out what they called
// 不清楚: it counts as open. What still hangs on questions then is what is
// worth finding out.
func LookLoosely(b *Base, a Answers, today fact.Date) *Sight {
	s := newSight(b, today, nil)
	s.loose = true
	s.look(a)
	return s
}

func newSight(b *Base, today fact.Date, runs []run) *Sight {
	s := &Sight{b: b, today: today, dom: make([]domain, len(b.Facts)), when: make([]cond.Truths, len(b.Questions)),
		st: newState(b), calculators: newCalculators(b, today, runs), need: make([]bool, len(b.Facts)),
		seen: make([]bool, len(b.Facts))}
	s.atomOf = s.atom // once: a bound method is an allocation
	return s
}

// Value is what a fact is, or Open.
func (s *Sight) Value(f int) fact.Value { return s.st.Values[f] }

// Settled reports whether the value of a fact is decided.
func (s *Sight) Settled(f int) bool { return s.dom[f].done }

// Asked is what the condition of a question may still come to.
func (s *Sight) Asked(q int) cond.Truths { return s.when[q] }

// Ready reports whether a question is asked for certain, and not answered.
func (s *Sight) Ready(q int) bool {
	return s.when[q] == canTrue && s.st.Values[s.b.Questions[q].Fact].State == fact.Open
}

// settle decides a fact.
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
	s.put(f, &d, &v)
}

func (s *Sight) leaveOpen(f int, d domain) { s.put(f, &d, &fact.Value{State: fact.Open}) }

func (s *Sight) put(f int, d *domain, v *fact.Value) {
	if s.what != nil {
		s.what.note(s, f, d, v)
	}
	s.dom[f], s.st.Values[f] = *d, *v
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
		s.compute(it)
	}
}

func (s *Sight) compute(it Item) {
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

// given is what was answered to the question of a fact, or is supposed.
func (s *Sight) given(f int) (v fact.Value, ok bool) {
	if s.what != nil && s.what.fact == f {
		return s.what.value, true
	}
	v = s.a[s.b.Facts[f].ID]
	return v, v.State == fact.Known || v.State == fact.Unknown
}

func (s *Sight) ask(q int) {
	x := &s.b.Questions[q]
	f := &s.b.Facts[x.Fact]
	w := s.Possible(x.When)
	if s.what != nil && w != s.when[q] {
		s.what.when = append(s.what.when, before[cond.Truths]{q, s.when[q]})
	}
	s.when[q] = w
	if w&canTrue == 0 {
		s.settle(x.Fact, fact.Value{})
		return
	}
	v, ok := s.given(x.Fact)
	switch {
	case !ok && s.rest:
		v = fact.NotSure()
	case !ok:
		s.leaveOpen(x.Fact, s.anything(x.Fact, w != canTrue))
		return
	case v.State != fact.Known || !s.b.fits(x.Fact, v, s.today):
		v = fact.NotSure()
	}
	if v.State == fact.Unknown && s.loose {
		d := s.anything(x.Fact, w != canTrue)
		d.unknown = false
		s.leaveOpen(x.Fact, d)
		return
	}
	if w == canTrue {
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
		p := s.Possible(row)
		if first && p == canTrue {
			s.settle(d.Fact, fact.Of(int64(i)))
			return
		}
		if first && p == canMaybe {
			s.settle(d.Fact, fact.NotSure())
			return
		}
		if p&canTrue != 0 {
			x.known = true
			x.may |= 1 << uint(i)
		}
		x.unknown = x.unknown || p&canMaybe != 0
		first = first && p == canFalse
		if p&canFalse == 0 {
			stopped = true
			break
		}
	}
	if first {
		s.settle(d.Fact, fact.Value{})
		return
	}
	x.notAsked = !stopped
	if f := s.onlyOpen(d.Fact); f >= 0 {
		x = s.split(d, f)
	}
	s.leaveOpen(d.Fact, x)
}

// onlyOpen is the one input of a fact that is open and takes one of few values,
// or -1.
func (s *Sight) onlyOpen(of int) int {
	open := -1
	for _, f := range s.b.Inputs(of) {
		if s.dom[f].done {
			continue
		}
		if open >= 0 {
			return -1
		}
		open = f
	}
	if open >= 0 && (s.b.Facts[open].Kind == fact.Several || s.b.Facts[open].every() == ^uint64(0)) {
		return -1
	}
	return open
}

// split is what a table may come to for each value that its one open input f
// may still have. Looked at one by one, lines exclude each other more than
// when each is looked at alone.
func (s *Sight) split(d *Derived, f int) domain {
	dom, v := s.dom[f], s.st.Values[f]
	var x domain
	try := func(v fact.Value) {
		s.dom[f], s.st.Values[f] = domain{done: true}, v
		for i, row := range d.Rows {
			switch p := s.Possible(row); {
			case p == canTrue:
				x.known = true
				x.may |= 1 << uint(i)
				return
			case p != canFalse:
				x.unknown = true
				return
			}
		}
		x.notAsked = true
	}
	if dom.notAsked {
		try(fact.Value{})
	}
	if dom.unknown {
		try(fact.NotSure())
	}
	for k := range 64 {
		if dom.known && dom.may>>uint(k)&1 == 1 {
			try(fact.Of(int64(k)))
		}
	}
	s.dom[f], s.st.Values[f] = dom, v
	return x
}

func (s *Sight) named(d *Derived) {
	switch p := s.Possible(d.When); p {
	case canTrue:
		s.settle(d.Fact, fact.Of(1))
	case canFalse:
		s.settle(d.Fact, fact.Of(0))
	case canMaybe:
		s.settle(d.Fact, fact.NotSure())
	default:
		x := domain{unknown: p&canMaybe != 0, known: p&(canTrue|canFalse) != 0}
		if p&canTrue != 0 {
			x.may |= 2
		}
		if p&canFalse != 0 {
			x.may |= 1
		}
		s.leaveOpen(d.Fact, x)
	}
}

// calculate runs a calculator as soon as its inputs are decided; until then
// its results may be anything.
func (s *Sight) calculate(i int) {
	c := &s.b.Calculations[i]
	bound := &s.b.index.calculators[i]
	if !bound.known {
		return
	}
	all, never, mayNever, unknown := true, false, false, false
	for k, t := range c.Takes {
		d := &s.dom[t.Fact]
		all = all && d.done
		if bound.optional[k] {
			continue
		}
		never = never || d.done && d.notAsked
		mayNever = mayNever || d.notAsked
		unknown = unknown || d.done && d.unknown
	}
	switch {
	case never: // not for this person
		for _, g := range c.Gives {
			s.settle(g.Fact, fact.Value{})
		}
	case unknown && !mayNever:
		for _, g := range c.Gives {
			s.settle(g.Fact, fact.NotSure())
		}
	case all:
		out := s.work(i, s.st.Values, s.what == nil)
		if s.what == nil {
			s.st.workings[i] = out.Working
		}
		for k, g := range c.Gives {
			s.settle(g.Fact, bound.gives[k].of(out))
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
		date, state, k := d.reckon(s.st.Values[d.From], s.today, &s.b.Calendar)
		if s.what == nil {
			s.st.counted[i] = k
		}
		s.settle(d.Fact, date)
		s.settle(d.State, state)
		return
	}
	x := domain{notAsked: from.notAsked, unknown: from.unknown, known: from.known, may: ^uint64(0)}
	s.leaveOpen(d.Fact, x)
	x.may = 3
	s.leaveOpen(d.State, x)
}

// Possible is what a condition may still come to; see [cond.Expr.Possible].
func (s *Sight) Possible(e *cond.Expr) cond.Truths { return e.Possible(s.st.Values, s.atomOf) }

// atom is what an atom may come to whose fact is open.
func (s *Sight) atom(e *cond.Expr) cond.Truths {
	d := &s.dom[e.Fact]
	var p cond.Truths
	if d.notAsked {
		if e.Unasked {
			p |= canTrue
		} else {
			p |= canFalse
		}
	}
	if d.unknown {
		if e.Op == cond.IsUnknown || e.Op == cond.In && e.Orelse {
			p |= canTrue
		} else {
			p |= canMaybe
		}
	}
	if !d.known {
		return p
	}
	may := func(yes, no bool) {
		if yes {
			p |= canTrue
		}
		if no {
			p |= canFalse
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

// Forget begins a new list of needed questions.
func (s *Sight) Forget() {
	clear(s.need)
	clear(s.seen)
}

// Need notes the questions on which e still hangs.
func (s *Sight) Need(e *cond.Expr) {
	if e == nil || s.Possible(e).One() {
		return
	}
	switch e.Op {
	case cond.And, cond.Or, cond.Not:
		ready := slices.ContainsFunc(e.Kids, s.canBePut)
		for _, k := range e.Kids {
			if !ready || !s.later(k) {
				s.Need(k)
			}
		}
	case cond.Const:
	default:
		s.NeedFact(e.Fact)
	}
}

// question is the one that an atom is answered by, or -1.
func (s *Sight) question(e *cond.Expr) int {
	if !e.Atom() || s.dom[e.Fact].done {
		return -1
	}
	if it := s.b.Facts[e.Fact].Item(); it.Kind == AskItem {
		return it.I
	}
	return -1
}

// canBePut reports whether e hangs on a question that can be put at once.
func (s *Sight) canBePut(e *cond.Expr) bool {
	q := s.question(e)
	return q >= 0 && s.Ready(q)
}

// later reports whether e hangs on a question of which it is not yet certain
// that it is asked, and notes that question alone. Where a neighbour can be put
// at once, whether this one is asked may not matter any more afterwards.
func (s *Sight) later(e *cond.Expr) bool {
	q := s.question(e)
	if q < 0 || s.when[q] == canTrue {
		return false
	}
	if _, ok := s.a[s.b.Facts[e.Fact].ID]; !ok || s.loose {
		s.need[e.Fact] = true
	}
	return true
}

// NeedFact notes the questions on which the value of f still hangs.
func (s *Sight) NeedFact(f int) {
	if s.seen[f] || s.dom[f].done {
		return
	}
	s.seen[f] = true
	x := &s.b.Facts[f]
	switch it := x.Item(); it.Kind {
	case AskItem:
		if _, ok := s.a[x.ID]; !ok || s.loose {
			s.need[f] = true
		}
		s.Need(s.b.Questions[it.I].When)
	case DeriveItem:
		for _, e := range s.b.Derived[it.I].Conditions() {
			s.Need(e)
			if s.Possible(e)&canFalse == 0 {
				break
			}
		}
	default:
		for _, i := range s.b.Inputs(f) {
			s.NeedFact(i)
		}
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
		case canTrue:
			return i
		case canFalse:
		case canMaybe:
			return a.Unclear
		default:
			return StillOpen
		}
	}
	return a.Unclear
}

func (s *Sight) answer(x *Answer) cond.Truths {
	p := s.Possible(x.When)
	if x.Sure {
		p = surely(p)
	}
	return p
}

// PossibleAnswers are the answers that may still be given, in their order.
func (s *Sight) PossibleAnswers(a *Ask) []int {
	var out []int
	hangs := false
	for i := range a.Answers {
		if i == a.Unclear {
			continue
		}
		p := s.answer(&a.Answers[i])
		if p&canTrue != 0 {
			out = append(out, i)
		}
		hangs = hangs || p&canMaybe != 0
		if p&canFalse == 0 {
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
		if !p.One() {
			s.Need(x.When)
		}
		if p&canTrue != 0 {
			s.needText(x)
		}
		if p&canFalse == 0 {
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
		s.Need(s.b.Shared(&x.Steps[k]).When)
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
		if s.Possible(p.For)&canTrue == 0 {
			continue
		}
		for _, f := range p.Facts {
			s.NeedFact(f)
		}
		s.Need(p.Safe)
	}
}

// NeedFinding notes what a finding still hangs on: whether it holds and, where
// whole, what its words and deadlines name and whether its steps may be taken.
func (s *Sight) NeedFinding(i int, whole bool) {
	f := &s.b.Findings[i]
	s.Need(f.When)
	if !whole || s.Possible(f.When)&canTrue == 0 {
		return
	}
	for _, x := range f.Shows {
		s.NeedFact(x)
	}
	if f.LawOn >= 0 {
		s.NeedFact(f.LawOn)
	}
	for k := range f.Steps {
		s.Need(s.b.Shared(&f.Steps[k]).When)
	}
}
