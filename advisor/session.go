package advisor

import (
	"maps"
	"slices"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Options are what a session is begun with.
type Options struct {
	Today fact.Date
	Lang  Lang // zero: Chinese
}

// A Session is one person's interview. Its only state is the list of answers;
// everything else is replayed from it. It is not safe for concurrent use.
type Session struct {
	base    *Base
	today   fact.Date
	lang    Lang
	answers Answers
	state   *State // nil after a change
}

// NewSession begins an interview over b.
func NewSession(b *Base, o Options) *Session {
	if o.Lang != fact.EN {
		o.Lang = fact.ZH
	}
	return &Session{base: b, today: o.Today, lang: o.Lang, answers: Answers{}}
}

// Base is the knowledge the session speaks from.
func (s *Session) Base() *Base { return s.base }

// Today is the day the session speaks of.
func (s *Session) Today() fact.Date { return s.today }

// Lang is the session's language.
func (s *Session) Lang() Lang { return s.lang }

// SetLang changes the language; answers stay.
func (s *Session) SetLang(l Lang) { s.lang = l }

// Answers is a copy of what was answered.
func (s *Session) Answers() Answers { return maps.Clone(s.answers) }

// State replays the answers.
func (s *Session) State() *State {
	if s.state == nil {
		s.state = Resolve(s.base, s.answers, s.today)
		s.state.Min, s.state.Max = s.base.progress(s.answers, s.state, s.today)
	}
	return s.state
}

// Answer stores an answer, after checking that the question takes it. Later
// answers that are no longer asked for on the new path are dropped. The error
// is an [*InputError].
func (s *Session) Answer(question string, v fact.Value) error {
	next, err := s.with(question, v)
	if err != nil {
		return err
	}
	s.answers, s.state = next, nil
	for _, id := range s.State().Unused {
		delete(s.answers, id)
		s.state = nil
	}
	return nil
}

// Doubts are the reasons to ask again: what the answer would make true of the
// findings that say answers do not fit together. Nothing is refused or put
// right for the person: whoever gives the answer again keeps it.
func (s *Session) Doubts(question string, v fact.Value) []string {
	next, err := s.with(question, v)
	if err != nil {
		return nil
	}
	old, st := s.State(), Resolve(s.base, next, s.today)
	return s.doubts(st, func(i int) bool { return old.Truth[i] != cond.True })
}

// Doubtful are all the reasons to look at the answers again.
func (s *Session) Doubtful() []string {
	return s.doubts(s.State(), func(int) bool { return true })
}

func (s *Session) doubts(st *State, want func(finding int) bool) []string {
	var out []string
	w := s.writer(st)
	for i := range s.base.Findings {
		if f := &s.base.Findings[i]; f.Doubt && st.Truth[i] == cond.True && want(i) {
			out = append(out, w.text(f.Title, f.LawOn)+"\n"+w.text(f.Text, f.LawOn))
		}
	}
	return out
}

// Load puts many answers at once, as from a file or a code. Answers that are
// not asked on their path stay and are listed in State().Unused, so that the
// caller can say so.
func (s *Session) Load(a Answers) { s.answers, s.state = maps.Clone(a), nil }

func (s *Session) with(question string, v fact.Value) (Answers, error) {
	_, i := s.base.Fact(question)
	if q, _ := s.base.Question(question); q == nil || i < 0 {
		return nil, noSuchQuestion(s.base, question)
	}
	if err := s.base.check(i, v, s.today, s.answers); err != nil {
		return nil, err
	}
	next := maps.Clone(s.answers)
	next[question] = v
	return next, nil
}

// Back withdraws the last answer on the path. It is false at the start.
func (s *Session) Back() bool {
	st := s.State()
	for _, q := range slices.Backward(st.Asked) {
		id := s.base.Facts[s.base.Questions[q].Fact].ID
		if _, ok := s.answers[id]; ok {
			delete(s.answers, id)
			s.state = nil
			return true
		}
	}
	return false
}

// Reset forgets every answer.
func (s *Session) Reset() { s.answers, s.state = Answers{}, nil }

// A Change is what an answer would bring about.
type Change struct {
	Falls   []string // answers that would no longer be asked for, in words
	Appear  []string // titles of findings that would come
	Vanish  []string // titles of findings that would go
	Numbers []string // numbers that would differ: 利率上限 24% → 13.8%
}

// Preview says what would fall and what advice would change if question were
// answered with v, without changing anything.
func (s *Session) Preview(question string, v fact.Value) (Change, error) {
	next, err := s.with(question, v)
	if err != nil {
		return Change{}, err
	}
	b, old, st := s.base, s.State(), Resolve(s.base, next, s.today)
	var c Change
	for _, id := range st.Unused {
		if _, i := b.Fact(id); !slices.Contains(old.Unused, id) {
			c.Falls = append(c.Falls, b.Facts[i].Label.In(s.lang))
		}
	}
	was, is := s.writer(old), s.writer(st)
	for i := range b.Findings {
		f := &b.Findings[i]
		switch before, after := old.Truth[i] == cond.True, st.Truth[i] == cond.True; {
		case before && !after:
			c.Vanish = append(c.Vanish, was.text(f.Title, f.LawOn))
		case after && !before:
			c.Appear = append(c.Appear, is.text(f.Title, f.LawOn))
		}
	}
	for _, k := range b.Calculations {
		for _, g := range k.Gives {
			x, y := old.Values[g.Fact], st.Values[g.Fact]
			if x.State == fact.Known && y.State == fact.Known && x.N != y.N && b.Facts[g.Fact].Kind != fact.Choice {
				c.Numbers = append(c.Numbers, b.Facts[g.Fact].Label.In(s.lang)+" "+
					b.FormatValue(g.Fact, x, s.lang)+" → "+b.FormatValue(g.Fact, y, s.lang))
			}
		}
	}
	return c, nil
}

// WhyText is what hangs on a question: titles of the conclusions whose
// conditions read it, directly or through what is derived from it, and that
// are not already ruled out, weightiest first.
func (s *Session) WhyText(question int) []string {
	b, st := s.base, s.State()
	reach := map[int]bool{}
	for _, f := range b.Reached(b.Questions[question].Fact) {
		reach[f] = true
	}
	type hit struct {
		title string
		rank  int
	}
	var hits []hit
	for i := range b.Findings {
		f := &b.Findings[i]
		if st.Truth[i] == cond.False || f.Always {
			continue
		}
		for _, x := range b.index.hang.reads[i] {
			if reach[x] {
				hits = append(hits, hit{s.writer(st).text(f.Title, f.LawOn), int(f.Urgency)})
				break
			}
		}
	}
	slices.SortStableFunc(hits, func(a, c hit) int { return c.rank - a.rank })
	var out []string
	for _, h := range hits {
		if !slices.Contains(out, h.title) {
			out = append(out, h.title)
		}
	}
	return out
}
