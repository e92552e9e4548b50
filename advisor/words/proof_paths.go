package words

import (
	"fmt"
)

// Asks and their answers.

func (proof) AskOfNobody(ask string) Message {
	return Message{
		"一问 " + ask + " 谁也不会有", "改 opens 或 when：opens 里的选项要让这个身份选得到",
		"nobody can have ask " + ask, "mend opens or when: its options must be open to that role",
	}
}

func (proof) AskUnanswered(ask string) Message {
	return Message{
		"一问 " + ask + "：有人一个回答也没有", "补一答；剩下的人都有的，写 when: otherwise",
		"ask " + ask + ": someone gets no answer", "add one; when: otherwise for everyone who is left",
	}
}

func (proof) AskHangs(ask string) Message {
	return Message{
		"一问 " + ask + "：有人因为“不清楚”得不到回答",
		"前面加一答 when: … == unknown，或给这一答写 sure: yes，或写 unclear:",
		"ask " + ask + ": someone is left without an answer by 不清楚",
		"put an answer when: … == unknown first, or say sure: yes, or write unclear:",
	}
}

func (proof) NeverGivenBelow(who Pair) Message {
	return Message{
		who.ZH + "永远轮不到", "上面的已经占满了：改它们的 when，调换次序，或删掉它",
		who.EN + " is never given", "those above it leave nothing: mend their when, change the order, or remove it",
	}
}

func (proof) NeverGiven(who Pair) Message {
	return Message{
		who.ZH + "永远轮不到", "改它的 when，或删掉它",
		who.EN + " is never given", "mend its when, or remove it",
	}
}

func (proof) NamesUnknown(who Pair, fact string) Message {
	return Message{
		who.ZH + "的文字用了 {" + fact + "}，可有人不知道它", "给这一答的 when 加上知道它的条件，或换一种说法",
		who.EN + " names {" + fact + "}, which someone does not know",
		"let its when ask that it is known, or word it otherwise",
	}
}

func (proof) PaysUnsettled(who Pair) Message {
	return Message{
		who.ZH + "说到还款，可 interview.yaml 的 paying 没说这些人付钱前要先查清什么",
		"在 paying 里加上这个身份，或删掉 pays",
		who.EN + " speaks of paying, and paying in interview.yaml does not say what these people must settle first",
		"add their role to paying, or remove pays",
	}
}

func (proof) NothingToDo(who Pair) Message {
	return Message{
		who.ZH + "没有告诉人做什么", "给它写 steps，或在 more 里写上带步骤、对这些人成立的结论",
		who.EN + " does not say what to do",
		"give it steps, or name in more a finding with steps that holds for these people",
	}
}

// Conditions that are the same for everyone, or in part.

func (proof) IdleOption(name Pair, source, option string) Message {
	return Message{
		name.ZH + "的条件里，“" + source + "”中的 " + option + " 不起作用", "从方括号里删掉 " + option,
		"in the condition of " + name.EN + ", " + option + " in “" + source + "” changes nothing",
		"remove " + option + " from the list",
	}
}

func (proof) IdlePart(name Pair, source string) Message {
	return Message{
		name.ZH + "的条件里，“" + source + "”这一部分不起作用：有它没它结果都一样", "删掉这一部分，或改成本来要写的",
		"in the condition of " + name.EN + ", the part “" + source + "” changes nothing: " +
			"with or without it the outcome is the same",
		"remove it, or write what was meant",
	}
}

func (proof) NeverHolds(name Pair) Message {
	return Message{
		name.ZH + "的条件永远不成立", "改它的 when，或删掉它",
		"the condition of " + name.EN + " never holds", "mend it, or remove the entry",
	}
}

func (proof) AlwaysHolds(name Pair) Message {
	return Message{
		name.ZH + "的条件对每个走到这里的人都成立", "删掉 when",
		"the condition of " + name.EN + " holds for everyone who comes to it", "remove the when",
	}
}

func (proof) ReadsNeverAsked(name Pair, fact string) Message {
	return Message{
		name.ZH + "的条件读到了没有问过的 " + fact,
		"在前面加上会问到它的前提；或在问题 " + fact + " 上写 unasked: 没问过等于哪个选项",
		"the condition of " + name.EN + " reads " + fact + ", which may never have been asked",
		"put what makes it asked before it, or write unasked: on question " + fact,
	}
}

func (proof) IdleQuestion(question string) Message {
	return Message{
		"问题 " + question + " 怎么回答，意见都一样", "删掉它，或写一条用到它的结论",
		"whatever is answered to " + question + ", the advice is the same", "remove it, or add a finding that uses it",
	}
}

// Articles, and the day that decides.

