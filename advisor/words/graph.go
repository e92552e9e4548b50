package words

// Graph is what a drawing of the interview says around the questions.
type Graph struct {
	And, Or      string
	Not          string // %s
	Except       string // %s: any option but these
	More         string // %d: options in all
	NotSure      string
	When         string // %s
	Above, Below string // %s
	Between      string // %s, %s
	No           string // %s: the answer to a yes or no is no
	Questions    string // %d
	Conclusions  string // %d
	Report       string
	AtOnce       string // nothing more is asked
	Everyone     string
	HowToRead    string
	HowToReadAll string
}

var graphZH = Graph{
	And: "，且", Or: "，或", Not: "不是（%s）", Except: "除了%s", More: "…共 %d 项", NotSure: "不清楚", When: "当：%s",
	Above: "≥ %s", Below: "≤ %s", Between: "%s 至 %s", No: "%s：否",
	Questions: "%d 问", Conclusions: "%d 条结论", Report: "意见书", AtOnce: "不再问，直接给意见", Everyone: "所有人",
	HowToRead:    "粗线：人人都接着问；细线：这样回答才问；虚线：几个事实一起决定（“当：…”一格写明条件）；六角：由回答推出的事实",
	HowToReadAll: "每个框是一个分支，里面每一格是一节问题（画一个分支：wangdai graph --branch 名字）；线上写的是打开下一节的回答，虚线表示还要看别的事实",
}

var graphEN = Graph{
	And: " and ", Or: " or ", Not: "not (%s)", Except: "any but %s", More: "… (%d in all)", NotSure: "not sure", When: "when %s",
	Above: "≥ %s", Below: "≤ %s", Between: "%s to %s", No: "%s: no",
	Questions: "%d questions", Conclusions: "%d conclusions", Report: "the report", AtOnce: "nothing more is asked: the report", Everyone: "everyone",
	HowToRead:    "thick line: everyone goes on; thin line: this answer opens the question; dotted: several facts decide together, as the box “when …” says; hexagon: worked out from answers",
	HowToReadAll: "each frame is a branch, each box in it a section of questions (wangdai graph --branch NAME draws one); a line tells the answers that open the next section, a dotted one that other facts count too",
}

// GraphIn are the words of a language, en or else Chinese.
func GraphIn(lang string) *Graph {
	if lang == "en" {
		return &graphEN
	}
	return &graphZH
}
