package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/tui/keymap"
)

// A page is one screen. It names the acts it knows, does them, and draws into a
// width and a height. What holds on every page is done by the root.
type page interface {
	keys(a *App) keymap.Map
	do(a *App, act keymap.Act, k keymap.Key) tea.Cmd
	body(a *App, w, h int) []string
	head(a *App) (left, right string)
	cursor() int // the body line that the cursor stands on, or -1
}

// A typist is a page into which one can type: it is given what is no act's key,
// and what is pasted.
type typist interface {
	typing() bool // every character belongs to the field
	edit(a *App, msg tea.KeyPressMsg)
	paste(a *App, text string)
}

// Maps of the screens that are no page.
var (
	bare     = keymap.On().Less(keymap.Danger, keymap.Language, keymap.AllKeys) // nothing but to leave
	leaving  = keymap.On(keymap.Yes)
	unopened = keymap.On(keymap.Quit).Less(keymap.Danger, keymap.Language, keymap.AllKeys)
)

// keysOf is the keys that hold on a page now.
func (a *App) keysOf(p page) keymap.Map {
	m := p.keys(a)
	if t, ok := p.(typist); ok && t.typing() {
		return m.Typing()
	}
	return m
}

// press takes a key: what it does is in the page's table, and what is there for
// every page is done here. A letter that is nobody's goes to the field.
func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	if a.over {
		return nil
	}
	k, p := keymap.Of(msg), a.top()
	m := a.keysOf(p)
	switch {
	case a.err != nil:
		m = unopened
	case a.small():
		m = bare
	case a.quit:
		m = leaving
	}
	act := m.Act(k)
	if a.quit && act != keymap.LeaveNow {
		if a.quit = false; act == keymap.Yes {
			return a.leave()
		}
		return nil
	}
	if cmd, done := a.anywhere(act, m); done {
		return cmd
	}
	switch t, ok := p.(typist); {
	case a.err != nil || a.small():
	case act != keymap.Nothing:
		return p.do(a, act, k)
	case ok:
		t.edit(a, msg)
	}
	return nil
}

// anywhere does what a key does on whatever page, and reports whether it was one
// of those.
func (a *App) anywhere(act keymap.Act, m keymap.Map) (cmd tea.Cmd, done bool) {
	switch act {
	case keymap.LeaveNow:
		a.ended = Left
		return a.leave(), true
	case keymap.Quit:
		if a.err != nil || !a.said() {
			return a.leave(), true
		}
		a.quit = true
	case keymap.Language:
		a.lang = map[advisor.Lang]advisor.Lang{fact.ZH: fact.EN, fact.EN: fact.ZH}[a.lang]
		if a.s != nil {
			a.s.SetLang(a.lang)
		}
	case keymap.Danger:
		if p, ok := a.top().(*sheet); !ok || !p.urgent {
			a.push(dangerHelp())
		}
	case keymap.AllKeys:
		if p, ok := a.top().(*sheet); !ok || !p.ofKeys {
			a.push(keysPage(m))
		}
	case keymap.Undo:
		a.undo()
	default:
		return nil, false
	}
	return nil, true
}

// paste takes a pasted text.
func (a *App) paste(text string) {
	if a.stir() || a.over || a.quit || a.err != nil || a.small() {
		return
	}
	if t, ok := a.top().(typist); ok {
		t.paste(a, text)
	}
}

// said reports whether there is anything to lose.
func (a *App) said() bool {
	return a.s != nil && (a.s.Given() > 0 || len(a.s.Asks()) > 0) || len(a.kept.answers) > 0 || len(a.kept.typed) > 0
}

// kept is what a person gave and took back, or has not finished typing: nothing
// of it counts, all of it is shown again where it is asked for.
type kept struct {
	answers advisor.Answers
	asks    []int
	typed   map[string]string // by question, or by the name of a field
}

// keep notes what a session no longer holds of what was said.
func (k *kept) keep(answers advisor.Answers, asks []int, s *advisor.Session) {
	still := s.Answers()
	for id, v := range answers {
		if _, ok := still[id]; !ok {
			if k.answers == nil {
				k.answers = advisor.Answers{}
			}
			k.answers[id] = v
		}
	}
	if now := s.Asks(); slices.ContainsFunc(asks, func(i int) bool { return !slices.Contains(now, i) }) {
		k.asks = asks
	}
}

// note keeps what is being typed.
func (k *kept) note(field, text string) {
	if k.typed == nil {
		k.typed = map[string]string{}
	}
	k.typed[field] = text
}
