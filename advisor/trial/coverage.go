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
	Rules    map[string]int     // rule of a finding → cases in which a finding with that rule holds
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
	c := &Coverage{Findings: map[string]int{}, Rules: map[string]int{}, Typical: map[string]Typical{}}
	for i := range b.Findings {
		c.Findings[b.Findings[i].ID] = 0
		for _, r := range b.Findings[i].Rules {
			c.Rules[r] = 0
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

// run runs one case: its branch, and how many questions, findings and steps
// it has.
func (c *Coverage) run(b *advisor.Base, x *advisor.Case) (branch string, n [3]int) {
	s := advisor.NewSession(b, advisor.Options{Today: x.Today, Lang: fact.ZH, Rest: x.Rest})
	s.Load(x.Answers)
	st := s.State()
	held := 0
	rules := map[string]bool{}
	for i := range b.Findings {
		if st.Truth[i] != cond.True {
			continue
		}
		held++
		c.Findings[b.Findings[i].ID]++
		for _, r := range b.Findings[i].Rules {
			rules[r] = true
		}
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
