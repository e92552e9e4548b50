package graph

import (
	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
)

// Within is what remains of a condition in a branch, what is settled there
// left out. True and False come with nothing, Maybe with what still decides.
func Within(b *advisor.Base, branch string, x paths.Branch, e *cond.Expr) (*cond.Expr, cond.Truth) {
	return newReducer(b, branch, x).reduce(e)
}

// Homes are the branches whose people may have an ask, in the order of the
// first question.
func Homes(b *advisor.Base, branches map[string]paths.Branch, a *advisor.Ask) []string {
	role, _ := b.Role()
	if role == nil {
		return []string{paths.Everyone}
	}
	var out []string
	add := func(id string, v fact.Value) {
		if _, ok := branches[id]; !ok {
			return
		}
		if advisor.Look(b, advisor.Answers{role.ID: v}, b.LawAsOf).Possible(a.For).Has(cond.True) {
			out = append(out, id)
		}
	}
	for k := range role.Options {
		add(role.Options[k].ID, fact.Of(int64(k)))
	}
	add(paths.Unknown, fact.NotSure())
	return out
}

// Home is the branch in whose words an ask is told: the one that has it, or
// where several do, the whole.
func Home(b *advisor.Base, branches map[string]paths.Branch, a *advisor.Ask) string {
	if at := Homes(b, branches, a); len(at) == 1 {
		return at[0]
	}
	return paths.Everyone
}
