package trial_test

import (
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/trial"
	"wangdai/knowledge/load/sketch"
)

// held is a law with one case in which everything expected comes true.
const held = `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: sued, when: role == borrower}
  - {ask: served, kind: date, when: sued}
  - {ask: amount, kind: money, when: role == borrower}
deadlines:
  - {fact: answer_by, from: served, period: 15 days, basis: [minsu-128]}
findings:
  - {id: owes, when: role == borrower, title: 钱要还, text: "本金照还（{minfadian-675}）。", cites: [minfadian-675-k2], lawyer: {grade: strongly}}
  - {id: late, when: answer_by_state == passed, deadlines: [answer_by]}
  - {id: large, when: amount > 1000元}
  - {id: lent, when: role == lender}
laws:
  - {law: minfadian, articles: [675]}
  - {law: minsu, articles: [128]}
drafts:
  - {draft: reply, when: sued, parts: [{zh: 答辩如下。}]}
asks:
  - ask: jail
    when: role == borrower
    answers:
      - {when: sued, zh: 不会坐牢，先答辩。, cites: [minfadian-675], steps: [{zh: 答辩}]}
      - {when: otherwise, zh: 不会坐牢。, cites: [minfadian-675]}
  - {ask: lend, when: role == lender, answers: [{when: otherwise, zh: 能要。, cites: [minfadian-675]}]}
cases:
  - answers: {role: borrower, sued: yes, served: 2026-11-20}
    rest: unknown
    asks: [{ask: jail, answer: 不会坐牢，}]
    expect:
      findings: [owes]
      open: [large]
      not: [lent, late]
      cites: [minfadian-675]
      deadlines: {answer_by: 2026-12-07}
      numbers: {amount: 不清楚}
      drafts: {reply: 答辩}
      says: [本金照还]
      never: [抓人]
      lawyer: strongly
    points:
      - {say: 要还, by: [owes]}
      - {say: 不坐牢, first: [先答辩]}
      - {say: 有条文, by: [minfadian-675]}
      - {say: 没有说, gap: 不在这里}
`

// Each thing a case may expect is tried, and told where it does not come out.
func TestRun(t *testing.T) {
	b := sketch.Law(t, held)
	if out := trial.Run(b, &b.Cases[0]); len(out) > 0 {
		t.Fatalf("the case does not hold: %v", out)
	}
	for want, change := range map[string]func(*advisor.Case){
		"answers amount, which is not asked": func(c *advisor.Case) {
			c.Answers = advisor.Answers{"role": fact.Of(1), "amount": fact.Of(1)}
			c.Expect, c.Points, c.Asks = advisor.Expect{}, nil, nil
		},
		"is asked amount":              func(c *advisor.Case) { c.Rest, c.Expect.Numbers = false, nil },
		"finding late should hold":     func(c *advisor.Case) { c.Expect.Findings = []string{"late"} },
		"finding owes should be open":  func(c *advisor.Case) { c.Expect.Open = []string{"owes"} },
		"finding owes should not hold": func(c *advisor.Case) { c.Expect.Not = []string{"owes"} },
		"no finding ghost":             func(c *advisor.Case) { c.Expect.Not = []string{"ghost"} },
		"does not cite minsu-128":      func(c *advisor.Case) { c.Expect.Cites = []string{"minsu-128"} },
		"does not cite minfadian-67":   func(c *advisor.Case) { c.Expect.Cites = []string{"minfadian-67"} },
		"answer_by should be 2026-12-08": func(c *advisor.Case) {
			c.Expect.Deadlines["answer_by"] = "2026-12-08"
		},
		"amount should be 5 元 and is":             func(c *advisor.Case) { c.Expect.Numbers["amount"] = "5 元" },
		"there is no fact ghost":                  func(c *advisor.Case) { c.Expect.Numbers["ghost"] = "5 元" },
		"letter reply does not say 起诉":            func(c *advisor.Case) { c.Expect.Drafts["reply"] = "起诉" },
		"letter ghost is not offered":             func(c *advisor.Case) { c.Expect.Drafts["ghost"] = "" },
		"the report does not say 不用还":             func(c *advisor.Case) { c.Expect.Says = []string{"不用还"} },
		"the report must not say 钱要还":             func(c *advisor.Case) { c.Expect.Never = []string{"钱要还"} },
		"grade should be at_once and is strongly": func(c *advisor.Case) { c.Expect.Lawyer = "at_once" },
		"ask jail should get":                     func(c *advisor.Case) { c.Asks[0].Answer = 1 },
		"is not an ask of someone in this": func(c *advisor.Case) {
			c.Asks[0], c.Points = advisor.CaseAsk{Ask: 1}, nil
		},
		"point 本金 is not on page one: 本金一半": func(c *advisor.Case) {
			c.Points = []advisor.Point{{Say: "本金", First: []string{"本金一半"}}}
		},
		"the point 会坐牢 is not made: lent, minsu-128": func(c *advisor.Case) {
			c.Points = []advisor.Point{{Say: "会坐牢", By: []string{"lent", "minsu-128"}}}
		},
	} {
		c := sketch.Law(t, held).Cases[0]
		change(&c)
		out := trial.Run(b, &c)
		if len(out) != 1 || !strings.Contains(out[0].EN, want) || out[0].ZH == "" {
			t.Errorf("%v, want one thing told: %s", out, want)
		}
	}
}
