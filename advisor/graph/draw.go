package graph

import (
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
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
	return &drawing{reducer: newReducer(b, branch, x), speaker: s, b: b, w: s.w, branch: x, g: &Graph{},
		drawn: map[string]bool{}, edges: map[Edge]bool{}}
}

func (d *drawing) questions() {
	for _, q := range d.branch.Asks {
		d.question(q, false)
	}
	d.node(nil, Node{ID: endID, Lines: []string{d.w.Report}, Shape: End})
	d.then(endID)
}

// question draws one with what opens it; said: something else leads to it
// already.
func (d *drawing) question(q int, said bool) {
	x := &d.b.Questions[q]
	id := "q_" + safe(d.b.Facts[x.Fact].ID)
	d.node(d.cluster(x.Section), Node{ID: id, Lines: lines(d.label(x.Fact), 2), Shape: Ask})
	switch e, t := d.opening(q); {
	case t == cond.Maybe:
		d.open(e, id, d.cluster(x.Section))
	case !said:
		d.then(id)
	}
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
		return advisor.Text(words.Reading.No()).In(d.lang)
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

// A pile is the conclusions or asks of one file that stand behind the same
// question: the last one asked of those they hang on.
type pile struct {
	file     string
	question int // -1: they hang on nothing that is asked
	of       []int
	alone    bool // all of them hang on that question only
}

func (d *drawing) piles() []pile {
	var out []pile
	for _, i := range d.branch.Concludes {
		f := &d.b.Findings[i]
		q, n := d.last(f.When)
		out = heap(out, f.Pos.File, i, q, n <= 1)
	}
	return byFile(out)
}

// heap puts i onto its pile.
func heap(piles []pile, file string, i, question int, alone bool) []pile {
	k := slices.IndexFunc(piles, func(p pile) bool { return p.file == file && p.question == question })
	if k < 0 {
		piles, k = append(piles, pile{file: file, question: question, alone: true}), len(piles)
	}
	piles[k].of = append(piles[k].of, i)
	piles[k].alone = piles[k].alone && alone
	return piles
}

func byFile(piles []pile) []pile {
	slices.SortStableFunc(piles, func(a, c pile) int { return strings.Compare(a.file, c.file) })
	return piles
}

// last is the last question that conditions hang on, and how many there are.
func (d *drawing) last(es ...*cond.Expr) (q, n int) {
	q = -1
	seen := map[int]bool{}
	for _, e := range es {
		for _, r := range d.hangs(e) {
			q = max(q, r)
			seen[r] = true
		}
	}
	return q, len(seen)
}

// hangs are the questions that a condition hangs on in the branch.
func (d *drawing) hangs(e *cond.Expr) []int {
	x, t := d.reduce(e)
	if t != cond.Maybe {
		return nil
	}
	var out []int
	for _, f := range x.Facts() {
		out = append(out, d.roots(f)...)
	}
	return out
}

// namedTitles is how many conclusions or asks a pile names: all of them would
// not be read, nor drawn by Mermaid.
const namedTitles = 3

// A kind is what a pile is of.
type kind struct {
	prefix string // of ids
	shape  Shape
	title  func(i int) string
	count  string // %d
}

func (d *drawing) conclusions() kind {
	return kind{"f", Found, func(i int) string { return title(d.b, i, d.lang) }, d.w.Conclusions}
}

// behind draws piles behind their questions.
func (d *drawing) behind(piles []pile, k kind) {
	for _, p := range piles {
		name := stem(p.file)
		id := fmt.Sprintf("%s_%s_%d", k.prefix, safe(name), p.question+1)
		var label []string
		for n, i := range p.of {
			if n == namedTitles && len(p.of) > namedTitles {
				label = append(label, fmt.Sprintf("… "+k.count, len(p.of)))
				break
			}
			label = append(label, lines("• "+k.title(i), 1)...)
		}
		d.node(d.frame(k.prefix+"_"+safe(name), name), Node{ID: id, Lines: label, Shape: k.shape})
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

// stem is a file of findings or asks as a lawyer knows it: borrower/interest.
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
