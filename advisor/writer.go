package advisor

import (
	"slices"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// A report is written in one go, from one replay of the answers, in one
// language. [Session.Report] below is its table of contents; what each part
// needs stands in a file of its own:
//
//	steps.go   what to do and by when: steps, deadlines
//	worked.go  the numbers with their working
//	why.go     because of which answers, and what other answer would turn it
//	first.go   where the person stands and what comes first
//	cite.go    articles as of the day that matters
//	scope.go   what is said in full
//	reply.go   what is said to the asks
//	findout.go what is worth finding out
//	fill.go    texts with what stands in braces filled in

// SchemaID names the form of the JSON report.
const SchemaID = "wangdai.report/2"

// mostMyths is how many myths a report corrects.
const mostMyths = 4

// writer puts a replayed state into words of one language.
type writer struct {
	b     *Base
	st    *State
	today fact.Date
	lang  Lang
}

func (s *Session) writer(st *State) *writer { return &writer{s.base, st, s.today, s.lang} }

// day is the day that picks the law's version: that of fact on, else today.
func (w *writer) day(on int) fact.Date {
	if on >= 0 && w.st.Values[on].State == fact.Known {
		return w.st.Values[on].Date()
	}
	return w.today
}

// An Extent is how much of what holds a report says in full.
type Extent uint8

// The extents.
const (
	Linked Extent = iota // what was asked, dangers and deadlines; without asks what is important
	Full                 // everything that holds
)

// Report writes down what follows from what was said so far: the answers to
// the asks, and in full what belongs to them. What was not asked yet is open,
// and only counted. With Full everything that holds is said in full.
func (s *Session) Report(extent ...Extent) *Report {
	w := s.writer(s.State())
	x := s.scope(w, slices.Contains(extent, Full))
	r := w.head()
	r.Code = s.Code()
	r.Asked = w.replies(x)
	decided := map[int][]int{}
	for _, i := range x.shown {
		decided[i] = w.decided(w.b.Findings[i].When)
	}
	turns := s.turns(x.shown, decided)
	for _, i := range x.shown {
		r.Findings = append(r.Findings, w.conclusion(i, decided[i], turns[i]))
	}
	r.Also = w.also(x)
	r.FindOut = s.findOut(w, x)
	r.Left = w.st.Left
	r.Deadlines = w.deadlines(x.shown)
	r.Steps = w.steps(x)
	r.Calculations = w.calculations(x)
	r.Evidence = w.notes(x.shown, func(f *Finding) []string { return f.Evidence }, w.b.EvidenceNote)
	r.Avoid = w.notes(x.shown, func(f *Finding) []string { return f.Avoid }, w.b.AvoidNote)
	r.Myths = w.myths(x)
	r.Drafts = w.drafts(x)
	r.Lawyer = w.lawyer(x)
	r.NotCovered = w.limits()
	r.Authorities = w.authorities(x, r)
	r.Situation = w.situation(x, r)
	r.First = w.first(r)
	r.Terms = w.terms(r)
	r.Digest = r.Sum()
	return r
}

// head is a report with what every one has.
func (w *writer) head() *Report {
	b, st := w.b, w.st
	r := &Report{
		Schema: SchemaID, AsOf: w.today.String(), LawAs: b.LawAsOf.String(), Lang: w.lang,
		Stale:      b.Stale(w.today),
		Answers:    []Answered{},
		Findings:   []Conclusion{},
		Disclaimer: w.text(b.Disclaimer, -1),
	}
	if f, i := b.Role(); f != nil && st.Values[i].State == fact.Known {
		r.Branch = f.Options[st.Values[i].N].ID
		r.Title = f.Options[st.Values[i].N].Text.In(w.lang)
	}
	for _, q := range st.Asked {
		if st.Values[b.Questions[q].Fact].State == fact.Open {
			continue // not asked yet: nobody's answer
		}
		r.Answers = append(r.Answers, w.answered(&b.Questions[q]))
	}
	return r
}

// held are the findings that hold, weightiest first.
func (w *writer) held() []int {
	var out []int
	for i, t := range w.st.Truth {
		if t == cond.True {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, c int) int {
		x, y := &w.b.Findings[a], &w.b.Findings[c]
		if x.Urgency != y.Urgency {
			return int(y.Urgency) - int(x.Urgency)
		}
		// What is there for everyone tells the least about this person.
		return boolInt(x.Always) - boolInt(y.Always)
	})
	return out
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (w *writer) answered(q *Question) Answered {
	f, v := &w.b.Facts[q.Fact], w.st.Values[q.Fact]
	return Answered{Fact: f.ID, Question: w.text(q.Title, -1), Value: w.b.Raw(q.Fact, v),
		Label: w.b.FormatValue(q.Fact, v, w.lang)}
}

func (w *writer) conclusion(i int, decided []int, turns []Turn) Conclusion {
	f := &w.b.Findings[i]
	c := Conclusion{ID: f.ID, Rules: f.Rules, Urgency: f.Urgency, Certainty: f.Certainty,
		Title: w.title(f), Text: w.text(f.Text, f.LawOn),
		Because: w.because(decided), WouldChange: turns, Citations: w.cites(f.Cites, f.LawOn)}
	if c.WouldChange == nil {
		c.WouldChange = []Turn{}
	}
	if c.Rules == nil {
		c.Rules = []string{}
	}
	return c
}

func (w *writer) notes(held []int, ids func(*Finding) []string, find func(string) *Note) []string {
	out := []string{}
	for _, i := range held {
		f := &w.b.Findings[i]
		for _, id := range ids(f) {
			n := find(id)
			if n == nil {
				continue
			}
			if !n.When.Holds(w.st.Values) {
				continue
			}
			if s := w.text(n.Text, f.LawOn); !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

// myths are the mistakes that what is said calls for.
func (w *writer) myths(x *scope) []Corrected {
	out := []Corrected{}
	for i := range w.b.Myths {
		m := &w.b.Myths[i]
		if !m.When.Holds(w.st.Values) || len(out) == mostMyths || !x.calledFor(w.b, m) {
			continue
		}
		out = append(out, Corrected{w.text(m.Myth, -1), w.text(m.Truth, -1), w.cites(m.Cites, -1)})
	}
	return out
}

// drafts are the letters that the steps of answers and findings name, or a
// finding offers. A letter is not offered where its step is blocked.
func (w *writer) drafts(x *scope) []DraftRef {
	out := []DraftRef{}
	seen := map[string]bool{"": true}
	add := func(id string) {
		d := w.b.Draft(id)
		if seen[id] || d == nil {
			return
		}
		seen[id] = true
		if d.When.Holds(w.st.Values) {
			out = append(out, DraftRef{d.ID, w.text(d.Title, -1), w.text(d.Notes, -1)})
		}
	}
	of := func(steps []Step) {
		for k := range steps {
			if st := w.b.Shared(&steps[k]); st.When.Holds(w.st.Values) {
				add(st.Draft)
			}
		}
	}
	for _, g := range x.given {
		of(g.answer.Steps)
	}
	for _, i := range x.lettered() {
		f := &w.b.Findings[i]
		of(f.Steps)
		for _, id := range f.Drafts {
			add(id)
		}
	}
	return out
}

// lawyer is graded by everything that holds, said in full or not; the reasons
// of what was asked come first.
func (w *writer) lawyer(x *scope) Lawyer {
	type advice struct {
		*Advice
		on int
	}
	var all []advice
	for _, g := range x.given {
		if a := g.answer.Lawyer; a != nil {
			all = append(all, advice{a, g.answer.LawOn})
		}
	}
	for _, i := range slices.Concat(x.shown, x.rest) {
		if f := &w.b.Findings[i]; f.Lawyer != nil {
			all = append(all, advice{f.Lawyer, f.LawOn})
		}
	}
	best := Advisable
	l := Lawyer{Reasons: []string{}, How: []string{}}
	for _, a := range all {
		best = max(best, a.Grade)
	}
	for _, a := range all {
		if a.Grade != best {
			continue
		}
		if s := w.text(a.Reason, a.on); s != "" && !slices.Contains(l.Reasons, s) {
			l.Reasons = append(l.Reasons, s)
		}
	}
	l.Urgency = best
	for _, t := range w.b.LawyerHow {
		l.How = append(l.How, w.text(t, -1))
	}
	return l
}

func (w *writer) limits() []string {
	out := []string{}
	for i := range w.b.Limits {
		l := &w.b.Limits[i]
		if l.When.Holds(w.st.Values) {
			out = append(out, w.text(l.Text, -1))
		}
	}
	return out
}

// authorities are those that a finding, a step or a text of the report names.
func (w *writer) authorities(x *scope, r *Report) []Contact {
	out := []Contact{}
	seen := map[string]bool{}
	add := func(id string) {
		a := w.b.Authority(id)
		if a == nil || seen[id] {
			return
		}
		seen[id] = true
		out = append(out, Contact{ID: a.ID, Urgent: a.Urgent, Number: a.Number, Name: w.text(a.Name, -1),
			For: w.text(a.For, -1), NotFor: w.text(a.NotFor, -1), Bring: w.text(a.Bring, -1)})
	}
	named := func(t Text) {
		for name := range placeholders(t.ZH) {
			if id, ok := strings.CutPrefix(name, "@"); ok {
				add(id)
			}
		}
	}
	for _, s := range r.Steps {
		for _, id := range s.Authority {
			add(id)
		}
	}
	for _, g := range x.given {
		named(g.answer.Text)
	}
	for _, i := range x.shown {
		f := &w.b.Findings[i]
		for _, id := range f.Authorities {
			add(id)
		}
		named(f.Text)
		for k := range f.Steps {
			named(f.Steps[k].Text)
		}
	}
	for _, t := range w.b.LawyerHow {
		named(t)
	}
	return out
}

// terms explains the terms that the report's conclusions use.
func (w *writer) terms(r *Report) []Explained {
	var all strings.Builder
	for _, c := range r.Findings {
		all.WriteString(c.Title + c.Text)
	}
	for _, a := range r.Asked {
		all.WriteString(a.Text)
	}
	text := strings.ToLower(all.String())
	out := []Explained{}
	for i := range w.b.Terms {
		t := &w.b.Terms[i]
		word, _, _ := strings.Cut(strings.NewReplacer("（", "(").Replace(t.Term.In(w.lang)), "(")
		if word = strings.TrimSpace(word); word != "" && strings.Contains(text, strings.ToLower(word)) {
			out = append(out, Explained{t.Term.In(w.lang), w.text(t.Text, -1)})
		}
	}
	return out
}
