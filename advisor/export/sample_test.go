package export

import (
	"fmt"

	"wangdai/advisor"
)

// sample is a report with something in every field, in either language: a
// borrower sued by a microloan company. Its law is for show; the real thing is
// tried in the knowledge's own cases.
func sample(lang advisor.Lang) *advisor.Report {
	in := func(zh, en string) string {
		if lang == "en" {
			return en
		}
		return zh
	}
	minsu := advisor.Citation{Ref: "minsu-128", Law: "minsu", Short: in("民事诉讼法", "Civil Procedure Law"),
		Title: in("中华人民共和国民事诉讼法", "Civil Procedure Law"), Article: in("第128条", "art. 128"),
		Status: "in_force", Effective: "2024-01-01", Checked: "2026-11-25",
		Gist: in("收到起诉状副本之日起十五日内提出答辩状；不提出的，不影响审理。",
			"A statement of defence is due within fifteen days of receiving the complaint; "+
				"the case goes on without one.")}
	policy := advisor.Citation{Ref: "jinrong-shenpan-2", Law: "jinrong-shenpan",
		Short: in("金融审判意见", "Financial Trials Opinions"),
		Title: in("最高人民法院关于进一步加强金融审判工作的若干意见",
			"Supreme People's Court Opinions on Financial Trials"),
		Article: in("第2条", "art. 2"), Status: "policy", Effective: "2017-08", Checked: "2026-11-25",
		Gist: in("借款人以利息、复利、罚息、违约金和其他费用总计过高为由请求调减的，"+
			"对超过年利率 24% 的部分应予支持。", "At the borrower's request a total of interest, "+
			"penalties and fees is to be cut to 24% a year."),
		Quote: "金融借款合同的借款人以贷款人同时主张的利息、复利、罚息、违约金和其他费用过高，显著背离实际损失为由，" +
			"请求对总计超过年利率24%的部分予以调减的，应予支持",
		Source: in("法发〔2017〕22号（转载）", "Fafa [2017] No. 22 (reprint)") + " https://example.org/a_b?c=1&d=2"}
	old := advisor.Citation{Ref: "minjian-jiedai-26@2018", Law: "minjian-jiedai",
		Short:   in("民间借贷规定", "Private Lending Provisions"),
		Title:   in("最高人民法院关于审理民间借贷案件适用法律若干问题的规定", "Provisions on Private Lending"),
		Article: in("第26条第2款", "art. 26 para. 2"), Status: "superseded", Effective: "2015-09-01",
		Checked: "2026-11-20",
		Gist:    in("年利率 36% 以上的约定无效。", "Agreements beyond 36% a year are void.")}
	r := &advisor.Report{
		Schema: advisor.SchemaID, AsOf: "2026-11-25", LawAs: "2026-11-25", Lang: lang,
		Code:   "22ASS-DBBK6-N6AYC-9D04F-RQCHB-EK4GC-W7",
		Branch: "borrower", Title: in("我借了钱：逾期、被催、被起诉，或怀疑利息太高",
			"I borrowed: overdue, chased, sued, or the interest seems too high"),
		Situation: []string{
			in("您说的情况：我借了钱，被小额贷款公司起诉，起诉状副本 11月14日收到。", "Your situation: you borrowed, "+
				"and a microloan company has sued you; the complaint arrived on 14 November."),
			in("逾期本身不是犯罪。按您填的还款计划，真实年化 35.07%，超过法院一般支持的 24%，可以请求调减。",
				"Being overdue is no crime. On the plan you gave, the real annual rate is 35.07%, "+
					"above the 24% that courts generally support; you can ask for a reduction."),
		},
		First: &advisor.Urgent{Text: in("提交答辩状", "File the statement of defence"), Date: "2026-11-30", Days: 5,
			Basis: in("民事诉讼法第128条", "Civil Procedure Law art. 128")},
		Answers: []advisor.Answered{
			{Fact: "role", Question: in("这笔网贷和您是什么关系？", "What are you to this loan?"), Value: "borrower",
				Label: in("我借了钱", "I borrowed")},
			{Fact: "contacts", Question: in("对方催过您吗？", "Were you chased?"),
				Value: []map[string]any{{"on": "2025-08-01", "what": "demand"}},
				Label: in("2025年8月1日 要求还钱", "1 August 2025 demand")},
			{Fact: "plan", Question: in("约定怎么还？", "What is the repayment plan?"),
				Value: map[string]any{"periods": 12, "each": "1000"},
				Label: in("12 期，每期 1,000 元", "12 monthly payments of CNY 1,000")},
			{Fact: "points", Question: in("合同里有下面哪些？", "Which of these are in the contract?"),
				Value: []string{"platform_fee", "called_early"},
				Label: in("平台服务费；提前到期", "platform fee; called early")},
			{Fact: "amount", Question: in("合同写的金额？", "Amount in the contract?"), Value: "10000",
				Label: in("10,000 元", "CNY 10,000")},
			{Fact: "checked", Question: in("核实过文书吗？", "Did you verify the paper?"), Value: true,
				Label: in("是", "yes")},
			{Fact: "people", Question: in("几个人？", "How many people?"), Value: int64(3), Label: "3"},
			{Fact: "licence", Question: in("贷款人有没有牌照？<看合同 & 官网>",
				"Is the lender licensed? <contract & website>"), Value: nil, Label: in("不清楚", "not sure")},
		},
		Findings: []advisor.Conclusion{
			{ID: "summons-reply", Rules: []string{"A3B-01"}, Urgency: advisor.HasDeadline, Certainty: advisor.Settled,
				Title: in("11月30日前提交答辩状；不提交不等于认账，但会少一次说话的机会",
					"File the defence by 30 November; not filing is no admission, but a chance lost"),
				Text: in("答辩期从收到起诉状副本的第二天起算，一共十五日。\n要调减利息、抵扣已还的钱，"+
					"都要您自己在答辩里提出，法院一般不主动替您算。",
					"The time for the defence runs for fifteen days from the day after you received the "+
						"complaint.\nA reduction of interest and credit for what you paid must be asked for; "+
						"courts do not do it by themselves."),
				Because: []advisor.Reason{{Fact: "role", Role: true,
					Label: in("关系：我借了钱", "Relation: I borrowed")},
					{Fact: "paper", Label: in("文书：法院传票、起诉状副本", "Paper: summons and complaint")},
					{Fact: "doc_date", Label: in("收到日期：2026年11月14日", "Received: 14 November 2026")}},
				WouldChange: []advisor.Turn{{Fact: "paper", To: "text_message",
					Label: in("文书：只有短信", "Paper: only a text message"), Effect: in("改为：先用 12368 核实真假",
						"then: first verify with 12368")}},
				Citations: []advisor.Citation{minsu}},
			{ID: "cap-24-local", Rules: []string{"A1-02"}, Urgency: advisor.Important, Certainty: advisor.Disputed,
				Title: in("小贷：超过 24% 的可请求调减，不按 4 倍 LPR",
					"Microloan company: what exceeds 24% a year can be reduced; four times LPR does not apply"),
				Text: in("法院通常比照 24% 处理，各地做法不完全一样；要您自己提出。",
					"Courts usually apply the 24% line by analogy, though practice varies; you have to ask."),
				Because: []advisor.Reason{{Fact: "lender",
					Label: in("贷款人：小额贷款公司", "Lender: microloan company")}},
				WouldChange: []advisor.Turn{{Fact: "lender", To: "private",
					Label: in("贷款人：熟人、亲友", "Lender: a person you know"),
					Effect: in("改为：上限是合同成立时一年期 LPR 的 4 倍（13.80%）",
						"then: the cap is four times the one-year LPR at the time (13.80%)")}},
				Citations: []advisor.Citation{policy, old}},
			{ID: "overdue-not-crime", Rules: []string{"A4-01"}, Urgency: advisor.Normal, Certainty: advisor.Usual,
				Title: in("逾期还不上是民事问题，不是犯罪", "Being unable to pay is a civil matter, no crime"),
				Text: in("没有骗贷的，不会因为还不上坐牢。",
					"Without fraud nobody goes to prison for being unable to pay."),
				Because: []advisor.Reason{{Fact: "role", Role: true, Label: in("关系：我借了钱",
					"Relation: I borrowed")}}, WouldChange: []advisor.Turn{}, Citations: []advisor.Citation{}},
		},
		Also: []string{in("没有牌照、专门向很多人放贷的，合同一般无效",
			"A contract with an unlicensed lender to the public is generally void")},
		FindOut: []advisor.Lead{{Fact: "licence", Label: in("放贷牌照", "Licence to lend"),
			HowToFind: in("看合同“贷款人”一栏，到金融监管部门名单上核对。",
				"Look up the lender's name on the regulators' lists."),
			Decides:  []string{in("这份合同有没有效？", "Is this contract valid?")},
			Together: []string{in("放贷次数", "How often they lend")}}},
		Left: 4,
		Asked: []advisor.Reply{
			{Ask: "how-much", Title: in("到底要还多少？", "How much do I really owe?"),
				Answer: in("要还，但超过 24% 的可以不付", "You owe it, but not what exceeds 24%"),
				Text: in("先看时效，查清以前不还一点。\n要还，但超过 24% 的可以不付：您的真实年化是 35.07%。",
					"Limitation first: pay nothing until you know.\nYou owe it, but not what exceeds 24%: "+
						"your real annual rate is 35.07%."),
				Certainty: "usual", Because: []advisor.Reason{{Fact: "lender", Label: in("贷款人：小额贷款公司",
					"Lender: microloan company")}}, Citations: []advisor.Citation{policy},
				Steps: []advisor.ToDo{}, Possible: []string{}},
			{Ask: "jail", Title: in("会坐牢吗？", "Can I go to prison?"), Because: []advisor.Reason{},
				Citations: []advisor.Citation{}, Steps: []advisor.ToDo{},
				Possible: []string{in("一般不会", "Generally no"),
					in("有可能，先见律师", "Possibly; see a lawyer first")}, Left: 2},
		},
		Steps: []advisor.ToDo{
			{Text: in("用 12368 按案号核实是不是真的法院文书。", "Verify the paper by its case number with 12368."),
				By: "2026-11-25", ByText: in("今天", "today"), Authority: []string{"12368"}, FirstWeek: true,
				Finding: "summons-reply"},
			{Text: in("导出借款合同、放款和还款流水。", "Export the contract and the record of payments."),
				By: "2026-11-28", ByText: in("3 天内", "within 3 days"), Authority: []string{}, FirstWeek: true,
				Finding: "summons-reply"},
			{Text: in("递交答辩状：息费调减、已还抵扣。",
				"File the defence: reduction of interest and credit for payments."), By: "2026-11-30",
				ByText:    in("2026年11月30日前（含当天）", "by 30 November 2026 (that day included)"),
				Authority: []string{"12368", "12348"}, Draft: "reply-brief", Fixed: true, FirstWeek: true,
				Finding: "summons-reply"},
			{Text: in("机构十五日内不答复的，向地方金融管理局投诉收费。", "If there is no answer in fifteen days, "+
				"complain to the local financial administration."), Authority: []string{"12345"},
				Finding: "cap-24-local"},
		},
		Deadlines: []advisor.Due{
			{ID: "reply_by", Date: "2026-11-30", Text: in("提交答辩状", "File the statement of defence"),
				Basis: in("民事诉讼法第128条", "Civil Procedure Law art. 128"),
				Counted: in("收到日期：2026年11月14日；从次日起算 15日，到 2026年11月29日；"+
					"这天不上班，顺延到 2026年11月30日", "Received: 14 November 2026; counted from the next day, "+
					"15 days, ends on 29 November 2026; moved to 30 November 2026"),
				State: "open", Days: 5, After: in("过了也可以交，也可以开庭时说，但越早越好。",
					"It can still be filed, or said at the hearing; earlier is better.")},
			{ID: "limitation_end", Date: "2028-08-01",
				Text:  in("对方起诉的诉讼时效届满", "The claim becomes time-barred"),
				Basis: in("民法典第188条、民法典第195条", "Civil Code art. 188, Civil Code art. 195"),
				Counted: in("最后一次催收：2025年8月1日；从次日起算 3年，到 2028年8月1日",
					"Last demand: 1 August 2025; 3 years from the next day end on 1 August 2028"), State: "open",
				Days: 615, After: ""},
			{ID: "objection_by", Date: "2026-11-20", Text: in("申请复核", "Ask for review"),
				Basis: in("征信业管理条例第25条", "Credit Reporting Regulation art. 25"),
				Counted: in("异议日期：2026年10月31日；从次日起算 20日，到 2026年11月20日",
					"Objection: 31 October 2026; 20 days from the next day end on 20 November 2026"), State: "passed",
				Days: -5, After: in("可以重新提出异议。", "A new objection can be raised.")},
		},
		Calculations: []advisor.Worked{
			{ID: "real_rate", Label: in("真实年化利率", "Real annual rate"), Rules: []string{"A2-01"},
				Inputs: []advisor.Named{{Fact: "received", Label: in("到账", "Received"),
					Value: in("10,000 元", "CNY 10,000")}, {Fact: "plan", Label: in("还款计划", "Plan"),
					Value: in("12 期，每期 1,000 元", "12 monthly payments of CNY 1,000")}},
				Formula: in("使 12 期还款折现后等于到账 10,000 元的月利率 2.9229%，乘以 12 = 35.07%（名义年化）",
					"the monthly rate of 2.9229% at which 12 payments are worth CNY 10,000, "+
						"times 12 = 35.07% (nominal)"),
				Result: in("真实年化利率 35.07%", "Real annual rate 35.07%"),
				Results: []advisor.Named{{Fact: "real_rate", Label: in("真实年化利率", "Real annual rate"),
					Value: "35.07%"}}},
			{ID: "cap", Label: in("利率上限", "Interest cap"), Rules: []string{}, Inputs: []advisor.Named{},
				Formula: in("小额贷款公司：24.00%", "microloan company: 24.00%"),
				Result:  in("上限 24.00%", "Cap 24.00%"), Results: []advisor.Named{}},
		},
		Evidence: []string{in("合同、放款和还款的银行流水", "The contract and bank records of payments"),
			in("催收电话录音和短信，写明时间", "Recordings and messages of collectors, with times")},
		Avoid: []string{in("不要借新还旧。", "Do not borrow to repay."), in("不要把钱交给自称能“修复征信”的人。",
			"Do not pay anyone who claims to repair credit records.")},
		Myths: []advisor.Corrected{{Myth: in("超过 36% 就一分不用还。", "Beyond 36% nothing has to be repaid."),
			Truth: in("本金照还，超过保护上限的利息可以不付。",
				"The principal is still owed; interest beyond the cap is not."),
			Citations: []advisor.Citation{old}}},
		Authorities: []advisor.Contact{
			{ID: "12368", Number: "12368", Name: in("法院诉讼服务 12368", "Court service line 12368"),
				For:   in("按案号核实文书、联系法官", "Verify a paper by its case number, reach the judge"),
				Bring: in("案号、身份证号", "Case number and ID number")},
			{ID: "12348", Number: "12348", Name: in("公共法律服务 12348", "Public legal service 12348"),
				For: in("免费法律咨询", "Free legal advice"), NotFor: in("代写诉状", "Writing pleadings"), Bring: ""},
			{ID: "12345", Number: "12345", Name: in("政务服务便民热线", "Government service line"),
				For: in("转地方金融管理局", "Passes on to the local financial administration"), NotFor: "", Bring: ""},
		},
		Drafts: []advisor.DraftRef{{ID: "reply-brief", Title: in("民事答辩状", "Statement of defence"),
			Use: in("交之前核对金额；只留真实、适用的段落。",
				"Check the figures before filing; keep only true and fitting paragraphs.")}},
		Lawyer: advisor.Lawyer{Urgency: advisor.AtOnce,
			Reasons: []string{in("已经进入诉讼，答辩期只剩几天。", "You have been sued and only days are left.")},
			How: []string{in("免费咨询拨 12348；经济困难的可以申请法律援助。",
				"For free advice call 12348; legal aid is available to those in need.")}},
		Terms: []advisor.Explained{{Term: in("LPR", "LPR"), Text: in("贷款市场报价利率，每月 20 日公布。",
			"Loan prime rate, published on the 20th of each month.")}},
		NotCovered: []string{in("香港、澳门的贷款和法院判决本版没有收。",
			"Loans and judgments of Hong Kong and Macao are not in this edition.")},
		Disclaimer: in("这是一般法律信息，不是律师意见，不保证结果。\n请带上材料咨询律师；免费咨询拨 12348。",
			"This is general legal information, not a lawyer's opinion, and promises no outcome.\nPlease take your "+
				"papers to a lawyer; for free advice call 12348."),
	}
	r.Digest = r.Sum()
	return r
}

