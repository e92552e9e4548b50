package export

import (
	"bytes"
	"fmt"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	builtin "wangdai/advisor/export/font"
	"wangdai/advisor/fact"
	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
)

// A typeface measures text and knows which characters it has.
type typeface struct {
	font *sfnt.Font
	buf  sfnt.Buffer
	ems  map[rune]int // advance in thousandths of the size
	has  map[rune]bool
}

func fontBytes(own []byte) []byte {
	if len(own) > 0 {
		return own
	}
	return builtin.Regular()
}

// A FontError says that a font cannot be used, and which can.
type FontError struct {
	fact.Notice
	Err error // of the reader of fonts
}

func (e *FontError) Unwrap() error { return e.Err }

func fontError(err error) error {
	return &FontError{fact.NoticeOf(words.Export.BadFont()), err}
}

func newTypeface(own []byte) (*typeface, error) {
	data := fontBytes(own)
	if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) && !bytes.HasPrefix(data, []byte("true")) {
		return nil, fontError(fmt.Errorf("it does not begin like a TrueType font"))
	}
	f, err := sfnt.Parse(data)
	if err != nil {
		return nil, fontError(err)
	}
	return &typeface{font: f, ems: map[rune]int{}, has: map[rune]bool{}}, nil
}

// em is a character's width in thousandths of the size; a character that the
// font lacks is as wide as its box.
func (t *typeface) em(r rune) int {
	if n, ok := t.ems[r]; ok {
		return n
	}
	g, err := t.font.GlyphIndex(&t.buf, r)
	t.has[r] = err == nil && g != 0
	n := 1000
	if a, err := t.font.GlyphAdvance(&t.buf, g, fixed.I(1000), font.HintingNone); err == nil {
		n = a.Round()
	}
	t.ems[r] = n
	return n
}

func (t *typeface) measure(s string) int {
	n := 0
	for _, r := range s {
		n += t.em(r)
	}
	return n
}

// width is a text's width in points.
func (t *typeface) width(s string, size float64) float64 { return float64(t.measure(s)) * size / 1000 }

func (t *typeface) lines(s string, width, size float64) []typeset.Line {
	return typeset.Lines(s, int(width*1000/size), t.measure)
}

// missing lists the characters of a paper that the font lacks, with their
// code points, in the order they appear.
func (t *typeface) missing(p *paper.Paper) string {
	var out []string
	seen := map[rune]bool{'\n': true, '\u00a0': true}
	p.EachText(func(s string) {
		for _, r := range s {
			if seen[r] {
				continue
			}
			seen[r] = true
			if t.em(r); !t.has[r] || r > 0xffff {
				out = append(out, fmt.Sprintf("%c%sU+%04X%s", r, p.Words.Open, r, p.Words.Close))
			}
		}
	})
	return strings.Join(out, p.Words.Comma)
}
