package calc

import (
	"strconv"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

var breachClock = Spec{
	Name:  "breach_clock",
	Takes: []Param{{Name: "affected", Kind: fact.Number}},
	Uses:  []string{"large_breach_people"},
	Gives: []Param{{Name: "breach_grade", Kind: fact.Choice, Options: []string{"large", "smaller"}}},
	run: func(in *In, out *Out) {
		line, ok := in.Tables.Number("large_breach_people", in.Today)
		if !in.known("affected") || !ok {
			return
		}
		n := in.value("affected").N
		verdict, sign := "smaller", "<"
		if n >= line {
			verdict, sign = "large", "≥"
		}
		out.choose("breach_grade", verdict)
		out.Working = func() fact.Text {
			return say(words.Working.PeopleAffected(), fact.Group(strconv.FormatInt(n, 10)), sign,
				fact.Group(strconv.FormatInt(line, 10)))
		}
	},
}
