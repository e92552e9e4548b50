package tui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
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

func (p *report) keys(a *App) string {
	if len(a.s.Asks()) == 0 {
		return a.words().ReportKeys
	}
	on := a.asking().OtherKey
	if _, ok := a.further(); ok {
		on = a.asking().DeeperKey + "  " + on
	}
	keys := []string{a.words().ReportKeys, on}
	if a.w < 60 { // of what does not fit the last goes first
		slices.Reverse(keys)
	}
	return strings.Join(keys, "\n")
}

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
	case key == look.Ask:
		a.push(newAsks(a, a.s.Asks()))
	case key == look.Deeper:
		a.deeper()
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
		a.back()
	}
}

// further is how far one may go from page one: to what carries the answers
// further or, where nothing does or that has been asked, to the whole interview.
func (a *App) further() (advisor.Depth, bool) {
	if a.s.State().Next >= 0 { // page one was called for on the way
		return 0, false
	}
	for _, to := range []advisor.Depth{advisor.Deep, advisor.Whole} {
		if a.s.Ahead(to) > 0 {
			return to, true
		}
	}
	return 0, false
}

func (a *App) deeper() {
	if to, ok := a.further(); ok && a.s.Deeper(to) {
		a.next()
	}
}

// ahead says where one may go on to from page one.
func (p *report) ahead(a *App, w int) []string {
	if p.tab > 0 || len(a.s.Asks()) == 0 || a.s.State().Next >= 0 {
		return nil
	}
	x := a.asking()
	lines := []string{""}
	if to, ok := a.further(); ok {
		text := map[advisor.Depth]string{advisor.Deep: x.Deeper, advisor.Whole: x.All}[to]
		lines = append(lines, paint(a.theme.Muted.Render, look.Deeper+" "+fmt.Sprintf(text, x.Questions(0, a.s.Ahead(to))), w)...)
	}
	return append(lines, paint(a.theme.Muted.Render, look.Ask+" "+x.Other, w)...)
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
	return p.marked(a, append(lines, p.ahead(a, w)...), h)
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
