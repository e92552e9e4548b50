package advisor

import (
	"cmp"
	"slices"

	"wangdai/advisor/fact"
)

// mostLeads is how many facts a person is sent to find out, and mostDecided
// how many things are named that each decides: more is a list that nobody
// works through.
const (
	mostLeads   = 5
	mostDecided = 3
)

// pending is what hangs on facts that the person does not know.
type pending struct {
	title  string
	weight float64
	need   []int // those facts
}

// findOut are the facts worth finding out, that first which decides most. What
// it decides is taken out before the next is looked for, so that no conclusion
// sends anyone after two facts at once.
func (s *Session) findOut(w *writer, x *scope) []Lead {
	out := []Lead{}
	list := w.pending(x, LookLoosely(s.base, s.all(), s.today))
	for len(list) > 0 && (len(out) < mostLeads || x.full) {
		best := heaviest(list)
		together := w.together(best, list)
		lead := w.lead(best, together)
		var rest []pending
		for _, p := range list {
			switch {
			case !slices.Contains(p.need, best):
				rest = append(rest, p)
			case x.full || len(lead.Decides) < mostDecided:
				if !slices.Contains(lead.Decides, p.title) {
					lead.Decides = append(lead.Decides, p.title)
				}
			}
		}
		out, list = append(out, lead), rest
	}
	return out
}

// pending are the asks and findings that would be decided by what the person
// called 不清楚, weightiest first.
func (w *writer) pending(x *scope, loose *Sight) []pending {
	var out []pending
	add := func(title string, weight float64, note func()) {
		loose.Forget()
		note()
		var need []int
		for _, q := range loose.Needed() {
			if f := w.b.Questions[q].Fact; w.st.Values[f].State == fact.Unknown && !w.b.Questions[q].Own {
				need = append(need, f)
			}
		}
		if len(need) > 0 {
			out = append(out, pending{title, weight, need})
		}
	}
	for _, i := range x.asks {
		if a := &w.b.Asks[i]; x.sight.Outcome(a) != StillOpen && loose.Outcome(a) == StillOpen {
			add(w.text(a.Title, -1), 10, func() { loose.NeedAsk(a) })
		}
	}
	for _, i := range w.hanging(x) {
		f := &w.b.Findings[i]
		weight := 1 + 2*float64(f.Urgency)
		if x.linked[i] {
			weight += 4
		}
		add(w.title(f), weight, func() { loose.Need(f.When) })
	}
	slices.SortStableFunc(out, func(a, c pending) int { return cmp.Compare(c.weight, a.weight) })
	return out
}

// heaviest is the fact that decides most; what hangs on several facts counts
// for each of them in part.
func heaviest(list []pending) int {
	score := map[int]float64{}
	for _, p := range list {
		for _, f := range p.need {
			score[f] += p.weight / float64(len(p.need))
		}
	}
	best := -1
	for f, x := range score {
		if best < 0 || x > score[best]+1e-9 || x > score[best]-1e-9 && f < best {
			best = f
		}
	}
	return best
}

// together are the unknown facts that a calculation takes besides f: without
// them nothing can be worked out of it.
func (w *writer) together(f int, list []pending) []int {
	var out []int
	for i := range w.b.Calculations {
		var takes []int
		for _, t := range w.b.Calculations[i].Takes {
			takes = append(takes, w.b.Roots(t.Fact)...)
		}
		if !slices.Contains(takes, f) {
			continue
		}
		for _, x := range takes {
			open := slices.ContainsFunc(list, func(p pending) bool {
				return slices.Contains(p.need, x) &&
					slices.Contains(p.need, f)
			})
			if x != f && open && !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	slices.Sort(out)
	return out
}

func (w *writer) lead(f int, together []int) Lead {
	x := &w.b.Facts[f]
	l := Lead{Fact: x.ID, Label: x.Label.In(w.lang), HowToFind: w.text(w.b.Questions[x.Of].How, -1),
		Decides: []string{}, Together: []string{}}
	for _, t := range together {
		l.Together = append(l.Together, w.b.Facts[t].Label.In(w.lang))
	}
	return l
}
