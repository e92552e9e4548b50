package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// codePage is the code, large: to be copied by hand, or photographed.
type codePage struct{ copied bool }

func (p *codePage) head(a *App) (string, string) { return a.labels().Code, "" }
func (p *codePage) keys(*App) keymap.Map         { return keymap.On(keymap.Copy, keymap.Back) }
func (p *codePage) cursor() int                  { return -1 }

func (p *codePage) do(a *App, act keymap.Act, _ keymap.Key) tea.Cmd {
	switch act {
	case keymap.Copy:
		p.copied = true
		return tea.SetClipboard(a.Code())
	case keymap.Back:
		a.pop()
	}
	return nil
}

func (p *codePage) body(a *App, w, h int) []string { return p.draw(a, a.Code(), w, h) }

func (p *codePage) draw(a *App, code string, w, h int) []string {
	lines := codeLines(code, w-1)
	square := halfBlocks(code)
	switch {
	case len(square) == 0 || len(square)+len(lines) > h || typeset.Width(square[0]) > w:
		lines = append(lines, flow(w, "", a.taking().QRSmall)...)
	default:
		lines = append(lines, square...)
	}
	if p.copied {
		lines = append(lines, flow(w, a.taking().Copied)...)
	}
	return append(lines, flow(w, a.labels().CodeNote)...)
}

// codeNote is the code with what it holds.
func (a *App) codeNote(w int) []string {
	return flow(w, a.labels().Code+a.labels().Colon+a.Code(), a.labels().CodeNote)
}

// codeLines breaks a code between its groups only.
func codeLines(code string, w int) []string {
	var out []string
	line := ""
	for g := range strings.SplitAfterSeq(code, "-") {
		if line != "" && len(line)+len(g) > w {
			out = append(out, line)
			line = ""
		}
		line += g
	}
	return append(out, line)
}

// quiet is the white border that readers need, in modules. The standard asks
// for four; two are enough on a screen that is dark around it, and four would
// not fit 80x24.
const quiet = 2

// halfBlocks draws a QR code with two modules in a character, upper and lower.
// Light is drawn, dark is left out, so that it reads on a dark screen; on a
// light one readers see it inverted, which they take as well.
func halfBlocks(text string) []string {
	c, ok := paper.QR(text, false)
	if !ok {
		return nil
	}
	light := func(x, y int) bool { return y < c.Size()+quiet && !c.Dark(x, y) }
	var out []string
	for y := -quiet; y < c.Size()+quiet; y += 2 {
		var b strings.Builder
		for x := -quiet; x < c.Size()+quiet; x++ {
			switch up, down := light(x, y), light(x, y+1); {
			case up && down:
				b.WriteRune('█')
			case up:
				b.WriteRune('▀')
			case down:
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		out = append(out, b.String())
	}
	return out
}
