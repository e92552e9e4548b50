package part

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/rivo/uniseg"

	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
)

// A Field is one line that somebody types into. The library edits it; steps go
// by characters as people see them, and the window and the cursor are in cells.
type Field struct {
	// Joint stands between the lines of a pasted text in Value: a blank in
	// words, nothing in a code, "; " where each line is an entry.
	Joint string

	in    textinput.Model
	lines []string
	left  int    // the first rune that is drawn
	width int    // cells, as last drawn
	chars []char // of the value, where it is not empty
	runes int    // how many the value has
	of    string // the value that chars were told from
}

// char is a character as people see it.
type char struct {
	at    int // its first rune
	cells int
}

// NewField is an empty field that letters go to.
func NewField() *Field {
	f := &Field{Joint: " ", in: textinput.New()}
	f.in.SetVirtualCursor(false)
	f.in.KeyMap = textinput.KeyMap{ // what is not here edits nothing, ctrl+v above all
		LineStart:          f.in.KeyMap.LineStart,
		LineEnd:            f.in.KeyMap.LineEnd,
		DeleteAfterCursor:  f.in.KeyMap.DeleteAfterCursor,
		DeleteBeforeCursor: f.in.KeyMap.DeleteBeforeCursor,
	}
	f.in.Focus()
	return f
}

// Value is what was typed, folded as every reader of answers folds it: ２４％
// is 24%.
func (f *Field) Value() string { return fact.Fold(f.in.Value()) }

// Text is what was typed, as it was typed.
func (f *Field) Text() string { return f.in.Value() }

// Empty reports whether nothing but blanks was typed.
func (f *Field) Empty() bool { return strings.TrimSpace(f.in.Value()) == "" }

// blank reports whether the field shows its hint.
func (f *Field) blank() bool { return f.in.Value() == "" }

// Lines are the lines of a text that was pasted in several lines and not
// touched since; nil otherwise.
func (f *Field) Lines() []string { return slices.Clone(f.lines) }

// Set replaces what is in the field. What is too long for any answer is not
// taken: half of it would be another answer.
func (f *Field) Set(s string) error {
	if len(s) > fact.MaxText {
		return fact.TooLong
	}
	f.in.SetValue(visible(s))
	f.in.CursorEnd()
	f.lines = nil
	return nil
}

// Key takes a key. It tells why a text was not taken.
func (f *Field) Key(msg tea.KeyPressMsg) error {
	if msg.Text != "" {
		return f.insert(visible(msg.Text))
	}
	was := f.in.Value()
	switch pos := f.in.Position(); msg.String() {
	case "space":
		return f.insert(" ")
	case "left", "ctrl+b":
		f.in.SetCursor(f.before(pos))
	case "right", "ctrl+f":
		f.in.SetCursor(f.after(pos))
	case "alt+left", "ctrl+left", "alt+b":
		f.in.SetCursor(f.clauseBefore(pos))
	case "alt+right", "ctrl+right", "alt+f":
		f.in.SetCursor(f.clauseAfter(pos))
	case "backspace", "ctrl+h":
		f.cut(f.before(pos), pos)
	case "delete", "ctrl+d":
		f.cut(pos, f.after(pos))
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		f.cut(f.clauseBefore(pos), pos)
	case "alt+d", "alt+delete", "ctrl+delete":
		f.cut(pos, f.clauseAfter(pos))
	default:
		f.in, _ = f.in.Update(msg)
	}
	if f.in.Value() != was {
		f.lines = nil
	}
	return nil
}

// Paste takes a pasted text. One of several lines is kept by lines, too.
func (f *Field) Paste(text string) error {
	if len(text) > fact.MaxText {
		return fact.TooLong
	}
	var lines []string
	for l := range strings.SplitSeq(ends.Replace(text), "\n") {
		if l = strings.TrimSpace(visible(l)); l != "" {
			lines = append(lines, l)
		}
	}
	alone := f.Empty()
	if err := f.insert(strings.Join(lines, f.Joint)); err != nil {
		return err
	}
	if alone && len(lines) > 1 {
		f.lines = lines
	}
	return nil
}

var ends = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

func (f *Field) insert(text string) error {
	if text == "" {
		return nil
	}
	if len(f.in.Value())+len(text) > fact.MaxText {
		return fact.TooLong
	}
	f.in, _ = f.in.Update(tea.PasteMsg{Content: text})
	f.lines = nil
	return nil
}

