package paper

import (
	"strings"

	"wangdai/advisor/typeset"
)

// A Block is one piece of a paper, as all who draw it see it. What is set
// depends on its kind.
type Block struct {
	Kind  Kind
	Part  Part
	Level int    // heading: 1 to 3
	Label string // lead-in of a para or callout, without its colon; number of a heading, with its mark
	Text  string
	Items []Item // list, callout
	First int    // list: number of the first item; 0: bullets
	Cols  []Column
	Rows  [][]string // table: cells; a line break starts a new line in the cell
	Proof bool       // para, list: what a conclusion rests on, set smaller where there are sizes
}

// A Kind is what a block is.
type Kind uint8

// The kinds of blocks.
const (
	Title   Kind = iota + 1
	Heading      // starts a part or a topic
	Para
	Small   // a remark
	Callout // the most urgent thing
	List
	Table
	Code // the code, to be copied exactly: never broken, with a QR code where there is room
	Page // a new page, or a line across
)

// An Item is an entry of a list, with lines below it.
type Item struct {
	Label, Text string
	Notes       []Note
}

// A Note is a line below an item.
type Note struct{ Label, Text string }

// A Column is the head of a table's column.
type Column struct {
	Head  string
	Share int // of the width, in per cent
}

// Heading is the text of a heading with its number.
func (b *Block) Heading() string { return b.Label + b.Text }

// Clean drops what must not reach a terminal or a document: hidden characters,
// among them the marks that turn the direction of writing around, which can
// make a sentence read as its opposite. Line breaks stay.
func Clean(s string) string {
	return strings.ToValidUTF8(strings.TrimSpace(typeset.CleanLines(s)), "�")
}

// Paragraphs are the lines of a text that hold anything.
func Paragraphs(s string) []string {
	var out []string
	for line := range strings.SplitSeq(Clean(s), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// OneLine joins the lines of a text.
func OneLine(s string) string { return strings.Join(Paragraphs(s), " ") }

func (p *Paper) add(b Block) {
	b.Part = p.part
	p.Blocks = append(p.Blocks, b)
}

func (p *Paper) heading(level int, text string) {
	p.add(Block{Kind: Heading, Level: level, Text: OneLine(text)})
}

// para adds a text, a block for each of its paragraphs; the label leads the
// first. An empty text adds nothing.
func (p *Paper) para(label, text string) {
	for i, s := range Paragraphs(text) {
		if i > 0 {
			label = ""
		}
		p.add(Block{Kind: Para, Label: Clean(label), Text: s})
	}
}

// Remark adds a remark.
func (p *Paper) Remark(text string) {
	for _, s := range Paragraphs(text) {
		p.add(Block{Kind: Small, Text: s})
	}
}

// newItem is an entry whose further paragraphs become notes; empty notes are
// left out.
func newItem(label, text string, notes ...Note) Item {
	it := Item{Label: OneLine(label)}
	for i, s := range Paragraphs(text) {
		if i == 0 {
			it.Text = s
			continue
		}
		it.Notes = append(it.Notes, Note{"", s})
	}
	for _, n := range notes {
		for i, s := range Paragraphs(n.Text) {
			if i > 0 {
				n.Label = ""
			}
			it.Notes = append(it.Notes, Note{Clean(n.Label), s})
		}
	}
	return it
}

func (p *Paper) list(first int, items ...Item) {
	if len(items) > 0 {
		p.add(Block{Kind: List, First: first, Items: items})
	}
}

// bullets is a titled list of plain texts; nothing where there are none.
func (p *Paper) bullets(level int, title string, texts []string) {
	if len(texts) == 0 {
		return
	}
	if title != "" {
		p.heading(level, title)
	}
	var items []Item
	for _, s := range texts {
		items = append(items, newItem("", s))
	}
	p.list(0, items...)
}

func (p *Paper) table(cols []Column, rows [][]string) {
	for _, r := range rows {
		for i := range r {
			r[i] = strings.Join(Paragraphs(r[i]), "\n")
		}
	}
	if len(rows) > 0 {
		p.add(Block{Kind: Table, Cols: cols, Rows: rows})
	}
}
