package advisor

import "testing"

// TestShortest: an answer in brief is cut before its first stop, and never
// inside a bracket.
func TestShortest(t *testing.T) {
	for s, want := range map[string]string{
		"一般不会：单纯还不上不是犯罪。":                                            "一般不会",
		"反复骚扰不行（行业规则：晚10点到早8点不打），可以投诉。":                              "反复骚扰不行",
		"要还（没过时效）：先核对。":                                              "要还（没过时效）",
		"（先看时效：见下）要还。":                                               "（先看时效：见下）要还",
		"Not allowed (industry rules: no calls at night), complain.": "Not allowed",
		"Interest is 3.85 %. More below.":                            "Interest is 3.85 %",
		"要还":                                                         "要还",
		"":                                                           "",
	} {
		if got := shortest(s); got != want {
			t.Errorf("shortest(%q) = %q, want %q", s, got, want)
		}
	}
}
