package paths

import (
	"fmt"
	"math/big"
)

// A set is a node of a diagram: the set of bit patterns that lead to one.
// Equal sets are equal nodes.
type set int32

const (
	none set = 0
	all  set = 1
)

// A bdd holds reduced ordered diagrams (Bryant 1986), each node once. There
// is no garbage collection: a manager lives for one proof.
type bdd struct {
	nodes  []bddNode
	unique []set // open addressing; 0 is empty
	cache  []iteEntry
	limit  int
}

type bddNode struct {
	level  int32 // of the bit it asks; terminals lie below every bit
	lo, hi set
}

type iteEntry struct{ f, g, h, r set }

const (
	bottom    = int32(1 << 30)
	nodeLimit = 5_000_000 // about 100 MB of nodes, and as much again of tables
)

// tooLarge is thrown when the limit of nodes is reached, and caught by guard.
type tooLarge struct{ nodes int }

func (e tooLarge) Error() string { return fmt.Sprintf("diagrams grew beyond %d nodes", e.nodes) }

// guard runs f and returns the error of a diagram that grew too large.
func guard(f func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			e, ok := p.(tooLarge)
			if !ok {
				panic(p)
			}
			err = e
		}
	}()
	f()
	return nil
}

func newBDD(limit int) *bdd {
	m := &bdd{limit: limit, unique: make([]set, 1<<14), cache: make([]iteEntry, 1<<16)}
	m.nodes = append(m.nodes, bddNode{level: bottom}, bddNode{level: bottom, lo: all, hi: all})
	return m
}

func hash3(a, b, c uint32) uint32 {
	x := uint64(a)*0x9E3779B97F4A7C15 ^ uint64(b)*0xC2B2AE3D27D4EB4F ^ uint64(c)*0x165667B19E3779F9
	x ^= x >> 29
	x *= 0xBF58476D1CE4E5B9
	return uint32(x >> 32)
}

// node is the one node of that level and those children.
func (m *bdd) node(level int32, lo, hi set) set {
	if lo == hi {
		return lo
	}
	mask := uint32(len(m.unique) - 1)
	i := hash3(uint32(level), uint32(lo), uint32(hi)) & mask
	for m.unique[i] != 0 {
		if n := &m.nodes[m.unique[i]]; n.level == level && n.lo == lo && n.hi == hi {
			return m.unique[i]
		}
		i = (i + 1) & mask
	}
	if len(m.nodes) >= m.limit {
		panic(tooLarge{m.limit})
	}
	s := set(len(m.nodes))
	m.nodes = append(m.nodes, bddNode{level, lo, hi})
	m.unique[i] = s
	if len(m.nodes)*2 > len(m.unique) {
		m.grow()
	}
	return s
}

func (m *bdd) grow() {
	m.unique = make([]set, 2*len(m.unique))
	mask := uint32(len(m.unique) - 1)
	for s := 2; s < len(m.nodes); s++ {
		n := &m.nodes[s]
		i := hash3(uint32(n.level), uint32(n.lo), uint32(n.hi)) & mask
		for m.unique[i] != 0 {
			i = (i + 1) & mask
		}
		m.unique[i] = set(s)
	}
	if len(m.cache) < 1<<21 && len(m.cache) < len(m.unique) {
		m.cache = make([]iteEntry, len(m.unique)) // results are only forgotten
	}
}

func (m *bdd) bit(level int32) set { return m.node(level, none, all) }