func (proof) FindingUncited(finding string) Message {
	return Message{
		"结论 " + finding + " 没有引用任何法条", "在 cites 里写上法条",
		"finding " + finding + " cites no law", "cite an article",
	}
}

func (proof) NotInForce(cite, day string, why Pair, law string) Message {
	return Message{
		fmt.Sprintf("引用 %s 在 %s %s", cite, day, why.ZH),
		"在 laws/" + law + ".yaml 里加上当时的版本，或给这一处引用写 on:，或收紧结论的 when",
		fmt.Sprintf("the article %s %s on %s", cite, why.EN, day),
		"add that day's version to laws/" + law + ".yaml, give this citation on:, or tighten the finding's when",
	}
}

// Questions, facts, findings, groups.

func (proof) NeverAsked(question string) Message {
	return Message{
		"问题 " + question + " 永远问不到", "改它（或所在节）的 when，或删掉它",
		"question " + question + " is never asked", "mend its when (or its section's), or remove it",
	}
}

func (proof) NeverChosen(question, option string) Message {
	return Message{
		"问题 " + question + " 的选项 " + option + " 选不了", "删掉它",
		"option " + option + " of " + question + " can never be given", "remove it",
	}
}

func (proof) HoldsForNobody(fact string) Message {
	return Message{
		"事实 " + fact + " 对谁都不成立", "改它的 when，或删掉它",
		"fact " + fact + " holds for nobody", "mend its when, or remove it",
	}
}

func (proof) HoldsForEveryone(fact string) Message {
	return Message{
		"事实 " + fact + " 对谁都成立", "收紧它的 when，或删掉它",
		"fact " + fact + " holds for everyone", "tighten its when, or remove it",
	}
}

func (proof) NeverComesTo(fact, option string) Message {
	return Message{
		"事实 " + fact + " 永远轮不到 " + option, "上面的选项已经占满了：改它们的 when，或删掉这一项",
		"fact " + fact + " never comes to " + option,
		"those above it leave nothing: mend their when, or remove this one",
	}
}

func (proof) FindingNever(finding string) Message {
	return Message{
		"结论 " + finding + " 永远不会成立", "改它的 when，或删掉它",
		"finding " + finding + " never holds", "mend its when, or remove it",
	}
}

func (proof) NotAlways(finding string) Message {
	return Message{
		"结论 " + finding + " 写了 always: yes，却有人没有", "删掉 always，或放宽 when",
		"finding " + finding + " says always: yes and is not there for everyone", "remove always, or widen its when",
	}
}

func (proof) ForEveryone(finding string) Message {
	return Message{
		"结论 " + finding + " 这个文件的人人都有", "确实如此就写 always: yes 并删掉 when；否则收紧 when",
		"finding " + finding + " is there for everyone its file is for",
		"if so, say always: yes and drop the when; else tighten it",
	}
}

func (proof) GroupLeavesOut(group string) Message {
	return Message{
		"组 " + group + " 说好每个这样的人都有一条，却有人一条也没有", "补一条结论，或收紧 covers",
		"group " + group + " promises one finding each, and someone gets none", "add a finding, or tighten covers",
	}
}

func (proof) GroupMeets(one, other, file string, line int, group string) Message {
	return Message{
		fmt.Sprintf("%s 和 %s（%s:%d）同时成立，但两者同在互斥的组 %s", one, other, file, line, group),
		"收紧其中一个的 when",
		fmt.Sprintf("%s and %s (%s:%d) hold together, and group %s says they exclude each other",
			one, other, file, line, group),
		"tighten the when of one of them",
	}
}

func (proof) NoLawyerHow() Message {
	return Message{
		"没有写怎样找律师", "加 lawyer_how:",
		"it is not said how to get a lawyer", "add lawyer_how:",
	}
}

func (proof) NothingCited(branch Pair) Message {
	return Message{
		"分支“" + branch.ZH + "”有人走到最后，一条有法条的结论也没有", "补一条结论；人人都有的写 always: yes",
		"in branch " + branch.EN + " someone ends without any finding that cites law",
		"add a finding; always: yes for one that everyone gets",
	}
}

// Asks and their answers.

func (proof) ShortWayUndecided(ask string) Message {
	return Message{
		"一问 " + ask + "：短路问完了，回答却还没有定（程序有错）", "把这一条告诉程序员",
		"ask " + ask + ": the short way ends before its answer is decided (a fault of the program)",
		"tell the programmers",
	}
}

func (proof) AsksInVain(ask, question string) Message {
	return Message{
		"一问 " + ask + " 会多问一题 " + question + "：它已经改变不了回答", "把回答的条件分开写，让已经答过的先定下来",
		"ask " + ask + " may ask " + question + " in vain: it can no longer change the answer",
		"part the conditions of its answers, so that what was said decides first",
	}
}
