// Package plain is the interview line by line, for screen readers, pipes and
// dumb terminals: no redraw, no escape codes, an answer echoed in words.
package plain

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
)

// ErrOpen says that the input ended while questions were open; they have been
// printed.
var ErrOpen = errors.New("answers are missing")

// A Paper writes a report as text, whole or in two parts, and the answer to one
// ask.
type Paper interface {
	Whole(io.Writer, *advisor.Report) error
	First(io.Writer, *advisor.Report) error
	Behind(io.Writer, *advisor.Report) error
	Reply(io.Writer, *advisor.Reply, advisor.Lang) error
}

// Options are what an interview line by line needs.
type Options struct {
	Session *advisor.Session
	Paper   Paper
	Full    bool // everything that holds is said in full
}

// Run asks what the person wants to know, and then question by question, until
// nothing is open; it prints the report and returns. Whoever named worries sees
// page one first, and goes on from there. A line is a number (several with
// commas), a value, or one of u ? w b r v a q.
func Run(ctx context.Context, in io.Reader, out io.Writer, o Options) error {
	f := &face{s: o.Session, w: words.FaceIn(string(o.Session.Lang())), x: words.AskingIn(string(o.Session.Lang())),
		out: out, paper: o.Paper, full: o.Full}
	lines := bufio.NewReader(in)
	f.print(f.w.Motto)
	f.danger() // of a session that is resumed: first of all
	f.news()
	for ctx.Err() == nil {
		p := f.place()
		if p == nil {
			f.print("")
			return f.paper.Whole(f.out, f.report())
		}
		if err := p.show(f); err != nil {
			return err
		}
		line, ok := next(lines)
		if !ok {
			return p.ended(f)
		}
		if len(line) > fact.MaxText {
			f.print("", f.w.Bad+fact.TooLong.In(f.s.Lang()))
			continue
		}
		f.print("")
		if done, err := p.take(f, strings.Trim(fact.Fold(line), " \n")); done || err != nil {
			return err
		}
	}
	return ctx.Err()
}

// A place is where an interview stands: what it prints before a line is read,
// what it makes of the line, and what it says where the input has ended.
type place interface {
	show(*face) error
	take(f *face, line string) (done bool, err error)
	ended(*face) error
}

// place is where the interview stands now, or nil at its end.
func (f *face) place() place {
	if f.pick == nil && f.s.Wonders() {
		f.pick = newPicker(f, nil)
	}
	switch next := f.s.State().Next; {
	case f.pick != nil:
		return f.pick
	case next >= 0:
		f.first = nil
		return question(next)
	case len(f.s.Asks()) == 0:
		return nil
	}
	if f.first == nil {
		f.first = &first{}
	}
	return f.first
}

// next is the next line, with no more of it than shows that it is too long for
// an answer; false where the input has ended.
func next(r *bufio.Reader) (line string, ok bool) {
	var b strings.Builder
	for {
		part, err := r.ReadSlice('\n')
		if b.Len() <= fact.MaxText {
			b.Write(part)
		}
		if !errors.Is(err, bufio.ErrBufferFull) { // the line goes on
			return b.String(), err == nil || b.Len() > 0
		}
	}
}

type face struct {
	s      *advisor.Session
	w      *words.Face
	x      *words.Asking
	out    io.Writer
	paper  Paper
	full   bool
	doubts string // the question and answer that were doubted last
	list   list
	pick   *picker // while the person is choosing what they want to know
	first  *first  // once page one is reached
	safety bool    // it was said that all that was asked is answered
}

// A list is a dated plan or dated events that the last line answered. Pasted
// from an app it comes line by line, and the lines after the first belong to
// it, too.
type list struct {
	fact int
	text string
}

func (f *face) print(lines ...string) {
	for _, l := range lines {
		fmt.Fprintln(f.out, l)
	}
}

func (f *face) text(t advisor.Text) string { return f.s.Base().Fill(t, f.s.Lang()) }

// report is the report on what was said so far.
func (f *face) report() *advisor.Report {
	if f.full {
		return f.s.Report(advisor.Full)
	}
	return f.s.Report()
}

// A question is the one that comes next.
type question int

// show prints the question with its options; 不清楚 stands last.
func (q question) show(f *face) error {
	st, b := f.s.State(), f.s.Base()
	x := &b.Questions[q]
	k := &b.Facts[x.Fact]
	f.print("", f.w.Numbered(f.s.Given()+1, st.Min, st.Max, f.text(x.Title)))
	q.suggested(f)
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
	return nil
}

// suggested says what asks suggest, and why. Enter does not take it: a line
// that is empty by mistake would say what decides the law.
func (q question) suggested(f *face) {
	v, by := f.s.Suggested(int(q))
	if len(by) == 0 {
		return
	}
	var titles []string
	for _, i := range by {
		titles = append(titles, f.text(f.s.Base().Asks[i].Title))
	}
	confirm := f.x.ByYes
	if f.numbered(int(q), v) == "" {
		confirm = f.x.ByNumber
	}
	k := f.s.Base().Questions[q].Fact
	f.print(fmt.Sprintf(f.x.Maybe, strings.Join(titles, f.x.Titles), f.s.Base().FormatValue(k, v, f.s.Lang()), confirm))
}

