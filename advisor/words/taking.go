package words

// Taking is what the terminal says around what a person takes away: the report
// saved, the letters, the code.
type Taking struct {
	Title                                   string
	Letters, LettersNone, LettersHint       string // the list of letters
	SaveAs                                  string // in which format
	Saving, Saved, Copied, QRSmall          string
	LostTitle, LostHint, OldHint, AskFallen string
	NoSave, AtHome, NoSaveLetter            string // where files cannot be kept; the command to use
}

var takingZH = Taking{
	Title: "导出", Saved: "已保存：", NoSave: "这里不存文件。请抄下续答码，或按 o 拍下二维码。",
	AtHome: "在自己的电脑上运行其中一条（“主机”换成您连的地址），就存成文件：\n" +
		"ssh 主机 export %[1]s \\\n  --format pdf > 建议.pdf\nscp 主机:%[1]s.pdf .",
	Letters: "文书", LettersNone: "按您的回答，没有现成的文书。",
	LettersHint: "已按您的回答填好；【】里的自己写。打开看，再存成文件。",
	SaveAs:      "存成哪一种？", Saving: "正在存……", Copied: "已请终端复制续答码（有的终端不允许；请核对一下）。",
	QRSmall:   "窗口太小，画不下二维码；请放大，或抄下续答码。",
	LostTitle: "这几样没有用上", LostHint: "下面的没有用上，为什么写在后面；别的都读入了。没读入的题会再问一次。",
	AskFallen:    "按这些回答不会有这一问，没有答它",
	OldHint:      "续答码是问题改动以前的。下面的已不适用，别的都读入了；会接着问新的问题。",
	NoSaveLetter: "这里不能存文件。请抄下续答码，在自己的电脑上运行 wangdai draft %s --code 续答码。",
}

var takingEN = Taking{
	Title: "Export", Saved: "Saved: ",
	NoSave: "No file is kept here. Write the code down, or press o and photograph the square.",
	AtHome: "One of these commands, run on your own computer (HOST: where you connected to), keeps it as a file:\n" +
		"ssh HOST export %[1]s \\\n  --format pdf > advice.pdf\nscp HOST:%[1]s.pdf .",
	Letters: "Letters", LettersNone: "On your answers there is no letter ready.",
	LettersHint: "Filled from your answers; fill in what stands in brackets. Open one, then save it. " +
		"The letters themselves are in Chinese.",
	SaveAs: "Save as", Saving: "Saving…",
	Copied:    "The terminal was asked to copy the code (some do not allow it; please check).",
	QRSmall:   "The window is too small for the QR code; enlarge it, or copy the code.",
	LostTitle: "These were not taken", LostHint: "What stands below was not taken, with the reason; " +
		"all else was read. Questions not read are asked again.",
	AskFallen: "with these answers it does not arise, and is not answered",
	OldHint: "The code is from before the questions changed. What stands below no longer applies; " +
		"all else was read, and new questions follow.",
	NoSaveLetter: "Files cannot be saved here. Copy the code, and run wangdai draft %s --code CODE on your " +
		"own computer.",
}

// TakingIn is these words in a language: zh or en.
func TakingIn(lang string) *Taking {
	if lang == "en" {
		return &takingEN
	}
	return &takingZH
}
