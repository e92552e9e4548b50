package paths

import (
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load/sketch"
)

// The diagrams tell a question that is asked in vain, and a way that ends
// before its answer is decided.
func TestWaysAreHeld(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: sued, when: role == borrower}
  - {ask: idle, when: role == borrower}
findings: [{id: owes, when: idle, cites: [minfadian-675]}]
laws: [{law: minfadian, articles: [675]}]
asks:
  - ask: jail
    when: role == borrower
    unclear: {cites: [minfadian-675]}
    answers:
      - {when: sued, cites: [minfadian-675]}
      - {when: otherwise, cites: [minfadian-675]}
`)
	e := encode(b, b.LawAsOf, nodeLimit, nil)
	p := &prover{encoder: e, out: &Proof{}, seek: newSeeker(e)}
	w := walker{prover: p, dice: p.seek, table: p.rows(&b.Asks[0]), said: advisor.Answers{"role": fact.Of(0)}}
	_, sued := b.Question("sued")
	_, idle := b.Question("idle")
	if s := w.look(); !w.hangs(s, sued) || w.hangs(s, idle) {
		t.Errorf("sued decides the answer: %v; idle does not: %v", w.hangs(s, sued), w.hangs(s, idle))
	}
	told := func() string {
		out := ""
		for _, f := range p.out.Faults {
			out += f.What.EN
		}
		p.out.Faults = nil
		return out
	}
	if w.decided(&b.Asks[0], w.look()); !strings.Contains(told(), "ends before its answer is decided") {
		t.Error("a way that ends early is not told")
	}
	w.said["sued"] = fact.NotSure()
	if w.decided(&b.Asks[0], w.look()); told() != "" {
		t.Error("不清楚 decides it: the unclear answer stands")
	}
}
