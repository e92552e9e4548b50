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
	Rest  bool // what is not answered is 不清楚, not open
}

// A Session is one person's interview. Its only state is what was said: the
// answers in the order they were given, and the asks chosen; everything else
// is replayed from it. What was not asked yet is open, which is not 不清楚. It
// is not safe for concurrent use.
type Session struct {
	base  *Base
	today fact.Date
	lang  Lang
	rest  bool
	said
	past  []said         // before each change, for Undo
	state *State         // nil after a change
	sight *Sight         // of the state; nil where the rest is unknown
	runs  []run          // what calculators gave last
	told  map[int]bool   // findings of danger that were handed out
	given map[int]string // by ask: the answer that was handed out
}

// said is what a person said.
type said struct {
	answers Answers
	log     []entry
	wish
}

// A wish is what a person wants to know, and how far they want to go.
type wish struct {
	asks    []int
	depth   Depth
	settled bool // they said so, be it that they want everything
}

// An entry of the log is what was said at one time: an answer, or a wish.
type entry struct {
	question string // "" where it is a wish
	before   wish
}

// NewSession begins an interview over b.
func NewSession(b *Base, o Options) *Session {
	if o.Lang != fact.EN {
		o.Lang = fact.ZH
	}
	return &Session{base: b, today: o.Today, lang: o.Lang, rest: o.Rest, said: said{answers: Answers{}},
		runs: make([]run, len(b.Calculations)), told: map[int]bool{}, given: map[int]string{}}
}

// Base is the knowledge the session speaks from.
func (s *Session) Base() *Base { return s.base }

// Today is the day the session speaks of.
func (s *Session) Today() fact.Date { return s.today }

// Lang is the session's language.
func (s *Session) Lang() Lang { return s.lang }

// SetLang changes the language; answers stay.
func (s *Session) SetLang(l Lang) { s.lang = l }

// Answers is a copy of what was answered, with what the asks opened.
func (s *Session) Answers() Answers { return maps.Clone(s.all()) }

// all are the answers given, and what the asks open by themselves.
func (s *Session) all() Answers { return s.base.WithAsks(s.answers, s.asks) }

// State is what follows from what was said. Where questions are open, facts
// and conclusions that hang on them are open too.
func (s *Session) State() *State {
	if s.state == nil {
		s.state, s.sight = s.stateOf(s.all(), s.Goals())
	}
	return s.state
}

// Sight is what may still come of what was said, or nil where the rest is
// unknown, so that nothing may.
func (s *Session) Sight() *Sight {
	s.State()
	return s.sight
}

func (s *Session) stateOf(a Answers, g Goals) (*State, *Sight) {
	x := newSight(s.base, s.today, s.runs)
	x.look(a)
	if s.rest {
		st := resolve(s.base, a, s.today, s.runs)
		st.Min, st.Max = x.progress(st.Next, st.Answered)
		return st, nil
	}
	st := x.state(g)
	if len(g.Asks) == 0 {
		st.Min, st.Max = x.progress(st.Next, st.Answered)
	}
	return st, x
}

// Rest makes what was not answered 不清楚, or open again.
func (s *Session) Rest(on bool) {
	s.rest = on
	s.changed()
}

// changed forgets what followed from what was said before.
func (s *Session) changed() { s.state, s.sight = nil, nil }

// keep remembers what was said, for Undo, before a change.
func (s *Session) keep() {
	x := s.said
	x.answers = maps.Clone(x.answers)
	x.log, x.asks = slices.Clone(x.log), slices.Clone(x.asks)
	s.past = append(s.past, x)
}

// forget takes the answer to a question out of the log.
func (s *Session) forget(question string) {
	s.log = slices.DeleteFunc(s.log, func(e entry) bool { return e.question == question })
}

// Undo takes the last change back: an answer, a step back, a choice of asks.
// It is false where there is none.
func (s *Session) Undo() bool {
	if len(s.past) == 0 {
		return false
	}
	s.said, s.past = s.past[len(s.past)-1], s.past[:len(s.past)-1]
	s.changed()
	return true
}

