package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
	"wangdai/tui/part"
)

// report is the result: page one, and behind it the parts of the paper.
type report struct {
	reading
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
	return a.words().Report + " · " + roleWord(r.Title), a.labels().LawAsOf + " " + r.LawAs
}

func (p *report) keys(a *App) keymap.Map {
	var acts []keymap.Act
	if p.tab == conclusions {
		acts = append(acts, keymap.Unfold)
	}
	acts = append(acts, keymap.NextPart, keymap.Choose, keymap.Letters, keymap.Take, keymap.Terms, keymap.Review)
	if len(a.s.Asks()) > 0 {
		if _, ok := a.further(); ok {
			acts = append(acts, keymap.Deeper)
		}
		acts = append(acts, keymap.More)
	}
	return p.acts(append(acts, keymap.Back, keymap.Quit, keymap.Undo, keymap.LastPart)...).Numbers(len(tabs))
}

func (p *report) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	const all = len(tabs) + 1
	switch act {
	case keymap.Choose:
		p.show(k.Digit())
	case keymap.NextPart:
		p.show((p.tab + 1) % all)
	case keymap.LastPart:
		p.show((p.tab + all - 1) % all)
	case keymap.Letters:
		a.push(&letters{})
	case keymap.Take:
		a.push(&exporter{})
	case keymap.Terms:
		a.push(termsPage())
	case keymap.Review:
		a.push(&review{})
	case keymap.More:
		a.push(newAsks(a, a.s.Asks()))
	case keymap.Deeper:
		a.deeper()
	case keymap.Back:
		p.back(a)
	default:
		p.read(act)
	}
	return nil
}

// contents are the parts, with the one that is shown marked; the others are
// named where there is room for all.
func (p *report) contents(a *App, w int) string {
	names := a.words().ReportParts
	var all []string
	for i, n := range names {
		if i > 0 {
			n = fmt.Sprint(i, " ", n)
		}
		if i == p.tab {
			n = "[" + n + "]"
		}
		all = append(all, n)
	}
	line := strings.Join(all, "  ")
	if typeset.Width(line) >= w {
		if line = all[p.tab]; p.tab > 0 {
			line += fmt.Sprintf("  %d/%d", p.tab, len(tabs))
		}
	}
	return a.theme.Muted.Render(line)
}

// conclusions is the part that is long: its titles stand first, enter unfolds.
const conclusions = 3

// folded are blocks of which each numbered item is a title that enter unfolds,
// and so is every heading but the first.
func (a *App) folded(p *paper.Paper, blocks []paper.Block, w int) []part.Para {
	var out []part.Para
	title := func(lead, text string) {
		out = append(out, part.Para{Folds: true, ID: fmt.Sprint(len(out)), Lead: lead, Text: text})
	}
	for i := range blocks {
		switch b := &blocks[i]; {
		case b.Kind == paper.Heading && i > 0:
			title("", b.Heading())
		case b.Kind == paper.List && b.First > 0:
			for k, it := range b.Items {
				title(fmt.Sprintf("%2d. ", b.First+k), it.Label)
				out = append(out, part.Para{Lead: under, Text: it.Text})
				for _, n := range it.Notes {
					out = append(out, part.Para{Lead: under, Text: p.Labelled(n.Label, n.Text)})
				}
			}
		default:
			out = append(out, a.blocks(p, blocks[i:i+1], w)...)
		}
	}
	return out
}

// under is the blanks below the number and the mark of a title.
const under = "        "

// show goes to a part, at its beginning. What was searched for stood in another
// text.
func (p *report) show(tab int) { p.tab, p.reading = tab, reading{row: -1} }

// back goes to page one, then to where advice was asked for, or to the
// last question.
func (p *report) back(a *App) {
	switch {
	case p.tab != 0:
		p.show(0)
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
func (p *report) ahead(a *App) []part.Para {
	if p.tab > 0 || len(a.s.Asks()) == 0 || a.s.State().Next >= 0 {
		return nil
	}
	x := a.asking()
	lines := []part.Para{{}}
	if to, ok := a.further(); ok {
		text := map[advisor.Depth]string{advisor.Deep: x.Deeper, advisor.Whole: x.All}[to]
		lines = append(lines, part.Para{Kind: part.Muted, Lead: p.key(keymap.Deeper) + " ",
			Text: fmt.Sprintf(text, x.Questions(0, a.s.Ahead(to)))})
	}
	return append(lines, part.Para{Kind: part.Muted, Lead: p.key(keymap.More) + " ", Text: x.Other})
}

// key is the key of an act.
func (p *report) key(act keymap.Act) string { return keymap.On(act).Keys(act)[0].String() }

func (p *report) body(a *App, w, h int) []string {
	m := a.result()
	parts := []paper.Part{paper.One}
	if p.tab > 0 {
		parts = tabs[p.tab-1]
	}
	draw := a.blocks
	if p.tab == conclusions {
		draw = a.folded
	}
	lines := draw(m.paper, m.paper.Part(parts...), w)
	if len(lines) == 0 {
		lines = plain(m.paper.Words.None)
	}
	if p.tab == len(tabs) {
		lines = append(lines, plain("", a.labels().Code+a.labels().Colon+a.Code(), a.labels().CodeNote)...)
	}
	out := append([]string{p.contents(a, w)}, p.draw(a, append(lines, p.ahead(a)...), w, h-1)...)
	if p.row >= 0 {
		p.row++ // below the contents
	}
	return out
}

// termsPage explains the words of the law that the report uses.
func termsPage() *sheet {
	return &sheet{
		title: func(a *App) string { return a.labels().Terms },
		paras: func(a *App, w int) []part.Para {
			p := a.result().paper
			return a.blocks(p, p.Part(paper.Terms), w)
		},
	}
}
