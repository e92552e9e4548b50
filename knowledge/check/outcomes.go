package check

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/knowledge/load"
)

// What every case led to when somebody last looked is recorded in outcomes/:
// one file for each folder of cases, one for the citations of findings, and
// one of probes, which are answers on both sides of every boundary that no
// case stands at. A condition, a limit or a citation that is changed by
// mistake changes an outcome, and check tells where. Whoever meant it reads
// the difference and records it anew.

const (
	outcomesDir = "outcomes"
	probesFile  = "probes.txt"
	citesFile   = "cites.txt"
)

const outcomesHead = "# 每个案例得到的结果，由 wangdai check --record 写出；不要手改，改了法律以后看过差别再重写。\n" +
	"# What each case leads to, written by wangdai check --record: not edited by hand.\n"

// A record is one block: whose outcome, and the outcome.
type record struct {
	key string
	out paths.Outcome
}

// outcomes are the records of one base, by file.
func outcomes(b *advisor.Base, probes []string) map[string][]record {
	r := paths.NewRecorder(b)
	files := map[string][]record{}
	for i := range b.Cases {
		c := &b.Cases[i]
		name := path.Base(path.Dir(c.Pos.File)) + ".txt"
		files[name] = append(files[name], record{c.Pos.File, r.Of(c.Answers, c.Today)})
	}
	for _, p := range probes {
		if a, err := probeAnswers(b, p); err == nil {
			files[probesFile] = append(files[probesFile], record{p, r.Of(a, b.LawAsOf)})
		}
	}
	for _, list := range files {
		slices.SortFunc(list, func(x, y record) int { return strings.Compare(x.key, y.key) })
	}
	return files
}

func probeAnswers(b *advisor.Base, flow string) (advisor.Answers, error) {
	var doc yaml.Node
	if err := yaml.Load([]byte(flow), &doc); err != nil {
		return nil, err
	}
	var bad error
	raw, ok := load.Plain(&doc, func(_ *yaml.Node, what fact.Notice) { bad = what }).(map[string]any)
	if !ok || bad != nil {
		return nil, errors.Join(bad, errors.New("a probe is written {question: answer, ...}"))
	}
	a, errs := b.DecodeAnswers(raw, b.LawAsOf)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return a, nil
}

// Outcomes are the files to record, by name: what the cases, and the probes
// recorded already or given, lead to now, and what each finding cites.
func Outcomes(fsys fs.FS, b *advisor.Base, more []string) map[string][]byte {
	probes := more
	for _, r := range readRecords(fsys, probesFile) {
		if !slices.Contains(probes, r.key) {
			probes = append(probes, r.key)
		}
	}
	out := map[string][]byte{}
	for name, list := range outcomes(b, probes) {
		var w bytes.Buffer
		w.WriteString(outcomesHead)
		for _, r := range list {
			fmt.Fprintf(&w, "\n%s\n", r.key)
			for _, l := range lines(&r.out) {
				if len(*l.names) > 0 {
					fmt.Fprintf(&w, "  %s %s\n", l.kind, strings.Join(*l.names, " "))
				}
			}
		}
		out[name] = w.Bytes()
	}
	var w bytes.Buffer
	w.WriteString(outcomesHead + "\n")
	for i := range b.Findings {
		fmt.Fprintln(&w, strings.Join(append([]string{b.Findings[i].ID}, citesOf(&b.Findings[i])...), " "))
	}
	out[citesFile] = w.Bytes()
	return out
}

func citesOf(f *advisor.Finding) []string {
	var out []string
	for _, c := range f.Cites {
		out = append(out, c.String())
	}
	return out
}

type line struct {
	kind  string
	names *[]string
}

func lines(o *paths.Outcome) []line {
	return []line{{"asked", &o.Asked}, {"holds", &o.Holds}, {"open", &o.Open}, {"shows", &o.Shows}, {"days", &o.Days}}
}

// readRecords reads one file of outcomes/; none where there is no such file.
func readRecords(fsys fs.FS, name string) []record {
	data, err := fs.ReadFile(fsys, outcomesDir+"/"+name)
	if err != nil {
		return nil
	}
	var list []record
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		t := s.Text()
		switch {
		case t == "" || strings.HasPrefix(t, "#"):
		case !strings.HasPrefix(t, "  "):
			list = append(list, record{key: t})
		case len(list) > 0:
			words := strings.Fields(t)
			for _, l := range lines(&list[len(list)-1].out) {
				if l.kind == words[0] {
					*l.names = words[1:]
				}
			}
		}
	}
	return list
}

