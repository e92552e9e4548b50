package advisor

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

func TestTighten(t *testing.T) {
	for s, want := range map[string]string{
		"到账 2,000 元":     "到账 2,000 元",
		"依 民法典第670条 ，利息": "依民法典第670条，利息",
		"甲 乙  丙 丁":       "甲乙丙丁",
		" 甲 a 乙 ":        " 甲 a 乙 ",
		"":               "",
	} {
		if got := tighten(s); got != want {
			t.Errorf("tighten(%q) = %q, want %q", s, got, want)
		}
	}
}

var gap = regexp.MustCompile(`([\p{Han}，。；：、！？（）《》“”【】]) +([\p{Han}，。；：、！？（）《》“”【】])`)

// It drops what the pattern describes, and nothing else.
func TestTightenAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("甲，（ aé\n"))).Draw(t, "text")
		want := gap.ReplaceAllString(gap.ReplaceAllString(s, "$1$2"), "$1$2")
		if got := tighten(s); got != want {
			t.Fatalf("tighten(%q) = %q, want %q", s, got, want)
		}
	})
}
