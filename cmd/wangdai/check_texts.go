package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
	"wangdai/knowledge/check"
	"wangdai/knowledge/load"
)

// textsJSON is what check --law-texts compared.
type textsJSON struct {
	Articles int      `json:"articles"`
	Quotes   int      `json:"quotations"`
	Numbers  int      `json:"numbers"`
	Missing  []string `json:"missing"` // texts that versions name and the folder does not hold
}

// alsoCheck does what check does only when asked: compare with the official
// texts of --law-texts, and list what was not checked for as long as stale.
func (a *app) alsoCheck(r *checked, stale string) error {
	b, problems := a.load()
	if b == nil || load.Faulty(problems) {
		return nil // told already
	}
	if a.lawTexts != "" {
		o, err := check.CompareTexts(b, os.DirFS(a.lawTexts))
		if err != nil {
			return hall.Wrong("--law-texts %s: %s", hall.Clean(a.lawTexts), hall.Words(err, a.speech))
		}
		r.Texts = &textsJSON{o.Articles, o.Quotes, o.Numbers, append([]string{}, o.Missing...)}
		r.add(a, o.Problems)
	}
	if stale != "" {
		days, err := strconv.Atoi(strings.TrimSuffix(stale, "d"))
		if err != nil || days < 0 || days > 36500 || !strings.HasSuffix(stale, "d") {
			return hall.Wrong(a.words().Check.Stale, fact.Shown(stale))
		}
		r.add(a, check.Stale(b, a.today-fact.Date(days)))
	}
	return nil
}

func (r *checked) add(a *app, problems []load.Problem) {
	for _, p := range problems {
		j := problemJSON{File: p.File, Line: p.Line, Column: p.Col, What: p.What.In(a.speech), Fix: p.Fix.In(a.speech)}
		if p.Warning {
			r.Warnings = append(r.Warnings, j)
		} else {
			r.Problems = append(r.Problems, j)
		}
	}
}

func (a *app) printTexts(r *checked) {
	if r.Texts == nil {
		return
	}
	t, w := r.Texts, a.words().Check
	fmt.Fprintf(a.out, w.Texts+"\n", t.Articles, t.Quotes, t.Numbers)
	for _, name := range t.Missing {
		fmt.Fprintf(a.out, w.NoText+"\n", hall.Clean(name))
	}
}
