// Package sketch makes a small law out of ten lines of YAML, for tests.
//
// A sketch is written in the form of the knowledge files, in one text, and may
// leave out whatever a test does not speak of: labels, titles, reasons, the
// version of a law. What is left out is filled in, the result is cut into
// files, and those are read by [load.Folder], the one way in: what a sketch
// says of conditions, dates and names is checked as strictly as the real law.
//
//	b := sketch.Law(t, `
//	questions:
//	  - {ask: role, options: [borrower, lender]}
//	  - {section: loan, when: role == borrower}
//	  - {ask: amount, kind: money}
//	  - {ask: sued}
//	findings:
//	  - {id: defends, when: sued, steps: [{zh: 答辩}]}
//	cases:
//	  - {answers: {role: borrower, sued: yes}, rest: unknown}
//	`)
//
// A text that is left out is the name of what it belongs to, in Chinese with
// 某 before it; a text in one language is filled up with the other. A question
// without a kind is a choice where it has options, else yes or no.
package sketch

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load"
)

// Law is the law of a sketch. What is only a warning (a fact that nothing
// reads) is no fault in a sketch; any other problem ends the test.
func Law(t testing.TB, text string) *advisor.Base {
	t.Helper()
	files := Folder(t, text)
	b, problems := load.Folder(files)
	if b == nil {
		for _, p := range problems {
			lines := strings.Split(string(files[p.File].Data), "\n")
			t.Errorf("the sketch has a fault: %s\n%s", p.In(fact.EN), lines[max(p.Line, 1)-1])
		}
		t.FailNow()
	}
	return b
}

// Folder is the sketch as the folder of files that is read.
func Folder(t testing.TB, text string) fstest.MapFS {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Load([]byte(text), &doc); err != nil {
		t.Fatalf("the sketch is no YAML: %v", err)
	}
	d := drawing{files: fstest.MapFS{}}
	if err := d.draw(doc.Content[0]); err != nil {
		t.Fatalf("the sketch: %v", err)
	}
	return d.files
}

// day is when a sketch was checked and its cases take place, unless it says
// otherwise.
const day = "2026-11-25"

// A shape is what an entry must hold: a test says the rest.
type shape struct {
	id       string            // the key of its name; an entry that is one word is its name
	texts    []string          // keys of texts; "" for zh and en of the entry itself
	lists    map[string]string // keys of lists of entries, and the shape of these
	defaults map[string]string
}

var shapes = map[string]shape{
	"question": {id: "ask", texts: []string{"label", "title", "why", "how"},
		lists: map[string]string{"options": "option"}},
	"section": {id: "section", texts: []string{"title"}},
	"option":  {id: "id", texts: []string{""}},
	"derived": {id: "fact", texts: []string{"label"}, lists: map[string]string{"options": "option"}},
	"calculation": {id: "calc", texts: []string{"label"}, lists: map[string]string{"gives": "derived"},
		defaults: map[string]string{"takes": "{}", "gives": "[]"}},
	"deadline": {id: "fact", texts: []string{"label", "after"}, defaults: map[string]string{"basis": "[]"}},
	"group":    {id: "id"},
	"finding": {id: "id", texts: []string{"title", "text"},
		lists:    map[string]string{"steps": "own", "evidence": "own", "avoid": "own", "lawyer": "own"},
		defaults: map[string]string{"rules": "[T-1]", "urgency": "normal", "certainty": "usual", "cites": "[]"}},
	"own":    {texts: []string{""}}, // of a finding: one word refers to a shared one
	"shared": {id: "id", texts: []string{""}},
	"law": {id: "law", texts: []string{"title", "short", "issuer"}, lists: map[string]string{"articles": "article"},
		defaults: map[string]string{"kind": "statute", "articles": "[]",
			"versions": "[{from: 2021-01-01, read: official, files: [law.md], checked: " + day + "}]"}},
	"article":   {id: "no", texts: []string{"gist"}},
	"number":    {id: "id", texts: []string{"label"}},
	"rate":      {id: "rates", texts: []string{"label"}, defaults: map[string]string{"verified": day}},
	"authority": {id: "id", texts: []string{"name", "for"}, defaults: map[string]string{"read": "common"}},
	"term":      {id: "id", texts: []string{"term", "text"}},
	"myth":      {id: "id", texts: []string{"myth", "truth"}},
	"limit":     {id: "id", texts: []string{"text"}},
	"draft": {id: "draft", texts: []string{"title", "to", "notes"},
		lists: map[string]string{"blanks": "option", "parts": "own"}, defaults: map[string]string{"parts": "[{}]"}},
	"ask": {id: "ask", texts: []string{"title"}, lists: map[string]string{"answers": "answer", "unclear": "answer"},
		defaults: map[string]string{"says": "[某句]", "answers": "[{when: otherwise}]"}},
	"answer": {texts: []string{""}, lists: map[string]string{"steps": "own", "lawyer": "own"},
		defaults: map[string]string{"certainty": "usual", "cites": "[]"}},
	"case": {id: "name", defaults: map[string]string{"today": day, "answers": "{}"}},
}

