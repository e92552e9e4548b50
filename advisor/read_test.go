package advisor_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"wangdai/advisor"
	"wangdai/advisor/code"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load"
)

var readDay = fact.NewDate(2026, 11, 25)

// answered is what a file says of one question.
func answered(b *advisor.Base, id, file string) (fact.Value, error) {
	var doc yaml.Node
	if err := yaml.Load([]byte(file), &doc); err != nil {
		return fact.Value{}, err
	}
	raw, _ := load.Plain(&doc, func(*yaml.Node, fact.Notice) {}).(map[string]any)
	a, errs := b.DecodeAnswers(raw, readDay)
	if len(errs) > 0 {
		return fact.Value{}, errs[0]
	}
	return a[id], nil
}

func said(err error) fact.Notice {
	n, _ := fact.NoticeIn(err)
	return n
}

// The inputs of bug reports and reviews, as they are typed and as they stand
// in a file, unquoted: the same answer, or the same words of refusal.
func TestReadExamples(t *testing.T) {
	b := law(t)
	for _, x := range []struct{ id, text, want string }{
		{"repaid_total", "0123", "123 元"}, {"repaid_total", "010", "10 元"}, {"amount", "012000", "12,000 元"},
		{"amount", "1234567.50", "1,234,567.50 元"},
		{"amount", "0x10", "看不懂「0x10」"}, {"amount", "0o17", "看不懂「0o17」"}, {"amount", "1e4", "看不懂「1e4」"},
		{"amount", "1_000", "看不懂「1_000」"},
		{"amount", "１．２万", "12,000 元"}, {"amount", "1。5万", "15,000 元"}, {"amount", "1.2w", "12,000 元"},
		{"amount", "1万2", "12,000 元"},
		{"amount", "12k", "12,000 元"}, {"amount", "5百", "500 元"}, {"amount", "3千5", "3,500 元"},
		{"amount", "1万5千", "15,000 元"},
		{"amount", "壹万贰仟元整", "12,000 元"}, {"amount", "三千", "3,000 元"},
		{"amount", "约12000", "看不懂「约12000」"}, {"amount", "-5", "不能是负数"},
		{"amount", "99999999999999999", "数太大了"}, {"amount", "不清楚", "不清楚"}, {"amount", "u", "不清楚"},
		{"amount", "unknown", "不清楚"},
		{"contract_date", "2025。01。05", "2025年1月5日"}, {"contract_date", "20250105", "2025年1月5日"},
		{"contract_date", "2025-02-30", "2025 年 2 月没有 30 日"},
		{"contract_date", "1973-01-05", "1973年1月5日 不在能填的范围里"},
		{"contract_date", "2027-01-05", "不在能填的范围里"},
		{"plan", "12期、每期960", "12 期，每期 960 元"}, {"plan", "500x12", "「500x12」有两种读法"},
		{"plan", "500*12", "「500*12」有两种读法"},
		{"plan", "500元x12期", "12 期，每期 500 元"}, {"plan", "7000x3000", "期数要在 1 到 600 之间"},
		{"plan", "4000d2000", "天数要在 1 到 3,650 之间"},
		{"plan", "2025-06-01:3000,2025-02-01:3000", "日期要从早到晚：第 2 笔"},
		{"plan", "2025-02-05:5000、2025-03-05:6000", "2025-02-05 5,000 元；2025-03-05 6,000 元"},
		{"plan", "20250205:500", "2025-02-05 500 元"}, {"plan", "第1期 2025-02-05 500.00", "2025-02-05 500 元"},
		{"paper", "summons", "开庭传票"},
	} {
		_, i := b.Fact(x.id)
		typed, err1 := b.ParseAnswer(i, x.text, readDay)
		filed, err2 := answered(b, x.id, x.id+": "+x.text)
		if !reflect.DeepEqual(typed, filed) || said(err1) != said(err2) {
			t.Errorf("%s: %s: typed %v, %v; in a file %v, %v", x.id, x.text, typed, err1, filed, err2)
		}
		if got := b.FormatValue(i, typed, fact.ZH) + said(err1).What.ZH; !strings.Contains(got, x.want) {
			t.Errorf("%s: %s says %s, want %s", x.id, x.text, got, x.want)
		}
	}
}

