package tui

import (
	"fmt"
	"slices"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/fact"
	"wangdai/tui/keymap"
)

// asks is the list of what a person may want to know, of which they tick some.
// What is typed into its field finds others.
type asks struct {
	list
	all       []int // as offered
	found     []int // as found by words, while there are any
	chosen    []int
	words     input
	finding   bool              // letters belong to the field
	problem   func(*App) string // why nothing was found; nil
	another   bool              // it was called for, not asked
	untouched bool              // enter came before any tick
}

func newAsks(a *App, chosen []int) *asks {
	gone := a.s.Fallen()
	if chosen == nil && a.s.Wonders() {
		chosen = a.kept.asks // taken back: shown as it was
	}
	theirs := func(list []int) []int {
		return slices.DeleteFunc(list, func(i int) bool { return slices.Contains(gone, i) })
	}
	return &asks{all: append(theirs(a.s.Asks()), a.s.Offered()...), chosen: theirs(slices.Clone(chosen)),
		another: !a.s.Wonders()}
}

// filtered reports whether the list is what words have found.
func (p *asks) filtered() bool { return p.words.text() != "" && p.problem == nil }

// listed are the asks on the screen.
func (p *asks) listed() []int {
	if p.filtered() {
		return p.found
	}
	return p.all
}

func (p *asks) typing() bool { return p.finding }

func (p *asks) head(a *App) (string, string) {
	left, right := a.words().Name, ""
	if r, i := a.base.Role(); r != nil && a.s.State().Values[i].State == fact.Known {
		left = roleWord(r.Options[a.s.State().Values[i].N].Text.In(a.lang))
	}
	if n := len(p.chosen); n > 0 {
		right = fmt.Sprintf(a.asking().Chosen, n)
	}
	return left, right
}

func (p *asks) keys(a *App) keymap.Map {
	back := keymap.Previous
	if p.another {
		back = keymap.Back
	}
	acts := []keymap.Act{keymap.Tick, keymap.GoOn, keymap.Filter, keymap.Down, keymap.Unsure, back, keymap.Review,
		keymap.Advice, keymap.TickNumber, keymap.Undo, keymap.Quit}
	if p.finding {
		acts = []keymap.Act{keymap.Down, keymap.Confirm, keymap.LeaveField}
	}
	return listing(p.rows(), acts...)
}

// rows are what is listed, and the whole interview, which stands last.
func (p *asks) rows() int {
	if p.filtered() {
		return len(p.found)
	}
	return len(p.all) + 1
}

func (p *asks) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	p.untouched = false
	switch act {
	case keymap.Filter:
		p.finding = true
	case keymap.Tick:
		p.turn(p.at)
	case keymap.GoOn:
		p.goOn(a)
	case keymap.Confirm:
		p.take()
	case keymap.LeaveField:
		p.reset()
	case keymap.Unsure:
		p.chosen = nil
		p.choose(a)
	case keymap.Review:
		a.push(&review{})
	case keymap.Advice:
		a.push(newReport())
	case keymap.Back, keymap.Previous:
		p.back(a)
	default:
		if at := p.list.do(act, k, max(1, p.rows())); at >= 0 {
			p.turn(at)
		}
	}
	return nil
}

// goOn goes on with what is ticked. Where nothing is, it is asked for: an enter
// too many would choose what nobody meant.
func (p *asks) goOn(a *App) {
	switch {
	case len(p.chosen) > 0:
		p.choose(a)
	case p.at >= len(p.listed()):
		p.choose(a) // the whole interview
	default:
		p.untouched = true
	}
}

func (p *asks) back(a *App) {
	switch {
	case p.words.text() != "":
		p.reset()
	case p.another:
		a.pop()
	default:
		a.back()
	}
}

// turn ticks an ask, or takes the tick away.
func (p *asks) turn(at int) {
	list := p.listed()
	if at >= len(list) {
		return
	}
	if k := slices.Index(p.chosen, list[at]); k >= 0 {
		p.chosen = slices.Delete(p.chosen, k, k+1)
	} else {
		p.chosen = append(p.chosen, list[at])
	}
}

// reset shows the whole list again.
func (p *asks) reset() {
	p.words, p.found, p.problem, p.finding, p.at = input{}, nil, nil, false, 0
}

// edit takes a character: into the field, which a Han one opens by itself.
func (p *asks) edit(a *App, msg tea.KeyPressMsg) {
	if !p.finding && (msg.Text == "" || !unicode.Is(unicode.Han, []rune(msg.Text)[0])) {
		return
	}
	p.finding, p.untouched = true, false
	p.find(a, p.words.key(msg))
}

// paste finds what is pasted.
func (p *asks) paste(a *App, text string) {
	p.finding, p.untouched = true, false
	p.find(a, p.words.paste(text))
}

// find lists what the words find, as they grow.
func (p *asks) find(a *App, err error) {
	if err != nil {
		p.problem = told(err)
		return
	}
	p.at, p.problem = 0, nil
	if p.words.text() == "" {
		p.found = nil
		return
	}
	found, err := a.s.Find(p.words.text())
	p.found, p.problem = found, told(err)
}

// take ticks what was found, and leaves the field.
func (p *asks) take() {
	if p.finding = p.problem != nil; p.words.text() != "" && !p.finding && p.at < len(p.found) &&
		!slices.Contains(p.chosen, p.found[p.at]) {
		p.turn(p.at)
	}
}

// choose goes on with what is ticked.
func (p *asks) choose(a *App) {
	a.s.Want(p.chosen...)
	a.next()
}

func (p *asks) body(a *App, w, h int) []string {
	x := a.asking()
	lines := paint(a.theme.Heading.Render, x.Title, w)
	if h >= 12 && !p.finding && p.words.text() == "" {
		lines = append(lines, paint(a.theme.Muted.Render, x.HintKey, w)...)
	}
	if h >= 16 {
		lines = append(lines, "")
	}
	if p.finding || p.words.text() != "" {
		lines = append(lines, p.words.draw(a, w, len(lines))...)
	}
	switch {
	case p.problem != nil:
		lines = append(lines, paint(a.theme.Warn.Render, p.problem(a), w)...)
	case p.untouched:
		lines = append(lines, paint(a.theme.Warn.Render, x.Untouched, w)...)
	}
	var entries, boxes []string
	for _, i := range p.listed() {
		entries = append(entries, a.base.Fill(a.base.Asks[i].Title, a.lang))
		boxes = append(boxes, map[bool]string{true: ticked, false: unticked}[slices.Contains(p.chosen, i)])
	}
	if !p.filtered() {
		entries, boxes = append(entries, x.Everything), append(boxes, "")
	}
	above := len(lines)
	lines = append(lines, p.draw(a, entries, boxes, w, max(1, h-above))...)
	p.row += above
	if p.finding {
		p.row = p.words.row
	}
	return lines
}

func (p *asks) column() int {
	if p.finding {
		return p.words.col
	}
	return 2
}
