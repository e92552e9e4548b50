package words

import (
	"fmt"
	"strings"
)

// Proof is what check says once the law is read: of all possible answers
// (proof_paths.go), and of what was recorded and what the official texts say
// (proof_records.go).
var Proof proof

type proof struct{}

// What a condition belongs to. Chinese that ends in a name has a blank behind
// it, because more Chinese follows.

func spaced(p Pair) Pair { return Pair{p.ZH + " ", p.EN} }

func (proof) Deadline(id string) Pair { return spaced(Named("deadline", id)) }
func (proof) Finding(id string) Pair  { return spaced(Named("finding", id)) }
func (proof) Ask(id string) Pair      { return spaced(Named("ask", id)) }
func (proof) Myth(id string) Pair     { return spaced(Named("myth", id)) }
func (proof) Letter(id string) Pair   { return spaced(Named("draft", id)) }
func (proof) Group(id string) Pair    { return Pair{"互斥组 " + id + " ", "group " + id} }
func (proof) Step(id string) Pair     { return Pair{"行动 " + id + " ", "step " + id} }
func (proof) Note(id string) Pair     { return Pair{"提示 " + id + " ", "note " + id} }
func (proof) Limit(id string) Pair    { return Pair{"不包括的 " + id + " ", "limit " + id} }

func (proof) OptionOf(fact, option string) Pair {
	return Pair{"事实 " + fact + " 的 " + option + " ", "fact " + fact + ", option " + option}
}

func (proof) StepOfFinding(id string) Pair {
	return Pair{"结论 " + id + " 的行动", "a step of finding " + id}
}

func (proof) AnswerOf(ask string) Pair {
	return Pair{"一问 " + ask + " 的回答", "an answer of ask " + ask}
}

func (proof) AnswerNo(ask, no string) Pair {
	return Pair{"一问 " + ask + " 的第 " + no + " 答", "answer " + no + " of ask " + ask}
}

func (proof) UnclearOf(ask string) Pair {
	return Pair{"一问 " + ask + " 的 unclear", "unclear of ask " + ask}
}

func (proof) StepOfAsk(ask string) Pair {
	return Pair{"一问 " + ask + " 的行动", "a step of ask " + ask}
}

func (proof) PartOfLetter(id string) Pair {
	return Pair{"文书 " + id + " 的一段", "a part of letter " + id}
}

func (proof) CiteOfFinding(cite, id string) Pair {
	return Pair{"结论 " + id + " 的引用 " + cite, "citation " + cite + " of finding " + id}
}

func (proof) CiteOfAnswer(cite, ask string) Pair {
	return Pair{"一问 " + ask + " 的回答的引用 " + cite, "citation " + cite + " of an answer of ask " + ask}
}

// Branches of the interview.

func (proof) Everyone() Pair { return Pair{"所有人", "everyone"} }
func (proof) NotSure() Pair  { return Pair{"不清楚", "not sure"} }

// What could not be proven, and why.

func (proof) HangsOn(what Pair, calculations []string) Pair {
	return Pair{
		what.ZH + "（取决于计算 " + strings.Join(calculations, "、") + "，没有找到真实的数）",
		what.EN + " (hangs on calculation " + strings.Join(calculations, ", ") + "; no real amounts were found)",
	}
}

func (proof) NobodyFound(what Pair) Message {
	return Message{
		what.ZH + "（但重算不出这样的人：程序有错）", "把这一条告诉程序员",
		what.EN + " (but no such person is found: a fault of the program)", "tell the programmers",
	}
}

func (proof) WhetherGiven(calculation, fact, option string) Pair {
	return Pair{
		"计算 " + calculation + " 是否会给出 " + fact + " == " + option,
		"whether calculation " + calculation + " ever gives " + fact + " == " + option,
	}
}

func (proof) EndsOddly(deadline string) Pair {
	return Pair{
		"期限 " + deadline + " 的起算日越晚，到期日不一定越晚：是否已过的分界没有证明",
		"deadline " + deadline + " does not always end later when it begins later: " +
			"where it turns from passed to open is not proven",
	}
}

func (proof) WhetherInForce(cite string) Pair {
	return Pair{"引用 " + cite + " 是否在算出的那一天有效，证明不了", "whether " + cite + " is in force on the " +
		"calculated day"}
}

func (proof) CitedBefore(cite, day string) Pair {
	return Pair{"引用 " + cite + " 在 " + day + " 还没有施行", "the citation " + cite + " was not in force on " + day}
}

func (proof) WasNotInForce() Pair { return Pair{"没有施行", "was not in force"} }
func (proof) DidNotExist() Pair   { return Pair{"还没有这一条", "did not exist yet"} }

// Mutant is what was changed in the law to see whether anything notices: of
// what, which kind of change, and by how much.
func (proof) Mutant(of Pair, kind string, by int) Pair {
	k := Pair{}
	switch kind {
	case "part":
		k = Pair{"删掉条件的一部分", "part of the condition dropped"}
	case "drop":
		k = Pair{"删掉条件", "condition dropped"}
	case "negate":
		k = Pair{"条件反过来", "condition negated"}
	case "shift":
		k = Pair{"界线移一个单位", "limit moved by one unit"}
	case "days":
		k = Pair{fmt.Sprintf("期限 %+d", by), fmt.Sprintf("period %+d", by)}
	case "cite":
		k = Pair{"删掉引用", "citation dropped"}
	}
	return Pair{of.ZH + "：" + k.ZH, of.EN + ": " + k.EN}
}
