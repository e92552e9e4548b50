package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/handbook"
	"wangdai/advisor/paths"
	"wangdai/cmd/internal/hall"
)

// docsCommand writes a page for each branch, and an index, for whoever checks
// the knowledge by reading.
func (a *app) docsCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{Use: "docs", Args: a.takes(0, 0), RunE: func(*cobra.Command, []string) error {
		if dir == "" {
			return hall.Wrong("%s", a.words().Save.NoOut)
		}
		b, err := a.sound(a.whole())
		if err != nil {
			return err
		}
		pages, err := handbookPages(b)
		if err != nil {
			return a.failed("", err)
		}
		return a.writePages(dir, pages)
	}}
	c.Flags().StringVar(&dir, "out", "", "")
	return c
}

// handbookPages are the pages as of the day the law was last checked, so that
// they change with the knowledge and not with the day.
func handbookPages(b *advisor.Base) (map[string]string, error) {
	branches, err := paths.Count(b, b.LawAsOf)
	if err != nil {
		return nil, err
	}
	return handbook.Pages(b, branches), nil
}

// writePages makes a folder hold these pages and no older ones; what a person
// wrote there is left alone.
func (a *app) writePages(dir string, pages map[string]string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return a.failed(dir, err)
	}
	old, err := generated(dir)
	if err != nil {
		return a.failed(dir, err)
	}
	names := slices.Sorted(maps.Keys(pages))
	for _, name := range names {
		file := filepath.Join(dir, name)
		if _, err := os.Lstat(file); err == nil && old[name] == "" {
			return hall.Wrong("%s: %s", hall.Clean(file), a.words().Save.NotOurs)
		}
	}
	changed := 0
	for _, name := range names {
		if old[name] == pages[name] {
			continue
		}
		changed++
		if err := os.WriteFile(filepath.Join(dir, name), []byte(pages[name]), 0o644); err != nil {
			return a.failed(dir, err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(old)) {
		if pages[name] != "" {
			continue
		}
		changed++
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			return a.failed(dir, err)
		}
	}
	fmt.Fprintf(a.err, a.words().Save.Pages+"\n", hall.Clean(dir), len(pages), changed)
	return nil
}

// generated are the pages in a folder that the program wrote, by name.
func generated(dir string) (map[string]string, error) {
	out := map[string]string{}
	files, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		info, err := os.Lstat(f)
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			continue // a link may lead to a file of somebody else
		}
		text, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		if strings.HasPrefix(string(text), handbook.Mark) {
			out[filepath.Base(f)] = string(text)
		}
	}
	return out, nil
}
