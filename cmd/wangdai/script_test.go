package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"wangdai": main})
}

// TestScripts runs the commands as a person would; each script tells a story.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("WANGDAI_DATE", "2026-11-25")
			e.Setenv("LANG", "C")
			e.Setenv("TERM", "dumb")
			wd, err := os.Getwd()
			e.Setenv("CASES", wd+"/../../knowledge/cases")
			e.Setenv("KNOWLEDGE", wd+"/../../knowledge")
			return err
		},
	})
}
