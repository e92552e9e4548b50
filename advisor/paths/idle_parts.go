package paths

import (
	"maps"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// over is what parts of a condition are taken to be instead.
type over map[*cond.Expr]tf

// with evaluates x, its parts replaced.
func (e *encoder) with(x *cond.Expr, o over) tf {
	if r, ok := o[x]; ok {
		return r
	}
	if x.Atom() || x.Op == cond.Const {
		return e.eval(x)
	}
	return e.combine(x, func(k *cond.Expr) tf { return e.with(k, o) })
}

// shows finds for every condition who can come to see what hangs on it: a
// step is seen only by those who get its finding.
func (p *prover) shows() {
	finding := map[int]set{}
	for i := range p.b.Findings {
		finding[i] = p.m.and(p.truth(i).t, p.legal)
	}
	users := map[string]set{} // by kind and id of what findings share
	use := func(key string, s set) { users[key] = p.m.or(users[key], s) }
	for i := range p.b.Findings {
		f := &p.b.Findings[i]
		for k := range f.Steps {
			if s := &f.Steps[k]; s.Text.IsZero() {
				use("step/"+s.ID, finding[i])
			}
		}
		for _, id := range f.Evidence {
			use("evidence/"+id, finding[i])
		}
		for _, id := range f.Avoid {
			use("avoid/"+id, finding[i])
		}
	}
	for i := range p.b.Asks {
		for k, in := range p.rows(&p.b.Asks[i]).given {
			for n := range p.b.Asks[i].Answers[k].Steps {
				if s := &p.b.Asks[i].Answers[k].Steps[n]; s.Text.IsZero() {
					use("step/"+s.ID, in)
				}
			}
		}
	}
	p.ctx = make([]set, len(p.sites))
	for n, s := range p.sites {
		switch s.role {
		case stepOf:
			p.ctx[n] = finding[s.i]
		case sharedStep, note:
			p.ctx[n] = users[s.key]
		case letterPart: // a letter may be asked for by name, not only where it is offered
			p.ctx[n] = p.m.and(p.eval(p.b.Drafts[s.i].When).t, p.legal)
		default:
			p.ctx[n] = p.legal
		}
	}
}

// seenAs is what matters of a condition's outcome where it stands: whether it
// is true, and, where "depends on" is shown or passed on, also whether it is
// false.
func (p *prover) seenAs(n int, x tf) tf {
	s := &p.sites[n]
	in := p.ctx[n]
	switch s.role {
	case concluding:
		return tf{p.m.and(x.t, in), p.m.and(x.f, in)}
	case deriving:
		for k, row := range p.b.Derived[s.i].Rows { // only where no line above holds or hangs
			if k < s.row {
				in = p.m.and(in, p.eval(row).f)
			}
		}
		return tf{p.m.and(x.t, in), p.m.and(x.f, in)}
	}
	return tf{p.m.and(x.t, in), none}
}

// A part is a piece of a condition, by the place it was written at: a file's
// condition stands in all of its findings, and is idle only if it is in all.
type part struct {
	pos       advisor.Pos
	name      words.Pair
	src       string
	idle, all int
	order     int
	option    string
}

// parts finds the parts of conditions that never change the outcome, and the
// options in a list that never do.
//
// A condition may say again for whom it is: "paper == summons and far_court"
// where far_court is asked only of those with a summons. Such a part is idle
// only because of who is asked what. So a part that must hold besides others
// is told only if it would be idle even if everyone were asked everything.
func (p *prover) parts() {
	found := map[string]*part{}
	for n := range p.sites {
		s := &p.sites[n]
		if s.role == answering { // told row by row, see asks.go
			continue
		}
		whole := p.seenAs(n, p.eval(s.e))
		if whole.t == none {
			p.never(n)
			continue
		}
		t := &trial{p: p, n: n, over: over{}, found: found}
		if (s.shown() || s.role == asking) && whole.t == p.ctx[n] {
			if q := p.wide; !s.shown() || q.seenAs(n, q.eval(s.e)).t == q.ctx[n] {
				p.always(n)
			}
			continue
		}
		root := s.e
		if s.role == covering && root.Joined() && p.eval(root.Kids[0]) == p.eval(root.Kids[1]) {
			continue // covers: everyone this file is for
		}
		if root.Joined() {
			t.walk(root.Kids[0], root, root.Kids[0], true)
			t.walk(root.Kids[1], root, root.Kids[1], false)
			continue
		}
		t.walk(root, nil, root, s.shared)
	}
	list := slices.Collect(maps.Values(found))
	slices.SortFunc(list, func(a, b *part) int { return a.order - b.order })
	for _, x := range list {
		if x.idle < x.all {
			continue
		}
		if x.option != "" {
			p.fault(x.pos, nil, words.Proof.IdleOption(x.name, x.src, x.option))
			continue
		}
		p.fault(x.pos, nil, words.Proof.IdlePart(x.name, x.src))
	}
}

// never and always tell conditions that are the same for everyone who could
// see what hangs on them. What questions, tables and findings hang on is told
// with them.
func (p *prover) never(n int) {
	s := &p.sites[n]
	if !s.shown() && s.role != covering || p.ctx[n] == none {
		return
	}
	p.fault(p.at(own(s.e), s.pos), nil, words.Proof.NeverHolds(s.name))
}

func (p *prover) always(n int) {
	s := &p.sites[n]
	p.fault(p.at(own(s.e), s.pos), nil, words.Proof.AlwaysHolds(s.name))
}

// A trial takes the parts of one condition away, one after the other.
type trial struct {
	p     *prover
	n     int
	over  over // of atoms that are idle: the same in both worlds
	found map[string]*part
}

// walk tries x, which stands under parent in the condition root. What is idle
// stays away, so that of two parts that say the same one is told.
func (t *trial) walk(x, parent, root *cond.Expr, guard bool) {
	if parent != nil && parent.Op != cond.Not {
		neutral := tf{all, none}
		if parent.Op == cond.Or {
			neutral = tf{none, all}
		}
		idle := t.idle(x, parent, neutral)
		// of findings it is told apart
		whole := x == root && (guard || t.p.sites[t.n].role == concluding || t.p.sites[t.n].role == covering)
		// that a file is for borrowers may be said even where it follows
		if !whole {
			t.note(x, root, "", idle)
		}
		if idle && !whole && !guard {
			t.over[x] = neutral // it stays away while the others are tried
			return
		}
	}
	for _, k := range x.Kids {
		t.walk(k, x, root, guard)
	}
	if x.Op == cond.In {
		t.options(x, root)
	}
}

// idle reports whether the outcome is the same with instead in place of x.
// Where parent is an and, that must not be only because of who is asked what.
func (t *trial) idle(x, parent *cond.Expr, instead tf) bool {
	in := []*prover{t.p}
	if parent.Op == cond.And {
		in = append(in, t.p.wide)
	}
	defer delete(t.over, x)
	for _, p := range in {
		e := p.sites[t.n].e
		before := p.seenAs(t.n, p.with(e, t.over))
		t.over[x] = instead
		after := p.seenAs(t.n, p.with(e, t.over))
		delete(t.over, x)
		if before != after {
			return false
		}
	}
	return true
}

// options tries the options of a list, and 不清楚 in it.
func (t *trial) options(x, root *cond.Expr) {
	f := &t.p.b.Facts[x.Fact]
	try := func(name string, y cond.Expr) {
		p := t.p
		e := p.sites[t.n].e
		before := p.seenAs(t.n, p.with(e, t.over))
		t.over[x] = p.atom(&y, x.Unasked)
		t.note(x, root, name, before == p.seenAs(t.n, p.with(e, t.over)))
		delete(t.over, x)
	}
	for k := range f.Options {
		if y := *x; x.Set>>uint(k)&1 == 1 && (x.Set&(x.Set-1) != 0 || x.Orelse) {
			y.Set &^= 1 << uint(k)
			try(f.Options[k].ID, y)
		}
	}
	if y := *x; x.Orelse && x.Set != 0 {
		y.Orelse = false
		try("unknown", y)
	}
}

func (t *trial) note(x, root *cond.Expr, option string, idle bool) {
	p := t.p
	if p.dated(x) {
		return // on another day it may decide
	}
	pos := p.at(x, p.sites[t.n].pos)
	key := pos.File + x.Source(root) + "\x00" + option
	key = key + string(rune(pos.Line)) + string(rune(pos.Col))
	y := t.found[key]
	if y == nil {
		y = &part{pos: pos, name: p.sites[t.n].name, src: x.Source(root), order: len(t.found), option: option}
		t.found[key] = y
	}
	y.all++
	if idle {
		y.idle++
	}
}

// dated reports whether a part speaks of days only. The proof is for one day;
// a day that the law changed on may stand beside a deadline that leaves only
// later ones today.
func (p *prover) dated(x *cond.Expr) bool {
	for _, f := range x.Facts() {
		if k := &p.b.Facts[f]; k.Kind != fact.Day && k.Origin != advisor.DeadlineState {
			return false
		}
	}
	return true
}

// unaskedReads finds conditions that say something about a fact nobody was
// asked for: a positive statement is then false and harms nobody, a negative
// one would be true of people who never said so. Each such atom is evaluated
// once as false and once as true for them; if somebody's outcome differs, it
// is a fault.
func (p *prover) unaskedReads() {
	told := map[advisor.Pos]bool{}
	for n := range p.sites {
		s := &p.sites[n]
		if s.role == answering { // told row by row, see asks.go
			continue
		}
		whole := p.seenAs(n, p.eval(s.e))
		s.e.Walk(func(x *cond.Expr, negative bool) {
			if !negative || !x.Atom() || p.b.Facts[x.Fact].Unasked != "" || told[p.at(x, s.pos)] {
				return
			}
			other := p.seenAs(n, p.with(s.e, over{x: p.atom(x, !x.Unasked)}))
			if other.t == whole.t { // what else would hang on 不清楚 does so rightly
				return
			}
			told[p.at(x, s.pos)] = true
			f := &p.b.Facts[x.Fact]
			p.wrong(p.at(x, s.pos), p.m.minus(whole.t, other.t), func(st *advisor.State) bool {
				t := s.e.Truth(st.Values)
				return st.Values[x.Fact].State == fact.NotAsked && t == cond.True
			}, words.Proof.ReadsNeverAsked(s.name, f.ID))
		})
	}
}