// What a file can hold and a keyboard cannot: lists and named parts. They are
// held to the same limits, and refused in the same words.
func TestReadFileForms(t *testing.T) {
	b := law(t)
	for _, x := range []struct{ file, want string }{
		{"plan: {periods: 12, each: 1000}", "12 期，每期 1,000 元"},
		{"plan: {periods: 012, each: '1,000'}", "12 期，每期 1,000 元"},
		{"plan: {days: 30, total: 1234567.50}", "30 天后一次还 1,234,567.50 元"},
		{"plan: {periods: 7000, each: 3000}", "期数要在 1 到 600 之间"},
		{"plan: {days: 4000, total: 2000}", "天数要在 1 到 3,650 之间"},
		{"plan: {periods: 0, each: 3000}", "期数要在 1 到 600 之间"},
		{"plan: {periods: 12, each: 0}", "每笔金额要大于 0"},
		{"plan: {periods: 12}", "这里要写 periods: 和 each:"},
		{"plan: {total: 12}", "这里要写 days: 和 total:"},
		{"plan: {periods: 12, each: 1000, days: 7}", "这里没有 each:"},
		{"plan: {periods: 500, each: 12}", "500 期，每期 12 元"},
		{"plan: {periods: 12, each: [1]}", "这里要写 periods: 和 each:"},
		{"plan: [12x1000]", "12 期，每期 1,000 元"},
		{"plan: [12x1000, 2x5]", "这里要写 on: 和 pay:"},
		{"plan: []", "还款计划是空的"},
		{"plan: ''", "什么也没有写"},
		{"plan:", "不清楚"},
		{"plan: [{on: 2025-06-01, pay: 3000}, {on: 2025-02-01, pay: 3000}]",
			"日期要从早到晚：第 2 笔（2025-02-01）早于前一笔（2025-06-01）"},
		{"plan: [{on: 2025-02-01, pay: 0300}, {on: 2025-03-01, pay: 1234567.50}]",
			"2025-02-01 300 元；2025-03-01 1,234,567.50 元"},
		{"plan: [{on: 2025-02-01, pay: 3000}, '2025-03-01 2000']", "2025-02-01 3,000 元；2025-03-01 2,000 元"},
		{"plan: ['2025-02-01 3000', '2025-03-01 2000']", "2025-02-01 3,000 元；2025-03-01 2,000 元"},
		{"plan: |\n  2025-02-01 3000\n  2025-03-01 2000", "2025-02-01 3,000 元；2025-03-01 2,000 元"},
		{"plan: [{on: 2025-02-01, pay: '3000,2025-03-01:5'}]", "看不懂「3000,2025-03-01:5」"},
		{"plan: [{on: 2025-02-01, paid: 3000}]", "这里没有 paid:"},
		{"plan: [{on: 2025-02-30, pay: 3000}]", "没有 30 日"},
		{"plan: [unknown]", "看不懂「unknown」"},
		{"plan: {12x1000: }", "这里没有 12x1000:"},
		{"contract_date: 2025-01-05\nplan: '2024-02-05:500,2024-03-05:500'",
			"还款里最早的一笔（2024年2月5日）早于“借款成立的日子”（2025年1月5日）"},
		{"contract_date: 2025-01-05\nplan: [{on: 2024-02-05, pay: 500}]",
			"还款里最早的一笔（2024年2月5日）早于“借款成立的日子”（2025年1月5日）"},
		{"amount: [1]", "这里不能写一串"},
		{"amount: {yuan: 1}", "这里不能分成几项写"},
		{"problem: [interest, old]", "；"},
		{"problem: interest、old", "；"},
		{"problem: 'interest,old'", "；"},
		{"problem: []", "一项也没有选"},
		{"problem: [interst]", "没有“interst”这个选项；是否想写 interest？"},
		{"problem: interst", "没有“interst”这个选项；是否想写 interest？"},
		{"problem: [1]", "选项要写名字，不写编号 1"},
		{"problem: 1、3", "选项要写名字，不写编号 1"},
		{"problem: [{a: b}]", "一串里的每一项是一个选项的名字"},
		{"role: 1", "选项要写名字，不写编号 1"},
		{"contacts: none", "没有"},
		{"contacts: []", "没有"},
		{"contacts: ''", "什么也没有写"},
		{"contacts: [none, {on: 2025-08-01, what: demand}]", "“none”少了日子"},
		{"contacts: [{on: 2025-08-01, what: 2}]", "选项要写名字，不写编号 2"},
		{"contacts: [{on: 2025-08-01}]", "这里要写 on: 和 what:"},
		{"contacts: 2027-08-01 demand", "还没有到"},
		{"contacts: [{on: 2027-08-01, what: demand}]", "还没有到"},
		{"contacts: demand", "“demand”少了日子"},
		{"contacts: 2025-08-01", "2025-08-01 少了事由"},
	} {
		id, _, _ := strings.Cut(x.file[strings.LastIndex(x.file, "\n")+1:], ":")
		if strings.HasPrefix(x.file, "plan: |") {
			id = "plan"
		}
		_, i := b.Fact(id)
		v, err := answered(b, id, x.file)
		if got := b.FormatValue(i, v, fact.ZH) + said(err).In(fact.ZH); !strings.Contains(got, x.want) {
			t.Errorf("%s says %q, want %s", x.file, got, x.want)
		}
	}
}

