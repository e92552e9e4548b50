package words

import "strings"

// Load is what the loader says of mistakes in the law's files, to the person
// who wrote them. The files load_*.go hold it by what the mistakes are in.
var Load loading

type loading struct{}

// Noun is a kind of thing in the law's files, as messages speak of it.
func Noun(kind string) Pair {
	switch kind {
	case "answer":
		return Pair{"回答", "answer"}
	case "article":
		return Pair{"法条", "article"}
	case "ask":
		return Pair{"一问", "ask"}
	case "authority":
		return Pair{"机构", "authority"}
	case "avoid":
		return Pair{"“不要做”条目", "note on what to avoid"}
	case "blank":
		return Pair{"空", "blank"}
	case "calculation":
		return Pair{"计算", "calculation"}
	case "case":
		return Pair{"案例", "case"}
	case "day":
		return Pair{"日子", "day"}
	case "deadline":
		return Pair{"期限", "deadline"}
	case "draft":
		return Pair{"文书", "letter"}
	case "entry":
		return Pair{"条目", "entry"}
	case "evidence":
		return Pair{"证据条目", "note on evidence"}
	case "fact":
		return Pair{"事实", "fact"}
	case "finding":
		return Pair{"结论", "finding"}
	case "group":
		return Pair{"组", "group"}
	}
	return otherNoun(kind)
}

func otherNoun(kind string) Pair {
	switch kind {
	case "law":
		return Pair{"法", "law"}
	case "limit":
		return Pair{"“没有收”条目", "limit"}
	case "myth":
		return Pair{"误区", "myth"}
	case "number":
		return Pair{"数", "number"}
	case "option":
		return Pair{"选项", "option"}
	case "question":
		return Pair{"问题", "question"}
	case "registered": // an article among those of its law
		return Pair{"条", "article"}
	case "result":
		return Pair{"结果", "result"}
	case "scale":
		return Pair{"收费表", "scale"}
	case "section":
		return Pair{"节", "section"}
	case "step":
		return Pair{"步骤", "step"}
	case "term":
		return Pair{"名词", "term"}
	case "uncovered":
		return Pair{"没有收的", "limit"}
	}
	return Pair{}
}

// Named is a thing of that kind by its name: 结论 cap-24-licensed.
func Named(kind, id string) Pair {
	n := Noun(kind)
	return Pair{n.ZH + " " + id, n.EN + " " + id}
}

// RangeOfMoney is how a range of money is written in the law's files.
const RangeOfMoney = "0元..10000000元"

// Of problems as the loader lists them: what stands before a warning, and
// before a cure.

func (loading) Note() Pair { return Pair{"提醒：", "note: "} }
func (loading) Cure() Pair { return Pair{"改法：", "fix: "} }

// What is spoken of.

func (loading) ThisFile() Pair { return Pair{"这个文件", "this file"} }
func (loading) ThisText() Pair { return Pair{"这段文字", "this text"} }
func (loading) AnAnswer() Pair { return Pair{"回答", "an answer"} }
func (loading) AFinding() Pair { return Pair{"结论", "a finding"} }
func (loading) AnyPlace() Pair { return Pair{"事实、数或法条", "fact, number or article"} }

// AnswerOf is one of the answers to an ask.
func (loading) AnswerOf(ask string) Pair {
	return Pair{"一问 " + ask + " 的回答", "an answer of " + ask}
}

// Within goes on from a thing to what stands in it.
func (loading) Within(whole Pair) Pair { return Pair{whole.ZH + "的", whole.EN + ", "} }

// KeyOf is what stands under a key of a thing.
func (loading) KeyOf(who Pair, key string) Pair {
	return Pair{who.ZH + "的 " + key + " ", who.EN + ", " + key}
}

// What to write instead.

func (loading) AddFirst() Pair {
	return Pair{"先加上它，或检查写法", "add it first, or check the spelling"}
}

func (loading) AddOrRemove() Pair {
	return Pair{"先加上它，或删掉这一处", "add it first, or remove this"}
}

func (loading) Existing(all []string) Pair {
	return Pair{"已有的：" + strings.Join(all, "、"), "there are: " + strings.Join(all, ", ")}
}

func (loading) OneOf(all []string) Pair {
	return Pair{"可以写：" + strings.Join(all, "、"), "one of " + strings.Join(all, ", ")}
}

func (loading) Keys(all []string) Pair {
	return Pair{"这里可以写：" + strings.Join(all, "、"), "keys here: " + strings.Join(all, ", ")}
}

func (loading) MakeFile() Pair {
	return Pair{"建这个文件，或从次序里删掉", "make the file, or remove it from the order"}
}

func (loading) OtherName() Pair { return Pair{"换一个名字", "choose another name"} }

func (loading) UnknownByItself() Pair {
	return Pair{"删掉它：每个问题都自带“不清楚”", "remove it: every question has 不清楚 by itself"}
}
