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

	"wangdai/advisor"
	"wangdai/knowledge/load"
)

// Name is where the snapshot lies in the folder of the law.
const Name = "snapshot/law.bin"

// magic begins a snapshot; its number changes with the way it is written.
const magic = "wangdai law 1\n"

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
			check = crc32.Update(check, castagnoli, part[:n])
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

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// makesLaw reports whether a file is one that the law is read from.
func makesLaw(name string) bool {
	return path.Ext(name) == ".yaml" || path.Dir(name) == "editions" && path.Ext(name) == ".txt"
}

// A Law is what a snapshot holds: what it takes to ask and to advise, and the
// page shown before.
type Law struct {
	Base  advisor.Base
	Start load.Start
}

// shape is the form of a Law, and a number for the types it is made of.
func shape() (*form, uint64) {
	s := forms{known: map[reflect.Type]*form{}}
	f := s.of(reflect.TypeFor[Law]())
	h := fnv.New64a()
	_, _ = h.Write([]byte(s.shape.String()))
	return f, h.Sum64()
}

// Make is the snapshot of a law, and its start page, read from those files.
func Make(b *advisor.Base, start *load.Start, fsys fs.FS) ([]byte, error) {
	text, files, err := law(fsys)
	if err != nil {
		return nil, err
	}
	form, types := shape()
	slim := Law{*b, *start}
	slim.Base.Cases, slim.Base.Places = nil, nil
	w := &writer{at: map[string]uint64{}}
	form.write(w, reflect.ValueOf(slim))

	out := []byte(magic)
	out = binary.LittleEndian.AppendUint64(out, files)
	out = binary.LittleEndian.AppendUint64(out, types)
	return append(append(out, table(w.texts, text)...), w.data...), nil
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

// Open is the law of a snapshot; not ok where it was made of other files than
// these, or by a program of other types.
func Open(data string, fsys fs.FS) (l *Law, ok bool) {
	if len(data) < bodyAt || data[:sealAt] != magic {
		return nil, false
	}
	form, types := shape()
	text, files, err := law(fsys)
	number := func(at int) uint64 { return binary.LittleEndian.Uint64([]byte(data[at : at+8])) }
	if err != nil || number(sealAt) != files || number(sealAt+8) != types {
		return nil, false
	}
	defer func() {
		if r := recover(); r != nil && r != any(errBroken) {
			panic(r)
		} else if r != nil {
			l, ok = nil, false
		}
	}()
	own, rest := split(data[bodyAt:])
	r := &reader{data: []byte(rest)}
	r.table(own, text)
	l = new(Law)
	form.read(r, reflect.ValueOf(l).Elem())
	l.Base.Index()
	return l, true
}

// split cuts the texts of the snapshot's own off: they are used where they lie.
func split(data string) (own, rest string) {
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
