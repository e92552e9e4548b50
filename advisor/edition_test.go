package advisor

import (
	"reflect"
	"strings"
	"testing"

	"wangdai/advisor/code"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

var editionDay = fact.NewDate(2026, 11, 25)

// bench is a small base for codes: every kind of question, a derived fact, and
// a question that hangs on a deadline.
type bench struct {
	b *Base
}

func newBench() *bench { return &bench{&Base{}} }

func (x *bench) fact(id string, k fact.Kind, options ...string) int {
	f := Fact{ID: id, Kind: k, Label: Text{ZH: "甲" + id, EN: id}, After: -1}
	for _, o := range options {
		f.Options = append(f.Options, Option{ID: o, Text: Text{ZH: o, EN: o}})
	}
	x.b.Facts = append(x.b.Facts, f)
	return len(x.b.Facts) - 1
}

func (x *bench) ask(id string, k fact.Kind, when *cond.Expr, options ...string) int {
	i := x.fact(id, k, options...)
	x.b.Questions = append(x.b.Questions, Question{Fact: i, When: when})
	x.b.Program = append(x.b.Program, Item{AskItem, len(x.b.Questions) - 1})
	x.b.Facts[i].Of = len(x.b.Questions) - 1
	return i
}

func (x *bench) deadline(from int) (state int) {
	d := x.fact("reply_by", fact.Day)
	state = x.fact("reply_by_state", fact.Choice, "open", "passed")
	x.b.Facts[d].Origin, x.b.Facts[state].Origin = DeadlineDate, DeadlineState
	x.b.Deadlines = append(x.b.Deadlines, Deadline{Fact: d, State: state, From: from, N: 15, Unit: Days, NoRoll: true})
	x.b.Program = append(x.b.Program, Item{DeadlineItem, 0})
	return state
}

func is(f int, options ...int) *cond.Expr {
	e := &cond.Expr{Op: cond.In, Fact: f}
	for _, o := range options {
		e.Set |= 1 << o
	}
	return e
}

func (x *bench) done() *Base {
	x.b.Index()
	return x.b
}

// lastYear is the base of a paper handed out, thisYear what a lawyer made of
// it: an option put first, one renamed, a question gone, one of another kind,
// one new.
func lastYear() *Base {
	x := newBench()
	role := x.ask("role", fact.Choice, nil, "borrower", "lender")
	tags := x.ask("tags", fact.Several, is(role, 0), "fees", "calls", "court")
	x.ask("amount", fact.Money, &cond.Expr{Op: cond.And,
		Kids: []*cond.Expr{is(role, 0), {Op: cond.Not, Kids: []*cond.Expr{{Op: cond.Has, Fact: tags, Bit: 1}}}}})
	served := x.ask("served", fact.Day, is(role, 0))
	state := x.deadline(served)
	x.ask("late", fact.YesNo, is(state, 1))
	x.ask("gone", fact.Number, is(role, 0))
	x.ask("rate", fact.Percent, nil)
	x.ask("plan", fact.Schedule, nil)
	x.ask("calls", fact.History, nil, "phone", "visit", "threat")
	return x.done()
}

func thisYear(past ...*Base) *Base {
	x := newBench()
	role := x.ask("role", fact.Choice, nil, "contact", "lender", "borrower")
	x.ask("fresh", fact.YesNo, nil)
	x.ask("tags", fact.Several, is(role, 2), "court", "fees")
	x.ask("amount", fact.Money, is(role, 2))
	x.ask("served", fact.Day, is(role, 2))
	x.ask("rate", fact.Money, nil)
	x.ask("plan", fact.Schedule, nil)
	x.ask("calls", fact.History, nil, "threat", "phone")
	b := x.done()
	for _, p := range past {
		e := p.CurrentEdition()
		b.Past = append(b.Past, code.PastEdition{Name: "editions/2025-11-25-" + e.Number() + ".txt", Text: e.String()})
	}
	return b
}

func answersOfLastYear() Answers {
	plan := &fact.Plan{Flow: []fact.Payment{{On: editionDay - 300, Amount: 123456},
		{On: editionDay - 270, Amount: 100000}}}
	return Answers{
		"role": fact.Of(0), "tags": fact.Of(0b101), "amount": fact.Of(1_000_000),
		"served": fact.OfDate(editionDay - 30),
		"late":   fact.Of(1), "gone": fact.Of(7), "rate": fact.Of(2400), "plan": {State: fact.Known, Plan: plan},
		"calls": {State: fact.Known, Events: []fact.Event{{On: editionDay - 90, What: 1},
			{On: editionDay - 80, What: 2}}},
	}
}

func codeOf(b *Base, a Answers, day fact.Date) string {
	s := NewSession(b, Options{Today: day})
	s.Load(a)
	return s.Code()
}

// A code gives back every answer, on whatever day it is read.
func TestCodeRoundTrip(t *testing.T) {
	b, a := lastYear(), answersOfLastYear()
	r, err := b.ReadCode(codeOf(b, a, editionDay), editionDay)
	if err != nil || r.Old || len(r.Lost) > 0 || !reflect.DeepEqual(r.Answers, a) {
		t.Fatalf("read %+v, %v; want %+v", r, err, a)
	}
	// The day before, the deadline was open and "late" was not asked.
	early := codeOf(b, a, editionDay-25)
	r, err = b.ReadCode(early, editionDay)
	delete(a, "late")
	if err != nil || !reflect.DeepEqual(r.Answers, a) {
		t.Errorf("of an earlier day: read %+v, %v; want %+v", r.Answers, err, a)
	}
	// Half an interview is continued where it stopped; a gap is open.
	r, err = b.ReadCode(codeOf(b, Answers{"role": fact.Of(0), "served": fact.OfDate(editionDay)}, editionDay),
		editionDay)
	want := Answers{"role": fact.Of(0), "served": fact.OfDate(editionDay)}
	if err != nil || !reflect.DeepEqual(r.Answers, want) {
		t.Errorf("half: read %+v, %v; want %+v", r.Answers, err, want)
	}
}

// A code of an earlier edition gives what still stands and says what does not.
func TestCodeOfAnEarlierEdition(t *testing.T) {
	old := lastYear()
	code := codeOf(old, answersOfLastYear(), editionDay)
	b := thisYear(old)
	r, err := b.ReadCode(strings.ToLower(code), editionDay)
	if err != nil || !r.Old {
		t.Fatalf("ReadCode = %+v, %v", r, err)
	}
	a := answersOfLastYear()
	want := Answers{
		"role": fact.Of(2), "tags": fact.Of(0b11), "amount": a["amount"], "served": a["served"], "plan": a["plan"],
		"calls": {State: fact.Known, Events: []fact.Event{{On: editionDay - 80, What: 0}}},
	}
	if !reflect.DeepEqual(r.Answers, want) {
		t.Errorf("read %+v\nwant %+v", r.Answers, want)
	}
	var lost []string
	for _, x := range r.Lost {
		lost = append(lost, x.Question+"="+x.Value.EN)
		if x.Label.ZH == "" || x.Why.ZH == "" || x.Why.EN == "" {
			t.Errorf("lost answer without words: %+v", x)
		}
	}
	if got := strings.Join(lost, " "); got != "late=yes gone=7 rate=24.00% calls=visit" &&
		got != "late=yes gone=7 rate=24% calls=visit" {
		t.Errorf("lost: %s", got)
	}
	s := NewSession(b, Options{Today: editionDay})
	s.Load(r.Answers)
	if next := s.State().Next; next < 0 || b.Facts[b.Questions[next].Fact].ID != "fresh" {
		t.Errorf("the new question does not come next, but %d", next)
	}
}

// Nothing but the questions belongs to an edition; each part of them does.
func TestEditionChanges(t *testing.T) {
	was := lastYear().CurrentEdition().Number()
	same := lastYear()
	same.Findings = []Finding{{ID: "new"}}
	same.Facts[0].Label.ZH = "别的说法"
	same.Deadlines[0].N = 30
	same.Index()
	if got := same.CurrentEdition().Number(); got != was {
		t.Errorf("texts, findings and the length of a period make edition %s of %s", got, was)
	}
	for name, change := range map[string]func(*Base){
		"an option":    func(b *Base) { b.Facts[0].Options[1].ID = "investor" },
		"a condition":  func(b *Base) { b.Questions[1].When.Set = 2 },
		"an order":     func(b *Base) { p := b.Program; p[0], p[len(p)-1] = p[len(p)-1], p[0] },
		"never asked":  func(b *Base) { b.Questions[1].When.Unasked = true },
		"a question":   func(b *Base) { b.Program = b.Program[:len(b.Program)-1] },
		"another kind": func(b *Base) { b.Facts[b.Questions[6].Fact].Kind = fact.Money },
	} {
		b := lastYear()
		change(b)
		b.Index()
		if b.CurrentEdition().Number() == was {
			t.Errorf("%s changed, and the edition did not", name)
		}
	}
}
