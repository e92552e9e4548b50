package advisor

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"wangdai/advisor/code"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// An InputError is an answer that cannot be taken: what is wrong with it and
// what would be right.
type InputError struct {
	Question string
	What     Text
	Fix      Text
}

func (e *InputError) Error() string {
	return fmt.Sprintf("%s: %s (%s)", e.Question, e.What.EN, e.Fix.EN)
}

// In is the error in that language.
func (e *InputError) In(l Lang) string {
	if l == fact.EN {
		return e.What.EN + "; " + e.Fix.EN
	}
	return e.What.ZH + "；" + e.Fix.ZH
}

func wrong(id, zh, zhFix, en, enFix string) *InputError {
	return &InputError{id, Text{ZH: zh, EN: en}, Text{ZH: zhFix, EN: enFix}}
}

func noSuchQuestion(b *Base, id string) *InputError {
	ids := make([]string, 0, len(b.Questions))
	for i := range b.Questions {
		ids = append(ids, b.Facts[b.Questions[i].Fact].ID)
	}
	if q := b.renamed(id); q != nil {
		now := b.Facts[q.Fact].ID
		return wrong(id, id+" 是旧名", "改成 "+now, id+" is an old name", "write "+now)
	}
	near, id := cond.Nearest(id, ids), cut(id)
	if near != "" {
		return wrong(id, "没有名为 "+id+" 的问题", "是否想写 "+near+"？", "there is no question named "+id, "did you mean "+near+"?")
	}
	return wrong(id, "没有名为 "+id+" 的问题", "全部问题见 wangdai questions", "there is no question named "+id, "see wangdai questions")
}

// fits reports whether a known value lies in the fact's domain, other answers
// apart.
func (b *Base) fits(i int, v fact.Value, today fact.Date) bool {
	return b.domain(i, v, today) == nil
}

// check is fits with a message, and with the relation to other dates.
func (b *Base) check(i int, v fact.Value, today fact.Date, others Answers) error {
	if v.State != fact.Known {
		return nil
	}
	if err := b.domain(i, v, today); err != nil {
		return err
	}
	f := &b.Facts[i]
	if f.After >= 0 {
		before := &b.Facts[f.After]
		if o, ok := others[before.ID]; ok && o.State == fact.Known && v.N < o.N {
			return wrong(f.ID, fmt.Sprintf("这一天（%s）早于“%s”（%s）", v.Date().In(fact.ZH), before.Label.ZH, o.Date().In(fact.ZH)), "核对两个日子，先改错的那一个",
				fmt.Sprintf("this day (%s) is before %q (%s)", v.Date(), before.Label.EN, o.Date()), "check both days and correct the wrong one")
		}
	}
	for j := range b.Facts {
		later := &b.Facts[j]
		if later.After != i {
			continue
		}
		if o, ok := others[later.ID]; ok && o.State == fact.Known && o.N < v.N {
			return wrong(f.ID, fmt.Sprintf("这一天（%s）晚于“%s”（%s）", v.Date().In(fact.ZH), later.Label.ZH, o.Date().In(fact.ZH)), "核对两个日子，先改错的那一个",
				fmt.Sprintf("this day (%s) is after %q (%s)", v.Date(), later.Label.EN, o.Date()), "check both days and correct the wrong one")
		}
	}
	return nil
}

