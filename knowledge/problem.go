package knowledge

import (
	"errors"
	"fmt"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// A Problem is one fault in the knowledge files, told to the person who edits
// them.
type Problem struct {
	File      string // relative to the knowledge folder
	Line, Col int    // from 1
	What, Fix fact.Text
	Warning   bool // worth a look, but nothing breaks
}

// In is the problem in that language: where, what, and how to mend it.
func (p Problem) In(l fact.Lang) string {
	label := "改法："
	if l == fact.EN {
		label = "fix: "
	}
	s := fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.What.In(l))
	if fix := p.Fix.In(l); fix != "" {
		s += "\n    " + label + fix
	}
	return s
}

// Faulty reports whether any of the problems is more than a warning.
func Faulty(problems []Problem) bool {
	for _, p := range problems {
		if !p.Warning {
			return true
		}
	}
	return false
}

func (l *loader) at(p advisor.Pos, zh, zhFix, en, enFix string) {
	l.problems = append(l.problems, Problem{File: p.File, Line: max(p.Line, 1), Col: max(p.Col, 1), What: fact.Text{ZH: zh, EN: en}, Fix: fact.Text{ZH: zhFix, EN: enFix}})
}

func (l *loader) warn(p advisor.Pos, zh, zhFix, en, enFix string) {
	l.at(p, zh, zhFix, en, enFix)
	l.problems[len(l.problems)-1].Warning = true
}

// markOf is where YAML noticed a fault, or where the construct began.
func markOf(err error) (line, col int, msg string) {
	var many *yaml.LoadErrors
	var one *yaml.LoadError
	if errors.As(err, &many) && len(many.Errors) > 0 {
		one = many.Errors[0]
	}
	if one != nil || errors.As(err, &one) {
		return one.Mark.Line, one.Mark.Column, one.Message
	}
	return 1, 1, err.Error()
}
