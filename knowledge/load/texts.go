package load

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wangdai/advisor"
	"wangdai/advisor/lazy"
)

// A textUse is a text and what must hold of it.
type textUse struct {
	t          bi
	who, whoEN string          // whose text it is, for messages
	key        string          // where articles it names must stand: cites or basis
	cited      bool            // articles it names must be among cites
	cites      []advisor.Cite  // …
	blanks     map[string]bool // of a letter
	label      bool            // a label: no placeholders
	own        bool            // an authority's name, which may hold its number
	law        bool            // a law's own words, which may name articles
}

var (
	placeholder = lazy.Regexp(`\{([^{}\n]*)\}`)
	blankRef    = lazy.Regexp(`\[([^\[\]\n]*)\]`)
	articleZH   = lazy.Regexp(`第 ?(?:[0-9]+|[〇零一二三四五六七八九十百千]{2,}) ?条(?:之[一二三四五六七八九十])?`)
	articleEN   = lazy.Regexp(`(?i)\b(?:art\.|arts\.|articles?) ?[0-9]+`)
	digits      = lazy.Regexp(`[0-9]+(?:[.,][0-9]+)*`)
)

// checkTexts checks placeholders, and what must not be typed into a text.
func (l *loader) checkTexts() {
	for i := range l.texts {
		u := &l.texts[i]
		before := len(l.problems)
		zh := l.placeholders(u, u.t.ZH, nil)
		en := l.placeholders(u, u.t.EN, zh)
		var blanksZH, blanksEN []string
		if u.blanks != nil {
			blanksZH = l.blanks(u, u.t.ZH, nil)
			blanksEN = l.blanks(u, u.t.EN, blanksZH)
		}
		// What names nothing would only be told again as missing on the other
		// side.
		if len(l.problems) == before && u.t.ZH.there() && u.t.EN.there() {
			l.same(u, zh, en, "{", "}")
			l.same(u, blanksZH, blanksEN, "[", "]")
		}
		l.tongues(u)
		l.typed(u, u.t.ZH, articleZH())
		l.typed(u, u.t.EN, articleEN())
	}
}

// tongues tells a text that stands in the other language. Names such as LPR are
// Chinese too, and English may give a Chinese word in brackets: so what counts
// is which script most of it is in, and, of Chinese, that it is no sentence.
func (l *loader) tongues(u *textUse) {
	if han, latin := scripts(u.t.ZH.V); han == 0 && latin > 12 {
		l.bad(u.t.ZH.at, u.who+"的 zh 是英文", "写成中文；英文写在 en:", "the zh of "+u.whoEN+" is English", "write it in Chinese; English belongs to en:")
	}
	if han, latin := scripts(u.t.EN.V); han > latin {
		l.bad(u.t.EN.at, u.who+"的 en 是中文", "写成英文；中文写在 zh:", "the en of "+u.whoEN+" is Chinese", "write it in English; Chinese belongs to zh:")
	}
}

