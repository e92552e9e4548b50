package load

import (
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// build fills the Base. Names first, then what refers to them, then texts,
// which may refer to anything.
func (l *loader) build() {
	l.names, l.seen, l.used, l.hotlines = factNames{}, map[string]at{}, map[string]bool{}, map[string]string{}
	l.vague = map[string]bool{}
	l.laws()
	l.findingFiles()
	l.claimAll()
	sections := l.order()
	l.questions(sections)
	l.facts()
	l.oldNames()
	l.conditions(sections)
	l.branchQuestions()
	l.numbers()
	l.calendar()
	l.common()
	l.findings()
	l.letters()
	l.asks()
	l.authorities()
	l.terms()
	l.myths()
	l.scope()
	l.b.Index()
	l.checkTexts()
	l.program()
	l.b.Index()
	l.cases()
	if !Faulty(l.problems) { // else much looks unused that is only misspelt
		l.unused()
	}
}

// text takes a text of plain sentences and remembers to check it.
func (l *loader) text(t bi, u textUse) fact.Text {
	if t.there() {
		u.t = t
		l.texts = append(l.texts, u)
	}
	return fact.Text{ZH: joined(t.ZH.V), EN: joined(t.EN.V)}
}

func texts(ws []word) []string {
	var out []string
	for _, w := range ws {
		out = append(out, w.V)
	}
	return out
}

// A loader turns what was read into a Base and checks that it fits together.
type loader struct {
	f        *files
	b        *advisor.Base
	problems []Problem

	names    factNames
	seen     map[string]at     // kind/id → where it was first written
	hotlines map[string]string // number → authority
	texts    []textUse         // to be checked once everything is known
	used     map[string]bool   // kind/id → something refers to it
	silent   bool              // look-ups do not count as use
	vague    map[string]bool   // laws with an article number that cannot be read
	place    []at              // of each fact
}

func (l *loader) bad(p at, m words.Message) {
	l.problems = append(l.problems, problem(p, m))
}

func (l *loader) warn(p at, m words.Message) {
	q := problem(p, m)
	q.Warning = true
	l.problems = append(l.problems, q)
}

// cond compiles a condition; nil when there is none or it has faults.
func (l *loader) cond(w word) *cond.Expr {
	if !w.there() {
		return nil
	}
	src := w.V
	if w.style != 0 || strings.Contains(src, "\n") {
		src = strings.TrimSpace(strings.ReplaceAll(src, "\n", " "))
	}
	e, faults := cond.Parse(src, l.names)
	for _, f := range faults {
		l.bad(w.inside(f.Col), words.Load.InCondition(fact.Cut(src, 30), words.Pair(f.What), words.Pair(f.Fix)))
	}
	if len(faults) > 0 {
		return nil
	}
	for _, i := range e.Facts() {
		l.use("fact", l.b.Facts[i].ID)
	}
	e.Walk(func(x *cond.Expr, _ bool) { l.b.Places[x] = w.inside(x.Col).pos() })
	return e
}