func (b *Base) domain(i int, v fact.Value, today fact.Date) error {
	f := &b.Facts[i]
	n := int64(len(f.Options))
	switch f.Kind {
	case fact.Choice:
		if v.N < 0 || v.N >= n {
			return wrong(f.ID, "没有这个选项", fmt.Sprintf("请选 1 到 %d", n), "there is no such option", fmt.Sprintf("choose 1 to %d", n))
		}
	case fact.Several:
		if v.N < 0 || v.N>>uint(n) != 0 {
			return wrong(f.ID, "没有这个选项", fmt.Sprintf("请选 1 到 %d", n), "there is no such option", fmt.Sprintf("choose from 1 to %d", n))
		}
		alone, has := false, false
		for k := range f.Options {
			if f.Options[k].Alone {
				has = true
				alone = alone || v.N>>uint(k)&1 == 1
			}
		}
		if alone && bits.OnesCount64(uint64(v.N)) > 1 {
			return wrong(f.ID, "“都没有”不能和别的一起选", "只选“都没有”，或只选别的", "\"none of these\" goes with no other option", "choose it alone, or the others")
		}
		if v.N == 0 {
			fix, fixEN := "至少选一项，或选“不清楚”", "choose at least one, or \"not sure\""
			if has {
				fix, fixEN = "选“都没有”，或至少选一项", "choose \"none of these\" or at least one"
			}
			return wrong(f.ID, "一项也没有选", fix, "nothing is chosen", fixEN)
		}
	case fact.YesNo:
		if v.N != 0 && v.N != 1 {
			return wrong(f.ID, "要回答是或否", "1 是，2 否", "the answer is yes or no", "1 yes, 2 no")
		}
	case fact.Day, fact.Money, fact.Percent, fact.Number:
		if !f.Range.Set {
			return nil
		}
		lo, hi := f.Range.Bounds(today)
		if v.N < lo || v.N > hi {
			zh := func(n int64) string { return b.FormatValue(i, fact.Of(n), fact.ZH) }
			en := func(n int64) string { return b.FormatValue(i, fact.Of(n), fact.EN) }
			return wrong(f.ID, zh(v.N)+" 不在能填的范围里", "请填 "+zh(lo)+" 到 "+zh(hi), en(v.N)+" is out of range", "enter "+en(lo)+" to "+en(hi))
		}
	case fact.Schedule:
		if v.Plan == nil || v.Plan.Sum() <= 0 {
			return wrong(f.ID, "还款计划是空的", "例：12 期，每期 1000；或 7 天还 2000", "the plan is empty", "such as 12x1000, or 7 days 2000")
		}
		if len(v.Plan.Flow) > fact.MaxPayments {
			return wrong(f.ID, fmt.Sprintf("还款超过 %d 笔", fact.MaxPayments), "把早期的合并成几笔", fmt.Sprintf("more than %d payments", fact.MaxPayments), "sum up the early ones")
		}
	case fact.History:
		if len(v.Events) > code.MostEntries {
			return wrong(f.ID, fmt.Sprintf("超过 %d 件事", code.MostEntries), "只留下要紧的", fmt.Sprintf("more than %d events", code.MostEntries), "keep those that matter")
		}
		for _, e := range v.Events {
			if e.What < 0 || int64(e.What) >= n {
				return wrong(f.ID, "没有这类事", "类别有："+strings.Join(f.optionIDs(), "、"), "there is no such kind of event", "kinds: "+strings.Join(f.optionIDs(), ", "))
			}
			if e.On > today {
				return wrong(f.ID, e.On.In(fact.ZH)+" 还没有到", "只填已经发生的事", e.On.String()+" lies in the future", "enter only what has happened")
			}
		}
	}
	return nil
}

// FormatValue is a value in words: 2,000 元, 35.07%, 2026年11月30日, an option's
// text; 不清楚 for unknown and nothing for a fact not asked.
func (b *Base) FormatValue(i int, v fact.Value, l Lang) string {
	zh := l != fact.EN
	switch v.State {
	case fact.NotAsked, fact.Open:
		return ""
	case fact.Unknown:
		if zh {
			return "不清楚"
		}
		return "not sure"
	}
	f := &b.Facts[i]
	switch f.Kind {
	case fact.Choice:
		if v.N >= 0 && int(v.N) < len(f.Options) {
			return f.Options[v.N].Text.In(l)
		}
	case fact.Several:
		var parts []string
		for k := range f.Options {
			if v.Has(k) {
				parts = append(parts, f.Options[k].Text.In(l))
			}
		}
		if zh {
			return strings.Join(parts, "；")
		}
		return strings.Join(parts, "; ")
	case fact.YesNo:
		return map[bool]map[bool]string{true: {true: "是", false: "否"}, false: {true: "yes", false: "no"}}[zh][v.N == 1]
	case fact.Day:
		return v.Date().In(l)
	case fact.Money:
		return fact.Fen(v.N).In(l)
	case fact.Percent:
		return fact.Rate(v.N).String()
	case fact.Number:
		return group(v.N)
	case fact.Schedule:
		return v.Plan.In(l)
	case fact.History:
		if len(v.Events) == 0 {
			return map[bool]string{true: "没有", false: "none"}[zh]
		}
		var parts []string
		for _, e := range v.Events {
			parts = append(parts, e.On.String()+" "+f.Options[e.What].Text.In(l))
		}
		return strings.Join(parts, map[bool]string{true: "；", false: "; "}[zh])
	}
	return ""
}

