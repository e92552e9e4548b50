package advisor

import (
	"slices"

	"wangdai/advisor/cond"
)

// What hangs on what is drawn here, once. A fact is answered, or it is worked
// out of others: its inputs. Who follows facts back or forward walks with
// [Trace], so that a new kind of fact is one more case in [Base.Reads].

// hangs are the same arrows in both directions, drawn by [Base.Index].
type hangs struct {
	inputs    [][]int   // by fact: what it is worked out of
	reached   [][]int   // by fact: it, and all that is worked out of it
	items     [][]int   // by fact: places in the Program that read it, the first first
	findings  [][]int   // by fact: findings whose condition reads it
	reads     [][]int   // by finding: the facts that its condition reads
	questions []int     // by question: its place in the Program
	cuts      [][]int64 // by fact: the values next to what conditions compare it with
}

// Inputs are the facts that fact f is worked out of, directly, in the order in
// which they are read: none for a fact that is asked. What decides whether it
// is asked is its question's condition.
func (b *Base) Inputs(f int) []int {
	if f < len(b.index.hang.inputs) {
		return b.index.hang.inputs[f]
	}
	return b.inputs(f) // while the knowledge loads
}

// DerivedOf are the inputs of a derived fact; no other has any.
func (b *Base) DerivedOf(f int) []int {
	if b.Facts[f].Item().Kind != DeriveItem {
		return nil
	}
	return b.Inputs(f)
}

func (b *Base) inputs(f int) []int {
	it := b.Facts[f].Item()
	if it.Kind == AskItem {
		return nil
	}
	return b.Reads(it)
}

// Item is the step of the Program that gives the fact its value.
func (f *Fact) Item() Item {
	switch f.Origin {
	case FromTable, FromCondition:
		return Item{DeriveItem, f.Of}
	case Calculated:
		return Item{CalcItem, f.Of}
	case DeadlineDate, DeadlineState:
		return Item{DeadlineItem, f.Of}
	}
	return Item{AskItem, f.Of}
}

func (d *Deadline) reads() []int {
	if d.From < 0 {
		return nil // the file names no date; that is told elsewhere
	}
	return []int{d.From}
}

func (d *Derived) reads() []int { return cond.Facts(d.Conditions()...) }

// Conditions are those that it follows from, in the order of the rows.
func (d *Derived) Conditions() []*cond.Expr {
	if d.Rows == nil {
		return []*cond.Expr{d.When}
	}
	return d.Rows
}

func (c *Calculation) reads() []int {
	var out []int
	for _, t := range c.Takes {
		if !slices.Contains(out, t.Fact) {
			out = append(out, t.Fact)
		}
	}
	return out
}

// Trace visits facts and all that they come from, each once and before what it
// comes from. inputs says what a fact comes from: [Base.Inputs], or less.
func Trace(from []int, inputs func(f int) []int, visit func(f int)) {
	seen := map[int]bool{}
	var walk func([]int)
	walk = func(list []int) {
		for _, f := range list {
			if !seen[f] {
				seen[f] = true
				visit(f)
				walk(inputs(f))
			}
		}
	}
	walk(from)
}

// Roots are the asked facts that f goes back to, itself if it is asked.
func (b *Base) Roots(f int) []int {
	var out []int
	Trace([]int{f}, b.Inputs, func(i int) {
		if b.Facts[i].Origin == Asked {
			out = append(out, i)
		}
	})
	return out
}

// Reached are the facts that f flows into, itself first.
func (b *Base) Reached(f int) []int { return b.index.hang.reached[f] }

// Asked is the fact that question q asks.
func (b *Base) Asked(q int) *Fact { return &b.Facts[b.Questions[q].Fact] }

// hangs draws all arrows.
func (b *Base) hangs() hangs {
	h := hangs{inputs: make([][]int, len(b.Facts)), reached: make([][]int, len(b.Facts)),
		items:    make([][]int, len(b.Facts)),
		findings: make([][]int, len(b.Facts)), reads: make([][]int, len(b.Findings)),
		questions: make([]int, len(b.Questions))}
	into := make([][]int, len(b.Facts))
	for f := range b.Facts {
		h.inputs[f] = b.inputs(f)
		for _, i := range h.inputs[f] {
			into[i] = append(into[i], f)
		}
	}
	for f := range b.Facts {
		Trace([]int{f}, func(f int) []int { return into[f] }, func(i int) { h.reached[f] = append(h.reached[f], i) })
	}
	for at, it := range b.Program {
		if it.Kind == AskItem {
			h.questions[it.I] = at
		}
		for _, f := range b.Reads(it) {
			h.items[f] = append(h.items[f], at)
		}
	}
	for i := range b.Findings {
		h.reads[i] = b.Findings[i].When.Facts()
		for _, f := range h.reads[i] {
			h.findings[f] = append(h.findings[f], i)
		}
	}
	h.cuts = b.cuts()
	return h
}

// cuts are, by fact, the values next to the constants that findings and
// derived facts compare it with: where what follows from it may change.
func (b *Base) cuts() [][]int64 {
	out := make([][]int64, len(b.Facts))
	visit := func(x *cond.Expr, _ bool) {
		if x.Op != cond.Range {
			return
		}
		if x.Lo > -1<<62 {
			out[x.Fact] = append(out[x.Fact], x.Lo-1, x.Lo)
		}
		if x.Hi < 1<<62 {
			out[x.Fact] = append(out[x.Fact], x.Hi, x.Hi+1)
		}
	}
	for i := range b.Findings {
		b.Findings[i].When.Walk(visit)
	}
	for i := range b.Derived {
		for _, e := range b.Derived[i].Conditions() {
			e.Walk(visit)
		}
	}
	for f := range out {
		slices.Sort(out[f])
		out[f] = slices.Compact(out[f])
	}
	return out
}

// Reads are the facts that a step of the Program reads.
func (b *Base) Reads(it Item) []int {
	switch it.Kind {
	case DeriveItem:
		return b.Derived[it.I].reads()
	case CalcItem:
		return b.Calculations[it.I].reads()
	case DeadlineItem:
		return b.Deadlines[it.I].reads()
	}
	return b.Questions[it.I].When.Facts()
}
