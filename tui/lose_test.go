package tui_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/tui"
)

// everyPage is one of each page, and the keys that lead to it. Those with a
// field say how its text is left.
var everyPage = []shot{
	{"home", false, nil},
	{"danger help", false, []string{"0"}},
	{"keys", false, []string{"?"}},
	{"code", false, []string{"c"}},
	{"law", false, []string{"l"}},
	{"laws", false, []string{"l", "利率", "enter"}},
	{"article", false, []string{"l", "676", "enter", "1"}},
	{"asks", false, []string{"1"}},
	{"asks finding", false, []string{"1", "/", "坐牢"}},
	{"asks found", false, []string{"1", "/", "坐牢", "enter"}},
	{"answered", false, []string{"4", "1", "enter", "1", "1", "enter"}},
	{"question", false, []string{"1", "u"}},
	{"several", false, []string{"1", "u", "1"}},
	{"field", false, toField},
	{"typing", false, append(slices.Clone(toField), "12")},
	{"field left", false, append(slices.Clone(toField), "12", "esc")},
	{"why", false, []string{"1", "u", "w"}},
	{"danger", false, []string{"1", "u", "3"}},
	{"review", false, []string{"1", "u", "1", "r"}},
	{"change", false, []string{"1", "u", "1", "r", "1"}},
	{"confirm", false, []string{"1", "u", "1", "r", "1", "2"}},
	{"report", true, nil},
	{"part", true, []string{"3"}},
	{"part finding", true, []string{"3", "/", "法"}},
	{"part found", true, []string{"3", "/", "法", "enter"}},
	{"terms", true, []string{"g"}},
	{"take", true, []string{"e"}},
	{"square", true, []string{"e", "o"}},
	{"letters", true, []string{"d"}},
	{"letter", true, []string{"d", "1"}},
	{"letter as", true, []string{"d", "1", "s"}},
}

// toField leads to the first question of a borrower that is typed: when the
// last paper came.
var toField = []string{"1", "u", "1", "1", "enter", "5"}

// ends reports whether a command ends the program.
func ends(cmd tea.Cmd) bool {
	if cmd == nil {
		return false
	}
	_, quit := cmd().(tea.QuitMsg)
	return quit
}

// A plain letter ends nothing on any page, and neither does esc; ctrl+x and
// ctrl+c do, also while somebody types and in a window too small for a page.
func TestOnlyCtrlXEnds(t *testing.T) {
	for _, x := range everyPage {
		for _, small := range []bool{false, true} {
			if small && !strings.Contains("home question field typing report", x.name) {
				continue
			}
			for _, r := range []rune{tea.KeyEscape, 'q', 'Q', 'x', 'y', 'c'} {
				msg := tea.KeyPressMsg{Code: r}
				if r != tea.KeyEscape {
					msg.Text = string(r)
				}
				a := x.taken(t, fact.ZH)
				if small {
					send(a, tea.WindowSizeMsg{Width: 20, Height: 6})
				}
				_, cmd := a.Update(msg)
				if ends(cmd) && (x.name != "home" || msg.String() != "q" || small) {
					t.Errorf("%s, small %v: %s ends the program", x.name, small, msg)
				}
			}
			for _, key := range []string{"ctrl+x", "ctrl+c"} {
				a := x.taken(t, fact.ZH)
				if small {
					send(a, tea.WindowSizeMsg{Width: 20, Height: 6})
				}
				_, cmd := a.Update(tea.KeyPressMsg{Code: rune(key[len(key)-1]), Mod: tea.ModCtrl})
				if !ends(cmd) || a.Ended() != tui.Left {
					t.Errorf("%s, small %v: %s does not leave at once:\n%s", x.name, small, key, screen(a))
				}
			}
		}
	}
}

// Leaving asks once where something was answered, on the start page not where
// nothing was; a second q is no yes.
func TestQuitAsksOnce(t *testing.T) {
	for _, x := range everyPage {
		if x.name != "report" && x.name != "question" && x.name != "several" {
			continue
		}
		a := x.taken(t, fact.ZH)
		before := screen(a)
		press(a, "q")
		if !strings.Contains(screen(a), words.FaceIn("zh").QuitAsk) {
			t.Errorf("%s: q does not ask:\n%s", x.name, screen(a))
		}
		press(a, "q")
		if screen(a) != before {
			t.Errorf("%s: a second q changes the page:\n%s", x.name, screen(a))
		}
		press(a, "q")
		if _, cmd := a.Update(tea.KeyPressMsg{Code: 'y', Text: "y"}); !ends(cmd) || a.Ended() != tui.Quit {
			t.Errorf("%s: y does not leave", x.name)
		}
	}
	a := terminal(t, base(t), today, fact.ZH, 80, 24)
	press(a, "1", "esc") // taken back, not forgotten
	press(a, "q")
	if !strings.Contains(screen(a), words.FaceIn("zh").QuitAsk) {
		t.Errorf("what was taken back is lost unasked:\n%s", screen(a))
	}
}

