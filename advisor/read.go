package advisor

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// How an answer is read. There is one way: a text, as somebody wrote it, goes
// to the reader of its kind. What is typed or pasted is one text; files (YAML
// and JSON) hold texts, too, as they were written, alone, in lists, or as the
// parts of a plan or an event, and each goes to the same reader. Then the
// answer is checked, see check.go.

// unsure are the ways to say 不清楚.
var unsure = []string{"u", "不清楚", "不知道", "unknown", "not sure"}

// ParseAnswer reads what a person types or pastes: an option's number, id or
// words (several with commas, 、 or lines), yes or no, an amount, a day, a plan,
// dated events; "u" or 不清楚 for not sure. The error is an [*InputError].
func (b *Base) ParseAnswer(i int, text string, today fact.Date) (fact.Value, error) {
	return b.taken(i, reader{f: &b.Facts[i], numbers: true}, text, today)
}

// taken is an answer that was read, within the limits of its question.
func (b *Base) taken(i int, r reader, raw any, today fact.Date) (fact.Value, error) {
	v, err := r.any(raw)
	if err == nil && v.State == fact.Known {
		err = b.domain(i, v, today)
	}
	if err != nil {
		return fact.Value{}, inputError(r.f.ID, err)
	}
	return v, nil
}

// MostProblems is how many faults of one file are told: whoever has more has
// another file in hand.
const MostProblems = 20