// Answer stores an answer, after checking that the question takes it. Answers
// that can no longer be asked for are dropped; those that may still be asked
// stay. The error is an [*InputError].
func (s *Session) Answer(question string, v fact.Value) error {
	next, err := s.with(question, v)
	if err != nil {
		return err
	}
	s.keep()
	s.answers = next
	s.forget(question)
	s.log = append(s.log, entry{question: question})
	s.changed()
	for _, id := range s.State().Unused {
		delete(s.answers, id)
		s.forget(id)
		s.changed()
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
	old := s.State()
	st, _ := s.stateOf(s.base.WithAsks(next, s.asks), s.Goals())
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
			out = append(out, w.title(f)+"\n"+w.text(f.Text, f.LawOn))
		}
	}
	return out
}

// Load puts many answers at once, as from a file or a code. Answers that are
// not asked on their path stay and are listed in State().Unused, so that the
// caller can say so.
func (s *Session) Load(a Answers) {
	s.answers, s.log = maps.Clone(a), nil
	for i := range s.base.Questions {
		if id := s.base.Asked(i).ID; a[id].State != fact.NotAsked {
			s.log = append(s.log, entry{question: id})
		}
	}
	s.changed()
}

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

// A Taken is what was taken back: an answer, or, where it names no question, a
// wish, with the asks that had been chosen by it.
type Taken struct {
	Question string
	Was      fact.Value
	Asks     []int
}

// Back takes back what was said last and gives it out, so that it can be shown
// where it is asked again. It is false at the start.
func (s *Session) Back() (Taken, bool) {
	if len(s.log) == 0 {
		return Taken{}, false
	}
	s.keep()
	last := s.log[len(s.log)-1]
	s.log = s.log[:len(s.log)-1]
	t := Taken{Question: last.question}
	if t.Question != "" {
		t.Was = s.answers[t.Question]
		delete(s.answers, t.Question)
	} else {
		for _, i := range s.asks {
			if !slices.Contains(last.before.asks, i) {
				t.Asks = append(t.Asks, i)
			}
		}
		s.wish = last.before
	}
	s.changed()
	return t, true
}

// Reset forgets everything that was said.
func (s *Session) Reset() {
	s.said, s.past = said{answers: Answers{}}, nil
	s.changed()
	clear(s.told)
	clear(s.given)
}

// NewDangers are the findings of danger to life or money that have become true
// since it was called last: they are shown the moment they are. One that is
// withdrawn is told again, should it return.
func (s *Session) NewDangers() []*Finding {
	var out []*Finding
	for i, t := range s.State().Truth {
		switch f := &s.base.Findings[i]; {
		case t != cond.True:
			delete(s.told, i)
		case f.Urgency == Danger && !s.told[i]:
			s.told[i] = true
			out = append(out, f)
		}
	}
	return out
}

// A Change is what an answer would bring about.
type Change struct {
	Falls   []string // answers that would no longer be asked for, in words
	Appear  []string // titles of findings that would come
	Vanish  []string // titles of findings that would go
	Numbers []string // numbers that would differ: 利率上限 24% → 13.8%
	Asks    []string // asks that would no longer be the person's, by title
	Replies []string // what would be said to an ask instead: 要还吗？ 一般不用 → 还没有定
}

// Preview says what would fall and what advice would change if question were
// answered with v, without changing anything.
func (s *Session) Preview(question string, v fact.Value) (Change, error) {
	next, err := s.with(question, v)
	if err != nil {
		return Change{}, err
	}
	b, old := s.base, s.State()
	st, sight := s.stateOf(b.WithAsks(next, s.asks), s.Goals())
	c := s.otherwise(sight, s.writer(st))
	for _, id := range s.gave(st.Unused) {
		if _, i := b.Fact(id); !slices.Contains(old.Unused, id) {
			c.Falls = append(c.Falls, b.Facts[i].Label.In(s.lang))
		}
	}
	was, is := s.writer(old), s.writer(st)
	for i := range b.Findings {
		f := &b.Findings[i]
		switch before, after := old.Truth[i] == cond.True, st.Truth[i] == cond.True; {
		case before && !after:
			c.Vanish = append(c.Vanish, was.title(f))
		case after && !before:
			c.Appear = append(c.Appear, is.title(f))
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
				hits = append(hits, hit{s.writer(st).title(f), int(f.Urgency)})
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
