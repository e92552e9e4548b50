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
// file says that the rest is unknown. Asks are chosen besides those that the
// file names. The name is for the messages.
func (g *Guest) Answers(name string, data []byte, asks ...string) (s *advisor.Session, rest bool, err error) {
	in, err := g.parse(name, data)
	if err != nil {
		return nil, false, err
	}
	if in.today != 0 && !g.Fixed {
		g.Today = in.today
	}
	raw, old, errs := g.Base.PresentNames(in.raw)
	ans, more := g.Base.DecodeAnswers(raw, g.Today)
	if errs = append(errs, more...); len(errs) > 0 {
		return nil, false, g.cannotTake(name, errs)
	}
	for _, o := range old {
		g.tell(fmt.Sprintf(g.words().OldName, o.Question, o.Was, o.Now))
	}
	s = g.Session()
	s.Rest(in.rest)
	if role, ok := ans[g.Base.RoleID]; ok { // who they are says which asks they may have
		s.Load(advisor.Answers{g.Base.RoleID: role})
	}
	if err := g.choose(s, Clean(name)+": asks", in.asks); err != nil {
		return nil, false, err
	}
	if err := g.choose(s, "--ask", asks); err != nil {
		return nil, false, err
	}
	s.Load(ans)
	g.toldOf(s)
	return s, in.rest, nil
}

// choose chooses asks; where says who named them.
func (g *Guest) choose(s *advisor.Session, where string, asks []string) error {
	var lines []string
	for _, id := range asks {
		if len(lines) == advisor.MostProblems {
			lines = append(lines, "…") // there are more to look at
			break
		}
		if a, _ := g.Base.PresentAsk(id); a != nil && a.ID != id {
			g.tell(fmt.Sprintf(g.words().OldName, where, id, a.ID))
			id = a.ID
		}
		if err := s.Choose(id); err != nil {
			lines = append(lines, where+": "+Words(err, g.Lang))
		}
	}
	if len(lines) > 0 {
		return Wrong("%s", strings.Join(lines, "\n"))
	}
	return nil
}

// toldOf says what of a file's answers and asks comes to nothing, and what to
// look at again. Nothing of it is lost.
func (g *Guest) toldOf(s *advisor.Session) {
	w := g.words()
	if u := s.Unused(); len(u) > 0 {
		g.tell(fmt.Sprintf(w.NotUsed, strings.Join(u, w.List)))
	}
	g.toldOfAsks(s)
	for _, d := range s.Doubtful() {
		g.tell(fmt.Sprintf(w.Doubtful, strings.ReplaceAll(d, "\n", " ")))
	}
}

// toldOfAsks says which chosen asks do not arise with these answers.
func (g *Guest) toldOfAsks(s *advisor.Session) {
	for _, i := range s.Fallen() {
		a := &g.Base.Asks[i]
		g.tell(fmt.Sprintf(g.words().AskFallen, a.Title.In(g.Lang), a.ID))
	}
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

// A sheet is a file of answers as it was written.
type sheet struct {
	raw   map[string]any
	asks  []string
	rest  bool      // the rest is unknown
	today fact.Date // 0: it names none
}

// parse takes a flat map or a case file.
func (g *Guest) parse(name string, data []byte) (in sheet, err error) {
	w := g.words()
	wrong := func(where, what string) (sheet, error) {
		return sheet{}, Wrong("%s%s: %s", Clean(name), where, what)
	}
	if len(strings.TrimSpace(string(data))) == 0 {
		return wrong("", w.Empty)
	}
	var doc yaml.Node
	if err = yaml.Load(data, &doc); err != nil {
		return wrong(g.unreadable(err))
	}
	line, first := 0, fact.Notice{}
	plain := load.Plain(&doc, func(at *yaml.Node, what fact.Notice) {
		if line == 0 {
			line, first = at.Line, what
		}
	})
	if line > 0 {
		return wrong(fmt.Sprintf(":%d", line), first.In(g.Lang))
	}
	raw, ok := plain.(map[string]any)
	if !ok && plain != nil {
		return wrong(":1", w.Unreadable)
	}
	// What is not answered is open; only a file that says so means 不清楚.
	switch raw["rest"] {
	case nil, "open":
	case "unknown":
		in.rest = true
	default:
		return wrong(": rest", w.NoRest)
	}
	if in.asks, ok = askList(raw["asks"]); !ok {
		return wrong(": asks", w.NoAsks)
	}
	inner, ok := raw["answers"]
	if !ok {
		delete(raw, "rest")
		delete(raw, "asks")
		in.raw = raw
		return in, nil
	}
	if in.raw, ok = inner.(map[string]any); !ok {
		return wrong(": answers", w.NotAMap)
	}
	if t, ok := raw["today"]; ok {
		s, _ := t.(string)
		if in.today, err = fact.ISODate(s); err != nil {
			return wrong(": today", fmt.Sprintf(w.NoDay, fact.Shown(s)))
		}
	}
	return in, nil
}

// askList are the asks that a file names: a list of ids, or one. A case says
// beside each which answer it expects.
func askList(v any) ([]string, bool) {
	switch v := v.(type) {
	case nil:
		return nil, true
	case string:
		return []string{v}, true
	case []any:
		var out []string
		for _, x := range v {
			if m, is := x.(map[string]any); is {
				x = m["ask"]
			}
			id, ok := x.(string)
			if !ok {
				return nil, false
			}
			out = append(out, id)
		}
		return out, true
	}
	return nil, false
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
		return where, load.Referring().In(g.Lang)
	}
	return where, g.words().Unreadable
}

// Complete refuses an interview with open questions, and lists them: for a
// reader of JSON on out, for people in the failure.
func (g *Guest) Complete(out io.Writer, s *advisor.Session, format string) error {
	if s.State().Next < 0 {
		return nil
	}
	b := s.Base()
	type open struct {
		Fact     string   `json:"fact"`
		Question string   `json:"question"`
		Options  []string `json:"options,omitempty"`
	}
	var list []open
	for _, q := range s.Missing() {
		f := b.Asked(q)
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
	s, rest, err := g.Answers(name, data, w.Asks...)
	if err != nil {
		return nil, err
	}
	if !rest && !w.Partial {
		if err := g.Complete(out, s, w.Format); err != nil {
			return nil, err
		}
	}
	return w.Report(s), nil
}
