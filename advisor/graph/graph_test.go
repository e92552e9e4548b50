package graph

import (
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
)

func text(s string) advisor.Text { return advisor.Text{ZH: s, EN: s} }

func is(f int, options ...int) *cond.Expr {
	e := &cond.Expr{Op: cond.In, Fact: f}
	for _, k := range options {
		e.Set |= 1 << k
	}
	return e
}

func and(kids ...*cond.Expr) *cond.Expr { return &cond.Expr{Op: cond.And, Kids: kids} }
func or(kids ...*cond.Expr) *cond.Expr  { return &cond.Expr{Op: cond.Or, Kids: kids} }

// small is a base with two roles. Borrowers are asked for the lender, and,
// where it is not a bank, for the rate; where they were sued, for the day, and
// for the judge where the lender is no bank either. Lenders are asked one
// thing.
func small() *advisor.Base {
	choice := func(id string, options ...string) advisor.Fact {
		f := advisor.Fact{ID: id, Kind: fact.Choice, Label: text(id + " \"label\""), After: -1}
		for _, o := range options {
			f.Options = append(f.Options, advisor.Option{ID: o, Text: text(o)})
		}
		return f
	}
	b := &advisor.Base{
		RoleID: "role",
		Sections: []advisor.Section{{ID: "start", Title: text("Start [1]")}, {ID: "loan", Title: text("Loan")},
			{ID: "court", Title: text("Court")}, {ID: "lend", Title: text("Lend")}},
		Facts: []advisor.Fact{
			choice("role", "borrower", "investor"),
			choice("lender", "bank", "app", "friend"),
			choice("rate", "low", "high"),
			choice("sued", "no", "yes"),
			choice("day", "past", "near"),
			choice("judge", "one", "three"),
			choice("platform", "open", "closed"),
		},
	}
	b.Questions = []advisor.Question{
		{Fact: 0, Section: 0},
		{Fact: 1, Section: 1, When: is(0, 0)},
		{Fact: 2, Section: 1, When: and(is(0, 0), is(1, 1, 2))},
		{Fact: 3, Section: 2, When: is(0, 0)},
		{Fact: 4, Section: 2, When: and(is(0, 0), is(3, 1))},
		{Fact: 5, Section: 2, When: and(is(3, 1), is(1, 1))},
		{Fact: 6, Section: 3, When: is(0, 1)},
	}
	for i := range b.Questions {
		b.Facts[b.Questions[i].Fact].Of = i
		b.Program = append(b.Program, advisor.Item{I: i})
	}
	b.Findings = []advisor.Finding{
		{ID: "cap", When: is(2, 1), Title: text("the cap"), Pos: advisor.Pos{File: "findings/interest.yaml"},
			LawOn: -1},
		{ID: "answer", When: and(is(4, 1), is(1, 1)), Title: text("answer in time"),
			Pos: advisor.Pos{File: "findings/court.yaml"}, LawOn: -1},
		{ID: "wait", When: is(6, 1), Title: text("wait"), Pos: advisor.Pos{File: "findings/lend.yaml"}, LawOn: -1},
	}
	b.Index()
	return b
}

func draw(t *testing.T, o Options) *Graph {
	t.Helper()
	b := small()
	branches, err := paths.Count(b, 0)
	if err != nil {
		t.Fatal(err)
	}
	o.Lang = fact.EN
	return Draw(b, branches, o)
}

func (g *Graph) has(t *testing.T, e Edge) {
	t.Helper()
	for _, x := range g.Edges {
		if x == e {
			return
		}
	}
	t.Errorf("no edge %+v in %+v", e, g.Edges)
}

func TestBranch(t *testing.T) {
	g := draw(t, Options{Branch: "borrower"})
	g.has(t, Edge{From: "q_role", To: "q_lender", Line: Then}) // the role is settled: everyone goes on
	g.has(t, Edge{From: "q_lender", To: "q_sued", Line: Then})
	g.has(t, Edge{From: "q_lender", To: "q_rate", Label: "app\nfriend"})
	g.has(t, Edge{From: "q_sued", To: "q_day", Label: "yes"})
	g.has(t, Edge{From: "q_sued", To: "report", Line: Then})
	text := g.Mermaid()
	if strings.Contains(text, "platform") || strings.Contains(text, "Lend") {
		t.Errorf("a borrower is not asked for the platform:\n%s", text)
	}
	// Two facts open the judge: a node says so, and both lead to it.
	var when string
	for _, e := range g.Edges {
		if e.To == "q_judge" {
			when = e.From
		}
	}
	if !strings.HasPrefix(when, "w_") {
		t.Fatalf("what opens the judge stands in no node: %v", g.Edges)
	}
	g.has(t, Edge{From: "q_sued", To: when, Line: Feeds})
	g.has(t, Edge{From: "q_lender", To: when, Line: Feeds})
}

