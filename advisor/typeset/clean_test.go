package typeset

import "testing"

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"借条\x1b[31m红\x07": "借条[31m红", "a\u202eb\u200bc": "abc", "一\n二\t三": "一 二 三", "\u009b31m": "31m",
		"a\u2028b\u0085c": "a b c", "x\ue000\u061c\u180e\U000e0041\ufff9": "x", "24% 元": "24% 元",
	} {
		if got := Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := CleanLines("a\x07\nb"); got != "a\nb" {
		t.Errorf("CleanLines keeps %q", got)
	}
}
