package words

import (
	"fmt"
	"strings"
)

// Export is what is said of the files a report is written to, and of those
// that are given back to be compared.
var Export exporting

type exporting struct{}

// Format is what a person is told a format is.
func (exporting) Format(name string) Pair {
	switch name {
	case "json":
		return Pair{"给程序用的 JSON", "JSON, for programs"}
	case "md":
		return Pair{"Markdown 文本", "Markdown"}
	case "txt":
		return Pair{"纯文本", "plain text"}
	case "html":
		return Pair{"网页，可打印", "web page, ready to print"}
	case "pdf":
		return Pair{"PDF，给律师或打印", "PDF, for a lawyer or to print"}
	case "docx":
		return Pair{"Word 文档，可修改", "Word document, to edit"}
	case "ics":
		return Pair{"期限日历，带提醒", "deadlines for a calendar, with reminders"}
	}
	return Pair{}
}

func (exporting) NoFormat(format string, known []string) Message {
	all := strings.Join(known, ", ")
	return Message{
		fmt.Sprintf("没有“%s”这种格式", format), "可用的有：" + all,
		fmt.Sprintf("no format %q", format), "there are: " + all,
	}
}

func (exporting) BadFont() Message {
	return Message{
		"这个字体不能用", "要一个 TrueType 字体（.ttf，glyf 轮廓），不是字体集（.ttc），也不是 CFF（.otf）",
		"the font cannot be used",
		"it must be one TrueType font (.ttf) with glyf outlines, no collection (.ttc) and no CFF (.otf)",
	}
}

func (exporting) NoStamp() Message {
	return Message{
		"里面找不到日期、法律核对日和校验码",
		"请给本程序导出的 md、txt、html、pdf、docx、json 或 ics 文件，最后一节“核对这份建议”要完整",
		"it holds no date, law date and digest",
		"give a md, txt, html, pdf, docx, json or ics file exported by this program, with its last section whole",
	}
}

func (exporting) FileUnreadable(why string) Message {
	return Message{
		"读不出来：" + why, "请给本程序导出的原文件，不要截图或另行转换",
		"it cannot be read: " + why, "give the file as exported, not a picture or a conversion of it",
	}
}

// How a file and the report made again compare.

func (exporting) Same() Pair {
	return Pair{"内容和重新算出的一样", "the content is as worked out again"}
}

func (exporting) ByHand() Pair {
	return Pair{"导出以后被改过", "it was altered after it was exported"}
}

func (exporting) ByLaw() Pair {
	return Pair{
		"导出以后法律或知识有更新；下面是不同的地方，其中是否还有人改过，看不出来",
		"the law or its knowledge was updated after the export; these lines differ, " +
			"and whether anyone altered it besides cannot be told",
	}
}

func (exporting) ByEither() Pair {
	return Pair{
		"和重新算出的不同：被改过，或是另一版程序导出的",
		"it differs from what is worked out again: altered, or exported by another edition",
	}
}
