package main

import (
	"io"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
)

func base(t testing.TB) *advisor.Base {
	t.Helper()
	b, problems := knowledge.Whole()
	if b == nil {
		t.Fatal(problems[0].In("en"))
	}
	return b
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
