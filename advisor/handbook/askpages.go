package handbook

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/graph"
	"wangdai/advisor/words"
)

// The asks fill as many pages as they fill files: on the pages of their
// branches they would bury everything else, and a lawyer who has read a page
// knows which file to change.

// An askPage is the asks of one file, in the order in which they are offered.
type askPage struct {
	file string
	asks []int
}

// name is the page's file name; the same for every ask of the file.
func pageOf(a *advisor.Ask) string {
	return "asks-" + strings.TrimSuffix(path.Base(a.Pos.File), ".yaml") + ".md"
}

// link leads to an ask from any page.
func (w *writer) link(a *advisor.Ask, text string) string {
	return fmt.Sprintf("[%s](%s#%s)", plain(text), pageOf(a), a.ID)
}

func (w *writer) askPages() []askPage {
	var out []askPage
	for i := range w.b.Asks {
		file := w.b.Asks[i].Pos.File
		k := slices.IndexFunc(out, func(p askPage) bool { return p.file == file })
		if k < 0 {
			out, k = append(out, askPage{file: file}), len(out)
		}
		out[k].asks = append(out[k].asks, i)
	}
	slices.SortFunc(out, func(x, y askPage) int { return strings.Compare(x.file, y.file) })
	return out
}

// homes are the names of the branches that an ask is for, with links.
func (w *writer) homes(asks []int) string {
	var ids []string
	for _, i := range asks {
		ids = append(ids, graph.Homes(w.b, w.branches, &w.b.Asks[i])...)
	}
	var out []string
	for _, x := range w.list() {
		if slices.Contains(ids, x.id) {
			out = append(out, fmt.Sprintf("[%s](%s.md) %s", plain(x.name.ZH), x.id, plain(x.name.EN)))
		}
	}
	return strings.Join(out, "; ")
}

func (w *writer) askPage(p askPage) string {
	first := &w.b.Asks[p.asks[0]]
	stem := strings.TrimSuffix(path.Base(p.file), ".yaml")
	w.f("%s# 想知道什么：%s · What people want to know: %s\n\n", head, stem, stem)
	w.f("%s · `%s` · [全部分支 all branches](%s)\n\n", w.homes(p.asks), p.file, Index)
	w.f("每一问的回答从上往下，第一条成立的就是回答。答了“不清楚”而定不下来的，得到写着“不清楚”的那一条。" +
		"The answers to each stand in order: the first whose condition holds is given. " +
		"Whoever answered “not sure” where it matters gets the one marked so.\n\n")
	w.f("一问画成图 · to draw one: `wangdai graph --ask %s`\n", first.ID)
	w.payingOf(p)
	steps := map[string]bool{}
	for _, i := range p.asks {
		w.ask(&w.b.Asks[i], steps)
	}
	w.sharedSteps(steps)
	w.workedOut(p)
	return w.take()
}

// said is a condition as it stands in the branch of an ask, in both languages.
func (w *writer) said(a *advisor.Ask, e *cond.Expr) (zh, en string) {
	home := graph.Home(w.b, w.branches, a)
	switch e, t := graph.Within(w.b, home, w.branches[home], e); t {
	case cond.Maybe:
		return plain(graph.Words(w.b, e, fact.ZH)), plain(graph.Words(w.b, e, fact.EN))
	case cond.False:
		return "没有人", "nobody"
	}
	return "所有人", "everyone"
}

// payingOf tells what is settled before these asks speak of paying.
func (w *writer) payingOf(p askPage) {
	pays := slices.IndexFunc(p.asks, func(i int) bool { return len(w.settledFirst(&w.b.Asks[i])) > 0 })
	if pays < 0 {
		return
	}
	a := &w.b.Asks[p.asks[pays]]
	w.f("\n## 说到付钱以前 · Before paying is spoken of\n\n")
	w.f("写着“说到付钱”的回答，先问清下面的事；没有查清、也不安全的人，这一句排在回答前面。" +
		"Before an answer marked so, this is asked; where it is not settled and not harmless, " +
		"the sentence stands before the answer.\n")
	for _, x := range w.settledFirst(a) {
		zh, en := w.said(a, x.For)
		w.f("\n- 对 for: %s · %s\n", zh, en)
		w.f("  - 先弄清 first: %s\n", w.labels(x.Facts))
		zh, en = w.said(a, x.Safe)
		w.f("  - 不用先说的 harmless where: %s · %s\n", zh, en)
		w.f("  - %s  \n    %s\n", plain(w.zh(x.Warn)), plain(w.en(x.Warn)))
		if len(x.Cites) > 0 {
			w.f("  - %s\n", w.cites(x.Cites))
		}
	}
}

