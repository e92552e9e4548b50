package load

import (
	"cmp"
	"fmt"
	"slices"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Problem is one thing wrong in the knowledge files, told to the person who
// wrote them: where it is, what it is, and what would be right.
type Problem struct {
	File      string // relative to the knowledge folder, with slashes
	Line, Col int    // in characters, from 1; 0 when the whole file is meant
	fact.Notice
	Warning bool   // the knowledge can be used all the same
	Answers string // of someone it goes wrong for, as a YAML map; what is missing is 不清楚
}

// In is the problem in that language: file:line:col: what, and the fix on a
// line of its own.
func (p Problem) In(lang fact.Lang) string {
	note := ""
	if p.Warning {
		note = fact.Text(words.Load.Note()).In(lang)
	}
	s := fmt.Sprintf("%s:%d:%d: %s%s", p.File, p.Line, p.Col, note, p.What.In(lang))
	if p.Fix.IsZero() {
		return s
	}
	return s + "\n    " + fact.Text(words.Load.Cure()).In(lang) + p.Fix.In(lang)
}

// Faulty reports whether any of the problems is more than a warning.
func Faulty(list []Problem) bool {
	return slices.ContainsFunc(list, func(p Problem) bool { return !p.Warning })
}

// Ordered sorts problems by place and drops repeats.
func Ordered(list []Problem) []Problem {
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return slices.Compact(list)
}
