package advisor_test

import (
	"reflect"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/code"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load/sketch"
)

const beforeNames = `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: v_what, kind: several, options: [frozen, letter]}
  - {ask: v_calls, kind: events, options: [call, visit]}
  - {ask: v_sum, kind: money}
findings:
  - {id: sees, when: "frozen in v_what or role == lender"}
`

const betterNames = `
questions:
  - {ask: role, options: [{id: borrower}, {id: investor, was: [lender]}]}
  - {ask: what_happened, was: [v_what], kind: several, options: [letter, {id: account_frozen, was: [frozen]}]}
  - {ask: calls, was: [v_calls], kind: events, options: [{id: visited, was: [visit]}, call]}
  - {ask: sum, was: [older, v_sum], kind: money}
findings:
  - {id: sees, when: "account_frozen in what_happened or role == investor"}
`

// A code made before questions and options were renamed is read under the
// names of today, and nothing of it is lost.
func TestOldNamesInCodes(t *testing.T) {
	day := fact.NewDate(2026, 11, 25)
	old := sketch.Law(t, beforeNames)
	s := advisor.NewSession(old, advisor.Options{Today: day})
	s.Load(advisor.Answers{"role": fact.Of(1), "v_what": fact.Of(0b01), "v_sum": fact.Of(500_000),
		"v_calls": {State: fact.Known, Events: []fact.Event{{On: day - 3, What: 1}}}})

	b := *sketch.Law(t, betterNames)
	b.Past = []code.PastEdition{{Name: "2026-11-25-" + old.CurrentEdition().Number() + ".txt",
		Text: old.CurrentEdition().String()}}
	got, err := b.ReadCode(s.Code(), day)
	want := advisor.Answers{"role": fact.Of(1), "what_happened": fact.Of(0b10), "sum": fact.Of(500_000),
		"calls": {State: fact.Known, Events: []fact.Event{{On: day - 3, What: 0}}}}
	if err != nil || len(got.Lost) != 0 || !reflect.DeepEqual(got.Answers, want) {
		t.Errorf("ReadCode = %+v, %v; want %+v", got, err, want)
	}
}

// A file of answers under old names is taken, and its writer is told.
func TestPresentNames(t *testing.T) {
	b := sketch.Law(t, betterNames)
	raw := map[string]any{"role": "lender", "v_what": []any{"frozen", "letter"}, "older": 5000,
		"calls": []any{map[string]any{"on": "2026-11-20", "what": "visit"}}, "typo": 1}
	now, old, errs := b.PresentNames(raw)
	want := map[string]any{"role": "investor", "what_happened": []any{"account_frozen", "letter"}, "sum": 5000,
		"calls": []any{map[string]any{"on": "2026-11-20", "what": "visited"}}, "typo": 1}
	if len(errs) != 0 || !reflect.DeepEqual(now, want) {
		t.Errorf("PresentNames = %v, %v; want %v", now, errs, want)
	}
	told := []advisor.OldName{{"calls", "visit", "visited"}, {"sum", "older", "sum"}, {"role", "lender", "investor"},
		{"what_happened", "v_what", "what_happened"}, {"what_happened", "frozen", "account_frozen"}}
	if !reflect.DeepEqual(old, told) {
		t.Errorf("told of %v, want %v", old, told)
	}
	if _, _, errs := b.PresentNames(map[string]any{"v_what": []any{"letter"},
		"what_happened": []any{"letter"}}); len(errs) != 1 || !strings.Contains(errs[0].Error(), "keep what_happened") {
		t.Errorf("both names: %v", errs)
	}
	if _, errs := b.DecodeAnswers(map[string]any{"v_what": "letter"}, fact.NewDate(2026, 11, 25)); len(errs) != 1 ||
		!strings.Contains(errs[0].Error(), "write what_happened") {
		t.Errorf("the old name alone: %v", errs)
	}
}
