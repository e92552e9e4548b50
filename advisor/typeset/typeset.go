// Package typeset breaks lines for terminal, text and PDF: Chinese where UAX
// #14 allows it, and never inside a number, 24%, LPR or 第六百七十六条. It draws
// nothing.
//
// The breakers of the libraries are not used: lipgloss takes a run of Han
// characters for one word or breaks before 。, and fpdf's loses a character at
// the end of a line, which turns a legal limit into nonsense.
package typeset

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// kept are the runs that stay on one line though UAX #14 would break them: an
// article in Han or Arabic figures, a number with its unit, a day.
var kept = regexp.MustCompile(`第 ?[〇零一二三四五六七八九十百千万两\d]+ ?[条款项编章节期次页题](?:之[一二三四五六七八九十]+)?` +
	`|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?[日号]` +
	`|(?:[¥￥] ?)?\d[\d,.]*\d? ?(?:[万亿千]?元|万|亿|[%％‰]|个工作日|个月|工作日|[年月日天期倍条款项次题岁人份])` +
	`|\d+/\d+`)

// blanks are what may be dropped where a line ends.
const blanks = " \t\r\n\v\f\u0085\u2028\u2029"

// Wrap breaks s into lines that measure at most width. A line begins with no
// closing mark and ends with no opening one as long as more than one character
// fits on it. Only blanks at the end of a line are dropped, never another
// character; a run too long for any line is cut between characters as people
// see them. Empty text is one empty line. measure is [Width] for a terminal.
func Wrap(s string, width int, measure func(string) int) []string {
	b := breaker{width: max(width, 1), measure: measure}
	for _, r := range runs(s) {
		b.add(r)
		if r.must {
			b.flush()
		}
	}
	if b.line != "" || len(b.out) == 0 {
		b.flush()
	}
	return b.out
}

// A run is a piece of text that should not be broken.
type run struct {
	text string
	must bool // the line ends after it
}

// runs cuts s where a line may end: where UAX #14 allows, but not within what
// is kept together.
func runs(s string) []run {
	spans := kept.FindAllStringIndex(s, -1)
	var out []run
	rest, state, start, at := s, -1, 0, 0
	for rest != "" {
		var seg string
		var must bool
		seg, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		at += len(seg)
		for len(spans) > 0 && spans[0][1] <= at {
			spans = spans[1:]
		}
		// uniseg calls the end of the text a break that must be.
		must = must && (rest != "" || strings.TrimRight(seg, blanks) != strings.TrimRight(seg, " \t"))
		if !must && len(spans) > 0 && spans[0][0] < at && at < spans[0][1] {
			continue
		}
		parts := besideQuotes(s[start:at])
		for _, p := range parts[:len(parts)-1] {
			out = append(out, run{p, false})
		}
		out = append(out, run{parts[len(parts)-1], must})
		start = at
	}
	if start < len(s) {
		out = append(out, run{s[start:], false})
	}
	return out
}

// besideQuotes cuts before “ and after ” between Han characters. UAX #14 allows
// no break on either side of a quotation mark, as it cannot tell the opening
// one from the closing; Chinese can (as Unicode 15.1 does for wide characters).
func besideQuotes(s string) []string {
	if !strings.ContainsAny(s, "“”‘’") {
		return []string{s}
	}
	var out []string
	start, last := 0, rune(0)
	for i, r := range s {
		before := strings.ContainsRune("“‘", r) && wide(last) && !strings.ContainsRune(Opening, last)
		after := strings.ContainsRune("”’", last) && wide(r) && !strings.ContainsRune(Closing, r)
		if i > start && (before || after) {
			out = append(out, s[start:i])
			start = i
		}
		last = r
	}
	return append(out, s[start:])
}

func wide(r rune) bool { return r > ' ' && uniseg.StringWidth(string(r)) == 2 }

// breaker fills lines.
type breaker struct {
	width   int
	measure func(string) int
	out     []string
	line    string
	used    int
}

func (b *breaker) flush() {
	b.out = append(b.out, strings.TrimRight(b.line, blanks))
	b.line, b.used = "", 0
}

func (b *breaker) add(r run) {
	need := b.measure(strings.TrimRight(r.text, blanks))
	if b.line != "" && b.used+need > b.width {
		b.flush()
	}
	text := r.text
	for b.line == "" && need > b.width {
		head := b.cut(strings.TrimRight(text, blanks))
		if head == "" {
			break
		}
		b.out = append(b.out, head)
		text = text[len(head):]
		need = b.measure(strings.TrimRight(text, blanks))
	}
	b.line += text
	b.used += b.measure(strings.TrimRight(text, "\r\n\v\f\u0085\u2028\u2029"))
}

// cut is as much of s as fits a line, but for at least one character and not
// all of s: "" where s is one character.
func (b *breaker) cut(s string) string {
	ends := []int{0}
	state, rest := -1, s
	for rest != "" {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		end := ends[len(ends)-1] + len(c)
		if len(ends) > 1 && b.measure(s[:end]) > b.width {
			break
		}
		ends = append(ends, end)
	}
	n := len(ends) - 1
	if ends[n] == len(s) {
		n--
	}
	for k := n; k > 1; k-- {
		if !closes(s[ends[k]:]) && !opens(s[:ends[k]]) {
			return s[:ends[k]]
		}
	}
	return s[:ends[max(n, 0)]]
}

// The marks that may not begin a line, and those that may not end one.
const (
	Closing = "，。、；：！？）》」』】〕〉”’…—·％‰℃,.;:!?)]}%"
	Opening = "（《「『【〔〈“‘￥¥([{"
)

func closes(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && strings.ContainsRune(Closing, r)
}

func opens(s string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	return n > 0 && strings.ContainsRune(Opening, r)
}

// Width is the width of a text in terminal cells: two for a Han character or a
// full-width mark, one for what East Asian Width calls ambiguous.
func Width(s string) int { return uniseg.StringWidth(s) }

// Truncate is s if it fits into width cells, else as many of its characters as
// fit with … after them.
func Truncate(s string, width int) string {
	if width <= 0 {
		return ""
	}
	if Width(s) <= width {
		return s
	}
	used, end, state, rest := 0, 0, -1, s
	for rest != "" {
		var c string
		var w int
		c, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if used+w > width-1 {
			break
		}
		used, end = used+w, end+len(c)
	}
	return strings.TrimRight(s[:end], " ") + "…"
}

// Pad is s truncated or filled with blanks to exactly width cells.
func Pad(s string, width int) string {
	s = Truncate(s, width)
	return s + strings.Repeat(" ", max(0, width-Width(s)))
}
