package fact

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"12x1000": "12x1000", "１２×１０００": "12x1000", "２４％": "24%", "￥５": "¥5", "－5 −5 —5": "-5 -5 -5",
		"1。5万": "1.5万", "１。５": "1.5", "1｡5": "1.5",
		"是。": "是。", "1、3": "1、3", "1､3": "1、3", "a：b，c；d（e）": "a:b,c;d(e)", "　a\u00a0b\tc": " a b c",
		"a\rb\r\nc\nd\u2028e\u0085f": "a\nb\nc\nd\ne\nf", "\ufeff1": "1", "1\u200b2\u202e": "12", "50\x0000": "50�00",
		"\x1b[2J": "�[2J", "\xff1": "�1", "\ue000": "�",
		"2025。01。05": "2025.01.05",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"1。5万", "\ufeff1\r\n2", "1。\u200b5", "。5", "\xff"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		got := Fold(a)
		if Fold(got) != got || !utf8.ValidString(got) {
			t.Errorf("Fold(%q) = %q, and folded again %q", a, got, Fold(got))
		}
		if strings.ContainsFunc(got, func(r rune) bool { return Hidden(r) && r != '\n' }) {
			t.Errorf("Fold(%q) = %q lets a hidden character through", a, got)
		}
		// A person types one character after the other, and pastes between.
		if !strings.HasSuffix(a, "\r") && utf8.ValidString(a) && utf8.ValidString(b) &&
			Fold(Fold(a)+Fold(b)) != Fold(a+b) {
			t.Errorf("%q and %q fold to %q apart, %q together", a, b, Fold(Fold(a)+Fold(b)), Fold(a+b))
		}
		if s := Shown(a); utf8.RuneCountInString(s) > 41 || strings.ContainsFunc(s, Hidden) {
			t.Errorf("Shown(%q) = %q", a, s)
		}
	})
}

// What may not pass from outside, and what may though few know it.
func TestHidden(t *testing.T) {
	for _, r := range "\x00\t\n\x1b\x7f\u0085\u009b\u00ad\u061c\u180e\u200b\u200d\u200e" +
		"\u2028\u202e\u2060\u2065\u2066\ufeff\ufff9\ufffe\uffff\ufdd0\ue000\U000e0041\U000f0000\U0010fffd" {
		if !Hidden(r) {
			t.Errorf("%U passes", r)
		}
	}
	for _, r := range " aé中〇，。％¥￥½①　\u00a0\ufe0f�𠮷☎" {
		if Hidden(r) {
			t.Errorf("%U does not pass", r)
		}
	}
}
