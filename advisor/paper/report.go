package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// OfReport lays a report out in its seven parts (where one stands, what to do, the
// numbers, the conclusions, evidence and mistakes, the lawyer, the scope) with
// the articles behind them. A page that goes before all of them is one more
// call at the top.
func OfReport(r *advisor.Report) *Paper {
	p := New(r.Lang)
	p.Title = p.Words.Title
	p.front(r)
	p.begin(Where, p.Words.Where)
	p.where(r)
	p.begin(Todo, p.Words.Todo)
	p.todo(r)
	p.begin(Numbers, p.Words.Numbers)
	p.numbers(r)
	p.begin(Law, p.Words.Law)
	p.conclusions(r)
	p.begin(0, p.Words.Evidence) // it heads two parts, and belongs to neither
	p.evidence(r)
	p.begin(Lawyer, p.Words.Lawyer)
	p.lawyer(r)
	p.begin(Scope, p.Words.Scope)
	p.scope(r)
	p.articles(r)
	return p
}

// begin starts a part with its heading; the headings are numbered as they come.
func (p *Paper) begin(part Part, heading string) {
	p.part = part
	p.add(Block{Kind: Heading, Level: 1, Label: p.Words.Ordinals[p.numbered], Text: heading})
	p.numbered++
}

func (p *Paper) front(r *advisor.Report) {
	p.part = Front
	p.add(Block{Kind: Title, Text: p.Words.Title})
	p.para("", r.Title)
	p.Remark(p.Labelled(p.Words.AsOf, Clean(r.AsOf)) + p.Words.Dot + p.Labelled(p.Words.LawAsOf, Clean(r.LawAs)))
	if r.Stale {
		p.add(Block{Kind: Callout, Text: p.Words.Stale})
	}
}

// where is the first part. In danger help comes before everything else.
func (p *Paper) where(r *advisor.Report) {
	n := len(p.Blocks)
	inDanger := slices.ContainsFunc(r.Findings, func(c advisor.Conclusion) bool { return c.Urgency == advisor.Danger })
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
	p.orNone(n, p.Words.None)
}

func (p *Paper) urgent(r *advisor.Report) {
	u := r.First
	if u == nil {
		return
	}
	it := newItem("", u.Text, Note{p.Words.DateCol, p.dated(r, u.Date)}, Note{p.Words.Basis, u.Basis})
	p.add(Block{Kind: Callout, Label: p.Words.Urgent, Text: it.Text, Items: []Item{{Notes: it.Notes}}})
}

// helplines are the public numbers for danger to life, where the report has
// them: police, ambulance, and someone to listen.
func (p *Paper) helplines(r *advisor.Report) {
	var items []Item
	for _, a := range r.Authorities {
		if a.Urgent {
			items = append(items, newItem(a.Name, a.For))
		}
	}
	if len(items) > 0 {
		p.para("", p.Words.Call+p.Words.Colon)
		p.list(0, items...)
	}
}

// nextDate is the next deadline, unless it is already the most urgent thing.
func (p *Paper) nextDate(r *advisor.Report) {
	for _, d := range r.Deadlines {
		if d.State != advisor.OpenDeadline {
			continue
		}
		if r.First == nil || r.First.Date != d.Date || r.First.Text != d.Text {
			p.para(p.Words.NextDate, p.dated(r, d.Date)+p.Words.Dot+d.Text)
		}
		return
	}
}

// dated is an ISO date with the days left until it, or since.
func (p *Paper) dated(r *advisor.Report, date string) string {
	if date == "" {
		return ""
	}
	left := p.daysLeft(r.AsOf, date)
	if left == "" {
		return date
	}
	return date + p.Words.Open + left + p.Words.Close
}

func (p *Paper) daysLeft(today, date string) string {
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
		return fmt.Sprintf(p.Words.DaysPast, -n)
	case n == 0:
		return p.Words.LastDay
	case n == 1:
		return p.Words.OneDay
	default:
		return fmt.Sprintf(p.Words.DaysLeft, n)
	}
}

// todo is the second part: steps, deadlines, letters, and who to turn to.
func (p *Paper) todo(r *advisor.Report) {
	n := len(p.Blocks)
	var soon, later []Item
	for _, s := range r.Steps {
		if s.FirstWeek {
			soon = append(soon, p.step(r, s))
		} else {
			later = append(later, p.step(r, s))
		}
	}
	p.titledList(p.Words.FirstWeek, 1, soon)
	p.titledList(p.Words.Later, len(soon)+1, later)
	p.deadlines(r)
	p.letters(r)
	p.people(r)
	p.orNone(n, p.Words.None)
}

func (p *Paper) titledList(title string, first int, items []Item) {
	if len(items) > 0 {
		p.heading(2, title)
		p.list(first, items...)
	}
}

func (p *Paper) step(r *advisor.Report, s advisor.ToDo) Item {
	var who []string
	for _, id := range s.Authority {
		who = append(who, authorityName(r, id))
	}
	return newItem(when(s), s.Text,
		Note{p.Words.With, strings.Join(who, p.Words.Comma)}, Note{p.Words.Letter, draftTitle(r, s.Draft)})
}