// What is pasted is one answer, or a list of lines: a line end never joins two
// numbers, and 24 lines are as good as two.
func TestReadPasted(t *testing.T) {
	b := law(t)
	var app, short strings.Builder
	for k := range 24 {
		on := fact.NewDate(2025, 2+k, 5)
		fmt.Fprintf(&app, "第%d期 %s %s元\r", k+1, on, "1,960.50")
		fmt.Fprintf(&short, "%s:1960.5,", on)
	}
	_, plan := b.Fact("plan")
	want, err := b.ParseAnswer(plan, short.String(), readDay)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{app.String(), strings.ReplaceAll(app.String(), "\r", "\r\n"), "\ufeff" +
		strings.ReplaceAll(app.String(), "\r", "\n")} {
		if got, err := b.ParseAnswer(plan, text, readDay); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q reads as %v, %v", text, b.FormatValue(plan, got, fact.ZH), err)
		}
	}
	_, problem := b.Fact("problem")
	_, contacts := b.Fact("contacts")
	_, amount := b.Fact("amount")
	one, _ := b.ParseAnswer(problem, "1,3", readDay)
	for _, text := range []string{"1、3", "１、３", "1､3", "1\r3", "1;3", "1 3", "\ufeff1、3。"} {
		if got, err := b.ParseAnswer(problem, text, readDay); err != nil || got.N != one.N || one.N != 5 {
			t.Errorf("%q reads as %v, %v", text, got, err)
		}
	}
	if v, err := b.ParseAnswer(contacts, "2026-02-03 1\r2026-03-03 2", readDay); err != nil || len(v.Events) != 2 {
		t.Errorf("events on lines read as %v, %v", v, err)
	}
	for text, want := range map[string]string{"5000\r300": "看不懂", "5000\n300": "看不懂",
		strings.Repeat("9", fact.MaxText+1): "太长", "12\x0000": "看不懂"} {
		if v, err := b.ParseAnswer(amount, text, readDay); err == nil || !strings.Contains(said(err).What.ZH, want) {
			t.Errorf("%.20q reads as %v, %v; want %s", text, v, err, want)
		}
	}
}

