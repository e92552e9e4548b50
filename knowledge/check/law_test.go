package check

import (
	"testing"

	"wangdai/advisor/fact"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
)

// The built-in knowledge loads without a fault; every fault is told.
func TestLawLoads(t *testing.T) {
	_, problems := knowledge.Whole()
	for _, p := range problems {
		if p.Warning {
			t.Log(p.In(fact.ZH))
			continue
		}
		t.Error(p.In(fact.ZH))
	}
}

// Every case comes out as it expects.
func TestCases(t *testing.T) {
	b, problems := knowledge.Whole()
	if load.Faulty(problems) {
		t.Fatal("the knowledge does not load; see TestLawLoads")
	}
	for _, p := range Prove(b, b.LawAsOf).Problems {
		t.Error(p.In(fact.ZH))
	}
}
