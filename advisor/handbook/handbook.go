// Package handbook writes the knowledge down as pages for a person who checks
// it: a page a branch, a page a file of asks, and an index with the figures of
// all.
//
// Every page is Chinese first with English beside it. The same knowledge gives
// the same bytes: what hangs on a day is told for the day the law was last
// checked.
package handbook

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/graph"
	"wangdai/advisor/paths"
	"wangdai/advisor/trial"
	"wangdai/advisor/words"
)

// Mark is in the first line of every page, and in no page that a person wrote.
const Mark = "<!-- wangdai docs"

const head = Mark + "：由程序生成，请勿手改 · generated, do not edit -->\n\n"

// Index is the name of the page that leads to the others.
const Index = "README.md"

// Pages are all pages by file name, for a base as counted by [paths.Count] on
// the day its law was last checked.
func Pages(b *advisor.Base, branches map[string]paths.Branch) map[string]string {
	w := &writer{b: b, branches: branches, cover: trial.Cover(b)}
	out := map[string]string{Index: w.index()}
	for _, x := range w.list() {
		out[x.id+".md"] = w.page(x)
	}
	for _, p := range w.askPages() {
		out[pageOf(&b.Asks[p.asks[0]])] = w.askPage(p)
	}
	return out
}

type writer struct {
	b        *advisor.Base
	branches map[string]paths.Branch
	cover    *trial.Coverage
	s        strings.Builder
}

// A branch is one page.
type branch struct {
	id   string
	name advisor.Text
	paths.Branch
}

// list are the branches in the order of the first question.
func (w *writer) list() []branch {
	var out []branch
	role, _ := w.b.Role()
	if role == nil {
		return nil
	}
	for _, o := range role.Options {
		if x, ok := w.branches[o.ID]; ok {
			out = append(out, branch{o.ID, o.Text, x})
		}
	}
	if x, ok := w.branches[paths.Unknown]; ok {
		out = append(out, branch{paths.Unknown, advisor.Text{ZH: "不清楚自己的身份", EN: "Not sure of one's role"}, x})
	}
	return out
}

func (w *writer) f(format string, args ...any) { fmt.Fprintf(&w.s, format, args...) }

func (w *writer) take() string {
	out := w.s.String()
	w.s.Reset()
	return out
}

// plain keeps a text in its line and table cell, and its brackets from being
// read as a link or a tag.
var plain = strings.NewReplacer("\n", " ", "|", "\\|", "<", "&lt;", "*", "\\*", "[", "\\[", "]", "\\]").Replace

// both is a text in both languages, with the placeholders that need no answer
// filled.
func (w *writer) both(t advisor.Text) string { return plain(w.zh(t)) + " · " + plain(w.en(t)) }

func (w *writer) zh(t advisor.Text) string { return w.b.Fill(t, fact.ZH) }
func (w *writer) en(t advisor.Text) string { return w.b.Fill(t, fact.EN) }

// sets is how many sets of answers a branch has.
func sets(x paths.Branch) string {
	n := fact.Group(x.Sets.String())
	if x.AtMost {
		return "≤ " + n
	}
	return n
}

// uncased are those of the findings that hold in no case.
func (w *writer) uncased(findings []int) []int {
	var out []int
	for _, i := range findings {
		if w.cover.Findings[w.b.Findings[i].ID] == 0 {
			out = append(out, i)
		}
	}
	return out
}

func (w *writer) page(x branch) string {
	w.f("%s# %s\n\n%s · `%s` · [全部分支 all branches](%s)\n\n", head, plain(x.name.ZH), plain(x.name.EN), x.id, Index)
	w.figures(x)
	w.drawing(x)
	w.asks(x)
	w.questions(x)
	w.findings(x)
	w.deadlines(x)
	w.letters(x)
	return w.take()
}

func (w *writer) figures(x branch) {
	t := w.cover.Typical[x.id]
	w.f("| | |\n|---|---|\n")
	row := func(zh, en, value string) { w.f("| %s %s | %s |\n", zh, en, value) }
	row("不同的整套回答", "sets of answers", sets(x.Branch))
	row("最长的问答", "longest interview", fmt.Sprintf("%d 问 questions", x.Longest))
	row("中位的问答（每个回答同样可能）", "median interview (each answer equally likely)",
		fmt.Sprintf("%d 问 questions", x.Median))
	row("问题", "questions", fmt.Sprint(len(x.Asks)))
	row("想知道的", "what people want to know", fmt.Sprint(len(w.theirs(x.id))))
	row("可能得到的结论", "findings one may get", fmt.Sprint(len(x.Concludes)))
	row("其中没有案例的", "of these without a case", fmt.Sprint(len(w.uncased(x.Concludes))))
	row("案例", "cases", fmt.Sprint(t.Cases))
	if t.Cases > 0 {
		row("案例的意见书，中位", "reports of the cases, median",
			fmt.Sprintf("%d 问 questions · %d 条结论 findings · %d 个行动 steps", t.Questions, t.Findings, t.Steps))
	}
	row("全部问完的续答码最长", "longest code of a whole interview", fmt.Sprintf("%d 个字符 characters", x.Code))
	w.f("\n法律核对到 law checked on: %s。≤：计算器的结论当作都可能 · verdicts of calculators taken as free.\n\n",
		w.b.LawAsOf)
}