// writings are texts that people write for each kind, right and wrong.
var writings = map[fact.Kind][]string{
	fact.YesNo: {"1", "2", "y", "Yes", "true", "False", "是", "否", "没有", "on", "on off", "是。"},
	fact.Day: {"2025-01-05", "2025/1/5", "2025.01.05", "2025。1。5", "20250105", "2025年1月5日", "2025-02-30",
		"1900-01-01", "明天", "2099-01-01"},
	fact.Money: {"0", "0123", "012000", "1.5万", "1。5万", "1.2w", "1234567.50", "1,000", "1，000", "１２００",
		"0x10", "0o17", "1e4", ".5", "-1", "+1", "12 345", "1:30", "1.234", "99999999999999999", "一千"},
	fact.Percent: {"24", "24%", "024", "２４％", "0.24", "1e2", "24.001", "百分之24", "-1", "2分"},
	fact.Number:  {"12", "012", "0x1f", "1_000", "12人", "十二", "1.5", "1e3", "9999999999999"},
	fact.Schedule: {"12x1000", "012x1000", "500x12", "500元x12", "7天还2000", "7000x3000", "4000d2000",
		"2025-02-01:1000,2025-03-01:1000.5", "2025-03-01:1;2025-02-01:1",
		"第1期 2025-02-01 5\n第2期 2025-03-01 5", "2025-02-01:0", "12期、每期960"},
	fact.History: {"none", "没有", "0", "2025-08-01 %s", "2025-08-01:%s;2025-09-01 %s", "2025-08-01 %s\r2025-09-01 %s",
		"2099-01-01 %s", "2025-08-01", "%s", "2025-08-01 nothing"},
	fact.Choice:  {"%s", "%s。", "\ufeff%s", "nothing at all", "%sx"},
	fact.Several: {"%s", "%s、%s", "%s,%s", "%s；%s", "%s %s", "%s\n%s", "nothing", "%s、nothing"},
}

// everyKind are texts that mean something, or nothing, whatever is asked.
var everyKind = []string{"", " ", "u", "U", "不清楚", "不清楚。", "unknown", "Not sure", "null", "~", "''", "{}", "[]",
	"#1", "a: b", "- 1", "&a 1", "*a", "!!int 3", "%", "@x", "\x00", "\u202e1", "�"}

var optionNumber = regexp.MustCompile(`(?:^|[\s,、;])[0-9]+(?:$|[\s,、;])`)

// Every text means the same, or is refused in the same words, whether it is
// typed or stands in a YAML or JSON file, quoted or not. Only the numbers of
// options are for those who see the list.
func TestReadSameTexts(t *testing.T) {
	b := law(t)
	rapid.Check(t, func(t *rapid.T) {
		q := &b.Questions[rapid.IntRange(0, len(b.Questions)-1).Draw(t, "question")]
		f := &b.Facts[q.Fact]
		text := rapid.SampledFrom(append(slices.Clone(writings[f.Kind]), everyKind...)).Draw(t, "text")
		for strings.Contains(text, "%s") {
			o := rapid.SampledFrom(f.Options).Draw(t, "option")
			text = strings.Replace(text, "%s", rapid.SampledFrom([]string{o.ID, o.Text.ZH, o.Text.EN}).Draw(t, "words"),
				1)
		}
		if rapid.Bool().Draw(t, "noise") {
			at := rapid.IntRange(0, len([]rune(text))).Draw(t, "at")
			r := []rune(text)
			text = string(r[:at]) + rapid.SampledFrom([]string{" ", "　", "，", "、", "。", ":", "0", "\r", "\n",
				"\u200b", "x", "元", "-"}).Draw(t, "mark") + string(r[at:])
		}
		typed, err := b.ParseAnswer(q.Fact, text, readDay)
		if err == nil && f.Options != nil && typed.State == fact.Known && optionNumber.MatchString(text) {
			return // an option by its number
		}
		id := f.ID
		key, _ := json.Marshal(id)
		files := []string{string(key) + ": " + yamlQuoted(text)}
		if plain := id + ": " + text; sameScalar(plain, text) {
			files = append(files, plain)
		}
		if js := "{" + string(key) + ": " + encodedString(text) + "}"; sameScalar(js, text) {
			files = append(files, js)
		}
		for _, file := range files {
			filed, err2 := answered(b, id, file)
			what, what2 := said(err), said(err2)
			if f.Options != nil {
				if strings.HasPrefix(what2.What.ZH, "选项要写名字") {
					continue
				}
				what.Fix, what2.Fix = fact.Text{}, fact.Text{} // the screen has numbers, files have names
			}
			if !reflect.DeepEqual(typed, filed) || what != what2 {
				t.Fatalf("%s (%s): typed %q is %v, %v; in %q it is %v, %v", id, f.Kind, text, typed, err,
					file, filed, err2)
			}
		}
	})
}

