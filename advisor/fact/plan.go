package fact

import (
	"regexp"
	"strconv"
	"strings"

	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// moneyForm is an amount within a plan.
const moneyForm = `((?:¥|cny|rmb)?[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:万亿|亿|万|w|千|k|百)?(?:元整|元|块钱|块|yuan)?)`

// planShapes are the ways to write a plan of equal payments or of one payment;
// they see the squeezed text. count and money tell which group is which.
var planShapes = []struct {
	re           func() *regexp.Regexp
	count, money int
	once         bool
}{
	{shape(`([0-9]+)(?:期|个月)?[x*]` + moneyForm), 1, 2, false},
	{shape(moneyForm + `[x*]([0-9]+)(?:期|个月)?`), 2, 1, false}, // 500元x12: an amount that is marked, see twoWays
	{shape(`(?:一共|共|分)?([0-9]+)(?:期|个月)[,;、:。]?(?:每期|每个月|每月|各)(?:还款|还)?` + moneyForm), 1, 2, false},
	{shape(`(?:每期|每个月|每月)(?:还款|还)?` + moneyForm + `[,;、:。]?(?:一共|共|分|还)?([0-9]+)(?:期|个月)`),
		2, 1, false},
	{shape(`([0-9]+)(?:monthlypayments?|payments?|instal?lments?|months?)(?:of|at|x|:)?` + moneyForm + `(?:each)?`),
		1, 2, false},
	{shape(`([0-9]+)(?:天|日|days?|d)(?:以后|之后|后|内|later)?[,;、:。]?(?:一次)?` +
		`(?:应|要|共)?(?:还款|还|repay|pay)?:?` + moneyForm),
		1, 2, true},
	{shape(moneyForm + `(?:inonepayment)?(?:after|in)([0-9]+)days?`), 2, 1, true},
}

// shape is a whole plan.
func shape(re string) func() *regexp.Regexp { return lazy.Regexp(`^` + re + `$`) }

// ReadPlan reads how a loan is to be repaid: equal monthly payments (12x1000,
// 500元x12, 12期每期1000, 每月1000共12期), one payment (7天还2000, 2000 after 7
// days), or dated payments (2025-02-01:1000,2025-03-01:1000, or one a line with
// 第1期 before it), from early to late. What can be meant two ways (500x12) is
// refused, and so is what passes the limits; errors are *[ReadError].
func ReadPlan(s string) (Plan, error) {
	list, err := readEntries(Schedule, s)
	if err != nil {
		return Plan{}, err
	}
	if len(list) > 0 {
		flow, err := payments(s, list)
		if err != nil {
			return Plan{}, err
		}
		return checked(s, Plan{Flow: flow})
	}
	t := squeeze(s)
	if err := twoWays(s, t); err != nil {
		return Plan{}, err
	}
	for _, x := range planShapes {
		m := x.re().FindStringSubmatch(t)
		if m == nil {
			continue
		}
		money, err := ReadMoney(m[x.money])
		if err != nil {
			return Plan{}, planError(s, err)
		}
		n, err := strconv.Atoi(m[x.count])
		if err != nil {
			n = -1 // too many digits: out of range
		}
		if x.once {
			return checked(s, Plan{Days: n, Total: money})
		}
		return checked(s, Plan{Periods: n, Each: money})
	}
	if below(t) {
		return Plan{}, refuse(Schedule, s, negative)
	}
	return Plan{}, refuse(Schedule, s, junk)
}

// payments are dated entries as payments.
func payments(input string, list []Entry) ([]Payment, error) {
	flow := make([]Payment, len(list))
	for i, x := range list {
		amount, err := ReadMoney(strings.TrimLeft(x.Text, "还 "))
		if err != nil {
			return nil, planError(input, err)
		}
		flow[i] = Payment{On: x.On, Amount: amount}
	}
	return flow, nil
}

// checked is a plan within the limits.
func checked(input string, p Plan) (Plan, error) {
	if err := p.Check(); err != nil {
		return Plan{}, planError(input, err)
	}
	return p, nil
}

// planError tells a fault inside a plan as a fault of the plan.
func planError(input string, err error) error {
	e := &ReadError{Kind: Schedule, Input: input, Notice: Notice{Fix: howToWrite(Schedule)}}
	if n, ok := NoticeIn(err); ok {
		e.What = n.What
	}
	return e
}

var bareProduct = shape(`([0-9]+)[x*]([0-9]+)`)

// swapped is the plan that a product of two bare numbers may mean as well as
// the one it spells: people write 500x12 for twelve payments of 500.
func swapped(t string) (written, meant Plan, ok bool) {
	m := bareProduct().FindStringSubmatch(t)
	if m == nil {
		return Plan{}, Plan{}, false
	}
	a, err := strconv.Atoi(m[1])
	b, err2 := strconv.Atoi(m[2])
	if err != nil || err2 != nil || a <= b || Fen(a) > MaxMoney/100 {
		return Plan{}, Plan{}, false
	}
	written, meant = Plan{Periods: a, Each: Yuan(int64(b))}, Plan{Periods: b, Each: Yuan(int64(a))}
	return written, meant, meant.Check() == nil
}

// twoWays refuses what can be meant two ways, and says how to write each.
func twoWays(input, t string) error {
	written, meant, ok := swapped(t)
	if !ok {
		return nil
	}
	e := &ReadError{Kind: Schedule, Input: input}
	if err := written.Check(); err != nil { // only the other one is possible
		n, _ := NoticeIn(err)
		e.Notice = Notice{What: n.What, Fix: Text(words.Reading.CountFirst(both(&meant), meant.String()))}
		return e
	}
	e.Notice = NoticeOf(words.Reading.TwoWays(Shown(input), both(&written), both(&meant), written.String(),
		meant.String()))
	return e
}

// both is the plan in words of either language.
func both(p *Plan) words.Pair { return words.Pair{ZH: p.In(ZH), EN: p.In(EN)} }

// ReadFlow reads what came and went, each on its day: what arrived as it is,
// what was paid back with a minus, from early to late. In the result, as in a
// plan, what was paid is positive and what arrived negative. Errors are
// *[ReadError].
func ReadFlow(s string) ([]Payment, error) {
	list, err := readEntries(Schedule, s)
	if err == nil && len(list) == 0 {
		err = refuse(Schedule, s, junk)
	}
	signs := make([]Fen, len(list))
	for i := range list {
		rest, paid := strings.CutPrefix(list[i].Text, "-")
		if signs[i] = -1; paid {
			signs[i] = 1
		} else {
			rest = strings.TrimPrefix(rest, "+")
		}
		list[i].Text = rest
	}
	var flow []Payment
	if err == nil {
		flow, err = payments(s, list)
	}
	if err == nil {
		_, err = checked(s, Plan{Flow: flow})
	}
	if err != nil {
		n, _ := NoticeIn(err)
		return nil, &ReadError{Kind: Schedule, Input: s,
			Notice: Notice{What: n.What, Fix: Text(words.Reading.WriteFlow())}}
	}
	for i := range flow {
		flow[i].Amount *= signs[i]
	}
	return flow, nil
}
