package calc

import (
	"strconv"

	"wangdai/advisor/fact"
)

var breachClock = Spec{
	Name:  "breach_clock",
	Takes: []Param{{Name: "affected", Kind: fact.Number}},
	Uses:  []string{"large_breach_people"},
	Gives: []Param{{Name: "breach_grade", Kind: fact.Choice, Options: []string{"large", "smaller"}}},
	Run: func(in *In) Out {
		line, ok := in.Tables.Number("large_breach_people", in.Today)
		if !in.known("affected") || !ok {
			return Out{}
		}
		n := in.Value("affected").N
		verdict, sign := "smaller", "<"
		if n >= line {
			verdict, sign = "large", "≥"
		}
		return Out{Verdicts: map[string]string{"breach_grade": verdict},
			Formula: say("受影响 %s 人 %s %s 人", "%s people affected %s %s people", fact.Group(strconv.FormatInt(n, 10)), sign, fact.Group(strconv.FormatInt(line, 10)))}
	},
}
