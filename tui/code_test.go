package tui

import (
	"slices"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
)

// The QR code of a long code fits 80x24 and reads back.
func TestQRFits(t *testing.T) {
	for _, n := range []int{20, 60, 80} {
		code := ""
		for i := range n {
			if i > 0 && i%4 == 0 {
				code += "-"
			}
			code += string("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(i*7+n)%32])
		}
		a := New(Deps{Lang: fact.ZH})
		lines := (&codePage{}).draw(a, code, 78, 20)
		for _, l := range lines {
			if typeset.Width(l) > 78 {
				t.Errorf("a line of %d columns: %s", typeset.Width(l), l)
			}
		}
		square := halfBlocks(code)
		if n <= 60 && !slices.Contains(lines[:min(len(lines), 20)], square[len(square)-1]) {
			t.Errorf("a code of %d characters has no whole QR code at 80x24:\n%s", n, strings.Join(lines, "\n"))
		}
		if got := scan(t, square); got != code {
			t.Errorf("the QR code reads as %q, want %s", got, code)
		}
	}
}

func scan(t *testing.T, square []string) string {
	t.Helper()
	w, h := len([]rune(square[0])), 2*len(square)
	const px = 4
	m, err := gozxing.NewBitMatrix(w*px, h*px)
	if err != nil {
		t.Fatal(err)
	}
	for y, l := range square {
		for x, r := range []rune(l) {
			if r != '█' && r != '▀' {
				m.SetRegion(x*px, 2*y*px, px, px)
			}
			if r != '█' && r != '▄' {
				m.SetRegion(x*px, (2*y+1)*px, px, px)
			}
		}
	}
	bmp, err := gozxing.NewBinaryBitmap(gozxing.NewGlobalHistgramBinarizer(gozxing.NewLuminanceSourceFromImage(m)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := qrcode.NewQRCodeReader().Decode(bmp, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got.GetText()
}
