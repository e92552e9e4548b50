package advisor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// firstWeek is how many steps a person is given for the first week; more is
// more than anyone in trouble can do.
const firstWeek = 7

// Steps are everything to do, without the rest of the report.
func (s *Session) Steps() []ToDo {
	w := s.writer(s.State())
	return w.steps(s.scope(w, true))
}

// A todo is a step with what it is sorted by.
type todo struct {
	ToDo
	rank rank
	day  int // from today
}

// A rank is what a step is for: the first come first.
type rank uint8

const (
	forSafety rank = iota
	forAsks
	forDeadlines
	forTheRest
)

// noDay is the day of steps that have none: they come last.
const noDay = 1 << 20

// steps are what to do: what serves safety, what answers an ask, what keeps a
// deadline, the rest; soonest first.
func (w *writer) steps(x *scope) []ToDo {
	var list []todo
	seen := map[string]bool{}
	add := func(steps []Step, by rank, from ToDo, on int) {
		for k := range steps {
			st := w.b.Shared(&steps[k])
			if !st.When.Holds(w.st.Values) {
				continue
			}
			if t := w.todo(st, from, on); !seen[t.Text] {
				seen[t.Text], t.rank = true, by
				list = append(list, t)
			}
		}
	}
	for _, i := range x.shown {
		if f := &w.b.Findings[i]; f.Urgency == Danger {
			add(f.Steps, forSafety, ToDo{Finding: f.ID}, f.LawOn)
		}
	}
	for _, g := range x.given {
		add(g.answer.Steps, forAsks, ToDo{Ask: g.ask.ID}, g.answer.LawOn)
	}
	for _, i := range x.shown {
		f := &w.b.Findings[i]
		by := forTheRest
		switch {
		case x.carries(i):
			by = forAsks
		case f.Urgency == HasDeadline:
			by = forDeadlines
		}
		add(f.Steps, by, ToDo{Finding: f.ID}, f.LawOn)
	}
	slices.SortStableFunc(list, func(a, c todo) int { return cmp.Or(int(a.rank)-int(c.rank), a.day-c.day) })
	out := []ToDo{}
	for i, t := range list {
		t.FirstWeek = i < firstWeek && t.day <= 7
		out = append(out, t.ToDo)
	}
	return out
}

// todo is a step in words; from says what asks for it, on picks the law.
func (w *writer) todo(st *Step, from ToDo, on int) todo {
	x := todo{ToDo: from, day: noDay}
	x.Text, x.Authority = w.text(st.Text, on), append([]string{}, st.With...)
	if d := w.b.Draft(st.Draft); d != nil && d.When.Holds(w.st.Values) {
		x.Draft = d.ID
	}
	w.by(&x, st)
	return x
}

// by sets the day a step is due by.
func (w *writer) by(x *todo, st *Step) {
	t := words.EngineIn(string(w.lang))
	switch {
	case st.ByDate >= 0:
		v := w.st.Values[st.ByDate]
		if v.State != fact.Known {
			return
		}
		x.By, x.day, x.Fixed = v.Date().String(), int(v.Date()-w.today), true
		x.ByText = fmt.Sprintf(t.By, v.Date().In(w.lang))
		if x.day < 0 {
			// What is late comes after what is still in time today.
			x.day, x.ByText = 1, fmt.Sprintf(t.Was, v.Date().In(w.lang))
		}
	case st.ByDays == 0:
		x.day, x.By, x.ByText = 0, w.today.String(), t.Today
	case st.ByDays > 0:
		x.day, x.By = st.ByDays, (w.today + fact.Date(st.ByDays)).String()
		x.ByText = fmt.Sprintf(t.Within, st.ByDays)
	}
}

func (w *writer) deadlines(held []int) []Due {
	out := []Due{}
	seen := map[int]bool{}
	add := func(i int) {
		d := &w.b.Deadlines[i]
		if seen[i] || len(d.Basis) == 0 || w.st.Values[d.Fact].State != fact.Known {
			return // a day that no law sets is no deadline
		}
		seen[i] = true
		out = append(out, w.due(i))
	}
	for _, i := range held {
		for _, d := range w.b.Findings[i].Deadlines {
			add(d)
		}
	}
	slices.SortStableFunc(out, func(a, c Due) int {
		if a.State != c.State {
			return boolInt(a.State == PassedDeadline) - boolInt(c.State == PassedDeadline)
		}
		return strings.Compare(a.Date, c.Date)
	})
	return out
}

func (w *writer) due(i int) Due {
	d := &w.b.Deadlines[i]
	k := w.st.counted[i]
	t := words.EngineIn(string(w.lang))
	from := &w.b.Facts[d.From]
	period := NumberValue{N: int64(d.N), Period: true, Unit: d.Unit}
	counted := fmt.Sprintf(t.Counted, from.Label.In(w.lang), w.st.Values[d.From].Date().In(w.lang),
		period.In(w.lang), k.Raw.In(w.lang))
	if d.N == 0 { // nothing is counted
		counted = fmt.Sprintf(t.OnTheDay, from.Label.In(w.lang), w.st.Values[d.From].Date().In(w.lang))
	}
	if k.Date != k.Raw {
		counted += fmt.Sprintf(t.Rolled, k.Date.In(w.lang))
	}
	if !k.Covered {
		counted += t.NoCalendar
	}
	var basis []string
	for _, c := range d.Basis {
		basis = append(basis, w.b.CiteName(c, w.today, w.lang))
	}
	due := Due{ID: w.b.Facts[d.Fact].ID, Date: k.Date.String(), Text: d.Label.In(w.lang),
		Basis:   strings.Join(basis, t.Comma),
		Counted: counted, State: OpenDeadline, Days: int(k.Date - w.today), After: w.text(d.After, -1)}
	if k.Date < w.today {
		due.State = PassedDeadline
	}
	return due
}
