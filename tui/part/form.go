package part

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// An Input is a field of a form with the words around it.
type Input struct {
	Label string // before it
	Unit  string // behind it: 元, 期
	Hint  string // in it, while it is empty
	Width int    // cells wanted; 0: as many as there are
}

// A Form is fields below each other, one of which is typed into. What was
// understood stands below its field in words; what is wrong stands there, too,
// until the next key, and the value stays.
type Form struct {
	inputs []Input
	fields []*Field
	below  []string // what was understood, or what is wrong
	wrong  []bool
	at     int
	ends   []spot // where each field stood, as last drawn
}

// spot is a line of the form, and a column of it.
type spot struct{ x, y int }

// NewForm is a form with empty fields.
func NewForm(inputs ...Input) *Form {
	f := &Form{below: make([]string, len(inputs)), wrong: make([]bool, len(inputs))}
	for range inputs {
		f.fields = append(f.fields, NewField())
	}
	f.Set(inputs)
	return f
}

// Set gives the words around the fields anew, in another language.
func (f *Form) Set(inputs []Input) { f.inputs = inputs }

// At is the field that is typed into, counted from 0; Go moves to one.
func (f *Form) At() int { return f.at }

// Go moves to a field.
func (f *Form) Go(i int) { f.at = max(0, min(i, len(f.fields)-1)) }

// Field is a field of the form.
func (f *Form) Field(i int) *Field { return f.fields[i] }

// Values are what stands in the fields, folded.
func (f *Form) Values() []string {
	var out []string
	for _, x := range f.fields {
		out = append(out, x.Value())
	}
	return out
}

// Last reports whether the field that is typed into is the last one: there
// enter is done with the form, elsewhere it goes on to the next.
func (f *Form) Last() bool { return f.at == len(f.fields)-1 }

// Do goes to another field. It reports whether the act is one of a form's.
func (f *Form) Do(a keymap.Act) bool {
	n := len(f.fields)
	switch a {
	case keymap.NextField, keymap.Down:
		f.at = (f.at + 1) % n
	case keymap.LastField, keymap.Up:
		f.at = (f.at + n - 1) % n
	default:
		return false
	}
	return true
}

// Key types into the field. What was said of its value goes. It tells why a
// text was not taken.
func (f *Form) Key(msg tea.KeyPressMsg) error {
	f.Say(f.at, "")
	return f.fields[f.at].Key(msg)
}

// Paste pastes into the field.
func (f *Form) Paste(text string) error {
	f.Say(f.at, "")
	return f.fields[f.at].Paste(text)
}

// Say says below a field how its value was understood; "" takes it back.
func (f *Form) Say(i int, words string) { f.below[i], f.wrong[i] = words, false }

// Refuse says below a field what is wrong with its value, and goes there.
func (f *Form) Refuse(i int, words string) {
	f.below[i], f.wrong[i] = words, true
	f.Go(i)
}

// View is the form in at most height lines of at most width cells, with the
// field that is typed into among them.
func (f *Form) View(width, height int, l *Look) []string {
	f.ends = f.ends[:0]
	var out []string
	var from, to int
	label := f.label(width)
	for i := range f.inputs {
		if i == f.at {
			from = len(out)
		}
		out = append(out, f.draw(i, len(out), label, width, l)...)
		if i == f.at {
			to = len(out)
		}
	}
	height = max(height, 1)
	skip := max(0, min(max(to-height, 0), from))
	if to-from > height { // what was said of it goes before the field itself
		skip = f.ends[f.at].y - min(f.ends[f.at].y-from, height-1)
	}
	for i := range f.ends {
		f.ends[i].y -= skip
	}
	return out[skip:min(len(out), skip+height)]
}

// label is the width of the labels, or 0 where they stand above the fields.
func (f *Form) label(width int) int {
	n := 0
	for _, x := range f.inputs {
		n = max(n, typeset.Width(x.Label))
	}
	if n+len(unmarked)+2*len(between)+12 > width {
		return 0
	}
	return n + len(between)
}

// draw is the lines of a field, from line y of the form on.
func (f *Form) draw(i, y, label, width int, l *Look) []string {
	x := f.inputs[i]
	lead, style := unmarked, lipgloss.NewStyle()
	if i == f.at {
		lead, style = marked, l.Chosen
	}
	var out []string
	if label > 0 {
		lead += style.Render(typeset.Pad(x.Label, label))
	} else if x.Label != "" {
		for _, s := range typeset.Wrap(x.Label, max(width-len(unmarked), 2), typeset.Width) {
			out = append(out, lead+style.Render(s))
			lead = unmarked
		}
	}
	unit := x.Unit
	if unit != "" {
		unit = " " + unit
	}
	room := max(width-lipgloss.Width(lead)-typeset.Width(unit), 2)
	if x.Width > 0 {
		room = min(room, x.Width)
	}
	f.ends = append(f.ends, spot{lipgloss.Width(lead), y + len(out)})
	box := f.fields[i].View(room, x.Hint, l.Muted.Underline(true))
	if !f.fields[i].blank() { // a hint is drawn in its own style, which must not be drawn over
		box = lipgloss.NewStyle().Underline(true).Render(box)
	}
	out = append(out, ansi.Truncate(lead+box+unit, width, ""))
	if f.below[i] != "" {
		said := l.Muted
		if f.wrong[i] {
			said = l.Warn
		}
		for _, s := range typeset.Wrap(f.below[i], max(width-len(unmarked), 2), typeset.Width) {
			out = append(out, unmarked+said.Render(s))
		}
	}
	return out
}

// Cursor is where the cursor stands in what View drew last.
func (f *Form) Cursor() (x, y int) {
	if f.at >= len(f.ends) {
		return 0, -1
	}
	return f.ends[f.at].x + f.fields[f.at].Cursor(), f.ends[f.at].y
}

// Click goes to the field on a line of what View drew, and in it to the
// character at the column.
func (f *Form) Click(x, y int) {
	if i := slices.IndexFunc(f.ends, func(s spot) bool { return s.y == y }); i >= 0 {
		f.at = i
		f.fields[i].Click(x - f.ends[i].x)
	}
}

// Empty reports whether nothing was typed into any field.
func (f *Form) Empty() bool {
	return !slices.ContainsFunc(f.fields, func(x *Field) bool { return !x.Empty() })
}

// Join is the values of the fields that hold any, for a reader of answers.
func (f *Form) Join(between string) string {
	return strings.Join(slices.DeleteFunc(f.Values(), func(s string) bool { return strings.TrimSpace(s) == "" }),
		between)
}
