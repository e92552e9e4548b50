package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
	"wangdai/tui/look"
)

// What a person takes away: the report saved, the letters, the code.

// A Saver puts a report or a letter somewhere and says where. It is called
// outside Update, and may take its time.
type Saver interface {
	Save(format string, r *advisor.Report) (where string, err error)
	SaveLetter(format string, l *advisor.Letter) (where string, err error)
}

// A Format is an export that can be saved; Letter tells that letters can.
type Format struct {
	Name   string
	Text   advisor.Text
	Letter bool
}

func (a *App) paper() *words.Paper { return words.PaperIn(string(a.lang)) }

// saved is the outcome of a save, for the page that asked.
type saved struct {
	to    *savingPlace
	where string
	err   error
}

// A savingPlace is the part of a page that shows how saving went.
type savingPlace struct {
	busy bool
	said string
}

// start runs a save beside the drawing. A second one waits for the first: two
// files of the same name would otherwise race.
func (p *savingPlace) start(a *App, save func(Saver) (string, error)) tea.Cmd {
	if p.busy {
		return nil
	}
	p.busy, p.said = true, a.paper().Saving
	to := a.deps.Save
	return func() tea.Msg {
		where, err := save(to)
		return saved{p, where, err}
	}
}

// done notes how it went. The page may have been left meanwhile; then nobody
// reads it.
func (m saved) done(a *App) {
	m.to.busy = false
	if m.err != nil {
		m.to.said = typeset.Clean(m.err.Error())
		return
	}
	m.to.said = a.words().Saved + typeset.Clean(m.where)
}

// exporter saves the report, and leads to the letters and the code.
type exporter struct {
	r       *advisor.Report
	at, row int
	save    savingPlace
}

func (p *exporter) head(a *App) (string, string) { return a.words().ExportTitle, "" }
func (p *exporter) keys(a *App) string           { return a.paper().ExportKeys }
func (p *exporter) cursor() int                  { return p.row }

func (p *exporter) update(a *App, key, _ string) tea.Cmd {
	switch key {
	case look.Copy:
		p.save.said = a.paper().Copied
		return tea.SetClipboard(p.r.Code)
	case look.QR:
		a.push(&codePage{code: p.r.Code})
	case look.Letters:
		a.push(newLetterList(a))
	case look.Back, "esc":
		a.pop()
	default:
		var chosen int
		if p.at, chosen = pick(key, p.at, len(a.deps.Formats)); chosen >= 0 {
			return p.start(a, chosen)
		}
	}
	return nil
}

func (p *exporter) start(a *App, i int) tea.Cmd {
	p.at = i
	if a.deps.Save == nil {
		p.save.said = a.words().NoSave
		return nil
	}
	format, r := a.deps.Formats[i].Name, p.r
	return p.save.start(a, func(s Saver) (string, error) { return s.Save(format, r) })
}

func (p *exporter) body(a *App, w, h int) []string {
	f := a.words()
	opts := make([]string, len(a.deps.Formats))
	for i, x := range a.deps.Formats {
		opts[i] = x.Name + "  " + x.Text.In(a.lang)
	}
	foot := flow(w, "", f.CodeLabel+p.r.Code, f.CodeHint)
	if p.save.said != "" {
		foot = append(foot, flow(w, "", p.save.said)...)
	}
	list, row := choices(a, opts, p.at, nil, w, max(1, h-len(foot)))
	p.row = row
	return append(list, foot...)
}

// codePage is the code, large: to be copied by hand, or photographed.
type codePage struct{ code, said string }

func (p *codePage) head(a *App) (string, string) { return a.paper().CodeTitle, "" }
func (p *codePage) keys(a *App) string           { return a.paper().CodeKeys }
func (p *codePage) cursor() int                  { return -1 }

func (p *codePage) update(a *App, key, _ string) tea.Cmd {
	switch key {
	case look.Copy:
		p.said = a.paper().Copied
		return tea.SetClipboard(p.code)
	case look.Back, "esc", "enter":
		a.pop()
	}
	return nil
}

