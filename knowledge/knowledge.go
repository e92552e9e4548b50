// Package knowledge is the law: files that a lawyer edits, as README.md tells,
// and the copy of them that is built into the program. They are read by
// knowledge/load and proven by knowledge/check.
package knowledge

//go:generate go test ./snapshot -run TestFresh -update

import (
	"embed"
	"io/fs"
	"sync"

	"wangdai/advisor"
	"wangdai/knowledge/load"
	"wangdai/knowledge/snapshot"
)

//go:embed *.yaml asks calendar cases common drafts editions facts findings laws myths outcomes questions rates scope
var embedded embed.FS

//go:embed snapshot/law.bin
var compiled string

var (
	fresh = sync.OnceValues(func() (*snapshot.Snapshot, bool) { return snapshot.Open(compiled, embedded) })
	slim  = sync.OnceValues(func() (*advisor.Base, bool) {
		if s, ok := fresh(); ok {
			return s.Law()
		}
		return nil, false
	})
	law   = sync.OnceValues(func() (*advisor.Base, []load.Problem) { return load.Law(embedded) })
	whole = sync.OnceValues(func() (*advisor.Base, []load.Problem) { return load.Folder(embedded) })
)

// Embedded is the law this program was built with, as far as it takes to ask
// and to advise: without cases, and without the places of conditions. It is
// shared and must not be changed. It comes from the snapshot, or from the files
// where these have changed since the snapshot was made.
func Embedded() (*advisor.Base, []load.Problem) {
	if b, ok := slim(); ok {
		return b, nil
	}
	return law()
}

// Start is the start page of the same, read before and without the rest.
func Start() (*load.Start, error) {
	if s, ok := fresh(); ok {
		return &s.Start, nil
	}
	return load.Home(embedded)
}

// Whole is the same with all that its proof needs, read from the files.
func Whole() (*advisor.Base, []load.Problem) { return whole() }

// Fresh reports whether the snapshot was made from the files as they are.
func Fresh() bool {
	_, ok := fresh()
	return ok
}

// Files are the files this program was built with, for showing a line of them.
func Files() fs.FS { return embedded }
