package knowledge

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

var articleNo = regexp.MustCompile(`^(\d+(-\d+)?|whole)$`)

func (l *loader) law(d doc) {
	f := l.fields(d.root, "law title short kind issuer versions articles about")
	if !l.need(d.root, f, "law", "title", "kind", "issuer", "versions", "articles") {
		return
	}
	id := l.id(f["law"], "law", kebab)
	what := "法律 " + id + " 的 "
	x := advisor.Law{ID: id, Title: l.text(f["title"], what+"title "), Short: l.text(f["short"], what+"short "), Issuer: l.text(f["issuer"], what+"issuer "), Pos: d.root.pos()}
	x.Kind = l.word(f["kind"])
	l.oneOf(f["kind"], "statute", "interpretation", "regulation", "rule", "policy", "standard", "self_regulation")
	var newer fact.Date
	for _, n := range l.list(f["versions"]) {
		v := l.version(n)
		if newer != 0 {
			if v.From >= newer {
				l.at(n.pos(), "版本要新的在上面", "把这一版移到下面", "versions stand newest first", "move this one down")
			}
			v.Until = newer - 1
		}
		newer = v.From
		x.Versions = append(x.Versions, v)
	}
	seen := map[string]advisor.Pos{}
	for _, n := range l.list(f["articles"]) {
		af := l.fields(n, "no from was gist quote")
		if !l.need(n, af, "no") {
			continue
		}
		a := advisor.Article{No: l.word(af["no"]), Was: l.word(af["was"]), Gist: l.text(af["gist"], what+"要旨 "), Quote: l.prose(af["quote"], true), Pos: n.pos()}
		if !articleNo.MatchString(a.No) {
			l.at(af["no"].pos(), "条号“"+a.No+"”读不懂", "写 676，之一写 293-1，整篇写 whole", "the number cannot be read", "write 676, 293-1 or whole")
		}
		if af["from"] != nil {
			a.From = l.partialDate(af["from"])
		}
		key := fmt.Sprintf("%s %d %s", a.No, a.From, a.Was)
		if p, ok := seen[key]; ok {
			l.at(n.pos(), fmt.Sprintf("第%s条在第 %d 行已经有了", a.No, p.Line), "合成一条，或写 from:、was:", fmt.Sprintf("article %s stands already on line %d", a.No, p.Line), "merge them, or write from: or was:")
		}
		seen[key] = n.pos()
		// The same words as above where only the number moved.
		if a.Gist.IsZero() {
			for i := len(x.Articles) - 1; i >= 0; i-- {
				if x.Articles[i].No == a.No {
					a.Gist = x.Articles[i].Gist
					break
				}
			}
			if a.Gist.IsZero() {
				l.at(n.pos(), "少了 gist:", "用自己的话写要旨", "gist: is missing", "say it in your own words")
			}
		}
		x.Articles = append(x.Articles, a)
	}
	l.b.Laws = append(l.b.Laws, x)
}

func (l *loader) version(n *node) advisor.Version {
	f := l.fields(n, "from adopted number read files source checked note")
	if !l.need(n, f, "from", "read", "checked") {
		return advisor.Version{}
	}
	v := advisor.Version{FromText: l.word(f["from"]), From: l.partialDate(f["from"]), Number: l.word(f["number"]), Source: l.word(f["source"]), Files: l.words(f["files"]), Checked: l.date(f["checked"]), Pos: n.pos()}
	if f["adopted"] != nil {
		v.Adopted = l.partialDate(f["adopted"])
	}
	v.Official = l.oneOf(f["read"], "official", "reprint") == 0
	if !v.Official && v.Source == "" {
		l.at(n.pos(), "没读过官方文本的，要写 source:", "写出转载页的标题和地址", "what was only read as reprinted names its source", "write source: with title and address")
	}
	return v
}

// partialDate reads 2021-01-01, 2017-08 or 2017: the first day of what is known.
func (l *loader) partialDate(n *node) fact.Date {
	w := l.word(n)
	full := w
	switch strings.Count(w, "-") {
	case 0:
		full += "-01-01"
	case 1:
		full += "-01"
	}
	d, err := fact.ISODate(full)
	if err != nil {
		l.at(n.pos(), "没有 "+w+" 这一天", "写成 2021-01-01；日子不知道的写 2017-08", "there is no day "+w, "write 2021-01-01, or 2017-08 where the day is not known")
	}
	return d
}

func (l *loader) rates(d doc) {
	f := l.fields(d.root, "rates label verified values numbers about")
	if f["numbers"] != nil {
		for _, n := range l.list(f["numbers"]) {
			l.numberTable(n)
		}
		return
	}
	if !l.need(d.root, f, "rates", "label", "verified", "values") {
		return
	}
	t := advisor.RateTable{ID: l.id(f["rates"], "number", factName), Label: l.text(f["label"], "label "), Verified: l.date(f["verified"]), Pos: d.root.pos()}
	for _, n := range l.list(f["values"]) {
		vf := l.fields(n, "from rate source")
		if !l.need(n, vf, "from", "rate", "source") {
			continue
		}
		r, err := fact.ReadRate(l.word(vf["rate"]))
		if err != nil {
			l.at(vf["rate"].pos(), "利率读不懂", "写成 3.45%", "the rate cannot be read", "write 3.45%")
		}
		v := advisor.RateValue{From: l.date(vf["from"]), Rate: r, Source: l.word(vf["source"])}
		if k := len(t.Values); k > 0 && t.Values[k-1].From <= v.From {
			l.at(n.pos(), "新的要在上面", "按日期从新到旧排", "newest stands first", "order from new to old")
		}
		t.Values = append(t.Values, v)
	}
	l.b.Rates = append(l.b.Rates, t)
}

