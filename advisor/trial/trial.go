// Package trial runs the cases that a lawyer writes beside the law: does each
// lead where its author says, and what do all of them together reach.
package trial

import (
	"maps"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/paper"
	"wangdai/advisor/words"
)

// Run runs a case and says what does not come out as expected. An empty list
// is a case that holds.
func Run(b *advisor.Base, c *advisor.Case) []fact.Text {
	s := advisor.NewSession(b, advisor.Options{Today: c.Today, Lang: fact.ZH, Rest: c.Rest})
	s.Load(c.Answers)
	t := &trial{b: b, c: c, s: s}
	t.choose()
	t.st, t.r = s.State(), s.Report(advisor.Full)
	t.refs = refsOf(t.r)
	t.answers()
	t.asks()
	t.findings(c.Expect.Findings, words.Trial.Hold(), func(x cond.Truth) bool { return x == cond.True })
	t.findings(c.Expect.Open, words.Trial.BeOpen(), func(x cond.Truth) bool { return x == cond.Maybe })
	t.findings(c.Expect.Not, words.Trial.NotHold(), func(x cond.Truth) bool { return x != cond.True })
	t.cites()
	t.values(c.Expect.Numbers)
	t.values(c.Expect.Deadlines)
	t.drafts()
	t.words()
	t.lawyer()
	t.points()
	return t.out
}

// A trial is one case being run.
type trial struct {
	b    *advisor.Base
	c    *advisor.Case
	s    *advisor.Session
	st   *advisor.State
	r    *advisor.Report
	refs []string // everything the report cites
	out  []fact.Text
}

func (t *trial) bad(what words.Pair) { t.out = append(t.out, fact.Text(what)) }

// choose takes up what the person wants to know.
func (t *trial) choose() {
	for _, x := range t.c.Asks {
		if err := t.s.Choose(t.b.Asks[x.Ask].ID); err != nil {
			n, _ := fact.NoticeIn(err)
			t.bad(words.Pair(n.What))
		}
	}
}

// asks: each is answered as the case says.
func (t *trial) asks() {
	for _, i := range t.s.Fallen() {
		id := t.b.Asks[i].ID
		t.bad(words.Trial.NotTheirAsk(id))
	}
	for _, x := range t.c.Asks {
		a := &t.b.Asks[x.Ask]
		if !slices.Contains(t.s.Asks(), x.Ask) || slices.Contains(t.s.Fallen(), x.Ask) {
			continue // told above
		}
		got := t.s.Outcome(x.Ask)
		if got == x.Answer {
			continue
		}
		is := fact.Text(words.Trial.NoAnswer())
		if got >= 0 {
			is = opening(a.Answers[got].Text)
		}
		want := opening(a.Answers[x.Answer].Text)
		t.bad(words.Trial.AnsweredOtherwise(a.ID, words.Pair(want), words.Pair(is)))
	}
}

// opening is the first words of an answer, to know it by.
func opening(x advisor.Text) advisor.Text {
	const zh, en = 16, 40
	cut := func(s string, n int) string {
		if r := []rune(s); len(r) > n {
			return string(r[:n]) + "…"
		}
		return s
	}
	return advisor.Text{ZH: cut(x.ZH, zh), EN: cut(x.EN, en)}
}

// answers: a case answers what is asked on its path, and nothing else.
func (t *trial) answers() {
	for _, id := range t.st.Unused {
		t.bad(words.Trial.NotAskedHere(id))
	}
	if t.c.Rest {
		return
	}
	said := t.s.Answers() // with what the asks open
	for _, q := range t.st.Asked {
		if id := t.b.Asked(q).ID; said[id].State == fact.NotAsked {
			t.bad(words.Trial.Unanswered(id))
		}
	}
}

// truth is how a finding stands; false where there is none of that id.
func (t *trial) truth(id string) (cond.Truth, bool) {
	i := slices.IndexFunc(t.b.Findings, func(f advisor.Finding) bool { return f.ID == id })
	if i < 0 {
		return cond.Maybe, false
	}
	return t.st.Truth[i], true
}

func said(x cond.Truth) words.Pair {
	switch x {
	case cond.True:
		return words.Trial.Holds()
	case cond.False:
		return words.Trial.DoesNotHold()
	}
	return words.Trial.IsOpen()
}

func (t *trial) findings(ids []string, should words.Pair, ok func(cond.Truth) bool) {
	for _, id := range ids {
		switch x, known := t.truth(id); {
		case !known:
			t.bad(words.Trial.NoFinding(id))
		case !ok(x):
			t.bad(words.Trial.StandsOtherwise(id, should, said(x)))
		}
	}
}

func (t *trial) cites() {
	for _, ref := range t.c.Expect.Cites {
		if !cited(t.refs, ref) {
			t.bad(words.Trial.DoesNotCite(ref))
		}
	}
}

