package words

import "fmt"

// Face is what the two faces of the interview say, in the terminal and line by
// line, around the law's own words.
type Face struct {
	Name, Motto, Languages                                        string
	Question                                                      string // number, how many are left, title
	QuestionBare                                                  string // number, title
	Choose, ChooseSeveral, TypeValue, Hint                        string
	Unsure, Chosen, WhyTitle, WhyNone, HowTitle, Bad              string
	Help, ReviewTitle, Nothing, StillOpen, Bye, Report, DangerNow string
	Answered, Left, LeftOne                                       string
	ReportParts                                                   [7]string // page one, and the parts behind it
	// a list of which nothing is ticked; the way to help from a field
	Untouched, FieldDanger                                      string
	HomeDanger, HomeInBrief, SmallDanger, HomeStale             string
	TooSmall, Loading, Failed, QuitAsk                          string
	Law                                                         string
	Falls, NewAdvice, GoneAdvice, NewNumbers, Confirm, NoChange string
	Yes, No                                                     string
	EventAsk, EventList, PlanAsk                                string
	CodeAsk, LawAsk, NotFound, Official, Gist                   string
	IdleAsk, IdleLeft, IdleKeys, Closing                        string
	DoubtTitle, DoubtKeys, DoubtAgain                           string
}

var faceZH = Face{
	Name:          "网贷法律顾问",
	Motto:         "不问姓名，不联网，不保存。回答几个问题，得到针对您情况的法律建议。",
	Languages:     "中文 · English",
	Question:      "第 %d 题（%s）%s",
	QuestionBare:  "第 %d 题：%s",
	Choose:        "请输入编号（u 不清楚，? 帮助，w 为什么，b 上一题，v 先看建议，q 退出）：",
	ChooseSeveral: "请输入编号，可写几个，用逗号隔开（u 不清楚，? 帮助，w 为什么，b 上一题，v 先看建议，q 退出）：",
	TypeValue:     "请输入（%s；u 不清楚，? 帮助，w 为什么，b 上一题，v 先看建议，q 退出）：",
	Hint:          "例：",
	Unsure:        "不清楚",
	Chosen:        "您选择了：%s",
	WhyTitle:      "为什么问：",
	WhyNone:       "（没有别的结论还取决于它）",
	HowTitle:      "怎么查：",
	Bad:           "请再写一次：",
	Help: "输入编号或内容，回车确认。u 不清楚；w 为什么问；b 回上一题；r 看已答的；v 先看建议，没答的空着；" +
		"a 还想问别的；q 退出，不保存。",
	ReviewTitle: "您的回答",
	Nothing:     "还没有回答。",
	StillOpen:   "输入结束了，还有这些没有回答：",
	Bye:         "已退出，没有保存任何回答。",
	Report:      "法律建议",
	DangerNow:   "先看这里",
	Answered:    "已答 %d",
	Left:        "最多还有 %d 题",
	LeftOne:     "还有 %d 题",
	ReportParts: [7]string{"第一页", "行动与期限", "数字", "结论与法条", "证据", "不要做", "找律师"},
	Untouched:   "还没勾选：按空格（或 x）勾上，再按回车；不清楚就按 u。",
	FieldDanger: "（有危险、想不开：按 esc，再按 0）",
	HomeDanger:  "! 正被威胁、被堵门，或有轻生念头？按 0，先看求助办法。",
	HomeInBrief: "! 有危险、想不开？按 0 看求助办法",
	SmallDanger: "! 有危险、想不开：110 · 12356",
	HomeStale:   "! 法律核对于 %s，已过一年，可能已变",
	TooSmall:    "窗口太小，请放大，回答都还在（ctrl+x 离开）",
	Loading:     "正在打开……",
	Failed:      "打不开法律知识：",
	QuitAsk:     "真的要退出吗？回答不会保存。y 退出，其他键继续",
	Law:         "法条",
	Falls:       "失效的回答",
	NewAdvice:   "新增的建议",
	GoneAdvice:  "不再成立的建议",
	NewNumbers:  "变动的数字",
	Confirm:     "回车：确认修改   b：不改了",
	NoChange:    "别的回答和建议都不变。",
	Yes:         "是",
	No:          "否",
	EventAsk:    "一件一件写：日期 编号；几件用分号隔开，或一行一件；没有就写 0",
	EventList:   "类别",
	PlanAsk:     "12x1000（12 期每期 1000）、7天还2000；各期不同就一笔一笔写 2025-02-05 960",
	CodeAsk:     "请输入续答码：",
	LawAsk:      "查法条，输入词或条号：",
	NotFound:    "没有找到。",
	Official:    "官方文本",
	Gist:        "要旨",
	IdleAsk:     "您还在吗？",
	IdleLeft:    "%d 秒后会清除所有回答，不留记录。按任意键继续。",
	IdleKeys:    "按任意键继续",
	Closing:     "服务马上要暂停，请抄下续答码，稍后可以接着答。按 b 返回。",
	DoubtTitle:  "请再看一眼",
	DoubtKeys:   "回车：就是这样   b：再填一次",
	DoubtAgain:  "再输入一次同样的内容就保留；不对就重新输入。",
}

