package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/cmd/internal/hall"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
)

// env is everything a command may touch; tests pass buffers and a fixed day.
type env struct {
	in       io.Reader
	out, err io.Writer
	today    fact.Date
	now      time.Time
	getenv   func(string) string
	tty      bool          // standard input and output are a terminal
	shared   *advisor.Base // the knowledge, where it has been read already
}

// app is what all commands share: the surroundings and the common flags.
type app struct {
	*env
	speech                          advisor.Lang // what is said is said in it
	lang, date, knowledge, lawTexts string
	noColor, plain, kiosk           bool
	stale                           bool // it was said that the law is old
	idle                            time.Duration
}

// run is the whole program; it returns the exit status.
func run(args []string, e *env) int {
	a := &app{env: e, speech: hall.Language(langFlag(args), e.getenv, fact.ZH)}
	root := a.command()
	root.SetArgs(args)
	root.SetIn(e.in)
	root.SetOut(e.out)
	root.SetErr(e.err)
	err := root.Execute()
	return hall.Tell(e.err, err, a.speech)
}

// langFlag is the language that a command line names, found before the line is
// read: what is wrong with it is said in that language too.
func langFlag(args []string) string {
	fs := pflag.NewFlagSet("", pflag.ContinueOnError)
	fs.ParseErrorsAllowlist.UnknownFlags = true
	fs.SetOutput(io.Discard)
	fs.BoolP("help", "h", false, "")
	lang := fs.String("lang", "", "")
	_ = fs.Parse(args)
	return *lang
}

// words are what the command line says, in the person's language.
func (a *app) words() *words.Line { return words.LineIn(string(a.speech)) }

func (a *app) common(*cobra.Command, []string) error {
	w := a.words().Common
	if err := (&hall.Wish{Lang: a.lang}).Check(a.speech); err != nil {
		return err
	}
	if a.date == "" {
		a.date = a.getenv("WANGDAI_DATE")
	}
	if a.date != "" {
		d, err := fact.ISODate(a.date)
		if err != nil {
			return hall.Wrong(w.BadDay, fact.Shown(a.date))
		}
		a.today = d
	}
	if a.knowledge == "" {
		a.knowledge = a.getenv("WANGDAI_KNOWLEDGE")
	}
	if a.lawTexts == "" {
		a.lawTexts = a.getenv("WANGDAI_LAW_TEXTS")
	}
	if a.lawTexts != "" {
		if i, err := os.Stat(a.lawTexts); err != nil || !i.IsDir() {
			return hall.Wrong(w.NoFolder, hall.Clean(a.lawTexts))
		}
	}
	return nil
}

// base is the law that the flags choose, checked; without what only its proof
// needs.
func (a *app) base() (*advisor.Base, error) {
	if a.shared != nil {
		return a.shared, nil
	}
	return a.sound(a.load())
}

// mostFaults is how many faults of a knowledge are told by a command that only
// wanted to use it.
const mostFaults = 10

// sound is a base without faults; else they are told.
func (a *app) sound(b *advisor.Base, problems []load.Problem) (*advisor.Base, error) {
	if !load.Faulty(problems) {
		a.sayStale(b)
		return b, nil
	}
	var lines []string
	faults := 0
	for _, p := range problems {
		if p.Warning {
			continue
		}
		if faults++; faults <= mostFaults {
			lines = append(lines, p.In(a.speech))
		}
	}
	if faults > mostFaults {
		lines = append(lines, "…")
	}
	return nil, hall.Wrong("%s\n%s", fmt.Sprintf(a.words().Common.Faults, faults), strings.Join(lines, "\n"))
}

// sayStale says on standard error that the law of this edition is old; the
// report says so too.
func (a *app) sayStale(b *advisor.Base) {
	if !a.stale && b.Stale(a.today) {
		a.stale = true
		fmt.Fprintf(a.err, a.words().Common.Stale+"\n", b.LawAsOf)
	}
}

// load reads what it takes to ask and to advise.
func (a *app) load() (*advisor.Base, []load.Problem) {
	if a.knowledge == "" {
		return knowledge.Embedded()
	}
	return load.Law(a.files())
}

// whole reads the cases too, and where each condition stands.
func (a *app) whole() (*advisor.Base, []load.Problem) {
	if a.knowledge == "" {
		return knowledge.Whole()
	}
	return load.Folder(a.files())
}

// files are the knowledge files that the flags choose.
func (a *app) files() fs.FS {
	if a.knowledge == "" {
		return knowledge.Files()
	}
	return os.DirFS(a.knowledge)
}

// guest is whoever runs the command, as the hall knows them.
func (a *app) guest(b *advisor.Base) *hall.Guest {
	return &hall.Guest{Base: b, Today: a.today, Fixed: a.date != "", Lang: a.speech, Err: a.err}
}

// source is where the answers of a command come from: a code, a file, or
// neither.
type source struct{ code, answers string }

// session is the interview of a source; without one, one that has not begun.
func (a *app) session(from source) (*advisor.Session, error) {
	b, err := a.base()
	if err != nil {
		return nil, err
	}
	g := a.guest(b)
	switch {
	case from.code != "" && from.answers != "":
		return nil, hall.Wrong("%s", a.words().Common.BothSources)
	case from.answers != "":
		data, err := a.read(from.answers, mostAnswers)
		if err != nil {
			return nil, err
		}
		s, _, err := g.Answers(from.answers, data)
		return s, err
	case from.code != "":
		code, err := g.Typed(from.code, a.in)
		if err != nil {
			return nil, err
		}
		return g.Code(code)
	}
	return g.Session(), nil
}

// mostAnswers bounds what is read of a file of answers: nobody's are longer.
const mostAnswers = 256 << 10

// read reads a file of answers, or standard input for -.
func (a *app) read(name string, most int) ([]byte, error) {
	return a.readFile(name, most, fmt.Sprintf(words.HallIn(string(a.speech)).TooLong, most>>10))
}

// readFile reads up to so many bytes of a file, or of standard input for -;
// tooLong is said of a longer one.
func (a *app) readFile(name string, most int, tooLong string) ([]byte, error) {
	in := a.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, hall.Wrong("%s: %s", hall.Clean(name), hall.Words(err, a.speech))
		}
		defer f.Close()
		in = f
	}
	return hall.Read(name, in, most, tooLong, a.speech)
}

func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// quietly ends a command with a status when all there is to say has been said.
func quietly(status int, why string) error {
	return &hall.Failure{Status: status, Err: errors.New(why), Quiet: true}
}

// failed is a failure that is nobody's input.
func (a *app) failed(where string, err error) error {
	text := hall.Words(err, a.speech)
	if where != "" {
		text = hall.Clean(where) + ": " + text
	}
	return hall.Broken("%s", text)
}
