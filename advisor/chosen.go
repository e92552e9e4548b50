package advisor

import (
	"slices"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// Choose adds asks to what the person wants to know, and takes it as said that
// they want to know these: with none, and none before, that they want to be
// asked everything. What the asks open counts as answered from then on. The
// error is a [fact.Notice]: there is no such ask, or it is not one of this
// person's; nothing is chosen then.
func (s *Session) Choose(ids ...string) error {
	next := slices.Clone(s.asks)
	for _, id := range ids {
		a, i := s.base.Ask(id)
		if a == nil {
			return s.base.noSuchAsk(id)
		}
		if slices.Contains(next, i) {
			continue
		}
		if !s.mayHave(a) {
			return notForThem(a)
		}
		next = append(next, i)
	}
	s.want(next)
	return nil
}

// Want makes asks, of those that are theirs, all that the person wants to know.
func (s *Session) Want(asks ...int) { s.want(slices.Clone(asks)) }

func (s *Session) want(asks []int) {
	x := wish{asks: asks, depth: s.depth, settled: true}
	switch {
	case len(asks) == 0:
		x.depth = Whole
	case len(s.asks) == 0:
		x.depth = Brief
	}
	added := slices.DeleteFunc(slices.Clone(asks), func(i int) bool { return slices.Contains(s.asks, i) })
	s.wishFor(x)
	for _, i := range added {
		s.heed(&s.base.Asks[i])
	}
}

// heed lets a danger that choosing an ask speaks of count more than what was
// answered before: whoever said that they are safe, and then asks what to do
// about money that just left, is told at once. A danger that was told stays.
func (s *Session) heed(a *Ask) {
	for _, o := range a.Opens {
		f := &s.base.Facts[o.Fact]
		was, said := s.answers[f.ID]
		if x := o.Value(f, was, false); !said || f.Kind != fact.Choice || x.State == was.State && x.N == was.N {
			continue
		}
		before := s.dangers()
		delete(s.answers, f.ID)
		s.changed()
		now := s.dangers()
		stays := !slices.ContainsFunc(before, func(i int) bool { return !slices.Contains(now, i) })
		if stays && len(now) > len(before) {
			s.forget(f.ID)
			continue
		}
		s.answers[f.ID] = was
		s.changed()
	}
}

// dangers are the findings of danger to life or money that hold.
func (s *Session) dangers() []int {
	var out []int
	for i, t := range s.State().Truth {
		if t == cond.True && s.base.Findings[i].Urgency == Danger {
			out = append(out, i)
		}
	}
	return out
}

// wishFor notes a wish, if it is another than before.
func (s *Session) wishFor(x wish) {
	if x.settled == s.settled && x.depth == s.depth && slices.Equal(x.asks, s.asks) {
		return
	}
	s.keep()
	s.log = append(s.log, entry{before: s.wish})
	s.wish = x
	s.changed()
}

// Wonders reports whether the person is to be asked what they want to know: once
// it is known who they are, before anything else, and again where what they
// said since has left none of it theirs. Where nothing is offered, it is not
// asked.
func (s *Session) Wonders() bool {
	switch v := s.answers[s.base.RoleID]; {
	case v.State != fact.Known:
		return false
	case len(s.asks) > 0:
		if len(s.Fallen()) < len(s.asks) {
			return false
		}
	case s.settled || len(s.answers) > 1:
		return false
	}
	return len(s.Offered()) > 0
}

// mayHave reports whether an ask may be this person's: nothing that was said
// rules it out.
func (s *Session) mayHave(a *Ask) bool {
	return s.looking().Possible(a.For).Has(cond.True)
}

// looking is what may still come, also where the rest counts as unknown.
func (s *Session) looking() *Sight {
	if x := s.Sight(); x != nil {
		return x
	}
	return Look(s.base, s.all(), s.today)
}

// Asks are the asks chosen, by index into the Base, in the order of choosing.
func (s *Session) Asks() []int { return slices.Clone(s.asks) }

// Offered are the asks that this person may have and has not chosen: what people
// go on with from those chosen, then what is asked most.
func (s *Session) Offered() []int {
	all := slices.DeleteFunc(s.looking().Offered(), func(i int) bool { return slices.Contains(s.asks, i) })
	var next, rest []int
	for _, i := range all {
		if slices.ContainsFunc(s.asks, func(k int) bool { return slices.Contains(s.base.Asks[k].Next, i) }) {
			next = append(next, i)
		} else {
			rest = append(rest, i)
		}
	}
	return append(next, rest...)
}

// Fallen are the chosen asks that what was said later rules out: they are told,
// and their answers are not given.
func (s *Session) Fallen() []int {
	var out []int
	for _, i := range s.asks {
		if !s.mayHave(&s.base.Asks[i]) {
			out = append(out, i)
		}
	}
	return out
}

// Goals are what the interview goes towards.
func (s *Session) Goals() Goals { return Goals{Asks: s.asks, Depth: s.depth} }

// Deeper goes on from page one: to what carries the answers further, or to the
// whole interview. It is false where that is not deeper.
func (s *Session) Deeper(to Depth) bool {
	if len(s.asks) == 0 || s.depth == Whole || to == s.depth || to == Brief {
		return false
	}
	s.wishFor(wish{s.asks, to, true})
	return true
}

// Ahead is how many questions may still come on the way to a depth.
func (s *Session) Ahead(to Depth) int { return s.looking().Way(Goals{s.asks, to}).Most }

// Given is how many answers the person gave that count.
func (s *Session) Given() int {
	return len(s.answers) - len(s.Unused())
}

// Unused are the answers that the person gave and that are not asked for on
// their path. What an ask opened by itself they never gave.
func (s *Session) Unused() []string { return s.gave(s.State().Unused) }

// gave are those of the questions that the person answered.
func (s *Session) gave(questions []string) []string {
	return slices.DeleteFunc(slices.Clone(questions), func(id string) bool {
		_, ok := s.answers[id]
		return !ok
	})
}

// Suggested is what asks suggest as the answer to question q, and which asks:
// none where nothing is suggested, nor of an ask that is not this person's any
// more. It is shown, and the person says whether it is so.
func (s *Session) Suggested(q int) (v fact.Value, by []int) {
	k := s.base.Questions[q].Fact
	f := &s.base.Facts[k]
	for _, i := range s.asks {
		a := &s.base.Asks[i]
		for _, o := range a.Suggests {
			if o.Fact != k || !s.mayHave(a) {
				continue
			}
			v = o.Value(f, v, len(by) > 0)
			if f.Kind == fact.Several || o.Set>>uint(v.N)&1 == 1 { // of a choice the first ask decides
				by = append(by, i)
			}
		}
	}
	return v, by
}

// Depth is how far the interview goes.
func (s *Session) Depth() Depth { return s.depth }

// Outcome is the answer that a chosen ask has come to, or StillOpen.
func (s *Session) Outcome(ask int) int {
	x := s.Sight()
	if x == nil {
		x = lookAt(s.base, s.State(), s.all(), s.today)
	}
	return x.Outcome(&s.base.Asks[ask])
}

// lookAt is Look where everything has been decided already.
func lookAt(b *Base, st *State, a Answers, today fact.Date) *Sight {
	s := newSight(b, today, nil)
	s.a = a
	for i, v := range st.Values {
		s.settle(i, v)
	}
	return s
}

// Find is FindAsks among those that this person may have; an ask's id finds it,
// too. The error says why nothing was found.
func (s *Session) Find(text string) ([]int, error) {
	id := strings.TrimSpace(text)
	switch a, i := s.base.Ask(id); {
	case a != nil && s.mayHave(a):
		return []int{i}, nil
	case a != nil:
		return nil, notForThem(a)
	}
	if strings.Contains(id, "-") && cond.Nearest(id, s.base.askIDs()) != "" {
		return nil, s.base.noSuchAsk(id)
	}
	if found := s.base.FindAsks(text, s.looking().Offered()); len(found) > 0 {
		return found, nil
	}
	all := make([]int, len(s.base.Asks))
	for i := range all {
		all[i] = i
	}
	if others := s.base.FindAsks(text, all); len(others) > 0 {
		return nil, notForThem(&s.base.Asks[others[0]])
	}
	return nil, fact.NoticeOf(words.Answering.NothingLike())
}

func (b *Base) askIDs() []string {
	ids := make([]string, len(b.Asks))
	for i := range b.Asks {
		ids[i] = b.Asks[i].ID
	}
	return ids
}

func (b *Base) noSuchAsk(id string) error {
	near := cond.Meant(id, b.askIDs(), words.Answering.SeeAsks())
	return fact.NoticeOf(words.Answering.NoAsk(fact.Shown(id), near))
}

func notForThem(a *Ask) error {
	return fact.NoticeOf(words.Answering.NotForRole(words.Pair(a.Title), a.ID))
}
