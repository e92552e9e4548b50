package export_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	validator "github.com/santhosh-tekuri/jsonschema/v6"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
)

var full = flag.Bool("full", false, "try every case, not a sample")

// sampled picks five cases of each branch, from the one with the fewest
// answers to the one with the most: those differ in what a report holds.
func sampled(base *advisor.Base) []*advisor.Case {
	byRole := map[int64][]*advisor.Case{}
	var roles []int64
	var all []*advisor.Case
	for i := range base.Cases {
		c := &base.Cases[i]
		all = append(all, c)
		role := int64(-1)
		if v := c.Answers["role"]; v.State == fact.Known {
			role = v.N
		}
		if byRole[role] == nil {
			roles = append(roles, role)
		}
		byRole[role] = append(byRole[role], c)
	}
	if *full {
		return all
	}
	const each = 5
	var out []*advisor.Case
	for _, role := range roles {
		list := byRole[role]
		slices.SortStableFunc(list, func(a, b *advisor.Case) int { return len(a.Answers) - len(b.Answers) })
		for k := range min(each, len(list)) {
			out = append(out, list[k*(len(list)-1)/max(min(each, len(list))-1, 1)])
		}
	}
	return out
}

// A case's report fits the schema, and can be written and read back
// unchanged in every format.
func TestRealReports(t *testing.T) {
	schema, err := validator.NewCompiler().Compile("report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	base, problems := knowledge.Whole()
	if base == nil {
		t.Fatalf("the knowledge does not load, %d problems, the first: %v", len(problems), problems[0])
	}
	cases := sampled(base)
	if len(cases) < 35 {
		t.Fatalf("only %d cases", len(cases))
	}
	for i, c := range cases {
		for _, lang := range []advisor.Lang{fact.ZH, fact.EN} {
			if lang == fact.EN && i%3 > 0 {
				continue // the two languages differ in words only
			}
			t.Run(filepath.Base(c.Pos.File)+" "+c.Name+" "+string(lang), func(t *testing.T) {
				t.Parallel()
				s := advisor.NewSession(base, advisor.Options{Today: c.Today, Lang: lang})
				s.Load(c.Answers)
				tryReport(t, schema, s)
			})
		}
	}
}

func tryReport(t *testing.T, schema *validator.Schema, s *advisor.Session) {
	r := s.Report()
	for _, f := range export.Formats() {
		var b bytes.Buffer
		if err := export.Write(&b, f.Name, r, export.Options{}); err != nil {
			t.Errorf("as %s: %v", f.Name, err)
			continue
		}
		got, err := export.Verify(b.Bytes(), "report"+f.Ext)
		want := export.Stamp{Format: got.Format, Form: got.Form, AsOf: r.AsOf, LawAsOf: r.LawAs, Lang: r.Lang,
			Digest: r.Digest, Code: r.Code}
		if err != nil || got != want {
			t.Errorf("as %s: Verify = %+v, %v", f.Name, got, err)
		}
		// One character less is seen.
		if f.Name == "txt" && r.Lang == fact.ZH {
			cut := strings.Replace(b.String(), "：", "", 1)
			if c, err := export.Compare([]byte(cut), "x.txt", r); err != nil || c.Verdict != export.ByHand {
				t.Errorf("a missing character is %v, %v", c.Verdict.Text().EN, err)
			}
		}
		if f.Name == "json" {
			validate(t, schema, b.Bytes())
		}
		for _, bad := range []string{"%!", "{{", "\x00"} {
			if f.Name != "pdf" && f.Name != "docx" && strings.Contains(b.String(), bad) {
				t.Errorf("as %s it holds %q", f.Name, bad)
			}
		}
	}
	letters(t, s, r)
}

func validate(t *testing.T, schema *validator.Schema, data []byte) {
	t.Helper()
	doc, err := validator.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Error(err)
		return
	}
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
	var back advisor.Report
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&back); err != nil || back.Sum() != back.Digest {
		t.Errorf("read back, the digest is %s, not %s; %v", back.Sum(), back.Digest, err)
	}
}

func letters(t *testing.T, s *advisor.Session, r *advisor.Report) {
	t.Helper()
	for i, d := range r.Drafts {
		l, err := s.Draft(d.ID)
		if err != nil {
			t.Errorf("the report offers the letter %s: %v", d.ID, err)
			continue
		}
		for _, f := range export.Formats() {
			if !f.Letters() || f.Name == "pdf" && i > 0 {
				continue // a PDF takes longer than all the others
			}
			if err := export.WriteLetter(&bytes.Buffer{}, f.Name, &l, export.Options{}); err != nil {
				t.Errorf("letter %s as %s: %v", d.ID, f.Name, err)
			}
		}
	}
}
