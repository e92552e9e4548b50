package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/typeset"
	"wangdai/tui/look"
)

// sheet is a page of text that scrolls.
type sheet struct {
	title string
	text  func(a *App, w int) []string
	off   int
	last  int // furthest offset at the last drawing
}

func (p *sheet) head(a *App) (string, string) { return p.title, "" }
func (p *sheet) keys(a *App) string           { return a.words().PageKeys }
func (p *sheet) cursor() int                  { return -1 }

func (p *sheet) update(a *App, key, _ string) tea.Cmd {
	if !p.scroll(key) {
		a.pop()
	}
	return nil
}

func (p *sheet) scroll(key string) bool {
	switch key {
	case "up", "k":
		p.off--
	case "down", "j":
		p.off++
	case "pgup":
		p.off -= 10
	case "pgdown", "space", " ":
		p.off += 10
	case "home":
		p.off = 0
	case "end":
		p.off = p.last
	default:
		return false
	}
	p.off = max(0, min(p.off, p.last))
	return true
}

func (p *sheet) body(a *App, w, h int) []string { return p.window(p.text(a, w), h) }

func (p *sheet) window(lines []string, h int) []string {
	p.last = max(0, len(lines)-h)
	p.off = min(p.off, p.last)
	return lines[p.off:min(len(lines), p.off+h)]
}

func flow(w int, paragraphs ...string) []string {
	var out []string
	for _, p := range paragraphs {
		for _, l := range strings.Split(p, "\n") {
			if l == "" {
				out = append(out, "")
				continue
			}
			out = append(out, typeset.Wrap(l, w-1, typeset.Width)...)
		}
	}
	return out
}

func helpPage(a *App, text string) *sheet {
	return &sheet{title: a.words().Name, text: func(a *App, w int) []string {
		if a.base != nil {
			text = a.base.Fill(advisor.Text{ZH: text, EN: text}, a.lang)
		}
		return flow(w, text)
	}}
}

func whyPage(a *App, q int) *sheet {
	return &sheet{title: a.words().WhyTitle, text: func(a *App, w int) []string {
		f := a.words()
		x := &a.base.Questions[q]
		lines := flow(w, f.WhyTitle+a.base.Fill(x.Why, a.lang), f.HowTitle+a.base.Fill(x.How, a.lang), "")
		why := a.s.WhyText(q)
		if len(why) == 0 {
			return append(lines, f.WhyNone)
		}
		for _, t := range why {
			lines = append(lines, typeset.Wrap("- "+t, w-1, typeset.Width)...)
		}
		return lines
	}}
}

// dangerPage shows what is urgent for life or money as soon as it is true.
func dangerPage(a *App, f *advisor.Finding) *sheet {
	return &sheet{title: "! " + a.words().DangerNow, text: func(a *App, w int) []string {
		r := a.s.Report()
		var lines []string
		for _, c := range r.Findings {
			if c.ID != f.ID {
				continue
			}
			lines = append(lines, a.paint(a.theme.Warn.Render, c.Title, w)...)
			lines = append(lines, "")
			lines = append(lines, flow(w, c.Text, "")...)
			for _, s := range r.Steps {
				if s.Finding == f.ID {
					lines = append(lines, flow(w, "- "+s.Text)...)
				}
			}
		}
		return lines
	}}
}

// review lists the answers; enter changes one.
type review struct {
	at, row int
}

func (p *review) head(a *App) (string, string) { return a.words().ReviewTitle, "" }
func (p *review) keys(a *App) string           { return a.words().ReviewKeys }
func (p *review) cursor() int                  { return p.row }

func (p *review) answered(a *App) []int {
	given := a.s.Answers()
	var out []int
	for _, q := range a.s.State().Asked {
		if _, ok := given[a.base.Facts[a.base.Questions[q].Fact].ID]; ok {
			out = append(out, q)
		}
	}
	return out
}

func (p *review) update(a *App, key, _ string) tea.Cmd {
	list := p.answered(a)
	n := max(len(list), 1)
	switch key {
	case "up", "k":
		p.at = (p.at + n - 1) % n
	case "down", "j":
		p.at = (p.at + 1) % n
	case "enter":
		if p.at < len(list) {
			q := newInterview(a, list[p.at])
			q.change = true
			a.push(q)
		}
	case look.Back, "esc":
		a.pop()
	}
	return nil
}

func (p *review) body(a *App, w, h int) []string {
	list := p.answered(a)
	if len(list) == 0 {
		p.row = -1
		return []string{a.words().Nothing}
	}
	given := a.s.Answers()
	opts := make([]string, len(list))
	for i, q := range list {
		k := a.base.Questions[q].Fact
		opts[i] = a.base.Facts[k].Label.In(a.lang) + "  " + a.base.FormatValue(k, given[a.base.Facts[k].ID], a.lang)
	}
	lines, row := choices(a, opts, min(p.at, len(opts)-1), nil, w, h)
	p.row = row
	return lines
}

