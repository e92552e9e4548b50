package part

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"wangdai/advisor/typeset"
)

// leastPicture is the fewest cells in which a bar shows anything.
const leastPicture = 8

// mostPicture is the most that one takes: a longer bar says no more.
const mostPicture = 60

// A Bar is one bar of a picture: its words carry the number, the bar repeats it
// for the eye.
type Bar struct {
	Label, Words string
	Value        float64
	Over         bool // beyond what the law allows
}

// Bars are bars on one scale, each behind its label and its number, and the
// sentence that says the same. Without colours, or where there is no room, the
// labels and numbers stand alone.
func Bars(width int, l *Look, sentence string, bars ...Bar) []string {
	var label, words int
	top := 0.0
	for _, b := range bars {
		label, words = max(label, typeset.Width(b.Label)), max(words, typeset.Width(b.Words))
		top = math.Max(top, b.Value)
	}
	room := min(width-label-words-4, mostPicture)
	var out []string
	for _, b := range bars {
		line := typeset.Pad(b.Label, label) + "  " + strings.Repeat(" ", words-typeset.Width(b.Words)) + b.Words
		if room >= leastPicture && l.painted() && top > 0 {
			c := l.Within
			if b.Over {
				c = l.Over
			}
			line += "  " + stripe(c, int(math.Round(math.Max(b.Value, 0)/top*float64(room))))
		}
		out = append(out, wrapped(line, width)...)
	}
	return append(out, said(sentence, width)...)
}

// painted reports whether the terminal has colours to paint with.
func (l *Look) painted() bool { return l.Over != nil && l.Within != nil && l.Rest != nil }

// stripe is blanks of a colour: no character's width is in doubt, and nothing
// is read aloud.
func stripe(c color.Color, n int) string {
	if n <= 0 {
		return ""
	}
	return lipgloss.NewStyle().Background(c).Render(strings.Repeat(" ", n))
}

// wrapped is a line, broken where the width is less than it needs. One that
// holds colours is never too long.
func wrapped(s string, width int) []string {
	if lipgloss.Width(s) <= width {
		return []string{s}
	}
	return typeset.Wrap(strings.Join(strings.Fields(s), " "), max(width, 1), typeset.Width)
}

func said(sentence string, width int) []string {
	if sentence == "" {
		return nil
	}
	return typeset.Wrap(sentence, max(width, 1), typeset.Width)
}

// A Share is a part of a sum: of an income, or of what was paid.
type Share struct {
	Label, Words string
	Value        float64
	Over         bool // beyond what there is, or what the law allows
}

// Budget is a sum divided: one bar of its shares, a line for each behind a
// patch of its colour, and the sentence that says the same. Without colours, or
// where there is no room, the lines stand alone.
func Budget(width int, l *Look, sentence string, shares ...Share) []string {
	total := 0.0
	for _, s := range shares {
		total += math.Max(s.Value, 0)
	}
	room := min(width, mostPicture)
	paint := room >= 2*leastPicture && l.painted() && total > 0
	var bar strings.Builder
	var out []string
	sum, done := 0.0, 0
	for i, s := range shares {
		c := []color.Color{l.Rest, l.Within}[i%2]
		if s.Over {
			c = l.Over
		}
		line := s.Label + "  " + s.Words
		if paint {
			sum += math.Max(s.Value, 0)
			end := int(math.Round(sum / total * float64(room)))
			bar.WriteString(stripe(c, end-done))
			done = end
			if typeset.Width(line)+4 <= width {
				line = stripe(c, 2) + "  " + line
			}
		}
		out = append(out, wrapped(line, width)...)
	}
	if paint {
		out = append([]string{bar.String()}, out...)
	}
	return append(out, said(sentence, width)...)
}

// A Mark is a day on a time line.
type Mark struct {
	Day   int    // after the first
	Words string // the day and what is due
	Over  bool   // it is past, or nearly
}

// TimeLine is days on a line, with a number for each, a line of words for each
// number below it, and the sentence that says the same. Without colours, or
// where there is no room, the words stand alone. No word stands to the right of
// another on the line: they would run into each other.
func TimeLine(width, days int, l *Look, sentence string, marks ...Mark) []string {
	var out []string
	room := min(width, mostPicture)
	if room >= 2*leastPicture && l.painted() && days > 0 && len(marks) <= 9 {
		out = append(out, timeline(room, days, l, marks))
	}
	for i, m := range marks {
		lead := strconv.Itoa(i+1) + "  "
		for k, s := range typeset.Wrap(m.Words, max(width-len(lead), 1), typeset.Width) {
			if k > 0 {
				lead = strings.Repeat(" ", len(lead))
			}
			if m.Over {
				s = l.Warn.Render(s)
			}
			out = append(out, lead+s)
		}
	}
	return append(out, said(sentence, width)...)
}

// timeline is the line itself. Days so near that they would fall on one cell
// stand beside each other.
func timeline(room, days int, l *Look, marks []Mark) string {
	cells := make([]string, room)
	for i := range cells {
		cells[i] = "-"
	}
	for i, m := range marks {
		at := max(0, min(m.Day*(room-1)/days, room-1))
		for at < room-1 && cells[at] != "-" {
			at++
		}
		for at > 0 && cells[at] != "-" {
			at--
		}
		c := l.Within
		if m.Over {
			c = l.Over
		}
		cells[at] = lipgloss.NewStyle().Bold(true).Foreground(c).Render(strconv.Itoa(i + 1))
	}
	return strings.Join(cells, "")
}
