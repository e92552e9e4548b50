package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
	"wangdai/tui/part"
)

// A sheet is a page of text that is read. Title and text are asked for at each
// drawing, so that they follow the language.
type sheet struct {
	reading
	title func(a *App) string
	paras func(a *App, w int) []part.Para

	onward bool // enter goes on, once it was read
	urgent bool // it is the help in danger
	ofKeys bool // it is the page of all keys
}

func (p *sheet) head(a *App) (string, string) { return p.title(a), "" }

func (p *sheet) keys(*App) keymap.Map {
	if p.onward {
		return p.acts(keymap.GoOn, keymap.Back)
	}
	return p.acts(keymap.Back)
}

func (p *sheet) do(a *App, act keymap.Act, _ keymap.Key) tea.Cmd {
	switch {
	case p.read(act):
	case act == keymap.GoOn && p.open().Below() > 0:
		p.read(keymap.PageOn) // nothing is left unread below
	default:
		a.pop()
	}
	return nil
}

func (p *sheet) body(a *App, w, h int) []string { return p.draw(a, p.paras(a, w), w, h) }

// reading is a text on a page: the place in it, and what is searched for.
type reading struct {
	reader  *part.Reader
	given   []part.Para // as last drawn
	search  input
	finding bool // letters belong to the search
	row     int  // of the cursor, as last drawn; -1
}

func (t *reading) open() *part.Reader {
	if t.reader == nil {
		t.reader = part.NewReader()
	}
	return t.reader
}

// acts are the keys of a text behind those that a page adds.
func (t *reading) acts(acts ...keymap.Act) keymap.Map {
	if t.finding {
		return keymap.On(keymap.FindThis, keymap.LeaveField)
	}
	if t.open().Term() != "" {
		acts = append(acts, keymap.NextHit, keymap.LastHit)
	}
	return keymap.On(append(acts, keymap.Down, keymap.Find, keymap.Up, keymap.PageOn, keymap.PageBack, keymap.Top,
		keymap.Bottom)...)
}

// read moves in the text or searches it. It reports whether the act was one of
// those.
func (t *reading) read(act keymap.Act) bool {
	switch act {
	case keymap.Find:
		t.finding = true
	case keymap.FindThis:
		t.finding = false
		t.open().Find(t.search.text())
	case keymap.LeaveField:
		t.finding, t.search = false, input{}
		t.open().Find("")
	default:
		return t.open().Do(act)
	}
	return true
}

func (t *reading) typing() bool { return t.finding }

func (t *reading) edit(_ *App, msg tea.KeyPressMsg) {
	if t.finding {
		_ = t.search.key(msg) // what is too long to be found is not taken
	}
}

func (t *reading) paste(_ *App, text string) {
	if t.finding {
		_ = t.search.paste(text)
	}
}

// draw is the window of the text, above the place in it where it is longer.
func (t *reading) draw(a *App, paras []part.Para, w, h int) []string {
	r, l := t.open(), a.look()
	if !slices.EqualFunc(paras, t.given, samePara) {
		r.Set(paras)
		t.given = paras
	}
	lines := r.View(w-1, max(h-1, 1), l)
	t.row = r.Cursor()
	if r.Fits() && !t.finding && r.Term() == "" {
		return lines
	}
	for len(lines) < h-1 {
		lines = append(lines, "")
	}
	if t.finding {
		lines = append(lines, t.search.draw(a, w, len(lines))...)
		t.row = t.search.row
		return lines
	}
	where := r.Where(l)
	if r.Below() > 0 {
		where += " ↓"
	}
	if m := r.Matches(l); m != "" {
		where += "  " + m
	}
	return append(lines, a.theme.Muted.Render(typeset.Truncate(where, w-1)))
}

func (t *reading) cursor() int { return t.row }

func (t *reading) column() int {
	if t.finding {
		return t.search.col
	}
	return 0
}

func samePara(x, y part.Para) bool {
	return x.Kind == y.Kind && x.Lead == y.Lead && x.Hang == y.Hang && x.Text == y.Text && x.ID == y.ID &&
		x.Folds == y.Folds
}

// look is what parts are drawn with.
func (a *App) look() *part.Look { return part.LookIn(string(a.lang), a.theme) }

// plain are texts as paragraphs, a line each.
func plain(texts ...string) []part.Para {
	var out []part.Para
	for _, t := range texts {
		for l := range strings.SplitSeq(t, "\n") {
			out = append(out, part.Para{Text: l})
		}
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
