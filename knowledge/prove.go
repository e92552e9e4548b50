package knowledge

import (
	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// Prove is the last stage: every case must come out as it expects.
func Prove(b *advisor.Base, today fact.Date) []Problem {
	l := &loader{b: b}
	for i := range b.Cases {
		c := &b.Cases[i]
		for _, t := range b.Try(c) {
			l.at(c.Pos, "案例“"+c.Name+"”："+t.ZH, "改案例，或改出错的结论", "case: "+t.EN, "mend the case or the finding")
		}
	}
	return l.sorted()
}
