package knowledge

import (
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

var lawKinds = []string{"statute", "interpretation", "regulation", "rule", "policy", "standard", "self_regulation"}

// laws makes the laws, their versions and articles.
func (l *loader) laws() {
	for i := range l.f.Laws {
		r := &l.f.Laws[i]
		if !l.claim("law", &r.Law, otherID) {
			continue
		}
		l.one(r.Kind, lawKinds...)
		law := advisor.Law{ID: r.Law.V, Title: l.text(r.Title, textUse{law: true}), Short: l.text(r.Short, textUse{law: true}), Kind: r.Kind.V, Issuer: l.text(r.Issuer, textUse{law: true}), Pos: r.At.pos()}
		law.Versions = l.versions(r)
		law.Articles = l.articles(r)
		l.b.Laws = append(l.b.Laws, law)
	}
}

// versions reads the versions, newest first; each ends where the next newer
// one begins.
func (l *loader) versions(r *rawLaw) []advisor.Version {
	var out []advisor.Version
	for i := range r.Versions {
		v := &r.Versions[i]
		l.one(v.Read, "official", "reprint")
		x := advisor.Version{From: l.day(v.From, true), FromText: v.From.V, Adopted: l.day(v.Adopted, true), Number: v.Number.V, Official: v.Read.V == "official",
			Source: v.Source.V, Files: texts(v.Files), Checked: l.day(v.Checked, false), Pos: v.At.pos()}
		switch {
		case v.Read.V == "official" && len(v.Files) == 0 && !v.Source.there():
			l.bad(v.At, "读的是官方文本，要写哪一份", "加 files:（law/texts 里的文件名）或 source:", "read officially: say which text", "add files: (names in law/texts) or source:")
		case v.Read.V == "reprint" && !v.Source.there():
			l.bad(v.At, "只见转载，要写出处", "加一行 source: 标题和网址", "read in a reprint: say which", "add source: title and address")
		}
		if n := len(out); n > 0 && !x.From.IsZero() && !out[n-1].From.IsZero() {
			x.Until = out[n-1].From - 1
			if x.From >= out[n-1].From {
				l.bad(v.From.at, "版本的次序反了", "新的写在上面", "the versions are out of order", "newest first")
			}
		}
		out = append(out, x)
	}
	if len(out) == 0 {
		l.bad(r.At, "法 "+r.Law.V+" 没有版本", "在 versions 里写上至少一个", "law "+r.Law.V+" has no version", "give at least one under versions")
	}
	return out
}

// articles reads the articles: one number's wordings together, newest first.
func (l *loader) articles(r *rawLaw) []advisor.Article {
	var out []advisor.Article
	for i := range r.Articles {
		a := &r.Articles[i]
		if a.No.V != "whole" && !citeTail.MatchString(a.No.V) {
			l.bad(a.No.at, "条号“"+a.No.V+"”读不懂", "写成 25、293-1（之一）或 whole", "the number "+quoted(a.No.V)+" is not well formed", "write 25, 293-1 or whole")
			l.vague[r.Law.V] = true
			continue
		}
		x := advisor.Article{No: a.No.V, From: l.day(a.From, true), Was: a.Was.V, Gist: l.text(a.Gist, textUse{law: true}), Quote: joined(a.Quote.V), Pos: a.At.pos()}
		k := slices.IndexFunc(out, func(y advisor.Article) bool { return y.No == x.No })
		switch {
		case k < 0:
			l.seen["article/"+r.Law.V+"-"+x.No] = a.At
			if !a.Gist.there() {
				l.bad(a.At, r.Short.ZH.V+articleName(x.No)+"没有大意", "加 gist:，下面 zh: 和 en:", r.Short.EN.V+" art. "+x.No+" has no gist", "add gist: with zh: and en:")
			}
		default:
			last := out[len(out)-1]
			if last.No != x.No {
				l.bad(a.No.at, articleName(x.No)+"的几个写法要放在一起", "移到同一条的下面", "wordings of art. "+x.No+" must stand together", "move it below the other")
				break
			}
			if last.From.IsZero() || x.From >= last.From && !x.From.IsZero() {
				l.bad(a.No.at, articleName(x.No)+"写了两次，分不清先后", "新的写在上面，并写 from: 从哪天起", "art. "+x.No+" stands twice and the dates do not tell them apart", "newest first, with from: the day it began")
			}
			if !a.Gist.there() { // only the number moved
				x.Gist, x.Quote = last.Gist, last.Quote
			}
		}
		out = append(out, x)
	}
	return out
}

// numbers makes the numbers of the law and the published rates.
func (l *loader) numbers() {
	for i := range l.f.Numbers {
		r := &l.f.Numbers[i]
		n := advisor.NumberTable{ID: r.ID.V, Label: l.text(r.Label, textUse{label: true}), Pos: r.At.pos()}
		for k := range r.Values {
			v := &r.Values[k]
			x := advisor.NumberValue{From: l.day(v.From, true), Note: v.Note.V}
			l.numberValue(v.Value, &x)
			if v.Article.Ref.there() {
				if c := l.cites([]cite{v.Article}); len(c) == 1 {
					x.Article = &c[0]
				}
			} else if !v.Note.there() {
				l.bad(v.At, "数 "+r.ID.V+" 没有出处", "加 article: 法条，或 note: 说明", "number "+r.ID.V+" has no source", "add article: or note:")
			}
			if k > 0 && x.From >= n.Values[k-1].From {
				l.bad(v.From.at, "次序反了", "新的写在上面", "out of order", "newest first")
			}
			n.Values = append(n.Values, x)
		}
		l.b.Numbers = append(l.b.Numbers, n)
		if _, clash := l.names[r.ID.V]; clash {
			l.bad(r.ID.at, r.ID.V+" 既是数又是事实，文字里分不清", "换一个名字", r.ID.V+" is both a number and a fact", "choose another name")
		}
	}
	for i := range l.f.Rates {
		l.rateTable(&l.f.Rates[i])
	}
}

func (l *loader) rateTable(r *rawRates) {
	if !r.Rates.there() {
		l.bad(r.At, "利率表没有名字", "加一行 rates: lpr", "the rate table has no name", "add rates: lpr")
		return
	}
	t := advisor.RateTable{ID: r.Rates.V, Label: l.text(r.Label, textUse{label: true}), Verified: l.day(r.Verified, false)}
	t.Pos = r.At.pos()
	for k := range r.Values {
		v := &r.Values[k]
		n, ok := quantity(v.Rate.V, fact.Percent)
		if !ok {
			l.bad(v.Rate.at, "利率读不懂：“"+v.Rate.V+"”", "写成 3.45%", "the rate "+quoted(v.Rate.V)+" is not well formed", "write 3.45%")
		}
		x := advisor.RateValue{From: l.day(v.From, false), Rate: fact.Rate(n), Source: v.Source.V}
		if k > 0 && x.From >= t.Values[k-1].From {
			l.bad(v.From.at, "次序反了", "新的写在上面", "out of order", "newest first")
		}
		t.Values = append(t.Values, x)
	}
	if t.Verified.IsZero() {
		l.bad(r.At, "利率表 "+t.ID+" 没有写核到哪一天", "加一行 verified: 2026-06-22", "rate table "+t.ID+" does not say up to when it was verified", "add verified: 2026-06-22")
	}
	l.b.Rates = append(l.b.Rates, t)
}

func (l *loader) numberValue(w word, x *advisor.NumberValue) {
	if n, u, ok := period(w.V); ok {
		x.Kind, x.N, x.Unit, x.Period = fact.Number, int64(n), u, true
		return
	}
	for _, k := range []fact.Kind{fact.Number, fact.Percent, fact.Money} {
		if n, ok := quantity(w.V, k); ok {
			x.Kind, x.N = k, n
			return
		}
	}
	if w.there() {
		l.bad(w.at, "数读不懂：“"+w.V+"”", "写成 4、24%、3 years、6 months 或 5000元", "the value "+quoted(w.V)+" is not well formed", "write 4, 24%, 3 years, 6 months or 5000元")
	}
}

// calendar makes the calendar. A notice may name days of the year before or
// after its own; those go where that year is covered too.
func (l *loader) calendar() {
	years := map[int]*fact.CalendarYear{}
	var order []int
	for i := range l.f.Calendars {
		r := &l.f.Calendars[i]
		y := l.whole(r.Year)
		l.one(r.Read, "official", "reprint", "common")
		if years[y] != nil {
			l.bad(r.Year.at, strconv.Itoa(y)+" 年写了两处", "一年一个文件", "the year "+strconv.Itoa(y)+" stands twice", "one file a year")
			continue
		}
		years[y] = &fact.CalendarYear{Year: y}
		order = append(order, y)
	}
	slices.Sort(order)
	add := func(r *rawCalendar, list []word, into func(*fact.CalendarYear) *[]fact.Date) {
		for _, w := range list {
			for _, d := range l.days(w, l.whole(r.Year)) {
				if y := years[d.Year()]; y != nil {
					*into(y) = append(*into(y), d)
				}
			}
		}
	}
	for i := range l.f.Calendars {
		r := &l.f.Calendars[i]
		add(r, r.Holidays, func(y *fact.CalendarYear) *[]fact.Date { return &y.Holidays })
		add(r, r.Workdays, func(y *fact.CalendarYear) *[]fact.Date { return &y.Workdays })
	}
	for _, y := range order {
		l.b.Calendar.Years = append(l.b.Calendar.Years, *years[y])
	}
}

// days reads a day or a run of days a..b.
func (l *loader) days(w word, year int) []fact.Date {
	lo, hi, ok := strings.Cut(w.V, "..")
	if !ok {
		hi = lo
	}
	a, b := w, w
	a.V, b.V = strings.TrimSpace(lo), strings.TrimSpace(hi)
	from, to := l.day(a, false), fact.Date(0)
	if ok {
		to = l.day(b, false)
	} else {
		to = from
	}
	switch {
	case from.IsZero() || to.IsZero():
		return nil
	case to < from || to-from > 40:
		l.bad(w.at, "日子的两头反了，或太长", "写成 2026-10-01..2026-10-07", "these days are the wrong way round or too many", "write 2026-10-01..2026-10-07")
		return nil
	case from.Year() < year-1 || to.Year() > year+1:
		l.bad(w.at, "这不是 "+strconv.Itoa(year)+" 年的日子", "检查年份", "these are no days of "+strconv.Itoa(year), "check the year")
		return nil
	}
	var out []fact.Date
	for d := from; d <= to; d++ {
		out = append(out, d)
	}
	return out
}
