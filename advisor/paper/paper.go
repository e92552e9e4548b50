// Package paper lays a report or a letter out once, as a list of blocks, with
// the words that stand around the advice: headings, labels, the names of
// grades. The exports and the terminal draw these blocks, each in its own way,
// so that none of them can lose what another has, and the same certainty has
// the same name everywhere.
//
// It draws nothing itself: it knows no file format, and no terminal.
package paper

import (
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/words"
)

// A Paper is a report or a letter as blocks, and the words of its language.
type Paper struct {
	Words  *words.Report
	Lang   advisor.Lang
	Title  string
	Blocks []Block

	// Letter is the language of the letter that leads the paper, or "": an
	// English reader hands over a Chinese letter.
	Letter advisor.Lang

	part     Part            // that blocks are being added to
	numbered int             // headings of parts so far
	shown    map[string]bool // articles whose gist was printed
}

// A Part is a stretch of a report that stands for itself: a page of the
// terminal shows one or more of them, a file all in this order.
type Part uint8

// The parts of a report. Only some begin with a numbered heading.
const (
	Front Part = iota + 1 // the title, and of which day
	One                   // page one: what a person needs first
	Todo
	Numbers
	Law
	Evidence
	Avoid
	Lawyer
	Scope
	Answers
	Terms
	Disclaimer
	Check // how to check the paper, and the code
	Annex // the articles
)

// New is an empty paper in a language.
func New(lang advisor.Lang) *Paper {
	return &Paper{Words: words.ReportIn(string(lang)), Lang: lang, shown: map[string]bool{}}
}

// Part is the blocks of some parts, in the order of the paper. Their headings
// come without numbers, as the parts stand for themselves.
func (p *Paper) Part(parts ...Part) []Block {
	var out []Block
	for _, b := range p.Blocks {
		if slices.Contains(parts, b.Part) {
			if b.Kind == Heading {
				b.Label = ""
			}
			out = append(out, b)
		}
	}
	return out
}

// Divided is the paper in two: page one with what stands above it, and what
// stands behind it.
func (p *Paper) Divided() (first, behind []Block) {
	at := slices.IndexFunc(p.Blocks, func(b Block) bool { return b.Kind == Page })
	if at < 0 {
		return p.Blocks, nil
	}
	return p.Blocks[:at], p.Blocks[at+1:]
}

// Labelled is "label: text", or the one of them that is not empty.
func (p *Paper) Labelled(label, text string) string {
	switch {
	case label == "":
		return text
	case text == "":
		return label
	}
	return label + p.Words.Colon + text
}

// EachText visits every text of the paper.
func (p *Paper) EachText(visit func(string)) {
	visit(p.Title)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		visit(b.Label)
		visit(b.Text)
		for _, it := range b.Items {
			visit(it.Label)
			visit(it.Text)
			for _, n := range it.Notes {
				visit(n.Label)
				visit(n.Text)
			}
		}
		for _, c := range b.Cols {
			visit(c.Head)
		}
		for _, r := range b.Rows {
			for _, c := range r {
				visit(c)
			}
		}
	}
}
