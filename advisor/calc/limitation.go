package calc

import (
	"cmp"
	"slices"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// The limitation period is three years from the last due date (民法典第188条、
// 第189条). Each demand, part payment, promise or suit starts it again as long
// as it still runs (第195条); after its end only a promise or payment matters:
// the debtor can no longer plead the end (第192条第2款). Nothing moves the end
// beyond twenty years from the harm (第188条第2款).

// A LimitationLaw is what the law sets about the period.
type LimitationLaw struct {
	Years    int       // the general period
	Outer    int       // years from the harm that nothing moves the end beyond
	OldYears int       // the period before NewFrom
	NewFrom  fact.Date // the day on which Years replaced OldYears
	Soon     int       // days before a lender's end that are called soon
}

var limitationUses = []string{"limitation_years", "limitation_outer", "limitation_old", "limitation_new_from"}

// limitationLaw reads it from the tables; ok is false where they lack a part.
func limitationLaw(t Tables, on fact.Date) (law LimitationLaw, ok bool) {
	l := laws{t: t, on: on}
	law = LimitationLaw{Years: int(l.number("limitation_years")), Outer: int(l.number("limitation_outer")),
		OldYears: int(l.number("limitation_old")), NewFrom: l.day("limitation_new_from"),
		Soon: int(l.number("limitation_soon"))}
	return law, !l.missing
}

// A Limit is the state of a limitation period.
type Limit struct {
	End fact.Date // zero where there is none to give
	// State is running, expired or waived; for a lender running, soon, paused,
	// expired, revived or check.
	State   string
	Formula Working
}

// tell gives the state, and the end where there is one, under the names that a
// calculator has for them.
func (l *Limit) tell(out *Out, state, end string) {
	if l.State == "" {
		return
	}
	out.choose(state, l.State)
	if l.End != 0 {
		out.date(end, l.End)
	}
	out.Working = l.Formula
}

// LimitationEvents are the kinds of event that [Limitation] knows. A suit
// counts from its day; with a suit_end, the three years run again from there.
func LimitationEvents() []string { return []string{"demand", "paid", "promised", "suit", "suit_end"} }

// run is a limitation period as events are gone through.
type run struct {
	law   LimitationLaw
	outer fact.Date
	cal   *fact.Calendar
	from  fact.Date // from which the present period runs
	end   last
	moved int // interruptions counted
	why   string
}

func newRun(due fact.Date, law LimitationLaw, cal *fact.Calendar) *run {
	r := &run{law: law, outer: due.AddYears(law.Outer), cal: cal, from: due}
	r.end = r.reckon(due)
	return r
}

func (r *run) reckon(from fact.Date) last {
	l := ends(from.AddYears(r.law.Years), r.cal)
	if l.day > r.outer {
		return last{r.outer, r.outer, true}
	}
	return l
}

// restart lets the period run again from an event; one before the due date
// does not shorten it.
func (r *run) restart(e Event) {
	if e.On >= r.from {
		r.moved++
		r.from, r.why, r.end = e.On, e.What, r.reckon(e.On)
	}
}

func eventWords(kind string) fact.Text { return fact.Text(words.Working.Event(kind)) }

// words tell where the period began and what moved it.
func (r *run) words(due fact.Date) fact.Text {
	t := say(words.Working.DueOn(), due)
	if r.why != "" {
		t = joined(t, say(words.Working.StartedAgain(), r.moved, r.from, eventWords(r.why)))
	}
	return joined(t, say(words.Working.YearsEnd(), r.law.Years, r.end.words()),
		when(r.end.day == r.outer, say(words.Working.OuterEnd(), r.law.Outer)))
}

// inOrder sorts events by day, and on one day by kind, so that what starts a
// procedure comes before what ends it.
func inOrder(events []Event) []Event {
	rank := []string{"report", "suit", "demand", "paid", "promised", "suit_end", "report_end"}
	sorted := slices.Clone(events)
	slices.SortStableFunc(sorted, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(slices.Index(rank, a.What), slices.Index(rank, b.What)))
	})
	return sorted
}

// Limitation is the borrower's side (rulebook A3-07): running; expired, to be
// pleaded at first instance; or waived by a promise or payment after the end.
// End is the last day of the period, for waived that of the period that had
// ended. A suit without its end counts from the day it was filed, the earliest
// reading. Events after today are left out.
func Limitation(due fact.Date, events []Event, law LimitationLaw, cal *fact.Calendar, today fact.Date) Limit {
	r := newRun(due, law, cal)
	all := inOrder(events)
	var ended last // the first end that was passed and then waived
	waived := Event{}
	pending := false // a suit in time whose end is among the events
	for i, e := range all {
		switch {
		case e.On > today:
		case e.What == "suit_end":
			if pending {
				pending = false
				r.restart(e)
			}
		case pending:
		case e.On <= r.end.day:
			r.restart(e)
			pending = e.What == "suit" && endsBy(all[i+1:], today)
		case e.What == "paid" || e.What == "promised":
			if waived.On == 0 {
				ended = r.end
			}
			waived = e
			r.restart(e)
		}
	}
	old := func() fact.Text {
		return when(due.AddYears(law.OldYears) < law.NewFrom, say(words.Working.OldYears(), law.NewFrom, law.OldYears))
	}
	suit := when(r.why == "suit", fact.Text(words.Working.SuitFromFiling()))
	switch {
	case waived.On != 0:
		return Limit{ended.day, "waived", func() fact.Text {
			return joined(say(words.Working.EndedOn(), due, law.Years, ended.words()),
				say(words.Working.Waived(), waived.On, eventWords(waived.What), r.end.words()), old())
		}}
	case today <= r.end.day:
		return Limit{r.end.day, "running", func() fact.Text {
			return joined(r.words(due), say(words.Working.NotEnded(), today), suit, old())
		}}
	}
	return Limit{r.end.day, "expired", func() fact.Text {
		return joined(r.words(due), say(words.Working.HasEnded(), today), suit, old())
	}}
}

