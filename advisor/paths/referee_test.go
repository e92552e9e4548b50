package paths

import (
	"fmt"
	"math/big"
	"math/bits"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// The referee does by brute force what the diagrams do: it walks every
// interview of small random bases with the ordinary evaluator. It shares no
// code with the encoding.

var refereeDay = fact.NewDate(2026, 11, 25)

// A maker makes small random bases.
type maker struct {
	r *rand.Rand
	b *advisor.Base
}

func makeBase(seed uint64) *advisor.Base {
	m := &maker{r: rand.New(rand.NewPCG(seed, 7)), b: &advisor.Base{Longest: map[string]int{}}}
	questions := 2 + m.r.IntN(4)
	for i := range questions {
		m.question(i)
		if m.r.IntN(3) == 0 {
			m.derived()
		}
	}
	for i := range 2 + m.r.IntN(3) {
		f := advisor.Finding{ID: fmt.Sprintf("f%d", i), When: m.expr(2), LawOn: -1, Always: m.r.IntN(4) == 0}
		if m.r.IntN(2) == 0 {
			f.Group = "g"
		}
		m.b.Findings = append(m.b.Findings, f)
	}
	g := advisor.Group{ID: "g"}
	if m.r.IntN(2) == 0 {
		g.Covers = m.expr(1)
	}
	m.b.Groups = []advisor.Group{g}
	m.b.Index()
	return m.b
}

func (m *maker) add(f advisor.Fact) int {
	m.b.Facts = append(m.b.Facts, f)
	return len(m.b.Facts) - 1
}

func options(n int) []advisor.Option {
	out := make([]advisor.Option, n)
	for i := range out {
		out[i].ID = fmt.Sprintf("o%d", i)
	}
	return out
}

func (m *maker) question(i int) {
	f := advisor.Fact{ID: fmt.Sprintf("q%d", i), After: -1, Of: i}
	q := advisor.Question{Section: -1}
	if i > 0 && m.r.IntN(4) > 0 {
		q.When = m.expr(2)
	}
	switch k := m.r.IntN(8); {
	case i == 0 && m.r.IntN(2) == 0:
		m.b.RoleID = "who"
		f.ID, f.Kind, f.Options = m.b.RoleID, fact.Choice, options(2+m.r.IntN(2))
	case k < 3:
		f.Kind, f.Options = fact.Choice, options(2+m.r.IntN(3))
		if m.r.IntN(3) == 0 {
			f.Unasked = "o1"
		}
	case k < 5:
		f.Kind, f.Options = fact.Several, options(2+m.r.IntN(2))
		for k := range f.Options {
			f.Options[k].Alone = m.r.IntN(4) == 0
		}
	case k < 6:
		f.Kind = fact.YesNo
	default:
		f.Kind = fact.Day
		lo := int64(refereeDay) - 20 - m.r.Int64N(3)
		f.Range = advisor.Range{Set: true, Lo: lo, Hi: lo + 4}
		for j := range m.b.Facts {
			if m.b.Facts[j].Kind == fact.Day && m.b.Facts[j].Origin == advisor.Asked && m.r.IntN(2) == 0 {
				f.After = j
			}
		}
	}
	q.Fact = m.add(f)
	m.b.Questions = append(m.b.Questions, q)
	m.b.Program = append(m.b.Program, advisor.Item{Kind: advisor.AskItem, I: i})
	if f.Kind == fact.Day && m.r.IntN(2) == 0 {
		m.deadline(q.Fact)
	}
}

func (m *maker) deadline(from int) {
	i := len(m.b.Deadlines)
	d := advisor.Deadline{From: from, N: 16 + m.r.IntN(6)}
	d.Fact = m.add(advisor.Fact{ID: fmt.Sprintf("d%d", i), Kind: fact.Day, Origin: advisor.DeadlineDate,
		Of: i, After: -1})
	d.State = m.add(advisor.Fact{ID: fmt.Sprintf("d%d_state", i), Kind: fact.Choice, Options: options(2),
		Origin: advisor.DeadlineState, Of: i, After: -1})
	m.b.Deadlines = append(m.b.Deadlines, d)
	m.b.Program = append(m.b.Program, advisor.Item{Kind: advisor.DeadlineItem, I: i})
}

func (m *maker) derived() {
	i := len(m.b.Derived)
	d := advisor.Derived{}
	f := advisor.Fact{ID: fmt.Sprintf("t%d", i), Of: i, After: -1}
	if m.r.IntN(2) == 0 {
		f.Kind, f.Origin, d.When = fact.YesNo, advisor.FromCondition, m.expr(2)
	} else {
		f.Kind, f.Origin, f.Options = fact.Choice, advisor.FromTable, options(2+m.r.IntN(2))
		for k := range f.Options {
			var row *cond.Expr
			if k+1 < len(f.Options) || m.r.IntN(2) == 0 {
				row = m.expr(1)
			}
			d.Rows = append(d.Rows, row)
		}
	}
	d.Fact = m.add(f)
	m.b.Derived = append(m.b.Derived, d)
	m.b.Program = append(m.b.Program, advisor.Item{Kind: advisor.DeriveItem, I: i})
}

func (m *maker) expr(depth int) *cond.Expr {
	if depth > 0 {
		switch k := m.r.IntN(5); {
		case k == 0:
			return &cond.Expr{Op: cond.Not, Kids: []*cond.Expr{m.expr(depth - 1)}}
		case k < 4:
			x := &cond.Expr{Op: []cond.Op{cond.And, cond.Or}[m.r.IntN(2)]}
			for range 2 + m.r.IntN(2) {
				x.Kids = append(x.Kids, m.expr(depth-1))
			}
			return x
		}
	}
	for {
		i := m.r.IntN(len(m.b.Facts))
		if f := &m.b.Facts[i]; f.Origin != advisor.DeadlineDate {
			return m.atom(i, f)
		}
	}
}

func (m *maker) atom(i int, f *advisor.Fact) *cond.Expr {
	x := &cond.Expr{Fact: i}
	if m.r.IntN(6) == 0 {
		x.Op = cond.IsUnknown
		return x
	}
	switch f.Kind {
	case fact.Choice:
		x.Op, x.Set, x.Orelse = cond.In, 1+m.r.Uint64N(1<<len(f.Options)-1), m.r.IntN(4) == 0
		x.Unasked = f.Unasked != "" && x.Set>>1&1 == 1
	case fact.Several:
		x.Op, x.Bit = cond.Has, m.r.IntN(len(f.Options))
	case fact.YesNo:
		x.Op = cond.Yes
		if m.r.IntN(3) == 0 {
			x.Op = cond.Range // == no
		}
	case fact.Day:
		x.Op = cond.Range
		x.Lo, x.Hi = f.Range.Lo+m.r.Int64N(6), int64(1)<<40
		if m.r.IntN(2) == 0 {
			x.Lo, x.Hi = -1<<40, x.Lo-1
		}
	}
	return x
}

// A person is one complete interview.
type person struct {
	answers advisor.Answers
	classes map[int]int // class by date fact, known ones only
	chance  float64
	st      *advisor.State
}

// everyone walks all interviews; amounts and dates by one value of each class
// that conditions tell apart.
func everyone(b *advisor.Base, visit func(p person)) {
	var walk func(a advisor.Answers, classes map[int]int, chance float64)
	walk = func(a advisor.Answers, classes map[int]int, chance float64) {
		st := advisor.Resolve(b, a, refereeDay)
		if st.Next < 0 {
			visit(person{a, classes, chance, st})
			return
		}
		i := b.Questions[st.Next].Fact
		values, class := valuesOf(b, i)
		for k, v := range values {
			na := advisor.Answers{b.Facts[i].ID: v}
			for id, x := range a {
				na[id] = x
			}
			nc := map[int]int{}
			for f, c := range classes {
				nc[f] = c
			}
			if b.Facts[i].Kind == fact.Day && v.State == fact.Known {
				nc[i] = class[k]
			}
			walk(na, nc, chance/float64(len(values)))
		}
	}
	walk(advisor.Answers{}, map[int]int{}, 1)
}

func valuesOf(b *advisor.Base, i int) (values []fact.Value, class []int) {
	f := &b.Facts[i]
	switch f.Kind {
	case fact.Choice:
		for k := range f.Options {
			values = append(values, fact.Of(int64(k)))
		}
	case fact.YesNo:
		values = append(values, fact.Of(0), fact.Of(1))
	case fact.Several:
		for mask := 1; mask < 1<<len(f.Options); mask++ {
			alone := false
			for k := range f.Options {
				alone = alone || mask>>k&1 == 1 && f.Options[k].Alone
			}
			if !alone || bits.OnesCount(uint(mask)) == 1 {
				values = append(values, fact.Of(int64(mask)))
			}
		}
	case fact.Day:
		seen := map[string]bool{}
		for d := f.Range.Lo; d <= f.Range.Hi; d++ {
			if s := seenBy(b, i, d); !seen[s] {
				seen[s] = true
				values, class = append(values, fact.Of(d)), append(class, len(class))
			}
		}
		class = append(class, -1)
	}
	return append(values, fact.NotSure()), class
}

// seenBy is all that conditions can see of a day.
func seenBy(b *advisor.Base, i int, day int64) string {
	s := ""
	stateRead := map[int]bool{}
	for _, x := range conditions(b) {
		x.Walk(func(x *cond.Expr, _ bool) {
			if x.Atom() {
				stateRead[x.Fact] = true
			}
			if x.Op == cond.Range && x.Fact == i {
				s += fmt.Sprint(x.Lo <= day && day <= x.Hi)
			}
		})
	}
	for k := range b.Deadlines {
		if d := &b.Deadlines[k]; d.From == i && stateRead[d.State] {
			s += fmt.Sprint(d.Reckon(fact.Date(day), &b.Calendar).Date < refereeDay)
		}
	}
	return s
}

func conditions(b *advisor.Base) []*cond.Expr {
	var out []*cond.Expr
	for i := range b.Questions {
		out = append(out, b.Questions[i].When)
	}
	for i := range b.Derived {
		out = append(append(out, b.Derived[i].When), b.Derived[i].Rows...)
	}
	for i := range b.Findings {
		out = append(out, b.Findings[i].When)
	}
	for i := range b.Groups {
		out = append(out, b.Groups[i].Covers)
	}
	return out
}

// possible tries every day of each class: can the dates stand in their order?
func possible(b *advisor.Base, classes map[int]int) bool {
	var facts []int
	for i := range b.Facts {
		if _, ok := classes[i]; ok {
			facts = append(facts, i)
		}
	}
	day := map[int]int64{}
	var try func(k int) bool
	try = func(k int) bool {
		if k == len(facts) {
			return true
		}
		i := facts[k]
		f := &b.Facts[i]
		values, class := valuesOf(b, i)
		for d := f.Range.Lo; d <= f.Range.Hi; d++ {
			for n, v := range values {
				if class[n] != classes[i] || seenBy(b, i, d) != seenBy(b, i, v.N) {
					continue
				}
				if before, ok := day[f.After]; f.After >= 0 && ok && d < before {
					continue
				}
				day[i] = d
				if try(k + 1) {
					return true
				}
				delete(day, i)
			}
		}
		return false
	}
	return try(0)
}

// A tally is what the referee knows of a branch.
type tally struct {
	sets    int64
	longest int
	code    float64 // most bits of answers
	chance  []float64
}

func (t *tally) add(b *advisor.Base, costs []advisor.CodeCost, p person, legal bool) {
	n := len(p.st.Asked)
	if legal {
		t.sets++
		t.longest = max(t.longest, n)
		bits := 0.0
		for _, q := range p.st.Asked {
			bits += costs[q].Answer
		}
		t.code = max(t.code, bits)
	}
	for len(t.chance) <= n {
		t.chance = append(t.chance, 0)
	}
	t.chance[n] += p.chance
}

// tooMany keeps the referee quick: an upper bound of interviews.
func tooMany(b *advisor.Base) bool {
	n := 1
	for i := range b.Questions {
		v, _ := valuesOf(b, b.Questions[i].Fact)
		if n *= len(v); n > 3000 {
			return true
		}
	}
	return false
}

func referee(t *testing.T, seed uint64) {
	b := makeBase(seed)
	if tooMany(b) {
		return
	}
	got, err := Count(b, refereeDay)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]*tally{}
	costs := b.CodeCosts(refereeDay)
	everyone(b, func(p person) {
		ids := []string{Everyone}
		if _, i := b.Role(); i >= 0 {
			id := Unknown
			if v := p.st.Values[i]; v.State == fact.Known {
				id = b.Facts[i].Options[v.N].ID
			}
			ids = append(ids, id)
		}
		legal := possible(b, p.classes)
		for _, id := range ids {
			if want[id] == nil {
				want[id] = &tally{}
			}
			want[id].add(b, costs, p, legal)
		}
		if !legal || seed%16 > 0 {
			return
		}
		s := advisor.NewSession(b, advisor.Options{Today: refereeDay})
		s.Load(p.answers)
		if n := len(strings.ReplaceAll(s.Code(), "-", "")); n > got[ids[len(ids)-1]].Code {
			t.Fatalf("seed %d: %v has a code of %d characters, more than the %d that are the most", seed, p.answers, n,
				got[ids[len(ids)-1]].Code)
		}
	})
	if len(got) != len(want) {
		t.Fatalf("seed %d: %d branches, want %d", seed, len(got), len(want))
	}
	for id, w := range want {
		g := got[id]
		if g.Sets.Cmp(big.NewInt(w.sets)) != 0 || g.Longest != w.longest || g.Median != median(w.chance) || g.AtMost {
			t.Fatalf("seed %d, branch %q: %s sets, longest %d, median %d; want %d, %d, %d", seed, id, g.Sets, g.Longest,
				g.Median, w.sets, w.longest, median(w.chance))
		}
		if want := b.CodeLength(w.code); g.Code != want || g.CodeFull != want { // no lists here
			t.Fatalf("seed %d, branch %q: codes of at most %d and %d characters, want %d", seed, id, g.Code,
				g.CodeFull, want)
		}
	}
}

