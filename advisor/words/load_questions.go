package words

import (
	"strconv"
	"strings"
)

// Questions and their options, facts, calculations.

func (loading) WhenAndOptions(id string) Message {
	return Message{
		id + " 既有 when 又有 options", "只留一种",
		id + " has both when and options", "keep one",
	}
}

func (loading) NoCondition(id string) Message {
	return Message{
		id + " 没有条件", "加 when: …，或 options: 逐项写 when",
		id + " has no condition", "add when: …, or options: each with when",
	}
}

func (loading) NoWordsForState(state string) Message {
	return Message{
		"没有写期限的状态 " + state + " 怎么说", "在 deadline_states 里加上 id: " + state + "，和 zh、en",
		"there are no words for the state " + state + " of a deadline",
		"add id: " + state + " with zh and en to deadline_states",
	}
}

func (loading) AfterOfKind() Message {
	return Message{
		"after 只用在日期、还款计划和往来", "删掉这一行",
		"after is for dates, plans and events", "remove this line",
	}
}

func (loading) AfterIsLater(id string) Message {
	return Message{
		id + " 问得比这一题晚", "把它移到前面，或删掉 after",
		id + " is asked later than this question", "move it up, or remove after",
	}
}

func (loading) BadPeriod(written string) Message {
	return Message{
		"期间读不懂：“" + written + "”", "写成 15 days、3 workdays、6 months 或 3 years",
		"the period " + strconv.Quote(written) + " is not well formed",
		"write 15 days, 3 workdays, 6 months or 3 years",
	}
}

func (loading) OptionWithoutWhen(id string) Message {
	return Message{
		"选项 " + id + " 没有 when", "写上条件；最后一项可以写 when: otherwise",
		"option " + id + " has no when", "give a condition; the last may say when: otherwise",
	}
}

func (loading) OtherwiseLast() Message {
	return Message{
		"otherwise 只能写在最后一项，后面的永远轮不到", "把它移到最后",
		"otherwise is for the last option; those below are never reached", "move it to the end",
	}
}

func (loading) NoCalculator(name string, near Pair) Message {
	return Message{
		"程序里没有名为 " + name + " 的计算", near.ZH,
		"the program has no calculator named " + name, near.EN,
	}
}

func (loading) NoPart(calculator, name string, near Pair) Message {
	return Message{
		"计算 " + calculator + " 没有名为 " + name + " 的项", near.ZH,
		"calculator " + calculator + " has nothing named " + name, near.EN,
	}
}

func (loading) OtherKind(calculator, name, kind, here string) Message {
	return Message{
		"计算 " + calculator + " 的 " + name + " 是 " + kind + "，这里是 " + here, "改成 " + kind,
		name + " of calculator " + calculator + " is " + kind + ", here " + here, "make it " + kind,
	}
}

func (loading) UnknownToCalculator(calculator, label, option string, options []string, fact string) Message {
	return Message{
		"计算 " + calculator + " 不认得「" + label + "」的选项 " + option, "它认得：" + strings.Join(options, "、"),
		"calculator " + calculator + " does not know option " + option + " of " + fact,
		"it knows " + strings.Join(options, ", "),
	}
}

func (loading) NeedsPart(calculator, name, kind string) Message {
	return Message{
		"计算 " + calculator + " 还要 " + name + "（" + kind + "）", "在 takes 里加上 " + name + ": 事实",
		"calculator " + calculator + " also needs " + name + " (" + kind + ")", "add " + name + ": fact to takes",
	}
}

func (loading) NeedsNumber(calculator, number string) Message {
	return Message{
		"计算 " + calculator + " 要用到数 " + number, "在 uses 里加上 " + number,
		"calculator " + calculator + " reads the number " + number, "add " + number + " to uses",
	}
}

func (loading) NeverGives(calculator, name, option string, near Pair) Message {
	return Message{
		"计算 " + calculator + " 的 " + name + " 给不出 " + option, near.ZH,
		name + " of calculator " + calculator + " never gives " + option, near.EN,
	}
}

func (loading) AlsoGives(calculator, name, option string) Message {
	return Message{
		"计算 " + calculator + " 的 " + name + " 还会给出 " + option, "在 options 里加上 " + option,
		name + " of calculator " + calculator + " may also give " + option, "add " + option + " to options",
	}
}

func (loading) OtherSection(section, file string) Message {
	return Message{
		"section: " + section + " 和文件名 " + file + " 不一样", "改成 section: " + file,
		"section " + section + " differs from the file's name " + file, "write section: " + file,
	}
}

func (loading) SectionTwice(section string) Message {
	return Message{
		"节 " + section + " 列了两次", "删掉一处",
		"section " + section + " is listed twice", "remove one",
	}
}

func (loading) NoSection(section string, fix Pair) Message {
	return Message{
		"没有 questions/" + section + ".yaml", fix.ZH,
		"there is no questions/" + section + ".yaml", fix.EN,
	}
}

func (loading) SectionUnasked(section string) Message {
	return Message{
		"节 " + section + " 没有列进 interview.yaml，问不到", "在 interview.yaml 的 sections 里加上 " + section,
		"section " + section + " is not in interview.yaml and would never be asked",
		"add " + section + " to its sections",
	}
}

func (loading) BadOptionID(id string) Message {
	return Message{
		"“" + id + "”不能作选项名", "小写字母开头，只用小写字母、数字和下划线",
		"the option's name " + strconv.Quote(id) + " is not well formed",
		"lower-case letters, digits and _, a letter first",
	}
}

func (loading) ReservedOption(id string, fix Pair) Message {
	return Message{
		id + " 有专门的意思，不能当选项", fix.ZH,
		id + " has a meaning of its own", fix.EN,
	}
}

