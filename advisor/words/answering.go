package words

import "fmt"

// Answering is what is said of an answer, an ask or a letter that is not to be
// had as it was asked for.
var Answering answering

type answering struct{}

func (answering) SeeQuestions() Pair {
	return Pair{"全部问题见 wangdai questions", "see wangdai questions"}
}
func (answering) SeeLetters() Pair {
	return Pair{"全部文书见 wangdai draft list", "see wangdai draft list"}
}

func (answering) SeeAsks() Pair {
	return Pair{"全部见 wangdai questions --asks", "wangdai questions --asks lists them all"}
}

func (answering) EnterTo(most int) Pair {
	return Pair{fmt.Sprintf("请输入 1 到 %d", most), fmt.Sprintf("enter 1 to %d", most)}
}

func (answering) TakesNone() Pair {
	return Pair{"这个问题不能填", "this question takes no answer"}
}

// Days that are out of order: the day, the label of the other answer, its day.

func (answering) DayBefore(day, other, its Pair) Message {
	return outOfOrder("这一天", "早于", "this day", "before", day, other, its)
}

func (answering) DayAfter(day, other, its Pair) Message {
	return outOfOrder("这一天", "晚于", "this day", "after", day, other, its)
}

func (answering) PaymentBefore(day, other, its Pair) Message {
	return outOfOrder("还款里最早的一笔", "早于", "the earliest payment", "before", day, other, its)
}

func (answering) EventBefore(day, other, its Pair) Message {
	return outOfOrder("最早的一件", "早于", "the earliest event", "before", day, other, its)
}

func outOfOrder(what, lies, whatEN, liesEN string, day, other, its Pair) Message {
	return Message{
		what + "（" + day.ZH + "）" + lies + "“" + other.ZH + "”（" + its.ZH + "）", "核对两个日子，先改错的那一个",
		fmt.Sprintf("%s (%s) is %s %q (%s)", whatEN, day.EN, liesEN, other.EN, its.EN),
		"check both days and correct the wrong one",
	}
}
