package keymap

import (
	"fmt"

	"wangdai/advisor/words"
)

// An Act is something that a key does. Acts that share a key under different
// names (enter opens here and changes there) are different acts.
type Act uint8

// The acts.
const (
	Nothing    Act = iota
	Confirm        // enter
	GoOn           // enter: a text was read
	Open           // enter: a page behind an entry
	Change         // enter: an answer
	Keep           // enter: a file
	FindThis       // enter: what was typed into a search
	Unfold         // enter: a part of a text, or what it links to
	Choose         // 1-9
	TickNumber     // 1-9
	Tick
	Filter // /: leave of a list what is like what is typed
	Up
	Down
	PageBack
	PageOn
	Top
	Bottom
	Find // /: in a text
	NextHit
	LastHit
	NextPart
	LastPart
	Type       // tab: into the field
	LeaveField // esc
	NextField
	LastField
	Add
	Remove
	Back
	Previous // esc: to the question before
	Undo
	Unsure
	Why
	Review
	Advice
	More
	Deeper
	Code
	Law
	Calculators
	Letters
	Take
	Terms
	Copy
	QR
	Save
	Yes
	Danger
	Language
	AllKeys
	Quit
	LeaveNow
	acts // how many there are
)

// String is the act's English name, for messages of tests.
func (a Act) String() string {
	if a == Nothing || a >= acts {
		return fmt.Sprintf("act %d", a)
	}
	return table[a].word(words.KeysIn("en")).Name
}

// line is a line of the table.
type line struct {
	keys  []string // the first is shown, unless shown says it otherwise
	extra []string // letters that repeat a key, and give way to other acts
	shown string
	quiet bool // on the page of all keys only
	word  func(*words.Keys) words.Key
}

func (l line) bound(a Act) bind { return bind{a, l} }

var digits = []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}

func enter(word func(*words.Keys) words.Key) line { return line{keys: []string{"enter"}, word: word} }

func letter(k string, word func(*words.Keys) words.Key) line {
	return line{keys: []string{k}, word: word}
}

