package graph

import (
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/advisor/words"
)

// A drawing of one branch in the making.
type drawing struct {
	*reducer
	*speaker
	b      *advisor.Base
	w      *words.Graph
	branch paths.Branch
	g      *Graph
	drawn  map[string]bool // ids of nodes
	edges  map[Edge]bool
	spine  string // the last node that everyone of the branch comes to
}

func newDrawing(b *advisor.Base, branch string, x paths.Branch, l advisor.Lang) *drawing {
	s := newSpeaker(b, l)
	return &drawing{reducer: newReducer(b, branch, x), speaker: s, b: b, w: s.w, branch: x, g: &Graph{}, drawn: map[string]bool{}, edges: map[Edge]bool{}}
}

func (d *drawing) questions() {
	for _, q := range d.branch.Asks {
		x := &d.b.Questions[q]
		id := "q_" + safe(d.b.Facts[x.Fact].ID)
		d.node(d.cluster(x.Section), Node{ID: id, Lines: lines(d.label(x.Fact), 2), Shape: Ask})
		e, t := d.opening(q)
		if t != cond.Maybe {
			d.then(id)
			continue
		}
		d.open(e, id, d.cluster(x.Section))
	}
	d.node(nil, Node{ID: endID, Lines: []string{d.w.Report}, Shape: End})
	d.then(endID)
}

const endID = "report"

// then leads everyone on to a node.
func (d *drawing) then(id string) {
	if d.spine != "" {
		d.edge(Edge{From: d.spine, To: id, Line: Then})
	}
	d.spine = id
}

// cluster is that of a section, or where the knowledge has none, nil.
func (d *drawing) cluster(section int) *Cluster {
	if section < 0 || section >= len(d.b.Sections) {
		return nil
	}
	s := &d.b.Sections[section]
	return d.frame("s_"+safe(s.ID), s.Title.In(d.lang))
}

func (d *drawing) frame(id, title string) *Cluster {
	for i := range d.g.Clusters {
		if d.g.Clusters[i].ID == id {
			return &d.g.Clusters[i]
		}
	}
	d.g.Clusters = append(d.g.Clusters, Cluster{ID: id, Title: title})
	return &d.g.Clusters[len(d.g.Clusters)-1]
}

func (d *drawing) node(c *Cluster, n Node) {
	if d.drawn[n.ID] {
		return
	}
	d.drawn[n.ID] = true
	if c == nil {
		d.g.Nodes = append(d.g.Nodes, n)
		return
	}
	c.Nodes = append(c.Nodes, n)
}

func (d *drawing) edge(e Edge) {
	if !d.edges[e] {
		d.edges[e] = true
		d.g.Edges = append(d.g.Edges, e)
	}
}

// open draws what opens a node: each alternative for itself, those on one fact
// together.
func (d *drawing) open(e *cond.Expr, to string, c *Cluster) {
	if e.Op != cond.Or {
		d.alternative(e, to, c)
		return
	}
	single := map[int]*cond.Expr{}
	var order []int
	var rest []*cond.Expr
	for _, k := range e.Kids {
		f := k.Facts()
		if len(f) != 1 {
			rest = append(rest, k)
			continue
		}
		if x := single[f[0]]; x == nil {
			single[f[0]] = &cond.Expr{Op: cond.Or, Kids: []*cond.Expr{k}}
			order = append(order, f[0])
		} else {
			x.Kids = append(x.Kids, k)
		}
	}
	for _, f := range order {
		x := single[f]
		if len(x.Kids) == 1 {
			x = x.Kids[0]
		}
		d.alternative(x, to, c)
	}
	for _, k := range rest {
		d.alternative(k, to, c)
	}
}

// alternative is an edge where one fact decides, else a node that says when.
func (d *drawing) alternative(e *cond.Expr, to string, c *Cluster) {
	facts := e.Facts()
	if len(facts) == 1 {
		d.edge(Edge{From: d.source(facts[0], c), To: to, Label: d.value(e)})
		return
	}
	id := "w_" + hash(key(e))
	if !d.drawn[id] {
		d.node(c, Node{ID: id, Lines: lines(fmt.Sprintf(d.w.When, d.say(e, true)), whenLines), Shape: When})
		for _, f := range facts {
			d.edge(Edge{From: d.source(f, c), To: id, Line: Feeds})
		}
	}
	d.edge(Edge{From: id, To: to})
}