// when is by when a step is to be done.
func when(s advisor.ToDo) string { return cmp.Or(s.ByText, s.By) }

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

func (p *Paper) deadlines(r *advisor.Report) {
	var rows [][]string
	for _, d := range r.Deadlines {
		what := d.Text
		if d.After != "" {
			what += "\n" + p.Labelled(p.Words.After, OneLine(d.After))
		}
		rows = append(rows, []string{d.Date + "\n" + p.daysLeft(r.AsOf, d.Date), what, d.Basis, d.Counted})
	}
	if len(rows) > 0 {
		p.heading(2, p.Words.Deadlines)
		p.table([]Column{
			{p.Words.DateCol, 16}, {p.Words.WhatCol, 38}, {p.Words.BasisCol, 20}, {p.Words.CountedCol, 26},
		}, rows)
	}
}

func (p *Paper) letters(r *advisor.Report) {
	var items []Item
	for _, d := range r.Drafts {
		items = append(items, newItem(d.Title, d.Use))
	}
	if len(items) > 0 {
		p.heading(2, p.Words.Letters)
		p.Remark(p.Words.LettersHow)
		p.list(0, items...)
	}
}

func (p *Paper) people(r *advisor.Report) {
	var rows [][]string
	for _, a := range r.Authorities {
		name := a.Name
		if !strings.Contains(name, a.Number) {
			name += "\n" + a.Number
		}
		rows = append(rows, []string{name, a.For, a.NotFor, a.Bring})
	}
	if len(rows) > 0 {
		p.heading(2, p.Words.People)
		p.table(dropEmpty([]Column{
			{p.Words.WhoCol, 26}, {p.Words.ForCol, 32}, {p.Words.NotForCol, 24}, {p.Words.BringCol, 18},
		}, rows))
	}
}

// dropEmpty leaves out the columns that no row fills, and gives their width to
// the others.
func dropEmpty(cols []Column, rows [][]string) ([]Column, [][]string) {
	var keep []Column
	out := make([][]string, len(rows))
	total := 0
	for i, c := range cols {
		if !slices.ContainsFunc(rows, func(r []string) bool { return r[i] != "" }) {
			continue
		}
		keep, total = append(keep, c), total+c.Share
		for k, r := range rows {
			out[k] = append(out[k], r[i])
		}
	}
	for i := range keep {
		keep[i].Share = keep[i].Share * 100 / total
	}
	return keep, out
}

// numbers is the third part: each number with its working.
func (p *Paper) numbers(r *advisor.Report) {
	n := len(p.Blocks)
	for _, c := range r.Calculations {
		p.heading(2, c.Label)
		var results, inputs []string
		for _, x := range c.Results {
			results = append(results, x.Label+p.Words.Is+x.Value)
		}
		for _, x := range c.Inputs {
			inputs = append(inputs, x.Label+p.Words.Is+x.Value)
		}
		result := strings.Join(results, p.Words.Semicolon)
		if result == "" {
			result = c.Result
		}
		p.para(p.Words.Result, result)
		p.para(p.Words.Working, c.Formula)
		p.para(p.Words.Inputs, strings.Join(inputs, p.Words.Semicolon))
	}
	p.orNone(n, p.Words.NoNumbers)
}

// conclusions is the fourth part: what holds whatever the unknown facts are,
// then what depends on them, and how to find them out.
func (p *Paper) conclusions(r *advisor.Report) {
	n := len(p.Blocks)
	open := len(r.Depends)+len(r.Unknown) > 0
	if open && len(r.Findings) > 0 {
		p.heading(2, p.Words.Holds)
		p.Remark(p.Words.HoldsNote)
	}
	for i, c := range r.Findings {
		p.conclusion(i+1, c)
	}
	if open {
		p.heading(2, p.Words.Unsettled)
		p.Remark(p.Words.OpenNote)
		p.findOut(r)
		p.depends(r)
	}
	p.orNone(n, p.Words.None)
}

// findOut lists what is not known and matters. The conclusions that hang on
// it are named by their numbers, since they follow below.
func (p *Paper) findOut(r *advisor.Report) {
	number := map[string]string{}
	for i, c := range r.Depends {
		number[c.Title] = strconv.Itoa(len(r.Findings) + i + 1)
	}
	var items []Item
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
			titles = append([]string{fmt.Sprintf(p.Words.Nos, strings.Join(numbers, p.Words.Comma))}, titles...)
		}
		items = append(items, newItem(u.Label, u.HowToFind,
			Note{p.Words.Why, u.Why}, Note{p.Words.Hangs, strings.Join(titles, p.Words.Semicolon)}))
	}
	if len(items) > 0 {
		p.heading(3, p.Words.FindOut)
		p.list(0, items...)
	}
}

