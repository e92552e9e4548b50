package paper

import (
	"fmt"
	"strings"

	"wangdai/advisor/typeset"
)

// A Line is one line of blocks set in columns, as a text file or a terminal
// shows it.
type Line struct {
	Kind  Kind // of its block; 0: a blank line
	Level int  // of a heading
	Rule  bool // a line across: below a heading, or for a new page
	Lead  string
	Text  string // behind the lead: a number, a bullet, a bar, or the blanks below one
}

// Columns sets blocks in lines of at most width columns, a Han character
// taking two. Only the code is longer, which is never broken. With most over 0
// no text takes more lines than that, what is cut ends in …, and paragraphs do
// not stand apart.
func (p *Paper) Columns(blocks []Block, width, most int) []Line {
	s := setter{p: p, width: width, most: most}
	for i := range blocks {
		s.b = &blocks[i]
		if i > 0 {
			s.last = blocks[i-1].Kind
			s.leads = strings.HasSuffix(blocks[i-1].Text, strings.TrimSpace(p.Words.Colon))
		}
		s.block()
	}
	return s.out
}

type setter struct {
	p           *Paper
	width, most int
	b           *Block
	last        Kind // of the block before
	leads       bool // it announces what comes now
	out         []Line
}

func (s *setter) line(lead, text string) {
	s.out = append(s.out, Line{Kind: s.b.Kind, Level: s.b.Level, Lead: lead, Text: text})
}

func (s *setter) rule(mark string, width int) {
	s.out = append(s.out, Line{Kind: s.b.Kind, Level: s.b.Level, Rule: true, Text: strings.Repeat(mark, width)})
}

// put sets a text, its first line after lead and the others below it; below is
// what leads those.
func (s *setter) put(lead, below, text string) {
	room := max(s.width-typeset.Width(lead), 8)
	lines := typeset.Wrap(text, room, typeset.Width)
	if s.most > 0 && len(lines) > s.most {
		lines = lines[:s.most]
		lines[s.most-1] = typeset.Truncate(lines[s.most-1]+"…", room)
	}
	for i, l := range lines {
		if i > 0 {
			lead = below
		}
		s.line(lead, l)
	}
}

// under puts a text with blanks below its lead.
func (s *setter) under(lead, text string) {
	s.put(lead, strings.Repeat(" ", typeset.Width(lead)), text)
}

// bar stands before each line of a callout.
const bar = "| "

func (s *setter) gap() {
	if len(s.out) > 0 {
		s.out = append(s.out, Line{})
	}
}

func (s *setter) block() {
	b := s.b
	switch b.Kind {
	case Title:
		s.under("", b.Text)
		s.rule("=", s.width)
	case Heading:
		s.heading()
	case Para, Small:
		// Short facts under each other, such as the working of a number, stay
		// together; paragraphs stand apart.
		tight := s.last == Heading || s.last == Title || s.last == b.Kind && b.Label != ""
		if s.most > 0 {
			tight = b.Label == ""
		}
		if !tight {
			s.gap()
		}
		s.under("", s.p.Labelled(b.Label, b.Text))
	case Callout:
		s.gap()
		s.put(bar, bar, s.p.Labelled(b.Label, b.Text))
		for _, it := range b.Items {
			for _, n := range it.Notes {
				s.put(bar, bar, s.p.Labelled(n.Label, n.Text))
			}
		}
	case List:
		s.list()
	case Table:
		s.table()
	case Code:
		s.gap()
		s.line("", s.p.Labelled(b.Label, b.Text))
	case Page:
		s.gap()
		s.rule("-", s.width)
	}
}

func (s *setter) heading() {
	s.gap()
	if s.b.Level == 1 {
		s.gap()
	}
	text := s.b.Heading()
	s.under("", text)
	switch s.b.Level {
	case 1:
		s.rule("=", s.width)
	case 2:
		s.rule("-", min(typeset.Width(text), s.width))
	}
}

func (s *setter) list() {
	if s.last == Para && !s.leads {
		s.gap()
	}
	for i, it := range s.b.Items {
		lead := "- "
		if s.b.First > 0 {
			lead = fmt.Sprintf("%2d. ", s.b.First+i)
		}
		s.under(lead, s.p.Labelled(it.Label, it.Text))
		for _, n := range it.Notes {
			s.under(strings.Repeat(" ", typeset.Width(lead)), s.p.Labelled(n.Label, n.Text))
		}
	}
}

// table sets each row as an entry: the first cell leads, the others follow
// with the head of their column.
func (s *setter) table() {
	for i, row := range s.b.Rows {
		if i > 0 && len(row) > 2 {
			s.gap()
		}
		s.under("- ", strings.Join(strings.Split(row[0], "\n"), s.p.Words.Dot))
		for k, cell := range row[1:] {
			label := s.b.Cols[k+1].Head
			for _, line := range Paragraphs(cell) {
				s.under("  ", s.p.Labelled(label, line))
				label = ""
			}
		}
	}
}
