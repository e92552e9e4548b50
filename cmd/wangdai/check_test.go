package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"wangdai/advisor/fact"
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
