package typeset

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name  string
		text  string
		width int
		want  []string
	}{
		{"empty", "", 10, []string{""}},
		{"fits", "逾期本身不是犯罪。", 18, []string{"逾期本身不是犯罪。"}},
		{"full stop does not begin a line", "逾期本身不是犯罪。", 16, []string{"逾期本身不是犯", "罪。"}},
		{"opening mark does not end a line", "您说的是（贷款人）", 10, []string{"您说的是", "（贷款人）"}},
		{"opening quote does not end a line", "合同里“贷款人”一栏", 8, []string{"合同里", "“贷款人”", "一栏"}},
		{"article in Han figures", "依据民法典第六百七十六条处理", 22, []string{"依据民法典", "第六百七十六条处理"}},
		{"article with a part", "刑法第二百九十三条之一规定", 18, []string{"刑法", "第二百九十三条之一", "规定"}},
		{"article in Arabic figures", "民事诉讼法第128条：收到", 16, []string{"民事诉讼法", "第128条：收到"}},
		{"rate", "降到年利率 24% 以内", 13, []string{"降到年利率", "24% 以内"}},
		{"amount with its unit", "到账金额是 10,000 元", 17, []string{"到账金额是", "10,000 元"}},
		{"day", "最晚在2026年11月30日前", 18, []string{"最晚在", "2026年11月30日前"}},
		{"LPR", "合同成立时LPR的四倍", 12, []string{"合同成立时", "LPR的四倍"}},
		{"words", "a debt is no crime", 7, []string{"a debt", "is no", "crime"}},
		{"must break", "一\n二\n\n三", 10, []string{"一", "二", "", "三"}},
		{"newline at the end", "一\n", 10, []string{"一"}},
		{"CRLF", "一\r\n二", 10, []string{"一", "二"}},
		{"long address", "https://www.court.gov.cn/fabu。", 12, []string{"https://", "www.court.go", "v.cn/fabu。"}},
		{"closing mark after a cut run", "abcdefgh。", 8, []string{"abcdefg", "h。"}},
		{"one cell", "一二", 1, []string{"一", "二"}},
		{"no width", "ab", 0, []string{"a", "b"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Wrap(tt.text, tt.width, Width); strings.Join(got, "|") != strings.Join(tt.want, "|") {
				t.Errorf("Wrap(%q, %d) =\n%q, want\n%q", tt.text, tt.width, got, tt.want)
			}
		})
	}
}

func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// Whatever the text, no character is lost or added, and no line is wider than
// asked unless it is a single character.
func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), sentence()).Draw(t, "text")
		width := rapid.IntRange(1, 90).Draw(t, "width")
		lines := Wrap(s, width, Width)
		if got := visible(strings.Join(lines, "")); got != visible(s) {
			t.Fatalf("Wrap(%q, %d) holds %q", s, width, got)
		}
		for _, l := range lines {
			if strings.ContainsAny(l, "\n\r\u2028") {
				t.Fatalf("Wrap(%q, %d): line %q holds a line break", s, width, l)
			}
			if w := Width(l); w > width && len([]rune(l)) > 1 && width >= 2 && !oneCharacter(l) {
				t.Fatalf("Wrap(%q, %d): line %q is %d wide", s, width, l, w)
			}
		}
	})
}

func oneCharacter(s string) bool {
	b := breaker{width: 1, measure: Width}
	return b.cut(s) == ""
}

// sentence is Chinese as the advice is written: words, figures, marks.
func sentence() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		words := rapid.SampledFrom([]string{"借款", "利率上限", "贷款人", "可以请求", "您的 APR 为 36.5%", "24%", "LPR",
			"第六百七十六条", "第128条",
			"2026年11月30日", "10,000 元", "12 期", "5万元", "法发〔2017〕22 号", "a lawyer", "12368", "App",
			"四倍", "3–5 题"})
		marks := rapid.SampledFrom([]string{"，", "。", "、", "；", "：", "", "", "！", "？"})
		around := rapid.SampledFrom([]string{"", "", "（）", "《》", "“”", "〔〕", "()"})
		var b strings.Builder
		for range rapid.IntRange(1, 25).Draw(t, "words") {
			a := []rune(around.Draw(t, "around"))
			if len(a) == 2 {
				b.WriteRune(a[0])
			}
			b.WriteString(words.Draw(t, "word"))
			if len(a) == 2 {
				b.WriteRune(a[1])
			}
			b.WriteString(marks.Draw(t, "mark"))
		}
		return b.String()
	})
}

// In the advice's own kind of text lines never begin with a closing mark or
// end with an opening one, and what belongs together stays together.
func TestWrapKeepsTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := sentence().Draw(t, "text")
		width := rapid.IntRange(24, 90).Draw(t, "width")
		lines := Wrap(s, width, Width)
		for _, l := range lines {
			if closes(l) || opens(l) {
				t.Fatalf("Wrap(%q, %d): line %q", s, width, l)
			}
		}
		broken := "\n" + strings.Join(lines, "\n") + "\n"
		for _, w := range []string{"24%", "LPR", "第六百七十六条", "第128条", "2026年11月30日", "10,000 元",
			"5万元", "12368"} {
			if got, want := strings.Count(broken, w), strings.Count(s, w); got != want {
				t.Fatalf("Wrap(%q, %d): %q stands whole %d times of %d:\n%s", s, width, w, got, want, broken)
			}
		}
	})
}

func TestTruncate(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  string
	}{
		{"贷款人", 6, "贷款人"}, {"贷款人", 5, "贷款…"}, {"贷款人", 4, "贷…"}, {"贷款人", 1, "…"}, {"贷款人", 0, ""},
		{"ab cd", 4, "ab…"}, {"", 3, ""},
	} {
		if got := Truncate(tt.text, tt.width); got != tt.want {
			t.Errorf("Truncate(%q, %d) = %q, want %q", tt.text, tt.width, got, tt.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s, w := rapid.String().Draw(t, "text"), rapid.IntRange(0, 20).Draw(t, "width")
		if got := Width(Truncate(s, w)); got > w {
			t.Fatalf("Truncate(%q, %d) is %d wide", s, w, got)
		}
		if got := Width(Pad("贷款"+strings.Repeat("x", w), w)); got != w {
			t.Fatalf("Pad to %d is %d wide", w, got)
		}
	})
}
