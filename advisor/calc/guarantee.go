package calc

import (
	"slices"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// The guarantee period is what the contract says, else six months from the due
// date of the debt (民法典第692条). It is never suspended or interrupted: within
// it the creditor must sue the debtor (general guarantee) or turn to the
// guarantor (joint), or the guarantee lapses (第693条). A police report or an
// extension without the guarantor's consent changes nothing.

// GuaranteeEvents are the kinds of event that [Guarantee] knows.
func GuaranteeEvents() []string { return []string{"asked_me", "sued_debtor"} }

// Guarantee is the guarantor's side (rulebook D-13) for a guarantee signed
// since 2021: running, claimed, lapsed, or by_contract with a fixed term. The
// period is months long and ends at End.
func Guarantee(kind, term string, due fact.Date, events []Event, months int, cal *fact.Calendar,
	today fact.Date) Limit {
	if term == "fixed" {
		return byContract(months)
	}
	needed := ""
	switch kind {
	case "joint":
		needed = "asked_me"
	case "general":
		needed = "sued_debtor"
	default:
		return Limit{}
	}
	end := ends(due.AddMonths(months), cal)
	return claimState(due, end, claimedIn(events, needed, due, end.day, today), months, today)
}

func byContract(months int) Limit {
	return Limit{State: "by_contract", Formula: func() fact.Text {
		return say(words.Working.AgreedEnd(), months)
	}}
}

// claimedIn reports whether a claim of that kind falls within the period, up
// to today.
func claimedIn(events []Event, kind string, due, end, today fact.Date) bool {
	return slices.ContainsFunc(events, func(e Event) bool {
		return e.What == kind && due < e.On && e.On <= end && e.On <= today
	})
}

func periodWords(due fact.Date, end last, months int) fact.Text {
	return say(words.Working.GuaranteeRuns(), due, months, end.words())
}

func claimState(due fact.Date, end last, claimed bool, months int, today fact.Date) Limit {
	switch {
	case claimed:
		return Limit{end.day, "claimed", func() fact.Text {
			return joined(periodWords(due, end, months), fact.Text(words.Working.ClaimedInTime()))
		}}
	case today <= end.day:
		return Limit{end.day, "running", func() fact.Text {
			return joined(periodWords(due, end, months), say(words.Working.StillRuns(), today))
		}}
	}
	return Limit{end.day, "lapsed", func() fact.Text {
		return joined(periodWords(due, end, months), say(words.Working.HasPassed(), today))
	}}
}

var guarantee = Spec{
	Name: "guarantee",
	Takes: []Param{
		{Name: "kind", Kind: fact.Choice, Options: []string{"joint", "general"}},
		{Name: "term", Kind: fact.Choice, Options: []string{"none", "until_repaid", "fixed"}},
		{Name: "due", Kind: fact.Day},
		{Name: "events", Kind: fact.History, Options: GuaranteeEvents()},
	},
	Uses: []string{"guarantee_default"},
	Gives: []Param{
		{Name: "guarantee_end", Kind: fact.Day},
		{Name: "guarantee", Kind: fact.Choice, Options: []string{"running", "claimed", "lapsed", "by_contract"}},
	},
	run: func(in *In, out *Out) {
		months, ok := in.Tables.Number("guarantee_default", in.Today)
		if !in.known("kind", "term", "due", "events") || !ok {
			return
		}
		l := Guarantee(in.option("kind"), in.option("term"), in.date("due"), in.events("events"), int(months),
			in.Calendar, in.Today)
		l.tell(out, "guarantee", "guarantee_end")
	},
}

// A GuaranteeLaw is what the law sets about guarantees, with the days that
// decide about those from before the Civil Code whose period was left unclear
// (时间效力规定第27条): a debt due less than OldYears before CodeFrom has that long.
type GuaranteeLaw struct {
	Months   int // the period where none was agreed
	OldYears int
	CodeFrom fact.Date
	OldFrom  fact.Date // debts due before it follow older law
}

// guaranteeLaw reads it from the tables; ok is false where they lack a part.
func guaranteeLaw(t Tables, on fact.Date) (law GuaranteeLaw, ok bool) {
	l := laws{t: t, on: on}
	law = GuaranteeLaw{Months: int(l.number("guarantee_default")), OldYears: int(l.number("guarantee_old_unclear")),
		CodeFrom: l.day("code_from"), OldFrom: l.day("guarantee_old_from")}
	return law, !l.missing
}

// LenderGuaranteeEvents are the kinds of event that [LenderGuarantee] knows.
func LenderGuaranteeEvents() []string { return []string{"asked_guarantor", "sued_debtor"} }

// LenderGuarantee is the lender's side (rulebook R-22, §7.4). Paper is
// joint_new or general_new for guarantees signed since 2021, else old. State is
// running, claimed, lapsed, by_contract, or check where older law leaves it to
// the case.
func LenderGuarantee(paper, term string, due fact.Date, events []Event, law GuaranteeLaw, cal *fact.Calendar,
	today fact.Date) Limit {
	if term == "fixed" {
		return byContract(law.Months)
	}
	months := law.Months
	if paper == "old" && term == "until_repaid" {
		switch {
		case due >= law.CodeFrom:
			return Limit{State: "check", Formula: func() fact.Text {
				return say(words.Working.OldUnclear(), law.CodeFrom.Year(), law.Months)
			}}
		case due < law.OldFrom:
			return Limit{State: "check", Formula: func() fact.Text {
				return say(words.Working.OlderLaw(), law.OldFrom)
			}}
		}
		months = 12 * law.OldYears
	}
	end := ends(due.AddMonths(months), cal)
	asked := claimedIn(events, "asked_guarantor", due, end.day, today)
	sued := claimedIn(events, "sued_debtor", due, end.day, today)
	var claimed bool
	switch paper {
	case "joint_new":
		claimed = asked
	case "general_new":
		claimed = sued
	case "old":
		claimed = asked && sued
		if asked != sued {
			return Limit{State: "check", Formula: func() fact.Text {
				return joined(periodWords(due, end, months), fact.Text(words.Working.OldKindOpen()))
			}}
		}
	default:
		return Limit{}
	}
	return claimState(due, end, claimed, months, today)
}

var guaranteeLender = Spec{
	Name: "guarantee_lender",
	Takes: []Param{
		{Name: "paper", Kind: fact.Choice, Options: []string{"joint_new", "general_new", "old"}},
		{Name: "term", Kind: fact.Choice, Options: []string{"none", "until_repaid", "fixed"}},
		{Name: "due", Kind: fact.Day},
		{Name: "events", Kind: fact.History, Options: LenderGuaranteeEvents()},
	},
	Uses: []string{"guarantee_default", "guarantee_old_unclear", "code_from", "guarantee_old_from"},
	Gives: []Param{
		{Name: "end", Kind: fact.Day},
		{Name: "state", Kind: fact.Choice, Options: []string{"running", "claimed", "lapsed", "by_contract", "check"}},
	},
	run: func(in *In, out *Out) {
		law, ok := guaranteeLaw(in.Tables, in.Today)
		if !in.known("paper", "term", "due", "events") || !ok {
			return
		}
		l := LenderGuarantee(in.option("paper"), in.option("term"), in.date("due"), in.events("events"), law,
			in.Calendar, in.Today)
		l.tell(out, "state", "end")
	},
}