// numbered is a value as the numbers of its options, or "" where y means
// something else.
func (f *face) numbered(q int, v fact.Value) string {
	k := f.s.Base().Asked(q)
	var out []string
	for i := range k.Options {
		if k.Kind == fact.Choice && v.N == int64(i) || k.Kind == fact.Several && v.N>>uint(i)&1 == 1 {
			out = append(out, strconv.Itoa(i+1))
		}
	}
	return strings.Join(out, ",")
}

// take handles one line.
func (q question) take(f *face, line string) (done bool, err error) {
	if known, done, err := f.command(int(q), line); known {
		f.list = list{}
		return done, err
	}
	if line == "y" { // the person says that it is so
		if v, by := f.s.Suggested(int(q)); len(by) > 0 && f.numbered(int(q), v) != "" {
			line = f.numbered(int(q), v)
		}
	}
	return false, f.answer(int(q), line)
}

func (q question) ended(f *face) error {
	f.open()
	return ErrOpen
}

// command handles a line that is no answer.
func (f *face) command(q int, line string) (known, done bool, err error) {
	x := &f.s.Base().Questions[q]
	switch line {
	case "":
	case "?":
		f.print(f.w.Help, f.w.WhyTitle+f.text(x.Why), f.w.HowTitle+f.text(x.How))
	case "w":
		f.print(f.w.WhyTitle + f.text(x.Why))
		why := f.s.WhyText(q)
		if len(why) == 0 {
			f.print(f.w.WhyNone)
		}
		for _, t := range why[:min(len(why), 8)] {
			f.print("- " + t)
		}
	case "b":
		err = f.back()
	case "r":
		f.review()
	case "v":
		err = f.advice()
	case "a":
		f.pick = newPicker(f, f.s.Asks())
	case "q":
		f.print(f.w.Bye)
		done = true
	default:
		return false, false, nil
	}
	return true, done, err
}

// answer takes a line as the answer to a question, and says in words what was
// taken, or why nothing was.
func (f *face) answer(q int, line string) error {
	b := f.s.Base()
	i := b.Questions[q].Fact
	v, err := b.ParseAnswer(i, line, f.s.Today())
	if err != nil {
		if whole, longer, ok := f.goesOn(line); ok {
			i, line, v, err = f.list.fact, whole, longer, nil
		}
	}
	if err == nil && f.doubt(b.Facts[i].ID, v, line) {
		return nil
	}
	if err == nil {
		err = f.s.Answer(b.Facts[i].ID, v)
	}
	if n, ok := fact.NoticeIn(err); ok {
		f.print(f.w.Bad + typeset.Clean(n.In(f.s.Lang())))
		return nil
	}
	if err != nil {
		return err
	}
	f.list = list{i, line}
	f.print(fmt.Sprintf(f.w.Chosen, b.FormatValue(i, v, f.s.Lang())))
	f.danger()
	return f.news()
}

// back takes back what was said last, and says what it was.
func (f *face) back() error {
	t, ok := f.s.Back()
	b := f.s.Base()
	switch {
	case !ok:
	case t.Question != "":
		_, k := b.Fact(t.Question)
		f.print(fmt.Sprintf(f.x.Before, b.FormatValue(k, t.Was, f.s.Lang())))
	case f.s.Wonders():
		f.pick = newPicker(f, t.Asks)
	}
	return f.news()
}

// goesOn is the list of the line before with this line added to it, where that
// makes a list: a line that the present question does not take may belong to
// the one before.
func (f *face) goesOn(line string) (whole string, v fact.Value, ok bool) {
	b := f.s.Base()
	if k := b.Facts[f.list.fact].Kind; f.list.text == "" || k != fact.Schedule && k != fact.History {
		return "", v, false
	}
	for _, text := range []string{f.list.text, line} {
		if entries, err := fact.ReadEntries(text); err != nil || len(entries) == 0 {
			return "", v, false
		}
	}
	whole = f.list.text + "\n" + line
	v, err := b.ParseAnswer(f.list.fact, whole, f.s.Today())
	return whole, v, err == nil
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
	for _, x := range f.s.NewDangers() {
		f.print("", "!! "+f.w.DangerNow, f.text(x.Title), f.text(x.Text))
	}
}

func (f *face) review() {
	b, given := f.s.Base(), f.s.Answers()
	if replies := f.s.Replies(); len(replies) > 0 {
		f.print(f.x.Asked)
		for i := range replies {
			f.print("- " + replies[i].Title + "  " + cmp.Or(replies[i].Answer, f.x.NotYet))
		}
	}
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

// advice prints what can be said so far, and the code to come back with:
// whoever has to break off loses no answer.
func (f *face) advice() error {
	if err := f.paper.First(f.out, f.report()); err != nil {
		return err
	}
	f.code()
	return nil
}

// code prints the code of what was said so far, if anything was.
func (f *face) code() {
	if f.s.Given() == 0 {
		return
	}
	w := words.ReportIn(string(f.s.Lang()))
	f.print("", w.Code+w.Colon+f.s.Code(), w.CodeNote)
}

// open prints what is still open, for whoever fed the input, and the code to go
// on with.
func (f *face) open() {
	b := f.s.Base()
	f.print("", "", f.w.StillOpen)
	for _, q := range f.s.Missing() {
		f.print(fmt.Sprintf("- %s: %s", b.Asked(q).ID, f.text(b.Questions[q].Title)))
	}
	f.code()
}
