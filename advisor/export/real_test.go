package export_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"sync"
	"testing"

	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/knowledge"
)

// reports visits every case of the knowledge, two at a time; each third in
// English, too, since the two languages differ in words only.
func reports(t *testing.T, visit func(i int, name string, s *advisor.Session, r *advisor.Report)) {
	t.Helper()
	base, problems := knowledge.Embedded()
	if base == nil {
		t.Fatalf("the knowledge does not load, %d problems, the first: %v", len(problems), problems[0])
	}
	if len(base.Cases) < 100 {
		t.Fatalf("only %d cases", len(base.Cases))
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for i := range next {
				c := &base.Cases[i]
				langs := []advisor.Lang{"zh", "en"}
				if i%3 > 0 {
					langs = langs[:1]
				}
				for _, lang := range langs {
					s := advisor.NewSession(base, advisor.Options{Today: c.Today, Lang: lang})
					s.Load(c.Answers)
					visit(i, c.Pos.File+" "+string(lang), s, s.Report())
				}
			}
		})
	}
	for i := range base.Cases {
		next <- i
	}
	close(next)
	wg.Wait()
}

// A case's report fits the schema, and can be written and read back
// unchanged in every format.
func TestRealReports(t *testing.T) {
	schema, err := validator.NewCompiler().Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	reports(t, func(i int, name string, s *advisor.Session, r *advisor.Report) {
		for _, f := range export.Formats() {
			var b bytes.Buffer
			if err := export.Write(&b, f.Name, r, export.Options{}); err != nil {
				t.Errorf("%s as %s: %v", name, f.Name, err)
				continue
			}
			got, err := export.Verify(b.Bytes(), "report"+f.Ext)
			if err != nil || got.Code != r.Code || got.Digest != r.Digest || got.AsOf != r.AsOf || got.LawAsOf != r.LawAs || got.Lang != r.Lang {
				t.Errorf("%s as %s: Verify = %+v, %v", name, f.Name, got, err)
			}
			// One character less is seen, whatever the format.
			if f.Name == "txt" && i%8 == 0 {
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
		letters(t, i, name, s, r)
	})
}

func validate(t *testing.T, name string, schema *validator.Schema, data []byte) {
	t.Helper()
	doc, err := validator.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
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

func letters(t *testing.T, i int, name string, s *advisor.Session, r *advisor.Report) {
	t.Helper()
	for _, d := range r.Drafts {
		l, err := s.Draft(d.ID)
		if err != nil {
			t.Errorf("%s: the report offers the letter %s: %v", name, d.ID, err)
			continue
		}
		for _, format := range []string{"txt", "md", "docx", "pdf"} {
			if format == "pdf" && i%8 > 0 {
				continue
			}
			if err := export.WriteLetter(&bytes.Buffer{}, format, &l, export.Options{}); err != nil {
				t.Errorf("%s: letter %s as %s: %v", name, d.ID, format, err)
			}
		}
	}
}
