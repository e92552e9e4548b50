package advisor_test

import (
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load/sketch"
)

// Two asks that open different answers to one choice leave it to the person,
// who is asked; one ask alone, or two that agree, answer it.
func TestAsksThatDiffer(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: topic, options: [car, school], when: role == borrower}
findings:
  - {id: car, when: topic == car, urgency: danger, cites: [minfadian-675]}
  - {id: school, when: topic == school, urgency: danger, cites: [minfadian-675]}
laws: [{law: minfadian, articles: [675]}]
asks:
  - {ask: towed, when: role == borrower, opens: {topic: car}, answers: [{when: otherwise, cites: [minfadian-675]}]}
  - {ask: sold, when: role == borrower, opens: {topic: car}, answers: [{when: otherwise, cites: [minfadian-675]}]}
  - {ask: study, when: role == borrower, opens: {topic: school}, answers: [{when: otherwise, cites: [minfadian-675]}]}
`)
	_, topic := b.Question("topic")
	for _, x := range []struct {
		asks []string
		open bool
	}{
		{[]string{"towed"}, false},
		{[]string{"towed", "sold"}, false},
		{[]string{"towed", "study"}, true},
		{[]string{"study", "sold", "towed"}, true},
	} {
		s := advisor.NewSession(b, advisor.Options{Today: b.LawAsOf})
		if err := s.Answer("role", fact.Of(0)); err != nil {
			t.Fatal(err)
		}
		if err := s.Choose(x.asks...); err != nil {
			t.Fatal(err)
		}
		if got := s.State().Next == topic; got != x.open {
			t.Errorf("%v: asked for the topic: %v, want %v", x.asks, got, x.open)
		}
		if !x.open {
			continue
		}
		if err := s.Answer("topic", fact.Of(1)); err != nil {
			t.Fatal(err)
		}
		if len(s.NewDangers()) != 1 || s.State().Next >= 0 {
			t.Errorf("%v: after the answer, %v", x.asks, s.State().Next)
		}
	}
}
