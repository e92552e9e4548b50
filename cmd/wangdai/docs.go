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
)

// docsCommand writes a page for each branch, and an index, for whoever checks
// the knowledge by reading.
func (a *app) docsCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "docs",
		Short: a.say("把知识写成文档：每个分支一页，加总表", "writes the knowledge as pages: one a branch, and an index"),
		Long: a.say("把知识写成文档：每个分支一页（问题、结论、期限、文书、决策树），README.md 是总表。\n只改写它自己生成的文件；分支没有了，旧的一页也删掉。",
			"Writes the knowledge as pages: one a branch (questions, findings, deadlines, letters, the tree), and README.md as the index.\nIt overwrites only what it wrote itself, and removes the page of a branch that is gone."),
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if dir == "" {
				return badInput("%s", a.say("请写 --out 文件夹，例如 --out knowledge/docs", "say where: --out DIR, such as --out knowledge/docs"))
			}
			b, err := a.sound(a.whole())
			if err != nil {
				return err
			}
			pages, err := handbookPages(b)
			if err != nil {
				return &failure{status: statusFailed, err: err}
			}
			return a.writePages(dir, pages)
		},
	}
	c.Flags().StringVar(&dir, "out", "", a.say("文件夹，如 knowledge/docs", "the folder, such as knowledge/docs"))
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
		return &failure{status: statusFailed, err: err}
	}
	old, err := generated(dir)
	if err != nil {
		return &failure{status: statusFailed, err: err}
	}
	names := slices.Sorted(maps.Keys(pages))
	for _, name := range names {
		file := filepath.Join(dir, name)
		if _, err := os.Lstat(file); err == nil && old[name] == "" {
			return badInput("%s: %s", clean(file), a.say("不是这个命令写的，不改写；请移开它，或换一个文件夹", "was not written by this command and is left alone; move it, or choose another folder"))
		}
	}
	changed := 0
	for _, name := range names {
		if old[name] == pages[name] {
			continue
		}
		changed++
		if err := os.WriteFile(filepath.Join(dir, name), []byte(pages[name]), 0o644); err != nil {
			return &failure{status: statusFailed, err: err}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(old)) {
		if pages[name] != "" {
			continue
		}
		changed++
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			return &failure{status: statusFailed, err: err}
		}
	}
	fmt.Fprintf(a.err, a.say("%s：%d 页，改了 %d 页\n", "%s: %d pages, %d changed\n"), clean(dir), len(pages), changed)
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
