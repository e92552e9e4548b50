package knowledge

import (
	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// Prove is the last stage: every case must come out as it expects. A case
// speaks of its own day, so today is not asked.
func Prove(b *advisor.Base, today fact.Date) []Problem {
	var out []Problem
	for i := range b.Cases {
		c := &b.Cases[i]
		for _, t := range b.Try(c) {
			out = append(out, Problem{File: c.Pos.File, Line: c.Pos.Line, Col: c.Pos.Col,
				What: fact.Text{ZH: "案例“" + c.Name + "”：" + t.ZH, EN: "case: " + t.EN},
				Fix:  fact.Text{ZH: "改案例，或改出错的结论", EN: "mend the case or the finding"}})
		}
	}
	return ordered(out)
}
