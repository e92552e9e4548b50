package keymap

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wangdai/advisor/words"
	"wangdai/tui/look"
)

// pages are the acts of pages as they are drawn in the designs, the fullest
// ones: what is on a line, and what only on the page of all keys.
var pages = map[string]Map{
	"home": On(Confirm, Choose, Type, Code, Law, Calculators, Language, Quit, Up, Down, Top, Bottom),
	"asks": On(Tick, Filter, Down, GoOn, Unsure, Previous, Review, Advice, TickNumber, Up, PageOn,
		PageBack, Top, Bottom),
	"question": On(Choose, Down, Confirm, Why, Previous, Review, Advice, Unsure, Undo, More, Up, PageOn, PageBack, Top,
		Bottom).Numbers(5),
	"several": On(Tick, Confirm, Down, Why, Previous, Review, Advice, Unsure, Undo, TickNumber, Up, PageOn,
		PageBack).Numbers(17),
	"form": On(Confirm, NextField, Why, Unsure, Previous, LastField, Review, Advice),
	"list": On(Add, Change, Remove, Previous, Down, Up),
	"report": On(NextPart, Find, Letters, Take, Terms, Review, Deeper, More, Back, Quit, Unfold, NextHit,
		LastHit, LastPart,
		Down, Up, PageOn, PageBack, Top, Bottom),
	"law":    On(Open, Filter, Down, Back, Choose, Up, PageOn, PageBack, Top, Bottom),
	"review": On(Change, Choose, Down, Back, Undo, Up),
	"take":   On(Keep, Choose, Copy, QR, Letters, Back, Down, Up),
	"sheet":  On(Down, Find, Back, PageOn, PageBack, Top, Bottom, Up),
	"bare":   On(),
}

func TestTableIsWhole(t *testing.T) {
	for a := Nothing + 1; a < acts; a++ {
		l := table[a]
		if len(l.keys) == 0 || l.word == nil {
			t.Errorf("act %d has no key or no name", a)
			continue
		}
		for _, lang := range []string{"zh", "en"} {
			if w := l.word(words.KeysIn(lang)); w.Name == "" || w.Help == "" {
				t.Errorf("act %d has no words in %s", a, lang)
			}
		}
		for _, k := range slices.Concat(l.keys, l.extra) {
			if k == "ctrl+v" {
				t.Error("ctrl+v runs a program on the server in the library's fields; it must be nobody's key")
			}
		}
		for _, k := range l.extra {
			if len(k) > 1 && k != "space" {
				t.Errorf("%s: %s does not repeat another key, it is a key of its own", a, k)
			}
		}
	}
}

func TestNoKeyMeansTwoThings(t *testing.T) {
	for name, m := range pages {
		if c := m.Clashes(); len(c) > 0 {
			t.Errorf("%s: %v", name, c)
		}
	}
	if m := On(Back, LeaveField); m.Act("esc") != LeaveField || m.Act("b") != Back || len(m.Clashes()) > 0 {
		t.Errorf("a field is not left before its page: %v", m.Clashes())
	}
	if m := On().Less(Danger); m.Has(Danger) || m.Act("0") != Nothing || !m.Has(LeaveNow) {
		t.Error("0 is no text where it should be")
	}
	if len(On(Confirm, Open).Clashes()) == 0 {
		t.Error("a clash is not seen")
	}
}

func press(text string) tea.KeyPressMsg {
	return tea.KeyPressMsg{Code: []rune(text)[0], Text: text}
}