// inDanger is a report of someone who is threatened and in despair.
func inDanger(lang advisor.Lang) *advisor.Report {
	r := sample(lang)
	help := []advisor.Contact{{ID: "110", Urgent: true, Number: "110", Name: "报警 110", For: "人身危险、恐吓、堵门"},
		{ID: "12356", Urgent: true, Number: "12356", Name: "全国统一心理援助热线 12356", For: "难受、想不开时有人听"}}
	call := "先到安全的地方，报警，什么都不用签。"
	if lang == "en" {
		help = []advisor.Contact{{ID: "110", Urgent: true, Number: "110", Name: "Police 110",
			For: "Danger to life and limb"}, {ID: "12356", Urgent: true, Number: "12356",
			Name: "Mental health line 12356", For: "Someone to listen"}}
		call = "Get to a safe place, call the police, sign nothing."
	}
	r.First = &advisor.Urgent{Text: call, Date: r.AsOf}
	r.Findings[0].Urgency = advisor.Danger
	r.Authorities = append(help, r.Authorities...)
	r.Digest = r.Sum()
	return r
}

// long is a report of a size that real ones do not exceed.
func long(lang advisor.Lang) *advisor.Report {
	r := sample(lang)
	for i := range 17 {
		c := r.Findings[i%3]
		c.ID = fmt.Sprintf("%s-%d", c.ID, i)
		r.Findings = append(r.Findings, c)
	}
	for i := range 12 {
		r.Steps = append(r.Steps, r.Steps[i%4])
		r.Answers = append(r.Answers, r.Answers[i%8])
	}
	r.Digest = r.Sum()
	return r
}