// settledFirst is what must be settled before an ask speaks of paying; none
// where it does not.
func (w *writer) settledFirst(a *advisor.Ask) []*advisor.Paying {
	if !slices.ContainsFunc(a.Answers, func(x advisor.Answer) bool { return x.Pays }) {
		return nil
	}
	var out []*advisor.Paying
	home := graph.Home(w.b, w.branches, a)
	for i := range w.b.Paying {
		x := &w.b.Paying[i]
		if _, t := graph.Within(w.b, home, w.branches[home], x.For); t != cond.False {
			out = append(out, x)
		}
	}
	return out
}

func (w *writer) labels(facts []int) string {
	var zh, en []string
	for _, f := range facts {
		zh, en = append(zh, plain(w.b.Facts[f].Label.ZH)), append(en, plain(w.b.Facts[f].Label.EN))
	}
	return strings.Join(zh, "、") + " · " + strings.Join(en, ", ")
}

func (w *writer) ask(a *advisor.Ask, steps map[string]bool) {
	w.f("\n## <a id=\"%s\"></a>%s\n\n%s  \n`%s` · %s · %s\n\n", a.ID, plain(w.zh(a.Title)), plain(w.en(a.Title)), a.ID,
		cmp.Or(strings.Join(a.Rules, ", "), "–"), cmp.Or(strings.Join(a.Issues, ", "), "–"))
	zh, en := w.said(a, a.For)
	w.f("- 谁会问：%s · who may ask: %s\n", zh, en)
	w.opened("一问就等于说了", "asking it says", a.Opens)
	w.opened("替他先标出、由他自己选定", "suggested, for the person to confirm", a.Suggests)
	w.f("\n")
	n := 0
	for k := range a.Answers {
		x := &a.Answers[k]
		at := "**答了“不清楚”而定不下来的人** · **whoever is not sure where it matters**"
		if k != a.Unclear {
			n++
			zh, en := w.when(a, x)
			at = fmt.Sprintf("%d\\. **%s** · **%s**", n, zh, en)
		}
		w.answer(a, x, at, w.cover.Asks[a.ID][k])
		for i := range x.Steps {
			if x.Steps[i].ID != "" && x.Steps[i].Text.IsZero() {
				steps[x.Steps[i].ID] = true
			}
		}
	}
	w.goesOn(a)
}

// when is the condition of an answer in words.
func (w *writer) when(a *advisor.Ask, x *advisor.Answer) (zh, en string) {
	if x.When == nil || x.When.Op == cond.Const {
		return "其余的人", "everyone who is left"
	}
	return w.said(a, x.When)
}

func (w *writer) opened(zh, en string, list []advisor.Opened) {
	for _, o := range list {
		v := o.Value(&w.b.Facts[o.Fact], fact.Value{}, false)
		f := &w.b.Facts[o.Fact]
		w.f("- %s：%s：%s · %s: %s: %s\n", zh, plain(f.Label.ZH), plain(w.b.FormatValue(o.Fact, v, fact.ZH)),
			en, plain(f.Label.EN), plain(w.b.FormatValue(o.Fact, v, fact.EN)))
	}
}

func (w *writer) answer(a *advisor.Ask, x *advisor.Answer, at string, n int) {
	c := x.Certainty.String()
	certainty := words.ReportIn("zh").Certainties[c] + " " + words.ReportIn("en").Certainties[c]
	w.f("%s\n\n> %s\n>\n> %s\n\n", at, plain(w.zh(x.Text)), plain(w.en(x.Text)))
	w.f("- %s · %s", certainty, cases(n))
	if len(x.Rules) > 0 {
		w.f(" · %s", strings.Join(x.Rules, ", "))
	}
	w.f("\n")
	if len(x.Cites) > 0 {
		w.f("- %s\n", w.cites(x.Cites))
	}
	if x.Sure {
		w.f("- 答了“不清楚”的人不停在这一条，接着看下一条 · “not sure” does not stop here, but goes on to the next\n")
	}
	if x.Pays {
		for _, p := range w.settledFirst(a) {
			w.f("- **说到付钱**，先弄清 · **speaks of paying**, first settles: %s\n", w.labels(p.Facts))
		}
	}
	if l := x.Lawyer; l != nil {
		g := l.Grade.String()
		w.f("- %s：%s · %s: %s\n", words.ReportIn("zh").Grades[g], plain(w.zh(l.Reason)),
			words.ReportIn("en").Grades[g], plain(w.en(l.Reason)))
	}
	for i := range x.Steps {
		w.step(a, &x.Steps[i])
	}
	w.f("\n")
}

// step is one of an answer: a shared one by its name, told at the end of the
// page.
func (w *writer) step(a *advisor.Ask, s *advisor.Step) {
	if s.ID != "" && s.Text.IsZero() {
		w.f("- 行动 step: [`%s`](#step-%s)\n", s.ID, s.ID)
		return
	}
	w.f("- 行动 step: %s%s\n", w.both(s.Text), w.stepWhen(s, func(e *cond.Expr) (string, string) {
		return w.said(a, e)
	}))
}

