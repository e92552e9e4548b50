package advisor

import (
	"slices"

	"wangdai/advisor/cond"
)

// A scope is what of all that holds a report says in full.
type scope struct {
	full   bool
	asks   []int        // chosen, and still the person's
	given  []outcome    // the answers that they came to
	linked map[int]bool // findings that carry one of the asks further
	opened map[int]bool // facts that the asks opened
	shown  []int        // findings said in full, weightiest first
	rest   []int        // those that hold besides
	sight  *Sight
}

// outcome is an answer that an ask has come to.
type outcome struct {
	ask    *Ask
	answer *Answer
}

// scope is what the report of now says in full.
func (s *Session) scope(w *writer, full bool) *scope {
	x := &scope{full: full, linked: map[int]bool{}, opened: map[int]bool{}, sight: s.Sight()}
	if x.sight == nil {
		x.sight = lookAt(s.base, w.st, s.all(), s.today)
	}
	fallen := s.Fallen()
	for _, i := range s.asks {
		if slices.Contains(fallen, i) {
			continue // what was said later rules it out
		}
		a := &s.base.Asks[i]
		x.asks = append(x.asks, i)
		for _, f := range a.More {
			x.linked[f] = true
		}
		for _, o := range a.Opens {
			x.opened[o.Fact] = true
		}
		if k := x.sight.Outcome(a); k >= 0 && w.complete(&a.Answers[k]) {
			x.given = append(x.given, outcome{a, &a.Answers[k]})
		}
	}
	for _, i := range w.held() {
		if x.whole(&s.base.Findings[i], i) {
			x.shown = append(x.shown, i)
		} else {
			x.rest = append(x.rest, i)
		}
	}
	if len(x.shown) == 0 && len(x.asks) == 0 { // nothing weighs more than the rest
		x.shown, x.rest = x.rest, nil
	}
	return x
}

// whole reports whether a finding that holds is said in full.
func (x *scope) whole(f *Finding, i int) bool {
	switch {
	case x.full, f.Urgency >= HasDeadline, x.linked[i]:
		return true
	case len(x.asks) > 0:
		return false
	}
	return f.Urgency >= Important && !f.Always
}

// carries reports whether the steps of finding i are those of an answer, which
// has none of its own.
func (x *scope) carries(i int) bool {
	return slices.ContainsFunc(x.given, func(g outcome) bool {
		return len(g.answer.Steps) == 0 && slices.Contains(g.ask.More, i)
	})
}

// lettered are the findings whose letters are offered: where nothing was
// asked, of all that hold.
func (x *scope) lettered() []int {
	if len(x.asks) > 0 {
		return x.shown
	}
	return slices.Concat(x.shown, x.rest)
}

// calledFor reports whether an ask, its answer, a danger or a deadline is about
// the same rule as a myth.
func (x *scope) calledFor(b *Base, m *Myth) bool {
	if x.full {
		return true
	}
	same := func(rules []string) bool {
		return slices.ContainsFunc(rules, func(r string) bool { return slices.Contains(m.Rules, r) })
	}
	for _, i := range x.asks {
		if same(b.Asks[i].Rules) {
			return true
		}
	}
	for _, g := range x.given {
		if same(g.answer.Rules) {
			return true
		}
	}
	return slices.ContainsFunc(x.shown, func(i int) bool {
		f := &b.Findings[i]
		return f.Urgency >= HasDeadline && same(f.Rules)
	})
}

// also are the titles of what holds besides.
func (w *writer) also(x *scope) []string {
	out := []string{}
	for _, i := range x.rest {
		if t := w.title(&w.b.Findings[i]); !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// topics are the facts that only say what the person wants to hear of: who
// they are, and what an ask opens, but for what everyone is asked first, such
// as the papers at hand. They are no facts of the case, and no other choice of
// topic would change the law.
func (b *Base) topics() map[int]bool {
	out := map[int]bool{}
	for i := range b.Asks {
		for _, o := range b.Asks[i].Opens {
			out[o.Fact] = !slices.Contains(b.Always, o.Fact)
		}
	}
	if _, role := b.Role(); role >= 0 {
		out[role] = true
	}
	return out
}

// hanging are the findings that hang on 不清楚 and would be said in full.
func (w *writer) hanging(x *scope) []int {
	var out []int
	for i := range w.b.Findings {
		if f := &w.b.Findings[i]; w.st.Hangs(i) && w.st.Truth[i] == cond.Maybe && x.whole(f, i) {
			out = append(out, i)
		}
	}
	return out
}
