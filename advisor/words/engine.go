package words

// Engine is what the report builder says around the law's own words.
type Engine struct {
	Counted    string // from label, day, period, raw last day
	OnTheDay   string // label and day, where the paper names the last day itself
	Rolled     string // moved to
	NoCalendar string
	Comma      string
	Semicolon  string
	Colon      string
	Stop       string
	By         string // date
	Was        string // date
	Within     string // days
	Today      string
	YouAre     string // role
	TooLittle  string
	FindOut    string // fact
	Instead    string // title
	Undecided  string
	Falls      string
	WorkOut    string // labels of facts: what a title with a blank says
	NotDecided string // in place of an answer
}

var engineZH = Engine{
	Counted:    "%s：%s；从次日起算 %s，到 %s",
	OnTheDay:   "%s：%s",
	Rolled:     "；这天不上班，顺延到 %s",
	NoCalendar: "；这一年的放假安排本版没有收，请向法院或机构核对",
	Comma:      "、", Semicolon: "；", Colon: "：", Stop: "。",
	By: "%s前（含当天）", Was: "%s已过", Within: "%d 天内", Today: "今天",
	YouAre:    "您说：%s",
	TooLittle: "您还没有回答足够的问题，先列出怎么办都不会错的事。",
	FindOut:   "先查清“%s”",
	Instead:   "改为：%s", Undecided: "这一条就要看还不清楚的事", Falls: "这一条就不再成立",
	WorkOut: "%s：查清以后才能说", NotDecided: "还没有定",
}

var engineEN = Engine{
	Counted:    "%s: %s; counted from the next day, %s, ends on %s",
	OnTheDay:   "%s: %s",
	Rolled:     "; that is a day off, so it moves to %s",
	NoCalendar: "; the holidays of that year are not in this edition, please check with the court or institution",
	Comma:      ", ", Semicolon: "; ", Colon: ": ", Stop: ".",
	By: "by %s (that day included)", Was: "%s has passed", Within: "within %d days", Today: "today",
	YouAre:    "You say: %s",
	TooLittle: "There are not enough answers yet; here is what is right in any case.",
	FindOut:   "Find out first: %s",
	Instead:   "then: %s", Undecided: "then it hangs on what is not known yet", Falls: "then this no longer holds",
	WorkOut: "%s: can be said once it is known", NotDecided: "not decided yet",
}

// EngineIn is the report builder's words in a language: zh or en.
func EngineIn(lang string) *Engine {
	if lang == "en" {
		return &engineEN
	}
	return &engineZH
}