// Esc all the way back and the same way on again comes to the same answers, and
// nothing has to be ticked or typed a second time.
func TestBackKeepsWhatWasGiven(t *testing.T) {
	a := terminal(t, base(t), today, fact.ZH, 80, 24)
	press(a, "2", "/", "诈骗", "enter", "enter") // role, an ask
	for range 40 {
		if a.Reading() {
			press(a, "enter")
		}
		switch page := screen(a); {
		case strings.Contains(page, "[ ]"):
			press(a, "1", "2", "enter")
		case strings.Contains(page, "esc 不打字了"):
			press(a, "2019-05-20", "enter")
			if strings.Contains(screen(a), "请再写一次") {
				press(a, "esc", "esc", "u")
			}
		case strings.Contains(page, "1-"):
			press(a, "2")
		}
		if strings.Contains(screen(a), "[第一页]") {
			break
		}
	}
	want := a.Code()
	for range 100 {
		press(a, "esc")
	}
	if page := screen(a); !strings.Contains(page, "› 2 ") {
		t.Fatalf("esc does not come back to the start page, or loses what was chosen:\n%s", page)
	}
	press(a, "enter")
	for range 100 {
		press(a, "enter")
	}
	if got := a.Code(); got != want {
		t.Errorf("the same way on comes to %s, want %s:\n%s", got, want, screen(a))
	}
}

// A field keeps what was typed: esc leaves it, esc again goes back, and it is
// still there; so it is after a look at the review, and after an answer.
func TestFieldKeepsItsText(t *testing.T) {
	w := walking(t, fact.ZH, 80, 24)
	press(w.a, toField...)
	w.see([]string{"4rbwuxq0"}, "› 4rbwuxq0", "已答 4", words.FaceIn("zh").FieldDanger)
	w.see([]string{"esc"}, "› 4rbwuxq0", "u 不清楚", "0 求助")
	w.see([]string{"0"}, "12356")
	w.see([]string{"esc", "r", "esc"}, "› 4rbwuxq0")
	w.see([]string{"esc"}, "› 5 ", "已答 3")
	w.see([]string{"enter"}, "› 4rbwuxq0")
	for range 8 {
		press(w.a, "backspace")
	}
	w.see([]string{"2026-11-20", "enter"}, "已答 5")
	w.see([]string{"b"}, "› 2026-11-20", "已答 4")
	w.see([]string{"esc", "1"}, "› 2026-11-201") // a digit opens the field again
}

// Undo takes the last step back, be it an answer or a step back.
func TestUndo(t *testing.T) {
	w := walking(t, fact.ZH, 80, 24)
	w.see([]string{"1", "u", "1", "2", "4", "enter"}, "已答 3")
	w.see([]string{"z"}, "已答 2", "2 [x]", "4 [x]")
	w.see([]string{"z", "z", "z"}, "› 1 我借了钱")
	w.see([]string{"z"}, "› 1 我借了钱")                // nothing left to take back
	w.see([]string{"1", "u", "1", "enter"}, "已答 3") // what was ticked still is
	w.see([]string{"b", "b"}, "已答 1")
	w.see([]string{"z", "z"}, "已答 3")
}

// A list of which nothing is ticked is no answer.
func TestUntouchedListAsks(t *testing.T) {
	w := walking(t, fact.ZH, 80, 24)
	w.see([]string{"1", "enter"}, "还没勾选")
	w.see([]string{"x", "x", "enter"}, "还没勾选")
	w.see([]string{"u", "1", "enter"}, "还没勾选", "已答 2")
	w.see([]string{"down"}, "!还没勾选")
	w.see([]string{"x"}, "2 [x]")
	w.see([]string{"enter"}, "已答 3")
	// The number of 不清楚 takes the ticks away, for all to see, and answers nothing.
	x := walking(t, fact.ZH, 80, 24)
	x.see([]string{"2", "u", "1", "2", "3"}, "2 [x]", "3 [x]", "9     不清楚")
	x.see([]string{"9"}, "2 [ ]", "3 [ ]", "› 9     不清楚", "已答 2")
	x.see([]string{"enter"}, "已答 3")
}

// A digit too many does nothing where it could take something unread, unseen or
// typed away.
func TestStrayDigits(t *testing.T) {
	for _, x := range everyPage {
		if !slices.Contains([]string{"danger", "answered", "danger help", "keys", "confirm", "why", "article", "terms"},
			x.name) {
			continue
		}
		a := x.taken(t, fact.ZH)
		before := screen(a)
		press(a, "1", "2", "9")
		if got := screen(a); got != before {
			t.Errorf("%s: digits lead to\n%s", x.name, got)
		}
	}
}

