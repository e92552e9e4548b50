// Package graph draws the interview: which answer opens which question, what
// conclusions and worries stand behind them, and how one worry is answered.
//
// A drawing is plain data first, so that Mermaid and DOT show the same. It
// tells the outline a person can follow, not the whole logic: what opens a
// question besides what has been asked to get there is said in a small node
// of its own. What is exact is proven in advisor/paths.
package graph

import (
	"wangdai/advisor"
	"wangdai/advisor/paths"
)

// A Shape is how a node is drawn.
type Shape uint8

// The shapes.
const (
	Ask   Shape = iota // a question
	Fact               // what is worked out from answers
	When               // a condition on several facts
	Part               // a section, collapsed
	Found              // conclusions
	End                // the report
	Worry              // what a person wants to know
	Reply              // an answer to it
)

// A Node is one thing drawn. Lines are its label.
type Node struct {
	ID    string // letters, digits and underscores; no word of either language
	Lines []string
	Shape Shape
}

// A Cluster is a frame around nodes.
type Cluster struct {
	ID    string
	Title string
	Nodes []Node
}

// A Line is how an edge is drawn.
type Line uint8

// The lines.
const (
	Opens Line = iota // this answer opens that question
	Then              // everyone goes on to that question
	Feeds             // is one of several facts that decide
)

// An Edge leads from one node to another; both by id.
type Edge struct {
	From, To string
	Label    string
	Line     Line
}

// A Graph is a drawing.
type Graph struct {
	Notes    []string // how to read it
	Clusters []Cluster
	Nodes    []Node // outside any cluster
	Edges    []Edge
}

// Options say what to draw. Branch is an option of the first question, or
// unknown, and "" for all: then sections are collapsed. With the id of an ask,
// that ask alone is drawn, in its branch.
type Options struct {
	Branch   string
	Ask      string
	Lang     advisor.Lang
	Findings bool // the asks, too: both stand behind questions
}

// Draw draws a base as counted by [paths.Count], which knows who can be asked
// what.
func Draw(b *advisor.Base, branches map[string]paths.Branch, o Options) *Graph {
	if a, _ := b.Ask(o.Ask); a != nil {
		return oneAsk(b, branches, a, o)
	}
	if o.Branch == paths.Everyone && len(branches) > 1 {
		return outline(b, branches, o)
	}
	d := newDrawing(b, o.Branch, branches[o.Branch], o.Lang)
	d.questions()
	d.g.Notes = []string{d.w.HowToRead}
	if o.Findings {
		d.behind(d.piles(), d.conclusions())
		if p := d.askPiles(); len(p) > 0 {
			d.behind(p, d.worries())
			d.g.Notes = append(d.g.Notes, d.w.HowToReadAsks)
		}
	}
	return d.g
}
