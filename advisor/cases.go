package advisor

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Try runs a case and says what does not come out as expected. An empty list
// is a case that holds.
func (b *Base) Try(c *Case) []Text {
	var out []Text
	bad := func(zh, en string) { out = append(out, Text{ZH: zh, EN: en}) }
	s := NewSession(b, Options{Today: c.Today, Lang: fact.ZH})
	s.Load(c.Answers)
	st := s.State()
	for _, id := range st.Unused {
		bad("回答了 "+id+"，但这条路上不问它", "answers "+id+", which is not asked on this path")
	}
	if !c.Rest {
		for _, q := range st.Asked {
			if id := b.Facts[b.Questions[q].Fact].ID; c.Answers[id].State == fact.NotAsked {
				bad("问到了 "+id+"，案例没有回答（可在末尾写 rest: unknown）", "is asked "+id+" and does not answer it (rest: unknown may be written at the end)")
			}
		}
	}
	r := s.Report()
	truth := func(id string) (cond.Truth, bool) {
		i, ok := b.index.findings[id]
		if !ok {
			bad("没有名为 "+id+" 的结论", "there is no finding "+id)
			return cond.Maybe, false
		}
		return st.Truth[i], true
	}
	state := map[cond.Truth]Text{cond.True: {ZH: "成立", EN: "holds"}, cond.False: {ZH: "不成立", EN: "does not hold"}, cond.Maybe: {ZH: "取决于不清楚的事", EN: "is open"}}
	expect := func(ids []string, zh, en string, ok func(cond.Truth) bool) {
		for _, id := range ids {
			if t, known := truth(id); known && !ok(t) {
				bad(fmt.Sprintf("结论 %s 应当%s，现在%s", id, zh, state[t].ZH), fmt.Sprintf("finding %s should %s and %s", id, en, state[t].EN))
			}
		}
	}
	expect(c.Expect.Findings, "成立", "hold", func(t cond.Truth) bool { return t == cond.True })
	expect(c.Expect.Open, "取决于不清楚的事", "be open", func(t cond.Truth) bool { return t == cond.Maybe })
	expect(c.Expect.Not, "不成立", "not hold", func(t cond.Truth) bool { return t != cond.True })
	refs := r.refs()
	for _, ref := range c.Expect.Cites {
		if !cited(refs, ref) {
			bad("没有引用 "+ref, "does not cite "+ref)
		}
	}
	for _, m := range []map[string]string{c.Expect.Numbers, c.Expect.Deadlines} {
		for _, id := range keys(m) {
			f, i := b.Fact(id)
			if f == nil {
				bad("没有名为 "+id+" 的事实", "there is no fact "+id)
				continue
			}
			got := b.FormatValue(i, st.Values[i], fact.ZH)
			if f.Kind == fact.Day && st.Values[i].State == fact.Known {
				got = st.Values[i].Date().String()
			}
			if got != m[id] {
				bad(fmt.Sprintf("%s 应当是 %s，现在是 %s", id, m[id], got), fmt.Sprintf("%s should be %s and is %s", id, m[id], got))
			}
		}
	}
	for _, id := range keys(c.Expect.Drafts) {
		l, err := s.Draft(id)
		if err != nil {
			bad("文书 "+id+" 没有给出", "letter "+id+" is not offered: "+err.Error())
		} else if want := c.Expect.Drafts[id]; !strings.Contains(l.Title+"\n"+strings.Join(l.Paragraphs, "\n"), want) {
			bad("文书 "+id+" 里没有“"+want+"”", "letter "+id+" does not say "+want)
		}
	}
	text := r.prose()
	for _, w := range c.Expect.Says {
		if !strings.Contains(text, w) {
			bad("报告里没有“"+w+"”", "the report does not say "+w)
		}
	}
	for _, w := range c.Expect.Never {
		if i := strings.Index(text, w); i >= 0 {
			bad("报告里不该有“"+w+"”", "the report must not say "+w)
		}
	}
	if w := c.Expect.Lawyer; w != "" && w != r.Lawyer.Urgency {
		bad("律师建议应当是 "+w+"，现在是 "+r.Lawyer.Urgency, "the lawyer's grade should be "+w+" and is "+r.Lawyer.Urgency)
	}
	for _, p := range c.Points {
		if p.Gap != "" {
			continue
		}
		if !slices.ContainsFunc(p.By, func(by string) bool {
			i, ok := b.index.findings[by]
			return ok && st.Truth[i] == cond.True || cited(refs, by)
		}) {
			bad("要点“"+p.Say+"”没有说到："+strings.Join(p.By, "、"), "the point "+p.Say+" is not made: "+strings.Join(p.By, ", "))
		}
	}
	return out
}

func keys(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// refs are all citations of the report.
func (r *Report) refs() []string {
	var out []string
	for _, list := range [][]Conclusion{r.Findings, r.Depends} {
		for _, c := range list {
			for _, x := range c.Citations {
				out = append(out, x.Ref)
			}
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
func (r *Report) prose() string {
	var b strings.Builder
	add := func(ss ...string) {
		for _, s := range ss {
			b.WriteString(s)
			b.WriteByte('\n')
		}
	}
	add(r.Situation...)
	for _, list := range [][]Conclusion{r.Findings, r.Depends} {
		for _, c := range list {
			add(c.Title, c.Text)
			for _, t := range c.WouldChange {
				add(t.Label, t.Effect)
			}
			for _, x := range c.Citations {
				add(x.Title, x.Article, x.Gist, x.Quote)
			}
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
	for _, u := range r.Unknown {
		add(u.Label, u.Why, u.HowToFind)
	}
	add(r.Lawyer.Reasons...)
	add(r.Lawyer.How...)
	add(r.NotCovered...)
	add(r.Disclaimer)
	return b.String()
}
