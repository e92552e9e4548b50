package words

// How much is owed, and what a month can bear.

func (working) VoidReturns() Pair {
	return Pair{
		"合同无效，只返还到账的本金，利息和费用不算（资金占用费另计）",
		"void contract: only what arrived is returned, no interest or fees (a charge for use aside)",
	}
}

func (working) BalanceCap() Pair {
	return Pair{
		"按约定的期限和 %s 算，利息和费用最多 %s；约定的是 %s，超出 %s",
		"on the agreed dates at %s, interest and fees are at most %s; agreed were %s, %s above",
	}
}

func (working) BalanceDue() Pair {
	return Pair{"到账 %s + %s − 已还 %s = %s", "received %s + %s − paid %s = %s"}
}

func (working) NoDefaultInterest() Pair {
	return Pair{
		"逾期以后的利息没有算；各地算法不一，以法院核算为准",
		"interest after default is not included; courts differ, theirs decides",
	}
}

func (working) PeopleAffected() Pair {
	return Pair{"受影响 %s 人 %s %s 人", "%s people affected %s %s people"}
}

func (working) MonthLeft() Pair {
	return Pair{"收入 %s − 必要开支 %s − 缓冲 %s（%s）= %s", "income %s − essentials %s − buffer %s (%s) = %s"}
}

func (working) AtMostAMonth() Pair { return Pair{"每月最多还 %s", "at most %s a month"} }

func (working) NothingLeft() Pair { return Pair{"没有余钱", "nothing is left"} }

// Caps.

func (working) NoFigure() Pair {
	return Pair{"利率表里没有这一天的数", "the tables hold no figure for that day"}
}

func (working) CheckDay() Pair { return Pair{"请核对日期", "check the day"} }

func (working) LicensedCap() Pair {
	return Pair{
		"机构贷款的利息和各项费用合计，可以请求调减到年利率 %s",
		"interest and all fees of an institution together can be reduced to %s a year on request",
	}
}

func (working) OtherRules() Pair {
	return Pair{"%s以前成立的借款，当时的规则不同", "loans made before %s follow other rules"}
}

func (working) AskLawyer() Pair {
	return Pair{"请携材料咨询律师", "take the papers to a lawyer"}
}

func (working) FourTimes() Pair {
	return Pair{
		"%s 适用的一年期 LPR（%s 发布）%s × %d = %s",
		"one-year LPR applying on %s (published on %s) %s × %d = %s",
	}
}

func (working) SplitOld() Pair {
	return Pair{"借款成立在 %s以前，分两段：到 %s按 %s", "made before %s, so in two parts: to %s at %s"}
}

func (working) SplitNew() Pair {
	return Pair{"以后按起诉时（今天）的上限，", "since then at the cap as of the suit (today), "}
}

func (working) OverCap() Pair {
	return Pair{
		"真实年化 %s − 上限 %s = %s；相差 %s 以内不下结论",
		"real rate %s − cap %s = %s; no conclusion within %s",
	}
}

// Notes on a table or a calendar that does not reach so far.

func (working) Unverified() Pair {
	return Pair{
		"（这一天的 LPR 没有核到，按表里最后一个数试算，待核）",
		" (the LPR of that day was not verified; the last known one is used)",
	}
}

func (working) Uncovered() Pair {
	return Pair{
		"（当年放假安排没有收录，只按周末顺延）",
		" (no public holidays are known for that year; only weekends were counted)",
	}
}

// Interest.

func (working) Simple() Pair {
	return Pair{"%s × %s ÷ 365 × %d 天 = %s", "%s × %s ÷ 365 × %d days = %s"}
}

func (working) TooLarge() Pair { return Pair{"数太大，算不出", "too large to work out"} }

func (working) Delayed() Pair { return Pair{"%s × %s × %d 天 = %s", "%s × %s × %d days = %s"} }

func (working) DelayedOnly() Pair {
	return Pair{
		"只算加倍部分；基数不含判决确定的一般债务利息",
		"the added part only; the base excludes the general interest ordered",
	}
}

func (working) PrincipalLeft() Pair {
	return Pair{"到账 %s − 已还 %s，剩本金 %s", "received %s − paid %s leaves principal %s"}
}

func (working) AtLPR() Pair {
	return Pair{"%s × 一年期 LPR %s = 一年 %s", "%s × one-year LPR %s = %s a year"}
}

func (working) AgreedRate() Pair { return Pair{"约定的年化 %s", "agreed rate %s a year"} }

func (working) FirstPart() Pair {
	return Pair{"前段 %s 到 %s：%s × %s ÷ 365 × %d 天 = %s", "from %s to %s: %s × %s ÷ 365 × %d days = %s"}
}

func (working) SecondPart() Pair {
	return Pair{"后段 %s到 %s：%s × %s ÷ 365 × %d 天 = %s", "from %s to %s: %s × %s ÷ 365 × %d days = %s"}
}

