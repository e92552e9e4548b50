package calc

import (
	"math"
	"math/big"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// The real rate of a loan is the rate at which what was received equals what
// is to be paid, whatever the contract calls interest, fee or membership.
//
// A root is found by halving in float64, which may differ in the last bits
// from machine to machine. So the basis points are then confirmed in exact
// integers: the two neighbouring half points lie on either side of the root.

// A RealRate is the yearly cost of a loan.
type RealRate struct {
	// Nominal is 12 times the monthly rate, or for one payment the simple
	// rate over the days; courts compare caps with this one. Zero for
	// irregular flows, which have none.
	Nominal fact.Rate
	// Effective is (1+i)^12−1, or for irregular flows the yearly rate at which
	// they balance, each day counted as 1/365 of a year (as XIRR does).
	Effective fact.Rate
	// Regular tells that Nominal has a meaning.
	Regular bool
	// Beyond tells that Effective is above a million per cent and left out:
	// interest on interest of a seven-day loan over a year says nothing.
	Beyond  bool
	Formula Working

	exact *big.Rat // the nominal rate as a fraction (0.24 for 24%), unrounded
}

// The plan that pays back less than was received has no rate.
func neverRepays(received, sum fact.Fen) *Refusal {
	t := say(words.Working.NeverRepays(), sum, received)
	return refusal(t, fact.Text(words.Working.CheckPayments()))
}

func outOfRange() *Refusal {
	return refusal(fact.Text(words.Working.OutOfRange()),
		say(words.Working.InRange(), fact.MaxPeriods, fact.MaxDays))
}

var beyondRate = refusal(fact.Text(words.Working.RateTooHigh()),
	fact.Text(words.Working.CheckDays()))

var noStart = refusal(fact.Text(words.Working.NotMonthly()),
	fact.Text(words.Working.DateReceipt()))

// What the arithmetic is made for: a loan of a hundred years, and as many dated
// flows as there may be equal ones.
const (
	maxDays     = 36_500
	maxPayments = fact.MaxPeriods
)

// instalments are a plan's payments month by month, the first one month after
// the money arrived. Dated payments count as monthly where each follows the
// one before by 28 to 31 days.
func instalments(p *fact.Plan) (pays []fact.Fen, monthly bool) {
	switch {
	case p.Periods > 0:
		pays = make([]fact.Fen, p.Periods)
		for i := range pays {
			pays[i] = p.Each
		}
		return pays, true
	case len(p.Flow) < 2:
		return nil, false
	}
	for i, x := range p.Flow {
		if i > 0 && (x.On < p.Flow[i-1].On+28 || x.On > p.Flow[i-1].On+31) {
			return nil, false
		}
		pays = append(pays, x.Amount)
	}
	return pays, true
}

// computable reports whether a plan and what was received are within the limits
// of answers, which is what the arithmetic is made for.
func computable(received fact.Fen, p *fact.Plan) bool {
	return received > 0 && received <= fact.MaxMoney && p.Check() == nil
}

// PlanRate is the real rate of a loan of which received arrived and that is
// repaid by plan: equal or dated monthly payments from one month after the
// money arrived, or one payment (rulebook A1-08). The error is a *[Refusal]
// where the plan never repays what arrived.
func PlanRate(received fact.Fen, plan fact.Plan) (RealRate, error) {
	if !computable(received, &plan) {
		return RealRate{}, outOfRange()
	}
	if sum := plan.Sum(); sum < received {
		return RealRate{}, neverRepays(received, sum)
	}
	if plan.Days > 0 {
		return onceRate(received, plan.Total, plan.Days)
	}
	pays, monthly := instalments(&plan)
	if !monthly {
		return RealRate{}, noStart
	}
	r, err := monthlyRate(received, pays)
	if err != nil {
		return RealRate{}, err
	}
	shown := r
	r.Formula = func() fact.Text {
		if plan.Periods == 0 {
			return shown.monthly(say(words.Working.Payments(), received, len(pays)))
		}
		return shown.monthly(say(words.Working.EqualPayments(), received, plan.Each, plan.Periods))
	}
	return r, nil
}

// monthly is the working of monthly payments; left says what equals what.
func (r *RealRate) monthly(left fact.Text) fact.Text {
	month := new(big.Rat).Quo(r.exact, big.NewRat(12, 1))
	i := month.Mul(month, big.NewRat(100, 1)).FloatString(4) + "%"
	return joined(left,
		say(words.Working.MonthlyRate(), i),
		say(words.Working.Nominal(), r.Nominal),
		when(!r.Beyond, say(words.Working.Effective(), r.Effective)))
}

// onceRate is the rate of one payment: the cost over the days, times 365.
func onceRate(received, due fact.Fen, days int) (RealRate, error) {
	n, _ := onceNominal(received, due, days)
	if n > fact.MaxRate {
		return RealRate{}, beyondRate
	}
	r := RealRate{Nominal: n, Regular: true, exact: onceExact(received, due, days)}
	r.Effective, r.Beyond = onceEffective(received, due, days)
	shown := r
	r.Formula = func() fact.Text {
		return joined(say(words.Working.OnePayment(), due, received, received, days, shown.Nominal),
			when(!shown.Beyond, say(words.Working.Compounded(), shown.Effective)))
	}
	return r, nil
}

func onceExact(received, due fact.Fen, days int) *big.Rat {
	r := big.NewRat(int64(due-received), int64(received))
	return r.Mul(r, big.NewRat(yearDays, int64(days)))
}

// onceNominal is the rate of one payment in basis points, rounded half up (or
// what is certainly above the most a rate may be), and how the unrounded rate
// compares with num/den.
func onceNominal(received, due fact.Fen, days int) (fact.Rate, func(num, den int64) int) {
	compare := func(num, den int64) int {
		return product(int64(due-received), yearDays, den).compare(product(int64(received), int64(days), num))
	}
	guess := float64(due-received) * yearDays * whole / (float64(received) * float64(days))
	if guess > float64(2*fact.MaxRate) {
		return 2 * fact.MaxRate, compare // beyond anything, and perhaps beyond an int64
	}
	return confirmed(int64(guess), compare), compare
}

// onceEffective is (due/received)^(365/days)−1, or beyond a million per cent.
func onceEffective(received, due fact.Fen, days int) (e fact.Rate, beyond bool) {
	if guess := math.Pow(float64(due)/float64(received),
		yearDays/float64(days)); guess*whole > float64(fact.MaxRate)*1.01 {
		return 0, true
	}
	u := discount(received, []fact.Fen{due}, []int{days}, 0)
	return yearly(u, yearDays)
}

// monthlyRate is the rate of monthly payments.
func monthlyRate(received fact.Fen, pays []fact.Fen) (RealRate, error) {
	n, refusal := monthlyNominal(received, pays)
	if refusal != nil {
		return RealRate{}, refusal
	}
	guess := float64(n) / (12 * whole)
	r := RealRate{Nominal: n, Regular: true}
	at := make([]int, len(pays))
	for k := range at {
		at[k] = k + 1
	}
	u := discount(received, pays, at, 1/(1+guess))
	month := new(big.Float).SetPrec(precision).Quo(one(), u)
	month.Sub(month, one())
	if month.Sign() < 0 { // a rate of nothing, seen through the last bit
		month.SetInt64(0)
	}
	exact, _ := month.Rat(nil)
	r.exact = exact.Mul(exact, big.NewRat(12, 1))
	r.Effective, r.Beyond = yearly(u, 12)
	return r, nil
}

// monthlyNominal is twelve times the monthly rate, to the nearest basis point:
// a float64 guess, settled by comparing with its neighbours in exact integers.
func monthlyNominal(received fact.Fen, pays []fact.Fen) (fact.Rate, *Refusal) {
	guess := halve(1e-8, func(i float64) float64 { return worth(pays, i) - float64(received) })
	if guess*12*whole > float64(fact.MaxRate) {
		return 0, beyondRate
	}
	return confirmed(int64(math.Round(guess*12*whole)), yearlyAbove(received, pays)), nil
}

// yearlyAbove compares twelve times the real monthly rate with num/den.
func yearlyAbove(received fact.Fen, pays []fact.Fen) func(num, den int64) int {
	return func(num, den int64) int { return above(received, pays, num, 12*den) }
}

// confirmed is a nominal rate in basis points, rounded half up, found from a
// guess nearby; compare sets the unrounded rate against num/den, exactly.
func confirmed(n int64, compare func(num, den int64) int) fact.Rate {
	for compare(2*n+1, 2*whole) >= 0 { // the rate is at least n and a half points
		n++
	}
	for n > 0 && compare(2*n-1, 2*whole) < 0 { // it is under n less half a point
		n--
	}
	return fact.Rate(n)
}

// rateLines are the yearly rates that rate_level tells apart: the line of
// 法发〔2017〕22 号 and of the old 民间借贷规定, and that of the 2019 opinion on
// illegal lending.
type rateLines struct{ low, high fact.Rate }

// level is where a rate stands; compare sets it, unrounded, against num/den.
func (l rateLines) level(compare func(num, den int64) int) string {
	switch {
	case compare(int64(l.low), whole) <= 0:
		return "to24"
	case compare(int64(l.high), whole) <= 0:
		return "to36"
	}
	return "above36"
}

// worth is what monthly payments are worth today at a rate a month.
func worth(pays []fact.Fen, i float64) float64 {
	v := 0.0
	for k := len(pays) - 1; k >= 0; k-- {
		v = (v + float64(pays[k])) / (1 + i)
	}
	return v
}

// halve finds where a falling function crosses zero, looking from 0 up to
// rates no loan has; within is how near is near enough.
func halve(within float64, f func(float64) float64) float64 {
	low, high := 0.0, 1.0
	for f(high) > 0 && high < 1e6 {
		low, high = high, high*2
	}
	for range 200 {
		mid := (low + high) / 2
		if mid == low || mid == high || high-low < within {
			break
		}
		if f(mid) > 0 {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// above compares the real monthly rate of payments with the rate num/den:
// positive where the real rate is above it. It is exact: what float64 cannot
// tell is settled in integers.
//
// Σ pay/(1+i)^k > received, with 1+i = q/p and all multiplied by q^n, is
// Σ pay·p^k·q^(n−k) > received·q^n.
func above(received fact.Fen, pays []fact.Fen, num, den int64) int {
	v, off := roughWorth(pays, num, den)
	switch diff := v - float64(received); {
	case diff > off:
		return 1
	case diff < -off:
		return -1
	}
	sum, qn := scaledWorth(pays, num, den)
	return sum.Cmp(qn.Mul(qn, big.NewInt(int64(received))))
}

// roughWorth is what payments are worth at the monthly rate num/den, and by how
// much that may be off at most.
//
// Every payment is positive, so nothing cancels: a payment read, the divisor
// and each of the two operations a month are off by at most one part in 2^52,
// that is under eight parts a month and a few at the start. Twice that is
// allowed for.
func roughWorth(pays []fact.Fen, num, den int64) (v, off float64) {
	v = worth(pays, float64(num)/float64(den))
	return v, v * float64(16*len(pays)+16) / (1 << 52)
}

// scaledWorth is Σ pay/(1+i)^k as the fraction sum/qn, for i = num/den.
func scaledWorth(pays []fact.Fen, num, den int64) (sum, qn *big.Int) {
	p, q := big.NewInt(den), big.NewInt(den+num)
	sum, qn = new(big.Int), big.NewInt(1)
	pk, term := big.NewInt(1), new(big.Int)
	for _, pay := range pays {
		pk.Mul(pk, p)
		qn.Mul(qn, q)
		sum.Mul(sum, q)
		sum.Add(sum, term.Mul(pk, big.NewInt(int64(pay))))
	}
	return sum, qn
}

// precision in bits of the roots that are no fractions. math/big rounds the
// same way on every machine.
const precision = 128

func one() *big.Float { return new(big.Float).SetPrec(precision).SetInt64(1) }

func number(n int64) *big.Float { return new(big.Float).SetPrec(precision).SetInt64(n) }

func power(x *big.Float, n int) *big.Float {
	y, x := one(), new(big.Float).Copy(x)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			y.Mul(y, x)
		}
		x.Mul(x, x)
	}
	return y
}

// discount is the factor u for one step of time (a month, a day) at which
// Σ pay·u^step equals received: Newton's steps in high precision from a
// float64 guess. The sum rises and is convex in u, so the steps converge.
// near is a guess at it, or 0.
func discount(received fact.Fen, pays []fact.Fen, at []int, near float64) *big.Float {
	if near == 0 {
		guess := halve(0, func(i float64) float64 {
			v := -float64(received)
			for k, pay := range pays {
				v += float64(pay) * math.Exp(-float64(at[k])*i)
			}
			return v
		})
		near = math.Exp(-guess)
	}
	u := new(big.Float).SetPrec(precision).SetFloat64(near)
	// Each step doubles the good digits: from the dozen bits of a rate known to
	// a basis point four reach the precision; two more are for poor guesses.
	for range 6 {
		f, slope := number(-int64(received)), number(0) // slope is u times the slope
		v, last := one(), 0
		for k, pay := range pays {
			if d := at[k] - last; d == 1 {
				v.Mul(v, u)
			} else {
				v.Mul(v, power(u, d))
			}
			last = at[k]
			paid := number(int64(pay))
			f.Add(f, paid.Mul(paid, v))
			slope.Add(slope, paid.Mul(paid, number(int64(at[k]))))
		}
		if slope.Sign() == 0 {
			break
		}
		u.Sub(u, f.Quo(f.Mul(f, u), slope))
	}
	return u
}

// yearly is u^−steps−1 in basis points, rounded half up.
func yearly(u *big.Float, steps int) (e fact.Rate, beyond bool) {
	r := new(big.Float).SetPrec(precision).Quo(one(), power(u, steps))
	r.Sub(r, one())
	r.Mul(r, number(whole))
	r.Add(r, big.NewFloat(0.5))
	n, acc := r.Int64()
	if fact.Rate(n) > fact.MaxRate || acc == big.Below && n == math.MaxInt64 {
		return 0, true
	}
	return fact.Rate(max(n, 0)), false
}

// FlowRate is the real rate of dated flows: what the borrower received is
// negative, what the borrower paid positive, in order of date. Effective is
// the yearly rate at which both balance, with time counted in days over 365
// (the XIRR convention). Nominal stands where there is one receipt and either
// one payment or payments on the days of the month of the receipt. Errors are
// *[Refusal].
func FlowRate(flows []fact.Payment) (RealRate, error) {
	start, at, pays, in, out, err := readFlows(flows)
	if err != nil {
		return RealRate{}, err
	}
	if out < in {
		return RealRate{}, neverRepays(in, out)
	}
	if len(flows) == 2 {
		return onceRate(in, out, at[1])
	}
	if monthly, ok := anniversaries(flows); ok {
		r, err := monthlyRate(in, monthly)
		if err == nil {
			shown := r
			r.Formula = func() fact.Text {
				return shown.monthly(say(words.Working.DatedPayments(), in, len(monthly)))
			}
		}
		return r, err
	}
	u := discount(0, pays, at, 0)
	r := RealRate{}
	if r.Effective, r.Beyond = yearly(u, yearDays); r.Beyond {
		return RealRate{}, beyondRate
	}
	effective := r.Effective
	r.Formula = func() fact.Text {
		return say(words.Working.DatedFlow(), in, out, start, effective)
	}
	return r, nil
}

// readFlows turns dated flows into days since the first, and checks that the
// rate they have is the only one: all receipts before all payments.
func readFlows(flows []fact.Payment) (start fact.Date, at []int, pays []fact.Fen, in, out fact.Fen, err error) {
	if len(flows) == 0 || len(flows) > maxPayments || flows[0].Amount >= 0 {
		return 0, nil, nil, 0, 0, refuse(words.Working.ReceiptFirst())
	}
	start = flows[0].On
	for i, x := range flows {
		switch {
		case x.Amount > fact.MaxMoney || x.Amount < -fact.MaxMoney || x.On-start > maxDays:
			err = outOfRange()
		case x.Amount == 0:
			err = refuse(words.Working.ZeroAmount())
		case i > 0 && x.On < flows[i-1].On:
			err = refuse(words.Working.FlowsInOrder())
		case x.Amount < 0 && out > 0:
			err = refuse(words.Working.SecondReceipt())
		case x.Amount > 0 && x.On == start:
			err = refuse(words.Working.PaidOnReceipt())
		}
		if err != nil {
			return 0, nil, nil, 0, 0, err
		}
		if x.Amount < 0 {
			in -= x.Amount
		} else {
			out += x.Amount
		}
		at, pays = append(at, int(x.On-start)), append(pays, x.Amount)
	}
	if out == 0 {
		err = refuse(words.Working.NoPayment())
	}
	return start, at, pays, in, out, err
}

// anniversaries are the payments by months since the one receipt, where all
// fall on its day of the month.
func anniversaries(flows []fact.Payment) (pays []fact.Fen, ok bool) {
	start := flows[0].On
	for _, x := range flows[1:] {
		for start.AddMonths(len(pays)) < x.On && len(pays) <= maxPayments {
			pays = append(pays, 0)
		}
		if x.Amount < 0 || len(pays) == 0 || len(pays) > maxPayments || start.AddMonths(len(pays)) != x.On {
			return nil, false
		}
		pays[len(pays)-1] += x.Amount
	}
	return pays, true
}

// aboveLine compares the unrounded real rate with a line.
func (r RealRate) aboveLine(line fact.Rate) bool {
	return r.exact.Cmp(big.NewRat(int64(line), whole)) > 0
}

var realRate = Spec{
	Name:  "real_rate",
	Takes: []Param{{Name: "received", Kind: fact.Money}, {Name: "plan", Kind: fact.Schedule}},
	Uses:  []string{"licensed_cap", "criminal_rate_line"},
	Gives: []Param{
		{Name: "real_rate", Kind: fact.Percent},
		{Name: "rate_level", Kind: fact.Choice, Options: []string{"to24", "to36", "above36"}},
		{Name: "plan_sum", Kind: fact.Money},
		{Name: "plan_check", Kind: fact.Choice, Options: []string{"repays", "short"}},
	},
	run: runRealRate,
}

func runRealRate(in *In, out *Out) {
	received, plan := in.money("received"), in.plan("plan")
	if !in.known("received", "plan") || !computable(received, plan) {
		return
	}
	law := laws{t: in.Tables, on: in.Today}
	lines := rateLines{fact.Rate(law.number("licensed_cap")), fact.Rate(law.number("criminal_rate_line"))}
	if law.missing {
		return
	}
	sum := plan.Sum()
	out.money("plan_sum", sum)
	if sum < received {
		out.choose("plan_check", "short")
		out.Working = func() fact.Text { return neverRepays(received, sum).What }
		return
	}
	out.choose("plan_check", "repays")
	n, compare, refusal := nominal(received, plan)
	switch refusal {
	case nil:
		out.rate("real_rate", n)
		out.choose("rate_level", lines.level(compare))
		out.Working = func() fact.Text {
			r, _ := PlanRate(received, *plan)
			return r.Formula.Text()
		}
	case beyondRate:
		out.choose("rate_level", "above36")
		fallthrough
	default:
		out.Working = func() fact.Text { return refusal.What }
	}
}

// nominal is the nominal rate of a plan that pays back what arrived, and how
// its unrounded rate compares with num/den: what is needed at every answer,
// without the exact root and the working, which are wanted only when shown.
func nominal(received fact.Fen, plan *fact.Plan) (n fact.Rate, compare func(num, den int64) int, refusal *Refusal) {
	if plan.Days > 0 {
		n, compare := onceNominal(received, plan.Total, plan.Days)
		if n > fact.MaxRate {
			return 0, nil, beyondRate
		}
		return n, compare, nil
	}
	pays, monthly := instalments(plan)
	if !monthly {
		return 0, nil, noStart
	}
	n, refusal = monthlyNominal(received, pays)
	return n, yearlyAbove(received, pays), refusal
}

var paidCheck = Spec{
	Name:  "paid_check",
	Takes: []Param{{Name: "plan", Kind: fact.Schedule}, {Name: "repaid", Kind: fact.Money}},
	Gives: []Param{
		{Name: "plan_due", Kind: fact.Money},
		{Name: "paid_check", Kind: fact.Choice, Options: []string{"less", "all"}},
	},
	run: func(in *In, out *Out) {
		plan := in.plan("plan")
		if !in.known("plan", "repaid") || !computable(1, plan) {
			return
		}
		due, repaid := plan.Sum(), in.money("repaid")
		verdict, sign := "less", "<"
		if repaid >= due {
			verdict, sign = "all", "≥"
		}
		out.money("plan_due", due)
		out.choose("paid_check", verdict)
		out.Working = func() fact.Text {
			return say(words.Working.PaidOfPlan(), repaid, sign, due)
		}
	},
}

var cut = Spec{
	Name:  "cut",
	Takes: []Param{{Name: "amount", Kind: fact.Money}, {Name: "received", Kind: fact.Money}},
	Gives: []Param{
		{Name: "cut", Kind: fact.Money},
		{Name: "cut_found", Kind: fact.Choice, Options: []string{"short", "full", "more"}},
	},
	run: func(in *In, out *Out) {
		if !in.known("amount", "received") {
			return
		}
		amount, received := in.money("amount"), in.money("received")
		verdict := "full"
		switch {
		case received < amount:
			verdict = "short"
		case received > amount:
			verdict = "more"
		}
		out.money("cut", max(0, amount-received))
		out.choose("cut_found", verdict)
		out.Working = func() fact.Text {
			return say(words.Working.ShortPaid(), amount, received, amount-received)
		}
	},
}
