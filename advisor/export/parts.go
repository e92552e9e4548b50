package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// The seven parts of a report, one after the other; the articles stand behind
// them (articles.go).

// reportPaper lays the report out in its seven parts (product.md, "The report
// a person gets").
func reportPaper(r *advisor.Report) *paper {
	p := newPaper(r.Lang)
	p.title = p.w.Title
	p.head(r)
	p.where(r)
	p.todo(r)
	p.numbers(r)
	p.conclusions(r)
	p.evidence(r)
	p.lawyer(r)
	p.scope(r)
	p.articles(r)
	return p
}

func (p *paper) head(r *advisor.Report) {
	p.add(block{kind: titleBlock, text: p.w.Title})
	p.para("", r.Title)
	p.small(p.labelled(p.w.AsOf, clean(r.AsOf)) + p.w.Dot + p.labelled(p.w.LawAsOf, clean(r.LawAs)))
	if r.Stale {
		p.add(block{kind: calloutBlock, text: p.w.Stale})
	}
}

// where is the first part. In danger help comes before everything else.
func (p *paper) where(r *advisor.Report) {
	p.heading(1, p.w.Where)
	n := len(p.blocks)
	inDanger := slices.ContainsFunc(r.Findings, func(c advisor.Conclusion) bool { return c.Urgency == "danger" })
	if inDanger {
		p.urgent(r)
		p.helplines(r)
	}
	for _, s := range r.Situation {
		p.para("", s)
	}
	if !inDanger {
		p.urgent(r)
	}
	p.nextDate(r)
	p.orNone(n, p.w.None)
}

func (p *paper) urgent(r *advisor.Report) {
	u := r.First
	if u == nil {
		return
	}
	it := newItem("", u.Text, note{p.w.DateCol, p.dated(r, u.Date)}, note{p.w.Basis, u.Basis})
	p.add(block{kind: calloutBlock, label: p.w.Urgent, text: it.text, items: []item{{notes: it.notes}}})
}

// helplines are the public numbers for danger to life, where the report has
// them: police, ambulance, and someone to listen.
func (p *paper) helplines(r *advisor.Report) {
	var items []item
	for _, a := range r.Authorities {
		if a.ID == "110" || a.ID == "120" || a.ID == "12356" {
			items = append(items, newItem(a.Name, a.For))
		}
	}
	if len(items) > 0 {
		p.para("", p.w.Call+p.w.Colon)
		p.list(0, items...)
	}
}

// nextDate is the next deadline, unless it is already the most urgent thing.
func (p *paper) nextDate(r *advisor.Report) {
	for _, d := range r.Deadlines {
		if d.State != "open" {
			continue
		}
		if r.First == nil || r.First.Date != d.Date || r.First.Text != d.Text {
			p.para(p.w.NextDate, p.dated(r, d.Date)+p.w.Dot+d.Text)
		}
		return
	}
}

// dated is an ISO date with the days left until it, or since.
func (p *paper) dated(r *advisor.Report, date string) string {
	if date == "" {
		return ""
	}
	left := p.daysLeft(r.AsOf, date)
	if left == "" {
		return date
	}
	return date + p.w.Open + left + p.w.Close
}

func (p *paper) daysLeft(today, date string) string {
	from, err := fact.ISODate(today)
	if err != nil {
		return ""
	}
	to, err := fact.ISODate(date)
	if err != nil {
		return ""
	}
	switch n := int(to - from); {
	case n < 0:
		return fmt.Sprintf(p.w.DaysPast, -n)
	case n == 0:
		return p.w.LastDay
	case n == 1:
		return p.w.OneDay
	default:
		return fmt.Sprintf(p.w.DaysLeft, n)
	}
}