// stepWhen is for whom a step is, and by which day.
func (w *writer) stepWhen(s *advisor.Step, said func(*cond.Expr) (zh, en string)) string {
	out := ""
	switch {
	case s.ByDate >= 0:
		f := &w.b.Facts[s.ByDate]
		out = fmt.Sprintf("（%s前 by %s）", plain(f.Label.ZH), plain(f.Label.EN))
	case s.ByDays == 0:
		out = "（今天 today）"
	case s.ByDays > 0:
		out = fmt.Sprintf("（%d 天内 within %d days）", s.ByDays, s.ByDays)
	}
	if s.When == nil {
		return out
	}
	zh, en := said(s.When)
	return out + fmt.Sprintf("（只对 only for: %s · %s）", zh, en)
}

// goesOn tells what carries an ask further.
func (w *writer) goesOn(a *advisor.Ask) {
	if len(a.More) > 0 {
		w.f("说得更细的结论，成立才说；回答没有自己的行动时，用它们的 · findings that say more, where they hold; " +
			"their steps, where an answer has none:\n\n")
		for _, i := range a.More {
			f := &w.b.Findings[i]
			w.f("- `%s` %s\n", f.ID, w.both(f.Title))
		}
		w.f("\n")
	}
	if len(a.Next) == 0 {
		return
	}
	var next []string
	for _, i := range a.Next {
		x := &w.b.Asks[i]
		next = append(next, w.link(x, w.zh(x.Title)))
	}
	w.f("常接着问 · often asked next: %s\n", strings.Join(next, " "))
}

// sharedSteps tells the steps that answers of the page name.
func (w *writer) sharedSteps(named map[string]bool) {
	if len(named) == 0 {
		return
	}
	everyone := func(e *cond.Expr) (zh, en string) {
		return plain(graph.Words(w.b, e, fact.ZH)), plain(graph.Words(w.b, e, fact.EN))
	}
	w.f("\n## 行动 · Steps\n\n")
	for i := range w.b.Steps {
		s := &w.b.Steps[i]
		if named[s.ID] {
			w.f("- <a id=\"step-%s\"></a>`%s` %s%s\n", s.ID, s.ID, w.both(s.Text), w.stepWhen(s, everyone))
		}
	}
}

// asks are those of a branch, with the pages that tell them.
func (w *writer) asks(x branch) {
	w.f("## 想知道什么 · What people want to know\n\n")
	list := w.theirs(x.id)
	if len(list) == 0 {
		w.f("没有。None.\n\n")
		return
	}
	w.f("按给人选的次序；点进去是每一条回答。In the order of offering; each leads to its answers.\n\n")
	for _, a := range list {
		n := 0
		for _, k := range w.cover.Asks[a.ID] {
			n += k
		}
		w.f("- %s · %s `%s` · 回答 answers: %d · %s\n", w.link(a, w.zh(a.Title)), plain(w.en(a.Title)), a.ID,
			len(a.Answers), cases(n))
	}
	w.f("\n")
}

// theirs are the asks of a branch, in the order of offering.
func (w *writer) theirs(branch string) []*advisor.Ask {
	var out []*advisor.Ask
	for i := range w.b.Asks {
		if a := &w.b.Asks[i]; slices.Contains(graph.Homes(w.b, w.branches, a), branch) {
			out = append(out, a)
		}
	}
	return out
}

// askIndex leads to the pages of asks, and counts what cases reach of them.
func (w *writer) askIndex() {
	pages := w.askPages()
	if len(pages) == 0 {
		return
	}
	w.f("## 想知道什么 · What people want to know\n\n| 页 page | 分支 branch | 问 asks | 回答 answers | " +
		"没有案例的回答 answers without a case |\n|---|---|--:|--:|--:|\n")
	for _, p := range pages {
		answers, without := 0, 0
		for _, i := range p.asks {
			for _, n := range w.cover.Asks[w.b.Asks[i].ID] {
				answers++
				if n == 0 {
					without++
				}
			}
		}
		name := pageOf(&w.b.Asks[p.asks[0]])
		w.f("| [%s](%s) | %s | %d | %d | %d |\n", strings.TrimSuffix(name, ".md"), name, w.homes(p.asks), len(p.asks),
			answers, without)
	}
	w.f("\n")
	w.issues()
}

// issues tells which asks speak of each issue of the rulebooks.
func (w *writer) issues() {
	asks := map[string][]string{}
	for i := range w.b.Asks {
		a := &w.b.Asks[i]
		for _, x := range a.Issues {
			asks[x] = append(asks[x], w.link(a, a.ID))
		}
	}
	if len(asks) == 0 {
		return
	}
	var names []string
	for x := range asks {
		names = append(names, x)
	}
	slices.Sort(names)
	w.f("## 每个题目的问 · Asks per issue\n\n")
	for _, x := range names {
		w.f("- %s: %s\n", x, strings.Join(asks[x], ", "))
	}
	w.f("\n")
}
