// Package cond is the language of conditions: text in, tree out, and a
// three-valued evaluator that tells which facts decided.
//
// The language is small on purpose, so that every set of answers can be
// proven: and, or, not, comparisons of one fact with constants, and in. There
// are no calls, no arithmetic and no two facts compared. syntax.go reads it,
// compile.go checks it against the facts.
package cond

import (
	"slices"

	"wangdai/advisor/fact"
)

// Truth is the result of a condition.
type Truth uint8

// Maybe: it depends on a fact that is unknown.
const (
	False Truth = iota
	Maybe
	True
)

func (t Truth) String() string { return [...]string{"false", "maybe", "true"}[t] }

// An Op is what a node of a condition does.
type Op uint8

// The operators. In and Has speak of options, Range of ordered values; Yes of
// yesno facts; IsUnknown of the answer 不清楚.
const (
	And       Op = iota + 1
	Or           // at least one kid
	Not          // one kid
	In           // Choice: the option is in Set
	Has          // Several: option Bit is ticked
	Yes          // YesNo: the answer is yes
	Range        // Lo <= value <= Hi
	IsUnknown    // the answer is 不清楚
	Const        // Always: otherwise
)

// An Expr is a compiled condition. It is plain data, safe to share.
type Expr struct {
	Op     Op
	Kids   []*Expr `json:",omitempty"`
	Fact   int     `json:",omitempty"`
	Set    uint64  `json:",omitempty"` // In: a bit per option
	Orelse bool    `json:",omitempty"` // In: 不清楚 counts as being in the set
	Bit    int     `json:",omitempty"`
	Lo, Hi int64   `json:",omitempty"`

	// Unasked is what the atom is for a fact that was never asked: false,
	// unless the question says which option not asking stands for.
	Unasked bool `json:",omitempty"`

	Src      string `json:",omitempty"` // the whole condition, on the root
	Col, End int    `json:",omitempty"` // characters within Src, from 0
}

// Truth is what e comes to over v, indexed by fact. A nil condition is true.
func (e *Expr) Truth(v []fact.Value) Truth {
	if e == nil {
		return True
	}
	switch e.Op {
	case And:
		t := True
		for _, k := range e.Kids {
			if t = min(t, k.Truth(v)); t == False {
				break
			}
		}
		return t
	case Or:
		t := False
		for _, k := range e.Kids {
			if t = max(t, k.Truth(v)); t == True {
				break
			}
		}
		return t
	case Not:
		return True - e.Kids[0].Truth(v)
	case Const:
		return True
	}
	return e.atom(&v[e.Fact])
}

// Holds reports whether e is true over v.
func (e *Expr) Holds(v []fact.Value) bool { return e.Truth(v) == True }

// atom is what an atom says of the value of its fact.
func (e *Expr) atom(x *fact.Value) Truth {
	switch x.State {
	case fact.NotAsked:
		return truth(e.Unasked)
	case fact.Open:
		return Maybe
	case fact.Unknown:
		if e.Op == IsUnknown || e.Op == In && e.Orelse {
			return True
		}
		return Maybe
	}
	switch e.Op {
	case In:
		return truth(e.Set>>uint(x.N)&1 == 1)
	case Has:
		return truth(x.N>>uint(e.Bit)&1 == 1)
	case Yes:
		return truth(x.N == 1)
	case Range:
		return truth(e.Lo <= x.N && x.N <= e.Hi)
	}
	return False // IsUnknown of a known fact
}

// Eval is Truth with its reasons: the facts that decided are appended to why,
// with repeats. A false "and" is false because of its first false part, a true
// one because of all of them, and so on.
func (e *Expr) Eval(v []fact.Value, why []uint16) (Truth, []uint16) {
	if e == nil {
		return True, why
	}
	switch e.Op {
	case And, Or:
		// stop decides alone: one false part of an and, one true part of an or.
		stop, rest := False, True
		if e.Op == Or {
			stop, rest = True, False
		}
		start := len(why)
		maybe := false
		for _, k := range e.Kids {
			before := len(why)
			var t Truth
			t, why = k.Eval(v, why)
			switch t {
			case stop:
				n := copy(why[start:], why[before:])
				return stop, why[:start+n]
			case Maybe:
				maybe = true
			}
		}
		if maybe {
			return Maybe, why
		}
		return rest, why
	case Not:
		t, why := e.Kids[0].Eval(v, why)
		return True - t, why
	case Const:
		return True, why
	}
	return e.atom(&v[e.Fact]), append(why, uint16(e.Fact))
}

func truth(b bool) Truth {
	if b {
		return True
	}
	return False
}

// Facts are the facts that e reads, in order, without repeats.
func (e *Expr) Facts() []int { return Facts(e) }

// Facts are the facts that conditions read, in order, without repeats.
func Facts(conditions ...*Expr) []int {
	var out []int
	for _, e := range conditions {
		e.Walk(func(x *Expr, _ bool) {
			if x.Atom() && !slices.Contains(out, x.Fact) {
				out = append(out, x.Fact)
			}
		})
	}
	return out
}

// Atom reports whether e speaks of a fact itself.
func (e *Expr) Atom() bool { return e.Op >= In && e.Op <= IsUnknown }

// Walk visits e and all below it, parents first. negative tells whether a node
// stands under an odd number of nots, where "never asked" is no answer.
func (e *Expr) Walk(visit func(x *Expr, negative bool)) { e.walk(visit, false) }

func (e *Expr) walk(visit func(*Expr, bool), neg bool) {
	if e == nil {
		return
	}
	visit(e, neg)
	for _, k := range e.Kids {
		k.walk(visit, neg != (e.Op == Not))
	}
}

// Source is the part of the condition that e was written as; root is the
// condition as a whole. Empty for what nobody wrote.
func (e *Expr) Source(root *Expr) string {
	if src := []rune(root.Src); e.Col < e.End && e.End <= len(src) {
		return string(src[e.Col:e.End])
	}
	return e.Src
}

// Joined reports whether e was made by [Both] of two conditions, each written
// for itself.
func (e *Expr) Joined() bool { return e.Op == And && e.End == 0 && len(e.Kids) == 2 }

// Both is a and b; either may be nil.
func Both(a, b *Expr) *Expr {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return &Expr{Op: And, Kids: []*Expr{a, b}, Src: b.Src}
}