// ite is: where f then g, elsewhere h.
func (m *bdd) ite(f, g, h set) set {
	switch {
	case f == all || g == h:
		return g
	case f == none:
		return h
	case g == all && h == none:
		return f
	}
	if f == g {
		g = all
	}
	if f == h {
		h = none
	}
	// and, or are symmetric: one order, one cache entry.
	if h == none && g > 1 && g < f {
		f, g = g, f
	}
	if g == all && h > 1 && h < f {
		f, h = h, f
	}
	k := hash3(uint32(f), uint32(g), uint32(h)) & uint32(len(m.cache)-1)
	if e := &m.cache[k]; e.f == f && e.g == g && e.h == h && e.f > 1 {
		return e.r
	}
	a, b, c := m.nodes[f], m.nodes[g], m.nodes[h]
	level := min(a.level, b.level, c.level)
	f0, f1 := split(f, a, level)
	g0, g1 := split(g, b, level)
	h0, h1 := split(h, c, level)
	lo := m.ite(f0, g0, h0)
	r := m.node(level, lo, m.ite(f1, g1, h1))
	k = hash3(uint32(f), uint32(g), uint32(h)) & uint32(len(m.cache)-1) // the table may have grown
	m.cache[k] = iteEntry{f, g, h, r}
	return r
}

func split(s set, n bddNode, level int32) (lo, hi set) {
	if n.level == level {
		return n.lo, n.hi
	}
	return s, s
}

func (m *bdd) and(a, b set) set   { return m.ite(a, b, none) }
func (m *bdd) or(a, b set) set    { return m.ite(a, all, b) }
func (m *bdd) not(a set) set      { return m.ite(a, none, all) }
func (m *bdd) minus(a, b set) set { return m.ite(b, none, a) }
func (m *bdd) same(a, b set) set  { return m.ite(a, b, m.not(b)) }

// fix is s with the bits of that assignment fixed: bits maps a level to 0 or 1.
func (m *bdd) fix(s set, bits map[int32]bool) set {
	memo := map[set]set{none: none, all: all}
	var walk func(set) set
	walk = func(s set) set {
		if r, ok := memo[s]; ok {
			return r
		}
		n := m.nodes[s]
		var r set
		switch b, fixed := bits[n.level]; {
		case fixed && b:
			r = walk(n.hi)
		case fixed:
			r = walk(n.lo)
		default:
			lo := walk(n.lo)
			r = m.node(n.level, lo, walk(n.hi))
		}
		memo[s] = r
		return r
	}
	return walk(s)
}

// has reports whether the pattern lies in s; missing bits are 0.
func (m *bdd) has(s set, bits map[int32]bool) bool {
	for s > 1 {
		n := m.nodes[s]
		if bits[n.level] {
			s = n.hi
		} else {
			s = n.lo
		}
	}
	return s == all
}

// pick is one pattern of s, which must not be empty; bits it does not name may
// be anything.
func (m *bdd) pick(s set) map[int32]bool {
	bits := map[int32]bool{}
	for s > 1 {
		n := m.nodes[s]
		if n.lo != none {
			bits[n.level], s = false, n.lo
		} else {
			bits[n.level], s = true, n.hi
		}
	}
	return bits
}

// support marks the levels that s depends on.
func (m *bdd) support(s set, seen map[set]bool, on map[int32]bool) {
	if s <= 1 || seen[s] {
		return
	}
	seen[s] = true
	n := m.nodes[s]
	on[n.level] = true
	m.support(n.lo, seen, on)
	m.support(n.hi, seen, on)
}

// size is the number of nodes of s.
func (m *bdd) size(s set) int {
	seen := map[set]bool{}
	m.support(s, seen, map[int32]bool{})
	return len(seen)
}

// count is the number of patterns of the first n bits in s.
func (m *bdd) count(s set, n int32) *big.Int {
	memo := map[set]*big.Int{}
	var walk func(set) *big.Int // patterns of the bits from the node's own level on
	level := func(s set) int32 { return min(m.nodes[s].level, n) }
	walk = func(s set) *big.Int {
		if s <= 1 {
			return big.NewInt(int64(s))
		}
		if r, ok := memo[s]; ok {
			return r
		}
		x := m.nodes[s]
		r := new(big.Int)
		for _, k := range []set{x.lo, x.hi} {
			r.Add(r, new(big.Int).Lsh(walk(k), uint(level(k)-x.level-1)))
		}
		memo[s] = r
		return r
	}
	return new(big.Int).Lsh(walk(s), uint(level(s)))
}
