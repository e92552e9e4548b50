package advisor_test

import (
	"slices"
	"testing"

	"wangdai/advisor"
)

// TestStepsHaveTheirLetters: whatever letter a step of the report names is
// among the letters that the report offers, also where only the answer to an
// ask has that step.
func TestStepsHaveTheirLetters(t *testing.T) {
	b := law(t)
	named := 0
	for i := range b.Cases {
		if i%5 > 0 {
			continue
		}
		c := &b.Cases[i]
		p := somebody(b, c, uint64(i))
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		p.interview(t, s, func() {})
		for k, ask := range s.Offered() {
			if k%3 != i%3 {
				continue
			}
			if err := s.Choose(b.Asks[ask].ID); err != nil {
				t.Fatal(err)
			}
			p.interview(t, s, func() {})
		}
		r := s.Report()
		for _, step := range r.Steps {
			if step.Draft == "" {
				continue
			}
			named++
			if !slices.ContainsFunc(r.Drafts, func(d advisor.DraftRef) bool { return d.ID == step.Draft }) {
				t.Errorf("%s: no letter %s for %q", c.Name, step.Draft, step.Text)
			}
		}
	}
	if named == 0 {
		t.Error("no step names a letter")
	}
}
