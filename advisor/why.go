package advisor

import (
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// because are the answers that decided a condition: what was derived or
// calculated is followed back to what the person said.
func (w *writer) because(e *cond.Expr) []Reason {
	_, why := e.Eval(w.st.Values, nil)
	out := []Reason{}
	seen := map[int]bool{}
	var add func(f int)
	add = func(f int) {
		if seen[f] {
			return
		}
		seen[f] = true
		x := &w.b.Facts[f]
		switch x.Origin {
		case Asked:
			if v := w.st.Values[f]; v.State == fact.Known || v.State == fact.Unknown {
				out = append(out, Reason{x.ID, x.Label.In(w.lang) + map[bool]string{true: "：", false: ": "}[w.lang != fact.EN] + w.b.FormatValue(f, v, w.lang)})
			}
		case FromTable, FromCondition:
			d := &w.b.Derived[x.Of]
			if d.Rows == nil {
				_, deeper := d.When.Eval(w.st.Values, nil)
				for _, y := range deeper {
					add(int(y))
				}
			}
			for _, row := range d.Rows {
				t, deeper := row.Eval(w.st.Values, nil)
				if t == cond.False {
					continue
				}
				for _, y := range deeper {
					add(int(y))
				}
				break
			}
		case Calculated:
			for _, t := range w.b.Calculations[x.Of].Takes {
				add(t.Fact)
			}
		case DeadlineDate, DeadlineState:
			add(w.b.Deadlines[x.Of].From)
		}
	}
	for _, f := range why {
		add(int(f))
	}
	return out
}

// unknown are the facts that are not known and on which conclusions hang,
// those first on which most and weightiest hang.
func (w *writer) unknown() []Open {
	weight := map[int]int{}
	hangs := map[int][]string{}
	for i := range w.b.Findings {
		if w.st.Truth[i] != cond.Maybe {
			continue
		}
		f := &w.b.Findings[i]
		_, why := f.When.Eval(w.st.Values, nil)
		seen := map[int]bool{}
		for _, x := range why {
			for _, q := range w.b.asks(int(x)) {
				if w.st.Values[q].State == fact.Unknown && !seen[q] {
					seen[q] = true
					weight[q] += 1 + int(f.Urgency)
					hangs[q] = append(hangs[q], w.text(f.Title, f.LawOn))
				}
			}
		}
	}
	var facts []int
	for q := range weight {
		facts = append(facts, q)
	}
	slices.SortFunc(facts, func(a, c int) int {
		if weight[a] != weight[c] {
			return weight[c] - weight[a]
		}
		return a - c
	})
	out := []Open{}
	for _, f := range facts {
		x := &w.b.Facts[f]
		q := &w.b.Questions[x.Of]
		out = append(out, Open{x.ID, x.Label.In(w.lang), w.text(q.Why, -1), w.text(q.How, -1), hangs[f]})
	}
	return out
}

// asks are the asked facts behind a fact.
func (b *Base) asks(f int) []int {
	var out []int
	seen := map[int]bool{}
	var add func(int)
	add = func(f int) {
		if seen[f] {
			return
		}
		seen[f] = true
		x := &b.Facts[f]
		switch x.Origin {
		case Asked:
			out = append(out, f)
		case FromTable, FromCondition:
			d := &b.Derived[x.Of]
			for _, e := range append([]*cond.Expr{d.When}, d.Rows...) {
				for _, y := range e.Facts() {
					add(y)
				}
			}
		case Calculated:
			for _, t := range b.Calculations[x.Of].Takes {
				add(t.Fact)
			}
		case DeadlineDate, DeadlineState:
			add(b.Deadlines[x.Of].From)
		}
	}
	add(f)
	return out
}

// turns are, for each finding that holds, the single different answers that
// would end it. It tries every other option, and for dates and amounts the
// values on the other side of each constant that any condition names.
func (s *Session) turns(held []int) map[int][]Turn {
	const perFinding = 3
	b, st := s.base, s.State()
	out := map[int][]Turn{}
	w := s.writer(st)
	because := map[int]map[int]bool{}
	for _, i := range held {
		because[i] = map[int]bool{}
		for _, r := range w.because(b.Findings[i].When) {
			_, f := b.Fact(r.Fact)
			because[i][f] = true
		}
	}
	for _, q := range st.Asked {
		f := b.Questions[q].Fact
		if b.Facts[f].ID == "role" || st.Values[f].State != fact.Known {
			continue // another role is another interview
		}
		for _, v := range b.others(f, st.Values[f], s.today) {
			a := s.Answers()
			a[b.Facts[f].ID] = v
			alt := Resolve(b, a, s.today)
			for _, i := range held {
				if alt.Truth[i] == cond.True || !because[i][f] || len(out[i]) >= perFinding {
					continue
				}
				if slices.ContainsFunc(out[i], func(t Turn) bool { return t.Fact == b.Facts[f].ID }) {
					continue // one turn a fact is enough
				}
				x := &b.Facts[f]
				out[i] = append(out[i], Turn{Fact: x.ID, To: rawWord(b.Raw(f, v)), Label: x.Label.In(s.lang) + words.EngineIn(string(s.lang)).Colon + b.FormatValue(f, v, s.lang),
					Effect: s.effect(i, alt)})
			}
		}
	}
	return out
}

// rawWord is a value in one word: the options of a question with several
// answers stand with commas, as they are typed.
func rawWord(v any) string {
	if list, ok := v.([]string); ok {
		return strings.Join(list, ",")
	}
	return fmt.Sprint(v)
}

// effect is what comes instead of finding i: the finding of its group that
// then holds, else only that it falls.
func (s *Session) effect(i int, alt *State) string {
	b := s.base
	t := words.EngineIn(string(s.lang))
	if g := b.Findings[i].Group; g != "" {
		for k := range b.Findings {
			if b.Findings[k].Group == g && alt.Truth[k] == cond.True {
				return fmt.Sprintf(t.Instead, s.writer(alt).text(b.Findings[k].Title, b.Findings[k].LawOn))
			}
		}
	}
	if alt.Truth[i] == cond.Maybe {
		return t.Undecided
	}
	return t.Falls
}

// others are the values that conditions can tell from v.
func (b *Base) others(f int, v fact.Value, today fact.Date) []fact.Value {
	x := &b.Facts[f]
	var out []fact.Value
	switch x.Kind {
	case fact.Choice:
		for i := range x.Options {
			if int64(i) != v.N {
				out = append(out, fact.Of(int64(i)))
			}
		}
	case fact.YesNo:
		out = append(out, fact.Of(1-v.N))
	case fact.Several:
		for i := range x.Options {
			if n := v.N ^ 1<<uint(i); b.domain(f, fact.Of(n), today) == nil {
				out = append(out, fact.Of(n))
			}
		}
	case fact.Day, fact.Money, fact.Percent, fact.Number:
		for _, k := range b.cuts(f) {
			if b.domain(f, fact.Of(k), today) == nil && k != v.N {
				out = append(out, fact.Of(k))
			}
		}
	}
	return out
}

// cuts are the values next to the constants that conditions compare f with.
func (b *Base) cuts(f int) []int64 {
	var out []int64
	visit := func(e *cond.Expr) {
		e.Walk(func(x *cond.Expr, _ bool) {
			if x.Op != cond.Range || x.Fact != f {
				return
			}
			if x.Lo > -1<<62 {
				out = append(out, x.Lo-1, x.Lo)
			}
			if x.Hi < 1<<62 {
				out = append(out, x.Hi, x.Hi+1)
			}
		})
	}
	for i := range b.Findings {
		visit(b.Findings[i].When)
	}
	for i := range b.Derived {
		visit(b.Derived[i].When)
		for _, r := range b.Derived[i].Rows {
			visit(r)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
