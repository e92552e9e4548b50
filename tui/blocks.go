package tui

import (
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/words"
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

// blocks draws blocks of a paper: headings and what is urgent stand out. With
// most over 0 no text takes more lines than that.
func (a *App) blocks(p *paper.Paper, blocks []paper.Block, w, most int) []string {
	var out []string
	for _, l := range p.Columns(blocks, w-1, most) {
		text := l.Lead + l.Text
		switch {
		case l.Rule && l.Kind == paper.Page:
			text = a.theme.Muted.Render(strings.Repeat("─", w-2))
		case l.Rule, text == "" && (len(out) == 0 || out[len(out)-1] == ""):
			continue
		case l.Kind == paper.Title, l.Kind == paper.Heading:
			text = a.theme.Heading.Render(text)
		case l.Kind == paper.Callout:
			text = a.theme.Warn.Render("▌ " + l.Text)
		case l.Kind == paper.Small:
			text = a.theme.Muted.Render(text)
		}
		out = append(out, text)
	}
	return out
}
