package cond

import (
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

// drawn is any condition over facts 0 to 3, which are choices of three options.
func drawn(t *rapid.T, depth int) *Expr {
	ops := []Op{In, In, IsUnknown, Const, And, Or, Not}
	if depth == 0 {
		ops = ops[:4]
	}
	e := &Expr{Op: rapid.SampledFrom(ops).Draw(t, "op")}
	switch e.Op {
	case In, IsUnknown:
		e.Fact = rapid.IntRange(0, 3).Draw(t, "fact")
		e.Set = rapid.Uint64Range(0, 7).Draw(t, "set")
		e.Orelse = rapid.Bool().Draw(t, "orelse")
		e.Unasked = rapid.Bool().Draw(t, "unasked")
	case And, Or:
		for range rapid.IntRange(1, 3).Draw(t, "kids") {
			e.Kids = append(e.Kids, drawn(t, depth-1))
		}
	case Not:
		e.Kids = []*Expr{drawn(t, depth-1)}
	}
	return e
}

// settled are all values that a choice of three options may have.
var settled = []fact.Value{{}, fact.NotSure(), fact.Of(0), fact.Of(1), fact.Of(2)}

// become are the truths that e has over all values of the open facts.
func become(e *Expr, v []fact.Value) Truths {
	for i := range v {
		if v[i].State != fact.Open {
			continue
		}
		var s Truths
		for _, x := range settled {
			v[i] = x
			s |= become(e, v)
		}
		v[i] = fact.Value{State: fact.Open}
		return s
	}
	return Only(e.Truth(v))
}

// What a condition may still come to is told without trying: nothing that
// trying finds is left out, and where every fact is read once, nothing is
// added.
func TestPossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawn(t, 3)
		v := make([]fact.Value, 4)
		open := 0
		for i := range v {
			v[i] = rapid.SampledFrom(append([]fact.Value{{State: fact.Open}}, settled...)).Draw(t, "value")
			if v[i].State == fact.Open {
				open++
			}
		}
		atom := func(a *Expr) Truths {
			var s Truths
			for _, x := range settled {
				s |= Only(a.atom(&x))
			}
			return s
		}
		real, told := become(e, v), e.Possible(v, atom)
		if real&^told != 0 {
			t.Fatalf("may come to %03b, told %03b", real, told)
		}
		if told&^e.Possible(v, nil) != 0 {
			t.Fatalf("knowing the options adds to %03b", e.Possible(v, nil))
		}
		reads := map[int]int{}
		twice := false
		e.Walk(func(x *Expr, _ bool) {
			if x.Atom() && v[x.Fact].State == fact.Open {
				reads[x.Fact]++
				twice = twice || reads[x.Fact] > 1
			}
		})
		if !twice && told != real {
			t.Fatalf("may come to %03b, told %03b, though no open fact is read twice", real, told)
		}
		if open == 0 && told != Only(e.Truth(v)) {
			t.Fatalf("nothing is open, and %03b is told", told)
		}
	})
}

// The truth of a condition is the same with its reasons and without, and the
// reasons alone decide it: whatever else the other facts are, it stays.
func TestReasonsDecide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := drawn(t, 3)
		v, other := make([]fact.Value, 4), make([]fact.Value, 4)
		for i := range v {
			v[i] = rapid.SampledFrom(settled).Draw(t, "value")
			other[i] = rapid.SampledFrom(settled).Draw(t, "other value")
		}
		is, why := e.Eval(v, nil)
		if is != e.Truth(v) || e.Holds(v) != (is == True) {
			t.Fatalf("%v with reasons, %v without", is, e.Truth(v))
		}
		for _, f := range why {
			other[f] = v[f]
		}
		if got := e.Truth(other); got != is {
			t.Fatalf("%v because of %v, but %v with the same reasons and other values besides", is, why, got)
		}
	})
}
