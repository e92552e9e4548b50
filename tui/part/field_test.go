package part

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
)

var named = map[string]rune{"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "up": tea.KeyUp,
	"down": tea.KeyDown,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "left": tea.KeyLeft,
	"right":     tea.KeyRight,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "space": tea.KeySpace}

// press is a key by its name, or what an input method commits.
func press(s string) tea.KeyPressMsg {
	if r, ok := named[s]; ok {
		return tea.KeyPressMsg{Code: r}
	}
	for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt, "shift+": tea.ModShift} {
		if c, ok := strings.CutPrefix(s, prefix); ok {
			return tea.KeyPressMsg{Code: press(c).Code, Mod: mod}
		}
	}
	return tea.KeyPressMsg{Code: []rune(s)[0], Text: s}
}

// field is a field into which these keys were pressed; "paste:…" is pasted.
func field(t *testing.T, keys ...string) *Field {
	t.Helper()
	f := NewField()
	typeInto(t, f, keys...)
	return f
}

func typeInto(t *testing.T, f *Field, keys ...string) {
	t.Helper()
	for _, k := range keys {
		err := error(nil)
		if s, ok := strings.CutPrefix(k, "paste:"); ok {
			err = f.Paste(s)
		} else {
			err = f.Key(press(k))
		}
		if err != nil {
			t.Fatalf("%.20q is not taken: %v", k, err)
		}
	}
}

func TestFieldEdits(t *testing.T) {
	const said = "paste:我借了2万，逾期三个月，催收打我妈电话"
	for _, tt := range []struct {
		name string
		keys []string
		want string
	}{
		{"typing", []string{"我", "借了", "2", "万"}, "我借了2万"},
		{"blank", []string{"a", "space", "b"}, "a b"},
		{"in the middle", []string{"我", "了", "left", "借"}, "我借了"},
		{"at the start", []string{"了", "home", "借", "end", "钱"}, "借了钱"},
		{"backspace takes an accent with its letter", []string{"paste:万e\u0301", "backspace"}, "万"},
		{"backspace takes a selector with its character", []string{"paste:葛\U000E0101", "backspace"}, ""},
		{"left and delete by characters", []string{"paste:ae\u0301b", "left", "left", "delete"}, "ab"},
		{"right by characters", []string{"paste:e\u0301b", "home", "right", "x"}, "e\u0301xb"},
		{"ctrl+w to the last mark", []string{said, "ctrl+w"}, "我借了2万，逾期三个月，"},
		{"ctrl+w twice", []string{said, "ctrl+w", "ctrl+w"}, "我借了2万，"},
		{"ctrl+w to a blank", []string{"paste:not by me", "ctrl+w"}, "not by "},
		{"a clause back and on", []string{said, "alt+left", "a", "ctrl+right", "b"},
			"我借了2万，逾期三个月，a催收打我妈电话b"},
		{"delete the clause ahead", []string{said, "home", "alt+d"}, "，逾期三个月，催收打我妈电话"},
		{"ctrl+u and ctrl+k", []string{said, "alt+left", "ctrl+k", "alt+left", "ctrl+u"}, "逾期三个月，"},
		{"nothing before the start", []string{"home", "left", "backspace", "ctrl+w", "delete", "a"}, "a"},
		{"arrows and function keys type nothing", []string{"a", "up", "down", "tab", "enter", "esc", "pgup"}, "a"},
		{"full width is folded", []string{"２", "４", "％"}, "24%"},
		{"a paste", []string{"1", "paste:，000"}, "1,000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := field(t, tt.keys...).Value(); got != fact.Fold(tt.want) {
				t.Errorf("%q, want %q", got, fact.Fold(tt.want))
			}
		})
	}
	if f := field(t, "２", "，"); f.Text() != "２，" {
		t.Errorf("what was typed is shown as %q", f.Text())
	}
}

