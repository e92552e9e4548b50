package main

import (
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/graph"
	"wangdai/advisor/paths"
)

// eachGraph draws the whole and every branch, in both languages, with and
// without conclusions, and every ask.
func eachGraph(t *testing.T, visit func(t *testing.T, o graph.Options, g *graph.Graph)) {
	t.Helper()
	b := base(t)
	branches, err := paths.Count(b, b.LawAsOf)
	if err != nil {
		t.Fatal(err)
	}
	for id := range branches {
		for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
			for _, findings := range []bool{false, true} {
				o := graph.Options{Branch: id, Lang: l, Findings: findings}
				t.Run(fmt.Sprintf("%s-%s-findings=%v", id, l, findings), func(t *testing.T) {
					visit(t, o, graph.Draw(b, branches, o))
				})
			}
		}
	}
	for i := range b.Asks {
		for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
			o := graph.Options{Ask: b.Asks[i].ID, Lang: l}
			t.Run(fmt.Sprintf("%s-%s", o.Ask, l), func(t *testing.T) { visit(t, o, graph.Draw(b, branches, o)) })
		}
	}
}

// What Mermaid takes without being told otherwise (maxTextSize, maxEdges).
const (
	mermaidText  = 50000
	mermaidEdges = 500
)

// TestGraphMermaid: every line is one of the few forms we write, frames close,
// ids are written once, edges lead between nodes that are there, and the page
// that shows it will not refuse it for its size.
func TestGraphMermaid(t *testing.T) {
	eachGraph(t, func(t *testing.T, o graph.Options, g *graph.Graph) {
		text := g.Mermaid()
		edges, err := mermaidFaults(text)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(utf16.Encode([]rune(text))); n > mermaidText || edges > mermaidEdges {
			t.Errorf("%d characters and %d edges; Mermaid refuses more than %d and %d", n, edges,
				mermaidText, mermaidEdges)
		}
		if o.Branch != paths.Everyone && !o.Findings && !strings.Contains(text, "q_danger") {
			t.Error("the question for danger is missing")
		}
	})
}

var (
	mermaidNode  = regexp.MustCompile(`^([a-zA-Z]\w*)(?:\["[^"]+"\]|\("[^"]+"\)|\(\["[^"]+"\]\)|\{\{"[^"]+"\}\}):::(\w+)$`)
	mermaidEdge  = regexp.MustCompile(`^([a-zA-Z]\w*) (?:-->|==>|-\.->)(?:\|"[^"]+"\|)? ([a-zA-Z]\w*)$`)
	mermaidFrame = regexp.MustCompile(`^subgraph ([a-zA-Z]\w*)\["[^"]+"\]$`)
	mermaidClass = regexp.MustCompile(`^classDef (\w+) fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}$`)
	mermaidRaw   = regexp.MustCompile("[<>&`\\\\]|#[^0-9a-z]|\"(?:\\d+\\.|[-*]) ") // what Mermaid would read as its own
)

