package words

import (
	"fmt"
)

// The table of asks.

func (codes) AsksHead(head string) Message {
	return Message{
		"第一行不对", "第一行写 " + head,
		"the first line is not as it should be", "write " + head,
	}
}

func (codes) NoAskName(id string) Message {
	return Message{
		"“" + id + "”不是一问的名字", "一行一个名字，只用小写字母、数字和短横线；只在最后加，不删不挪",
		fmt.Sprintf("%q is no name of an ask", id),
		"one name a line, of small letters, digits and hyphens; added at the end only",
	}
}

func (codes) AskTwice(id string, line int) Message {
	return Message{
		fmt.Sprintf("%s 在第 %d 行已经有了", id, line), "删掉后面这一行",
		fmt.Sprintf("%s stands in line %d already", id, line), "remove this later line",
	}
}

// A code that cannot be read.

func (codes) CodeShort(n int) Message {
	return Message{
		fmt.Sprintf("续答码不完整，只有 %d 个字符", n), "请把纸上的各组都输入",
		fmt.Sprintf("the code is incomplete: it has %d characters only", n), "please enter all groups of it",
	}
}

func (codes) CodeDamaged() Message {
	return Message{
		"续答码抄错了或不完整", "请从纸上逐组核对",
		"the code was copied wrongly or is incomplete", "please compare it group by group",
	}
}

func (codes) OtherProgram() Message {
	return Message{
		"这个续答码是别的版本的程序做的", "请用做它的那个版本打开，或重新回答",
		"the code was made by another version of the program", "open it with that version, or answer anew",
	}
}

func (codes) EditionBroken(why string) Message {
	return Message{
		"这个续答码那一版问题的记录坏了：" + why, "请重新安装程序，或重新回答",
		"the record of this code's edition is broken: " + why, "install the program again, or answer anew",
	}
}

func (codes) OtherEdition(number uint16) Message {
	return Message{
		fmt.Sprintf("这个续答码属于另一版问题（%04x），这个程序没有那一版的记录", number),
		"请用更新的程序打开，或重新回答",
		fmt.Sprintf("the code belongs to another edition of the questions (%04x), of which this program has "+
			"no record", number),
		"open it with a newer program, or answer anew",
	}
}

func (codes) CodeTooLong() Message {
	return Message{
		"太长，不是续答码", "只输入续答码那一行",
		"this is too long for a code", "enter the line of the code only",
	}
}

func (codes) BadCharacter(group, char int, r rune) Message {
	return Message{
		fmt.Sprintf("续答码第 %d 组第 %d 个字符“%c”不对", group, char, r), "只有数字和大写字母，没有 I、L、O、U",
		fmt.Sprintf("character %d of group %d of the code, %q, cannot be right", char, group, r),
		"codes have digits and capital letters other than I, L, O and U",
	}
}

func (codes) SlipAt(group, char int, how Pair) Message {
	return Message{
		fmt.Sprintf("续答码第 %d 组第 %d 个字符%s", group, char, how.ZH), "请从纸上核对这一处",
		fmt.Sprintf("at group %d, character %d of the code %s", group, char, how.EN),
		"please compare this place with the paper",
	}
}
