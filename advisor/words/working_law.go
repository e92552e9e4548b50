package words

// Fees of a court.

func (working) Preservation() Pair {
	return Pair{"保全费 = %s，最多 %s 元 = %s", "preservation = %s, at most CNY %s = %s"}
}

func (working) Enforcement() Pair {
	return Pair{
		"执行申请费 = %s = %s；不用预交，由被执行人负担",
		"enforcement = %s = %s; not paid in advance, borne by the debtor",
	}
}

func (working) HalfFee() Pair { return Pair{"受理费 %s = %s，减半 %s", "fee %s = %s, half %s"} }

func (working) PaymentOrder() Pair {
	return Pair{"支付令 = 受理费 %s × 1/%d = %s", "payment order = fee %s × 1/%d = %s"}
}

func (working) CourtFee() Pair {
	return Pair{
		"受理费 = %s = %s；简易、小额、调解、撤诉减半 %s",
		"fee = %s = %s; half %s in the simplified and small claims procedures, by mediation or withdrawal",
	}
}

// Guarantees.

func (working) AgreedEnd() Pair {
	return Pair{
		"按约定的止日；约定的止日早于或等于主债到期日的，视为没有约定，按 %d 个月",
		"by the agreed end date; one not later than the due date of the debt counts as none, and %d months apply",
	}
}

func (working) GuaranteeRuns() Pair {
	return Pair{"主债 %s 到期 + %d 个月 = %s", "debt due on %s + %d months = %s"}
}

func (working) ClaimedInTime() Pair {
	return Pair{"期内已依法主张，以后按三年时效算", "claimed in time; three years' limitation runs now"}
}

func (working) StillRuns() Pair { return Pair{"今天 %s，还没有过", "today, %s, it still runs"} }

func (working) HasPassed() Pair {
	return Pair{"今天 %s，已过，期内没有依法主张", "today, %s, it has passed without a proper claim"}
}

func (working) OldUnclear() Pair {
	return Pair{
		"%[1]d年以前签、约定不明，主债 %[1]d年以后到期：各地裁判不一，按 %[2]d 个月提醒自己",
		"an unclear guarantee from before %d for a debt due since: courts differ, be warned by %d months",
	}
}

func (working) OlderLaw() Pair {
	return Pair{"主债在 %s以前到期，适用更早的法律", "the debt was due before %s; older law applies"}
}

func (working) OldKindOpen() Pair {
	return Pair{
		"旧保证是一般还是连带没有定，只做了一种主张够不够，要个案看",
		"whether an older guarantee is general or joint is open, so one kind of claim may not be enough",
	}
}

// Limitation.

func (working) DueOn() Pair { return Pair{"%s 到期", "due on %s"} }

func (working) StartedAgain() Pair {
	return Pair{"其后 %d 次重新计算，最后从 %s（%s）算起", "started again %d times, last from %s (%s)"}
}

func (working) YearsEnd() Pair { return Pair{"满 %d 年是 %s", "%d years end on %s"} }

func (working) OuterEnd() Pair {
	return Pair{"从到期算最长 %d 年", "%d years from the due date at most"}
}

func (working) OldYears() Pair {
	return Pair{"%s以前按 %d 年已满的，另按旧法", "if %[2]d years had run out before %[1]s, older law applies"}
}

func (working) SuitFromFiling() Pair {
	return Pair{
		"起诉按提交那天算，程序结束得晚的，实际更晚",
		"a suit is counted from its filing; if the procedure ended later, so does the period",
	}
}

func (working) EndedOn() Pair {
	return Pair{"%s 到期；满 %d 年是 %s", "due on %s; %d years ended on %s"}
}

func (working) Waived() Pair {
	return Pair{
		"过了以后，%s（%s），一般不能再以时效抗辩；从那天另算到 %s",
		"after that, on %s, %s: the end can generally no longer be pleaded; counted anew to %s",
	}
}

func (working) NotEnded() Pair { return Pair{"今天 %s，没有过", "today, %s, it still runs"} }

func (working) HasEnded() Pair { return Pair{"今天 %s，已过", "today, %s, it has ended"} }

func (working) EndWithoutBeginning() Pair {
	return Pair{"有结束、没有开始", "an end without a beginning"}
}

func (working) AfterToday() Pair { return Pair{"在今天以后", "after today"} }

func (working) CheckEvent() Pair {
	return Pair{"%s（%s）%s，请核对日期", "%s (%s): %s; check the dates"}
}

func (working) OnlyThatDebtor() Pair {
	return Pair{
		"报案、起诉期间不倒计时，程序终结后重新算 %d 年；撤案、不起诉填决定次日，不立案填知道之日，" +
			"审判的填裁判生效日；只对那一个义务人有效",
		"no countdown while a report or suit is pending, %d years again from its end (the day after a withdrawal " +
			"or non-prosecution decision, the day of knowing of a refusal, the day a judgment takes effect); only " +
			"against that one debtor",
	}
}

func (working) Pending() Pair {
	return Pair{"%s 到期，程序还没结束，暂不倒计时", "due on %s; a procedure is pending, no countdown"}
}

func (working) Revived() Pair {
	return Pair{
		"%s 到期，满 %d 年以后，%s（%s），对方一般不能再以时效抗辩；以后怎么算要问律师",
		"due on %s; after %d years, on %s, %s: the debtor can generally no longer plead it; ask a lawyer how " +
			"it runs now",
	}
}

func (working) DaysLeft() Pair {
	return Pair{"今天 %s，还有 %d 天", "today, %s, %d days are left"}
}

// What investors put in.

func (working) NotAdded() Pair {
	return Pair{"刑事口径和民事口径不能相加", "the criminal and the civil basis must not be added"}
}

func (working) NetAmount() Pair {
	return Pair{
		"净投入 = 转入 %s − 收回 %s − 返利 %s = %s（刑事口径：利息、返利抵本金；未提现的再投不算收回，红包不算转入）",
		"net amount = paid in %s − received %s − rewards %s = %s (criminal basis: interest and rewards are set off;" +
			" reinvested earnings are not received, bonuses not paid in)",
	}
}

func (working) NetGain() Pair {
	return Pair{"没有净亏损；净获利 %s 可能被追缴", "no net loss; a net gain of %s may be reclaimed"}
}

func (working) ShareOfNet() Pair {
	return Pair{"可分 = 净投入 %s × 公告比例 %s = %s", "expected = %s × announced share %s = %s"}
}

func (working) InterestOverReceived() Pair {
	return Pair{
		"其中的利息 %s 比收回的 %s 还多，数字对不上",
		"interest %s is more than the %s received; the figures do not fit",
	}
}

func (working) CivilPrincipal() Pair {
	return Pair{
		"民事剩余本金 = 转入 %s − （收回 %s − 其中利息 %s）= %s；另加约定利息，以合同成立时一年期 LPR 的四倍为限",
		"principal left (civil) = paid in %s − (received %s − interest in it %s) = %s; plus agreed interest up to " +
			"four times the one-year LPR at the time of the contract",
	}
}

func (working) InterestAgreed() Pair {
	return Pair{
		"按已收的利息都有约定、没有超过上限算；还没付的利息没有算",
		"as if the interest received was agreed and within the cap; interest still due is not included",
	}
}
