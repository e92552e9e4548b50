package paths

import (
	"math"
	"math/bits"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// tf is a three-valued result: where it is true, where it is false. The rest
// is where it hangs on 不清楚.
type tf struct{ t, f set }

// A coded fact is what the diagrams know of it.
//
// val says where the would-be answer is option i (choice, yes or no), falls in
// class i (amounts, dates), or ticks option i (several). It means something
// within known only.
type coded struct {
	asked, known set
	unsure       set // would-be answer is 不清楚
	val          []set
	real         set // patterns that stand for an answer once, see count.go

	was   int32   // level of the bit "was asked" or "is computed"; -1
	code  []int32 // levels of the answer's number, highest bit first
	ticks []int32 // several: level by option; -1 for the option without a bit
	n     int     // options or classes
	lo    []int64 // classes: lowest value
	hi    []int64 // classes: highest value
	free  bool    // a verdict that may be anything
	fed   set     // verdict: where its inputs are known
	ask   int     // the question, -1
}

// An encoder turns a base into diagrams, for one day.
type encoder struct {
	b     *advisor.Base
	today fact.Date
	m     *bdd
	facts []coded
	sites []site
	read  []bool             // facts that a condition reads
	turn  map[int]int64      // by deadline: first day of From on which it is still open
	owner map[int32]int      // fact by level
	memo  map[*cond.Expr]tf  // by condition
	opens map[option]int     // the first question that hangs on this option of a several fact
	bits  int32              // levels given out
	legal set                // no date before one it must follow
	costs []advisor.CodeCost // by question
	odd   []int              // deadlines whose date does not grow with their beginning
	world world
}

type option struct{ fact, bit int }

// A world is how never asking is read.
type world uint8

const (
	asReplayed world = iota // as Resolve does: what is said of it is false
	allAsked                // every question is asked of everyone
	undecided               // what is said of a fact never asked is undecided
)

// encode builds the diagrams of every fact. Ordered facts are cut where any
// condition can tell their values apart, and at the further cuts given by
// fact. It throws tooLarge.
func encode(b *advisor.Base, today fact.Date, limit int, further map[int][]int64) *encoder {
	return encodeIn(asReplayed, b, today, limit, further)
}

func encodeIn(w world, b *advisor.Base, today fact.Date, limit int, further map[int][]int64) *encoder {
	e := &encoder{world: w, b: b, today: today, m: newBDD(limit), facts: make([]coded, len(b.Facts)),
		read: make([]bool, len(b.Facts)),
		turn: map[int]int64{}, owner: map[int32]int{}, memo: map[*cond.Expr]tf{}, opens: map[option]int{}}
	for i := range e.facts {
		e.facts[i] = coded{was: -1, ask: -1}
	}
	e.sites, e.costs = sitesOf(b), b.CodeCosts(today)
	e.cut(further)
	e.findOpeners()
	e.layOut()
	for _, it := range b.Program {
		switch it.Kind {
		case advisor.AskItem:
			e.ask(it.I)
		case advisor.DeriveItem:
			e.derive(&b.Derived[it.I])
		case advisor.CalcItem:
			e.calculate(it.I)
		case advisor.DeadlineItem:
			e.deadline(it.I)
		}
	}
	e.legal = e.relations()
	return e
}

func (e *encoder) level(f int) int32 {
	e.owner[e.bits] = f
	e.bits++
	return e.bits - 1
}

func (e *encoder) levels(f, n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = e.level(f)
	}
	return out
}

// cut finds the classes of ordered facts: the intervals between the constants
// of all conditions, within the range.
func (e *encoder) cut(further map[int][]int64) {
	cuts := map[int][]int64{}
	for i, list := range further {
		cuts[i] = slices.Clone(list)
	}
	for _, s := range e.sites {
		s.e.Walk(func(x *cond.Expr, _ bool) {
			if !x.Atom() {
				return
			}
			e.read[x.Fact] = true
			if x.Op == cond.Range {
				cuts[x.Fact] = append(cuts[x.Fact], x.Lo)
				if x.Hi < math.MaxInt64 {
					cuts[x.Fact] = append(cuts[x.Fact], x.Hi+1)
				}
			}
		})
	}
	for i := range e.b.Deadlines {
		d := &e.b.Deadlines[i]
		if f := &e.b.Facts[d.From]; e.read[d.State] && f.Origin == advisor.Asked {
			lo, hi := e.bounds(d.From)
			e.turn[i] = e.turning(i, lo, hi)
			cuts[d.From] = append(cuts[d.From], e.turn[i])
		}
	}
	for i := range e.b.Facts {
		if f := &e.b.Facts[i]; f.Origin == advisor.Asked && f.Kind.Ordered() {
			e.classes(i, cuts[i])
		}
	}
}

