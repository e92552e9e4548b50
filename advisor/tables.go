package advisor

import (
	"wangdai/advisor/calc"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// Tables are the law's numbers and rates, as calculators take them.
func (b *Base) Tables() calc.Tables { return tables{b} }

// MayAsk reports whether question q can be asked of a person whose role is the
// given option, whatever else they answer.
func (b *Base) MayAsk(q, role int, f *Fact, option string) bool {
	when := b.Questions[q].When
	if when == nil {
		return true
	}
	v := openValues(len(b.Facts))
	v[role] = fact.Of(int64(f.option(option)))
	t, _ := when.Eval(v, nil)
	return t != cond.False
}

func openValues(n int) []fact.Value {
	v := make([]fact.Value, n)
	for i := range v {
		v[i] = fact.Value{State: fact.Open}
	}
	return v
}
