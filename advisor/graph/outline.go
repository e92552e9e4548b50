package graph

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/paths"
)

// mostAnswers is how many answers an edge between sections names.
const mostAnswers = 3

// outline draws all branches, each section as one node: what everyone is asked
// stands once, before them.
func outline(b *advisor.Base, branches map[string]paths.Branch, o Options) *Graph {
	first, role := b.Role()
	shared := sharedQuestions(branches)
	top := newDrawing(b, paths.Everyone, branches[paths.Everyone], o.Lang)
	for _, q := range shared {
		x := &b.Questions[q]
		id := "q_" + safe(b.Facts[x.Fact].ID)
		top.node(top.cluster(x.Section), Node{ID: id, Lines: lines(top.label(x.Fact), 2), Shape: Ask})
		top.then(id)
	}
	ids := []string{}
	for k := range first.Options {
		ids = append(ids, first.Options[k].ID)
	}
	for k, id := range append(ids, paths.Unknown) {
		x, ok := branches[id]
		if !ok {
			continue
		}
		name := top.w.NotSure
		if k < len(first.Options) {
			name = top.short(first.Options[k].Text)
		}
		d := newDrawing(b, id, x, o.Lang)
		d.g, d.drawn, d.edges = top.g, top.drawn, top.edges
		d.most = math.MaxInt // the edge between two sections cuts them, not each condition
		d.sections(id, name, "q_"+safe(b.Facts[role].ID), shared, o.Findings)
	}
	top.g.Notes = []string{top.w.HowToReadAll}
	if o.Findings && len(b.Asks) > 0 {
		top.g.Notes = append(top.g.Notes, top.w.HowToReadAsks)
	}
	return top.g
}

// sharedQuestions are those asked in every branch: they come first.
func sharedQuestions(branches map[string]paths.Branch) []int {
	var out []int
	for _, q := range branches[paths.Everyone].Asks {
		for _, x := range branches {
			if !slices.Contains(x.Asks, q) {
				return out
			}
		}
		out = append(out, q)
	}
	return out
}

// sections draws one branch: a node a section.
func (d *drawing) sections(branch, name, from string, shared []int, findings bool) {
	frame := "b_" + safe(branch)
	in := map[int]string{} // node by section
	count := map[int]int{}
	var order []int
	for _, q := range d.branch.Asks {
		if slices.Contains(shared, q) {
			continue
		}
		s := d.b.Questions[q].Section
		if count[s] == 0 {
			order = append(order, s)
			in[s] = fmt.Sprintf("p_%s_%s", safe(branch), safe(d.b.Sections[s].ID))
		}
		count[s]++
	}
	for _, s := range order {
		label := append(lines(d.b.Sections[s].Title.In(d.lang), 2), fmt.Sprintf(d.w.Questions, count[s]))
		d.node(d.frame(frame, name+" · "+branch), Node{ID: in[s], Lines: label, Shape: Part})
	}
	home := func(q int) string {
		if slices.Contains(shared, q) {
			return "q_" + safe(d.b.Asked(q).ID)
		}
		return in[d.b.Questions[q].Section]
	}
	if len(order) == 0 {
		id := frame + "_end"
		d.node(d.frame(frame, name+" · "+branch), Node{ID: id, Lines: []string{d.w.AtOnce}, Shape: End})
		d.edge(Edge{From: from, To: id, Label: name})
	} else {
		d.edge(Edge{From: from, To: in[order[0]], Label: name})
		d.between(order, in, shared, home)
	}
	if findings {
		d.filesBehind(d.piles(), d.conclusions(), branch, frame, name, home)
		d.filesBehind(d.askPiles(), d.worries(), branch, frame, name, home)
	}
}

// between draws what opens each section of a branch but the first.
func (d *drawing) between(order []int, in map[int]string, shared []int, home func(int) string) {
	spine := in[order[0]]
	for _, s := range order[1:] {
		labels := map[string][]string{} // by the node they come from
		feeds := map[string]bool{}
		var from []string
		free := false
		note := func(id, label string, line Line) {
			if id == in[s] {
				return
			}
			if !slices.Contains(from, id) {
				from = append(from, id)
			}
			feeds[id] = feeds[id] || line == Feeds
			if label != "" && !slices.Contains(labels[id], label) {
				labels[id] = append(labels[id], label)
			}
		}
		for _, q := range d.branch.Asks {
			if d.b.Questions[q].Section != s || slices.Contains(shared, q) {
				continue
			}
			e, t := d.opening(q)
			if t == cond.True {
				free = true
				break
			}
			d.openers(e, home, note)
		}
		if free {
			d.edge(Edge{From: spine, To: in[s], Line: Then})
			spine = in[s]
			continue
		}
		for _, id := range from {
			e := Edge{From: id, To: in[s], Label: d.some(labels[id])}
			if feeds[id] {
				e.Line, e.Label = Feeds, ""
			}
			d.edge(e)
		}
	}
}

// openers tells note which nodes the condition e comes from, with the answer
// where one fact alone decides.
func (d *drawing) openers(e *cond.Expr, home func(int) string, note func(id, label string, line Line)) {
	alternatives := []*cond.Expr{e}
	if e.Op == cond.Or {
		alternatives = e.Kids
	}
	for _, k := range alternatives {
		facts := k.Facts()
		if len(facts) == 1 && d.b.Facts[facts[0]].Origin == advisor.Asked {
			note(home(d.b.Facts[facts[0]].Of), d.value(k), Opens)
			continue
		}
		for _, f := range facts {
			for _, q := range d.roots(f) {
				note(home(q), "", Feeds)
			}
		}
	}
}

// some joins the first few answers.
func (d *drawing) some(labels []string) string {
	var list []string
	for _, x := range strings.Split(strings.Join(labels, "\n"), "\n") {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	if len(list) > mostAnswers {
		list = append(list[:mostAnswers:mostAnswers], "…")
	}
	return strings.Join(list, "\n")
}

// filesBehind draws, for each file of conclusions or asks, the sections that
// they stand behind.
func (d *drawing) filesBehind(piles []pile, k kind, branch, frame, name string, home func(int) string) {
	type hang struct{ from, file string }
	n := map[hang]int{}
	total := map[string]int{}
	var order []hang
	for _, p := range piles {
		h := hang{"", p.file}
		if p.question >= 0 {
			h.from = home(p.question)
		}
		if n[h] == 0 {
			order = append(order, h)
		}
		n[h] += len(p.of)
		total[p.file] += len(p.of)
	}
	for _, h := range order {
		file := stem(h.file)
		id := fmt.Sprintf("%s_%s_%s", k.prefix, safe(branch), safe(file))
		d.node(d.frame(frame, name+" · "+branch),
			Node{ID: id, Lines: []string{file, fmt.Sprintf(k.count, total[h.file])}, Shape: k.shape})
		if h.from != "" {
			d.edge(Edge{From: h.from, To: id, Label: fmt.Sprint(n[h]), Line: Feeds})
		}
	}
}
