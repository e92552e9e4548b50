// Package tui is the interview in the terminal: one root model that owns size,
// language and the stack of pages; pages are plain structs.
//
// It knows no file, clock or network: the day, the knowledge and a place to
// save reports are handed in.
package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/text/width"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
	"wangdai/tui/look"
)

// Home is what the first frame shows before the knowledge is loaded.
type Home struct {
	Title   advisor.Text
	Options []advisor.Text
}

// Deps are what the program is given by whoever runs it. Save, Decode and
// OfficialText may be nil: what needs them is then not offered.
type Deps struct {
	Home         Home
	Load         func() (*advisor.Base, error) // called once, beside the first frame
	Today        fact.Date
	Lang         advisor.Lang
	Save         Saver
	Formats      []Format
	OfficialText func(law, article string) string
	Answers      advisor.Answers // to resume from
	Kiosk        bool            // leaving returns to the start
	Idle         time.Duration   // without a key for so long the answers are dropped; 0: never
	Done         <-chan struct{} // closed when the program is over, so that no timer outlives it; may be nil
}

// A page is one screen. It draws into a width and a height, and handles keys.
type page interface {
	update(a *App, key, text string) tea.Cmd
	body(a *App, w, h int) []string
	head(a *App) (left, right string)
	keys(a *App) string
	cursor() int // the body line that the cursor stands on, or -1
}

// App is the whole program's model.
type App struct {
	deps  Deps
	base  *advisor.Base
	err   error
	s     *advisor.Session
	lang  advisor.Lang
	w, h  int
	pages []page
	theme look.Theme
	shown map[string]bool // dangers already shown
	quit  bool            // asking whether to leave
	over  bool            // left: what is still in the queue of keys means nothing
	ended Ending          // how it was left
	wait  int             // home option chosen before the knowledge was there; -1
	idle  idling
}

// New is the program at its start page.
func New(d Deps) *App {
	a := &App{deps: d, lang: d.Lang, theme: look.For(colorprofile.ANSI)}
	a.restart()
	return a
}

// An Ending is how a program came to its end. After all but Quit the caller
// clears the screen and what can be scrolled back to.
type Ending int

// The endings.
const (
	Quit Ending = iota // in the usual way
	Left               // at once, by the quick key
	Idle               // nobody answered whether they were still there
)

// Ended is how the program came to its end.
func (a *App) Ended() Ending { return a.ended }

func (a *App) restart() {
	a.lang = a.deps.Lang // the next visitor's is not the last one's
	a.s, a.pages, a.shown, a.quit, a.wait = nil, []page{&home{}}, map[string]bool{}, false, -1
	if a.base != nil {
		a.begin()
	}
}

func (a *App) begin() {
	a.s = advisor.NewSession(a.base, advisor.Options{Today: a.deps.Today, Lang: a.lang})
}

type loaded struct {
	base *advisor.Base
	err  error
}

// afterFirstFrame is long enough for a terminal to draw the start page, and
// too short for a person to have chosen: until then the law does not compete
// for the processor.
const afterFirstFrame = 40 * time.Millisecond

// Init loads the knowledge once the first frame is out.
func (a *App) Init() tea.Cmd {
	return tea.Batch(a.watch(), tea.Tick(afterFirstFrame, func(time.Time) tea.Msg {
		b, err := a.deps.Load()
		return loaded{b, err}
	}))
}

func (a *App) words() *words.Face { return words.FaceIn(string(a.lang)) }

func (a *App) top() page { return a.pages[len(a.pages)-1] }

func (a *App) push(p page) { a.pages = append(a.pages, p) }

func (a *App) pop() {
	if len(a.pages) > 1 {
		a.pages = a.pages[:len(a.pages)-1]
	}
}

