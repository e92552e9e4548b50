package code

import (
	"math/big"
	"reflect"
	"slices"
	"strings"
	"testing"

	"wangdai/advisor/fact"
)

// day is the day the answers below were given.
var day = fact.NewDate(2026, 11, 25)

// lastYear has every kind of question, and one whose asking hangs on something
// computed.
const lastYear = editionHead + `
ask role choice borrower,lender
ask tags several fees,calls,court when role=borrower
ask amount money when (& role=borrower (! tags:calls))
ask served date when role=borrower
ask late yesno told
ask gone number when role=borrower
ask rate rate
ask plan plan
ask calls events phone,visit,threat
`

func edition(t testing.TB, text string) *Edition {
	t.Helper()
	e, err := ReadEdition(PastEdition{"editions/x.txt", text})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

type answers map[string]fact.Value

func given() answers {
	plan := &fact.Plan{Flow: []fact.Payment{{On: day - 300, Amount: 123456}, {On: day - 270, Amount: 100000}}}
	return answers{
		"role": fact.Of(0), "tags": fact.Of(0b101), "amount": fact.Of(1_000_000), "served": fact.OfDate(day - 30),
		"late": fact.Of(1), "gone": fact.Of(7), "rate": fact.Of(2400), "plan": {State: fact.Known, Plan: plan},
		"calls": {State: fact.Known, Events: []fact.Event{{On: day - 90, What: 1}, {On: day - 80, What: 2}}},
	}
}

func (a answers) value(id string) (fact.Value, bool) {
	v, ok := a[id]
	return v, ok
}

func (a answers) code(e *Edition) string { return e.Write(Said{}, a.value) }

func read(t testing.TB, e *Edition, code string) answers {
	t.Helper()
	r, err := Read(code, e, nil)
	if err != nil {
		t.Fatalf("%s: %v", code, err)
	}
	out := answers{}
	for _, a := range r.Answers {
		out[a.Fact.ID] = a.Value
	}
	return out
}

// A code gives back every answer, the largest and the oddest included.
func TestWriteAndRead(t *testing.T) {
	e := edition(t, lastYear)
	full := given()
	flow, events := &fact.Plan{}, fact.Value{State: fact.Known}
	for i := range fact.Date(MostEntries) {
		flow.Flow = append(flow.Flow, fact.Payment{On: epoch + i, Amount: fact.MaxMoney})
		events.Events = append(events.Events, fact.Event{On: day - MostEntries + i, What: int(i) % 3})
	}
	full["amount"], full["plan"], full["calls"] = fact.Of(int64(fact.MaxMoney)-1),
		fact.Value{State: fact.Known, Plan: flow}, events
	full["rate"], full["gone"] = fact.Of(int64(fact.MaxRate)), fact.Of(fact.MaxNumber)
	equal := given()
	equal["plan"] = fact.Value{State: fact.Known, Plan: &fact.Plan{Periods: fact.MaxPeriods, Each: fact.MaxMoney}}
	once := given()
	once["plan"] = fact.Value{State: fact.Known, Plan: &fact.Plan{Days: fact.MaxDays, Total: fact.MaxMoney}}
	unsure := answers{}
	for id := range given() {
		unsure[id] = fact.NotSure()
	}
	unsure["role"] = fact.Of(0)
	delete(unsure, "amount") // hangs on what is not sure: not asked
	all := map[string]answers{
		"usual answers": given(), "full lists": full, "equal payments": equal, "one payment": once,
		"nothing sure":      unsure,
		"half an interview": {"role": fact.Of(0), "tags": fact.NotSure()},
		"the other side":    {"role": fact.Of(1), "rate": fact.Of(0)},
		"no answer":         {},
	}
	for name, a := range all {
		if got := read(t, e, a.code(e)); !reflect.DeepEqual(got, a) {
			t.Errorf("%s: read %+v, want %+v", name, got, a)
		}
	}
}

// What a code cannot hold becomes not sure, which is true; it is never cut.
func TestWriteWhatDoesNotFit(t *testing.T) {
	e := edition(t, lastYear)
	odd := answers{
		"served": fact.OfDate(epoch - 1), // no paper is that old
		"amount": fact.Of(MostNumber + 1),
		"gone":   fact.Of(-1),
		"tags":   fact.Of(0b1000),
		"calls":  {State: fact.Known, Events: []fact.Event{{On: day, What: 3}}},
		"plan":   {State: fact.Known, Plan: &fact.Plan{}},
	}
	for id, v := range odd {
		a := given()
		a[id] = v
		want := given()
		want[id] = fact.NotSure()
		if id == "tags" {
			delete(want, "amount") // which hangs on it: not asked
			delete(a, "amount")
		}
		if got := read(t, e, a.code(e)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read %+v, want %+v", id, got, want)
		}
	}
}

// Beside the answers a code holds the asks, however many there will be, how far
// the interview goes and what the rest means; what was passed over stays open.
func TestWhatWasSaid(t *testing.T) {
	e := edition(t, lastYear)
	gaps := answers{"role": fact.Of(0), "served": fact.OfDate(day), "late": fact.Of(0), "calls": fact.NotSure()}
	for _, s := range []Said{{}, {Rest: true}, {Asks: []int{0}}, {Asks: []int{210, 3, 17}, Depth: 2},
		{Asks: []int{510, 511, 512, 5000}, Depth: 1, Rest: true}} {
		for _, a := range []answers{{}, gaps, given()} {
			spelt := e.Write(s, a.value)
			r, err := Read(spelt, e, nil)
			if err != nil || !reflect.DeepEqual(r.Said, s) {
				t.Errorf("%s reads as %+v, %v; want %+v", spelt, r.Said, err, s)
			}
			if got := read(t, e, spelt); !reflect.DeepEqual(got, a) {
				t.Errorf("%+v: read %+v, want %+v", s, got, a)
			}
		}
	}
	short, long := e.Write(Said{Asks: []int{210}}, gaps.value), e.Write(Said{}, gaps.value)
	if len(short) > len(long)+4 {
		t.Errorf("an ask takes %d characters", len(short)-len(long))
	}
}

// Every pattern of answered questions is read as it was written, and no two
// are written alike.
func TestAnswered(t *testing.T) {
	const most = 7
	seen := map[string]bool{}
	for set := range 1 << most {
		var pattern []bool
		for i := range most {
			pattern = append(pattern, set>>i&1 == 1)
		}
		n := new(big.Int)
		pushAnswered(n, pattern, most)
		if seen[n.String()] {
			t.Fatalf("%v is written as another", pattern)
		}
		seen[n.String()] = true
		if bits := answeredBits(most, most); float64(n.BitLen()) > bits+1 {
			t.Errorf("%v takes %d bits, more than %f", pattern, n.BitLen(), bits)
		}
		p, ok := popAnswered(n, most)
		for i := range pattern {
			if !ok || !p.end() && p.next() != pattern[i] || p.end() && slices.Contains(pattern[i+1:], true) {
				t.Fatalf("%v is read otherwise at %d", pattern, i)
			}
		}
		if !p.end() || n.Sign() != 0 {
			t.Errorf("of %v something is left", pattern)
		}
	}
}

// A code of before 2 December 2026 says what it said then.
func TestReadEarlierForm(t *testing.T) {
	e := edition(t, lastYear)
	half := answers{"role": fact.Of(0), "served": fact.OfDate(day)}
	for count, want := range map[int]answers{
		0: {}, 9: given(),
		3: {"role": fact.Of(0), "tags": fact.NotSure(), "served": fact.OfDate(day)}, // a gap was 不清楚 then
	} {
		a := want
		if count == 3 {
			a = half
		}
		spelt := e.WriteEarlier(count, a.value)
		if got := read(t, e, spelt); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: read %+v, want %+v", spelt, got, want)
		}
	}
}