func TestOf(t *testing.T) {
	for _, tt := range []struct {
		msg  tea.KeyPressMsg
		want Key
	}{
		{press("a"), "a"}, {press("A"), "A"}, {press("１"), "1"}, {press("？"), "?"}, {press("／"), "/"},
		{press(" "), "space"}, {press("\u3000"), "space"}, {tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}, "space"},
		{tea.KeyPressMsg{Code: tea.KeySpace}, "space"},
		{tea.KeyPressMsg{Code: tea.KeyEnter}, "enter"}, {tea.KeyPressMsg{Code: 'x', Mod: tea.ModCtrl}, "ctrl+x"},
		{tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}, "shift+tab"},
		{press("借"), ""}, {press("12"), ""}, {press("é"), ""}, {press("\u200b"), ""},
	} {
		if got := Of(tt.msg); got != tt.want {
			t.Errorf("Of(%q) = %q, want %q", tt.msg.Text, got, tt.want)
		}
	}
	if Key("7").Digit() != 7 || Key("0").Digit() != 0 || Key("a").Digit() != -1 || Key("10").Digit() != -1 {
		t.Error("Digit")
	}
}

// What an input method commits opens the field of the start page; no key of the
// page does.
func TestSpeech(t *testing.T) {
	for text, want := range map[string]bool{"借": true, "我借了2万": true, "２万": true, "a": false, "1": false,
		"１": false, "？": false, " ": false, "": false} {
		msg := tea.KeyPressMsg{Text: text}
		if got := Speech(msg); got != want {
			t.Errorf("Speech(%q) = %v", text, got)
		}
		if text != "" && Speech(msg) && Of(msg) != "" {
			t.Errorf("%q is words and a key", text)
		}
	}
}

func TestLettersGiveWay(t *testing.T) {
	home := pages["home"]
	for k, want := range map[Key]Act{"k": Calculators, "j": Nothing, "up": Up, "down": Down, "g": Top, "G": Bottom,
		"7": Choose, "0": Danger,
		"tab": Type, "ctrl+x": LeaveNow, "ctrl+c": LeaveNow, "ctrl+v": Nothing, "x": Nothing, "": Nothing} {
		if got := home.Act(k); got != want {
			t.Errorf("home: %s is %s, want %s", k, got, want)
		}
	}
	report := pages["report"]
	for k, want := range map[Key]Act{"g": Terms, "G": Nothing, "home": Top, "end": Bottom, "j": Down, "k": Up,
		"space": PageOn, "esc": Back, "b": Back} {
		if got := report.Act(k); got != want {
			t.Errorf("report: %s is %s, want %s", k, got, want)
		}
	}
	if got := pages["asks"].Act("space"); got != Tick {
		t.Errorf("on a tick list space is %s", got)
	}
	if m := pages["question"]; m.Act("5") != Choose || m.Act("6") != Nothing {
		t.Error("of five options the sixth can be chosen")
	}
}

// While somebody types, no character acts, nor does what edits; what is left
// is said in the line of keys and can be pressed.
func TestTyping(t *testing.T) {
	for name, m := range pages {
		typing := m.Typing()
		for _, a := range typing.Acts() {
			for _, k := range typing.Keys(a) {
				if Types(string(k)) {
					t.Errorf("%s: %s acts in the middle of typing (%s)", name, k, a)
				}
			}
		}
		if typing.Act("ctrl+x") != LeaveNow {
			t.Errorf("%s: one cannot leave at once while typing", name)
		}
		if strings.Contains(typing.Foot("zh", 120, "", look.Theme{}).Text, "?") {
			t.Errorf("%s: ? types a character, and the line of keys names it", name)
		}
	}
}

// What the library's field edits with is nobody's key while one types.
func TestEditingKeysAreTheFields(t *testing.T) {
	v := reflect.ValueOf(textinput.DefaultKeyMap())
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if name == "Paste" || strings.Contains(name, "Suggestion") {
			continue
		}
		for _, k := range v.Field(i).Interface().(key.Binding).Keys() {
			if !Types(k) {
				t.Errorf("%s edits (%s), and a page may take it", k, name)
			}
		}
	}
}

// The line of keys fits its width whatever that is, says ? and the helpline as
// long as they fit, and every key in it does on the page what it says.
func TestFoot(t *testing.T) {
	theme := look.For(colorprofile.TrueColor)
	for name, page := range pages {
		for _, m := range []Map{page, page.Typing()} {
			for _, lang := range []string{"zh", "en"} {
				for _, helpline := range []string{"", "12356", "12356 心理援助"} {
					for w := range 141 {
						f := m.Foot(lang, w, helpline, theme)
						if fault := unfit(m, f, lang, w, helpline); fault != "" {
							t.Fatalf("%s, %s, %q, width %d: %s: %q", name, lang, helpline, w, fault, ansi.Strip(f.Text))
						}
					}
				}
			}
		}
	}
}

