package tui

import (
	"strings"

	"wangdai/advisor/typeset"
)

// An input is one line of text being typed.
type input struct {
	text     string
	row, col int // of the cursor, as last drawn
}

const longestInput = 400

func (in *input) cursor() int { return in.row }
func (in *input) column() int { return in.col }

// update takes a key: what was typed, a blank, or backspace.
func (in *input) update(key, text string) {
	switch key {
	case "backspace":
		if r := []rune(in.text); len(r) > 0 {
			in.text = string(r[:len(r)-1])
		}
		return
	case "space":
		text = " "
	}
	if len(in.text)+len(text) <= longestInput {
		in.text += text
	}
}

// draw is the text behind a mark; above is how many lines of the page stand
// above it.
func (in *input) draw(w, above int) []string {
	lines := typeset.Wrap("› "+in.text, w-2, typeset.Width)
	in.row, in.col = above+len(lines)-1, typeset.Width(lines[len(lines)-1])
	if strings.HasSuffix(in.text, " ") {
		in.col++ // breaking drops the blank at the end
	}
	return lines
}
