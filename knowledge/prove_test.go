package knowledge

import (
	"bytes"
	"strings"
	"testing"

	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
)

// broken is the small folder with one place changed.
func broken(t *testing.T, file, old, new string) (*Proof, []Problem) {
	t.Helper()
	m := good(t)
	if m[file] == nil || !bytes.Contains(m[file].Data, []byte(old)) {
		t.Fatalf("%s holds no %q", file, old)
	}
	m[file].Data = bytes.Replace(m[file].Data, []byte(old), []byte(new), 1)
	b, problems := Load(m)
	if b == nil {
		t.Fatal("the changed folder does not load: " + problems[0].In(fact.ZH))
	}
	return Prove(b, b.LawAsOf), problems
}

// An interview longer than interview.yaml allows is told there, with the
// branch; the number it names is the longest there is.
func TestLongestInterview(t *testing.T) {
	b := load(t)
	longest := Prove(b, b.LawAsOf).Branches[paths.Everyone].Longest
	if longest < 3 {
		t.Fatalf("the longest interview of the small folder asks %d questions", longest)
	}
	p, _ := broken(t, "interview.yaml", "longest: 12", "longest: 2")
	if len(p.Problems) == 0 {
		t.Fatal("an interview that is too long is not told")
	}
	for _, x := range p.Problems {
		if x.File != "interview.yaml" || x.Line == 0 || !strings.Contains(x.What.ZH, "最长") || !strings.Contains(x.What.EN, "2 are allowed") {
			t.Errorf("told as %s", x.In(fact.ZH))
		}
	}
}
