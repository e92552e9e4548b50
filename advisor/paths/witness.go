package paths

import (
	"maps"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// tries bounds the search for real answers where a calculator's verdict is
// asked for. Without calculators the first try succeeds.
const tries = 400

// A seeker turns patterns of bits into answers of a real person. Everything
// that conditions see is read off the pattern; amounts, plans and events that
// only calculators see are taken from the cases, whose verdicts are known.
type seeker struct {
	e     *encoder
	known []*advisor.State          // the cases, on the day of the proof
	asked []advisor.Answers         // their answers
	pool  map[int][]fact.Value      // values seen, by asked fact
	seen  map[int]map[int64][]tuple // by verdict fact and verdict: inputs that gave it
	dice  uint64
}

// A tuple is what was answered when a calculator gave a verdict, by asked fact.
type tuple map[int]fact.Value

func newSeeker(e *encoder) *seeker {
	s := &seeker{e: e, pool: map[int][]fact.Value{}, seen: map[int]map[int64][]tuple{}, dice: 1}
	for i := range e.b.Cases {
		s.add(e.b.Cases[i].Answers)
	}
	for i := range e.b.Facts {
		if f := &e.b.Facts[i]; f.Origin == advisor.Asked && !hasOptions(f) && len(s.pool[i]) == 0 {
			s.pool[i] = s.made(i)
		}
	}
	// More inputs for the verdicts: the cases with their amounts shuffled.
	for range 4 {
		for _, a := range slices.Clone(s.asked) {
			s.note(s.shuffled(a))
		}
	}
	return s
}

func hasOptions(f *advisor.Fact) bool {
	return f.Kind == fact.Choice || f.Kind == fact.Several || f.Kind == fact.YesNo
}

func (s *seeker) add(a advisor.Answers) {
	st := s.note(a)
	s.known, s.asked = append(s.known, st), append(s.asked, a)
	for i := range s.e.b.Facts {
		f := &s.e.b.Facts[i]
		if v := st.Values[i]; f.Origin == advisor.Asked && !hasOptions(f) && v.State == fact.Known {
			s.pool[i] = append(s.pool[i], v)
		}
	}
}

// made are values for a fact that no case answers.
func (s *seeker) made(i int) []fact.Value {
	f := &s.e.b.Facts[i]
	switch f.Kind {
	case fact.Schedule:
		return []fact.Value{{State: fact.Known, Plan: &fact.Plan{Periods: 12, Each: fact.Yuan(1000)}}}
	case fact.History:
		return []fact.Value{{State: fact.Known}}
	}
	lo, hi := s.e.bounds(i)
	return []fact.Value{fact.Of(max(lo, min(hi, 1)))}
}

// note replays the answers and keeps what each verdict came from.
func (s *seeker) note(a advisor.Answers) *advisor.State {
	b := s.e.b
	st := advisor.Resolve(b, a, s.e.today)
	for k := range b.Calculations {
		c := &b.Calculations[k]
		var in tuple
		for _, g := range c.Gives {
			v := st.Values[g.Fact]
			if !s.e.facts[g.Fact].free || v.State != fact.Known && v.State != fact.Unknown {
				continue
			}
			if in == nil {
				in = tuple{}
				advisor.Trace([]int{g.Fact}, s.comesFrom, func(f int) {
					if b.Facts[f].Origin == advisor.Asked && st.Values[f].State != fact.NotAsked {
						in[f] = st.Values[f]
					}
				})
			}
			n := v.N
			if v.State == fact.Unknown {
				n = -1
			}
			if s.seen[g.Fact] == nil {
				s.seen[g.Fact] = map[int64][]tuple{}
			}
			if list := s.seen[g.Fact][n]; len(list) < 64 {
				s.seen[g.Fact][n] = append(list, in)
			}
		}
	}
	return st
}

// comesFrom are the facts that a verdict or a day is worked out of. Behind
// derived facts it does not look: conditions see those.
func (s *seeker) comesFrom(f int) []int {
	if s.e.b.Facts[f].Item().Kind == advisor.DeriveItem {
		return nil
	}
	return s.e.b.Inputs(f)
}

// roll is a number below n. The same proof rolls the same numbers.
func (s *seeker) roll(n int) int {
	s.dice += 0x9E3779B97F4A7C15
	x := s.dice
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return int((x ^ x>>31) % uint64(n))
}

func (s *seeker) shuffled(a advisor.Answers) advisor.Answers {
	out := advisor.Answers{}
	for id, v := range a {
		if f, i := s.e.b.Fact(id); f != nil && !hasOptions(f) && s.roll(3) > 0 {
			v = s.pool[i][s.roll(len(s.pool[i]))]
		}
		out[id] = v
	}
	return s.ordered(out)
}

// ordered drops dates that would precede one they must follow: the input
// refuses them.
func (s *seeker) ordered(a advisor.Answers) advisor.Answers {
	for i := range s.e.b.Questions {
		f := s.e.b.Asked(i)
		for j := f.After; j >= 0; j = s.e.b.Facts[j].After {
			early := &s.e.b.Facts[j]
			x, ok := f.Kind.First(a[f.ID])
			y, ok2 := early.Kind.First(a[early.ID])
			if ok && ok2 && x < y {
				delete(a, f.ID)
			}
		}
	}
	return a
}

// find is the answers of someone in t for whom ok is so, replayed. t must hold
// only people whose dates can stand.
func (s *seeker) find(t set, ok func(*advisor.State) bool) (advisor.Answers, bool) {
	most := tries
	for n := range most {
		bits := s.walk(t, n == 0)
		if n > 0 && !s.wantsVerdict(bits) && n > 8 {
			continue
		}
		a := s.answers(bits, n)
		st := advisor.Resolve(s.e.b, a, s.e.today)
		if ok(st) {
			for _, id := range st.Unused {
				delete(a, id)
			}
			return a, true
		}
	}
	// Somebody in the cases may do.
	for n, st := range s.known {
		if ok(st) {
			return s.asked[n], true
		}
	}
	return nil, false
}

// shorter leaves out what is not needed for ok: answers become 不清楚, and of
// several options only those stay that matter.
func (s *seeker) shorter(a advisor.Answers, ok func(*advisor.State) bool) advisor.Answers {
	b := s.e.b
	a = maps.Clone(a)
	holds := func() bool { return ok(advisor.Resolve(b, a, s.e.today)) }
	for i := len(b.Questions) - 1; i >= 0; i-- {
		f := b.Asked(i)
		v, given := a[f.ID]
		if !given {
			continue
		}
		if delete(a, f.ID); holds() {
			continue
		}
		a[f.ID] = v
		for k := range f.Options {
			if less := fact.Of(v.N &^ (1 << uint(k))); f.Kind == fact.Several && less.N != 0 && less.N != v.N {
				if a[f.ID] = less; holds() {
					v = less
				}
				a[f.ID] = v
			}
		}
	}
	for _, id := range advisor.Resolve(b, a, s.e.today).Unused {
		delete(a, id)
	}
	return a
}

func (s *seeker) wantsVerdict(bits map[int32]bool) bool {
	for l := range bits {
		if s.e.facts[s.e.owner[l]].free {
			return true
		}
	}
	return false
}

// walk is a way through t to all: the leftmost, or any.
func (s *seeker) walk(t set, first bool) map[int32]bool {
	bits := map[int32]bool{}
	for t > 1 {
		n := s.e.m.nodes[t]
		hi := n.lo == none || n.hi != none && !first && s.roll(2) == 1
		bits[n.level] = hi
		t = n.lo
		if hi {
			t = n.hi
		}
	}
	return bits
}

// answers are those of a person that the pattern describes. What it leaves
// open is 不清楚 where that is possible; what only calculators see is what once
// gave the verdict that the pattern asks for.
func (s *seeker) answers(bits map[int32]bool, n int) advisor.Answers {
	e := s.e
	given := tuple{}
	need := map[int]bool{} // facts that a wanted verdict is made of
	for i := range e.facts {
		c := &e.facts[i]
		if !c.free || !s.speaksOf(c, bits) {
			continue
		}
		full := s.complete(c, bits)
		want := int64(-1)
		for k, v := range c.val {
			if !e.m.has(c.unsure, full) && e.m.has(v, full) {
				want = int64(k)
			}
		}
		s.needs(i, need)
		var fits []tuple
		for _, t := range s.seen[i][want] {
			if s.agrees(t, bits) {
				fits = append(fits, t)
			}
		}
		if len(fits) > 0 && n%4 != 3 {
			for f, v := range fits[s.roll(len(fits))] {
				if _, ok := given[f]; !ok {
					given[f] = v
				}
			}
		}
	}
	a := advisor.Answers{}
	for i := range e.b.Questions {
		f := e.b.Questions[i].Fact
		if v := s.answer(f, bits, given, need, a, n); v.State == fact.Known {
			a[e.b.Facts[f].ID] = v
		}
	}
	return a
}

// needs marks the asked facts that a verdict cannot be without.
func (s *seeker) needs(i int, into map[int]bool) {
	b := s.e.b
	required := func(f int) []int {
		it := b.Facts[f].Item()
		if it.Kind != advisor.CalcItem {
			return s.comesFrom(f)
		}
		facts, _ := b.Required(it.I)
		return facts
	}
	advisor.Trace([]int{i}, required, func(f int) {
		if b.Facts[f].Origin == advisor.Asked {
			into[f] = true
		}
	})
}

func (s *seeker) speaksOf(c *coded, bits map[int32]bool) bool {
	for _, l := range slices.Concat(c.code, c.ticks) {
		if _, ok := bits[l]; ok && l >= 0 {
			return true
		}
	}
	return false
}

// agrees reports whether the pattern allows the answers of t.
func (s *seeker) agrees(t tuple, bits map[int32]bool) bool {
	for f, v := range t {
		c := &s.e.facts[f]
		if !s.speaksOf(c, bits) || len(c.val) == 0 {
			continue
		}
		full := s.complete(c, bits)
		if v.State != fact.Known {
			if !s.e.m.has(c.unsure, full) {
				return false
			}
			continue
		}
		if s.e.m.has(c.unsure, full) {
			return false
		}
		for k := range c.val {
			if s.e.m.has(c.val[k], full) != s.is(f, k, v) {
				return false
			}
		}
	}
	return true
}

// is reports whether a known value is option or class k.
func (s *seeker) is(f, k int, v fact.Value) bool {
	c := &s.e.facts[f]
	switch s.e.b.Facts[f].Kind {
	case fact.Several:
		return v.Has(k)
	case fact.Schedule, fact.History:
		return true
	case fact.Choice, fact.YesNo:
		return v.Is(int64(k))
	}
	return c.lo[k] <= v.N && v.N <= c.hi[k]
}

// complete is the pattern with the open bits of one fact filled in: as 不清楚
// where they allow it, else zero.
func (s *seeker) complete(c *coded, bits map[int32]bool) map[int32]bool {
	own := slices.DeleteFunc(slices.Concat(c.code, c.ticks), func(l int32) bool { return l < 0 })
	full := map[int32]bool{}
	for _, l := range own {
		full[l] = bits[l]
	}
	for k, l := range c.code { // the code of 不清楚 is n, of a several fact 1
		want := c.n>>(len(c.code)-1-k)&1 == 1
		if c.ticks != nil {
			want = true
		}
		if b, fixed := bits[l]; fixed && b != want {
			return full
		} else if !fixed {
			full[l] = want
		}
	}
	return full
}

// answer is one fact's value in the pattern.
func (s *seeker) answer(f int, bits map[int32]bool, given tuple, need map[int]bool, before advisor.Answers,
	n int) fact.Value {
	e := s.e
	c, x := &e.facts[f], &e.b.Facts[f]
	speaks := s.speaksOf(c, bits)
	if !speaks {
		if v, ok := given[f]; ok {
			return s.after(f, v, before)
		}
		if !need[f] {
			return fact.NotSure()
		}
		if hasOptions(x) {
			return fact.Of(s.some(x))
		}
		return s.after(f, s.pool[f][s.roll(len(s.pool[f]))], before)
	}
	full := s.complete(c, bits)
	if need[f] && e.m.has(c.unsure, full) && !e.m.has(c.unsure, s.zero(c, bits)) {
		full = s.zero(c, bits) // a verdict hangs on it, and the pattern leaves it open
	}
	if e.m.has(c.unsure, full) {
		return fact.NotSure()
	}
	if v, ok := given[f]; ok && v.State == fact.Known {
		return s.after(f, v, before)
	}
	if x.Kind == fact.Several {
		v := fact.Value{State: fact.Known}
		for k := range c.val {
			if e.m.has(c.val[k], full) {
				v.N |= 1 << uint(k)
			}
		}
		return v
	}
	for k := range c.val {
		if !e.m.has(c.val[k], full) {
			continue
		}
		switch {
		case hasOptions(x):
			return fact.Of(int64(k))
		case x.Kind == fact.Schedule || x.Kind == fact.History:
			return s.pool[f][s.roll(len(s.pool[f]))]
		}
		return s.after(f, s.within(f, k, n), before)
	}
	return fact.NotSure()
}

// zero is the pattern with the open bits of one fact zero.
func (s *seeker) zero(c *coded, bits map[int32]bool) map[int32]bool {
	full := map[int32]bool{}
	for _, l := range slices.Concat(c.code, c.ticks) {
		full[l] = bits[l]
	}
	return full
}

// some is any answer to a question with options.
func (s *seeker) some(f *advisor.Fact) int64 {
	switch f.Kind {
	case fact.YesNo:
		return int64(s.roll(2))
	case fact.Several:
		return 1 << s.roll(len(f.Options))
	}
	return int64(s.roll(len(f.Options)))
}

// within is a value of class k: its lowest, or one that the cases hold.
func (s *seeker) within(f, k, n int) fact.Value {
	c := &s.e.facts[f]
	if n > 0 {
		var fits []fact.Value
		for _, v := range s.pool[f] {
			if s.is(f, k, v) {
				fits = append(fits, v)
			}
		}
		if len(fits) > 0 && s.roll(4) > 0 {
			return fits[s.roll(len(fits))]
		}
	}
	if c.lo[k] < 0 && c.hi[k] >= 0 {
		return fact.Of(0)
	}
	if n > 0 && s.roll(3) == 0 {
		return fact.Of(c.hi[k])
	}
	return fact.Of(c.lo[k])
}

// after moves a date up to the dates that it may not precede, where its class
// reaches as far.
func (s *seeker) after(f int, v fact.Value, before advisor.Answers) fact.Value {
	c := &s.e.facts[f]
	if s.e.b.Facts[f].Kind != fact.Day || v.State != fact.Known {
		return v
	}
	for k := range c.lo {
		if !s.is(f, k, v) {
			continue
		}
		for j := s.e.b.Facts[f].After; j >= 0; j = s.e.b.Facts[j].After {
			if x, ok := before[s.e.b.Facts[j].ID]; ok && x.State == fact.Known && x.N > v.N && x.N <= c.hi[k] {
				v.N = x.N
			}
		}
		break
	}
	return v
}
