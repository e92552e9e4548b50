package advisor_test

import (
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load/sketch"
)

// Nobody is sent to find out what they themselves want, do or did.
func TestFindOutLeavesOneself(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: lied, own: yes, when: role == borrower}
  - {ask: sued, when: role == borrower}
findings:
  - {id: owes, when: role == borrower, cites: [minfadian-675]}
  - {id: lied, when: lied, urgency: danger, cites: [minfadian-675]}
  - {id: sued, when: sued, urgency: danger, cites: [minfadian-675]}
laws: [{law: minfadian, articles: [675]}]
`)
	s := advisor.NewSession(b, advisor.Options{Today: b.LawAsOf, Rest: true})
	if err := s.Answer("role", fact.Of(0)); err != nil {
		t.Fatal(err)
	}
	list := s.Report().FindOut
	if len(list) != 1 || list[0].Fact != "sued" {
		t.Errorf("to find out: %+v, want sued alone", list)
	}
}
