package advisor_test

import (
	"flag"
	"slices"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

var full = flag.Bool("full", false, "try every case, not a sample")

// TestCodes packs cases and reads them back; most codes are short enough to be
// copied by hand.
func TestCodes(t *testing.T) {
	b := law(t)
	step := 6
	if *full {
		step = 1
	}
	longest, short, all := 0, 0, 0
	for i := 0; i < len(b.Cases); i += step {
		code := tryCode(t, b, &b.Cases[i])
		n := len(strings.ReplaceAll(code, "-", ""))
		longest = max(longest, n)
		if all++; n <= 60 {
			short++
		}
	}
	if short*100 < 95*all {
		t.Errorf("%d of %d codes have at most 60 characters, want 95%%; the longest has %d", short, all, longest)
	}
}

// A code of before the asks were put in another order, renamed, removed and
// added to reads as the same asks; one that is gone is told, and nothing else is
// lost. So is one that only a newer program knows.
func TestAsksInCodesStand(t *testing.T) {
	b := law(t)
	day := fact.NewDate(2026, 12, 1)
	s := advisor.NewSession(b, advisor.Options{Today: day})
	_ = s.Answer("role", fact.Of(0))
	offered := s.Offered()
	var ids []string
	for _, i := range []int{offered[4], offered[0], offered[9]} {
		ids = append(ids, b.Asks[i].ID)
	}
	if err := s.Choose(ids...); err != nil {
		t.Fatal(err)
	}
	s.Deeper(advisor.Deep)
	_ = s.Answer("danger", fact.NotSure())

	later := *b
	later.Asks = slices.Clone(b.Asks)
	slices.Reverse(later.Asks)
	later.Asks = slices.DeleteFunc(later.Asks, func(a advisor.Ask) bool { return a.ID == ids[2] })
	for i := range later.Asks {
		if a := &later.Asks[i]; a.ID == ids[1] {
			a.ID, a.Was = "better-name", []string{ids[1]}
		}
	}
	fresh := later.Asks[0]
	fresh.ID = "fresh"
	later.Asks = append([]advisor.Ask{fresh}, later.Asks...)
	later.AskNumbers = append(slices.Clone(b.AskNumbers), "fresh")
	later.Index()
	if x := later.Unrecorded(); len(x) > 0 {
		t.Errorf("without a number: %v", x)
	}

	r, err := later.ReadCode(s.Code(), day)
	if err != nil {
		t.Fatal(err)
	}
	if got := askIDs(&later, r.Asks); !slices.Equal(got, []string{ids[0], "better-name"}) || r.Depth != advisor.Deep {
		t.Errorf("read the asks %v, depth %d", got, r.Depth)
	}
	if len(r.Lost) != 1 || r.Lost[0].Value.ZH != ids[2] || r.Lost[0].Why.ZH == "" || r.Lost[0].Why.EN == "" ||
		r.Lost[0].Label.EN == "" {
		t.Errorf("lost %+v, want %s", r.Lost, ids[2])
	}
	for _, id := range []string{"role", "danger"} {
		if r.Answers[id].State != s.Answers()[id].State {
			t.Errorf("%s reads as %v", id, r.Answers[id])
		}
	}

	p := advisor.NewSession(&later, advisor.Options{Today: day})
	p.Resume(advisor.Record{Answers: s.Record().Answers, Asks: []int{0}, Depth: advisor.Brief})
	r, err = b.ReadCode(p.Code(), day)
	if err != nil || len(r.Asks) > 0 || r.Depth != advisor.Whole || len(r.Lost) != 1 ||
		!strings.Contains(r.Lost[0].Value.EN, "number") || len(r.Answers) != 2 {
		t.Errorf("the code of a newer program reads as %+v, %v", r, err)
	}
}

func askIDs(b *advisor.Base, asks []int) (ids []string) {
	for _, i := range asks {
		ids = append(ids, b.Asks[i].ID)
	}
	return ids
}

// tryCode is the code of a case answered to the end. It must read back, also
// written another way, and not with one character wrong.
func tryCode(t *testing.T, b *advisor.Base, c *advisor.Case) string {
	t.Helper()
	s := advisor.NewSession(b, advisor.Options{Today: c.Today})
	for s.State().Next >= 0 {
		id := b.Facts[b.Questions[s.State().Next].Fact].ID
		v, ok := c.Answers[id]
		if !ok {
			v = fact.NotSure()
		}
		if err := s.Answer(id, v); err != nil {
			t.Fatalf("%s: %v", c.Pos.File, err)
		}
	}
	code := s.Code()
	r, err := b.ReadCode(strings.ToLower(strings.ReplaceAll(code, "-", " ")), c.Today)
	if err != nil {
		t.Errorf("%s: %s: %v", c.Pos.File, code, err)
		return code
	}
	p := advisor.NewSession(b, advisor.Options{Today: c.Today})
	p.Resume(r.Record)
	if p.Code() != code || p.Report().Digest != s.Report().Digest {
		t.Errorf("%s: the code %s reads as another interview", c.Pos.File, code)
	}
	const characters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	for _, k := range []int{0, len(code) / 2, len(code) - 1} {
		bad := []byte(code)
		if bad[k] == '-' {
			k++
		}
		bad[k] = characters[(strings.IndexByte(characters, bad[k])+1)%len(characters)]
		if _, err := b.ReadCode(string(bad), c.Today); err == nil {
			t.Errorf("%s: a wrong character in %s is not noticed", c.Pos.File, code)
		}
	}
	return code
}
