package hall

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load"
)

// Read reads up to so many bytes; tooLong is said of a longer file, which is
// not what it was taken for: a mistyped path may be a disk.
func Read(name string, in io.Reader, most int, tooLong string, l fact.Lang) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, int64(most)+1))
	if err != nil {
		return nil, Wrong("%s: %s", Clean(name), Words(err, l))
	}
	if len(data) > most {
		return nil, Wrong("%s: %s", Clean(name), tooLong)
	}
	return data, nil
}

// ReadAnswers reads a file of answers that has so many bytes at most.
func (g *Guest) ReadAnswers(name string, in io.Reader, most int) ([]byte, error) {
	return Read(name, in, most, fmt.Sprintf(g.words().TooLong, most>>10), g.Lang)
}

// Answers reads a file of answers into an interview; rest is true where the
// file says that the rest is unknown. The name is for the messages.
func (g *Guest) Answers(name string, data []byte) (s *advisor.Session, rest bool, err error) {
	raw, rest, today, err := g.parse(name, data)
	if err != nil {
		return nil, false, err
	}
	if today != 0 && !g.Fixed {
		g.Today = today
	}
	raw, old, errs := g.Base.PresentNames(raw)
	ans, more := g.Base.DecodeAnswers(raw, g.Today)
	if errs = append(errs, more...); len(errs) > 0 {
		return nil, false, g.cannotTake(name, errs)
	}
	for _, o := range old {
		g.tell(fmt.Sprintf(g.words().OldName, o.Question, o.Was, o.Now))
	}
	s = g.Session()
	s.Rest(rest)
	s.Load(ans)
	w := g.words()
	if u := s.State().Unused; len(u) > 0 {
		g.tell(fmt.Sprintf(w.NotUsed, strings.Join(u, w.List)))
	}
	for _, d := range s.Doubtful() {
		g.tell(fmt.Sprintf(w.Doubtful, strings.ReplaceAll(d, "\n", " ")))
	}
	return s, rest, nil
}

// cannotTake lists the problems of a file of answers, up to a number that
// somebody reads.
func (g *Guest) cannotTake(name string, errs []error) error {
	head := fmt.Sprintf(g.words().CannotTake, Clean(name), len(errs))
	if most := advisor.MostProblems; len(errs) > most {
		errs = errs[:most]
		head = fmt.Sprintf(g.words().CannotTakeMore, Clean(name), most)
	}
	lines := []string{head}
	for _, e := range errs {
		where := ""
		var in *advisor.InputError
		if errors.As(e, &in) {
			where = fact.Shown(in.Question) + ": "
		}
		lines = append(lines, "  "+where+Words(e, g.Lang))
	}
	return Wrong("%s", strings.Join(lines, "\n"))
}

// parse takes a flat map or a case file.
func (g *Guest) parse(name string, data []byte) (raw map[string]any, rest bool, today fact.Date, err error) {
	w := g.words()
	wrong := func(where, what string) error { return Wrong("%s%s: %s", Clean(name), where, what) }
	if len(strings.TrimSpace(string(data))) == 0 {
		return nil, false, 0, wrong("", w.Empty)
	}
	var doc yaml.Node
	if err = yaml.Load(data, &doc); err != nil {
		return nil, false, 0, wrong(g.unreadable(err))
	}
	var first error
	plain := load.Plain(&doc, func(at *yaml.Node, what fact.Notice) {
		if first == nil {
			first = wrong(fmt.Sprintf(":%d", at.Line), what.In(g.Lang))
		}
	})
	if first != nil {
		return nil, false, 0, first
	}
	raw, ok := plain.(map[string]any)
	if !ok && plain != nil {
		return nil, false, 0, wrong(":1", w.Unreadable)
	}
	// What is not answered is open; only a file that says so means 不清楚.
	switch raw["rest"] {
	case nil, "open":
	case "unknown":
		rest = true
	default:
		return nil, false, 0, wrong(": rest", w.NoRest)
	}
	inner, ok := raw["answers"]
	if !ok {
		delete(raw, "rest")
		return raw, rest, 0, nil
	}
	m, ok := inner.(map[string]any)
	if !ok {
		return nil, false, 0, wrong(": answers", w.NotAMap)
	}
	if t, ok := raw["today"]; ok {
		s, _ := t.(string)
		if today, err = fact.ISODate(s); err != nil {
			return nil, false, 0, wrong(": today", fmt.Sprintf(w.NoDay, fact.Shown(s)))
		}
	}
	return m, rest, today, nil
}

// unreadable says where an answers file is no YAML, and what to write there.
func (g *Guest) unreadable(err error) (where, what string) {
	line := 0
	var one *yaml.LoadError
	var many *yaml.LoadErrors
	switch {
	case errors.As(err, &many) && len(many.Errors) > 0:
		line = many.Errors[0].Mark.Line
	case errors.As(err, &one):
		line = one.Mark.Line
	}
	if line > 0 { // 0 where not even a line was made out
		where = fmt.Sprintf(":%d", line)
	}
	if strings.Contains(err.Error(), "unknown anchor") {
		return where, load.Referring.In(g.Lang)
	}
	return where, g.words().Unreadable
}

// Complete refuses an interview with open questions, and lists them: for a
// reader of JSON on out, for people in the failure.
func (g *Guest) Complete(out io.Writer, s *advisor.Session, format string) error {
	st := s.State()
	if st.Next < 0 {
		return nil
	}
	b, given := s.Base(), s.Answers()
	type open struct {
		Fact     string   `json:"fact"`
		Question string   `json:"question"`
		Options  []string `json:"options,omitempty"`
	}
	var list []open
	for _, q := range st.Asked {
		f := b.Asked(q)
		if given[f.ID].State != fact.NotAsked {
			continue
		}
		o := open{Fact: f.ID, Question: b.Questions[q].Title.In(g.Lang)}
		for i := range f.Options {
			o.Options = append(o.Options, f.Options[i].ID)
		}
		list = append(list, o)
	}
	if format == "json" {
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(map[string]any{"missing": list}); err != nil {
			return err
		}
	}
	lines := []string{fmt.Sprintf(g.words().Missing, len(list))}
	for _, o := range list {
		line := "  " + o.Fact + ": " + o.Question
		if len(o.Options) > 0 {
			line += " (" + strings.Join(o.Options, ", ") + ")"
		}
		lines = append(lines, line)
	}
	return &Failure{Status: Missing, Err: errors.New(strings.Join(lines, "\n"))}
}

// Advise is the report on a file of answers, which are complete or said to be
// all there is.
func (g *Guest) Advise(out io.Writer, name string, data []byte, w Wish) (*advisor.Report, error) {
	s, rest, err := g.Answers(name, data)
	if err != nil {
		return nil, err
	}
	if !rest && !w.Partial {
		if err := g.Complete(out, s, w.Format); err != nil {
			return nil, err
		}
	}
	return s.Report(), nil
}
