package tui

import (
	tea "charm.land/bubbletea/v2"

	"wangdai/tui/part"
)

// An input is a line being typed, and where its cursor was drawn. The zero
// input is empty.
type input struct {
	field    *part.Field
	joint    string // between the lines of a pasted text; "": a blank
	row, col int
}

func (in *input) cursor() int { return in.row }
func (in *input) column() int { return in.col }

func (in *input) open() *part.Field {
	if in.field == nil {
		in.field = part.NewField()
		if in.joint != "" {
			in.field.Joint = in.joint
		}
	}
	return in.field
}

// text is what was typed, as readers of answers take it.
func (in *input) text() string {
	if in.field == nil {
		return ""
	}
	return in.field.Value()
}

// set puts a text that was typed before.
func (in *input) set(text string) {
	if text != "" {
		_ = in.open().Set(text) // it was not too long when it was typed
	}
}

func (in *input) key(msg tea.KeyPressMsg) error { return in.open().Key(msg) }
func (in *input) paste(text string) error       { return in.open().Paste(text) }

// prompt stands before what is typed.
const prompt = "› "

// draw is the line behind its mark; above is how many lines of the page stand
// over it.
func (in *input) draw(a *App, w, above int) []string {
	text := in.open().View(w-3, "", a.theme.Muted)
	in.row, in.col = above, 2+in.field.Cursor()
	return []string{prompt + text}
}
