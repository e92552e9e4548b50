package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"wangdai/knowledge"
)

// TestCheckNamesWhatHasNoCase: few findings are named on the screen, many only
// in the JSON.
func TestCheckNamesWhatHasNoCase(t *testing.T) {
	for _, n := range []int{0, 1, fewNames, fewNames + 1} {
		var out bytes.Buffer
		a := &app{env: &env{out: &out, getenv: func(string) string { return "" }}, lang: "en"}
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

// TestCheckCountsCases compares what check says of the cases with what the
// cases themselves expect.
func TestCheckCountsCases(t *testing.T) {
	b, _ := knowledge.Embedded()
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
	got := b.Cover().Findings
	if len(want) == 0 || len(got) != len(b.Findings) {
		t.Fatalf("%d findings are expected somewhere, %d counted of %d", len(want), len(got), len(b.Findings))
	}
	for id, n := range want {
		if got[id] < n {
			t.Errorf("%s: %d cases, but %d expect it", id, got[id], n)
		}
	}
}
