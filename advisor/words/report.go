package words

// Report is what the exported report says around the advice: headings, labels
// and the names of grades. The order of the fields is the order of the report.
type Report struct {
	Title      string // of the whole paper
	AsOf       string // label of the day it speaks of
	LawAsOf    string // label of the day the law was checked
	Code       string // label of the code
	Digest     string // label of the digest
	Form       string // label of the report's form
	Stale      string // the law was checked long ago
	Colon      string
	Semicolon  string
	Comma      string
	Open       string // bracket
	Close      string
	Dot        string   // between short facts on one line
	Ordinals   []string // before the headings of parts
	Stop       string   // ends a sentence before another
	None       string   // a page with nothing on it
	Where      string   // page one, where nothing was asked
	Danger     string
	NotYet     string // an ask that hangs on what is not known
	AnswerMore string // %d: questions it hangs on, at most
	MayBe      string // before what it may come to
	Together   string // %s: facts to be found out besides
	LeftOver   string // %d: questions that were not asked, at most
	ForLawyer  string // heads what stands behind page one
	TodoMore   string
	Also       string // what else holds
	Urgent     string
	Basis      string
	Call       string // numbers to call in danger
	DaysLeft   string // %d
	LastDay    string
	DaysPast   string // %d
	OneDay     string
	Todo       string // part 2
	Later      string
	With       string
	Letter     string
	Deadlines  string
	DateCol    string
	WhatCol    string
	BasisCol   string
	CountedCol string
	After      string
	Letters    string
	LettersHow string
	People     string // authorities
	NotFor     string
	Bring      string
	Numbers    string // part 3
	Working    string
	Inputs     string
	Is         string // between the name of a number and its value
	Law        string // part 4
	FindOut    string
	Because    string
	Changes    string
	Hangs      string
	Above      string // an article whose gist stands further up
	Annex      string // the articles, behind the parts
	AnnexNote  string
	CheckedOn  string // %s
	Articles   string
	Quote      string
	Effective  string // %s
	Certainty  string
	Evidence   string // part 5
	Gather     string
	Avoid      string
	Myths      string
	Myth       string
	Truth      string
	Lawyer     string // part 6
	Scope      string // part 7
	Answers    string
	QuestionCol,
	AnswerCol string
	NotSure    string
	Terms      string
	Disclaimer string
	Check      string // how to check the paper
	CheckHow   string
	CodeNote   string // what the code holds
	Page       string // %d of %d
	Missing    string // characters the font lacks

	Urgencies   map[string]string
	Certainties map[string]string
	Statuses    map[string]string
	Grades      map[string]string

	// Of a letter.
	To        string
	CutHere   string // what follows is for the person, not for the addressee
	Fill      string
	LetterLaw string
	Before    string

	// Of a calendar.
	Calendar string
	Alarm    string // %d days
}

