package tui

import (
	"fmt"
	"strings"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// A list is numbered entries, one of which can be chosen: by its digit, or with
// the arrows and enter. Pages that show one hold it.
type list struct {
	at  int // the entry that enter takes
	row int // the line it stands on, as last drawn; -1: nothing to choose
}

func (l *list) cursor() int { return l.row }

// listing are the keys of a list of n entries, behind those of the page.
func listing(n int, acts ...keymap.Act) keymap.Map {
	return keymap.On(append(acts, keymap.Up, keymap.PageOn, keymap.PageBack, keymap.Top, keymap.Bottom)...).Numbers(n)
}

// do moves through n entries. It gives the entry that was chosen, by its digit
// or where the mark stands, or -1.
func (l *list) do(act keymap.Act, k keymap.Key, n int) (chosen int) {
	if n == 0 {
		return -1
	}
	l.at = min(l.at, n-1)
	const page = 9
	switch act {
	case keymap.Up:
		l.at = (l.at + n - 1) % n
	case keymap.Down:
		l.at = (l.at + 1) % n
	case keymap.PageBack:
		l.at = max(0, l.at-page)
	case keymap.PageOn:
		l.at = min(n-1, l.at+page)
	case keymap.Top:
		l.at = 0
	case keymap.Bottom:
		l.at = n - 1
	case keymap.Confirm, keymap.GoOn, keymap.Open, keymap.Change, keymap.Keep:
		return l.at
	case keymap.Choose, keymap.TickNumber:
		if i := k.Digit() - 1; i >= 0 && i < n {
			l.at = i
			return i
		}
	}
	return -1
}

// draw is the entries in at most h lines, with the chosen one in sight. boxes
// stand between the number and the text of an entry; nil where there are none.
func (l *list) draw(a *App, entries, boxes []string, w, h int) []string {
	if len(entries) == 0 {
		l.row = -1
		return nil
	}
	l.at = min(l.at, len(entries)-1)
	drawn := make([][]string, len(entries))
	for i := range entries {
		box := ""
		if boxes != nil {
			box = boxes[i]
		}
		drawn[i] = l.entry(a, i, box, entries[i], w)
	}
	from, to := l.window(drawn, h)
	var lines []string
	for i := from; i < to; i++ {
		if i == l.at {
			l.row = len(lines)
		}
		lines = append(lines, drawn[i]...)
	}
	if rest := len(entries) - (to - from); rest > 0 {
		lines = lines[:max(1, min(len(lines), h-1))] // an entry may be taller than the room
		lines = append(lines, a.theme.Muted.Render("  "+fmt.Sprintf(a.words().MoreBelow, rest)))
	}
	return lines
}

func (l *list) entry(a *App, i int, box, text string, w int) []string {
	lead := "  "
	if i == l.at {
		lead = "› "
	}
	if i < 9 {
		lead += fmt.Sprintf("%d ", i+1)
	} else {
		lead += "  "
	}
	lead += box
	var out []string
	for k, s := range typeset.Wrap(text, max(8, w-typeset.Width(lead)-1), typeset.Width) {
		if k > 0 {
			lead = strings.Repeat(" ", typeset.Width(lead))
		}
		s = lead + s
		if i == l.at {
			s = a.theme.Chosen.Render(s)
		}
		out = append(out, s)
	}
	return out
}

// window is which entries fit h lines around the chosen one, less a line to say
// that there are more.
func (l *list) window(entries [][]string, h int) (from, to int) {
	used := 0
	for _, e := range entries {
		used += len(e)
	}
	to = len(entries)
	if used <= h {
		return from, to
	}
	for used > h-1 {
		if to-1 > l.at && (to-1-l.at >= l.at-from || from == l.at) {
			to--
			used -= len(entries[to])
		} else if from < l.at {
			used -= len(entries[from])
			from++
		} else {
			break
		}
	}
	return from, to
}
