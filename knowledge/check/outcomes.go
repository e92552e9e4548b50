package check

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/advisor/words"
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
	asksFile    = "asks.txt" // probes of asks: which ask, and the answers
	citesFile   = "cites.txt"
)

// A record is one block: whose outcome, and the outcome.
type record struct {
	key string
	out paths.Outcome
}

// outcomes are the records of one base, by file.
func outcomes(b *advisor.Base, probes, asks []string) map[string][]record {
	r := paths.NewRecorder(b)
	files := map[string][]record{}
	for i := range b.Cases {
		c := &b.Cases[i]
		name := path.Base(path.Dir(c.Pos.File)) + ".txt"
		files[name] = append(files[name], record{c.Pos.File, r.OfCase(c)})
	}
	for _, p := range probes {
		if a, err := probeAnswers(b, p); err == nil {
			files[probesFile] = append(files[probesFile], record{p, r.Of(a, b.LawAsOf)})
		}
	}
	for _, p := range asks {
		if x, err := askProbe(b, p); err == nil {
			files[asksFile] = append(files[asksFile], record{p, paths.Outcome{Answers: r.OfProbe(x, b.LawAsOf)}})
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

// askProbe reads "jail-overdue {role: borrower}". The answers of an ask that
// is there no more are nobody's: the probe goes with it.
func askProbe(b *advisor.Base, key string) (paths.Probe, error) {
	id, flow, _ := strings.Cut(key, " ")
	x := paths.Probe{Ask: slices.IndexFunc(b.Asks, func(a advisor.Ask) bool { return a.ID == id })}
	if x.Ask < 0 {
		return x, errNoAsk
	}
	var err error
	x.Answers, err = probeAnswers(b, flow)
	return x, err
}

var errNoAsk = errors.New("there is no such ask")

// keys are the recorded probes of a file, and those found anew.
func keys(fsys fs.FS, name string, more []string) []string {
	for _, r := range readRecords(fsys, name) {
		if !slices.Contains(more, r.key) {
			more = append(more, r.key)
		}
	}
	return more
}

// Outcomes are the files to record, by name: what the cases, and the probes
// recorded already or given, lead to now, and what each finding and each
// answer cites.
func Outcomes(fsys fs.FS, b *advisor.Base, more []paths.Probe) map[string][]byte {
	var people, askers []string
	for _, p := range more {
		if key := paths.Example(b, p.Answers); p.Ask >= 0 {
			askers = append(askers, b.Asks[p.Ask].ID+" "+key)
		} else {
			people = append(people, key)
		}
	}
	out := map[string][]byte{}
	for name, list := range outcomes(b, keys(fsys, probesFile, people), keys(fsys, asksFile, askers)) {
		var w bytes.Buffer
		w.WriteString(words.OutcomesHead)
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
	w.WriteString(words.OutcomesHead + "\n")
	for _, x := range citing(b) {
		fmt.Fprintln(&w, strings.Join(append([]string{x.key}, x.cites()...), " "))
	}
	out[citesFile] = w.Bytes()
	return out
}

// A citer is a finding, or an answer of an ask, with what it cites.
type citer struct {
	key  string
	what words.Pair // what it is
	list []advisor.Cite
	pos  advisor.Pos
}

func (x *citer) cites() []string {
	var out []string
	for _, c := range x.list {
		out = append(out, c.String())
	}
	return out
}

// citing is everything that cites.
func citing(b *advisor.Base) []citer {
	var out []citer
	for i := range b.Findings {
		f := &b.Findings[i]
		out = append(out, citer{f.ID, words.Named("finding", f.ID), f.Cites, f.Pos})
	}
	for i := range b.Asks {
		for k := range b.Asks[i].Answers {
			x, key := &b.Asks[i].Answers[k], b.Asks[i].ID+"#"+strconv.Itoa(k+1)
			out = append(out, citer{key, words.Named("answer", key), x.Cites, x.Pos})
		}
	}
	return out
}

type line struct {
	kind  string
	names *[]string
}

func lines(o *paths.Outcome) []line {
	return []line{{"asked", &o.Asked}, {"holds", &o.Holds}, {"open", &o.Open}, {"shows", &o.Shows}, {"days", &o.Days},
		{"asks", &o.Answers}}
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
			fields := strings.Fields(t)
			for _, l := range lines(&list[len(list)-1].out) {
				if l.kind == fields[0] {
					*l.names = fields[1:]
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
	probes, asks := keys(fsys, probesFile, nil), keys(fsys, asksFile, nil)
	for name, list := range outcomes(b, probes, asks) {
		was := map[string]paths.Outcome{}
		for _, x := range readRecords(fsys, name) {
			was[x.key] = x.out
		}
		for _, x := range list {
			w, ok := was[x.key]
			if !ok {
				p := problemAt(advisor.Pos{File: x.key, Line: 1, Col: 1}, words.Proof.NotRecorded())
				p.Warning = true
				out = append(out, p)
				continue
			}
			compare(x.key, w, x.out)
		}
	}
	for _, key := range probes {
		if _, err := probeAnswers(b, key); err != nil {
			out = append(out, unreadable(b, probesFile, err))
		}
	}
	for _, key := range asks {
		if _, err := askProbe(b, key); err != nil && err != errNoAsk {
			out = append(out, unreadable(b, asksFile, err))
		}
	}
	slices.Sort(order)
	for _, id := range order {
		out = append(out, changed(all[id].c, all[id].first, all[id].n))
	}
	out = append(out, citeProblems(fsys, b)...)
	return load.Ordered(append(out, append(editionDrift(b), askDrift(b)...)...))
}

// unreadable is a recorded probe that answers what can no longer be answered:
// told at the question, as the answer to one that is there was possible once.
func unreadable(b *advisor.Base, file string, err error) load.Problem {
	at := advisor.Pos{File: outcomesDir + "/" + file, Line: 1, Col: 1}
	what := fact.Text{ZH: err.Error(), EN: err.Error()}
	if in := (*advisor.InputError)(nil); errors.As(err, &in) {
		what = in.What
		if q, _ := b.Question(in.Question); q != nil {
			at = q.Pos
		}
		what = fact.Text(words.Proof.InQuestion(in.Question, words.Pair(what)))
	}
	return problemAt(at, words.Proof.NoLongerAnswered(words.Pair(what)))
}

func changed(c paths.Change, first string, n int) load.Problem {
	return problemAt(c.Pos, words.Proof.NotAsRecorded(words.Proof.Changed(c.Kind, c.Gone, c.Name), first, n))
}

// citeProblems compares the citations of findings and answers with the record.
func citeProblems(fsys fs.FS, b *advisor.Base) []load.Problem {
	data, err := fs.ReadFile(fsys, outcomesDir+"/"+citesFile)
	if err != nil {
		return nil
	}
	was := map[string][]string{}
	for l := range strings.Lines(string(data)) {
		if fields := strings.Fields(l); len(fields) > 0 && fields[0] != "#" {
			was[fields[0]] = fields[1:]
		}
	}
	var out []load.Problem
	for _, x := range citing(b) {
		old, ok := was[x.key]
		if now := x.cites(); ok && !slices.Equal(old, now) {
			at := x.pos
			if len(x.list) > 0 && x.list[0].Pos.File != "" {
				at = x.list[0].Pos
			}
			out = append(out, problemAt(at, words.Proof.CitesChanged(x.what, old, now)))
		}
	}
	return out
}

// Mutation changes one thing of the knowledge at a time and looks whether a
// case or a recorded probe notices; see [paths.Mutate]. It changes b while it
// runs: nobody else may use it.
func Mutation(fsys fs.FS, b *advisor.Base, find bool) (*paths.Score, error) {
	var probes []paths.Probe
	for _, key := range keys(fsys, probesFile, nil) {
		if a, err := probeAnswers(b, key); err == nil {
			probes = append(probes, paths.Probe{Answers: a, Ask: -1})
		}
	}
	for _, key := range keys(fsys, asksFile, nil) {
		if p, err := askProbe(b, key); err == nil {
			probes = append(probes, p)
		}
	}
	return paths.Mutate(b, probes, b.LawAsOf, find)
}
