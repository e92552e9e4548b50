package advisor_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
)

// wander does with an interview what people do: asks chosen and dropped,
// answers given, changed, withdrawn, and a stop somewhere.
func wander(t *rapid.T, b *advisor.Base) *advisor.Session {
	c := &b.Cases[rapid.IntRange(0, len(b.Cases)-1).Draw(t, "case")]
	p := somebody(b, c, rapid.Uint64().Draw(t, "seed"))
	s := advisor.NewSession(b, advisor.Options{Today: c.Today})
	for range rapid.IntRange(0, 60).Draw(t, "steps") {
		p.step(s, rapid.IntRange(0, 19).Draw(t, "step"))
	}
	if rapid.IntRange(0, 4).Draw(t, "rest") == 0 {
		s.Rest(true)
	}
	return s
}

// step is one thing that a person may do; mostly they answer.
func (p *person) step(s *advisor.Session, what int) {
	switch what {
	case 0:
		s.Back()
	case 1:
		s.Undo()
	case 2:
		s.Deeper([]advisor.Depth{advisor.Deep, advisor.Whole}[p.r.IntN(2)])
	case 3, 4:
		if offered := s.Offered(); len(offered) > 0 {
			_ = s.Choose(p.b.Asks[offered[p.r.IntN(len(offered))]].ID)
		}
	case 5:
		if asks := s.Asks(); len(asks) > 0 {
			s.Want(asks[1:]...)
		}
	case 6: // another answer to what was answered
		given := slices.Sorted(maps.Keys(s.Record().Answers))
		if len(given) > 0 {
			id := given[p.r.IntN(len(given))]
			delete(p.says, id)
			q, _ := p.b.Question(id)
			p.reply(s, p.b.Facts[q.Fact].Of)
		}
	default:
		if q := s.State().Next; q >= 0 {
			p.reply(s, q)
		}
	}
}

// reply answers a question, lists and numbers too.
func (p *person) reply(s *advisor.Session, q int) {
	id := p.b.Asked(q).ID
	v := p.answer(q)
	if v.State == fact.Unknown && p.r.IntN(3) > 0 {
		v = p.number(p.b.Asked(q))
	}
	if s.Answer(id, v) != nil {
		_ = s.Answer(id, fact.NotSure())
	}
}

// number makes up a number, a day, or a list of both.
func (p *person) number(f *advisor.Fact) fact.Value {
	day := func() fact.Date { return p.today - fact.Date(p.r.IntN(1500)) }
	sum := fact.Fen(1 + p.r.Int64N(1<<p.r.IntN(36)))
	switch f.Kind {
	case fact.Day:
		return fact.OfDate(day())
	case fact.Money, fact.Percent, fact.Number:
		return fact.Of(int64(sum))
	case fact.Schedule:
		if p.r.IntN(2) == 0 {
			return fact.Value{State: fact.Known, Plan: &fact.Plan{Periods: 1 + p.r.IntN(36), Each: sum}}
		}
		on := day()
		return fact.Value{State: fact.Known,
			Plan: &fact.Plan{Flow: []fact.Payment{{On: on, Amount: sum}, {On: on + 30, Amount: sum}}}}
	case fact.History:
		return fact.Value{State: fact.Known, Events: []fact.Event{{On: day(), What: p.r.IntN(len(f.Options))}}}
	}
	return fact.NotSure()
}

// TestCodesOfAnyInterview: whatever a person did, the code reads as the same
// asks, answers and open questions, and the report made from it is the same to
// the byte.
func TestCodesOfAnyInterview(t *testing.T) {
	b := law(t)
	rapid.Check(t, func(t *rapid.T) {
		s := wander(t, b)
		spelt := s.Code()
		r, err := b.ReadCode(spelt, s.Today())
		if err != nil {
			t.Fatalf("%s: %v", spelt, err)
		}
		if r.Old || len(r.Lost) > 0 {
			t.Fatalf("%s: an old code (%v), lost %+v", spelt, r.Old, r.Lost)
		}
		p := advisor.NewSession(b, advisor.Options{Today: s.Today()})
		p.Resume(r.Record)
		alike(t, s, p)
		if again := p.Code(); again != spelt {
			t.Fatalf("the code %s becomes %s", spelt, again)
		}
		if bad := slip(t, spelt); bad != "" {
			if r, err := b.ReadCode(bad, s.Today()); err == nil {
				t.Fatalf("%s, copied as %s, reads as %+v", spelt, bad, r)
			}
		}
		if n := len(spelt); n > b.LongestCode(s.Today()) {
			t.Fatalf("the code has %d characters, more than the %d that are the most", n, b.LongestCode(s.Today()))
		}
	})
}

// slip is the code with one character or two neighbours copied wrongly, or "".
func slip(t *rapid.T, spelt string) string {
	const characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	b := []byte(strings.ReplaceAll(spelt, "-", ""))
	k := rapid.IntRange(0, len(b)-1).Draw(t, "slip at")
	x := characters[rapid.IntRange(0, len(characters)-1).Draw(t, "slip to")]
	switch {
	case x == 'X' && k > 0 && b[k] != b[k-1]: // one in so many
		b[k-1], b[k] = b[k], b[k-1]
	case x == b[k]:
		return ""
	default:
		b[k] = x
	}
	return string(b)
}

// alike wants two interviews to stand at the same place.
func alike(t *rapid.T, s, p *advisor.Session) {
	want, got := used(s), used(p)
	if !maps.EqualFunc(got, want, equal) {
		t.Fatalf("read %v, want %v", got, want)
	}
	if !slices.Equal(p.Asks(), s.Asks()) || p.Depth() != s.Depth() || p.Record().Rest != s.Record().Rest {
		t.Fatalf("read the asks %v, depth %d, and %v of the rest; want %v, %d, %v", p.Asks(), p.Depth(),
			p.Record().Rest, s.Asks(), s.Depth(), s.Record().Rest)
	}
	x, y := p.State(), s.State()
	if x.Next != y.Next || x.Stage != y.Stage || x.Left != y.Left || !slices.Equal(x.Asked, y.Asked) ||
		!slices.Equal(p.Missing(), s.Missing()) {
		t.Fatalf("the next question is %d, %d to come, want %d, %d to come", x.Next, x.Left, y.Next, y.Left)
	}
	// answers that are not asked for count as answered there
	if len(y.Unused) == 0 && (x.Min != y.Min || x.Max != y.Max) {
		t.Fatalf("%d to %d questions to come, want %d to %d", x.Min, x.Max, y.Min, y.Max)
	}
	for _, f := range []string{"md", "json"} {
		var x, y bytes.Buffer
		if err := export.Write(&x, f, p.Report(), export.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := export.Write(&y, f, s.Report(), export.Options{}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(x.Bytes(), y.Bytes()) {
			t.Fatalf("the report as %s is another", f)
		}
	}
}

// used are the answers that count.
func used(s *advisor.Session) advisor.Answers {
	out := s.Answers()
	for _, id := range s.State().Unused {
		delete(out, id)
	}
	return out
}

func equal(a, b fact.Value) bool {
	if a.Plan == nil || b.Plan == nil {
		return a.State == b.State && a.N == b.N && a.Plan == b.Plan && slices.Equal(a.Events, b.Events)
	}
	return a.State == b.State && a.Plan.Periods == b.Plan.Periods && a.Plan.Each == b.Plan.Each &&
		a.Plan.Days == b.Plan.Days &&
		a.Plan.Total == b.Plan.Total && slices.Equal(a.Plan.Flow, b.Plan.Flow)
}
