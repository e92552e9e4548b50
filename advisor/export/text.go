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
	return textOf(w, paper.OfReport(r), o)
}

func letterText(w io.Writer, l *advisor.Letter, o Options) error {
	return textOf(w, paper.OfLetter(l), o)
}

func textOf(w io.Writer, p *paper.Paper, o Options) error {
	width := o.Width
	if width <= 0 {
		width = textWidth
	}
	var b strings.Builder
	for _, l := range p.Columns(p.Blocks, width, 0) {
		b.WriteString(strings.TrimRight(l.Lead+l.Text, " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
