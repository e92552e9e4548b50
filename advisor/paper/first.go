package paper

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"wangdai/advisor"
)

// mostSteps are the steps on a first screen.
const mostSteps = 3

// First is a report's first screen: where one stands, what is most urgent, what
// comes next, and the lawyer. It names what all the parts say in full. With
// short a step ends with its first sentence.
func First(r *advisor.Report, short bool) *Paper {
	p := New(r.Lang)
	p.Title = p.Words.Title
	p.heading(2, p.Words.Where)
	p.where(r)
	steps, from := r.Steps, 0
	if r.First != nil && len(steps) > 0 && steps[0].Text == r.First.Text {
		from = 1 // it stands here already
	}
	var items []Item
	for _, s := range steps[from:min(len(steps), from+mostSteps)] {
		it := newItem(when(s), OneLine(s.Text))
		if short {
			it.Text = firstSentence(it.Text)
		}
		items = append(items, it)
	}
	if len(items) > 0 {
		p.heading(2, p.Words.Todo)
		p.list(from+1, items...)
	}
	if more := len(steps) - from - len(items); more > 0 {
		p.Remark(fmt.Sprintf(p.Words.MoreSteps, more))
	}
	grade := name(p.Words.Grades, r.Lawyer.Urgency.String())
	if len(r.Lawyer.Reasons) > 0 {
		grade += p.Words.Semicolon + r.Lawyer.Reasons[0]
	}
	p.para(p.Words.Lawyer, grade)
	return p
}

// firstSentence is a text up to its first full stop or semicolon, with … where
// more follows: an exception may stand there, and must not look absent.
func firstSentence(s string) string {
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		switch {
		case r == '。' || r == '；':
		case (r == '.' || r == ';') && strings.HasPrefix(s[end:], " "):
		default:
			continue
		}
		if strings.TrimSpace(s[end:]) == "" {
			return s
		}
		return s[:i] + " …"
	}
	return s
}

// OfFinding is one conclusion with the steps it asks for, to be shown the
// moment it becomes true.
func OfFinding(r *advisor.Report, id string) *Paper {
	p := New(r.Lang)
	for _, c := range r.Findings {
		if c.ID != id {
			continue
		}
		p.Title = OneLine(c.Title)
		p.add(Block{Kind: Callout, Text: p.Title})
		p.para("", c.Text)
		var steps []string
		for _, s := range r.Steps {
			if s.Finding == id {
				steps = append(steps, s.Text)
			}
		}
		p.bullets(0, "", steps)
	}
	return p
}