func (e *encoder) classes(i int, cuts []int64) {
	c := &e.facts[i]
	lo, hi := e.bounds(i)
	slices.Sort(cuts)
	c.lo = []int64{lo}
	for _, k := range slices.Compact(cuts) {
		if k > lo && k <= hi {
			c.lo = append(c.lo, k)
		}
	}
	for _, k := range c.lo[1:] {
		c.hi = append(c.hi, k-1)
	}
	c.hi = append(c.hi, hi)
	c.n = len(c.lo)
}

// bounds are the values the input takes; where the knowledge sets no range,
// more than anyone enters.
func (e *encoder) bounds(i int) (lo, hi int64) {
	f := &e.b.Facts[i]
	if f.Range.Set {
		lo, hi = f.Range.Bounds(e.today)
		return lo, max(lo, hi)
	}
	if f.Kind == fact.Day {
		return 1, int64(fact.NewDate(9999, 12, 31))
	}
	return -1 << 50, 1 << 50
}

// turning is the first day in lo..hi from which the deadline is still open
// today, hi+1 if there is none. A later beginning never ends earlier, holidays
// included; the days around the turn are looked at to be sure.
func (e *encoder) turning(i int, lo, hi int64) int64 {
	d := &e.b.Deadlines[i]
	open := func(day int64) bool { return d.Reckon(fact.Date(day), &e.b.Calendar).Date >= e.today }
	a, z := lo, hi+1
	for a < z {
		if mid := a + (z-a)/2; open(mid) {
			z = mid
		} else {
			a = mid + 1
		}
	}
	for day := max(lo, a-40); day <= min(hi, a+40); day++ {
		if open(day) != (day >= a) {
			e.odd = append(e.odd, i)
			break
		}
	}
	return a
}

// findOpeners notes which question is the first to hang on which option of a
// several fact.
func (e *encoder) findOpeners() {
	for _, it := range e.b.Program {
		if it.Kind != advisor.AskItem {
			continue
		}
		note := func(x *cond.Expr, _ bool) {
			if o := (option{x.Fact, x.Bit}); x.Op == cond.Has {
				if _, ok := e.opens[o]; !ok {
					e.opens[o] = it.I
				}
			}
		}
		when := e.b.Questions[it.I].When
		when.Walk(note)
		advisor.Trace(when.Facts(), e.b.DerivedOf, func(f int) {
			if k := e.b.Facts[f].Item(); k.Kind == advisor.DeriveItem {
				for _, x := range e.b.Derived[k.I].Conditions() {
					x.Walk(note)
				}
			}
		})
	}
}

// layOut gives every bit its level, in the order of asking: that keeps the
// diagrams small. The bit of an option stands just before the first question
// it opens; else a question with many options that open questions would have
// to be remembered whole.
func (e *encoder) layOut() {
	var waiting []option
	for _, it := range e.b.Program {
		switch it.Kind {
		case advisor.AskItem:
			keep := waiting[:0]
			for _, o := range waiting {
				if e.opens[o] != it.I {
					keep = append(keep, o)
					continue
				}
				e.facts[o.fact].ticks[o.bit] = e.level(o.fact)
			}
			waiting = append(keep, e.layOutQuestion(it.I)...)
		case advisor.CalcItem:
			for _, g := range e.b.Calculations[it.I].Gives {
				if f := &e.b.Facts[g.Fact]; e.read[g.Fact] {
					e.verdictBits(g.Fact, len(f.Options))
				}
			}
		case advisor.DeadlineItem:
			d := &e.b.Deadlines[it.I]
			if _, ok := e.turn[it.I]; !ok && e.read[d.State] {
				e.verdictBits(d.State, 2)
			}
		}
	}
}

func (e *encoder) verdictBits(f, n int) {
	c := &e.facts[f]
	c.was, c.n, c.free = e.level(f), n, true
	c.code = e.levels(f, bits.Len(uint(n)))
}

func (e *encoder) layOutQuestion(q int) (waiting []option) {
	i := e.b.Questions[q].Fact
	f, c := &e.b.Facts[i], &e.facts[i]
	c.ask, c.was = q, e.level(i)
	switch f.Kind {
	case fact.Several:
		c.n = len(f.Options)
		c.code = e.levels(i, 1)
		c.ticks = make([]int32, c.n)
		for k := range f.Options {
			o := option{i, k}
			c.ticks[k] = -1
			if k == restOf(f) {
				continue
			}
			if _, ok := e.opens[o]; ok && !f.Options[k].Alone {
				waiting = append(waiting, o)
				continue
			}
			c.ticks[k] = e.level(i)
		}
		return waiting
	case fact.Choice:
		c.n = len(f.Options)
	case fact.YesNo:
		c.n = 2
	case fact.Schedule, fact.History:
		c.n = 1
	}
	c.code = e.levels(i, bits.Len(uint(c.n)))
	return nil
}

