package paper

import (
	"cmp"
	"fmt"
	"strings"

	"wangdai/advisor"
)

// What stands on page one at most: more is more than a frightened person
// reads.
const (
	stepsOnOne  = 5
	mostDates   = 3
	datesInFull = 1 // with what is lost after them; it stands behind for all
)

// pageOne is what a person needs first, on one page: danger, what they asked
// with its answer, what to do, by when, what to find out, and the lawyer.
func (p *Paper) pageOne(r *advisor.Report) {
	p.part = One
	p.danger(r)
	for i := range r.Asked {
		p.reply(&r.Asked[i])
	}
	if len(r.Asked) == 0 {
		p.heading(1, p.Words.Where)
		var items []Item
		for _, s := range r.Situation {
			items = append(items, newItem("", s))
		}
		p.list(0, items...)
	} else {
		p.Remark(strings.Join(r.Situation, " "))
	}
	p.firstSteps(r)
	p.dates(r)
	p.leads(r)
	p.advice(r)
}

// danger is whom to call and what is wrong, before everything else.
func (p *Paper) danger(r *advisor.Report) {
	var titles, numbers []string
	for _, c := range r.Findings {
		if c.Urgency == advisor.Danger {
			titles = append(titles, OneLine(c.Title))
		}
	}
	if len(titles) == 0 {
		return
	}
	for _, a := range r.Authorities {
		if a.Urgent {
			numbers = append(numbers, p.Labelled(OneLine(a.Name), OneLine(a.For)))
		}
	}
	b := Block{Kind: Callout, Label: p.Words.Danger, Text: strings.Join(titles, p.Words.Semicolon)}
	if len(numbers) > 0 { // call first, read later
		it := newItem("", "", Note{b.Label, b.Text})
		b.Label, b.Text, b.Items = p.Words.Call, strings.Join(numbers, p.Words.Semicolon), []Item{it}
	}
	p.add(b)
}

// reply is an ask and its answer, or what it may still come to.
func (p *Paper) reply(a *advisor.Reply) {
	p.heading(1, a.Title)
	if a.Text == "" {
		text := p.Words.NotYet
		if a.Left > 0 {
			text = fmt.Sprintf(p.Words.AnswerMore, a.Left)
		}
		if len(a.Possible) > 0 {
			text += p.Words.MayBe + strings.Join(a.Possible, p.Words.Semicolon)
		}
		p.para("", text)
		return
	}
	p.para("", a.Text)
	var why []string
	if list := reasons(a.Because); len(list) > 0 {
		why = append(why, p.Labelled(p.Words.Because, strings.Join(list, p.Words.Semicolon)))
	}
	if law := p.references(a.Citations); law != "" {
		why = append(why, p.Labelled(p.Words.Basis, law))
	}
	why = append(why, p.Labelled(p.Words.Certainty, name(p.Words.Certainties, a.Certainty)))
	p.Remark(strings.Join(why, p.Words.Dot))
}

// firstSteps is what to do. What is most urgent stands out where it is not the
// first step itself.
func (p *Paper) firstSteps(r *advisor.Report) {
	u := r.First
	if u != nil && (len(r.Steps) == 0 || u.Text != r.Steps[0].Text) {
		text := OneLine(u.Text)
		if u.Date != "" {
			text = p.dated(r, u.Date) + p.Words.Colon + text
		}
		p.add(Block{Kind: Callout, Label: p.Words.Urgent, Text: text})
	}
	var items []Item
	for _, s := range r.Steps[:min(len(r.Steps), stepsOnOne)] {
		items = append(items, newItem(dueDay(r, s), OneLine(s.Text)+p.by(r, s)))
	}
	if len(items) > 0 {
		p.heading(1, p.Words.Todo)
		p.list(1, items...)
	}
}

// dueDay is the day of a step on page one: only one that a law or a paper set,
// or today. A good pace is no countdown.
func dueDay(r *advisor.Report, s advisor.ToDo) string {
	if s.Fixed || s.By == r.AsOf {
		return cmp.Or(s.ByText, s.By)
	}
	return ""
}

// by names the letter that a step takes, in brackets.
func (p *Paper) by(r *advisor.Report, s advisor.ToDo) string {
	if s.Draft == "" {
		return ""
	}
	return p.Words.Open + p.Labelled(p.Words.Letter, OneLine(draftTitle(r, s.Draft))) + p.Words.Close
}

// dates are the next deadlines that a law sets.
func (p *Paper) dates(r *advisor.Report) {
	var items []Item
	for i, d := range datesOnOne(r) {
		after := OneLine(d.After)
		if i >= datesInFull {
			after = ""
		}
		text := OneLine(d.Text) + p.Words.Open + OneLine(d.Basis) + p.Words.Close + p.Words.Semicolon +
			OneLine(d.Counted)
		items = append(items, newItem(p.dated(r, d.Date), text, Note{p.Words.After, after}))
	}
	if len(items) > 0 {
		p.heading(1, p.Words.Deadlines)
		p.list(0, items...)
	}
}

func datesOnOne(r *advisor.Report) []advisor.Due {
	var out []advisor.Due
	for _, d := range r.Deadlines {
		if d.State == advisor.OpenDeadline && len(out) < mostDates {
			out = append(out, d)
		}
	}
	return out
}

// leads are the facts worth finding out.
func (p *Paper) leads(r *advisor.Report) {
	var items []Item
	for _, l := range r.FindOut {
		label := OneLine(l.Label)
		if len(l.Together) > 0 {
			label += p.Words.Open + fmt.Sprintf(p.Words.Together, strings.Join(l.Together, p.Words.Comma)) +
				p.Words.Close
		}
		items = append(items, newItem(label, OneLine(l.HowToFind),
			Note{p.Words.Hangs, strings.Join(l.Decides, p.Words.Semicolon)}))
	}
	if len(items) > 0 {
		p.heading(1, p.Words.FindOut)
		p.list(0, items...)
	}
}

// advice is the lawyer in a sentence, and what is still open.
func (p *Paper) advice(r *advisor.Report) {
	text := name(p.Words.Grades, r.Lawyer.Urgency.String())
	if len(r.Lawyer.Reasons) > 0 {
		text += p.Words.Semicolon + OneLine(r.Lawyer.Reasons[0])
	}
	if len(r.Lawyer.How) > 0 {
		text = strings.TrimRight(text, "。.") + p.Words.Stop + OneLine(r.Lawyer.How[0])
	}
	p.para(p.Words.Lawyer, text)
	if r.Left > 0 {
		p.Remark(fmt.Sprintf(p.Words.LeftOver, r.Left))
	}
}

// OfReply is the answer to one ask, to be shown the moment it is decided.
func OfReply(r *advisor.Reply, l advisor.Lang) *Paper {
	p := New(l)
	p.Title = OneLine(r.Title)
	p.reply(r)
	return p
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