// yamlQuoted is a text in YAML's double quotes, which JSON's are.
func yamlQuoted(s string) string { return encodedString(strings.ToValidUTF8(s, "�")) }

func encodedString(s string) string {
	data, _ := json.Marshal(s)
	return string(data)
}

// sameScalar reports whether a file of one line holds just this text.
func sameScalar(file, text string) bool {
	var doc yaml.Node
	if yaml.Load([]byte(file), &doc) != nil {
		return false
	}
	m, ok := load.Plain(&doc, func(*yaml.Node, fact.Notice) {}).(map[string]any)
	if !ok || len(m) != 1 {
		return false
	}
	for _, v := range m {
		return v == text
	}
	return false
}

// Every answer that can stand in a file can be typed, and the other way round:
// as the program writes it, in lists and named parts, and as a person would in
// one text. What lies outside the limits is refused in both, in the same words.
func TestReadSameValues(t *testing.T) {
	b := law(t)
	rapid.Check(t, func(t *rapid.T) {
		q := &b.Questions[rapid.IntRange(0, len(b.Questions)-1).Draw(t, "question")]
		f := &b.Facts[q.Fact]
		v, text := drawn(t, f)
		raw := b.Raw(q.Fact, v)
		js, err := json.Marshal(map[string]any{f.ID: raw})
		if err != nil {
			t.Fatal(err)
		}
		ym, err := yaml.Dump(map[string]any{f.ID: raw})
		if err != nil {
			t.Fatal(err)
		}
		typed, err1 := b.ParseAnswer(q.Fact, text, readDay)
		if err1 == nil && !reflect.DeepEqual(typed, v) {
			t.Fatalf("%s: %q reads as %v, want %v", f.ID, text, typed, v)
		}
		for _, file := range []string{string(js), string(ym)} {
			filed, err2 := answered(b, f.ID, file)
			if !reflect.DeepEqual(typed, filed) || said(err1).What != said(err2).What {
				t.Fatalf("%s: typed %q is %v, %v; in %q it is %v, %v", f.ID, text, typed, err1, file, filed, err2)
			}
		}
	})
}

// drawn is a value of a fact's kind, within its limits or a little beyond, and
// the text a person would type for it.
func drawn(t *rapid.T, f *advisor.Fact) (fact.Value, string) {
	fen := rapid.Custom(func(t *rapid.T) fact.Fen {
		return fact.Fen(rapid.SampledFrom([]int64{0, 1, 50, 99, 100, 12_345, 1_000_00, 123_456_750,
			int64(fact.MaxMoney)}).Draw(t, "fen"))
	})
	day := rapid.Custom(func(t *rapid.T) fact.Date {
		return readDay + fact.Date(rapid.IntRange(-9000, 400).Draw(t, "day"))
	})
	if rapid.IntRange(0, 9).Draw(t, "sure") == 0 {
		return fact.NotSure(), "不清楚"
	}
	switch f.Kind {
	case fact.Choice:
		k := rapid.IntRange(0, len(f.Options)-1).Draw(t, "option")
		return fact.Of(int64(k)), fmt.Sprint(k + 1)
	case fact.Several:
		mask := rapid.Int64Range(0, 1<<len(f.Options)-1).Draw(t, "options")
		var ids []string
		for k := range f.Options {
			if mask>>k&1 == 1 {
				ids = append(ids, f.Options[k].Text.ZH)
			}
		}
		if mask == 0 {
			mask, ids = 1, []string{"1"}
		}
		return fact.Of(mask), strings.Join(ids, "；")
	case fact.YesNo:
		yes := rapid.Bool().Draw(t, "yes")
		return fact.Bool(yes), map[bool]string{true: "是", false: "否"}[yes]
	case fact.Day:
		d := day.Draw(t, "on")
		return fact.OfDate(d), d.In(fact.ZH)
	case fact.Money:
		n := fen.Draw(t, "amount")
		return fact.Of(int64(n)), n.In(fact.ZH)
	case fact.Percent:
		n := rapid.Int64Range(0, 100_000).Draw(t, "rate")
		return fact.Of(n), fact.Rate(n).String()
	case fact.Number:
		n := rapid.Int64Range(0, 100_000).Draw(t, "number")
		return fact.Of(n), fact.Group(fmt.Sprint(n))
	case fact.Schedule:
		p := fact.Plan{}
		switch rapid.IntRange(0, 2).Draw(t, "shape") {
		case 0:
			p.Periods, p.Each = rapid.IntRange(1, 1200).Draw(t, "periods"), 1+fen.Draw(t, "each")/2
		case 1:
			p.Days, p.Total = rapid.IntRange(1, 8000).Draw(t, "days"), 1+fen.Draw(t, "total")/2
		default:
			for range rapid.IntRange(1, 4).Draw(t, "payments") {
				p.Flow = append(p.Flow, fact.Payment{On: day.Draw(t, "on"), Amount: fen.Draw(t, "pay")})
			}
		}
		return fact.Value{State: fact.Known, Plan: &p},
			rapid.SampledFrom([]string{p.String(), p.In(fact.ZH), p.In(fact.EN)}).Draw(t, "text")
	}
	v := fact.Value{State: fact.Known}
	var lines []string
	for range rapid.IntRange(0, 3).Draw(t, "events") {
		e := fact.Event{On: day.Draw(t, "on"), What: rapid.IntRange(0, len(f.Options)-1).Draw(t, "what")}
		v.Events = append(v.Events, e)
	}
	slices.SortStableFunc(v.Events, func(a, b fact.Event) int { return int(a.On - b.On) })
	for _, e := range v.Events {
		lines = append(lines, e.On.String()+" "+fmt.Sprint(e.What+1))
	}
	if lines == nil {
		return v, "没有"
	}
	return v, strings.Join(lines, "；")
}