func group(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

var unsure = []string{"u", "U", "不清楚", "不知道", "unknown", "not sure"}

// ParseAnswer reads what a person types: an option's number, id or words
// (several with commas), yes or no, an amount, a date, a plan, dated events;
// "u" or 不清楚 for not sure. Full-width characters are understood. The error
// is an [*InputError].
func (b *Base) ParseAnswer(i int, text string, l Lang, today fact.Date) (fact.Value, error) {
	f := &b.Facts[i]
	text = strings.TrimSpace(width.Narrow.String(text))
	if slices.Contains(unsure, text) {
		return fact.NotSure(), nil
	}
	v, err := b.parse(f, text)
	if err == nil {
		err = b.domain(i, v, today)
	}
	if err != nil {
		return fact.Value{}, inputError(f.ID, err)
	}
	return v, nil
}

func inputError(id string, err error) error {
	if e, ok := err.(*InputError); ok {
		return e
	}
	if e, ok := err.(interface {
		Parts() (what, fix fact.Text)
	}); ok {
		w, x := e.Parts()
		return &InputError{id, w, x}
	}
	return wrong(id, err.Error(), "请检查", err.Error(), "please check")
}

func (b *Base) parse(f *Fact, text string) (fact.Value, error) {
	switch f.Kind {
	case fact.Choice:
		n, err := f.read(text)
		return fact.Of(int64(n)), err
	case fact.Several:
		var mask int64
		for _, p := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、;； ", r) }) {
			n, err := f.read(p)
			if err != nil {
				return fact.Value{}, err
			}
			mask |= 1 << uint(n)
		}
		return fact.Of(mask), nil
	case fact.YesNo:
		switch strings.ToLower(text) {
		case "1", "y", "yes", "true", "是", "有", "对":
			return fact.Of(1), nil
		case "2", "n", "no", "false", "否", "没有", "不是":
			return fact.Of(0), nil
		}
		return fact.Value{}, wrong(f.ID, "“"+cut(text)+"”读不懂", "1 是，2 否，u 不清楚", quoted(text)+" is not understood", "1 yes, 2 no, u not sure")
	case fact.Day:
		d, err := fact.ReadDate(text)
		return fact.OfDate(d), err
	case fact.Money:
		m, err := fact.ReadMoney(text)
		return fact.Of(int64(m)), err
	case fact.Percent:
		r, err := fact.ReadRate(text)
		return fact.Of(int64(r)), err
	case fact.Number:
		n, err := fact.ReadNumber(text)
		return fact.Of(n), err
	case fact.Schedule:
		p, err := fact.ReadPlan(text)
		return fact.Value{State: fact.Known, Plan: &p}, err
	case fact.History:
		return f.readEvents(text)
	}
	return fact.Value{}, wrong(f.ID, "这个问题不能填", "", "this question takes no answer", "")
}

// cut is what somebody wrote, short enough to be given back to them.
func cut(s string) string {
	n := 0
	for i := range s {
		if n == 40 {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

func quoted(s string) string { return strconv.Quote(cut(s)) }

// read is an option by number from 1, id or words.
func (f *Fact) read(text string) (int, error) {
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= len(f.Options) {
		return n - 1, nil
	}
	for i := range f.Options {
		o := &f.Options[i]
		if o.ID == text || o.Text.ZH == text || o.Text.EN == text {
			return i, nil
		}
	}
	zh, en := fmt.Sprintf("请输入 1 到 %d", len(f.Options)), fmt.Sprintf("enter 1 to %d", len(f.Options))
	if near := cond.Nearest(text, f.optionIDs()); near != "" {
		zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
	}
	return 0, wrong(f.ID, "没有“"+cut(text)+"”这个选项", zh, "there is no option "+quoted(text), en)
}

// readEvents reads "2025-08-01 demand; 2025-09-02 2" or none.
func (f *Fact) readEvents(text string) (fact.Value, error) {
	v := fact.Value{State: fact.Known}
	switch strings.ToLower(text) {
	case "none", "no", "0", "没有", "无", "都没有":
		return v, nil
	}
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";；\n", r) }) {
		day, what, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			return v, wrong(f.ID, "“"+cut(line)+"”少了日子或事由", "例：2025-08-01 "+f.Options[0].ID+"；没有就填“没有”", quoted(line)+" lacks a day or what happened", "such as 2025-08-01 "+f.Options[0].ID+"; enter none if there was nothing")
		}
		d, err := fact.ReadDate(day)
		if err != nil {
			return v, err
		}
		n, err := f.read(strings.TrimSpace(what))
		if err != nil {
			return v, err
		}
		v.Events = append(v.Events, fact.Event{On: d, What: n})
	}
	return sorted(v), nil
}

