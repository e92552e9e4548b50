package words

import (
	"strings"
)

// What cannot be worked out.

func (working) VoidHasNoCap() Message {
	return Message{
		"合同无效的，没有利率上限可言", "只按实际到账返还本金",
		"a void contract has no interest cap", "only what arrived is returned",
	}
}

func (working) NoRegime(regime string) Message {
	return Message{
		"没有“" + regime + "”这种规则", "写 private、licensed、local 或 recourse",
		"there is no regime " + regime, "write private, licensed, local or recourse",
	}
}

func (working) NoLoanDay() Message {
	return Message{
		"不知道借款哪天成立", "看到账日或签约日",
		"the day of the loan is not known", "see the day the money arrived or the contract was signed",
	}
}

func (working) NoFee(kind string, kinds []string) Message {
	return Message{
		"没有“" + kind + "”这种费用", "写 " + strings.Join(kinds, "、"),
		"there is no fee " + kind, "write " + strings.Join(kinds, ", "),
	}
}

func (working) PaymentsInOrder() Message {
	return Message{
		"还款日期要从早到晚，在到账日之后", "按日期先后重排",
		"payments go from early to late and after the money arrived", "put them in order of date",
	}
}

func (working) PaymentTooLate() Message {
	return Message{
		"有一笔还款在结算日以后", "去掉它，或改结算日",
		"a payment lies after the day of account", "leave it out or change the day of account",
	}
}

func (working) ReceiptFirst() Message {
	return Message{
		"第一笔要是到账", "写成 2025-01-01:10000,2025-02-01:-1000",
		"the first flow must be a receipt", "write 2025-01-01:10000,2025-02-01:-1000",
	}
}

func (working) ZeroAmount() Message {
	return Message{
		"金额不能是 0", "去掉这一笔",
		"an amount cannot be 0", "leave it out",
	}
}

func (working) FlowsInOrder() Message {
	return Message{
		"日期要从早到晚", "按日期先后重排",
		"the flows go from early to late", "put them in order of date",
	}
}

func (working) SecondReceipt() Message {
	return Message{
		"还款以后又有到账，利率可能不止一个", "每次到账各算一笔",
		"money was received after a payment, so there may be more than one rate",
		"work out each receipt with its own payments",
	}
}

func (working) PaidOnReceipt() Message {
	return Message{
		"到账当天的还款要从到账里减掉", "到账写实际拿到手的数",
		"a payment on the day of receipt must be set off against it", "write as received what was left",
	}
}

func (working) NoPayment() Message {
	return Message{
		"没有还款", "把还款也写上",
		"there is no payment", "add the payments",
	}
}
