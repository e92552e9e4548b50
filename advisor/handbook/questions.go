package handbook

import (
	"fmt"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/graph"
)

// The questions are written down twice: those of a branch on its page, for who
// checks the law, and all of them with their names, for who writes answers.

// eachQuestion visits questions under the headings of their sections.
func eachQuestion(b *advisor.Base, list []int, section func(*advisor.Section), question func(n, q int)) {
	at := -1
	for n, q := range list {
		if s := b.Questions[q].Section; s != at {
			at = s
			section(&b.Sections[s])
		}
		question(n, q)
	}
}

// questions are those of a branch, in both languages.
func (w *writer) questions(x branch) {
	w.f("## 问题 · Questions\n\n按问的次序。每题都可以答“不清楚”。In the order of asking; " +
		"every question takes “not sure”.\n")
	eachQuestion(w.b, x.Asks,
		func(s *advisor.Section) { w.f("\n### %s\n", w.both(s.Title)) },
		func(n, q int) { w.question(x, n, q) })
	w.f("\n")
}

func (w *writer) question(x branch, n, q int) {
	k := &w.b.Questions[q]
	f := &w.b.Facts[k.Fact]
	w.f("\n%d. **%s** · %s `%s`  \n   %s  \n   %s\n", n+1, plain(f.Label.ZH), plain(f.Label.EN), f.ID,
		plain(w.zh(k.Title)), plain(w.en(k.Title)))
	if e, always := graph.Asked(w.b, x.id, x.Branch, q); always {
		w.f("   - 问谁：本分支的每个人 · asked of everyone in this branch\n")
	} else {
		w.f("   - 问谁：%s\n   - asked when %s\n",
			plain(graph.Words(w.b, e, fact.ZH)), plain(graph.Words(w.b, e, fact.EN)))
	}
	if len(f.Options) == 0 {
		return
	}
	var zh, en []string
	for _, o := range f.Options {
		zh, en = append(zh, plain(o.Text.ZH)), append(en, plain(o.Text.EN))
	}
	several := advisor.Text{ZH: "选一项", EN: "one of"}
	if f.Kind == fact.Several {
		several = advisor.Text{ZH: "可多选", EN: "any of"}
	}
	w.f("   - %s：%s\n   - %s: %s\n", several.ZH, strings.Join(zh, "；"), several.EN, strings.Join(en, "; "))
}

// Questions are all questions with their names, options and conditions, and
// the facts that follow from answers: what a file of answers is written by, in
// one language.
func Questions(b *advisor.Base, l advisor.Lang) string {
	var s strings.Builder
	say := func(zh, en string) string { return advisor.Text{ZH: zh, EN: en}.In(l) }
	all := make([]int, len(b.Questions))
	for q := range all {
		all[q] = q
	}
	eachQuestion(b, all,
		func(x *advisor.Section) { fmt.Fprintf(&s, "\n## %s (%s)\n", plain(x.Title.In(l)), x.ID) },
		func(_, i int) {
			q := &b.Questions[i]
			f := &b.Facts[q.Fact]
			fmt.Fprintf(&s, "\n### `%s` %s\n\n%s\n", f.ID, plain(b.Fill(q.Title, l)),
				say("类型：", "kind: ")+f.Kind.String())
			if q.When != nil && q.When.Src != "" {
				fmt.Fprintf(&s, "%s`%s`\n", say("什么时候问：", "asked when: "), q.When.Src)
			}
			for _, o := range f.Options {
				fmt.Fprintf(&s, "- `%s` %s\n", o.ID, plain(o.Text.In(l)))
			}
			fmt.Fprintf(&s, "\n%s%s\n%s%s\n", say("为什么问：", "why: "), plain(b.Fill(q.Why, l)),
				say("怎么查：", "how to find out: "), plain(b.Fill(q.How, l)))
		})
	fmt.Fprintf(&s, "\n## %s\n\n", say("推出来的事实", "Derived facts"))
	for i := range b.Facts {
		f := &b.Facts[i]
		if f.Origin == advisor.Asked {
			continue
		}
		fmt.Fprintf(&s, "- `%s` (%s) %s", f.ID, f.Kind, plain(f.Label.In(l)))
		for k, o := range f.Options {
			s.WriteString([]string{": ", ", "}[min(k, 1)] + o.ID)
		}
		s.WriteByte('\n')
	}
	return s.String()
}
