package cond

import (
	"math"
	"slices"
	"strconv"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

type compiler struct {
	src    []rune
	names  Names
	faults []*Fault
}

func (c *compiler) bad(n *node, m words.Message) *Expr {
	// A binary node's own place is its operator; people look at where it begins.
	c.faults = append(c.faults, fault(n.first().from, m))
	return &Expr{Op: Const}
}

func (c *compiler) at(e *Expr, n *node) *Expr {
	e.Col, e.End = c.span(n)
	return e
}

// span is where the whole of n stands in the source. Brackets are no nodes: so
// from the first word in it to the last, and over what closes there.
func (c *compiler) span(n *node) (from, to int) {
	last := n
	for len(last.kids) > 0 {
		last = last.kids[len(last.kids)-1]
	}
	from, to = n.first().from, last.to
	open := 0
	for i := from; i < to; i++ {
		switch c.src[i] {
		case '(', '[':
			open++
		case ')', ']':
			open--
		}
	}
	for i := to; open > 0 && i < len(c.src); i++ {
		if c.src[i] == ')' || c.src[i] == ']' {
			open, to = open-1, i+1
		}
	}
	return from, to
}

func (c *compiler) node(n *node) *Expr {
	switch {
	case n.is("not"):
		return c.at(&Expr{Op: Not, Kids: []*Expr{c.node(n.kids[0])}}, n)
	case n.is("and"):
		return c.at(&Expr{Op: And, Kids: c.flat(n)}, n)
	case n.is("or"):
		return c.at(&Expr{Op: Or, Kids: c.flat(n)}, n)
	case n.is("in"):
		return c.at(c.in(n), n)
	case n.kind == sign:
		return c.at(c.compare(n), n)
	case n.kind == word:
		f, ok := c.fact(n)
		if !ok {
			return &Expr{Op: Const}
		}
		if f.Kind != fact.YesNo {
			return c.bad(n, words.Condition.NotYesNo(f.Label, n.text))
		}
		return c.at(c.atom(&Expr{Op: Yes, Fact: f.Index}, f, 1<<1), n)
	}
	c.faults = append(c.faults, forbidden(n.from, c.text(n)))
	return &Expr{Op: Const}
}

// text is n as written.
func (c *compiler) text(n *node) string {
	from, to := c.span(n)
	return string(c.src[from:to])
}

// flat makes one node of a chain of the same operator: reasons read better.
func (c *compiler) flat(n *node) []*Expr {
	var kids []*Expr
	for _, side := range n.kids {
		if side.is(n.text) {
			kids = append(kids, c.flat(side)...)
			continue
		}
		kids = append(kids, c.node(side))
	}
	return kids
}

// atom says what e is worth where its fact was never asked. options is the
// set of options for which e is true.
func (c *compiler) atom(e *Expr, f Name, options uint64) *Expr {
	if f.Unasked >= 0 && (e.Op == In || e.Op == Has || e.Op == Yes) {
		e.Unasked = options>>uint(f.Unasked)&1 == 1
	}
	return e
}

// fact looks up the fact a word names, and says what is wrong with that.
func (c *compiler) fact(n *node) (Name, bool) {
	id := n.text
	f, ok := c.names.Lookup(id)
	if !ok {
		near := Meant(id, c.names.All(), words.Condition.SeeFacts())
		c.bad(n, words.Condition.NoFact(id, near))
		return f, false
	}
	switch {
	case f.Calculated:
		c.bad(n, words.Condition.IsCalculated(f.Label, id))
		return f, false
	case f.Kind == fact.Schedule || f.Kind == fact.History:
		c.bad(n, words.Condition.ForCalculators(f.Label, id))
		return f, false
	}
	return f, true
}

// option finds the option a word names.
func (c *compiler) option(n *node, f Name, id string) (int, bool) {
	name := n.text
	for i, o := range f.Options {
		if o == name {
			return i, true
		}
	}
	near := Meant(name, f.Options, words.OptionsAre(f.Options))
	c.bad(n, words.Condition.NoOption(f.Label, id, name, near))
	return 0, false
}

// isFact reports whether a word names a fact and is no option.
func (c *compiler) isFact(id string, options []string) bool {
	_, ok := c.names.Lookup(id)
	return ok && !slices.Contains(options, id)
}

// in is `x in [a, b]` for a choice and `a in x` for several choices.
func (c *compiler) in(n *node) *Expr {
	left, right := n.kids[0], n.kids[1]
	switch {
	case right.kind == list && left.kind == word:
		return c.oneOf(n, left, right)
	case right.kind == list:
		return c.bad(left, words.Condition.InWantsFact())
	case left.kind != word || right.kind != word:
		return c.bad(n, words.Condition.InMisused())
	}
	f, ok := c.fact(right)
	if !ok {
		return &Expr{Op: Const}
	}
	if f.Kind != fact.Several {
		return c.bad(n, words.Condition.NotSeveral(f.Label, right.text, left.text))
	}
	i, ok := c.option(left, f, right.text)
	if !ok {
		return &Expr{Op: Const}
	}
	return c.atom(&Expr{Op: Has, Fact: f.Index, Bit: i}, f, 1<<uint(i))
}

// oneOf is a choice among options.
func (c *compiler) oneOf(n, left, options *node) *Expr {
	f, ok := c.fact(left)
	if !ok {
		return &Expr{Op: Const}
	}
	if f.Kind != fact.Choice {
		return c.bad(n, words.Condition.NotSingle(f.Label, left.text))
	}
	e := &Expr{Op: In, Fact: f.Index}
	for _, x := range options.kids {
		if x.kind != word {
			c.bad(x, words.Condition.OptionsOnly(f.Options[:min(2, len(f.Options))], f.Options[0]))
		} else if x.text == "unknown" {
			e.Orelse = true
		} else if i, ok := c.option(x, f, left.text); ok {
			e.Set |= 1 << uint(i)
		}
	}
	return c.atom(e, f, e.Set)
}

// compare is a fact against an option or a constant.
func (c *compiler) compare(n *node) *Expr {
	left, right := n.kids[0], n.kids[1]
	if left.kind != word {
		return c.bad(left, words.Condition.FactLeft())
	}
	f, ok := c.fact(left)
	if !ok {
		return &Expr{Op: Const}
	}
	var e *Expr
	switch {
	case right.kind == word:
		e = c.same(n, f)
	case !f.Kind.Ordered():
		c.bad(right, words.Condition.WantsOption(f.Label, left.text, f.Options))
	default:
		if k, ok := c.constant(right, f); ok {
			e = &Expr{Op: Range, Fact: f.Index}
			e.Lo, e.Hi = bounds(n.text, k)
		}
	}
	switch {
	case e == nil:
		return &Expr{Op: Const}
	case n.text == "!=":
		return &Expr{Op: Not, Kids: []*Expr{c.at(e, n)}}
	}
	return e
}

// same is a fact against a word; nil when that is wrong.
func (c *compiler) same(n *node, f Name) *Expr {
	left, right := n.kids[0], n.kids[1]
	equal := n.text == "==" || n.text == "!="
	switch {
	case right.text == "unknown" && equal:
		return &Expr{Op: IsUnknown, Fact: f.Index}
	case f.Kind == fact.Choice && equal && !c.isFact(right.text, f.Options):
		if i, ok := c.option(right, f, left.text); ok {
			return c.atom(&Expr{Op: In, Fact: f.Index, Set: 1 << uint(i)}, f, 1<<uint(i))
		}
		return nil
	case f.Kind == fact.YesNo && equal && right.text == "yes":
		return c.atom(&Expr{Op: Yes, Fact: f.Index}, f, 1<<1)
	case f.Kind == fact.YesNo && equal && right.text == "no":
		return &Expr{Op: Range, Fact: f.Index}
	case f.Kind == fact.Several:
		c.bad(n, words.Condition.IsSeveral(f.Label, right.text, left.text))
		return nil
	}
	if _, ok := c.names.Lookup(right.text); ok {
		c.bad(n, words.Condition.TwoFacts())
		return nil
	}
	c.bad(right, words.Condition.CannotCompare(f.Label, right.text, left.text))
	return nil
}

// bounds are the lowest and highest value for which a comparison holds.
func bounds(op string, k int64) (lo, hi int64) {
	switch op {
	case "<":
		return math.MinInt64, k - 1
	case "<=":
		return math.MinInt64, k
	case ">":
		return k + 1, math.MaxInt64
	case ">=":
		return k, math.MaxInt64
	}
	return k, k
}

// mostNumber is beyond every amount, and small enough to count in hundredths.
const mostNumber = 1e15

// constant reads the right side of a comparison, with its unit.
func (c *compiler) constant(n *node, f Name) (int64, bool) {
	wrong := func(want words.Pair) (int64, bool) {
		c.bad(n, words.Condition.WrongUnit(f.Label, c.text(n), want))
		return 0, false
	}
	if n.kind == date {
		if f.Kind != fact.Day {
			return wrong(words.Condition.WithUnit())
		}
		d, err := fact.ISODate(n.text)
		if err != nil {
			c.bad(n, words.Condition.NoDay(n.text))
			return 0, false
		}
		return int64(d), true
	}
	x, err := strconv.ParseFloat(n.text, 64)
	if n.kind != number || err != nil || x > mostNumber {
		return wrong(words.Condition.ANumber())
	}
	digits := strconv.FormatFloat(x, 'f', -1, 64)
	switch f.Kind {
	case fact.Money:
		if n.unit != '元' {
			return wrong(words.Pair{ZH: digits + "元", EN: digits + "元"})
		}
		return int64(math.Round(x * 100)), true
	case fact.Percent:
		if n.unit != '%' {
			return wrong(words.Pair{ZH: digits + "%", EN: digits + "%"})
		}
		return int64(math.Round(x * 100)), true
	case fact.Number:
		if n.unit != 0 || x != math.Trunc(x) {
			return wrong(words.Condition.WholeNumber())
		}
		return int64(x), true
	}
	return wrong(words.Condition.ADate())
}
