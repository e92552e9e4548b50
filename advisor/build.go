package advisor

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// SchemaID names the form of the JSON report.
const SchemaID = "wangdai.report/1"

// firstWeek is how many steps a person is given for the first week; more is
// more than anyone in trouble can do.
const firstWeek = 7

// mostMyths is how many myths a report corrects.
const mostMyths = 4

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
	if f, i := b.Fact("role"); f != nil && st.Values[i].State == fact.Known {
		r.Branch = f.Options[st.Values[i].N].ID
		r.Title = f.Options[st.Values[i].N].Text.In(s.lang)
	}
	for _, q := range st.Asked {
		r.Answers = append(r.Answers, w.answered(&b.Questions[q]))
	}
	held := w.held()
	turns := s.turns(held)
	for _, i := range held {
		r.Findings = append(r.Findings, w.conclusion(i, turns[i]))
	}
	for i := range b.Findings {
		if st.Truth[i] == cond.Maybe {
			r.Depends = append(r.Depends, w.conclusion(i, nil))
		}
	}
	slices.SortStableFunc(r.Depends, func(a, c Conclusion) int { return urgencyRank(c.Urgency) - urgencyRank(a.Urgency) })
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
	r.Situation = w.situation(held, r)
	r.First = w.first(held, r)
	r.Terms = w.terms(r)
	r.Digest = r.Sum()
	return r
}