func (p *codePage) body(a *App, w, h int) []string {
	code := codeLines(p.code, w-1)
	lines := append([]string{}, code...)
	square := halfBlocks(p.code)
	switch {
	case len(square) == 0 || len(square)+len(code) > h || typeset.Width(square[0]) > w:
		lines = append(lines, flow(w, "", a.paper().QRSmall)...)
	default:
		lines = append(lines, square...)
	}
	for _, l := range flow(w, p.said, a.words().CodeHint) {
		if l != "" && len(lines) < h {
			lines = append(lines, l)
		}
	}
	return lines
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
	size := c.Size()
	light := func(x, y int) bool { return y >= -quiet && y < size+quiet && !c.Dark(x, y) }
	var out []string
	for y := -quiet; y < size+quiet; y += 2 {
		var b strings.Builder
		for x := -quiet; x < size+quiet; x++ {
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

// letterList lists the letters that are ready for this person.
type letterList struct {
	letters []advisor.Letter
	at, row int
}

func newLetterList(a *App) *letterList {
	p := &letterList{}
	for _, d := range a.s.Report().Drafts {
		if l, err := a.s.Draft(d.ID); err == nil {
			p.letters = append(p.letters, l)
		}
	}
	return p
}

func (p *letterList) head(a *App) (string, string) {
	return a.paper().Letters, fmt.Sprint(len(p.letters))
}
func (p *letterList) keys(a *App) string { return a.paper().ToSave }
func (p *letterList) cursor() int        { return p.row }

func (p *letterList) update(a *App, key, _ string) tea.Cmd {
	if key == look.Back || key == "esc" {
		a.pop()
		return nil
	}
	var chosen int
	if p.at, chosen = pick(key, p.at, len(p.letters)); chosen >= 0 {
		a.push(newLetterPage(&p.letters[chosen]))
	}
	return nil
}

func (p *letterList) body(a *App, w, h int) []string {
	if len(p.letters) == 0 {
		p.row = -1
		return flow(w, a.paper().LettersNone)
	}
	lines := flow(w, a.paper().LettersHint, "")
	opts := make([]string, len(p.letters))
	for i := range p.letters {
		opts[i] = p.letters[i].Title
	}
	list, row := choices(a, opts, p.at, nil, w, max(1, h-len(lines)))
	p.row = len(lines) + row
	return append(lines, list...)
}

// letterPage shows one letter, and saves it.
type letterPage struct {
	sheet
	l *advisor.Letter
}

func newLetterPage(l *advisor.Letter) *letterPage {
	p := &letterPage{l: l}
	p.title = l.Title
	p.text = func(a *App, w int) []string { return letterLines(a, l, w) }
	return p
}

func (p *letterPage) keys(a *App) string { return a.paper().LetterKeys }

func (p *letterPage) update(a *App, key, _ string) tea.Cmd {
	switch {
	case key == look.Save:
		a.push(newLetterSaver(a, p.l))
	case key == look.Back || key == "esc":
		a.pop()
	default:
		p.scroll(key)
	}
	return nil
}

func letterLines(a *App, l *advisor.Letter, w int) []string {
	f := a.paper()
	var lines []string
	text := l
	if l.Chinese != nil {
		text = l.Chinese
		lines = append(lines, a.theme.Heading.Render(trim(text.Title, w)))
	}
	lines = append(lines, flow(w, a.paperTo(text)+text.To, "")...)
	for _, s := range text.Paragraphs {
		lines = append(lines, flow(w, s)...)
	}
	lines = append(lines, "", a.theme.Muted.Render(strings.Repeat("─", max(0, w-2))))
	if l.Chinese != nil {
		lines = append(lines, a.theme.Heading.Render(trim(l.Title, w)))
		lines = append(lines, flow(w, f.To+l.To, "")...)
		for _, s := range l.Paragraphs {
			lines = append(lines, flow(w, s)...)
		}
		lines = append(lines, "")
	}
	if l.Notes != "" {
		lines = append(lines, a.theme.Heading.Render(f.Notes))
		lines = append(lines, flow(w, l.Notes, "")...)
	}
	if len(l.Blanks) > 0 {
		lines = append(lines, bullets(a, w, f.Blanks, l.Blanks)...)
		lines = append(lines, "")
	}
	if len(l.Law) > 0 {
		lines = append(lines, a.theme.Heading.Render(f.LetterLaw))
	}
	for _, c := range l.Law {
		lines = append(lines, flow(w, "- "+c.Title+" "+c.Article+"  "+c.Gist)...)
	}
	return lines
}

// paperTo is the salutation in the language of the letter, not of the screen.
func (a *App) paperTo(l *advisor.Letter) string { return words.PaperIn(string(l.Lang)).To }

// letterSaver asks for the format of a letter.
type letterSaver struct {
	l       *advisor.Letter
	formats []Format
	at, row int
	save    savingPlace
}

func newLetterSaver(a *App, l *advisor.Letter) *letterSaver {
	p := &letterSaver{l: l}
	for _, f := range a.deps.Formats {
		if f.Letter {
			p.formats = append(p.formats, f)
		}
	}
	return p
}

func (p *letterSaver) head(*App) (string, string) { return p.l.Title, "" }
func (p *letterSaver) keys(a *App) string         { return a.paper().ToSave }
func (p *letterSaver) cursor() int                { return p.row }

func (p *letterSaver) update(a *App, key, _ string) tea.Cmd {
	if key == look.Back || key == "esc" {
		a.pop()
		return nil
	}
	var i int
	if p.at, i = pick(key, p.at, len(p.formats)); i < 0 {
		return nil
	}
	if a.deps.Save == nil {
		p.save.said = fmt.Sprintf(a.paper().NoSaveLetter, p.l.ID)
		return nil
	}
	format, l := p.formats[i].Name, p.l
	return p.save.start(a, func(s Saver) (string, error) { return s.SaveLetter(format, l) })
}

func (p *letterSaver) body(a *App, w, h int) []string {
	lines := flow(w, a.paper().SaveAs, "")
	opts := make([]string, len(p.formats))
	for i, x := range p.formats {
		opts[i] = x.Name + "  " + x.Text.In(a.lang)
	}
	foot := flow(w, "", p.save.said)
	list, row := choices(a, opts, p.at, nil, w, max(1, h-len(lines)-len(foot)))
	p.row = len(lines) + row
	return append(append(lines, list...), foot...)
}

// lostPage says which answers of an earlier edition's code no longer apply.
func lostPage(a *App, lost []advisor.Lost) *sheet {
	return &sheet{title: a.paper().LostTitle, text: func(a *App, w int) []string {
		lines := flow(w, a.paper().LostHint, "")
		for _, x := range lost {
			lines = append(lines, flow(w, "- "+typeset.Clean(x.Label.In(a.lang)+a.colon()+x.Value.In(a.lang)), "  "+x.Why.In(a.lang))...)
		}
		return lines
	}}
}
