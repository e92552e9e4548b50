package check

import (
	"sync"
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
	for _, p := range proofOfTheLaw(t).Problems {
		t.Error(p.In(fact.ZH))
	}
}

var proven = sync.OnceValue(func() *Proof {
	b, problems := knowledge.Whole()
	if load.Faulty(problems) {
		return nil
	}
	return Prove(b, b.LawAsOf)
})

// proofOfTheLaw is made once for all tests that look at it.
func proofOfTheLaw(t *testing.T) *Proof {
	t.Helper()
	p := proven()
	if p == nil {
		t.Fatal("the knowledge does not load; see TestLawLoads")
	}
	return p
}
