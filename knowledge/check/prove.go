// Package check proves the law: that every case comes out as it expects, that
// what must hold for all answers does (prove.go), that nothing differs from what
// was recorded unless it was meant (outcomes.go, editions.go), and that articles
// say what the official texts say (official.go). Only the check command and
// tests need it; whoever merely asks the law takes knowledge/load.
package check

import (
	"maps"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/advisor/trial"
	"wangdai/advisor/words"
	"wangdai/knowledge/load"
)

// A Proof is what was found about every possible set of answers.
type Proof struct {
	Problems []load.Problem
	Unproved []load.Problem          // what hangs on a calculator and no real amounts showed
	Branches map[string]paths.Branch // by option of the first question; paths.Everyone for all
	Ways     map[string]paths.Way    // by ask
}

// Prove is the last stage: every case comes out as it expects, and what must
// hold for all answers does. A case speaks of its own day; the rest is proven
// for today, on which ranges and deadlines hang.
func Prove(b *advisor.Base, today fact.Date) *Proof {
	p := &Proof{Problems: append(caseProblems(b), editionProblems(b)...)}
	branches, err := paths.Count(b, today)
	if err != nil {
		p.tooLarge(b, err)
		return p
	}
	p.Branches = branches
	p.longest(b)
	proof, err := paths.Prove(b, today)
	if err != nil {
		p.tooLarge(b, err)
		return p
	}
	p.Ways = proof.Ways
	for _, f := range proof.Faults {
		p.Problems = append(p.Problems, fromFault(b, f))
	}
	for _, f := range proof.Unproved {
		p.Unproved = append(p.Unproved, fromFault(b, f))
	}
	p.Unproved = load.Ordered(p.Unproved)
	p.Problems = load.Ordered(p.Problems)
	return p
}

// fromFault is a fault with the answers of one person it goes wrong for, as
// advise reads them.
func fromFault(b *advisor.Base, f paths.Fault) load.Problem {
	x := load.Problem{File: f.Pos.File, Line: f.Pos.Line, Col: f.Pos.Col, Notice: f.Notice, Warning: f.Warning}
	if f.Answers != nil {
		x.Answers = paths.Example(b, f.Answers)
	}
	return x
}

func caseProblems(b *advisor.Base) []load.Problem {
	var out []load.Problem
	for i := range b.Cases {
		c := &b.Cases[i]
		for _, t := range trial.Run(b, c) {
			out = append(out, problemAt(c.Pos, words.Proof.CaseWrong(c.Name, words.Pair(t))))
		}
	}
	return out
}

func problemAt(p advisor.Pos, m words.Message) load.Problem {
	return load.Problem{File: p.File, Line: p.Line, Col: p.Col, Notice: fact.NoticeOf(m)}
}

func (p *Proof) add(at advisor.Pos, m words.Message) {
	p.Problems = append(p.Problems, problemAt(at, m))
}

// tooLarge is a proof that could not be made; it never passes for one.
func (p *Proof) tooLarge(b *advisor.Base, err error) {
	p.add(b.LongestAt, words.Proof.TooLarge(err.Error()))
}

// longest compares the longest interviews with what interview.yaml allows: a
// number for a branch, or the one for all.
func (p *Proof) longest(b *advisor.Base) {
	for _, br := range slices.Sorted(maps.Keys(p.Branches)) {
		limit, ok := b.Longest[br]
		if !ok {
			limit, ok = b.Longest[paths.Everyone]
		}
		if got := p.Branches[br].Longest; ok && got > limit && (br != paths.Everyone || len(p.Branches) == 1) {
			p.add(b.LongestAt, words.Proof.TooLong(br, got, limit))
		}
	}
}
