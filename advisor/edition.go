package advisor

import (
	"maps"
	"slices"

	"wangdai/advisor/code"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// Here the engine and codes meet: a Base's edition is drawn out of it, a
// session's answers are handed to [code.Edition.Write], and what a code says is
// carried into the questions of today.

// CurrentEdition is the edition of this Base.
func (b *Base) CurrentEdition() *code.Edition { return b.index.edition }

// Recorded reports whether the present edition is among the past ones, so that
// its codes can still be read after the questions change.
func (b *Base) Recorded() bool { return b.index.edition.Among(b.Past) }

// editionOf draws a Base's edition out of it.
func editionOf(b *Base) *code.Edition {
	x := editor{b: b, at: map[int]int{}, computed: map[int]bool{}, needed: map[int]bool{}}
	x.trace()
	for _, it := range b.Program {
		switch it.Kind {
		case AskItem:
			q := &b.Questions[it.I]
			s := code.Step{Fact: x.add(q.Fact), Ask: true}
			if s.Told = x.hangs(q.When); !s.Told {
				s.When = x.translate(q.When)
			}
			x.steps = append(x.steps, s)
		case DeriveItem:
			d := &b.Derived[it.I]
			if !x.needed[d.Fact] || x.computed[d.Fact] {
				continue
			}
			s := code.Step{Fact: x.add(d.Fact), When: x.translate(d.When)}
			for _, r := range d.Rows {
				s.Rows = append(s.Rows, x.translate(r))
			}
			x.steps = append(x.steps, s)
		}
	}
	return code.NewEdition(x.facts, x.steps)
}

type editor struct {
	b        *Base
	facts    []code.Fact
	steps    []code.Step
	at       map[int]int  // index of a base's fact in the edition
	computed map[int]bool // facts that hang on calculators or on the day
	needed   map[int]bool // facts that asking reads
}

// trace finds what is computed, and what asking reads, directly or through
// derived facts.
func (x *editor) trace() {
	b := x.b
	for f := range b.Facts {
		if k := b.Facts[f].Item().Kind; k == CalcItem || k == DeadlineItem {
			for _, i := range b.Reached(f) {
				x.computed[i] = true
			}
		}
	}
	var read []int
	for q := range b.Questions {
		if w := b.Questions[q].When; !x.hangs(w) {
			read = append(read, w.Facts()...)
		}
	}
	Trace(read, b.DerivedOf, func(f int) { x.needed[f] = true })
}

func (x *editor) hangs(c *cond.Expr) bool {
	for _, f := range c.Facts() {
		if x.computed[f] {
			return true
		}
	}
	return false
}

func (x *editor) add(i int) int {
	f := &x.b.Facts[i]
	x.at[i] = len(x.facts)
	x.facts = append(x.facts, code.Fact{ID: f.ID, Kind: f.Kind, Options: f.optionIDs()})
	return x.at[i]
}

// translate is a condition over the edition's facts, without its source. The
// Program is in the order of what depends on what, so they are all there.
func (x *editor) translate(c *cond.Expr) *cond.Expr {
	if c == nil {
		return nil
	}
	out := &cond.Expr{Op: c.Op, Set: c.Set, Orelse: c.Orelse, Bit: c.Bit, Lo: c.Lo, Hi: c.Hi, Unasked: c.Unasked}
	if c.Atom() {
		out.Fact = x.at[c.Fact]
	}
	for _, k := range c.Kids {
		out.Kids = append(out.Kids, x.translate(k))
	}
	return out
}

// A Record is what a person said, as a code holds it.
type Record struct {
	Answers Answers
	Asks    []int // chosen, by index into the Base
	Depth   Depth
	Rest    bool // what is not answered is 不清楚, not open
}

// Record is what was said so far.
func (s *Session) Record() Record {
	return Record{maps.Clone(s.answers), slices.Clone(s.asks), s.depth, s.rest}
}

// Resume goes on from what was said. Answers that are not asked on their path
// stay and are listed in State().Unused, chosen asks that do not arise in
// Fallen, so that the caller can say so.
func (s *Session) Resume(r Record) {
	s.said = said{wish: wish{asks: slices.Clone(r.Asks), depth: r.Depth, settled: len(r.Asks) > 0}}
	s.rest, s.past = r.Rest, nil
	s.Load(r.Answers)
}

// Code is what was said as a short string: the asks and the answers that
// count. Questions that were not answered are open when it is read, or 不清楚
// where the rest is.
func (s *Session) Code() string {
	b, all := s.base, s.all()
	out := make(map[string]bool)
	for _, id := range s.State().Unused {
		out[id] = true
	}
	x := code.Said{Depth: int(s.depth), Rest: s.rest}
	for _, i := range s.asks {
		x.Asks = append(x.Asks, b.index.askNumber[i])
	}
	return b.index.edition.Write(x, func(id string) (fact.Value, bool) {
		v, ok := all[id]
		if q, i := b.Fact(id); !ok || v.State == fact.NotAsked || out[id] || q == nil {
			return fact.Value{}, false
		} else if !b.fits(i, v, s.today) {
			v = fact.NotSure()
		}
		return v, true
	})
}

// A Reading is what a code says in terms of today.
type Reading struct {
	Record
	Old  bool   // it belongs to an earlier edition of the questions
	Lost []Lost // its asks and answers that were not taken, in their order
}

// A Lost answer was not taken: it was given in an earlier edition and has no
// place in the present one, or it lies outside what its question takes. So was
// a lost ask, of which Question is empty: there is none like it any more.
type Lost struct {
	Question string // its id then
	Label    Text   // the question in short, or its id where it is gone
	Value    Text   // the answer, as far as it can still be put in words
	Why      Text
}

// ReadCode is the inverse of [Session.Code]; see [code.Read] for what it
// forgives. A code of an earlier edition gives every answer and ask that still
// stands and says which do not. An answer outside the limits is refused in the words
// in which a typed one is, and its question stays open: whoever makes up a code
// gets no further than whoever types, and limits may have become narrower. The
// error is a [*code.Error].
func (b *Base) ReadCode(s string, today fact.Date) (Reading, error) {
	said, err := code.Read(s, b.index.edition, b.Past)
	if err != nil {
		return Reading{}, err
	}
	r := Reading{Old: said.Edition != b.index.edition}
	r.Answers, r.Depth, r.Rest = Answers{}, Depth(said.Depth), said.Rest
	b.carryAsks(&r, said.Asks)
	for _, a := range said.Answers {
		b.carry(&r, a.Fact, a.Value, today)
	}
	b.unopen(&r)
	return r, nil
}

// carryAsks finds the asks that have these numbers. Without any the interview
// is a whole one.
func (b *Base) carryAsks(r *Reading, numbers []int) {
	for _, n := range numbers {
		i := -1
		name := Text(words.Answering.AskNumber(n + 1))
		if n < len(b.index.askIDs) {
			id := b.index.askIDs[n]
			name = Text{ZH: id, EN: id}
			_, i = b.PresentAsk(id)
		}
		switch {
		case i < 0:
			r.Lost = append(r.Lost, Lost{"", Text(words.Answering.WhatYouAsk()), name,
				Text(words.Answering.NoSuchAskHere())})
		case !slices.Contains(r.Asks, i):
			r.Asks = append(r.Asks, i)
		}
	}
	if len(r.Asks) == 0 {
		r.Depth = Whole
	}
}

// unopen takes out the answers that the asks give by themselves: dropping the
// ask takes them back.
func (b *Base) unopen(r *Reading) {
	for id, v := range b.WithAsks(nil, r.Asks) {
		if was, ok := r.Answers[id]; ok && was.State == v.State && was.N == v.N {
			delete(r.Answers, id)
		}
	}
}

// carry puts an answer of an edition into the present one.
func (b *Base) carry(r *Reading, old *code.Fact, v fact.Value, today fact.Date) {
	lost := func(value, why Text) {
		label := Text{ZH: old.ID, EN: old.ID}
		if q := b.present(old.ID); q != nil {
			label = b.Facts[q.Fact].Label
		}
		r.Lost = append(r.Lost, Lost{old.ID, label, value, why})
	}
	q := b.present(old.ID)
	switch {
	case q == nil:
		lost(old.Said(v), Text(words.Answering.NoLongerAsked()))
		return
	case b.Facts[q.Fact].Kind != old.Kind:
		lost(old.Said(v), Text(words.Answering.OtherKindNow()))
		return
	}
	f := &b.Facts[q.Fact]
	if v.State == fact.Known && len(old.Options) > 0 {
		var gone []string
		v, gone = f.carried(old, v)
		for _, id := range gone {
			lost(Text{ZH: id, EN: id}, Text(words.Answering.OptionGone()))
		}
		if v.State == fact.NotAsked {
			return
		}
	}
	if err := b.check(q.Fact, v, today, r.Answers); err != nil {
		n, _ := fact.NoticeIn(err)
		lost(Text{ZH: b.FormatValue(q.Fact, v, fact.ZH), EN: b.FormatValue(q.Fact, v, fact.EN)},
			Text{ZH: n.In(fact.ZH), EN: n.In(fact.EN)})
		return
	}
	r.Answers[f.ID] = v
}

// carried translates options by their ids. What is left of nothing is no
// answer: the question is asked again.
func (f *Fact) carried(old *code.Fact, v fact.Value) (fact.Value, []string) {
	var gone []string
	to := func(k int) int {
		n := f.presentOption(old.Options[k])
		if n < 0 {
			gone = append(gone, old.Options[k])
		}
		return n
	}
	out := fact.Value{State: fact.Known}
	switch f.Kind {
	case fact.Choice:
		if out.N = int64(to(int(v.N))); out.N < 0 {
			return fact.Value{}, gone
		}
	case fact.Several:
		for k := range old.Options {
			if v.Has(k) {
				if n := to(k); n >= 0 {
					out.N |= 1 << uint(n)
				}
			}
		}
		if out.N == 0 && len(gone) > 0 {
			return fact.Value{}, gone
		}
	case fact.History:
		for _, e := range v.Events {
			if n := to(e.What); n >= 0 {
				out.Events = append(out.Events, fact.Event{On: e.On, What: n})
			}
		}
	}
	return out, gone
}

// A CodeCost is what a question takes of a code, in bits: its answer at most,
// and each entry of a list (dated payments, events) beyond that.
type CodeCost struct{ Answer, Entry float64 }

// CodeCosts are the costs by question index, for reckoning the longest code of
// a branch.
func (b *Base) CodeCosts(today fact.Date) []CodeCost {
	out := make([]CodeCost, len(b.Questions))
	for f := range b.index.edition.Questions() {
		x, q := b.Question(f.ID)
		most := int64(code.MostNumber)
		if r := b.Facts[x.Fact].Range; r.Set {
			_, hi := r.Bounds(today)
			most = min(most, hi)
		}
		c := &out[q]
		c.Answer, c.Entry = f.MostBits(most)
	}
	return out
}

// CodeLength is how many characters the code of an interview has at most that
// was answered to its end, without asks, and whose answers take that many bits.
func (b *Base) CodeLength(bits float64) int { return b.index.edition.Length(bits) }
