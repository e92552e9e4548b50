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

// What a person wants to hear of is no reason for what the law says.
func TestBecauseNamesNoTopic(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: problem, kind: several, topic: yes, options: [court, {id: none, alone: yes}], when: role == borrower}
  - {ask: sued, when: role == borrower}
findings: [{id: sued, when: court in problem and sued, urgency: danger, cites: [minfadian-675]}]
laws: [{law: minfadian, articles: [675]}]
`)
	s := advisor.NewSession(b, advisor.Options{Today: b.LawAsOf})
	s.Load(advisor.Answers{"role": fact.Of(0), "problem": fact.Of(1), "sued": fact.Of(1)})
	var got []string
	for _, r := range s.Report().Findings[0].Because {
		got = append(got, r.Fact)
	}
	if len(got) != 1 || got[0] != "sued" {
		t.Errorf("because of %v, want sued alone", got)
	}
}
