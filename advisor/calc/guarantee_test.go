package calc

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

func TestGuarantee(t *testing.T) {
	for _, tt := range []struct{ kind, term, due, events, want string }{
		{"joint", "none", "2026-03-10", "", "guarantee_end=2026-09-10 guarantee=lapsed"},
		{"joint", "none", "2026-03-10", "2026-09-10:asked_me", "guarantee=claimed"}, // the last day counts
		{"joint", "none", "2026-03-10", "2026-09-11:asked_me", "guarantee=lapsed"},
		{"joint", "none", "2026-03-10", "2026-03-10:asked_me", "guarantee=lapsed"}, // not yet in default
		{"joint", "until_repaid", "2026-03-10", "2026-05-01:sued_debtor", "guarantee=lapsed"},
		{"general", "none", "2026-03-10", "2026-05-01:sued_debtor", "guarantee=claimed"},
		{"general", "none", "2026-03-10", "2026-05-01:asked_me", "guarantee=lapsed"},
		// 28 February is a Sunday
		{"general", "until_repaid", "2026-08-31", "", "guarantee_end=2027-03-01 guarantee=running"},
		{"joint", "none", "2027-06-01", "", "guarantee_end=2027-12-01 guarantee=running"},
		{"joint", "fixed", "2026-03-10", "", "guarantee_end=- guarantee=by_contract"},
		{"?", "none", "2026-03-10", "", "guarantee=-"},
	} {
		check(t, "guarantee", in{"kind": tt.kind, "term": tt.term, "due": tt.due, "events": tt.events}, tt.want)
	}
}

func TestLenderGuarantee(t *testing.T) {
	for _, tt := range []struct{ paper, term, due, events, want string }{
		{"joint_new", "none", "2026-05-01", "", "end=2026-11-02 state=lapsed"},
		{"joint_new", "none", "2026-06-01", "", "end=2026-12-01 state=running"},
		{"joint_new", "none", "2026-06-01", "2026-08-01:asked_guarantor", "end=2026-12-01 state=claimed"},
		{"joint_new", "none", "2026-06-01", "2026-08-01:sued_debtor", "state=running"},
		{"general_new", "until_repaid", "2026-06-01", "2026-09-01:sued_debtor", "state=claimed"},
		{"general_new", "until_repaid", "2026-06-01", "2026-09-01:asked_guarantor", "state=running"},
		{"joint_new", "fixed", "2026-06-01", "", "end=- state=by_contract"},
		{"old", "until_repaid", "2020-03-01", "", "end=2022-03-01 state=lapsed"},
		{"old", "until_repaid", "2020-03-01", "2021-06-01:asked_guarantor", "end=- state=check"},
		{"old", "until_repaid", "2020-03-01", "2021-06-01:asked_guarantor 2021-07-01:sued_debtor",
			"end=2022-03-01 state=claimed"},
		{"old", "until_repaid", "2025-01-01", "", "end=- state=check"},
		{"old", "until_repaid", "2018-05-01", "", "end=- state=check"},
		{"old", "until_repaid", "2019-01-01", "", "state=check"},
		{"old", "until_repaid", "2019-01-02", "", "end=2021-01-04 state=lapsed"}, // two years; a Saturday
		{"old", "until_repaid", "2020-12-31", "", "end=2023-01-03 state=lapsed"}, // 2022-12-31 and the New Year
		{"old", "until_repaid", "2021-01-01", "", "state=check"},
		{"old", "none", "2020-09-01", "", "end=2021-03-01 state=lapsed"},
		{"joint_new", "none", "2026-08-31", "", "end=2027-03-01 state=running"},
		{"joint_new", "none", "?", "", "state=-"},
	} {
		check(t, "guarantee_lender", in{"paper": tt.paper, "term": tt.term, "due": tt.due, "events": tt.events},
			tt.want)
	}
}

// The period never moves: only a claim of the right kind within it counts.
func TestGuaranteeNeverMoves(t *testing.T) {
	today := fact.NewDate(2026, 11, 25)
	rapid.Check(t, func(t *rapid.T) {
		due := fact.NewDate(2021, 1, 1) + fact.Date(rapid.IntRange(0, 2500).Draw(t, "due"))
		kind := rapid.SampledFrom([]string{"joint", "general"}).Draw(t, "kind")
		bare := Guarantee(kind, "none", due, nil, 6, nil, today)
		events := drawEvents(t, GuaranteeEvents())
		l := Guarantee(kind, "none", due, events, 6, nil, today)
		in := false
		for _, e := range events {
			in = in || e.What == map[string]string{"joint": "asked_me", "general": "sued_debtor"}[kind] && due < e.On &&
				e.On <= bare.End && e.On <= today
		}
		if l.End != bare.End || (l.State == "claimed") != in || !in && l.State != bare.State {
			t.Fatalf("%s due %v with %v: %v %s, without: %v %s", kind, due, events, l.End, l.State,
				bare.End, bare.State)
		}
	})
}

func ExampleGuarantee() {
	l := Guarantee("joint", "none", fact.NewDate(2026, 3, 10), nil, 6,
		&fact.Calendar{Years: []fact.CalendarYear{{Year: 2026}}}, fact.NewDate(2026, 11, 25))
	fmt.Println(l.State, l.Formula.In(fact.ZH))
	// Output: lapsed 主债 2026年3月10日 到期 + 6 个月 = 2026年9月10日；今天 2026年11月25日，已过，期内没有依法主张
}
