// Package export writes an [advisor.Report] down: as JSON for programs, as
// plain text, Markdown, a web page, a PDF or Word file for people, and its
// deadlines as a calendar.
//
// Every format for people draws the same list of blocks, which advisor/paper
// lays out, so that none of them can lose what another has. The same report
// always gives the same bytes: no clock, no random identifiers, and file dates
// taken from the report's own day.
//
// Every file carries the report's day, the day the law was checked, the code
// and the digest where [Verify] finds them again.
package export

import (
	"fmt"
	"io"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// Options change how a report is written. The zero value is right for most.
type Options struct {
	// Width is the number of columns of plain text; 0 means 72.
	Width int
	// Font is a TrueType font (with glyf outlines, no collection) for the PDF
	// in place of the built-in one, for names with rare characters; nil means
	// the built-in Noto Sans SC.
	Font []byte
}

// A Format is one way to write a report.
type Format struct {
	Name string       // as given on the command line: json, md, pdf…
	Ext  string       // of files, with the dot
	MIME string       // for programs that serve or attach it
	Text advisor.Text // what a person is told it is

	report func(io.Writer, *advisor.Report, Options) error
	letter func(io.Writer, *advisor.Letter, Options) error
}

var formats = []Format{
	{"json", ".json", "application/json",
		advisor.Text{ZH: "给程序用的 JSON", EN: "JSON, for programs"}, writeJSON, nil},
	{"md", ".md", "text/markdown; charset=utf-8",
		advisor.Text{ZH: "Markdown 文本", EN: "Markdown"}, writeMarkdown, letterMarkdown},
	{"txt", ".txt", "text/plain; charset=utf-8",
		advisor.Text{ZH: "纯文本", EN: "plain text"}, writeText, letterText},
	{"html", ".html", "text/html; charset=utf-8",
		advisor.Text{ZH: "网页，可打印", EN: "web page, ready to print"}, writeHTML, nil},
	{"pdf", ".pdf", "application/pdf",
		advisor.Text{ZH: "PDF，给律师或打印", EN: "PDF, for a lawyer or to print"}, writePDF, letterPDF},
	{"docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		advisor.Text{ZH: "Word 文档，可修改", EN: "Word document, to edit"}, writeDOCX, letterDOCX},
	{"ics", ".ics", "text/calendar; charset=utf-8",
		advisor.Text{ZH: "期限日历，带提醒", EN: "deadlines for a calendar, with reminders"}, writeICS, nil},
}

// Formats are the ways a report can be written, in the order to offer them.
func Formats() []Format { return append([]Format(nil), formats...) }

// Letters reports whether letters, too, can be written in the format.
func (f Format) Letters() bool { return f.letter != nil }

// A FormatError says that there is no such format, and which there are.
type FormatError struct {
	Format string
	Known  []string
	fact.Notice
}

func noFormat(format string, known []string) *FormatError {
	all := strings.Join(known, ", ")
	return &FormatError{format, known, fact.Say(
		fmt.Sprintf("没有“%s”这种格式", format), "可用的有："+all,
		fmt.Sprintf("no format %q", format), "there are: "+all)}
}

// Write writes the report in a format: json, md, txt, html, pdf, docx or ics.
// An unknown format is a [*FormatError]; a PDF whose Options.Font cannot be
// read says so; everything else that can fail is the writer.
func Write(w io.Writer, format string, r *advisor.Report, o Options) error {
	var known []string
	for _, f := range formats {
		if f.Name == format {
			return f.report(w, r, o)
		}
		known = append(known, f.Name)
	}
	return noFormat(format, known)
}

// WriteLetter writes a letter in a format: md, txt, pdf or docx. What is for
// the person only (blanks to fill in, what to mind before handing it over,
// the articles) stands behind the letter, on a page of its own. Letters carry
// no code: they are handed to others.
func WriteLetter(w io.Writer, format string, l *advisor.Letter, o Options) error {
	var known []string
	for _, f := range formats {
		if f.letter == nil {
			continue
		}
		if f.Name == format {
			return f.letter(w, l, o)
		}
		known = append(known, f.Name)
	}
	return noFormat(format, known)
}
