package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// While a file is being written nothing of it can be seen, so that a process
// killed then leaves nothing behind.
func TestNothingIsSeenWhileSaving(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.txt")
	if f, _ := nameless(name); f == nil {
		t.Skip("the file system of the test folder has no files without a name")
	} else {
		f.Close()
	}
	err := writeNew(name, func(w io.Writer) error {
		if _, err := io.WriteString(w, "half"); err != nil {
			return err
		}
		if list, err := os.ReadDir(dir); err != nil || len(list) > 0 {
			t.Errorf("the folder shows %v while the file is being written; %v", list, err)
		}
		_, err := io.WriteString(w, " and whole")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(name)
	if err != nil || string(got) != "half and whole" {
		t.Errorf("saved %q, %v", got, err)
	}
	if i, err := os.Stat(name); err != nil || i.Mode() != 0o600 {
		t.Errorf("mode %v, want -rw-------; %v", i.Mode(), err)
	}
}

// A file that appears while another is being written keeps its content, with
// and without files that have no name.
func TestSavingLosesTheRace(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.txt")
	err := writeNew(name, func(w io.Writer) error { return os.WriteFile(name, []byte("other"), 0o600) })
	if !errors.Is(err, fs.ErrExist) {
		t.Errorf("writeNew over a file that appeared: %v, want that it exists", err)
	}
	other := filepath.Join(dir, "hidden")
	if err := os.WriteFile(other, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := linkOrMove(other, name); !errors.Is(err, os.ErrExist) {
		t.Errorf("linkOrMove onto a file: %v, want that it exists", err)
	}
	if got, _ := os.ReadFile(name); string(got) != "other" {
		t.Errorf("the file that was there now holds %q", got)
	}
}

// Where a nameless file cannot be linked, its content is copied.
func TestCopyThere(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.txt")
	f, _ := nameless(name)
	if f == nil {
		t.Skip("the file system of the test folder has no files without a name")
	}
	defer f.Close()
	if _, err := io.WriteString(f, "whole"); err != nil {
		t.Fatal(err)
	}
	if err := copyThere(f, name); err != nil {
		t.Fatal(err)
	}
	list, _ := os.ReadDir(dir)
	if got, err := os.ReadFile(name); err != nil || string(got) != "whole" || len(list) != 1 {
		t.Errorf("saved %q, %v; the folder holds %v", got, err, list)
	}
}
