package load

import (
	"errors"
	"path"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

var yearMark = lazy.Regexp(`@\d{4}$`)

// cases makes the cases. Whether they come out as expected is for the proof;
// here only what they name must exist.
func (l *loader) cases() {
	ready := !Faulty(l.problems)
	for i := range l.f.Cases {
		r := &l.f.Cases[i]
		c := advisor.Case{Name: joined(r.Name.V), Vignettes: texts(r.Vignettes), From: r.From.V,
			Today: l.day(r.Today, false), Pos: r.At.pos()}
		if r.Rest.there() {
			l.one(r.Rest, "unknown")
			c.Rest = true
		}
		// With questions broken, every answer would be an echo.
		if ready {
			c.Answers = l.answers(r, c.Today)
			l.caseFolder(r, c.Answers)
		}
		for k := range r.Asks {
			if x, ok := l.caseAsk(&r.Asks[k]); ok {
				c.Asks = append(c.Asks, x)
			}
		}
		c.Expect = l.expect(r)
		for k := range r.Points {
			c.Points = append(c.Points, l.point(&r.Points[k]))
		}
		l.b.Cases = append(l.b.Cases, c)
	}
}

// caseFolder checks that a case lies in the folder of its role, where one looks
// for it. Cases beside the folders may be anybody's.
func (l *loader) caseFolder(r *rawCase, a advisor.Answers) {
	f, _ := l.b.Role()
	folder := path.Base(path.Dir(r.At.src.name))
	if f == nil || folder == "cases" {
		return
	}
	role := "unknown"
	if v := a[f.ID]; v.State == fact.Known {
		role = f.Options[v.N].ID
	}
	if folder != role {
		name := path.Base(r.At.src.name)
		l.bad(r.At, words.Load.OtherRole(role, folder, name))
	}
}

// answers decodes a case's answers with the same code that reads a person's.
func (l *loader) answers(r *rawCase, today fact.Date) advisor.Answers {
	a, errs := l.b.DecodeAnswers(r.Answers.Raw, today)
	for _, err := range errs {
		var in *advisor.InputError
		if !errors.As(err, &in) {
			l.bad(r.At, words.Load.UnreadableAnswer(err.Error()))
			continue
		}
		p, ok := r.Answers.Where[in.Question]
		if !ok {
			p = r.At
		}
		l.bad(p, words.Load.InAnswer(in.Question, words.Pair(in.What), words.Pair(in.Fix)))
	}
	return a
}

// caseAsk finds the answer that begins with the words of a case.
func (l *loader) caseAsk(r *caseAsk) (advisor.CaseAsk, bool) {
	x := advisor.CaseAsk{Answer: -1}
	if !l.known("ask", r.Ask) {
		return x, false
	}
	x.Ask = slices.IndexFunc(l.b.Asks, func(a advisor.Ask) bool { return a.ID == r.Ask.V })
	if x.Ask < 0 {
		return x, false // told where the ask stands
	}
	begin, n := strings.TrimSpace(r.Answer.V), 0
	for k := range l.b.Asks[x.Ask].Answers {
		if begin != "" && strings.HasPrefix(l.b.Asks[x.Ask].Answers[k].Text.ZH, begin) {
			x.Answer, n = k, n+1
		}
	}
	switch {
	case n == 0:
		l.bad(r.Answer.at, words.Load.NoAnswerBegins(r.Ask.V))
	case n > 1:
		l.bad(r.Answer.at, words.Load.SeveralBegin(r.Ask.V))
	}
	return x, n == 1
}

func (l *loader) expect(r *rawCase) advisor.Expect {
	e := &r.Expect
	finding := func(ws []word) []string {
		for _, w := range ws {
			l.known("finding", w)
		}
		return texts(ws)
	}
	x := advisor.Expect{Findings: finding(e.Findings), Open: finding(e.Open), Not: finding(e.Not),
		Cites: texts(e.Cites), Says: texts(e.Says),
		Never: append(texts(e.Never), texts(r.Never)...), Lawyer: e.Lawyer.V,
		Numbers: values(e.Numbers), Deadlines: values(e.Deadlines), Drafts: values(e.Drafts)}
	if e.Lawyer.there() {
		l.one(e.Lawyer, advisor.Grades()...)
	}
	for _, w := range e.Cites {
		l.reference(w)
	}
	// A case tries the rest; what only a case names is used by nothing.
	l.silently(func() {
		for _, p := range append(append(pairs{}, e.Numbers...), e.Deadlines...) {
			l.fact(p.Key)
		}
		for _, p := range e.Drafts {
			l.known("draft", p.Key)
		}
	})
	return x
}

// reference checks a citation of a case: an older number is written with its
// year (minjian-jiedai-26@2018) and is not looked up.
func (l *loader) reference(w word) {
	if yearMark().MatchString(w.V) {
		if s := yearMark().ReplaceAllString(w.V, ""); !l.namesLaw(s) {
			w.V = lawPart(s)
			l.known("law", w)
		}
		return
	}
	l.silently(func() { l.cite(w.at, w.V, false) })
}

// namesLaw reports whether a citation begins with the id of a law.
func (l *loader) namesLaw(s string) bool {
	for !l.has("law", s) {
		i := strings.LastIndexByte(s, '-')
		if i < 0 {
			return false
		}
		s = s[:i]
	}
	return true
}

func values(p pairs) map[string]string {
	if len(p) == 0 {
		return nil
	}
	m := make(map[string]string, len(p))
	for _, x := range p {
		m[x.Key.V] = x.Value.V
	}
	return m
}

func (l *loader) point(r *rawPoint) advisor.Point {
	switch {
	case len(r.By) == 0 && len(r.First) == 0 && !r.Gap.there():
		l.bad(r.At, words.Load.PointUnmade())
	case len(r.By)+len(r.First) > 0 && r.Gap.there():
		l.bad(r.Gap.at, words.Load.PointMadeAndGap())
	}
	for _, w := range r.By {
		if l.has("finding", w.V) {
			continue
		}
		if l.namesLaw(yearMark().ReplaceAllString(w.V, "")) {
			l.reference(w)
			continue
		}
		near := nearest(w.V, l.ids("finding"))
		l.bad(w.at, words.Load.NoFindingOrArticle(w.V, near))
	}
	return advisor.Point{Say: joined(r.Say.V), By: texts(r.By), First: texts(r.First), Gap: strings.TrimSpace(r.Gap.V)}
}

// unused warns of what nothing uses.
func (l *loader) unused() {
	for _, kind := range []string{"fact", "article", "authority", "number", "step", "evidence", "avoid",
		"draft", "group"} {
		for _, id := range l.ids(kind) {
			if l.used[kind+"/"+id] || kind == "fact" && l.spare(id) || kind == "number" &&
				calc.UnitOf(id) != calc.NoUnit {
				continue
			}
			n := words.Noun(kind)
			l.warn(l.seen[kind+"/"+id], words.Load.Unused(n, id))
		}
	}
}

// spare reports whether a fact may go unused: a deadline's state, and the
// further results of a calculation of which one is used.
func (l *loader) spare(id string) bool {
	n, ok := l.names[id]
	if !ok {
		return true
	}
	f := &l.b.Facts[n.Index]
	switch f.Origin {
	case advisor.DeadlineState:
		return true
	case advisor.DeadlineDate:
		return l.used["fact/"+id+"_state"]
	case advisor.Calculated:
		for _, g := range l.b.Calculations[f.Of].Gives {
			if l.used["fact/"+l.b.Facts[g.Fact].ID] {
				return true
			}
		}
	}
	return false
}
