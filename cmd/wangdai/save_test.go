package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// left are the files of a folder, the temporary ones too.
func left(t *testing.T, dir string) []string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range list {
		out = append(out, e.Name())
	}
	return out
}

func TestWriteNew(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "advice.txt")
	text := func(w io.Writer) error { _, err := io.WriteString(w, "advice"); return err }
	if err := writeNew(name, text); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name)
	info, err2 := os.Stat(name)
	if err != nil || err2 != nil || string(data) != "advice" || info.Mode().Perm() != 0o600 {
		t.Errorf("%q with mode %v, %v %v; want 0600", data, info.Mode(), err, err2)
	}
	// Never over another, nor over a link that leads nowhere.
	link := filepath.Join(dir, "link.txt")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), link); err != nil {
		t.Fatal(err)
	}
	for _, there := range []string{name, link} {
		if err := writeNew(there, text); !errors.Is(err, fs.ErrExist) {
			t.Errorf("over %s: %v, want that it exists", there, err)
		}
	}
	if got := left(t, dir); len(got) != 2 {
		t.Errorf("left: %v", got)
	}
}

// A full disk leaves nothing: neither half a file nor the temporary one.
func TestWriteNewOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	err := writeNew(filepath.Join(dir, "advice.txt"), func(w io.Writer) error {
		if _, err := io.WriteString(w, "half of it"); err != nil {
			return err
		}
		return &os.PathError{Op: "write", Path: "advice.txt", Err: syscall.ENOSPC}
	})
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("the error is %v, want that the disk is full", err)
	}
	if got := left(t, dir); len(got) > 0 {
		t.Errorf("left behind: %v", got)
	}
}

func TestWriteNewWhereItCannot(t *testing.T) {
	for _, dir := range []string{filepath.Join(t.TempDir(), "missing"), "/proc"} {
		called := false
		err := writeNew(filepath.Join(dir, "advice.txt"), func(io.Writer) error { called = true; return nil })
		if err == nil || called || !strings.Contains(err.Error(), filepath.Base(dir)) {
			t.Errorf("in %s: %v, want an error that names the folder before anything is written", dir, err)
		}
	}
	if os.Getuid() == 0 {
		return // root writes everywhere; /proc above is the folder it cannot write
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if err := writeNew(filepath.Join(dir, "advice.txt"), func(io.Writer) error { return nil }); err == nil {
		t.Error("a read-only folder was written to")
	}
}

// A process killed in the middle leaves no file of the name that was asked
// for: only whole ones get it. Where files without a name exist it leaves
// nothing at all.
func TestWriteNewKilled(t *testing.T) {
	if dir := os.Getenv("WANGDAI_TEST_KILLED"); dir != "" {
		_ = writeNew(filepath.Join(dir, "advice.txt"), func(w io.Writer) error {
			_, _ = io.WriteString(w, "half of it")
			_, _ = os.Stdout.WriteString("half\n")
			time.Sleep(time.Minute)
			return nil
		})
		return
	}
	dir := t.TempDir()
	c := exec.Command(os.Args[0], "-test.run=^TestWriteNewKilled$")
	c.Env = append(os.Environ(), "WANGDAI_TEST_KILLED="+dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 5)
	if _, err := io.ReadFull(out, b); err != nil || !bytes.Equal(b, []byte("half\n")) {
		t.Fatalf("%q, %v", b, err)
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait()
	for _, name := range left(t, dir) {
		if f, _ := nameless(filepath.Join(dir, "x")); f != nil || !strings.HasPrefix(name, ".wangdai-") {
			t.Errorf("half a file stands as %s", name)
		}
	}
}
