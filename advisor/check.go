package advisor

import (
	"fmt"
	"math/bits"

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

func wrong(id string, m words.Message) *InputError {
	return &InputError{id, fact.NoticeOf(m)}
}

// inputError tells what a reader or a limit refused as a fault of a question.
func inputError(id string, err error) error {
	if e, ok := err.(*InputError); ok {
		return e
	}
	n, ok := fact.NoticeIn(err)
	if !ok {
		n = fact.NoticeOf(words.Answering.PleaseCheck(err.Error()))
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
		return wrong(id, words.Answering.OldName(id, now))
	}
	near := cond.Meant(id, ids, words.Answering.SeeQuestions())
	id = fact.Shown(id)
	return wrong(id, words.Answering.NoQuestion(id, near))
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
	id, other := b.Facts[told].ID, words.Pair(b.Facts[early].Label)
	say := words.Answering.DayBefore
	switch kind := b.Facts[late].Kind; {
	case told == early:
		on, from, other = from, on, words.Pair(b.Facts[late].Label)
		say = words.Answering.DayAfter
	case kind == fact.Schedule:
		say = words.Answering.PaymentBefore
	case kind == fact.History:
		say = words.Answering.EventBefore
	}
	return wrong(id, say(dated(on), other, dated(from)))
}

// dated is a day as messages of answers write it.
func dated(d fact.Date) words.Pair { return words.Pair{ZH: d.In(fact.ZH), EN: d.String()} }

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
			return wrong(f.ID, words.Answering.YesOrNo())
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
		return wrong(f.ID, words.Answering.NoSuchOption(most))
	}
	return nil
}

func (f *Fact) severalFit(mask int64) error {
	if most := len(f.Options); mask < 0 || mask>>uint(most) != 0 {
		return wrong(f.ID, words.Answering.NoSuchTick(most))
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
		return wrong(f.ID, words.Answering.NoneWithOthers())
	case mask != 0:
		return nil
	case has:
		return wrong(f.ID, words.Answering.NothingTicked())
	}
	return wrong(f.ID, words.Answering.NothingTickedUnsure())
}

// inRange holds a value to what its question allows.
func (b *Base) inRange(i int, n int64, today fact.Date) error {
	f := &b.Facts[i]
	lo, hi := f.Range.Bounds(today)
	if !f.Range.Set || n >= lo && n <= hi {
		return nil
	}
	say := func(n int64) words.Pair {
		return words.Pair{ZH: b.FormatValue(i, fact.Of(n), fact.ZH), EN: b.FormatValue(i, fact.Of(n), fact.EN)}
	}
	return wrong(f.ID, words.Answering.OutOfRange(say(n), say(lo), say(hi)))
}

func (f *Fact) eventsFit(events []fact.Event, today fact.Date) error {
	for _, e := range events {
		switch {
		case e.What < 0 || e.What >= len(f.Options):
			return wrong(f.ID, words.Answering.NoSuchEvent(f.optionIDs()))
		case e.On > today:
			return wrong(f.ID, words.Answering.InTheFuture(dated(e.On)))
		}
	}
	return nil
}
