package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
	"wangdai/tui/look"
)

// outlineWidth is what the outline takes at the left of wide screens.
const outlineWidth = 32

// View draws the page between a head and a foot.
func (a *App) View() tea.View {
	content, x, y := a.frame(max(a.w, 0), max(a.h, 0))
	v := tea.NewView(content)
	v.AltScreen = true
	v.WindowTitle = "wangdai"
	if y >= 0 {
		v.Cursor = tea.NewCursor(x, y)
	}
	return v
}

// frame is the whole screen as text, and where the cursor stands; its row is
// -1 where there is none.
func (a *App) frame(w, h int) (content string, x, y int) {
	if w == 0 || h == 0 {
		w, h = 80, 24 // before the first size is known
	}
	f := a.words()
	if w < look.LeastWidth || h < look.LeastHeight {
		lines := append(typeset.Wrap(f.TooSmall, max(w, 1), typeset.Width), typeset.Wrap(f.SmallDanger, max(w, 1),
			typeset.Width)...)
		return strings.Join(lines[:min(len(lines), max(h, 1))], "\n"), 0, -1
	}
	if a.err != nil {
		lines := append(append([]string{f.Failed}, flow(w, typeset.Clean(a.err.Error()))...), a.line(unopened, w))
		return strings.Join(lines, "\n"), 0, -1
	}
	p := a.top()
	left, right := p.head(a)
	if a.idle.asking() {
		p = idlePage{}
		left, right = f.Name, ""
	}
	head := []string{a.theme.Title.Render(spread(" "+left, right+" ", w))}
	foot := a.foot(p, w)
	if h >= 16 {
		head = append(head, rule(w))
		foot = append([]string{rule(w)}, foot...)
	}
	tall := h - len(head) - len(foot)
	body, at := a.area(p, w, tall)
	x, y = at+column(p), -1
	if row := p.cursor(); row >= 0 && row < tall {
		y = row + len(head)
	}
	return strings.Join(append(append(head, body...), foot...), "\n"), x, y
}

// area is a page's body, behind the outline where there is room for one, and
// the column in which the body begins.
func (a *App) area(p page, w, tall int) (lines []string, at int) {
	o, ok := p.(interface{ outline(*App) []string })
	if !ok || w < look.Outline {
		return stretch(p.body(a, w-2, tall), tall, func(int) string { return " " }), 1
	}
	outline := o.outline(a)
	return stretch(p.body(a, w-outlineWidth-2, tall), tall, func(i int) string {
		section := ""
		if i < len(outline) {
			section = outline[i]
		}
		return typeset.Pad(" "+section, outlineWidth-1) + "│ "
	}), outlineWidth + 1
}

// stretch is exactly n lines, each behind its lead.
func stretch(lines []string, n int, lead func(i int) string) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = lead(i)
		if i < len(lines) {
			out[i] += lines[i]
		}
	}
	return out
}

// foot is the keys of a page, or the question whether to leave.
func (a *App) foot(p page, w int) []string {
	switch p.(type) {
	case idlePage:
		return paint(a.theme.Muted.Render, " "+a.words().IdleKeys, w)
	}
	if !a.quit {
		return []string{a.line(a.keysOf(p), w)}
	}
	lines := flow(w-1, a.words().QuitAsk)
	for i := range lines {
		lines[i] = a.theme.Warn.Render(" " + lines[i])
	}
	return lines
}

// line is the keys of a page that fit into a line.
func (a *App) line(m keymap.Map, w int) string {
	return " " + m.Foot(string(a.lang), w-2, a.helpline(), a.theme).Text
}

// column is where in its line a page's cursor stands.
func column(p page) int {
	if p, ok := p.(interface{ column() int }); ok {
		return p.column()
	}
	return 2
}

func rule(w int) string { return " " + strings.Repeat("─", w-2) }

// spread puts one text at each end of a line.
func spread(left, right string, w int) string {
	room := w - typeset.Width(left) - typeset.Width(right)
	if room < 1 {
		return typeset.Truncate(left, w)
	}
	return left + strings.Repeat(" ", room) + right
}