// todo is the second part: steps, deadlines, letters, and who to turn to.
func (p *paper) todo(r *advisor.Report) {
	p.heading(1, p.w.Todo)
	n := len(p.blocks)
	var soon, later []item
	for _, s := range r.Steps {
		if s.FirstWeek {
			soon = append(soon, p.step(r, s))
		} else {
			later = append(later, p.step(r, s))
		}
	}
	p.titledList(p.w.FirstWeek, 1, soon)
	p.titledList(p.w.Later, len(soon)+1, later)
	p.deadlines(r)
	p.letters(r)
	p.people(r)
	p.orNone(n, p.w.None)
}

func (p *paper) titledList(title string, first int, items []item) {
	if len(items) > 0 {
		p.heading(2, title)
		p.list(first, items...)
	}
}

func (p *paper) step(r *advisor.Report, s advisor.ToDo) item {
	var who []string
	for _, id := range s.Authority {
		who = append(who, authorityName(r, id))
	}
	when := s.ByText
	if when == "" {
		when = s.By
	}
	return newItem(when, s.Text, note{p.w.With, strings.Join(who, p.w.Comma)}, note{p.w.Letter, draftTitle(r, s.Draft)})
}

func authorityName(r *advisor.Report, id string) string {
	for _, a := range r.Authorities {
		if a.ID == id {
			return a.Name
		}
	}
	return id
}

func draftTitle(r *advisor.Report, id string) string {
	for _, d := range r.Drafts {
		if d.ID == id {
			return d.Title
		}
	}
	return id
}

func (p *paper) deadlines(r *advisor.Report) {
	var rows [][]string
	for _, d := range r.Deadlines {
		what := d.Text
		if d.After != "" {
			what += "\n" + p.labelled(p.w.After, oneLine(d.After))
		}
		rows = append(rows, []string{d.Date + "\n" + p.daysLeft(r.AsOf, d.Date), what, d.Basis, d.Counted})
	}
	if len(rows) > 0 {
		p.heading(2, p.w.Deadlines)
		p.table([]column{{p.w.DateCol, 16}, {p.w.WhatCol, 38}, {p.w.BasisCol, 20}, {p.w.CountedCol, 26}}, rows)
	}
}

func (p *paper) letters(r *advisor.Report) {
	var items []item
	for _, d := range r.Drafts {
		items = append(items, newItem(d.Title, d.Use))
	}
	if len(items) > 0 {
		p.heading(2, p.w.Letters)
		p.small(p.w.LettersHow)
		p.list(0, items...)
	}
}

func (p *paper) people(r *advisor.Report) {
	var rows [][]string
	for _, a := range r.Authorities {
		name := a.Name
		if !strings.Contains(name, a.Number) {
			name += "\n" + a.Number
		}
		rows = append(rows, []string{name, a.For, a.NotFor, a.Bring})
	}
	if len(rows) > 0 {
		p.heading(2, p.w.People)
		p.table(dropEmpty([]column{{p.w.WhoCol, 26}, {p.w.ForCol, 32}, {p.w.NotForCol, 24}, {p.w.BringCol, 18}}, rows))
	}
}

// dropEmpty leaves out the columns that no row fills, and gives their width to
// the others.
func dropEmpty(cols []column, rows [][]string) ([]column, [][]string) {
	var keep []column
	out := make([][]string, len(rows))
	total := 0
	for i, c := range cols {
		if !slices.ContainsFunc(rows, func(r []string) bool { return r[i] != "" }) {
			continue
		}
		keep, total = append(keep, c), total+c.share
		for k, r := range rows {
			out[k] = append(out[k], r[i])
		}
	}
	for i := range keep {
		keep[i].share = keep[i].share * 100 / total
	}
	return keep, out
}

// numbers is the third part: each number with its working.
func (p *paper) numbers(r *advisor.Report) {
	p.heading(1, p.w.Numbers)
	n := len(p.blocks)
	for _, c := range r.Calculations {
		p.heading(2, c.Label)
		var results, inputs []string
		for _, x := range c.Results {
			results = append(results, x.Label+p.w.Is+x.Value)
		}
		for _, x := range c.Inputs {
			inputs = append(inputs, x.Label+p.w.Is+x.Value)
		}
		result := strings.Join(results, p.w.Semicolon)
		if result == "" {
			result = c.Result
		}
		p.para(p.w.Result, result)
		p.para(p.w.Working, c.Formula)
		p.para(p.w.Inputs, strings.Join(inputs, p.w.Semicolon))
	}
	p.orNone(n, p.w.NoNumbers)
}

