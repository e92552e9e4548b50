package export

import (
	"regexp"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/lazy"
	"wangdai/advisor/paper"
	"wangdai/advisor/words"
)

// A Stamp is what a file says of itself: enough to make it again.
type Stamp struct {
	Format  string // md, txt, html, pdf, docx, json or ics
	Form    string // wangdai.report/2
	AsOf    string // ISO day the report speaks of
	LawAsOf string // ISO day the law was checked
	Lang    advisor.Lang
	Digest  string
	Code    string
}

func stampOf(r *advisor.Report) Stamp {
	return Stamp{
		Form: paper.Clean(r.Schema), AsOf: paper.Clean(r.AsOf), LawAsOf: paper.Clean(r.LawAs), Lang: r.Lang,
		Digest: paper.Clean(r.Digest), Code: paper.Clean(r.Code),
	}
}

// String is the stamp on one line, as it stands in the properties of web
// pages, PDF, Word and calendar files.
func (s Stamp) String() string {
	return strings.Join([]string{
		s.Form, "as_of=" + s.AsOf, "law_as_of=" + s.LawAsOf, "lang=" + string(s.Lang),
		"digest=" + s.Digest, "code=" + s.Code,
	}, " ")
}

// complete reports whether the stamp says enough to make the file again.
func (s Stamp) complete() bool { return s.AsOf != "" && s.LawAsOf != "" && s.Digest != "" }

var stampField = lazy.Regexp(`\b(as_of|law_as_of|lang|digest|code)=(\S*)`)

// readStamp reads what String wrote.
func readStamp(line string) (s Stamp) {
	s.Form, _, _ = strings.Cut(line, " ")
	for _, m := range stampField().FindAllStringSubmatch(line, -1) {
		switch m[1] {
		case "as_of":
			s.AsOf = m[2]
		case "law_as_of":
			s.LawAsOf = m[2]
		case "lang":
			s.Lang = advisor.Lang(m[2])
		case "digest":
			s.Digest = m[2]
		case "code":
			s.Code = m[2]
		}
	}
	return s
}

// visibleStamp finds the stamp in the lines of a paper. The last line of each
// kind counts: the stamp stands at the end.
func visibleStamp(lines []string) (s Stamp) {
	for _, lang := range []advisor.Lang{"zh", "en"} {
		w := words.ReportIn(string(lang))
		found := 0
		for _, f := range []struct {
			label string
			to    *string
		}{{w.AsOf, &s.AsOf}, {w.LawAsOf, &s.LawAsOf}, {w.Digest, &s.Digest}, {w.Form, &s.Form}, {w.Code, &s.Code}} {
			if v := lastLabelled(lines, f.label); v != "" {
				*f.to = v
				found++
			}
		}
		if found >= 3 {
			s.Lang = lang
			return s
		}
		s = Stamp{}
	}
	return s
}

// lastLabelled is the value of the last line "label: value", which may be
// quoted, bold or in backquotes.
func lastLabelled(lines []string, label string) string {
	re := regexp.MustCompile("^[\\s*>|•-]*" + regexp.QuoteMeta(label) +
		"[\\s*]*[:：][\\s*`]*([0-9A-Za-z./-]+)[\\s*`]*$")
	for i := len(lines) - 1; i >= 0; i-- {
		if m := re.FindStringSubmatch(lines[i]); m != nil {
			return m[1]
		}
	}
	return ""
}
