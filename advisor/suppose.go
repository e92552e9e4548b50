package advisor

import (
	"math/bits"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Many questions are of the kind "what would be if this one answer were
// another": how many questions may still come, which other answer would turn a
// conclusion. To replay everything for each such answer would be to work out
// hundreds of facts that it does not touch. So one replay is kept, one answer
// is supposed in it, and only what reads a fact that has changed is worked out
// again; afterwards everything is put back.

// What is supposed, and what stood in its place.
type supposed struct {
	fact  int
	value fact.Value

	items, findings marks // to be worked out again: places in the Program, findings
	at              int   // the place in the Program that is being worked out

	values    []before[fact.Value] // by fact
	standings []before[standing]   // by question
	truths    []before[cond.Truth] // by finding
}

// before is what stood at an index.
type before[T any] struct {
	i   int
	was T
}

// suppose replays with v as the answer to the asked fact f, shows the replay
// as it would be then, with the findings whose truth is another, and puts it
// back. Of workings and how deadlines were counted it knows nothing.
func (r *replay) suppose(f int, v fact.Value, show func(turned []before[cond.Truth])) {
	w := &r.spare
	w.fact, w.value = f, v
	w.items.make(len(r.b.Program))
	w.findings.make(len(r.s.Truth))
	r.what = w
	w.items.add(r.b.index.hang.questions[r.b.Facts[f].Of])
	for w.at = w.items.next(0); w.at >= 0; w.at = w.items.next(w.at + 1) {
		r.compute(r.b.Program[w.at])
	}
	r.what = nil
	for i := w.findings.next(0); i >= 0; i = w.findings.next(i + 1) {
		if t := r.b.Findings[i].When.Truth(r.s.Values); t != r.s.Truth[i] {
			w.truths = append(w.truths, before[cond.Truth]{i, r.s.Truth[i]})
			r.s.Truth[i] = t
		}
	}
	show(w.truths)
	putBack(r.s.Values, &w.values)
	putBack(r.stands, &w.standings)
	putBack(r.s.Truth, &w.truths)
}

func putBack[T any](list []T, log *[]before[T]) {
	for _, x := range *log {
		list[x.i] = x.was
	}
	*log = (*log)[:0]
}

// set notes a fact's value before it is overwritten, and marks what reads it.
func (w *supposed) set(r *replay, f int, v *fact.Value) {
	old := &r.s.Values[f]
	if same(old, v) {
		return
	}
	w.values = append(w.values, before[fact.Value]{f, *old})
	for _, at := range r.b.index.hang.items[f] {
		if at > w.at { // whatever stood before it never saw the fact
			w.items.add(at)
		}
	}
	if r.s.Truth != nil {
		for _, i := range r.b.index.hang.findings[f] {
			w.findings.add(i)
		}
	}
}

// same reports whether two values are the same value. Of two plans or
// histories it asks only whether they are the same in memory: taking them for
// different costs time, nothing else.
func same(a, b *fact.Value) bool {
	return a.State == b.State && a.N == b.N && a.Plan == b.Plan && len(a.Events) == len(b.Events) &&
		(len(a.Events) == 0 || &a.Events[0] == &b.Events[0])
}

// marks is a set of small numbers.
type marks []uint64

// make empties the set, and makes room for numbers below n.
func (m *marks) make(n int) {
	if n = (n + 63) / 64; len(*m) != n {
		*m = make(marks, n)
	}
	clear(*m)
}

func (m marks) add(i int) { m[i>>6] |= 1 << (i & 63) }

// next is the smallest number of the set that is at least i, or -1.
func (m marks) next(i int) int {
	for k := i >> 6; k < len(m); k++ {
		w := m[k]
		if k == i>>6 {
			w &= ^uint64(0) << (i & 63)
		}
		if w != 0 {
			return k<<6 + bits.TrailingZeros64(w)
		}
	}
	return -1
}
