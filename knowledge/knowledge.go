// Package knowledge is the law: files that a lawyer edits, as README.md tells,
// and the copy of them that is built into the program. They are read by
// knowledge/load and proven by knowledge/check.
package knowledge

import (
	"embed"
	"io/fs"
	"sync"

	"wangdai/advisor"
	"wangdai/knowledge/load"
)

//go:embed *.yaml asks calendar cases common drafts editions facts findings laws myths outcomes questions rates scope
var embedded embed.FS

var once = sync.OnceValues(func() (*advisor.Base, []load.Problem) { return load.Folder(embedded) })

// Embedded is the knowledge this program was built with. It is loaded once;
// the Base is shared and must not be changed.
func Embedded() (*advisor.Base, []load.Problem) { return once() }

// Files are the files this program was built with, for showing a line of them.
func Files() fs.FS { return embedded }
