package words

import (
	"fmt"
	"strings"
)

// How a line is written.

func (loading) Tab() Message {
	return Message{
		"行首用了制表符（Tab）", "改成空格，每深一层两个空格",
		"a tab at the start of the line", "use blanks, two for each level",
	}
}

func (loading) WideBlank() Message {
	return Message{
		"行首用了全角空格", "改成半角空格，每深一层两个",
		"a full-width blank at the start of the line", "use plain blanks, two for each level",
	}
}

func (loading) SecondDocument() Message {
	return Message{
		"文件里有第二个 ---", "一个文件只写一份，删掉 ---",
		"there is a second ---", "one document a file: remove ---",
	}
}

func (loading) ByteOrderMark() Message {
	return Message{
		"文件开头有看不见的字符 U+FEFF（BOM）", "存成不带 BOM 的 UTF-8",
		"the file begins with a byte order mark", "save as UTF-8 without BOM",
	}
}

func (loading) NotUTF8() Message {
	return Message{
		"这里不是 UTF-8 文字", "把文件存成 UTF-8",
		"this is not UTF-8", "save the file as UTF-8",
	}
}

func (loading) Invisible(r rune) Message {
	return Message{
		fmt.Sprintf("这一行有看不见的字符 U+%04X", r), "删掉重打这一处",
		fmt.Sprintf("an invisible character U+%04X", r), "delete and retype it",
	}
}

func (loading) NoBlankAfterDash() Message {
	return Message{
		"短横线后面少一个空格", "写成 “- ”，再写内容",
		"a blank is missing after the dash", "write \"- \" and then the text",
	}
}

func (loading) WideDash() Message {
	return Message{
		"清单的短横线用了全角", "改成半角“- ”",
		"a full-width dash begins this line", "use a plain \"- \"",
	}
}

func (loading) WideColon(key string) Message {
	return Message{
		key + " 后面是全角冒号“：”", "改成半角冒号加一个空格：" + key + ":",
		key + " is followed by a full-width colon", "use a plain colon and a blank: " + key + ":",
	}
}

func (loading) NoBlankAfterKey(key, value string) Message {
	return Message{
		key + ": 后面少一个空格", "写成 " + key + ": " + value,
		"a blank is missing after " + key + ":", "write " + key + ": " + value,
	}
}

func (loading) OddIndent(blanks int) Message {
	return Message{
		fmt.Sprintf("缩进了 %d 格", blanks), "用双数格：每深一层两个空格",
		fmt.Sprintf("indented by %d blanks", blanks), "use an even number, two for each level",
	}
}

func (loading) IndentFitsNothing() Message {
	return Message{
		"这一行的缩进和所在的清单对不齐", "属于上面那一条的，和它的 id: 对齐",
		"the indentation fits nothing above", "align it with the id: it belongs to",
	}
}

func (loading) NoKeyInLine() Message {
	return Message{
		"这一行没有“名字:”", "写成 名字: 内容；接着上一行的，整段换成 | 另起一行",
		"there is no key: in this line", "write key: value; to go on from the line above use |",
	}
}

func (loading) BracketOpen() Message {
	return Message{
		"括号没有收尾", "在末尾补上 ] 或 }；整段文字的，在两边加半角双引号",
		"a bracket is not closed", "close it; quote a text that begins with one",
	}
}

func (loading) TextAfterBar() Message {
	return Message{
		"竖线 | 后面直接写了字", "竖线后面换行，文字从下一行开始，多缩进两格",
		"text follows | on the same line", "start the text on the next line, two blanks further in",
	}
}

func (loading) FoldedText() Message {
	return Message{
		"不用 >（它会在汉字之间加空格）", "换成 |",
		"> is not used (it puts blanks between Han characters)", "use |",
	}
}

func (loading) BadBeginning(c byte) Message {
	return Message{
		fmt.Sprintf("文字不能以 %c 开头", c), "在两边加半角双引号，或换成 |",
		fmt.Sprintf("a text cannot begin with %c", c), "put it in double quotes or use |",
	}
}

func (loading) CurlyValue(key string) Message {
	return Message{
		key + " 的取值两边是中文引号", "去掉引号（取值不加引号）",
		"curly quotes around the value of " + key, "remove them",
	}
}

func (loading) HashInText() Message {
	return Message{
		"文字里有“空格+#”，后面的字会丢掉", "整段换成 | 另起一行，或去掉空格",
		"a blank and # in a text: the rest would be lost", "use | and a new line, or remove the blank",
	}
}

func (loading) HashFirst() Message {
	return Message{
		"文字以 # 开头，会全部丢掉", "整段换成 | 另起一行，或加半角双引号",
		"a text that begins with # would be lost", "use | and a new line, or double quotes",
	}
}

func (loading) SecondColon() Message {
	return Message{
		"一行文字里又有“冒号+空格”", "整段换成 | 另起一行，或在两边加半角双引号",
		"a second colon and blank in one line", "use | and a new line, or put it in double quotes",
	}
}

