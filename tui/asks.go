package tui

import (
	"fmt"
	"slices"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/fact"
	"wangdai/tui/look"
)

// asks is the list of what a person may want to know, of which they tick some.
// What is typed into its field finds others.
type asks struct {
	list
	all     []int // as offered
	found   []int // as found by words, while there are any
	chosen  []int
	words   input
	finding bool              // letters belong to the field
	problem func(*App) string // why nothing was found; nil
	another bool              // it was called for, not asked
}

func newAsks(a *App, chosen []int) *asks {
	gone := a.s.Fallen()
	theirs := func(list []int) []int {
		return slices.DeleteFunc(list, func(i int) bool { return slices.Contains(gone, i) })
	}
	return &asks{all: append(theirs(a.s.Asks()), a.s.Offered()...), chosen: theirs(slices.Clone(chosen)), another: !a.s.Wonders()}
}

// filtered reports whether the list is what words have found.
func (p *asks) filtered() bool { return p.words.text != "" && p.problem == nil }

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

func (p *asks) keys(a *App) string {
	switch {
	case p.finding:
		return a.asking().Finding
	case a.w < 60:
		return a.asking().KeysShort
	}
	return a.asking().Keys
}

func (p *asks) update(a *App, key, text string) tea.Cmd {
	n := len(p.listed())
	if !p.filtered() {
		n++ // the whole interview stands last
	}
	switch {
	case p.finding:
		p.find(a, key, text)
	case key == look.Find:
		p.finding = true
	case text != "" && (key == "" || unicode.Is(unicode.Han, []rune(text)[0])):
		p.finding = true
		p.find(a, "", text)
	case key == "space" || key == " ":
		p.turn(p.at)
	case key == "enter":
		if len(p.chosen) == 0 {
			p.turn(p.at)
		}
		p.choose(a)
	case key == look.Unsure:
		p.chosen = nil
		p.choose(a)
	case !p.command(a, key):
		if at := p.list.update(key, n); at >= 0 && at >= len(p.listed()) {
			p.chosen = nil
			p.choose(a)
		} else if at >= 0 {
			p.turn(at)
		}
	}
	return nil
}

// command does what keys mean beside choosing. It reports whether the key was
// one of those.
func (p *asks) command(a *App, key string) bool {
	switch key {
	case look.Danger:
		a.push(helpPage(func(a *App) string { return a.deps.Home.Help.In(a.lang) }))
	case look.Help:
		a.push(helpPage(func(a *App) string { return a.asking().Help }))
	case look.Review:
		a.push(&review{})
	case look.Advice:
		a.push(newReport())
	case look.Back, "esc":
		switch {
		case p.words.text != "":
			p.reset()
		case p.another:
			a.pop()
		default:
			a.back()
		}
	default:
		return false
	}
	return true
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

// find takes a key while words are being typed: what they find is listed as
// they grow.
func (p *asks) find(a *App, key, text string) {
	switch key {
	case "esc":
		p.reset()
		return
	case "up", "down":
		p.list.update(key, max(1, len(p.listed())))
		return
	case "enter":
		if p.finding = p.problem != nil; p.words.text != "" && !p.finding && p.at < len(p.found) &&
			!slices.Contains(p.chosen, p.found[p.at]) {
			p.turn(p.at)
		}
		return
	}
	if err := p.words.update(key, text); err != nil {
		p.problem = told(err)
		return
	}
	p.at, p.problem = 0, nil
	if p.words.text == "" {
		p.found = nil
		return
	}
	found, err := a.s.Find(p.words.text)
	p.found, p.problem = found, told(err)
}

// choose goes on with what is ticked.
func (p *asks) choose(a *App) {
	a.s.Want(p.chosen...)
	a.next()
}

func (p *asks) body(a *App, w, h int) []string {
	x := a.asking()
	lines := paint(a.theme.Heading.Render, x.Title, w)
	if h >= 12 && !p.finding && p.words.text == "" {
		lines = append(lines, paint(a.theme.Muted.Render, x.HintKey, w)...)
	}
	if h >= 16 {
		lines = append(lines, "")
	}
	if p.finding || p.words.text != "" {
		lines = append(lines, p.words.draw(w, len(lines))...)
	}
	if p.problem != nil {
		lines = append(lines, paint(a.theme.Warn.Render, p.problem(a), w)...)
	}
	var entries, boxes []string
	for _, i := range p.listed() {
		entries = append(entries, a.base.Fill(a.base.Asks[i].Title, a.lang))
		boxes = append(boxes, map[bool]string{true: "[x] ", false: "[ ] "}[slices.Contains(p.chosen, i)])
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
