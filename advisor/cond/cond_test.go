package cond

import (
	"strings"
	"testing"

	"wangdai/advisor/fact"
)

// world is a small set of facts to write conditions about.
type world map[string]Name

func (w world) Lookup(id string) (Name, bool) { n, ok := w[id]; return n, ok }
func (w world) All() []string {
	var out []string
	for id := range w {
		out = append(out, id)
	}
	return out
}

const (
	lender = iota
	conduct
	breach
	since
	paid
	real
)

var facts = world{
	"lender": {Index: lender, Kind: fact.Choice, Label: "放贷人", Options: []string{"bank", "microloan", "friend"},
		Unasked: -1},
	"conduct": {Index: conduct, Kind: fact.Several, Label: "催收行为", Options: []string{"none", "night", "threats"},
		Unasked: -1},
	"breach":    {Index: breach, Kind: fact.YesNo, Label: "泄露", Options: nil, Unasked: -1},
	"since":     {Index: since, Kind: fact.Day, Label: "成立日", Unasked: -1},
	"paid_in":   {Index: paid, Kind: fact.Money, Label: "转入总额", Unasked: -1},
	"real_rate": {Index: real, Kind: fact.Percent, Label: "真实年化", Unasked: -1, Calculated: true},
}

func values(v map[int]fact.Value) []fact.Value {
	out := make([]fact.Value, 6)
	for i, x := range v {
		out[i] = x
	}
	return out
}

func TestEval(t *testing.T) {
	d := func(s string) fact.Value { x, _ := fact.ISODate(s); return fact.OfDate(x) }
	for _, tt := range []struct {
		src  string
		v    map[int]fact.Value
		want Truth
		why  string
	}{
		{"lender == bank", map[int]fact.Value{lender: fact.Of(0)}, True, "lender"},
		{"lender != bank", map[int]fact.Value{lender: fact.Of(0)}, False, "lender"},
		{"lender in [bank, friend]", map[int]fact.Value{lender: fact.Of(2)}, True, "lender"},
		{"lender == bank", map[int]fact.Value{lender: fact.NotSure()}, Maybe, "lender"},
		{"lender == unknown", map[int]fact.Value{lender: fact.NotSure()}, True, "lender"},
		{"lender == unknown", map[int]fact.Value{lender: fact.Of(1)}, False, "lender"},
		{"lender in [friend, unknown]", map[int]fact.Value{lender: fact.NotSure()}, True, "lender"},
		{"lender == bank", nil, False, "lender"}, // never asked: a positive statement is false
		{"since < 2020-08-20", nil, False, "since"},
		{"since < 2020-08-20", map[int]fact.Value{since: d("2020-08-19")}, True, "since"},
		{"since < 2020-08-20", map[int]fact.Value{since: d("2020-08-20")}, False, "since"},
		{"paid_in > 50000元", map[int]fact.Value{paid: fact.Of(5000000)}, False, "paid"},
		{"paid_in >= 50000元", map[int]fact.Value{paid: fact.Of(5000000)}, True, "paid"},
		{"night in conduct and not (threats in conduct)", map[int]fact.Value{conduct: fact.Of(2)}, True, "conduct"},
		{"breach and lender == bank", map[int]fact.Value{lender: fact.Of(1), breach: fact.NotSure()}, False, "lender"},
		{"breach or lender == bank", map[int]fact.Value{lender: fact.Of(0), breach: fact.NotSure()}, True, "lender"},
		{"breach and lender == bank", map[int]fact.Value{lender: fact.Of(0), breach: fact.NotSure()}, Maybe,
			"breach lender"},
		{"breach == no", map[int]fact.Value{breach: fact.Of(0)}, True, "breach"},
	} {
		e, faults := Parse(tt.src, facts)
		if len(faults) > 0 {
			t.Errorf("%s: %v", tt.src, faults[0])
			continue
		}
		got, why := e.Eval(values(tt.v), nil)
		names := map[uint16]string{lender: "lender", conduct: "conduct", breach: "breach", since: "since", paid: "paid"}
		var ws []string
		for _, f := range why {
			if n := names[f]; !strings.Contains(strings.Join(ws, " "), n) {
				ws = append(ws, n)
			}
		}
		if got != tt.want || strings.Join(ws, " ") != tt.why {
			t.Errorf("%s over %v = %v because of %v; want %v because of %s", tt.src, tt.v, got, ws, tt.want, tt.why)
		}
	}
}