// parts are the lists of a sketch, the shape of their entries, and the file
// they go into: a % stands for the name, one file each.
var parts = map[string]struct{ shape, file string }{
	"questions":    {"question", ""},
	"derived":      {"derived", "facts/sketch.yaml"},
	"calculations": {"calculation", "facts/sketch.yaml"},
	"deadlines":    {"deadline", "facts/sketch.yaml"},
	"groups":       {"group", "findings/sketch.yaml"},
	"findings":     {"finding", "findings/sketch.yaml"},
	"steps":        {"shared", "common/sketch.yaml"},
	"evidence":     {"shared", "common/sketch.yaml"},
	"avoid":        {"shared", "common/sketch.yaml"},
	"laws":         {"law", "laws/%.yaml"},
	"numbers":      {"number", "rates/sketch.yaml"},
	"days":         {"number", "rates/sketch.yaml"},
	"scales":       {"number", "rates/sketch.yaml"},
	"rates":        {"rate", "rates/%.yaml"},
	"calendar":     {"", "calendar/%.yaml"},
	"authorities":  {"authority", "authorities.yaml"},
	"terms":        {"term", "glossary.yaml"},
	"myths":        {"myth", "myths/sketch.yaml"},
	"not_covered":  {"limit", "scope/general.yaml"},
	"lawyer_how":   {"own", "scope/general.yaml"},
	"drafts":       {"draft", "drafts/%.yaml"},
	"asks":         {"ask", "asks/sketch.yaml"},
	"cases":        {"case", "cases/%.yaml"},
}

// A drawing is a folder being made.
type drawing struct {
	files fstest.MapFS
	texts int // that belong to nothing with a name
	asked int
	role  bool // a question of that name is asked first
}

func (d *drawing) draw(doc *yaml.Node) error {
	if doc.Kind != yaml.MappingNode {
		return fmt.Errorf("it is a list of parts: questions:, findings:, …")
	}
	var sections []string
	longest := ""
	for i := 0; i+1 < len(doc.Content); i += 2 {
		key, val := doc.Content[i].Value, doc.Content[i+1]
		part, ok := parts[key]
		switch {
		case key == "longest":
			longest = flow(val)
			continue
		case key == "paying": // for whom, what is to be settled, and the warning
			d.line("interview.yaml", "paying: "+flow(val))
			continue
		case key == "law_as_of":
			d.line("scope/general.yaml", "law_as_of: "+flow(val))
			continue
		case !ok || val.Kind != yaml.SequenceNode:
			return fmt.Errorf("%s is none of its lists", key)
		case key == "questions":
			sections = d.questions(val.Content)
			continue
		case !strings.Contains(part.file, "%"):
			d.line(part.file, key+":")
		}
		for n, x := range val.Content {
			x = d.entry(part.shape, x)
			if !strings.Contains(part.file, "%") {
				d.line(part.file, "  - "+flow(x))
				continue
			}
			name := fmt.Sprintf("%02d", n+1)
			if id := shapes[part.shape].id; id != "" && key != "cases" {
				name = value(x, id).Value
			}
			d.whole(strings.Replace(part.file, "%", name, 1), x)
		}
	}
	d.rest(sections, longest)
	return nil
}

// questions writes the sections: a file each, of which the first is start
// unless it has a name.
func (d *drawing) questions(list []*yaml.Node) (sections []string) {
	file := ""
	for _, x := range list {
		if s := value(x, "section"); s != nil || file == "" {
			head := &yaml.Node{Kind: yaml.ScalarNode, Value: "start"}
			if s != nil {
				head = x
			}
			head = d.entry("section", head)
			id := value(head, "section").Value
			sections, file = append(sections, id), "questions/"+id+".yaml"
			d.whole(file, head)
			d.line(file, "questions:")
			if s != nil {
				continue
			}
		}
		q := d.entry("question", x)
		if value(q, "kind") == nil {
			kind := "yesno"
			if value(q, "options") != nil {
				kind = "choice"
			}
			set(q, "kind", kind)
		}
		d.line(file, "  - "+flow(q))
		d.role = d.role || d.asked == 0 && value(q, "ask").Value == "role"
		d.asked++
	}
	return sections
}

// rest writes what every folder must have.
func (d *drawing) rest(sections []string, longest string) {
	if longest == "" {
		longest = fmt.Sprint(d.asked)
	}
	d.line("interview.yaml", "sections: ["+strings.Join(sections, ", ")+"]")
	d.line("interview.yaml", "longest: "+longest)
	d.line("interview.yaml", "deadline_states: [{id: open, zh: 未过, en: open}, {id: passed, zh: 已过, en: passed}]")
	if d.role {
		d.line("interview.yaml", "role: role")
	}
	if f := d.files["asks/sketch.yaml"]; f != nil && d.role { // an ask says for whom it is by its own when
		d.line("asks/sketch.yaml", "when: not (role == unknown) or role == unknown")
	}
	if f := d.files["findings/sketch.yaml"]; f != nil {
		d.line("findings/sketch.yaml", "about: {zh: 某事, en: something}")
		if !strings.Contains(string(f.Data), "findings:") {
			d.line("findings/sketch.yaml", "findings: []")
		}
	}
	scope := ""
	if f := d.files["scope/general.yaml"]; f != nil {
		scope = string(f.Data)
	}
	if !strings.Contains(scope, "law_as_of:") {
		d.line("scope/general.yaml", "law_as_of: "+day)
	}
	d.line("scope/general.yaml", "disclaimer: {zh: 某声明, en: a disclaimer}")
}

func (d *drawing) line(file, s string) {
	if d.files[file] == nil {
		d.files[file] = &fstest.MapFile{}
	}
	d.files[file].Data = append(d.files[file].Data, s+"\n"...)
}

// whole writes an entry as a file of its own.
func (d *drawing) whole(file string, x *yaml.Node) {
	for i := 0; i+1 < len(x.Content); i += 2 {
		k, v := x.Content[i].Value, x.Content[i+1]
		if v.Kind != yaml.SequenceNode || len(v.Content) == 0 {
			d.line(file, k+": "+flow(v))
			continue
		}
		d.line(file, k+":")
		for _, e := range v.Content {
			d.line(file, "  - "+flow(e))
		}
	}
}
