package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// A sheet is a page of text that scrolls. Title and text are asked for at each
// drawing, so that they follow the language.
type sheet struct {
	title func(a *App) string
	text  func(a *App, w int) []string

	onward bool // enter goes on, once it was read
	urgent bool // it is the help in danger
	ofKeys bool // it is the page of all keys

	off  int
	last int // furthest offset at the last drawing
	tall int // lines that were seen of it
}

func (p *sheet) head(a *App) (string, string) { return p.title(a), "" }
func (p *sheet) cursor() int                  { return -1 }

// reading are the keys of a text behind those that a page adds.
func reading(acts ...keymap.Act) keymap.Map {
	return keymap.On(append(acts, keymap.Down, keymap.Up, keymap.PageOn, keymap.PageBack, keymap.Top, keymap.Bottom)...)
}

func (p *sheet) keys(*App) keymap.Map {
	if p.onward {
		return reading(keymap.GoOn, keymap.Back)
	}
	return reading(keymap.Back)
}

func (p *sheet) do(a *App, act keymap.Act, _ keymap.Key) tea.Cmd {
	switch {
	case p.scroll(act):
	case act == keymap.GoOn && p.off < p.last:
		p.scroll(keymap.PageOn) // nothing is left unread below
	default:
		a.pop()
	}
	return nil
}

func (p *sheet) scroll(act keymap.Act) bool {
	switch act {
	case keymap.Up:
		p.off--
	case keymap.Down:
		p.off++
	case keymap.PageBack:
		p.off -= max(1, p.tall-2)
	case keymap.PageOn:
		p.off += max(1, p.tall-2)
	case keymap.Top:
		p.off = 0
	case keymap.Bottom:
		p.off = p.last
	default:
		return false
	}
	p.off = max(0, min(p.off, p.last))
	return true
}

func (p *sheet) body(a *App, w, h int) []string { return p.marked(a, p.text(a, w), h) }

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