func (working) NothingRepaid() Pair {
	return Pair{"按一直没有还过算", "as if nothing was ever repaid"}
}

// How much is owed, and what a month can bear.

func (working) LedgerInterest() Pair {
	return Pair{
		"到账 %s，按未还本金和各段上限计息共 %s，先抵利息后抵本金",
		"received %s; interest on the outstanding principal at the caps comes to %s; payments go to interest first," +
			" then principal",
	}
}

func (working) LedgerPaid() Pair {
	return Pair{
		"已还 %s；到 %s 还欠本金 %s、利息 %s，多还 %s",
		"paid %s; on %s there remain principal %s and interest %s; overpaid %s",
	}
}

func (working) LedgerOldRule() Pair {
	return Pair{
		"旧借款已自愿付的 24% 到 36% 之间的利息，旧规定不退，这里按抵本金试算",
		"interest between 24% and 36% paid willingly on an old loan is not returned under the old rule; here it is " +
			"set against principal",
	}
}

// Notes on a table or a calendar that does not reach so far.

func (working) DayOff() Pair { return Pair{"%s（%s 放假，顺延）", "%s (%s is a day off)"} }

// Real rates.

func (working) NeverRepays() Pair {
	return Pair{
		"还款加起来 %s，比到账 %s 还少，算不出利率",
		"the payments add up to %s, less than the %s received, so there is no rate",
	}
}

func (working) CheckPayments() Pair {
	return Pair{
		"请核对期数、每期金额和到账金额",
		"check the number and the amount of the payments and the amount received",
	}
}

func (working) OutOfRange() Pair {
	return Pair{"金额、期数或天数超出能算的范围", "an amount, a count or a number of days is out of range"}
}

func (working) InRange() Pair {
	return Pair{
		"到账金额要大于 0；月供 1 到 %d 期，一次还款 1 到 %d 天",
		"the amount received must be above 0; " + "1 to %d monthly payments, or one payment after 1 to %d days",
	}
}

func (working) RateTooHigh() Pair {
	return Pair{"年利率超过 1,000,000%", "the yearly rate is above 1,000,000%"}
}

func (working) CheckDays() Pair {
	return Pair{"请核对金额和天数", "check the amounts and the days"}
}

func (working) NotMonthly() Pair {
	return Pair{
		"还款日期不是每月一期，要知道哪天到账才能算",
		"the payments are not monthly, so the day of receipt is needed",
	}
}

func (working) DateReceipt() Pair {
	return Pair{
		"用 wangdai calc rate --flow，把到账那一笔也写上日期",
		"use wangdai calc rate --flow with the dated receipt in it",
	}
}

func (working) Payments() Pair {
	return Pair{
		"%s = Σ 每期还款 ÷ (1+i)^k，k=1…%d（首期按到账后一个月）",
		"%s = Σ payment ÷ (1+i)^k, k=1…%d (the first one month after receipt)",
	}
}

func (working) Nominal() Pair {
	return Pair{"×12 = %s（名义年化，对照上限用它）", "×12 = %s (nominal a year, the one compared with the cap)"}
}

func (working) Effective() Pair {
	return Pair{"(1+i)^12−1 = %s（有效年化）", "(1+i)^12−1 = %s (effective a year)"}
}

func (working) OnePayment() Pair {
	return Pair{
		"(%s − %s) ÷ %s ÷ %d 天 × 365 天 = %s（名义年化，对照上限用它）",
		"(%s − %s) ÷ %s ÷ %d days × 365 days = %s (nominal a year, the one compared with the cap)",
	}
}

func (working) Compounded() Pair {
	return Pair{"按年复利折算 %s（有效年化）", "compounded over a year %s (effective)"}
}

func (working) DatedPayments() Pair {
	return Pair{"%s = Σ 各期还款 ÷ (1+i)^k，k=1…%d 个月", "%s = Σ payments ÷ (1+i)^k, k=1…%d months"}
}

func (working) DatedFlow() Pair {
	return Pair{
		"到账共 %s、还款共 %s，从 %s 起按日数÷365 折现，两边相等的年利率是 %s（有效年化；不规则的还款没有名义年化）",
		"received %s, paid %s; discounted by days ÷ 365 from %s, both are equal at %s a year (effective; irregular " +
			"payments have no nominal rate)",
	}
}

func (working) PaidOfPlan() Pair {
	return Pair{"已还 %s %s 计划共 %s", "paid %s %s plan in all %s"}
}

func (working) ShortPaid() Pair {
	return Pair{"合同金额 %s − 实际到账 %s = %s", "contract amount %s − received %s = %s"}
}

func (working) EqualPayments() Pair {
	return Pair{"%s = Σ %s ÷ (1+i)^k，k=1…%d", "%s = Σ %s ÷ (1+i)^k, k=1…%d"}
}

func (working) MonthlyRate() Pair { return Pair{"i=%s", "i=%s"} }