// Diagrams and brute force agree on small random bases.
func TestReferee(t *testing.T) {
	for seed := range uint64(1200) {
		referee(t, seed)
	}
}

// proofReferee looks at everyone and says what the proof must say, no more and
// no less, of what can be reached, of groups, and of tables.
func proofReferee(t *testing.T, seed uint64) {
	b := makeBase(seed)
	if tooMany(b) {
		return
	}
	want := map[string]bool{}
	asked, held, missed := make([]bool, len(b.Questions)), make([]bool, len(b.Findings)), make([]bool, len(b.Findings))
	row := map[[2]int]bool{} // derived entry and option, or 0 and 1 for a condition that is not and is so
	everyone(b, func(p person) {
		if !possible(b, p.classes) {
			return
		}
		for i := range b.Questions {
			asked[i] = asked[i] || p.st.Values[b.Questions[i].Fact].State != fact.NotAsked
		}
		for i := range b.Derived {
			if v := p.st.Values[b.Derived[i].Fact]; v.State == fact.Known {
				row[[2]int{i, int(v.N)}] = true
			} else if b.Derived[i].Rows == nil {
				row[[2]int{i, 0}] = true
			}
		}
		var group []int
		for i, tr := range p.st.Truth {
			held[i] = held[i] || tr == cond.True
			meant := cond.True // whether the finding's file is for this person
			if g := guardOf(&b.Findings[i]); g != nil {
				meant, _ = g.Eval(p.st.Values, nil)
			}
			missed[i] = missed[i] || meant == cond.True && tr != cond.True
			if b.Findings[i].Group == "g" && tr == cond.True {
				group = append(group, i)
			}
		}
		for k, j := range group {
			for _, i := range group[:k] {
				want[fmt.Sprintf("%s and %s hold together", b.Findings[j].ID, b.Findings[i].ID)] = true
			}
		}
		if c := b.Groups[0].Covers; c != nil && len(group) == 0 {
			if tr, _ := c.Eval(p.st.Values, nil); tr == cond.True {
				want["group g promises"] = true
			}
		}
	})
	for i := range b.Questions {
		if !asked[i] {
			want["question "+b.Asked(i).ID+" is never asked"] = true
		}
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		switch {
		case !held[i]:
			want["finding "+f.ID+" never holds"] = true
		case !f.Always && !missed[i]:
			want["finding "+f.ID+" is there for everyone"] = true
		}
	}
	for i := range b.Derived {
		d, f := &b.Derived[i], &b.Facts[b.Derived[i].Fact]
		if d.Rows == nil {
			switch {
			case !row[[2]int{i, 1}]:
				want["fact "+f.ID+" holds for nobody"] = true
			case !row[[2]int{i, 0}]:
				want["fact "+f.ID+" holds for everyone"] = true
			}
			continue
		}
		for k := range d.Rows {
			if !row[[2]int{i, k}] {
				want["fact "+f.ID+" never comes to "+f.Options[k].ID] = true
			}
		}
	}
	p, err := Prove(b, refereeDay)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Unproved) > 0 {
		t.Fatalf("seed %d: nothing here hangs on a calculator, yet: %v", seed, p.Unproved)
	}
	got := map[string]bool{}
	for _, f := range p.Faults {
		if m := saidOf.FindString(f.What.EN); m != "" {
			got[strings.Replace(m, " (:0)", "", 1)] = true
		}
	}
	for w := range want {
		if !got[w] {
			t.Errorf("seed %d: not told: %s", seed, w)
		}
	}
	for g := range got {
		if !want[g] {
			t.Errorf("seed %d: told though it is not so: %s", seed, g)
		}
	}
}

// saidOf finds in a fault what the referee can say too.
var saidOf = regexp.MustCompile(`^(question \w+ is never asked|finding \w+ never holds|finding \w+ is there for everyone|\w+ and \w+ \(:0\) hold together|group g promises|fact \w+ holds for (nobody|everyone)|fact \w+ never comes to \w+)`)

func TestProofReferee(t *testing.T) {
	for seed := range uint64(600) {
		proofReferee(t, seed)
	}
}

func FuzzProofReferee(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { proofReferee(t, seed) })
}

func FuzzReferee(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) { referee(t, seed) })
}
