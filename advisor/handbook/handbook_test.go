package handbook_test

import (
	"cmp"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/handbook"
	"wangdai/advisor/paths"
	"wangdai/knowledge"
	"wangdai/knowledge/load/sketch"
)

const (
	folder      = "../../knowledge/docs"
	command     = "go run ./cmd/wangdai docs --out knowledge/docs"
	largestPage = 300_000 // bytes
)

func pages(b *advisor.Base) (map[string]string, error) {
	branches, err := paths.Count(b, b.LawAsOf)
	if err != nil {
		return nil, err
	}
	return handbook.Pages(b, branches), nil
}

// realPages are those of the real law; drawing them takes seconds.
var realPages = sync.OnceValues(func() (map[string]string, error) {
	b, problems := knowledge.Whole()
	if b == nil {
		return nil, errors.New(problems[0].In(fact.EN))
	}
	return pages(b)
})

// The pages in knowledge/docs say what the knowledge says now.
func TestPagesAreFresh(t *testing.T) {
	t.Parallel()
	want, err := realPages()
	if err != nil {
		t.Fatal(err)
	}
	var stale []string
	for name, text := range want {
		if len(text) > largestPage {
			t.Errorf("%s has %d bytes, more than a page should", name, len(text))
		}
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(got) != text {
			stale = append(stale, name)
		}
	}
	files, err := filepath.Glob(folder + "/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, _ := os.ReadFile(f)
		if name := filepath.Base(f); want[name] == "" && strings.HasPrefix(string(text), handbook.Mark) {
			stale = append(stale, name)
		}
	}
	if slices.Sort(stale); len(stale) > 0 {
		t.Errorf("the knowledge has changed and knowledge/docs has not (%s). "+
			"Run this, and commit what it writes:\n\n    %s\n",
			strings.Join(stale, ", "), command)
	}
}

// Each page has what a person who checks the real law looks for.
func TestRealPages(t *testing.T) {
	t.Parallel()
	pages, err := realPages()
	if err != nil {
		t.Fatal(err)
	}
	b, _ := knowledge.Whole()
	if !strings.Contains(pages[handbook.Index], command) {
		t.Error("the index does not say how to refresh it")
	}
	all := ""
	for name, text := range pages {
		wellFormed(t, name, text, pages[handbook.Index])
		all += text
	}
	for i := range b.Questions {
		if id := b.Facts[b.Questions[i].Fact].ID; !strings.Contains(all, "`"+id+"`") {
			t.Errorf("question %s is on no page", id)
		}
	}
	named := map[int]bool{}
	for i := range b.Findings {
		f := &b.Findings[i]
		if !strings.Contains(all, "`"+f.ID+"` · "+strings.Join(f.Rules, ", ")) {
			t.Errorf("finding %s with its rules is on no page", f.ID)
		}
		for _, d := range f.Deadlines {
			named[d] = true
		}
	}
	for i := range b.Asks {
		a := &b.Asks[i]
		for k := range a.Answers {
			for l, text := range map[string]string{"Chinese": b.Fill(a.Answers[k].Text, fact.ZH),
				"English": b.Fill(a.Answers[k].Text, fact.EN)} {
				if text, _, _ = strings.Cut(text, "\n"); !strings.Contains(all, "> "+escaped(text)) {
					t.Errorf("ask %s: answer %d in %s is on no page", a.ID, k, l)
				}
			}
		}
	}
	leads(t, pages)
	for d := range named {
		if id := b.Facts[b.Deadlines[d].Fact].ID; !strings.Contains(all, "`"+id+"`\n  - 从") {
			t.Errorf("deadline %s is on no page", id)
		}
	}
}

// escaped is a text as it stands in Markdown.
var escaped = strings.NewReplacer("|", "\\|", "<", "&lt;", "*", "\\*", "[", "\\[", "]", "\\]").Replace

var link = regexp.MustCompile(`\]\(([\w-]*\.md)?(?:#([\w-]+))?\)`)

// leads: every link between pages leads somewhere.
func leads(t *testing.T, pages map[string]string) {
	t.Helper()
	n := 0
	for name, text := range pages {
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			to, anchor := cmp.Or(m[1], name), m[2]
			n++
			if pages[to] == "" || anchor != "" && strings.Count(pages[to], `<a id="`+anchor+`"></a>`) != 1 {
				t.Errorf("%s leads to %s#%s, which is not there once", name, to, anchor)
			}
		}
	}
	if n == 0 {
		t.Error("no page leads to another")
	}
}

func wellFormed(t *testing.T, name, text, index string) {
	t.Helper()
	if !strings.HasPrefix(text, handbook.Mark) {
		t.Errorf("%s has no mark", name)
	}
	if !strings.HasPrefix(name, "asks-") && !strings.Contains(text, "```mermaid\nflowchart LR\n") {
		t.Errorf("%s has no drawing", name)
	}
	if !strings.Contains(index, "("+name+")") && name != handbook.Index {
		t.Errorf("the index does not lead to %s", name)
	}
	if strings.Count(text, "```")%2 != 0 {
		t.Errorf("%s: a code block does not end", name)
	}
}