// MostProblems is how many faults of one file are told: whoever has more has
// another file in hand.
const MostProblems = 20

// DecodeAnswers reads answers as YAML or JSON hold them: option ids, lists,
// true and false, numbers and texts with units, plans, events; null or
// "unknown" for not sure. The faults are reported, up to one more than
// MostProblems; the errors are [*InputError]s.
func (b *Base) DecodeAnswers(raw map[string]any, today fact.Date) (Answers, []error) {
	out := Answers{}
	var errs []error
	ids := make([]string, 0, len(raw))
	for id := range raw {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		if len(errs) > MostProblems {
			return out, errs // each costs a search for the name that was meant
		}
		q, _ := b.Question(id)
		if q == nil {
			errs = append(errs, noSuchQuestion(b, id))
			continue
		}
		v, err := b.decode(&b.Facts[q.Fact], raw[id])
		if err == nil && v.State == fact.Known {
			err = b.domain(q.Fact, v, today)
		}
		if err != nil {
			errs = append(errs, inputError(id, err))
			continue
		}
		out[id] = v
	}
	for _, id := range ids {
		if v, ok := out[id]; ok {
			_, i := b.Fact(id)
			if err := b.check(i, v, today, out); err != nil && b.Facts[i].After >= 0 {
				errs = append(errs, err)
			}
		}
	}
	return out, errs
}

func (b *Base) decode(f *Fact, raw any) (fact.Value, error) {
	switch x := raw.(type) {
	case nil:
		return fact.NotSure(), nil
	case time.Time:
		return b.decode(f, x.Format("2006-01-02"))
	case bool:
		if f.Kind == fact.YesNo {
			return fact.Bool(x), nil
		}
		// YAML reads a bare yes or no as true or false.
		return b.decode(f, map[bool]string{true: "yes", false: "no"}[x])
	case int:
		return b.decode(f, strconv.Itoa(x))
	case int64:
		return b.decode(f, strconv.FormatInt(x, 10))
	case float64:
		return b.decode(f, strconv.FormatFloat(x, 'f', -1, 64))
	case string:
		if slices.Contains(unsure[2:], x) {
			return fact.NotSure(), nil
		}
		if f.Kind == fact.Choice || f.Kind == fact.Several {
			// A number in a file would change its meaning with the order
			// of options: files name them.
			if _, err := strconv.Atoi(x); err == nil && f.option(x) < 0 {
				return fact.Value{}, wrong(f.ID, "选项要写名字，不写编号 "+cut(x), "写："+strings.Join(f.optionIDs(), "、"), "options are named, not numbered: "+cut(x), "one of "+strings.Join(f.optionIDs(), ", "))
			}
		}
		return b.parse(f, strings.TrimSpace(width.Narrow.String(x)))
	case []any:
		return b.decodeList(f, x)
	case map[string]any:
		if f.Kind == fact.Schedule {
			return decodePlan(f, x)
		}
	}
	given := cut(fmt.Sprint(raw))
	return fact.Value{}, wrong(f.ID, "读不懂 "+given, "看 wangdai questions 里这个问题的写法", given+" is not understood", "see wangdai questions for its form")
}

func (b *Base) decodeList(f *Fact, list []any) (fact.Value, error) {
	switch f.Kind {
	case fact.Several:
		var mask int64
		for _, x := range list {
			id := fmt.Sprint(x)
			n := f.option(id)
			if n < 0 {
				zh, en := "选项有："+strings.Join(f.optionIDs(), "、"), "options: "+strings.Join(f.optionIDs(), ", ")
				if near := cond.Nearest(id, f.optionIDs()); near != "" {
					zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
				}
				return fact.Value{}, wrong(f.ID, "没有选项“"+cut(id)+"”", zh, "there is no option "+quoted(id), en)
			}
			mask |= 1 << uint(n)
		}
		return fact.Of(mask), nil
	case fact.History:
		v := fact.Value{State: fact.Known}
		for _, x := range list {
			m, ok := x.(map[string]any)
			if !ok {
				return v, wrong(f.ID, "每件事要写 on: 和 what:", "例：{on: 2025-08-01, what: "+f.Options[0].ID+"}", "each event has on: and what:", "such as {on: 2025-08-01, what: "+f.Options[0].ID+"}")
			}
			d, err := decodeDate(m["on"])
			if err != nil {
				return v, err
			}
			what := fmt.Sprint(m["what"])
			n := f.option(what)
			if n < 0 {
				return v, wrong(f.ID, "没有“"+cut(what)+"”这类事", "类别有："+strings.Join(f.optionIDs(), "、"), "there is no kind of event "+quoted(what), "kinds: "+strings.Join(f.optionIDs(), ", "))
			}
			v.Events = append(v.Events, fact.Event{On: d, What: n})
		}
		return sorted(v), nil
	case fact.Schedule:
		var p fact.Plan
		for _, x := range list {
			m, _ := x.(map[string]any)
			d, err := decodeDate(m["on"])
			if err != nil {
				return fact.Value{}, err
			}
			a, err := fact.ReadMoney(fmt.Sprint(m["pay"]))
			if err != nil {
				return fact.Value{}, err
			}
			p.Flow = append(p.Flow, fact.Payment{On: d, Amount: a})
		}
		return fact.Value{State: fact.Known, Plan: &p}, nil
	}
	return fact.Value{}, wrong(f.ID, "这里不能写一串", "只写一个值", "a list is not taken here", "write one value")
}