// visible is a text without what nobody sees. Marks of direction and the like
// go; a control character becomes ?, which no reader takes, because dropping it
// could join two numbers into one.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return ' '
		case r == utf8.RuneError:
			return '?' // the library would drop it
		case !fact.Hidden(r):
			return r
		case fact.Fold(string(r)) == "":
			return -1
		}
		return '?'
	}, s)
}

// cut drops the runes from one place to another.
func (f *Field) cut(from, to int) {
	all := []rune(f.in.Value())
	f.in.SetValue(string(all[:from]) + string(all[to:]))
	f.in.SetCursor(from)
}

// characters tells the value's characters.
func (f *Field) characters() []char {
	value := f.in.Value()
	if value == f.of {
		return f.chars
	}
	f.of, f.chars = value, f.chars[:0]
	at, state := 0, -1
	for rest := value; rest != ""; {
		var c string
		var w int
		c, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		f.chars = append(f.chars, char{at, w})
		at += utf8.RuneCountInString(c)
	}
	f.runes = at
	return f.chars
}

// index is the character that holds a rune, or their number.
func (f *Field) index(pos int) int {
	i, exact := slices.BinarySearchFunc(f.characters(), pos, func(c char, at int) int { return c.at - at })
	if !exact && pos < f.runes {
		i-- // within a character
	}
	return i
}

// start is the first rune of a character, or the end.
func (f *Field) start(i int) int {
	if c := f.characters(); i < len(c) {
		return c[i].at
	}
	return f.runes
}

// before and after are the places one character on.
func (f *Field) before(pos int) int { return f.start(f.index(max(pos-1, 0))) }
func (f *Field) after(pos int) int  { return f.start(f.index(pos) + 1) }

// clauseBefore is where the last word or clause before a place begins: a
// Chinese sentence has no blanks, so marks count, too.
func (f *Field) clauseBefore(pos int) int {
	all := []rune(f.in.Value())[:pos]
	for pos > 0 && mark(all[pos-1]) {
		pos--
	}
	for pos > 0 && !mark(all[pos-1]) {
		pos--
	}
	return f.start(f.index(pos))
}

func (f *Field) clauseAfter(pos int) int {
	all := []rune(f.in.Value())
	for pos < len(all) && mark(all[pos]) {
		pos++
	}
	for pos < len(all) && !mark(all[pos]) {
		pos++
	}
	return f.start(f.index(pos))
}

func mark(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }

// cells is the width of the runes from one place to another.
func (f *Field) cells(from, to int) int {
	n := 0
	for i := f.index(from); i < len(f.chars) && f.chars[i].at < to; i++ {
		n += f.chars[i].cells
	}
	return n
}

// follow moves the window so that the cursor is in it, with as much of the text
// as there is room for.
func (f *Field) follow() {
	pos := f.in.Position()
	room := f.width - 1 // the cursor behind the last character
	i, end := f.index(pos), f.index(pos)
	used := 0
	for i > 0 && used+f.chars[i-1].cells <= room {
		i--
		used += f.chars[i].cells
	}
	furthest := f.start(i) // with the cursor at the right end
	f.left = min(max(f.start(f.index(f.left)), furthest), f.start(end))
	// What would fit behind the end is shown before the window instead.
	if rest := f.cells(f.left, f.start(len(f.characters()))); rest < room {
		j := f.index(f.left)
		for j > 0 && rest+f.chars[j-1].cells <= room {
			j--
			rest += f.chars[j].cells
		}
		f.left = f.start(j)
	}
}

// View is the part of the text that the cursor is in, in exactly width cells;
// hint stands in an empty field.
func (f *Field) View(width int, hint string, dim lipgloss.Style) string {
	f.width = max(width, 1)
	if f.in.Value() == "" {
		f.left = 0
		return dim.Render(typeset.Pad(hint, f.width))
	}
	f.follow()
	var b strings.Builder
	used, i := 0, f.index(f.left)
	all := []rune(f.in.Value())
	for ; i < len(f.chars) && used+f.chars[i].cells <= f.width; i++ {
		b.WriteString(string(all[f.chars[i].at:f.start(i+1)]))
		used += f.chars[i].cells
	}
	return b.String() + strings.Repeat(" ", f.width-used)
}

// Cursor is the column of the cursor in what View drew last.
func (f *Field) Cursor() int {
	if f.in.Value() == "" {
		return 0
	}
	f.follow()
	return f.cells(f.left, f.in.Position())
}

// Click puts the cursor to the character at a column of what View drew.
func (f *Field) Click(x int) {
	i := f.index(f.left)
	for used := 0; i < len(f.characters()) && used+f.chars[i].cells <= x; i++ {
		used += f.chars[i].cells
	}
	f.in.SetCursor(f.start(i))
}
