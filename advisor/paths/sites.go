package paths

import (
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
	showing // a step, a note, a myth, a limit, a letter
)

// A site is a condition and where it stands.
type site struct {
	role role
	i    int // question, derived fact, finding or group
	row  int // of a derived table
	e    *cond.Expr
	pos  advisor.Pos
	name advisor.Text // what it belongs to
}

// sitesOf lists every condition of the base.
func sitesOf(b *advisor.Base) []site {
	var out []site
	add := func(r role, i, row int, e *cond.Expr, pos advisor.Pos, zh, en string) {
		if e != nil {
			out = append(out, site{r, i, row, e, pos, advisor.Text{ZH: zh, EN: en}})
		}
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		id := b.Facts[q.Fact].ID
		add(asking, i, 0, q.When, q.Pos, "问题 "+id, "question "+id)
	}
	for i := range b.Derived {
		d := &b.Derived[i]
		f := &b.Facts[d.Fact]
		add(deriving, i, 0, d.When, d.Pos, "事实 "+f.ID, "fact "+f.ID)
		for k, r := range d.Rows {
			add(deriving, i, k, r, f.Options[k].Pos, "事实 "+f.ID+" 的 "+f.Options[k].ID, "fact "+f.ID+", option "+f.Options[k].ID)
		}
	}
	for i := range b.Groups {
		g := &b.Groups[i]
		add(covering, i, 0, g.Covers, g.Pos, "互斥组 "+g.ID, "group "+g.ID)
	}
	step := func(s *advisor.Step, zh, en string) { add(showing, 0, 0, s.When, s.Pos, zh, en) }
	for i := range b.Findings {
		f := &b.Findings[i]
		add(concluding, i, 0, f.When, f.Pos, "结论 "+f.ID, "finding "+f.ID)
		for k := range f.Steps {
			step(&f.Steps[k], "结论 "+f.ID+" 的行动", "a step of finding "+f.ID)
		}
	}
	for i := range b.Steps {
		step(&b.Steps[i], "行动 "+b.Steps[i].ID, "step "+b.Steps[i].ID)
	}
	for _, list := range [][]advisor.Note{b.Evidence, b.Avoid} {
		for i := range list {
			add(showing, 0, 0, list[i].When, list[i].Pos, "提示 "+list[i].ID, "note "+list[i].ID)
		}
	}
	for i := range b.Myths {
		add(showing, 0, 0, b.Myths[i].When, b.Myths[i].Pos, "误区 "+b.Myths[i].ID, "myth "+b.Myths[i].ID)
	}
	for i := range b.Limits {
		add(showing, 0, 0, b.Limits[i].When, b.Limits[i].Pos, "不包括的 "+b.Limits[i].ID, "limit "+b.Limits[i].ID)
	}
	for i := range b.Drafts {
		d := &b.Drafts[i]
		add(showing, 0, 0, d.When, d.Pos, "文书 "+d.ID, "letter "+d.ID)
		for k := range d.Parts {
			add(showing, 0, 0, d.Parts[k].When, d.Parts[k].Pos, "文书 "+d.ID+" 的一段", "a part of letter "+d.ID)
		}
	}
	return out
}
