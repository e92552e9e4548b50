package main

import (
	"testing"

	"wangdai/advisor"
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
