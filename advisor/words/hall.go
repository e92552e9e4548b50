package words

// Hall is what the command line and the SSH server say alike: about flags,
// formats, codes and files of answers.
type Hall struct {
	List string // between the items of a list

	NoChoice                                  string // of a flag: name, value, what there is
	NoLang                                    string
	NoFlag, BadFlag, FlagValue, FlagSyntax    string // of a command's flags: name, value
	NearFlag                                  string // what it may have been meant for
	CodeWanted, CodeTooLong                   string
	CodeOld, CodeBeyond                       string
	NotRead                                   string // of an old code: question, answer, why
	Empty, NotAMap, NoDay, NoRest, Unreadable string // of a file of answers
	TooLong                                   string // KiB
	CannotTake, CannotTakeMore                string // file, how many
	NotUsed, Doubtful                         string
	NoAsks                                    string
	AskFallen                                 string // title, id
	OldName                                   string // question, old name, present name
	Missing                                   string // how many
	NotThere, NotAllowed, IsFolder, NoRoom    string // of files
	NotFolder, Exists, Taken, System          string // the last: the system's own words
}

var hallZH = Hall{
	List:     "、",
	NoChoice: "--%s %s：没有这一种；有：%s", NoLang: "--lang %s：只有 zh 和 en",
	NoFlag: "没有 %s 这个选项", BadFlag: "%s %s：不能这样写", FlagValue: "%s 后面要写值",
	FlagSyntax:  "%s：选项不能这样写",
	NearFlag:    "；是否想写 %s？",
	CodeWanted:  "要写续答码：export 续答码（写 - 就从标准输入读）",
	CodeTooLong: "太长，不像是续答码",
	CodeBeyond:  "续答码里有几样不能用，别的都读入了。",
	CodeOld:     "这个续答码是问题改动以前的，还适用的都读入了。",
	NotRead:     "  没有读入：%s：%s（%s）",
	Empty:       "是空的；例：role: borrower", NotAMap: "下面要写“问题: 回答”", NoDay: "没有这一天：%s",
	NoRest:     "写 rest: unknown（没写的都是不清楚）或 rest: open（没写的还没问）",
	Unreadable: "读不懂；每行写“问题: 回答”，冒号用半角、后面空一格",
	TooLong:    "超过 %d KiB，不像是回答文件",
	CannotTake: "%s：有 %d 个回答不能用", CannotTakeMore: "%s：有 %d 个以上的回答不能用，先改这些",
	OldName: "%s：%s 是旧名，已按 %s 读",
	NotUsed: "这些回答在这条路上不问，没有用到：%s", Doubtful: "回答之间对不上，请核对：%s",
	NoAsks:    "写成一列：asks: [jail-overdue, calls-too-many]；有哪些见 wangdai questions --asks",
	AskFallen: "“%s”（%s）：按这些回答不会有这一问，没有答它；别的都照常",
	Missing:   "还有 %d 个问题没有回答（--partial 先看已经能定的，没答的留着）：",
	NotThere:  "没有这个文件", NotAllowed: "没有权限", IsFolder: "这是文件夹，不是文件", NoRoom: "磁盘满了",
	NotFolder: "路径里有一段不是文件夹", Exists: "已经存在，不覆盖", Taken: "这个地址已经有别的程序在用",
	System: "系统报错：%s",
}

var hallEN = Hall{
	List:     ", ",
	NoChoice: "--%s %s: there is no such choice; there are: %s", NoLang: "--lang %s: only zh and en",
	NoFlag: "there is no flag %s", BadFlag: "%s %s: cannot be written so", FlagValue: "%s needs a value",
	FlagSyntax:  "%s: flags are not written so",
	NearFlag:    "; did you mean %s?",
	CodeWanted:  "a code is wanted: export CODE (with - it is read from standard input)",
	CodeTooLong: "too long for a code",
	CodeBeyond:  "some of what this code says cannot be taken; all else was read.",
	CodeOld:     "this code is from before the questions changed; all that still applies was read.",
	NotRead:     "  not read: %s: %s (%s)",
	Empty:       "is empty; such as role: borrower", NotAMap: "holds question: answer", NoDay: "no such day: %s",
	NoRest:         "write rest: unknown (what is not there is not known) or rest: open (it was not asked yet)",
	Unreadable:     "cannot be read; write question: answer on each line",
	TooLong:        "larger than %d KiB; this is no file of answers",
	CannotTake:     "%s: %d answers cannot be taken",
	CannotTakeMore: "%s: more than %d answers cannot be taken; correct these first",
	OldName:        "%s: %s is an old name, read as %s",
	NotUsed:        "not asked on this path, and not used: %s",
	Doubtful:       "answers do not fit together, please check: %s",
	NoAsks:         "is a list: asks: [jail-overdue, calls-too-many]; wangdai questions --asks lists them all",
	AskFallen:      "\"%s\" (%s): with these answers it does not arise, and is not answered; all else stands",
	Missing:        "%d questions are not answered (--partial shows what is decided, and leaves them open):",
	NotThere:       "no such file", NotAllowed: "not permitted", IsFolder: "this is a folder, not a file",
	NoRoom:    "the disk is full",
	NotFolder: "a part of the path is no folder", Exists: "exists already; not overwritten",
	Taken: "another program uses this address", System: "the system says: %s",
}

// HallIn is these words in a language: zh or en.
func HallIn(lang string) *Hall {
	if lang == "en" {
		return &hallEN
	}
	return &hallZH
}
