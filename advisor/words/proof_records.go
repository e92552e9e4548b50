package words

import (
	"fmt"
	"strconv"
	"strings"
)

// Editions of the questions.

func (proof) EditionUnreadable(why string) Message {
	return Message{
		"这一版问题的记录读不懂（" + why + "）", "从版本库里取回原来的文件，不要改它",
		"the record of this edition cannot be read (" + why + ")", "restore the file; it is never changed",
	}
}

func (proof) EditionMisnamed(number string) Message {
	return Message{
		"内容和文件名里的版本号不合，应为 " + number, "从版本库里取回原来的文件，不要改它",
		"its content is not the edition its name says, but " + number, "restore the file; it is never changed",
	}
}

func (proof) EditionTwice(other string) Message {
	return Message{
		"和 " + other + " 是同一个版本号", "删掉其中一个",
		"the same edition as " + other, "delete one of them",
	}
}

func (proof) AskWithoutNumber(ask, file string) Message {
	return Message{
		"一问 " + ask + " 在 " + file + " 里还没有号，续答码记不住它",
		"运行 wangdai edition --record knowledge；只是改了名字的，在它下面写 was: [旧名]",
		"the ask " + ask + " has no number in " + file + " yet, by which codes would know it",
		"run wangdai edition --record knowledge; where it was only renamed, write was: [old name] below it",
	}
}

// What the official texts say.

func (proof) NotInText(name Pair, file string) Message {
	return Message{
		name.ZH + "在官方文本（" + file + "）里没有", "核对条号；旧条号写 was:",
		name.EN + " is not in the official text (" + file + ")", "check the number; an old number goes into was:",
	}
}

func (proof) QuoteDiffers(name Pair, part, file, beginning string) Message {
	return Message{
		name.ZH + "的引文和官方文本不一样：“" + part + "”", "照官方文本（" + file + "）改：" + beginning,
		"the quotation of " + name.EN + " differs from the official text: " + strconv.Quote(part),
		"correct it by " + file,
	}
}

func (proof) NumberNotInText(name Pair, number, file string) Message {
	return Message{
		fmt.Sprintf("%s的大意里的数 %s 在官方文本（%s）里没有", name.ZH, number, file),
		"核对这个数，或移到它所在的那一条",
		fmt.Sprintf("the number %s in the gist of %s is not in the official text (%s)", number, name.EN, file),
		"check the number, or move it to the article it stands in",
	}
}

func (proof) LastChecked(law Pair, day string) Message {
	return Message{
		law.ZH + "最后核对于 " + day, "核对后改 checked:",
		law.EN + " was last checked on " + day, "check it and change checked:",
	}
}

func (proof) LastVerified(table Pair, day string) Message {
	return Message{
		table.ZH + "最后核对到 " + day, "补上以后的数，改 verified:",
		table.EN + " was verified up to " + day, "add what followed and change verified:",
	}
}

// What was recorded.

func (proof) NotRecorded() Message {
	return Message{
		"这个案例的结果还没有记录", "看过结果以后运行 wangdai check --record knowledge",
		"what this case leads to is not recorded", "read it, then run wangdai check --record knowledge",
	}
}

func (proof) NoLongerAnswered(what Pair) Message {
	return Message{
		"记录里回答过的，现在不能这样回答：" + what.ZH, meant.ZH,
		"what a recorded answer said cannot be answered now: " + what.EN, meant.EN,
	}
}

// Cases, and the proof as a whole.

func (proof) CaseWrong(name string, what Pair) Message {
	return Message{
		"案例“" + name + "”：" + what.ZH, "改案例，或改出错的结论",
		"case: " + what.EN, "mend the case or the finding",
	}
}

func (proof) TooLarge(why string) Message {
	return Message{
		"证明做不完：" + why, "把条件最复杂的结论拆成几条，或用 facts/ 里的事实代替重复的条件",
		"the proof cannot be completed: " + why,
		"split the findings with the longest conditions, or name repeated conditions in facts/",
	}
}