// conclusions is the fourth part: what holds whatever the unknown facts are,
// then what depends on them, and how to find them out.
func (p *paper) conclusions(r *advisor.Report) {
	p.heading(1, p.w.Law)
	n := len(p.blocks)
	open := len(r.Depends)+len(r.Unknown) > 0
	if open && len(r.Findings) > 0 {
		p.heading(2, p.w.Holds)
		p.small(p.w.HoldsNote)
	}
	for i, c := range r.Findings {
		p.conclusion(i+1, c)
	}
	if open {
		p.heading(2, p.w.Open4)
		p.small(p.w.OpenNote)
		p.findOut(r)
		p.depends(r)
	}
	p.orNone(n, p.w.None)
}

// findOut lists what is not known and matters. The conclusions that hang on
// it are named by their numbers, since they follow below.
func (p *paper) findOut(r *advisor.Report) {
	number := map[string]string{}
	for i, c := range r.Depends {
		number[c.Title] = strconv.Itoa(len(r.Findings) + i + 1)
	}
	var items []item
	for _, u := range r.Unknown {
		var numbers, titles []string
		for _, title := range u.Findings {
			if n, ok := number[title]; ok {
				numbers = append(numbers, n)
			} else {
				titles = append(titles, title)
			}
		}
		if len(numbers) > 0 {
			titles = append([]string{fmt.Sprintf(p.w.Nos, strings.Join(numbers, p.w.Comma))}, titles...)
		}
		items = append(items, newItem(u.Label, u.HowToFind, note{p.w.Why, u.Why}, note{p.w.Hangs, strings.Join(titles, p.w.Semicolon)}))
	}
	if len(items) > 0 {
		p.heading(3, p.w.FindOut)
		p.list(0, items...)
	}
}

// depends lists what may hold, shorter than what does: there can be dozens,
// and each will change once its facts are known. The articles that a text
// names itself are not named again below it.
func (p *paper) depends(r *advisor.Report) {
	var items []item
	for _, c := range r.Depends {
		var law []advisor.Citation
		for _, a := range c.Citations {
			if !plainlyNamed(c.Text, a) {
				law = append(law, a)
			}
		}
		label := oneLine(c.Title) + p.w.Open + name(p.w.Certainties, c.Certainty) + p.w.Close
		items = append(items, newItem(label, c.Text, note{p.w.Articles, p.references(law)}))
	}
	if len(items) > 0 {
		p.heading(3, p.w.Maybe)
		p.add(block{kind: listBlock, first: len(r.Findings) + 1, items: items, proof: true})
	}
}

// plainlyNamed tells that a text names an article in force, to the paragraph.
func plainlyNamed(text string, c advisor.Citation) bool {
	if c.Status != "" && c.Status != "in_force" {
		return false
	}
	for _, s := range []string{shortLaw(c) + c.Article, shortLaw(c) + " " + c.Article} {
		at := strings.Index(text, s)
		if at < 0 || c.Article == "" {
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[at+len(s):])
		return next != '第' && next != '之' && !unicode.IsDigit(next)
	}
	return false
}

func (p *paper) conclusion(n int, c advisor.Conclusion) {
	p.heading(3, fmt.Sprintf("%d. %s", n, c.Title))
	p.small(p.labelled(p.w.Urgency, name(p.w.Urgencies, c.Urgency)) + p.w.Dot + p.labelled(p.w.Certainty, name(p.w.Certainties, c.Certainty)))
	p.para("", c.Text)
	from := len(p.blocks)
	defer func() {
		for i := from; i < len(p.blocks); i++ {
			p.blocks[i].proof = true
		}
	}()
	p.para(p.w.Because, strings.Join(reasons(c.Because), p.w.Semicolon))
	var turns []string
	for _, t := range c.WouldChange {
		turns = append(turns, oneLine(t.Label+" → "+t.Effect))
	}
	p.para(p.w.Changes, strings.Join(turns, p.w.Semicolon))
	p.para(p.w.Articles, p.references(c.Citations))
}

