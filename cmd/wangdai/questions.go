package main

import (
	"io"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/handbook"
)

func (a *app) questionsCommand() *cobra.Command {
	var format string
	var asks bool
	c := &cobra.Command{Use: "questions", Args: a.takes(0, 0), RunE: func(c *cobra.Command, _ []string) error {
		if err := a.chosen(c, "format"); err != nil {
			return err
		}
		b, err := a.base()
		if err != nil {
			return err
		}
		switch {
		case asks && format == "json":
			return a.printJSON(askList(b))
		case asks:
			_, err = io.WriteString(a.out, handbook.Asks(b, a.speech))
		case format == "json":
			return a.printJSON(questionList(b))
		default:
			_, err = io.WriteString(a.out, handbook.Questions(b, a.speech))
		}
		return err
	}}
	chooses(c, &format, "format", "md", "md", "json")
	c.Flags().BoolVar(&asks, "asks", false, "")
	return c
}

type jsonQuestion struct {
	Section string       `json:"section"`
	Fact    string       `json:"fact"`
	Kind    string       `json:"kind"`
	Label   fact.Text    `json:"label"`
	Title   fact.Text    `json:"title"`
	Why     fact.Text    `json:"why"`
	How     fact.Text    `json:"how"`
	When    string       `json:"when"`
	Options []jsonOption `json:"options,omitempty"`
	After   string       `json:"after,omitempty"`
	Range   string       `json:"range,omitempty"`
}

type jsonAsk struct {
	Ask     string    `json:"ask"`
	Title   fact.Text `json:"title"`
	For     string    `json:"for"` // the condition of whom may have it
	Says    []string  `json:"says"`
	Answers int       `json:"answers"`
}

func askList(b *advisor.Base) any {
	out := map[string][]jsonAsk{"asks": {}}
	for i := range b.Asks {
		x := &b.Asks[i]
		j := jsonAsk{Ask: x.ID, Title: x.Title, Says: []string{}, Answers: len(x.Answers)}
		if x.For != nil {
			j.For = x.For.Src
		}
		for _, t := range x.Says {
			j.Says = append(j.Says, t.ZH+t.EN) // each is in one language only
		}
		out["asks"] = append(out["asks"], j)
	}
	return out
}

type jsonOption struct {
	ID    string    `json:"id"`
	Text  fact.Text `json:"text"`
	Alone bool      `json:"alone,omitempty"`
}

type jsonFact struct {
	Fact    string       `json:"fact"`
	Kind    string       `json:"kind"`
	Label   fact.Text    `json:"label"`
	Options []jsonOption `json:"options,omitempty"`
}

func questionList(b *advisor.Base) any {
	opts := func(f *advisor.Fact) []jsonOption {
		var out []jsonOption
		for _, o := range f.Options {
			out = append(out, jsonOption{o.ID, o.Text, o.Alone})
		}
		return out
	}
	var out struct {
		Sections []struct {
			ID    string    `json:"id"`
			Title fact.Text `json:"title"`
		} `json:"sections"`
		Questions []jsonQuestion `json:"questions"`
		Derived   []jsonFact     `json:"derived"`
	}
	for _, s := range b.Sections {
		out.Sections = append(out.Sections, struct {
			ID    string    `json:"id"`
			Title fact.Text `json:"title"`
		}{s.ID, s.Title})
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		f := &b.Facts[q.Fact]
		j := jsonQuestion{Section: b.Sections[q.Section].ID, Fact: f.ID, Kind: f.Kind.String(), Label: f.Label,
			Title: q.Title, Why: q.Why, How: q.How, Options: opts(f)}
		if q.When != nil {
			j.When = q.When.Src
		}
		if f.After >= 0 {
			j.After = b.Facts[f.After].ID
		}
		if f.Range.Set {
			j.Range = f.Range.LoWritten + ".." + f.Range.HiWritten
		}
		out.Questions = append(out.Questions, j)
	}
	for i := range b.Facts {
		if f := &b.Facts[i]; f.Origin != advisor.Asked {
			out.Derived = append(out.Derived, jsonFact{f.ID, f.Kind.String(), f.Label, opts(f)})
		}
	}
	return out
}
