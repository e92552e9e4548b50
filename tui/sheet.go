package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/typeset"
)

// A sheet is a page of text that scrolls. Title and text are asked for at each
// drawing, so that they follow the language.
type sheet struct {
	title func(a *App) string
	text  func(a *App, w int) []string
	off   int
	last  int // furthest offset at the last drawing
	tall  int // lines that were seen of it
}

func (p *sheet) head(a *App) (string, string) { return p.title(a), "" }
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
		p.off -= max(1, p.tall-2)
	case "pgdown", "space", " ":
		p.off += max(1, p.tall-2)
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
	p.last, p.tall = max(0, len(lines)-h), h
	p.off = min(p.off, p.last)
	return lines[p.off:min(len(lines), p.off+h)]
}

// marked is the window of what fits, with a mark where lines stand below it.
func (p *sheet) marked(a *App, lines []string, h int) []string {
	out := p.window(lines, h)
	if below := len(lines) - p.off - len(out); below > 0 && len(out) > 1 {
		out = append(out[:len(out)-1:len(out)-1], a.theme.Muted.Render(fmt.Sprintf(a.words().LinesBelow, below+1)))
	}
	return out
}

// flow breaks paragraphs.
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

// paint breaks a paragraph and gives its lines a look.
func paint(style func(...string) string, s string, w int) []string {
	lines := flow(w, s)
	for i := range lines {
		lines[i] = style(lines[i])
	}
	return lines
}
