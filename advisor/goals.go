package advisor

import (
	"slices"

	"wangdai/advisor/cond"
)

// How far an interview goes. The way is always part of the full interview: the
// same questions in the same order, without those that can no longer change
// what the person wants to know.
type Depth uint8

// The depths.
const (
	Whole Depth = iota // every question that is asked of this person
	Brief              // what the asks hang on, and what must never be missed
	Deep               // also what the findings behind the asks hang on
)

// A Stage is what the next question is for.
type Stage uint8

// The stages, in order.
const (
	ForStart  Stage = iota // who, what, safe, and the papers at hand
	ForAsks                // the answers to the worries
	ForSafety              // dangers and running deadlines that may still be hidden
	ForMore                // what carries the answers further, or everything
	Done
)

// Goals are what an interview goes towards.
type Goals struct {
	Asks  []int
	Depth Depth
}

// needed are the questions that the goals still hang on, by stage.
func (s *Sight) needed(g Goals) (out [4][]int) {
	var seen []int
	fresh := func(stage Stage) {
		for _, q := range s.Needed() {
			if !slices.Contains(seen, q) {
				out[stage] = append(out[stage], q)
			}
		}
		seen = append(seen, out[stage]...)
	}
	s.Forget()
	for _, f := range s.b.Always {
		s.NeedFact(f)
	}
	fresh(ForStart)
	for _, i := range g.Asks {
		s.NeedAsk(&s.b.Asks[i])
	}
	fresh(ForAsks)
	s.needSafety()
	fresh(ForSafety)
	switch g.Depth {
	case Deep:
		for _, i := range g.Asks {
			for _, f := range s.b.Asks[i].More {
				s.NeedFinding(f, true)
			}
		}
		fresh(ForMore)
	case Whole:
		for _, q := range s.open() {
			s.need[s.b.Questions[q].Fact] = true
		}
		fresh(ForMore)
	}
	return out
}

// needSafety notes what dangers and deadlines hang on, whatever the person
// asked: they are never left out.
func (s *Sight) needSafety() {
	for i := range s.b.Findings {
		if s.b.Findings[i].Urgency >= HasDeadline {
			s.NeedFinding(i, true)
		}
	}
}

// A Way is where an interview stands.
type Way struct {
	Next  int   // the question to put now; -1: none
	Stage Stage // what it is for
	Most  int   // questions that may still come, to page one
	Sure  int   // questions that surely still come
	Left  int   // questions that the whole interview would still ask
}

// theirs are the goals without the asks that are not this person's any more.
func (s *Sight) theirs(g Goals) Goals {
	g.Asks = slices.DeleteFunc(slices.Clone(g.Asks), func(i int) bool {
		return s.Possible(s.b.Asks[i].For)&canTrue == 0
	})
	return g
}

// Way is where the interview stands on its way to the goals. Without asks it
// is the whole interview in its own order.
func (s *Sight) Way(g Goals) Way {
	w := Way{Next: -1, Stage: Done}
	g = s.theirs(g)
	if len(g.Asks) == 0 {
		g.Depth = Whole
	}
	var lists [4][]int
	if len(g.Asks) == 0 {
		lists[ForMore] = s.open()
	} else {
		lists = s.needed(g)
	}
	for stage, list := range lists {
		for _, q := range list {
			w.Most++
			if !s.Ready(q) {
				continue
			}
			w.Sure++
			if w.Next < 0 {
				w.Next, w.Stage = q, Stage(stage)
			}
		}
	}
	w.Left = len(s.open())
	return w
}

// Missing are the questions that can be put now on the way to the goals, in
// the order of the interview.
func (s *Session) Missing() []int {
	x, g := s.Sight(), s.Goals()
	if x != nil {
		g = x.theirs(g)
	}
	if x == nil || len(g.Asks) == 0 {
		x = s.looking()
		return slices.DeleteFunc(slices.Clone(s.State().Asked), func(q int) bool {
			_, given := x.given(s.base.Questions[q].Fact)
			return given
		})
	}
	var out []int
	for _, list := range x.needed(g) {
		for _, q := range list {
			if x.Ready(q) {
				out = append(out, q)
			}
		}
	}
	slices.Sort(out)
	return out
}

// open are the questions that the whole interview may still ask.
func (s *Sight) open() []int {
	var out []int
	for q := range s.b.Questions {
		f := s.b.Questions[q].Fact
		if s.when[q]&canTrue == 0 {
			continue
		}
		if _, given := s.given(f); !given || s.loose && !s.dom[f].done {
			out = append(out, q)
		}
	}
	return out
}

// surely counts the questions that are asked for certain, and not answered.
func (s *Sight) surely() int {
	n := 0
	for q := range s.b.Questions {
		n += boolInt(s.Ready(q))
	}
	return n
}

// Offered are the asks that this person may have, most asked first.
func (s *Sight) Offered() []int {
	var out []int
	for i := range s.b.Asks {
		if s.Possible(s.b.Asks[i].For)&canTrue != 0 {
			out = append(out, i)
		}
	}
	return out
}

// state is what is decided, as a State: what is not answered is open.
func (s *Sight) state(g Goals) *State {
	st, b := s.st, s.b
	s.conclude()
	for q := range b.Questions {
		_, given := s.a[b.Asked(q).ID]
		switch {
		case s.when[q] == canTrue:
			st.Asked = append(st.Asked, q)
			st.Answered += boolInt(given)
		case given && s.when[q]&canTrue != 0:
			st.Answered++
		case given:
			st.Unused = append(st.Unused, b.Asked(q).ID)
		}
	}
	w := s.Way(g)
	st.Next, st.Stage = w.Next, w.Stage
	st.Min, st.Max, st.Left = w.Sure, w.Most, w.Left
	if longest, ok := b.Longest[""]; ok {
		st.Max = max(st.Min, min(st.Max, longest-st.Answered))
	}
	return st
}

// conclude finds out what the findings may still come to.
func (s *Sight) conclude() {
	s.st.Possible = make([]cond.Truths, len(s.b.Findings))
	s.st.Truth = make([]cond.Truth, len(s.b.Findings))
	// The findings of a file share its condition and stand together: it is
	// looked at once for all of them.
	var shared *cond.Expr
	var may cond.Truths
	for i := range s.b.Findings {
		e := s.b.Findings[i].When
		p := canFalse
		switch {
		case e == nil || !e.Joined():
			p = s.Possible(e)
		default:
			if e.Kids[0] != shared {
				shared, may = e.Kids[0], s.Possible(e.Kids[0])
			}
			if may != canFalse {
				p = s.Possible(e)
			}
		}
		s.st.Possible[i] = p
		s.st.Truth[i] = truthOf(p)
	}
}

// truthOf is a set of truths as one: Maybe for all that is not decided.
func truthOf(p cond.Truths) cond.Truth {
	switch p {
	case canTrue:
		return cond.True
	case canFalse:
		return cond.False
	}
	return cond.Maybe
}

// Hangs reports whether finding i hangs on what the person called 不清楚, and
// on no question that is still open.
func (s *State) Hangs(i int) bool {
	if s.Possible == nil {
		return s.Truth[i] == cond.Maybe
	}
	return s.Possible[i] == canMaybe
}