var faceEN = Face{
	Name:          "wangdai · online loan advisor",
	Motto:         "No name asked, no connection, nothing kept. A few questions, and legal advice for your situation.",
	Languages:     "English · 中文",
	Question:      "Question %d (%s): %s",
	QuestionBare:  "Question %d: %s",
	Choose:        "Number (u not sure, ? help, w why, b back, v advice now, q quit): ",
	ChooseSeveral: "Numbers, several with commas (u not sure, ? help, w why, b back, v advice now, q quit): ",
	TypeValue:     "Enter (%s; u not sure, ? help, w why, b back, v advice now, q quit): ",
	Hint:          "such as ",
	Unsure:        "Not sure",
	Chosen:        "You chose: %s",
	WhyTitle:      "Why: ",
	WhyNone:       "(no other conclusion hangs on it any more)",
	HowTitle:      "How to find out: ",
	Bad:           "Please write it again: ",
	Help: "Type a number or a value and press Enter. u not sure; w why it is asked; b back; r your answers; " +
		"v advice now, with the rest left open; a ask something else; q quit, nothing is kept.",
	ReviewTitle: "Your answers",
	Nothing:     "Nothing answered yet.",
	StillOpen:   "The input ended; these are not answered:",
	Bye:         "Left; no answer was kept.",
	Report:      "Legal advice",
	DangerNow:   "Please read this first",
	Answered:    "%d answered",
	Left:        "at most %d to go",
	LeftOne:     "%d to go",
	ReportParts: [7]string{"Page one", "Steps", "Numbers", "Law", "Evidence", "Avoid", "Lawyer"},
	Untouched:   "Nothing is ticked yet: tick with space (or x), then press Enter; u if you are not sure.",
	FieldDanger: "(In danger or despair: press esc, then 0)",
	HomeDanger:  "! Threatened, blocked in, or thinking of ending your life? Press 0 first.",
	HomeInBrief: "! In danger or despair? Press 0 first",
	SmallDanger: "! In danger, despair: 110 · 12356",
	HomeStale:   "! Law checked %s: over a year ago",
	TooSmall:    "Too small a window; please enlarge it, all answers stay (ctrl+x leaves)",
	Loading:     "Opening…",
	Failed:      "The knowledge cannot be opened: ",
	QuitAsk:     "Really leave? Answers are not kept. y leaves, any other key stays",
	Law:         "Law",
	Falls:       "Answers that fall",
	NewAdvice:   "New advice",
	GoneAdvice:  "Advice that no longer holds",
	NewNumbers:  "Numbers that change",
	Confirm:     "Enter: confirm the change   b: leave it as it is",
	NoChange:    "No other answer or advice changes.",
	Yes:         "yes",
	No:          "no",
	EventAsk:    "one by one: date number; several with semicolons or one a line; 0 for none",
	EventList:   "Kinds",
	PlanAsk:     "12x1000 (12 payments of 1000), 7 days 2000, or each payment with its day: 2025-02-05 960",
	CodeAsk:     "Code: ",
	LawAsk:      "Search the law (words or a number): ",
	NotFound:    "Nothing found.",
	Official:    "Official text",
	Gist:        "Gist",
	IdleAsk:     "Are you still there?",
	IdleLeft:    "In %d seconds all answers are dropped; no record stays. Press any key to go on.",
	IdleKeys:    "any key: go on",
	Closing:     "The service is about to pause. Write down the code: with it you can go on later. b: back.",
	DoubtTitle:  "Please look again",
	DoubtKeys:   "Enter: it is so   b: give it again",
	DoubtAgain:  "Type the same once more to keep it, or something else to change it.",
}

// FaceIn is the faces' words in a language: zh or en.
func FaceIn(lang string) *Face {
	if lang == "en" {
		return &faceEN
	}
	return &faceZH
}

// mostTold is how many questions may be left for it to be said: a larger number
// only frightens.
const mostTold = 20

// ToGo says how many questions may still come, or nothing.
func (f *Face) ToGo(least, most int) string {
	switch {
	case most > mostTold:
		return ""
	case least == most:
		return fmt.Sprintf(f.LeftOne, most)
	}
	return fmt.Sprintf(f.Left, most)
}

// Numbered is a question with its number, and how many may still come.
func (f *Face) Numbered(n, least, most int, title string) string {
	if left := f.ToGo(least, most); left != "" {
		return fmt.Sprintf(f.Question, n, left, title)
	}
	return fmt.Sprintf(f.QuestionBare, n, title)
}

// Example shows how a value of a kind is written; kind is the knowledge files'
// word: date, money, rate, plan, events, number.
func (f *Face) Example(kind string) string {
	switch kind {
	case "date":
		return f.Hint + "2026-11-25"
	case "money":
		return f.Hint + "12000"
	case "rate":
		return f.Hint + "24%"
	case "plan":
		return f.PlanAsk
	case "events":
		return f.EventAsk
	}
	return f.Hint + "12"
}
