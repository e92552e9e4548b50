package advisor_test

import (
	"testing"

	"wangdai/advisor"
)

// BenchmarkResolve is one replay of 25 answers with the conditions of all
// findings; the reasons of those that hold are what because costs on top.
func BenchmarkResolve(bb *testing.B) {
	b := law(bb)
	var c *advisor.Case
	for i := range b.Cases {
		x := &b.Cases[i]
		if n := len(x.Answers); x.Answers["role"].N == 0 && n <= 25 && (c == nil || n > len(c.Answers)) {
			c = x
		}
	}
	bb.ReportMetric(float64(len(c.Answers)), "answers")
	bb.ReportAllocs()
	for bb.Loop() {
		advisor.Resolve(b, c.Answers, c.Today)
	}
}

func BenchmarkReport(bb *testing.B) {
	b := law(bb)
	c := &b.Cases[0]
	s := advisor.NewSession(b, advisor.Options{Today: c.Today})
	s.Load(c.Answers)
	bb.ReportAllocs()
	for bb.Loop() {
		s.Report()
	}
}