// depends lists what may hold, shorter than what does: there can be dozens,
// and each will change once its facts are known. The articles that a text
// names itself are not named again below it.
func (p *Paper) depends(r *advisor.Report) {
	var items []Item
	for _, c := range r.Depends {
		var law []advisor.Citation
		for _, a := range c.Citations {
			if !plainlyNamed(c.Text, a) {
				law = append(law, a)
			}
		}
		label := OneLine(c.Title) + p.Words.Open + name(p.Words.Certainties, c.Certainty.String()) + p.Words.Close
		items = append(items, newItem(label, c.Text, Note{p.Words.Articles, p.references(law)}))
	}
	if len(items) > 0 {
		p.heading(3, p.Words.Maybe)
		p.add(Block{Kind: List, First: len(r.Findings) + 1, Items: items, Proof: true})
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

func (p *Paper) conclusion(n int, c advisor.Conclusion) {
	p.heading(3, fmt.Sprintf("%d. %s", n, c.Title))
	p.Remark(p.Labelled(p.Words.Urgency, name(p.Words.Urgencies, c.Urgency.String())) + p.Words.Dot +
		p.Labelled(p.Words.Certainty, name(p.Words.Certainties, c.Certainty.String())))
	p.para("", c.Text)
	from := len(p.Blocks)
	defer func() {
		for i := from; i < len(p.Blocks); i++ {
			p.Blocks[i].Proof = true
		}
	}()
	p.para(p.Words.Because, strings.Join(reasons(c.Because), p.Words.Semicolon))
	var turns []string
	for _, t := range c.WouldChange {
		turns = append(turns, OneLine(t.Label+" → "+t.Effect))
	}
	p.para(p.Words.Changes, strings.Join(turns, p.Words.Semicolon))
	p.para(p.Words.Articles, p.references(c.Citations))
}

// reasons are the answers a conclusion rests on. Who the person is stands on
// top of the paper and is not said again with every conclusion, unless it is
// the only reason.
func reasons(because []advisor.Reason) []string {
	var out []string
	for _, b := range because {
		if !b.Role || len(because) == 1 {
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
func (p *Paper) citation(c advisor.Citation) Item {
	facts := []string{}
	if c.Status != "" {
		facts = append(facts, name(p.Words.Statuses, c.Status))
	}
	if c.Effective != "" {
		facts = append(facts, fmt.Sprintf(p.Words.Effective, c.Effective))
	}
	about := strings.Join(facts, p.Words.Dot)
	label := c.Name()
	key := label + about
	if p.shown[key] {
		return newItem(label, p.Words.Above)
	}
	p.shown[key] = true
	if about != "" {
		about = p.Words.Open + about + p.Words.Close
	}
	quote := c.Quote
	if quote != "" {
		quote = "“" + OneLine(quote) + "”"
	}
	return newItem(label, c.Gist+about, Note{p.Words.Quote, quote})
}

// evidence is the fifth part.
func (p *Paper) evidence(r *advisor.Report) {
	n := len(p.Blocks)
	p.part = Evidence
	p.bullets(2, p.Words.Gather, r.Evidence)
	p.part = Avoid
	p.bullets(2, p.Words.Avoid, r.Avoid)
	var items []Item
	for _, m := range r.Myths {
		items = append(items, newItem(p.Words.Myth, m.Myth,
			Note{p.Words.Truth, m.Truth}, Note{p.Words.Articles, p.references(m.Citations)}))
	}
	p.titledList(p.Words.Myths, 0, items)
	p.orNone(n, p.Words.None)
}

// lawyer is the sixth part, always there.
func (p *Paper) lawyer(r *advisor.Report) {
	p.add(Block{Kind: Callout, Text: name(p.Words.Grades, r.Lawyer.Urgency.String())})
	p.bullets(2, p.Words.Reasons, r.Lawyer.Reasons)
	p.bullets(2, p.Words.How, r.Lawyer.How)
}

// scope is the seventh part. The lines by which the paper can be checked come
// last in it.
func (p *Paper) scope(r *advisor.Report) {
	p.bullets(2, p.Words.NotCovered, r.NotCovered)
	p.part = Answers
	p.answers(r)
	p.part = Terms
	var terms []Item
	for _, t := range r.Terms {
		terms = append(terms, newItem(t.Term, t.Text))
	}
	p.titledList(p.Words.Terms, 0, terms)
	p.part = Disclaimer
	p.heading(2, p.Words.Disclaimer)
	p.para("", r.Disclaimer)
	p.part = Check
	p.heading(2, p.Words.Check)
	for _, n := range []Note{
		{p.Words.AsOf, r.AsOf}, {p.Words.LawAsOf, r.LawAs}, {p.Words.Digest, r.Digest}, {p.Words.Form, r.Schema},
	} {
		p.para(n.Label, n.Text)
	}
	if r.Code != "" {
		p.add(Block{Kind: Code, Label: p.Words.Code, Text: Clean(r.Code)})
		p.Remark(p.Words.CheckHow)
		p.Remark(p.Words.CodeNote)
	}
}

func (p *Paper) answers(r *advisor.Report) {
	var rows [][]string
	for _, a := range r.Answers {
		label := a.Label
		if label == "" {
			label = p.Words.NotSure
		}
		rows = append(rows, []string{a.Question, label})
	}
	if len(rows) > 0 {
		p.heading(2, p.Words.Answers)
		p.table([]Column{{p.Words.QuestionCol, 55}, {p.Words.AnswerCol, 45}}, rows)
	}
}
