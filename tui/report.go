package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
	"wangdai/tui/look"
)

// report is the result: page one, and behind it the parts of the paper.
type report struct {
	sheet
	tab int // 0: page one
}

// tabs are which parts of the paper stand behind each digit.
var tabs = [...][]paper.Part{
	{paper.Todo},
	{paper.Numbers},
	{paper.Law, paper.Annex},
	{paper.Evidence},
	{paper.Avoid},
	{paper.Lawyer, paper.Scope, paper.Disclaimer},
}

func newReport() *report { return &report{} }

func (p *report) head(a *App) (string, string) {
	r := a.result().report
	return a.words().Report + " · " + roleWord(r.Title), r.LawAs + " · " + typeset.Truncate(r.Code, 10)
}

func (p *report) keys(a *App) string { return a.words().ReportKeys }

func (p *report) update(a *App, key, _ string) tea.Cmd {
	switch i := digit(key); {
	case i >= 0 && i < len(tabs):
		p.tab, p.off = i+1, 0
	case key == look.Danger:
		p.tab, p.off = 0, 0
	case key == look.Export:
		a.push(&exporter{})
	case key == look.Terms:
		a.push(termsPage())
	case key == look.Review:
		a.push(&review{})
	case key == look.Back || key == "esc":
		p.back(a)
	default:
		p.scroll(key)
	}
	return nil
}

// back goes to page one, then to where advice was asked for, or to the
// last question.
func (p *report) back(a *App) {
	switch {
	case p.tab != 0:
		p.tab, p.off = 0, 0
	case len(a.pages) > 2:
		a.pop()
	default:
		a.s.Back()
		a.next()
	}
}

func (p *report) body(a *App, w, h int) []string {
	m := a.result()
	parts := []paper.Part{paper.One}
	if p.tab > 0 {
		parts = tabs[p.tab-1]
	}
	lines := a.blocks(m.paper, m.paper.Part(parts...), w, 0)
	if len(lines) == 0 {
		lines = flow(w, m.paper.Words.None)
	}
	if p.tab == len(tabs) {
		lines = append(append(lines, ""), a.codeNote(w)...)
	}
	return p.marked(a, lines, h)
}

// marked is the window of what fits, with a mark where lines stand below it.
func (p *report) marked(a *App, lines []string, h int) []string {
	out := p.window(lines, h)
	if below := len(lines) - p.off - len(out); below > 0 && len(out) > 1 {
		out = append(out[:len(out)-1:len(out)-1], a.theme.Muted.Render(fmt.Sprintf(a.words().LinesBelow, below+1)))
	}
	return out
}

// termsPage explains the words of the law that the report uses.
func termsPage() *sheet {
	return &sheet{
		title: func(a *App) string { return a.labels().Terms },
		text: func(a *App, w int) []string {
			p := a.result().paper
			return a.blocks(p, p.Part(paper.Terms), w, 0)
		},
	}
}
