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

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
)

// Exit statuses, as the product promises.
const (
	statusDone    = 0
	statusFailed  = 1 // it failed
	statusInput   = 2 // the input is wrong
	statusMissing = 3 // answers are missing
)

// A failure ends a command with a status of its own. quiet: it has been told
// already.
type failure struct {
	status int
	err    error
	quiet  bool
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

func badInput(format string, args ...any) error {
	return &failure{status: statusInput, err: fmt.Errorf(format, args...)}
}

// env is everything a command may touch; tests pass buffers and a fixed day.
type env struct {
	in       io.Reader
	out, err io.Writer
	today    fact.Date
	now      time.Time
	getenv   func(string) string
	tty      bool // standard input and output are a terminal

	// For a visitor of the kiosk: the server's own knowledge, and who counts
	// the reports.
	shared   *advisor.Base
	reported func(branch string)
}

// app is what all commands share: the surroundings and the common flags.
type app struct {
	*env
	lang, date, knowledge, lawTexts string
	noColor, plain, kiosk           bool
	stale                           bool // it was said that the law is old
	idle                            time.Duration
}

// run is the whole program; it returns the exit status.
func run(args []string, e *env) int {
	a := &app{env: e}
	root := a.command()
	root.SetArgs(args)
	root.SetIn(e.in)
	root.SetOut(e.out)
	root.SetErr(e.err)
	err := root.Execute()
	if err == nil {
		return statusDone
	}
	var f *failure
	if !errors.As(err, &f) {
		// cobra's own errors are all about the command line; what else comes up
		// unwrapped is a result that could not be written.
		var pe *fs.PathError
		f = &failure{status: statusInput, err: err}
		if errors.As(err, &pe) {
			f.status = statusFailed
		} else if !strings.Contains(err.Error(), "--help") {
			f.err = fmt.Errorf("%w\n%s", err, a.say("用法见 wangdai --help", "see wangdai --help"))
		}
	}
	if !f.quiet {
		fmt.Fprintf(e.err, "wangdai: %s\n", typeset.CleanLines(f.Error()))
	}
	return f.status
}

// say is a message of the program's own in the person's language.
func (a *app) say(zh, en string) string {
	if a.language() == fact.EN {
		return en
	}
	return zh
}

// language is --lang, else the locale's, else Chinese: LANG=C says nothing
// about what a person reads.
func (a *app) language() advisor.Lang {
	l := a.lang
	for _, v := range []string{"WANGDAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if l == "" {
			l = a.getenv(v)
		}
	}
	if l = strings.ToLower(l); l == "en" || strings.HasPrefix(l, "en_") || strings.HasPrefix(l, "en-") {
		return fact.EN
	}
	return fact.ZH
}

func (a *app) common(cmd *cobra.Command, _ []string) error {
	if a.lang != "" && a.lang != "zh" && a.lang != "en" {
		return badInput("--lang %s：%s", a.lang, a.say("只有 zh 和 en", "only zh and en"))
	}
	if a.date == "" {
		a.date = a.getenv("WANGDAI_DATE")
	}
	if a.date != "" {
		d, err := fact.ISODate(a.date)
		if err != nil {
			return badInput("--date %s: %s", a.date, a.say("没有这一天，请写成 2026-11-25", "no such day; write it as 2026-11-25"))
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
			return badInput("--law-texts %s: %s", clean(a.lawTexts), a.say("没有这个文件夹", "no such folder"))
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

// sound is a base without faults; else they are told.
func (a *app) sound(b *advisor.Base, problems []load.Problem) (*advisor.Base, error) {
	faults := 0
	for _, p := range problems {
		if !p.Warning {
			faults++
		}
	}
	if faults == 0 {
		a.sayStale(b)
		return b, nil
	}
	var s strings.Builder
	for i, p := range problems {
		if i == 10 {
			fmt.Fprintf(&s, "…\n")
			break
		}
		if !p.Warning {
			fmt.Fprintln(&s, p.In(a.language()))
		}
	}
	return nil, &failure{status: statusInput, err: fmt.Errorf("%s\n%s", a.say(fmt.Sprintf("法律知识里有 %d 处错误（wangdai check 看全部）：", faults), fmt.Sprintf("the knowledge has %d faults (see wangdai check):", faults)), s.String())}
}

// sayStale says on standard error that the law of this edition is old; the
// report says so too.
func (a *app) sayStale(b *advisor.Base) {
	if !a.stale && b.Stale(a.today) {
		a.stale = true
		fmt.Fprintf(a.err, a.say("注意：本版的法律最后核对于 %s，已过一年，可能已有变化\n", "note: the law in this edition was last checked on %s, more than a year ago, and may have changed\n"), b.LawAsOf)
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

func (a *app) session(b *advisor.Base) *advisor.Session {
	return advisor.NewSession(b, advisor.Options{Today: a.today, Lang: a.language()})
}

// clean is what is printed of anything that came from outside.
func clean(s string) string { return typeset.Clean(s) }

func (a *app) printJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
