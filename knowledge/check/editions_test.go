package check

import (
	"slices"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/code"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
)

// Every question that had another name in a recorded edition is still read
// from that edition's codes: each case's answers go out under the old names
// and come back under those of today.
func TestRenamedQuestionsAreReadFromOldCodes(t *testing.T) {
	b, _ := knowledge.Whole()
	seen := map[string]bool{}
	for _, p := range b.Past {
		e, err := code.ReadEdition(p)
		if err != nil {
			t.Fatal(err)
		}
		options := map[string][]string{}
		for f := range e.Questions() {
			options[f.ID] = f.Options
		}
		for i := range b.Cases {
			c := &b.Cases[i]
			written := map[string]fact.Value{} // by the name of today
			oldCode := e.Write(len(options), func(id string) (fact.Value, bool) {
				q := today(b, id)
				if q == nil {
					return fact.NotSure(), true
				}
				f := &b.Facts[q.Fact]
				v := c.Answers[f.ID]
				then, ok := asThen(f, options[id], v)
				if ok && v.State == fact.Known && f.ID != id {
					written[f.ID] = v
				}
				return then, true
			})
			r, err := b.ReadCode(oldCode, c.Today)
			if err != nil {
				t.Fatalf("%s: %v", c.Pos.File, err)
			}
			for id, v := range written {
				seen[id] = true
				if got := r.Answers[id]; got.State != v.State || got.N != v.N {
					t.Errorf("%s from %s: %s = %v, was written as %v", c.Pos.File, p.Name, id, got, v)
				}
			}
		}
	}
	for i := range b.Questions {
		q := &b.Questions[i]
		if id := b.Facts[q.Fact].ID; len(q.Was) > 0 && !seen[id] {
			t.Errorf("%s was called %v, and no case writes it into an old code", id, q.Was)
		}
	}
}

// today is the question that an edition knows by that id.
func today(b *advisor.Base, id string) *advisor.Question {
	if q, _ := b.Question(id); q != nil {
		return q
	}
	for i := range b.Questions {
		if slices.Contains(b.Questions[i].Was, id) {
			return &b.Questions[i]
		}
	}
	return nil
}

// asThen is an answer with the options in the order of the edition; not where
// one of them was not there yet.
func asThen(f *advisor.Fact, then []string, v fact.Value) (fact.Value, bool) {
	if v.State != fact.Known || f.Kind != fact.Choice && f.Kind != fact.Several {
		return v, true
	}
	at := func(k int) int {
		names := append([]string{f.Options[k].ID}, f.Options[k].Was...)
		return slices.IndexFunc(then, func(id string) bool { return slices.Contains(names, id) })
	}
	if f.Kind == fact.Choice {
		if k := at(int(v.N)); k >= 0 {
			return fact.Of(int64(k)), true
		}
		return fact.NotSure(), false
	}
	var set int64
	for k := range f.Options {
		if !v.Has(k) {
			continue
		}
		if at(k) < 0 {
			return fact.NotSure(), false
		}
		set |= 1 << at(k)
	}
	return fact.Of(set), true
}
