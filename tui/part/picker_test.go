package part

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"wangdai/tui/keymap"
)

// options are rows as questions have them: short ones, long ones, one that goes
// with no other, and one that is not ticked.
func options(l *Look, n int) []Row {
	var out []Row
	for i := range n {
		s := in(l, "消费金融、汽车金融或信托公司", "a consumer finance, car finance or trust company")
		if i%3 == 1 {
			s = in(l, "小额贷款公司", "a microloan company")
		}
		out = append(out, Row{Text: fmt.Sprintf("%s %d", s, i+1)})
	}
	return append(out, Row{Text: in(l, "都没有", "none of these"), Alone: true}, Row{Text: in(l, "不清楚", "not sure"),
		Note: in(l, "先放着", "leave it open"), Free: true})
}

var listActs = []keymap.Act{keymap.Down, keymap.Down, keymap.PageOn, keymap.Tick, keymap.PageOn, keymap.Up,
	keymap.Bottom, keymap.Down,
	keymap.Up, keymap.PageBack, keymap.PageBack, keymap.PageBack, keymap.Top}

// At every size, wherever one is: the chosen row is on the screen with its mark
// and the cursor, nothing is too wide or too tall, lines hang below their text,
// and what is not on the screen is counted, above and below.
func TestPickerEverySize(t *testing.T) {
	for name, l := range both() {
		for w := 20; w <= 120; w++ {
			for _, h := range []int{1, 2, 3, 5, 8, 13, 40} {
				for _, several := range []bool{false, true} {
					p := NewPicker(several, options(l, 17)...)
					for _, a := range listActs {
						p.View(w, h, l)
						if !p.Do(a) {
							t.Fatalf("%s is no act of a list", a)
						}
						if fault := ill(p, w, h, l); fault != "" {
							t.Fatalf("%s %dx%d, several %v, after %s: %s\n%s", name, w, h, several, a, fault,
								text(p.View(w, h, l)))
						}
					}
				}
			}
		}
	}
}

func ill(p *Picker, w, h int, l *Look) string {
	lines := p.View(w, h, l)
	if len(lines) > h {
		return fmt.Sprintf("%d lines", len(lines))
	}
	y := p.Cursor()
	if y < 0 || y >= len(lines) || !strings.HasPrefix(ansi.Strip(lines[y]), marked) {
		return fmt.Sprintf("the cursor is on line %d", y)
	}
	if p.Row(y) != p.At() {
		return "a click on the chosen row is one on another"
	}
	shown := map[int]bool{}
	indent := strings.Repeat(" ", 4)
	if p.Several {
		indent += indent
	}
	for y, s := range lines {
		if fault := misset(s, w); fault != "" {
			return fault
		}
		plain := ansi.Strip(s)
		if row := p.Row(y); row >= 0 {
			if first := p.Row(y-1) != row; !first && !strings.HasPrefix(plain, indent) {
				return fmt.Sprintf("%q does not hang", plain)
			}
			shown[row] = true
		}
	}
	hidden := len(p.rows) - len(shown)
	if hidden > 0 && h > 1 {
		last := ansi.Strip(lines[len(lines)-1])
		above := slices.Min(keys(shown))
		below := hidden - above
		if (above > 0) != strings.Contains(last, "↑") || (below > 0) != strings.Contains(last, "↓") ||
			above > 0 && !strings.Contains(last, fmt.Sprint(above)) {
			return fmt.Sprintf("%d above, %d below, said %q", above, below, last)
		}
	}
	return ""
}

func keys(m map[int]bool) []int {
	var out []int
	for k := range m {
		out = append(out, k)
	}
	return out
}

// Paging through a list shows every row once, whole, and a page stands still
// while one moves on it.
func TestPickerPages(t *testing.T) {
	l := both()["zh"]
	for w := 30; w <= 90; w += 7 {
		p := NewPicker(false, options(l, 30)...)
		var all []string
		for last := -1; p.At() != last; p.Do(keymap.PageOn) {
			last = p.At()
			lines := p.View(w, 9, l)
			if p.At() == len(p.rows)-1 && len(all) > 0 && strings.Contains(strings.Join(all, ""),
				bare(text(lines[:1]))[3:]) {
				break // the last page again
			}
			for y, s := range lines {
				if p.Row(y) >= 0 {
					all = append(all, bare(ansi.Strip(s)))
				}
			}
		}
		got := strings.Join(all, "")
		for _, r := range p.rows {
			if n := strings.Count(got, bare(r.full())); n < 1 {
				t.Fatalf("width %d: %q is not shown whole:\n%s", w, r.Text, got)
			}
		}
	}
	p := NewPicker(false, options(l, 30)...)
	first := text(p.View(60, 9, l))
	p.Do(keymap.Down)
	if second := text(p.View(60, 9, l)); strings.Replace(strings.Replace(first, "› 1", "  1", 1), "  2", "› 2",
		1) != second {
		t.Errorf("the page moves:\n%s\n%s", first, second)
	}
}