// A small law, page by page: what stands on each, in both languages, and what
// is said where there is nothing.
func TestPages(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: tags, kind: several, options: [fees, calls], when: role == borrower, label: "标签 [*]"}
  - {ask: served, kind: date, when: role == borrower}
deadlines:
  - {fact: answer_by, from: served, period: 15 days, basis: [minsu-128]}
findings:
  - {id: owes, rules: [R1, R2], when: role == borrower, deadlines: [answer_by], steps: [write, {zh: 打电话, draft: call}], urgency: danger}
  - {id: lent, when: role == lender, certainty: disputed}
steps: [{id: write, draft: reply}]
laws: [{law: minsu, articles: [128]}]
drafts:
  - {draft: reply, rules: [R3], when: role == borrower, parts: [{zh: 答辩}]}
  - {draft: call, when: role == borrower, parts: [{zh: 说}]}
  - {draft: spare, when: role == lender, parts: [{zh: 备}]}
cases:
  - {answers: {role: borrower}, rest: unknown}
`)
	got, err := pages(b)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := pages(b); err != nil || !maps.Equal(got, again) {
		t.Errorf("two runs differ (%v)", err)
	}
	if names := strings.Join(slices.Sorted(maps.Keys(got)),
		" "); names != "README.md borrower.md lender.md unknown.md" {
		t.Fatalf("the pages are %s", names)
	}
	for name, text := range got {
		wellFormed(t, name, text, got[handbook.Index])
	}
	for page, want := range map[string][]string{
		"borrower.md": {"**标签 \\[\\*\\]** · tags `tags`", "可多选：某 fees；某 calls", "any of: fees; calls",
			"### 危险 · danger", "`owes` · R1, R2 · ", " · 案例 cases: 1\n",
			"`answer_by`\n  - 从“某 served”起 15日 · 15 days from “served”",
			"某 minsu第128条 · minsu art. 128", "`reply` · R3", "`call` · –", "| 案例 cases | 1 |"},
		"lender.md": {"`lent` · T-1 · ", " · **没有案例 no case**", "## 期限 · Deadlines\n\n没有。None.",
			"## 文书 · Letters and forms\n\n没有。None."},
		"unknown.md": {"不清楚自己的身份"},
		"README.md": {"[某 borrower](borrower.md) borrower", "- sketch.yaml: `lent`", "R1: 1 + 0 / 1",
			"**T-1: 1 + 0 / 0**"},
	} {
		for _, w := range want {
			if !strings.Contains(got[page], w) {
				t.Errorf("%s does not say %q:\n%s", page, w, got[page])
			}
		}
	}
	if strings.Contains(got["borrower.md"], "`spare`") || strings.Contains(got["lender.md"], "`tags`") {
		t.Error("a page tells what belongs to another branch")
	}
}

// What people want to know: on a page of its own all that a lawyer checks of
// it, on the page of the branch that it is there, in the index what cases reach.
func TestAskPages(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: tags, kind: several, topic: yes, options: [fees, calls], when: role == borrower}
  - {ask: signed, when: role == borrower, options: [web, paper]}
  - {ask: overdue, when: role == borrower, options: [recent, long]}
derived:
  - {fact: heavy, when: stage == late and calls in tags}
  - {fact: stage, options: [{id: late, when: overdue == long}, {id: early, when: otherwise}]}
findings:
  - {id: owes, rules: [R1], when: role == borrower, title: 欠的钱要还}
steps: [{id: write, by: today, zh: 写信}]
paying:
  - {when: role == borrower, facts: [overdue], safe: overdue == recent, zh: 先看时效。, en: Limitation first., cites: [minsu-128]}
asks:
  - ask: must-pay
    when: role == borrower
    rules: [R1, R2]
    issues: [b.pay]
    title: 要还吗？
    opens: {tags: fees}
    suggests: {signed: paper}
    unclear: {zh: 先弄清签了什么。, cites: [minsu-128]}
    answers:
      - {when: signed == web, zh: 要还。, pays: yes, certainty: proof, cites: [minsu-128], steps: [write], lawyer: {grade: strongly, zh: 钱多}, sure: yes}
      - {when: overdue == recent and calls in tags, zh: 先别还。, rules: [R3], cites: [minsu-128], steps: [{zh: 打电话, when: overdue == long}]}
      - {when: heavy, zh: 很重。, cites: [minsu-128]}
      - {when: otherwise, zh: 不用还。, en: No., cites: [minsu-128]}
    more: [owes]
    next: [sued]
  - {ask: sued, when: role == borrower, title: 会被起诉吗？, answers: [{when: otherwise, zh: 会。, cites: [minsu-128]}]}
laws: [{law: minsu, articles: [128]}]
cases:
  - {answers: {role: borrower, signed: web}, asks: [{ask: must-pay, answer: 要还}], rest: unknown}
`)
	got, err := pages(b)
	if err != nil {
		t.Fatal(err)
	}
	leads(t, got)
	for name, text := range got {
		wellFormed(t, name, text, got[handbook.Index])
	}
	for page, want := range map[string][]string{
		"asks-sketch.md": {`## <a id="must-pay"></a>要还吗？`, "`must-pay` · R1, R2 · b.pay\n", "- 谁会问：所有人 · who may ask: everyone\n",
			"一问就等于说了：某 tags：某 fees · asking it says: tags: fees",
			"自己选定：某 signed：某 paper · suggested, for the person to confirm: signed: paper",
			"**答了“不清楚”而定不下来的人** · **whoever is not sure where it matters**\n\n> 先弄清签了什么。\n",
			"1\\. **某 signed：某 web** · **signed: web**\n\n> 要还。\n",
			"- 取决于证据 depends on proof · 案例 cases: 1\n- 某 minsu第128条 · minsu art. 128\n",
			"- 答了“不清楚”的人不停在这一条", "- **说到付钱**，先弄清 · **speaks of paying**, first settles: " +
				"某 overdue · overdue\n",
			"- 强烈建议咨询律师：钱多 · ", "- 行动 step: [`write`](#step-write)\n",
			"2\\. **某 overdue：某 recent，且某 tags：某 calls** · **overdue: recent and tags: calls**\n",
			"**没有案例 no case** · R3\n",
			"- 行动 step: 打电话 · ", "（只对 only for: 某 overdue：某 long · overdue: long）\n",
			"4\\. **其余的人** · **everyone who is left**\n\n> 不用还。\n>\n> No.\n",
			"- `owes` 欠的钱要还", "常接着问 · often asked next: [会被起诉吗？](asks-sketch.md#sued)\n", `<a id="step-write"></a>` + "`write` 写信 · ", "（今天 today）",
			"- 对 for: 所有人 · everyone\n  - 先弄清 first: 某 overdue · overdue\n  - 不用先说的 harmless where: " +
				"某 overdue：某 recent · overdue: recent\n  - 先看时效。  \n    Limitation first.\n",
			"3\\. **某 heavy** · **heavy**\n",
			"- **某 heavy** · heavy `heavy`\n  - 某 stage：某 late，且某 tags：某 calls · stage: late and tags: " +
				"calls\n- **某 stage** · stage `stage`\n" +
				"  - 某 late：某 overdue：某 long · late: overdue: long\n  - 某 early：其余的人 · early: " +
				"everyone who is left\n"},
		"borrower.md": {"[要还吗？](asks-sketch.md#must-pay)", "`must-pay` · 回答 answers: 5 · 案例 cases: 1\n",
			"| 想知道的 what people want to know | 2 |"},
		"lender.md": {"## 想知道什么 · What people want to know\n\n没有。None."},
		"README.md": {"| [asks-sketch](asks-sketch.md) | [某 borrower](borrower.md) borrower | 2 | 6 | 5 |",
			"- b.pay: [must-pay](asks-sketch.md#must-pay)\n",
			"R1: 1 + 1 / 1 · R2: 0 + 1 / 1 · **R3: 0 + 1 / 0**"},
	} {
		for _, w := range want {
			if !strings.Contains(got[page], w) {
				t.Errorf("%s does not say %q:\n%s", page, w, got[page])
			}
		}
	}
}

// All questions with their names, as who writes a file of answers needs them.
func TestQuestions(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {section: loan, when: role == borrower}
  - {ask: amount, kind: money}
derived:
  - {fact: side, options: [{id: mine, when: role == borrower}, {id: theirs, when: otherwise}]}
  - {fact: large, when: amount > 1000元}
`)
	zh, en := handbook.Questions(b, fact.ZH), handbook.Questions(b, fact.EN)
	for _, want := range []string{"## 某 loan (loan)\n\n### `amount` 某 amount\n",
		"类型：money\n什么时候问：`role == borrower`",
		"- `lender` 某 lender\n", "为什么问：某 role（why）\n怎么查：某 role（how）",
		"## 推出来的事实\n\n- `side` (choice) 某 side: mine, theirs\n- `large` (yesno) 某 large\n"} {
		if !strings.Contains(zh, want) {
			t.Errorf("in Chinese, %q is not said:\n%s", want, zh)
		}
	}
	if !strings.Contains(en, "kind: choice\n- `borrower` borrower\n") || strings.Contains(en, "某") {
		t.Errorf("in English:\n%s", en)
	}
}
