package keymap

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"

	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
	"wangdai/tui/look"
)

// A Foot is the line of keys at the foot of a page, and where each act stands
// in it, for clicks.
type Foot struct {
	Text  string
	spans []span
}

type span struct {
	from, to int
	act      Act
}

// At is the act that stands at a column of the line; Nothing between them.
func (f Foot) At(x int) Act {
	for _, s := range f.spans {
		if x >= s.from && x < s.to {
			return s.act
		}
	}
	return Nothing
}

// Acts are the acts that the line shows.
func (f Foot) Acts() []Act {
	var out []Act
	for _, s := range f.spans {
		if s.act != Nothing {
			out = append(out, s.act)
		}
	}
	return out
}

// Foot is the keys that fit into a width, on one line. The last to go is ?,
// before it the helpline, which a page shows after a danger was answered (""
// where there is none), and before that 0. The library's help draws it; what
// fits is chosen here, because help writes past its width where its own … does
// not fit, and drops from the end, where ? stands.
func (m Map) Foot(lang string, width int, helpline string, t look.Theme) Foot {
	w := words.KeysIn(lang)
	p := picking{room: width}
	if m.Has(AllKeys) {
		name := w.AllKeys.Name
		if width < narrow {
			name = w.AllKeysShort.Name
		}
		p.take(item{AllKeys, "?", name, end}, item{AllKeys, "?", "", end})
	}
	if helpline != "" {
		number, name, _ := strings.Cut(helpline, " ")
		p.take(item{Nothing, number, name, end - 1}, item{Nothing, number, "", end - 1})
	}
	for _, first := range []bool{true, false} {
		for i, b := range m.binds {
			at := item{b.act, b.show(w), b.word(w).Name, i}
			if b.act == Danger {
				at.place = end - 2
			}
			if !b.quiet && b.act != AllKeys && at.show != "" && first == (b.act == Danger) {
				p.take(at)
			}
		}
	}
	return p.draw(t)
}

const (
	gap    = "  " // between two keys
	narrow = 60   // below it ? goes by its short name
	end    = 1000 // the place of ?, behind the acts of any page
)

// item is a key of the line with its name, or alone.
type item struct {
	act        Act
	show, name string
	place      int
}

// width counts the blank that help writes behind a key, also behind one that
// has no name.
func (i item) width() int { return typeset.Width(i.show) + 1 + typeset.Width(i.name) }

type picking struct {
	room  int
	items []item
}

// take takes the first of the items that fits: they are ways to say one thing.
func (p *picking) take(ways ...item) {
	for _, i := range ways {
		need := i.width()
		if len(p.items) > 0 {
			need += len(gap)
		}
		if need <= p.room {
			p.room -= need
			p.items = append(p.items, i)
			return
		}
	}
}

func (p *picking) draw(t look.Theme) Foot {
	slices.SortFunc(p.items, func(a, b item) int { return cmp.Compare(a.place, b.place) })
	h := help.Model{ShortSeparator: gap, Styles: help.Styles{ShortKey: t.Key, ShortDesc: t.Muted}}
	var f Foot
	var binds []key.Binding
	x := 0
	for _, i := range p.items {
		f.spans = append(f.spans, span{x, x + i.width(), i.act})
		x += i.width() + len(gap)
		binds = append(binds, key.NewBinding(key.WithKeys(i.show), key.WithHelp(i.show, i.name)))
	}
	f.Text = h.ShortHelpView(binds)
	return f
}

// show is the key that stands for an act in the line.
func (b bind) show(w *words.Keys) string {
	if b.shown != "" || len(b.keys) == 0 {
		return b.shown
	}
	return named(w, b.keys[0])
}

// named is how a key is called.
func named(w *words.Keys, k string) string {
	switch k {
	case "enter":
		return w.Enter
	case "space":
		return w.Space
	case "tab":
		return w.Tab
	case "shift+tab":
		return w.ShiftTab
	case "esc":
		return w.Esc
	case "home":
		return w.Home
	case "end":
		return w.End
	case "pgup":
		return w.PageUp
	case "pgdown":
		return w.PageDown
	case "delete":
		return w.Delete
	case "up":
		return "↑"
	case "down":
		return "↓"
	}
	return k
}

// An Entry is a line of the page of all keys.
type Entry struct {
	Act        Act
	Keys, Help string
	Typing     bool // it holds while somebody types, too
}

// Sheet is every key of the page, for the page that ? opens.
func (m Map) Sheet(lang string) []Entry {
	w := words.KeysIn(lang)
	var out []Entry
	for _, b := range m.binds {
		var names []string
		for _, k := range b.all() {
			names = append(names, named(w, k))
		}
		if b.act == Choose || b.act == TickNumber {
			names = []string{b.shown}
		}
		if len(names) == 0 || names[0] == "" {
			continue
		}
		out = append(out, Entry{b.act, strings.Join(names, " "), b.word(w).Help,
			slices.ContainsFunc(b.keys, func(k string) bool { return !Types(k) })})
	}
	return out
}