func TestFieldPastesLines(t *testing.T) {
	var lines []string
	for i := range 24 {
		lines = append(lines, fmt.Sprintf("2025-03-%02d 960", i+1))
	}
	for _, end := range []string{"\n", "\r\n", "\r"} {
		f := NewField()
		f.Joint = "; "
		typeInto(t, f, "paste:"+strings.Join(lines, end)+end)
		if got := f.Lines(); strings.Join(got, "|") != strings.Join(lines, "|") {
			t.Errorf("line end %q: lines %q", end, got)
		}
		if f.Value() != strings.Join(lines, "; ") {
			t.Errorf("line end %q: value %q", end, f.Value())
		}
		typeInto(t, f, "left")
		if len(f.Lines()) != 24 {
			t.Error("moving the cursor forgets the lines")
		}
		typeInto(t, f, "x")
		if f.Lines() != nil {
			t.Error("lines are told of a text that was changed")
		}
	}
	if f := field(t, "a", "paste:1\n2"); f.Lines() != nil || f.Value() != "a1 2" {
		t.Errorf("a paste beside other text: %q, lines %q", f.Value(), f.Lines())
	}
	code := NewField()
	code.Joint = ""
	typeInto(t, code, "paste:2GB6-VA9A-\n EQWE-BFBK\n")
	if code.Value() != "2GB6-VA9A-EQWE-BFBK" {
		t.Errorf("a code over two lines: %q", code.Value())
	}
}

