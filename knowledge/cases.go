package knowledge

import (
	"errors"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

func (l *loader) readCase(d doc) {
	f := l.fields(d.root, "name vignettes from today answers rest expect points never source note")
	if !l.need(d.root, f, "name", "today", "answers") {
		return
	}
	c := advisor.Case{Name: l.word(f["name"]), Vignettes: l.words(f["vignettes"]), From: l.word(f["from"]), Today: l.date(f["today"]), Pos: d.root.pos()}
	if f["rest"] != nil {
		c.Rest = l.oneOf(f["rest"], "unknown") == 0
	}
	if e := f["expect"]; e != nil {
		ef := l.fields(e, "findings open not cites numbers deadlines drafts says never lawyer")
		c.Expect = advisor.Expect{Findings: l.words(ef["findings"]), Open: l.words(ef["open"]), Not: l.words(ef["not"]), Cites: l.words(ef["cites"]),
			Numbers: l.table(ef["numbers"]), Deadlines: l.table(ef["deadlines"]), Drafts: l.table(ef["drafts"]), Says: l.words(ef["says"]), Never: l.words(ef["never"]), Lawyer: l.word(ef["lawyer"])}
	}
	c.Expect.Never = append(c.Expect.Never, l.words(f["never"])...)
	for _, n := range l.list(f["points"]) {
		pf := l.fields(n, "say by gap")
		if l.need(n, pf, "say") {
			if pf["by"] == nil && pf["gap"] == nil {
				l.at(n.pos(), "要点少了 by: 或 gap:", "写出由哪条结论说到，或为什么不给", "the point lacks by: or gap:", "name the finding that makes it, or why none does")
			}
			c.Points = append(c.Points, advisor.Point{Say: l.word(pf["say"]), By: l.words(pf["by"]), Gap: l.word(pf["gap"])})
		}
	}
	i := len(l.b.Cases)
	l.b.Cases = append(l.b.Cases, c)
	answers := f["answers"]
	l.raw.answers = append(l.raw.answers, func() { l.b.Cases[i].Answers = l.answers(answers, c.Today) })
}

func (l *loader) table(n *node) map[string]string {
	if n == nil {
		return nil
	}
	out := map[string]string{}
	if n.y.Kind != yaml.MappingNode {
		l.at(n.pos(), "这里要写“名字: 值”", "例：cap: 24.00%", "name: value is expected here", "such as cap: 24.00%")
		return out
	}
	for i := 0; i+1 < len(n.y.Content); i += 2 {
		out[n.y.Content[i].Value] = l.word(&node{n.y.Content[i+1], n.file})
	}
	return out
}

// answers reads what a case's person says, telling each fault at its line.
func (l *loader) answers(n *node, today fact.Date) advisor.Answers {
	raw := map[string]any{}
	at := map[string]advisor.Pos{}
	if n.y.Kind != yaml.MappingNode {
		l.at(n.pos(), "answers: 下面要写“问题: 回答”", "例：role: borrower", "answers: holds question: answer", "such as role: borrower")
		return nil
	}
	for i := 0; i+1 < len(n.y.Content); i += 2 {
		k, v := n.y.Content[i], n.y.Content[i+1]
		raw[k.Value] = plain(v)
		at[k.Value] = advisor.Pos{File: n.file, Line: k.Line, Col: k.Column}
	}
	out, errs := l.b.DecodeAnswers(raw, today)
	for _, err := range errs {
		var in *advisor.InputError
		if errors.As(err, &in) {
			l.at(at[in.Question], in.Question+"："+in.What.ZH, in.Fix.ZH, in.Question+": "+in.What.EN, in.Fix.EN)
		}
	}
	return out
}

// plain is a value as DecodeAnswers takes it, scalars as written.
func plain(y *yaml.Node) any {
	switch y.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(y.Content); i += 2 {
			m[y.Content[i].Value] = plain(y.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range y.Content {
			list = append(list, plain(c))
		}
		return list
	}
	return y.Value
}
