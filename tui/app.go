// Package tui is the interview in the terminal: one root model that owns size,
// language and the stack of pages; pages are plain structs.
//
// It knows no file, clock or network: the day, the knowledge and a place to
// save reports are handed in.
package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/tui/keymap"
	"wangdai/tui/look"
)

// Home is what the first frame shows before the knowledge is loaded.
type Home struct {
	Title   advisor.Text
	Options []advisor.Text
	Help    advisor.Text // for people in danger
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
	Said         *advisor.Record // to go on from, or nil
	Kiosk        bool            // leaving returns to the start
	Idle         time.Duration   // without a key for so long the answers are dropped; 0: never
	Done         <-chan struct{} // closed when the program is over, so that no timer outlives it; may be nil
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
	made  made   // the report on the answers so far
	kept  kept   // what was said and taken back, to be shown where it is asked again
	quit  bool   // asking whether to leave
	over  bool   // left: what is still in the queue of keys means nothing
	ended Ending // how it was left
	wait  int    // home option chosen before the knowledge was there; -1
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
	a.s, a.made, a.kept, a.pages, a.quit, a.wait = nil, made{}, kept{}, []page{&home{}}, false, -1
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

// asking is what is said around what a person wants to know.
func (a *App) asking() *words.Asking { return words.AskingIn(string(a.lang)) }

// taking is what is said around what a person takes away.
func (a *App) taking() *words.Taking { return words.TakingIn(string(a.lang)) }

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
		a.ready(msg)
	case saved:
		msg.done()
	case tick:
		return a, a.ticked()
	case Closing:
		a.push(closingPage())
	case tea.PasteMsg:
		if a.stir() {
			return a, nil
		}
		a.paste(msg.Content)
	case tea.KeyPressMsg:
		// The key that says one is still there does nothing else.
		if a.stir() && bare.Act(keymap.Of(msg)) != keymap.LeaveNow {
			return a, nil
		}
		return a, a.press(msg)
	}
	return a, nil
}

func (a *App) ready(m loaded) {
	a.base, a.err = m.base, m.err
	if a.err != nil {
		return
	}
	a.begin()
	if a.deps.Said != nil {
		a.resume(*a.deps.Said)
	} else if a.wait >= 0 {
		a.role(a.wait)
	}
}

func (a *App) leave() tea.Cmd {
	if a.deps.Kiosk {
		a.ended = Quit
		a.restart()
		return tea.Sequence(tea.ClearScreen, tea.Raw("\x1b[3J"))
	}
	a.over = true
	a.s, a.made, a.kept, a.pages = nil, made{}, kept{}, []page{&home{}} // drawn once more while leaving
	return tea.Quit
}

// resume goes on from what was said. What was answered then is no news.
func (a *App) resume(r advisor.Record) {
	a.s.Resume(r)
	a.s.News()
	a.next()
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
	_ = a.s.Answer(a.base.RoleID, v)
	a.next()
}

// next shows what comes: a danger that has just become true, an answer that was
// decided, what the person may want to know, the next question, or the report.
func (a *App) next() {
	a.pages, a.made = a.pages[:1], made{}
	switch next := a.s.State().Next; {
	case next >= 0 && a.base.Asked(next).ID == a.base.RoleID:
		a.pages[0].(*home).was(a) // asked on the start page
	case a.s.Wonders():
		a.push(newAsks(a, nil))
	case next >= 0:
		a.push(newInterview(a, next))
	default:
		a.push(newReport())
	}
	if told := a.s.News(); len(told) > 0 {
		a.push(toldPage(told))
	}
	for _, f := range a.s.NewDangers() {
		a.push(dangerPage(f.ID))
	}
}

// back asks again what was said last, and shows what that was.
func (a *App) back() {
	if !a.again(func() bool { _, ok := a.s.Back(); return ok }) {
		a.pages = a.pages[:1]
	}
}

// undo takes the last step back, be it a step back itself.
func (a *App) undo() {
	if a.s != nil {
		a.again(a.s.Undo)
	}
}

// again takes something back and goes on from there. What was said stays in
// sight where it is asked again.
func (a *App) again(take func() bool) bool {
	answers, asks := a.s.Answers(), a.s.Asks()
	if !take() {
		return false
	}
	a.kept.keep(answers, asks, a.s)
	a.s.News() // what does not count now is about to be asked again
	a.next()
	return true
}

func (a *App) small() bool {
	return a.w > 0 && (a.w < look.LeastWidth || a.h < look.LeastHeight)
}

// Branch is the branch of the report that the answers have led to, or "" while
// questions are open.
func (a *App) Branch() string {
	if a.s == nil || a.s.State().Next >= 0 {
		return ""
	}
	if f, i := a.base.Role(); f != nil && a.s.State().Values[i].State == fact.Known {
		return f.Options[a.s.State().Values[i].N].ID
	}
	return ""
}

// Reading reports whether a page of text lies over the interview.
func (a *App) Reading() bool {
	switch a.top().(type) {
	case *sheet, *toldSheet:
		return true
	}
	return false
}

// Code is the code of the answers so far.
func (a *App) Code() string {
	if a.s == nil {
		return ""
	}
	return a.s.Code()
}
