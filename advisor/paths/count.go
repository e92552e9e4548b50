package paths

import (
	"fmt"
	"math"
	"math/big"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Branch is what counting says of everyone who gave one answer to the fact
// role, or of everyone.
type Branch struct {
	Sets    *big.Int // complete sets of answers, amounts and dates told apart as far as any condition does
	AtMost  bool     // Sets is an upper bound: verdicts of calculators were taken as free
	Longest int      // most questions anyone is asked
	Median  int      // questions asked when each answer is picked with equal chance
	Nodes   int      // of the diagram counted: what to watch

	Code     int // most characters the code of a whole interview without asks has, lists counted as empty
	CodeFull int // the same with every list filled to its last line

	Asks      []int // questions, by index in the order of asking, that somebody is asked
	Concludes []int // findings, by index, that somebody gets; verdicts of calculators taken as free

	chance []float64
}

// Everyone is the key of the whole base in what Count returns, and Unknown
// that of those who did not know their role.
const (
	Everyone = ""
	Unknown  = "unknown"
)

// Count counts each branch: by option of the role, Unknown, and Everyone.
// A base without that fact has Everyone only. today settles ranges and
// deadlines. The error says that the diagrams grew too large.
func Count(b *advisor.Base, today fact.Date) (map[string]Branch, error) {
	out := map[string]Branch{}
	err := guard(func() {
		e := encode(b, today, nodeLimit, nil)
		total := e.countAll(out)
		total.Asks, total.Concludes = e.reach(all)
		out[Everyone] = total
	})
	return out, err
}

// A branchOf is the part of the world with one answer to role.
type branchOf struct {
	id   string
	name advisor.Text
	in   set
}

// branches are the answers to role; a base without it is one branch.
func (e *encoder) branches() []branchOf {
	f, i := e.b.Role()
	if f == nil || f.Kind != fact.Choice || f.Origin != advisor.Asked {
		return []branchOf{{Everyone, advisor.Text(words.Proof.Everyone()), all}}
	}
	c := &e.facts[i]
	var out []branchOf
	for k := range f.Options {
		// One code each: spare codes are the first option again.
		out = append(out, branchOf{f.Options[k].ID, f.Options[k].Text, e.codeIs(c.code, k)})
	}
	return append(out, branchOf{Unknown, advisor.Text(words.Proof.NotSure()), c.unsure})
}

func (e *encoder) countAll(out map[string]Branch) Branch {
	total := Branch{Sets: new(big.Int)}
	sum := 0.0
	list := e.branches()
	for _, br := range list {
		x := e.countBranch(br)
		if br.id != Everyone {
			out[br.id] = x
		}
		total.Sets.Add(total.Sets, x.Sets)
		total.AtMost = total.AtMost || x.AtMost
		total.Longest = max(total.Longest, x.Longest)
		total.Nodes = max(total.Nodes, x.Nodes)
		total.Code, total.CodeFull = max(total.Code, x.Code), max(total.CodeFull, x.CodeFull)
		for len(total.chance) < len(x.chance) {
			total.chance = append(total.chance, 0)
		}
		for d, p := range x.chance {
			total.chance[d] += p
			sum += p
		}
	}
	if math.Abs(sum-1) > 1e-6 {
		panic(fmt.Sprintf("paths: the chances of all interviews sum to %v, not 1", sum))
	}
	total.Median = median(total.chance)
	return total
}

func median(chance []float64) int {
	sum := 0.0
	for _, p := range chance {
		sum += p
	}
	left := sum / 2
	for d, p := range chance {
		if left -= p; left <= sum*1e-12 {
			return d
		}
	}
	return len(chance) - 1
}

func (e *encoder) countBranch(br branchOf) Branch {
	valid := e.valid(br)
	legal := e.m.and(valid, e.legal)
	x := Branch{Sets: e.m.count(legal, e.bits), Longest: e.longest(legal), Nodes: e.m.size(legal),
		chance: e.chances(valid)}
	x.Median = median(x.chance)
	x.Asks, x.Concludes = e.reach(br.in)
	e.codes(legal, &x)
	for i := range e.facts {
		if c := &e.facts[i]; c.free && e.m.and(legal, e.m.bit(c.was)) != none {
			x.AtMost = true
		}
	}
	return x
}

// reach is which questions are asked of somebody in a set of would-be answers,
// and which findings somebody there gets.
func (e *encoder) reach(in set) (asks, concludes []int) {
	in = e.m.and(in, e.legal)
	for i := range e.b.Questions {
		if e.m.and(in, e.facts[e.b.Questions[i].Fact].asked) != none {
			asks = append(asks, i)
		}
	}
	for i := range e.b.Findings {
		if e.m.and(in, e.eval(e.b.Findings[i].When).t) != none {
			concludes = append(concludes, i)
		}
	}
	return asks, concludes
}

// valid is where every pattern says one set of answers of the branch once:
// the bit "was asked" stands exactly where the question is asked, questions not
// asked have the code 0, others a real one. Verdicts likewise.
func (e *encoder) valid(br branchOf) set {
	m := e.m
	fixed := m.pick(br.in) // a branch is one code of one question: one pattern
	s := br.in
	for _, i := range slices.Backward(e.order()) {
		c := &e.facts[i]
		on := c.asked
		if c.free {
			on = c.fed
		}
		zero := all
		for _, l := range slices.Concat(c.code, c.ticks) {
			if l >= 0 {
				zero = m.minus(zero, m.bit(l))
			}
		}
		was := m.bit(c.was)
		rule := m.and(m.same(was, m.fix(on, fixed)), m.ite(was, c.real, zero))
		s = m.and(s, rule)
	}
	return s
}

// order lists the facts with bits, by level.
func (e *encoder) order() []int {
	var out []int
	for i := range e.facts {
		if e.facts[i].was >= 0 {
			out = append(out, i)
		}
	}
	slices.SortFunc(out, func(a, b int) int { return int(e.facts[a].was - e.facts[b].was) })
	return out
}

// longest is the most "was asked" bits of questions on any path.
func (e *encoder) longest(s set) int {
	memo := map[set]int{all: 0}
	var walk func(set) int
	walk = func(s set) int {
		if r, ok := memo[s]; ok {
			return r
		}
		n := e.m.nodes[s]
		r := -1
		if n.lo != none {
			r = walk(n.lo)
		}
		if n.hi != none {
			r = max(r, walk(n.hi)+e.asks(n.level))
		}
		memo[s] = r
		return r
	}
	if s == none {
		return 0
	}
	return walk(s)
}

// asks is 1 for the level of a question's bit "was asked".
func (e *encoder) asks(level int32) int {
	if c := &e.facts[e.owner[level]]; c.was == level && c.ask >= 0 {
		return 1
	}
	return 0
}

// chances is, by number of questions, the chance of an interview when each
// answer is picked with equal chance, 不清楚 being one of them.
func (e *encoder) chances(s set) []float64 {
	weight := map[int32]float64{}
	for _, i := range e.order() {
		weight[e.facts[i].was] = 1 / e.answers(i)
	}
	memo := map[set][]float64{all: {1}}
	var walk func(set) []float64
	level := func(s set) int32 { return min(e.m.nodes[s].level, e.bits) }
	walk = func(s set) []float64 {
		if r, ok := memo[s]; ok {
			return r
		}
		n := e.m.nodes[s]
		var r []float64
		for k, to := range []set{n.lo, n.hi} {
			if to == none {
				continue
			}
			// A bit that is not on the path may be either.
			w, shift := math.Ldexp(1, int(level(to)-n.level-1)), 0
			if x, ok := weight[n.level]; ok && k == 1 {
				w, shift = w*x, e.asks(n.level)
			}
			for d, p := range walk(to) {
				for len(r) <= d+shift {
					r = append(r, 0)
				}
				r[d+shift] += p * w
			}
		}
		memo[s] = r
		return r
	}
	out := slices.Clone(walk(s))
	for d := range out {
		out[d] *= math.Ldexp(1, int(level(s)))
	}
	return out
}

// answers is how many answers a question has, or verdicts a calculation:
// 不清楚 is one of them.
func (e *encoder) answers(i int) float64 {
	c, f := &e.facts[i], &e.b.Facts[i]
	if c.ticks == nil {
		return float64(c.n + 1)
	}
	alone := 0
	for k := range f.Options {
		if f.Options[k].Alone {
			alone++
		}
	}
	return math.Ldexp(1, c.n-alone) - 1 + float64(alone) + 1
}