func TestPickerTicks(t *testing.T) {
	l := both()["zh"]
	p := NewPicker(true, options(l, 3)...)
	if len(p.Ticked()) != 0 {
		t.Error("an untouched list has ticks")
	}
	p.Do(keymap.Tick)
	p.Tick(2)
	if fmt.Sprint(p.Ticked()) != "[0 2]" {
		t.Errorf("%v", p.Ticked())
	}
	p.Tick(3) // none of these
	if fmt.Sprint(p.Ticked()) != "[3]" {
		t.Errorf("what goes with no other: %v", p.Ticked())
	}
	p.Tick(1)
	if fmt.Sprint(p.Ticked()) != "[1]" {
		t.Errorf("another beside it: %v", p.Ticked())
	}
	p.Tick(4) // nothing to tick there
	p.Tick(99)
	p.Tick(-1)
	if fmt.Sprint(p.Ticked()) != "[1]" {
		t.Errorf("%v", p.Ticked())
	}
	p.SetTicked(0, 2, 77)
	want := "› 1 [x] 消费金融、汽车金融或信托公司 1\n  2 [ ] 小额贷款公司 2\n  3 [x] 消费金融、汽车金融或信托公司 " +
		"3\n  4 [ ] 都没有\n  5     不清楚  先放着"
	if got := text(p.View(60, 9, l)); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	p.Set(options(both()["en"], 3)) // another language: ticks and place stay
	if fmt.Sprint(p.Ticked()) != "[0 2]" || !strings.Contains(text(p.View(60, 9, l)), "[x] a consumer") {
		t.Errorf("in another language: %v", p.Ticked())
	}
	one := NewPicker(false, options(l, 3)...)
	one.Do(keymap.Tick)
	if len(one.Ticked()) != 0 || strings.Contains(text(one.View(60, 9, l)), "[") {
		t.Error("a list of which one is chosen has ticks")
	}
}

func TestPickerNumbersAndFilter(t *testing.T) {
	l := both()["zh"]
	p := NewPicker(true, options(l, 12)...)
	p.View(60, 30, l)
	if p.Number(3) != 2 || p.At() != 2 || p.Number(0) != -1 || p.Number(10) != -1 {
		t.Error("numbers")
	}
	p.Tick(2)
	if n := p.Filter("小额 ５"); n != 1 || p.At() != 4 || p.Number(1) != 4 || p.Number(2) != -1 {
		t.Errorf("filtered: %d, at %d", n, p.At())
	}
	if got := text(p.View(60, 30, l)); got != "› 1 [ ] 小额贷款公司 5" {
		t.Errorf("filtered: %q", got)
	}
	p.Do(keymap.Tick)
	if p.Filter(""); p.Len() != 14 || fmt.Sprint(p.Ticked()) != "[2 4]" {
		t.Errorf("ticks of what was filtered away: %v", p.Ticked())
	}
	if n := p.Filter("没有这种"); n != 0 || p.At() != -1 || p.Cursor() != -1 || p.Number(1) != -1 {
		t.Error("a filter that leaves nothing")
	}
	for _, a := range listActs {
		p.Do(a)
		if got := text(p.View(60, 30, l)); got != l.Words.Nothing || p.Row(0) != -1 {
			t.Errorf("nothing is like it: %q", got)
		}
	}
	if fmt.Sprint(p.Ticked()) != "[2 4]" {
		t.Error("an act on an empty list ticks")
	}
	if p.Filter("NOT SURE"); p.Len() != 0 {
		t.Error("English finds in Chinese")
	}
	p.Set(options(both()["en"], 12))
	if p.Len() != 1 || p.At() != 13 {
		t.Errorf("a filter after the language: %d rows, at %d", p.Len(), p.At())
	}
	p.Filter("")
	p.Go(7)
	if p.At() != 7 {
		t.Error("Go")
	}
	if p.Do(keymap.Unfold) {
		t.Error("an act that is none of a list's is taken")
	}
}

func BenchmarkPicker(b *testing.B) {
	l := both()["zh"]
	p := NewPicker(false, options(l, 209)...)
	b.Run("move", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.Do(keymap.Down)
			p.View(78, 18, l)
		}
	})
	b.Run("filter", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.Filter("")
			p.Filter("小额")
			p.View(78, 18, l)
		}
	})
	b.Run("resize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.View(79-p.width%2, 18, l)
		}
	})
}