func (l *loader) numberTable(n *node) {
	f := l.fields(n, "id label values")
	if !l.need(n, f, "id", "label", "values") {
		return
	}
	i := len(l.b.Numbers)
	t := advisor.NumberTable{ID: l.id(f["id"], "number", factName), Label: l.text(f["label"], "label "), Pos: n.pos()}
	vals := l.list(f["values"])
	t.Values = make([]advisor.NumberValue, len(vals))
	for k, x := range vals {
		vf := l.fields(x, "from value article note source")
		if !l.need(x, vf, "from", "value") {
			continue
		}
		v := l.numberValue(vf["value"])
		v.From, v.Note = l.partialDate(vf["from"]), l.word(vf["note"])
		t.Values[k] = v
		if vf["article"] != nil {
			l.cite(vf["article"], func(c advisor.Cite) { l.b.Numbers[i].Values[k].Article = &c })
		} else if vf["note"] == nil {
			l.at(x.pos(), "少了 article: 或 note:", "写出哪一条定的；自定的写 note:", "article: or note: is missing", "name the article, or note: for a number of our own")
		}
	}
	l.b.Numbers = append(l.b.Numbers, t)
}

func (l *loader) numberValue(n *node) advisor.NumberValue {
	w := l.word(n)
	if m := periodForm.FindStringSubmatch(w); m != nil {
		k, _ := strconv.ParseInt(m[1], 10, 64)
		return advisor.NumberValue{Kind: fact.Number, N: k, Period: true, Unit: map[string]advisor.Unit{"day": advisor.Days, "workday": advisor.Workdays, "month": advisor.Months, "year": advisor.Years}[m[2]]}
	}
	if strings.HasSuffix(w, "%") {
		if r, err := fact.ReadRate(w); err == nil {
			return advisor.NumberValue{Kind: fact.Percent, N: int64(r)}
		}
	}
	if strings.HasSuffix(w, "元") {
		if m, err := fact.ReadMoney(w); err == nil {
			return advisor.NumberValue{Kind: fact.Money, N: int64(m)}
		}
	}
	k, err := strconv.ParseInt(w, 10, 64)
	if err != nil {
		l.at(n.pos(), "“"+w+"”读不懂", "写成 4、24%、5000元、6 months", strconv.Quote(w)+" cannot be read", "write 4, 24%, 5000元 or 6 months")
	}
	return advisor.NumberValue{Kind: fact.Number, N: k}
}

func (l *loader) calendar(d doc) {
	f := l.fields(d.root, "year notice read source holidays workdays about checked")
	if !l.need(d.root, f, "year", "notice", "holidays") {
		return
	}
	y := fact.CalendarYear{Year: int(l.number(f["year"]))}
	days := func(n *node) (out []fact.Date) {
		for _, x := range l.list(n) {
			a, b, ok := strings.Cut(l.word(x), "..")
			if !ok {
				b = a
			}
			from, e1 := fact.ISODate(a)
			to, e2 := fact.ISODate(b)
			if e1 != nil || e2 != nil || from > to || from.Year() != y.Year && to.Year() != y.Year {
				l.at(x.pos(), "日子读不懂，或不在这一年", "写成 2026-10-01..2026-10-07", "the days cannot be read, or lie in another year", "write 2026-10-01..2026-10-07")
				continue
			}
			for k := from; k <= to; k++ {
				out = append(out, k)
			}
		}
		return out
	}
	y.Holidays, y.Workdays = days(f["holidays"]), days(f["workdays"])
	l.b.Calendar.Years = append(l.b.Calendar.Years, y)
}

func (l *loader) authorities() {
	d, ok := l.single["authorities.yaml"]
	if !ok {
		return
	}
	f := l.fields(d.root, "authorities about")
	for _, n := range l.list(f["authorities"]) {
		af := l.fields(n, "id number name for not_for bring read source")
		if !l.need(n, af, "id", "name", "for", "read") {
			continue
		}
		id := l.id(af["id"], "authority", regexp.MustCompile(`^[a-z0-9-]+$`))
		what := "机构 " + id + " 的 "
		l.oneOf(af["read"], "official", "reprint", "common")
		l.b.Authorities = append(l.b.Authorities, advisor.Authority{ID: id, Number: l.word(af["number"]), Name: l.text(af["name"], what+"name "), For: l.text(af["for"], what+"for "), NotFor: l.text(af["not_for"], what+"not_for "), Bring: l.text(af["bring"], what+"bring "), Read: l.word(af["read"]), Source: l.word(af["source"]), Pos: n.pos()})
	}
}

func (l *loader) terms() {
	d, ok := l.single["glossary.yaml"]
	if !ok {
		return
	}
	f := l.fields(d.root, "terms about")
	for _, n := range l.list(f["terms"]) {
		tf := l.fields(n, "id term text")
		if l.need(n, tf, "id", "term", "text") {
			l.b.Terms = append(l.b.Terms, advisor.Term{ID: l.id(tf["id"], "term", kebab), Term: l.text(tf["term"], "term "), Text: l.text(tf["text"], "text "), Pos: n.pos()})
		}
	}
}
