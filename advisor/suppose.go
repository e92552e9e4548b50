package advisor

import (
	"math/bits"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Many questions are of the kind "what would be if this one answer were
// another": how many questions may still come, which other answer would turn a
// conclusion. To replay everything for each such answer would be to work out
// hundreds of facts that it does not touch. So one sight is kept, one answer
// is supposed in it, and only what reads a fact that has changed is worked out
// again; afterwards everything is put back.

// What is supposed, and what stood in its place.
type supposed struct {
	fact  int
	value fact.Value

	items, findings marks // to be worked out again: places in the Program, findings
	at              int   // the place in the Program that is being worked out

	values  []before[fact.Value]  // by fact
	domains []before[domain]      // by fact
	when    []before[cond.Truths] // by question
	truths  []before[cond.Truth]  // by finding
	may     []before[cond.Truths] // by finding
}

// before is what stood at an index.
type before[T any] struct {
	i   int
	was T
}

// suppose looks with v as the answer to the asked fact f, shows the sight as it
// would be then, and puts it back. Of workings and how deadlines were counted it
// knows nothing, of findings what show asks by [Sight.turned].
func (s *Sight) suppose(f int, v fact.Value, show func()) {
	w := &s.spare
	w.fact, w.value = f, v
	w.items.make(len(s.b.Program))
	s.what = w
	w.items.add(s.b.index.hang.questions[s.b.Facts[f].Of])
	for w.at = w.items.next(0); w.at >= 0; w.at = w.items.next(w.at + 1) {
		s.compute(s.b.Program[w.at])
	}
	show()
	s.what = nil
	putBack(s.st.Values, &w.values)
	putBack(s.dom, &w.domains)
	putBack(s.when, &w.when)
	putBack(s.st.Truth, &w.truths)
	putBack(s.st.Possible, &w.may)
}

// turned finds out which findings have another truth under what is supposed,
// and says what they had.
func (s *Sight) turned() []before[cond.Truth] {
	w, st := s.what, s.st
	w.findings.make(len(s.b.Findings))
	for _, x := range w.values {
		for _, i := range s.b.index.hang.findings[x.i] {
			w.findings.add(i)
		}
	}
	for i := w.findings.next(0); i >= 0; i = w.findings.next(i + 1) {
		p := s.Possible(s.b.Findings[i].When)
		if p == st.Possible[i] {
			continue
		}
		w.may = append(w.may, before[cond.Truths]{i, st.Possible[i]})
		st.Possible[i] = p
		if t := truthOf(p); t != st.Truth[i] {
			w.truths = append(w.truths, before[cond.Truth]{i, st.Truth[i]})
			st.Truth[i] = t
		}
	}
	return w.truths
}

func putBack[T any](list []T, log *[]before[T]) {
	for _, x := range *log {
		list[x.i] = x.was
	}
	*log = (*log)[:0]
}

// note keeps what a fact was before it becomes something else, and marks what
// reads it.
func (w *supposed) note(s *Sight, f int, d *domain, v *fact.Value) {
	if s.dom[f] == *d && same(&s.st.Values[f], v) {
		return
	}
	w.values = append(w.values, before[fact.Value]{f, s.st.Values[f]})
	w.domains = append(w.domains, before[domain]{f, s.dom[f]})
	for _, at := range s.b.index.hang.items[f] {
		if at > w.at { // whatever stood before it never saw the fact
			w.items.add(at)
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
