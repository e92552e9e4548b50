package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// OfReport lays a report out: page one, then what is for a lawyer and whoever
// wants it (more to do, the numbers, the conclusions, evidence and mistakes,
// how to find a lawyer, the scope), with the articles behind it. A part with
// nothing in it is left out.
func OfReport(r *advisor.Report) *Paper {
	p := New(r.Lang)
	p.Title = p.Words.Title
	p.front(r)
	p.pageOne(r)
	p.part = 0
	p.add(Block{Kind: Page})
	p.heading(1, p.Words.ForLawyer)
	p.begin(Todo, p.Words.TodoMore, func() { p.todo(r) })
	p.begin(Numbers, p.Words.Numbers, func() { p.numbers(r) })
	p.begin(Law, p.Words.Law, func() { p.conclusions(r) })
	p.begin(0, p.Words.Evidence, func() { p.evidence(r) }) // it heads two parts, and belongs to neither
	p.begin(Lawyer, p.Words.Lawyer, func() { p.lawyer(r) })
	p.begin(Scope, p.Words.Scope, func() { p.scope(r) })
	p.articles(r)
	return p
}

// begin sets a part under its heading; the headings are numbered as they come.
func (p *Paper) begin(part Part, heading string, fill func()) {
	p.part = part
	n := len(p.Blocks)
	p.add(Block{Kind: Heading, Level: 1, Label: p.Words.Ordinals[p.numbered], Text: heading})
	fill()
	if len(p.Blocks) == n+1 {
		p.Blocks = p.Blocks[:n]
		return
	}
	p.numbered++
}

func (p *Paper) front(r *advisor.Report) {
	p.part = Front
	p.add(Block{Kind: Title, Text: p.Words.Title})
	who := ""
	if r.Title != "" {
		who = OneLine(r.Title) + p.Words.Dot
	}
	p.Remark(who + p.Labelled(p.Words.AsOf, Clean(r.AsOf)) + p.Words.Dot + p.Labelled(p.Words.LawAsOf, Clean(r.LawAs)))
	if r.Stale {
		p.add(Block{Kind: Callout, Text: p.Words.Stale})
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

// todo is what does not stand on page one: further steps and deadlines,
// letters, and who to turn to.
func (p *Paper) todo(r *advisor.Report) {
	var later []Item
	from := min(len(r.Steps), stepsOnOne)
	for _, s := range r.Steps[from:] {
		later = append(later, p.step(r, s))
	}
	p.titledList(p.Words.Later, from+1, later)
	p.deadlines(r)
	p.letters(r)
	p.people(r)
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
	return newItem(cmp.Or(s.ByText, s.By), OneLine(s.Text)+p.by(r, s),
		Note{p.Words.With, strings.Join(who, p.Words.Comma)})
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

func (p *Paper) deadlines(r *advisor.Report) {
	var rows [][]string
	here := datesOnOne(r)
	for _, d := range r.Deadlines {
		if slices.Contains(here, d) {
			continue
		}
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
		p.heading(2, p.Words.Letters+p.Words.Open+p.Words.LettersHow+p.Words.Close)
		p.list(0, items...)
	}
}

func (p *Paper) people(r *advisor.Report) {
	var items []Item
	for _, a := range r.Authorities {
		name := OneLine(a.Name)
		if !strings.Contains(name, a.Number) {
			name += " " + a.Number
		}
		about := []string{OneLine(a.For)}
		for _, n := range []Note{{p.Words.NotFor, a.NotFor}, {p.Words.Bring, a.Bring}} {
			if n.Text != "" {
				about = append(about, p.Labelled(n.Label, OneLine(n.Text)))
			}
		}
		items = append(items, newItem(name, strings.Join(about, p.Words.Semicolon)))
	}
	p.titledList(p.Words.People, 0, items)
}

// numbers are each with their working.
func (p *Paper) numbers(r *advisor.Report) {
	var items []Item
	for _, c := range r.Calculations {
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
		items = append(items, newItem(c.Label, OneLine(result), Note{p.Words.Working, OneLine(c.Formula)},
			Note{p.Words.Inputs, strings.Join(inputs, p.Words.Semicolon)}))
	}
	p.list(0, items...)
}

// conclusions are what is said in full, each with why and by which articles,
// then the titles of what else holds.
func (p *Paper) conclusions(r *advisor.Report) {
	var items []Item
	for _, c := range r.Findings {
		items = append(items, p.conclusion(c))
	}
	p.list(1, items...)
	p.bullets(2, p.Words.Also, r.Also)
}

func (p *Paper) conclusion(c advisor.Conclusion) Item {
	label := OneLine(c.Title) + p.Words.Open + name(p.Words.Urgencies, c.Urgency.String()) + p.Words.Dot +
		name(p.Words.Certainties, c.Certainty.String()) + p.Words.Close
	var turns []string
	for _, t := range c.WouldChange {
		turns = append(turns, OneLine(t.Label+" → "+t.Effect))
	}
	return newItem(label, c.Text,
		Note{p.Words.Because, strings.Join(reasons(c.Because), p.Words.Semicolon)},
		Note{p.Words.Changes, strings.Join(turns, p.Words.Semicolon)},
		Note{p.Words.Articles, p.references(c.Citations)})
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

// evidence is what to gather, and what not to do or believe.
func (p *Paper) evidence(r *advisor.Report) {
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
}

// lawyer is why to see one, and how; it is always there.
func (p *Paper) lawyer(r *advisor.Report) {
	p.add(Block{Kind: Callout, Text: name(p.Words.Grades, r.Lawyer.Urgency.String())})
	p.bullets(0, "", slices.Concat(r.Lawyer.Reasons, r.Lawyer.How))
}

// scope is what the paper does not cover and rests on. The lines by which the paper can be checked come
// last in it.
func (p *Paper) scope(r *advisor.Report) {
	p.bullets(0, "", r.NotCovered)
	p.part = Answers
	p.answers(r)
	p.part = Terms
	var terms []Item
	for _, t := range r.Terms {
		terms = append(terms, newItem(t.Term, t.Text))
	}
	p.titledList(p.Words.Terms, 0, terms)
	p.part = Disclaimer
	p.para(p.Words.Disclaimer, r.Disclaimer)
	p.part = Check
	p.heading(2, p.Words.Check)
	p.list(0, newItem(p.Words.AsOf, r.AsOf), newItem(p.Words.LawAsOf, r.LawAs),
		newItem(p.Words.Digest, r.Digest), newItem(p.Words.Form, r.Schema))
	if r.Code != "" {
		p.add(Block{Kind: Code, Label: p.Words.Code, Text: Clean(r.Code)})
		p.Remark(p.Words.CheckHow + " " + p.Words.CodeNote)
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
