package words

import (
	"strconv"
)

// Asks.

func (loading) NoFactOption() Message {
	return Message{
		"这里要写 事实: 选项", "写成 {problem: interest}",
		"fact: option belongs here", "write {problem: interest}",
	}
}

func (loading) Twice(written string) Message {
	return Message{
		"“" + written + "”写了两次", "删掉一处",
		strconv.Quote(written) + " stands here twice", "remove one",
	}
}

func (loading) UnclearWhen() Message {
	return Message{
		"unclear 不写 when", "删掉 when 和 sure：说不清楚的人都得到它",
		"unclear has no when", "remove when and sure: whoever is not sure gets it",
	}
}

func (loading) AnswerWithoutWhen() Message {
	return Message{
		"这一答没有 when", "写上条件；剩下的人都有的，写 when: otherwise",
		"this answer has no when", "give a condition; when: otherwise for everyone who is left",
	}
}

func (loading) NoOptionQuestion(fact string) Message {
	return Message{
		fact + " 不是有选项的问题", "写一个有选项的问题",
		fact + " is no question with options", "name a question with options",
	}
}

// OpensSeveral is said of an ask that answers a whole question of several
// options, which is no picker of topics.
func (loading) OpensSeveral(fact string) Message {
	return Message{
		fact + " 可以选几项，不能替人答完：别的选项就不再问了", "写进 suggests，由他自己确认",
		fact + " takes several options; answered for the person, the others would never be asked",
		"put it under suggests, for the person to confirm",
	}
}

func (loading) NoOptionOf(label, fact, option string, near Pair) Message {
	return Message{
		"「" + label + "」（" + fact + "）没有选项 " + option, near.ZH,
		fact + " has no option " + option, near.EN,
	}
}

func (loading) OneOption(fact string) Message {
	return Message{
		fact + " 只能选一项", "只留一项",
		fact + " takes one option", "keep one",
	}
}

func (loading) TooManySteps() Message {
	return Message{
		"一答最多三步", "留下最要紧的三步",
		"an answer has at most three steps", "keep the three that matter most",
	}
}

func (loading) Ungrounded() Message {
	return Message{
		"这一答没有依据", "在 cites 里写上法条；只叫人打电话的，写上 {@号码}",
		"this answer rests on nothing", "cite an article in cites, or name the hotline {@number} it sends people to",
	}
}

// Letters, authorities, the scope.

func (loading) ReprintOf(id string) Message {
	return Message{
		"机构 " + id + " 只见转载，要写出处", "加一行 source: 标题和网址",
		"authority " + id + " was read in a reprint: say which", "add source: title and address",
	}
}

func (loading) NobodyUrgent() Message {
	return Message{
		"没有一个机构写了 urgent: yes，有生命危险的人不知道打给谁", "在报警、急救、心理援助下面加 urgent: yes",
		"no authority is marked urgent: yes, so nobody in danger is told whom to call",
		"add urgent: yes to the police, the ambulance and the line for people in despair",
	}
}

// Cases, and what nothing uses.

func (loading) OtherRole(role, folder, name string) Message {
	return Message{
		"这个案例的身份是 " + role + "，放在了 cases/" + folder + "/", "移到 cases/" + role + "/" + name,
		"this case's role is " + role + ", and it lies in cases/" + folder + "/",
		"move it to cases/" + role + "/" + name,
	}
}

func (loading) UnreadableAnswer(why string) Message {
	return Message{
		"回答读不懂（" + why + "）", "检查 answers",
		"an answer cannot be read (" + why + ")", "check the answers",
	}
}

func (loading) NoAnswerBegins(ask string) Message {
	return Message{
		"一问 " + ask + " 没有这样开头的回答", "照抄那一条中文回答的头几个字",
		"no answer of ask " + ask + " begins so", "copy the first words of its Chinese text",
	}
}

func (loading) SeveralBegin(ask string) Message {
	return Message{
		"一问 " + ask + " 有几条回答都这样开头", "多抄几个字，分得清就好",
		"several answers of ask " + ask + " begin so", "copy more words, until only one does",
	}
}

func (loading) PointUnmade() Message {
	return Message{
		"要点没有写由什么说到", "加 first: [第一页上的字] 或 by: [结论或法条]，或 gap: 为什么不给",
		"nothing makes this point", "add first: [words on page one] or by: [findings or articles], or gap: why not",
	}
}

