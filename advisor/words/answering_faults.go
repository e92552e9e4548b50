package words

import (
	"fmt"
	"strconv"
	"strings"
)

// An answer that does not fit its question.

func (answering) PleaseCheck(why string) Message {
	return Message{
		why, "请检查",
		why, "please check",
	}
}

func (answering) OldName(id, now string) Message {
	return Message{
		id + " 是旧名", "改成 " + now,
		id + " is an old name", "write " + now,
	}
}

func (answering) NoQuestion(id string, near Pair) Message {
	return Message{
		"没有名为 " + id + " 的问题", near.ZH,
		"there is no question named " + id, near.EN,
	}
}

func (answering) YesOrNo() Message {
	return Message{
		"要回答是或否", "1 是，2 否",
		"the answer is yes or no", "1 yes, 2 no",
	}
}

func (answering) NoSuchOption(most int64) Message {
	return Message{
		"没有这个选项", fmt.Sprintf("请选 1 到 %d", most),
		"there is no such option", fmt.Sprintf("choose 1 to %d", most),
	}
}

func (answering) NoSuchTick(most int) Message {
	return Message{
		"没有这个选项", fmt.Sprintf("请选 1 到 %d", most),
		"there is no such option", fmt.Sprintf("choose from 1 to %d", most),
	}
}

func (answering) NoneWithOthers() Message {
	return Message{
		"“都没有”不能和别的一起选", "只选“都没有”，或只选别的",
		"\"none of these\" goes with no other option", "choose it alone, or the others",
	}
}

func (answering) NothingTicked() Message {
	return Message{
		"一项也没有选", "选“都没有”，或至少选一项",
		"nothing is chosen", "choose \"none of these\" or at least one",
	}
}

func (answering) NothingTickedUnsure() Message {
	return Message{
		"一项也没有选", "至少选一项，或选“不清楚”",
		"nothing is chosen", "choose at least one, or \"not sure\"",
	}
}

func (answering) OutOfRange(got, lo, hi Pair) Message {
	return Message{
		got.ZH + " 不在能填的范围里", "请填 " + lo.ZH + " 到 " + hi.ZH,
		got.EN + " is out of range", "enter " + lo.EN + " to " + hi.EN,
	}
}

func (answering) NoSuchEvent(kinds []string) Message {
	return Message{
		"没有这类事", "类别有：" + strings.Join(kinds, "、"),
		"there is no such kind of event", "kinds: " + strings.Join(kinds, ", "),
	}
}

func (answering) InTheFuture(day Pair) Message {
	return Message{
		day.ZH + " 还没有到", "只填已经发生的事",
		day.EN + " lies in the future", "enter only what has happened",
	}
}

// Asks and letters that are not there.

func (answering) NothingLike() Message {
	return Message{
		"没有找到相近的", "换几个字再找，或看列表",
		"nothing like it was found", "try other words, or see the list",
	}
}

func (answering) NoAsk(id string, near Pair) Message {
	return Message{
		"没有名为 " + id + " 的一问", near.ZH,
		"there is no ask " + id, near.EN,
	}
}

func (answering) NotForRole(title Pair, id string) Message {
	return Message{
		"“" + title.ZH + "”（" + id + "）不是这个身份的人会有的一问",
		"换一问，或改身份；这个身份的都在 wangdai questions --asks 里",
		"“" + title.EN + "” (" + id + ") is not an ask of someone in this role",
		"choose another, or change the role; wangdai questions --asks lists those of each role",
	}
}

func (answering) NoLetter(id string, near Pair) Message {
	return Message{
		"没有名为 " + id + " 的文书", near.ZH,
		"there is no letter named " + id, near.EN,
	}
}

func (answering) LetterUnfit(title Pair, need []string) Message {
	return Message{
		"按现在的回答，用不上“" + title.ZH + "”", "有关的回答：" + strings.Join(need, "；"),
		fmt.Sprintf("on these answers %q is not for you", title.EN),
		"the answers that decide: " + strings.Join(need, "; "),
	}
}

// What is read of an answer.

func (answering) NoParts() Message {
	return Message{
		"这里不能分成几项写", "只写一个值",
		"parts with names are not taken here", "write one value",
	}
}

func (answering) NotUnderstood(given string) Message {
	return Message{
		"读不懂 " + given, "看 wangdai questions 里这个问题的写法",
		given + " is not understood", "see wangdai questions for its form",
	}
}

func (answering) NothingWritten() Message {
	return Message{
		"什么也没有写", "写一个回答，或写“不清楚”",
		"nothing was written", "write an answer, or \"not sure\"",
	}
}

func (answering) NotYesNo(given string) Message {
	return Message{
		"“" + given + "”读不懂", "1 是，2 否，u 不清楚",
		strconv.Quote(given) + " is not understood", "1 yes, 2 no, u not sure",
	}
}

func (answering) NoNumbers(given string, fix Pair) Message {
	return Message{
		"选项要写名字，不写编号 " + given, fix.ZH,
		"options are named, not numbered: " + given, fix.EN,
	}
}

func (answering) NoOption(given string, near Pair) Message {
	return Message{
		"没有“" + given + "”这个选项", near.ZH,
		"there is no option " + strconv.Quote(given), near.EN,
	}
}

func (answering) LacksDay(given, example string) Message {
	return Message{
		"“" + given + "”少了日子", "例：" + example + "；没有就填“没有”",
		strconv.Quote(given) + " lacks a day", "such as " + example + "; enter none if there was nothing",
	}
}

func (answering) LacksEvent(day, example string) Message {
	return Message{
		day + " 少了事由", "例：" + example + "；没有就填“没有”",
		day + " lacks what happened", "such as " + example + "; enter none if there was nothing",
	}
}

func (answering) NoListHere() Message {
	return Message{
		"这里不能写一串", "只写一个值",
		"a list is not taken here", "write one value",
	}
}

func (answering) ListOfOptions(options []string) Message {
	return Message{
		"一串里的每一项是一个选项的名字", "选项有：" + strings.Join(options, "、"),
		"each entry of the list is the name of an option", "options: " + strings.Join(options, ", "),
	}
}

func (answering) PartsWanted(first, second, example string) Message {
	return Message{
		"这里要写 " + first + ": 和 " + second + ":", "例：" + example,
		first + ": and " + second + ": are wanted here", "such as " + example,
	}
}

func (answering) BothNames(id, now string) Message {
	return Message{
		id + " 是 " + now + " 的旧名，两个都写了", "只留 " + now,
		id + " is the old name of " + now + ", and both are given", "keep " + now,
	}
}
