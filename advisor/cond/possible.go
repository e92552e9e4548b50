package cond

import "wangdai/advisor/fact"

// Truths is a set of truths: what a condition may still come to while facts
// that it reads are open.
type Truths uint8

// The set of every truth.
const AnyTruth = Truths(1<<False | 1<<Maybe | 1<<True)

// Only is the set of one truth.
func Only(t Truth) Truths { return 1 << t }

// Has reports whether the set holds t.
func (s Truths) Has(t Truth) bool { return s>>t&1 == 1 }

// One reports whether the set holds a single truth: it is decided.
func (s Truths) One() bool { return s&(s-1) == 0 }

// Possible is what e may still come to over v. Facts that have a value, or
// were not asked, or are unknown, stay so; of an atom on an open fact, open
// says what it may come to, or nil that it may come to anything. Parts are
// taken as if they hung on different facts, so that the set may be too large
// ("a and not a" may be true), never too small.
func (e *Expr) Possible(v []fact.Value, open func(atom *Expr) Truths) Truths {
	if e == nil {
		return Only(True)
	}
	switch e.Op {
	case And:
		s := Only(True)
		for _, k := range e.Kids {
			if s = both[s][k.Possible(v, open)]; s == Only(False) {
				break
			}
		}
		return s
	case Or:
		s := Only(False)
		for _, k := range e.Kids {
			if s = either[s][k.Possible(v, open)]; s == Only(True) {
				break
			}
		}
		return s
	case Not:
		return inverse[e.Kids[0].Possible(v, open)]
	case Const:
		return Only(True)
	}
	switch x := &v[e.Fact]; {
	case x.State != fact.Open:
		return Only(e.atom(x))
	case open == nil:
		return AnyTruth
	}
	return open(e)
}

// What sets of truths come to when joined, worked out once for every pair.
var (
	both    = joined(func(a, b Truth) Truth { return min(a, b) })
	either  = joined(func(a, b Truth) Truth { return max(a, b) })
	inverse = func() (t [AnyTruth + 1]Truths) {
		for s := range t {
			for x := False; x <= True; x++ {
				if Truths(s).Has(x) {
					t[s] |= Only(True - x)
				}
			}
		}
		return t
	}()
)

func joined(join func(a, b Truth) Truth) (t [AnyTruth + 1][AnyTruth + 1]Truths) {
	for s := range t {
		for r := range t[s] {
			for a := False; a <= True; a++ {
				for b := False; b <= True; b++ {
					if Truths(s).Has(a) && Truths(r).Has(b) {
						t[s][r] |= Only(join(a, b))
					}
				}
			}
		}
	}
	return t
}
