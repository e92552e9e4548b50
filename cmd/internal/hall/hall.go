// Package hall is what lies behind both doors, the command line and SSH: which
// language a person reads and how they are served, how a code or a file of
// answers becomes an interview, and what is refused, in which words and with
// which exit status.
//
// It opens nothing by itself: what a door has read it hands in.
package hall

import (
	"fmt"
	"io"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
)

// Wipe clears a screen and what can be scrolled back to: leaving is deleting.
const Wipe = "\x1b[H\x1b[2J\x1b[3J"

// Language is the one a person asked for by name, else their locale's, else
// another: LANG=C says nothing about what a person reads. A name that is no
// language of ours counts as none.
func Language(asked string, lookup func(string) string, otherwise fact.Lang) fact.Lang {
	if asked == string(fact.ZH) || asked == string(fact.EN) {
		return fact.Lang(asked)
	}
	for _, name := range []string{"WANGDAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		v := strings.ToLower(lookup(name))
		if v == "" {
			continue
		}
		switch lang, _, _ := strings.Cut(strings.ReplaceAll(v, "-", "_"), "_"); lang {
		case "en":
			return fact.EN
		case "zh":
			return fact.ZH
		}
		break
	}
	return otherwise
}

// Accessible is the convention of people who use a screen reader.
func Accessible(lookup func(string) string) bool {
	v := strings.ToLower(lookup("ACCESSIBLE"))
	return v != "" && v != "0" && v != "false"
}

// Colourless is the convention of people who want no colour: any value but
// the empty one counts, where the library of the terminal reads a boolean.
func Colourless(lookup func(string) string) bool { return lookup("NO_COLOR") != "" }

// Formats are the names of what a report can be written as.
func Formats() []string {
	var out []string
	for _, f := range export.Formats() {
		out = append(out, f.Name)
	}
	return out
}

// A Guest is whoever came in, by whichever door.
type Guest struct {
	Base  *advisor.Base
	Today fact.Date
	Fixed bool // the day was asked for: a file's own does not count
	Lang  fact.Lang
	Err   io.Writer // what is said beside the result
}

func (g *Guest) words() *words.Hall { return words.HallIn(string(g.Lang)) }

// tell says a line beside the result.
func (g *Guest) tell(line string) { _, _ = fmt.Fprintln(g.Err, Clean(line)) }

// Text is reports as plain text, in the parts in which a person reads them line
// by line. Made, where there is one, is told of each.
type Text struct{ Made func(*advisor.Report) }

func (t Text) made(r *advisor.Report) {
	if t.Made != nil {
		t.Made(r)
	}
}

// Whole writes all of a report.
func (t Text) Whole(w io.Writer, r *advisor.Report) error {
	t.made(r)
	return export.Write(w, "txt", r, export.Options{})
}

// First writes page one.
func (t Text) First(w io.Writer, r *advisor.Report) error {
	t.made(r)
	return export.WriteFirst(w, r, export.Options{})
}

// Behind writes what stands behind page one.
func (t Text) Behind(w io.Writer, r *advisor.Report) error {
	return export.WriteBehind(w, r, export.Options{})
}

// Reply writes the answer to one ask.
func (t Text) Reply(w io.Writer, r *advisor.Reply, l fact.Lang) error {
	return export.WriteReply(w, r, l, export.Options{})
}

// Session is an interview that has not begun.
func (g *Guest) Session() *advisor.Session {
	return advisor.NewSession(g.Base, advisor.Options{Today: g.Today, Lang: g.Lang})
}

// Code is the interview of a code. Which of its asks and answers cannot be taken
// any more is said, with the reason.
func (g *Guest) Code(code string) (*advisor.Session, error) {
	r, err := g.Base.ReadCode(code, g.Today)
	if err != nil {
		return nil, Wrong("%s", Words(err, g.Lang))
	}
	switch {
	case r.Old:
		g.tell(g.words().CodeOld)
	case len(r.Lost) > 0:
		g.tell(g.words().CodeBeyond)
	}
	for _, x := range r.Lost {
		g.tell(fmt.Sprintf(g.words().NotRead, x.Label.In(g.Lang), x.Value.In(g.Lang), x.Why.In(g.Lang)))
	}
	s := g.Session()
	s.Resume(r.Record)
	g.toldOfAsks(s)
	return s, nil
}

// Typed is the code that a person wrote, or the one on in where they wrote -:
// a long code does not fit every command line.
func (g *Guest) Typed(code string, in io.Reader) (string, error) {
	switch strings.TrimSpace(code) {
	case "":
		return "", Wrong("%s", g.words().CodeWanted)
	case "-":
	default:
		return code, nil
	}
	most := 2 * g.Base.LongestCode(g.Today) // blanks and line ends are let pass
	data, err := io.ReadAll(io.LimitReader(in, int64(most)+1))
	switch {
	case err != nil:
		return "", Wrong("-: %s", Words(err, g.Lang))
	case len(data) > most:
		return "", Wrong("-: %s", g.words().CodeTooLong)
	case strings.TrimSpace(string(data)) == "":
		return "", Wrong("%s", g.words().CodeWanted)
	}
	return string(data), nil
}

// Clean is what may be shown of anything that came from outside.
func Clean(s string) string { return typeset.Clean(s) }
