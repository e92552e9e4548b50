package advisor

import (
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// decided are the asked facts that decided a condition: what was derived or
// calculated is followed back to what the person said.
func (w *writer) decided(e *cond.Expr) []int {
	out := []int{}
	Trace(w.reasons(e), w.deciders, func(f int) {
		if v := w.st.Values[f]; w.b.Facts[f].Origin == Asked && (v.State == fact.Known || v.State == fact.Unknown) {
			out = append(out, f)
		}
	})
	return out
}

// reasons are the facts that decided a condition, with repeats.
func (w *writer) reasons(e *cond.Expr) []int {
	var memory [32]uint16
	_, why := e.Eval(w.st.Values, memory[:0])
	out := make([]int, len(why))
	for i, f := range why {
		out[i] = int(f)
	}
	return out
}

// deciders are the inputs of a fact that decided its value: of a table, those
// of the row that holds or hangs.
func (w *writer) deciders(f int) []int {
	it := w.b.Facts[f].Item()
	if it.Kind != DeriveItem {
		return w.b.Inputs(f)
	}
	d := &w.b.Derived[it.I]
	if d.Rows == nil {
		return w.reasons(d.When)
	}
	for _, row := range d.Rows {
		if row.Truth(w.st.Values) != cond.False {
			return w.reasons(row)
		}
	}
	return nil
}

// because puts the answers that decided into words, without the topics that
// were picked.
func (w *writer) because(decided []int) []Reason {
	out := []Reason{}
	for _, f := range decided {
		x := &w.b.Facts[f]
		if it := x.Item(); it.Kind == AskItem && w.b.Questions[it.I].Topic {
			continue // what one wants to hear of is no reason in law
		}
		out = append(out, Reason{x.ID, x.ID == w.b.RoleID, x.Label.In(w.lang) + words.EngineIn(string(w.lang)).Colon +
			w.b.FormatValue(f, w.st.Values[f], w.lang)})
	}
	return out
}

// mostTurns is how many different answers are told of for each finding.
const mostTurns = 3

// turns are, by finding that holds, the single different answers that would
// end it. It tries every other option, and for dates and amounts the values on
// the other side of each constant that any condition names. decided are, by
// finding, the asked facts that it rests on.
func (s *Session) turns(held []int, decided map[int][]int) map[int][]Turn {
	b, st := s.base, s.State()
	out := map[int][]Turn{}
	x := s.supposing()
	topic := b.topics()
	for _, q := range st.Asked {
		f := b.Questions[q].Fact
		if topic[f] || st.Values[f].State != fact.Known {
			continue // another role is another interview, another topic no other case
		}
		rest := map[int]bool{} // what rests on f, and has no turn by it yet
		for _, i := range held {
			if len(out[i]) < mostTurns && slices.Contains(decided[i], f) {
				rest[i] = true
			}
		}
		for _, v := range b.others(f, st.Values[f], s.today) {
			if len(rest) == 0 {
				break
			}
			x.suppose(f, v, func() {
				for _, t := range x.turned() {
					if rest[t.i] && t.was == cond.True {
						delete(rest, t.i) // one turn a fact is enough
						out[t.i] = append(out[t.i], s.turn(t.i, f, v, x.st))
					}
				}
			})
		}
	}
	return out
}

// supposing is the sight to suppose other answers in.
func (s *Session) supposing() *Sight {
	if x := s.Sight(); x != nil {
		return x
	}
	x := newSight(s.base, s.today, s.runs)
	x.rest = true
	x.look(s.all())
	x.conclude()
	return x
}

// turn is what v as the answer to f makes of finding i.
func (s *Session) turn(i, f int, v fact.Value, alt *State) Turn {
	x := &s.base.Facts[f]
	return Turn{Fact: x.ID, To: rawWord(s.base.Raw(f, v)), Effect: s.effect(i, alt),
		Label: x.Label.In(s.lang) + words.EngineIn(string(s.lang)).Colon + s.base.FormatValue(f, v, s.lang)}
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
				return fmt.Sprintf(t.Instead, s.writer(alt).title(&b.Findings[k]))
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
		for _, k := range b.index.hang.cuts[f] {
			if b.domain(f, fact.Of(k), today) == nil && k != v.N {
				out = append(out, fact.Of(k))
			}
		}
	}
	return out
}
