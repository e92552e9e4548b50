// Package keymap is the one table of what keys do: dispatch, the line of keys,
// the page of all keys, clicks on the line and the tests read it. A page names
// the acts it knows, in the order of their weight; a key is named here only.
package keymap

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/fact"
)

// A Key is a key as it was pressed, by its name: "a", "?", "enter", "ctrl+x".
type Key string

// String is the name, as the library's own keys have it.
func (k Key) String() string { return string(k) }

// Of is the key that was pressed: a character of an input method left on counts
// as the one it stands for (１ as 1, ？ as ?). What committed several characters
// at once, or a Han one, is text and no key: "".
func Of(msg tea.KeyPressMsg) Key {
	switch text := fact.Fold(msg.Text); {
	case text == " ":
		return "space"
	case msg.Text == "":
		return Key(msg.String())
	case len(text) == 1:
		return Key(text)
	}
	return ""
}

// Speech reports whether a key is words: a Han character, or several characters
// that an input method committed at once. It is no key of any page, so that on
// one with a field it may open the field by itself.
func Speech(msg tea.KeyPressMsg) bool {
	return utf8.RuneCountInString(strings.TrimSpace(msg.Text)) > 1 ||
		strings.ContainsFunc(msg.Text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// Digit is the number of a key 0 to 9, or -1.
func (k Key) Digit() int {
	if len(k) == 1 && k[0] >= '0' && k[0] <= '9' {
		return int(k[0] - '0')
	}
	return -1
}

// A Map is the keys of a page: the acts it named, then those of every page.
type Map struct{ binds []bind }

// On is the keys of a page that knows these acts; the more important one stands
// first. Several acts may not share a key, but for the letters that only repeat
// another key (j and k beside the arrows, g and G, space): they give way.
func On(acts ...Act) Map {
	var m Map
	for _, a := range slices.Concat(acts, everywhere) {
		if !slices.ContainsFunc(m.binds, func(b bind) bool { return b.act == a }) {
			m.binds = append(m.binds, table[a].bound(a))
		}
	}
	for i := range m.binds {
		m.giveWay(&m.binds[i])
	}
	if m.Has(LeaveField) { // a field is left before its page is
		for i, b := range m.binds {
			if b.act == Back || b.act == Previous {
				m.binds[i].keys = slices.DeleteFunc(slices.Clone(b.keys), func(k string) bool { return k == "esc" })
			}
		}
	}
	return m
}

// Less is the keys without those of some acts: what they type is text here.
func (m Map) Less(acts ...Act) Map {
	return Map{slices.DeleteFunc(slices.Clone(m.binds), func(b bind) bool { return slices.Contains(acts, b.act) })}
}

// giveWay takes from a bind the letters that another act of the page has. They
// come in pairs: of j and k both stay, or neither.
func (m *Map) giveWay(b *bind) {
	taken := func(k string) bool {
		return slices.ContainsFunc(m.binds, func(o bind) bool { return o.act != b.act && slices.Contains(o.keys, k) })
	}
	b.extra = slices.DeleteFunc(slices.Clone(b.extra), func(k string) bool { return taken(k) || taken(twins[k]) })
}

// Numbers bounds the digits that choose to what is listed: 1-5 of five.
func (m Map) Numbers(n int) Map {
	m.binds = slices.Clone(m.binds)
	for i, b := range m.binds {
		if b.act == Choose || b.act == TickNumber {
			n = max(0, min(n, len(b.keys)))
			m.binds[i].keys = b.keys[:n]
			m.binds[i].shown = numbers(n)
		}
	}
	return m
}

func numbers(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1"
	}
	return fmt.Sprintf("1-%d", n)
}

// Typing is the keys that hold while somebody types into a field: none that
// types a character, and none that edits.
func (m Map) Typing() Map {
	var out Map
	for _, b := range m.binds {
		b.keys = slices.DeleteFunc(slices.Clone(b.keys), Types)
		b.extra = slices.DeleteFunc(slices.Clone(b.extra), Types)
		if Types(b.shown) {
			b.shown = ""
		}
		if len(b.keys) > 0 {
			out.binds = append(out.binds, b)
		}
	}
	return out
}

// Types reports whether a key belongs to a field in which somebody types.
func Types(k string) bool {
	return utf8.RuneCountInString(k) == 1 || k == "space" || slices.Contains(editing, k)
}

// Act is what the key does here; Nothing where it does nothing.
func (m Map) Act(k Key) Act {
	for _, b := range m.binds {
		if key.Matches(k, b.binding()) {
			return b.act
		}
	}
	return Nothing
}

// Has reports whether the page knows the act.
func (m Map) Has(a Act) bool {
	return slices.ContainsFunc(m.binds, func(b bind) bool { return b.act == a })
}

// Keys are the names of the keys that do an act here.
func (m Map) Keys(a Act) []Key {
	var out []Key
	for _, b := range m.binds {
		if b.act == a {
			for _, k := range b.all() {
				out = append(out, Key(k))
			}
		}
	}
	return out
}

// Acts are the acts that are known here, in the order of their weight.
func (m Map) Acts() []Act {
	var out []Act
	for _, b := range m.binds {
		out = append(out, b.act)
	}
	return out
}

// Clashes are the keys that mean two things here: none, on a page that is right.
func (m Map) Clashes() []string {
	var out []string
	first := map[string]Act{}
	for _, b := range m.binds {
		for _, k := range b.all() {
			if was, ok := first[k]; ok {
				out = append(out, fmt.Sprintf("%s: %s, %s", k, was, b.act))
				continue
			}
			first[k] = b.act
		}
	}
	return out
}

// bind is a line of the table as it holds on a page.
type bind struct {
	act Act
	line
}

func (b bind) all() []string { return append(slices.Clone(b.keys), b.extra...) }

func (b bind) binding() key.Binding { return key.NewBinding(key.WithKeys(b.all()...)) }
