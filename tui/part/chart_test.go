package part

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wangdai/tui/look"
)

// both are looks to draw with: in both languages, with colours and without.
func both() map[string]*Look {
	return map[string]*Look{
		"zh": LookIn("zh", look.For(colorprofile.TrueColor)), "en": LookIn("en", look.For(colorprofile.ANSI)),
		"zh without colours": LookIn("zh", look.For(colorprofile.ASCII)),
	}
}

func in(l *Look, zh, en string) string {
	if l.Words == LookIn("en", look.Theme{}).Words {
		return en
	}
	return zh
}

var background = regexp.MustCompile("\x1b\\[(?:[0-9;]*;)?(?:48;|4[0-7]m)")

// A picture fits every width, says all its words and its sentence, and is left
// out where there are no colours or no room.
func TestPictures(t *testing.T) {
	for name, l := range both() {
		sentence := in(l, "年化 35.07%，超过上限 24%，多出 11.07 个百分点。",
			"35.07% a year is 11.07 points over the cap of 24%.")
		pictures := map[string]struct {
			draw func(w int) []string
			say  []string
		}{
			"bars": {func(w int) []string {
				return Bars(w, l, sentence, Bar{in(l, "年化", "rate"), "35.07%", 35.07, true},
					Bar{in(l, "上限", "cap"), "24.00%", 24, false})
			}, []string{"35.07%", "24.00%"}},
			"budget": {func(w int) []string {
				return Budget(w, l, sentence, Share{in(l, "收入里先留的生活费", "living costs first"),
					in(l, "4,500 元", "4,500 yuan"), 4500, false},
					Share{in(l, "能还债的", "left for debts"), in(l, "900 元", "900 yuan"), 900, false})
			}, []string{"4,500", "900"}},
			"time line": {func(w int) []string {
				return TimeLine(w, 45, l, sentence, Mark{0, in(l, "2026-11-25 收到传票", "2026-11-25 summons"), true},
					Mark{1, in(l, "2026-11-26 拨 12368 核实", "2026-11-26 call 12368"), false},
					Mark{45, in(l, "2027-01-09 开庭", "2027-01-09 hearing"), false})
			}, []string{"2026-11-25", "2026-11-26", "2027-01-09"}},
		}
		for kind, p := range pictures {
			for w := 12; w <= 120; w++ {
				lines := p.draw(w)
				for _, s := range lines {
					if n := lipgloss.Width(s); n > w {
						t.Fatalf("%s, %s, width %d: %d cells: %q", kind, name, w, n, ansi.Strip(s))
					}
				}
				drawn := background.MatchString(strings.Join(lines, "\n")) ||
					strings.Contains(ansi.Strip(lines[0]), "---")
				if drawn && (!l.painted() || w < 16) || !drawn && l.painted() && w >= 40 {
					t.Errorf("%s, %s, width %d: a picture: %v", kind, name, w, drawn)
				}
				text := ansi.Strip(strings.Join(lines, ""))
				for _, s := range append(p.say, sentence) {
					if !strings.Contains(bare(text), bare(s)) {
						t.Fatalf("%s, %s, width %d does not say %q:\n%s", kind, name, w, s, text)
					}
				}
			}
		}
	}
}

func bare(s string) string { return strings.Join(strings.Fields(s), "") }

func TestBarsAreToScale(t *testing.T) {
	l := both()["zh"]
	lines := Bars(80, l, "", Bar{"年化", "36%", 36, true}, Bar{"上限", "24%", 24, false}, Bar{"零", "0%", 0, false})
	var cells []int
	for _, s := range lines {
		plain := ansi.Strip(s)
		cells = append(cells, len(plain)-len(strings.TrimRight(plain, " ")))
	}
	if fmt.Sprint(cells) != "[62 42 2]" { // two blanks lead each
		t.Errorf("bars of %v cells", cells)
	}
	if got := Bars(80, l, "", Bar{"年化", "0%", 0, false}); background.MatchString(got[0]) {
		t.Error("a bar of nothing is painted")
	}
	budget := Budget(60, l, "", Share{"生活", "4,500 元", 4500, false}, Share{"还债", "1,500 元", 1500, false})
	if n := lipgloss.Width(budget[0]); n != 60 || len(budget) != 3 {
		t.Errorf("the bar of a sum is %d cells wide, %d lines", n, len(budget))
	}
}