// reasons are the answers a conclusion rests on. Who the person is stands on
// top of the paper and is not said again with every conclusion, unless it is
// the only reason.
func reasons(because []advisor.Reason) []string {
	var out []string
	for _, b := range because {
		if b.Fact != "role" || len(because) == 1 {
			out = append(out, b.Label)
		}
	}
	return out
}

// name is a grade's name, or the grade itself where it has none.
func name(names map[string]string, id string) string {
	if s, ok := names[id]; ok {
		return s
	}
	return id
}

// citation is an article with what it says, the first time it is cited, and
// later only by name.
func (p *paper) citation(c advisor.Citation) item {
	facts := []string{}
	if c.Status != "" {
		facts = append(facts, name(p.w.Statuses, c.Status))
	}
	if c.Effective != "" {
		facts = append(facts, fmt.Sprintf(p.w.Effective, c.Effective))
	}
	about := strings.Join(facts, p.w.Dot)
	label := c.Name()
	key := label + about
	if p.shown[key] {
		return newItem(label, p.w.Above)
	}
	p.shown[key] = true
	if about != "" {
		about = p.w.Open + about + p.w.Close
	}
	quote := c.Quote
	if quote != "" {
		quote = "“" + oneLine(quote) + "”"
	}
	return newItem(label, c.Gist+about, note{p.w.Quote, quote})
}

// evidence is the fifth part.
func (p *paper) evidence(r *advisor.Report) {
	p.heading(1, p.w.Evidence)
	n := len(p.blocks)
	p.bullets(2, p.w.Gather, r.Evidence)
	p.bullets(2, p.w.Avoid, r.Avoid)
	var items []item
	for _, m := range r.Myths {
		items = append(items, newItem(p.w.Myth, m.Myth, note{p.w.Truth, m.Truth}, note{p.w.Articles, p.references(m.Citations)}))
	}
	p.titledList(p.w.Myths, 0, items)
	p.orNone(n, p.w.None)
}

// lawyer is the sixth part, always there.
func (p *paper) lawyer(r *advisor.Report) {
	p.heading(1, p.w.Lawyer)
	p.add(block{kind: calloutBlock, text: name(p.w.Grades, r.Lawyer.Urgency)})
	p.bullets(2, p.w.Reasons, r.Lawyer.Reasons)
	p.bullets(2, p.w.How, r.Lawyer.How)
}

// scope is the seventh part. The lines that [Verify] reads come last in it.
func (p *paper) scope(r *advisor.Report) {
	p.heading(1, p.w.Scope)
	p.bullets(2, p.w.NotCovered, r.NotCovered)
	p.answers(r)
	var terms []item
	for _, t := range r.Terms {
		terms = append(terms, newItem(t.Term, t.Text))
	}
	p.titledList(p.w.Terms, 0, terms)
	p.heading(2, p.w.Disclaimer)
	p.para("", r.Disclaimer)
	p.heading(2, p.w.Check)
	for _, s := range stampOf(r).lines(p.w) {
		p.para(s.label, s.text)
	}
	if r.Code != "" {
		p.add(block{kind: codeBlock, label: p.w.Code, text: clean(r.Code)})
		p.small(p.w.CheckHow)
		p.small(p.w.CodeNote)
	}
}

func (p *paper) answers(r *advisor.Report) {
	var rows [][]string
	for _, a := range r.Answers {
		label := a.Label
		if label == "" {
			label = p.w.NotSure
		}
		rows = append(rows, []string{a.Question, label})
	}
	if len(rows) > 0 {
		p.heading(2, p.w.Answers)
		p.table([]column{{p.w.QuestionCol, 55}, {p.w.AnswerCol, 45}}, rows)
	}
}
