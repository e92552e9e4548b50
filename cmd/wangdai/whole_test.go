package main

import (
	"flag"
	"io"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
)

var update = flag.Bool("update", false, "rewrite the pages of knowledge/docs")

func base(t testing.TB) *advisor.Base {
	t.Helper()
	b, problems := knowledge.Embedded()
	if b == nil {
		t.Fatal(problems[0].In("en"))
	}
	return b
}

// TestCodes packs every case and reads it back.
func TestCodes(t *testing.T) {
	b := base(t)
	longest, short := 0, 0
	for i := range b.Cases {
		c := &b.Cases[i]
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		for s.State().Next >= 0 {
			id := b.Facts[b.Questions[s.State().Next].Fact].ID
			v, ok := c.Answers[id]
			if !ok {
				v = fact.NotSure()
			}
			if err := s.Answer(id, v); err != nil {
				t.Fatalf("%s: %v", c.Pos.File, err)
			}
		}
		code := s.Code()
		n := len(strings.ReplaceAll(code, "-", ""))
		longest = max(longest, n)
		if n <= 60 {
			short++
		}
		r, err := b.ReadCode(strings.ToLower(strings.ReplaceAll(code, "-", " ")))
		if err != nil {
			t.Errorf("%s: %s: %v", c.Pos.File, code, err)
			continue
		}
		p := advisor.NewSession(b, advisor.Options{Today: c.Today})
		p.Load(r.Answers)
		if p.Code() != code || p.Report().Digest != s.Report().Digest {
			t.Errorf("%s: the code %s reads as another interview", c.Pos.File, code)
		}
		// One wrong character is noticed.
		for _, k := range []int{0, len(code) / 2, len(code) - 1} {
			bad := []byte(code)
			if bad[k] == '-' {
				k++
			}
			bad[k] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(strings.IndexByte("0123456789ABCDEFGHJKMNPQRSTVWXYZ", bad[k])+1)%32]
			if _, err := b.ReadCode(string(bad)); err == nil {
				t.Errorf("%s: a wrong character in %s is not noticed", c.Pos.File, code)
			}
		}
	}
	if short*100 < 95*len(b.Cases) {
		t.Errorf("%d of %d codes have at most 60 characters, want 95%%; the longest has %d", short, len(b.Cases), longest)
	}
}

// BenchmarkResolve is one replay of 25 answers with the conditions of all
// findings; the reasons of those that hold are what because costs on top.
func BenchmarkResolve(bb *testing.B) {
	b := base(bb)
	var c *advisor.Case
	for i := range b.Cases {
		if n := len(b.Cases[i].Answers); b.Cases[i].Answers["role"].N == 0 && n <= 25 && (c == nil || n > len(c.Answers)) {
			c = &b.Cases[i]
		}
	}
	bb.ReportMetric(float64(len(c.Answers)), "answers")
	bb.ReportAllocs()
	for bb.Loop() {
		advisor.Resolve(b, c.Answers, c.Today)
	}
}

func BenchmarkReport(bb *testing.B) {
	b := base(bb)
	c := &b.Cases[0]
	s := advisor.NewSession(b, advisor.Options{Today: c.Today})
	s.Load(c.Answers)
	bb.ReportAllocs()
	for bb.Loop() {
		s.Report()
	}
}

// FuzzAnswers feeds files of answers: refusing is fine, panicking is not.
func FuzzAnswers(f *testing.F) {
	b := base(f)
	f.Add("role: borrower\nlender: bank\nplan: {periods: 12, each: 1000}\n")
	f.Add("answers: {role: data, contacts: [{on: 2025-01-01, what: demand}]}\nrest: unknown\n")
	f.Add("{\"role\": \"borrower\", \"amount\": -1e99}")
	f.Add("conduct: [night, threats, none]\nrole: borrower\n")
	f.Fuzz(func(t *testing.T, s string) {
		a := &app{env: &env{today: fact.NewDate(2026, 11, 25), getenv: func(string) string { return "" }, err: io.Discard}}
		raw, _, _, err := a.parseAnswers("f", []byte(s))
		if err != nil {
			return
		}
		ans, errs := b.DecodeAnswers(raw, a.today)
		if len(errs) == 0 {
			advisor.Resolve(b, ans, a.today)
		}
	})
}
