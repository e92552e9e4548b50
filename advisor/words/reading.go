package words

import "fmt"

// Reading is what is said of a value that was typed and cannot be read or is
// out of bounds, and how values are written out.
var Reading reading

type reading struct{}

func (reading) TooLong() Message {
	return Message{
		"这一次写得太长",
		"一个回答最多约 5,000 个汉字或 16,000 个字母数字；还款最多 255 笔，早期的合并成几笔",
		"this is too long",
		"an answer has at most some 16,000 letters and digits; there are at most 255 payments, " +
			"so sum up the early ones",
	}
}

func (reading) TooManyEvents(most int) Message {
	return Message{
		fmt.Sprintf("最多 %d 件事", most), "只留下要紧的",
		fmt.Sprintf("at most %d events", most), "keep those that matter",
	}
}

// What is wrong with a value.

func (reading) Negative() Pair { return Pair{"不能是负数", "it cannot be negative"} }
func (reading) Nothing() Pair  { return Pair{"什么也没有写", "nothing was written"} }
func (reading) TooFine() Pair  { return Pair{"小数位太多", "too many decimal places"} }
func (reading) TooLarge() Pair { return Pair{"数太大了", "the number is too large"} }

func (reading) Unreadable(input string) Pair {
	return Pair{"看不懂「" + input + "」", "cannot read \"" + input + "\""}
}

func (reading) YearsBetween(from, to int) Pair {
	return Pair{
		fmt.Sprintf("年份要在 %d 到 %d 之间", from, to),
		fmt.Sprintf("the year must lie between %d and %d", from, to),
	}
}

func (reading) NoMonth(m int) Pair {
	return Pair{fmt.Sprintf("没有 %d 月", m), fmt.Sprintf("there is no month %d", m)}
}

func (reading) NoDay(y, m, d int) Pair {
	return Pair{fmt.Sprintf("%d 年 %d 月没有 %d 日", y, m, d), fmt.Sprintf("%s %d has no day %d", months[m-1], y, d)}
}

// What is wrong with a plan.

func (reading) PlanEmpty() Pair { return Pair{"还款计划是空的", "the plan is empty"} }

func (reading) PlanMixed() Pair {
	return Pair{"还款计划里混着几种写法", "the plan is written in several ways at once"}
}

func (reading) CountBetween(most int) Pair {
	return Pair{fmt.Sprintf("期数要在 1 到 %d 之间", most), fmt.Sprintf("the count must lie between 1 and %d", most)}
}

func (reading) DaysBetween(most string) Pair {
	return Pair{"天数要在 1 到 " + most + " 之间", "the number of days must lie between 1 and " + most}
}

func (reading) TooManyPayments(most int) Pair {
	return Pair{
		fmt.Sprintf("最多 %d 笔，早期的合并成几笔", most),
		fmt.Sprintf("at most %d payments; sum up the early ones", most),
	}
}

func (reading) OutOfOrder(no int, day, before string) Pair {
	return Pair{
		fmt.Sprintf("日期要从早到晚：第 %d 笔（%s）早于前一笔（%s）", no, day, before),
		fmt.Sprintf("payments go from early to late: number %d (%s) is before the one before it (%s)", no, day, before),
	}
}

func (reading) MoreThanNothing() Pair {
	return Pair{"每笔金额要大于 0", "a payment must be more than 0"}
}

// TwoWays tells of a plan that can be meant two ways, and how each is written.
func (reading) TwoWays(input string, written, meant Pair, writeFirst, writeSecond string) Message {
	return Message{
		"「" + input + "」有两种读法：" + written.ZH + "；或者 " + meant.ZH,
		"前一种写 " + writeFirst + "，后一种写 " + writeSecond,
		"\"" + input + "\" can be read two ways: " + written.EN + ", or " + meant.EN,
		"write " + writeFirst + " for the first, " + writeSecond + " for the second",
	}
}

func (reading) CountFirst(meant Pair, write string) Pair {
	return Pair{
		"期数写在前面：" + meant.ZH + "写成 " + write,
		"the count comes first: for " + meant.EN + " write " + write,
	}
}

// How each kind of value is written.

func (reading) WriteMoney() Pair {
	return Pair{
		"请写金额，例如 2000、2,000.50 或 1.5万；最多两位小数，不超过 10 万亿元",
		"write an amount such as 2000, 2,000.50 or 1.5万; at most two decimal places and ten trillion yuan",
	}
}

func (reading) WriteRate() Pair {
	return Pair{
		"请写年利率的百分数，例如 24% 或 13.8；最多两位小数。月利率请先乘 12，日利率请先乘 365",
		"write the yearly rate in per cent, such as 24% or 13.8; at most two decimal places. " +
			"Multiply a monthly rate by 12, a daily rate by 365",
	}
}

