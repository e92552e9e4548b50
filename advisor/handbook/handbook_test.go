package handbook_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
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
		t.Errorf("the knowledge has changed and knowledge/docs has not (%s). Run this, and commit what it writes:\n\n    %s\n",
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
	for d := range named {
		if id := b.Facts[b.Deadlines[d].Fact].ID; !strings.Contains(all, "`"+id+"`\n  - 从") {
			t.Errorf("deadline %s is on no page", id)
		}
	}
}

func wellFormed(t *testing.T, name, text, index string) {
	t.Helper()
	if !strings.HasPrefix(text, handbook.Mark) || !strings.Contains(text, "```mermaid\nflowchart LR\n") {
		t.Errorf("%s has no mark or no drawing", name)
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
	if names := strings.Join(slices.Sorted(maps.Keys(got)), " "); names != "README.md borrower.md lender.md unknown.md" {
		t.Fatalf("the pages are %s", names)
	}
	for name, text := range got {
		wellFormed(t, name, text, got[handbook.Index])
	}
	for page, want := range map[string][]string{
		"borrower.md": {"**标签 \\[\\*\\]** · tags `tags`", "可多选：某 fees；某 calls", "any of: fees; calls",
			"### 危险 · danger", "`owes` · R1, R2 · ", " · 案例 cases: 1\n", "`answer_by`\n  - 从“某 served”起 15日 · 15 days from “served”",
			"某 minsu第128条 · minsu art. 128", "`reply` · R3", "`call` · –", "| 案例 cases | 1 |"},
		"lender.md":  {"`lent` · T-1 · ", " · **没有案例 no case**", "## 期限 · Deadlines\n\n没有。None.", "## 文书 · Letters and forms\n\n没有。None."},
		"unknown.md": {"不清楚自己的身份"},
		"README.md":  {"[某 borrower](borrower.md) borrower", "- sketch.yaml: `lent`", "R1: 1 / 1", "**T-1: 1 / 0**"},
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
	for _, want := range []string{"## 某 loan (loan)\n\n### `amount` 某 amount\n", "类型：money\n什么时候问：`role == borrower`",
		"- `lender` 某 lender\n", "为什么问：某 role（why）\n怎么查：某 role（how）", "## 推出来的事实\n\n- `side` (choice) 某 side: mine, theirs\n- `large` (yesno) 某 large\n"} {
		if !strings.Contains(zh, want) {
			t.Errorf("in Chinese, %q is not said:\n%s", want, zh)
		}
	}
	if !strings.Contains(en, "kind: choice\n- `borrower` borrower\n") || strings.Contains(en, "某") {
		t.Errorf("in English:\n%s", en)
	}
}