func (w *writer) drawing(x branch) {
	zh := graph.Draw(w.b, w.branches, graph.Options{Branch: x.id, Lang: fact.ZH})
	en := graph.Draw(w.b, w.branches, graph.Options{Branch: x.id, Lang: fact.EN})
	w.f("## 决策树 · The tree\n\n%s。\n\n```mermaid\n%s```\n\n", strings.Join(zh.Notes, "；"), zh.Mermaid())
	w.f("<details><summary>English</summary>\n\n%s.\n\n```mermaid\n%s```\n\n</details>\n\n",
		strings.Join(en.Notes, "; "), en.Mermaid())
}

func (w *writer) findings(x branch) {
	w.f("## 结论 · Findings\n\n每条后面：名字、规则书的编号、确定程度、几个案例得到它。Each with its id, rules, " +
		"certainty and the number of cases that reach it.\n")
	zh, en := words.ReportIn("zh"), words.ReportIn("en")
	for _, u := range []advisor.Urgency{advisor.Danger, advisor.HasDeadline, advisor.Important, advisor.Normal} {
		first := true
		for _, i := range x.Concludes {
			f := &w.b.Findings[i]
			if f.Urgency != u {
				continue
			}
			if first {
				w.f("\n### %s\n\n", zh.Urgencies[u.String()]+" · "+en.Urgencies[u.String()])
				first = false
			}
			w.finding(f)
		}
	}
	w.f("\n")
}

func (w *writer) finding(f *advisor.Finding) {
	c := f.Certainty.String()
	w.f("- **%s** · %s  \n  `%s` · %s · %s · %s\n", plain(w.zh(f.Title)), plain(w.en(f.Title)), f.ID,
		cmp.Or(strings.Join(f.Rules, ", "), "–"),
		words.ReportIn("zh").Certainties[c]+" "+words.ReportIn("en").Certainties[c], cases(w.cover.Findings[f.ID]))
	if len(f.Cites) > 0 {
		w.f("  - %s\n", w.cites(f.Cites))
	}
}

func cases(n int) string {
	if n == 0 {
		return "**没有案例 no case**"
	}
	return fmt.Sprintf("案例 cases: %d", n)
}

func (w *writer) cites(list []advisor.Cite) string {
	var zh, en []string
	for _, c := range list {
		zh = append(zh, w.b.CiteName(c, w.b.LawAsOf, fact.ZH))
		en = append(en, w.b.CiteName(c, w.b.LawAsOf, fact.EN))
	}
	return plain(strings.Join(zh, "、") + " · " + strings.Join(en, ", "))
}

func (w *writer) deadlines(x branch) {
	seen := map[int]bool{}
	for _, i := range x.Concludes {
		for _, d := range w.b.Findings[i].Deadlines {
			seen[d] = true
		}
	}
	w.f("## 期限 · Deadlines\n\n")
	if len(seen) == 0 {
		w.f("没有。None.\n\n")
		return
	}
	for i := range w.b.Deadlines {
		if seen[i] {
			w.deadline(&w.b.Deadlines[i])
		}
	}
	w.f("\n")
}

func (w *writer) deadline(d *advisor.Deadline) {
	f, from := &w.b.Facts[d.Fact], &w.b.Facts[d.From]
	n := advisor.NumberValue{Period: true, Unit: d.Unit, N: int64(d.N)}
	w.f("- **%s** · %s `%s`\n", plain(d.Label.ZH), plain(d.Label.EN), f.ID)
	w.f("  - 从“%s”起 %s · %s from “%s”\n", plain(from.Label.ZH), n.In(fact.ZH), n.In(fact.EN), plain(from.Label.EN))
	if len(d.Basis) > 0 {
		w.f("  - %s\n", w.cites(d.Basis))
	}
	if !d.After.IsZero() {
		w.f("  - 过了以后 afterwards: %s\n", w.both(d.After))
	}
}

