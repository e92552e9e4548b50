package advisor

import (
	"slices"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
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

// needed are the questions that the goals still hang on, by what they are for.
func (s *Sight) needed(g Goals) (start, asks, safety, more []int) {
	var seen []int
	fresh := func() []int {
		var out []int
		for _, q := range s.Needed() {
			if !slices.Contains(seen, q) {
				out = append(out, q)
			}
		}
		seen = append(seen, out...)
		return out
	}
	s.Forget()
	for _, f := range s.b.Always {
		s.NeedFact(f)
	}
	start = fresh()
	for _, i := range g.Asks {
		s.NeedAsk(&s.b.Asks[i])
	}
	asks = fresh()
	s.needSafety()
	safety = fresh()
	if g.Depth == Deep {
		for _, i := range g.Asks {
			for _, f := range s.b.Asks[i].More {
				s.NeedFinding(f, true)
			}
		}
	}
	if g.Depth == Whole {
		for q := range s.b.Questions {
			if s.when[q]&canTrue != 0 {
				s.NeedFact(s.b.Questions[q].Fact)
			}
		}
	}
	return start, asks, safety, fresh()
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

// Way is where the interview stands on its way to the goals.
func (s *Sight) Way(g Goals) Way {
	w := Way{Next: -1, Stage: Done}
	start, asks, safety, more := s.needed(g)
	for stage, list := range [][]int{start, asks, safety, more} {
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
	for q := range s.b.Questions {
		if s.when[q]&canTrue != 0 && s.r.s.Values[s.b.Questions[q].Fact].State == fact.Open {
			w.Left++
		}
	}
	return w
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

// Truths are what the findings come to: Maybe for what is still open as well
// as for what hangs on 不清楚; Hangs tells the two apart.
func (s *Sight) Truths() []cond.Truth {
	out := make([]cond.Truth, len(s.b.Findings))
	for i := range s.b.Findings {
		switch s.Possible(s.b.Findings[i].When) {
		case canTrue:
			out[i] = cond.True
		case canFalse:
			out[i] = cond.False
		default:
			out[i] = cond.Maybe
		}
	}
	return out
}

// Hangs reports whether finding i hangs on what the person called 不清楚, and
// on no question that is still open.
func (s *Sight) Hangs(i int) bool { return s.Possible(s.b.Findings[i].When) == canMaybe }
