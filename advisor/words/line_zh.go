package words

var lineZH = Line{
	Verbs:  verbsZH,
	Common: commonZH,
	Help: Help{
		Usage: "用法", Verbs: "命令", Flags: "选项", Common: "各个命令都有的选项",
		More:    "某个命令怎么用：%s 命令 --help",
		Default: "（默认 %s）", Command: "命令", Flag: "选项", HelpFlag: "显示帮助",
		Values: map[string]string{"string": "文字", "int": "数", "duration": "时长", "stringArray": "文字",
			"stringSlice": "文字"},
		NoVerb: "没有“%s”这个命令", NoWord: "%s 后面不用再写“%s”", Needs: "%s 后面要写：%s", Near: "；是否想写 %s？",
		See: "用法见 %s --help", NoTopic: "没有“%s”的帮助", NoShell: "没有为 %s 准备补全脚本",
		Name: "名称", Description: "说明",
	},
	Save: Save{
		Saved: "已保存：%s", TooMany: "同名的文件太多了，请先清理", NoFolder: "%s：没有这个文件夹",
		NoOut:   "请写 --out 文件夹，例如 --out knowledge/docs",
		NotOurs: "不是这个命令写的，不改写；请移开它，或换一个文件夹", TooLong: "超过 1 MiB，不像是本程序导出的文件",
		Pages: "%s：%d 页，改了 %d 页",
	},
	Law: Law{
		Verbs:     "law 后面写：list（全部）、show（一部或一条）、search（查找）",
		Kinds:     map[string]string{"policy": "司法政策", "standard": "推荐标准", "self_regulation": "行业自律"},
		NoVersion: "无版本", InForce: "现行", NotYet: "尚未施行",
		NoWords: "law search：要写找什么，如 law search 高利",
		NoName:  "law show：要写哪部法律；wangdai law list 看全部",
		Several: "%s：有几部都符合：%s", NoLaw: "%s：没有收这部法律；wangdai law list 看全部",
		None:      "没有找到；换个词试试，或看 wangdai law list",
		NoArticle: "%s %s：没有收这一条；收了：%s",
		Official:  "读过官方文本", Reprint: "只见转载：%s", From: "施行 %s", Checked: "核对 %s",
		Was: "（原%s）", CitedBy: "引用它的结论：%s", Text: "官方文本：",
	},
	Calc: Calc{
		Verbs: "calc 后面写：rate（真实年化）、cap（上限）、repaid（还了多少）、interest（利息）、" +
			"principal（本金）、limitation（时效）、fee（诉讼费）",
		Working: "算法：%s", NoAmount: "缺 --%s（金额，如 10000 或 1.2万）", NoDay: "缺 --%s（日期，如 2024-07-15）",
		NoCount: "缺 --%s（整数，如 12）", Plan: "要有 --periods 和 --payment，或 --days 和 --repay", Colon: "：",
		TwoPlans:  "两种还法只写一种：--periods 和 --payment，或 --days 和 --repay",
		FlowAlone: "只用一种写法；--flow 里已经有到账和还款",
		Nominal:   "名义年化 %s", Effective: "有效年化 %s", Cap: "上限 %s", Before: "--to %s：早于 --from",
		Interest: "利息 %s",
		Regimes:  "--regime %s：private（个人、普通企业）、licensed（银行、消费金融等）、local（小额贷款公司）",
		Criminal: "刑事口径净本金 %s", Civil: "民事口径本金 %s", Expected: "按公告比例可分 %s",
		Events: "--event %s：事由有：%s", Fee: "费用 %s",
	},
	Keep: keepZH,
	Check: Check{
		Fix: "改法：%s", Answers: "这样回答的人（advise --answers - --partial）：%s", Unproved: "没有证明：%s",
		Sum: "%d 个问题、%d 条结论、%d 处引用、%d 个案例、%d 条规则；错误 %d，提醒 %d（%.1f 秒）",
		Ways: "  按一问走（%d 问，答案随机抽）：到回答中位 %d 题，到第一页中位 %d 题（最长的一问中位 %d），" +
			"最长的是 %s，%d 题",
		Branch:  "  %s：最长 %d 问，中位 %d 问，%s%s 种回答；全部问完的续答码最多 %d 个字符，逐笔明细全部写满时 %d",
		AtMost:  "至多 ",
		Uncased: "没有案例的结论：%d", These: "：%s", Elsewhere: "（名字见 check --json 的 uncased）",
		OldSnapshot: "注意：法律改了，快照还没有重做，程序起步会慢；运行 go generate ./knowledge",
		Stale:       "--stale %s：写天数，例如 180d",
		Texts:       "和官方文本比过：%d 条、%d 处引文、%d 个数", NoText: "  没有这份文本，没有比：%s",
	},
	Version: "法律核对到 %s",
}

