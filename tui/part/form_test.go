package part

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

func planForm(l *Look) *Form {
	return NewForm(Input{in(l, "每期", "each payment"), in(l, "元", "yuan"), "960", 12},
		Input{in(l, "共几期", "payments"), in(l, "期", ""), "12", 6},
		Input{in(l, "第一期哪天还", "first due on"), "", "2025-03-20", 0})
}

// At every size the field that is typed into is on the screen with the cursor
// in it, and nothing is too wide or too tall.
func TestFormEverySize(t *testing.T) {
	for name, l := range both() {
		f := planForm(l)
		for i, s := range []string{"paste:1万2，我借了2万逾期三个月", "paste:12", "paste:2025年3月20日"} {
			f.Go(i)
			typeInto(t, f.Field(i), s)
		}
		f.Say(0, in(l, "= 12,000 元（壹万贰仟元整）", "= 12,000 yuan"))
		f.Refuse(1, in(l, "“十二个月份”读不懂；写成 12 或 12期", "cannot be read; write 12"))
		for w := 20; w <= 120; w++ {
			for h := 1; h <= 10; h++ {
				for range f.fields {
					f.Do(keymap.NextField)
					lines := f.View(w, h, l)
					if len(lines) > h || len(lines) == 0 {
						t.Fatalf("%s %dx%d: %d lines", name, w, h, len(lines))
					}
					for _, s := range lines {
						if n := lipgloss.Width(s); n > w {
							t.Fatalf("%s %dx%d: %d cells: %q", name, w, h, n, ansi.Strip(s))
						}
					}
					x, y := f.Cursor()
					if y < 0 || y >= len(lines) || x < 2 || x >= w {
						t.Fatalf("%s %dx%d, field %d: cursor at %d,%d\n%s", name, w, h, f.At(), x, y, text(lines))
					}
					end := typeset.Truncate(f.Field(f.At()).Text(), 100)
					if before := ansi.Cut(lines[y], x-1, x); ansi.Strip(before) != "" &&
						!strings.HasSuffix(end, strings.TrimSpace(ansi.Strip(ansi.Cut(lines[y], x-2, x)))) {
						t.Fatalf("%s %dx%d, field %d: %q stands before the cursor", name, w, h, f.At(),
							ansi.Strip(before))
					}
				}
			}
		}
	}
}

func TestFormReads(t *testing.T) {
	l := both()["zh"]
	f := planForm(l)
	typeInto(t, f.Field(0), "paste:1万2")
	f.Say(0, "= 12,000 元（壹万贰仟元整）")
	f.Do(keymap.NextField)
	want := "  每期          1万2         元\n  = 12,000 元（壹万贰仟元整）\n› 共几期        12     期\n  " +
		"第一期哪天还  2025-03-20"
	if got := trimmed(text(f.View(60, 9, l))); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	if x, y := f.Cursor(); x != 16 || y != 2 {
		t.Errorf("cursor at %d,%d", x, y)
	}
	f.Click(18, 0)
	if x, _ := f.Cursor(); f.At() != 0 || x != 17 { // 1万 is three cells: the click is on the second half of 万
		t.Errorf("a click goes to field %d, column %d", f.At(), x)
	}
	f.Refuse(0, "读不懂")
	if !strings.Contains(text(f.View(60, 9, l)), "读不懂") || f.Field(0).Value() != "1万2" {
		t.Error("what is wrong is not said, or the value is gone")
	}
	if err := f.Key(press("end")); err != nil || strings.Contains(text(f.View(60, 9, l)), "读不懂") {
		t.Error("what is wrong stays after the next key")
	}
	f.Go(0)
	f.Do(keymap.LastField)
	if f.At() != 2 || !f.Last() || f.Do(keymap.Tick) {
		t.Error("the field before the first is the last")
	}
	if err := f.Paste("3月"); err != nil || f.Join(" ") != "1万2 3月" || f.Empty() || !planForm(l).Empty() {
		t.Errorf("values %q", f.Join(" "))
	}
}
