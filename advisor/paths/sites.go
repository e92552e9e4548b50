package paths

import (
	"fmt"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/words"
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
	name   words.Pair // what it belongs to
	key    string     // kind/id of what findings share
	id     string     // kind/id#number of what is shown
	shared bool       // the condition is its file's, or its section's
	step   bool       // of an answer: of a step, not of the answer
}

// shown reports whether the condition only decides what is shown.
func (s *site) shown() bool { return s.role >= stepOf }

// sitesOf lists every condition of the base.
func sitesOf(b *advisor.Base) []site {
	var out []site
	add := func(s site, name words.Pair) {
		if s.e != nil {
			s.name = name
			out = append(out, s)
		}
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		id := b.Facts[q.Fact].ID
		shared := q.Section >= 0 && q.When == b.Sections[q.Section].When
		add(site{role: asking, i: i, e: q.When, pos: q.Pos, shared: shared}, words.Named("question", id))
	}
	for i := range b.Derived {
		d := &b.Derived[i]
		f := &b.Facts[d.Fact]
		add(site{role: deriving, i: i, e: d.When, pos: d.Pos}, words.Named("fact", f.ID))
		for k, r := range d.Rows {
			add(site{role: deriving, i: i, row: k, e: r, pos: f.Options[k].Pos},
				words.Proof.OptionOf(f.ID, f.Options[k].ID))
		}
	}
	for i := range b.Groups {
		g := &b.Groups[i]
		add(site{role: covering, i: i, e: g.Covers, pos: g.Pos}, words.Proof.Group(g.ID))
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		add(site{role: concluding, i: i, e: f.When, pos: f.Pos, shared: f.Always && guardOf(f) == f.When},
			words.Proof.Finding(f.ID))
		for k := range f.Steps {
			s := &f.Steps[k]
			add(site{role: stepOf, i: i, e: s.When, pos: s.Pos, id: fmt.Sprintf("step/%s#%d", f.ID, k+1)},
				words.Proof.StepOfFinding(f.ID))
		}
	}
	for i := range b.Asks {
		a := &b.Asks[i]
		add(site{role: answering, i: i, row: -1, e: a.For, pos: a.Pos}, words.Proof.Ask(a.ID))
		for k := range a.Answers {
			x := &a.Answers[k]
			add(site{role: answering, i: i, row: k, e: x.When, pos: x.Pos}, words.Proof.AnswerOf(a.ID))
			for n := range x.Steps {
				add(site{role: answering, i: i, row: k, step: true, e: x.Steps[n].When, pos: x.Steps[n].Pos},
					words.Proof.StepOfAsk(a.ID))
			}
		}
	}
	for i := range b.Steps {
		s := &b.Steps[i]
		add(site{role: sharedStep, e: s.When, pos: s.Pos, key: "step/" + s.ID, id: "step/" + s.ID},
			words.Proof.Step(s.ID))
	}
	notes := func(kind string, list []advisor.Note) {
		for i := range list {
			add(site{role: note, e: list[i].When, pos: list[i].Pos, key: kind + list[i].ID, id: kind + list[i].ID},
				words.Proof.Note(list[i].ID))
		}
	}
	notes("evidence/", b.Evidence)
	notes("avoid/", b.Avoid)
	for i := range b.Myths {
		add(site{role: myth, e: b.Myths[i].When, pos: b.Myths[i].Pos, id: "myth/" + b.Myths[i].ID},
			words.Proof.Myth(b.Myths[i].ID))
	}
	for i := range b.Limits {
		add(site{role: limit, e: b.Limits[i].When, pos: b.Limits[i].Pos, id: "limit/" + b.Limits[i].ID},
			words.Proof.Limit(b.Limits[i].ID))
	}
	for i := range b.Drafts {
		d := &b.Drafts[i]
		key := "draft/" + d.ID
		add(site{role: letter, i: i, e: d.When, pos: d.Pos, key: key, id: key}, words.Proof.Letter(d.ID))
		for k := range d.Parts {
			add(site{role: letterPart, i: i, e: d.Parts[k].When, pos: d.Parts[k].Pos, key: key,
				id: fmt.Sprintf("%s#%d", key, k+1)}, words.Proof.PartOfLetter(d.ID))
		}
	}
	return out
}
