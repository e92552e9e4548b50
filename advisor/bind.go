package advisor

import (
	"slices"

	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
)

// The knowledge binds a calculator's inputs and results to facts by name. The
// names are looked up once, when a Base is indexed; a replay goes by places.

// A bound calculation is one whose names have been looked up.
type bound struct {
	spec     calc.Spec
	known    bool       // the program has the calculator
	optional []bool     // by Takes of the calculation
	takes    []int      // by input of the calculator: the fact, or -1
	options  [][]string // by input of the calculator: the fact's option ids
	gives    []given    // by Gives of the calculation
}

// given is where a calculator gives a result.
type given struct {
	at      int   // place among its results, -1: it does not
	options []int // of a choice: the fact's option for each of the calculator's; -1: none
}

// Required are the facts that calculation i cannot be without; ok is false
// where the program has no such calculator.
func (b *Base) Required(i int) (facts []int, ok bool) {
	x := &b.index.calculators[i]
	for k, t := range b.Calculations[i].Takes {
		if x.known && !x.optional[k] {
			facts = append(facts, t.Fact)
		}
	}
	return facts, x.known
}

func (b *Base) bind() []bound {
	out := make([]bound, len(b.Calculations))
	for i := range b.Calculations {
		c := &b.Calculations[i]
		x := &out[i]
		if x.spec, x.known = calc.Lookup(c.Name); !x.known {
			continue
		}
		for _, t := range c.Takes {
			x.optional = append(x.optional, slices.ContainsFunc(x.spec.Takes, func(p calc.Param) bool {
				return p.Name == t.Name && p.Optional
			}))
		}
		for _, p := range x.spec.Takes {
			f, ids := -1, []string(nil)
			if k := slices.IndexFunc(c.Takes, func(t Input) bool { return t.Name == p.Name }); k >= 0 {
				f = c.Takes[k].Fact
				ids = b.index.options[f]
			}
			x.takes, x.options = append(x.takes, f), append(x.options, ids)
		}
		for _, g := range c.Gives {
			y := given{at: slices.IndexFunc(x.spec.Gives, func(p calc.Param) bool { return p.Name == g.Name })}
			if y.at >= 0 {
				for _, id := range x.spec.Gives[y.at].Options {
					y.options = append(y.options, b.Facts[g.Fact].option(id))
				}
			}
			x.gives = append(x.gives, y)
		}
	}
	return out
}

// of is the result in the fact's own terms; what the calculator left out is
// unknown.
func (g *given) of(out *calc.Out) fact.Value {
	if g.at < 0 || out.Values[g.at].State != fact.Known {
		return fact.NotSure()
	}
	v := out.Values[g.at]
	if g.options == nil {
		return v
	}
	n := g.options[v.N]
	if n < 0 {
		return fact.NotSure()
	}
	return fact.Of(int64(n))
}

// calculators run the calculations of one replay.
type calculators struct {
	b    *Base
	in   calc.In
	out  calc.Out
	runs []run // by calculation, kept from one replay to the next; nil: not kept
}

// A run is what a calculator last gave, and for what: it is not run again as
// long as its inputs stay.
type run struct {
	inputs []fact.Value
	out    calc.Out
}

func newCalculators(b *Base, today fact.Date, runs []run) calculators {
	in := calc.In{Today: today, Calendar: &b.Calendar, Tables: tables{b}, Values: make([]fact.Value, 0, 8)}
	return calculators{b: b, in: in, runs: runs}
}

// work runs a calculator on the values of facts, or says what it gave before.
// What it returns is good until the next run; keep tells whether to remember it.
func (c *calculators) work(i int, values []fact.Value, keep bool) *calc.Out {
	bound := &c.b.index.calculators[i]
	in := &c.in
	in.Values, in.Options = in.Values[:0], bound.options
	for _, f := range bound.takes {
		v := fact.Value{}
		if f >= 0 {
			v = values[f]
		}
		in.Values = append(in.Values, v)
	}
	if c.runs != nil && c.runs[i].inputs != nil && slices.EqualFunc(c.runs[i].inputs, in.Values,
		func(a, b fact.Value) bool { return same(&a, &b) }) {
		return &c.runs[i].out
	}
	bound.spec.Run(in, &c.out)
	if c.runs != nil && keep {
		c.runs[i] = run{append(c.runs[i].inputs[:0], in.Values...), c.out}
	}
	return &c.out
}