// Nothing hidden gets in, and no two numbers are joined by what was dropped.
func TestFieldIsClean(t *testing.T) {
	for in, want := range map[string]string{
		"借\x1b[31m条\x07": "借?[31m条?", "a\u202eb\u200bc\ufeff": "abc", "12\x0034": "12?34", "1\t2": "1 2",
		"a\xffb": "a?b", "\ue000": "?",
	} {
		if got := field(t, "paste:"+in).Text(); got != want {
			t.Errorf("%q pasted is %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		f := NewField()
		_ = f.Paste(rapid.String().Draw(t, "pasted"))
		_ = f.Key(tea.KeyPressMsg{Code: 'x', Text: rapid.String().Draw(t, "typed")})
		if strings.ContainsFunc(f.Text(), fact.Hidden) {
			t.Fatalf("%q holds what nobody sees", f.Text())
		}
		if typeset.Clean(f.Text()) != f.Text() {
			t.Fatalf("%q is not clean", f.Text())
		}
	})
}

// What is too long for any answer is refused whole; what was there stays.
func TestFieldRefusesTooLong(t *testing.T) {
	f := field(t, "paste:钱")
	for _, try := range []func() error{
		func() error { return f.Paste(strings.Repeat("长", fact.MaxText/3)) },
		func() error { return f.Set(strings.Repeat("a", fact.MaxText+1)) },
	} {
		if err := try(); !errors.Is(err, fact.TooLong) || f.Value() != "钱" {
			t.Errorf("err %v, value %.20q", err, f.Value())
		}
	}
	if err := f.Set(strings.Repeat("a", fact.MaxText)); err != nil {
		t.Error(err)
	}
	if err := f.Key(press("b")); !errors.Is(err, fact.TooLong) {
		t.Errorf("one letter more: %v", err)
	}
}

// Whatever is typed, at any width: the view has exactly that many cells, and
// the cursor stands behind the characters before it.
func TestFieldWindow(t *testing.T) {
	keys := append(strings.Fields(strings.Repeat("left ", 40)+strings.Repeat("right ",
		45)+"home end ctrl+a ctrl+e alt+left alt+right"),
		"一", "left", "a", "backspace", "ctrl+w", "ctrl+w", "home", "delete", "delete", "ctrl+u", "ctrl+k")
	for w := 1; w <= 70; w++ {
		f := field(t, "paste:我借了2万，逾期three个月，e\u0301催收打我妈电话。还说要起诉我，怎么办？")
		for _, k := range keys {
			typeInto(t, f, k)
			if fault := misdrawn(f, w); fault != "" {
				t.Fatalf("width %d after %s: %s", w, k, fault)
			}
		}
		if !f.Empty() {
			t.Fatalf("ctrl+u and ctrl+k leave %q", f.Text())
		}
	}
}

func misdrawn(f *Field, w int) string {
	view := f.View(w, "例：借了2万", lipgloss.NewStyle())
	if got := lipgloss.Width(view); got != w {
		return fmt.Sprintf("the view is %d cells: %q", got, view)
	}
	x := f.Cursor()
	if x < 0 || x >= w {
		return fmt.Sprintf("the cursor stands at %d", x)
	}
	if f.Text() == "" {
		return ""
	}
	before := string([]rune(f.Text())[:f.in.Position()])
	if drawn := ansi.Truncate(view, x, ""); !strings.HasSuffix(before, drawn) {
		return fmt.Sprintf("%q stands before the cursor, %q in the text", drawn, before)
	}
	if whole := typeset.Width(f.Text()); whole < w && strings.TrimRight(view, " ") != strings.TrimRight(f.Text(), " ") {
		return fmt.Sprintf("there is room for all of %q, drawn %q", f.Text(), view)
	}
	return ""
}

// A click puts the cursor where it was clicked, or to the nearest character.
func TestFieldClick(t *testing.T) {
	f := field(t, "paste:我借了2万")
	f.View(20, "", lipgloss.NewStyle())
	for x, want := range []int{0, 0, 2, 2, 4, 4, 6, 7, 7, 9, 9, 9} {
		f.Click(x)
		if got := f.Cursor(); got != want {
			t.Errorf("a click at %d puts the cursor to %d, want %d", x, got, want)
		}
	}
}

// ctrl+v runs nothing: neither a program on this machine nor a command. The
// library looks for clipboard programs when a program starts, so the test
// starts itself anew with such programs in its path; that they would be run is
// seen by asking the library itself.
func TestCtrlVRunsNothing(t *testing.T) {
	switch os.Getenv("CTRL_V") {
	case "field":
		if f := field(t, "a", "ctrl+v", "ctrl+v", "b"); f.Value() != "ab" {
			t.Errorf("the field holds %q", f.Value())
		}
		time.Sleep(100 * time.Millisecond) // for a program that would have been started
		return
	case "library":
		textinput.Paste()
		return
	}
	for who, want := range map[string]bool{"field": false, "library": true} {
		dir := t.TempDir()
		for _, name := range []string{"xclip", "xsel", "wl-paste", "termux-clipboard-get"} {
			script := "#!/bin/sh\n: >'" + filepath.Join(dir, "ran") + "'\necho SECRET\n"
			if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		again := exec.Command(os.Args[0], "-test.run=^TestCtrlVRunsNothing$")
		again.Env = append(os.Environ(), "CTRL_V="+who, "PATH="+dir+":"+os.Getenv("PATH"))
		if out, err := again.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		if _, err := os.Stat(filepath.Join(dir, "ran")); (err == nil) != want && runtime.GOOS == "linux" {
			t.Errorf("%s ran a clipboard program: %v, want %v", who, err == nil, want)
		}
	}
}

// Nor does the library's own part, as the field sets it up, yield a command at
// any key: dropping commands is the second lock, not the only one.
func TestNoKeyOfTheFieldIsACommand(t *testing.T) {
	keys := []string{"enter", "tab", "esc", "up", "down", "home", "end", "pgup", "pgdown", "left", "right", "backspace",
		"delete", "space"}
	for c := 'a'; c <= 'z'; c++ {
		keys = append(keys, "ctrl+"+string(c), "alt+"+string(c), string(c))
	}
	for _, k := range keys {
		if _, cmd := field(t, "paste:借了2万").in.Update(press(k)); cmd != nil {
			t.Errorf("%s yields a command", k)
		}
	}
}

func BenchmarkField(b *testing.B) {
	for name, text := range map[string]string{"words": "我借了2万，逾期三个月，催收打我妈电话",
		"longest": strings.Repeat("钱", fact.MaxText/3-1)} {
		b.Run(name, func(b *testing.B) {
			f := NewField()
			if err := f.Paste(text); err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				_ = f.Key(press("a"))
				_ = f.Key(press("backspace"))
				f.View(60, "", lipgloss.NewStyle())
				f.Cursor()
			}
		})
	}
}
