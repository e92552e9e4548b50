package advisor

import (
	"slices"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// An Ask (一问) is a worry that a person names in one plain question, with the
// answers that the law gives to it: the first whose condition holds is given.
type Ask struct {
	ID       string
	Was      []string // ids of earlier times
	Title    Text
	Says     []Text // phrases as people type them; each in one language only
	For      *cond.Expr
	Opens    []Opened // what having the worry says by itself
	Suggests []Opened // what it suggests; the person is asked, with this shown
	Answers  []Answer
	Unclear  int   // index of the answer for what hangs on 不清楚, or -1
	More     []int // findings that carry it further
	Next     []int // asks that people go on with
	Rules    []string
	Issues   []string
	Pos      Pos
}

// AllRules are the rules of an ask and of its answers, sorted, each once.
func (a *Ask) AllRules() []string {
	all := slices.Clone(a.Rules)
	for k := range a.Answers {
		all = append(all, a.Answers[k].Rules...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// An Answer (一答) speaks to one situation, in its first words straight to the
// question.
type Answer struct {
	When      *cond.Expr // nil: everyone who is left
	Sure      bool       // 不清楚 leads on to the next answer instead of leaving it undecided
	Text      Text
	LawOn     int
	Cites     []Cite
	Certainty Certainty
	Steps     []Step
	Pays      bool // speaks of paying, promising or contacting the other side
	Lawyer    *Advice
	Rules     []string
	Shows     []int // facts that its text names
	Pos       Pos
}

// Opened are options of one fact that an ask speaks of.
type Opened struct {
	Fact int
	Set  uint64 // a bit per option; of a choice exactly one
}

// Paying is what must be settled, and said, before any text that speaks of
// paying, promising or contacting the other side: for whom, what must be known
// (limitation, the guarantee period), where it is harmless, and the sentence
// that stands first where it is not.
type Paying struct {
	For   *cond.Expr
	Facts []int // decided before such a text is shown
	Safe  *cond.Expr
	Warn  Text
	Cites []Cite
	Pos   Pos
}

// Ask is the ask of that id and its index, or nil.
func (b *Base) Ask(id string) (*Ask, int) {
	if i, ok := b.index.asks[id]; ok {
		return &b.Asks[i], i
	}
	return nil, -1
}

// Value is what an ask opens, joined to what was answered before: options of a
// several fact are ticked besides, a choice is taken only where nothing was
// answered.
func (o Opened) Value(f *Fact, was fact.Value, answered bool) fact.Value {
	switch {
	case f.Kind == fact.Several && answered && was.State == fact.Known:
		n := uint64(was.N) | o.Set
		for k := range f.Options { // "none of these" falls once something is ticked
			if f.Options[k].Alone && o.Set>>uint(k)&1 == 0 {
				n &^= 1 << uint(k)
			}
		}
		return fact.Of(int64(n))
	case f.Kind == fact.Several:
		return fact.Of(int64(o.Set))
	case answered:
		return was
	}
	for k := range 64 {
		if o.Set>>uint(k)&1 == 1 {
			return fact.Of(int64(k))
		}
	}
	return fact.NotSure()
}

// WithAsks are the answers of someone who has these worries: what the asks
// open is answered, unless the person said otherwise. The answers given stay.
func (b *Base) WithAsks(a Answers, asks []int) Answers {
	if len(asks) == 0 {
		return a
	}
	out := make(Answers, len(a)+4)
	for id, v := range a {
		out[id] = v
	}
	for _, i := range asks {
		for _, o := range b.Asks[i].Opens {
			f := &b.Facts[o.Fact]
			if was, ok := out[f.ID]; ok || !b.torn(o, asks) {
				out[f.ID] = o.Value(f, was, ok)
			}
		}
	}
	return out
}

// torn reports whether asks open different answers to one question that takes
// a single one: which of them it is only the person can say. Of what everyone
// is asked first, such as a danger, the one opened first counts at once.
func (b *Base) torn(o Opened, asks []int) bool {
	if b.Facts[o.Fact].Kind == fact.Several || slices.Contains(b.Always, o.Fact) {
		return false
	}
	return slices.ContainsFunc(asks, func(i int) bool {
		return slices.ContainsFunc(b.Asks[i].Opens, func(x Opened) bool { return x.Fact == o.Fact && x.Set != o.Set })
	})
}

// Chosen are the asks of those ids, without repeats, in the order given.
// Unknown are the ids that name none.
func (b *Base) Chosen(ids []string) (asks []int, unknown []string) {
	for _, id := range ids {
		_, i := b.Ask(id)
		switch {
		case i < 0:
			unknown = append(unknown, id)
		case !slices.Contains(asks, i):
			asks = append(asks, i)
		}
	}
	return asks, unknown
}

// findShown notes which facts the words of findings and answers name.
func (b *Base) findShown() {
	for i := range b.Findings {
		f := &b.Findings[i]
		f.Shows = b.FactsIn(f.Title, f.Text)
		for _, d := range f.Deadlines {
			if x := b.Deadlines[d].Fact; !slices.Contains(f.Shows, x) {
				f.Shows = append(f.Shows, x)
			}
		}
	}
	for i := range b.Asks {
		for k := range b.Asks[i].Answers {
			x := &b.Asks[i].Answers[k]
			x.Shows = b.FactsIn(x.Text)
			if x.LawOn >= 0 {
				x.Shows = append(x.Shows, x.LawOn)
			}
		}
	}
}
