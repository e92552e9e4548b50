package trial_test

import (
	"slices"
	"testing"

	"wangdai/advisor/trial"
	"wangdai/knowledge"
	"wangdai/knowledge/load/sketch"
)

func TestCover(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, investor, nobody]}
  - {ask: sued, when: role == borrower}
findings:
  - {id: owes, rules: [R1, R2], when: role == borrower, steps: [{zh: 还}]}
  - {id: defends, rules: [R2], when: sued}
  - {id: lent, rules: [R3], when: role == investor}
  - {id: nothing, rules: [R4], when: role == nobody}
cases:
  - {answers: {role: borrower, sued: yes}}
  - {answers: {role: borrower, sued: no}}
  - {answers: {role: investor}}
  - {rest: unknown}
`)
	c := trial.Cover(b)
	for id, want := range map[string]int{"owes": 2, "defends": 1, "lent": 1, "nothing": 0} {
		if got, ok := c.Findings[id]; !ok || got != want {
			t.Errorf("finding %s: %d cases (%v), not %d", id, got, ok, want)
		}
	}
	// A case with two findings of one rule counts once.
	for id, want := range map[string]int{"R1": 2, "R2": 2, "R3": 1, "R4": 0} {
		if got, ok := c.Rules[id]; !ok || got != want {
			t.Errorf("rule %s: %d cases (%v), not %d", id, got, ok, want)
		}
	}
	for branch, want := range map[string]trial.Typical{
		"borrower": {Cases: 2, Questions: 2, Findings: 1, Steps: 1},
		"investor": {Cases: 1, Questions: 1, Findings: 1},
		"unknown":  {Cases: 1, Questions: 1},
		"":         {Cases: 4, Questions: 1, Findings: 1},
	} {
		if got := c.Typical[branch]; got != want {
			t.Errorf("branch %q: %+v, not %+v", branch, got, want)
		}
	}
	if got := c.Uncased(b); !slices.Equal(got, []string{"nothing"}) {
		t.Errorf("without a case: %v", got)
	}
}

// A case counts for the answer it gets, and for the rules of that answer and
// of its ask; what the ask opens is said.
func TestCoverAsks(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, investor]}
  - {ask: conduct, kind: several, topic: yes, options: [night, insult]}
  - {ask: sued}
findings:
  - {id: scolded, rules: [R1], when: insult in conduct}
asks:
  - ask: scolds
    rules: [R1, R2]
    opens: {conduct: insult}
    answers: [{when: sued, rules: [R3], zh: 先应诉, cites: [minsu-128]}, {when: otherwise, rules: [R4], zh: 可以投诉, cites: [minsu-128]}]
  - {ask: other, rules: [R5], answers: [{when: otherwise, cites: [minsu-128]}]}
laws: [{law: minsu, articles: [128]}]
cases:
  - {answers: {role: borrower, conduct: [insult], sued: yes}, asks: [{ask: scolds, answer: 先应诉}]}
  - {answers: {role: borrower, sued: yes}, asks: [{ask: scolds, answer: 先应诉}]}
  - {answers: {role: borrower, conduct: [night], sued: no}}
`)
	c := trial.Cover(b)
	if got := c.Asks["scolds"]; !slices.Equal(got, []int{2, 0}) {
		t.Errorf("the answers are given in %v cases, not 2 and 0", got)
	}
	if got := c.Asks["other"]; !slices.Equal(got, []int{0}) {
		t.Errorf("an ask of no case: %v", got)
	}
	if got := c.Findings["scolded"]; got != 2 {
		t.Errorf("the finding holds in %d cases, not in 2: what the ask opens is said", got)
	}
	for id, want := range map[string]int{"R1": 2, "R2": 2, "R3": 2, "R4": 0, "R5": 0} {
		if got, ok := c.Rules[id]; !ok || got != want {
			t.Errorf("rule %s: %d cases (%v), not %d", id, got, ok, want)
		}
	}
}

// What is counted of the real cases is at least what these themselves expect.
func TestCoverRealCases(t *testing.T) {
	b, _ := knowledge.Whole()
	if b == nil {
		t.Fatal("the knowledge does not load")
	}
	want := map[string]int{}
	for i := range b.Cases {
		seen := map[string]bool{}
		for _, id := range b.Cases[i].Expect.Findings {
			if !seen[id] {
				want[id]++
			}
			seen[id] = true
		}
	}
	got := trial.Cover(b).Findings
	if len(want) == 0 || len(got) != len(b.Findings) {
		t.Fatalf("%d findings are expected somewhere, %d counted of %d", len(want), len(got), len(b.Findings))
	}
	for id, n := range want {
		if got[id] < n {
			t.Errorf("%s: %d cases, but %d expect it", id, got[id], n)
		}
	}
}
