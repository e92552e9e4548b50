package tui

import (
	"slices"

	"wangdai/tui/keymap"
	"wangdai/tui/part"
)

// A list is numbered entries, one of which can be chosen: by its digit, or with
// the arrows and enter. Pages that show one hold it. What is ticked the pages
// keep: it is an answer, not a matter of drawing.
type list struct {
	at     int // the entry that enter takes
	row    int // the line it stands on, as last drawn; -1: nothing to choose
	picker *part.Picker
	rows   []part.Row // as last drawn
}

func (l *list) cursor() int { return l.row }

// listing are the keys of a list of n entries, behind those of the page.
func listing(n int, acts ...keymap.Act) keymap.Map {
	return keymap.On(append(acts, keymap.Up, keymap.PageOn, keymap.PageBack, keymap.Top, keymap.Bottom)...).Numbers(n)
}

// set gives the entries, where they are others than before.
func (l *list) set(rows []part.Row, several bool) {
	switch {
	case l.picker == nil:
		l.picker = part.NewPicker(several, rows...)
	case !slices.Equal(rows, l.rows):
		l.picker.Set(rows)
	}
	l.rows, l.picker.Several = rows, several
	l.at = max(0, min(l.at, len(rows)-1))
	l.picker.Go(l.at)
}

// do moves through n entries. It gives the entry that was chosen, by its digit
// or where the mark stands, or -1.
func (l *list) do(act keymap.Act, k keymap.Key, n int) (chosen int) {
	if n == 0 {
		return -1
	}
	if len(l.rows) != n { // not drawn yet
		l.set(make([]part.Row, n), false)
	}
	l.picker.Go(min(l.at, n-1))
	switch act {
	case keymap.Confirm, keymap.GoOn, keymap.Open, keymap.Change, keymap.Keep:
		return l.picker.At()
	case keymap.Choose, keymap.TickNumber:
		chosen = l.picker.Number(k.Digit())
	default:
		l.picker.Do(act)
		chosen = -1
	}
	l.at = l.picker.At()
	return chosen
}

// What stands before an entry that can be ticked.
const (
	ticked    = "[x] "
	suggested = "[?] "
	unticked  = "[ ] "
)

// draw is the entries in at most h lines: the page of them with the one that
// enter takes. boxes stand between the number and the text of an entry; nil
// where there are none.
func (l *list) draw(a *App, entries, boxes []string, w, h int) []string {
	if len(entries) == 0 {
		l.row = -1
		return nil
	}
	rows := make([]part.Row, len(entries))
	var on []int
	for i := range entries {
		rows[i].Text = entries[i]
		if boxes == nil {
			continue
		}
		rows[i].Free, rows[i].Maybe = boxes[i] == "", boxes[i] == suggested
		if boxes[i] == ticked {
			on = append(on, i)
		}
	}
	l.set(rows, boxes != nil)
	l.picker.SetTicked(on...)
	lines := l.picker.View(w, h, a.look())
	l.row = l.picker.Cursor()
	return lines
}