// restOf is the first option that stands alone: it has no bit, and is ticked
// where nothing else is. -1: there is none, and nothing ticked stands for the
// first option.
func restOf(f *advisor.Fact) int {
	return slices.IndexFunc(f.Options, func(o advisor.Option) bool { return o.Alone })
}

// ask encodes a question: whether it is asked follows from the answers before
// it, and its own answer is free.
func (e *encoder) ask(q int) {
	x := &e.b.Questions[q]
	c := &e.facts[x.Fact]
	c.asked = all
	if e.world != allAsked {
		c.asked = e.eval(x.When).t
	}
	if e.b.Facts[x.Fact].Kind == fact.Several {
		e.several(x.Fact)
	} else {
		e.number(c)
	}
	c.known = e.m.minus(c.asked, c.unsure)
}

// number says which code is which answer. Codes to spare are the first answer
// again, else they would look like one more.
func (e *encoder) number(c *coded) {
	c.val, c.real = make([]set, c.n), none
	for k := range 1 << len(c.code) {
		s := e.codeIs(c.code, k)
		switch {
		case k < c.n:
			c.val[k] = e.m.or(c.val[k], s)
		case k == c.n:
			c.unsure = s
		default:
			c.val[0] = e.m.or(c.val[0], s)
			continue
		}
		c.real = e.m.or(c.real, s)
	}
}

func (e *encoder) codeIs(levels []int32, k int) set {
	s := all
	for i, l := range slices.Backward(levels) {
		b := e.m.bit(l)
		if k>>(len(levels)-1-i)&1 == 0 {
			b = e.m.not(b)
		}
		s = e.m.and(b, s)
	}
	return s
}

// several says where each option is ticked.
func (e *encoder) several(i int) {
	m, f, c := e.m, &e.b.Facts[i], &e.facts[i]
	rest := restOf(f)
	c.unsure = m.bit(c.code[0])
	c.val = make([]set, c.n)
	nothing := all // no option that goes with others
	for k := range f.Options {
		if !f.Options[k].Alone {
			c.val[k] = m.bit(c.ticks[k])
			nothing = m.minus(nothing, c.val[k])
		}
	}
	// A real pattern says each answer once.
	if rest < 0 {
		c.real = m.not(nothing)
		c.val[0] = m.or(c.val[0], nothing)
	} else {
		c.real = all
		left := nothing
		for k := range f.Options {
			if k == rest || !f.Options[k].Alone {
				continue
			}
			b := m.bit(c.ticks[k])
			c.val[k] = m.and(left, b)
			c.real = m.minus(c.real, m.minus(b, c.val[k]))
			left = m.minus(left, b)
		}
		c.val[rest] = left
	}
	zero := all
	for _, l := range c.ticks {
		if l >= 0 {
			zero = m.minus(zero, m.bit(l))
		}
	}
	c.real = m.ite(c.unsure, zero, c.real)
}

// derive encodes a table or a named condition, as Resolve reads it: the first
// row that holds; a row before it that hangs makes the whole hang.
func (e *encoder) derive(d *advisor.Derived) {
	m, c := e.m, &e.facts[d.Fact]
	if d.Rows == nil {
		x := e.eval(d.When)
		c.val = []set{x.f, x.t}
		c.asked, c.known = all, m.or(x.t, x.f)
		return
	}
	left := all // no row so far holds or hangs
	hang := none
	for _, row := range d.Rows {
		x := e.eval(row)
		v := m.and(left, x.t)
		c.val = append(c.val, v)
		c.known = m.or(c.known, v)
		hang = m.or(hang, m.minus(left, m.or(x.t, x.f)))
		left = m.and(left, x.f)
	}
	c.asked = m.or(c.known, hang)
}

// calculate encodes what calculation i gives: not asked where a required input
// is not, unknown where one is unknown, else anything, 不清楚 included (a
// calculator may leave a result open).
func (e *encoder) calculate(i int) {
	asked, known := all, all
	required, ok := e.b.Required(i)
	for _, f := range required {
		asked = e.m.and(asked, e.facts[f].asked)
		known = e.m.and(known, e.facts[f].known)
	}
	if !ok { // Resolve leaves such results alone
		asked, known = none, none
	}
	for _, g := range e.b.Calculations[i].Gives {
		e.verdict(g.Fact, asked, known)
	}
}

