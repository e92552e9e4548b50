package trial

import (
	"slices"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Coverage is what the cases of a base reach.
type Coverage struct {
	Findings map[string]int     // finding → cases in which it holds; every finding has an entry
	Asks     map[string][]int   // ask → of each of its answers, the cases that ask and get it; every ask has an entry
	Rules    map[string]int     // rule → cases in which a finding with that rule holds, or an answer with it is given
	Typical  map[string]Typical // by branch: option of the fact role, "unknown", and "" for all
}

// Typical is the middle of the cases of one branch: of an even number the
// lower of the two in the middle.
type Typical struct {
	Cases     int `json:"cases"`
	Questions int `json:"questions"` // asked
	Findings  int `json:"findings"`  // that hold
	Steps     int `json:"steps"`     // to do
}

// Cover runs every case on its own day.
func Cover(b *advisor.Base) *Coverage {
	c := &Coverage{Findings: map[string]int{}, Asks: map[string][]int{}, Rules: map[string]int{},
		Typical: map[string]Typical{}}
	known := func(rules []string) {
		for _, r := range rules {
			c.Rules[r] = 0
		}
	}
	for i := range b.Findings {
		c.Findings[b.Findings[i].ID] = 0
		known(b.Findings[i].Rules)
	}
	for i := range b.Asks {
		a := &b.Asks[i]
		c.Asks[a.ID] = make([]int, len(a.Answers))
		known(a.Rules)
		for k := range a.Answers {
			known(a.Answers[k].Rules)
		}
	}
	runs := map[string][][3]int{}
	for i := range b.Cases {
		branch, n := c.run(b, &b.Cases[i])
		runs[branch] = append(runs[branch], n)
		runs[""] = append(runs[""], n)
	}
	for branch, list := range runs {
		c.Typical[branch] = Typical{len(list), middle(list, 0), middle(list, 1), middle(list, 2)}
	}
	return c
}

// run runs one case as a whole interview: its branch, and how many questions,
// findings and steps it has.
func (c *Coverage) run(b *advisor.Base, x *advisor.Case) (branch string, n [3]int) {
	s := advisor.NewSession(b, advisor.Options{Today: x.Today, Lang: fact.ZH, Rest: x.Rest})
	asks := make([]int, len(x.Asks))
	for i := range x.Asks {
		asks[i] = x.Asks[i].Ask
	}
	s.Load(b.WithAsks(x.Answers, asks))
	st := s.State()
	held := 0
	rules := map[string]bool{}
	note := func(list []string) {
		for _, r := range list {
			rules[r] = true
		}
	}
	for _, i := range asks {
		a := &b.Asks[i]
		if k := s.Outcome(i); k >= 0 {
			c.Asks[a.ID][k]++
			note(a.Rules)
			note(a.Answers[k].Rules)
		}
	}
	for i := range b.Findings {
		if st.Truth[i] != cond.True {
			continue
		}
		held++
		c.Findings[b.Findings[i].ID]++
		note(b.Findings[i].Rules)
	}
	for r := range rules {
		c.Rules[r]++
	}
	branch = "unknown"
	if f, i := b.Role(); f != nil && st.Values[i].State == fact.Known {
		branch = f.Options[st.Values[i].N].ID
	}
	return branch, [3]int{len(st.Asked), held, len(s.Steps())}
}

func middle(runs [][3]int, k int) int {
	n := make([]int, len(runs))
	for i := range runs {
		n[i] = runs[i][k]
	}
	slices.Sort(n)
	return n[(len(n)-1)/2]
}

// Uncased are the findings that hold in no case, in the order of the files.
func (c *Coverage) Uncased(b *advisor.Base) []string {
	out := []string{}
	for i := range b.Findings {
		if id := b.Findings[i].ID; c.Findings[id] == 0 {
			out = append(out, id)
		}
	}
	return out
}
