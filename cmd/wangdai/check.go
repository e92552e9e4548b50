package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/paths"
	"wangdai/advisor/trial"
	"wangdai/advisor/words"
	"wangdai/cmd/internal/hall"
	"wangdai/knowledge"
	"wangdai/knowledge/check"
	"wangdai/knowledge/load"
)

// A checked is what check found, as its JSON form promises.
type checked struct {
	Problems  []problemJSON        `json:"problems"`
	Warnings  []problemJSON        `json:"warnings"`
	Unproved  []problemJSON        `json:"unproved"` // hangs on a calculator, and no real amounts showed it
	Questions int                  `json:"questions"`
	Findings  int                  `json:"findings"`
	Asks      int                  `json:"asks"`
	Answers   int                  `json:"answers"` // of the asks
	Citations int                  `json:"citations"`
	Cases     int                  `json:"cases"`
	Rules     map[string][]string  `json:"rules"`       // rule → findings and asks with it; an ask as ask:ID
	Issues    map[string][]string  `json:"issues"`      // issue of a rulebook → asks that speak of it
	Sets      map[string]string    `json:"answer_sets"` // exact numbers, by branch; "all" for everyone
	AtMost    []string             `json:"answer_sets_at_most"`
	Longest   map[string]int       `json:"longest"`
	Median    map[string]int       `json:"median"`
	Ways      map[string]paths.Way `json:"short_ways"`         // by ask, over people drawn at random
	Codes     map[string]int       `json:"code_longest"`       // characters, of whole interviews without asks; lists of payments and events empty
	CodesFull map[string]int       `json:"code_longest_lists"` // the same with every list full
	Edition   string               `json:"edition"`            // of the questions
	Recorded  bool                 `json:"edition_recorded"`   // its codes will be read after the questions change
	Uncased   []string             `json:"uncased"`
	PerFind   map[string]int       `json:"cases_per_finding"`    // finding → cases in which it holds
	PerAsk    map[string][]int     `json:"cases_per_answer"`     // ask → of each of its answers, cases that get it
	PerRule   map[string]int       `json:"cases_per_rule"`       // rule → cases in which a finding with it holds, or an answer is given
	PerReport map[string]typical   `json:"questions_per_report"` // by branch, over its cases; "all" for everyone
	LawAsOf   string               `json:"law_as_of"`
	Seconds   float64              `json:"seconds"`
	Texts     *textsJSON           `json:"law_texts,omitempty"`
}

// typical is the middle of the cases of a branch: questions asked, findings
// that hold, steps to do.
type typical = trial.Typical

type problemJSON struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	What    string `json:"what"`
	Fix     string `json:"fix"`
	Answers string `json:"answers,omitempty"` // of someone it goes wrong for: for advise --answers - --partial
}

func (a *app) checkCommand() *cobra.Command {
	var asJSON bool
	var stale, record string
	var mutate bool
	c := &cobra.Command{Use: "check", Args: a.takes(0, 0), RunE: func(*cobra.Command, []string) error {
		switch {
		case record != "":
			return a.record(record)
		case mutate:
			return a.mutate(asJSON)
		}
		if a.knowledge == "" && !knowledge.Fresh() {
			fmt.Fprintln(a.err, a.words().Check.OldSnapshot)
		}
		r := a.check(time.Now())
		if err := a.alsoCheck(r, stale); err != nil {
			return err
		}
		if asJSON {
			if err := a.printJSON(r); err != nil {
				return err
			}
		} else {
			a.printCheck(r)
		}
		if len(r.Problems) > 0 {
			return quietly(hall.Failed, "faults")
		}
		return nil
	}}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	c.Flags().StringVar(&record, "record", "", "")
	c.Flags().BoolVar(&mutate, "mutate", false, "")
	c.Flags().StringVar(&stale, "stale", "", "")
	return c
}

func (a *app) check(start time.Time) *checked {
	r := &checked{Problems: []problemJSON{}, Warnings: []problemJSON{}, Unproved: []problemJSON{},
		Rules: map[string][]string{}, Issues: map[string][]string{}, Sets: map[string]string{}, AtMost: []string{},
		Longest: map[string]int{}, Median: map[string]int{}, Ways: map[string]paths.Way{}, Codes: map[string]int{},
		CodesFull: map[string]int{}, Uncased: []string{}, PerFind: map[string]int{}, PerAsk: map[string][]int{},
		PerRule: map[string]int{}, PerReport: map[string]typical{}}
	b, problems := a.whole()
	if b != nil && !load.Faulty(problems) {
		proof := check.Prove(b, a.today)
		problems = append(problems, proof.Problems...)
		problems = append(problems, check.OutcomeProblems(a.files(), b)...)
		a.count(b, r)
		r.measure(proof.Branches)
		if proof.Ways != nil {
			r.Ways = proof.Ways
		}
		for _, p := range proof.Unproved {
			r.Unproved = append(r.Unproved, a.problem(p))
		}
	}
	for _, p := range problems {
		j := a.problem(p)
		if p.Warning {
			r.Warnings = append(r.Warnings, j)
		} else {
			r.Problems = append(r.Problems, j)
		}
	}
	r.Seconds = time.Since(start).Seconds()
	return r
}

