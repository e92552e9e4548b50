package part

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// No part hands a command to the program: nothing here so much as names one,
// and what the library's parts return beside themselves is dropped where it is
// returned. The library's field answers ctrl+v with a command that runs a
// clipboard program on the server.
func TestNoPartReturnsACommand(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	updates := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.SelectorExpr:
				if id, ok := x.X.(*ast.Ident); ok && id.Name == "tea" &&
					(x.Sel.Name == "Cmd" || x.Sel.Name == "Batch" || x.Sel.Name == "Sequence") {
					t.Errorf("%s names tea.%s", name, x.Sel.Name)
				}
			case *ast.AssignStmt:
				if call, ok := x.Rhs[0].(*ast.CallExpr); ok && calls(call, "Update") {
					updates++
					if id, ok := x.Lhs[len(x.Lhs)-1].(*ast.Ident); len(x.Lhs) != 2 || !ok || id.Name != "_" {
						t.Errorf("%s keeps the command of an Update", name)
					}
				}
			}
			return true
		})
	}
	if updates < 3 {
		t.Errorf("only %d calls of Update were found", updates)
	}
}

func calls(c *ast.CallExpr, name string) bool {
	s, ok := c.Fun.(*ast.SelectorExpr)
	return ok && s.Sel.Name == name
}