// The table of asks is read as it was written; a line that is no name, or
// stands there twice, is told with its place.
func TestReadAsks(t *testing.T) {
	ids := []string{"jail", "family-called", "how-much"}
	got, line, _ := ReadAsks(AsksText(ids))
	if line != 0 || !slices.Equal(got, ids) {
		t.Errorf("read %v, line %d wrong", got, line)
	}
	if got, _, _ := ReadAsks(strings.ReplaceAll(AsksText(ids), "\n", "\r\n")); !slices.Equal(got, ids) {
		t.Errorf("with the line ends of Windows: %v", got)
	}
	for text, want := range map[string]int{"": 1, "wangdai asks 2\njail\n": 1, AsksText([]string{"jail", "", "x"}): 3,
		AsksText([]string{"Jail"}):              2,
		AsksText([]string{"jail", "x", "jail"}): 4} {
		if _, line, wrong := ReadAsks(text); line != want || wrong.Fix.ZH == "" || wrong.Fix.EN == "" {
			t.Errorf("%q: line %d, %+v; want line %d and what to do", text, line, wrong, want)
		}
	}
}

// A code of an earlier edition is read by the record of it, and refused with
// the reason where there is none or it is broken.
func TestReadEarlierEdition(t *testing.T) {
	old := edition(t, lastYear)
	now := edition(t, strings.Replace(lastYear, "borrower,", "contact,borrower,", 1))
	code := given().code(old)
	name := "editions/2025-11-25-" + old.Number() + ".txt"
	past := []PastEdition{{"editions/2024-01-01-0000.txt", "anything"}, {name, lastYear}}
	r, err := Read(code, now, past)
	if err != nil || r.Edition.Number() != old.Number() || len(r.Answers) != len(given()) {
		t.Errorf("Read = %+v, %v", r, err)
	}
	if !old.Among(past) || now.Among(past) {
		t.Errorf("among the past: the old %v, the present %v", old.Among(past), now.Among(past))
	}
	for want, past := range map[string][]PastEdition{
		"another edition": nil,
		"is broken":       {{name, editionHead + "\nask role colour\n"}},
	} {
		_, err := Read(code, now, past)
		if e, ok := err.(*Error); !ok || !strings.Contains(e.Error(), want) || e.Fix.ZH == "" {
			t.Errorf("%v, want an error that says %q and what to do", err, want)
		}
	}
}

