package advisor_test

import (
	"slices"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// covered is a base with two roles, a question for the first, and one finding
// a role.
func covered() *advisor.Base {
	role := func(k int) *cond.Expr { return &cond.Expr{Op: cond.In, Fact: 0, Set: 1 << k} }
	b := &advisor.Base{
		Facts: []advisor.Fact{
			{ID: "role", Kind: fact.Choice, After: -1, Options: []advisor.Option{{ID: "borrower"}, {ID: "investor"}, {ID: "nobody"}}},
			{ID: "sued", Kind: fact.YesNo, After: -1, Of: 1},
		},
		Questions: []advisor.Question{{Fact: 0}, {Fact: 1, When: role(0)}},
		Program:   []advisor.Item{{I: 0}, {I: 1}},
		Findings: []advisor.Finding{
			{ID: "owes", Rules: []string{"R1", "R2"}, When: role(0), LawOn: -1, Steps: []advisor.Step{{Text: fact.Text{ZH: "还"}, ByDate: -1, ByDays: -1}}},
			{ID: "defends", Rules: []string{"R2"}, When: &cond.Expr{Op: cond.Yes, Fact: 1}, LawOn: -1},
			{ID: "lent", Rules: []string{"R3"}, When: role(1), LawOn: -1},
			{ID: "nothing", Rules: []string{"R4"}, When: role(2), LawOn: -1},
		},
		Cases: []advisor.Case{
			{Answers: advisor.Answers{"role": fact.Of(0), "sued": fact.Of(1)}},
			{Answers: advisor.Answers{"role": fact.Of(0), "sued": fact.Of(0)}},
			{Answers: advisor.Answers{"role": fact.Of(1)}},
			{Answers: advisor.Answers{}},
		},
	}
	b.Index()
	return b
}

func TestCover(t *testing.T) {
	b := covered()
	c := b.Cover()
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
	for branch, want := range map[string]advisor.Typical{
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