var commonZH = Common{
	BadDay: "--date %s：没有这一天，请写成 2026-11-25", NoFolder: "--law-texts %s：没有这个文件夹",
	Faults:      "法律知识里有 %d 处错误（wangdai check 看全部）：",
	Stale:       "注意：本版的法律最后核对于 %s，已过一年，可能已有变化",
	BothSources: "--code 和 --answers 只用一个", NoAnswers: "要用 --answers 指定回答文件（- 表示标准输入）",
	NoDraft: "要用 --code 或 --answers 给出回答", ShortIdle: "--idle %s：至少 1s",
	Broke:    "读键盘时出了错，程序结束了；回答没有保存。终端已经恢复",
	NoBranch: "--branch %s：没有这个分支；有：%s",
}

var keepZH = Keep{
	Faulty:    "%s：有错误，先运行 wangdai check --knowledge %s",
	Survivors: "改错了也没有案例发现的地方",
	Score:     "改动 %d 处；案例发现 %d（%.1f%%），边界探针再发现 %d，共 %.1f%%；没有发现 %d",
	AskScore:  "其中一问的 %d 处；案例发现 %d，探针再发现 %d；没有发现 %d",
	Recorded:  "已存档：%s", AlreadyRecorded: "这一版已经存档：%s", AsksRecorded: "给 %d 问编了号：%s",
	IsRecorded: "已存档",
	NotRecorded: "没有存档：发布前请运行 wangdai edition --record knowledge，否则以后改了问题，" +
		"现在发出的续答码就读不懂了",
	Edition:   "问题的版本 %s，%s",
	NoKeyHome: "--host-key：没有主目录，请写明密钥文件",
}

const (
	formatZH  = "格式：%s"
	outZH     = "写到这个文件（不覆盖已有的）；默认标准输出"
	askZH     = "想知道的一问，可写几个；有哪些见 wangdai questions --asks"
	fullZH    = "第一页以外也全部写出来"
	answersZH = "回答文件；- 是标准输入"
)

