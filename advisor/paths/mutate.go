package paths

import (
	"cmp"
	"math"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Mutant is one small change of the knowledge: a condition or a part of one
// dropped, one negated or moved by one unit, a deadline a day longer or shorter,
// a citation dropped.
// It is killed when the outcome of a case or a probe differs.
type Mutant struct {
	Pos  advisor.Pos
	Kind string // drop, part, negate, shift, days, cite
	Name words.Pair

	site *site
	x    *cond.Expr // what is changed, nil for deadlines and citations
	put  cond.Expr  // into what
	d, n int        // deadline and its count
	cite int        // finding whose citation is dropped; -1
	of   *want      // answer of an ask whose citation is dropped, or nil
}

// A Tally is how many changes were made, and who noticed.
type Tally struct {
	Mutants  int
	ByCases  int // killed by cases
	ByProbes int // killed by probes only
}

// A Score is what a mutation run comes to.
type Score struct {
	Tally              // of all
	Asks      Tally    // of the asks among them
	Survivors []Mutant // nobody noticed
	Probes    []Probe  // people found who would notice survivors
}

// A Probe is someone who is asked about because they stand at a boundary: for
// what they are told, or for what an ask comes to.
type Probe struct {
	Answers advisor.Answers
	Ask     int // -1: none
}

// Mutate changes one thing at a time and looks whether the outcome of a case,
// or of a probe (answers as on the day lawDay), notices. With find, people are
// looked for who would notice what survives, by decision diagrams.
func Mutate(b *advisor.Base, probes []Probe, lawDay fact.Date, find bool) (*Score, error) {
	m := &mutator{b: b, r: NewRecorder(b), day: lawDay}
	for i := range b.Cases {
		c := &b.Cases[i]
		m.add(c.Answers, c.Today)
		for _, x := range c.Asks {
			m.addAsker(x.Ask, c.Answers, c.Today)
		}
	}
	m.cases, m.caseAskers = len(m.people), len(m.askers)
	for _, p := range probes {
		m.addProbe(p)
	}
	list := m.mutants()
	s := &Score{}
	for _, x := range list {
		n, cases := m.noticed(&x), m.casesFor(&x)
		if n < 0 {
			s.Survivors = append(s.Survivors, x)
		}
		for _, t := range s.tallies(&x) {
			t.Mutants++
			t.ByCases += boolInt(n >= 0 && n < cases)
			t.ByProbes += boolInt(n >= cases)
		}
	}
	if !find {
		return s, nil
	}
	return s, guard(func() { m.probe(s) })
}

// tallies are those that count x.
func (s *Score) tallies(x *Mutant) []*Tally {
	if x.ofAsk() {
		return []*Tally{&s.Tally, &s.Asks}
	}
	return []*Tally{&s.Tally}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

type mutator struct {
	b      *advisor.Base
	r      *Recorder
	day    fact.Date
	people []mutated
	cases  int

	askers     []asker
	caseAskers int
}

// mutated is one person, and what the unchanged base tells them.
type mutated struct {
	answers advisor.Answers
	today   fact.Date
	state   *advisor.State
	outcome Outcome
}

func (m *mutator) add(a advisor.Answers, today fact.Date) {
	st := advisor.Resolve(m.b, a, today)
	m.people = append(m.people, mutated{a, today, st, m.r.of(st)})
}

// mutants lists every change. What several entries share, a file's condition
// for one, is changed once.
func (m *mutator) mutants() []Mutant {
	out := conditionMutants(m.b)
	b := m.b
	for i := range b.Deadlines {
		d := &b.Deadlines[i]
		id := b.Facts[d.Fact].ID
		for _, n := range []int{-1, 1} {
			out = append(out, Mutant{Pos: d.Pos, Kind: "days", Name: words.Proof.Deadline(id), d: i, n: n, cite: -1})
		}
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		for _, c := range f.Cites {
			pos := c.Pos
			if pos.File == "" {
				pos = f.Pos
			}
			name := words.Proof.CiteOfFinding(c.String(), f.ID)
			out = append(out, Mutant{Pos: pos, Kind: "cite", Name: name, cite: i})
		}
	}
	return append(out, askMutants(b)...)
}

// conditionMutants drop, negate and shorten each condition, and move its limits.
func conditionMutants(b *advisor.Base) []Mutant {
	var out []Mutant
	seen := map[*cond.Expr]bool{}
	sites := sitesOf(b)
	for n := range sites {
		s := &sites[n]
		if s.role == covering {
			continue // a promise, not law: the proof holds the law to it
		}
		x := own(s.e)
		if seen[x] || x.Op == cond.Const {
			continue
		}
		seen[x] = true
		pos := s.pos
		if p, ok := b.Places[x]; ok {
			pos = p
		}
		add := func(kind string, at *cond.Expr, put cond.Expr) {
			out = append(out, Mutant{Pos: pos, Kind: kind, Name: s.name, site: s, x: at, put: put, cite: -1})
		}
		add("drop", x, cond.Expr{Op: cond.Const})
		old := *x
		add("negate", x, cond.Expr{Op: cond.Not, Kids: []*cond.Expr{&old}})
		x.Walk(func(y *cond.Expr, _ bool) {
			if y.Op == cond.And || y.Op == cond.Or {
				for _, k := range y.Kids {
					add("part", k, neutral(y.Op))
				}
			}
			if y.Op != cond.Range {
				return
			}
			for _, by := range []int64{-1, 1} {
				put := *y
				if y.Lo > math.MinInt64 {
					put.Lo += by
				}
				if y.Hi < math.MaxInt64 {
					put.Hi += by
				}
				add("shift", y, put)
			}
		})
	}
	return out
}

// neutral is what a part of an and, or of an or, is where it decides nothing.
func neutral(op cond.Op) cond.Expr {
	yes := cond.Expr{Op: cond.Const}
	if op == cond.Or {
		return cond.Expr{Op: cond.Not, Kids: []*cond.Expr{&yes}}
	}
	return yes
}

// noticed is the first person whose outcome the change alters, or -1.
func (m *mutator) noticed(x *Mutant) int {
	switch {
	case x.ofAsk():
		return m.heard(x)
	case x.cite >= 0: // the record names what each finding that holds cites
		return slices.IndexFunc(m.people, func(p mutated) bool { return p.state.Truth[x.cite] == cond.True })
	case x.x == nil:
		d := &m.b.Deadlines[x.d]
		d.N += x.n
		defer func() { d.N -= x.n }()
		return slices.IndexFunc(m.people, func(p mutated) bool {
			v := p.state.Values[d.From]
			return v.State == fact.Known && d.Reckon(v.Date(), &m.b.Calendar).Date != p.state.Values[d.Fact].Date()
		})
	}
	old := *x.x
	defer func() { *x.x = old }()
	if x.site.role != asking && x.site.role != deriving { // nothing else hangs on it
		return slices.IndexFunc(m.people, func(p mutated) bool {
			if x.site.shown() && !m.r.seen(x.site, p.state) {
				return false
			}
			was := x.site.e.Truth(p.state.Values)
			*x.x = x.put
			is := x.site.e.Truth(p.state.Values)
			*x.x = old
			if x.site.shown() {
				return (was == cond.True) != (is == cond.True)
			}
			return was != is
		})
	}
	*x.x = x.put
	return slices.IndexFunc(m.people, func(p mutated) bool { return m.differs(&p) })
}

// differs replays one person on the changed base.
func (m *mutator) differs(p *mutated) bool {
	st := advisor.Resolve(m.b, p.answers, p.today)
	if !slices.Equal(st.Asked, p.state.Asked) || !slices.Equal(st.Truth, p.state.Truth) {
		return true
	}
	is := m.r.of(st)
	return !slices.Equal(is.Shows, p.outcome.Shows) || !slices.Equal(is.Days, p.outcome.Days)
}

// probe looks for people who would notice the survivors: in the diagrams they
// are where the condition and the changed one differ. Whoever is found is
// replayed, and counts for all survivors that they notice.
func (m *mutator) probe(s *Score) {
	cuts := lawDays(m.b)
	for _, x := range s.Survivors {
		if x.Kind == "shift" {
			for _, k := range []int64{x.x.Lo - 1, x.x.Lo, x.x.Lo + 1, x.x.Hi, x.x.Hi + 1, x.x.Hi + 2} {
				if k > -1<<50 && k < 1<<50 {
					cuts[x.x.Fact] = append(cuts[x.x.Fact], k)
				}
			}
		}
	}
	e := encode(m.b, m.day, nodeLimit, cuts)
	p := &prover{encoder: e, out: &Proof{}, seek: newSeeker(e)}
	p.shows()
	index := map[*cond.Expr]int{}
	for n := range p.sites {
		index[p.sites[n].e] = n
	}
	var left []Mutant
	for _, x := range s.Survivors {
		x := &x
		from := len(m.people)
		if m.witness(p, index, x) {
			s.Probes = append(s.Probes, m.newest(x, from))
		}
		left = append(left, *x)
	}
	rest := left[:0]
	for _, x := range left {
		if m.noticed(&x) < 0 {
			rest = append(rest, x)
		} else {
			for _, t := range s.tallies(&x) {
				t.ByProbes++
			}
		}
	}
	s.Survivors = slices.Clone(rest)
	slices.SortStableFunc(s.Survivors, func(a, b Mutant) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line))
	})
}

