// Package keys reads what a terminal sends, and hands it to a Bubble Tea
// program as keys, pasted texts and the terminal's own answers.
//
// The library's reader is not given a stranger's bytes: it ends the whole
// process on some of them, and a reader whose program has ended while keys
// were waiting is never freed. What reaches the library from here is one
// sequence at a time that has ended, is short, and is of a kind that the
// program has a use for; whatever else comes is dropped without being kept.
//
// split.go cuts the bytes into such sequences; this file has the library
// decode them.
package keys

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// errBroke ends a feed in which something panicked.
var errBroke = errors.New("the reader of the terminal broke")

// Feed reads from r and sends what it reads, until r or ctx ends; the error is
// r's, nil when ctx ended it. It returns when nothing reads from r any more.
// send may wait for its receiver, but not longer than ctx lasts. Should
// anything panic, broke is called while the stack still shows where, and the
// feed ends.
func Feed(ctx context.Context, r io.Reader, send func(tea.Msg), broke func()) (err error) {
	ctx, cancel := context.WithCancel(ctx)
	chunks, ended, gone := make(chan []byte), make(chan error, 1), make(chan struct{})
	defer func() {
		if recover() != nil {
			err = errBroke
			broke()
		}
		cancel()
		<-gone
	}()
	go func() {
		defer close(gone)
		defer func() {
			if recover() != nil {
				ended <- errBroke
				broke()
			}
		}()
		ended <- read(ctx, r, chunks)
	}()
	return newFeeder(send).run(ctx, chunks, ended)
}

// chunk is how much is read at once: more than a person types, or a terminal
// answers.
const chunk = 1 << 10

// read hands over what r gives. It fills one buffer while the other is worked
// on, and that is over when the next one has been taken.
func read(ctx context.Context, r io.Reader, chunks chan<- []byte) error {
	var buffers [2][chunk]byte
	for i := 0; ; i = 1 - i {
		n, err := r.Read(buffers[i][:])
		if n > 0 {
			select {
			case chunks <- buffers[i][:n]:
			case <-ctx.Done():
				return nil
			}
		}
		if err != nil {
			return err
		}
	}
}

// feeder decodes sequences and sends what they mean.
type feeder struct {
	splitter
	send   func(tea.Msg)
	decode func([]byte) (int, uv.Event)
}

func newFeeder(send func(tea.Msg)) *feeder {
	f := &feeder{send: send, decode: new(uv.EventDecoder).Decode}
	f.out = f
	return f
}

func (f *feeder) run(ctx context.Context, chunks <-chan []byte, ended <-chan error) error {
	silence := time.NewTimer(time.Hour)
	silence.Stop()
	defer silence.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-ended:
			f.giveUp()
			return err
		case b := <-chunks:
			f.take(b)
		case <-silence.C:
			f.giveUp()
		}
		if wait := f.patience(); wait > 0 {
			silence.Reset(wait)
		} else {
			silence.Stop()
		}
	}
}

// text sends printed characters, each with what combines with it.
func (f *feeder) text(run []byte) {
	for len(run) > 0 {
		n, e := f.decode(run)
		if n < 1 || n > len(run) {
			return
		}
		f.event(e)
		run = run[n:]
	}
}

func (f *feeder) sequence(seq []byte) {
	_, e := f.decode(seq)
	f.event(e)
}

func (f *feeder) pasted(text string) { f.send(tea.PasteMsg{Content: text}) }

// event sends what the program or its library has a use for.
func (f *feeder) event(e uv.Event) {
	switch e := e.(type) {
	case uv.MultiEvent:
		for _, one := range e {
			f.event(one)
		}
	case uv.KeyPressEvent:
		// A terminal may name the text of a key by its numbers.
		if len(e.Text) <= mostSequence && !strings.ContainsFunc(e.Text, unicode.IsControl) {
			f.send(e)
		}
	case uv.KeyReleaseEvent, uv.FocusEvent, uv.BlurEvent, uv.ModeReportEvent, uv.KeyboardEnhancementsEvent,
		uv.ForegroundColorEvent, uv.BackgroundColorEvent, uv.CursorColorEvent:
		f.send(e)
	}
}

// Silent is the input of a program that is fed by [Feed]. It ends at once; a
// program without any input would not ask the terminal what it can do.
type Silent struct{}

// Read is the end.
func (Silent) Read([]byte) (int, error) { return 0, io.EOF }