var verbsZH = map[string]Verb{
	"": {
		Short: "网贷法律顾问：回答几个问题，得到针对您情况的法律建议",
		Long: `网贷法律顾问。不问姓名，不联网，不保存。

在终端里直接运行就开始问答；没有终端时逐行问答（同 wangdai ask）。
退出状态：0 完成；1 失败；2 输入有误；3 还有问题没有回答。`,
		Flags: map[string]string{
			"lang": "语言：zh 或 en（默认看系统，再默认中文）", "date": "按哪一天计算，如 2026-11-25（默认今天）",
			"knowledge": "法律知识的文件夹（默认用程序自带的）", "law-texts": "法律官方文本的文件夹：法条页会显示全文",
			"no-color": "不用颜色（也可设 NO_COLOR）", "plain": "逐行问答",
			"idle": "公用终端多久没人按键就清除回答", "kiosk": "公用终端：离开后回到首页，不留回答",
		},
	},
	"help": {Args: "[命令]", Short: "显示一个命令怎么用"},
	"ask": {
		Short: "逐行问答：读屏软件、管道、哑终端",
		Long: `逐行问答：先问您是谁、最想知道什么（输入编号，或打字找；回车不选，一题一题问），再问和它有关的题。
定了的当场回答；都问到了先出第一页，可以看后面的、问得更深、另问一件。输入提前结束时，列出没有回答的，退出状态 3。`,
		Flags: map[string]string{"full": fullZH},
	},
	"advise": {
		Args: "--answers 文件|-", Short: "给回答，出意见书",
		Long: `从 YAML 或 JSON 文件读回答（一层的“问题: 回答”，或带 answers: 的案例文件），输出意见书。
想知道什么写在文件的 asks: 里，或用 --ask；写了就只要答这几问用得到的问题。
缺的回答列在标准错误，退出状态 3；--partial 时缺的留着不问。文件写 rest: unknown，没写的才都是“不清楚”。`,
		Flags: map[string]string{"answers": answersZH, "ask": askZH, "full": fullZH,
			"partial": "缺的回答留着不问，先出已经能定的", "format": formatZH, "out": outZH,
			"font": "PDF 用的 TTF 字体（有生僻字时）"},
	},
	"export": {
		Args: "续答码", Short: "用续答码再出一份意见书",
		Long: "用续答码再出一份意见书。续答码写 - 就从标准输入读。",
		Flags: map[string]string{"full": fullZH, "format": formatZH, "out": outZH,
			"font": "PDF 用的 TTF 字体（有生僻字时）"},
	},
	"resume": {Args: "续答码", Short: "用续答码接着回答"},
	"verify": {Args: "文件", Short: "核对一份导出的意见书：相同，或哪里不同、为什么"},
	"questions": {Short: "所有的部分、问题、选项和事实", Flags: map[string]string{"format": formatZH,
		"asks": "改列人们想知道的每一问"}},
	"law":        {Short: "它知道的法律：效力、日期、要旨、谁引用"},
	"law list":   {Short: "全部法律", Flags: map[string]string{"json": "输出 JSON"}},
	"law show":   {Args: "法律 [条]", Short: "一部法律，或一条", Flags: map[string]string{"json": "输出 JSON"}},
	"law search": {Args: "词", Short: "在标题、要旨、引文里找", Flags: map[string]string{"json": "输出 JSON"}},
	"calc":       {Short: "计算器：真实年化、上限、时效、诉讼费……"},
	"calc rate": {
		Args: "--received 到账 --payment 每期 --periods 期数 | --received 到账 --repay 还款 --days 天数 | " +
			"--flow 日期:金额,…", Short: "真实年化利率",
		Flags: map[string]string{"received": "实际到账", "payment": "每期还款", "periods": "期数（每月一期）",
			"repay": "到期一次还多少", "days": "多少天后还", "flow": "按日期：到账为正，还款为负", "json": "输出 JSON"},
	},
	"calc cap": {
		Args: "--regime private|licensed|local --contract 日期", Short: "利率上限",
		Flags: map[string]string{"regime": "private（个人、普通企业）、licensed（银行、消费金融等）、" +
			"local（小额贷款公司）", "contract": "借款成立的日子", "json": "输出 JSON"},
	},
	"calc repaid": {
		Args: "--received 到账 --payment 每期 --periods 期数 --repaid 已还 --regime private|licensed|local " +
			"--contract 日期", Short: "还了多少、超付多少、还欠多少",
		Flags: map[string]string{
			"received": "实际到账", "payment": "每期还款", "periods": "期数（每月一期）", "repay": "到期一次还多少",
			"days":   "多少天后还",
			"repaid": "一共已经还了多少", "regime": "private（个人、普通企业）、licensed（银行、消费金融等）、" +
				"local（小额贷款公司）", "contract": "借款成立的日子", "json": "输出 JSON",
		},
	},
	"calc interest": {
		Args: "--principal 本金 --rate 利率 --from 日期 --to 日期", Short: "一笔钱的利息（单利，按天）",
		Flags: map[string]string{"principal": "本金", "rate": "年利率；写 delayed 则按判决后迟延履行的加倍部分",
			"from": "从哪天", "to": "到哪天", "json": "输出 JSON"},
	},
	"calc principal": {
		Args:  "--paid 转入 --received 收回 [--rebate 返利] [--interest 利息] [--share 18.4%]",
		Short: "出借人的净本金：刑事口径和民事口径",
		Flags: map[string]string{"paid": "转入总额", "received": "收回总额", "rebate": "返现、返利",
			"interest": "收回里面利息有多少；填了才算得准民事口径", "share": "法院公告的清退比例，如 18.42915%",
			"json": "输出 JSON"},
	},
	"calc limitation": {
		Args: "--due 日期 [--event 日期:事由 …]", Short: "诉讼时效",
		Flags: map[string]string{"due": "最后一期到期日", "event": "发生过的事，如 2021-05-01:%s", "json": "输出 JSON"},
	},
	"calc fee": {
		Args: "--amount 金额 --kind property|preservation|order", Short: "诉讼费：财产案件受理费、保全费、支付令",
		Flags: map[string]string{"amount": "标的额", "kind": "种类：%s（财产案件、保全、支付令）", "json": "输出 JSON"},
	},
	"draft": {
		Args: "list | 名字 (--code 续答码 | --answers 文件)", Short: "文书：按回答填好的信和表",
		Flags: map[string]string{"code": "续答码", "answers": answersZH, "format": formatZH, "out": outZH},
	},
	"check": {
		Short: "检查法律知识：每一处错误给出文件、行、改法",
		Flags: map[string]string{
			"json": "输出 JSON", "record": "把每个案例现在的结果写进这个知识文件夹的 outcomes/",
			"mutate": "一次改一处条件、期限、引用，看案例能不能发现",
			"stale":  "列出这么久没有核对的法律和利率，例如 180d",
		},
	},
	"edition": {
		Short: "问题的版本：续答码靠它读懂；发布前存档",
		Long: `续答码只认问题、选项和何时问。改了它们，就是新的一版；旧版存了档，发出去的意见书上的续答码就还能用。
--record 把现在这一版写进知识文件夹的 editions/（已经有了就不写）。发布前做一次，和改动一起提交。`,
		Flags: map[string]string{"record": "知识文件夹，如 knowledge"},
	},
	"graph": {
		Short: "决策树图",
		Long: `决策树图：不选分支时每节问题是一格；--branch 画一个分支的全部问题。--findings 在后面画出结论和想知道的，按文件归在一起。
--ask 只画一个“想知道的”：它取决于哪些问题，每一答什么时候成立，后面有什么。名字见 wangdai questions --asks。`,
		Flags: map[string]string{"format": formatZH, "branch": "只画一个分支（第一题的选项，或 unknown）",
			"ask": "只画这一个想知道的", "findings": "也画结论和想知道的"},
	},
	"docs": {
		Short: "把知识写成文档：每个分支一页，每个一问文件一页，加总表",
		Long: `把知识写成文档：每个分支一页（想知道什么、问题、结论、期限、文书、决策树），每个一问文件一页（每一答的条件、
法条、行动），README.md 是总表。
只改写它自己生成的文件；分支没有了，旧的一页也删掉。`,
		Flags: map[string]string{"out": "文件夹，如 knowledge/docs"},
	},
	"serve": {
		Short: "SSH 服务：别人用 ssh 就能问答",
		Long: `SSH 服务。访客 ssh 过来就是问答：不要密码，不问姓名，不保存任何回答。

每个设置也可以用环境变量：WANGDAI_ 加大写的名字，如 WANGDAI_MAX_SESSIONS。
SIGTERM：告诉访客，等他们离开，然后停止。SIGHUP：重新读法律知识；读不了就继续用原来的。`,
	},
	"version":    {Short: "版本和法律核对日期"},
	"completion": {Args: "bash|zsh|fish|powershell", Short: "命令补全脚本"},
	"man":        {Short: "手册页（roff）"},
}
