package export_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/knowledge"
)

// reports are those of each fourth case of the knowledge; all of them are
// answered by the knowledge's own tests.
func reports(t *testing.T, visit func(name string, s *advisor.Session, r *advisor.Report)) {
	t.Helper()
	base, problems := knowledge.Embedded()
	if base == nil {
		t.Fatalf("the knowledge does not load, %d problems, the first: %v", len(problems), problems[0])
	}
	for i := 0; i < len(base.Cases); i += 4 {
		c := &base.Cases[i]
		// The two languages differ in words only.
		langs := []advisor.Lang{"zh", "en"}
		if i%3 > 0 {
			langs = langs[:1]
		}
		for _, lang := range langs {
			s := advisor.NewSession(base, advisor.Options{Today: c.Today, Lang: lang})
			for id, v := range c.Answers {
				if err := s.Answer(id, v); err != nil {
					t.Fatalf("%s: %v", c.Pos.File, err)
				}
			}
			visit(c.Pos.File+" "+string(lang), s, s.Report())
		}
	}
}

// A case's report fits the schema, and can be written and read back
// unchanged in every format.
func TestRealReports(t *testing.T) {
	schema, err := validator.NewCompiler().Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	reports(t, func(name string, s *advisor.Session, r *advisor.Report) {
		n++
		for _, f := range export.Formats() {
			if (f.Name == "pdf" || f.Name == "docx") && n%5 > 0 {
				continue // the slow ones, for each fifth
			}
			var b bytes.Buffer
			if err := export.Write(&b, f.Name, r, export.Options{}); err != nil {
				t.Fatalf("%s as %s: %v", name, f.Name, err)
			}
			got, err := export.Verify(b.Bytes(), "report"+f.Ext)
			if err != nil || got.Code != r.Code || got.Digest != r.Digest || got.AsOf != r.AsOf || got.LawAsOf != r.LawAs || got.Lang != r.Lang {
				t.Errorf("%s as %s: Verify = %+v, %v", name, f.Name, got, err)
			}
			// One character less is seen, whatever the format.
			if f.Name == "txt" {
				cut := strings.Replace(b.String(), "：", "", 1)
				if c, err := export.Compare([]byte(cut), "x.txt", r); err == nil && r.Lang == "zh" && c.Verdict != export.ByHand {
					t.Errorf("%s: a missing character is %v", name, c.Verdict)
				}
			}
			if f.Name == "json" {
				validate(t, name, schema, b.Bytes())
			}
			for _, bad := range []string{"%!", "{{", "\x00"} {
				if f.Name != "pdf" && f.Name != "docx" && strings.Contains(b.String(), bad) {
					t.Errorf("%s as %s holds %q", name, f.Name, bad)
				}
			}
		}
		letters(t, name, s, r)
	})
	if n < 10 {
		t.Errorf("only %d reports were tried", n)
	}
}

func validate(t *testing.T, name string, schema *validator.Schema, data []byte) {
	t.Helper()
	doc, err := validator.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	var back advisor.Report
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&back); err != nil || back.Sum() != back.Digest {
		t.Errorf("%s: read back, the digest is %s, not %s; %v", name, back.Sum(), back.Digest, err)
	}
}

func letters(t *testing.T, name string, s *advisor.Session, r *advisor.Report) {
	t.Helper()
	for _, d := range r.Drafts {
		l, err := s.Draft(d.ID)
		if err != nil {
			t.Errorf("%s: the report offers the letter %s: %v", name, d.ID, err)
			continue
		}
		for _, format := range []string{"txt", "md", "docx"} {
			if err := export.WriteLetter(&bytes.Buffer{}, format, &l, export.Options{}); err != nil {
				t.Errorf("%s: letter %s as %s: %v", name, d.ID, format, err)
			}
		}
	}
}
