// Package load turns a folder of law into an [advisor.Base].
//
// It is strict and tells everything at once, in two stages: first whether the
// files can be read at all (form.go by line, nodes.go by entry), then whether
// names, options, articles, units and languages fit together (compile.go).
// Only the first stage that has faults speaks, so that one mistake does not
// echo through every file that relies on it. What can only be shown by trying
// answers (cases, holes, contradictions) is proven by knowledge/check.
package load

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// files is everything that was read, file after file in the order of names.
type files struct {
	Interview    rawInterview
	Sections     []rawSection
	Facts        []*rawFacts
	Derived      []rawDerived // of all of them
	Calculations []rawCalculation
	Deadlines    []rawDeadline
	Findings     []*rawFindings
	Asks         []*rawAsks
	Steps        []rawStep
	Evidence     []rawNote
	Avoid        []rawNote
	Laws         []rawLaw
	Numbers      []rawNumber
	Days         []rawDay
	Scales       []rawScale
	Rates        []rawRates
	Calendars    []rawCalendar
	Authorities  []rawAuthority
	Help         bi
	Terms        []rawTerm
	Myths        []rawMyth
	Scopes       []rawScope
	Drafts       []rawDraft
	Cases        []rawCase
}

// A folder is how the files below one place are read.
type folder struct {
	name  string // a folder, or a file at the top
	shape func() any
	add   func(*files, any)
}

var folders = []folder{
	{"interview.yaml", func() any { return new(rawInterview) }, func(f *files, x any) {
		f.Interview = *x.(*rawInterview)
	}},
	{"questions", func() any { return new(rawSection) }, func(f *files, x any) {
		f.Sections = append(f.Sections, *x.(*rawSection))
	}},
	{"facts", func() any { return new(rawFacts) }, func(f *files, x any) {
		y := x.(*rawFacts)
		f.Facts = append(f.Facts, y)
		f.Derived = append(f.Derived, y.Derived...)
		f.Calculations = append(f.Calculations, y.Calculations...)
		f.Deadlines = append(f.Deadlines, y.Deadlines...)
	}},
	{"findings", func() any { return new(rawFindings) }, func(f *files, x any) {
		f.Findings = append(f.Findings, x.(*rawFindings))
	}},
	{"asks", func() any { return new(rawAsks) }, func(f *files, x any) { f.Asks = append(f.Asks, x.(*rawAsks)) }},
	{"common", func() any { return new(rawCommon) }, func(f *files, x any) {
		y := x.(*rawCommon)
		f.Steps = append(f.Steps, y.Steps...)
		f.Evidence = append(f.Evidence, y.Evidence...)
		f.Avoid = append(f.Avoid, y.Avoid...)
	}},
	{"laws", func() any { return new(rawLaw) }, func(f *files, x any) { f.Laws = append(f.Laws, *x.(*rawLaw)) }},
	{"rates", func() any { return new(rawRates) }, func(f *files, x any) {
		y := x.(*rawRates)
		f.Numbers = append(f.Numbers, y.Numbers...)
		f.Days = append(f.Days, y.Days...)
		f.Scales = append(f.Scales, y.Scales...)
		if y.Rates.there() || len(y.Values) > 0 {
			f.Rates = append(f.Rates, *y)
		}
	}},
	{"calendar", func() any { return new(rawCalendar) }, func(f *files, x any) {
		f.Calendars = append(f.Calendars, *x.(*rawCalendar))
	}},
	{"authorities.yaml", func() any { return new(rawAuthorities) }, func(f *files, x any) {
		y := x.(*rawAuthorities)
		f.Authorities, f.Help = append(f.Authorities, y.Authorities...), y.Help
	}},
	{"glossary.yaml", func() any { return new(rawGlossary) }, func(f *files, x any) {
		f.Terms = append(f.Terms, x.(*rawGlossary).Terms...)
	}},
	{"myths", func() any { return new(rawMyths) }, func(f *files, x any) {
		y := x.(*rawMyths)
		for _, m := range y.Myths {
			m.file = y.When
			f.Myths = append(f.Myths, m)
		}
	}},
	{"scope", func() any { return new(rawScope) }, func(f *files, x any) {
		y := x.(*rawScope)
		for i := range y.NotCovered {
			y.NotCovered[i].file = y.When
		}
		f.Scopes = append(f.Scopes, *y)
	}},
	{"drafts", func() any { return new(rawDraft) }, func(f *files, x any) {
		f.Drafts = append(f.Drafts, *x.(*rawDraft))
	}},
	{"cases", func() any { return new(rawCase) }, func(f *files, x any) { f.Cases = append(f.Cases, *x.(*rawCase)) }},
}

