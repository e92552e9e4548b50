package paths

import (
	"hash/fnv"
	"maps"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Way is how long the short way to an ask is, over people drawn at random:
// each answer with equal chance, 不清楚 being one, one or two where several may
// be ticked. What the ask opens is not counted, as it is not asked.
type Way struct {
	Answer  int `json:"to_answer"`   // questions until the answer stands, in the middle
	Median  int `json:"to_page_one"` // questions to page one, in the middle
	P95     int `json:"p95"`         // 95 of 100 are asked no more
	Longest int `json:"longest"`     // the most that any of them was asked
}

const (
	drawn = 24 // people for each ask
	held  = 3  // of them whose every question is held against the diagrams
)

// ways walks the short way of every ask with people drawn at random. At the
// end of each way the diagrams must know one answer for everyone who said the
// same; and of the first of them, each question asked for an answer must be
// one on which the diagrams say that it still hangs.
func (p *prover) ways() {
	p.out.Ways = map[string]Way{}
	for i := range p.b.Asks {
		a := &p.b.Asks[i]
		t := p.rows(a)
		if t.in == none {
			continue // told already
		}
		h := fnv.New64a()
		h.Write([]byte(a.ID))
		w := walker{prover: p, ask: i, table: t, dice: &seeker{e: p.encoder, pool: p.seek.pool, dice: h.Sum64()}}
		var to, all []int
		for n := range drawn {
			if w.walk(n < held) {
				to, all = append(to, w.answered), append(all, len(w.said))
			}
		}
		if len(all) == 0 {
			continue
		}
		slices.Sort(to)
		slices.Sort(all)
		p.out.Ways[a.ID] = Way{to[(len(to)-1)/2], all[(len(all)-1)/2], all[(len(all)-1)*95/100], all[len(all)-1]}
	}
}

// A walker goes the short way to one ask.
type walker struct {
	*prover
	ask  int
	dice *seeker
	table

	said     advisor.Answers
	answered int // questions until the answer stood
}

// walk goes the way with one person. It is false where nobody was found who
// may have the ask.
func (w *walker) walk(hold bool) bool {
	a := &w.b.Asks[w.ask]
	goals := advisor.Goals{Asks: []int{w.ask}, Depth: advisor.Brief}
	w.said, w.answered = advisor.Answers{}, -1
	s := w.look()
	for {
		if w.answered < 0 && s.Outcome(a) != advisor.StillOpen {
			w.answered = len(w.said)
		}
		way := s.Way(goals)
		if way.Next < 0 {
			break
		}
		if hold && way.Stage == advisor.ForAsks && !w.hangs(s, way.Next) {
			w.tooMany(a, way.Next)
		}
		if s = w.answer(way.Next); s == nil {
			return false
		}
	}
	w.decided(a, s)
	return true
}

func (w *walker) look() *advisor.Sight {
	return advisor.Look(w.b, w.b.WithAsks(w.said, []int{w.ask}), w.today)
}

// answer draws an answer after which the ask may still be this person's.
func (w *walker) answer(q int) *advisor.Sight {
	f := w.b.Questions[q].Fact
	id := w.b.Facts[f].ID
	for range 100 {
		w.said[id] = w.draw(f)
		if len(w.dice.ordered(maps.Clone(w.said))) < len(w.said) {
			continue // a date before one that it must follow
		}
		if s := w.look(); s.Possible(w.b.Asks[w.ask].For).Has(cond.True) {
			return s
		}
	}
	return nil
}

func (w *walker) draw(f int) fact.Value {
	x, c := &w.b.Facts[f], &w.facts[f]
	n := c.n
	if n == 0 || w.dice.roll(n+1) == n {
		return fact.NotSure()
	}
	switch {
	case x.Kind == fact.Several:
		v := w.dice.some(x)
		if more := w.dice.some(x); w.dice.roll(2) == 1 && !alone(x, v|more) {
			v |= more
		}
		return fact.Of(v)
	case hasOptions(x):
		return fact.Of(w.dice.some(x))
	case x.Kind == fact.Schedule || x.Kind == fact.History:
		return w.dice.pool[f][w.dice.roll(len(w.dice.pool[f]))]
	}
	return w.dice.within(f, w.dice.roll(n), 1)
}

// alone reports whether one of the options ticked must stand alone.
func alone(f *advisor.Fact, ticked int64) bool {
	for k := range f.Options {
		if f.Options[k].Alone && ticked>>uint(k)&1 == 1 {
			return true
		}
	}
	return false
}

// decided: whoever said this gets that answer, whatever else they would say.
func (w *walker) decided(a *advisor.Ask, s *advisor.Sight) {
	if s.Outcome(a) == advisor.NoAnswer {
		return // nothing is written for 不清楚, which is told of the ask
	}
	in := w.m.and(w.in, w.those(s))
	others := in
	if k := s.Outcome(a); k >= 0 {
		others = w.m.minus(in, w.given[k])
	}
	if others != none {
		w.fault(a.Pos, maps.Clone(w.said), words.Proof.ShortWayUndecided(a.ID))
	}
}

func (w *walker) tooMany(a *advisor.Ask, q int) {
	id := w.b.Asked(q).ID
	w.out.Faults = append(w.out.Faults, Fault{Pos: a.Pos, Answers: maps.Clone(w.said), Warning: true,
		Notice: fact.NoticeOf(words.Proof.AsksInVain(a.ID, id))})
}

// those are the people who say what was said, and for whom the calculators
// came to the same.
func (w *walker) those(s *advisor.Sight) set {
	in := w.legal
	said := w.b.WithAsks(w.said, []int{w.ask})
	for f := range w.facts {
		c := &w.facts[f]
		if v, ok := said[w.b.Facts[f].ID]; ok && c.ask >= 0 {
			in = w.m.and(in, w.m.or(w.m.not(c.asked), w.is(f, v)))
		}
		if v := s.Value(f); c.free && s.Settled(f) && v.State != fact.NotAsked {
			in = w.m.and(in, w.m.or(w.m.not(c.fed), w.is(f, v)))
		}
	}
	return in
}

// is where the would-be answer to f is v.
func (w *walker) is(f int, v fact.Value) set {
	c := &w.facts[f]
	if v.State != fact.Known {
		return c.unsure
	}
	s := all
	for k := range c.val {
		if w.dice.is(f, k, v) {
			s = w.m.and(s, c.val[k])
		} else if c.ticks != nil {
			s = w.m.minus(s, c.val[k])
		}
	}
	return w.m.minus(s, c.unsure)
}

// hangs reports whether question q can still change the answer, or what its
// text, its steps or the warning before it say.
func (w *walker) hangs(s *advisor.Sight, q int) bool {
	bits := w.bitsOf(s)
	f := w.b.Questions[q].Fact
	feeds := func(of int) bool { // whether of is worked out of f
		found := false
		advisor.Trace([]int{of}, w.feeds, func(x int) { found = found || x == f })
		return found
	}
	on := map[int32]bool{}
	for _, g := range w.goals(s) {
		w.m.support(w.m.fix(g, bits), map[set]bool{}, on)
	}
	for l := range on {
		if of := w.owner[l]; of == f || w.facts[of].free && feeds(of) {
			return true
		}
	}
	for _, k := range s.PossibleAnswers(&w.b.Asks[w.ask]) {
		x := &w.b.Asks[w.ask].Answers[k]
		if slices.ContainsFunc(x.Shows, feeds) || x.Pays && w.settles(feeds) {
			return true
		}
	}
	return false
}

// feeds are the facts that another is worked out of, with what decides whether
// those are asked.
func (w *walker) feeds(f int) []int {
	if it := w.b.Facts[f].Item(); it.Kind == advisor.AskItem {
		return w.b.Questions[it.I].When.Facts()
	}
	return w.b.Inputs(f)
}

// settles reports whether what must be settled before paying is worked out of
// such a fact.
func (w *walker) settles(feeds func(int) bool) bool {
	for i := range w.b.Paying {
		x := &w.b.Paying[i]
		if slices.ContainsFunc(x.Facts, feeds) || slices.ContainsFunc(x.Safe.Facts(), feeds) {
			return true
		}
	}
	return false
}

// goals are what an ask comes to: who gets each answer, and which of its steps
// may be taken.
func (w *walker) goals(s *advisor.Sight) []set {
	out := slices.Clone(w.given)
	a := &w.b.Asks[w.ask]
	for _, k := range s.PossibleAnswers(a) {
		for n := range a.Answers[k].Steps {
			out = append(out, w.eval(w.b.Shared(&a.Answers[k].Steps[n]).When).t)
		}
	}
	return out
}

// bitsOf is what was said so far, as bits.
func (w *walker) bitsOf(s *advisor.Sight) map[int32]bool {
	bits := map[int32]bool{}
	note := func(f int, v fact.Value) {
		c := &w.facts[f]
		where := w.is(f, v)
		if where == none {
			return
		}
		for l, b := range w.m.pick(where) {
			bits[l] = b
		}
		for _, l := range slices.Concat(c.code, c.ticks) { // what the pattern leaves open is nothing
			if _, ok := bits[l]; !ok && l >= 0 {
				bits[l] = false
			}
		}
	}
	for i := range w.b.Questions {
		f := w.b.Questions[i].Fact
		if v := s.Value(f); v.State == fact.Known || v.State == fact.Unknown {
			note(f, v)
		}
	}
	for f := range w.facts {
		if w.facts[f].free && s.Settled(f) && s.Value(f).State != fact.NotAsked {
			note(f, s.Value(f))
		}
	}
	return bits
}
