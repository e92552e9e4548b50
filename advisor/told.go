package advisor

import (
	"slices"

	"wangdai/advisor/words"
)

// A Told is what there is to say of an ask, the moment it is so.
type Told struct {
	Ask    int
	Reply  *Reply // the answer; nil: the one that was given no longer holds
	Fallen bool   // what was said since rules the ask out: it is no longer theirs
}

// fallen stands for the answer to an ask that was told to be no longer theirs.
const fallen = "\x00"

// News is what there is to say of the asks that was not said since it was
// called last: an answer that is decided now, or is another one; that one which
// was given no longer holds, or that an ask is no longer the person's. Once
// nothing is left to ask, the answers stand on page one and are no news.
func (s *Session) News() []Told {
	var out []Told
	end := s.State().Next < 0
	x, gone := s.looking(), s.Fallen()
	var replies []Reply
	for i := range s.given {
		if !slices.Contains(s.asks, i) {
			delete(s.given, i) // should it be chosen again, it is answered again
		}
	}
	for _, i := range s.asks {
		was, before := s.given[i]
		switch {
		case slices.Contains(gone, i):
			if was != fallen {
				out = append(out, Told{Ask: i, Fallen: true})
			}
			s.given[i] = fallen
		case !x.Decided(&s.base.Asks[i]):
			if before && was != fallen {
				out = append(out, Told{Ask: i})
			}
			delete(s.given, i)
		default:
			if replies == nil {
				replies = s.Replies()
			}
			k := slices.IndexFunc(replies, func(r Reply) bool { return r.Ask == s.base.Asks[i].ID })
			if k < 0 || before && was == replies[k].saying() {
				continue
			}
			s.given[i] = replies[k].saying()
			if !end {
				out = append(out, Told{Ask: i, Reply: &replies[k]})
			}
		}
	}
	return out
}

// AllTold reports whether every ask that is theirs has its answer, and there is
// one: what follows is for their safety, or goes further.
func (s *Session) AllTold() bool {
	x, gone := s.looking(), s.Fallen()
	for _, i := range s.asks {
		if !slices.Contains(gone, i) && !x.Decided(&s.base.Asks[i]) {
			return false
		}
	}
	return len(s.asks) > len(gone)
}

// saying is what a reply says, in one string.
func (r *Reply) saying() string {
	if r.Text != "" {
		return r.Text
	}
	return "?" // it hangs on what is not known
}

// Replies are what is said to the chosen asks now, in the order of choosing.
func (s *Session) Replies() []Reply {
	w := s.writer(s.State())
	return w.replies(s.scope(w, false))
}

// Decided reports whether an ask has come to its answer, no question is open
// that its words name, and what must be settled before paying is spoken of is.
func (s *Sight) Decided(a *Ask) bool {
	k := s.Outcome(a)
	if k == StillOpen {
		return false
	}
	s.Forget()
	if k >= 0 {
		for _, f := range a.Answers[k].Shows {
			s.NeedFact(f)
		}
		if a.Answers[k].Pays {
			s.needPaying()
		}
	}
	return len(s.Needed()) == 0
}

// otherwise is what would come of the asks if sight were so, in the words of w.
func (s *Session) otherwise(sight *Sight, w *writer) Change {
	var c Change
	if sight == nil {
		return c
	}
	now := s.writer(s.State())
	gone := s.Fallen()
	for _, i := range s.asks {
		a := &s.base.Asks[i]
		if slices.Contains(gone, i) {
			continue
		}
		if sight.Possible(a.For)&canTrue == 0 {
			c.Asks = append(c.Asks, w.text(a.Title, -1))
			continue
		}
		was, is := now.inShort(s.looking(), a), w.inShort(sight, a)
		if is == "" {
			is = words.EngineIn(string(s.lang)).NotDecided
		}
		if was != "" && was != is {
			c.Replies = append(c.Replies, w.text(a.Title, -1)+" "+was+" → "+is)
		}
	}
	return c
}

// inShort is the answer to an ask in the fewest words, or "" while it is not
// decided.
func (w *writer) inShort(x *Sight, a *Ask) string {
	if k := x.Outcome(a); k >= 0 && x.Decided(a) {
		return w.inBrief(&a.Answers[k])
	}
	return ""
}
