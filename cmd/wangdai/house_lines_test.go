package main

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wangdai/advisor/typeset"
)

const (
	widest   = 120 // cells; a Han character takes two, a tab four (.editorconfig)
	longest  = 60  // lines of a function
	tabWidth = "    "
)

// eachSource visits every Go file, tests too.
func eachSource(t *testing.T, visit func(name string, src []byte)) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && strings.HasPrefix(d.Name(), ".") && len(d.Name()) > 2:
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, path)
		seen++
		visit(filepath.ToSlash(rel), src)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 300 {
		t.Errorf("only %d files were found", seen)
	}
}

// exempt are the lines whose width is not ours to choose: those of a raw string
// are a page, a pattern, markup or a file, and what an example prints is
// compared line for line.
func exempt(src []byte) map[int]bool {
	out := map[int]bool{}
	fset := token.NewFileSet()
	file := fset.AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, nil, scanner.ScanComments)
	printed := false
	for {
		pos, tok, text := s.Scan()
		first := file.Line(pos)
		switch tok {
		case token.EOF:
			return out
		case token.STRING:
			if text[0] == '`' {
				for i := range strings.Count(text, "\n") + 1 {
					out[first+i] = true
				}
			}
		case token.COMMENT:
			printed = printed || strings.HasPrefix(text, "// Output:")
			out[first] = out[first] || printed
		case token.RBRACE:
			printed = false
		}
	}
}

// TestLinesAreNarrow: two pieces of code side by side fit on a screen, Chinese
// and all.
func TestLinesAreNarrow(t *testing.T) {
	eachSource(t, func(name string, src []byte) {
		free := exempt(src)
		for i, line := range strings.Split(string(src), "\n") {
			w := typeset.Width(strings.ReplaceAll(line, "\t", tabWidth))
			if w > widest && !free[i+1] {
				t.Errorf("%s:%d is %d cells wide; at most %d", name, i+1, w, widest)
			}
		}
	})
}

// TestFunctionsAreShort: a function fits on a screen. In tests a table may be
// longer: it is data.
func TestFunctionsAreShort(t *testing.T) {
	eachSource(t, func(name string, src []byte) {
		if strings.HasSuffix(name, "_test.go") {
			return
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if n := fset.Position(fn.End()).Line - fset.Position(fn.Pos()).Line + 1; n > longest {
				t.Errorf("%s: %s has %d lines; at most %d", name, fn.Name.Name, n, longest)
			}
		}
	})
}
