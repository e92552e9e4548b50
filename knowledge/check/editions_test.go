package check

import (
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/code"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
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
			oldCode := e.Write(code.Said{}, func(id string) (fact.Value, bool) {
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

// Codes of before 2 December 2026 are read for ever, with what they said then:
// of every case and both editions there were, whole and half interviews, with a
// sum over the answers. These papers are out; the file is never made anew.
func TestEarlierCodesAreRead(t *testing.T) {
	b, _ := knowledge.Whole()
	data, err := os.ReadFile("testdata/codes-of-2026-12-01.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		var spelt, sum string
		var count int
		if _, err := fmt.Sscan(line, &spelt, &sum, &count); err != nil {
			t.Fatal(err)
		}
		r, err := code.Read(spelt, b.CurrentEdition(), b.Past)
		if err != nil {
			t.Errorf("%s: %v", spelt, err)
			continue
		}
		said := saidThen(r)
		if got := fmt.Sprintf("%x", sha256.Sum256([]byte(said)))[:8]; got != sum || len(r.Answers) != count ||
			len(r.Asks) > 0 || r.Depth != 0 || r.Rest {
			t.Errorf("%s is read as %d answers (%s), not the %d it was written for: %s", spelt, len(r.Answers),
				got, count, said)
		}
		n++
	}
	if n < 1200 {
		t.Errorf("only %d codes were tried", n)
	}
}

// saidThen is what a code says, in terms of its own edition.
func saidThen(r code.Reading) string {
	var out strings.Builder
	for _, a := range r.Answers {
		fmt.Fprintf(&out, "%s=%s", a.Fact.ID, a.Fact.Said(a.Value).EN)
		if a.Value.Plan != nil {
			fmt.Fprintf(&out, "%+v", *a.Value.Plan)
		}
		fmt.Fprintf(&out, "%+v;", a.Value.Events)
	}
	return out.String()
}

// The numbers of the asks stand for ever: those that papers were handed out
// with on 1 December 2026 are the first of the table.
func TestAskNumbersStand(t *testing.T) {
	b, _ := knowledge.Whole()
	const n, sum = 164, "da8b7733ea57ad7b"
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(code.AsksText(b.AskNumbers[:n]))))[:16]; got != sum {
		t.Errorf("the first %d lines of %s have the sum %s, not %s: lines are only added at the end", n,
			load.AsksFile, got, sum)
	}
	if x := b.Unrecorded(); len(x) > 0 {
		t.Errorf("%d asks have no number, the first is %s: run wangdai edition --record knowledge", len(x),
			b.Asks[x[0]].ID)
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
