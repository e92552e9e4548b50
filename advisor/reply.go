package advisor

import (
	"slices"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// replies are what is said to the asks, in the order in which they were
// chosen.
func (w *writer) replies(x *scope) []Reply {
	out := []Reply{}
	for _, i := range x.asks {
		a := &w.b.Asks[i]
		r := Reply{Ask: a.ID, Title: w.text(a.Title, -1), Because: []Reason{}, Citations: []Citation{}, Steps: []ToDo{},
			Possible: []string{}}
		at := slices.IndexFunc(x.given, func(g outcome) bool { return g.ask == a })
		if at < 0 {
			w.stillOpen(&r, a, x.sight)
		} else {
			w.give(&r, x.given[at], x.shown)
		}
		out = append(out, r)
	}
	return out
}

// complete reports whether everything that an answer's words name is known.
func (w *writer) complete(x *Answer) bool {
	return !slices.ContainsFunc(w.b.FactsIn(x.Text), func(f int) bool { return w.st.Values[f].State != fact.Known })
}

// give writes an answer down. Paying is not spoken of before it is safe: the
// warning comes first.
func (w *writer) give(r *Reply, g outcome, shown []int) {
	x := g.answer
	r.Text = w.text(x.Text, x.LawOn)
	r.Answer = shortest(r.Text)
	r.Certainty = x.Certainty.String()
	r.Because = w.because(w.decided(x.When))
	r.Citations = w.cites(x.Cites, x.LawOn)
	if warn := w.beforePaying(x); warn != nil {
		r.Text = w.text(warn.Warn, -1) + "\n" + r.Text
		r.Citations = append(w.cites(warn.Cites, -1), r.Citations...)
	}
	add := func(steps []Step, from ToDo, on int) {
		for k := range steps {
			st := w.b.Shared(&steps[k])
			if st.When.Holds(w.st.Values) && len(r.Steps) < mostAskSteps {
				r.Steps = append(r.Steps, w.todo(st, from, on).ToDo)
			}
		}
	}
	if len(x.Steps) > 0 {
		add(x.Steps, ToDo{Ask: g.ask.ID}, x.LawOn)
		return
	}
	for _, i := range shown {
		if f := &w.b.Findings[i]; slices.Contains(g.ask.More, i) {
			add(f.Steps, ToDo{Finding: f.ID}, f.LawOn)
		}
	}
}

// mostAskSteps is how many steps stand with one answer.
const mostAskSteps = 3

// beforePaying is what must be said before an answer, or nil.
func (w *writer) beforePaying(x *Answer) *Paying {
	if !x.Pays {
		return nil
	}
	for i := range w.b.Paying {
		p := &w.b.Paying[i]
		if p.For.Holds(w.st.Values) && p.Safe.Truth(w.st.Values) != cond.True {
			return p
		}
	}
	return nil
}

// stillOpen says what may still come of an ask, and how many questions it
// hangs on.
func (w *writer) stillOpen(r *Reply, a *Ask, x *Sight) {
	if k := x.Outcome(a); k == NoAnswer {
		x = LookLoosely(w.b, x.a, w.today)
	} else {
		x.Forget()
		x.NeedAsk(a)
		r.Left = len(x.Needed())
	}
	for _, k := range x.PossibleAnswers(a) {
		if t := w.inBrief(&a.Answers[k]); !slices.Contains(r.Possible, t) {
			r.Possible = append(r.Possible, t)
		}
	}
}

// inBrief is an answer that may come, in the fewest words.
func (w *writer) inBrief(x *Answer) string {
	return shortest(w.text(Text{ZH: shortest(x.Text.ZH), EN: shortest(x.Text.EN)}, x.LawOn))
}

// shortest is what a text says in its first words, before a colon or a full
// stop: answers begin with the answer. A bracket that would be cut apart is left
// out whole.
func shortest(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	bracket := -1 // where the one begins that is open
	for i, r := range s {
		stop := false
		switch r {
		case '（', '(':
			bracket = i
		case '）', ')':
			bracket = -1
		case '：', '。', '；':
			stop = true
		case ':', '.', ';':
			stop = i+1 == len(s) || s[i+1] == ' '
		}
		switch {
		case stop && bracket > 0:
			return strings.TrimRight(s[:bracket], " ")
		case stop && bracket < 0:
			return s[:i]
		}
	}
	return s
}
