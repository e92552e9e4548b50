package advisor_test

import (
	"testing"

	"wangdai/advisor"
)

// BenchmarkResolve is one replay of 25 answers with the conditions of all
// findings; the reasons of those that hold are what because costs on top.
func BenchmarkResolve(bb *testing.B) {
	b, c := largest(bb)
	bb.ReportMetric(float64(len(c.Answers)), "answers")
	bb.ReportAllocs()
	for bb.Loop() {
		advisor.Resolve(b, c.Answers, c.Today)
	}
}

// largest is the case of a borrower with the most answers, up to 25.
func largest(t testing.TB) (b *advisor.Base, c *advisor.Case) {
	b = law(t)
	for i := range b.Cases {
		x := &b.Cases[i]
		if n := len(x.Answers); x.Answers["role"].N == 0 && n <= 25 && (c == nil || n > len(c.Answers)) {
			c = x
		}
	}
	return b, c
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

// BenchmarkAnswer is one answer on the short way of a borrower who was sued:
// what follows from it, and which question comes next.
func BenchmarkAnswer(bb *testing.B) {
	b, c := largest(bb)
	p := somebody(b, c, 1)
	n := 0
	bb.ReportAllocs()
	for bb.Loop() {
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		if err := s.Answer("role", c.Answers["role"]); err != nil {
			bb.Fatal(err)
		}
		if err := s.Choose("sued-what-now", "negotiate"); err != nil {
			bb.Fatal(err)
		}
		for s.State().Next >= 0 {
			q := s.State().Next
			if err := s.Answer(b.Asked(q).ID, p.answer(q)); err != nil {
				bb.Fatal(err)
			}
			n++
		}
	}
	bb.ReportMetric(float64(bb.Elapsed().Nanoseconds())/float64(n), "ns/answer")
}
