package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
)

// An input is a text being typed. A pasted list has several lines.
type input struct {
	text     string
	row, col int // of the cursor, as last drawn
}

func (in *input) cursor() int { return in.row }
func (in *input) column() int { return in.col }

// key takes a key: a character, a blank, or backspace.
func (in *input) key(msg tea.KeyPressMsg) error {
	text := fact.Fold(msg.Text)
	switch msg.String() {
	case "backspace":
		if r := []rune(in.text); len(r) > 0 {
			in.text = string(r[:len(r)-1])
		}
		return nil
	case "space":
		text = " "
	}
	return in.paste(text)
}

// paste takes a text. What is too long for any answer is not taken: half of it
// would be another answer.
func (in *input) paste(text string) error {
	if len(text) <= fact.MaxText {
		text = fact.Fold(text)
	}
	if len(in.text)+len(text) > fact.MaxText {
		return fact.TooLong
	}
	in.text += text
	return nil
}

// mostShown is how many lines of a long text are drawn.
const mostShown = 12

// draw is the text behind a mark, or the end of a long one; above is how many
// lines of the page stand above it.
func (in *input) draw(w, above int) []string {
	written := strings.Split("› "+in.text, "\n")
	written = written[max(0, len(written)-mostShown):]
	var lines []string
	for _, l := range written {
		if r := []rune(l); len(r) > mostShown*w {
			l = string(r[len(r)-mostShown*w:])
		}
		lines = append(lines, typeset.Wrap(l, w-2, typeset.Width)...)
	}
	if more := len(lines) - mostShown; more > 0 {
		lines = lines[more:]
	}
	if !strings.HasPrefix(lines[0], "›") {
		lines[0] = "› …"
	}
	in.row, in.col = above+len(lines)-1, typeset.Width(lines[len(lines)-1])
	if strings.HasSuffix(in.text, " ") {
		in.col++ // breaking drops the blank at the end
	}
	return lines
}