func (loading) ColonLast() Message {
	return Message{
		"一行文字以半角冒号结尾", "改成全角“：”，或在两边加半角双引号",
		"the text ends in a colon", "put it in double quotes",
	}
}

func (loading) QuoteOpen() Message {
	return Message{
		"引号没有在这一行收尾", "在文字末尾补上引号；长的换成 |",
		"the quote is not closed in this line", "close it; use | for long texts",
	}
}

func (loading) TextAfterQuote() Message {
	return Message{
		"引号后面还有字", "文字里的引号用“ ”；整段加引号的，前后各一个",
		"text follows the closing quote", "quote the whole text, with curly quotes inside",
	}
}

func (loading) WideComma() Message {
	return Message{
		"方括号里用了全角逗号", "改成半角逗号加空格：[a, b]",
		"a full-width comma in brackets", "use a plain comma and a blank: [a, b]",
	}
}

func (loading) TextAfterBracket() Message {
	return Message{
		"括号后面还有字", "整段文字的，在两边加半角双引号，或换成 |",
		"text follows the closing bracket", "quote the whole text or use |",
	}
}

// Folders and files.

func (loading) FolderUnreadable(why string) Message {
	return Message{
		"文件夹读不了（" + why + "）", "检查文件夹在不在",
		"the folder cannot be read (" + why + ")", "check that it is there",
	}
}

func (loading) NoSuchPlace() Message {
	return Message{
		"不认得这个地方的文件", "放进该放的文件夹（见 README.md）",
		"files here are not known", "put it into its folder (see README.md)",
	}
}

func (loading) EndsInYML(name string) Message {
	return Message{
		"文件名要以 .yaml 结尾", "改名为 " + name + ".yaml",
		"the name must end in .yaml", "rename it to " + name + ".yaml",
	}
}

func (loading) FileUnreadable(why string) Message {
	return Message{
		"文件读不了（" + why + "）", "检查它的权限",
		"the file cannot be read (" + why + ")", "check its permissions",
	}
}

func (loading) NoInterview() Message {
	return Message{
		"没有这个文件", "写上各节的次序：sections: [start]，和 longest: 30",
		"this file is missing", "give the order of the sections: sections: [start], and longest: 30",
	}
}

// What YAML's own reader refuses.

func (loading) EmptyFile() Message {
	return Message{
		"文件是空的", "写上内容，或删掉这个文件",
		"the file is empty", "write something or delete it",
	}
}

func (loading) Unreadable(why string) Message {
	return Message{
		"这个文件读不下去（" + why + "）", "检查缩进、冒号和引号",
		"the file cannot be read (" + why + ")", "check indentation, colons and quotes",
	}
}

func (loading) UnreadableFrom(why string) Message {
	return Message{
		"从这里起读不下去（" + why + "）", "检查缩进、冒号和引号",
		"cannot be read from here (" + why + ")", "check indentation, colons and quotes",
	}
}

func (loading) Anchor() Message {
	return Message{
		"这里用了 & 或 *", "在两边加半角双引号，或把内容写出来",
		"an anchor or alias is used", "quote it, or write it out",
	}
}

func (loading) Tag() Message {
	return Message{
		"这里用了 !", "在两边加半角双引号",
		"a tag is used", "quote it",
	}
}

func (loading) NoList(key string) Message {
	return Message{
		key + " 要写成清单", "写成 " + key + ": [a, b]，或一行一条、前面加“- ”",
		key + " is a list", "write " + key + ": [a, b], or one a line with a dash",
	}
}

func (loading) NoValue() Message {
	return Message{
		"这里只能写一个值", "不要写成清单或分层",
		"a single value belongs here", "no list and no keys below",
	}
}

func (loading) EmptyValue() Message {
	return Message{
		"这里是空的", "写上内容，或删掉这一行",
		"this is empty", "write something or remove the line",
	}
}

func (loading) Zero() Message {
	return Message{
		"这里有看不见的字符 U+0000", "删掉重打这一处",
		"an invisible character U+0000", "delete and retype it",
	}
}

func (loading) NoConditionList() Message {
	return Message{
		"条件要么写一行，要么只写 any: 或 all: 一个清单", "写成 any: 换行，下面一行一个条件：- paper == summons",
		"a condition is one line, or one list under any: or all:",
		"write any: and below it one condition a line: - paper == summons",
	}
}

func (loading) OneInList(key string) Message {
	return Message{
		key + " 下面要有两个以上的条件", "一行一个：- paper == summons；只有一个的，直接写在 when 后面",
		"there are at least two conditions under " + key,
		"one a line: - paper == summons; a single one stands behind when:",
	}
}

func (loading) NoLines(keys []string) Message {
	return Message{
		"这里要分行写“名字: 内容”", "可以写的有：" + strings.Join(keys, "、"),
		"key: value lines belong here", "keys: " + strings.Join(keys, ", "),
	}
}

func (loading) BadKey() Message {
	return Message{
		"名字写得不对", "写成 名字: 内容",
		"this is no key", "write key: value",
	}
}

func (loading) KeyTwice(key string) Message {
	return Message{
		key + " 写了两次", "删掉一处",
		key + " stands here twice", "remove one",
	}
}