// empty is the report of someone who answered nothing.
func empty(lang advisor.Lang) *advisor.Report {
	r := &advisor.Report{Schema: advisor.SchemaID, AsOf: "2026-11-25", LawAs: "2026-11-25", Lang: lang,
		Code: "22ASS-W7", Situation: []string{"?"},
		Answers: []advisor.Answered{}, Findings: []advisor.Conclusion{}, Also: []string{}, FindOut: []advisor.Lead{},
		Asked: []advisor.Reply{}, Steps: []advisor.ToDo{}, Deadlines: []advisor.Due{},
		Calculations: []advisor.Worked{}, Evidence: []string{}, Avoid: []string{}, Myths: []advisor.Corrected{},
		Authorities: []advisor.Contact{},
		Drafts:      []advisor.DraftRef{}, Lawyer: advisor.Lawyer{Urgency: advisor.Advisable, Reasons: []string{},
			How: []string{}},
		Terms: []advisor.Explained{}, NotCovered: []string{}, Disclaimer: "!"}
	r.Digest = r.Sum()
	return r
}

func sampleLetter(lang advisor.Lang) *advisor.Letter {
	r := sample(lang)
	if lang == "en" {
		return &advisor.Letter{ID: "reply-brief", Title: "Statement of defence",
			To: "The court named in the summons", Lang: lang,
			Paragraphs: []string{"Defendant: [name].",
				"In the loan dispute brought by [plaintiff] (case number [case number]) the defendant answers:",
				"On the amount received and the plan, the nominal annual rate is 35.07%. " +
					"The defendant asks that interest, compound and default interest, " +
					"penalties and fees together be reduced to 24% a year.",
				"Respectfully submitted,\n[name], 25 November 2026"},
			Blanks: []string{"name", "plaintiff", "case number"},
			Notes:  "Before filing check the figures; keep only true and fitting paragraphs.",
			Law:    r.Findings[1].Citations[:1]}
	}
	return &advisor.Letter{ID: "reply-brief", Title: "民事答辩状", To: "受理法院", Lang: lang,
		Paragraphs: []string{"答辩人：【姓名】。",
			"就【原告名称】诉答辩人借款合同纠纷一案（案号：【案号】），答辩如下：",
			"按到账金额和还款计划计算，名义年化利率为 35.07%，" +
				"请求将利息、复利、罚息、违约金和各项费用的总计调减至年利率 24%（金融审判意见第2条）。",
			"答辩人已还款 4,000 元，请逐笔核对并依法抵扣（见还款流水）。", "此致\n答辩人：【姓名】　　2026年11月25日"},
		Blanks: []string{"姓名", "原告名称", "案号"}, Notes: "交之前核对金额，" +
			"补上性别、年龄、民族、职业、住址和联系方式；只留真实、适用的段落。", Law: r.Findings[1].Citations[:1]}
}
