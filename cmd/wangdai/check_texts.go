package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"wangdai/advisor/fact"
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
			var pe *os.PathError
			if errors.As(err, &pe) {
				err = pe.Err
			}
			return badInput("--law-texts %s: %v", clean(a.lawTexts), err)
		}
		r.Texts = &textsJSON{o.Articles, o.Quotes, o.Numbers, append([]string{}, o.Missing...)}
		r.add(a, o.Problems)
	}
	if stale != "" {
		days, err := strconv.Atoi(strings.TrimSuffix(stale, "d"))
		if err != nil || days < 0 || days > 36500 || !strings.HasSuffix(stale, "d") {
			return badInput("--stale %s: %s", clean(stale), a.say("写天数，例如 180d", "a number of days, such as 180d"))
		}
		r.add(a, check.Stale(b, a.today-fact.Date(days)))
	}
	return nil
}

func (r *checked) add(a *app, problems []load.Problem) {
	for _, p := range problems {
		j := problemJSON{File: p.File, Line: p.Line, Column: p.Col, What: p.What.In(a.language()), Fix: p.Fix.In(a.language())}
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
	t := r.Texts
	fmt.Fprintf(a.out, a.say("和官方文本比过：%d 条、%d 处引文、%d 个数\n", "compared with the official texts: %d articles, %d quotations, %d numbers\n"), t.Articles, t.Quotes, t.Numbers)
	for _, name := range t.Missing {
		fmt.Fprintf(a.out, a.say("  没有这份文本，没有比：%s\n", "  not there, and not compared: %s\n"), clean(name))
	}
}