func unfit(m Map, f Foot, lang string, w int, helpline string) string {
	text := ansi.Strip(f.Text)
	if n := ansi.StringWidth(text); n > w {
		return fmt.Sprintf("%d cells", n)
	}
	if w >= 20 && m.Has(AllKeys) && !strings.Contains(text, "?") {
		return "no ?"
	}
	if w >= 20 && helpline != "" && !strings.Contains(text, "12356") {
		return "no helpline"
	}
	if w >= 40 && m.Has(Danger) && !strings.Contains(text, "0 ") {
		return "no 0"
	}
	for _, s := range f.spans {
		if s.act == Nothing || s.act == AllKeys {
			continue
		}
		i := slices.IndexFunc(m.binds, func(b bind) bool { return b.act == s.act })
		b := m.binds[i]
		if got, want := ansi.Cut(text, s.from, s.to),
			b.show(words.KeysIn(lang))+" "+b.word(words.KeysIn(lang)).Name; got != want {
			return fmt.Sprintf("a click on %q means %q", got, want)
		}
		if k := Key(b.all()[0]); m.Act(k) != s.act {
			return fmt.Sprintf("%s is not reached by %s", s.act, k)
		}
	}
	return ""
}

func TestFootReads(t *testing.T) {
	for _, tt := range []struct {
		page, lang string
		width      int
		helpline   string
		want       string
	}{
		{"home", "zh", 80, "", "回车 确定  1-9 选择  tab 打字  c 续答码  l 法条  k 计算器  0 求助  ? 全部按键"},
		{"question", "zh", 78, "", "1-5 选择  ↑↓ 移动  回车 确定  w 为什么  b 上一题  r 回看  0 求助  ? 全部按键"},
		{"question", "zh", 38, "12356", "1-5 选择  0 求助  12356   ? 按键"},
		{"question", "en", 38, "12356", "1-5 choose  0 help now  12356   ? keys"},
		{"question", "en", 20, "12356", "12356   ? keys"},
		{"several", "zh", 60, "", "空格 勾选  回车 确定  ↑↓ 移动  w 为什么  0 求助  ? 全部按键"},
	} {
		if got := ansi.Strip(pages[tt.page].Foot(tt.lang, tt.width, tt.helpline, look.Theme{}).Text); got != tt.want {
			t.Errorf("%s, %s, %d:\n%q, want\n%q", tt.page, tt.lang, tt.width, got, tt.want)
		}
	}
	typing := pages["asks"].Typing().Foot("zh", 80, "", look.Theme{})
	if got, want := ansi.Strip(typing.Text), "↑↓ 移动  回车 继续  esc 上一题  ctrl+x 立即离开"; got != want {
		t.Errorf("typing: %q, want %q", got, want)
	}
}

func TestSheet(t *testing.T) {
	for name, m := range pages {
		for _, lang := range []string{"zh", "en"} {
			seen := map[Act]bool{}
			for _, e := range m.Sheet(lang) {
				seen[e.Act] = true
				if e.Keys == "" || e.Help == "" {
					t.Errorf("%s, %s: %s has no key or no help", name, lang, e.Act)
				}
			}
			for _, a := range m.Acts() {
				if !seen[a] {
					t.Errorf("%s, %s: the page of all keys does not name %s", name, lang, a)
				}
			}
		}
	}
}

func BenchmarkFoot(b *testing.B) {
	theme := look.For(colorprofile.TrueColor)
	b.ReportAllocs()
	for b.Loop() {
		pages["report"].Foot("zh", 80, "12356", theme)
	}
}

func BenchmarkAct(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		pages["report"].Act("esc")
	}
}
