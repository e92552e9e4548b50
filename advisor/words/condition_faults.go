package words

import (
	"fmt"
	"strings"
)

// What a condition compares.

func (condition) NotYesNo(label, fact string) Message {
	return Message{
		fmt.Sprintf("「%s」（%s）不是是非题，不能单独当条件", label, fact), "写成 " + fact + " == 选项",
		fact + " is no yes/no fact and cannot stand alone", "write " + fact + " == option",
	}
}

func (condition) NoFact(fact string, near Pair) Message {
	return Message{
		"没有名为 " + fact + " 的事实", near.ZH,
		"there is no fact named " + fact, near.EN,
	}
}

func (condition) IsCalculated(label, fact string) Message {
	return Message{
		fmt.Sprintf("「%s」（%s）是算出来的数，不能写进条件", label, fact), "用同一计算给出的结论选项",
		fact + " is a calculated number and cannot stand in a condition",
		"use the verdict that the same calculation gives",
	}
}

func (condition) ForCalculators(label, fact string) Message {
	return Message{
		fmt.Sprintf("「%s」（%s）只供计算，不能写进条件", label, fact), "用计算给出的结论选项",
		fact + " is for calculators only", "use the verdict of a calculation",
	}
}

func (condition) NoOption(label, fact, option string, near Pair) Message {
	return Message{
		fmt.Sprintf("「%s」（%s）没有选项 %s", label, fact, option), near.ZH,
		fact + " has no option " + option, near.EN,
	}
}

func (condition) InWantsFact() Message {
	return Message{
		"in 左边要写事实名", "写成 事实 in [选项, 选项]",
		"a fact must stand left of in", "write fact in [option, option]",
	}
}

func (condition) InMisused() Message {
	return Message{
		"in 的两边写得不对", "单选写 事实 in [选项]，多选写 选项 in 事实",
		"in is not used rightly", "write fact in [option], or option in fact",
	}
}

func (condition) NotSeveral(label, fact, option string) Message {
	return Message{
		fmt.Sprintf("「%s」（%s）不是多选题", label, fact), "写成 " + fact + " == " + option,
		fact + " is not a several-choice fact", "write " + fact + " == " + option,
	}
}

func (condition) NotSingle(label, fact string) Message {
	return Message{
		fmt.Sprintf("「%s」不是单选题，不能用 in [..]", label), "多选题写成 选项 in " + fact,
		fact + " is no single choice", "for several choices write option in " + fact,
	}
}

func (condition) OptionsOnly(example []string, first string) Message {
	return Message{
		"方括号里只写选项名", "例：[" + strings.Join(example, ", ") + "]",
		"only option names may stand in the brackets", "such as " + first,
	}
}

func (condition) FactLeft() Message {
	return Message{
		"比较的左边要写事实名", "写成 事实 == 选项",
		"a fact must stand on the left", "write fact == option",
	}
}

func (condition) WantsOption(label, fact string, options []string) Message {
	return Message{
		fmt.Sprintf("「%s」（%s）要和选项比", label, fact), "右边写选项名：" + strings.Join(options, "、"),
		fact + " is compared with options", "write an option on the right: " + strings.Join(options, ", "),
	}
}

func (condition) IsSeveral(label, option, fact string) Message {
	return Message{
		fmt.Sprintf("「%s」是多选题", label), "写成 " + option + " in " + fact,
		fact + " is a several-choice fact", "write " + option + " in " + fact,
	}
}

func (condition) TwoFacts() Message {
	return Message{
		"两个事实不能互相比较", "用一个计算，给出结论选项",
		"two facts cannot be compared", "use a calculation that gives a verdict",
	}
}

func (condition) CannotCompare(label, value, fact string) Message {
	return Message{
		fmt.Sprintf("「%s」不能和 %s 比", label, value), "检查右边写的是什么",
		fact + " cannot be compared with " + value, "check what stands on the right",
	}
}

func (condition) WrongUnit(label, written string, want Pair) Message {
	return Message{
		fmt.Sprintf("「%s」的单位不对：写的是“%s”", label, written), "写成 " + want.ZH,
		"the unit does not fit the fact", "write " + want.EN,
	}
}

func (condition) NoDay(day string) Message {
	return Message{
		"没有 " + day + " 这一天", "检查月和日",
		"there is no day " + day, "check month and day",
	}
}

// How a condition is written.

func (condition) Empty() Message {
	return Message{
		"条件是空的", "写一个条件，或删掉 when:",
		"the condition is empty", "write one, or remove when:",
	}
}

func (condition) CurlyQuotes() Message {
	return Message{
		"条件里有中文引号", "选项名不加引号",
		"curly quotes in a condition", "write option names without quotes",
	}
}

func (condition) Quotes() Message {
	return Message{
		"条件里有引号", "选项名、日期都不加引号",
		"quotes in a condition", "write options and dates without quotes",
	}
}

func (condition) FullWidth(r, plain rune) Message {
	return Message{
		fmt.Sprintf("条件里有全角符号“%c”", r), fmt.Sprintf("改成半角“%c”", plain),
		fmt.Sprintf("full-width %q in a condition", r), fmt.Sprintf("write %q", plain),
	}
}

func (condition) ChineseComma(r rune) Message {
	return Message{
		fmt.Sprintf("条件里有“%c”", r), "改成半角逗号 ,",
		fmt.Sprintf("%q in a condition", r), "write a comma",
	}
}

func (condition) ChineseWord(word, sign string) Message {
	return Message{
		"条件里写了「" + word + "」", "改成 " + sign,
		"the Chinese word " + word + " in a condition", "write " + sign,
	}
}

func (condition) OneEquals() Message {
	return Message{
		"条件里只有一个等号", "“等于”写成两个等号：==",
		"a single equals sign", "write == for equal",
	}
}

func (condition) Forbidden(what string) Message {
	return Message{
		fmt.Sprintf("条件里不能写“%s”", what), "只用 and or not 比较 in",
		fmt.Sprintf("%q is not allowed in a condition", what), "use only and, or, not, comparisons and in",
	}
}
