package advisor

import (
	"fmt"
	"math/bits"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// Which answers a question takes. Every answer goes through here, whether it
// was typed, pasted, read from a file or found in a code: the limits of its
// kind (fact.Kind.Check), then those of the question, then what other answers
// it must not contradict.

// An InputError is an answer that cannot be taken: which question it was meant
// for, what is wrong with it and what would be right.
type InputError struct {
	Question string
	fact.Notice
}

// Error names the question, too: that is how it is found in a log.
func (e *InputError) Error() string {
	return fmt.Sprintf("%s: %s (%s)", e.Question, e.What.EN, e.Fix.EN)
}

func wrong(id, zh, zhFix, en, enFix string) *InputError {
	return &InputError{id, fact.Say(zh, zhFix, en, enFix)}
}

// inputError tells what a reader or a limit refused as a fault of a question.
func inputError(id string, err error) error {
	if e, ok := err.(*InputError); ok {
		return e
	}
	n, ok := fact.NoticeIn(err)
	if !ok {
		n = fact.Say(err.Error(), "请检查", err.Error(), "please check")
	}
	return &InputError{id, n}
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
	near := cond.Meant(id, ids, words.Pair{ZH: "全部问题见 wangdai questions", EN: "see wangdai questions"})
	id = fact.Shown(id)
	return wrong(id, "没有名为 "+id+" 的问题", near.ZH, "there is no question named "+id, near.EN)
}

// fits reports whether a known value lies in the fact's domain, other answers
// apart.
func (b *Base) fits(i int, v fact.Value, today fact.Date) bool {
	return b.domain(i, v, today) == nil
}

// check is fits with a message, and with the relation to other days.
func (b *Base) check(i int, v fact.Value, today fact.Date, others Answers) error {
	if v.State != fact.Known {
		return nil
	}
	if err := b.domain(i, v, today); err != nil {
		return err
	}
	if f := &b.Facts[i]; f.After >= 0 {
		if err := b.inOrder(f.After, others[b.Facts[f.After].ID], i, v, i); err != nil {
			return err
		}
	}
	for j := range b.Facts {
		if later := &b.Facts[j]; later.After == i {
			if err := b.inOrder(i, v, j, others[later.ID], i); err != nil {
				return err
			}
		}
	}
	return nil
}

// inOrder tells where the first day of a later fact lies before that of the
// fact it must follow. The fault is told of the fact that is being answered.
func (b *Base) inOrder(early int, was fact.Value, late int, v fact.Value, told int) error {
	from, ok := b.Facts[early].Kind.First(was)
	on, ok2 := b.Facts[late].Kind.First(v)
	if !ok || !ok2 || on >= from {
		return nil
	}
	const zhFix, enFix = "核对两个日子，先改错的那一个", "check both days and correct the wrong one"
	id, other := b.Facts[told].ID, b.Facts[early].Label
	zh, en := "这一天（%s）早于“%s”（%s）", "this day (%s) is before %q (%s)"
	switch kind := b.Facts[late].Kind; {
	case told == early:
		on, from, other = from, on, b.Facts[late].Label
		zh, en = "这一天（%s）晚于“%s”（%s）", "this day (%s) is after %q (%s)"
	case kind == fact.Schedule:
		zh, en = "还款里最早的一笔（%s）早于“%s”（%s）", "the earliest payment (%s) is before %q (%s)"
	case kind == fact.History:
		zh, en = "最早的一件（%s）早于“%s”（%s）", "the earliest event (%s) is before %q (%s)"
	}
	return wrong(id, fmt.Sprintf(zh, on.In(fact.ZH), other.ZH, from.In(fact.ZH)), zhFix,
		fmt.Sprintf(en, on, other.EN, from), enFix)
}

// domain tells what is wrong with a known value by itself.
func (b *Base) domain(i int, v fact.Value, today fact.Date) error {
	f := &b.Facts[i]
	if err := f.Kind.Check(v); err != nil {
		return inputError(f.ID, err)
	}
	switch f.Kind {
	case fact.Choice:
		return f.choiceFits(v.N)
	case fact.Several:
		return f.severalFit(v.N)
	case fact.YesNo:
		if v.N != 0 && v.N != 1 {
			return wrong(f.ID, "要回答是或否", "1 是，2 否", "the answer is yes or no", "1 yes, 2 no")
		}
	case fact.Day, fact.Money, fact.Percent, fact.Number:
		return b.inRange(i, v.N, today)
	case fact.History:
		return f.eventsFit(v.Events, today)
	}
	return nil
}

func (f *Fact) choiceFits(n int64) error {
	if most := int64(len(f.Options)); n < 0 || n >= most {
		return wrong(f.ID, "没有这个选项", fmt.Sprintf("请选 1 到 %d", most),
			"there is no such option", fmt.Sprintf("choose 1 to %d", most))
	}
	return nil
}

func (f *Fact) severalFit(mask int64) error {
	if most := len(f.Options); mask < 0 || mask>>uint(most) != 0 {
		return wrong(f.ID, "没有这个选项", fmt.Sprintf("请选 1 到 %d", most),
			"there is no such option", fmt.Sprintf("choose from 1 to %d", most))
	}
	alone, has := false, false // "none of these" is ticked, or could be
	for k := range f.Options {
		if f.Options[k].Alone {
			has = true
			alone = alone || mask>>uint(k)&1 == 1
		}
	}
	switch {
	case alone && bits.OnesCount64(uint64(mask)) > 1:
		return wrong(f.ID, "“都没有”不能和别的一起选", "只选“都没有”，或只选别的",
			"\"none of these\" goes with no other option", "choose it alone, or the others")
	case mask != 0:
		return nil
	case has:
		return wrong(f.ID, "一项也没有选", "选“都没有”，或至少选一项",
			"nothing is chosen", "choose \"none of these\" or at least one")
	}
	return wrong(f.ID, "一项也没有选", "至少选一项，或选“不清楚”",
		"nothing is chosen", "choose at least one, or \"not sure\"")
}

// inRange holds a value to what its question allows.
func (b *Base) inRange(i int, n int64, today fact.Date) error {
	f := &b.Facts[i]
	lo, hi := f.Range.Bounds(today)
	if !f.Range.Set || n >= lo && n <= hi {
		return nil
	}
	zh := func(n int64) string { return b.FormatValue(i, fact.Of(n), fact.ZH) }
	en := func(n int64) string { return b.FormatValue(i, fact.Of(n), fact.EN) }
	return wrong(f.ID, zh(n)+" 不在能填的范围里", "请填 "+zh(lo)+" 到 "+zh(hi),
		en(n)+" is out of range", "enter "+en(lo)+" to "+en(hi))
}

func (f *Fact) eventsFit(events []fact.Event, today fact.Date) error {
	for _, e := range events {
		switch {
		case e.What < 0 || e.What >= len(f.Options):
			return wrong(f.ID, "没有这类事", "类别有："+strings.Join(f.optionIDs(), "、"),
				"there is no such kind of event", "kinds: "+strings.Join(f.optionIDs(), ", "))
		case e.On > today:
			return wrong(f.ID, e.On.In(fact.ZH)+" 还没有到", "只填已经发生的事",
				e.On.String()+" lies in the future", "enter only what has happened")
		}
	}
	return nil
}