func (loading) PointMadeAndGap() Message {
	return Message{
		"要点既说到了（by、first）又有 gap", "只留一个",
		"this point is made (by, first) and has a gap", "keep one",
	}
}

func (loading) NoFindingOrArticle(name string, near Pair) Message {
	return Message{
		"没有名为 " + name + " 的结论或法条", near.ZH,
		"there is no finding or article " + name, near.EN,
	}
}

func (loading) Unused(noun Pair, id string) Message {
	return Message{
		noun.ZH + " " + id + " 没有任何地方用到", "用上它，或删掉",
		"the " + noun.EN + " " + id + " is used nowhere", "use it, or remove it",
	}
}

// Findings, their steps and notes.

func (loading) ListedTwice(name string) Message {
	return Message{
		name + " 列了两次", "删掉一处",
		name + " is listed twice", "remove one",
	}
}

func (loading) NoFindingsFile(folder, name, ending string, near Pair) Message {
	return Message{
		"没有 " + folder + name + ending, near.ZH,
		"there is no " + folder + name + ending, near.EN,
	}
}

func (loading) FindingsUnlisted(name string) Message {
	return Message{
		"这个文件没有列进 interview.yaml，不知道意见书先说还是后说", "在 interview.yaml 的 findings 里加上 " + name,
		"this file is not listed in interview.yaml, which says in what order reports tell findings",
		"add " + name + " to its findings",
	}
}

func (loading) BadBy(written string) Message {
	return Message{
		"by 读不懂：“" + written + "”", "写 today、7 days，或一个期限的名字",
		"by is not well formed: " + strconv.Quote(written), "write today, 7 days, or the name of a deadline",
	}
}

func (loading) OwnStepWithID(who Pair) Message {
	return Message{
		who.ZH + "自己的步骤不写 id", "删掉 id；几处共用的，移到 common/",
		who.EN + "'s own step has no id", "remove it; move shared steps to common/",
	}
}

func (loading) FindingWithoutWhen(id string) Message {
	return Message{
		"结论 " + id + " 没有 when", "写上条件；这个文件的人都有的，写 always: yes",
		"finding " + id + " has no when", "give a condition, or always: yes if everyone of this file gets it",
	}
}

func (loading) FindingWithoutRule(id string) Message {
	return Message{
		"结论 " + id + " 没有规则编号", "在 rules 里写上规则手册的编号",
		"finding " + id + " names no rule", "put the rulebook's number into rules",
	}
}

func (loading) OwnNoteWithID() Message {
	return Message{
		"结论自己的条目不写 id", "删掉 id；几处共用的，移到 common/",
		"a finding's own note has no id", "remove it; move shared notes to common/",
	}
}

func (loading) SettledUncited() Message {
	return Message{
		"写了“明文”（settled），但没有引用法条", "在 cites 里写上法条，或改成 usual 或 disputed",
		"called settled, but no article is cited", "cite the article, or make it usual or disputed",
	}
}

func (loading) SettledUnread() Message {
	return Message{
		"写了“明文”（settled），但引用的法都没读过官方文本", "改成 usual 或 disputed，或补上官方文本",
		"called settled, but none of the cited laws was read in the official text",
		"make it usual or disputed, or read the official text",
	}
}

// Letters, authorities, the scope.

func (loading) BadBlank(id string) Message {
	return Message{
		"空 " + id + " 写了两次，或名字不对", "每个空一个名字：小写字母、数字和下划线",
		"the blank " + id + " is there twice or not well formed", "one name each: lower-case letters, digits and _",
	}
}

func (loading) BlankUnused(id string) Message {
	return Message{
		"空 " + id + " 没有用到", "在文书里写上 [" + id + "]，或删掉",
		"the blank " + id + " is not used", "write [" + id + "] in the letter, or remove it",
	}
}

func (loading) DisclaimerTwice(other string) Message {
	return Message{
		"免责声明写了两处", "只留 " + other + " 的",
		"there are two disclaimers", "keep the one at " + other,
	}
}

