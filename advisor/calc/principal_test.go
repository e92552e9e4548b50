package calc

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"wangdai/advisor/fact"
)

func TestNetClaim(t *testing.T) {
	for _, tt := range []struct{ paid, back, want string }{
		{"150000", "48000", "net_claim=102,000 net_gain=0 net=loss"},
		{"100000", "130000", "net_claim=0 net_gain=30,000 net=no_loss"},
		{"100000", "100000", "net_claim=0 net_gain=0 net=no_loss"},
		{"0", "0", "net=no_loss"},
		{"100000.01", "100000", "net_claim=0.01 net=loss"},
		{"?", "0", "net=-"},
	} {
		check(t, "net_claim", in{"paid_in": tt.paid, "cash_back": tt.back}, tt.want)
	}
}

func TestNetCivil(t *testing.T) {
	for _, tt := range []struct{ paid, back, interest, want string }{
		{"150000", "48000", "18000", "civil_principal=120,000 civil_state=owed"},
		{"100000", "130000", "30000", "civil_principal=0 civil_state=settled"},
		{"10000", "4000", "5000", "civil_principal=- civil_state=odd"},
		{"6000", "0", "0", "civil_principal=6,000 civil_state=owed"},
		{"500000", "0", "0", "civil_principal=500,000 civil_state=owed"},
	} {
		check(t, "net_civil", in{"paid_in": tt.paid, "cash_back": tt.back, "interest_back": tt.interest}, tt.want)
	}
}

func TestPrincipal(t *testing.T) {
	p := Principal(fact.Yuan(150_000), fact.Yuan(30_000), fact.Yuan(18_000))
	if p.Criminal != fact.Yuan(102_000) || p.Gain != 0 || p.Civil != fact.Yuan(120_000) ||
		!strings.Contains(p.Formula.Text().ZH, "不能相加") {
		t.Errorf("Principal = %+v", p)
	}
	share, err := fact.ReadShare("18.42915%")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := Expected(p.Criminal, share); got != 1_879_773 {
		t.Errorf("expected %s, want 18,797.73", got.Grouped())
	}
	if got, _ := Expected(fact.MaxMoney, 1e9); got != fact.MaxMoney {
		t.Errorf("all of the largest sum = %s", got.Grouped())
	}
}

// Loss and gain exclude one another and always make up the difference.
func TestPrincipalCloses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) fact.Fen { return fact.Fen(rapid.Int64Range(0, 1e12).Draw(t, name)) }
		paid, back, rebate := draw("paid"), draw("back"), draw("rebate")
		p := Principal(paid, back, rebate)
		if p.Criminal-p.Gain != paid-back-rebate || p.Criminal != 0 && p.Gain != 0 || p.Civil < p.Criminal {
			t.Fatalf("%+v of %d, %d, %d", p, paid, back, rebate)
		}
		interest := min(draw("interest"), back)
		if left, _, ok := CivilPrincipal(paid, back, interest); !ok || left < p.Civil {
			t.Fatalf("with interest %d the civil principal is %d, without %d", interest, left, p.Civil)
		}
	})
}

func ExamplePrincipal() {
	fmt.Println(Principal(fact.Yuan(100_000), fact.Yuan(130_000), 0).Formula.In(fact.EN))
	// Output: net amount = paid in CNY 100,000 − received CNY 130,000 − rewards CNY 0 = -CNY 30,000 (criminal basis: interest and rewards are set off; reinvested earnings are not received, bonuses not paid in); no net loss; a net gain of CNY 30,000 may be reclaimed; the criminal and the civil basis must not be added
}
