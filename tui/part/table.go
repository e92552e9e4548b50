package part

import (
	"strings"

	"charm.land/lipgloss/v2"
	"charm.land/lipgloss/v2/table"

	"wangdai/advisor/typeset"
)

// A Col is a column of a table.
type Col struct {
	Head   string
	Figure bool // numbers, days: set to the right, on one line, never cut
}

// leastColumn is the width below which a column of words is no use.
const leastColumn = 10

// Table sets rows in columns. Lip Gloss would break what it has no room for,
// and writes 9,200.0 above a 0: columns of figures get all they need first, the
// words are broken by typeset into what is left, and where that is too little
// every row becomes a few lines of its own.
func Table(width int, l *Look, cols []Col, rows [][]string) []string {
	widths, ok := share(width, cols, rows)
	if !ok {
		return entries(width, l, cols, rows)
	}
	cells := make([][]string, len(rows))
	for i, r := range rows {
		cells[i] = make([]string, len(cols))
		for k := range cols {
			cells[i][k] = cell(r, k)
			if !cols[k].Figure {
				cells[i][k] = strings.Join(typeset.Wrap(cells[i][k], widths[k], typeset.Width), "\n")
			}
		}
	}
	heads := make([]string, len(cols))
	for k, c := range cols {
		heads[k] = c.Head
	}
	t := table.New().Headers(heads...).Rows(cells...).Border(lipgloss.NormalBorder()).
		BorderTop(false).BorderBottom(false).BorderLeft(false).BorderRight(false).BorderColumn(false).
		StyleFunc(func(row, k int) lipgloss.Style {
			s := lipgloss.NewStyle()
			if row == table.HeaderRow {
				s = l.Heading
			}
			w := widths[k]
			if k < len(cols)-1 {
				s, w = s.PaddingRight(len(between)), w+len(between)
			}
			if cols[k].Figure {
				s = s.Align(lipgloss.Right)
			}
			return s.Width(w)
		})
	out := strings.Split(t.String(), "\n")
	for i := range out {
		out[i] = strings.TrimRight(out[i], " ")
	}
	return out
}

// between stands between two columns.
const between = "  "

// share is how wide each column is; not ok where they do not fit.
func share(width int, cols []Col, rows [][]string) (widths []int, ok bool) {
	widths = make([]int, len(cols))
	left, wordy := width-len(between)*(len(cols)-1), 0
	for k, c := range cols {
		widths[k] = max(typeset.Width(c.Head), longest(k, rows))
		if c.Figure {
			left -= widths[k]
		} else {
			wordy++
		}
	}
	for k, c := range cols {
		if c.Figure {
			continue
		}
		if widths[k] > left/wordy {
			widths[k] = left / wordy
		}
		if widths[k] < min(leastColumn, longest(k, rows)) || widths[k] < typeset.Width(c.Head) {
			return nil, false
		}
		left -= widths[k]
		wordy--
	}
	return widths, left >= 0
}

// longest is the width of a column's longest cell.
func longest(k int, rows [][]string) int {
	n := 0
	for _, r := range rows {
		n = max(n, typeset.Width(cell(r, k)))
	}
	return n
}

// cell is what a row has in a column; a row may be shorter than the table.
func cell(r []string, k int) string {
	if k >= len(r) {
		return ""
	}
	return r[k]
}

// entries sets each row as lines of its own: a column's head before what stands
// in it, and a figure on the next line rather than cut.
func entries(width int, l *Look, cols []Col, rows [][]string) []string {
	var out []string
	for i, r := range rows {
		if i > 0 {
			out = append(out, "")
		}
		for k, c := range cols {
			lead := ""
			if k > 0 {
				lead = unmarked
			}
			value := cell(r, k)
			if value == "" {
				continue
			}
			room, head := max(width-len(lead), 2), c.Head+l.Words.Colon
			lines := typeset.Wrap(head+value, room, typeset.Width)
			if c.Figure && typeset.Width(head+value) > room {
				lines = append(typeset.Wrap(strings.TrimSpace(head), room, typeset.Width), value)
			}
			for _, s := range lines {
				out = append(out, lead+s)
			}
		}
	}
	return out
}