// endsBy reports whether a suit's end is among events up to a day.
func endsBy(events []Event, today fact.Date) bool {
	return slices.ContainsFunc(events, func(e Event) bool { return e.What == "suit_end" && e.On <= today })
}

var limitation = Spec{
	Name:  "limitation",
	Takes: []Param{{Name: "due", Kind: fact.Day}, {Name: "events", Kind: fact.History, Options: LimitationEvents()}},
	Uses:  limitationUses,
	Gives: []Param{
		{Name: "limitation_end", Kind: fact.Day},
		{Name: "limitation", Kind: fact.Choice, Options: []string{"running", "expired", "waived"}},
	},
	run: func(in *In, out *Out) {
		law, ok := limitationLaw(in.Tables, in.Today)
		if !in.known("due", "events") || !ok {
			return
		}
		l := Limitation(in.date("due"), in.events("events"), law, in.Calendar, in.Today)
		l.tell(out, "limitation", "limitation_end")
	},
}

// LenderEvents are the kinds of event that [LenderLimitation] knows.
func LenderEvents() []string {
	return []string{"demand", "paid", "promised", "suit", "suit_end", "report", "report_end"}
}

// LenderLimitation is the lender's side (rulebook R-30, §7.3), where a police
// report stops the clock as a suit does and the three years run again from the
// end of the procedure (时效规定第13条): running, soon (a few
// months at most), paused while a procedure is pending, expired, revived by a promise or payment
// after expiry, or check where the dates do not fit. End is zero for paused,
// revived and check.
func LenderLimitation(due fact.Date, events []Event, law LimitationLaw, cal *fact.Calendar, today fact.Date) Limit {
	r := newRun(due, law, cal)
	open, began := map[string]bool{}, map[string]bool{}
	var revived Event
	for _, e := range inOrder(events) {
		inTime := e.On <= r.end.day
		switch e.What {
		case "suit_end", "report_end":
			start := map[string]string{"suit_end": "suit", "report_end": "report"}[e.What]
			if !began[start] {
				return doubtful(e, fact.Text(words.Working.EndWithoutBeginning()))
			}
			if open[start] {
				delete(open, start)
				if len(open) == 0 {
					r.restart(e)
				}
			}
		case "suit", "report":
			began[e.What] = true
			if len(open) > 0 || inTime {
				open[e.What] = true
			}
		default:
			switch {
			case len(open) > 0:
			case inTime:
				r.restart(e)
			case e.What != "demand":
				revived = e
				r.restart(e)
			}
		}
		if e.On > today {
			return doubtful(e, fact.Text(words.Working.AfterToday()))
		}
	}
	return lenderState(r, due, today, revived, open)
}

func doubtful(e Event, why fact.Text) Limit {
	return Limit{State: "check", Formula: func() fact.Text {
		return say(words.Working.CheckEvent(), e.On, eventWords(e.What), why)
	}}
}

func lenderState(r *run, due, today fact.Date, revived Event, open map[string]bool) Limit {
	note := func() fact.Text {
		return say(words.Working.OnlyThatDebtor(), r.law.Years)
	}
	switch {
	case len(open) > 0:
		return Limit{State: "paused", Formula: func() fact.Text {
			return joined(say(words.Working.Pending(), due), note())
		}}
	case revived.On != 0:
		return Limit{State: "revived", Formula: func() fact.Text {
			return joined(say(words.Working.Revived(), due, r.law.Years, revived.On, eventWords(revived.What)), note())
		}}
	case today > r.end.day:
		return Limit{r.end.day, "expired", func() fact.Text {
			return joined(r.words(due), say(words.Working.HasEnded(), today), note())
		}}
	}
	left := int(r.end.day - today)
	state := "running"
	if left < r.law.Soon {
		state = "soon"
	}
	return Limit{r.end.day, state, func() fact.Text {
		return joined(r.words(due), say(words.Working.DaysLeft(), today, left), note())
	}}
}

var limitationLender = Spec{
	Name:  "limitation_lender",
	Takes: []Param{{Name: "due", Kind: fact.Day}, {Name: "events", Kind: fact.History, Options: LenderEvents()}},
	Uses:  append([]string{"limitation_soon"}, limitationUses...),
	Gives: []Param{
		{Name: "end", Kind: fact.Day},
		{Name: "state", Kind: fact.Choice, Options: []string{"running", "soon", "paused", "expired",
			"revived", "check"}},
	},
	run: func(in *In, out *Out) {
		law, ok := limitationLaw(in.Tables, in.Today)
		if !in.known("due", "events") || !ok {
			return
		}
		l := LenderLimitation(in.date("due"), in.events("events"), law, in.Calendar, in.Today)
		l.tell(out, "state", "end")
	},
}
