package export

import (
	"fmt"
	"io"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/typeset"
)

const textWidth = 72

// Text writes a report as plain text of 72 columns, a Han character taking
// two.
func Text(w io.Writer, r *advisor.Report) error { return writeText(w, r, Options{}) }

func writeText(w io.Writer, r *advisor.Report, o Options) error {
	return textOf(w, reportPaper(r), o)
}

func letterText(w io.Writer, l *advisor.Letter, o Options) error {
	return textOf(w, letterPaper(l), o)
}

func textOf(w io.Writer, p *paper, o Options) error {
	t := &texter{p: p, width: o.Width}
	if t.width <= 0 {
		t.width = textWidth
	}
	for i := range p.blocks {
		t.block(&p.blocks[i])
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

type texter struct {
	p     *paper
	b     strings.Builder
	width int
	last  kind
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

func (t *texter) block(b *block) {
	switch b.kind {
	case titleBlock:
		t.put("", b.text)
		t.line(strings.Repeat("=", t.width))
	case headingBlock:
		t.heading(b)
	case paraBlock, smallBlock:
		// Short facts under each other, such as the working of a number, stay
		// together; paragraphs stand apart.
		if t.last != headingBlock && t.last != titleBlock && (b.label == "" || t.last != b.kind) {
			t.gap()
		}
		t.put("", t.p.labelled(b.label, b.text))
	case calloutBlock:
		t.gap()
		t.barred(t.p.labelled(b.label, b.text))
		for _, it := range b.items {
			for _, n := range it.notes {
				t.barred(t.p.labelled(n.label, n.text))
			}
		}
	case listBlock:
		t.list(b)
	case tableBlock:
		t.table(b)
	case codeBlock:
		t.gap()
		t.line(t.p.labelled(b.label, b.text)) // in one piece, however long
	case pageBlock:
		t.gap()
		t.line(strings.Repeat("-", t.width))
	}
	t.last = b.kind
}

func (t *texter) heading(b *block) {
	t.gap()
	if b.level == 1 {
		t.gap()
	}
	t.put("", b.text)
	switch b.level {
	case 1:
		t.line(strings.Repeat("=", t.width))
	case 2:
		t.line(strings.Repeat("-", min(typeset.Width(b.text), t.width)))
	}
}

func (t *texter) list(b *block) {
	for i, it := range b.items {
		lead := "- "
		if b.first > 0 {
			lead = fmt.Sprintf("%2d. ", b.first+i)
		}
		t.put(lead, t.p.labelled(it.label, it.text))
		indent := strings.Repeat(" ", typeset.Width(lead))
		for _, n := range it.notes {
			t.put(indent, t.p.labelled(n.label, n.text))
		}
	}
}

// table writes each row as an entry: the first cell leads, the others follow
// with the head of their column.
func (t *texter) table(b *block) {
	for i, row := range b.rows {
		if i > 0 && len(row) > 2 {
			t.gap()
		}
		t.put("- ", strings.Join(strings.Split(row[0], "\n"), t.p.w.Dot))
		for k, cell := range row[1:] {
			for j, s := range paragraphs(cell) {
				label := b.cols[k+1].head
				if j > 0 {
					label = ""
				}
				t.put("  ", t.p.labelled(label, s))
			}
		}
	}
}