// mermaidFaults reads a flowchart as strictly as Mermaid would, and counts its
// edges.
func mermaidFaults(text string) (edges int, err error) {
	rows := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if rows[0] != "flowchart LR" {
		return 0, fmt.Errorf("begins with %q", rows[0])
	}
	nodes, classes, used := map[string]bool{}, map[string]bool{}, map[string]bool{}
	var ends [][2]string
	open := false
	for n, row := range rows[1:] {
		row = strings.TrimSpace(row)
		bad := func(why string) error { return fmt.Errorf("line %d: %s: %s", n+2, why, row) }
		label := strings.ReplaceAll(row, "<br/>", "")
		switch {
		case strings.HasPrefix(row, "%% ") && !strings.ContainsAny(row, "{}"):
		case row == "end":
			if !open {
				return 0, bad("nothing to end")
			}
			open = false
		case mermaidFrame.MatchString(row):
			if id := mermaidFrame.FindStringSubmatch(row)[1]; open || nodes[id] {
				return 0, bad("a frame in a frame, or one id twice")
			} else {
				nodes[id] = true
			}
			open = true
		case mermaidNode.MatchString(row):
			m := mermaidNode.FindStringSubmatch(row)
			if nodes[m[1]] || mermaidRaw.MatchString(label) {
				return 0, bad("one id twice, or a label that is not safe")
			}
			nodes[m[1]], used[m[2]] = true, true
		case mermaidClass.MatchString(row):
			classes[mermaidClass.FindStringSubmatch(row)[1]] = true
		case mermaidEdge.MatchString(row):
			m := mermaidEdge.FindStringSubmatch(row)
			if mermaidRaw.MatchString(strings.NewReplacer("-->", "", "==>", "", "-.->", "").Replace(label)) {
				return 0, bad("a label that is not safe")
			}
			ends = append(ends, [2]string{m[1], m[2]})
		default:
			return 0, bad("not understood")
		}
	}
	for _, e := range ends {
		if !nodes[e[0]] || !nodes[e[1]] {
			return 0, fmt.Errorf("an edge from %s to %s, and one of them is not there", e[0], e[1])
		}
	}
	for c := range used {
		if !classes[c] {
			return 0, fmt.Errorf("class %s is not defined", c)
		}
	}
	if open {
		return 0, fmt.Errorf("a frame does not end")
	}
	return len(ends), nil
}

// The check above must refuse what Mermaid would.
func TestGraphMermaidCheckRefuses(t *testing.T) {
	good := "flowchart LR\n  subgraph s[\"S\"]\n    a[\"A #quot;x#quot; " +
		"#lt;\"]:::ask\n  end\n  b([\"B<br/>C\"]):::ask\n  a -->|\"x\"| " +
		"b\n  classDef ask fill:#ffffff,stroke:#555555,color:#111111\n"
	if n, err := mermaidFaults(good); err != nil || n != 1 {
		t.Fatalf("a sound flowchart: %d edges, %v", n, err)
	}
	for _, change := range [][2]string{
		{"  end\n", ""}, {"a -->", "c -->"}, {"A #quot;", `A "`}, {"#lt;", "<"}, {"  b(", "  a("}, {`["S"]`, `["S]`}, {"-->", "->"}, {"classDef ask", "classDef other"}, {"B<br/>", "- B<br/>"},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if _, err := mermaidFaults(bad); err == nil {
			t.Errorf("takes %q for %q", change[1], change[0])
		}
	}
}

// TestGraphDOT has Graphviz lay out every drawing.
func TestGraphDOT(t *testing.T) {
	dot, err := exec.LookPath("dot")
	if err != nil {
		t.Skip("skipped: graphviz is not installed; the DOT drawings were not laid out")
	}
	asks := 0
	eachGraph(t, func(t *testing.T, o graph.Options, g *graph.Graph) {
		if o.Lang == fact.EN && o.Findings {
			return // the same shape as the Chinese one
		}
		if o.Ask != "" {
			if asks++; asks%16 > 0 {
				return // a spread: the same few lines draw them all
			}
		}
		// Parsing is what can go wrong for each; laying out is done once a kind.
		format := "-Tcanon"
		if o.Lang == fact.ZH && !o.Findings {
			format = "-Tsvg"
		}
		cmd := exec.Command(dot, format)
		cmd.Stdin = strings.NewReader(g.DOT())
		var problems strings.Builder
		cmd.Stderr = &problems
		out, err := cmd.Output()
		if err != nil || problems.Len() > 0 && !strings.Contains(problems.String(), "font") {
			t.Fatalf("dot: %v\n%s", err, problems.String())
		}
		if format == "-Tsvg" {
			if n := strings.Count(string(out), `class="edge"`); n != len(g.Edges) {
				t.Errorf("%d edges drawn of %d", n, len(g.Edges))
			}
		}
	})
}
