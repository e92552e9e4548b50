package export

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/paper"
	"wangdai/knowledge"
)

var every = flag.Bool("every", false, "measure every case, not a sample")

// TestLengths measures the reports of the cases, without an ask and with each
// ask that the person may have: page one must stay one page, and the whole
// something that a lawyer reads.
func TestLengths(t *testing.T) {
	b, problems := knowledge.Whole()
	if b == nil {
		t.Fatal(problems)
	}
	step := 2
	if *every {
		step = 1
	}
	var plain, asked lengths
	for i := 0; i < len(b.Cases); i += step {
		c := &b.Cases[i]
		s := advisor.NewSession(b, advisor.Options{Today: c.Today, Lang: fact.ZH, Rest: c.Rest})
		s.Load(c.Answers)
		plain.add(t, c.Pos.File, s.Report())
		for _, a := range askable(b, c) {
			s := advisor.NewSession(b, advisor.Options{Today: c.Today, Lang: fact.ZH, Rest: c.Rest})
			s.Load(c.Answers)
			if s.Choose(b.Asks[a].ID) == nil {
				asked.add(t, c.Pos.File+" "+b.Asks[a].ID, s.Report())
			}
		}
	}
	for name, l := range map[string]*lengths{"nothing asked": &plain, "one ask": &asked} {
		l.tell(t, name)
	}
}

// askable are up to five asks that the person of a case may have.
func askable(b *advisor.Base, c *advisor.Case) []int {
	x := advisor.Look(b, c.Answers, c.Today)
	out := slices.DeleteFunc(x.Offered(), func(i int) bool { return x.Possible(b.Asks[i].For) != cond.Only(cond.True) })
	return out[:min(len(out), 5)]
}

// lengths are lines of Markdown.
type lengths struct {
	one, whole []int
	longest    string // on page one
	pages      int    // whose page one takes more than one A4 page
	fuller     string
}

func (l *lengths) add(t *testing.T, name string, r *advisor.Report) {
	t.Helper()
	md := string(export(t, "md", r))
	one, _, ok := strings.Cut(md, "\n---\n")
	if !ok {
		t.Fatalf("%s: nothing ends page one", name)
	}
	n := strings.Count(one, "\n")
	if len(l.one) == 0 || n > slices.Max(l.one) {
		l.longest = name
	}
	l.one, l.whole = append(l.one, n), append(l.whole, strings.Count(md, "\n"))
	if pages(t, r) > 1 {
		l.pages++
		l.fuller = name
	}
}

// pages is how many A4 pages page one takes.
func pages(t *testing.T, r *advisor.Report) int {
	t.Helper()
	face, err := newTypeface(nil)
	if err != nil {
		t.Fatal(err)
	}
	p := paper.OfReport(r)
	s := &setter{p: p, t: face, body: bodyFace}
	for i := range p.Blocks {
		if p.Blocks[i].Kind == paper.Page {
			break
		}
		s.block(i)
	}
	out, _ := deal(s.boxes)
	return len(out)
}

// The most that page one and the whole may have, in lines of Markdown.
const (
	medianOne, p95One     = 30, 40
	medianWhole, p95Whole = 130, 220
)

func (l *lengths) tell(t *testing.T, name string) {
	if len(l.one) == 0 {
		t.Errorf("%s: no report was measured", name)
		return
	}
	slices.Sort(l.one)
	slices.Sort(l.whole)
	at := func(list []int, percent int) int { return list[(len(list)-1)*percent/100] }
	figures := fmt.Sprintf("%s, %d reports: page one %d lines (95%%: %d, longest %d: %s), "+
		"%d beyond one A4 page (%s); whole %d lines (95%%: %d, longest %d)",
		name, len(l.one), at(l.one, 50), at(l.one, 95), at(l.one, 100), l.longest, l.pages, l.fuller,
		at(l.whole, 50), at(l.whole, 95), at(l.whole, 100))
	t.Log(figures)
	if at(l.one, 50) > medianOne || at(l.one, 95) > p95One || at(l.whole, 50) > medianWhole ||
		at(l.whole, 95) > p95Whole || l.pages > 0 {
		t.Errorf("want at most %d lines on page one (95%%: %d), one page, and %d lines in all (95%%: %d)", medianOne,
			p95One, medianWhole, p95Whole)
	}
}
