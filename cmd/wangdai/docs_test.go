package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wangdai/advisor/fact"
	"wangdai/advisor/handbook"
)

func testApp(t *testing.T) *app {
	t.Helper()
	return &app{env: &env{out: &bytes.Buffer{}, err: &bytes.Buffer{}, getenv: func(string) string { return "" }},
		speech: fact.EN}
}

// TestDocsLeaveWhatAPersonWrote: only its own pages are rewritten or removed.
func TestDocsLeaveWhatAPersonWrote(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	read := func(name string) string {
		text, _ := os.ReadFile(filepath.Join(dir, name))
		return string(text)
	}
	a := testApp(t)
	write("notes.md", "mine")
	write("gone.md", handbook.Mark+" old")
	write("a.md", handbook.Mark+" old")
	pages := map[string]string{"a.md": handbook.Mark + " new", "b.md": handbook.Mark + " b"}
	if err := a.writePages(dir, pages); err != nil {
		t.Fatal(err)
	}
	if read("notes.md") != "mine" || read("gone.md") != "" || read("a.md") != pages["a.md"] ||
		read("b.md") != pages["b.md"] {
		t.Error("not the pages that were asked for")
	}
	pages["notes.md"] = handbook.Mark + " theirs"
	pages["a.md"] = handbook.Mark + " newer"
	err := a.writePages(dir, pages)
	if err == nil || !strings.Contains(err.Error(), "notes.md") || read("notes.md") != "mine" {
		t.Errorf("a person's file: %v, now %q", err, read("notes.md"))
	}
	if read("a.md") == pages["a.md"] {
		t.Error("something was written although it could not be done in full")
	}
}
