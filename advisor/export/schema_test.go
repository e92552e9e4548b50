package export

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/invopop/jsonschema"
	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"wangdai/advisor"
)

const schemaFile = "report.schema.json"

// schema describes the JSON report, from the Go types and their comments.
func schema(t *testing.T) []byte {
	t.Helper()
	re := &jsonschema.Reflector{ExpandedStruct: true}
	// The reader of comments joins this package's path with the folder's.
	if err := re.AddGoComments("wangdai/advisor/export", "..", jsonschema.WithFullComment()); err != nil {
		t.Fatal(err)
	}
	s := re.Reflect(&advisor.Report{})
	s.ID = "https://wangdai.invalid/report.schema.json"
	s.Title = "wangdai report"
	constrain(s)
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

// constrain adds what the Go types cannot say: the words that stand for
// grades, and that there may be no most urgent thing.
func constrain(s *jsonschema.Schema) {
	set := func(p *jsonschema.Schema, name string, values ...any) {
		if f, ok := p.Properties.Get(name); ok {
			f.Enum, f.Type = values, "string" // grades are numbers until they are written
		}
	}
	day := func(p *jsonschema.Schema, names ...string) {
		for _, name := range names {
			if f, ok := p.Properties.Get(name); ok {
				f.Pattern = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
			}
		}
	}
	set(s, "schema", advisor.SchemaID)
	set(s, "lang", "zh", "en")
	day(s, "as_of", "law_as_of")
	if f, ok := s.Properties.Get("digest"); ok {
		f.Pattern = `^[0-9a-f]{16}$`
	}
	first, _ := s.Properties.Get("first")
	s.Properties.Set("first", &jsonschema.Schema{Description: first.Description,
		OneOf: []*jsonschema.Schema{{Ref: first.Ref}, {Type: "null"}}})
	c := s.Definitions["Conclusion"]
	set(c, "urgency", "normal", "important", "deadline", "danger")
	set(c, "certainty", "settled", "usual", "disputed", "proof")
	set(s.Definitions["Reply"], "certainty", "settled", "usual", "disputed", "proof", "")
	set(s.Definitions["Citation"], "status", "in_force", "superseded", "policy", "standard", "self_regulation", "")
	set(s.Definitions["Due"], "state", "open", "passed")
	day(s.Definitions["Due"], "date")
	set(s.Definitions["Lawyer"], "urgency", "advisable", "strongly", "at_once")
}

func TestSchemaIsCurrent(t *testing.T) {
	got := schema(t)
	if *update {
		if err := os.WriteFile(schemaFile, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s no longer fits advisor.Report; accept with go test ./advisor/export -run Schema -update",
			schemaFile)
	}
}

func compiled(t *testing.T) *validator.Schema {
	t.Helper()
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := validator.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := validator.NewCompiler()
	if err := c.AddResource(schemaFile, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJSONFitsTheSchema(t *testing.T) {
	s := compiled(t)
	for name, r := range samples() {
		doc, err := validator.UnmarshalJSON(bytes.NewReader(export(t, "json", r)))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	// And the schema refuses what is no report.
	for name, spoil := range map[string]func(map[string]any){
		"a list that is null":    func(m map[string]any) { m["findings"] = nil },
		"an unknown field":       func(m map[string]any) { m["more"] = 1 },
		"a missing field":        func(m map[string]any) { delete(m, "digest") },
		"a grade nobody knows":   func(m map[string]any) { m["lawyer"].(map[string]any)["urgency"] = "soon" },
		"a date that is none":    func(m map[string]any) { m["as_of"] = "25.11.2026" },
		"a report of other form": func(m map[string]any) { m["schema"] = "wangdai.report/1" },
	} {
		doc, _ := validator.UnmarshalJSON(bytes.NewReader(export(t, "json", sample("zh"))))
		spoil(doc.(map[string]any))
		if s.Validate(doc) == nil {
			t.Errorf("the schema accepts %s", name)
		}
	}
}

// JSON reads back into the same report, with the same digest.
func TestJSONReadsBack(t *testing.T) {
	for name, r := range samples() {
		data := export(t, "json", r)
		if !fitsItself(data) {
			t.Errorf("%s: the digest does not fit what was read back", name)
		}
		if bytes.Contains(data, []byte(`\u003c`)) {
			t.Errorf("%s: < is escaped", name)
		}
	}
}
