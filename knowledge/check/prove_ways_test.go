package check

import (
	"testing"

	"wangdai/knowledge"
	"wangdai/knowledge/load"
	"wangdai/knowledge/load/sketch"
)

// The way to an ask asks what its answer hangs on and what must never be
// missed, and no more.
func TestWays(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: sued, when: role == borrower}
  - {ask: hurt, when: role == borrower}
  - {ask: idle, when: role == borrower}
findings:
  - {id: owes, when: role == borrower, cites: [minfadian-675]}
  - {id: hurt, when: hurt, urgency: danger, cites: [minfadian-675], steps: [{zh: 叫人}]}
  - {id: idle, when: idle, cites: [minfadian-675]}
  - {id: lent, when: role == lender or role == unknown, cites: [minfadian-675]}
laws: [{law: minfadian, articles: [675]}]
lawyer_how: [{zh: 打电话。}]
asks:
  - ask: jail
    when: role == borrower
    answers:
      - {when: sued == unknown, cites: [minfadian-675], steps: [{zh: 问}]}
      - {when: sued, cites: [minfadian-675], steps: [{zh: 看}]}
      - {when: otherwise, cites: [minfadian-675], steps: [{zh: 等}]}
`)
	p := Prove(b, b.LawAsOf)
	for _, x := range p.Problems {
		t.Error(x.Error())
	}
	if w := p.Ways["jail"]; w.Answer != 2 || w.Median != 3 || w.Longest != 3 {
		t.Errorf("the way is %+v: role and sued decide the answer, hurt is a danger, idle is neither", w)
	}
}

// Every ask of the law has a way, within the whole interview of its branch.
func TestWaysOfTheLaw(t *testing.T) {
	b, problems := load.Folder(knowledge.Files())
	if b == nil {
		t.Fatal(problems[0].Error())
	}
	p := Prove(b, b.LawAsOf)
	for i := range b.Asks {
		w, ok := p.Ways[b.Asks[i].ID]
		if !ok || w.Answer < 0 || w.Answer > w.Median || w.Median > w.P95 || w.P95 > w.Longest || w.Longest > 17 {
			t.Errorf("%s: %+v", b.Asks[i].ID, w)
		}
	}
}
