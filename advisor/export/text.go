package export

import (
	"fmt"
	"io"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
)

const textWidth = 72

// Text writes a report as plain text of 72 columns, a Han character taking
// two.
func Text(w io.Writer, r *advisor.Report) error { return writeText(w, r, Options{}) }

func writeText(w io.Writer, r *advisor.Report, o Options) error {
	return textOf(w, paper.OfReport(r), o)
}

func letterText(w io.Writer, l *advisor.Letter, o Options) error {
	return textOf(w, paper.OfLetter(l), o)
}

func textOf(w io.Writer, p *paper.Paper, o Options) error {
	t := &texter{p: p, width: o.Width}
	if t.width <= 0 {
		t.width = textWidth
	}
	for i := range p.Blocks {
		t.block(&p.Blocks[i])
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

type texter struct {
	p     *paper.Paper
	b     strings.Builder
	width int
	last  paper.Kind
}

func (t *texter) line(s string) { t.b.WriteString(strings.TrimRight(s, " ") + "\n") }

// put writes a text, its first line after lead and the others below it.
func (t *texter) put(lead, text string) {
	indent := typeset.Width(lead)
	for i, s := range typeset.Wrap(text, max(t.width-indent, 8), typeset.Width) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		t.line(lead + s)
	}
}

// barred writes a text with a bar at its left.
func (t *texter) barred(text string) {
	for _, s := range typeset.Wrap(text, t.width-2, typeset.Width) {
		t.line("| " + s)
	}
}

func (t *texter) gap() {
	if t.b.Len() > 0 {
		t.b.WriteByte('\n')
	}
}

func (t *texter) block(b *paper.Block) {
	switch b.Kind {
	case paper.Title:
		t.put("", b.Text)
		t.line(strings.Repeat("=", t.width))
	case paper.Heading:
		t.heading(b)
	case paper.Para, paper.Small:
		// Short facts under each other, such as the working of a number, stay
		// together; paragraphs stand apart.
		if t.last != paper.Heading && t.last != paper.Title && (b.Label == "" || t.last != b.Kind) {
			t.gap()
		}
		t.put("", t.p.Labelled(b.Label, b.Text))
	case paper.Callout:
		t.gap()
		t.barred(t.p.Labelled(b.Label, b.Text))
		for _, it := range b.Items {
			for _, n := range it.Notes {
				t.barred(t.p.Labelled(n.Label, n.Text))
			}
		}
	case paper.List:
		t.list(b)
	case paper.Table:
		t.table(b)
	case paper.Code:
		t.gap()
		t.line(t.p.Labelled(b.Label, b.Text)) // in one piece, however long
	case paper.Page:
		t.gap()
		t.line(strings.Repeat("-", t.width))
	}
	t.last = b.Kind
}

func (t *texter) heading(b *paper.Block) {
	t.gap()
	if b.Level == 1 {
		t.gap()
	}
	t.put("", b.Heading())
	switch b.Level {
	case 1:
		t.line(strings.Repeat("=", t.width))
	case 2:
		t.line(strings.Repeat("-", min(typeset.Width(b.Heading()), t.width)))
	}
}

func (t *texter) list(b *paper.Block) {
	for i, it := range b.Items {
		lead := "- "
		if b.First > 0 {
			lead = fmt.Sprintf("%2d. ", b.First+i)
		}
		t.put(lead, t.p.Labelled(it.Label, it.Text))
		indent := strings.Repeat(" ", typeset.Width(lead))
		for _, n := range it.Notes {
			t.put(indent, t.p.Labelled(n.Label, n.Text))
		}
	}
}

// table writes each row as an entry: the first cell leads, the others follow
// with the head of their column.
func (t *texter) table(b *paper.Block) {
	for i, row := range b.Rows {
		if i > 0 && len(row) > 2 {
			t.gap()
		}
		t.put("- ", strings.Join(strings.Split(row[0], "\n"), t.p.Words.Dot))
		for k, cell := range row[1:] {
			for j, s := range paper.Paragraphs(cell) {
				label := b.Cols[k+1].Head
				if j > 0 {
					label = ""
				}
				t.put("  ", t.p.Labelled(label, s))
			}
		}
	}
}