// Folder reads all files of a knowledge folder. The Base is nil when there is
// any problem that is no warning.
func Folder(fsys fs.FS) (*advisor.Base, []Problem) { return read(fsys, "") }

// Law reads a knowledge folder without its cases, which only its proof needs.
func Law(fsys fs.FS) (*advisor.Base, []Problem) { return read(fsys, "cases") }

// read reads all but one folder.
func read(fsys fs.FS, but string) (*advisor.Base, []Problem) {
	f, form, later := readAll(fsys, but)
	if len(form) > 0 {
		return nil, Ordered(form)
	}
	l := &loader{f: f, b: &advisor.Base{Places: map[*cond.Expr]advisor.Pos{}}, problems: later}
	l.build()
	l.b.Past = pastEditions(fsys)
	l.askNumbers(fsys)
	if Faulty(l.problems) {
		// With faults about, a warning is most likely an echo.
		return nil, Ordered(slices.DeleteFunc(l.problems, func(p Problem) bool { return p.Warning }))
	}
	return l.b, Ordered(l.problems)
}

// readAll reads every file into its raw form, but those of one folder.
func readAll(fsys fs.FS, but string) (f *files, form, later []Problem) {
	f = new(files)
	whole := func(name string, m words.Message) {
		form = append(form, problem(at{&source{name: name}, 0, 0}, m))
	}
	names, err := list(fsys, but)
	if err != nil {
		whole(".", words.Load.FolderUnreadable(err.Error()))
		return
	}
	type result struct {
		value       any
		add         func(*files, any)
		form, later []Problem
	}
	results := make([]result, len(names))
	var wg sync.WaitGroup
	var slots = make(chan struct{}, 4)
	for i, name := range names {
		top, _, _ := strings.Cut(name, "/")
		k := slices.IndexFunc(folders, func(x folder) bool { return x.name == top })
		if k < 0 {
			whole(name, words.Load.NoSuchPlace())
			continue
		}
		if path.Ext(name) == ".yml" {
			whole(name, words.Load.EndsInYML(strings.TrimSuffix(name, ".yml")))
			continue
		}
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			r := &results[i]
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				r.form = []Problem{{File: name, Notice: fact.NoticeOf(words.Load.FileUnreadable(err.Error()))}}
				return
			}
			r.value, r.add = folders[k].shape(), folders[k].add
			r.form, r.later = readOne(name, data, r.value)
		})
	}
	wg.Wait()
	for i := range results {
		r := &results[i]
		form, later = append(form, r.form...), append(later, r.later...)
		if r.add != nil {
			r.add(f, r.value)
		}
	}
	if !slices.Contains(names, "interview.yaml") {
		whole("interview.yaml", words.Load.NoInterview())
	}
	return f, form, later
}

// list names all yaml files but those of one folder, sorted.
func list(fsys fs.FS, but string) ([]string, error) {
	var out []string
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir():
			// testdata is for tests; hidden folders are not ours.
			if b := path.Base(name); name != "." && (name == but || b == "testdata" || b[0] == '.' || b[0] == '_') {
				return fs.SkipDir
			}
			return nil
		case path.Ext(name) == ".yaml" || path.Ext(name) == ".yml":
			out = append(out, name)
		}
		return nil
	})
	slices.Sort(out)
	return out, err
}

// readOne lints and reads one file. Where the lint finds something, yaml's own
// messages would only echo it.
func readOne(name string, data []byte, v any) (form, later []Problem) {
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	src := &source{name: name, lines: strings.Split(text, "\n")}
	if form = lint(src); len(form) > 0 {
		return form, nil
	}
	return readFile(src, []byte(text), v)
}
