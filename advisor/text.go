package advisor

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"wangdai/advisor/fact"
)

// Placeholder finds what stands in braces in a text.
var Placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

// A PlaceKind says what a placeholder stands for.
type PlaceKind uint8

// The kinds of placeholder.
const (
	PlaceUnknown   PlaceKind = iota // nothing of that name
	PlaceToday                      // {today}
	PlaceFact                       // {received}
	PlaceOption                     // {evidence.recordings}
	PlaceNumber                     // {licensed_cap}
	PlaceArticle                    // {minfadian-670}, {cuishou-zhiyin}
	PlaceAuthority                  // {@12345}
)

// A Place is a placeholder resolved to what it names.
type Place struct {
	Kind   PlaceKind
	Fact   int
	Option int
	Number *NumberTable
	Cite   Cite
	Who    *Authority
}

// Place resolves a placeholder's inside.
func (b *Base) Place(name string) Place {
	if name == "today" {
		return Place{Kind: PlaceToday}
	}
	if id, ok := strings.CutPrefix(name, "@"); ok {
		if a := b.Authority(id); a != nil {
			return Place{Kind: PlaceAuthority, Who: a}
		}
		return Place{}
	}
	if id, opt, ok := strings.Cut(name, "."); ok {
		if f, i := b.Fact(id); f != nil {
			if k := f.option(opt); k >= 0 {
				return Place{Kind: PlaceOption, Fact: i, Option: k}
			}
		}
		return Place{}
	}
	if f, i := b.Fact(name); f != nil {
		return Place{Kind: PlaceFact, Fact: i}
	}
	if n := b.NumberTable(name); n != nil {
		return Place{Kind: PlaceNumber, Number: n}
	}
	if c, ok := b.ParseCite(name); ok {
		return Place{Kind: PlaceArticle, Cite: c}
	}
	return Place{}
}

var citeParts = regexp.MustCompile(`^(.+?)-(\d+(?:-\d+)?|whole)(?:-k(\d+))?(?:-x(\d+))?$`)

// ParseCite reads law-article[-k2][-x3], or a law's id alone for the whole
// document. It does not check that the article exists; see [Base.Article].
func (b *Base) ParseCite(s string) (Cite, bool) {
	if b.Law(s) != nil {
		return Cite{Law: s, Article: "whole", On: -1}, true
	}
	// A law's id may end in a number (jizi-yijian-2014-7), and an article in
	// 之一 (xingfa-293-1): the longest id that is a law wins.
	for i := len(s) - 1; i > 0; i-- {
		if s[i] != '-' || b.Law(s[:i]) == nil {
			continue
		}
		m := citeParts.FindStringSubmatch("x-" + s[i+1:])
		if m == nil {
			return Cite{}, false
		}
		para, _ := strconv.Atoi(m[3])
		item, _ := strconv.Atoi(m[4])
		return Cite{Law: s[:i], Article: m[2], Para: para, Item: item, On: -1}, true
	}
	return Cite{}, false
}

// Article is the wording of a cited article on a day, and the law's version
// then; nil where the law has no such article, or had none on that day.
func (b *Base) Article(c Cite, day fact.Date) (*Law, *Version, *Article) {
	l := b.Law(c.Law)
	if l == nil {
		return nil, nil, nil
	}
	v := l.On(day)
	for i := range l.Articles {
		a := &l.Articles[i]
		if a.No == c.Article && (a.From <= day || a.From == 0) {
			return l, v, a
		}
	}
	return l, v, nil
}

// On is the version in force on a day, or the oldest known before it.
func (l *Law) On(day fact.Date) *Version {
	for i := range l.Versions {
		if l.Versions[i].From <= day {
			return &l.Versions[i]
		}
	}
	if n := len(l.Versions); n > 0 {
		return &l.Versions[n-1]
	}
	return nil
}

// writer puts a replayed state into words of one language.
type writer struct {
	b     *Base
	st    *State
	today fact.Date
	lang  Lang
}

func (s *Session) writer(st *State) *writer { return &writer{s.base, st, s.today, s.lang} }

// day is the day that picks the law's version: that of fact on, else today.
func (w *writer) day(on int) fact.Date {
	if on >= 0 && w.st.Values[on].State == fact.Known {
		return w.st.Values[on].Date()
	}
	return w.today
}

// text fills a text's placeholders; on is the fact whose day picks the
// version of numbers and articles, -1 for today.
func (w *writer) text(t Text, on int) string {
	return w.fill(t.In(w.lang), on)
}

