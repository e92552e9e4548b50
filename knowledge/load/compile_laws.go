package load

import (
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
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
		law := advisor.Law{ID: r.Law.V, Title: l.text(r.Title, textUse{law: true}),
			Short: l.text(r.Short, textUse{law: true}), Kind: r.Kind.V, Issuer: l.text(r.Issuer, textUse{law: true}),
			Pos: r.At.pos()}
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
		x := advisor.Version{From: l.day(v.From, true), FromText: v.From.V, Adopted: l.day(v.Adopted, true),
			Number: v.Number.V, Official: v.Read.V == "official",
			Source: v.Source.V, Files: texts(v.Files), Checked: l.day(v.Checked, false), Pos: v.At.pos()}
		switch {
		case v.Read.V == "official" && len(v.Files) == 0 && !v.Source.there():
			l.bad(v.At, words.Load.WhichText())
		case v.Read.V == "reprint" && !v.Source.there():
			l.bad(v.At, words.Load.WhichReprint())
		}
		if n := len(out); n > 0 && !x.From.IsZero() && !out[n-1].From.IsZero() {
			x.Until = out[n-1].From - 1
			if x.From >= out[n-1].From {
				l.bad(v.From.at, words.Load.VersionsOutOfOrder())
			}
		}
		out = append(out, x)
	}
	if len(out) == 0 {
		l.bad(r.At, words.Load.NoVersion(r.Law.V))
	}
	return out
}

// articles reads the articles: one number's wordings together, newest first.
func (l *loader) articles(r *rawLaw) []advisor.Article {
	var out []advisor.Article
	for i := range r.Articles {
		a := &r.Articles[i]
		if a.No.V != "whole" && !citeTail().MatchString(a.No.V) {
			l.bad(a.No.at, words.Load.BadArticleNo(a.No.V))
			l.vague[r.Law.V] = true
			continue
		}
		x := advisor.Article{No: a.No.V, From: l.day(a.From, true), Was: a.Was.V,
			Gist: l.text(a.Gist, textUse{law: true}), Quote: joined(a.Quote.V), Pos: a.At.pos()}
		k := slices.IndexFunc(out, func(y advisor.Article) bool { return y.No == x.No })
		switch {
		case k < 0:
			l.seen["article/"+r.Law.V+"-"+x.No] = a.At
			if !a.Gist.there() {
				l.bad(a.At, words.Load.NoGist(r.Short.ZH.V, articleName(x.No), r.Short.EN.V, x.No))
			}
		default:
			last := out[len(out)-1]
			if last.No != x.No {
				l.bad(a.No.at, words.Load.WordingsApart(articleName(x.No), x.No))
				break
			}
			if last.From.IsZero() || x.From >= last.From && !x.From.IsZero() {
				l.bad(a.No.at, words.Load.ArticleTwice(articleName(x.No), x.No))
			}
			if !a.Gist.there() { // only the number moved
				x.Gist, x.Quote = last.Gist, last.Quote
			}
		}
		out = append(out, x)
	}
	return out
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
			l.bad(r.Year.at, words.Load.YearTwice(y))
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
		l.bad(w.at, words.Load.BadDays())
		return nil
	case from.Year() < year-1 || to.Year() > year+1:
		l.bad(w.at, words.Load.OtherYear(year))
		return nil
	}
	var out []fact.Date
	for d := from; d <= to; d++ {
		out = append(out, d)
	}
	return out
}