func decodeDate(x any) (fact.Date, error) {
	if t, ok := x.(time.Time); ok {
		return fact.ISODate(t.Format("2006-01-02"))
	}
	return fact.ReadDate(fmt.Sprint(x))
}

// decodePlan reads {periods: 12, each: 1000} or {days: 7, total: 2000}.
func decodePlan(f *Fact, m map[string]any) (fact.Value, error) {
	var p fact.Plan
	for k, x := range m {
		s := fmt.Sprint(x)
		var err error
		var n int64
		switch k {
		case "periods":
			n, err = fact.ReadNumber(s)
			p.Periods = int(n)
		case "days":
			n, err = fact.ReadNumber(s)
			p.Days = int(n)
		case "each":
			p.Each, err = fact.ReadMoney(s)
		case "total":
			p.Total, err = fact.ReadMoney(s)
		default:
			err = wrong(f.ID, "还款计划里没有 "+cut(k), "写 {periods: 12, each: 1000} 或 {days: 7, total: 2000}", "a plan has no "+cut(k), "write {periods: 12, each: 1000} or {days: 7, total: 2000}")
		}
		if err != nil {
			return fact.Value{}, err
		}
	}
	if (p.Periods > 0) != (p.Each > 0) || (p.Days > 0) != (p.Total > 0) || p.Periods > 0 && p.Days > 0 {
		return fact.Value{}, wrong(f.ID, "还款计划不完整", "写 {periods: 12, each: 1000} 或 {days: 7, total: 2000}", "the plan is incomplete", "write {periods: 12, each: 1000} or {days: 7, total: 2000}")
	}
	return fact.Value{State: fact.Known, Plan: &p}, nil
}

// Raw is a value as YAML and JSON hold it, the inverse of DecodeAnswers.
func (b *Base) Raw(i int, v fact.Value) any {
	f := &b.Facts[i]
	if v.State != fact.Known {
		return nil
	}
	switch f.Kind {
	case fact.Choice:
		return f.Options[v.N].ID
	case fact.Several:
		ids := []string{}
		for k := range f.Options {
			if v.Has(k) {
				ids = append(ids, f.Options[k].ID)
			}
		}
		return ids
	case fact.YesNo:
		return v.N == 1
	case fact.Day:
		return v.Date().String()
	case fact.Money:
		return fact.Fen(v.N).Plain()
	case fact.Percent:
		return fact.Rate(v.N).String()
	case fact.Number:
		return v.N
	case fact.Schedule:
		p := v.Plan
		switch {
		case p.Periods > 0:
			return map[string]any{"periods": p.Periods, "each": p.Each.Plain()}
		case p.Days > 0:
			return map[string]any{"days": p.Days, "total": p.Total.Plain()}
		}
		list := []map[string]any{}
		for _, x := range p.Flow {
			list = append(list, map[string]any{"on": x.On.String(), "pay": x.Amount.Plain()})
		}
		return list
	case fact.History:
		if len(v.Events) == 0 {
			return "none"
		}
		list := []map[string]any{}
		for _, e := range v.Events {
			list = append(list, map[string]any{"on": e.On.String(), "what": f.Options[e.What].ID})
		}
		return list
	}
	return nil
}

// sorted puts events in the order of their days, so that the same events
// always make the same answer.
func sorted(v fact.Value) fact.Value {
	slices.SortStableFunc(v.Events, func(a, b fact.Event) int { return int(a.On) - int(b.On) })
	return v
}
