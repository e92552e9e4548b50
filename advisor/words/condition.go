package words

// Condition is what is said of a condition that cannot be read, to the person
// who wrote it into the law's files.
var Condition condition

type condition struct{}

func (condition) SeeFacts() Pair {
	return Pair{"全部事实见 wangdai questions", "see wangdai questions for all facts"}
}

// What a comparison wants on its right side.

func (condition) WithUnit() Pair { return Pair{"数和单位", "a number with its unit"} }
func (condition) ANumber() Pair  { return Pair{"一个数", "a number"} }
func (condition) WholeNumber() Pair {
	return Pair{"不带单位的整数", "a whole number without unit"}
}
func (condition) ADate() Pair { return Pair{"日期，例如 2020-08-20", "a date such as 2020-08-20"} }

// Unreadable says why a condition is none.
func (condition) Unreadable(why Pair) Message {
	return Message{
		"条件读不懂（" + why.ZH + "）", "只用 and or not == != < <= > >= in、括号、事实名和选项名",
		"the condition cannot be read (" + why.EN + ")",
		"use only and or not == != < <= > >= in, brackets, facts and options",
	}
}

func (condition) OperatorMissing(before string) Pair {
	return Pair{"“" + before + "”前面缺 and、or 或比较", "and, or or a comparison is missing before " + before}
}

func (condition) PartMissing(before string) Pair {
	return Pair{"“" + before + "”前面缺一部分", "something is missing before " + before}
}

func (condition) TooDeep() Pair { return Pair{"层次太多", "nested too deeply"} }
func (condition) EndMissing() Pair {
	return Pair{"末尾还缺一部分", "something is missing at the end"}
}
func (condition) RoundOpen() Pair { return Pair{"圆括号没有收尾", "a bracket is not closed"} }

func (condition) SquareOpen() Pair {
	return Pair{"方括号没有收尾，或少了逗号", "a bracket is not closed, or a comma is missing"}
}
