package load

import (
	"io/fs"
	"path"

	"wangdai/advisor/code"
	"wangdai/advisor/fact"
)

// Editions of the questions that papers with codes were handed out from stand
// in editions/, one short file each. They are written by "wangdai edition
// --record" and never changed: see [code.Edition].

const editionFolder = "editions"

// EditionFile is the name of an edition's file within a knowledge folder.
func EditionFile(e *code.Edition, day fact.Date) string {
	return path.Join(editionFolder, day.String()+"-"+e.Number()+".txt")
}

// AsksFile is the table of the numbers by which codes know the asks. It is only
// added to: see [code.ReadAsks].
const AsksFile = editionFolder + "/asks.txt"

// askNumbers reads the table. A folder without one is no fault: its asks have
// numbers in their order.
func (l *loader) askNumbers(fsys fs.FS) {
	data, err := fs.ReadFile(fsys, AsksFile)
	if err != nil {
		return
	}
	ids, line, wrong := code.ReadAsks(string(data))
	if line > 0 {
		l.problems = append(l.problems, Problem{File: AsksFile, Line: line, Col: 1, Notice: wrong})
	}
	l.b.AskNumbers = ids
	l.b.Index()
}

// pastEditions reads the files; whether they are whole is looked at when a
// code needs one, and by Prove. A folder without any is no fault.
func pastEditions(fsys fs.FS) []code.PastEdition {
	names, err := fs.Glob(fsys, editionFolder+"/*.txt")
	if err != nil {
		return nil
	}
	var out []code.PastEdition
	for _, name := range names {
		if name == AsksFile {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			out = append(out, code.PastEdition{Name: name, Text: string(data)})
		}
	}
	return out
}
