package hall

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"syscall"

	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
)

// Exit statuses, as the product promises; the last two are seen over SSH only.
const (
	Done       = 0
	Failed     = 1   // it failed
	WrongInput = 2   // the input is wrong
	Missing    = 3   // answers are missing
	Busy       = 75  // try again later
	Unknown    = 127 // no such command
)

// A Failure ends what a person asked for, with a status of its own. Its text
// is for them, in their language. Quiet: it has been told already.
type Failure struct {
	Status int
	Err    error
	Quiet  bool
}

func (f *Failure) Error() string { return f.Err.Error() }
func (f *Failure) Unwrap() error { return f.Err }

// Wrong is a failure of the input.
func Wrong(format string, args ...any) error {
	return &Failure{Status: WrongInput, Err: fmt.Errorf(format, args...)}
}

// Broken is a failure that is not the input's.
func Broken(format string, args ...any) error {
	return &Failure{Status: Failed, Err: fmt.Errorf(format, args...)}
}

// Tell says a failure, unless it has been told, and gives its status: what
// carries none has failed.
func Tell(w io.Writer, err error, l fact.Lang) int {
	if err == nil {
		return Done
	}
	var f *Failure
	if !errors.As(err, &f) {
		f = &Failure{Status: Failed, Err: errors.New(Words(err, l))}
	}
	if !f.Quiet {
		_, _ = fmt.Fprintf(w, "wangdai: %s\n", typeset.CleanLines(f.Error()))
	}
	return f.Status
}

// Words are what an error has to say to a person, cleaned: its notice, else
// what the system means by it.
func Words(err error, l fact.Lang) string {
	if n, ok := fact.NoticeIn(err); ok {
		return Clean(n.In(l))
	}
	var told interface {
		error
		In(fact.Lang) string
	}
	if errors.As(err, &told) {
		return Clean(told.In(l))
	}
	return system(err, l)
}

// system says in words what the system reports. The path is the caller's to
// name: it may be one that nobody gave.
func system(err error, l fact.Lang) string {
	w := words.HallIn(string(l))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return w.NotThere
	case errors.Is(err, fs.ErrPermission):
		return w.NotAllowed
	case errors.Is(err, fs.ErrExist):
		return w.Exists
	case errors.Is(err, syscall.EISDIR):
		return w.IsFolder
	case errors.Is(err, syscall.ENOTDIR):
		return w.NotFolder
	case errors.Is(err, syscall.ENOSPC):
		return w.NoRoom
	}
	if errors.Is(err, syscall.EADDRINUSE) {
		return w.Taken
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Sprintf(w.System, fact.Shown(err.Error()))
}
