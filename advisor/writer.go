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
//	fill.go    texts with what stands in braces filled in

// SchemaID names the form of the JSON report.
const SchemaID = "wangdai.report/1"

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

// Report writes down what follows from the answers given so far; what was not
// answered yet counts as unknown.
func (s *Session) Report() *Report {
	w := s.writer(s.State())
	b, st := s.base, w.st
	r := &Report{
		Schema: SchemaID, AsOf: s.today.String(), LawAs: b.LawAsOf.String(), Lang: s.lang,
		Stale:        b.Stale(s.today),
		Code:         s.Code(),
		Answers:      []Answered{},
		Findings:     []Conclusion{},
		Depends:      []Conclusion{},
		Calculations: []Worked{},
		Myths:        []Corrected{},
		Terms:        []Explained{},
		Disclaimer:   w.text(b.Disclaimer, -1),
	}
	if f, i := b.Role(); f != nil && st.Values[i].State == fact.Known {
		r.Branch = f.Options[st.Values[i].N].ID
		r.Title = f.Options[st.Values[i].N].Text.In(s.lang)
	}
	for _, q := range st.Asked {
		if st.Values[b.Questions[q].Fact].State == fact.Open {
			continue // not asked yet: nobody's answer
		}
		r.Answers = append(r.Answers, w.answered(&b.Questions[q]))
	}
	held := w.held()
	decided := map[int][]int{}
	for _, i := range held {
		decided[i] = w.decided(b.Findings[i].When)
	}
	turns := s.turns(held, decided)
	for _, i := range held {
		r.Findings = append(r.Findings, w.conclusion(i, decided[i], turns[i]))
	}
	for i := range b.Findings {
		if st.Hangs(i) {
			r.Depends = append(r.Depends, w.conclusion(i, w.decided(b.Findings[i].When), nil))
		}
	}
	slices.SortStableFunc(r.Depends, func(a, c Conclusion) int { return int(c.Urgency) - int(a.Urgency) })
	r.Deadlines = w.deadlines(held)
	r.Steps = w.steps(held)
	r.Calculations = w.calculations()
	r.Evidence = w.notes(held, func(f *Finding) []string { return f.Evidence }, b.EvidenceNote)
	r.Avoid = w.notes(held, func(f *Finding) []string { return f.Avoid }, b.AvoidNote)
	r.Myths = w.myths()
	r.Drafts = w.drafts(held)
	r.Unknown = w.unknown()
	r.Lawyer = w.lawyer(held)
	r.NotCovered = w.limits()
	r.Authorities = w.authorities(held, r)
	r.Situation = w.situation(r)
	r.First = w.first(r)
	r.Terms = w.terms(r)
	r.Digest = r.Sum()
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
	return Answered{Fact: f.ID, Question: w.text(q.Title, -1), Value: w.b.Raw(q.Fact, v), Label: w.b.FormatValue(q.Fact, v, w.lang)}
}

func (w *writer) conclusion(i int, decided []int, turns []Turn) Conclusion {
	f := &w.b.Findings[i]
	c := Conclusion{ID: f.ID, Rules: f.Rules, Urgency: f.Urgency, Certainty: f.Certainty,
		Title: w.text(f.Title, f.LawOn), Text: w.text(f.Text, f.LawOn),
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

func (w *writer) myths() []Corrected {
	out := []Corrected{}
	for i := range w.b.Myths {
		m := &w.b.Myths[i]
		if !m.When.Holds(w.st.Values) || len(out) == mostMyths {
			continue
		}
		out = append(out, Corrected{w.text(m.Myth, -1), w.text(m.Truth, -1), w.cites(m.Cites, -1)})
	}
	return out
}

func (w *writer) drafts(held []int) []DraftRef {
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
	for _, i := range held {
		f := &w.b.Findings[i]
		for k := range f.Steps {
			st := w.b.Shared(&f.Steps[k])
			// A letter is not offered where its step is blocked.
			if st.When.Holds(w.st.Values) {
				add(st.Draft)
			}
		}
		for _, id := range f.Drafts {
			add(id)
		}
	}
	return out
}

func (w *writer) lawyer(held []int) Lawyer {
	best := Advisable
	l := Lawyer{Reasons: []string{}, How: []string{}}
	for _, i := range held {
		if a := w.b.Findings[i].Lawyer; a != nil {
			best = max(best, a.Grade)
		}
	}
	for _, i := range held {
		f := &w.b.Findings[i]
		if f.Lawyer == nil || f.Lawyer.Grade != best {
			continue
		}
		if s := w.text(f.Lawyer.Reason, f.LawOn); s != "" && !slices.Contains(l.Reasons, s) {
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
func (w *writer) authorities(held []int, r *Report) []Contact {
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
	for _, i := range held {
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
