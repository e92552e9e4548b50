package paper_test

import (
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
)

func small() *advisor.Report {
	return &advisor.Report{
		AsOf: "2026-11-25", LawAs: "2026-11-25", Lang: "zh", Code: "12-HB95", Title: "我借了钱",
		Situation: []string{"您说：我借了钱。"},
		First:     &advisor.Urgent{Text: "先核实文书。"},
		Findings: []advisor.Conclusion{{ID: "not-a-crime", Urgency: advisor.Danger, Certainty: advisor.Settled,
			Title: "还不上不是犯罪", Text: "单纯还不上不会坐牢。",
			Citations: []advisor.Citation{{Ref: "minfadian-675", Title: "民法典", Article: "第675条",
				Status: "in_force"}}}},
		Steps: []advisor.ToDo{
			{Text: "先核实文书。", FirstWeek: true, Finding: "not-a-crime"},
			{Text: "导出流水；存两份，交给信得过的人。", ByText: "3 天内", FirstWeek: true},
			{Text: "写信给机构。"}, {Text: "投诉。"}, {Text: "等十五日。"}, {Text: "复查征信。"},
		},
		Evidence: []string{"合同"}, Avoid: []string{"不借新还旧"},
		Lawyer: advisor.Lawyer{Urgency: advisor.Strongly, Reasons: []string{"已进入诉讼"}},
		Terms:  []advisor.Explained{{Term: "LPR", Text: "贷款市场报价利率"}}, Disclaimer: "一般信息。",
	}
}

// Every block belongs to one part, so that pages made of parts lose nothing.
// The heading of what is for the lawyer, and that of evidence and mistakes,
// stand above several.
func TestPartsAreTheWhole(t *testing.T) {
	p := paper.OfReport(small())
	n := 0
	for part := paper.Front; part <= paper.Annex; part++ {
		blocks := p.Part(part)
		if len(blocks) == 0 && part != paper.Answers && part != paper.Numbers {
			t.Errorf("part %d is empty", part)
		}
		n += len(blocks)
		for _, b := range blocks {
			if b.Kind == paper.Heading && b.Label != "" {
				t.Errorf("part %d alone is numbered %q", part, b.Label)
			}
		}
	}
	if n+3 != len(p.Blocks) { // with the end of page one
		t.Errorf("the parts have %d of %d blocks", n, len(p.Blocks))
	}
	var numbers []string
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Kind == paper.Heading && b.Label != "" {
			numbers = append(numbers, b.Label)
		}
	}
	if got := strings.Join(numbers, ""); got != "一、二、三、四、五、" {
		t.Errorf("the parts are numbered %s", got)
	}
}

func text(p *paper.Paper, width, most int) string {
	var out []string
	for _, l := range p.Columns(p.Blocks, width, most) {
		if !l.Rule {
			out = append(out, l.Lead+l.Text)
		}
	}
	return strings.Join(out, "\n")
}

// Page one names danger first, then what was asked with its answer or what it
// may still be, what to do, what to find out, and the lawyer.
func TestPageOne(t *testing.T) {
	r := small()
	r.Asked = []advisor.Reply{
		{Title: "要还吗？", Text: "先看时效。\n要还。", Certainty: "usual",
			Because:   []advisor.Reason{{Label: "身份：借款人", Role: true}, {Label: "借条：有"}},
			Citations: r.Findings[0].Citations},
		{Title: "会坐牢吗？", Possible: []string{"一般不会", "先见律师"}, Left: 2},
	}
	r.FindOut = []advisor.Lead{{Label: "放贷人", HowToFind: "看合同。", Decides: []string{"要还吗？"},
		Together: []string{"到账"}}}
	r.Deadlines = []advisor.Due{{Date: "2026-11-30", Text: "答辩", Basis: "民事诉讼法第128条", Counted: "从次日起算",
		State: advisor.OpenDeadline}}
	r.Left = 4
	const want = `| 眼前的危险：还不上不是犯罪


要还吗？
先看时效。

要还。

因为您说：借条：有 · 依据：民法典第675条
（现行） · 把握：一般这样处理


会坐牢吗？
最多再答 2 题就能定。可能是：一般不会；
先见律师

您说：我借了钱。


要做的事
 1. 先核实文书。
 2. 导出流水；存两份，交给信得过的人。
 3. 写信给机构。
 4. 投诉。
 5. 等十五日。


期限
- 2026-11-30（还剩 5 天）：答辩（民事诉
  讼法第128条）；从次日起算


先查清这些
- 放贷人（要和到账一起查）：看合同。
  关系到：要还吗？

找律师：强烈建议咨询律师；已进入诉讼

最多还有 4 题没有问到，答了可以看全。`
	p := paper.OfReport(r)
	p.Blocks = p.Part(paper.One)
	if got := text(p, 40, 0); got != want {
		t.Errorf("page one reads\n%s\nwant\n%s", got, want)
	}
}

func TestOneFinding(t *testing.T) {
	if got, want := text(paper.OfFinding(small(), "not-a-crime"), 40, 0),
		"| 还不上不是犯罪\n\n单纯还不上不会坐牢。\n\n- 先核实文书。"; got != want {
		t.Errorf("the finding reads\n%s\nwant\n%s", got, want)
	}
	if p := paper.OfFinding(small(), "no-such"); len(p.Blocks) != 0 {
		t.Errorf("a finding that does not hold has %d blocks", len(p.Blocks))
	}
}

// Cut texts keep to their lines and to the width, and say that they were cut.
func TestColumnsCut(t *testing.T) {
	p := paper.New("zh")
	p.Blocks = []paper.Block{{Kind: paper.Callout, Label: "最要紧", Text: strings.Repeat("先核实文书的真假。", 9)},
		{Kind: paper.List, First: 9, Items: []paper.Item{{Text: strings.Repeat("导出流水。", 20)}, {Text: "短"}}}}
	for most := 1; most < 4; most++ {
		lines := map[paper.Kind]int{}
		for _, l := range p.Columns(p.Blocks, 24, most) {
			lines[l.Kind]++
			if n := typeset.Width(l.Lead + l.Text); n > 24 {
				t.Errorf("most %d: %d columns: %s%s", most, n, l.Lead, l.Text)
			}
		}
		if lines[paper.Callout] != most || lines[paper.List] != most+1 {
			t.Errorf("most %d: %v lines", most, lines)
		}
		if got := text(p, 24, most); strings.Count(got, "…") != 2 {
			t.Errorf("most %d: what was cut does not say so:\n%s", most, got)
		}
	}
}

// The bars of a square are its dark modules.
func TestBarsAreTheSquare(t *testing.T) {
	s, ok := paper.QR("12-HB95-AYX7-X2AS-K1B9", true)
	if !ok {
		t.Fatal("no QR code")
	}
	drawn := map[[2]int]bool{}
	for b := range s.Bars() {
		for x := b.X; x < b.X+b.Width; x++ {
			drawn[[2]int{x, b.Y}] = true
		}
	}
	for y := -1; y <= s.Size(); y++ {
		for x := -1; x <= s.Size(); x++ {
			if s.Dark(x, y) != drawn[[2]int{x, y}] {
				t.Fatalf("module %d, %d is drawn %v", x, y, !s.Dark(x, y))
			}
		}
	}
	if _, ok := paper.QR(strings.Repeat("A", 5000), false); ok {
		t.Error("a text of 5000 characters has a QR code")
	}
}