// What people type wrongly gets its own words, at its own place.
func TestParseFaults(t *testing.T) {
	for _, tt := range []struct {
		src, what string
		col       int
	}{
		{"lendr == bank", "没有名为 lendr 的事实", 0},
		{"lender == bnak", "没有选项 bnak", 10},
		{"lender = bank", "只有一个等号", 7},
		{"lender == bank 并且 breach", "写了「并且」", 15},
		{"lender == “bank”", "中文引号", 10},
		{"lender == \"bank\"", "条件里有引号", 10},
		{"paid_in > 50000", "单位不对", 10},
		{"paid_in > 5%", "单位不对", 10},
		{"since >= 2020-02-30", "没有 2020-02-30 这一天", 9},
		{"real_rate > 24%", "算出来的数", 0},
		{"conduct == night", "多选题", 0},
		{"night in lender", "不是多选题", 0},
		{"lender", "不能单独当条件", 0},
		{"breach ? lender == bank : breach", "不能写“?”", 7},
		{"len(conduct) > 1", "不能写“len(”", 0},
		{"lender == since", "两个事实不能互相比较", 0},
		{"lender ＝= bank", "全角符号", 7},
		{"lender in [bank、friend]", "“、”", 15},
		{"(lender == bank", "圆括号没有收尾", 15},
		{"lender in [bank friend]", "方括号没有收尾", 16},
		{"lender == bank breach", "“breach”前面缺", 15},
		{"breach and", "末尾还缺一部分", 10},
		{"breach and or breach", "“or”前面缺一部分", 11},
		{"lender !in [bank]", "“not”前面缺", 7},
		{"not lender == bank", "左边要写事实名", 0},
		{strings.Repeat("(", 300) + "breach", "层次太多", 200},
		{"", "空的", 0},
	} {
		_, faults := Parse(tt.src, facts)
		if len(faults) == 0 {
			t.Errorf("%q is taken", tt.src)
			continue
		}
		if f := faults[0]; !strings.Contains(f.What.ZH, tt.what) || f.Col != tt.col {
			t.Errorf("%q: %q at %d; want %q at %d", tt.src, f.What.ZH, f.Col, tt.what, tt.col)
		}
		for _, f := range faults {
			if f.What.EN == "" || f.Fix.ZH == "" || f.Fix.EN == "" {
				t.Errorf("%q: message incomplete: %+v", tt.src, f)
			}
		}
	}
}

// All faults of one condition are told together.
func TestParseTellsAllFaults(t *testing.T) {
	_, faults := Parse("lender == bnak and brech and paid_in > 3", facts)
	if len(faults) != 3 {
		t.Errorf("%d faults, want 3", len(faults))
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"lender == bank", "not (night in conduct) or since >= 2020-08-20 and paid_in > 5.5元",
		"lender in [bank, unknown]", "((((", "a?b:c", "all(1..3, # > 0)", "since > 99999999", "lender == ",
		"x in [1,2]", "paid_in > 1e309元"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, faults := Parse(s, facts)
		if (e == nil) == (len(faults) == 0) {
			t.Fatalf("%q: tree %v, faults %v", s, e, faults)
		}
		if e != nil {
			e.Eval(values(nil), nil) // must not panic on anything that was taken
			e.Eval(values(map[int]fact.Value{0: fact.Of(0), 1: fact.Of(3), 2: fact.NotSure()}), nil)
		}
	})
}