// Sum is the digest of everything in the report but the digest itself.
func (r *Report) Sum() string {
	c := *r
	c.Digest = ""
	data, err := json.Marshal(&c)
	if err != nil {
		return "" // the type holds nothing that JSON refuses
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

var urgencies = [...]string{"normal", "important", "deadline", "danger"}

func urgencyRank(s string) int { return slices.Index(urgencies[:], s) }

// String is the word of the knowledge files.
func (u Urgency) String() string { return urgencies[u] }

var certainties = [...]string{"settled", "usual", "disputed", "proof"}

// String is the word of the knowledge files.
func (c Certainty) String() string { return certainties[c] }

var grades = [...]string{"advisable", "strongly", "at_once"}

// String is the word of the knowledge files.
func (g Grade) String() string { return grades[g] }

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

func (w *writer) conclusion(i int, turns []Turn) Conclusion {
	f := &w.b.Findings[i]
	c := Conclusion{ID: f.ID, Rules: f.Rules, Urgency: f.Urgency.String(), Certainty: f.Certainty.String(),
		Title: w.text(f.Title, f.LawOn), Text: w.text(f.Text, f.LawOn),
		Because: w.because(f.When), WouldChange: turns, Citations: w.cites(f.Cites, f.LawOn)}
	if c.WouldChange == nil {
		c.WouldChange = []Turn{}
	}
	if c.Rules == nil {
		c.Rules = []string{}
	}
	return c
}

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

func (w *writer) cites(cites []Cite, on int) []Citation {
	out := []Citation{}
	for _, c := range cites {
		out = append(out, w.citation(c, on))
	}
	return out
}

func (w *writer) citation(c Cite, on int) Citation {
	if c.On >= 0 {
		on = c.On
	}
	day := w.day(on)
	l, v, a := w.b.Article(c, day)
	out := Citation{Ref: c.String(), Law: c.Law}
	if l == nil {
		return out
	}
	out.Title, out.Short = l.Title.In(w.lang), l.Short.In(w.lang)
	no := c.Article
	if a != nil {
		out.Gist, out.Quote = w.text(a.Gist, -1), a.Quote
		if a.Was != "" {
			no = a.Was
		}
	}
	out.Article = ArticleLabel(no, c.Para, c.Item, w.lang)
	if v == nil {
		return out
	}
	out.Effective, out.Checked, out.Source = v.FromText, dateOrEmpty(v.Checked), v.Source
	out.Status = l.status(v)
	if v.Until != 0 {
		old := c
		old.Article = no
		out.Ref = fmt.Sprintf("%s@%d", old.String(), day.Year())
	}
	return out
}

// status is in_force for law that binds, and the kind of document for what is
// only policy, standard or self-regulation; superseded for an older version.
func (l *Law) status(v *Version) string {
	switch {
	case v.Until != 0:
		return "superseded"
	case l.Kind == "policy" || l.Kind == "standard" || l.Kind == "self_regulation":
		return l.Kind
	}
	return "in_force"
}

func dateOrEmpty(d fact.Date) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// String is law-article[-k2][-x3], as the knowledge files write it.
func (c Cite) String() string {
	s := c.Law
	if c.Article != "whole" {
		s += "-" + c.Article
	}
	if c.Para > 0 {
		s += fmt.Sprintf("-k%d", c.Para)
	}
	if c.Item > 0 {
		s += fmt.Sprintf("-x%d", c.Item)
	}
	return s
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
			return boolInt(a.State == "passed") - boolInt(c.State == "passed")
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
	counted := fmt.Sprintf(t.Counted, from.Label.In(w.lang), w.st.Values[d.From].Date().In(w.lang), NumberValue{N: int64(d.N), Period: true, Unit: d.Unit}.In(w.lang), k.Raw.In(w.lang))
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
		Counted: counted, State: "open", Days: int(k.Date - w.today), After: w.text(d.After, -1)}
	if k.Date < w.today {
		due.State = "passed"
	}
	return due
}

// steps are what to do, soonest first; what serves safety comes before all.
func (w *writer) steps(held []int) []ToDo {
	type todo struct {
		ToDo
		rank, day int
	}
	var list []todo
	seen := map[string]bool{}
	t := words.EngineIn(string(w.lang))
	for _, i := range held {
		f := &w.b.Findings[i]
		for k := range f.Steps {
			st := &f.Steps[k]
			if st.ID != "" && st.Text.IsZero() {
				if shared := w.b.Step(st.ID); shared != nil {
					st = shared
				}
			}
			if cw, _ := st.When.Eval(w.st.Values, nil); cw != cond.True {
				continue
			}
			text := w.text(st.Text, f.LawOn)
			if seen[text] {
				continue
			}
			seen[text] = true
			x := todo{ToDo{Text: text, Finding: f.ID, Authority: append([]string{}, st.With...)}, 1, 1 << 20}
			if f.Urgency == Danger {
				x.rank = 0
			}
			switch {
			case st.ByDate >= 0:
				if v := w.st.Values[st.ByDate]; v.State == fact.Known {
					x.day, x.By = int(v.Date()-w.today), v.Date().String()
					x.ByText = fmt.Sprintf(t.By, v.Date().In(w.lang))
					if x.day < 0 {
						// What is late comes after what is still in time today.
						x.day, x.ByText = 1, fmt.Sprintf(t.Was, v.Date().In(w.lang))
					}
				}
			case st.ByDays == 0:
				x.day, x.By, x.ByText = 0, w.today.String(), t.Today
			case st.ByDays > 0:
				x.day, x.By, x.ByText = st.ByDays, (w.today + fact.Date(st.ByDays)).String(), fmt.Sprintf(t.Within, st.ByDays)
			}
			if d := w.b.Draft(st.Draft); d != nil {
				if dw, _ := d.When.Eval(w.st.Values, nil); dw == cond.True {
					x.Draft = d.ID
				}
			}
			list = append(list, x)
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

func (w *writer) calculations() []Worked {
	out, bearing := []Worked{}, w.bearing()
	for i := range w.b.Calculations {
		c := &w.b.Calculations[i]
		x := Worked{ID: c.Name, Label: c.Label.In(w.lang), Inputs: []Named{}, Results: []Named{}, Formula: w.st.Formula(i).In(w.lang), Rules: c.Rules}
		if x.Rules == nil {
			x.Rules = []string{}
		}
		for _, g := range c.Gives {
			if v := w.st.Values[g.Fact]; v.State == fact.Known {
				f := &w.b.Facts[g.Fact]
				x.Results = append(x.Results, Named{f.ID, f.Label.In(w.lang), w.b.FormatValue(g.Fact, v, w.lang)})
			}
		}
		// Without a working nothing was worked out: the calculation is not for
		// this person (a loan that needs no splitting).
		if len(x.Results) == 0 || x.Formula == "" || !w.bears(c, bearing) {
			continue
		}
		for _, t := range c.Takes {
			if v := w.st.Values[t.Fact]; v.State == fact.Known {
				f := &w.b.Facts[t.Fact]
				x.Inputs = append(x.Inputs, Named{f.ID, f.Label.In(w.lang), w.b.FormatValue(t.Fact, v, w.lang)})
			}
		}
		parts := make([]string, len(x.Results))
		for k, n := range x.Results {
			parts[k] = n.Label + " " + n.Value
		}
		x.Result = strings.Join(parts, words.EngineIn(string(w.lang)).Semicolon)
		out = append(out, x)
	}
	return out
}

// bearing are the facts that conclusions which hold, or may hold, read or name
// in their text. A calculation none of whose results leads to one of them is
// not shown: a bank's loan needs no working of a loan without interest.
func (w *writer) bearing() map[int]bool {
	on := map[int]bool{}
	for i := range w.b.Findings {
		f := &w.b.Findings[i]
		if w.st.Truth[i] == cond.False {
			continue
		}
		for _, x := range f.When.Facts() {
			on[x] = true
		}
		for _, m := range Placeholder.FindAllStringSubmatch(f.Title.ZH+f.Text.ZH, -1) {
			if p := w.b.Place(m[1]); p.Kind == PlaceFact {
				on[p.Fact] = true
			}
		}
	}
	return on
}

// bears reports whether a result of the calculation, or what is derived from
// one, is among the facts.
func (w *writer) bears(c *Calculation, bearing map[int]bool) bool {
	return slices.ContainsFunc(c.Gives, func(g Output) bool {
		for x := range w.b.reached(g.Fact) {
			if bearing[x] {
				return true
			}
		}
		return false
	})
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
			if t, _ := n.When.Eval(w.st.Values, nil); t != cond.True {
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
		if t, _ := m.When.Eval(w.st.Values, nil); t != cond.True || len(out) == mostMyths {
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
		if t, _ := d.When.Eval(w.st.Values, nil); t == cond.True {
			out = append(out, DraftRef{d.ID, w.text(d.Title, -1), w.text(d.Notes, -1)})
		}
	}
	for _, i := range held {
		f := &w.b.Findings[i]
		for k := range f.Steps {
			st := &f.Steps[k]
			if shared := w.b.Step(st.ID); shared != nil && st.Text.IsZero() {
				st = shared
			}
			// A letter is not offered where its step is blocked.
			if t, _ := st.When.Eval(w.st.Values, nil); t == cond.True {
				add(st.Draft)
			}
		}
		for _, id := range f.Drafts {
			add(id)
		}
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
	l.Urgency = best.String()
	for _, t := range w.b.LawyerHow {
		l.How = append(l.How, w.text(t, -1))
	}
	return l
}

func (w *writer) limits() []string {
	out := []string{}
	for i := range w.b.Limits {
		l := &w.b.Limits[i]
		if t, _ := l.When.Eval(w.st.Values, nil); t == cond.True {
			out = append(out, w.text(l.Text, -1))
		}
	}
	return out
}

var authorityRef = Placeholder

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
		out = append(out, Contact{a.ID, a.Number, w.text(a.Name, -1), w.text(a.For, -1), w.text(a.NotFor, -1), w.text(a.Bring, -1)})
	}
	named := func(t Text) {
		for _, m := range authorityRef.FindAllStringSubmatch(t.ZH, -1) {
			if id, ok := strings.CutPrefix(m[1], "@"); ok {
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

// situation says in two or three sentences where the person stands: the
// weightiest conclusions, after who they are.
func (w *writer) situation(held []int, r *Report) []string {
	t := words.EngineIn(string(w.lang))
	out := []string{}
	if r.Title != "" {
		who, _, _ := strings.Cut(r.Title, "：")
		who, _, _ = strings.Cut(who, ":")
		out = append(out, fmt.Sprintf(t.YouAre, who))
	}
	for _, c := range r.Findings {
		if len(out) == 3 {
			break
		}
		out = append(out, stopped(c.Title, t.Stop))
	}
	if len(out) == 0 {
		out = append(out, t.TooLittle)
	}
	return out
}

// stopped is a sentence with its full stop, where it has no mark of its own.
func stopped(s, stop string) string {
	if strings.HasSuffix(s, stop) || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "！") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + stop
}

// soon is how many days ahead a deadline comes before the steps of this week:
// a period that ends in three years is not what to see to first.
const soon = 31

// first is the one thing to do first: what a danger asks for, else the next
// deadline if it is near, else the first step, else what to find out.
func (w *writer) first(held []int, r *Report) *Urgent {
	step := firstStep(r)
	danger := len(r.Findings) > 0 && r.Findings[0].Urgency == "danger"
	if danger && step != nil {
		return step
	}
	for _, d := range r.Deadlines {
		if d.State == "open" && (d.Days <= soon || step == nil || step.Date == "") {
			return &Urgent{Text: d.Text, Date: d.Date, Days: d.Days, Basis: d.Basis + words.EngineIn(string(w.lang)).Colon + d.Counted}
		}
	}
	if step != nil {
		return step
	}
	if len(r.Unknown) > 0 {
		t := words.EngineIn(string(w.lang))
		return &Urgent{Text: fmt.Sprintf(t.FindOut, r.Unknown[0].Label) + t.Colon + r.Unknown[0].HowToFind}
	}
	return nil
}

// firstStep is the first step whose day has not passed, as what to do first.
func firstStep(r *Report) *Urgent {
	today, _ := fact.ISODate(r.AsOf)
	for _, s := range r.Steps {
		if s.By != "" && s.By < r.AsOf {
			continue
		}
		u := &Urgent{Text: s.Text, Date: s.By}
		if d, err := fact.ISODate(s.By); err == nil {
			u.Days = int(d - today)
		}
		return u
	}
	return nil
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
