// Package trial runs the cases that a lawyer writes beside the law: does each
// lead where its author says, and what do all of them together reach.
package trial

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/paper"
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
	t.findings(c.Expect.Findings, "成立", "hold", func(x cond.Truth) bool { return x == cond.True })
	t.findings(c.Expect.Open, "取决于不清楚的事", "be open", func(x cond.Truth) bool { return x == cond.Maybe })
	t.findings(c.Expect.Not, "不成立", "not hold", func(x cond.Truth) bool { return x != cond.True })
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

func (t *trial) bad(zh, en string) { t.out = append(t.out, fact.Text{ZH: zh, EN: en}) }

// choose takes up what the person wants to know.
func (t *trial) choose() {
	for _, x := range t.c.Asks {
		if err := t.s.Choose(t.b.Asks[x.Ask].ID); err != nil {
			n, _ := fact.NoticeIn(err)
			t.bad(n.What.ZH, n.What.EN)
		}
	}
}

// asks: each is answered as the case says.
func (t *trial) asks() {
	for _, i := range t.s.Fallen() {
		id := t.b.Asks[i].ID
		t.bad("一问 "+id+" 不是这个人会有的", "ask "+id+" cannot be this person's")
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
		is := fact.Text{ZH: "没有回答", EN: "none"}
		if got >= 0 {
			is = opening(a.Answers[got].Text)
		}
		want := opening(a.Answers[x.Answer].Text)
		t.bad("一问 "+a.ID+" 应当回答“"+want.ZH+"”，现在是“"+is.ZH+"”", "ask "+a.ID+" should get \""+want.EN+"\" and gets \""+is.EN+"\"")
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
		t.bad("回答了 "+id+"，但这条路上不问它", "answers "+id+", which is not asked on this path")
	}
	if t.c.Rest {
		return
	}
	said := t.s.Answers() // with what the asks open
	for _, q := range t.st.Asked {
		if id := t.b.Asked(q).ID; said[id].State == fact.NotAsked {
			t.bad("问到了 "+id+"，案例没有回答（可在末尾写 rest: unknown）",
				"is asked "+id+" and does not answer it (rest: unknown may be written at the end)")
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

var truths = map[cond.Truth]fact.Text{
	cond.True:  {ZH: "成立", EN: "holds"},
	cond.False: {ZH: "不成立", EN: "does not hold"},
	cond.Maybe: {ZH: "取决于不清楚的事", EN: "is open"},
}

func (t *trial) findings(ids []string, zh, en string, ok func(cond.Truth) bool) {
	for _, id := range ids {
		switch x, known := t.truth(id); {
		case !known:
			t.bad("没有名为 "+id+" 的结论", "there is no finding "+id)
		case !ok(x):
			t.bad(fmt.Sprintf("结论 %s 应当%s，现在%s", id, zh, truths[x].ZH),
				fmt.Sprintf("finding %s should %s and %s", id, en, truths[x].EN))
		}
	}
}

func (t *trial) cites() {
	for _, ref := range t.c.Expect.Cites {
		if !cited(t.refs, ref) {
			t.bad("没有引用 "+ref, "does not cite "+ref)
		}
	}
}

// values: numbers as a person reads them, dates as they are written.
func (t *trial) values(want map[string]string) {
	for _, id := range slices.Sorted(maps.Keys(want)) {
		f, i := t.b.Fact(id)
		if f == nil {
			t.bad("没有名为 "+id+" 的事实", "there is no fact "+id)
			continue
		}
		got := t.b.FormatValue(i, t.st.Values[i], fact.ZH)
		if f.Kind == fact.Day && t.st.Values[i].State == fact.Known {
			got = t.st.Values[i].Date().String()
		}
		if got != want[id] {
			t.bad(fmt.Sprintf("%s 应当是 %s，现在是 %s", id, want[id], got),
				fmt.Sprintf("%s should be %s and is %s", id, want[id], got))
		}
	}
}

func (t *trial) drafts() {
	for _, id := range slices.Sorted(maps.Keys(t.c.Expect.Drafts)) {
		l, err := t.s.Draft(id)
		want := t.c.Expect.Drafts[id]
		switch {
		case err != nil:
			t.bad("文书 "+id+" 没有给出", "letter "+id+" is not offered: "+err.Error())
		case !strings.Contains(l.Title+"\n"+strings.Join(l.Paragraphs, "\n"), want):
			t.bad("文书 "+id+" 里没有“"+want+"”", "letter "+id+" does not say "+want)
		}
	}
}

func (t *trial) words() {
	text := prose(t.r)
	for _, w := range t.c.Expect.Says {
		if !strings.Contains(text, w) {
			t.bad("报告里没有“"+w+"”", "the report does not say "+w)
		}
	}
	for _, w := range t.c.Expect.Never {
		if strings.Contains(text, w) {
			t.bad("报告里不该有“"+w+"”", "the report must not say "+w)
		}
	}
}

func (t *trial) lawyer() {
	if want, got := t.c.Expect.Lawyer, t.r.Lawyer.Urgency.String(); want != "" && want != got {
		t.bad("律师建议应当是 "+want+"，现在是 "+got, "the lawyer's grade should be "+want+" and is "+got)
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
				t.bad("要点“"+p.Say+"”不在第一页：“"+w+"”", "the point "+p.Say+" is not on page one: "+w)
			}
		}
		if len(p.By) > 0 && !slices.ContainsFunc(p.By, func(by string) bool {
			x, known := t.truth(by)
			return known && x == cond.True || cited(t.refs, by)
		}) {
			t.bad("要点“"+p.Say+"”没有说到："+strings.Join(p.By, "、"),
				"the point "+p.Say+" is not made: "+strings.Join(p.By, ", "))
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
		return r == ref || strings.HasPrefix(r, ref+"-k") || strings.HasPrefix(r, ref+"-x") || strings.HasPrefix(r, ref+"@")
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
