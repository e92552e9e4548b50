package advisor

import (
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// progress counts the questions that must and may still come. It looks one
// answer ahead where the next question has options, so that "still to come"
// shrinks as soon as a road is chosen, and never grows. Questions that exclude
// each other are counted together, so that most may be more than anyone is
// asked; the bound that the knowledge promises, and check proves, is kept.
func (b *Base) progress(a Answers, s *State, today fact.Date) (least, most int) {
	least, most = b.stillToCome(a, s, today)
	if longest, ok := b.Longest[""]; ok {
		most = max(least, min(most, longest-s.Answered))
	}
	return least, most
}

func (b *Base) stillToCome(a Answers, s *State, today fact.Date) (least, most int) {
	if s.Next < 0 {
		return 0, 0
	}
	r := newReplay(b, a, today)
	r.open = true
	r.run()
	next := b.Questions[s.Next].Fact
	if f := &b.Facts[next]; f.Kind == fact.Choice {
		least = len(b.Questions)
		look := func([]before[cond.Truth]) {
			lo, hi := r.toCome()
			least, most = min(least, lo+1), max(most, hi+1)
		}
		r.suppose(next, fact.NotSure(), look)
		for i := range f.Options {
			r.suppose(next, fact.Of(int64(i)), look)
		}
		return least, most
	}
	return r.toCome()
}

// toCome counts the questions that will come, and those that may.
func (r *replay) toCome() (least, most int) {
	for _, s := range r.stands {
		switch s {
		case willCome:
			least++
			most++
		case mayCome:
			most++
		}
	}
	return least, most
}
