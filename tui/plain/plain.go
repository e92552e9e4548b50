// Package plain is the interview line by line, for screen readers, pipes and
// dumb terminals: no redraw, no escape codes, an answer echoed in words.
package plain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/width"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
)

// ErrOpen says that the input ended while questions were open; they have been
// printed.
var ErrOpen = errors.New("answers are missing")

// Options are what an interview line by line needs.
type Options struct {
	Session *advisor.Session
	Report  func(io.Writer, *advisor.Report) error // writes the report as text
}

// Run asks until nothing is open, prints the report and returns. A line is a
// number (several with commas), a value, or one of u ? w b r v q.
func Run(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	f := &face{s: o.Session, w: words.FaceIn(string(o.Session.Lang())), out: out, report: o.Report, warned: map[string]bool{}}
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 4096), 1<<16)
	f.print(f.w.Motto)
	for ctx.Err() == nil {
		st := f.s.State()
		if st.Next < 0 {
			return f.finish()
		}
		f.ask(st.Next)
		if !lines.Scan() {
			f.open()
			return ErrOpen
		}
		if done, err := f.take(st.Next, strings.TrimSpace(width.Narrow.String(lines.Text()))); done || err != nil {
			return err
		}
	}
	return ctx.Err()
}

type face struct {
	s      *advisor.Session
	w      *words.Face
	out    io.Writer
	report func(io.Writer, *advisor.Report) error
	warned map[string]bool // dangers already shown
	doubts string          // the question and answer that were doubted last
}

func (f *face) print(lines ...string) {
	for _, l := range lines {
		fmt.Fprintln(f.out, l)
	}
}

func (f *face) text(t advisor.Text) string { return f.s.Base().Fill(t, f.s.Lang()) }

// ask prints a question with its options; 不清楚 stands last.
func (f *face) ask(q int) {
	st, b := f.s.State(), f.s.Base()
	x := &b.Questions[q]
	k := &b.Facts[x.Fact]
	title := f.text(x.Title)
	if st.Min == st.Max {
		title = fmt.Sprintf(f.w.QuestionOne, st.Answered+1, st.Max, title)
	} else {
		title = fmt.Sprintf(f.w.Question, st.Answered+1, st.Min, st.Max, title)
	}
	f.print("", title)
	switch k.Kind {
	case fact.Choice, fact.Several:
		for i := range k.Options {
			f.print(fmt.Sprintf("%d. %s", i+1, k.Options[i].Text.In(f.s.Lang())))
		}
		f.print("u. " + f.w.Unsure)
	case fact.YesNo:
		f.print("1. "+f.w.Yes, "2. "+f.w.No, "u. "+f.w.Unsure)
	case fact.History:
		f.print(f.w.EventList)
		for i := range k.Options {
			f.print(fmt.Sprintf("%d. %s", i+1, k.Options[i].Text.In(f.s.Lang())))
		}
	}
	prompt := f.w.Choose
	switch k.Kind {
	case fact.Several:
		prompt = f.w.ChooseSeveral
	case fact.Choice, fact.YesNo:
	default:
		prompt = fmt.Sprintf(f.w.TypeValue, f.w.Example(k.Kind.String()))
	}
	fmt.Fprint(f.out, prompt)
}

// take handles one line.
func (f *face) take(q int, line string) (done bool, err error) {
	b := f.s.Base()
	x := &b.Questions[q]
	f.print("")
	switch line {
	case "":
		return false, nil
	case "?":
		f.print(f.w.Help, f.w.WhyTitle+f.text(x.Why), f.w.HowTitle+f.text(x.How))
		return false, nil
	case "w":
		f.print(f.w.WhyTitle + f.text(x.Why))
		why := f.s.WhyText(q)
		if len(why) == 0 {
			f.print(f.w.WhyNone)
		}
		for _, t := range why[:min(len(why), 8)] {
			f.print("- " + t)
		}
		return false, nil
	case "b":
		f.s.Back()
		return false, nil
	case "r":
		f.review()
		return false, nil
	case "v":
		return false, f.report(f.out, f.s.Report())
	case "q":
		f.print(f.w.Bye)
		return true, nil
	}
	v, err := b.ParseAnswer(x.Fact, line, f.s.Lang(), f.s.Today())
	if err == nil && f.doubt(b.Facts[x.Fact].ID, v, line) {
		return false, nil
	}
	if err == nil {
		err = f.s.Answer(b.Facts[x.Fact].ID, v)
	}
	if err != nil {
		var in *advisor.InputError
		if errors.As(err, &in) {
			f.print(f.w.Bad + typeset.Clean(in.In(f.s.Lang())))
			return false, nil
		}
		return false, err
	}
	f.print(fmt.Sprintf(f.w.Chosen, b.FormatValue(x.Fact, v, f.s.Lang())))
	f.danger()
	return false, nil
}

// doubt prints why an answer does not fit the others, once: the same answer
// given again is kept.
func (f *face) doubt(question string, v fact.Value, line string) bool {
	key := question + "=" + line
	reasons := f.s.Doubts(question, v)
	if len(reasons) == 0 || f.doubts == key {
		return false
	}
	f.doubts = key
	for _, r := range reasons {
		f.print(f.w.DoubtTitle + words.EngineIn(string(f.s.Lang())).Colon + r)
	}
	f.print(f.w.DoubtAgain)
	return true
}

// danger prints what is urgent for life or money the moment it is true.
func (f *face) danger() {
	b, st := f.s.Base(), f.s.State()
	for i := range b.Findings {
		x := &b.Findings[i]
		if x.Urgency != advisor.Danger || st.Truth[i] != cond.True || f.warned[x.ID] {
			continue
		}
		f.warned[x.ID] = true
		f.print("", "!! "+f.w.DangerNow, f.text(x.Title), f.text(x.Text))
	}
}

func (f *face) review() {
	b, given := f.s.Base(), f.s.Answers()
	f.print(f.w.ReviewTitle)
	n := 0
	for _, q := range f.s.State().Asked {
		k := b.Questions[q].Fact
		if v, ok := given[b.Facts[k].ID]; ok {
			n++
			f.print(fmt.Sprintf("%d. %s  %s", n, b.Facts[k].Label.In(f.s.Lang()), b.FormatValue(k, v, f.s.Lang())))
		}
	}
	if n == 0 {
		f.print(f.w.Nothing)
	}
}

// open prints what is still open, for whoever fed the input.
func (f *face) open() {
	b, given := f.s.Base(), f.s.Answers()
	f.print("", "", f.w.StillOpen)
	for _, q := range f.s.State().Asked {
		k := &b.Facts[b.Questions[q].Fact]
		if _, ok := given[k.ID]; !ok {
			f.print(fmt.Sprintf("- %s: %s", k.ID, f.text(b.Questions[q].Title)))
		}
	}
}

func (f *face) finish() error {
	f.print("")
	return f.report(f.out, f.s.Report())
}