// value is a condition on one fact without its name. What is both named and
// answered with yes needs no more than the answer.
func (d *drawing) value(e *cond.Expr) string {
	if e.Op == cond.Not && e.Kids[0].Op == cond.Yes {
		return map[bool]string{true: "no", false: "否"}[d.lang == fact.EN]
	}
	s := *d.speaker
	s.join = "\n"
	return s.say(e, false)
}

// source is the node of a fact: its question, or what it is worked out from.
func (d *drawing) source(f int, c *Cluster) string {
	x := &d.b.Facts[f]
	if x.Origin == advisor.Asked {
		return "q_" + safe(x.ID)
	}
	id := "d_" + safe(x.ID)
	if d.drawn[id] {
		return id
	}
	d.node(c, Node{ID: id, Lines: lines(d.label(f), 3), Shape: Fact})
	for _, i := range d.inputs(f) {
		d.edge(Edge{From: d.source(i, c), To: id, Line: Feeds})
	}
	return id
}

// A pile is the conclusions of one file that stand behind the same question:
// the last one asked of those they hang on.
type pile struct {
	file     string
	question int // -1: they hang on nothing that is asked
	findings []int
	alone    bool // all of them hang on that question only
}

func (d *drawing) piles() []pile {
	var out []pile
	for _, i := range d.branch.Concludes {
		f := &d.b.Findings[i]
		q, n := d.last(f.When)
		k := slices.IndexFunc(out, func(p pile) bool { return p.file == f.Pos.File && p.question == q })
		if k < 0 {
			out, k = append(out, pile{file: f.Pos.File, question: q, alone: true}), len(out)
		}
		out[k].findings = append(out[k].findings, i)
		out[k].alone = out[k].alone && n <= 1
	}
	slices.SortStableFunc(out, func(a, c pile) int { return strings.Compare(a.file, c.file) })
	return out
}

// last is the last question that a condition hangs on, and how many there are.
func (d *drawing) last(e *cond.Expr) (q, n int) {
	q = -1
	x, t := d.reduce(e)
	if t != cond.Maybe {
		return -1, 0
	}
	seen := map[int]bool{}
	for _, f := range x.Facts() {
		for _, r := range d.roots(f) {
			q = max(q, r)
			seen[r] = true
		}
	}
	return q, len(seen)
}

// namedTitles is how many conclusions a pile names.
const namedTitles = 3

func (d *drawing) findings() {
	for _, p := range d.piles() {
		name := stem(p.file)
		id := fmt.Sprintf("f_%s_%d", safe(name), p.question+1)
		var label []string
		for k, i := range p.findings {
			if k == namedTitles && len(p.findings) > namedTitles {
				label = append(label, fmt.Sprintf("… "+d.w.Conclusions, len(p.findings)))
				break
			}
			label = append(label, lines("• "+title(d.b, i, d.lang), 1)...)
		}
		d.node(d.frame("f_"+safe(name), name), Node{ID: id, Lines: label, Shape: Found})
		e := Edge{From: endID, To: id, Line: Feeds}
		if p.question >= 0 {
			e.From = "q_" + safe(d.b.Asked(p.question).ID)
		}
		if p.alone && p.question >= 0 {
			e.Line = Opens
		}
		d.edge(e)
	}
}

// stem is a file of findings as a lawyer knows it: borrower/interest.
func stem(file string) string {
	_, name, _ := strings.Cut(strings.TrimSuffix(file, ".yaml"), "/")
	return name
}

// title is a finding's, without what only answers can fill.
func title(b *advisor.Base, i int, l advisor.Lang) string { return b.Fill(b.Findings[i].Title, l) }

// Asked is when a question is asked in a branch, what is settled there left
// out; always where everyone is asked it.
func Asked(b *advisor.Base, branch string, x paths.Branch, q int) (e *cond.Expr, always bool) {
	e, t := newReducer(b, branch, x).opening(q)
	return e, t == cond.True
}
