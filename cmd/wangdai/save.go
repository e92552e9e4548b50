package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/cmd/internal/hall"
)

// output writes to a file that must not exist yet, and says that it is saved;
// without a name, to standard output.
func (a *app) output(name string, write func(io.Writer) error) error {
	if name == "" || name == "-" {
		return write(a.out)
	}
	if err := a.save(name, write); err != nil {
		return err
	}
	fmt.Fprintf(a.err, a.words().Save.Saved+"\n", hall.Clean(name))
	return nil
}

// save is [writeNew] with its errors in the person's words.
func (a *app) save(name string, write func(io.Writer) error) error {
	err := writeNew(name, write)
	var pe *fs.PathError
	switch {
	case errors.Is(err, fs.ErrExist):
		return hall.Wrong("%s: %s", hall.Clean(name), hall.Words(err, a.speech))
	case errors.Is(err, fs.ErrNotExist):
		return hall.Broken(a.words().Save.NoFolder, hall.Clean(filepath.Dir(name)))
	case errors.As(err, &pe):
		return a.failed(name, pe.Err)
	}
	return err
}

// writeNew writes a file that must not exist yet, for its owner's eyes only.
// The content appears whole or not at all: it is written out of sight and
// linked to its name when complete. What the system refuses is a
// [*fs.PathError] with the name that was given.
func writeNew(name string, write func(io.Writer) error) error {
	refused := func(err error) error { return &fs.PathError{Op: "save", Path: name, Err: cause(err)} }
	if _, err := os.Lstat(name); err == nil {
		return refused(fs.ErrExist)
	}
	tmp, link, err := scratch(name)
	if err != nil {
		return refused(err)
	}
	defer tmp.Close()
	if link == nil {
		defer os.Remove(tmp.Name())
		link = func() error { return linkOrMove(tmp.Name(), name) }
	}
	written := &witness{Writer: tmp}
	if err := write(written); err != nil {
		if written.err != nil {
			return refused(written.err)
		}
		return err
	}
	if err := tmp.Sync(); err != nil {
		return refused(err)
	}
	err = link()
	if err != nil && !errors.Is(err, os.ErrExist) && tmp.Name() == name {
		// The nameless file could not be named after all: its content is still
		// there to be read, so it is copied the other way.
		err = copyThere(tmp, name)
	}
	if err != nil {
		return refused(err)
	}
	return nil
}

// witness remembers what went wrong while writing, which whoever writes may
// have wrapped.
type witness struct {
	io.Writer
	err error
}

// Write writes.
func (w *witness) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if err != nil {
		w.err = err
	}
	return n, err
}

// cause is what went wrong without the path of a hidden file.
func cause(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}

// scratch opens a file beside name, to be written and then linked. Where the
// system can, the file has no name until it is linked, so that a killed
// process leaves nothing; elsewhere link is nil and the file is a hidden one.
func scratch(name string) (f *os.File, link func() error, err error) {
	if f, link = nameless(name); f != nil {
		return f, link, nil
	}
	f, err = os.CreateTemp(filepath.Dir(name), ".wangdai-*")
	return f, nil, err
}

// copyThere saves what a nameless file holds by way of a hidden file.
func copyThere(from *os.File, name string) error {
	tmp, err := os.CreateTemp(filepath.Dir(name), ".wangdai-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	defer tmp.Close()
	if _, err := from.Seek(0, io.SeekStart); err != nil {
		return err
	}
	if _, err := io.Copy(tmp, from); err != nil {
		return err
	}
	if err := tmp.Sync(); err != nil {
		return err
	}
	return linkOrMove(tmp.Name(), name)
}

// linkOrMove gives a file its name. A link, unlike a rename, fails where
// something has appeared meanwhile; but not every file system has links.
func linkOrMove(from, to string) error {
	err := os.Link(from, to)
	if err == nil || errors.Is(err, os.ErrExist) {
		return err
	}
	return os.Rename(from, to)
}

// saver saves reports beside the person, never over an existing file.
type saver struct{ *app }

// Save writes the report to a new file in the current folder and says where.
func (s saver) Save(format string, r *advisor.Report) (string, error) {
	return s.beside("wangdai-"+r.AsOf, format, func(w io.Writer) error {
		return export.Write(w, format, r, export.Options{})
	})
}

// SaveLetter writes a letter the same way, under the letter's own name.
func (s saver) SaveLetter(format string, l *advisor.Letter) (string, error) {
	return s.beside("wangdai-"+l.ID, format, func(w io.Writer) error {
		return export.WriteLetter(w, format, l, export.Options{})
	})
}

// beside takes the first name that is free: name.pdf, name-2.pdf and so on.
func (s saver) beside(base, format string, write func(io.Writer) error) (string, error) {
	for i := 1; i < 100; i++ {
		name := base + "." + format
		if i > 1 {
			name = fmt.Sprintf("%s-%d.%s", base, i, format)
		}
		if _, err := os.Lstat(name); err == nil {
			continue
		}
		return name, s.save(name, write)
	}
	return "", errors.New(s.words().Save.TooMany)
}