func (reading) WriteShare() Pair {
	return Pair{
		"请写公告的比例，例如 18.42915%；不超过 100%，最多七位小数",
		"write the announced share such as 18.42915%; at most 100% and seven decimal places",
	}
}

func (reading) WriteNumber() Pair {
	return Pair{"请写整数，例如 12、1,200 或 120万", "write a whole number such as 12, 1,200 or 120万"}
}

func (reading) WriteDay() Pair {
	return Pair{"请写年月日，例如 2026-11-25 或 2026年11月25日", "write year, month and day, such as 2026-11-25"}
}

func (reading) WriteEvent() Pair {
	return Pair{"日子写成 2026-11-25 或 2026年11月25日", "write the day as 2026-11-25"}
}

func (reading) WritePlan() Pair {
	return Pair{
		"请写 12x1000（12 期，每期 1,000 元）、7天还2000（7 天后一次还 2,000 元），" +
			"或带日期的各笔：2025-02-01:1000,2025-03-01:1000",
		"write 12x1000 (12 monthly payments of CNY 1,000), 7d2000 (CNY 2,000 after 7 days), " +
			"or dated payments: 2025-02-01:1000,2025-03-01:1000",
	}
}

func (reading) WriteFlow() Pair {
	return Pair{"写成 2025-01-01:10000,2025-02-01:-1000", "write 2025-01-01:10000,2025-02-01:-1000"}
}

// How values are written out.

// UnknownDay stands for no day at all.
func (reading) UnknownDay() Pair { return Pair{"未知", "not known"} }

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December"}

// DayZH is a day in words, 2026年11月30日, and DayEN is 30 November 2026. A
// report has dozens: only the one that is wanted is made.
func (reading) DayZH(y, m, d int) string { return fmt.Sprintf("%d年%d月%d日", y, m, d) }
func (reading) DayEN(y, m, d int) string { return fmt.Sprintf("%d %s %d", d, months[m-1], y) }

// Monthly is a plan of equal payments, Once one of a single payment.
func (reading) Monthly(periods int, each Pair) Pair {
	return Pair{
		fmt.Sprintf("%d 期，每期 %s", periods, each.ZH),
		fmt.Sprintf("%d monthly payments of %s", periods, each.EN),
	}
}

func (reading) Once(days int, total Pair) Pair {
	after := fmt.Sprintf("%d days", days)
	if days == 1 {
		after = "1 day"
	}
	return Pair{
		fmt.Sprintf("%d 天后一次还 %s", days, total.ZH),
		fmt.Sprintf("%s in one payment after %s", total.EN, after),
	}
}

// Daily is a share as a daily rate.
func (reading) Daily(perTenThousand, perCent string) Pair {
	return Pair{"日万分之" + perTenThousand, perCent + " a day"}
}

func (reading) NotSure() Pair  { return Pair{"不清楚", "not sure"} }
func (reading) Yes() Pair      { return Pair{"是", "yes"} }
func (reading) No() Pair       { return Pair{"否", "no"} }
func (reading) NoEvents() Pair { return Pair{"没有", "none"} }

// ToFindOut stands in a text for a value that is not known.
func (reading) ToFindOut() Pair { return Pair{"（待查）", "(not known)"} }

// Lengths of time, as numbers of the law.

func (reading) Days(n int64) Pair { return Pair{fmt.Sprintf("%d日", n), fmt.Sprintf("%d days", n)} }

func (reading) Workdays(n int64) Pair {
	return Pair{fmt.Sprintf("%d 个工作日", n), fmt.Sprintf("%d working days", n)}
}

func (reading) Months(n int64) Pair {
	return Pair{fmt.Sprintf("%d 个月", n), fmt.Sprintf("%d months", n)}
}
func (reading) Years(n int64) Pair { return Pair{fmt.Sprintf("%d年", n), fmt.Sprintf("%d years", n)} }

// Version is which version of a law is meant, behind its name.
func (reading) Version(year int) Pair {
	return Pair{fmt.Sprintf("（%d年版）", year), fmt.Sprintf(" (%d version)", year)}
}

// ArticleZH is an article by its number, the one inserted behind it, its
// paragraph and item: 第293条之一第2款第3项.
func (reading) ArticleZH(no, inserted string, para, item int) string {
	s := "第" + no + "条"
	if inserted != "" {
		s += "之" + inserted
	}
	if para > 0 {
		s += fmt.Sprintf("第%d款", para)
	}
	if item > 0 {
		s += fmt.Sprintf("第%d项", item)
	}
	return s
}

// ArticleEN is the same in English: art. 293-1 para. 2 item 3.
func (reading) ArticleEN(no string, para, item int) string {
	s := "art. " + no
	if para > 0 {
		s += fmt.Sprintf(" para. %d", para)
	}
	if item > 0 {
		s += fmt.Sprintf(" item %d", item)
	}
	return s
}