// The table. Plain letters end nothing; ctrl+v is nobody's, because the
// library's paste runs a program where this one runs, which may be a server.
var table = [acts]line{
	Confirm:  enter(func(w *words.Keys) words.Key { return w.Confirm }),
	GoOn:     enter(func(w *words.Keys) words.Key { return w.GoOn }),
	Open:     enter(func(w *words.Keys) words.Key { return w.Open }),
	Change:   enter(func(w *words.Keys) words.Key { return w.Change }),
	Keep:     enter(func(w *words.Keys) words.Key { return w.Keep }),
	FindThis: enter(func(w *words.Keys) words.Key { return w.FindThis }),
	Unfold:   enter(func(w *words.Keys) words.Key { return w.Unfold }),

	Choose:     {keys: digits, shown: "1-9", word: func(w *words.Keys) words.Key { return w.Choose }},
	TickNumber: {keys: digits, shown: "1-9", quiet: true, word: func(w *words.Keys) words.Key { return w.TickNumber }},
	Tick:       {keys: []string{"space", "x"}, word: func(w *words.Keys) words.Key { return w.Tick }},
	Filter:     letter("/", func(w *words.Keys) words.Key { return w.Filter }),

	Up: {keys: []string{"up"}, extra: []string{"k"}, quiet: true,
		word: func(w *words.Keys) words.Key { return w.Up }},
	Down: {keys: []string{"down"}, extra: []string{"j"}, shown: "↑↓",
		word: func(w *words.Keys) words.Key { return w.Down }},
	PageBack: {keys: []string{"pgup", "ctrl+u"}, quiet: true,
		word: func(w *words.Keys) words.Key { return w.PageBack }},
	PageOn: {keys: []string{"pgdown", "ctrl+d"}, extra: []string{"space"}, quiet: true,
		word: func(w *words.Keys) words.Key { return w.PageOn }},
	Top: {keys: []string{"home"}, extra: []string{"g"}, quiet: true,
		word: func(w *words.Keys) words.Key { return w.Top }},
	Bottom: {keys: []string{"end"}, extra: []string{"G"}, quiet: true,
		word: func(w *words.Keys) words.Key { return w.Bottom }},

	Find:     letter("/", func(w *words.Keys) words.Key { return w.Find }),
	NextHit:  letter("n", func(w *words.Keys) words.Key { return w.NextHit }),
	LastHit:  letter("N", func(w *words.Keys) words.Key { return w.LastHit }),
	NextPart: letter("tab", func(w *words.Keys) words.Key { return w.NextPart }),
	LastPart: {keys: []string{"shift+tab"}, quiet: true, word: func(w *words.Keys) words.Key { return w.LastPart }},

	Type:       letter("tab", func(w *words.Keys) words.Key { return w.Type }),
	LeaveField: letter("esc", func(w *words.Keys) words.Key { return w.LeaveField }),
	NextField:  letter("tab", func(w *words.Keys) words.Key { return w.NextField }),
	LastField:  {keys: []string{"shift+tab"}, quiet: true, word: func(w *words.Keys) words.Key { return w.LastField }},
	Add:        letter("+", func(w *words.Keys) words.Key { return w.Add }),
	Remove:     {keys: []string{"delete", "-"}, word: func(w *words.Keys) words.Key { return w.Remove }},

	Back:     {keys: []string{"esc", "b"}, shown: "b", word: func(w *words.Keys) words.Key { return w.Back }},
	Previous: {keys: []string{"esc", "b"}, shown: "b", word: func(w *words.Keys) words.Key { return w.Previous }},
	Undo:     letter("z", func(w *words.Keys) words.Key { return w.Undo }),

	Unsure: letter("u", func(w *words.Keys) words.Key { return w.Unsure }),
	Why:    letter("w", func(w *words.Keys) words.Key { return w.Why }),
	Review: letter("r", func(w *words.Keys) words.Key { return w.Review }),
	Advice: letter("v", func(w *words.Keys) words.Key { return w.Advice }),
	More:   letter("a", func(w *words.Keys) words.Key { return w.More }),
	Deeper: letter("m", func(w *words.Keys) words.Key { return w.Deeper }),

	Code:        letter("c", func(w *words.Keys) words.Key { return w.Code }),
	Law:         letter("l", func(w *words.Keys) words.Key { return w.Law }),
	Calculators: letter("k", func(w *words.Keys) words.Key { return w.Calculators }),
	Letters:     letter("d", func(w *words.Keys) words.Key { return w.Letters }),
	Take:        letter("e", func(w *words.Keys) words.Key { return w.Take }),
	Terms:       letter("g", func(w *words.Keys) words.Key { return w.Terms }),
	Copy:        letter("y", func(w *words.Keys) words.Key { return w.Copy }),
	QR:          letter("o", func(w *words.Keys) words.Key { return w.QR }),
	Save:        letter("s", func(w *words.Keys) words.Key { return w.Save }),

	Yes:      {keys: []string{"y", "Y"}, word: func(w *words.Keys) words.Key { return w.Yes }},
	Danger:   letter("0", func(w *words.Keys) words.Key { return w.Danger }),
	Language: letter("L", func(w *words.Keys) words.Key { return w.OtherLanguage() }),
	AllKeys:  letter("?", func(w *words.Keys) words.Key { return w.AllKeys }),
	Quit:     letter("q", func(w *words.Keys) words.Key { return w.Quit }),
	LeaveNow: {keys: []string{"ctrl+x", "ctrl+c"}, word: func(w *words.Keys) words.Key { return w.LeaveNow }},
}

// everywhere are the acts of every page.
var everywhere = []Act{Danger, Language, LeaveNow, AllKeys}

// twins are the letters that go together.
var twins = map[string]string{"j": "k", "k": "j", "g": "G", "G": "g"}

// editing are the keys that edit what is being typed.
var editing = []string{
	"left", "right", "home", "end", "backspace", "delete", "alt+left", "alt+right", "ctrl+left", "ctrl+right",
	"alt+b", "alt+f", "alt+d", "alt+backspace", "ctrl+backspace", "alt+delete", "ctrl+delete",
	"ctrl+a", "ctrl+b", "ctrl+d", "ctrl+e", "ctrl+f", "ctrl+h", "ctrl+k", "ctrl+u", "ctrl+w",
}
