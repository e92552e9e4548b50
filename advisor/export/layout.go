package export

import (
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/words"
)

// A block is one piece of a paper, as all formats for people see it. What is
// set depends on its kind.
type block struct {
	kind  kind
	level int    // heading: 1 to 3
	label string // lead-in of a para or callout, without its colon
	text  string
	items []item // list, callout
	first int    // list: number of the first item; 0: bullets
	cols  []column
	rows  [][]string // table: cells; a line break starts a new line in the cell
	proof bool       // para, list: what a conclusion rests on, set smaller where there are sizes
}

type kind uint8

const (
	titleBlock   kind = iota + 1
	headingBlock      // starts a part
	paraBlock
	smallBlock   // a remark
	calloutBlock // the most urgent thing
	listBlock
	tableBlock
	codeBlock // the code, to be copied exactly: never broken, with a QR code where there is room
	pageBlock // a new page, or a line across
)

// An item is an entry of a list, with lines below it.
type item struct {
	label, text string
	notes       []note
}

// A note is a line below an item.
type note struct{ label, text string }

type column struct {
	head  string
	share int // of the width, in per cent
}

// A paper is a list of blocks and the words of its language.
type paper struct {
	w      *words.Report
	lang   advisor.Lang
	title  string
	blocks []block
	shown  map[string]bool // articles whose gist was printed

	letterLang advisor.Lang // of the letter that leads the paper
}

func newPaper(lang advisor.Lang) *paper {
	return &paper{w: words.ReportIn(string(lang)), lang: lang, shown: map[string]bool{}}
}

// clean drops what must not reach a terminal or a document: control
// characters, and the marks that turn the direction of writing around, which
// can make a sentence read as its opposite. Line breaks stay.
func clean(s string) string {
	bad := func(r rune) bool {
		return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 ||
			r == 0x200e || r == 0x200f || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
	}
	if strings.IndexFunc(s, bad) < 0 {
		return strings.ToValidUTF8(strings.TrimSpace(s), "�")
	}
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == 0x2028, r == 0x2029:
			return ' '
		case bad(r):
			return -1
		}
		return r
	}, s)
	return strings.ToValidUTF8(strings.TrimSpace(s), "�")
}

// paragraphs are the lines of a text that hold anything.
func paragraphs(s string) []string {
	var out []string
	for line := range strings.SplitSeq(clean(s), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// oneLine joins the lines of a text.
func oneLine(s string) string { return strings.Join(paragraphs(s), " ") }

func (p *paper) add(b block) { p.blocks = append(p.blocks, b) }

func (p *paper) heading(level int, text string) {
	p.add(block{kind: headingBlock, level: level, text: oneLine(text)})
}

// para adds a text, a block for each of its paragraphs; the label leads the
// first. An empty text adds nothing.
func (p *paper) para(label, text string) {
	for i, s := range paragraphs(text) {
		if i > 0 {
			label = ""
		}
		p.add(block{kind: paraBlock, label: clean(label), text: s})
	}
}

func (p *paper) small(text string) {
	for _, s := range paragraphs(text) {
		p.add(block{kind: smallBlock, text: s})
	}
}

// newItem is an entry whose further paragraphs become notes; empty notes are
// left out.
func newItem(label, text string, notes ...note) item {
	it := item{label: oneLine(label)}
	for i, s := range paragraphs(text) {
		if i == 0 {
			it.text = s
			continue
		}
		it.notes = append(it.notes, note{"", s})
	}
	for _, n := range notes {
		for i, s := range paragraphs(n.text) {
			if i > 0 {
				n.label = ""
			}
			it.notes = append(it.notes, note{clean(n.label), s})
		}
	}
	return it
}

func (p *paper) list(first int, items ...item) {
	if len(items) > 0 {
		p.add(block{kind: listBlock, first: first, items: items})
	}
}

// bullets is a titled list of plain texts; nothing where there are none.
func (p *paper) bullets(level int, title string, texts []string) {
	if len(texts) == 0 {
		return
	}
	if title != "" {
		p.heading(level, title)
	}
	var items []item
	for _, s := range texts {
		items = append(items, newItem("", s))
	}
	p.list(0, items...)
}

func (p *paper) table(cols []column, rows [][]string) {
	for _, r := range rows {
		for i := range r {
			r[i] = strings.Join(paragraphs(r[i]), "\n")
		}
	}
	if len(rows) > 0 {
		p.add(block{kind: tableBlock, cols: cols, rows: rows})
	}
}

// orNone says that a part is empty, where nothing was added since n blocks.
func (p *paper) orNone(n int, text string) {
	if len(p.blocks) == n {
		p.para("", text)
	}
}

// labelled is "label: text", or the text alone.
func (p *paper) labelled(label, text string) string {
	switch {
	case label == "":
		return text
	case text == "":
		return label
	}
	return label + p.w.Colon + text
}

// letterPaper lays out a letter, then what is for the person only. An English
// letter is an explanation: the Chinese one comes first, to be handed over.
func letterPaper(l *advisor.Letter) *paper {
	p := newPaper(l.Lang)
	p.title = oneLine(l.Title)
	if zh := l.Chinese; zh != nil {
		p.title = oneLine(zh.Title)
		p.letterText(zh)
		p.add(block{kind: pageBlock})
		p.small(p.w.CutHere)
		p.heading(1, l.Title)
		p.para(p.w.To, l.To)
		for _, s := range l.Paragraphs {
			p.para("", s)
		}
	} else {
		p.letterText(l)
		if l.Notes == "" && len(l.Blanks)+len(l.Law) == 0 {
			return p
		}
		p.add(block{kind: pageBlock})
		p.small(p.w.CutHere)
	}
	if l.Notes != "" {
		p.heading(2, p.w.Before)
		p.para("", l.Notes)
	}
	p.bullets(2, p.w.Fill, l.Blanks)
	var law []item
	for _, c := range l.Law {
		law = append(law, p.citation(c))
	}
	p.titledList(p.w.LetterLaw, 0, law)
	return p
}

// letterText is the letter itself, in its own language.
func (p *paper) letterText(l *advisor.Letter) {
	p.letterLang = l.Lang
	p.add(block{kind: titleBlock, text: oneLine(l.Title)})
	p.para(words.ReportIn(string(l.Lang)).To, l.To)
	for _, s := range l.Paragraphs {
		p.para("", s)
	}
}
