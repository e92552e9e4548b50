package load

import (
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/calc"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// facts makes the facts that follow from answers, file by file.
func (l *loader) facts() {
	for _, f := range l.f.Facts {
		for i := range f.Derived {
			l.derived(&f.Derived[i])
		}
		for i := range f.Calculations {
			l.calculated(&f.Calculations[i])
		}
		for i := range f.Deadlines {
			l.deadline(&f.Deadlines[i])
		}
	}
}

func (l *loader) derived(d *rawDerived) {
	if !l.claim("fact", &d.Fact, factID) {
		return
	}
	f := advisor.Fact{Kind: fact.YesNo, Label: l.text(d.Label, textUse{label: true}), Origin: advisor.FromCondition,
		Of: len(l.b.Derived), After: -1}
	switch {
	case len(d.Options) > 0 && d.When.there():
		l.bad(d.When.at, words.Load.WhenAndOptions(d.Fact.V))
	case len(d.Options) > 0:
		f.Kind, f.Origin = fact.Choice, advisor.FromTable
		f.Options = l.options(d.Options, false, true, textUse{})
		l.optionCount(d.At, d.Fact.V, fact.Choice, d.Options)
	case !d.When.there():
		l.bad(d.At, words.Load.NoCondition(d.Fact.V))
	}
	n := l.addFact(f, d.Fact)
	l.b.Derived = append(l.b.Derived, advisor.Derived{Fact: n, Pos: d.At.pos()})
}

// deadline makes the date, and the choice open or passed that goes with it.
func (l *loader) deadline(d *rawDeadline) {
	state := d.Fact
	state.V += "_state"
	if !l.claim("fact", &d.Fact, factID) || !l.claim("fact", &state, factID) {
		return
	}
	l.seen["deadline/"+d.Fact.V] = d.Fact.at
	label := l.text(d.Label, textUse{label: true})
	of := len(l.b.Deadlines)
	n := l.addFact(advisor.Fact{Kind: fact.Day, Label: label, Origin: advisor.DeadlineDate, Of: of, After: -1}, d.Fact)
	s := l.addFact(advisor.Fact{Kind: fact.Choice, Label: label, Origin: advisor.DeadlineState, Of: of, After: -1,
		Options: l.deadlineStates(d.At)}, state)
	l.b.Deadlines = append(l.b.Deadlines, advisor.Deadline{Fact: n, State: s, Rules: texts(d.Rules), Label: label,
		From: -1, Pos: d.At.pos()})
}

// deadlineStates are the two options that every deadline has by itself, with
// the words that interview.yaml has for them.
func (l *loader) deadlineStates(p at) []advisor.Option {
	var out []advisor.Option
	for _, id := range []string{advisor.OpenDeadline, advisor.PassedDeadline} {
		o := advisor.Option{ID: id, Pos: p.pos()}
		i := slices.IndexFunc(l.f.Interview.States, func(o rawOption) bool { return o.ID.V == id })
		if i >= 0 {
			o.Text = l.text(l.f.Interview.States[i].Text, textUse{})
		} else if len(l.b.Deadlines) == 0 { // once
			l.bad(at{&source{name: "interview.yaml"}, 1, 1}, words.Load.NoWordsForState(id))
		}
		out = append(out, o)
	}
	return out
}

func (l *loader) calculated(c *rawCalculation) {
	of := len(l.b.Calculations)
	x := advisor.Calculation{Name: c.Calc.V, Rules: texts(c.Rules), Label: l.text(c.Label, textUse{label: true}),
		Uses: texts(c.Uses), Pos: c.At.pos()}
	for i := range c.Gives {
		g := &c.Gives[i]
		if !l.claim("fact", &g.Fact, factID) {
			continue
		}
		k := l.kind(g.Kind, len(g.Options) > 0, "choice", "yesno", "date", "money", "rate", "number")
		f := advisor.Fact{Kind: k, Label: l.text(g.Label, textUse{label: true}), Origin: advisor.Calculated,
			Of: of, After: -1}
		f.Options = l.options(g.Options, false, false, textUse{})
		if k == fact.Choice && len(g.Options) == 0 || k != fact.Choice {
			l.optionCount(g.At, g.Fact.V, k, g.Options)
		}
		out := g.Out.V
		if out == "" {
			out = g.Fact.V
		}
		x.Gives = append(x.Gives, advisor.Output{Name: out, Fact: l.addFact(f, g.Fact)})
	}
	l.b.Calculations = append(l.b.Calculations, x)
}

// conditions compiles what questions and derived facts read, now that all
// names are known.
func (l *loader) conditions(sections []*rawSection) {
	for s, sec := range sections {
		l.b.Sections[s].When = l.cond(sec.When)
		for i := range sec.Questions {
			q := &sec.Questions[i]
			n, ok := l.names[q.Ask.V]
			if !ok || l.b.Facts[n.Index].Pos != q.Ask.pos() {
				continue
			}
			f := &l.b.Facts[n.Index]
			l.b.Questions[f.Of].When = cond.Both(l.b.Sections[s].When, l.cond(q.When))
			if !q.After.there() {
				continue
			}
			f.After = l.date(q.After)
			switch {
			case f.Kind != fact.Day && f.Kind != fact.Schedule && f.Kind != fact.History:
				l.bad(q.After.at, words.Load.AfterOfKind())
			case f.After >= 0 && (l.b.Facts[f.After].Origin != advisor.Asked || l.b.Facts[f.After].Of >= f.Of):
				l.bad(q.After.at, words.Load.AfterIsLater(q.After.V))
			}
		}
	}
	for i := range l.f.Derived {
		l.derivedConditions(&l.f.Derived[i])
	}
	for i := range l.b.Calculations {
		l.takes(&l.f.Calculations[i], &l.b.Calculations[i])
	}
	for i := range l.f.Deadlines {
		d := &l.f.Deadlines[i]
		n, ok := l.names[d.Fact.V]
		if !ok || l.b.Facts[n.Index].Pos != d.Fact.pos() {
			continue
		}
		x := &l.b.Deadlines[l.b.Facts[n.Index].Of]
		x.From = l.date(d.From)
		var good bool
		if x.N, x.Unit, good = period(d.Period.V); !good {
			l.bad(d.Period.at, words.Load.BadPeriod(d.Period.V))
		}
		x.NoRoll = d.Roll.there() && !l.yes(d.Roll)
		x.Basis = l.cites(d.Basis)
		x.After = l.text(d.After, textUse{who: words.Named("deadline", d.Fact.V), cites: x.Basis, cited: true,
			key: "basis"})
	}
}

func (l *loader) derivedConditions(d *rawDerived) {
	n, ok := l.names[d.Fact.V]
	if !ok || l.b.Facts[n.Index].Pos != d.Fact.pos() {
		return
	}
	x := &l.b.Derived[l.b.Facts[n.Index].Of]
	x.When = l.cond(d.When)
	for k, o := range d.Options {
		switch {
		case !o.When.there():
			l.bad(o.At, words.Load.OptionWithoutWhen(o.ID.V))
			x.Rows = append(x.Rows, nil)
		case o.When.V == "otherwise":
			if k < len(d.Options)-1 {
				l.bad(o.When.at, words.Load.OtherwiseLast())
			}
			x.Rows = append(x.Rows, &cond.Expr{Op: cond.Const, Src: o.When.V})
		default:
			x.Rows = append(x.Rows, l.cond(o.When))
		}
	}
}

// takes binds a calculator's inputs and compares it with the program.
func (l *loader) takes(c *rawCalculation, x *advisor.Calculation) {
	for _, p := range c.Takes {
		if n, ok := l.fact(p.Value); ok {
			x.Takes = append(x.Takes, advisor.Input{Name: p.Key.V, Fact: n.Index})
		}
	}
	for _, u := range c.Uses {
		l.known("number", u)
	}
	all := calc.Specs()
	if len(all) == 0 {
		return
	}
	spec, ok := calc.Lookup(c.Calc.V)
	if !ok {
		var names []string
		for _, s := range all {
			names = append(names, s.Name)
		}
		slices.Sort(names)
		near := nearest(c.Calc.V, names)
		l.bad(c.Calc.at, words.Load.NoCalculator(c.Calc.V, near))
		return
	}
	l.signature(c, spec)
}

// signature compares what a file says of a calculator with the calculator.
func (l *loader) signature(c *rawCalculation, spec calc.Spec) {
	x := signed{l, c, spec, map[string]bool{}}
	x.takes()
	for _, u := range spec.Uses {
		if !slices.ContainsFunc(c.Uses, func(w word) bool { return w.V == u }) {
			l.bad(c.Calc.at, words.Load.NeedsNumber(spec.Name, u))
		}
	}
	for i := range c.Gives {
		x.gives(&c.Gives[i])
	}
}

// A signed is a calculation in a file beside the calculator it names.
type signed struct {
	*loader
	c     *rawCalculation
	spec  calc.Spec
	given map[string]bool // by the name of an input or a result
}

func (x *signed) find(list []calc.Param, name word) (calc.Param, bool) {
	var names []string
	for _, p := range list {
		if p.Name == name.V {
			return p, true
		}
		names = append(names, p.Name)
	}
	x.given[cond.Nearest(name.V, names)] = true // misspelt, not missing
	x.bad(name.at, words.Load.NoPart(x.spec.Name, name.V, nearest(name.V, names)))
	return calc.Param{}, false
}

func (x *signed) kind(w word, k fact.Kind, p calc.Param) bool {
	if k == p.Kind {
		return true
	}
	x.bad(w.at, words.Load.OtherKind(x.spec.Name, p.Name, p.Kind.String(), k.String()))
	return false
}

func (x *signed) takes() {
	for _, t := range x.c.Takes {
		x.given[t.Key.V] = true
		p, ok := x.find(x.spec.Takes, t.Key)
		n, known := x.names[t.Value.V]
		if !ok || !known || !x.kind(t.Value, n.Kind, p) || len(p.Options) == 0 {
			continue
		}
		for _, o := range n.Options {
			if !slices.Contains(p.Options, o) {
				x.bad(t.Value.at, words.Load.UnknownToCalculator(x.spec.Name, n.Label, o, p.Options, t.Value.V))
			}
		}
	}
	for _, p := range x.spec.Takes {
		if !x.given[p.Name] && !p.Optional {
			x.bad(x.c.Calc.at, words.Load.NeedsPart(x.spec.Name, p.Name, p.Kind.String()))
		}
	}
}

func (x *signed) gives(g *rawGive) {
	name := g.Out
	if !name.there() {
		name = g.Fact
	}
	p, ok := x.find(x.spec.Gives, name)
	k, _ := fact.KindOf(g.Kind.V)
	if !ok || !x.kind(g.Kind, k, p) || k != fact.Choice {
		return
	}
	have := make([]string, len(g.Options))
	for j, o := range g.Options {
		have[j] = o.ID.V
		if !slices.Contains(p.Options, o.ID.V) {
			x.bad(o.ID.at, words.Load.NeverGives(x.spec.Name, p.Name, o.ID.V, nearest(o.ID.V, p.Options)))
		}
	}
	for _, o := range p.Options {
		if !slices.Contains(have, o) {
			x.bad(g.At, words.Load.AlsoGives(x.spec.Name, p.Name, o))
		}
	}
}
