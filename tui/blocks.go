package tui

import (
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/words"
	"wangdai/tui/part"
)

// made is the report on the answers so far, and how it is laid out. It is made
// when a page first wants it, and forgotten when an answer changes.
type made struct {
	report *advisor.Report
	paper  *paper.Paper
}

// result is the report on the answers so far, in the language of the screen.
func (a *App) result() made {
	if a.made.report == nil || a.made.report.Lang != a.lang {
		r := a.s.Report()
		a.made = made{r, paper.OfReport(r)}
	}
	return a.made
}

// labels are the words around a report.
func (a *App) labels() *words.Report { return words.ReportIn(string(a.lang)) }

// unbroken is more columns than a paragraph takes: the reader breaks it, so that
// what is searched for is found over the ends of lines.
const unbroken = 4000

// blocks are blocks of a paper to be read: headings and what is urgent stand
// out.
func (a *App) blocks(p *paper.Paper, blocks []paper.Block, w int) []part.Para {
	var out []part.Para
	for _, l := range p.Columns(blocks, unbroken, 0) {
		x := part.Para{Lead: l.Lead, Text: l.Text}
		switch {
		case l.Rule && l.Kind == paper.Page:
			x = part.Para{Kind: part.Muted, Text: strings.Repeat("─", w-2)}
		case l.Rule, l.Text == "" && (len(out) == 0 || out[len(out)-1].Text == ""):
			continue
		case l.Kind == paper.Title, l.Kind == paper.Heading:
			x.Kind = part.Heading
		case l.Kind == paper.Callout:
			x = part.Para{Kind: part.Urgent, Lead: "▌ ", Hang: "▌ ", Text: l.Text}
		case l.Kind == paper.Small:
			x.Kind = part.Muted
		}
		out = append(out, x)
	}
	return out
}
