package sketch_test

import (
	"fmt"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load/sketch"
)

// Every list of a sketch arrives in the base, with what was left out filled in.
func TestLaw(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {section: loan, when: role == borrower}
  - {ask: signed, kind: date, range: 2010-01-01..today}
  - {ask: amount, kind: money, label: 合同金额}
  - {ask: received, kind: money}
  - {ask: conduct, kind: several, options: [night, {id: none, alone: yes}]}
  - {ask: due, kind: date}
derived:
  - {fact: old, when: signed < 2021-01-01}
  - {fact: side, options: [{id: mine, when: role == borrower}, {id: theirs, when: otherwise}]}
calculations:
  - calc: cut
    takes: {amount: amount, received: received}
    gives: [{fact: cut, kind: money}]
deadlines:
  - {fact: reply_by, from: due, period: 15 days, basis: [minfadian-670]}
groups:
  - {id: sides}
findings:
  - {id: mine, when: side == mine, exclusive: sides, cites: [minfadian-670], deadlines: [reply_by], text: "看 {minfadian-670}，先扣了 {cut}。",
     steps: [keep, {by: reply_by, zh: 写信。, draft: letter}], evidence: [paper], avoid: [{zh: 不要签}], lawyer: {grade: strongly}}
  - {id: old, when: old, title: "From {old_line}"}
steps: [{id: keep, by: today}]
evidence: [paper]
laws:
  - {law: minfadian, articles: [670]}
numbers:
  - {id: old_line, values: [{from: 2017-08-01, value: 24%, note: 自定}]}
rates:
  - {rates: lpr, values: [{from: 2019-08-20, rate: 4.25%, source: 公告}]}
calendar:
  - {year: 2026, notice: 放假通知, read: common, holidays: [2026-01-01..2026-01-03]}
authorities: [{id: regulator, number: "12378"}]
terms: [lpr]
myths: [{id: no-paper, when: role == borrower}]
not_covered: [hong-kong]
lawyer_how: [{zh: 打电话。}]
drafts:
  - {draft: letter, when: role == borrower, blanks: [name], parts: [{zh: "本人 [name]。"}]}
cases:
  - {answers: {role: borrower, amount: 10000, received: 9000}, rest: unknown, expect: {findings: [mine], numbers: {cut: "1,000 元"}}}
`)
	for what, n := range map[string]int{
		"sections": len(b.Sections) - 2, "questions": len(b.Questions) - 6, "derived": len(b.Derived) - 2,
		"calculations": len(b.Calculations) - 1,
		"deadlines":    len(b.Deadlines) - 1, "findings": len(b.Findings) - 2, "steps": len(b.Steps) - 1,
		"evidence": len(b.Evidence) - 1,
		"avoid":    len(b.Avoid) - 1, "laws": len(b.Laws) - 1, "numbers": len(b.Numbers) - 1, "rates": len(b.Rates) - 1,
		"years": len(b.Calendar.Years) - 1, "authorities": len(b.Authorities) - 1, "terms": len(b.Terms) - 1,
		"myths":  len(b.Myths) - 1,
		"limits": len(b.Limits) - 1, "ways to a lawyer": len(b.LawyerHow) - 1, "letters": len(b.Drafts) - 1,
		"cases": len(b.Cases) - 1,
	} {
		if n != 0 {
			t.Errorf("%d %s too many", n, what)
		}
	}
	f, _ := b.Fact("amount")
	if f.Label != (advisor.Text{ZH: "合同金额", EN: "amount"}) || f.Kind != fact.Money {
		t.Errorf("a label in one language: %+v", f)
	}
	q, _ := b.Question("role")
	if q.Title.ZH != "某 role" || q.Why.EN != "role (why)" || b.Facts[q.Fact].Kind != fact.Choice {
		t.Errorf("a question of two words: %+v", q)
	}
	if b.Finding("old").Title.ZH != "某 old {old_line}" {
		t.Errorf("a title in one language: %+v", b.Finding("old").Title)
	}
	s := advisor.NewSession(b, advisor.Options{Today: b.Cases[0].Today})
	s.Load(b.Cases[0].Answers)
	r := s.Report()
	if len(r.Findings) != 1 || len(r.Steps) != 2 || len(r.Drafts) != 1 ||
		!strings.Contains(r.Findings[0].Text, "1,000 元") {
		t.Errorf("the report of the case: %+v", r)
	}
}

// What is wrong with a sketch is told as it is of the real law.
func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"questions: [{ask: role, options: [borrower, lender]}]\nfindings: [{id: x, when: " +
			"role == borower}]": "did you mean borrower?",
		"colours: [red]": "colours",
	} {
		x := &failed{TB: t}
		func() {
			defer func() { _ = recover() }()
			sketch.Law(x, text)
		}()
		if !strings.Contains(x.said, want) {
			t.Errorf("%s: %q, want %q", text, x.said, want)
		}
	}
}

// failed is a test that fails without failing this one.
type failed struct {
	testing.TB
	said string
}

func (f *failed) Helper()                   {}
func (f *failed) Errorf(s string, a ...any) { f.said += fmt.Sprintf(s, a...) }
func (f *failed) Fatalf(s string, a ...any) { f.Errorf(s, a...); panic(f) }
func (f *failed) FailNow()                  { panic(f) }
