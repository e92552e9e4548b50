package calc

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

func TestBalance(t *testing.T) {
	for _, tt := range []struct{ received, plan, repaid, regime, date, want string }{
		{"10000", "12x1000", "6000", "local", "?",
			"cap_interest=1,347.15 agreed_cost=2,000 excess_cost=652.85 still_owed=5,347.15 overpaid=0 balance=owing"},
		{"10000", "12x1000", "11500", "local", "?", "still_owed=0 overpaid=152.85 balance=overpaid"},
		{"10000", "12x1000", "11347.15", "local", "?", "still_owed=0 overpaid=0 balance=settled"},
		{"10000", "12x1000", "11348.15", "local", "?", "still_owed=0 overpaid=0 balance=settled"}, // one yuan more
		{"10000", "12x1000", "11348.16", "local", "?", "still_owed=0 overpaid=1.01 balance=overpaid"},
		{"10000", "12x1000", "11346.15", "local", "?", "balance=settled"}, // one yuan less
		{"10000", "12x1000", "11346.14", "local", "?", "still_owed=1.01 balance=owing"},
		{"249000", "36x8947", "0", "licensed", "?",
			"cap_interest=73,092 agreed_cost=73,092 excess_cost=0 still_owed=322,092 balance=owing"},
		{"10000", "12x1000", "12000", "private", "2024-08-01",
			"cap_interest=740.61 excess_cost=1,259.39 overpaid=1,259.39 balance=overpaid"},
		{"1400", "7d2000", "600", "void", "?",
			"cap_interest=0 agreed_cost=600 excess_cost=600 still_owed=800 balance=owing"},
		{"5250", "21d11550", "6300", "void", "?", "overpaid=1,050 balance=overpaid"},
		{"10000", "12x800", "0", "local", "?", "cap_interest=- balance=-"},
		{"10000", "12x1000", "0", "private", "2020-08-19", "cap_interest=- balance=-"},
		{"10000", "12x1000", "0", "private", "?", "balance=-"},
		{"10000", "12x1000", "0", "?", "2024-08-01", "balance=-"},
		{"10000", "2025-02-01:1000,2025-07-01:10000", "0", "local", "?", "balance=-"}, // irregular
	} {
		check(t, "balance", in{"received": tt.received, "plan": tt.plan, "repaid": tt.repaid, "regime": tt.regime,
			"contract_date": tt.date}, tt.want)
	}
	// The uncut interest at the cap, which the agreed cost stays below.
	if raw, ok := capInterest(fact.Yuan(249_000), &fact.Plan{Periods: 36, Each: fact.Yuan(8_947)}, 2400); !ok ||
		raw != 10_268_329 {
		t.Errorf("36 months of 249,000 at 24%% bear %s, want 102,683.29", raw.Grouped())
	}
}

// What a plan bears at its own rate is what it costs, give or take the
// rounding of the rate.
func TestCapInterestInvertsRate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		received := fact.Yuan(rapid.Int64Range(1000, 100_000).Draw(t, "received"))
		n := rapid.IntRange(1, 60).Draw(t, "n")
		each := received/fact.Fen(n) + fact.Fen(rapid.Int64Range(1, int64(received)/int64(n)+2).Draw(t, "above"))
		plan := fact.Plan{Periods: n, Each: each}
		r, err := PlanRate(received, plan)
		if err != nil {
			t.Fatal(err)
		}
		below, _ := capInterest(received, &plan, max(0, r.Nominal-1))
		above, _ := capInterest(received, &plan, r.Nominal+1)
		if cost := plan.Sum() - received; cost < below || cost > above {
			t.Fatalf("%v costs %d, at its rate %v between %d and %d", plan, cost, r.Nominal, below, above)
		}
	})
}

