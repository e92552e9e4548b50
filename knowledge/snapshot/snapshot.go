// Package snapshot keeps the law compiled, so that the program need not read
// hundreds of files to ask its first question.
//
// A snapshot is made from the files when somebody runs
//
//	go generate ./knowledge
//
// and is right for exactly those: it carries their sum. [Open] compares it with
// the files that the program was built with and refuses any other, and the law
// is then read from the files, right but slow; a test tells that the snapshot
// is stale. What only the proof needs, cases and records, is no part of it.
//
// Texts that stand in a file in one piece, as most do, are not stored again: the
// snapshot says where.
package snapshot

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"index/suffixarray"
	"io"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"sync"

	"wangdai/advisor"
	"wangdai/knowledge/load"
)

// Name is where the snapshot lies in the folder of the law.
const Name = "snapshot/law.bin"

// magic begins a snapshot; its number changes with the way it is written.
const magic = "wangdai law 2\n"

// A snapshot says at sealAt what it was made of: the sum of the files, and the
// number of the types of this program.
const sealAt, bodyAt = len(magic), len(magic) + 16

// proofs are the folders that the proof alone needs; all else makes the law.
var proofs = map[string]bool{"cases": true, "outcomes": true}

// law is the text of all files that make the law, one after the other, and
// their sum: of each its name, its length and its checksum.
func law(fsys fs.FS) (text string, sum uint64, err error) {
	var all strings.Builder
	all.Grow(mostLaw)
	h := fnv.New64a()
	part := make([]byte, 1<<16)
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && proofs[name]:
			return fs.SkipDir
		case d.IsDir() || !makesLaw(name):
			return nil
		}
		f, err := fsys.Open(name)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }()
		before, check := all.Len(), uint32(0)
		for n := 0; err == nil; {
			n, err = f.Read(part)
			check = crc32.Update(check, castagnoli(), part[:n])
			_, _ = all.Write(part[:n])
		}
		if err != io.EOF {
			return err
		}
		fmt.Fprintln(h, name, all.Len()-before, check)
		return nil
	})
	return all.String(), h.Sum64(), err
}

// mostLaw is room for all of it; what is not filled costs nothing.
const mostLaw = 4 << 20

var castagnoli = sync.OnceValue(func() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) })

// makesLaw reports whether a file is one that the law is read from.
func makesLaw(name string) bool {
	return path.Ext(name) == ".yaml" || path.Dir(name) == "editions" && path.Ext(name) == ".txt"
}

// shapes are the forms of the two things a snapshot holds, and a number for the types they
// are made of: the start page, read first and alone, and the law, which is
// what it takes to ask and to advise.
func shapes() (start, base *form, types uint64) {
	s := forms{known: map[reflect.Type]*form{}}
	start, base = s.of(reflect.TypeFor[load.Start]()), s.of(reflect.TypeFor[advisor.Base]())
	h := fnv.New64a()
	_, _ = h.Write([]byte(s.shape.String()))
	return start, base, h.Sum64()
}

// Make is the snapshot of a law, and its start page, read from those files.
func Make(b *advisor.Base, start *load.Start, fsys fs.FS) ([]byte, error) {
	text, files, err := law(fsys)
	if err != nil {
		return nil, err
	}
	page, whole, types := shapes()
	slim := *b
	slim.Cases, slim.Places = nil, nil

	out := []byte(magic)
	out = binary.LittleEndian.AppendUint64(out, files)
	out = binary.LittleEndian.AppendUint64(out, types)
	first := body(page, reflect.ValueOf(*start), text)
	out = binary.AppendUvarint(out, uint64(len(first)))
	return append(append(out, first...), body(whole, reflect.ValueOf(slim), text)...), nil
}

// body is one value with its texts.
func body(f *form, v reflect.Value, text string) []byte {
	w := &writer{at: map[string]uint64{}}
	f.write(w, v)
	return append(table(w.texts, text), w.data...)
}

// table writes the texts: the length of each doubled, and where it stands in
// the files; those that stand nowhere are odd, and follow one after the other.
func table(texts []string, files string) []byte {
	where := suffixarray.New([]byte(files))
	var own bytes.Buffer
	list := binary.AppendUvarint(nil, uint64(len(texts)))
	for _, t := range texts {
		if at := where.Lookup([]byte(t), 1); len(at) > 0 {
			list = binary.AppendUvarint(list, uint64(len(t))<<1)
			list = binary.AppendUvarint(list, uint64(at[0]))
			continue
		}
		list = binary.AppendUvarint(list, uint64(len(t))<<1|1)
		own.WriteString(t)
	}
	out := binary.AppendUvarint(nil, uint64(own.Len()))
	return append(append(out, own.Bytes()...), list...)
}

// A Snapshot is one that was made of the files at hand.
type Snapshot struct {
	Start      load.Start
	text, data string // the files, and what is written of the law
}

// Open is a snapshot and its start page; not ok where it was made of other
// files than these, or by a program of other types.
func Open(data string, fsys fs.FS) (s *Snapshot, ok bool) {
	if len(data) < bodyAt || data[:sealAt] != magic {
		return nil, false
	}
	page, _, types := shapes()
	text, files, err := law(fsys)
	number := func(at int) uint64 { return binary.LittleEndian.Uint64([]byte(data[at : at+8])) }
	if err != nil || number(sealAt) != files || number(sealAt+8) != types {
		return nil, false
	}
	defer unbroken(&ok)
	first, rest := split(data[bodyAt:])
	s = &Snapshot{text: text, data: rest}
	read(page, first, text, reflect.ValueOf(&s.Start).Elem())
	return s, true
}

// Law is the law of the snapshot; not ok where it is damaged.
func (s *Snapshot) Law() (b *advisor.Base, ok bool) {
	defer unbroken(&ok)
	_, whole, _ := shapes()
	b = new(advisor.Base)
	read(whole, s.data, s.text, reflect.ValueOf(b).Elem())
	b.Index()
	return b, true
}

// unbroken makes ok false where a snapshot turned out to be damaged.
func unbroken(ok *bool) {
	if r := recover(); r != nil && r != any(errBroken) {
		panic(r)
	} else if r != nil {
		*ok = false
	}
}

// read reads one value with its texts.
func read(f *form, data, text string, v reflect.Value) {
	own, rest := split(data)
	r := &reader{data: []byte(rest)}
	r.table(own, text)
	f.read(r, v)
}

// split cuts off what is led by its length: a body, or the texts of its own,
// which are used where they lie.
func split(data string) (first, rest string) {
	n, size := binary.Uvarint([]byte(data[:min(len(data), binary.MaxVarintLen64)]))
	if size <= 0 || n > uint64(len(data)-size) {
		panic(errBroken)
	}
	return data[size : size+int(n)], data[size+int(n):]
}

// table reads the texts, as parts of the snapshot and of the files.
func (r *reader) table(own, files string) {
	r.texts = make([]string, r.count())
	for i := range r.texts {
		size := r.uint()
		n, of, at := size>>1, files, uint64(0)
		if size&1 == 0 {
			at = r.uint()
		} else {
			of = own
			own = own[min(n, uint64(len(own))):]
		}
		if at > uint64(len(of)) || n > uint64(len(of))-at {
			panic(errBroken)
		}
		r.texts[i] = of[at : at+n]
	}
}