// witness adds someone who notices x, if the diagrams know one and nobody
// found so far does.
func (m *mutator) witness(p *prover, index map[*cond.Expr]int, x *Mutant) bool {
	if m.noticed(x) >= 0 {
		return false
	}
	if x.ofAsk() {
		return m.asker(p, index, x)
	}
	notices := func(a advisor.Answers) bool {
		m.add(a, m.day)
		if m.noticed(x) == len(m.people)-1 {
			return true
		}
		m.people = m.people[:len(m.people)-1]
		return false
	}
	try := func(where set) bool {
		if where == none {
			return false
		}
		var got advisor.Answers
		_, ok := p.seek.find(where, func(*advisor.State) bool { return true })
		if !ok {
			return false
		}
		for range 40 { // the pattern fixes what conditions see; amounts are drawn anew
			bits := p.seek.walk(where, false)
			got = p.seek.answers(bits, 1)
			st := advisor.Resolve(m.b, got, m.day)
			for _, id := range st.Unused {
				delete(got, id)
			}
			if notices(got) {
				return true
			}
		}
		return false
	}
	if x.cite >= 0 {
		return try(p.m.and(p.truth(x.cite).t, p.legal))
	}
	if x.x == nil {
		d := &m.b.Deadlines[x.d]
		return try(p.m.and(p.facts[d.From].known, p.legal))
	}
	n, ok := index[x.site.e]
	return ok && try(p.m.and(p.legal, p.differ(n, x)))
}

// differ is where a condition and the changed one are not the same for those
// who come to see what hangs on it.
func (p *prover) differ(n int, x *Mutant) set {
	was := p.seenAs(n, p.eval(x.site.e))
	var put tf
	switch x.put.Op {
	case cond.Const:
		put = tf{all, none}
	case cond.Not:
		if put = (tf{none, all}); x.Kind == "negate" {
			v := p.eval(x.x)
			put = tf{v.f, v.t}
		}
	default:
		y := x.put
		put = p.atom(&y, y.Unasked)
	}
	is := p.seenAs(n, p.with(x.site.e, over{x.x: put}))
	m := p.m
	return m.or(m.or(m.minus(was.t, is.t), m.minus(is.t, was.t)), m.or(m.minus(was.f, is.f), m.minus(is.f, was.f)))
}

// In is what the mutant changed.
func (x *Mutant) In() advisor.Text {
	return advisor.Text(words.Proof.Mutant(x.Name, x.Kind, x.n))
}
