package paper

import (
	"iter"

	"rsc.io/qr"
)

// A Square is a QR code: modules, dark or light.
type Square struct{ code *qr.Code }

// QR is the QR code of a text. A sturdy one can be read with more of it
// damaged, which is for paper; the other is smaller, for screens. It reports
// false where the text is too long for a QR code: the text is enough then.
func QR(text string, sturdy bool) (Square, bool) {
	level := qr.L
	if sturdy {
		level = qr.M
	}
	c, err := qr.Encode(text, level)
	return Square{c}, err == nil
}

// Size is the width in modules, without the light border that readers need.
func (s Square) Size() int { return s.code.Size }

// Dark reports whether a module is dark. Those outside are light.
func (s Square) Dark(x, y int) bool {
	return x >= 0 && y >= 0 && x < s.code.Size && y < s.code.Size && s.code.Black(x, y)
}

// A Bar is a row of dark modules side by side.
type Bar struct{ X, Y, Width int }

// Bars are all the dark modules, line by line.
func (s Square) Bars() iter.Seq[Bar] {
	return func(yield func(Bar) bool) {
		for y := range s.Size() {
			for x := 0; x < s.Size(); x++ {
				b := Bar{x, y, 0}
				for s.Dark(x, y) {
					x, b.Width = x+1, b.Width+1
				}
				if b.Width > 0 && !yield(b) {
					return
				}
			}
		}
	}
}
