package advisor

import "wangdai/advisor/fact"

// progress counts the questions that must and may still come in the whole
// interview, of which next is the first. It looks one answer ahead where that
// has options, so that "still to come" shrinks as soon as a road is chosen, and
// never grows. Questions that exclude each other are counted together, so that
// most may be more than anyone is asked; the bound that the knowledge promises,
// and check proves, is kept.
func (s *Sight) progress(next, answered int) (least, most int) {
	least, most = s.toCome(next)
	if longest, ok := s.b.Longest[""]; ok {
		most = max(least, min(most, longest-answered))
	}
	return least, most
}

func (s *Sight) toCome(next int) (least, most int) {
	if next < 0 {
		return 0, 0
	}
	f := s.b.Questions[next].Fact
	if s.b.Facts[f].Kind != fact.Choice {
		return s.surely(), len(s.open())
	}
	least = len(s.b.Questions)
	look := func() {
		least, most = min(least, 1+s.surely()), max(most, 1+len(s.open()))
	}
	s.suppose(f, fact.NotSure(), look)
	for i := range s.b.Facts[f].Options {
		s.suppose(f, fact.Of(int64(i)), look)
	}
	return least, most
}
