package advisor

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// A drawnBase is a small law that rapid draws: questions of three options or
// yes and no, each on a condition over what comes before; tables, named
// conditions, a deadline; findings, some sharing a condition.
type drawnBase struct {
	*bench
	t     *rapid.T
	known []int // facts drawn so far
	dates []int
}

func (d *drawnBase) n(label string, most int) int { return rapid.IntRange(0, most).Draw(d.t, label) }

func (d *drawnBase) expr(depth int) *cond.Expr {
	if len(d.known) == 0 || d.n("atom", 3) == 0 && depth == 0 {
		return nil
	}
	if depth > 0 {
		switch d.n("op", 3) {
		case 0:
			return &cond.Expr{Op: cond.Not, Kids: []*cond.Expr{d.expr(depth - 1)}}
		case 1:
			return &cond.Expr{Op: cond.And, Kids: []*cond.Expr{d.expr(depth - 1), d.expr(depth - 1)}}
		case 2:
			return &cond.Expr{Op: cond.Or, Kids: []*cond.Expr{d.expr(depth - 1), d.expr(depth - 1)}}
		}
	}
	e := &cond.Expr{Fact: d.known[d.n("fact", len(d.known)-1)], Unasked: d.n("unasked", 3) == 0}
	switch d.b.Facts[e.Fact].Kind {
	case fact.YesNo:
		e.Op = cond.Yes
	case fact.Choice:
		e.Op, e.Set, e.Orelse = cond.In, uint64(d.n("set", 7)), d.n("orelse", 3) == 0
	default:
		e.Op = cond.IsUnknown
	}
	return e
}

func (d *drawnBase) ask(id string, k fact.Kind, when *cond.Expr, options ...string) {
	f := d.bench.ask(id, k, when, options...)
	d.known = append(d.known, f)
	if k == fact.Day {
		d.dates = append(d.dates, f)
	}
}

// some is a condition that is there.
func (d *drawnBase) some() *cond.Expr {
	if e := d.expr(2); e != nil {
		return e
	}
	return &cond.Expr{Op: cond.Const}
}

func (d *drawnBase) step(id string) {
	switch d.n("kind", 5) {
	case 0:
		d.ask(id, fact.Day, d.expr(1))
	case 1, 2:
		d.ask(id, fact.YesNo, d.expr(2))
	case 3:
		f := d.fact(id, fact.YesNo)
		d.b.Facts[f].Origin = FromCondition
		d.derive(Derived{Fact: f, When: d.some()})
	case 4:
		f := d.fact(id, fact.Choice, "x", "y", "z")
		d.b.Facts[f].Origin = FromTable
		x := Derived{Fact: f}
		for range 3 {
			x.Rows = append(x.Rows, d.some())
		}
		d.derive(x)
	default:
		d.ask(id, fact.Choice, d.expr(2), "x", "y", "z")
	}
}

func (d *drawnBase) derive(x Derived) {
	d.b.Facts[x.Fact].Of = len(d.b.Derived)
	d.b.Derived = append(d.b.Derived, x)
	d.b.Program = append(d.b.Program, Item{DeriveItem, len(d.b.Derived) - 1})
	d.known = append(d.known, x.Fact)
}

func drawBase(t *rapid.T) *Base {
	d := &drawnBase{bench: newBench(), t: t}
	d.ask("a", fact.Choice, nil, "x", "y", "z")
	for _, id := range []string{"b", "c", "d", "e", "f", "g", "h"} {
		d.step(id)
	}
	if len(d.dates) > 0 {
		state := d.deadline(d.dates[0])
		d.known = append(d.known, state)
		d.step("i")
	}
	shared := d.some()
	for range 6 {
		d.b.Findings = append(d.b.Findings, Finding{When: d.expr(2), LawOn: -1},
			Finding{When: cond.Both(shared, d.expr(1)), LawOn: -1})
	}
	return d.done()
}