// A slip of the pen is refused, and its place named where only one is
// possible.
func TestReadNamesTheDamage(t *testing.T) {
	e := edition(t, lastYear)
	code := strings.ReplaceAll(given().code(e), "-", "")
	located, tried := 0, 0
	refused := func(what, bad string, at int) {
		t.Helper()
		tried++
		_, err := Read(bad, e, nil)
		ce, ok := err.(*Error)
		switch {
		case !ok:
			t.Errorf("%s at %d: %v, want an Error", what, at, err)
		case ce.At == 0:
		// in a run, any is right
		case ce.At > at+1 || ce.At < at-1 && strings.Trim(code[ce.At-1:at], code[at-1:at]) != "":
			t.Errorf("%s at %d is said to be at %d", what, at, ce.At)
		default:
			located++
			group, char := placeIn(len(bad), ce.At)
			if first := (len(bad)-1)%4 + 1; group > 1 && first+4*(group-2)+char != ce.At || group == 1 &&
				char != ce.At {
				t.Errorf("%d of %d is said to be character %d of group %d", ce.At, len(bad), char, group)
			}
		}
	}
	for i := 0; i < len(code); i += 5 {
		for _, c := range "0Z" {
			if byte(c) != code[i] {
				refused("a wrong character", code[:i]+string(c)+code[i+1:], i+1)
			}
		}
		if i > 0 && code[i] != code[i-1] {
			refused("a swap", code[:i-1]+code[i:i+1]+code[i-1:i]+code[i+1:], i)
		}
		if i > 0 {
			refused("one too few", code[:i]+code[i+1:], i+1)
		}
		refused("one too many", code[:i]+"X"+code[i:], i+1)
	}
	if located*10 < tried*9 {
		t.Errorf("the place of %d of %d slips was named, want nine in ten", located, tried)
	}
	for bad, at := range map[string]int{"ABCD-EFG*-HJKM": 8, "U": 1, "": 0, "W7K2": 0} {
		_, err := Read(bad, e, nil)
		if ce, ok := err.(*Error); !ok || ce.At != at || ce.What.ZH == "" || ce.In(fact.ZH) == ce.In(fact.EN) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// However it is written, it is read.
func TestReadIsLenient(t *testing.T) {
	e := edition(t, lastYear)
	code := given().code(e)
	wide := strings.Map(func(r rune) rune {
		if r > ' ' && r < 0x7f {
			return r - ' ' + 0xff00
		}
		return r
	}, code)
	for _, s := range []string{strings.ToLower(code), strings.ReplaceAll(code, "-", ""),
		strings.ReplaceAll(code, "-", " "), wide,
		strings.ReplaceAll(code, "0", "o"), strings.ReplaceAll(code, "1", "l"), strings.ReplaceAll(code, "1", "I"),
		" " + strings.ReplaceAll(code, "-", "－\n")} {
		if got := read(t, e, s); !reflect.DeepEqual(got, given()) {
			t.Errorf("%q is read as %+v", s, got)
		}
	}
}

// FuzzRead wants whatever is accepted to be what is written for the answers
// read.
func FuzzRead(f *testing.F) {
	e := edition(f, lastYear)
	f.Add(given().code(e))
	f.Add(answers{"role": fact.Of(1)}.code(e))
	f.Add(e.Write(Said{Asks: []int{7, 600}, Depth: 2, Rest: true}, answers{"rate": fact.Of(1)}.value))
	f.Add(e.WriteEarlier(9, given().value))
	f.Add("")
	f.Fuzz(func(t *testing.T, code string) {
		r, err := Read(code, e, nil)
		if err != nil {
			return // refusing is fine, panicking is not
		}
		a := answers{}
		for _, x := range r.Answers {
			a[x.Fact.ID] = x.Value
		}
		again := e.Write(r.Said, a.value)
		if back, err := Read(again, e, nil); err != nil || !reflect.DeepEqual(back.Said, r.Said) ||
			!reflect.DeepEqual(read(t, e, again), a) {
			t.Errorf("%q reads as %+v, %+v, whose code %s reads as something else", code, r.Said, a, again)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	old := edition(b, lastYear)
	now := edition(b, strings.Replace(lastYear, "borrower,", "contact,borrower,", 1))
	code := given().code(old)
	past := []PastEdition{{"editions/2025-11-25-" + old.Number() + ".txt", lastYear}}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(code, now, past); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLocate(b *testing.B) {
	e := edition(b, lastYear)
	code := "7" + given().code(e)
	b.ReportMetric(float64(len(code)), "characters")
	for b.Loop() {
		if _, err := Read(code, e, nil); err == nil {
			b.Fatal("read")
		}
	}
}