// Update routes a message: one case, one call.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
	case tea.ColorProfileMsg:
		a.theme = look.For(msg.Profile)
	case loaded:
		return a, a.ready(msg)
	case saved:
		msg.done(a)
	case tick:
		return a, a.ticked()
	case Closing:
		a.push(closingPage(a))
	case tea.PasteMsg:
		if a.stir() {
			return a, nil
		}
		return a, a.key("", typeset.Clean(msg.Content))
	case tea.KeyPressMsg:
		if a.stir() && msg.String() != "ctrl+c" {
			return a, nil // the key that says one is still there does nothing else
		}
		text := typeset.Clean(width.Narrow.String(msg.Text))
		key := msg.String()
		if text != "" {
			key = text
		}
		return a, a.key(key, text)
	}
	return a, nil
}

func (a *App) ready(m loaded) tea.Cmd {
	a.base, a.err = m.base, m.err
	if a.err != nil {
		return nil
	}
	a.begin()
	if a.deps.Answers != nil {
		a.s.Load(a.deps.Answers)
		a.next()
	} else if a.wait >= 0 {
		a.role(a.wait)
	}
	return nil
}

func (a *App) key(key, text string) tea.Cmd {
	if a.over {
		return nil
	}
	if key == "ctrl+c" {
		return a.leave()
	}
	if a.err != nil || a.small() {
		switch key {
		case look.Leave:
			a.ended = Left
			return a.leave()
		case look.Quit, "esc":
			if a.err != nil {
				return tea.Quit // there is no start page to go back to
			}
			return a.leave()
		}
		return nil
	}
	if a.quit {
		a.quit = false
		if key == "y" || key == "Y" || key == look.Quit {
			return a.leave()
		}
		return nil
	}
	p := a.top()
	if typing, ok := p.(interface{ typing() bool }); !ok || !typing.typing() {
		switch key {
		case look.Language:
			a.lang = map[advisor.Lang]advisor.Lang{fact.ZH: fact.EN, fact.EN: fact.ZH}[a.lang]
			if a.s != nil {
				a.s.SetLang(a.lang)
			}
			return nil
		case look.Quit:
			a.quit = true
			return nil
		case look.Leave:
			a.ended = Left
			return a.leave()
		}
	}
	return p.update(a, key, text)
}

func (a *App) leave() tea.Cmd {
	if a.deps.Kiosk {
		a.ended = Quit
		a.restart()
		return tea.Sequence(tea.ClearScreen, tea.Raw("\x1b[3J"))
	}
	a.over = true
	a.s, a.pages = nil, []page{&home{}} // drawn once more while leaving
	return tea.Quit
}

// role answers the first question from the start page.
func (a *App) role(i int) {
	if a.base == nil {
		a.wait = i
		return
	}
	a.wait = -1
	v := fact.Of(int64(i))
	if i == len(a.deps.Home.Options) {
		v = fact.NotSure()
	}
	_ = a.s.Answer("role", v)
	a.next()
}

// next shows what comes: a danger that has just become true, the next
// question, or the report.
func (a *App) next() {
	a.pages = a.pages[:1]
	if a.s.State().Next >= 0 {
		a.push(newInterview(a, a.s.State().Next))
	} else {
		a.push(newReport(a))
	}
	st := a.s.State()
	for i := range a.base.Findings {
		f := &a.base.Findings[i]
		if st.Truth[i] != cond.True {
			delete(a.shown, f.ID) // withdrawn; should it return, it is shown again
		} else if f.Urgency == advisor.Danger && !a.shown[f.ID] {
			a.shown[f.ID] = true
			a.push(dangerPage(a, f))
		}
	}
}

func (a *App) small() bool {
	return a.w > 0 && (a.w < look.LeastWidth || a.h < look.LeastHeight)
}

// View draws the page between a head and a foot.
func (a *App) View() tea.View {
	content, row := a.frame(max(a.w, 0), max(a.h, 0))
	v := tea.NewView(content)
	v.AltScreen = true
	v.WindowTitle = "wangdai"
	if row >= 0 {
		v.Cursor = tea.NewCursor(a.left0()+a.column(), row)
	}
	return v
}

// column is where in its line the page's cursor stands.
func (a *App) column() int {
	if p, ok := a.top().(interface{ column() int }); ok {
		return p.column()
	}
	return 2
}

