package load

import (
	"strconv"

	"wangdai/advisor"
	"wangdai/advisor/calc"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// numbers makes the numbers and days of the law, the fee scales and the
// published rates.
func (l *loader) numbers() {
	for i := range l.f.Numbers {
		l.number(&l.f.Numbers[i])
	}
	for i := range l.f.Days {
		l.lawDay(&l.f.Days[i])
	}
	for i := range l.f.Scales {
		l.scale(&l.f.Scales[i])
	}
	for i := range l.f.Rates {
		l.rateTable(&l.f.Rates[i])
	}
}

func (l *loader) number(r *rawNumber) {
	n := advisor.NumberTable{ID: r.ID.V, Label: l.text(r.Label, textUse{label: true}), Pos: r.At.pos()}
	for k := range r.Values {
		v := &r.Values[k]
		x := advisor.NumberValue{From: l.day(v.From, true), Note: v.Note.V,
			Article: l.source(r.ID, v.At, v.Article, v.Note)}
		if l.numberValue(v.Value, &x) {
			l.unit(r.ID.V, v.Value, unitOf(x))
		}
		if k > 0 {
			l.newestFirst(v.From, x.From, n.Values[k-1].From)
		}
		n.Values = append(n.Values, x)
	}
	l.addNumber(n, r.ID)
}

// lawDay makes a day on which the law changed: a number with one value.
func (l *loader) lawDay(r *rawDay) {
	n := advisor.NumberTable{ID: r.ID.V, Label: l.text(r.Label, textUse{label: true}), Pos: r.At.pos()}
	d := l.day(r.Day, false)
	l.unit(r.ID.V, r.Day, calc.OnDay)
	n.Values = []advisor.NumberValue{{From: d, Kind: fact.Day, N: int64(d), Note: r.Note.V,
		Article: l.source(r.ID, r.At, r.Article, r.Note)}}
	l.addNumber(n, r.ID)
}

func (l *loader) addNumber(n advisor.NumberTable, id word) {
	l.b.Numbers = append(l.b.Numbers, n)
	if _, clash := l.names[id.V]; clash {
		l.bad(id.at, words.Load.NumberAndFact(id.V))
	}
}

// source is the article that a number rests on; a note may stand for it.
func (l *loader) source(id word, p at, article cite, note word) *advisor.Cite {
	if article.Ref.there() {
		if c := l.cites([]cite{article}); len(c) == 1 {
			return &c[0]
		}
	} else if !note.there() {
		l.bad(p, words.Load.NoSource(id.V))
	}
	return nil
}

func (l *loader) newestFirst(w word, from, above fact.Date) {
	if from >= above {
		l.bad(w.at, words.Load.OutOfOrder())
	}
}

// scale makes a fee scale.
func (l *loader) scale(r *rawScale) {
	t := advisor.ScaleTable{ID: r.ID.V, Label: l.text(r.Label, textUse{label: true}), Pos: r.At.pos()}
	l.unit(r.ID.V, r.ID, calc.FeeScale)
	for k := range r.Values {
		v := &r.Values[k]
		x := advisor.ScaleValue{From: l.day(v.From, false), Article: l.source(r.ID, v.At, v.Article, word{})}
		x.Scale = calc.Scale{Base: l.amount(v.Base), First: l.amount(v.First), Most: l.amount(v.Most)}
		x.Scale.Parts = l.brackets(v, x.Scale.First)
		if k > 0 {
			l.newestFirst(v.From, x.From, t.Values[k-1].From)
		}
		t.Values = append(t.Values, x)
	}
	l.b.Scales = append(l.b.Scales, t)
}

// brackets reads the parts of a scale: each ends above the one before, only
// the last has no end.
func (l *loader) brackets(v *rawSchedule, first fact.Fen) []calc.Bracket {
	var out []calc.Bracket
	low := first
	for i := range v.Parts {
		p := &v.Parts[i]
		b := calc.Bracket{To: l.amount(p.To), Rate: l.percent(p.Rate)}
		switch last := i == len(v.Parts)-1; {
		case last && p.To.there():
			l.bad(p.To.at, words.Load.LastPartEnds())
		case !last && !p.To.there():
			l.bad(p.At, words.Load.PartWithoutEnd())
		case !last && b.To <= low:
			l.bad(p.To.at, words.Load.PartEndsLower())
		}
		low = b.To
		out = append(out, b)
	}
	return out
}

// amount reads money; nothing is no money.
func (l *loader) amount(w word) fact.Fen {
	n, ok := quantity(w.V, fact.Money)
	if w.there() && !ok {
		l.bad(w.at, words.Load.BadAmount(w.V))
	}
	return fact.Fen(n)
}

func (l *loader) percent(w word) fact.Rate {
	n, ok := quantity(w.V, fact.Percent)
	if w.there() && !ok {
		l.bad(w.at, words.Load.BadRate(w.V))
	}
	return fact.Rate(n)
}

func (l *loader) rateTable(r *rawRates) {
	if !r.Rates.there() {
		l.bad(r.At, words.Load.TableWithoutID())
		return
	}
	l.unit(r.Rates.V, r.Rates, calc.RateTable)
	t := advisor.RateTable{ID: r.Rates.V, Label: l.text(r.Label, textUse{label: true}),
		Verified: l.day(r.Verified, false)}
	t.Pos = r.At.pos()
	for k := range r.Values {
		v := &r.Values[k]
		x := advisor.RateValue{From: l.day(v.From, false), Rate: l.percent(v.Rate), Source: v.Source.V}
		if k > 0 {
			l.newestFirst(v.From, x.From, t.Values[k-1].From)
		}
		t.Values = append(t.Values, x)
	}
	if t.Verified.IsZero() {
		l.bad(r.At, words.Load.TableWithoutDay(t.ID))
	}
	l.b.Rates = append(l.b.Rates, t)
}

var dailyRate = lazy.Regexp(`^(\d{1,3})(?:\.(\d{1,7}))?% a day$`)

// numberValue reads a value with its unit.
func (l *loader) numberValue(w word, x *advisor.NumberValue) bool {
	if n, u, ok := period(w.V); ok {
		x.Kind, x.N, x.Unit, x.Period = fact.Number, int64(n), u, true
		return true
	}
	if m := dailyRate().FindStringSubmatch(w.V); m != nil {
		n, _ := strconv.ParseInt(m[1]+(m[2] + "0000000")[:7], 10, 64)
		x.Kind, x.N, x.Daily = fact.Percent, n, true
		return true
	}
	for _, k := range []fact.Kind{fact.Number, fact.Percent, fact.Money} {
		if n, ok := quantity(w.V, k); ok {
			x.Kind, x.N = k, n
			return true
		}
	}
	if w.there() {
		l.bad(w.at, words.Load.BadValue(w.V))
	}
	return false
}

// unitOf is the unit of a number's value.
func unitOf(x advisor.NumberValue) calc.Unit {
	switch {
	case x.Period:
		return map[advisor.Unit]calc.Unit{advisor.Years: calc.YearsLong, advisor.Months: calc.MonthsLong,
			advisor.Days: calc.DaysLong}[x.Unit]
	case x.Daily:
		return calc.DailyRate
	}
	return map[fact.Kind]calc.Unit{fact.Number: calc.Count, fact.Percent: calc.PerCent, fact.Money: calc.Amount}[x.Kind]
}

// unit checks that what calculators read under a name is written in the unit
// in which they read it.
func (l *loader) unit(id string, w word, is calc.Unit) {
	if want := calc.UnitOf(id); want != calc.NoUnit && want != is {
		l.bad(w.at, words.Load.OtherUnit(id, w.V, want.Example()))
	}
}
