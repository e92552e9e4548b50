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
	"io"
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
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
	Text advisor.Text // what a person is told it is; Formats has it

	report func(io.Writer, *advisor.Report, Options) error
	letter func(io.Writer, *advisor.Letter, Options) error
}

var formats = []Format{
	{Name: "json", Ext: ".json", MIME: "application/json", report: writeJSON},
	{Name: "md", Ext: ".md", MIME: "text/markdown; charset=utf-8", report: writeMarkdown, letter: letterMarkdown},
	{Name: "txt", Ext: ".txt", MIME: "text/plain; charset=utf-8", report: writeText, letter: letterText},
	{Name: "html", Ext: ".html", MIME: "text/html; charset=utf-8", report: writeHTML},
	{Name: "pdf", Ext: ".pdf", MIME: "application/pdf", report: writePDF, letter: letterPDF},
	{Name: "docx", Ext: ".docx", MIME: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		report: writeDOCX, letter: letterDOCX},
	{Name: "ics", Ext: ".ics", MIME: "text/calendar; charset=utf-8", report: writeICS},
}

// Formats are the ways a report can be written, in the order to offer them.
func Formats() []Format {
	out := slices.Clone(formats)
	for i := range out {
		out[i].Text = advisor.Text(words.Export.Format(out[i].Name))
	}
	return out
}

// Letters reports whether letters, too, can be written in the format.
func (f Format) Letters() bool { return f.letter != nil }

// A FormatError says that there is no such format, and which there are.
type FormatError struct {
	Format string
	Known  []string
	fact.Notice
}

func noFormat(format string, known []string) *FormatError {
	return &FormatError{format, known, fact.NoticeOf(words.Export.NoFormat(format, known))}
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