func (loading) OptionTwice(id string) Message {
	return Message{
		"选项 " + id + " 写了两次", "删掉一处",
		"option " + id + " stands here twice", "remove one",
	}
}

func (loading) AloneOfOne() Message {
	return Message{
		"alone 只用在多选题", "删掉这一行",
		"alone is for several-choice questions", "remove this line",
	}
}

func (loading) WhenOfOption() Message {
	return Message{
		"问题的选项没有 when", "删掉这一行",
		"an option of a question has no when", "remove this line",
	}
}

func (loading) WasOfDerived() Message {
	return Message{
		"推出来的事实没有续答码，不用写 was", "删掉这一行",
		"a derived fact is in no code and needs no was", "remove this line",
	}
}

func (loading) BadID(id string) Message {
	return Message{
		"“" + id + "”不能作名字", "只用小写字母、数字和短横线",
		strconv.Quote(id) + " cannot be a name", "lower-case letters, digits and hyphens",
	}
}

func (loading) BadFactID(id string) Message {
	return Message{
		"“" + id + "”不能作名字", "小写字母开头，只用小写字母、数字和下划线",
		strconv.Quote(id) + " cannot be a name", "lower-case letters, digits and _, a letter first",
	}
}

func (loading) StillAName(id string) Message {
	return Message{
		id + " 现在还是一个名字，不能又是旧名", "删掉它",
		id + " is still a name and cannot be an old one, too", "remove it",
	}
}

func (loading) OldNameTwice(id, owner string) Message {
	return Message{
		id + " 已经是 " + owner + " 的旧名", "删掉它",
		id + " is the old name of " + owner + " already", "remove it",
	}
}

func (loading) NoBranchQuestion(id string) Message {
	return Message{
		id + " 不是问每个人的单选题", "写一个没有 when 的单选问题",
		id + " is no choice that everyone is asked", "name a choice without a when",
	}
}

func (loading) RoleFirst(before string) Message {
	return Message{
		"身份要第一个问，前面还有 " + before, "把它移到第一节的最前面",
		"the role must be asked first, before " + before, "move it to the top of the first section",
	}
}

func (loading) OptionsOfKind(id, kind string) Message {
	return Message{
		id + "（" + kind + "）不用写选项", "删掉 options，或把 kind 改成 choice",
		id + " (" + kind + ") has no options", "remove them, or make it a choice",
	}
}

func (loading) TooFewOptions(id string) Message {
	return Message{
		id + " 的选项太少", "单选至少两个选项",
		id + " has too few options", "a choice needs at least two",
	}
}

func (loading) TooManyTicks(id string) Message {
	return Message{
		id + " 的选项太多", "多选题最多 16 个选项",
		id + " has too many options", "at most 16",
	}
}

func (loading) TooManyOptions(id string) Message {
	return Message{
		id + " 的选项太多", "最多 60 个选项",
		id + " has too many options", "at most 60",
	}
}

func (loading) UnaskedOfOptions() Message {
	return Message{
		"unasked 只用在有选项的问题", "删掉这一行",
		"unasked is for questions with options", "remove this line",
	}
}

func (loading) RangeOfOrdered() Message {
	return Message{
		"range 只用在日期、钱、利率和数", "删掉这一行",
		"range is for dates, amounts, rates and numbers", "remove this line",
	}
}

func (loading) BadRange(written, example string) Message {
	return Message{
		"范围读不懂：“" + written + "”", "写成 " + example,
		"the range " + strconv.Quote(written) + " is not well formed", "write " + example,
	}
}

func (loading) RangeReversed() Message {
	return Message{
		"范围的两头反了", "小的写在前面",
		"the range is the wrong way round", "the smaller first",
	}
}

func (loading) Ring(names string) Message {
	return Message{
		"互相引用，算不出来：" + names, "断开其中一处",
		"these hang on each other: " + names, "break the ring",
	}
}

func (loading) NoWhole(written string) Message {
	return Message{
		"要写一个整数，写的是“" + written + "”", "例如 30",
		"a whole number belongs here, not " + strconv.Quote(written), "such as 30",
	}
}

func (loading) NoDay(written string) Message {
	return Message{
		"没有 " + written + " 这一天", "写成 2026-11-25 的样子，检查月和日",
		"there is no day " + written, "write 2026-11-25, check month and day",
	}
}

// What reads of itself, or of what is only asked later.

func (loading) ReadsLater(question, fact, later string) Message {
	return Message{
		"问题 " + question + " 的条件读到了 " + fact + "，它要问到 " + later + " 才知道", moveUp(later).ZH,
		"question " + question + " reads " + fact + ", which is known only after " + later, moveUp(later).EN,
	}
}

func (loading) ReadsAskedLater(question, later string) Message {
	return Message{
		"问题 " + question + " 的条件读到了后面才问的 " + later, moveUp(later).ZH,
		"question " + question + " reads " + later + ", which is asked later", moveUp(later).EN,
	}
}

func (loading) ReadsItself(question string) Message {
	return Message{
		"问题 " + question + " 的条件读到了它自己的回答", moveUp(question).ZH,
		"question " + question + " reads its own answer", moveUp(question).EN,
	}
}

func moveUp(later string) Pair {
	return Pair{
		"把 " + later + " 移到前面，或换一个条件；节的次序在 interview.yaml",
		"move " + later + " up, or use another condition; sections are ordered in interview.yaml",
	}
}

// InCondition says which condition a fault is in, where its Chinese does not
// speak of the condition by itself.
func (loading) InCondition(source string, what, fix Pair) Message {
	zh := what.ZH
	if !strings.HasPrefix(zh, "条件") {
		zh = "条件「" + source + "」：" + zh
	}
	return Message{zh, fix.ZH, "condition " + strconv.Quote(source) + ": " + what.EN, fix.EN}
}
