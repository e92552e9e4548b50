package words

import "fmt"

// Asking is what both faces say around what a person wants to know, and the
// answers to it.
type Asking struct {
	Title, Hint, HintKey     string // over the list; how to find what is not on it, line by line and in the terminal
	Pick, PickMore           string // line by line: what to type, before and after one was chosen
	More                     string // how many stand further down
	Picked, Unpicked         string // line by line: what was chosen, or no more
	Found                    string // what was typed
	NotThere                 string // a number, and how many there are
	Everything               string // instead of choosing: the whole interview
	Chosen                   string // how many are chosen
	Asked, NotYet            string // heading of the asks in a review; of one that is open
	Answered, Unsettled      string // over an answer; over what hangs on what is not known
	Safety                   string // every ask is answered; how many questions follow
	NoLonger, Fallen         string // title of the ask
	Maybe                    string // what asks suggest as an answer: their titles, the answer, how to confirm it
	ByEnter, ByYes, ByNumber string // how it is confirmed
	Titles                   string // between titles of asks that stand in quotation marks
	Before                   string // what was answered before going back
	PageOne                  string // what one may do from page one
	Behind, Deeper, All      string // how many questions follow
	Other, Enough, ReadOn    string // what enter does: the last two
	Go                       string // line by line: what to type at page one, and what enter does
	AtMost, Exactly, One     string // how many questions
	Changed, Theirs          string // what a change does to answers, and to asks
	Help                     string
	Untouched                string // enter before any tick
}

var askingZH = Asking{
	Title: "您最想知道什么？可以选几个。", Hint: "找不到就打字，用自己的话写几个字也行。",
	HintKey:  "找不到就直接打字（或先按 /），用自己的话写几个字也行。",
	Pick:     "请输入编号，几个用逗号隔开；或直接打字找（回车 不选，一题一题问；? 帮助，b 上一题，q 退出）：",
	PickMore: "再选，或直接回车继续（同一个编号再输一次就取消）：",
	More:     "（还有 %d 个：输入 m 看后面的，或打字找）",
	Picked:   "已选：%s", Unpicked: "取消了：%s", Found: "和“%s”相近的：", NotThere: "没有 %s 号，请输入 1 到 %d。",
	Everything: "不选，一题一题问", Chosen: "已选 %d 个",
	Asked: "您想知道的", NotYet: "还没有定", Answered: "您问的，有答案了", Unsettled: "您问的，还定不下来",
	Safety:   "您问的都有答案了。%s，看有没有急事、有没有期限在走；想先看建议就按 v。",
	NoLonger: "“%s”前面给的答案先不算，还要再问一下。",
	Fallen:   "按您答的，“%s”不是您会遇到的一问，先放下；您答过的、还用得上的都在。",
	Maybe:    "因为您问了“%s”，先替您标出“%s”，请您确认：是就%s，不是就选别的。",
	ByEnter:  "按回车", ByYes: "输入 y", ByNumber: "选它的编号", Titles: "”“", Before: "刚才答的是：%s",
	PageOne: "以上是第一页。接下来可以：", Behind: "看后面的：计算、法条、证据、文书、找律师、续答码",
	Deeper: "把您问的问得更深（%s）", All: "从头到尾都问（%s）", Other: "还想问别的", Enough: "结束",
	ReadOn: "看后面的",
	Go:     "请输入编号，还想知道别的就直接打字（回车 %s；b 上一题，r 看已答的，q 退出）：", AtMost: "最多再问 %d 题",
	Exactly: "再问 %d 题", One: "再问 1 题",
	Changed: "会变的答案", Theirs: "不再是您会问的",
	Help: "输入编号就选上，可以选几个；直接打字就按您的话找。回车继续；什么都不选，就一题一题问。" +
		"选了，就只问和它有关的、和安全有关的。" +
		"u 不清楚想问什么；b 回上一题；q 退出，不保存。",
	Untouched: "还没勾选：按空格（或 x）勾上，再按回车；不想选就按 u，一题一题问。",
}

var askingEN = Asking{
	Title: "What do you want to know most? Choose one or more.", Hint: "Not on the list? Type it in your own words.",
	HintKey: "Not on the list? Press / and type it in your own words.",
	Pick: "Numbers, several with commas, or words to find (Enter none: every question in turn; " +
		"? help, b back, q quit): ",
	PickMore: "More, or just Enter to go on (the same number again takes it back): ",
	More:     "(%d more: m shows them, or type words to find)",
	Picked:   "Chosen: %s", Unpicked: "Taken back: %s", Found: "Like \"%s\":",
	NotThere:   "There is no number %s; type 1 to %d.",
	Everything: "none of these: every question in turn", Chosen: "%d chosen",
	Asked: "What you want to know", NotYet: "not decided yet", Answered: "The answer to your question",
	Unsettled: "Your question cannot be settled yet",
	Safety: "All you asked is answered. To see whether anything is urgent or a deadline is running: %s. " +
		"v shows the advice now.",
	NoLonger: "The answer to \"%s\" does not count for now; a little more has to be asked.",
	Fallen: "By your answers \"%s\" does not arise for you and is set aside; " +
		"what you answered and still counts is kept.",
	Maybe: "Because you asked \"%s\", this is marked for you: \"%s\". Please confirm: if it is so, %s; " +
		"if not, choose another.",
	ByEnter: "press Enter", ByYes: "type y", ByNumber: "type its number", Titles: "\", \"",
	Before:  "You had answered: %s",
	PageOne: "That was page one. From here you can:",
	Behind:  "read on: numbers, articles, evidence, letters, a lawyer, the code",
	Deeper:  "go deeper into what you asked (%s)", All: "answer everything (%s)", Other: "ask something else",
	Enough: "end", ReadOn: "read on",
	Go:     "Number, or words to ask something else (Enter: %s; b back, r your answers, q quit): ",
	AtMost: "at most %d more questions", Exactly: "%d more questions", One: "one more question",
	Changed: "Answers that change", Theirs: "No longer yours to ask",
	Help: "A number chooses, several may be; words find what is like them. Enter goes on; " +
		"with none chosen every question comes in turn. With some, only what these hang on and what your " +
		"safety hangs on. " +
		"u not sure what to ask; b back; q quit, nothing is kept.",
	Untouched: "Nothing is ticked yet: tick with space (or x), then press Enter; u asks every question in turn.",
}

// AskingIn is these words in a language: zh or en.
func AskingIn(lang string) *Asking {
	if lang == "en" {
		return &askingEN
	}
	return &askingZH
}

// Questions is how many more questions there will be.
func (a *Asking) Questions(least, most int) string {
	switch {
	case most == 1:
		return a.One
	case least == most:
		return fmt.Sprintf(a.Exactly, most)
	}
	return fmt.Sprintf(a.AtMost, most)
}
