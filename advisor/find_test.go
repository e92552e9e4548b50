package advisor_test

import (
	"slices"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// TestFindAsks: own words lead to the ask that says the like, in either
// language, whatever the keyboard made of them.
func TestFindAsks(t *testing.T) {
	b := &advisor.Base{Asks: []advisor.Ask{
		{ID: "jail", Title: fact.Text{ZH: "还不上网贷会坐牢吗？", EN: "Can I go to prison for not repaying?"},
			Says: []fact.Text{{ZH: "会被抓吗"}, {EN: "will I be arrested"}}},
		{ID: "work", Title: fact.Text{ZH: "会打到我单位吗？", EN: "Will they call my workplace?"},
			Says: []fact.Text{{ZH: "打电话到公司"}, {EN: "calls to my boss"}}},
		{ID: "family", Title: fact.Text{ZH: "他们会给我爸妈打电话吗？", EN: "Will they call my parents?"},
			Says: []fact.Text{{ZH: "打我妈电话"}}},
	}}
	all := []int{0, 1, 2}
	for _, x := range []struct {
		words string
		want  []int
	}{
		{"坐牢", []int{0}},
		{"抓", []int{0}}, // one character stands within a phrase
		{"借了2万，催收打我妈电话", []int{2}},
		{"电话", []int{1, 2}},
		{"ARRESTED", []int{0}},
		{"my boss gets calls", []int{1}},
		{"ｂｏｓｓ", []int{1}},
		{"will they call", []int{1, 2}},
		{"天气", nil},
		{"？！ ", all}, // no words at all
		{"", all},
	} {
		if got := b.FindAsks(x.words, all); !slices.Equal(got, x.want) {
			t.Errorf("%q finds %v, want %v", x.words, got, x.want)
		}
	}
	long := strings.Repeat("天气", 8000)
	if got := b.FindAsks("坐牢"+long, all); !slices.Equal(got, []int{0}) {
		t.Errorf("a long text that begins with it finds %v", got)
	}
	if got := b.FindAsks(long+"坐牢", all); got != nil {
		t.Errorf("the end of a long text is looked at: %v", got)
	}
	if got := b.FindAsks("电话", []int{2, 0}); !slices.Equal(got, []int{2}) {
		t.Errorf("among two: %v", got)
	}
}

// TestPhrasesFindTheirAsk: every phrase of the law's own asks leads to its ask
// among the first ten of those that a person is offered.
func TestPhrasesFindTheirAsk(t *testing.T) {
	b := law(t)
	role, _ := b.Role()
	for k := range role.Options {
		offered := advisor.Look(b, advisor.Answers{role.ID: fact.Of(int64(k))}, b.LawAsOf).Offered()
		for _, i := range offered {
			for _, says := range append(b.Asks[i].Says, b.Asks[i].Title) {
				found := b.FindAsks(says.ZH+says.EN, offered)
				if at := slices.Index(found, i); at < 0 || at > 9 {
					t.Errorf("%s: %q finds it at %d of %d", b.Asks[i].ID, says.ZH+says.EN, at, len(found))
				}
			}
		}
	}
}

// TestMissing: with asks, what is missing is what they hang on, and nothing is
// missing once page one can be given.
func TestMissing(t *testing.T) {
	b := law(t)
	for seed := range uint64(40) {
		c := &b.Cases[int(seed)*7%len(b.Cases)]
		p := somebody(b, c, seed)
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		for step := 0; ; step++ {
			missing, next := s.Missing(), s.State().Next
			if (next < 0) != (len(missing) == 0) || next >= 0 && !slices.Contains(missing, next) {
				t.Fatalf("%s: next is %d, missing %v", c.Name, next, missing)
			}
			for _, q := range missing {
				if _, given := s.Answers()[b.Asked(q).ID]; given {
					t.Errorf("%s: %s is answered and missing", c.Name, b.Asked(q).ID)
				}
			}
			if next < 0 {
				break
			}
			if err := s.Answer(b.Asked(next).ID, p.answer(next)); err != nil {
				t.Fatal(err)
			}
			if offered := s.Offered(); step == 0 && seed%2 == 0 && len(offered) > 0 {
				if err := s.Choose(b.Asks[offered[int(seed)%len(offered)]].ID); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