func (w *writer) fill(s string, on int) string {
	if !strings.Contains(s, "{") {
		return s
	}
	out := Placeholder.ReplaceAllStringFunc(s, func(p string) string { return w.place(p[1:len(p)-1], on) })
	if w.lang != fact.EN {
		out = tighten(out)
	}
	return out
}

var hanGap = regexp.MustCompile(`([\p{Han}，。；：、！？（）《》“”【】]) +([\p{Han}，。；：、！？（）《》“”【】])`)

// tighten drops the blanks that were left around a placeholder between Han
// characters. Twice, because matches may share a character.
func tighten(s string) string {
	return hanGap.ReplaceAllString(hanGap.ReplaceAllString(s, "$1$2"), "$1$2")
}

func (w *writer) place(name string, on int) string {
	p := w.b.Place(name)
	switch p.Kind {
	case PlaceToday:
		return w.today.In(w.lang)
	case PlaceFact:
		v := w.st.Values[p.Fact]
		if v.State != fact.Known {
			return map[bool]string{true: "（待查）", false: "(not known)"}[w.lang != fact.EN]
		}
		return w.b.FormatValue(p.Fact, v, w.lang)
	case PlaceOption:
		return w.b.Facts[p.Fact].Options[p.Option].Text.In(w.lang)
	case PlaceNumber:
		return p.Number.On(w.day(on)).In(w.lang)
	case PlaceArticle:
		return w.b.CiteName(p.Cite, w.day(on), w.lang)
	case PlaceAuthority:
		if p.Who.Number != "" {
			return p.Who.Number
		}
		return p.Who.Name.In(w.lang)
	}
	return "{" + name + "}"
}

var unitWords = map[Unit][2]string{Days: {"日", "days"}, Workdays: {"个工作日", "working days"}, Months: {"个月", "months"}, Years: {"年", "years"}}

// In is the value in words.
func (v NumberValue) In(l Lang) string {
	if v.Period {
		if l == fact.EN {
			return fmt.Sprintf("%d %s", v.N, unitWords[v.Unit][1])
		}
		if v.Unit == Days || v.Unit == Years {
			return fmt.Sprintf("%d%s", v.N, unitWords[v.Unit][0])
		}
		return fmt.Sprintf("%d %s", v.N, unitWords[v.Unit][0])
	}
	switch v.Kind {
	case fact.Percent:
		return strings.Replace(fact.Rate(v.N).String(), ".00%", "%", 1)
	case fact.Money:
		return fact.Fen(v.N).In(l)
	}
	return group(v.N)
}

// CiteName is a citation in words: 民法典第670条, Civil Code art. 670; an older
// version says so: 民间借贷规定（2015年版）第26条.
func (b *Base) CiteName(c Cite, day fact.Date, l Lang) string {
	law, v, art := b.Article(c, day)
	if law == nil {
		return c.Law
	}
	name := law.Short.In(l)
	if law.Short.IsZero() {
		name = law.Title.In(l)
	}
	if v != nil && v.Until != 0 {
		if l == fact.EN {
			name += fmt.Sprintf(" (%d version)", v.From.Year())
		} else {
			name += fmt.Sprintf("（%d年版）", v.From.Year())
		}
	}
	no := c.Article
	if art != nil && art.Was != "" {
		no = art.Was
	}
	if l == fact.EN {
		if no == "whole" {
			return name
		}
		return name + " " + ArticleLabel(no, c.Para, c.Item, l)
	}
	return name + ArticleLabel(no, c.Para, c.Item, l)
}

// ArticleLabel is 第293条之一第2款第3项, or art. 293-1 para. 2 item 3.
func ArticleLabel(no string, para, item int, l Lang) string {
	if no == "whole" {
		return ""
	}
	if l == fact.EN {
		s := "art. " + no
		if para > 0 {
			s += fmt.Sprintf(" para. %d", para)
		}
		if item > 0 {
			s += fmt.Sprintf(" item %d", item)
		}
		return s
	}
	main, of, ok := strings.Cut(no, "-")
	s := "第" + main + "条"
	if ok {
		s += "之" + hanDigit(of)
	}
	if para > 0 {
		s += fmt.Sprintf("第%d款", para)
	}
	if item > 0 {
		s += fmt.Sprintf("第%d项", item)
	}
	return s
}

func hanDigit(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 10 {
		return s
	}
	return string([]rune("一二三四五六七八九十")[n-1])
}
