// Package knowledge turns the files that a lawyer edits into the compiled
// base that the advisor walks.
//
// It reads strictly and reports every fault of a stage at once: form (can it
// be read), meaning (do names, options, articles and languages fit), proof (do
// the cases hold). Law lives in the YAML files, never in Go.
package knowledge

import (
	"embed"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
)

//go:embed *.yaml calendar cases common drafts facts findings laws myths questions rates scope
var files embed.FS

var embedded = sync.OnceValues(func() (*advisor.Base, []Problem) { return Load(files) })

// Embedded is the knowledge built into the program.
func Embedded() (*advisor.Base, []Problem) { return embedded() }

// Load reads a knowledge folder. The base is nil when there are faults; mere
// warnings come with a base.
func Load(fsys fs.FS) (*advisor.Base, []Problem) {
	l := &loader{fsys: fsys, b: &advisor.Base{Longest: map[string]int{}}, seen: map[string]advisor.Pos{}}
	l.readAll()
	if l.faulty() {
		return nil, l.sorted()
	}
	l.declare()
	if l.faulty() {
		return nil, l.sorted()
	}
	l.b.Index()
	l.compile()
	if !l.faulty() {
		l.order()
	}
	if l.faulty() {
		return nil, l.sorted()
	}
	l.b.Index()
	l.crossCheck()
	if l.faulty() {
		return nil, l.sorted()
	}
	l.b.Index()
	return l.b, l.sorted()
}

// A doc is one file, parsed.
type doc struct {
	name string
	root *node
}

// loader carries what the stages share.
type loader struct {
	fsys     fs.FS
	b        *advisor.Base
	problems []Problem
	docs     map[string][]doc // by folder: questions, findings, …
	single   map[string]doc   // by file: interview.yaml, …
	seen     map[string]advisor.Pos
	raw      raw
	used     usage
}

func (l *loader) faulty() bool { return Faulty(l.problems) }

func (l *loader) sorted() []Problem {
	sort.SliceStable(l.problems, func(i, j int) bool {
		a, b := l.problems[i], l.problems[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		return a.Col < b.Col
	})
	// One fault seen twice is one fault.
	out := l.problems[:0]
	for i, p := range l.problems {
		if i == 0 || p != l.problems[i-1] {
			out = append(out, p)
		}
	}
	return out
}

var folders = []string{"questions", "facts", "findings", "common", "laws", "rates", "calendar", "myths", "scope", "drafts", "cases"}

var singles = []string{"interview.yaml", "authorities.yaml", "glossary.yaml"}

// readAll is the form stage: every file is linted and parsed.
func (l *loader) readAll() {
	l.docs, l.single = map[string][]doc{}, map[string]doc{}
	for _, name := range singles {
		if d, ok := l.read(name); ok {
			l.single[name] = d
		}
	}
	for _, dir := range folders {
		err := fs.WalkDir(l.fsys, dir, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			if path.Ext(name) != ".yaml" {
				l.at(advisor.Pos{File: name, Line: 1, Col: 1}, "这里只放 .yaml 文件", "把它移走，或改名为 .yaml", "only .yaml files belong here", "move it away or rename it")
				return nil
			}
			if d, ok := l.read(name); ok {
				l.docs[dir] = append(l.docs[dir], d)
			}
			return nil
		})
		if err != nil {
			l.at(advisor.Pos{File: dir, Line: 1, Col: 1}, "读不了这个文件夹", "文件夹要有 "+dir+"/", "the folder cannot be read", "there must be a folder "+dir)
		}
	}
}

func (l *loader) read(name string) (doc, bool) {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.at(advisor.Pos{File: name, Line: 1, Col: 1}, "读不了这个文件", "检查文件在不在、能不能读", "the file cannot be read", "check that it exists and is readable")
		return doc{}, false
	}
	before := len(l.problems)
	l.lint(name, string(data))
	linted := len(l.problems) > before
	var y yaml.Node
	if err := yaml.Load(data, &y); err != nil {
		if !linted { // the lint's words are better than the parser's
			l.syntax(name, err)
		}
		return doc{}, false
	}
	if linted {
		return doc{}, false
	}
	root := &y
	if root.Kind == yaml.DocumentNode && len(root.Content) == 1 {
		root = root.Content[0]
	}
	if root.Kind != yaml.MappingNode {
		l.at(advisor.Pos{File: name, Line: 1, Col: 1}, "文件开头要写“名字: 内容”", "照着同一文件夹里别的文件写", "a file begins with name: content", "follow another file of the same folder")
		return doc{}, false
	}
	return doc{name, &node{root, name}}, true
}

func (l *loader) syntax(name string, err error) {
	line, col, msg := markOf(err)
	what := "YAML 读不懂：" + msg
	fix := "检查这一行和上一行的缩进、冒号、引号"
	switch {
	case strings.Contains(msg, "indent"), strings.Contains(msg, "did not find expected"):
		what, fix = "这一行的缩进和所在的清单对不齐", "属于上面那一条的，和它的第一个名字对齐；每深一层两个空格"
	case strings.Contains(msg, "already defined"):
		what, fix = "同一个名字写了两次", "删掉一个"
	}
	l.at(advisor.Pos{File: name, Line: line, Col: col}, what, fix, "YAML: "+msg, "check indentation, colon and quotes here and on the line above")
}