func (proof) TooLong(branch string, got, limit int) Message {
	return Message{
		fmt.Sprintf("分支 %s 最长要答 %d 题，这里最多允许 %d 题", branch, got, limit),
		"减少问题或收紧 when，或者改这里的数",
		fmt.Sprintf("branch %s asks up to %d questions; %d are allowed here", branch, got, limit),
		"drop questions, tighten their when, or raise this number",
	}
}

// meant is what to do about what differs from a record.
var meant = Pair{
	"不是有意改的就改回来；有意的，看过差别后运行 wangdai check --record knowledge",
	"if it was not meant, undo it; if it was, read the difference and run wangdai check --record knowledge",
}

// OutcomesHead stands over each file of recorded outcomes.
const OutcomesHead = "# 每个案例得到的结果，由 wangdai check --record 写出；不要手改，改了法律以后看过差别再重写。\n" +
	"# What each case leads to, written by wangdai check --record: not edited by hand.\n"

// NotAsRecorded is a change that n cases show, first among them the one named.
func (proof) NotAsRecorded(change Pair, first string, n int) Message {
	return Message{
		fmt.Sprintf("和记录的结果不同：%s（%s，共 %d 处）", change.ZH, first, n), meant.ZH,
		fmt.Sprintf("not as recorded: %s (%s; %d in all)", change.EN, first, n), meant.EN,
	}
}

// Changed is what an outcome has no more, or has of late.
func (proof) Changed(kind string, gone bool, name string) Pair {
	p := nowThere(kind, name)
	if gone {
		p = nowGone(kind, name)
	}
	return p
}

func nowGone(kind, name string) Pair {
	switch kind {
	case "asked":
		return Pair{"问题 " + name + " 原来问、现在不问", "question " + name + " was asked and is not"}
	case "holds":
		return Pair{"结论 " + name + " 原来成立、现在不成立", "finding " + name + " held and does not"}
	case "open":
		return Pair{"结论 " + name + " 原来取决于不清楚的事、现在不是", "finding " + name + " was open and is not"}
	case "shows":
		return Pair{name + " 原来显示、现在不显示", name + " was shown and is not"}
	case "days":
		return Pair{"期限 " + name + " 原来有、现在没有", "deadline " + name + " was there and is not"}
	}
	return Pair{"一问的回答 " + name + " 原来给、现在不给", "answer " + name + " was given and is not"}
}

func nowThere(kind, name string) Pair {
	switch kind {
	case "asked":
		return Pair{"问题 " + name + " 原来不问、现在问", "question " + name + " was not asked and is"}
	case "holds":
		return Pair{"结论 " + name + " 原来不成立、现在成立", "finding " + name + " did not hold and does"}
	case "open":
		return Pair{"结论 " + name + " 原来不取决于不清楚的事、现在取决于", "finding " + name + " was not open and is"}
	case "shows":
		return Pair{name + " 原来不显示、现在显示", name + " was not shown and is"}
	case "days":
		return Pair{"期限 " + name + " 原来没有、现在有", "deadline " + name + " was not there and is"}
	}
	return Pair{"一问的回答 " + name + " 原来不给、现在给", "answer " + name + " was not given and is"}
}

// CitesChanged is what somebody cited, and cites now.
func (proof) CitesChanged(who Pair, old, now []string) Message {
	return Message{
		"和记录的不同：" + who.ZH + " 的引用 " + strings.Join(old, "、") + " → " + strings.Join(now, "、"), meant.ZH,
		"not as recorded: " + who.EN + " cites " + strings.Join(old, ", ") + " → " + strings.Join(now, ", "), meant.EN,
	}
}

// Drifted is a question that the recorded edition has otherwise.
func (proof) Drifted(id, was, is string) Message {
	return Message{
		"和存档的问题不同：" + id + "，原来是「" + orNone(was).ZH + "」，现在是「" + orNone(is).ZH + "」", meant.ZH,
		"not as in the recorded edition: " + id + " was “" + orNone(was).EN + "” and is “" + orNone(is).EN +
			"”", meant.EN,
	}
}

func orNone(s string) Pair {
	if s == "" {
		return Pair{"没有", "nothing"}
	}
	return Pair{s, s}
}

// InQuestion says which question a fault of an answer is in.
func (proof) InQuestion(id string, what Pair) Pair {
	return Pair{id + "：" + what.ZH, id + ": " + what.EN}
}
