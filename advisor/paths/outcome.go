package paths

import (
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// An Outcome is all that a set of answers leads to, by name: questions asked,
// findings that hold and that are open, what is shown on a condition of its
// own (steps, notes, myths, limits, letters and their parts), deadlines, and
// the answers that asks come to (ask#1 for the first).
// Two bases that give everyone the same outcomes advise alike.
type Outcome struct {
	Asked, Holds, Open, Shows, Days, Answers []string
}

// A Recorder makes outcomes of one base.
type Recorder struct {
	b     *advisor.Base
	sites []site
	users map[string][]int // findings, by kind and id of what they share
}

// NewRecorder prepares the outcomes of b.
func NewRecorder(b *advisor.Base) *Recorder {
	r := &Recorder{b: b, users: map[string][]int{}}
	for _, s := range sitesOf(b) {
		if s.shown() {
			r.sites = append(r.sites, s)
		}
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		for k := range f.Steps {
			if f.Steps[k].Text.IsZero() {
				r.use("step/"+f.Steps[k].ID, i)
			}
		}
		for _, id := range f.Evidence {
			r.use("evidence/"+id, i)
		}
		for _, id := range f.Avoid {
			r.use("avoid/"+id, i)
		}
	}
	return r
}

func (r *Recorder) use(key string, finding int) { r.users[key] = append(r.users[key], finding) }

// Of is what these answers lead to on that day.
func (r *Recorder) Of(a advisor.Answers, today fact.Date) Outcome {
	return r.of(advisor.Resolve(r.b, a, today))
}

// OfCase is what a case leads to on its day. What its asks open counts only
// for their answers: the same answers lead to the same findings, whatever a
// person wants to know.
func (r *Recorder) OfCase(c *advisor.Case) Outcome {
	o := r.Of(c.Answers, c.Today)
	for _, x := range c.Asks {
		o.Answers = append(o.Answers, r.OfProbe(Probe{c.Answers, x.Ask}, c.Today)...)
	}
	return o
}

// OfProbe is the answer that the ask of a probe comes to, as ask#1, and those
// of its steps that have a condition which holds, as ask#1.2; nothing where the
// ask is not for that person.
func (r *Recorder) OfProbe(p Probe, today fact.Date) []string {
	s := advisor.NewSession(r.b, advisor.Options{Today: today, Rest: true})
	s.Load(p.Answers)
	id := r.b.Asks[p.Ask].ID
	if s.Choose(id) != nil {
		return nil
	}
	k := s.Outcome(p.Ask)
	name := id + "#" + strconv.Itoa(k+1)
	out := []string{name}
	if k < 0 {
		return out
	}
	for n := range r.b.Asks[p.Ask].Answers[k].Steps {
		if x := &r.b.Asks[p.Ask].Answers[k].Steps[n]; x.When != nil && x.When.Holds(s.State().Values) {
			out = append(out, name+"."+strconv.Itoa(n+1))
		}
	}
	return out
}

// A want is an ask of somebody, and the answer it comes to; no answer is -1.
type want struct{ ask, answer int }

func (r *Recorder) of(st *advisor.State) Outcome {
	b := r.b
	var o Outcome
	for _, q := range st.Asked {
		o.Asked = append(o.Asked, b.Asked(q).ID)
	}
	for i := range b.Findings {
		switch st.Truth[i] {
		case cond.True:
			o.Holds = append(o.Holds, b.Findings[i].ID)
		case cond.Maybe:
			o.Open = append(o.Open, b.Findings[i].ID)
		}
	}
	for i := range r.sites {
		if s := &r.sites[i]; r.seen(s, st) && s.e.Holds(st.Values) {
			o.Shows = append(o.Shows, s.id)
		}
	}
	for i := range b.Deadlines {
		d := &b.Deadlines[i]
		if v := st.Values[d.Fact]; v.State == fact.Known {
			o.Days = append(o.Days, b.Facts[d.Fact].ID+"="+v.Date().String())
		}
	}
	return o
}

// seen reports whether these people can come to see what hangs on s.
func (r *Recorder) seen(s *site, st *advisor.State) bool {
	holds := func(i int) bool { return st.Truth[i] == cond.True }
	switch s.role {
	case stepOf:
		return holds(s.i)
	case sharedStep, note:
		return slices.ContainsFunc(r.users[s.key], holds)
	case letterPart:
		return r.b.Drafts[s.i].When.Holds(st.Values)
	}
	return true
}

// differ is the names that stand in one list only; those gone first.
func differ(was, is []string) (gone, come []string) {
	for _, x := range was {
		if !slices.Contains(is, x) {
			gone = append(gone, x)
		}
	}
	for _, x := range is {
		if !slices.Contains(was, x) {
			come = append(come, x)
		}
	}
	return gone, come
}

// A Change is one name that an outcome has lost or gained.
type Change struct {
	Kind string // asked, holds, open, shows, days, asks
	Name string
	Gone bool
	Pos  advisor.Pos // where its condition was written
}

// Compare is what has changed from the recorded outcome was to is.
func (r *Recorder) Compare(was, is Outcome) []Change {
	var out []Change
	add := func(kind string, w, i []string) {
		gone, come := differ(w, i)
		for _, x := range gone {
			out = append(out, Change{kind, x, true, r.pos(kind, x)})
		}
		for _, x := range come {
			out = append(out, Change{kind, x, false, r.pos(kind, x)})
		}
	}
	add("asked", was.Asked, is.Asked)
	add("holds", was.Holds, is.Holds)
	add("open", was.Open, is.Open)
	add("shows", was.Shows, is.Shows)
	add("days", was.Days, is.Days)
	add("asks", was.Answers, is.Answers)
	return out
}

// pos is where the condition of what has that name was written.
func (r *Recorder) pos(kind, name string) advisor.Pos {
	b := r.b
	at := func(x *cond.Expr, entry advisor.Pos) advisor.Pos {
		if p, ok := b.Places[own(x)]; ok {
			return p
		}
		return entry
	}
	switch kind {
	case "asked":
		if q, _ := b.Question(name); q != nil {
			return at(q.When, q.Pos)
		}
	case "days":
		id, _, _ := strings.Cut(name, "=")
		if f, _ := b.Fact(id); f != nil && f.Origin == advisor.DeadlineDate {
			return b.Deadlines[f.Of].Pos
		}
	case "asks":
		id, no, _ := strings.Cut(name, "#")
		if a, _ := b.Ask(id); a != nil {
			no, _, _ = strings.Cut(no, ".")
			if n, err := strconv.Atoi(no); err == nil && n >= 1 && n <= len(a.Answers) {
				return at(a.Answers[n-1].When, a.Answers[n-1].Pos)
			}
			return a.Pos
		}
	case "shows":
		for i := range r.sites {
			if s := &r.sites[i]; s.id == name {
				return at(s.e, s.pos)
			}
		}
	default:
		for i := range b.Findings {
			if f := &b.Findings[i]; f.ID == name {
				return at(f.When, f.Pos)
			}
		}
	}
	return advisor.Pos{}
}