// left0 is the column in which the page's body begins.
func (a *App) left0() int {
	if _, ok := a.top().(interface{ outline(*App) []string }); ok && a.w >= look.Outline {
		return outlineWidth + 1
	}
	return 1
}

// outlineWidth is what the outline takes at the left of wide screens.
const outlineWidth = 32

// frame is the whole screen as text, and the row of the cursor or -1.
func (a *App) frame(w, h int) (string, int) {
	if w == 0 || h == 0 {
		w, h = 80, 24 // before the first size is known
	}
	f := a.words()
	if w < look.LeastWidth || h < look.LeastHeight {
		return strings.Join(typeset.Wrap(f.TooSmall, max(w, 1), typeset.Width), "\n"), -1
	}
	if a.err != nil {
		return strings.Join(append([]string{f.Failed}, typeset.Wrap(typeset.Clean(a.err.Error()), w-1, typeset.Width)...), "\n"), -1
	}
	p := a.top()
	left, right := p.head(a)
	if a.idle.asking() {
		p = idlePage{}
		left, right = f.Name, ""
	}
	roomy := h >= 16
	lines := []string{a.theme.Title.Render(spread(" "+left, right+" ", w))}
	foot := p.keys(a)
	if a.quit {
		foot = f.QuitAsk
	}
	feet := typeset.Wrap(foot, w-2, typeset.Width)
	if len(feet) > 2 {
		feet = feet[:2]
	}
	tall := h - 1 - len(feet)
	if roomy {
		lines = append(lines, rule(w))
		tall -= 2
	}
	bw, bx := w-2, 1
	var outline []string
	if w >= look.Outline {
		if o, ok := p.(interface{ outline(*App) []string }); ok {
			outline = o.outline(a)
			bw, bx = w-outlineWidth-2, outlineWidth+1
		}
	}
	body := p.body(a, bw, tall)
	if len(body) > tall {
		body = body[:tall]
	}
	row := p.cursor()
	if row >= 0 && row < tall {
		row += len(lines)
	} else {
		row = -1
	}
	for i := range tall {
		line := ""
		if i < len(body) {
			line = body[i]
		}
		if outline != nil {
			o := ""
			if i < len(outline) {
				o = outline[i]
			}
			line = pad(" "+o, bx-2) + "│ " + line
		} else {
			line = " " + line
		}
		lines = append(lines, line)
	}
	if roomy {
		lines = append(lines, rule(w))
	}
	for _, l := range feet {
		lines = append(lines, a.theme.Muted.Render(" "+l))
	}
	return strings.Join(lines, "\n"), row
}

func rule(w int) string { return " " + strings.Repeat("─", w-2) }

// spread puts one text at each end of a line.
func spread(left, right string, w int) string {
	room := w - typeset.Width(left) - typeset.Width(right)
	if room < 1 {
		return trim(left, w)
	}
	return left + strings.Repeat(" ", room) + right
}

func pad(s string, w int) string {
	s = trim(s, w)
	return s + strings.Repeat(" ", max(0, w-typeset.Width(s)))
}

// trim cuts a text to w cells, by character.
func trim(s string, w int) string {
	if typeset.Width(s) <= w {
		return s
	}
	out := ""
	for _, r := range s {
		if typeset.Width(out+string(r)) > w-1 {
			break
		}
		out += string(r)
	}
	return out + "…"
}

// Branch is the branch of the report that the answers have led to, or "" while
// questions are open.
func (a *App) Branch() string {
	if a.s == nil || a.s.State().Next >= 0 {
		return ""
	}
	if f, i := a.base.Fact("role"); f != nil && a.s.State().Values[i].State == fact.Known {
		return f.Options[a.s.State().Values[i].N].ID
	}
	return ""
}

// Reading reports whether a page of text lies over the interview.
func (a *App) Reading() bool {
	_, ok := a.top().(*sheet)
	return ok
}

// Code is the code of the answers so far.
func (a *App) Code() string {
	if a.s == nil {
		return ""
	}
	return a.s.Code()
}
