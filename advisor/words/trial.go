package words

import (
	"fmt"
	"strings"
)

// Trial is what does not come out of a case as it expects.
var Trial trying

type trying struct{}

func (trying) NotTheirAsk(ask string) Pair {
	return Pair{"一问 " + ask + " 不是这个人会有的", "ask " + ask + " cannot be this person's"}
}

func (trying) AnsweredOtherwise(ask string, want, is Pair) Pair {
	return Pair{
		"一问 " + ask + " 应当回答“" + want.ZH + "”，现在是“" + is.ZH + "”",
		"ask " + ask + " should get \"" + want.EN + "\" and gets \"" + is.EN + "\"",
	}
}

func (trying) NotAskedHere(id string) Pair {
	return Pair{"回答了 " + id + "，但这条路上不问它", "answers " + id + ", which is not asked on this path"}
}

func (trying) Unanswered(id string) Pair {
	return Pair{
		"问到了 " + id + "，案例没有回答（可在末尾写 rest: unknown）",
		"is asked " + id + " and does not answer it (rest: unknown may be written at the end)",
	}
}

func (trying) NoFinding(id string) Pair {
	return Pair{"没有名为 " + id + " 的结论", "there is no finding " + id}
}

func (trying) StandsOtherwise(id string, should, is Pair) Pair {
	return Pair{
		fmt.Sprintf("结论 %s 应当%s，现在%s", id, should.ZH, is.ZH),
		fmt.Sprintf("finding %s should %s and %s", id, should.EN, is.EN),
	}
}

func (trying) DoesNotCite(ref string) Pair {
	return Pair{"没有引用 " + ref, "does not cite " + ref}
}

func (trying) NoFact(id string) Pair {
	return Pair{"没有名为 " + id + " 的事实", "there is no fact " + id}
}

func (trying) ValueDiffers(id, want, got string) Pair {
	return Pair{
		fmt.Sprintf("%s 应当是 %s，现在是 %s", id, want, got),
		fmt.Sprintf("%s should be %s and is %s", id, want, got),
	}
}

func (trying) NoLetter(id, why string) Pair {
	return Pair{"文书 " + id + " 没有给出", "letter " + id + " is not offered: " + why}
}

func (trying) LetterLacks(id, want string) Pair {
	return Pair{"文书 " + id + " 里没有“" + want + "”", "letter " + id + " does not say " + want}
}

func (trying) ReportLacks(want string) Pair {
	return Pair{"报告里没有“" + want + "”", "the report does not say " + want}
}

func (trying) ReportHas(text string) Pair {
	return Pair{"报告里不该有“" + text + "”", "the report must not say " + text}
}

func (trying) LawyerDiffers(want, got string) Pair {
	return Pair{
		"律师建议应当是 " + want + "，现在是 " + got,
		"the lawyer's grade should be " + want + " and is " + got,
	}
}

func (trying) NotOnPageOne(point, want string) Pair {
	return Pair{
		"要点“" + point + "”不在第一页：“" + want + "”",
		"the point " + point + " is not on page one: " + want,
	}
}

func (trying) NotMade(point string, by []string) Pair {
	return Pair{
		"要点“" + point + "”没有说到：" + strings.Join(by, "、"),
		"the point " + point + " is not made: " + strings.Join(by, ", "),
	}
}

func (trying) NoAnswer() Pair { return Pair{"没有回答", "none"} }

// How a finding should stand, and how it does.

func (trying) Hold() Pair        { return Pair{"成立", "hold"} }
func (trying) BeOpen() Pair      { return Pair{"取决于不清楚的事", "be open"} }
func (trying) NotHold() Pair     { return Pair{"不成立", "not hold"} }
func (trying) Holds() Pair       { return Pair{"成立", "holds"} }
func (trying) DoesNotHold() Pair { return Pair{"不成立", "does not hold"} }
func (trying) IsOpen() Pair      { return Pair{"取决于不清楚的事", "is open"} }
