package advisor

import (
	"slices"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Choose adds asks to what the person wants to know. What they open counts as
// answered from then on. The error is a [fact.Notice]: there is no such ask,
// or it is not one of this person's.
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
	if len(next) == len(s.asks) {
		return nil
	}
	s.keep()
	if len(s.asks) == 0 && s.depth == Whole {
		s.depth = Brief
	}
	s.asks = next
	s.changed()
	return nil
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

// Drop takes an ask back. It is false where it was not chosen.
func (s *Session) Drop(id string) bool {
	_, i := s.base.Ask(id)
	k := slices.Index(s.asks, i)
	if i < 0 || k < 0 {
		return false
	}
	s.keep()
	s.asks = slices.Delete(slices.Clone(s.asks), k, k+1)
	if len(s.asks) == 0 {
		s.depth = Whole
	}
	s.changed()
	return true
}

// Asks are the asks chosen, by index into the Base, in the order of choosing.
func (s *Session) Asks() []int { return slices.Clone(s.asks) }

// Offered are the asks that this person may have and has not chosen, most
// asked first.
func (s *Session) Offered() []int {
	return slices.DeleteFunc(s.looking().Offered(), func(i int) bool { return slices.Contains(s.asks, i) })
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

// Deeper goes on from page one to what carries the answers further, and from
// there to the whole interview. It is false where nothing is deeper.
func (s *Session) Deeper() bool {
	if len(s.asks) == 0 || s.depth == Whole {
		return false
	}
	s.keep()
	if s.depth == Brief {
		s.depth = Deep
	} else {
		s.depth = Whole
	}
	s.changed()
	return true
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

func (b *Base) noSuchAsk(id string) error {
	ids := make([]string, len(b.Asks))
	for i := range b.Asks {
		ids[i] = b.Asks[i].ID
	}
	zh, en := cond.Meant(id, ids, "全部见 wangdai questions --asks", "wangdai questions --asks lists them all")
	return fact.Say("没有名为 "+id+" 的一问", zh, "there is no ask "+id, en)
}

func notForThem(a *Ask) error {
	return fact.Say("“"+a.Title.ZH+"”（"+a.ID+"）不是这个身份的人会有的一问",
		"换一问，或改身份；这个身份的都在 wangdai questions --asks 里",
		"“"+a.Title.EN+"” ("+a.ID+") is not an ask of someone in this role",
		"choose another, or change the role; wangdai questions --asks lists those of each role")
}
