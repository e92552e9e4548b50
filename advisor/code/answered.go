package code

import (
	"math"
	"math/big"
)

// Which of the questions that are not ruled out were answered: how many, up to
// which, and the rank of their pattern among all patterns with as many. Where
// every one was answered, as in an interview that is answered in its order,
// that takes one bit beside the count; where eight of forty were, two thirds of
// what a bit for each would.

// pushAnswered pushes the pattern up to the last that was answered; most is how
// many questions there are.
func pushAnswered(n *big.Int, answered []bool, most int) {
	count, last := 0, 0
	for i, ok := range answered {
		if ok {
			count, last = count+1, i+1
		}
	}
	switch {
	case count == 0:
	case count == last:
		push(n, digit{0, 2})
	default:
		rank, left := new(big.Int), count-1
		for i, ok := range answered[:last-1] {
			if ok {
				rank.Add(rank, without(last-1-i, left))
				left--
			}
		}
		n.Mul(n, choose(last-1, count-1))
		n.Add(n, rank)
		push(n, digit{uint64(last - count - 1), uint64(most - count)})
		push(n, digit{1, 2})
	}
	push(n, digit{uint64(count), uint64(most) + 1})
}

// A pattern hands out what pushAnswered wrote, question by question.
type pattern struct {
	slots, left int      // questions, and answered ones, still to come
	rank        *big.Int // among the patterns of all but the last slot; nil: all are answered
}

// popAnswered is false where no pattern was pushed.
func popAnswered(n *big.Int, most int) (*pattern, bool) {
	count := int(pop(n, uint64(most)+1))
	p := &pattern{slots: count, left: count}
	if count == 0 || pop(n, 2) == 0 {
		return p, true
	}
	if count == most {
		return p, false
	}
	p.slots += 1 + int(pop(n, uint64(most-count)))
	p.rank = new(big.Int)
	n.QuoRem(n, choose(p.slots-1, count-1), p.rank)
	return p, true
}

func (p *pattern) end() bool { return p.left == 0 }

// next reports whether the next question was answered.
func (p *pattern) next() bool {
	answered := p.rank == nil || p.slots == 1
	if !answered {
		c := without(p.slots-1, p.left-1)
		if answered = p.rank.Cmp(c) >= 0; answered {
			p.rank.Sub(p.rank, c)
		}
	}
	p.slots--
	if answered {
		p.left--
	}
	return answered
}

// without is how many patterns of so many questions, so many of them answered,
// begin with one that was not.
func without(slots, left int) *big.Int { return choose(slots-1, left) }

func choose(n, k int) *big.Int {
	if k < 0 || k > n {
		return new(big.Int)
	}
	return new(big.Int).Binomial(int64(n), int64(k))
}

// answeredBits bounds what pushAnswered takes of most questions, at most so
// many of them passed over before the last that is answered.
func answeredBits(most, passed int) float64 {
	bits := math.Log2(float64(most+1)) + 1
	if passed == 0 || most == 0 {
		return bits
	}
	patterns := choose(most-1, min(passed, (most-1)/2))
	return bits + math.Log2(float64(most)) + float64(patterns.BitLen())
}
