package advisor

import (
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// firstWeek is how many steps a person is given for the first week; more is
// more than anyone in trouble can do.
const firstWeek = 7

// Steps are what to do, without the rest of the report.
func (s *Session) Steps() []ToDo {
	w := s.writer(s.State())
	return w.steps(w.held())
}

// A todo is a step with what it is sorted by.
type todo struct {
	ToDo
	rank int // 0 where it serves safety
	day  int // from today
}

// noDay is the day of steps that have none: they come last.
const noDay = 1 << 20

// steps are what to do, soonest first; what serves safety comes before all.
func (w *writer) steps(held []int) []ToDo {
	var list []todo
	seen := map[string]bool{}
	for _, i := range held {
		f := &w.b.Findings[i]
		for k := range f.Steps {
			st := w.b.Shared(&f.Steps[k])
			if !st.When.Holds(w.st.Values) {
				continue
			}
			if x := w.todo(f, st); !seen[x.Text] {
				seen[x.Text] = true
				list = append(list, x)
			}
		}
	}
	slices.SortStableFunc(list, func(a, c todo) int {
		if a.rank != c.rank {
			return a.rank - c.rank
		}
		return a.day - c.day
	})
	out := []ToDo{}
	for i, x := range list {
		x.FirstWeek = i < firstWeek && x.day <= 7
		out = append(out, x.ToDo)
	}
	return out
}

func (w *writer) todo(f *Finding, st *Step) todo {
	x := todo{ToDo{Text: w.text(st.Text, f.LawOn), Finding: f.ID, Authority: append([]string{}, st.With...)}, 1, noDay}
	if f.Urgency == Danger {
		x.rank = 0
	}
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
		x.By, x.day = v.Date().String(), int(v.Date()-w.today)
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
		if seen[i] || w.st.Values[d.Fact].State != fact.Known {
			return
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
	due := Due{ID: w.b.Facts[d.Fact].ID, Date: k.Date.String(), Text: d.Label.In(w.lang), Basis: strings.Join(basis, t.Comma),
		Counted: counted, State: OpenDeadline, Days: int(k.Date - w.today), After: w.text(d.After, -1)}
	if k.Date < w.today {
		due.State = PassedDeadline
	}
	return due
}
