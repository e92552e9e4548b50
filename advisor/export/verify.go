package export

import (
	"bytes"
	"encoding/json"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// Verify and Compare check a paper that someone hands in: the program reads
// from it what it says of itself, makes the report again from the code, and
// tells which lines differ. The digest is a fingerprint, no signature: it tells
// honest papers apart from those changed by accident or without care, and
// whoever knows the program can make both fit. What counts is the report made
// again.

// A FileError says why a file cannot be verified, and what would help.
type FileError struct {
	Name string
	fact.Notice
}

// Error names the file, too.
func (e *FileError) Error() string { return e.Name + ": " + e.Notice.Error() }

// Verify reads the code, the days and the digest from an exported file: md,
// txt, html, pdf, docx, json or ics. The name only decides where the content
// does not. The error is a [*FileError].
func Verify(file []byte, name string) (Stamp, error) {
	format := formatOf(file, name)
	s, err := readFileStamp(format, file)
	if err != nil {
		return Stamp{}, unreadable(name, err)
	}
	if !s.complete() {
		lines, err := linesOf(format, file)
		if err != nil {
			return Stamp{}, unreadable(name, err)
		}
		s = visibleStamp(lines)
	}
	if !s.complete() {
		return Stamp{}, &FileError{name, fact.NoticeOf(words.Export.NoStamp())}
	}
	s.Format = format
	return s, nil
}

func unreadable(name string, err error) error {
	return &FileError{name, fact.NoticeOf(words.Export.FileUnreadable(err.Error()))}
}

// A Verdict says how a file and the report made again compare.
type Verdict uint8

// The verdicts. ByEither: the digests differ although the law is of the same
// day, so the file was changed, or made by another edition of the program.
const (
	Same Verdict = iota + 1
	ByHand
	ByLaw
	ByEither
)

// Text is the verdict in words.
func (v Verdict) Text() advisor.Text {
	switch v {
	case Same:
		return advisor.Text(words.Export.Same())
	case ByHand:
		return advisor.Text(words.Export.ByHand())
	case ByLaw:
		return advisor.Text(words.Export.ByLaw())
	case ByEither:
		return advisor.Text(words.Export.ByEither())
	}
	return advisor.Text{}
}

// A Difference is one place where a file and the report made again differ.
type Difference struct {
	Line int    // in the file, from 1; for PDF, Word and web pages the n-th line of text
	Was  string // in the file; "" where a line is missing
	Is   string // made again; "" where the line should not be there
}

// A Comparison is what Compare found.
type Comparison struct {
	Stamp       Stamp
	Verdict     Verdict
	Exact       bool // byte by byte the same
	Differences []Difference
}

// Compare holds an exported file against the report made again from its code,
// for its day and in its language. The error is a [*FileError].
func Compare(file []byte, name string, r *advisor.Report) (Comparison, error) {
	s, err := Verify(file, name)
	if err != nil {
		return Comparison{}, err
	}
	c := Comparison{Stamp: s}
	var again bytes.Buffer
	if err := Write(&again, s.Format, r, Options{}); err != nil {
		return Comparison{}, err
	}
	if c.Exact = bytes.Equal(file, again.Bytes()); c.Exact {
		c.Verdict = Same
		return c, nil
	}
	was, err := linesOf(s.Format, file)
	if err != nil {
		return Comparison{}, unreadable(name, err)
	}
	is, err := linesOf(s.Format, again.Bytes())
	if err != nil {
		return Comparison{}, unreadable(name, err)
	}
	c.Differences = diff(was, is)
	c.Verdict = judge(s, r, file, len(c.Differences))
	return c, nil
}

func judge(s Stamp, r *advisor.Report, file []byte, differences int) Verdict {
	switch {
	case differences == 0:
		return Same
	case s.Digest == r.Digest:
		return ByHand
	case s.Format == "json" && !fitsItself(file):
		return ByHand
	case s.LawAsOf != r.LawAs || s.Format == "json":
		return ByLaw
	}
	return ByEither
}

// fitsItself reports whether a JSON report has the digest of its own content.
func fitsItself(file []byte) bool {
	var r advisor.Report
	d := json.NewDecoder(bytes.NewReader(file))
	d.UseNumber() // amounts in fen stay as written
	return d.Decode(&r) == nil && r.Sum() == r.Digest
}

// formatOf tells a file's format by its content, and between Markdown and
// plain text by its name.
func formatOf(file []byte, name string) string {
	head := bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\ufeff")), " \t\r\n")
	lower := strings.ToLower(name)
	switch {
	case bytes.HasPrefix(file, []byte("%PDF-")):
		return "pdf"
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return "docx"
	case bytes.HasPrefix(head, []byte("{")):
		return "json"
	case bytes.HasPrefix(head, []byte("BEGIN:VCALENDAR")):
		return "ics"
	case bytes.HasPrefix(head, []byte("<")):
		return "html"
	case strings.HasSuffix(lower, ".md"), strings.HasSuffix(lower, ".markdown"), bytes.HasPrefix(head, []byte("# ")):
		return "md"
	}
	return "txt"
}

// diff pairs the lines that differ. Lines that were only broken differently
// are no difference.
func diff(was, is []string) []Difference {
	head := 0
	for head < len(was) && head < len(is) && was[head] == is[head] {
		head++
	}
	tail := 0
	for tail < len(was)-head && tail < len(is)-head && was[len(was)-1-tail] == is[len(is)-1-tail] {
		tail++
	}
	var out []Difference
	i, j := head, head
	for _, m := range append(common(was[head:len(was)-tail], is[head:len(is)-tail]),
		[2]int{len(was) - tail - head, len(is) - tail - head}) {
		out = append(out, pair(was, is, i, head+m[0], j, head+m[1])...)
		i, j = head+m[0]+1, head+m[1]+1
	}
	return out
}

func pair(was, is []string, i, iEnd, j, jEnd int) []Difference {
	if squeeze(was[i:iEnd]) == squeeze(is[j:jEnd]) {
		return nil
	}
	var out []Difference
	for i < iEnd || j < jEnd {
		d := Difference{Line: i + 1}
		if i < iEnd {
			d.Was = was[i]
			i++
		}
		if j < jEnd {
			d.Is = is[j]
			j++
		}
		if strings.TrimSpace(d.Was) != strings.TrimSpace(d.Is) {
			out = append(out, d)
		}
	}
	return out
}

// squeeze is the lines' text without blanks.
func squeeze(lines []string) string {
	return strings.Join(strings.Fields(strings.Join(lines, " ")), "")
}

// mostCells bounds the table of common: files of thousands of lines that have
// nothing in common are not worth more.
const mostCells = 16 << 20

// common is a longest common subsequence, as pairs of indexes.
func common(a, b []string) [][2]int {
	n, m := len(a), len(b)
	if n == 0 || m == 0 || n*m > mostCells {
		return nil
	}
	best := make([]int32, (n+1)*(m+1)) // best[i][j]: of a[i:] and b[j:]
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			at := i*(m+1) + j
			if a[i] == b[j] {
				best[at] = best[at+m+2] + 1
			} else {
				best[at] = max(best[at+m+1], best[at+1])
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < n && j < m; {
		switch at := i*(m+1) + j; {
		case a[i] == b[j]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case best[at+m+1] >= best[at+1]:
			i++
		default:
			j++
		}
	}
	return out
}