func (a *app) problem(p load.Problem) problemJSON {
	return problemJSON{p.File, p.Line, p.Col, p.What.In(a.speech), p.Fix.In(a.speech), p.Answers}
}

func (a *app) count(b *advisor.Base, r *checked) {
	r.Edition, r.Recorded = b.CurrentEdition().Number(), b.Recorded()
	r.Questions, r.Findings, r.Cases, r.LawAsOf = len(b.Questions), len(b.Findings), len(b.Cases), b.LawAsOf.String()
	cover := trial.Cover(b)
	r.Uncased, r.PerFind, r.PerAsk, r.PerRule = cover.Uncased(b), cover.Findings, cover.Asks, cover.Rules
	for branch, t := range cover.Typical {
		if branch == paths.Everyone {
			branch = everyone
		}
		r.PerReport[branch] = t
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		r.Citations += len(f.Cites)
		for _, rule := range f.Rules {
			r.Rules[rule] = append(r.Rules[rule], f.ID)
		}
	}
	for i := range b.Asks {
		r.ask(&b.Asks[i])
	}
}

// ask counts one ask. Its id may be a finding's, too, so it is marked.
func (r *checked) ask(a *advisor.Ask) {
	r.Asks, r.Answers = r.Asks+1, r.Answers+len(a.Answers)
	for k := range a.Answers {
		r.Citations += len(a.Answers[k].Cites)
	}
	for _, rule := range a.AllRules() {
		r.Rules[rule] = append(r.Rules[rule], "ask:"+a.ID)
	}
	for _, x := range a.Issues {
		r.Issues[x] = append(r.Issues[x], a.ID)
	}
}

// everyone is how all branches together are called in the output.
const everyone = "all"

// measure notes how many sets of answers each branch has, and its longest and
// median interview.
func (r *checked) measure(branches map[string]paths.Branch) {
	for id, br := range branches {
		if id == paths.Everyone {
			id = everyone
		}
		r.Sets[id], r.Longest[id], r.Median[id] = br.Sets.String(), br.Longest, br.Median
		r.Codes[id], r.CodesFull[id] = br.Code, br.CodeFull
		if br.AtMost {
			r.AtMost = append(r.AtMost, id)
		}
	}
	slices.Sort(r.AtMost)
}

func (a *app) printCheck(r *checked) {
	w := a.words().Check
	for _, p := range append(r.Problems, r.Warnings...) {
		fmt.Fprintf(a.out, "%s:%d:%d: %s\n", p.File, p.Line, p.Column, p.What)
		if p.Fix != "" {
			fmt.Fprintf(a.out, "    "+w.Fix+"\n", p.Fix)
		}
		if p.Answers != "" {
			fmt.Fprintf(a.out, "    "+w.Answers+"\n", p.Answers)
		}
	}
	for _, p := range r.Unproved {
		fmt.Fprintf(a.out, "%s:%d:%d: %s\n", p.File, p.Line, p.Column, fmt.Sprintf(w.Unproved, p.What))
	}
	fmt.Fprintf(a.out, w.Sum+"\n", r.Questions, r.Findings, r.Citations, r.Cases, len(r.Rules), len(r.Problems),
		len(r.Warnings), r.Seconds)
	for _, br := range slices.Sorted(maps.Keys(r.Longest)) {
		about := ""
		if slices.Contains(r.AtMost, br) {
			about = w.AtMost
		}
		fmt.Fprintf(a.out, w.Branch+"\n", br, r.Longest[br], r.Median[br], about, r.Sets[br], r.Codes[br],
			r.CodesFull[br])
	}
	a.printWays(r)
	a.printEdition(r)
	a.printTexts(r)
	if len(r.Uncased) > 0 {
		fmt.Fprintf(a.out, w.Uncased+"%s\n", len(r.Uncased), a.names(r.Uncased))
	}
}

// printWays tells how long the short ways to the asks are: of the middle ask,
// and of the longest.
func (a *app) printWays(r *checked) {
	if len(r.Ways) == 0 {
		return
	}
	var answer, one []int
	longest := ""
	for _, id := range slices.Sorted(maps.Keys(r.Ways)) {
		w := r.Ways[id]
		answer, one = append(answer, w.Answer), append(one, w.Median)
		if longest == "" || w.Longest > r.Ways[longest].Longest {
			longest = id
		}
	}
	slices.Sort(answer)
	slices.Sort(one)
	mid := (len(one) - 1) / 2
	fmt.Fprintf(a.out, a.words().Check.Ways+"\n", len(r.Ways), answer[mid], one[mid], one[len(one)-1], longest,
		r.Ways[longest].Longest)
}

// fewNames is how many names are read rather than skipped.
const fewNames = 20

// names are what to add after a count: the names themselves while they are
// few, else where all of them stand.
func (a *app) names(ids []string) string {
	w := a.words().Check
	if len(ids) > fewNames {
		return w.Elsewhere
	}
	return fmt.Sprintf(w.These, strings.Join(ids, words.HallIn(string(a.speech)).List))
}
