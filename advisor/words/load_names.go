package words

import (
	"strconv"
	"strings"
)

// Names of things, and the laws and articles that are cited.

func (loading) CitedTwice(cite string) Message {
	return Message{
		cite + " 引用了两次", "删掉一处",
		cite + " is cited twice", "remove one",
	}
}

func (loading) CitedAnyway(who Pair, cite string) Message {
	return Message{
		who.ZH + " 的文字里已经有 {" + cite + "}", "从 cites 里删掉它",
		"the texts of " + who.EN + " name {" + cite + "} already", "remove it from cites",
	}
}

func (loading) NoLaw(law string, near Pair) Message {
	return Message{
		"没有登记名为 " + law + " 的法", near.ZH,
		"no law named " + law + " is registered", near.EN,
	}
}

func (loading) BadCite(cite, law string) Message {
	return Message{
		"引用 " + cite + " 写得不对", "写成 法名-条，例如 " + law + "-25、" + law + "-25-k2-x3",
		"the citation " + cite + " is not well formed",
		"write law-article, such as " + law + "-25 or " + law + "-25-k2-x3",
	}
}

func (loading) OldArticle(name Pair, article, now, id, newNo, oldNo string) Message {
	return Message{
		name.ZH + "没有登记" + article + "；那是旧条号，现在是" + now, "写 " + id + "-" + newNo,
		name.EN + " art. " + oldNo + " is an old number, now art. " + newNo, "write " + id + "-" + newNo,
	}
}

func (loading) WhichArticle(name Pair, id string, articles []string) Message {
	return Message{
		name.ZH + "是有条号的，要写明哪一条", "写 " + id + "-条号；已登记的有：" + strings.Join(articles, "、"),
		name.EN + " has numbered articles: say which",
		"write " + id + "-number; registered: " + strings.Join(articles, ", "),
	}
}

func (loading) NoArticle(name Pair, article, file string, articles []string, no string) Message {
	return Message{
		name.ZH + "没有登记" + article, "先在 " + file + " 里加上这一条；已登记的有：" + strings.Join(articles, "、"),
		name.EN + " has no art. " + no + " registered",
		"add it to " + file + " first; registered: " + strings.Join(articles, ", "),
	}
}

func (loading) ReservedID(id string) Message {
	return Message{
		id + " 有专门的意思，不能作名字", "换一个名字",
		id + " has a meaning of its own", "choose another name",
	}
}

func (loading) TakenID(noun Pair, id, first string) Message {
	return Message{
		noun.ZH + " " + id + " 已经在 " + first + " 用过", "换一个名字，或删掉一处",
		"the " + noun.EN + " " + id + " exists already: " + first, "choose another name, or remove one",
	}
}

func (loading) NothingNamed(home, id string, noun, near Pair) Message {
	return Message{
		home + " 里没有名为 " + id + " 的" + noun.ZH, near.ZH,
		"there is no " + noun.EN + " named " + id + " in " + home, near.EN,
	}
}

func (loading) NotOneOf(word string, near Pair) Message {
	return Message{
		"“" + word + "”不能写在这里", near.ZH,
		strconv.Quote(word) + " cannot stand here", near.EN,
	}
}

func (loading) NotYesOrNo(word string) Message {
	return Message{
		"“" + word + "”不能写在这里", "写 yes 或 no",
		strconv.Quote(word) + " cannot stand here", "write yes or no",
	}
}

func (loading) NoDate(label, id string) Message {
	return Message{
		"「" + label + "」（" + id + "）不是日期", "写一个 kind: date 的事实",
		id + " is no date", "name a fact of kind date",
	}
}

func (loading) NoFact(id string, near Pair) Message {
	return Message{
		"没有名为 " + id + " 的事实", near.ZH,
		"there is no fact named " + id, near.EN,
	}
}

func (loading) SharedWithoutID(noun Pair) Message {
	return Message{
		"共用的" + noun.ZH + "少了 id", "加一行 id: …",
		"a shared " + noun.EN + " needs an id", "add a line id: …",
	}
}