// values: numbers as a person reads them, dates as they are written.
func (t *trial) values(want map[string]string) {
	for _, id := range slices.Sorted(maps.Keys(want)) {
		f, i := t.b.Fact(id)
		if f == nil {
			t.bad(words.Trial.NoFact(id))
			continue
		}
		got := t.b.FormatValue(i, t.st.Values[i], fact.ZH)
		if f.Kind == fact.Day && t.st.Values[i].State == fact.Known {
			got = t.st.Values[i].Date().String()
		}
		if got != want[id] {
			t.bad(words.Trial.ValueDiffers(id, want[id], got))
		}
	}
}

func (t *trial) drafts() {
	for _, id := range slices.Sorted(maps.Keys(t.c.Expect.Drafts)) {
		l, err := t.s.Draft(id)
		want := t.c.Expect.Drafts[id]
		switch {
		case err != nil:
			t.bad(words.Trial.NoLetter(id, err.Error()))
		case !strings.Contains(l.Title+"\n"+strings.Join(l.Paragraphs, "\n"), want):
			t.bad(words.Trial.LetterLacks(id, want))
		}
	}
}

func (t *trial) words() {
	text := prose(t.r)
	for _, w := range t.c.Expect.Says {
		if !strings.Contains(text, w) {
			t.bad(words.Trial.ReportLacks(w))
		}
	}
	for _, w := range t.c.Expect.Never {
		if strings.Contains(text, w) {
			t.bad(words.Trial.ReportHas(w))
		}
	}
}

func (t *trial) lawyer() {
	if want, got := t.c.Expect.Lawyer, t.r.Lawyer.Urgency.String(); want != "" && want != got {
		t.bad(words.Trial.LawyerDiffers(want, got))
	}
}

// points: each is made by a finding that holds or by an article, and stands on
// page one where the case says so.
func (t *trial) points() {
	var one string
	for _, p := range t.c.Points {
		if p.Gap != "" {
			continue
		}
		if len(p.First) > 0 && one == "" {
			one = pageOne(t.s)
		}
		for _, w := range p.First {
			if !strings.Contains(one, w) {
				t.bad(words.Trial.NotOnPageOne(p.Say, w))
			}
		}
		if len(p.By) > 0 && !slices.ContainsFunc(p.By, func(by string) bool {
			x, known := t.truth(by)
			return known && x == cond.True || cited(t.refs, by)
		}) {
			t.bad(words.Trial.NotMade(p.Say, p.By))
		}
	}
}

// pageOne is everything that stands on page one.
func pageOne(s *advisor.Session) string {
	p := paper.OfReport(s.Report())
	p.Blocks = p.Part(paper.One)
	var b strings.Builder
	p.EachText(func(s string) { b.WriteString(s + "\n") })
	return b.String()
}

// refsOf are all citations of the report.
func refsOf(r *advisor.Report) []string {
	var out []string
	for _, c := range r.Findings {
		for _, x := range c.Citations {
			out = append(out, x.Ref)
		}
	}
	for _, m := range r.Myths {
		for _, x := range m.Citations {
			out = append(out, x.Ref)
		}
	}
	return out
}

// cited reports whether ref is among refs; an article counts as cited when one
// of its paragraphs is.
func cited(refs []string, ref string) bool {
	ref = strings.TrimSuffix(ref, "-whole")
	return slices.ContainsFunc(refs, func(r string) bool {
		return r == ref || strings.HasPrefix(r, ref+"-k") || strings.HasPrefix(r, ref+"-x") ||
			strings.HasPrefix(r, ref+"@")
	})
}

// prose is everything the report says, but for the person's own answers.
func prose(r *advisor.Report) string {
	var b strings.Builder
	add := func(ss ...string) {
		for _, s := range ss {
			b.WriteString(s)
			b.WriteByte('\n')
		}
	}
	add(r.Situation...)
	for _, c := range r.Findings {
		add(c.Title, c.Text)
		for _, t := range c.WouldChange {
			add(t.Label, t.Effect)
		}
		for _, x := range c.Citations {
			add(x.Title, x.Article, x.Gist, x.Quote)
		}
	}
	for _, s := range r.Steps {
		add(s.Text, s.ByText)
	}
	for _, d := range r.Deadlines {
		add(d.Text, d.Counted, d.After)
	}
	for _, c := range r.Calculations {
		add(c.Label, c.Formula, c.Result)
	}
	add(r.Evidence...)
	add(r.Avoid...)
	for _, m := range r.Myths {
		add(m.Myth, m.Truth)
	}
	for _, d := range r.Drafts {
		add(d.Title, d.Use)
	}
	for _, l := range r.FindOut {
		add(l.Label, l.HowToFind)
		add(l.Decides...)
	}
	add(r.Lawyer.Reasons...)
	add(r.Lawyer.How...)
	add(r.NotCovered...)
	add(r.Disclaimer)
	return b.String()
}
