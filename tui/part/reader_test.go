package part

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wangdai/tui/keymap"
)

const article = "借款人未按照约定的期限返还借款的，应当按照约定或者国家有关规定支付逾期利息。" +
	"超过合同成立时一年期贷款市场报价利率（LPR）四倍的部分，" +
	"人民法院不予支持；已经支付的，可以请求返还或者抵扣本金。"

const english = "Without true papers, being unable to pay is a civil debt and no crime. " +
	"What is over four times the one-year LPR is not supported."

// advice is a text as pages have it: headings, rails, numbers, links, a table.
func advice(l *Look) []Para {
	text := in(l, article, english)
	out := []Para{
		{Kind: Muted, Text: in(l, "您问：会坐牢吗？", "You asked: can I go to prison?")},
		{Lead: "▌ ", Hang: "▌ ", Text: in(l, "不会。资料真实、只是还不上，是民事欠款，不是犯罪。",
			"No. With true papers, being unable to pay is a civil debt.")},
		{},
		{Kind: Heading, Text: in(l, "期限", "Time limits")},
		{Kind: Urgent, Lead: "12-05  ", Text: in(l, "交答辩状（还剩 10 天）", "statement of defence (10 days left)")},
		{Draw: func(w int) []string { return Table(w, l, columns(l), plan) }},
		{},
		{Kind: Heading, Text: in(l, "结论与法条", "Findings and law")},
	}
	for i := range 20 {
		out = append(out, Para{Lead: fmt.Sprintf("%d. ", i+1), Text: text},
			Para{Lead: "   ", Text: fmt.Sprintf(in(l, "民法典第%d条", "Civil Code %d"), 670+i),
				ID: fmt.Sprintf("cc-%d", 670+i)})
	}
	return out
}

// folded parts: titles, each with two paragraphs below.
func parts(n int) []Para {
	var out []Para
	for i := range n {
		out = append(out, Para{Text: fmt.Sprintf("第 %d 个结论", i+1), ID: fmt.Sprintf("part-%d", i+1), Folds: true},
			Para{Lead: "  ", Text: article}, Para{Lead: "  ", Text: fmt.Sprintf("暗号%d", i+1),
				ID: fmt.Sprintf("link-%d", i+1)})
	}
	return out
}

var moves = []keymap.Act{keymap.Down, keymap.PageOn, keymap.NextPart, keymap.NextHit, keymap.Unfold, keymap.Up,
	keymap.Bottom,
	keymap.LastHit, keymap.LastPart, keymap.PageBack, keymap.PageOn, keymap.PageOn, keymap.Down, keymap.Top}

// At every size, wherever one is: no line is too wide, there are not too many,
// none begins with a closing mark, and the cursor is on the screen.
func TestReaderEverySize(t *testing.T) {
	for name, l := range both() {
		for w := 20; w <= 120; w++ {
			for _, h := range []int{1, 6, 12, 40} {
				r := NewReader()
				r.Set(append(advice(l), parts(3)...))
				r.View(w, h, l)
				r.Find(in(l, "利率", "civil debt"))
				for _, a := range moves {
					if !r.Do(a) {
						t.Fatalf("%s is no act of a text", a)
					}
					lines := r.View(w, h, l)
					if len(lines) > h || len(lines) < min(h, len(r.shown)) {
						t.Fatalf("%s %dx%d after %s: %d lines", name, w, h, a, len(lines))
					}
					for _, s := range lines {
						if fault := misset(s, w); fault != "" {
							t.Fatalf("%s %dx%d after %s: %s", name, w, h, a, fault)
						}
					}
					if y := r.Cursor(); y >= len(lines) {
						t.Fatalf("%s %dx%d after %s: cursor on line %d", name, w, h, a, y)
					}
				}
			}
		}
	}
}

func misset(s string, w int) string {
	text := ansi.Strip(s)
	if n := lipgloss.Width(s); n > w {
		return fmt.Sprintf("%d cells: %q", n, text)
	}
	first := strings.TrimLeft(text, " ▌›+-")
	if first != "" && strings.ContainsAny(first[:min(3, len(first))], "，。、；：！？）") &&
		strings.IndexAny(first, "，。、；：！？）") == 0 {
		return fmt.Sprintf("begins with a closing mark: %q", text)
	}
	return ""
}