// A code that says what nobody can enter gives the rest, and refuses that in
// the words in which a typed answer is refused.
func TestReadCodeOutOfRange(t *testing.T) {
	b := law(t)
	_, problem := b.Fact("problem")
	all := int64(1)<<len(b.Facts[problem].Options) - 1 // "none of these" with the others
	_, lender := b.Fact("lender")
	said := map[string]fact.Value{
		"role": fact.Of(0), "danger": fact.Of(0), "problem": fact.Of(all), "lender": fact.Of(1),
		"contract_date": fact.OfDate(fact.NewDate(1973, 5, 1)), "amount": fact.Of(int64(fact.MaxMoney) + 1),
		"received": fact.Of(5_000_00),
		"plan":     {State: fact.Known, Plan: &fact.Plan{Periods: 7000, Each: 3000}},
	}
	spelt := b.CurrentEdition().Write(code.Said{}, func(id string) (fact.Value, bool) {
		v, ok := said[id]
		return v, ok
	})
	r, err := b.ReadCode(spelt, readDay)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"problem": "“都没有”不能和别的一起选", "contract_date": "1973年5月1日 不在能填的范围里；请填",
		"amount": "数太大了；请写金额", "plan": "期数要在 1 到 600 之间；请写 12x1000",
	}
	for _, l := range r.Lost {
		if w, ok := want[l.Question]; !ok || !strings.HasPrefix(l.Why.ZH, w) || l.Why.EN == "" || l.Value.ZH == "" {
			t.Errorf("%s: %s is not taken: %s; want %s", l.Question, l.Value.ZH, l.Why.ZH, w)
		}
		delete(want, l.Question)
		if _, ok := r.Answers[l.Question]; ok {
			t.Errorf("%s is refused and taken", l.Question)
		}
	}
	if len(want) > 0 {
		t.Errorf("nothing is said of %v; lost %v", want, r.Lost)
	}
	if r.Answers["received"].N != 5_000_00 || b.FormatValue(lender, r.Answers["lender"], fact.ZH) == "" {
		t.Errorf("the rest reads as %v", r.Answers)
	}
	// The code of what was taken reads back without a word.
	s := advisor.NewSession(b, advisor.Options{Today: readDay})
	s.Load(r.Answers)
	if again, err := b.ReadCode(s.Code(), readDay); err != nil || len(again.Lost) > 0 {
		t.Errorf("read again: %v, lost %v", err, again.Lost)
	}
}
