package words

// Graph is what a drawing of the interview says around the questions.
type Graph struct {
	And, Or                     string
	Not                         string // %s
	Except                      string // %s: any option but these
	More                        string // %d: options in all
	NotSure                     string
	When                        string // %s
	Above, Below                string // %s
	Between                     string // %s, %s
	No                          string // %s: the answer to a yes or no is no
	Questions                   string // %d
	Conclusions                 string // %d
	Asks                        string // %d: what people want to know
	WhoAsks                     string // %s: of whom an ask may be
	Says                        string // %s: what having an ask says by itself
	Likely                      string // %s: what it suggests
	Answer                      string // %d, %s: which, and its text
	Unclear                     string // %s: the text for whoever is not sure
	Answers                     string // heads them
	Rest                        string // everyone who is left
	SettleFirst                 string // %s: before paying is spoken of
	MoreTitle                   string // heads the conclusions that say more
	NextTitle                   string // heads the asks that people go on with
	Report                      string
	AtOnce                      string // nothing more is asked
	Everyone                    string
	HowToRead                   string
	HowToReadAll                string
	HowToReadAsk, HowToReadAsks string // one ask; where asks stand behind questions
}

var graphZH = Graph{
	And: "，且", Or: "，或", Not: "不是（%s）", Except: "除了%s", More: "…共 %d 项", NotSure: "不清楚", When: "当：%s",
	Above: "≥ %s", Below: "≤ %s", Between: "%s 至 %s", No: "%s：否",
	Questions: "%d 问", Conclusions: "%d 条结论", Asks: "%d 个想知道的", Report: "意见书", AtOnce: "不再问，直接给意见",
	Everyone: "所有人",
	WhoAsks:  "谁会问：%s", Says: "一问就等于说了：%s", Likely: "可能是：%s", Answer: "答 %d：%s",
	Unclear: "答了不清楚：%s",
	Answers: "回答：第一条成立的算", Rest: "其余的人", SettleFirst: "先弄清：%s", MoreTitle: "说得更细的结论：",
	NextTitle: "常接着问：",
	HowToRead: "粗线：人人都接着问；细线：这样回答才问；虚线：几个事实一起决定（“当：…”一格写明条件）；" +
		"六角：由回答推出的事实",
	HowToReadAsk: "左边是想知道的，中间是要问的，右边是回答：从答 1 起，第一条成立的就是回答；细线：这样回答就成立；" +
		"粗线：人人都接着问，或前面的都不成立；" +
		"虚线：几个事实一起决定（“当：…”一格写明条件）；六角：由回答推出的事实",
	HowToReadAsks: "圆头的格是想知道的，放在它的回答最迟要等到的那一题后面（画一问：wangdai graph --ask 名字）",
	HowToReadAll: "每个框是一个分支，里面每一格是一节问题（画一个分支：wangdai graph --branch 名字）；" +
		"线上写的是打开下一节的回答，虚线表示还要看别的事实",
}

var graphEN = Graph{
	And: " and ", Or: " or ", Not: "not (%s)", Except: "any but %s", More: "… (%d in all)", NotSure: "not sure",
	When:  "when %s",
	Above: "≥ %s", Below: "≤ %s", Between: "%s to %s", No: "%s: no",
	Questions: "%d questions", Conclusions: "%d conclusions", Asks: "%d worries", Report: "the report",
	AtOnce: "nothing more is asked: the report", Everyone: "everyone",
	WhoAsks: "asked by: %s", Says: "asking it says: %s", Likely: "perhaps: %s", Answer: "Answer %d: %s",
	Unclear: "Not sure: %s",
	Answers: "Answers: the first that holds is given", Rest: "everyone left", SettleFirst: "first settles: %s",
	MoreTitle: "Conclusions that say more:", NextTitle: "Often asked next:",
	HowToRead: "thick line: everyone goes on; thin line: this answer opens the question; " +
		"dotted: several facts decide together, as the box “when …” says; hexagon: worked out from answers",
	HowToReadAsk: "left what one wants to know, then what is asked, right the answers: from answer 1 on, " +
		"the first that holds is given; thin line: this makes it hold; " +
		"thick: everyone goes on, or none before holds; dotted: several facts decide together, " +
		"as the box “when …” says; hexagon: worked out from answers",
	HowToReadAsks: "rounded: what people want to know, behind the last question that its answer may wait for " +
		"(wangdai graph --ask ID draws one)",
	HowToReadAll: "each frame is a branch, each box in it a section of questions (wangdai graph --branch NAME draws " +
		"one); a line tells the answers that open the next section, a dotted one that other facts count too",
}

// GraphIn are the words of a language, en or else Chinese.
func GraphIn(lang string) *Graph {
	if lang == "en" {
		return &graphEN
	}
	return &graphZH
}