func (loading) LawAsOfTwice(other string) Message {
	return Message{
		"law_as_of 写了两处", "只留 " + other + " 的",
		"law_as_of stands twice", "keep the one at " + other,
	}
}

func (loading) NoDisclaimer() Message {
	return Message{
		"没有免责声明", "加 disclaimer:，下面 zh: 和 en:",
		"there is no disclaimer", "add disclaimer: with zh: and en:",
	}
}

func (loading) NoLawAsOf() Message {
	return Message{
		"没有写法律核对到哪一天", "加一行 law_as_of: 2026-11-25",
		"it is not said when the law was last checked", "add law_as_of: 2026-11-25",
	}
}

// Texts, and what stands in them.

func (loading) ChineseIsEnglish(who Pair) Message {
	return Message{
		who.ZH + "的 zh 是英文", "写成中文；英文写在 en:",
		"the zh of " + who.EN + " is English", "write it in Chinese; English belongs to en:",
	}
}

func (loading) EnglishIsChinese(who Pair) Message {
	return Message{
		who.ZH + "的 en 是中文", "写成英文；中文写在 zh:",
		"the en of " + who.EN + " is Chinese", "write it in English; Chinese belongs to zh:",
	}
}

func (loading) NoPlaceHere(name string) Message {
	return Message{
		"这里不能用占位 {" + name + "}", "直接写文字",
		"no placeholder can stand here: {" + name + "}", "write the words",
	}
}

func (loading) Unbalanced() Message {
	return Message{
		"花括号不成对", "占位写成 {名字}",
		"unbalanced braces", "write {name}",
	}
}

func (loading) PlaceUncited(who Pair, name, key string) Message {
	return Message{
		who.ZH + " 的文字里用了 {" + name + "}，" + key + " 里没有", "在 " + key + " 里加上 " + name,
		who.EN + " names {" + name + "}, which is not in " + key, "add " + name + " to " + key,
	}
}

func (loading) NoAuthorityPlace(name, who string, near Pair) Message {
	return Message{
		"占位 {" + name + "}：没有名为 " + who + " 的机构", near.ZH,
		"{" + name + "}: there is no authority " + who, near.EN,
	}
}

func (loading) NoOptionPlace(name, label, fact, option string, near Pair) Message {
	return Message{
		"占位 {" + name + "}：「" + label + "」（" + fact + "）没有选项 " + option, near.ZH,
		"{" + name + "}: " + fact + " has no option " + option, near.EN,
	}
}

func (loading) NoPlace(name string, thing, near Pair) Message {
	return Message{
		"占位 {" + name + "}：没有这个" + thing.ZH, near.ZH,
		"{" + name + "}: there is no such " + thing.EN, near.EN,
	}
}

func (loading) BlankUnlisted(name string, near Pair) Message {
	return Message{
		"[" + name + "] 没有列在 blanks 里", near.ZH,
		"[" + name + "] is not listed under blanks", near.EN,
	}
}

func (loading) EnglishLacks(who Pair, open, name, shut string) Message {
	return Message{
		who.ZH + "的英文少了 " + open + name + shut, "中英文的占位要一样",
		who.EN + ": the English lacks " + open + name + shut, "both languages name the same",
	}
}

func (loading) ChineseLacks(who Pair, open, name, shut string) Message {
	return Message{
		who.ZH + "的中文少了 " + open + name + shut, "中英文的占位要一样",
		who.EN + ": the Chinese lacks " + open + name + shut, "both languages name the same",
	}
}

func (loading) NumberTyped(number, id string) Message {
	return Message{
		"文字里直接写了号码 " + number, "写 {@" + id + "}，号码只在 authorities.yaml 里改",
		"the number " + number + " is typed into the text",
		"write {@" + id + "}; numbers are changed in authorities.yaml only",
	}
}

func (loading) ArticleTyped(article string) Message {
	return Message{
		"文字里直接写了“" + article + "”", "写成 {法名-条号}，例如 {xingfa-238}",
		"the article is typed into the text: " + strconv.Quote(article), "write {law-number}, such as {xingfa-238}",
	}
}

// InAnswer says which answer of a case a fault is in.
func (loading) InAnswer(question string, what, fix Pair) Message {
	return Message{question + "：" + what.ZH, fix.ZH, question + ": " + what.EN, fix.EN}
}
