package code

import (
	"math/big"

	"wangdai/advisor/fact"
)

// WriteEarlier writes the form of codes of before 2 December 2026, for which
// the program has a reader only: the first so many answers, gaps being 不清楚.
func (e *Edition) WriteEarlier(count int, value func(id string) (fact.Value, bool)) string {
	var ds []digit
	left := count
	e.replayWriting(&left, &ds, value)
	n := new(big.Int)
	pushAll(n, ds)
	push(n, digit{uint64(count - left), uint64(e.questions()) + 1})
	push(n, digit{uint64(e.number), 1 << editionBits})
	push(n, digit{earlierFormat, 1 << formatBits})
	push(n, digit{uint64(crc16(n.Bytes())), 1 << checkBits})
	return spell(n)
}

func (e *Edition) replayWriting(left *int, ds *[]digit, value func(id string) (fact.Value, bool)) {
	at := 0 // the step of the next question of which the code says whether it was asked
	told := func() bool {
		for !e.steps[at].Told {
			at++
		}
		_, ok := value(e.facts[e.steps[at].Fact].ID)
		if at++; *left > 0 {
			*ds = append(*ds, digit{uint64(fact.Bool(ok).N), 2})
		}
		return ok
	}
	e.replayEarlier(told, func(i int) (fact.Value, bool) {
		if *left == 0 {
			return fact.Value{}, false
		}
		*left--
		f := &e.facts[i]
		v, _ := value(f.ID)
		v = f.clamp(v)
		*ds = f.pack(*ds, v)
		return v, true
	})
}