// scripts counts Han characters and Latin letters, without placeholders.
func scripts(s string) (han, latin int) {
	for _, r := range withoutPlaces(s, "") {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	return han, latin
}

// numerals are what a number is written with.
const numerals = "0123456789〇零一二三四五六七八九十百千"

// withoutPlaces is s with each byte of its placeholders replaced.
func withoutPlaces(s, by string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	return placeholder().ReplaceAllStringFunc(s, func(p string) string { return strings.Repeat(by, len(p)) })
}

// placeholders resolves the placeholders of one language and lists them.
// Those in told were resolved in the other language.
func (l *loader) placeholders(u *textUse, w word, told []string) []string {
	if !strings.ContainsAny(w.V, "{}") {
		return nil
	}
	var out []string
	rest := []byte(w.V)
	for _, m := range placeholder().FindAllStringSubmatchIndex(w.V, -1) {
		name := w.V[m[2]:m[3]]
		rest[m[0]], rest[m[1]-1] = ' ', ' '
		if slices.Contains(out, name) {
			continue
		}
		out = append(out, name)
		if slices.Contains(told, name) {
			continue
		}
		p := w.inside(utf8.RuneCountInString(w.V[:m[0]]))
		if u.label || u.law {
			l.bad(p, "这里不能用占位 {"+name+"}", "直接写文字", "no placeholder can stand here: {"+name+"}", "write the words")
			continue
		}
		l.placeholder(u, name, p)
	}
	if i := strings.IndexAny(string(rest), "{}"); i >= 0 {
		l.bad(w.inside(utf8.RuneCountInString(w.V[:i])), "花括号不成对", "占位写成 {名字}", "unbalanced braces", "write {name}")
	}
	return out
}

func (l *loader) placeholder(u *textUse, name string, p at) {
	switch pl := l.b.Place(name); pl.Kind {
	case advisor.PlaceToday:
	case advisor.PlaceFact, advisor.PlaceOption:
		l.use("fact", l.b.Facts[pl.Fact].ID)
	case advisor.PlaceNumber:
		l.use("number", pl.Number.ID)
	case advisor.PlaceAuthority:
		l.use("authority", pl.Who.ID)
	case advisor.PlaceArticle:
		c, ok := l.cite(p, name, false)
		if !ok || !u.cited {
			return
		}
		if !slices.ContainsFunc(u.cites, func(x advisor.Cite) bool {
			return x.Law == c.Law && (x.Article == c.Article || c.Article == "whole")
		}) {
			l.bad(p, u.who+" 的文字里用了 {"+name+"}，"+u.key+" 里没有", "在 "+u.key+" 里加上 "+name, u.whoEN+" names {"+name+"}, which is not in "+u.key, "add "+name+" to "+u.key)
		}
	default:
		l.nothing(name, p)
	}
}

// nothing says that a placeholder names nothing.
func (l *loader) nothing(name string, p at) {
	kinds := []string{"fact", "number"}
	zh, en := "事实、数或法条", "fact, number or article"
	switch {
	case strings.HasPrefix(name, "@"):
		fix, fixEN := nearest(name[1:], l.ids("authority"))
		l.bad(p, "占位 {"+name+"}：没有名为 "+name[1:]+" 的机构", fix, "{"+name+"}: there is no authority "+name[1:], fixEN)
		return
	case strings.Contains(name, "."):
		id, opt, _ := strings.Cut(name, ".")
		if n, ok := l.names[id]; ok {
			fix, fixEN := nearest(opt, n.Options)
			l.bad(p, "占位 {"+name+"}：「"+n.Label+"」（"+id+"）没有选项 "+opt, fix, "{"+name+"}: "+id+" has no option "+opt, fixEN)
			return
		}
		kinds, name = []string{"fact"}, id
		zh, en = "事实", "fact"
	case strings.Contains(name, "-"):
		if _, ok := l.cite(p, name, false); !ok {
			return
		}
	}
	var all []string
	for _, k := range kinds {
		all = append(all, l.ids(k)...)
	}
	fix, fixEN := nearest(name, all)
	l.bad(p, "占位 {"+name+"}：没有这个"+zh, fix, "{"+name+"}: there is no such "+en, fixEN)
}

// blanks lists the [blanks] of a letter's text. Those in told were looked up
// in the other language.
func (l *loader) blanks(u *textUse, w word, told []string) []string {
	var out []string
	for _, m := range blankRef().FindAllStringSubmatchIndex(w.V, -1) {
		name := w.V[m[2]:m[3]]
		if !factID.fits(name) {
			continue
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
		if !u.blanks[name] && !slices.Contains(told, name) {
			var all []string
			for b := range u.blanks {
				all = append(all, b)
			}
			slices.Sort(all)
			fix, fixEN := nearest(name, all)
			l.bad(w.inside(utf8.RuneCountInString(w.V[:m[0]])), "["+name+"] 没有列在 blanks 里", fix, "["+name+"] is not listed under blanks", fixEN)
		}
	}
	return out
}

// same checks that both languages name the same things.
func (l *loader) same(u *textUse, zh, en []string, open, shut string) {
	who, whoEN := u.who+" ", u.whoEN
	if u.who == "" {
		who, whoEN = "这段文字", "this text"
	}
	for _, n := range zh {
		if !slices.Contains(en, n) {
			l.bad(u.t.EN.at, who+"的英文少了 "+open+n+shut, "中英文的占位要一样", whoEN+": the English lacks "+open+n+shut, "both languages name the same")
		}
	}
	for _, n := range en {
		if !slices.Contains(zh, n) {
			l.bad(u.t.ZH.at, who+"的中文少了 "+open+n+shut, "中英文的占位要一样", whoEN+": the Chinese lacks "+open+n+shut, "both languages name the same")
		}
	}
}

// typed finds article numbers and hotlines typed into a text: they live in
// one file each, so that a change is made once.
func (l *loader) typed(u *textUse, w word, article *regexp.Regexp) {
	if u.law || !w.there() {
		return
	}
	// Placeholders hold numbers by right; most texts have neither.
	s := withoutPlaces(w.V, "x")
	if names := strings.Contains(s, "第") || strings.ContainsAny(s, "aA"); names && strings.ContainsAny(s, numerals) {
		l.typedArticles(w, s, article)
	}
	if u.own || u.label || !strings.ContainsAny(s, "0123456789") {
		return
	}
	for _, m := range digits().FindAllStringIndex(s, -1) {
		n := s[m[0]:m[1]]
		id, ok := l.hotlines[n]
		if !ok || countsSomething(s[:m[0]], s[m[1]:], len(n)) {
			continue
		}
		l.bad(w.inside(utf8.RuneCountInString(s[:m[0]])), "文字里直接写了号码 "+n, "写 {@"+id+"}，号码只在 authorities.yaml 里改", "the number "+n+" is typed into the text", "write {@"+id+"}; numbers are changed in authorities.yaml only")
	}
}

// typedArticles finds article numbers in a text without placeholders.
func (l *loader) typedArticles(w word, s string, article *regexp.Regexp) {
	for _, m := range article.FindAllStringIndex(s, -1) {
		l.bad(w.inside(utf8.RuneCountInString(s[:m[0]])), "文字里直接写了“"+s[m[0]:m[1]]+"”", "写成 {法名-条号}，例如 {xingfa-238}", "the article is typed into the text: "+quoted(s[m[0]:m[1]]), "write {law-number}, such as {xingfa-238}")
	}
}

var (
	unitAfter  = lazy.Regexp(`^ ?(?:万|元|天|日|个|人|条|期|倍|年|月|分|小时|%|days?|months?|years?|people|yuan|hours?|-)`)
	unitBefore = lazy.Regexp(`(?:CNY|RMB|¥|第|-) ?$`)
)

// countsSomething reports whether a short number is an amount and no hotline:
// 120 元 is not the ambulance.
func countsSomething(before, after string, n int) bool {
	return n <= 3 && (unitAfter().MatchString(after) || unitBefore().MatchString(before))
}
