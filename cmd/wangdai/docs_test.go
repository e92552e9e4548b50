package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wangdai/advisor/handbook"
)

const (
	docsDir     = root + "/knowledge/docs"
	docsCommand = "go run ./cmd/wangdai docs --out knowledge/docs"
	largestPage = 300_000 // bytes
)

func testApp(t *testing.T) *app {
	t.Helper()
	return &app{env: &env{out: &bytes.Buffer{}, err: &bytes.Buffer{}, getenv: func(string) string { return "" }}, lang: "en"}
}

// TestDocs: the pages say what the knowledge says now.
func TestDocs(t *testing.T) {
	want, err := handbookPages(base(t))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := testApp(t).writePages(docsDir, want); err != nil {
			t.Fatal(err)
		}
	}
	got, err := generated(docsDir)
	if err != nil {
		t.Fatal(err)
	}
	var stale []string
	for name, text := range want {
		if len(text) > largestPage {
			t.Errorf("%s has %d bytes, more than a page should", name, len(text))
		}
		if got[name] != text {
			stale = append(stale, name)
		}
	}
	for name := range got {
		if want[name] == "" {
			stale = append(stale, name)
		}
	}
	if slices.Sort(stale); len(stale) > 0 {
		t.Errorf("the knowledge has changed and knowledge/docs has not (%s). Run this, and commit what it writes:\n\n    %s\n", strings.Join(stale, ", "), docsCommand)
	}
}

// TestDocsTell: each page has what a person who checks it looks for, the same
// each time.
func TestDocsTell(t *testing.T) {
	b := base(t)
	pages, err := handbookPages(b)
	if err != nil {
		t.Fatal(err)
	}
	again, err := handbookPages(b)
	if err != nil || !maps.Equal(pages, again) {
		t.Errorf("two runs differ (%v)", err)
	}
	if !strings.Contains(pages[handbook.Index], docsCommand) {
		t.Error("the index does not say how to refresh it")
	}
	all := ""
	for name, text := range pages {
		if !strings.HasPrefix(text, handbook.Mark) || !strings.Contains(text, "```mermaid\nflowchart LR\n") {
			t.Errorf("%s has no mark or no drawing", name)
		}
		if !strings.Contains(pages[handbook.Index], "("+name+")") && name != handbook.Index {
			t.Errorf("the index does not lead to %s", name)
		}
		if strings.Count(text, "```")%2 != 0 {
			t.Errorf("%s: a code block does not end", name)
		}
		all += text
	}
	for i := range b.Questions {
		if id := b.Facts[b.Questions[i].Fact].ID; !strings.Contains(all, "`"+id+"`") {
			t.Errorf("question %s is on no page", id)
		}
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		if !strings.Contains(all, "`"+f.ID+"` · "+strings.Join(f.Rules, ", ")) {
			t.Errorf("finding %s with its rules is on no page", f.ID)
		}
	}
	named := map[int]bool{}
	for i := range b.Findings {
		for _, d := range b.Findings[i].Deadlines {
			named[d] = true
		}
	}
	for d := range named {
		if id := b.Facts[b.Deadlines[d].Fact].ID; !strings.Contains(all, "`"+id+"`\n  - 从") {
			t.Errorf("deadline %s is on no page", id)
		}
	}
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
	if read("notes.md") != "mine" || read("gone.md") != "" || read("a.md") != pages["a.md"] || read("b.md") != pages["b.md"] {
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