// DecodeAnswers reads answers as YAML and JSON hold them, each scalar as the
// text that was written: a value is nil, a string, a []any or a map[string]any
// of these. (A program that had made numbers of 0123 or 1234567.50 first could
// no longer tell what was written.) Texts are read as [Base.ParseAnswer] reads
// them, except that options are named, not numbered; nil is not sure. The
// faults are reported, up to one more than MostProblems; the errors are
// [*InputError]s.
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
		v, err := b.taken(q.Fact, reader{f: &b.Facts[q.Fact]}, raw[id], today)
		if err != nil {
			errs = append(errs, err)
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

// A reader reads the answers to one question.
type reader struct {
	f *Fact
	// numbers: options may be given by their place in the list that the person
	// sees. In a file that would change its meaning with the order of options.
	numbers bool
}

// any reads what a file holds for the question.
func (r reader) any(raw any) (fact.Value, error) {
	switch x := raw.(type) {
	case nil:
		return fact.NotSure(), nil
	case string:
		return r.text(x)
	case []any:
		return r.list(x)
	case map[string]any:
		if r.f.Kind == fact.Schedule {
			return r.plan(x)
		}
		return fact.Value{}, wrong(r.f.ID, words.Answering.NoParts())
	}
	given := fact.Shown(fmt.Sprint(raw))
	return fact.Value{}, wrong(r.f.ID, words.Answering.NotUnderstood(given))
}

// text reads one text.
func (r reader) text(s string) (fact.Value, error) {
	if len(s) > fact.MaxText {
		return fact.Value{}, fact.TooLong
	}
	s = clean(s)
	switch {
	case s == "":
		return fact.Value{}, wrong(r.f.ID, words.Answering.NothingWritten())
	case slices.Contains(unsure, strings.ToLower(s)):
		return fact.NotSure(), nil
	}
	switch r.f.Kind {
	case fact.Choice:
		n, err := r.option(s)
		return fact.Of(int64(n)), err
	case fact.Several:
		mask, err := r.several(s)
		return fact.Of(mask), err
	case fact.YesNo:
		return r.yesNo(s)
	case fact.Day:
		d, err := fact.ReadDate(s)
		return fact.OfDate(d), err
	case fact.Money:
		m, err := fact.ReadMoney(s)
		return fact.Of(int64(m)), err
	case fact.Percent:
		p, err := fact.ReadRate(s)
		return fact.Of(int64(p)), err
	case fact.Number:
		n, err := fact.ReadNumber(s)
		return fact.Of(n), err
	case fact.Schedule:
		p, err := fact.ReadPlan(s)
		return fact.Value{State: fact.Known, Plan: &p}, err
	case fact.History:
		return r.events(s)
	}
	return fact.Value{}, wrong(r.f.ID, words.Answering.TakesNone().Alone())
}

// clean is a folded text without what may stand around an answer.
func clean(s string) string { return strings.Trim(fact.Fold(s), " \n。") }

func (r reader) yesNo(s string) (fact.Value, error) {
	switch strings.ToLower(s) {
	case "1", "y", "yes", "true", "是", "有", "对":
		return fact.Of(1), nil
	case "2", "n", "no", "false", "否", "没有", "不是":
		return fact.Of(0), nil
	}
	return fact.Value{}, wrong(r.f.ID, words.Answering.NotYesNo(fact.Shown(s)))
}

// option is an option by id or words, and by number from 1 where numbers are
// taken.
func (r reader) option(s string) (int, error) {
	if k := r.named(s); k >= 0 {
		return k, nil
	}
	ids := r.f.optionIDs()
	fix := words.OptionsAre(ids)
	if n, err := strconv.Atoi(s); err == nil && !r.numbers {
		return 0, wrong(r.f.ID, words.Answering.NoNumbers(s, fix))
	} else if err == nil && n >= 1 && n <= len(r.f.Options) {
		return n - 1, nil
	}
	if r.numbers {
		fix = words.Answering.EnterTo(len(ids))
	}
	near := cond.Meant(s, ids, fix)
	return 0, wrong(r.f.ID, words.Answering.NoOption(fact.Shown(s), near))
}

// named is an option by id or words, or -1.
func (r reader) named(s string) int {
	same := func(text string) bool { return s == clean(text) }
	return slices.IndexFunc(r.f.Options, func(o Option) bool { return o.ID == s || same(o.Text.ZH) || same(o.Text.EN) })
}

// several reads options with commas, 、, semicolons, blanks or lines between
// them. The words of one option may hold such marks, so what is one option as
// it stands is not taken apart.
func (r reader) several(s string) (mask int64, err error) {
	for _, marks := range []string{";\n", ",、 "} {
		if r.named(s) >= 0 || !strings.ContainsAny(s, marks) {
			continue
		}
		for part := range strings.FieldsFuncSeq(s, func(c rune) bool { return strings.ContainsRune(marks, c) }) {
			m, err := r.several(strings.TrimSpace(part))
			if err != nil {
				return 0, err
			}
			mask |= m
		}
		return mask, nil
	}
	n, err := r.option(s)
	return 1 << uint(n), err
}

// none are the ways to say that nothing happened.
var none = []string{"none", "no", "0", "没有", "无", "都没有"}

// events reads "2025-08-01 demand; 2025-09-02 2" or none.
func (r reader) events(s string) (fact.Value, error) {
	v := fact.Value{State: fact.Known}
	if slices.Contains(none, strings.ToLower(s)) {
		return v, nil
	}
	var err error
	v.Events, err = r.eventsOf(s)
	return sorted(v), err
}

func (r reader) eventsOf(s string) ([]fact.Event, error) {
	list, err := fact.ReadEntries(s)
	if err != nil {
		return nil, err
	}
	example := "2025-08-01 " + r.f.Options[0].ID
	if len(list) == 0 {
		return nil, wrong(r.f.ID, words.Answering.LacksDay(fact.Shown(s), example))
	}
	var out []fact.Event
	for _, x := range list {
		if x.Text == "" {
			return nil, wrong(r.f.ID, words.Answering.LacksEvent(x.On.String(), example))
		}
		n, err := r.option(x.Text)
		if err != nil {
			return nil, err
		}
		out = append(out, fact.Event{On: x.On, What: n})
	}
	return out, nil
}

// sorted puts events in the order of their days, so that the same events
// always make the same answer.
func sorted(v fact.Value) fact.Value {
	slices.SortStableFunc(v.Events, func(a, b fact.Event) int { return int(a.On) - int(b.On) })
	return v
}

// list reads a list: options, events, payments, each a text or with its parts
// named.
func (r reader) list(list []any) (fact.Value, error) {
	v := fact.Value{State: fact.Known}
	if r.f.Kind == fact.Schedule {
		v.Plan = &fact.Plan{}
	}
	for _, x := range list {
		var err error
		switch r.f.Kind {
		case fact.Several:
			err = r.addOption(&v, x)
		case fact.History:
			err = r.addEvent(&v, x)
		case fact.Schedule:
			err = r.addPayment(&v, x, len(list) == 1)
		}
		if err != nil {
			return v, err
		}
	}
	switch r.f.Kind {
	case fact.Several, fact.History, fact.Schedule:
		return sorted(v), nil
	}
	return v, wrong(r.f.ID, words.Answering.NoListHere())
}

func (r reader) addOption(v *fact.Value, raw any) error {
	s, ok := raw.(string)
	if !ok {
		return wrong(r.f.ID, words.Answering.ListOfOptions(r.f.optionIDs()))
	}
	mask, err := r.several(clean(s))
	v.N |= mask
	return err
}

func (r reader) addEvent(v *fact.Value, raw any) error {
	if s, ok := raw.(string); ok {
		one, err := r.eventsOf(clean(s))
		v.Events = append(v.Events, one...)
		return err
	}
	parts, err := r.parts(raw, "on", "what")
	if err != nil {
		return err
	}
	on, err := fact.ReadDate(parts[0])
	if err != nil {
		return err
	}
	n, err := r.option(clean(parts[1]))
	v.Events = append(v.Events, fact.Event{On: on, What: n})
	return err
}

// addPayment adds dated payments to a plan. A list of one text may hold any
// plan.
func (r reader) addPayment(v *fact.Value, raw any, only bool) error {
	if s, ok := raw.(string); ok {
		p, err := fact.ReadPlan(s)
		switch {
		case err != nil:
			return err
		case only:
			v.Plan = &p
		case len(p.Flow) == 0:
			return r.lacks("on", "pay")
		default:
			v.Plan.Flow = append(v.Plan.Flow, p.Flow...)
		}
		return nil
	}
	parts, err := r.parts(raw, "on", "pay")
	if err != nil {
		return err
	}
	on, err := fact.ReadDate(parts[0])
	if err != nil {
		return err
	}
	amount, err := fact.ReadMoney(parts[1])
	v.Plan.Flow = append(v.Plan.Flow, fact.Payment{On: on, Amount: amount})
	return err
}

// lacks says that an entry has its parts under these two names.
func (r reader) lacks(first, second string) *InputError {
	example := map[string]string{
		"pay":   "{on: 2025-02-01, pay: 1000}",
		"each":  "{periods: 12, each: 1000}",
		"total": "{days: 7, total: 2000}",
	}[second]
	if second == "what" {
		example = "{on: 2025-08-01, what: " + r.f.Options[0].ID + "}"
	}
	return wrong(r.f.ID, words.Answering.PartsWanted(first, second, example))
}

// parts are the texts under two names, both of them and no other.
func (r reader) parts(raw any, first, second string) ([2]string, error) {
	m, _ := raw.(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(m)) {
		if key != first && key != second {
			e := r.lacks(first, second)
			e.What = Text(words.Answering.NoKeyHere(fact.Shown(key)))
			return [2]string{}, e
		}
	}
	a, ok := m[first].(string)
	b, ok2 := m[second].(string)
	if !ok || !ok2 {
		return [2]string{}, r.lacks(first, second)
	}
	return [2]string{a, b}, nil
}

// plan reads {periods: 12, each: 1000} or {days: 7, total: 2000}.
func (r reader) plan(m map[string]any) (fact.Value, error) {
	_, once := m["days"]
	_, total := m["total"]
	if once = once || total; once {
		return r.counted(m, "days", "total", func(n int, x fact.Fen) fact.Plan { return fact.Plan{Days: n, Total: x} })
	}
	return r.counted(m, "periods", "each", func(n int, x fact.Fen) fact.Plan { return fact.Plan{Periods: n, Each: x} })
}

func (r reader) counted(m map[string]any, count, amount string,
	plan func(int, fact.Fen) fact.Plan) (fact.Value, error) {
	parts, err := r.parts(m, count, amount)
	if err != nil {
		return fact.Value{}, err
	}
	n, err := fact.ReadNumber(parts[0])
	if err != nil {
		return fact.Value{}, err
	}
	x, err := fact.ReadMoney(parts[1])
	p := plan(int(n), x)
	return fact.Value{State: fact.Known, Plan: &p}, err
}
