// Package look is every colour of the terminal, in one place.
// Meaning never stands on colour alone: what is chosen has a mark, what is
// urgent has a word.
package look

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// A Theme names what a style means.
type Theme struct {
	Title   lipgloss.Style // the line at the top
	Heading lipgloss.Style // a heading, a question
	Muted   lipgloss.Style // keys, rules, what stands beside the point
	Chosen  lipgloss.Style // what enter would take
	Warn    lipgloss.Style // danger, deadlines, refused input
	Key     lipgloss.Style // a key, beside what it does
	Rail    lipgloss.Style // the bar before what is urgent or quoted
	Found   lipgloss.Style // what a search found
	Here    lipgloss.Style // the place of it that one is at

	// What pictures are painted with: blanks of a colour, because the width of
	// a block character is another in each terminal. Nil without colours: then
	// there is no picture, and the sentence beside it says the same.
	Over, Within, Rest color.Color
}

// The colours of terminals with 256 colours or more. Each reads on black and
// on white alike (4.5 to 1 at least), because a terminal may never say which
// of the two it is.
var (
	grey   = lipgloss.Color("#767676")
	blue   = lipgloss.Color("#5f5fff")
	red    = lipgloss.Color("#e03131")
	colors = map[string]color.Color{"grey": grey, "blue": blue, "red": red}
)

// For is the theme for a terminal of that many colours. With sixteen it takes
// the terminal's own and leaves out bright black, which some schemes use as
// the background; with none it keeps what is bold.
func For(p colorprofile.Profile) Theme {
	s := lipgloss.NewStyle
	bold := s().Bold(true)
	t := Theme{Title: bold, Heading: bold, Muted: s(), Chosen: bold, Warn: bold,
		Key: s(), Rail: s(), Found: s().Underline(true), Here: s().Reverse(true)}
	switch {
	case p >= colorprofile.ANSI256:
		t.Muted = t.Muted.Foreground(grey)
		t.Chosen = t.Chosen.Foreground(blue)
		t.Warn = t.Warn.Foreground(red)
		t.Rail = t.Rail.Foreground(blue)
		t.Over, t.Within, t.Rest = red, blue, grey
	case p >= colorprofile.ANSI:
		t.Chosen = t.Chosen.Foreground(lipgloss.Cyan)
		t.Warn = t.Warn.Foreground(lipgloss.Red)
		t.Rail = t.Rail.Foreground(lipgloss.Cyan)
		t.Over, t.Within, t.Rest = lipgloss.Red, lipgloss.Cyan, lipgloss.Blue
	}
	return t
}

// Least size: below it the program only asks for a larger window.
const (
	LeastWidth  = 24
	LeastHeight = 8
	// Outline is the width from which the outline of sections stands at the left.
	Outline = 100
)
