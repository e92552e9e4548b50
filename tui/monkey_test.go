package tui_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/tui"
)

// Whatever is pressed, pasted or resized, on whatever page: every frame fits
// its window, and nothing reaches the terminal but text and colours.
func TestAnyKeyAnySize(t *testing.T) {
	b := base(t)
	sizes := [][2]int{{80, 24}, {40, 12}, {120, 40}, {20, 6}, {19, 5}, {1, 1}, {300, 90}}
	typed := strings.Fields("1 1 1 1 2 2 3 4 5 6 7 8 9 w b r v u ? 0 e d o s g l c k j 5 # ０ ｕ a m / 坐牢 " +
		"2026-1-2 12x1000 -5 1e99 七 L y K")
	hostile := []string{"\x1b[31m", "\x1b]52;c;QQ==\x07", "\u202e\u009b2J", strings.Repeat("长", 900), "a\nb\r\x00"}
	named := []rune{tea.KeyEnter, tea.KeyEnter, tea.KeyEnter, tea.KeyUp, tea.KeyDown, tea.KeyDown, tea.KeyPgDown,
		tea.KeyEnd, tea.KeyEscape, tea.KeyBackspace, tea.KeyTab}
	for seed := range uint64(24) {
		r := rand.New(rand.NewPCG(seed, 7))
		lang := []advisor.Lang{fact.ZH, fact.EN}[seed%2]
		size := sizes[int(seed/2)%3]
		// Every third visitor sits at a kiosk, where leaving starts anew; at the
		// others' terminals keys after leaving mean nothing.
		a := terminal(t, b, today, lang, size[0], size[1], func(d *tui.Deps) { d.Kiosk = seed%3 == 0 })
		var did []string
		for range 120 {
			switch n := r.IntN(20); {
			case n == 0:
				size = sizes[r.IntN(len(sizes))]
				did = append(did, fmt.Sprint(size))
				send(a, tea.WindowSizeMsg{Width: size[0], Height: size[1]})
			case n == 1:
				s := hostile[r.IntN(len(hostile))]
				did = append(did, fmt.Sprintf("paste %.12q", s))
				send(a, tea.PasteMsg{Content: s})
			case n < 8:
				k := named[r.IntN(len(named))]
				did = append(did, fmt.Sprint(k))
				send(a, tea.KeyPressMsg{Code: k})
			default:
				s := typed[r.IntN(len(typed))]
				did = append(did, s)
				press(a, s)
			}
			if fault := unfit(a.View(), size[0], size[1]); fault != "" {
				t.Fatalf("seed %d, after %s:\n%s", seed, strings.Join(did[max(0, len(did)-12):], " "), fault)
			}
		}
	}
}

var colour = regexp.MustCompile("\x1b\\[[0-9;]*m")

// unfit says what of a frame does not belong into a window of w by h.
func unfit(v tea.View, w, h int) string {
	if c := v.Cursor; c != nil && (c.X < 0 || c.X > w || c.Y < 0 || c.Y >= h) {
		return fmt.Sprintf("the cursor stands at %d, %d of %dx%d\n%s", c.X, c.Y, w, h, v.Content)
	}
	text := colour.ReplaceAllString(v.Content, "")
	lines := strings.Split(text, "\n")
	if len(lines) > h && h >= 6 {
		return fmt.Sprintf("%d lines in %dx%d:\n%s", len(lines), w, h, text)
	}
	for _, l := range lines {
		if n := ansi.StringWidth(l); n > w && w > 1 {
			return fmt.Sprintf("%d wide in %dx%d: %s", n, w, h, l)
		}
		for _, c := range l {
			if c < 0x20 || c >= 0x7f && c < 0xa0 || c == 0x202e {
				return fmt.Sprintf("control character %U in %q", c, l)
			}
		}
	}
	return ""
}