// value is any answer to an asked fact, not sure among them.
func anyValue(t *rapid.T, f *Fact) fact.Value {
	n := rapid.IntRange(-1, 2).Draw(t, f.ID)
	switch {
	case n < 0:
		return fact.NotSure()
	case f.Kind == fact.YesNo:
		return fact.Of(int64(n % 2))
	case f.Kind == fact.Day:
		return fact.OfDate(editionDay + fact.Date(20*(n-1)))
	}
	return fact.Of(int64(n))
}

func equalValues(a, b []fact.Value) bool {
	return slices.EqualFunc(a, b, func(x, y fact.Value) bool { return same(&x, &y) })
}

// What supposing an answer shows is what looking afresh gives, whether
// unanswered questions are open or 不清楚, and afterwards nothing has changed.
func TestSuppose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawBase(t)
		a := Answers{}
		for q := range b.Questions {
			if f := b.Asked(q); rapid.Bool().Draw(t, "answered") {
				a[f.ID] = anyValue(t, f)
			}
		}
		rest := rapid.Bool().Draw(t, "rest")
		fresh := func(a Answers) *Sight {
			s := newSight(b, editionDay, nil)
			s.rest = rest
			s.look(a)
			s.conclude()
			return s
		}
		s, is := fresh(a), fresh(a)
		for q := range b.Questions {
			f := b.Asked(q)
			v := anyValue(t, f)
			next := Answers{f.ID: v}
			for id, x := range a {
				if id != f.ID {
					next[id] = x
				}
			}
			want := fresh(next)
			s.suppose(b.Questions[q].Fact, v, func() {
				turned := s.turned()
				if !s.sees(want) || !slices.Equal(s.open(), want.open()) || s.surely() != want.surely() {
					t.Fatalf("%s = %v supposed:\n%v\nlooked at:\n%v", f.ID, v, s, want)
				}
				for i := range b.Findings {
					told := slices.ContainsFunc(turned, func(x before[cond.Truth]) bool {
						return x.i == i && x.was == is.st.Truth[i]
					})
					if told != (is.st.Truth[i] != want.st.Truth[i]) {
						t.Fatalf("finding %d: %v before, %v then, told %v", i, is.st.Truth[i], want.st.Truth[i], turned)
					}
				}
			})
			if !s.sees(is) {
				t.Fatalf("%s = %v was supposed, and not all is as before", f.ID, v)
			}
		}
	})
}

// sees reports whether two sights see the same.
func (s *Sight) sees(x *Sight) bool {
	return equalValues(s.st.Values, x.st.Values) && slices.Equal(s.dom, x.dom) && slices.Equal(s.when, x.when) &&
		slices.Equal(s.st.Truth, x.st.Truth) && slices.Equal(s.st.Possible, x.st.Possible)
}

// Where the rest is 不清楚, nothing is open, and looking is replaying.
func TestLookAtRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawBase(t)
		a := Answers{}
		for q := range b.Questions {
			if f := b.Asked(q); rapid.Bool().Draw(t, "answered") {
				a[f.ID] = anyValue(t, f)
			}
		}
		s := newSight(b, editionDay, nil)
		s.rest = true
		s.look(a)
		s.conclude()
		if st := Resolve(b, a, editionDay); !equalValues(s.st.Values, st.Values) ||
			!slices.Equal(s.st.Truth, st.Truth) {
			t.Fatalf("looked at:\n%v %v\nreplayed:\n%v %v", s.st.Values, s.st.Truth, st.Values, st.Truth)
		}
	})
}

// What may still come is never more than before, whatever is answered next,
// and what is answered last leaves nothing.
func TestProgressShrinks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawBase(t)
		s := NewSession(b, Options{Today: editionDay})
		most := len(b.Questions)
		for s.State().Next >= 0 {
			st := s.State()
			if st.Min > st.Max || st.Min < 1 || st.Max > most {
				t.Fatalf("%d to %d may come, %d before", st.Min, st.Max, most)
			}
			most = st.Max - 1
			f := b.Asked(st.Next)
			if err := s.Answer(f.ID, anyValue(t, f)); err != nil {
				t.Fatal(err)
			}
		}
		if st := s.State(); st.Min != 0 || st.Max != 0 {
			t.Fatalf("nothing is asked, but %d to %d may come", st.Min, st.Max)
		}
	})
}
