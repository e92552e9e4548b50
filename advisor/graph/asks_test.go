package graph

import (
	"fmt"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/knowledge/load/sketch"
)

// law is a law with two worries of borrowers: the one hangs on the lender,
// the paper and what follows from it, the other on nothing.
func law(t *testing.T) *advisor.Base {
	return sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, investor]}
  - {section: loan, when: role == borrower}
  - {ask: topic, kind: several, topic: yes, options: [court, money]}
  - {ask: lender, options: [bank, friend]}
  - {ask: paper, options: [judgment, summons], when: lender == bank}
  - {ask: late, options: [short, long]}
derived:
  - {fact: serious, when: paper == judgment or late == long}
findings:
  - {id: defend, when: paper == summons}
  - {id: lent, when: role == investor}
paying:
  - {when: role == borrower, facts: [late], safe: late == short, zh: 先看时效。, en: Limitation first., cites: [minsu-128]}
asks:
  - ask: must-pay
    when: role == borrower and not (lender == unknown)
    title: 要还吗
    opens: {topic: money}
    suggests: {late: long}
    unclear: {zh: 先问清楚。, cites: [minsu-128]}
    answers:
      - {when: paper == summons, zh: 先应诉。, cites: [minsu-128], lawyer: {grade: strongly, zh: 在打官司}}
      - {when: serious and lender == bank, zh: 找律师。, cites: [minsu-128]}
      - {when: otherwise, zh: 还。, pays: yes, certainty: settled, cites: [minsu-128]}
    more: [defend, lent]
    next: [jail]
  - {ask: jail, when: role == borrower, title: 会坐牢吗, answers: [{when: otherwise, zh: 不会。, cites: [minsu-128]}]}
  - {ask: refund, when: role == investor, title: 退钱吗, answers: [{when: otherwise, zh: 看。, cites: [minsu-128]}]}
laws: [{law: minsu, articles: [128], versions: [{from: 2021-01-01, read: official, files: [law.md], checked: 2026-11-25}]}]
`)
}

func drawn(t *testing.T, o Options) *Graph {
	t.Helper()
	b := law(t)
	branches, err := paths.Count(b, b.LawAsOf)
	if err != nil {
		t.Fatal(err)
	}
	o.Lang = fact.ZH
	return Draw(b, branches, o)
}

func (g *Graph) node(id string) string {
	all := g.Nodes
	for _, c := range g.Clusters {
		all = append(all, c.Nodes...)
	}
	for _, n := range all {
		if n.ID == id {
			return fmt.Sprint(n.Shape, strings.Join(n.Lines, "|"))
		}
	}
	return ""
}

// One ask: the questions it hangs on, its answers in order, what is behind.
func TestOneAsk(t *testing.T) {
	g := drawn(t, Options{Ask: "must-pay"})
	for id, want := range map[string]string{
		"ask":       fmt.Sprint(Worry, "要还吗|谁会问：不是（某 lender：不|清楚）|must-pay"),
		"q_paper":   fmt.Sprint(Ask, "某 paper"),
		"d_serious": fmt.Sprint(Fact, "某 serious"),
		"r_0":       fmt.Sprint(Reply, "答了不清楚：先问清楚。|一般这样处理"),
		"r_1":       fmt.Sprint(Reply, "答 1：先应诉。|一般这样处理|强烈建议咨询律师"),
		"r_3":       fmt.Sprint(Reply, "答 3：还。|法律明文|先弄清：某 late"),
		"more":      fmt.Sprint(Found, "说得更细的结论：|• 某 defend"), // what no borrower gets is left out
		"next":      fmt.Sprint(Worry, "常接着问：|• 会坐牢吗"),
		"q_role":    "", // settled: it is an ask of borrowers
		"report":    "",
	} {
		if got := g.node(id); got != want {
			t.Errorf("node %s: %q, not %q", id, got, want)
		}
	}
	g.has(t, Edge{From: "ask", To: "q_topic", Label: "一问就等于说了：某 money"})
	g.has(t, Edge{From: "ask", To: "q_late", Label: "可能是：某 long", Line: Feeds})
	g.has(t, Edge{From: "ask", To: "q_lender", Line: Then})
	g.has(t, Edge{From: "q_lender", To: "q_paper", Label: "某 bank"})
	g.has(t, Edge{From: "q_paper", To: "r_1", Label: "某 summons"})
	g.has(t, Edge{From: "q_paper", To: "d_serious", Line: Feeds})
	g.has(t, Edge{From: "q_late", To: "d_serious", Line: Feeds})
	g.has(t, Edge{From: "q_late", To: "r_3", Label: "其余的人", Line: Then})
	g.has(t, Edge{From: "ask", To: "r_0", Label: "不清楚", Line: Feeds})
	g.has(t, Edge{From: "r_1", To: "more"})
	g.has(t, Edge{From: "more", To: "next"})
	var when string
	for _, e := range g.Edges {
		if e.To == "r_2" {
			when = e.From
		}
	}
	g.has(t, Edge{From: "d_serious", To: when, Line: Feeds})
	g.has(t, Edge{From: "q_lender", To: when, Line: Feeds})
}

// An ask that hangs on nothing is drawn with its one answer.
func TestAskOfOneAnswer(t *testing.T) {
	g := drawn(t, Options{Ask: "jail"})
	if len(g.Edges) != 1 || g.node("q_lender") != "" {
		t.Errorf("more is drawn than the ask and its answer: %+v", g.Edges)
	}
	g.has(t, Edge{From: "ask", To: "r_0", Label: "其余的人", Line: Then})
}

// With the conclusions the asks are drawn, behind the last question that they
// may wait for.
func TestAsksStandBehindTheLastQuestion(t *testing.T) {
	g := drawn(t, Options{Branch: "borrower", Findings: true})
	g.has(t, Edge{From: "q_late", To: "k_sketch_5", Line: Feeds})
	g.has(t, Edge{From: "report", To: "k_sketch_0", Line: Feeds}) // hangs on nothing
	if got := g.node("k_sketch_5"); got != fmt.Sprint(Worry, "• 要还吗") {
		t.Errorf("the ask that waits for the last question: %q", got)
	}
	if text := g.Mermaid(); strings.Contains(text, "退钱吗") || !strings.Contains(text, "会坐牢吗") {
		t.Errorf("the asks of a borrower, and no others, belong here:\n%s", text)
	}
	if text := drawn(t, Options{Branch: "borrower"}).Mermaid(); strings.Contains(text, "会坐牢吗") {
		t.Error("asks nobody asked for")
	}
	g = drawn(t, Options{Findings: true})
	g.has(t, Edge{From: "p_borrower_loan", To: "k_borrower_sketch", Label: "1", Line: Feeds})
	if got := g.node("k_borrower_sketch"); got != fmt.Sprint(Worry, "sketch|2 个想知道的") {
		t.Errorf("the asks of a branch, as one: %q", got)
	}
}
