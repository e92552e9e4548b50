package look

import (
	"image/color"
	"math"
	"reflect"
	"testing"

	"github.com/charmbracelet/colorprofile"
)

// luminance is WCAG's relative luminance.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(x uint32) float64 {
		v := float64(x) / 0xffff
		if v <= 0.03928 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func TestColoursReadOnBlackAndWhite(t *testing.T) {
	for name, c := range colors {
		l := luminance(c)
		if black, white := (l+0.05)/0.05, 1.05/(l+0.05); black < 4.5 || white < 4.5 {
			t.Errorf("%s: contrast %.2f on black, %.2f on white; want 4.5", name, black, white)
		}
	}
}

// Without colours what matters is still told apart.
func TestThemeWithoutColour(t *testing.T) {
	th := For(colorprofile.ASCII)
	v := reflect.ValueOf(th)
	for _, name := range []string{"Title", "Heading", "Chosen", "Warn"} {
		if s := v.FieldByName(name).Interface(); !s.(interface{ GetBold() bool }).GetBold() {
			t.Errorf("%s is not bold without colours", name)
		}
	}
}