func (loading) KeyMissing(who Pair, key string) Message {
	return Message{
		who.ZH + "少了 " + key, "加一行 " + key + ": …",
		who.EN + ": " + key + " is missing", "add a line " + key + ": …",
	}
}

func (loading) UnknownKey(key string, fix Pair) Message {
	return Message{
		"没有 " + key + " 这一项", fix.ZH,
		"there is no key " + key + " here", fix.EN,
	}
}

func (loading) NoTongues(key string) Message {
	return Message{
		key + " 要分 zh: 和 en: 两行写", "写成 " + key + ": 换行，下面 zh: … 和 en: …",
		key + " is written in two lines, zh: and en:", "write " + key + ": and below it zh: … and en: …",
	}
}

func (loading) NoText(who Pair) Message {
	return Message{
		who.ZH + "少了文字", "加上 zh: … 和 en: … 两行",
		who.EN + " has no text", "add zh: … and en: …",
	}
}

func (loading) NoEnglish(who Pair) Message {
	return Message{
		who.ZH + "少了英文", "在这一行下面加 en: …",
		who.EN + " has no English", "add en: … below",
	}
}

func (loading) NoChinese(who Pair) Message {
	return Message{
		who.ZH + "少了中文", "在这一行上面加 zh: …",
		who.EN + " has no Chinese", "add zh: … above",
	}
}

func (loading) NoPairs() Message {
	return Message{
		"这里要一行一个“名字: 内容”", "写成 名字: 内容",
		"key: value lines belong here", "write key: value",
	}
}

func (loading) NoAnswerLines() Message {
	return Message{
		"answers 下面要一行一个回答", "写成 问题: 选项",
		"answers are written one a line", "write question: option",
	}
}

// Answers in a file.

func (loading) Referring() Message {
	return Message{
		"回答文件里不能用 &、* 和 <<", "把内容写出来，文字以这些符号开头的加半角双引号",
		"an answers file has no &, * or <<", "write the value out, and put a text that begins so in double quotes",
	}
}

func (loading) TooDeep() Message {
	return Message{
		"回答写得太复杂", "一个回答最多是一串“名字: 内容”",
		"this answer is too complicated", "an answer is at most a list of named parts",
	}
}

func (loading) NoName() Message {
	return Message{
		"冒号前面要是一个名字", "写成 问题: 回答",
		"a name belongs before the colon", "write question: answer",
	}
}

func (loading) NameTwice(name string) Message {
	return Message{
		"“" + name + "”写了两次", "只留一个",
		name + " is written twice", "keep one",
	}
}

func (loading) SecondColonHere() Message {
	return Message{
		"这一行里多了一个“冒号+空格”，或缩进多了", "整段换成 | 另起一行，或和上一行对齐",
		"a second colon in this line, or too much indentation", "use | and a new line, or align with the line above",
	}
}

func (loading) IndentFitsNoList() Message {
	return Message{
		"这一行的缩进和所在的清单对不齐", "属于上面那一条的，和它的 id: 对齐",
		"the indentation fits no list above", "align it with the id: it belongs to",
	}
}

func (loading) DashMissing() Message {
	return Message{
		"这一行的缩进和所在的清单对不齐", "清单的每一条前面都有短横线，互相对齐",
		"the indentation fits no list above", "each entry begins with a dash, all aligned",
	}
}

func (loading) KeyMissingHere() Message {
	return Message{
		"这一行没有“名字:”", "写成 名字: 内容",
		"there is no key: in this line", "write key: value",
	}
}

func (loading) QuoteUnclosed() Message {
	return Message{
		"引号没有收尾", "在文字末尾补上引号",
		"a quote is not closed", "close it at the end of the text",
	}
}

func (loading) NothingBeginsSo() Message {
	return Message{
		"这里不能以这个符号开头", "在两边加半角双引号，或换成 |",
		"nothing can begin with this character", "put it in double quotes or use |",
	}
}

func (loading) BadEscape() Message {
	return Message{
		"双引号里的反斜杠写法不对", "去掉反斜杠，或换成 |",
		"a wrong escape in double quotes", "remove the backslash or use |",
	}
}

func (loading) SquareUnclosed() Message {
	return Message{
		"方括号没有收尾，或少了逗号", "写成 [a, b]",
		"a bracket is not closed, or a comma is missing", "write [a, b]",
	}
}

func (loading) BraceUnclosed() Message {
	return Message{
		"花括号没有收尾，或少了逗号", "写成 {a: 1, b: 2}；文字以 { 开头的加双引号",
		"a brace is not closed, or a comma is missing", "write {a: 1, b: 2}; quote a text that begins with {",
	}
}

// Within brackets and braces.

func (loading) WideColonInBraces() Message {
	return Message{
		"花括号里用了全角冒号", "改成半角冒号加空格：{a: 1}",
		"a full-width colon in braces", "write {a: 1}",
	}
}

func (loading) CurlyInBrackets() Message {
	return Message{
		"方括号里用了中文引号", "去掉引号：[a, b]",
		"curly quotes in brackets", "remove them: [a, b]",
	}
}