// All of a text is reached by paging, in its order, and nothing else.
func TestReaderShowsAll(t *testing.T) {
	l := both()["zh"]
	for w := 20; w <= 120; w += 7 {
		r := NewReader()
		r.Set(advice(l))
		var seen []string
		for {
			from := r.vp.YOffset()
			lines := r.View(w, 8, l)
			seen = append(seen[:min(from, len(seen))], lines...)
			r.Do(keymap.PageOn)
			if r.vp.YOffset() == from {
				break
			}
		}
		got := bare(ansi.Strip(strings.Join(seen, "")))
		if n := strings.Count(got, "抵扣本金"); n != 20 || len(seen) != len(r.shown) {
			t.Fatalf("width %d: %d of 20 paragraphs, %d of %d lines", w, n, len(seen), len(r.shown))
		}
	}
}

func text(lines []string) string { return ansi.Strip(strings.Join(lines, "\n")) }

// The paragraph at the top stays there when the window changes, to the word.
func TestReaderKeepsItsPlace(t *testing.T) {
	l := both()["zh"]
	r := NewReader()
	r.Set(advice(l))
	r.View(80, 10, l)
	for range 30 {
		r.Do(keymap.PageOn)
		was := r.place()
		for _, size := range [][2]int{{40, 10}, {120, 6}, {23, 20}, {80, 10}} {
			r.View(size[0], size[1], l)
			at := r.place()
			y := r.vp.YOffset()
			end := r.rows[r.shown[y]]
			if clipped := y+size[1] >= len(r.shown); !clipped && (at.para != was.para || was.from < at.from ||
				was.from > end.to && r.paras[at.para].Draw == nil) {
				t.Fatalf("at %v after %v: was at %v", at, size, was)
			}
			r.View(80, 10, l)
			was = r.place()
		}
	}
	r.Do(keymap.Top)
	r.Do(keymap.PageOn)
	was := r.place()
	r.Set(advice(both()["en"]))
	r.View(80, 10, both()["en"])
	if r.place().para != was.para {
		t.Errorf("in the other language at paragraph %d, was at %d", r.place().para, was.para)
	}
}

func TestReaderFinds(t *testing.T) {
	l := both()["zh"]
	r := NewReader()
	r.Set(advice(l))
	for w := 20; w <= 100; w++ {
		r.View(w, 10, l)
		r.Do(keymap.Top)
		// 贷款市场报价利率 breaks over a line at many of the widths.
		if n := r.Find("贷款市场报价利率（lpr）"); n != 20 {
			t.Fatalf("width %d: %d of 20 places", w, n)
		}
		for i := range 41 {
			if got, want := r.Matches(l), fmt.Sprintf("“贷款市场报价利率（lpr）”第 %d 处，共 20 处",
				i%20+1); got != want {
				t.Fatalf("width %d: %s, want %s", w, got, want)
			}
			drawn := strings.Join(r.View(w, 10, l), "\n")
			if here := marked2(drawn, "7"); bare(here) != "贷款市场报价利率（LPR）" && len(r.shown)-r.vp.YOffset() > 1 {
				t.Fatalf("width %d, place %d: marked is %q", w, i, here)
			}
			r.Do(keymap.NextHit)
		}
		r.Do(keymap.LastHit)
		if !strings.Contains(r.Matches(l), "第 1 处") {
			t.Fatalf("back: %s", r.Matches(l))
		}
	}
	if n := r.Find("没有这几个字"); n != 0 || r.Matches(l) != "没有找到“没有这几个字”" {
		t.Errorf("%d, %s", n, r.Matches(l))
	}
	if drawn := strings.Join(r.View(80, 40, l), "\n"); strings.Contains(drawn, "\x1b[7m") ||
		strings.Contains(drawn, "\x1b[4m") {
		t.Error("marks stay after a search that finds nothing")
	}
	if r.Find(""); r.Matches(l) != "" || r.Do(keymap.NextHit) != true {
		t.Error("an empty search")
	}
	for term, want := range map[string]int{"ＬＰＲ": 20, "  利率 ": 20, "第670条": 1, "民法典": 20} {
		if n := r.Find(term); n != want {
			t.Errorf("%q: %d, want %d", term, n, want)
		}
	}
	r.Set([]Para{{Text: "the true\nyearly  rate, The True yearly rate"}})
	if n := r.Find("true yearly"); n != 2 {
		t.Errorf("over blanks and line ends: %d of 2", n)
	}
}

