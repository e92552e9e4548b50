package tui

import (
	"fmt"
	"strings"
)

// mostNamed is how many answers and conclusions a preview names of each kind.
const mostNamed = 5

// preview is why an answer is asked again, and what falls and changes with it,
// before it does.
func (p *interview) preview(a *App, w int) []string {
	id, f := p.fact(a).ID, a.words()
	lines := a.doubts(a.s.Doubts(id, *p.pending), w)
	if !p.change {
		return append(lines, flow(w, f.DoubtKeys)...)
	}
	effect, err := a.s.Preview(id, *p.pending)
	if err != nil {
		return append(lines, flow(w, told(err)(a))...)
	}
	for _, x := range []struct {
		title string
		texts []string
	}{
		{a.asking().Theirs, effect.Asks}, {a.asking().Changed, effect.Replies},
		{f.Falls, effect.Falls}, {f.GoneAdvice, effect.Vanish},
		{f.NewAdvice, effect.Appear}, {f.NewNumbers, effect.Numbers},
	} {
		if len(x.texts) == 0 {
			continue
		}
		lines = append(lines, a.theme.Heading.Render(fmt.Sprintf("%s  %d", x.title, len(x.texts))))
		for _, s := range x.texts[:min(len(x.texts), mostNamed)] {
			lines = append(lines, flow(w, "  "+s)...)
		}
		if len(x.texts) > mostNamed {
			lines = append(lines, "  …")
		}
	}
	if len(lines) == 0 {
		lines = append(lines, f.NoChange)
	}
	return append(lines, flow(w, "", f.Confirm)...)
}

// doubts are the reasons to look at an answer again.
func (a *App) doubts(reasons []string, w int) []string {
	var lines []string
	for _, d := range reasons {
		title, text, _ := strings.Cut(d, "\n")
		lines = append(lines, paint(a.theme.Warn.Render, a.words().DoubtTitle+a.labels().Colon+title, w)...)
		lines = append(lines, flow(w, text, "")...)
	}
	return lines
}
