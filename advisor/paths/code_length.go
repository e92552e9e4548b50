package paths

import "wangdai/advisor/code"

// codes sets how long the codes of a branch can be. s is where every pattern
// is one legal set of answers.
func (e *encoder) codes(s set, x *Branch) {
	answer, entry := map[int32]float64{}, map[int32]float64{}
	for q, c := range e.costs {
		if was := e.facts[e.b.Questions[q].Fact].was; was >= 0 {
			answer[was] = c.Answer
			entry[was] = c.Answer + c.Entry*code.MostEntries
		}
	}
	x.Code = e.b.CodeLength(e.dearest(s, answer))
	x.CodeFull = e.b.CodeLength(e.dearest(s, entry))
}

// dearest is the greatest sum of weights along any path, a weight counting
// where its bit is set. Weights are not negative, so a bit that is left out of
// a path because it may be either counts as set.
func (e *encoder) dearest(s set, weight map[int32]float64) float64 {
	below := make([]float64, e.bits+1) // sum of the weights of all higher levels
	for l := e.bits - 1; l >= 0; l-- {
		below[l] = below[l+1] + weight[l]
	}
	level := func(s set) int32 { return min(e.m.nodes[s].level, e.bits) }
	memo := map[set]float64{all: 0}
	var walk func(set) float64
	walk = func(s set) float64 {
		if r, ok := memo[s]; ok {
			return r
		}
		n := e.m.nodes[s]
		r := 0.0
		for k, to := range []set{n.lo, n.hi} {
			if to == none {
				continue
			}
			sum := walk(to) + below[n.level+1] - below[level(to)]
			if k == 1 {
				sum += weight[n.level]
			}
			r = max(r, sum)
		}
		memo[s] = r
		return r
	}
	if s == none {
		return 0
	}
	return walk(s) + below[0] - below[level(s)]
}
