package paths

import (
	"fmt"

	"wangdai/advisor"
	"wangdai/advisor/cond"
)

// A role is what a condition decides.
type role uint8

const (
	asking role = iota
	deriving
	concluding
	covering
	answering  // an answer of an ask; whom an ask is for
	stepOf     // a finding's own step
	sharedStep // a step of common/
	note       // evidence to gather, what to avoid
	myth
	limit
	letter
	letterPart
)

// A site is a condition and where it stands.
type site struct {
	role   role
	i      int // question, derived fact, finding, group or letter; of a step its finding
	row    int // of a derived table
	e      *cond.Expr
	pos    advisor.Pos
	name   advisor.Text // what it belongs to
	key    string       // kind/id of what findings share
	id     string       // kind/id#number of what is shown
	shared bool         // the condition is its file's, or its section's
	step   bool         // of an answer: of a step, not of the answer
}

// shown reports whether the condition only decides what is shown.
func (s *site) shown() bool { return s.role >= stepOf }

// sitesOf lists every condition of the base.
func sitesOf(b *advisor.Base) []site {
	var out []site
	add := func(s site, zh, en string) {
		if s.e != nil {
			s.name = advisor.Text{ZH: zh, EN: en}
			out = append(out, s)
		}
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		id := b.Facts[q.Fact].ID
		shared := q.Section >= 0 && q.When == b.Sections[q.Section].When
		add(site{role: asking, i: i, e: q.When, pos: q.Pos, shared: shared}, "问题 "+id, "question "+id)
	}
	for i := range b.Derived {
		d := &b.Derived[i]
		f := &b.Facts[d.Fact]
		add(site{role: deriving, i: i, e: d.When, pos: d.Pos}, "事实 "+f.ID, "fact "+f.ID)
		for k, r := range d.Rows {
			add(site{role: deriving, i: i, row: k, e: r, pos: f.Options[k].Pos}, "事实 "+f.ID+" 的 "+f.Options[k].ID+" ", "fact "+f.ID+", option "+f.Options[k].ID)
		}
	}
	for i := range b.Groups {
		g := &b.Groups[i]
		add(site{role: covering, i: i, e: g.Covers, pos: g.Pos}, "互斥组 "+g.ID+" ", "group "+g.ID)
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		add(site{role: concluding, i: i, e: f.When, pos: f.Pos, shared: f.Always && guardOf(f) == f.When}, "结论 "+f.ID+" ", "finding "+f.ID)
		for k := range f.Steps {
			s := &f.Steps[k]
			add(site{role: stepOf, i: i, e: s.When, pos: s.Pos, id: fmt.Sprintf("step/%s#%d", f.ID, k+1)}, "结论 "+f.ID+" 的行动", "a step of finding "+f.ID)
		}
	}
	for i := range b.Asks {
		a := &b.Asks[i]
		add(site{role: answering, i: i, row: -1, e: a.For, pos: a.Pos}, "一问 "+a.ID+" ", "ask "+a.ID)
		for k := range a.Answers {
			x := &a.Answers[k]
			add(site{role: answering, i: i, row: k, e: x.When, pos: x.Pos}, "一问 "+a.ID+" 的回答", "an answer of ask "+a.ID)
			for n := range x.Steps {
				add(site{role: answering, i: i, row: k, step: true, e: x.Steps[n].When, pos: x.Steps[n].Pos}, "一问 "+a.ID+" 的行动", "a step of ask "+a.ID)
			}
		}
	}
	for i := range b.Steps {
		s := &b.Steps[i]
		add(site{role: sharedStep, e: s.When, pos: s.Pos, key: "step/" + s.ID, id: "step/" + s.ID}, "行动 "+s.ID+" ", "step "+s.ID)
	}
	notes := func(kind string, list []advisor.Note) {
		for i := range list {
			add(site{role: note, e: list[i].When, pos: list[i].Pos, key: kind + list[i].ID, id: kind + list[i].ID}, "提示 "+list[i].ID+" ", "note "+list[i].ID)
		}
	}
	notes("evidence/", b.Evidence)
	notes("avoid/", b.Avoid)
	for i := range b.Myths {
		add(site{role: myth, e: b.Myths[i].When, pos: b.Myths[i].Pos, id: "myth/" + b.Myths[i].ID}, "误区 "+b.Myths[i].ID+" ", "myth "+b.Myths[i].ID)
	}
	for i := range b.Limits {
		add(site{role: limit, e: b.Limits[i].When, pos: b.Limits[i].Pos, id: "limit/" + b.Limits[i].ID}, "不包括的 "+b.Limits[i].ID+" ", "limit "+b.Limits[i].ID)
	}
	for i := range b.Drafts {
		d := &b.Drafts[i]
		key := "draft/" + d.ID
		add(site{role: letter, i: i, e: d.When, pos: d.Pos, key: key, id: key}, "文书 "+d.ID+" ", "letter "+d.ID)
		for k := range d.Parts {
			add(site{role: letterPart, i: i, e: d.Parts[k].When, pos: d.Parts[k].Pos, key: key, id: fmt.Sprintf("%s#%d", key, k+1)}, "文书 "+d.ID+" 的一段", "a part of letter "+d.ID)
		}
	}
	return out
}
