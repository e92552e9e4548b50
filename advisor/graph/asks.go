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

// worries are asks as they stand on piles.
func (d *drawing) worries() kind {
	return kind{"k", Worry, func(i int) string { return d.b.Fill(d.b.Asks[i].Title, d.lang) }, d.w.Asks}
}

// askPiles are the asks of the branch, behind the last question that their
// answers may wait for. An ask has many answers, each behind another question:
// drawn one by one they would be five times as many as the conclusions.
func (d *drawing) askPiles() []pile {
	var out []pile
	for i := range d.b.Asks {
		a := &d.b.Asks[i]
		if _, t := d.reduce(a.For); t == cond.False {
			continue
		}
		var when []*cond.Expr
		for k := range a.Answers {
			when = append(when, a.Answers[k].When)
		}
		q, n := d.last(when...)
		out = heap(out, a.Pos.File, i, q, n <= 1)
	}
	return byFile(out)
}

// oneAsk draws one ask: what it hangs on, its answers in order, and what
// carries it further.
func oneAsk(b *advisor.Base, branches map[string]paths.Branch, a *advisor.Ask, o Options) *Graph {
	branch := o.Branch
	if branch == paths.Everyone {
		branch = Home(b, branches, a)
	}
	d := newDrawing(b, branch, branches[branch], o.Lang)
	d.g.Notes = []string{d.w.HowToReadAsk}
	d.worry(a)
	d.spine = worryID
	d.way(a)
	answers := d.answers(a)
	d.further(a, answers)
	return d.g
}

const worryID = "ask"

func (d *drawing) worry(a *advisor.Ask) {
	label := lines(d.b.Fill(a.Title, d.lang), 3)
	if e, t := d.reduce(a.For); t == cond.Maybe {
		label = append(label, lines(fmt.Sprintf(d.w.WhoAsks, d.say(e, true)), 3)...)
	}
	d.node(nil, Node{ID: worryID, Lines: append(label, a.ID), Shape: Worry})
}

// way draws the questions that an ask hangs on, each with what opens it, and
// what having the ask says of them.
func (d *drawing) way(a *advisor.Ask) {
	need := map[int]bool{}
	for k := range a.Answers {
		d.needs(a.Answers[k].When, need)
	}
	said := map[int]bool{}
	for n, list := range [][]advisor.Opened{a.Opens, a.Suggests} {
		for _, x := range list {
			q := d.b.Facts[x.Fact].Of
			if !d.asked[x.Fact] {
				continue
			}
			d.need(q, need)
			said[q] = n == 0
			text, line := d.w.Says, Opens
			if n > 0 {
				text, line = d.w.Likely, Feeds
			}
			v := x.Value(&d.b.Facts[x.Fact], fact.Value{}, false)
			label := lines(fmt.Sprintf(text, d.b.FormatValue(x.Fact, v, d.lang)), 2)
			d.edge(Edge{From: worryID, To: "q_" + safe(d.b.Facts[x.Fact].ID),
				Label: strings.Join(label, "\n"), Line: line})
		}
	}
	for _, q := range d.branch.Asks {
		if need[q] {
			d.question(q, said[q])
		}
	}
}

// needs notes the questions that a condition hangs on, and those that these
// need to be asked.
func (d *drawing) needs(e *cond.Expr, need map[int]bool) {
	for _, q := range d.hangs(e) {
		d.need(q, need)
	}
}

func (d *drawing) need(q int, need map[int]bool) {
	if need[q] {
		return
	}
	need[q] = true
	if e, t := d.opening(q); t == cond.Maybe {
		d.needs(e, need)
	}
}

// answers draws them in order, and gives their nodes.
func (d *drawing) answers(a *advisor.Ask) []string {
	frame := d.frame("answers", d.w.Answers)
	var ids []string
	n := 0
	for k := range a.Answers {
		x := &a.Answers[k]
		id := fmt.Sprintf("r_%d", k)
		text := d.b.Fill(x.Text, d.lang)
		if k == a.Unclear {
			text = fmt.Sprintf(d.w.Unclear, text)
		} else {
			n++
			text = fmt.Sprintf(d.w.Answer, n, text)
		}
		d.node(frame, Node{ID: id, Lines: append(lines(text, 4), d.marks(x)...), Shape: Reply})
		ids = append(ids, id)
	}
	for k := range a.Answers {
		e, t := d.bare(a.Answers[k].When)
		switch {
		case k == a.Unclear:
			d.edge(Edge{From: worryID, To: ids[k], Label: d.w.NotSure, Line: Feeds})
		case t == cond.True:
			d.edge(Edge{From: d.spine, To: ids[k], Label: d.w.Rest, Line: Then})
		case t == cond.Maybe:
			d.open(e, ids[k], nil)
		}
	}
	return ids
}

// marks are what else is to be known of an answer.
func (d *drawing) marks(x *advisor.Answer) []string {
	w := words.ReportIn(string(d.lang))
	out := []string{w.Certainties[x.Certainty.String()]}
	if x.Lawyer != nil {
		out = append(out, lines(w.Grades[x.Lawyer.Grade.String()], 2)...)
	}
	if !x.Pays {
		return out
	}
	for i := range d.b.Paying {
		p := &d.b.Paying[i]
		if _, t := d.reduce(p.For); t == cond.False {
			continue
		}
		for _, f := range p.Facts {
			if s := lines(fmt.Sprintf(d.w.SettleFirst, d.label(f)), 2); !slices.Contains(out, s[0]) {
				out = append(out, s...)
			}
		}
	}
	return out
}

// further draws the conclusions that say more, and what people go on with:
// both stand behind any answer.
func (d *drawing) further(a *advisor.Ask, from []string) {
	add := func(id, head string, shape Shape, titles []string) {
		if len(titles) == 0 {
			return
		}
		label := []string{head}
		for _, t := range titles {
			label = append(label, lines("• "+t, 2)...)
		}
		d.node(nil, Node{ID: id, Lines: label, Shape: shape})
		for _, f := range from {
			d.edge(Edge{From: f, To: id})
		}
		from = []string{id}
	}
	var more, next []string
	for _, i := range a.More {
		if slices.Contains(d.branch.Concludes, i) {
			more = append(more, title(d.b, i, d.lang))
		}
	}
	for _, i := range a.Next {
		next = append(next, d.b.Fill(d.b.Asks[i].Title, d.lang))
	}
	add("more", d.w.MoreTitle, Found, more)
	add("next", d.w.NextTitle, Worry, next)
}