// marked2 is the text that is drawn in reverse.
func marked2(s, attribute string) string {
	var out strings.Builder
	for _, part := range strings.Split(s, "\x1b["+attribute+"m")[1:] {
		out.WriteString(part[:strings.Index(part, "\x1b[")])
	}
	return out.String()
}

// After scrolling, n goes to the first place from there on: none is left out,
// as the library's own marks would.
func TestNextPlaceFromHere(t *testing.T) {
	l := both()["zh"]
	var paras []Para
	for i := range 100 {
		s := "别的"
		if i == 5 || i == 50 || i == 80 {
			s = "利率"
		}
		paras = append(paras, Para{Text: s})
	}
	r := NewReader()
	r.Set(paras)
	r.View(40, 10, l)
	r.Find("利率")
	for r.vp.YOffset() < 30 {
		r.Do(keymap.PageOn)
	}
	r.Do(keymap.NextHit)
	if got := r.Matches(l); !strings.Contains(got, "第 2 处") {
		t.Errorf("from line 30 on: %s", got)
	}
	r.Do(keymap.Bottom)
	r.Do(keymap.LastHit)
	if got := r.Matches(l); !strings.Contains(got, "第 3 处") {
		t.Errorf("back from the end: %s", got)
	}
	// Also within one long paragraph.
	r.Set([]Para{{Text: strings.Repeat("别的别的，", 40) + "利率" + strings.Repeat("，别的别的", 100) + "利率" +
		strings.Repeat("，别的别的", 100) + "利率。"}})
	r.Do(keymap.Top)
	r.View(40, 10, l)
	r.Find("利率")
	for range 3 {
		r.Do(keymap.PageOn)
	}
	r.Do(keymap.NextHit)
	if got := r.Matches(l); !strings.Contains(got, "第 2 处") {
		t.Errorf("from the middle of a paragraph on: %s", got)
	}
}

func TestReaderFolds(t *testing.T) {
	l := both()["zh"]
	r := NewReader()
	r.Set(parts(12))
	lines := r.View(40, 20, l)
	if len(lines) != 12 || text(lines[:2]) != "› + 第 1 个结论\n  + 第 2 个结论" ||
		r.Where(l) != "1–12 / 12" || !r.Fits() {
		t.Fatalf("folded, %s:\n%s", r.Where(l), text(lines))
	}
	r.Do(keymap.Down)
	r.Do(keymap.Down)
	if r.Chosen() != "part-3" || r.Cursor() != 2 {
		t.Fatalf("after two steps at %s, line %d", r.Chosen(), r.Cursor())
	}
	if !r.Unfold() {
		t.Fatal("a title does not unfold")
	}
	lines = r.View(40, 20, l)
	if r.Cursor() != 2 || !strings.HasPrefix(ansi.Strip(lines[2]), "› - 第 3 个结论") ||
		!strings.Contains(text(lines), "暗号3") {
		t.Fatalf("unfolded, cursor %d:\n%s", r.Cursor(), text(lines))
	}
	for range 3 { // down the text to the link in it, and on to the next title
		r.Do(keymap.Down)
	}
	if r.Chosen() != "part-5" && r.Chosen() != "link-3" && r.Chosen() != "part-4" {
		t.Fatalf("at %s", r.Chosen())
	}
	if n := r.Find("暗号9"); n != 1 || r.Chosen() == "" || !strings.Contains(text(r.View(40, 20, l)), "暗号9") {
		t.Errorf("what is folded away is not found: %d\n%s", n, text(r.View(40, 20, l)))
	}
	r.Do(keymap.Top)
	r.View(40, 20, l)
	if id := r.Click(0); id != "" || !strings.Contains(text(r.View(40, 20, l)), "暗号1") {
		t.Errorf("a click on a title gives %q and does not unfold", id)
	}
	for y, s := range r.View(40, 20, l) {
		if strings.Contains(ansi.Strip(s), "暗号1") {
			if id := r.Click(y); id != "link-1" {
				t.Errorf("a click on a link gives %q", id)
			}
		}
	}
	if id := r.Click(99); id != "" {
		t.Errorf("a click below the text gives %q", id)
	}
}