// OutcomeProblems compares what cases and probes lead to with the record: one
// problem for each name that came or went, at the condition it hangs on.
func OutcomeProblems(fsys fs.FS, b *advisor.Base) []load.Problem {
	if list, err := fs.ReadDir(fsys, outcomesDir); err != nil || len(list) < 2 {
		return nil // nothing is recorded: a new folder of knowledge
	}
	type seen struct {
		first string
		n     int
		c     paths.Change
	}
	var order []string
	all := map[string]*seen{}
	var out []load.Problem
	r := paths.NewRecorder(b)
	compare := func(key string, was, is paths.Outcome) {
		for _, c := range r.Compare(was, is) {
			id := fmt.Sprint(c.Kind, c.Name, c.Gone)
			if all[id] == nil {
				all[id] = &seen{first: key, c: c}
				order = append(order, id)
			}
			all[id].n++
		}
	}
	var probes []string
	for _, x := range readRecords(fsys, probesFile) {
		probes = append(probes, x.key)
	}
	for name, list := range outcomes(b, probes) {
		was := map[string]paths.Outcome{}
		for _, x := range readRecords(fsys, name) {
			was[x.key] = x.out
		}
		for _, x := range list {
			w, ok := was[x.key]
			if !ok {
				p := problemAt(advisor.Pos{File: x.key, Line: 1, Col: 1}, "这个案例的结果还没有记录", "看过结果以后运行 wangdai check --record knowledge", "what this case leads to is not recorded", "read it, then run wangdai check --record knowledge")
				p.Warning = true
				out = append(out, p)
				continue
			}
			compare(x.key, w, x.out)
		}
	}
	for _, key := range probes {
		if _, err := probeAnswers(b, key); err != nil {
			out = append(out, unreadable(b, err))
		}
	}
	slices.Sort(order)
	for _, id := range order {
		out = append(out, changed(all[id].c, all[id].first, all[id].n))
	}
	out = append(out, citeProblems(fsys, b)...)
	return load.Ordered(append(out, editionDrift(b)...))
}

// unreadable is a recorded probe that answers what can no longer be answered:
// told at the question, as the answer to one that is there was possible once.
func unreadable(b *advisor.Base, err error) load.Problem {
	at := advisor.Pos{File: outcomesDir + "/" + probesFile, Line: 1, Col: 1}
	what := fact.Text{ZH: err.Error(), EN: err.Error()}
	if in := (*advisor.InputError)(nil); errors.As(err, &in) {
		what = in.What
		if q, _ := b.Question(in.Question); q != nil {
			at = q.Pos
		}
		what = fact.Text{ZH: in.Question + "：" + what.ZH, EN: in.Question + ": " + what.EN}
	}
	return problemAt(at, "记录里回答过的，现在不能这样回答："+what.ZH, meantZH, "what a recorded answer said cannot be answered now: "+what.EN, meantEN)
}

var kinds = map[string]fact.Text{
	"asked": {ZH: "问题 %s 原来问、现在不问", EN: "question %s was asked and is not"},
	"holds": {ZH: "结论 %s 原来成立、现在不成立", EN: "finding %s held and does not"},
	"open":  {ZH: "结论 %s 原来取决于不清楚的事、现在不是", EN: "finding %s was open and is not"},
	"shows": {ZH: "%s 原来显示、现在不显示", EN: "%s was shown and is not"},
	"days":  {ZH: "期限 %s 原来有、现在没有", EN: "deadline %s was there and is not"},
}

var kindsNew = map[string]fact.Text{
	"asked": {ZH: "问题 %s 原来不问、现在问", EN: "question %s was not asked and is"},
	"holds": {ZH: "结论 %s 原来不成立、现在成立", EN: "finding %s did not hold and does"},
	"open":  {ZH: "结论 %s 原来不取决于不清楚的事、现在取决于", EN: "finding %s was not open and is"},
	"shows": {ZH: "%s 原来不显示、现在显示", EN: "%s was not shown and is"},
	"days":  {ZH: "期限 %s 原来没有、现在有", EN: "deadline %s was not there and is"},
}

const (
	meantZH = "不是有意改的就改回来；有意的，看过差别后运行 wangdai check --record knowledge"
	meantEN = "if it was not meant, undo it; if it was, read the difference and run wangdai check --record knowledge"
)

func changed(c paths.Change, first string, n int) load.Problem {
	t := kindsNew[c.Kind]
	if c.Gone {
		t = kinds[c.Kind]
	}
	zh, en := fmt.Sprintf(t.ZH, c.Name), fmt.Sprintf(t.EN, c.Name)
	return problemAt(c.Pos, fmt.Sprintf("和记录的结果不同：%s（%s，共 %d 处）", zh, first, n), meantZH, fmt.Sprintf("not as recorded: %s (%s; %d in all)", en, first, n), meantEN)
}

// citeProblems compares the citations of findings with the record.
func citeProblems(fsys fs.FS, b *advisor.Base) []load.Problem {
	data, err := fs.ReadFile(fsys, outcomesDir+"/"+citesFile)
	if err != nil {
		return nil
	}
	was := map[string][]string{}
	for l := range strings.Lines(string(data)) {
		if words := strings.Fields(l); len(words) > 0 && words[0] != "#" {
			was[words[0]] = words[1:]
		}
	}
	var out []load.Problem
	for i := range b.Findings {
		f := &b.Findings[i]
		old, ok := was[f.ID]
		if now := citesOf(f); ok && !slices.Equal(old, now) {
			zh, en := strings.Join(old, "、")+" → "+strings.Join(now, "、"), strings.Join(old, ", ")+" → "+strings.Join(now, ", ")
			at := f.Pos
			if len(f.Cites) > 0 {
				at = f.Cites[0].Pos
			}
			out = append(out, problemAt(at, "和记录的不同：结论 "+f.ID+" 的引用 "+zh, meantZH, "not as recorded: finding "+f.ID+" cites "+en, meantEN))
		}
	}
	return out
}

// Mutation changes one thing of the knowledge at a time and looks whether a
// case or a recorded probe notices; see [paths.Mutate]. It changes b while it
// runs: nobody else may use it.
func Mutation(fsys fs.FS, b *advisor.Base, find bool) (*paths.Score, error) {
	var probes []advisor.Answers
	for _, r := range readRecords(fsys, probesFile) {
		if a, err := probeAnswers(b, r.key); err == nil {
			probes = append(probes, a)
		}
	}
	return paths.Mutate(b, probes, b.LawAsOf, find)
}