func (e *encoder) verdict(f int, asked, known set) {
	c := &e.facts[f]
	c.asked, c.known = asked, e.m.and(asked, known)
	c.fed = c.known
	if c.free {
		e.number(c)
		c.known = e.m.minus(c.known, c.unsure)
	}
}

// deadline encodes the date and whether it has passed: a comparison of the day
// it runs from.
func (e *encoder) deadline(i int) {
	d := &e.b.Deadlines[i]
	from := &e.facts[d.From]
	e.facts[d.Fact].asked, e.facts[d.Fact].known = from.asked, from.known
	turn, ok := e.turn[i]
	if !ok {
		e.verdict(d.State, from.asked, from.known)
		return
	}
	c := &e.facts[d.State]
	c.asked, c.known = from.asked, from.known
	c.val = make([]set, 2) // options: open, passed
	for k, lo := range from.lo {
		j := 0
		if lo < turn {
			j = 1
		}
		c.val[j] = e.m.or(c.val[j], from.val[k])
	}
}

// relations is where no date lies before one that it must follow. Through a
// chain of known dates the first binds the last.
func (e *encoder) relations() set {
	s := all
	for i := range e.b.Facts {
		known := all
		for j, hops := e.b.Facts[i].After, 0; j >= 0 && hops < len(e.b.Facts); j, hops = e.b.Facts[j].After, hops+1 {
			if e.b.Facts[i].Origin != advisor.Asked || e.b.Facts[j].Origin != advisor.Asked {
				break
			}
			later, before := &e.facts[i], &e.facts[j]
			known = e.m.and(known, e.m.and(later.known, before.known))
			s = e.m.minus(s, e.m.and(known, e.crossing(later, before)))
		}
	}
	return s
}

func (e *encoder) crossing(later, before *coded) set {
	s := none
	for a := range later.lo {
		for b := range before.lo {
			if later.hi[a] < before.lo[b] {
				s = e.m.or(s, e.m.and(later.val[a], before.val[b]))
			}
		}
	}
	return s
}

// eval is where a condition is true and where it is false.
func (e *encoder) eval(x *cond.Expr) tf {
	if x == nil {
		return tf{all, none}
	}
	if r, ok := e.memo[x]; ok {
		return r
	}
	r := e.combine(x, e.eval)
	e.memo[x] = r
	return r
}

// combine evaluates x, its parts by part.
func (e *encoder) combine(x *cond.Expr, part func(*cond.Expr) tf) tf {
	m := e.m
	switch x.Op {
	case cond.And:
		r := tf{all, none}
		for _, k := range x.Kids {
			p := part(k)
			r = tf{m.and(r.t, p.t), m.or(r.f, p.f)}
		}
		return r
	case cond.Or:
		r := tf{none, all}
		for _, k := range x.Kids {
			p := part(k)
			r = tf{m.or(r.t, p.t), m.and(r.f, p.f)}
		}
		return r
	case cond.Not:
		p := part(x.Kids[0])
		return tf{p.f, p.t}
	case cond.Const:
		return tf{all, none}
	}
	return e.atom(x, x.Unasked)
}

// atom is a condition on one fact; unasked is what it is for someone who was
// never asked.
func (e *encoder) atom(x *cond.Expr, unasked bool) tf {
	m, c := e.m, &e.facts[x.Fact]
	unknown := m.minus(c.asked, c.known)
	in := e.holds(x)
	r := tf{m.and(c.known, in), m.minus(c.known, in)}
	if x.Op == cond.IsUnknown || x.Op == cond.In && x.Orelse {
		r.t = m.or(r.t, unknown)
	}
	switch {
	case unasked:
		r.t = m.or(r.t, m.not(c.asked))
	case e.world == undecided && e.b.Facts[x.Fact].Unasked == "" && e.b.Facts[x.Fact].Origin == advisor.Asked:
	default:
		r.f = m.or(r.f, m.not(c.asked))
	}
	return r
}

// holds is where the would-be answer satisfies the atom.
func (e *encoder) holds(x *cond.Expr) set {
	c := &e.facts[x.Fact]
	s := none
	for k, v := range c.val {
		ok := false
		switch x.Op {
		case cond.In:
			ok = x.Set>>uint(k)&1 == 1
		case cond.Has:
			ok = x.Bit == k
		case cond.Yes:
			ok = k == 1
		case cond.Range:
			lo, hi := int64(k), int64(k) // yes and no compare as 1 and 0
			if c.lo != nil {
				lo, hi = c.lo[k], c.hi[k]
			}
			ok = x.Lo <= lo && hi <= x.Hi
		}
		if ok {
			s = e.m.or(s, v)
		}
	}
	return s
}
