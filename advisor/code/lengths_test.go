package code_test

import (
	"slices"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
)

// lengths are the characters of codes without the dashes, and of the same
// answers in the form of earlier times.
type lengths struct{ now, earlier []int }

func (l *lengths) add(b *advisor.Base, s *advisor.Session) {
	a := s.Answers()
	count := 0
	st := s.State()
	for k, q := range st.Asked {
		if _, ok := a[b.Asked(q).ID]; ok {
			count = k + 1
		}
	}
	earlier := b.CurrentEdition().WriteEarlier(count, func(id string) (fact.Value, bool) {
		v, ok := a[id]
		return v, ok
	})
	l.now = append(l.now, len(strings.ReplaceAll(s.Code(), "-", "")))
	l.earlier = append(l.earlier, len(strings.ReplaceAll(earlier, "-", "")))
}

// at is the length that so many of a hundred codes have at most.
func at(list []int, percent int) int {
	list = slices.Sorted(slices.Values(list))
	return list[(len(list)-1)*percent/100]
}

// answer gives the answers of a case to what is asked, up to a number.
func answer(t *testing.T, b *advisor.Base, c *advisor.Case, s *advisor.Session, most int) {
	t.Helper()
	for ; s.State().Next >= 0 && most > 0; most-- {
		id := b.Asked(s.State().Next).ID
		v, ok := c.Answers[id]
		if !ok {
			v = fact.NotSure()
		}
		if err := s.Answer(id, v); err != nil {
			t.Fatal(err)
		}
	}
}

// TestLengths says with -v how long codes are: of cases answered to the end,
// half, and on the short way to one ask and to three. The form of earlier times
// had no asks, and for the last two it would have said 不清楚 to all that was
// passed over.
func TestLengths(t *testing.T) {
	b, problems := knowledge.Whole()
	if b == nil {
		t.Fatal(problems)
	}
	var whole, half, one, three lengths
	for i := range b.Cases {
		c := &b.Cases[i]
		begin := func() *advisor.Session { return advisor.NewSession(b, advisor.Options{Today: c.Today}) }
		s := begin()
		answer(t, b, c, s, 99)
		whole.add(b, s)
		n := len(s.State().Asked)
		s = begin()
		answer(t, b, c, s, n/2)
		half.add(b, s)
		for way, to := range map[int]*lengths{1: &one, 3: &three} {
			s = begin()
			answer(t, b, c, s, 1)
			offered := s.Offered()
			for k := range min(way, len(offered)) {
				_ = s.Choose(b.Asks[offered[(i+7*k)%len(offered)]].ID)
			}
			answer(t, b, c, s, 99)
			to.add(b, s)
		}
	}
	for _, x := range []struct {
		name                   string
		l                      lengths
		median, most, moreThan int // what is promised; and how much longer than the earlier form
	}{
		{"answered to the end", whole, 20, 38, 1}, {"half answered", half, 15, 26, 1},
		{"the short way to an ask", one, 22, 32, 99}, {"the short way to three asks", three, 27, 40, 99},
	} {
		t.Logf("%-27s median %d, 95 of 100 at most %d, longest %d; in the earlier form %d, %d, %d", x.name,
			at(x.l.now, 50), at(x.l.now, 95), at(x.l.now, 100), at(x.l.earlier, 50), at(x.l.earlier, 95),
			at(x.l.earlier, 100))
		if at(x.l.now, 50) > x.median || at(x.l.now, 95) > x.most {
			t.Errorf("%s: the median is %d and 95 of 100 have at most %d characters; want %d and %d", x.name,
				at(x.l.now, 50), at(x.l.now, 95), x.median, x.most)
		}
		for i, n := range x.l.now {
			if n > x.l.earlier[i]+x.moreThan {
				t.Errorf("%s: a code has %d characters, and %d in the earlier form", x.name, n, x.l.earlier[i])
			}
		}
	}
}
