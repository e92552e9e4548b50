package knowledge_test

import (
	"testing"

	"wangdai/knowledge"
)

// The built-in knowledge loads without a fault; every fault is told.
func TestEmbeddedLoads(t *testing.T) {
	_, problems := knowledge.Embedded()
	for _, p := range problems {
		if !p.Warning {
			t.Error(p.In("zh"))
		}
	}
}

// Every case comes out as it expects.
func TestCases(t *testing.T) {
	b, problems := knowledge.Embedded()
	if knowledge.Faulty(problems) {
		t.Fatal("the knowledge does not load; see TestEmbeddedLoads")
	}
	for _, p := range knowledge.Prove(b, b.LawAsOf) {
		t.Error(p.In("zh"))
	}
}
