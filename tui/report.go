package tui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/words"
	"wangdai/tui/look"
)

// report is the result: a first screen and a tab for each part.
type report struct {
	sheet
	r    *advisor.Report
	tab  int
	tall int // lines of the window
}

func newReport(a *App) *report { return &report{r: a.s.Report()} }

func (p *report) head(a *App) (string, string) {
	return a.words().Report + " · " + roleWord(p.r.Title), p.r.LawAs + " · " + trim(p.r.Code, 10)
}

func (p *report) keys(a *App) string { return a.words().ReportKeys }

func (p *report) update(a *App, key, _ string) tea.Cmd {
	switch i := digit(key); {
	case i >= 0 && i < len(a.words().Tabs)-1:
		p.tab, p.off = i+1, 0
	case key == look.Danger:
		p.tab, p.off = 0, 0
	case key == look.Export:
		a.push(&exporter{r: p.r})
	case key == look.Terms:
		a.push(&sheet{title: a.words().Terms, text: func(a *App, w int) []string {
			var lines []string
			for _, t := range p.r.Terms {
				lines = append(lines, flow(w, t.Term, "  "+t.Text, "")...)
			}
			return lines
		}})
	case key == look.Review:
		a.push(&review{})
	case key == look.Back || key == "esc":
		if p.tab != 0 {
			p.tab, p.off = 0, 0
			return nil
		}
		if len(a.pages) > 2 {
			a.pop()
			return nil
		}
		a.s.Back()
		a.next()
	default:
		p.scroll(key)
	}
	return nil
}

func (p *report) body(a *App, w, h int) []string {
	if p.r.Lang != a.lang {
		p.r = a.s.Report()
	}
	p.tall = h
	parts := []func(*App, int) []string{p.first, p.steps, p.numbers, p.conclusions, p.evidence, p.avoid, p.lawyer}
	return p.window(parts[p.tab](a, w), h)
}

// first is where one stands, what is most urgent and the lawyer on one screen.
// What is too long for it is shortened here, least first; the whole stands
// behind the keys.
func (p *report) first(a *App, w int) []string {
	var lines []string
	for brief := range 4 {
		if lines = p.brief(a, w, brief); len(lines) <= p.tall {
			break
		}
	}
	return lines
}

// brief draws the first screen: 0 whole, 1 the first sentence of each step, 2
// two lines of each, 3 one line of each.
func (p *report) brief(a *App, w, brief int) []string {
	f, r := a.words(), p.r
	short := func(s string, lines int) []string {
		out := flow(w, s)
		if brief > 0 && len(out) > lines {
			out = out[:lines]
			out[lines-1] = trim(out[lines-1]+"…", w-1)
		}
		return out
	}
	step := func(s string) string {
		if brief > 0 {
			return firstSentence(s)
		}
		return s
	}
	lines := []string{a.theme.Heading.Render(f.Situation)}
	for _, s := range r.Situation {
		lines = append(lines, short(s, max(1, 4-brief))...)
	}
	from := 0
	if u := r.First; u != nil {
		lines = append(lines, "")
		head := "▌" + f.MostUrgent + step(u.Text)
		if u.Basis != "" {
			head = "▌" + f.MostUrgent + u.Text + "  " + u.Date + "  " + fmt.Sprintf(f.Left2, u.Days)
		} else if len(r.Steps) > 0 && r.Steps[0].Text == u.Text {
			from = 1 // it stands here already
		}
		for _, l := range short(head, 4-brief) {
			lines = append(lines, a.theme.Warn.Render(l))
		}
		if u.Basis != "" {
			lines = append(lines, short("▌"+f.Basis+u.Basis, max(1, 3-brief))...)
		}
	}
	if len(r.Steps) > from {
		lines = append(lines, "", a.theme.Heading.Render(f.Next))
	}
	for i := from; i < len(r.Steps); i++ {
		if i == from+3 {
			lines = append(lines, a.theme.Muted.Render(fmt.Sprintf("   "+f.MoreBelow, len(r.Steps)-i)))
			break
		}
		lines = append(lines, short(fmt.Sprintf(" %d  %s  %s", i+1, r.Steps[i].ByText, step(r.Steps[i].Text)), 4-brief)...)
	}
	lines = append(lines, "")
	reason := ""
	if len(r.Lawyer.Reasons) > 0 {
		reason = "  " + r.Lawyer.Reasons[0]
	}
	return append(lines, short(f.Lawyer+a.colon()+f.Grades[r.Lawyer.Urgency]+reason, max(1, 3-brief))...)
}

// firstSentence is a text up to its first full stop or semicolon, with … where
// more follows: an exception may stand there, and must not look absent.
func firstSentence(s string) string {
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		switch {
		case r == '。' || r == '；':
		case (r == '.' || r == ';') && strings.HasPrefix(s[end:], " "):
		default:
			continue
		}
		if strings.TrimSpace(s[end:]) == "" {
			return s
		}
		return s[:i] + " …"
	}
	return s
}