var reportZH = Report{
	Title:      "网贷法律建议",
	AsOf:       "日期",
	LawAsOf:    "法律核对到",
	Code:       "续答码",
	Digest:     "校验码",
	Form:       "格式",
	Stale:      "本版的法律最后核对于一年多以前，可能已有变化，请先向律师核实。",
	Colon:      "：",
	Semicolon:  "；",
	Comma:      "、",
	Open:       "（",
	Close:      "）",
	Dot:        " · ",
	Ordinals:   []string{"一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "九、"},
	Stop:       "。",
	None:       "按现在的回答，这一部分没有内容。",
	Where:      "您的处境",
	Danger:     "眼前的危险",
	NotYet:     "要看还不清楚的事。",
	AnswerMore: "最多再答 %d 题就能定。",
	MayBe:      "可能是：",
	Together:   "要和%s一起查",
	LeftOver:   "最多还有 %d 题没有问到，答了可以看全。",
	ForLawyer:  "给律师，和想看全的人",
	TodoMore:   "还要做的、期限和找谁",
	Also:       "还成立的（只列标题）",
	Urgent:     "最要紧",
	Basis:      "依据",
	Call:       "现在就能打的电话",
	DaysLeft:   "还剩 %d 天",
	LastDay:    "就是今天",
	DaysPast:   "已过 %d 天",
	OneDay:     "还剩 1 天",
	Todo:       "要做的事",
	Later:      "接下来",
	With:       "找",
	Letter:     "文书",
	Deadlines:  "期限",
	DateCol:    "日期",
	WhatCol:    "事项",
	BasisCol:   "依据",
	CountedCol: "怎么算的",
	After:      "过了怎么办",
	Letters:    "可以用的文书",
	LettersHow: "已按您的回答填好，姓名等空格请自己填",
	People:     "找谁",
	NotFor:     "不办什么",
	Bring:      "带什么",
	Numbers:    "数字和算法",
	Working:    "算法",
	Inputs:     "用到的情况",
	Is:         " ",
	Law:        "结论",
	FindOut:    "先查清这些",
	Because:    "因为您说",
	Changes:    "会改变这一条的",
	Hangs:      "关系到",
	Above:      "内容见前面",
	Annex:      "附：法条",
	AnnexNote: "上面提到的法条，每条只写一次，按法律名称的拼音和条号排列；没有写出处的是官方文本，" +
		"没有写核对日的核对到 %s。",
	CheckedOn:   "%s 核对",
	Articles:    "法条",
	Quote:       "原文",
	Effective:   "%s 起施行",
	Certainty:   "把握",
	Evidence:    "证据、不要做的事和常见误解",
	Gather:      "要收集的证据",
	Avoid:       "不要做",
	Myths:       "常见的误解",
	Myth:        "误解",
	Truth:       "其实",
	Lawyer:      "找律师",
	Scope:       "截至日期和范围",
	Answers:     "您的回答",
	QuestionCol: "问题",
	AnswerCol:   "回答",
	NotSure:     "不清楚",
	Terms:       "名词",
	Disclaimer:  "说明",
	Check:       "核对这份建议",
	CheckHow: "用 wangdai verify 加这个文件，可以看出有没有被改过、法律有没有变；用 wangdai resume 加续答码，" +
		"可以接着回答。",
	CodeNote: "续答码里有您想知道的事和您的回答（包括金额和日期），没有加密。不要交给不信任的人。",
	Page:     "第 %d 页，共 %d 页",
	Missing:  "字体里没有这些字，页面上显示为方框",
	Urgencies: map[string]string{
		"danger":    "危险",
		"deadline":  "有期限",
		"important": "重要",
		"normal":    "一般",
	},
	Certainties: map[string]string{
		"settled":  "法律明文",
		"usual":    "一般这样处理",
		"disputed": "有争议或未核实",
		"proof":    "取决于证据",
	},
	Statuses: map[string]string{
		"in_force":        "现行",
		"superseded":      "当时有效，现已被取代",
		"policy":          "政策文件",
		"standard":        "标准",
		"self_regulation": "行业自律规范",
	},
	Grades: map[string]string{
		"advisable": "建议咨询律师",
		"strongly":  "强烈建议咨询律师",
		"at_once":   "请马上找律师",
	},
	To:        "致",
	CutHere:   "以下是给您看的说明，不属于文书，交出去以前请删掉或取下",
	Fill:      "要自己填的空格",
	LetterLaw: "文书引用的法条",
	Before:    "交出去以前",
	Calendar:  "网贷期限",
	Alarm:     "还有 %d 天",
}

var reportEN = Report{
	Title:   "Online Loan: Legal Guidance",
	AsOf:    "Date",
	LawAsOf: "Law checked up to",
	Code:    "Code",
	Digest:  "Digest",
	Form:    "Form",
	Stale: "The law in this edition was last checked more than a year ago and may have changed; " +
		"please ask a lawyer first.",
	Colon:      ": ",
	Semicolon:  "; ",
	Comma:      ", ",
	Open:       " (",
	Close:      ")",
	Dot:        " · ",
	Ordinals:   []string{"1. ", "2. ", "3. ", "4. ", "5. ", "6. ", "7. ", "8. ", "9. "},
	Stop:       ". ",
	None:       "On the answers given, there is nothing in this part.",
	Where:      "Where you stand",
	Danger:     "Danger now",
	NotYet:     "That hangs on what is not known yet. ",
	AnswerMore: "Answers still needed to tell: at most %d. ",
	MayBe:      "It may be: ",
	Together:   "together with %s",
	LeftOver:   "Questions not asked: at most %d; with them the advice is whole.",
	ForLawyer:  "For the lawyer, and whoever wants all of it",
	TodoMore:   "More to do, dates, and who to turn to",
	Also:       "What else holds (titles only)",
	Urgent:     "Most urgent",
	Basis:      "Basis",
	Call:       "You can call right now",
	DaysLeft:   "%d days left",
	LastDay:    "today",
	DaysPast:   "%d days ago",
	OneDay:     "1 day left",
	Todo:       "What to do",
	Later:      "After that",
	With:       "With",
	Letter:     "Letter",
	Deadlines:  "Deadlines",
	DateCol:    "Date",
	WhatCol:    "What",
	BasisCol:   "Basis",
	CountedCol: "How it was counted",
	After:      "If it passes",
	Letters:    "Letters you can use",
	LettersHow: "Filled from your answers; please fill in names and other blanks yourself",
	People:     "Who to turn to",
	NotFor:     "Not for",
	Bring:      "Bring",
	Numbers:    "The numbers and how they were worked out",
	Working:    "Working",
	Inputs:     "Based on",
	Is:         ": ",
	Law:        "Conclusions",
	FindOut:    "Find out first",
	Because:    "Because you said",
	Changes:    "What would change this",
	Hangs:      "It decides",
	Above:      "see above",
	Annex:      "Annex: The articles",
	AnnexNote: "Each article named above once, by law and number. Without a source it is the official text; " +
		"without a day it was checked up to %s.",
	CheckedOn:   "checked %s",
	Articles:    "Articles",
	Quote:       "Chinese wording",
	Effective:   "in effect since %s",
	Certainty:   "Certainty",
	Evidence:    "Evidence, what not to do, and common mistakes",
	Gather:      "Evidence to gather",
	Avoid:       "Do not",
	Myths:       "Common mistakes",
	Myth:        "Mistake",
	Truth:       "In fact",
	Lawyer:      "See a lawyer",
	Scope:       "Dates and limits",
	Answers:     "Your answers",
	QuestionCol: "Question",
	AnswerCol:   "Answer",
	NotSure:     "not sure",
	Terms:       "Terms",
	Disclaimer:  "Please note",
	Check:       "Checking this paper",
	CheckHow: "wangdai verify with this file shows whether it was altered or the law has changed; " +
		"wangdai resume with the code continues the interview.",
	CodeNote: "The code holds what you want to know and your answers, amounts and dates included, " +
		"and is not encrypted. " +
		"Do not give it to people you do not trust.",
	Page:    "Page %d of %d",
	Missing: "The font lacks these characters; they show as boxes",
	Urgencies: map[string]string{
		"danger":    "danger",
		"deadline":  "has a deadline",
		"important": "important",
		"normal":    "normal",
	},
	Certainties: map[string]string{
		"settled":  "settled law",
		"usual":    "usual practice",
		"disputed": "disputed or not verified",
		"proof":    "depends on proof",
	},
	Statuses: map[string]string{
		"in_force":        "in force",
		"superseded":      "in force then, since replaced",
		"policy":          "policy document",
		"standard":        "standard",
		"self_regulation": "industry self-regulation",
	},
	Grades: map[string]string{
		"advisable": "Seeing a lawyer is advisable",
		"strongly":  "Seeing a lawyer is strongly advised",
		"at_once":   "Please see a lawyer at once",
	},
	To:        "To",
	CutHere:   "What follows is for you and no part of the letter; remove it before handing the letter over",
	Fill:      "Blanks to fill in",
	LetterLaw: "Articles the letter relies on",
	Before:    "Before handing it over",
	Calendar:  "Loan deadlines",
	Alarm:     "%d days left",
}

// ReportIn is the report's words in a language: zh or en.
func ReportIn(lang string) *Report {
	if lang == "en" {
		return &reportEN
	}
	return &reportZH
}
