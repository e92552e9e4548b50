package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/paths"
	"wangdai/advisor/trial"
	"wangdai/knowledge"
	"wangdai/knowledge/check"
	"wangdai/knowledge/load"
)

// A checked is what check found, as its JSON form promises.
type checked struct {
	Problems  []problemJSON       `json:"problems"`
	Warnings  []problemJSON       `json:"warnings"`
	Unproved  []problemJSON       `json:"unproved"` // hangs on a calculator, and no real amounts showed it
	Questions int                 `json:"questions"`
	Findings  int                 `json:"findings"`
	Citations int                 `json:"citations"`
	Cases     int                 `json:"cases"`
	Rules     map[string][]string `json:"rules"`
	Sets      map[string]string   `json:"answer_sets"` // exact numbers, by branch; "all" for everyone
	AtMost    []string            `json:"answer_sets_at_most"`
	Longest   map[string]int      `json:"longest"`
	Median    map[string]int      `json:"median"`
	Codes     map[string]int      `json:"code_longest"`       // characters, lists of payments and events empty
	CodesFull map[string]int      `json:"code_longest_lists"` // the same with every list full
	Edition   string              `json:"edition"`            // of the questions
	Recorded  bool                `json:"edition_recorded"`   // its codes will be read after the questions change
	Uncased   []string            `json:"uncased"`
	PerFind   map[string]int      `json:"cases_per_finding"`    // finding → cases in which it holds
	PerRule   map[string]int      `json:"cases_per_rule"`       // rule → cases in which a finding with that rule holds
	PerReport map[string]typical  `json:"questions_per_report"` // by branch, over its cases; "all" for everyone
	LawAsOf   string              `json:"law_as_of"`
	Seconds   float64             `json:"seconds"`
	Texts     *textsJSON          `json:"law_texts,omitempty"`
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
	c := &cobra.Command{
		Use:   "check",
		Short: a.say("检查法律知识：每一处错误给出文件、行、改法", "checks the knowledge: file, line and fix of every fault"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch {
			case record != "":
				return a.record(record)
			case mutate:
				return a.mutate(asJSON)
			}
			if a.knowledge == "" && !knowledge.Fresh() {
				fmt.Fprintln(a.err, a.say("注意：法律改了，快照还没有重做，程序起步会慢；运行 go generate ./knowledge",
					"note: the law has changed and its snapshot has not, so the program starts slowly; run go generate ./knowledge"))
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
				return &failure{status: statusFailed, quiet: true, err: errors.New("faults")}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "JSON")
	c.Flags().StringVar(&record, "record", "", a.say("把每个案例现在的结果写进这个知识文件夹的 outcomes/", "write what each case leads to now into outcomes/ of this knowledge folder"))
	c.Flags().BoolVar(&mutate, "mutate", false, a.say("一次改一处条件、期限、引用，看案例能不能发现", "change one condition, period or citation at a time and see whether a case notices"))
	c.Flags().StringVar(&stale, "stale", "", a.say("列出这么久没有核对的法律和利率，例如 180d", "list laws and rates not checked for so long, such as 180d"))
	return c
}

func (a *app) check(start time.Time) *checked {
	r := &checked{Problems: []problemJSON{}, Warnings: []problemJSON{}, Unproved: []problemJSON{}, Rules: map[string][]string{}, Sets: map[string]string{}, AtMost: []string{}, Longest: map[string]int{}, Median: map[string]int{}, Codes: map[string]int{}, CodesFull: map[string]int{}, Uncased: []string{}, PerFind: map[string]int{}, PerRule: map[string]int{}, PerReport: map[string]typical{}}
	b, problems := a.whole()
	if b != nil && !load.Faulty(problems) {
		proof := check.Prove(b, a.today)
		problems = append(problems, proof.Problems...)
		problems = append(problems, check.OutcomeProblems(a.files(), b)...)
		a.count(b, r)
		r.measure(proof.Branches)
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
	return problemJSON{p.File, p.Line, p.Col, p.What.In(a.language()), p.Fix.In(a.language()), p.Answers}
}

func (a *app) count(b *advisor.Base, r *checked) {
	r.Edition, r.Recorded = b.CurrentEdition().Number(), b.Recorded()
	r.Questions, r.Findings, r.Cases, r.LawAsOf = len(b.Questions), len(b.Findings), len(b.Cases), b.LawAsOf.String()
	cover := trial.Cover(b)
	r.Uncased, r.PerFind, r.PerRule = cover.Uncased(b), cover.Findings, cover.Rules
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
	for _, p := range append(r.Problems, r.Warnings...) {
		fmt.Fprintf(a.out, "%s:%d:%d: %s\n", p.File, p.Line, p.Column, p.What)
		if p.Fix != "" {
			fmt.Fprintf(a.out, "    %s%s\n", a.say("改法：", "fix: "), p.Fix)
		}
		if p.Answers != "" {
			fmt.Fprintf(a.out, "    %s%s\n", a.say("这样回答的人（advise --answers - --partial）：", "someone who answers (advise --answers - --partial): "), p.Answers)
		}
	}
	for _, p := range r.Unproved {
		fmt.Fprintf(a.out, "%s:%d:%d: %s%s\n", p.File, p.Line, p.Column, a.say("没有证明：", "unproved: "), p.What)
	}
	fmt.Fprintf(a.out, a.say("%d 个问题、%d 条结论、%d 处引用、%d 个案例、%d 条规则；错误 %d，提醒 %d（%.1f 秒）\n", "%d questions, %d findings, %d citations, %d cases, %d rules; %d faults, %d warnings (%.1f s)\n"),
		r.Questions, r.Findings, r.Citations, r.Cases, len(r.Rules), len(r.Problems), len(r.Warnings), r.Seconds)
	for _, br := range slices.Sorted(maps.Keys(r.Longest)) {
		about, aboutEN := "", ""
		if slices.Contains(r.AtMost, br) {
			about, aboutEN = "至多 ", "at most "
		}
		fmt.Fprintf(a.out, a.say("  %s：最长 %d 问，中位 %d 问，%s%s 种回答；续答码最多 %d 个字符，逐笔明细全部写满时 %d\n", "  %s: longest %d questions, median %d, %s%s sets of answers; codes of at most %d characters, %d with every list full\n"),
			br, r.Longest[br], r.Median[br], a.say(about, aboutEN), r.Sets[br], r.Codes[br], r.CodesFull[br])
	}
	a.printEdition(r)
	a.printTexts(r)
	if len(r.Uncased) > 0 {
		fmt.Fprintf(a.out, a.say("没有案例的结论：%d%s\n", "findings without a case: %d%s\n"), len(r.Uncased), a.names(r.Uncased))
	}
}

// fewNames is how many names are read rather than skipped.
const fewNames = 20

// names are what to add after a count: the names themselves while they are
// few, else where all of them stand.
func (a *app) names(ids []string) string {
	if len(ids) > fewNames {
		return a.say("（名字见 check --json 的 uncased）", " (named in uncased of check --json)")
	}
	return a.say("：", ": ") + strings.Join(ids, a.say("、", ", "))
}