// entry asks for one line of text.
type entry struct {
	prompt, input, problem string
	done                   func(a *App, p *entry)
	row, col               int // of the cursor, as last drawn
}

func (p *entry) head(a *App) (string, string) { return a.words().Name, "" }
func (p *entry) keys(a *App) string           { return a.words().PageKeys }
func (p *entry) cursor() int                  { return p.row }
func (p *entry) typing() bool                 { return true }
func (p *entry) column() int                  { return p.col }

func (p *entry) update(a *App, key, text string) tea.Cmd {
	p.problem = ""
	switch key {
	case "enter":
		p.done(a, p)
	case "esc":
		a.pop()
	case "backspace":
		if r := []rune(p.input); len(r) > 0 {
			p.input = string(r[:len(r)-1])
		}
	case "space":
		p.input += " "
	default:
		if len(p.input)+len(text) <= longestInput {
			p.input += text
		}
	}
	return nil
}

func (p *entry) body(a *App, w, _ int) []string {
	lines := flow(w, p.prompt, "› "+p.input)
	last := lines[len(lines)-1]
	p.row, p.col = len(lines)-1, min(typeset.Width(last), w-1)
	if strings.HasSuffix(p.input, " ") {
		p.col = min(p.col+1, w-1) // wrapping drops the blank at the end
	}
	lines = append(lines, "")
	if p.problem == "" {
		return lines
	}
	return append(lines, a.paint(a.theme.Warn.Render, p.problem, w)...)
}

func resume(a *App, p *entry) {
	r, err := a.base.ReadCode(p.input)
	if err != nil {
		p.problem = err.Error()
		if ce, ok := err.(interface{ In(advisor.Lang) string }); ok {
			p.problem = ce.In(a.lang)
		}
		return
	}
	a.s.Load(r.Answers)
	a.next()
	if len(r.Lost) > 0 {
		a.push(lostPage(a, r.Lost))
	}
}

func searchLaw(a *App, p *entry) {
	hits := a.base.SearchLaw(p.input)
	if strings.TrimSpace(p.input) == "" || len(hits) == 0 {
		p.problem = a.words().NotFound
		return
	}
	a.push(&lawList{cites: hits})
}

// lawList lists articles; enter opens one.
type lawList struct {
	cites   []advisor.Cite
	at, row int
}

func (p *lawList) head(a *App) (string, string) { return a.words().Law, fmt.Sprint(len(p.cites)) }
func (p *lawList) keys(a *App) string           { return a.words().ReviewKeys }
func (p *lawList) cursor() int                  { return p.row }

func (p *lawList) update(a *App, key, _ string) tea.Cmd {
	if key == look.Back || key == "esc" {
		a.pop()
		return nil
	}
	var chosen int
	if p.at, chosen = pick(key, p.at, len(p.cites)); chosen >= 0 {
		a.push(articlePage(a, p.cites[chosen]))
	}
	return nil
}

func (p *lawList) body(a *App, w, h int) []string {
	opts := make([]string, len(p.cites))
	for i, c := range p.cites {
		opts[i] = a.base.CiteName(c, a.deps.Today, a.lang)
		if _, _, art := a.base.Article(c, a.deps.Today); art != nil {
			opts[i] += "  " + art.Gist.In(a.lang)
		}
	}
	lines, row := choices(a, opts, p.at, nil, w, h)
	p.row = row
	return lines
}

func articlePage(a *App, c advisor.Cite) *sheet {
	return &sheet{title: a.base.CiteName(c, a.deps.Today, a.lang), text: func(a *App, w int) []string {
		f := a.words()
		law, v, art := a.base.Article(c, a.deps.Today)
		lines := flow(w, law.Title.In(a.lang), law.Issuer.In(a.lang))
		if v != nil {
			lines = append(lines, v.FromText)
		}
		if art != nil {
			lines = append(lines, "")
			lines = append(lines, flow(w, f.Gist+"  "+a.base.Fill(art.Gist, a.lang))...)
			if art.Quote != "" {
				lines = append(lines, flow(w, "「"+art.Quote+"」")...)
			}
		}
		if a.deps.OfficialText != nil {
			if t := a.deps.OfficialText(c.Law, c.Article); t != "" {
				lines = append(lines, "", a.theme.Heading.Render(f.Official))
				lines = append(lines, flow(w, typeset.CleanLines(t))...)
			}
		}
		return lines
	}}
}
