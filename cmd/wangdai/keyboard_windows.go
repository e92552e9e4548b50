package main

import (
	"io"

	tea "charm.land/bubbletea/v2"
)

// withKeyboard runs a program with what a person types. A console of Windows
// gives keys and sizes, not bytes: the library reads them.
func withKeyboard(_ io.Reader, m tea.Model, use func(*tea.Program) error,
	opts ...tea.ProgramOption) (broke bool, err error) {
	return false, use(tea.NewProgram(m, opts...))
}
