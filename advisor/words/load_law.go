package words

import (
	"strconv"
)

// Laws, their versions and articles, days off.

func (loading) WhichText() Message {
	return Message{
		"读的是官方文本，要写哪一份", "加 files:（law/texts 里的文件名）或 source:",
		"read officially: say which text", "add files: (names in law/texts) or source:",
	}
}

func (loading) WhichReprint() Message {
	return Message{
		"只见转载，要写出处", "加一行 source: 标题和网址",
		"read in a reprint: say which", "add source: title and address",
	}
}

func (loading) VersionsOutOfOrder() Message {
	return Message{
		"版本的次序反了", "新的写在上面",
		"the versions are out of order", "newest first",
	}
}

func (loading) NoVersion(law string) Message {
	return Message{
		"法 " + law + " 没有版本", "在 versions 里写上至少一个",
		"law " + law + " has no version", "give at least one under versions",
	}
}

func (loading) BadArticleNo(no string) Message {
	return Message{
		"条号“" + no + "”读不懂", "写成 25、293-1（之一）或 whole",
		"the number " + strconv.Quote(no) + " is not well formed", "write 25, 293-1 or whole",
	}
}

func (loading) NoGist(lawZH, article, lawEN, no string) Message {
	return Message{
		lawZH + article + "没有大意", "加 gist:，下面 zh: 和 en:",
		lawEN + " art. " + no + " has no gist", "add gist: with zh: and en:",
	}
}

func (loading) WordingsApart(article, no string) Message {
	return Message{
		article + "的几个写法要放在一起", "移到同一条的下面",
		"wordings of art. " + no + " must stand together", "move it below the other",
	}
}

func (loading) ArticleTwice(article, no string) Message {
	return Message{
		article + "写了两次，分不清先后", "新的写在上面，并写 from: 从哪天起",
		"art. " + no + " stands twice and the dates do not tell them apart",
		"newest first, with from: the day it began",
	}
}

func (loading) YearTwice(year int) Message {
	return Message{
		strconv.Itoa(year) + " 年写了两处", "一年一个文件",
		"the year " + strconv.Itoa(year) + " stands twice", "one file a year",
	}
}

func (loading) BadDays() Message {
	return Message{
		"日子的两头反了，或太长", "写成 2026-10-01..2026-10-07",
		"these days are the wrong way round or too many", "write 2026-10-01..2026-10-07",
	}
}

func (loading) OtherYear(year int) Message {
	return Message{
		"这不是 " + strconv.Itoa(year) + " 年的日子", "检查年份",
		"these are no days of " + strconv.Itoa(year), "check the year",
	}
}

// Numbers, rates, fees.

func (loading) NumberAndFact(id string) Message {
	return Message{
		id + " 既是数又是事实，文字里分不清", "换一个名字",
		id + " is both a number and a fact", "choose another name",
	}
}

func (loading) NoSource(id string) Message {
	return Message{
		"数 " + id + " 没有出处", "加 article: 法条，或 note: 说明",
		"number " + id + " has no source", "add article: or note:",
	}
}

func (loading) OutOfOrder() Message {
	return Message{
		"次序反了", "新的写在上面",
		"out of order", "newest first",
	}
}

func (loading) LastPartEnds() Message {
	return Message{
		"最后一段不能有 to：再多的钱就没有费率了", "删掉 to，或在下面加一段",
		"the last part must have no end: more money would have no rate", "remove to, or add a part below",
	}
}

func (loading) PartWithoutEnd() Message {
	return Message{
		"这一段没有写到多少为止", "加 to: 100000元；只有最后一段不写",
		"this part does not say where it ends", "add to: 100000元; only the last has none",
	}
}

func (loading) PartEndsLower() Message {
	return Message{
		"这一段的止数不比上一段大", "从小到大写",
		"this part ends no higher than the one before", "write the parts from small to large",
	}
}

func (loading) BadAmount(written string) Message {
	return Message{
		"金额读不懂：“" + written + "”", "写成 5000元",
		"the amount " + strconv.Quote(written) + " is not well formed", "write 5000元",
	}
}

func (loading) BadRate(written string) Message {
	return Message{
		"利率读不懂：“" + written + "”", "写成 3.45%",
		"the rate " + strconv.Quote(written) + " is not well formed", "write 3.45%",
	}
}

func (loading) TableWithoutID() Message {
	return Message{
		"利率表没有名字", "加一行 rates: lpr",
		"the rate table has no name", "add rates: lpr",
	}
}

func (loading) TableWithoutDay(id string) Message {
	return Message{
		"利率表 " + id + " 没有写核到哪一天", "加一行 verified: 2026-06-22",
		"rate table " + id + " does not say up to when it was verified", "add verified: 2026-06-22",
	}
}

func (loading) BadValue(written string) Message {
	return Message{
		"数读不懂：“" + written + "”", "写成 4、24%、3 years、6 months 或 5000元",
		"the value " + strconv.Quote(written) + " is not well formed", "write 4, 24%, 3 years, 6 months or 5000元",
	}
}

func (loading) OtherUnit(id, written, example string) Message {
	return Message{
		"计算器按别的单位读 " + id + "，这里写的是“" + written + "”", "写成 " + example + " 的样子",
		"calculators read " + id + " in another unit than " + strconv.Quote(written), "write it as " + example,
	}
}
