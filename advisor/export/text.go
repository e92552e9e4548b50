package export

import (
	"io"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/paper"
)

// textWidth is the columns of plain text, a Han character taking two.
const textWidth = 72

func writeText(w io.Writer, r *advisor.Report, o Options) error {
	p := paper.OfReport(r)
	return textOf(w, p, p.Blocks, o)
}

// WriteFirst writes page one of a report as plain text.
func WriteFirst(w io.Writer, r *advisor.Report, o Options) error {
	p := paper.OfReport(r)
	first, _ := p.Divided()
	return textOf(w, p, first, o)
}

// WriteBehind writes what stands behind page one as plain text.
func WriteBehind(w io.Writer, r *advisor.Report, o Options) error {
	p := paper.OfReport(r)
	_, behind := p.Divided()
	return textOf(w, p, behind, o)
}

// WriteReply writes the answer to one ask as plain text.
func WriteReply(w io.Writer, r *advisor.Reply, l advisor.Lang, o Options) error {
	p := paper.OfReply(r, l)
	return textOf(w, p, p.Blocks, o)
}

func letterText(w io.Writer, l *advisor.Letter, o Options) error {
	p := paper.OfLetter(l)
	return textOf(w, p, p.Blocks, o)
}

func textOf(w io.Writer, p *paper.Paper, blocks []paper.Block, o Options) error {
	width := o.Width
	if width <= 0 {
		width = textWidth
	}
	var b strings.Builder
	for _, l := range p.Columns(blocks, width, 0) {
		b.WriteString(strings.TrimRight(l.Lead+l.Text, " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
