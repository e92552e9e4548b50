// Package check proves the law: that every case comes out as it expects, that
// what must hold for all answers does (prove.go), that nothing differs from what
// was recorded unless it was meant (outcomes.go, editions.go), and that articles
// say what the official texts say (official.go). Only the check command and
// tests need it; whoever merely asks the law takes knowledge/load.
package check

import (
	"fmt"
	"maps"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/advisor/trial"
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
			out = append(out, problemAt(c.Pos, "案例“"+c.Name+"”："+t.ZH, "改案例，或改出错的结论", "case: "+t.EN, "mend the case or the finding"))
		}
	}
	return out
}

func problemAt(p advisor.Pos, zh, zhFix, en, enFix string) load.Problem {
	return load.Problem{File: p.File, Line: p.Line, Col: p.Col, Notice: fact.Say(zh, zhFix, en, enFix)}
}

func (p *Proof) add(at advisor.Pos, zh, zhFix, en, enFix string) {
	p.Problems = append(p.Problems, problemAt(at, zh, zhFix, en, enFix))
}

// tooLarge is a proof that could not be made; it never passes for one.
func (p *Proof) tooLarge(b *advisor.Base, err error) {
	p.add(b.LongestAt, "证明做不完："+err.Error(), "把条件最复杂的结论拆成几条，或用 facts/ 里的事实代替重复的条件",
		"the proof cannot be completed: "+err.Error(), "split the findings with the longest conditions, or name repeated conditions in facts/")
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
			p.add(b.LongestAt, fmt.Sprintf("分支 %s 最长要答 %d 题，这里最多允许 %d 题", br, got, limit), "减少问题或收紧 when，或者改这里的数",
				fmt.Sprintf("branch %s asks up to %d questions; %d are allowed here", br, got, limit), "drop questions, tighten their when, or raise this number")
		}
	}
}