// Two days on one cell stand beside each other: each number is on the line.
func TestTimeLineShowsEveryDay(t *testing.T) {
	l := both()["zh"]
	for w := 20; w <= 120; w++ {
		line := ansi.Strip(TimeLine(w, 1000, l, "", Mark{0, "a", false}, Mark{1, "b", false}, Mark{999, "c", true},
			Mark{1000, "d", true}, Mark{2000, "e", false})[0])
		for _, n := range "12345" {
			if strings.Count(line, string(n)) != 1 {
				t.Fatalf("width %d: %s", w, line)
			}
		}
	}
}

var plan = [][]string{
	{"1", "2025-03-20", "766.67", "193.33", "已还"},
	{"2", "2025-04-20", "766.67", "1,193.33", "已还，含服务费。"},
	{"12", "2026-02-20", "1,239,200.00", "1,320.00", "没还；超过 24% 的部分可以请求调减（民法典第六百八十条）。"},
}

func columns(l *Look) []Col {
	return []Col{{in(l, "期", "#"), true}, {in(l, "应还日", "Due"), true}, {in(l, "本金", "Principal"), true},
		{in(l, "利息", "Interest"), true},
		{in(l, "说明", "Note"), false}}
}

// No figure of a table is ever cut, no character lost, and no line too wide.
func TestTableKeepsFigures(t *testing.T) {
	for name, l := range both() {
		for w := 20; w <= 120; w++ {
			lines := Table(w, l, columns(l), plan)
			text := ansi.Strip(strings.Join(lines, "\n"))
			for _, s := range lines {
				if n := lipgloss.Width(s); n > w {
					t.Fatalf("%s, width %d: %d cells: %q", name, w, n, ansi.Strip(s))
				}
			}
			for _, r := range plan {
				for k, c := range r {
					if k < 4 && !regexp.MustCompile(`(^|[^\d,.-])`+regexp.QuoteMeta(c)+`($|[^\d,.-])`).MatchString(text) {
						t.Fatalf("%s, width %d: %s is cut:\n%s", name, w, c, text)
					}
					if k == 4 && !inOrder(text, c) {
						t.Fatalf("%s, width %d: %s is not whole:\n%s", name, w, c, text)
					}
				}
			}
			for _, s := range strings.Split(text, "\n") {
				if first := strings.TrimSpace(s); strings.HasPrefix(first, "。") || strings.HasPrefix(first, "）") {
					t.Fatalf("%s, width %d: a line begins with a closing mark:\n%s", name, w, text)
				}
			}
		}
	}
}

// inOrder reports whether the characters of s stand in text one after another,
// with others between them at the ends of lines only.
func inOrder(text, s string) bool {
	var seen strings.Builder
	for _, l := range strings.Split(text, "\n") {
		seen.WriteString(strings.TrimSpace(l[strings.LastIndex(l, "  ")+1:]))
	}
	return strings.Contains(bare(seen.String()), bare(s))
}

func TestTableReads(t *testing.T) {
	l := both()["zh without colours"]
	want := strings.Join([]string{
		"期      应还日          本金      利息  说明",
		"────────────────────────────────────────────────────────────────────────",
		" 1  2025-03-20        766.67    193.33  已还",
		" 2  2025-04-20        766.67  1,193.33  已还，含服务费。",
		"12  2026-02-20  1,239,200.00  1,320.00  没还；超过 24% 的部分可以请求调",
		"                                        减（民法典第六百八十条）。",
	}, "\n")
	if got := ansi.Strip(strings.Join(Table(72, l, columns(l), plan), "\n")); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
	short := Table(30, l, columns(l), plan[:1])
	if got, want := strings.Join(short, "|"),
		"期：1|  应还日：2025-03-20|  本金：766.67|  利息：193.33|  说明：已还"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := Table(40, l, []Col{{"甲", true}, {"乙", false}}, [][]string{{"1"}}); len(got) != 3 {
		t.Errorf("a row that is shorter than the table: %q", got)
	}
}

func BenchmarkPictures(b *testing.B) {
	l := both()["zh"]
	b.Run("bars", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Bars(76, l, "年化 35.07%。", Bar{"年化", "35.07%", 35.07, true}, Bar{"上限", "24.00%", 24, false})
		}
	})
	b.Run("table", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Table(76, l, columns(l), plan)
		}
	})
}
