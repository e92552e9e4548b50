package graph

import (
	"fmt"
	"hash/fnv"
	"strings"

	"wangdai/advisor/typeset"
)

// safe is an id with nothing in it that Mermaid or DOT read as their own.
func safe(id string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' {
			return r
		}
		return '_'
	}, id)
}

func hash(s string) string {
	h := fnv.New64a()
	h.Write([]byte(s))
	return fmt.Sprintf("%016x", h.Sum64())[:10]
}

// shapes are the brackets of Mermaid, the shape of DOT and the fill of both,
// by Shape. Fills are light, and the text on them is set dark, so that they
// read on a dark page too.
var shapes = [...]struct{ open, close, dot, class, fill string }{
	Ask:   {"[", "]", "box", "ask", "#ffffff"},
	Fact:  {"{{", "}}", "hexagon", "fact", "#e8eefc"},
	When:  {"(", ")", "box", "when", "#fff4d6"},
	Part:  {"[", "]", "box", "part", "#ffffff"},
	Found: {"(", ")", "note", "found", "#e9f5e9"},
	End:   {"([", "])", "oval", "done", "#eeeeee"},
	Worry: {"([", "])", "tab", "worry", "#fde8ef"},
	Reply: {"(", ")", "note", "reply", "#f0ecfa"},
}

var arrows = [...]struct{ mermaid, dot string }{
	Opens: {"-->", "style=solid"},
	Then:  {"==>", "style=bold, penwidth=2.5"},
	Feeds: {"-.->", "style=dashed"},
}

// mermaidText stands for every character that Mermaid or the page around it
// may read as its own, by its number.
var mermaidText = strings.NewReplacer("#", "#35;", `"`, "#quot;", "&", "#amp;", "<", "#lt;", ">", "#gt;", "`", "#96;", "\\", "#92;", "\n", "<br/>")

// Mermaid is the drawing as a Mermaid flowchart.
func (g *Graph) Mermaid() string {
	var s strings.Builder
	s.WriteString("flowchart LR\n")
	for _, n := range g.Notes {
		fmt.Fprintf(&s, "  %%%% %s\n", strings.NewReplacer("\n", " ", "{", "(", "}", ")").Replace(n))
	}
	used := map[Shape]bool{}
	node := func(indent string, n Node) {
		used[n.Shape] = true
		k := shapes[n.Shape]
		fmt.Fprintf(&s, "%s%s%s\"%s\"%s:::%s\n", indent, n.ID, k.open, mermaidText.Replace(strings.Join(n.Lines, "\n")),
			k.close, k.class)
	}
	for _, c := range g.Clusters {
		fmt.Fprintf(&s, "  subgraph %s[\"%s\"]\n", c.ID, mermaidText.Replace(c.Title))
		for _, n := range c.Nodes {
			node("    ", n)
		}
		s.WriteString("  end\n")
	}
	for _, n := range g.Nodes {
		node("  ", n)
	}
	for _, e := range g.Edges {
		label := ""
		if e.Label != "" {
			label = `|"` + mermaidText.Replace(e.Label) + `"|`
		}
		fmt.Fprintf(&s, "  %s %s%s %s\n", e.From, arrows[e.Line].mermaid, label, e.To)
	}
	for k, x := range shapes {
		if used[Shape(k)] {
			fmt.Fprintf(&s, "  classDef %s fill:%s,stroke:#555555,color:#111111\n", x.class, x.fill)
		}
	}
	return s.String()
}

// noteCells is how wide a note stands over a drawing: one line of it would be
// wider than most drawings.
const noteCells = 80

var dotText = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

// DOT is the drawing for Graphviz.
func (g *Graph) DOT() string {
	var s strings.Builder
	quote := func(x string) string { return `"` + dotText.Replace(x) + `"` }
	s.WriteString("digraph wangdai {\n  rankdir=LR; charset=\"UTF-8\"; newrank=true; nodesep=0.25; ranksep=0.45;\n")
	var notes []string
	for _, n := range g.Notes {
		notes = append(notes, typeset.Wrap(n, noteCells, typeset.Width)...)
	}
	font := `fontname="Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif"`
	fmt.Fprintf(&s, "  graph [%s, labelloc=t, label=%s];\n  node [%s, fontsize=11, style=filled, color=\"#555555\", "+
		"fontcolor=\"#111111\"];\n  edge [%s, fontsize=9, color=\"#555555\"];\n", font,
		quote(strings.Join(notes, "\n")), font, font)
	node := func(indent string, n Node) {
		k := shapes[n.Shape]
		fmt.Fprintf(&s, "%s%s [label=%s, shape=%s, fillcolor=%q];\n", indent, quote(n.ID),
			quote(strings.Join(n.Lines, "\n")), k.dot, k.fill)
	}
	for _, c := range g.Clusters {
		fmt.Fprintf(&s, "  subgraph %s {\n    label=%s; style=rounded; color=\"#999999\";\n", quote("cluster_"+c.ID),
			quote(c.Title))
		for _, n := range c.Nodes {
			node("    ", n)
		}
		s.WriteString("  }\n")
	}
	for _, n := range g.Nodes {
		node("  ", n)
	}
	for _, e := range g.Edges {
		label := ""
		if e.Label != "" {
			label = ", label=" + quote(e.Label)
		}
		fmt.Fprintf(&s, "  %s -> %s [%s%s];\n", quote(e.From), quote(e.To), arrows[e.Line].dot, label)
	}
	s.WriteString("}\n")
	return s.String()
}
