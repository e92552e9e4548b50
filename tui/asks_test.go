package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/tui"
)

// A walk through the terminal, of which each step must show something.
type walk struct {
	*testing.T
	a *tui.App
	w *words.Asking
}

func walking(t *testing.T, l advisor.Lang, w, h int) walk {
	return walk{t, terminal(t, base(t), today, l, w, h), words.AskingIn(string(l))}
}

// see presses keys and wants texts on the screen then; one that begins with !
// must not be there.
func (w walk) see(keys []string, texts ...string) {
	w.Helper()
	press(w.a, keys...)
	page := screen(w.a)
	for _, text := range texts {
		text, not := strings.CutPrefix(text, "!")
		if strings.Contains(page, text) == not {
			w.Errorf("after %q the page has %q: %v\n%s", keys, text, !not, page)
		}
	}
}

// said is how people say an ask in a language.
func said(b *advisor.Base, id string, l advisor.Lang) string {
	a, _ := b.Ask(id)
	for _, t := range a.Says {
		if s := map[advisor.Lang]string{fact.ZH: t.ZH, fact.EN: t.EN}[l]; s != "" {
			return s
		}
	}
	return ""
}

// TestAsksInTheTerminal: from who they are to page one and further, in both
// languages and on a small screen.
func TestAsksInTheTerminal(t *testing.T) {
	for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
		for _, size := range [][2]int{{80, 24}, {40, 12}} {
			w := walking(t, l, size[0], size[1])
			b := base(t)
			title := func(id string) string { a, _ := b.Ask(id); return a.Title.In(l) }
			first := string([]rune(title("contact-stop"))[:5])
			w.see([]string{"4"}, string([]rune(w.w.Title)[:6]), "[ ] ")
			w.see([]string{"/", said(b, "contact-stop", l)}, "1 [ ] "+first)
			w.see([]string{"enter"}, "[x] ")
			w.see([]string{"esc"}, string([]rune(title("contact-owe"))[:5]))
			w.see([]string{"1", "enter"}, "!"+w.w.Title) // a second one, and on
			w.see([]string{"1"})
			if w.a.Reading() {
				t.Fatalf("%s %v: an answer is shown before it is decided:\n%s", l, size, screen(w.a))
			}
			w.see([]string{"1", "enter"}, w.w.Answered)
			if !w.a.Reading() {
				t.Fatalf("%s %v: no answer is shown:\n%s", l, size, screen(w.a))
			}
			for w.a.Reading() {
				press(w.a, "enter")
			}
			if size[1] >= 24 { // there is room for it
				w.see(nil, "▌"+first)
			}
			w.see([]string{"1", "enter"}, words.FaceIn(string(l)).Report)
			w.see([]string{"end"}, w.w.Other)
			w.see([]string{"a"}, "[x] ", "[ ] ")
			w.see([]string{"esc"}, words.FaceIn(string(l)).Report)
		}
	}
}

// TestDeeperInTheTerminal: page one leads on, and back.
func TestDeeperInTheTerminal(t *testing.T) {
	w := walking(t, fact.ZH, 80, 50)
	const deeper = "再问" // how far page one leads on
	w.see([]string{"1", "/", "坐牢", "enter", "enter", "1", "1", "2", "1", "enter"})
	for i := 0; i < 9 && !strings.Contains(screen(w.a), deeper); i++ {
		press(w.a, "u", "enter")
	}
	w.see(nil, "最多再问")
	w.see([]string{"m"}, "已答", "▌还不上网贷会坐牢吗？")
	w.see([]string{"b"}, deeper)
}

// TestAsksFallAway: what a change does to asks and their answers is shown before
// it is done, and said after; nothing else is lost.
func TestAsksFallAway(t *testing.T) {
	w := walking(t, fact.ZH, 80, 24)
	w.see([]string{"4", "1", "enter", "1", "1", "enter", "enter"}, "▌我只是联系人")
	// Another answer gives another reply.
	w.see([]string{"r", "4", " ", "down", " ", "enter"}, w.w.Changed, "不用还 → 要看您说过什么")
	w.see([]string{"enter"}, "要看您说过什么", w.w.Answered)
	// Another role leaves none of the asks.
	w.see([]string{"enter", "r"}, "▌我只是联系人，要替他还吗？ 要看您说过什么")
	w.see([]string{"1", "1"}, w.w.Theirs, "我只是联系人，要替他还吗？")
	w.see([]string{"enter"}, "“我只是联系人，要替他还吗？”不是您会遇到的一问")
	w.see([]string{"enter"}, w.w.Title, "还不上网贷会坐牢吗")
	w.see([]string{"r"}, "没有危险")
}

// TestNothingLikeIt: what is no ask, or another role's, is said, and the list
// comes back.
func TestNothingLikeIt(t *testing.T) {
	w := walking(t, fact.ZH, 80, 24)
	w.see([]string{"4", "/", "独角兽"}, "没有找到相近的", "我只是联系人")
	w.see([]string{"esc", "/", "jail-overdue"}, "不是这个身份的人会有的一问")
	w.see([]string{"esc", "/", "contact-ow"}, "是否想写 contact-owe")
	w.see([]string{"e"}, "[ ] 我只是联系人", "!是否想写")
	w.see([]string{"esc"})
	send(w.a, tea.PasteMsg{Content: "contact-ow\u009b"})
	w.see(nil, "是否想写 contact-owe")
	if fault := unfit(w.a.View(), 80, 24); fault != "" {
		t.Error(fault)
	}
	w.see([]string{"esc", "u"}, "您现在安全吗", "已答 1")
	w.see([]string{"b"}, w.w.Title)
	w.see([]string{"b"}, "这笔网贷和您是什么关系")
}