// Every stop is reached with the arrow alone, down and up again, whatever the
// size, and every line was on the screen on the way.
func TestReaderArrowsReachAll(t *testing.T) {
	l := both()["zh"]
	for _, size := range [][2]int{{40, 6}, {80, 20}, {24, 3}, {120, 60}} {
		r := NewReader()
		r.Set(advice(l))
		r.View(size[0], size[1], l)
		for _, a := range []keymap.Act{keymap.Down, keymap.Up} {
			stops, lines := map[string]bool{}, map[int]bool{}
			for range 3 * len(r.rows) {
				r.View(size[0], size[1], l)
				stops[r.Chosen()] = true
				for y := r.vp.YOffset(); r.seen(y); y++ {
					lines[y] = true
				}
				r.Do(a)
			}
			delete(stops, "")
			if len(stops) != 20 || len(lines) != len(r.shown) {
				t.Errorf("%v, %s: %d of 20 stops, %d of %d lines", size, a, len(stops), len(lines), len(r.shown))
			}
		}
	}
}

// What leads a line is as loud as the line: colours are for rails and what is
// urgent, not for numbers.
func TestReaderLooks(t *testing.T) {
	l := both()["zh"]
	r := NewReader()
	r.Set([]Para{{Lead: "1. ", Text: "欠款不是犯罪。"}, {Lead: "▌ ", Text: "不会。"},
		{Kind: Urgent, Lead: "12-05  ", Text: "交答辩状"}, {Kind: Muted, Text: "您问"},
		{Text: "民法典第675条", ID: "cc-675"}})
	got := r.View(40, 9, l)
	want := []string{"1. 欠款不是犯罪。", l.Rail.Render("▌ ") + "不会。", l.Warn.Render("12-05  ") +
		l.Warn.Render("交答辩状"), l.Muted.Render("您问"),
		"› " + l.Chosen.Render("民法典第675条")}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%q, want %q", got[i], want[i])
		}
	}
}

func TestReaderParts(t *testing.T) {
	l := both()["zh"]
	r := NewReader()
	r.Set(advice(l))
	r.View(40, 8, l)
	r.Do(keymap.NextPart)
	if got := ansi.Strip(r.View(40, 8, l)[0]); got != "期限" || r.Cursor() != 0 {
		t.Errorf("the next part is %q", got)
	}
	r.Do(keymap.NextPart)
	if got := ansi.Strip(r.View(40, 8, l)[0]); got != "结论与法条" {
		t.Errorf("the next part is %q", got)
	}
	r.Do(keymap.NextPart) // there is none
	r.Do(keymap.LastPart)
	if got := ansi.Strip(r.View(40, 8, l)[0]); got != "期限" {
		t.Errorf("the part before is %q", got)
	}
	r.Do(keymap.PageOn)
	r.Do(keymap.LastPart)
	if got := ansi.Strip(r.View(40, 8, l)[0]); got != "期限" {
		t.Errorf("from within a part one goes to its beginning, not to %q", got)
	}
}

func TestReaderWheel(t *testing.T) {
	l := both()["zh"]
	r := NewReader()
	r.Set(advice(l))
	r.View(40, 8, l)
	r.Wheel(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	if r.vp.YOffset() != 3 {
		t.Errorf("the wheel scrolls to %d", r.vp.YOffset())
	}
	if r.Do(keymap.Tick) || r.Do(keymap.Nothing) {
		t.Error("an act that is none of a text's is taken")
	}
	r.Set(nil)
	for _, a := range moves {
		r.Do(a)
	}
	if lines := r.View(40, 8, l); len(lines) != 0 || r.Where(l) != "0–0 / 0" || r.Chosen() != "" || r.Cursor() != -1 {
		t.Errorf("an empty text: %q %s", lines, r.Where(l))
	}
}

func BenchmarkReader(b *testing.B) {
	l := both()["zh"]
	var paras []Para
	for range 700 { // some 2,000 lines
		paras = append(paras, Para{Text: article})
	}
	r := NewReader()
	r.Set(paras)
	r.View(78, 20, l)
	b.Logf("%d lines", len(r.shown))
	b.Run("lay", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.View(79-r.width%2, 20, l)
		}
	})
	b.Run("scroll", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Do(keymap.Down)
			r.View(78, 20, l)
		}
	})
	b.Run("find", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Find("")
			r.Find("利率")
		}
	})
	b.Run("next", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			r.Do(keymap.NextHit)
			r.View(78, 20, l)
		}
	})
}
