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
	var l siteList
	l.decided(b)
	l.told(b)
	l.shown(b)
	return l
}

type siteList []site

func (l *siteList) add(s site, name words.Pair) {
	if s.e != nil {
		s.name = name
		*l = append(*l, s)
	}
}

// decided are the conditions of questions, facts and groups.
func (l *siteList) decided(b *advisor.Base) {
	for i := range b.Questions {
		q := &b.Questions[i]
		id := b.Facts[q.Fact].ID
		shared := q.Section >= 0 && q.When == b.Sections[q.Section].When
		l.add(site{role: asking, i: i, e: q.When, pos: q.Pos, shared: shared}, words.Named("question", id))
	}
	for i := range b.Derived {
		d := &b.Derived[i]
		f := &b.Facts[d.Fact]
		l.add(site{role: deriving, i: i, e: d.When, pos: d.Pos}, words.Named("fact", f.ID))
		for k, r := range d.Rows {
			l.add(site{role: deriving, i: i, row: k, e: r, pos: f.Options[k].Pos},
				words.Proof.OptionOf(f.ID, f.Options[k].ID))
		}
	}
	for i := range b.Groups {
		g := &b.Groups[i]
		l.add(site{role: covering, i: i, e: g.Covers, pos: g.Pos}, words.Proof.Group(g.ID))
	}
}

// told are those of findings, asks and their steps.
func (l *siteList) told(b *advisor.Base) {
	for i := range b.Findings {
		f := &b.Findings[i]
		l.add(site{role: concluding, i: i, e: f.When, pos: f.Pos, shared: f.Always && guardOf(f) == f.When},
			words.Proof.Finding(f.ID))
		for k := range f.Steps {
			s := &f.Steps[k]
			l.add(site{role: stepOf, i: i, e: s.When, pos: s.Pos, id: fmt.Sprintf("step/%s#%d", f.ID, k+1)},
				words.Proof.StepOfFinding(f.ID))
		}
	}
	for i := range b.Asks {
		a := &b.Asks[i]
		l.add(site{role: answering, i: i, row: -1, e: a.For, pos: a.Pos}, words.Proof.Ask(a.ID))
		for k := range a.Answers {
			x := &a.Answers[k]
			l.add(site{role: answering, i: i, row: k, e: x.When, pos: x.Pos}, words.Proof.AnswerOf(a.ID))
			for n := range x.Steps {
				l.add(site{role: answering, i: i, row: k, step: true, e: x.Steps[n].When, pos: x.Steps[n].Pos},
					words.Proof.StepOfAsk(a.ID))
			}
		}
	}
}

// shown are those of what findings share, and of what stands beside them.
func (l *siteList) shown(b *advisor.Base) {
	for i := range b.Steps {
		s := &b.Steps[i]
		l.add(site{role: sharedStep, e: s.When, pos: s.Pos, key: "step/" + s.ID, id: "step/" + s.ID},
			words.Proof.Step(s.ID))
	}
	notes := func(kind string, list []advisor.Note) {
		for i := range list {
			l.add(site{role: note, e: list[i].When, pos: list[i].Pos, key: kind + list[i].ID, id: kind + list[i].ID},
				words.Proof.Note(list[i].ID))
		}
	}
	notes("evidence/", b.Evidence)
	notes("avoid/", b.Avoid)
	for i := range b.Myths {
		l.add(site{role: myth, e: b.Myths[i].When, pos: b.Myths[i].Pos, id: "myth/" + b.Myths[i].ID},
			words.Proof.Myth(b.Myths[i].ID))
	}
	for i := range b.Limits {
		l.add(site{role: limit, e: b.Limits[i].When, pos: b.Limits[i].Pos, id: "limit/" + b.Limits[i].ID},
			words.Proof.Limit(b.Limits[i].ID))
	}
	for i := range b.Drafts {
		d := &b.Drafts[i]
		key := "draft/" + d.ID
		l.add(site{role: letter, i: i, e: d.When, pos: d.Pos, key: key, id: key}, words.Proof.Letter(d.ID))
		for k := range d.Parts {
			l.add(site{role: letterPart, i: i, e: d.Parts[k].When, pos: d.Parts[k].Pos, key: key,
				id: fmt.Sprintf("%s#%d", key, k+1)}, words.Proof.PartOfLetter(d.ID))
		}
	}
}
