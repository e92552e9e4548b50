package main

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"wangdai/advisor/fact"
	"wangdai/knowledge/load/sketch"
)

// TestCheckNamesWhatHasNoCase: few findings are named on the screen, many only
// in the JSON.
func TestCheckNamesWhatHasNoCase(t *testing.T) {
	for _, n := range []int{0, 1, fewNames, fewNames + 1} {
		var out bytes.Buffer
		a := &app{env: &env{out: &out, getenv: func(string) string { return "" }}, speech: fact.EN}
		r := &checked{}
		for i := range n {
			r.Uncased = append(r.Uncased, fmt.Sprintf("finding-%02d", i))
		}
		a.printCheck(r)
		got := out.String()
		if told := strings.Contains(got, "without a case"); told != (n > 0) {
			t.Errorf("%d without a case: told %v:\n%s", n, told, got)
		}
		if named := strings.Count(got, "finding-"); named != n && n <= fewNames || n > fewNames && named > 0 {
			t.Errorf("%d without a case, %d named:\n%s", n, named, got)
		}
	}
}

// TestCheckCountsAsks: rules and articles of asks and of their answers count
// as those of findings do; an ask of the same name as a finding is told apart.
func TestCheckCountsAsks(t *testing.T) {
	b := sketch.Law(t, `
questions: [{ask: role, options: [borrower, investor]}, sued]
findings: [{id: jail, rules: [R1], when: sued, cites: [minsu-128]}]
asks:
  - ask: jail
    rules: [R1, R2]
    issues: [b.jail]
    answers: [{when: sued, rules: [R2], zh: 先应诉, cites: [minsu-128]}, {when: otherwise, rules: [R3], zh: 不会, cites: [minsu-128]}]
laws: [{law: minsu, articles: [128]}]
cases: [{answers: {role: borrower, sued: yes}, asks: [{ask: jail, answer: 先应诉}]}]
`)
	r := &checked{Rules: map[string][]string{}, Issues: map[string][]string{}, PerReport: map[string]typical{}}
	(&app{}).count(b, r)
	if r.Asks != 1 || r.Answers != 2 || r.Citations != 3 {
		t.Errorf("%d asks, %d answers, %d citations", r.Asks, r.Answers, r.Citations)
	}
	for what, x := range map[string]struct{ got, want any }{
		"rules": {r.Rules, map[string][]string{"R1": {"jail", "ask:jail"}, "R2": {"ask:jail"},
			"R3": {"ask:jail"}}},
		"issues":           {r.Issues, map[string][]string{"b.jail": {"jail"}}},
		"cases per rule":   {r.PerRule, map[string]int{"R1": 1, "R2": 1, "R3": 0}},
		"cases per answer": {r.PerAsk, map[string][]int{"jail": {1, 0}}},
	} {
		if !reflect.DeepEqual(x.got, x.want) {
			t.Errorf("%s: %v, not %v", what, x.got, x.want)
		}
	}
}
