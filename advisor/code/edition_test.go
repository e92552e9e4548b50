package code

import (
	"slices"
	"strings"
	"testing"

	"wangdai/advisor/fact"
)

func TestReadEdition(t *testing.T) {
	e := edition(t, lastYear)
	if again := edition(t, e.String()); e.String() != lastYear || again.Number() != e.Number() {
		t.Fatalf("the text form reads back as %v", e)
	}
	if crlf := edition(t, strings.ReplaceAll(lastYear, "\n", "\r\n")); crlf.Number() != e.Number() {
		t.Errorf("with the line ends of Windows it is edition %s, not %s", crlf.Number(), e.Number())
	}
	var ids []string
	for f := range e.Questions() {
		ids = append(ids, f.ID)
	}
	if got := strings.Join(ids, " "); got != "role tags amount served late gone rate plan calls" {
		t.Errorf("the questions are %s", got)
	}
}

func TestReadEditionRefuses(t *testing.T) {
	for _, line := range []string{"", "ask", "ask x", "ask x colour", "tell x yesno", "ask x yesno when",
		"ask x yesno when y", "ask x yesno when x",
		"ask x yesno when role=nobody", "ask x yesno when tags:nothing", "ask x yesno when amount[1..",
		"ask x yesno when amount[a..b]",
		"ask x yesno when (& role=lender", "ask x yesno when (! role=lender role=lender)", "ask x yesno when role",
		"ask x yesno when role=lender role=lender",
		"ask x yesno perhaps", "ask x yesno told twice", "ask role yesno", "ask  yesno", "ask a=b yesno",
		"ask x choice", "ask x choice a,,b", "ask x choice \r",
		"ask x choice " + strings.Repeat("a,", 63) + "a",
		"let x choice a,b rows role=lender |", "let x choice a rows role=lender | *", "let x yesno rows *"} {
		_, err := ReadEdition(PastEdition{"editions/x.txt", strings.TrimSuffix(lastYear, "\n") + "\n" + line + "\n"})
		if err == nil || !strings.HasPrefix(err.Error(), "editions/x.txt:11: ") {
			t.Errorf("the line %q: %v, want an error with its place", line, err)
		}
	}
	if _, err := ReadEdition(PastEdition{"editions/x.txt", "ask x yesno"}); err == nil ||
		!strings.HasPrefix(err.Error(), "editions/x.txt:1: ") {
		t.Errorf("without a head: %v", err)
	}
}

// What is accepted is written as it was read.
func FuzzReadEdition(f *testing.F) {
	f.Add(lastYear)
	f.Add(editionHead + "\nask a several x,y\nlet b choice p,q rows (/ a:x a?~) | *\nask c yesno when (! b=p,q?)\n")
	f.Add(editionHead + "\nlet 0 choice \r") // an option that is a line end
	f.Fuzz(func(t *testing.T, text string) {
		e, err := ReadEdition(PastEdition{"x", text})
		if err != nil {
			return
		}
		again, err := ReadEdition(PastEdition{"x", e.String()})
		if err != nil || again.String() != e.String() {
			t.Errorf("%q reads as %q, which reads as %v, %v", text, e, again, err)
		}
	})
}

// Answers are put in words without any knowledge but the ids.
func TestSaid(t *testing.T) {
	e := edition(t, lastYear)
	want := map[string]string{"role": "borrower", "tags": "fees, court", "amount": "10000", "served": "2026-10-26",
		"late": "yes",
		"gone": "7", "rate": "24.00%"}
	for f := range e.Questions() {
		if f.Kind == fact.Schedule || f.Kind == fact.History {
			continue // lists have no words of their own
		}
		if got := f.Said(given()[f.ID]).EN; got != want[f.ID] {
			t.Errorf("%s: %q, want %q", f.ID, got, want[f.ID])
		}
		if got := f.Said(fact.NotSure()); got.ZH != "不清楚" {
			t.Errorf("%s, not sure: %v", f.ID, got)
		}
	}
}

// The bounds on the length of a code hold for every way of answering, and are
// not far off.
func TestLength(t *testing.T) {
	e := edition(t, lastYear)
	long := given()
	for id, v := range map[string]int64{"role": 0, "tags": 0b101, "amount": MostNumber, "late": 1, "gone": MostNumber,
		"rate": MostNumber} {
		long[id] = fact.Of(v)
	}
	dated := long["plan"].Plan
	for i := range dated.Flow {
		dated.Flow[i].Amount = fact.MaxMoney - 1
	}
	equal := &fact.Plan{Periods: fact.MaxPeriods, Each: fact.MaxMoney - 1}
	for spare, plan := range map[int]*fact.Plan{4: equal, 16: dated} { // dated ones still count what equal ones take
		long["plan"] = fact.Value{State: fact.Known, Plan: plan}
		entries := map[string]int{"plan": len(plan.Flow), "calls": len(long["calls"].Events)}
		bits := 0.0
		for f := range e.Questions() {
			answer, entry := f.MostBits(MostNumber)
			bits += answer + entry*float64(entries[f.ID])
		}
		got, most := len(strings.ReplaceAll(long.code(e), "-", "")), e.Length(bits)
		if got > most || got < most-spare {
			t.Errorf("a code of %d characters, where at most %d are promised", got, most)
		}
	}
	small, _ := (&Fact{Kind: fact.Money}).MostBits(1000)
	great, _ := (&Fact{Kind: fact.Money}).MostBits(MostNumber)
	if small >= great {
		t.Errorf("an amount up to 1000 takes %f bits, any amount %f", small, great)
	}
}

// Each part of the questions belongs to an edition.
func TestNumber(t *testing.T) {
	seen := []string{edition(t, lastYear).Number()}
	for what, change := range map[string][2]string{
		"an option":    {"borrower,lender", "borrower,investor"},
		"a condition":  {"served date when role=borrower", "served date when role=lender"},
		"never asked":  {"served date when role=borrower", "served date when role=borrower~"},
		"another kind": {"ask rate rate", "ask rate money"},
		"told":         {"ask late yesno told", "ask late yesno"},
		"an order":     {"ask rate rate\nask plan plan", "ask plan plan\nask rate rate"},
	} {
		text := strings.Replace(lastYear, change[0], change[1], 1)
		n := edition(t, text).Number()
		if slices.Contains(seen, n) {
			t.Errorf("%s changed, and the edition is %s as before", what, n)
		}
		seen = append(seen, n)
	}
}
