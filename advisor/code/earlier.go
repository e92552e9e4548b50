package code

import (
	"math/big"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Codes on papers of before 2 December 2026 have a form of their own: how many
// questions were answered, then these answers in the order of asking. What was
// passed over is 不清楚 in them, and they know no asks.

const earlierFormat = 2

// decodeEarlier reads the answers from what is left of the number of such a
// code; false where it is no code of this edition.
func (e *Edition) decodeEarlier(n *big.Int) (r Reading, ok bool) {
	r = Reading{Edition: e}
	left := int(pop(n, uint64(e.questions())+1))
	ok = true
	told := func() bool { return left > 0 && ok && pop(n, 2) == 1 }
	e.replayEarlier(told, func(i int) (fact.Value, bool) {
		if left == 0 || !ok {
			return fact.Value{}, false
		}
		left--
		var v fact.Value
		v, ok = e.facts[i].unpack(n)
		r.Answers = append(r.Answers, Answer{&e.facts[i], v})
		return v, ok
	})
	return r, ok && left == 0 && n.Sign() == 0
}

// replayEarlier walks the interview of the edition. answer is called for each
// question that is asked, in order, with its fact; told says whether one is
// asked whose condition the edition does not know. It ends when answer is
// false.
func (e *Edition) replayEarlier(told func() bool, answer func(i int) (fact.Value, bool)) {
	v := make([]fact.Value, len(e.facts))
	for k := range e.steps {
		s := &e.steps[k]
		switch {
		case !s.Ask:
			v[s.Fact] = s.derive(v)
		case s.Told && !told(), !s.Told && !s.When.Possible(v, nil).Has(cond.True):
		default:
			x, ok := answer(s.Fact)
			if !ok {
				return
			}
			v[s.Fact] = x
		}
	}
}
