package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"wangdai/advisor"
	"wangdai/advisor/export"
)

// writeNew writes a file that must not exist yet, for its owner's eyes only.
// The content appears whole or not at all: it is written out of sight and
// linked to its name when complete.
func writeNew(name string, write func(io.Writer) error) error {
	if _, err := os.Lstat(name); err == nil {
		return existsAlready(name)
	}
	tmp, link, err := scratch(name)
	if err != nil {
		return &failure{status: statusFailed, err: fmt.Errorf("%s: %v", clean(filepath.Dir(name)), cause(err))}
	}
	defer tmp.Close()
	if link == nil {
		defer os.Remove(tmp.Name())
		link = func() error { return linkOrMove(tmp.Name(), name) }
	}
	if err := write(tmp); err != nil {
		return &failure{status: statusFailed, err: fmt.Errorf("%s: %w", clean(name), err)}
	}
	if err := tmp.Sync(); err != nil {
		return &failure{status: statusFailed, err: fmt.Errorf("%s: %w", clean(name), err)}
	}
	err = link()
	if err != nil && !errors.Is(err, os.ErrExist) && tmp.Name() == name {
		// The nameless file could not be named after all: its content is still
		// there to be read, so it is copied the other way.
		err = copyThere(tmp, name)
	}
	switch {
	case errors.Is(err, os.ErrExist):
		return existsAlready(name)
	case err != nil:
		return &failure{status: statusFailed, err: fmt.Errorf("%s: %w", clean(name), err)}
	}
	return nil
}

func existsAlready(name string) error {
	return badInput("%s: 已经存在，不覆盖 (exists already; not overwritten)", clean(name))
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
	return s.beside("wangdai-"+r.AsOf, format, func(w io.Writer) error { return export.Write(w, format, r, export.Options{}) })
}

// SaveLetter writes a letter the same way, under the letter's own name.
func (s saver) SaveLetter(format string, l *advisor.Letter) (string, error) {
	return s.beside("wangdai-"+l.ID, format, func(w io.Writer) error { return export.WriteLetter(w, format, l, export.Options{}) })
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
		return name, writeNew(name, write)
	}
	return "", errors.New(s.say("同名的文件太多了，请先清理", "too many files of that name; please clear some"))
}
