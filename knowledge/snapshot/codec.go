package snapshot

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// A value is written field by field, without names: whole numbers as varints,
// texts as their number in a table of texts. What a type is made of is found by
// reflection, once, so that a field added to the law is carried along by
// itself; the shape says of which fields a snapshot was made.

// A form is how values of one type are written and read.
type form struct {
	write func(*writer, reflect.Value)
	read  func(*reader, reflect.Value)
}

// forms finds the form of each type, and spells out the shape of all.
type forms struct {
	known map[reflect.Type]*form
	shape strings.Builder
}

// of is the form of a type. A type that holds itself finds its form begun.
func (s *forms) of(t reflect.Type) *form {
	if f := s.known[t]; f != nil {
		s.shape.WriteString(t.String() + ";")
		return f
	}
	f := new(form)
	s.known[t] = f
	s.shape.WriteString(t.String() + "=" + t.Kind().String() + "{")
	switch t.Kind() {
	case reflect.String:
		f.write = func(w *writer, v reflect.Value) { w.uint(w.text(v.String())) }
		f.read = func(r *reader, v reflect.Value) { v.SetString(r.text()) }
	case reflect.Bool:
		f.write = func(w *writer, v reflect.Value) { w.uint(map[bool]uint64{true: 1}[v.Bool()]) }
		f.read = func(r *reader, v reflect.Value) { v.SetBool(r.uint() == 1) }
	case reflect.Int, reflect.Int32, reflect.Int64:
		f.write = func(w *writer, v reflect.Value) { w.data = binary.AppendVarint(w.data, v.Int()) }
		f.read = func(r *reader, v reflect.Value) { v.SetInt(r.int()) }
	case reflect.Uint8, reflect.Uint64:
		f.write = func(w *writer, v reflect.Value) { w.uint(v.Uint()) }
		f.read = func(r *reader, v reflect.Value) { v.SetUint(r.uint()) }
	case reflect.Pointer:
		s.pointer(t, f)
	case reflect.Slice:
		s.slice(t, f)
	case reflect.Map:
		s.mapping(t, f)
	case reflect.Struct:
		s.fields(t, f)
	default:
		panic(fmt.Sprintf("a snapshot cannot hold a %v", t))
	}
	s.shape.WriteString("}")
	return f
}

func (s *forms) pointer(t reflect.Type, f *form) {
	to := s.of(t.Elem())
	f.write = func(w *writer, v reflect.Value) {
		if v.IsNil() {
			w.uint(0)
			return
		}
		w.uint(1)
		to.write(w, v.Elem())
	}
	f.read = func(r *reader, v reflect.Value) {
		if r.uint() == 1 {
			x := reflect.New(t.Elem())
			to.read(r, x.Elem())
			v.Set(x)
		}
	}
}

func (s *forms) slice(t reflect.Type, f *form) {
	of := s.of(t.Elem())
	f.write = func(w *writer, v reflect.Value) {
		w.length(v)
		for i := range v.Len() {
			of.write(w, v.Index(i))
		}
	}
	f.read = func(r *reader, v reflect.Value) {
		n, ok := r.length()
		if !ok {
			return
		}
		x := reflect.MakeSlice(t, n, n)
		for i := range n {
			of.read(r, x.Index(i))
		}
		v.Set(x)
	}
}

// mapping writes a map in the order of its keys, so that the same law gives the
// same bytes.
func (s *forms) mapping(t reflect.Type, f *form) {
	key, of := s.of(t.Key()), s.of(t.Elem())
	f.write = func(w *writer, v reflect.Value) {
		w.length(v)
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
		for _, k := range keys {
			key.write(w, k)
			of.write(w, v.MapIndex(k))
		}
	}
	f.read = func(r *reader, v reflect.Value) {
		n, ok := r.length()
		if !ok {
			return
		}
		v.Set(reflect.MakeMapWithSize(t, n))
		for range n {
			k, x := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
			key.read(r, k)
			of.read(r, x)
			v.SetMapIndex(k, x)
		}
	}
}

// fields are those of a struct that others see; what it keeps to itself, it
// makes itself.
func (s *forms) fields(t reflect.Type, f *form) {
	type field struct {
		i  int
		of *form
	}
	var all []field
	for i := range t.NumField() {
		if x := t.Field(i); x.IsExported() {
			s.shape.WriteString(x.Name + " ")
			all = append(all, field{i, s.of(x.Type)})
		}
	}
	f.write = func(w *writer, v reflect.Value) {
		for _, x := range all {
			x.of.write(w, v.Field(x.i))
		}
	}
	f.read = func(r *reader, v reflect.Value) {
		for _, x := range all {
			x.of.read(r, v.Field(x.i))
		}
	}
}

// A writer collects the bytes and the texts.
type writer struct {
	data  []byte
	texts []string
	at    map[string]uint64
}

func (w *writer) uint(n uint64) { w.data = binary.AppendUvarint(w.data, n) }

// length writes how many there are; nothing at all is not the same as none.
func (w *writer) length(v reflect.Value) {
	if v.IsNil() {
		w.uint(0)
		return
	}
	w.uint(uint64(v.Len()) + 1)
}

func (w *writer) text(s string) uint64 {
	n, ok := w.at[s]
	if !ok {
		n = uint64(len(w.texts))
		w.at[s], w.texts = n, append(w.texts, s)
	}
	return n
}

// errBroken is what reading a snapshot that was cut or changed ends with.
var errBroken = errors.New("the snapshot is broken")

// A reader reads what a writer wrote. It panics with errBroken.
type reader struct {
	data  []byte
	texts []string
}

func (r *reader) uint() uint64 {
	n, size := binary.Uvarint(r.data)
	if size <= 0 {
		panic(errBroken)
	}
	r.data = r.data[size:]
	return n
}

func (r *reader) int() int64 {
	n, size := binary.Varint(r.data)
	if size <= 0 {
		panic(errBroken)
	}
	r.data = r.data[size:]
	return n
}

// count is how many there are; each takes a byte at least.
func (r *reader) count() uint64 {
	n := r.uint()
	if n > uint64(len(r.data))+1 {
		panic(errBroken)
	}
	return n
}

// length is how many there are; not ok where there is nothing at all.
func (r *reader) length() (n int, ok bool) {
	c := r.count()
	return int(c) - 1, c > 0
}

func (r *reader) text() string {
	n := r.uint()
	if n >= uint64(len(r.texts)) {
		panic(errBroken)
	}
	return r.texts[n]
}