// What must have held for a fact to be asked is not said again.
func TestImpliedIsLeftOut(t *testing.T) {
	b := small()
	b.Questions[5].When = and(is(4, 1), is(3, 1)) // the day is asked of the sued only
	branches, err := paths.Count(b, 0)
	if err != nil {
		t.Fatal(err)
	}
	g := Draw(b, branches, Options{Branch: "borrower", Lang: fact.EN})
	g.has(t, Edge{From: "q_day", To: "q_judge", Label: "near"})
}

// Alternatives lead on each for itself, those on one fact together.
func TestAlternatives(t *testing.T) {
	b := small()
	b.Questions[5].When = or(is(1, 1), is(3, 1), &cond.Expr{Op: cond.IsUnknown, Fact: 3})
	branches, err := paths.Count(b, 0)
	if err != nil {
		t.Fatal(err)
	}
	g := Draw(b, branches, Options{Branch: "borrower", Lang: fact.EN})
	g.has(t, Edge{From: "q_lender", To: "q_judge", Label: "app"})
	g.has(t, Edge{From: "q_sued", To: "q_judge", Label: "yes or not sure"})
}

func TestFindingsStandBehindTheLastFact(t *testing.T) {
	g := draw(t, Options{Branch: "borrower", Findings: true})
	g.has(t, Edge{From: "q_rate", To: "f_interest_3", Line: Opens})
	g.has(t, Edge{From: "q_day", To: "f_court_5", Line: Feeds}) // it hangs on the lender too
	if text := g.Mermaid(); !strings.Contains(text, "answer in time") || strings.Contains(text, "wait") {
		t.Errorf("the conclusions of a borrower, and no others, belong here:\n%s", text)
	}
	if text := draw(t, Options{Branch: "borrower"}).Mermaid(); strings.Contains(text, "answer in time") {
		t.Error("conclusions nobody asked for")
	}
}

func TestOutline(t *testing.T) {
	g := draw(t, Options{})
	g.has(t, Edge{From: "q_role", To: "p_borrower_loan", Label: "borrower"})
	g.has(t, Edge{From: "q_role", To: "p_investor_lend", Label: "investor"})
	g.has(t, Edge{From: "p_borrower_loan", To: "p_borrower_court", Line: Then})
	g.has(t, Edge{From: "q_role", To: "b_unknown_end", Label: "not sure"})
	if text := g.Mermaid(); strings.Contains(text, "q_rate") || !strings.Contains(text, "Court<br/>3 questions") {
		t.Errorf("sections should be collapsed:\n%s", text)
	}
	g = draw(t, Options{Findings: true})
	g.has(t, Edge{From: "p_borrower_court", To: "f_borrower_court", Label: "1", Line: Feeds})
}

// Nothing that a lawyer writes can end a label or begin something else.
func TestEscaping(t *testing.T) {
	g := &Graph{
		Nodes:    []Node{{ID: "a", Lines: []string{`"]); end & <b> #1 \n`, "`x`"}}},
		Edges:    []Edge{{From: "a", To: "a", Label: `"| x`}},
		Clusters: []Cluster{{ID: "c", Title: `"] end`}},
	}
	m := g.Mermaid()
	for _, want := range []string{
		`a["#quot;]); end #amp; #lt;b#gt; #35;1 #92;n<br/>#96;x#96;"]:::ask`,
		`a -->|"#quot;| x"| a`,
		`subgraph c["#quot;] end"]`,
	} {
		if !strings.Contains(m, want) {
			t.Errorf("no %s in\n%s", want, m)
		}
	}
	if d := g.DOT(); !strings.Contains(d, `label="\"]); end & <b> #1 \\n\n`+"`x`"+`"`) {
		t.Errorf("DOT:\n%s", d)
	}
	g.Notes = []string{strings.Repeat("粗线 ", 40)}
	if d := g.DOT(); !strings.Contains(d, `粗线\n粗线`) {
		t.Errorf("a long note stands in one line:\n%s", d)
	}
	if got := safe("end-1.部"); got != "end_1__" {
		t.Errorf("safe id: %s", got)
	}
}