// The account always closes: what arrived and the allowed interest is what was
// paid and what is still owed, less what was overpaid; paying more never
// leaves more to pay.
func TestBalanceCloses(t *testing.T) {
	spec, _ := Lookup("balance")
	rapid.Check(t, func(t *rapid.T) {
		received := rapid.Int64Range(100, 1e9).Draw(t, "received")
		n := rapid.IntRange(1, 36).Draw(t, "n")
		plan := fact.Plan{Periods: n, Each: fact.Fen(received/int64(n) +
			rapid.Int64Range(1, received).Draw(t, "above"))}
		repaid := rapid.Int64Range(0, 3*received).Draw(t, "repaid")
		account := func(repaid int64) Out {
			in := In{Today: fact.NewDate(2026, 11, 25), Tables: tables{}, Options: make([][]string, 5),
				Values: make([]fact.Value, 5)}
			for name, v := range map[string]fact.Value{"received": fact.Of(received),
				"plan": {State: fact.Known, Plan: &plan}, "repaid": fact.Of(repaid), "regime": fact.Of(0)} {
				in.Values[place(spec.Takes, name)] = v
			}
			in.Options[place(spec.Takes, "regime")] = regimes
			return ran(spec, &in)
		}
		o := account(repaid)
		due := received + result(o, "cap_interest").N
		if diff := due - repaid - result(o, "still_owed").N + result(o, "overpaid").N; verdict(o,
			"balance") == "settled" && (diff > 100 || diff < -100) || verdict(o, "balance") != "settled" && diff != 0 {
			t.Fatalf("does not close by %d: %v", diff, o.Values)
		}
		if result(o, "cap_interest").N+result(o, "excess_cost").N != result(o, "agreed_cost").N {
			t.Fatalf("costs do not add up: %v", o.Values)
		}
		if result(account(repaid+1), "still_owed").N > result(o, "still_owed").N {
			t.Fatal("paying more leaves more to pay")
		}
	})
}

func TestAccount(t *testing.T) {
	loan := day(t, "2024-01-01")
	pays := []fact.Payment{{On: day(t, "2024-12-31"), Amount: fact.Yuan(3_000)},
		{On: day(t, "2025-12-31"), Amount: fact.Yuan(9_000)}}
	l, err := Account(fact.Yuan(10_000), loan, pays, []Step{{loan, 2400}}, day(t, "2026-12-31"))
	if err != nil {
		t.Fatal(err)
	}
	// 365 days at 24% on 10,000 = 2,400; 600 to principal. 365 days on 9,400 =
	// 2,256; 6,744 to principal. 365 days on 2,656 = 637.44.
	want := []Entry{
		{On: pays[0].On, Days: 365, Interest: 240_000, Paid: 300_000, ToInterest: 240_000, ToPrincipal: 60_000,
			Principal: 940_000},
		{On: pays[1].On, Days: 365, Interest: 225_600, Paid: 900_000, ToInterest: 225_600, ToPrincipal: 674_400,
			Principal: 265_600},
		{On: day(t, "2026-12-31"), Days: 365, Interest: 63_744, Principal: 265_600, Unpaid: 63_744},
	}
	for i, e := range want {
		if l.Entries[i] != e {
			t.Errorf("entry %d = %+v, want %+v", i, l.Entries[i], e)
		}
	}
	if l.Owed != 265_600+63_744 || l.Overpaid != 0 || l.Interest != 529_344 {
		t.Errorf("account = %+v", l)
	}
	// Unpaid interest bears none; what is too much is overpaid.
	l, err = Account(fact.Yuan(10_000), loan, []fact.Payment{{On: loan + 365, Amount: fact.Yuan(1_000)},
		{On: loan + 730, Amount: fact.Yuan(20_000)}}, []Step{{loan, 2400}}, loan+1000)
	if err != nil || l.Overpaid != fact.Yuan(21_000-14_800) || l.Owed != 0 || l.Interest != fact.Yuan(4_800) {
		t.Errorf("overpaid account = %+v, %v", l, err)
	}
}

