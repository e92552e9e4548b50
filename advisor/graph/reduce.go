package graph

import (
	"fmt"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
)

// A reducer takes out of a condition what is settled in one branch: what it
// says of the role, and of questions that nobody there is asked.
type reducer struct {
	b     *advisor.Base
	role  int // the fact that branches differ in, -1
	value fact.Value
	asked map[int]bool // by fact: somebody of the branch is asked
}

func newReducer(b *advisor.Base, branch string, x paths.Branch) *reducer {
	r := &reducer{b: b, role: -1, asked: map[int]bool{}}
	for _, q := range x.Asks {
		r.asked[b.Questions[q].Fact] = true
	}
	f, i := b.Role()
	if f == nil || branch == paths.Everyone {
		return r
	}
	r.role, r.value = i, fact.NotSure()
	for k := range f.Options {
		if f.Options[k].ID == branch {
			r.value = fact.Of(int64(k))
		}
	}
	return r
}

// reduce is what remains of e, and whether it is settled: True and False come
// with nothing, Maybe with what still decides.
func (r *reducer) reduce(e *cond.Expr) (*cond.Expr, cond.Truth) { return r.under(e, false) }

// under is reduce, below an odd number of nots or not: what stays unknown for
// good must come out as what never holds.
func (r *reducer) under(e *cond.Expr, negative bool) (*cond.Expr, cond.Truth) {
	if e == nil {
		return nil, cond.True
	}
	switch e.Op {
	case cond.And, cond.Or:
		return r.several(e, negative)
	case cond.Not:
		k, t := r.under(e.Kids[0], !negative)
		if t != cond.Maybe {
			return nil, cond.True - t
		}
		return &cond.Expr{Op: cond.Not, Kids: []*cond.Expr{k}}, cond.Maybe
	case cond.Const:
		return nil, cond.True
	}
	v := fact.Value{State: fact.Open}
	if f := &r.b.Facts[e.Fact]; e.Fact == r.role {
		v = r.value
	} else if f.Origin == advisor.Asked && !r.asked[e.Fact] {
		v = fact.Value{}
	}
	if v.State == fact.Open {
		return e, cond.Maybe
	}
	// One fact is enough to evaluate an atom.
	values := make([]fact.Value, len(r.b.Facts))
	values[e.Fact] = v
	t := e.Truth(values)
	if t == cond.Maybe {
		t = cond.False
		if negative {
			t = cond.True
		}
	}
	return nil, t
}

// several is an and, or an or, with nested ones of the same kind laid open.
func (r *reducer) several(e *cond.Expr, negative bool) (*cond.Expr, cond.Truth) {
	stop, rest := cond.False, cond.True
	if e.Op == cond.Or {
		stop, rest = cond.True, cond.False
	}
	var kids []*cond.Expr
	seen := map[string]bool{}
	for _, k := range e.Kids {
		x, t := r.under(k, negative)
		switch {
		case t == stop:
			return nil, stop
		case t == rest:
			continue
		}
		list := []*cond.Expr{x}
		if x.Op == e.Op {
			list = x.Kids
		}
		for _, y := range list {
			if s := key(y); !seen[s] {
				seen[s] = true
				kids = append(kids, y)
			}
		}
	}
	switch len(kids) {
	case 0:
		return nil, rest
	case 1:
		return kids[0], cond.Maybe
	}
	return &cond.Expr{Op: e.Op, Kids: kids}, cond.Maybe
}

// key is the same for conditions that are built the same.
func key(e *cond.Expr) string {
	s := fmt.Sprint(e.Op, e.Fact, e.Set, e.Orelse, e.Bit, e.Lo, e.Hi, e.Unasked)
	for _, k := range e.Kids {
		s += "(" + key(k) + ")"
	}
	return s
}

// parts are what must all hold.
func parts(e *cond.Expr) []*cond.Expr {
	switch {
	case e == nil:
		return nil
	case e.Op == cond.And:
		return e.Kids
	}
	return []*cond.Expr{e}
}

// opening is what opens a question, without what had to hold for the facts in
// it to be asked.
func (r *reducer) opening(q int) (*cond.Expr, cond.Truth) { return r.bare(r.b.Questions[q].When) }

// bare is reduce, without what had to hold for the facts in it to be asked.
func (r *reducer) bare(e *cond.Expr) (*cond.Expr, cond.Truth) {
	e, t := r.reduce(e)
	if t != cond.Maybe {
		return nil, t
	}
	list := parts(e)
	implied := map[string]bool{}
	for _, p := range list {
		if positive(p) {
			r.implied(p.Fact, implied, 0)
		}
	}
	var left []*cond.Expr
	for _, p := range list {
		if !implied[key(p)] {
			left = append(left, p)
		}
	}
	if len(left) == 1 {
		return left[0], cond.Maybe
	}
	return &cond.Expr{Op: cond.And, Kids: left}, cond.Maybe
}

// positive: it can only hold of someone who was asked.
func positive(e *cond.Expr) bool { return e.Atom() && !e.Unasked }

// deepest bounds how far back it is looked for what a question rests on.
const deepest = 8

// implied collects what holds of everyone who was asked a fact.
func (r *reducer) implied(f int, out map[string]bool, depth int) {
	x := &r.b.Facts[f]
	if x.Origin != advisor.Asked || depth > deepest {
		return
	}
	e, t := r.reduce(r.b.Questions[x.Of].When)
	if t != cond.Maybe {
		return
	}
	for _, p := range parts(e) {
		out[key(p)] = true
		if positive(p) {
			r.implied(p.Fact, out, depth+1)
		}
	}
}

// inputs are the facts that a worked-out fact comes from, in the branch.
func (r *reducer) inputs(f int) []int {
	all := r.b.Inputs(f)
	if it := r.b.Facts[f].Item(); it.Kind == advisor.DeriveItem {
		all = nil
		for _, e := range r.b.Derived[it.I].Conditions() {
			if k, t := r.reduce(e); t == cond.Maybe {
				all = append(all, k.Facts()...)
			}
		}
	}
	var out []int
	for _, i := range all {
		if i == r.role || r.b.Facts[i].Origin == advisor.Asked && !r.asked[i] || slices.Contains(out, i) {
			continue
		}
		out = append(out, i)
	}
	return out
}

// roots are the questions that a fact goes back to, by index.
func (r *reducer) roots(f int) []int {
	var out []int
	advisor.Trace([]int{f}, r.inputs, func(i int) {
		if r.b.Facts[i].Origin == advisor.Asked && r.asked[i] {
			out = append(out, r.b.Facts[i].Of)
		}
	})
	return out
}