func (w *writer) letters(x branch) {
	offered := map[string]bool{}
	for _, i := range x.Concludes {
		f := &w.b.Findings[i]
		for _, id := range f.Drafts {
			offered[id] = true
		}
		for k := range f.Steps {
			offered[w.b.Shared(&f.Steps[k]).Draft] = true
		}
	}
	w.f("## 文书 · Letters and forms\n\n")
	some := false
	for i := range w.b.Drafts {
		d := &w.b.Drafts[i]
		if !offered[d.ID] {
			continue
		}
		some = true
		w.f("- **%s** · %s `%s` · %s\n", plain(w.zh(d.Title)), plain(w.en(d.Title)), d.ID,
			cmp.Or(strings.Join(d.Rules, ", "), "–"))
	}
	if !some {
		w.f("没有。None.\n")
	}
}

func (w *writer) index() string {
	w.f("%s# 全部分支 · All branches\n\n", head)
	w.f("知识里有什么、证明到哪里、哪里还缺案例。改了 `knowledge/` 以后运行 · After a change to `knowledge/` " +
		"run:\n\n```\ngo run ./cmd/wangdai docs --out knowledge/docs\n```\n\n")
	w.f("法律核对到 law checked on: %s。问题 questions: %d；结论 findings: %d；想知道的 asks: %d；案例 cases: %d。\n\n",
		w.b.LawAsOf, len(w.b.Questions), len(w.b.Findings), len(w.b.Asks), len(w.b.Cases))
	w.f("| 分支 branch | 整套回答 sets of answers | 最长 longest | 中位 median | 结论 findings | 没有案例 no case | " +
		"案例 cases | 每份意见书（中位）：问 · 结论 · 行动 per report (median): " +
		"questions · findings · steps |\n|---|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, x := range w.list() {
		w.row(fmt.Sprintf("[%s](%s.md) %s", plain(x.name.ZH), x.id, plain(x.name.EN)), x)
	}
	if x, ok := w.branches[paths.Everyone]; ok {
		w.row("**所有人 everyone**", branch{paths.Everyone, advisor.Text{}, x})
	}
	w.f("\n≤：计算器的结论当作都可能，是上限 · an upper bound: verdicts of calculators taken as free. " +
		"中位：每个回答同样可能 · each answer equally likely.\n\n")
	g := graph.Draw(w.b, w.branches, graph.Options{Lang: fact.ZH})
	w.f("## 总图 · The whole tree\n\n%s。\n\n```mermaid\n%s```\n\n", strings.Join(g.Notes, "；"), g.Mermaid())
	w.askIndex()
	w.withoutCase()
	w.rules()
	return w.take()
}

func (w *writer) row(name string, x branch) {
	t := w.cover.Typical[x.id]
	per := "–"
	if t.Cases > 0 {
		per = fmt.Sprintf("%d · %d · %d", t.Questions, t.Findings, t.Steps)
	}
	w.f("| %s | %s | %d | %d | %d | %d | %d | %s |\n", name, sets(x.Branch), x.Longest, x.Median, len(x.Concludes),
		len(w.uncased(x.Concludes)), t.Cases, per)
}

func (w *writer) withoutCase() {
	byFile := map[string][]string{}
	var files []string
	n := 0
	for i := range w.b.Findings {
		f := &w.b.Findings[i]
		if w.cover.Findings[f.ID] > 0 {
			continue
		}
		n++
		_, file, _ := strings.Cut(f.Pos.File, "/")
		if byFile[file] == nil {
			files = append(files, file)
		}
		byFile[file] = append(byFile[file], "`"+f.ID+"`")
	}
	w.f("## 没有案例的结论 · Findings without a case: %d\n\n", n)
	slices.Sort(files)
	for _, file := range files {
		w.f("- %s: %s\n", file, strings.Join(byFile[file], ", "))
	}
	if n > 0 {
		w.f("\n")
	}
}

func (w *writer) rules() {
	findings, asks := map[string]int{}, map[string]int{}
	for i := range w.b.Findings {
		for _, r := range w.b.Findings[i].Rules {
			findings[r]++
		}
	}
	for i := range w.b.Asks {
		for _, r := range w.b.Asks[i].AllRules() {
			asks[r]++
		}
	}
	names := slices.Sorted(maps.Keys(w.cover.Rules))
	w.f("## 每条规则的案例 · Cases per rule\n\n规则书的编号：结论数 + 想知道的数 / 案例数。" +
		"Rule: findings + asks / cases.\n\n")
	for i, r := range names {
		n := w.cover.Rules[r]
		x := fmt.Sprintf("%s: %d + %d / %d", r, findings[r], asks[r], n)
		if n == 0 {
			x = "**" + x + "**"
		}
		w.f("%s", x)
		if i+1 < len(names) {
			w.f(" · ")
		}
		if i%8 == 7 {
			w.f("\n")
		}
	}
	w.f("\n")
}