// Help in danger is on 0 everywhere: from a field behind esc, and the page says
// so.
func TestDangerEverywhere(t *testing.T) {
	for _, x := range everyPage {
		a := x.taken(t, fact.ZH)
		before := screen(a)
		if strings.Contains(before, "esc 不打字了") || strings.Contains(before, "请输入续答码") ||
			strings.Contains(before, "查法条，") {
			if !strings.Contains(before, "按 esc，再按 0") && !strings.HasSuffix(x.name, "finding") {
				t.Errorf("%s: nothing says how to get help:\n%s", x.name, before)
			}
			press(a, "esc")
		}
		press(a, "0")
		if got := screen(a); !strings.Contains(got, "110") || !strings.Contains(got, "12356") {
			t.Errorf("%s: 0 shows\n%s", x.name, got)
		}
	}
}

// No key of control on any page yields a command, but those that leave: least of
// all ctrl+v, for which the library runs a program where this one runs.
func TestNoControlKeyYieldsACommand(t *testing.T) {
	for _, x := range everyPage {
		a := x.taken(t, fact.ZH)
		for r := 'a'; r <= 'z'; r++ {
			for _, mod := range []tea.KeyMod{tea.ModCtrl, tea.ModAlt, tea.ModCtrl | tea.ModShift} {
				if r == 'x' || r == 'c' {
					continue
				}
				msg := tea.KeyPressMsg{Code: r, Mod: mod}
				if _, cmd := a.Update(msg); cmd != nil {
					t.Errorf("%s: %s yields a command: %v", x.name, msg, reflect.TypeOf(cmd()))
				}
			}
		}
	}
}

// The line of keys fits its window, breaks no name and keeps ?, with the help
// line where a danger was answered; ? shows the keys of this page, each of which
// does what it says.
func TestKeysAreShown(t *testing.T) {
	for _, x := range everyPage {
		for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
			a := x.taken(t, l)
			for _, size := range [][2]int{{24, 8}, {40, 12}, {60, 20}, {80, 24}, {120, 40}} {
				send(a, tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				lines := strings.Split(strings.TrimRight(screen(a), "\n"), "\n")
				foot := lines[len(lines)-1]
				typing := slices.Contains([]string{"code", "law", "asks finding", "typing", "part finding"}, x.name)
				if len(lines) != size[1] || !strings.Contains(foot, "?") && !typing {
					t.Errorf("%s, %s, %v: the last line has no ?: %q", x.name, l, size, foot)
				}
				if x.name == "danger" && !strings.Contains(foot, "12356") {
					t.Errorf("%s, %s, %v: no helpline: %q", x.name, l, size, foot)
				}
			}
		}
	}
	w := walking(t, fact.ZH, 80, 40)
	w.see([]string{"1", "u", "1", "?"}, "空格 x", "打勾", "z", "撤回", "ctrl+x ctrl+c", "立即离开")
	w.see([]string{"esc", "enter", "?"}, "空格 x")
	w.see([]string{"?"}, "空格 x") // its own keys are these
	w.see([]string{"esc", "r", "?"}, "改这一项", "!空格 x")
}

// The way to help in danger stands on the start page at every size.
func TestHomeKeepsItsDangerLine(t *testing.T) {
	for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
		a := terminal(t, base(t), today, l, 80, 24)
		for w := 20; w <= 200; w += 7 {
			for _, h := range []int{6, 7, 8, 9, 10, 12, 16, 24, 40, 60} {
				send(a, tea.WindowSizeMsg{Width: w, Height: h})
				page := strings.Join(strings.Fields(screen(a)), " ")
				if !strings.Contains(page, "! ") || !strings.Contains(page, "0") || strings.Contains(page, "…f") {
					t.Errorf("%s, %dx%d: no danger line:\n%s", l, w, h, screen(a))
				}
				if w >= 24 && h >= 8 && !strings.Contains(page, "› 1 ") {
					t.Errorf("%s, %dx%d: nothing to choose:\n%s", l, w, h, screen(a))
				}
			}
		}
	}
	for _, s := range []string{words.FaceIn("zh").SmallDanger, words.FaceIn("en").SmallDanger} {
		if !strings.Contains(s, "110") || !strings.Contains(s, "12356") {
			t.Error(fmt.Sprint("no number: ", s))
		}
	}
}

// What is typed can be edited anywhere in it, and stands beside it as it is
// understood.
func TestFieldEdits(t *testing.T) {
	w := walking(t, fact.ZH, 80, 24)
	press(w.a, toField...)
	w.see([]string{"026-11-2", "home", "2", "end", "0"}, "› 2026-11-20")
	w.see([]string{"left", "backspace", "1"}, "› 2026-11-10")
	w.see([]string{"ctrl+u"}, "› 0")
	w.see([]string{"delete", "20261109"}, "› 20261109", "= 2026年11月9日")
	w.see([]string{"ctrl+w"}, "!20261109")
	send(w.a, tea.PasteMsg{Content: "２０２６\n-11-20"})
	w.see(nil, "-11-20", "= 2026年11月20日")
	x := walking(t, fact.ZH, 80, 24)
	x.see([]string{"l"}, "查法条")
	send(x.a, tea.PasteMsg{Content: "67"})
	x.see([]string{"6", "esc", "l"}, "› 676") // kept
	x.see([]string{"enter"}, "民法典第676条")
}