// An old private loan: 24% to 2020-08-19, four times LPR since.
func TestAccountInSteps(t *testing.T) {
	loan, today := day(t, "2018-05-01"), day(t, reportDay)
	steps, err := Steps(tables{}, "private", loan, today)
	if err != nil || len(steps) != 2 || steps[1] != (Step{day(t, "2020-08-20"), 1200}) {
		t.Fatalf("Steps = %v, %v", steps, err)
	}
	l, err := Account(fact.Yuan(100_000), loan, nil, steps, today)
	if err != nil || l.Interest != 5_536_438+7_522_192 {
		t.Errorf("interest = %s, %v; want 130,586.30", l.Interest.Grouped(), err)
	}
	if one, err := Steps(tables{}, "local", loan, today); err != nil || len(one) != 1 || one[0].Rate != 2400 {
		t.Errorf("Steps of a microloan = %v, %v", one, err)
	}
}

func TestAccountRefuses(t *testing.T) {
	loan := day(t, "2024-01-01")
	one := []Step{{loan, 2400}}
	for name, try := range map[string]struct {
		received fact.Fen
		pays     []fact.Payment
		steps    []Step
		to       fact.Date
	}{
		"nothing received":      {0, nil, one, loan + 5},
		"account before loan":   {100, nil, one, loan - 1},
		"payment before loan":   {100, []fact.Payment{{On: loan - 1, Amount: 5}}, one, loan + 5},
		"payment after account": {100, []fact.Payment{{On: loan + 9, Amount: 5}}, one, loan + 5},
		"payments out of order": {100, []fact.Payment{{On: loan + 3, Amount: 5}, {On: loan + 2, Amount: 5}},
			one, loan + 5},
		"a payment of nothing":    {100, []fact.Payment{{On: loan + 3}}, one, loan + 5},
		"a payment the other way": {100, []fact.Payment{{On: loan + 3, Amount: -5}}, one, loan + 5},
		"no rate":                 {100, nil, nil, loan + 5},
	} {
		if l, err := Account(try.received, loan, try.pays, try.steps, try.to); err == nil {
			t.Errorf("%s: %+v, want an error", name, l)
		}
	}
}

// Nothing is lost or made in an account.
func TestAccountCloses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := fact.NewDate(2019, 1, 1)
		received := fact.Fen(rapid.Int64Range(1, 1e9).Draw(t, "received"))
		steps := []Step{{start, fact.Rate(rapid.Int64Range(0, 3600).Draw(t, "rate"))},
			{fact.NewDate(2020, 8, 20), fact.Rate(rapid.Int64Range(0, 3600).Draw(t, "later"))}}
		var pays []fact.Payment
		on := start
		for range rapid.IntRange(0, 8).Draw(t, "n") {
			on += fact.Date(rapid.IntRange(0, 400).Draw(t, "days"))
			pays = append(pays, fact.Payment{On: on, Amount: fact.Fen(rapid.Int64Range(1, 5e8).Draw(t, "amount"))})
		}
		l, err := Account(received, start, pays, steps, on+30)
		if err != nil {
			t.Fatal(err)
		}
		if l.Paid+l.Owed != received+l.Interest+l.Overpaid {
			t.Fatalf("paid %d + owed %d is not received %d + interest %d + overpaid %d", l.Paid, l.Owed, received,
				l.Interest, l.Overpaid)
		}
		if l.Overpaid > 0 && l.Principal > 0 && l.Entries[len(l.Entries)-1].Over > 0 || l.Principal < 0 ||
			l.Unpaid < 0 {
			t.Fatalf("account = %+v", l)
		}
	})
}

func ExampleAccount() {
	loan := fact.NewDate(2024, 1, 1)
	l, _ := Account(fact.Yuan(10_000), loan, []fact.Payment{{On: fact.NewDate(2024, 12, 31), Amount: fact.Yuan(3_000)}},
		[]Step{{loan, 1380}}, fact.NewDate(2025, 12, 31))
	fmt.Println(l.Formula.In(fact.ZH))
	// Output: 到账 10,000 元，按未还本金和各段上限计息共 2,536.44 元，先抵利息后抵本金；已还 3,000 元；到 2025年12月31日 还欠本金 8,380 元、利息 1,156.44 元，多还 0 元
}
