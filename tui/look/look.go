// Package look is every colour and every key of the terminal, in one place.
// Meaning never stands on colour alone: what is chosen has a mark, what is
// urgent has a word.
package look

import "charm.land/lipgloss/v2"

// A Theme names what a style means. The 16 basic colours are the terminal's
// own, so they are legible on its background, dark or light.
type Theme struct {
	Title, Muted, Chosen, Warn, Heading lipgloss.Style
}

// Default is the theme for terminals with colours; without them the program's
// renderer keeps what is bold.
func Default() Theme {
	s := lipgloss.NewStyle
	return Theme{
		Title:   s().Bold(true),
		Muted:   s().Faint(true), // not bright black: some schemes have it as the background
		Chosen:  s().Bold(true).Foreground(lipgloss.Cyan),
		Warn:    s().Bold(true).Foreground(lipgloss.Red),
		Heading: s().Bold(true),
	}
}

// The keys. Digits, arrows, enter and esc mean what they mean everywhere.
const (
	Why      = "w"
	Back     = "b"
	Review   = "r"
	Advice   = "v"
	Unsure   = "u"
	Leave    = "x"
	Help     = "?"
	Quit     = "q"
	Language = "L"
	Code     = "c"
	Law      = "l"
	Danger   = "0"
	Export   = "e"
	Terms    = "g"
	Copy     = "y"
)

// Least size: below it the program only asks for a larger window.
const (
	LeastWidth  = 24
	LeastHeight = 8
	// Outline is the width from which the outline of sections stands at the left.
	Outline = 100
)
