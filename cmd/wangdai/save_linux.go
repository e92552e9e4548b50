package main

import (
	"fmt"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// nameless opens a file without a name in the folder of name (O_TMPFILE,
// open(2)); link gives it the name once, and fails where something has it. nil
// where the kernel or the file system cannot.
func nameless(name string) (f *os.File, link func() error) {
	fd, err := unix.Open(filepath.Dir(name), unix.O_TMPFILE|unix.O_RDWR|unix.O_CLOEXEC, 0o600)
	if err != nil {
		return nil, nil
	}
	self := fmt.Sprintf("/proc/self/fd/%d", fd)
	if _, err := os.Stat(self); err != nil {
		unix.Close(fd) // no /proc, no way to link it without privileges
		return nil, nil
	}
	return os.NewFile(uintptr(fd), name), func() error {
		if err := unix.Linkat(unix.AT_FDCWD, self, unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW); err != nil {
			return &os.LinkError{Op: "link", Old: self, New: name, Err: err}
		}
		return nil
	}
}