func (p *report) steps(a *App, w int) []string {
	f, r := a.words(), p.r
	lines := []string{a.theme.Heading.Render(f.Next)}
	for i, s := range r.Steps {
		t := fmt.Sprintf("%d  %s  %s", i+1, s.ByText, s.Text)
		if s.Draft != "" {
			t += " [" + f.Drafts + " " + s.Draft + "]"
		}
		lines = append(lines, flow(w, t)...)
	}
	if len(r.Deadlines) > 0 {
		lines = append(lines, "", a.theme.Heading.Render(f.Deadlines))
		for _, d := range r.Deadlines {
			left := fmt.Sprintf(f.Left2, d.Days)
			if d.State == "passed" {
				left = f.Passed
			}
			lines = append(lines, flow(w, d.Date+"  "+d.Text+"  "+left, "  "+d.Counted, "  "+d.Basis, "  "+d.After)...)
		}
	}
	if len(r.Drafts) > 0 {
		lines = append(lines, "", a.theme.Heading.Render(f.Drafts))
		for _, d := range r.Drafts {
			lines = append(lines, flow(w, d.ID+"  "+d.Title)...)
		}
	}
	lines = append(lines, "", a.theme.Heading.Render(f.Contacts))
	for _, c := range r.Authorities {
		lines = append(lines, flow(w, c.Name+"  "+c.For)...)
	}
	return lines
}

func (p *report) numbers(a *App, w int) []string {
	f := a.words()
	lines := []string{a.theme.Heading.Render(f.Numbers)}
	if len(p.r.Calculations) == 0 {
		lines = append(lines, "—")
	}
	for _, c := range p.r.Calculations {
		lines = append(lines, flow(w, c.Label+"  "+c.Result)...)
		if c.Formula != "" {
			lines = append(lines, flow(w, "  "+f.Working+c.Formula)...)
		}
		lines = append(lines, "")
	}
	return lines
}

func (p *report) conclusions(a *App, w int) []string {
	f := a.words()
	var lines []string
	for i, c := range p.r.Findings {
		lines = append(lines, a.paint(a.theme.Heading.Render, fmt.Sprintf("%d/%d  %s  · %s", i+1, len(p.r.Findings), c.Title, f.Certainties[c.Certainty]), w)...)
		lines = append(lines, flow(w, c.Text)...)
		because := ""
		for k, b := range c.Because {
			if k > 0 {
				because += words.EngineIn(string(a.lang)).Semicolon
			}
			because += b.Label
		}
		if because != "" {
			lines = append(lines, flow(w, f.Because+because)...)
		}
		for _, t := range c.WouldChange {
			lines = append(lines, flow(w, f.Turn+t.Label+" → "+t.Effect)...)
		}
		for _, x := range c.Citations {
			t := " › " + x.Name() + "  " + x.Effective + "  " + words.ReportIn(string(a.lang)).Statuses[x.Status] + "  " + x.Gist
			if x.Quote != "" {
				t += "「" + x.Quote + "」"
			}
			lines = append(lines, flow(w, t)...)
		}
		lines = append(lines, "")
	}
	if len(p.r.Unknown) > 0 {
		lines = append(lines, a.theme.Heading.Render(f.Unknown))
		for _, u := range p.r.Unknown {
			lines = append(lines, flow(w, "- "+u.Label+a.colon()+u.HowToFind)...)
		}
		lines = append(lines, "")
	}
	if n := len(p.r.Depends); n > 0 && p.r.Branch != "" {
		lines = append(lines, a.theme.Heading.Render(f.Depends))
		for i, c := range p.r.Depends {
			if i == 12 {
				lines = append(lines, fmt.Sprintf(f.MoreBelow, n-12))
				break
			}
			lines = append(lines, flow(w, "- "+c.Title)...)
		}
	}
	return lines
}

func (p *report) evidence(a *App, w int) []string {
	return bullets(a, w, a.words().Evidence, p.r.Evidence)
}

func (p *report) avoid(a *App, w int) []string {
	f := a.words()
	lines := bullets(a, w, f.Avoid, p.r.Avoid)
	if len(p.r.Myths) > 0 {
		lines = append(lines, "", a.theme.Heading.Render(f.Myths))
		for _, m := range p.r.Myths {
			lines = append(lines, flow(w, "× "+m.Myth, "  "+m.Truth)...)
		}
	}
	return lines
}

func (p *report) lawyer(a *App, w int) []string {
	f, r := a.words(), p.r
	lines := []string{a.theme.Heading.Render(f.Lawyer + a.colon() + f.Grades[r.Lawyer.Urgency])}
	for _, s := range r.Lawyer.Reasons {
		lines = append(lines, flow(w, "- "+s)...)
	}
	lines = append(lines, "")
	for _, s := range r.Lawyer.How {
		lines = append(lines, flow(w, "- "+s)...)
	}
	lines = append(lines, "", a.theme.Heading.Render(f.NotCovered))
	for _, s := range r.NotCovered {
		lines = append(lines, flow(w, "- "+s)...)
	}
	return append(lines, flow(w, "", r.Disclaimer, "", f.CodeLabel+r.Code, f.CodeHint)...)
}

func bullets(a *App, w int, title string, list []string) []string {
	lines := []string{a.theme.Heading.Render(title)}
	if len(list) == 0 {
		lines = append(lines, "—")
	}
	for _, s := range list {
		lines = append(lines, flow(w, "- "+s)...)
	}
	return lines
}

// colon is the colon of the language.
func (a *App) colon() string { return words.EngineIn(string(a.lang)).Colon }
