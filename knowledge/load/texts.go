package load

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wangdai/advisor"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// A textUse is a text and what must hold of it.
type textUse struct {
	t      bi
	who    words.Pair      // whose text it is, for messages
	key    string          // where articles it names must stand: cites or basis
	cited  bool            // articles it names must be among cites
	cites  []advisor.Cite  // …
	blanks map[string]bool // of a letter
	label  bool            // a label: no placeholders
	own    bool            // an authority's name, which may hold its number
	law    bool            // a law's own words, which may name articles
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
		l.bad(u.t.ZH.at, words.Load.ChineseIsEnglish(u.who))
	}
	if han, latin := scripts(u.t.EN.V); han > latin {
		l.bad(u.t.EN.at, words.Load.EnglishIsChinese(u.who))
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
			l.bad(p, words.Load.NoPlaceHere(name))
			continue
		}
		l.placeholder(u, name, p)
	}
	if i := strings.IndexAny(string(rest), "{}"); i >= 0 {
		l.bad(w.inside(utf8.RuneCountInString(w.V[:i])), words.Load.Unbalanced())
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
			l.bad(p, words.Load.PlaceUncited(u.who, name, u.key))
		}
	default:
		l.nothing(name, p)
	}
}

// nothing says that a placeholder names nothing.
func (l *loader) nothing(name string, p at) {
	kinds := []string{"fact", "number"}
	thing := words.Load.AnyPlace()
	switch {
	case strings.HasPrefix(name, "@"):
		near := nearest(name[1:], l.ids("authority"))
		l.bad(p, words.Load.NoAuthorityPlace(name, name[1:], near))
		return
	case strings.Contains(name, "."):
		id, opt, _ := strings.Cut(name, ".")
		if n, ok := l.names[id]; ok {
			near := nearest(opt, n.Options)
			l.bad(p, words.Load.NoOptionPlace(name, n.Label, id, opt, near))
			return
		}
		kinds, name = []string{"fact"}, id
		thing = words.Noun("fact")
	case strings.Contains(name, "-"):
		if _, ok := l.cite(p, name, false); !ok {
			return
		}
	}
	var all []string
	for _, k := range kinds {
		all = append(all, l.ids(k)...)
	}
	near := nearest(name, all)
	l.bad(p, words.Load.NoPlace(name, thing, near))
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
			near := nearest(name, all)
			l.bad(w.inside(utf8.RuneCountInString(w.V[:m[0]])), words.Load.BlankUnlisted(name, near))
		}
	}
	return out
}

// same checks that both languages name the same things.
func (l *loader) same(u *textUse, zh, en []string, open, shut string) {
	who := words.Pair{ZH: u.who.ZH + " ", EN: u.who.EN}
	if u.who.ZH == "" {
		who = words.Load.ThisText()
	}
	for _, n := range zh {
		if !slices.Contains(en, n) {
			l.bad(u.t.EN.at, words.Load.EnglishLacks(who, open, n, shut))
		}
	}
	for _, n := range en {
		if !slices.Contains(zh, n) {
			l.bad(u.t.ZH.at, words.Load.ChineseLacks(who, open, n, shut))
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
		l.bad(w.inside(utf8.RuneCountInString(s[:m[0]])), words.Load.NumberTyped(n, id))
	}
}

// typedArticles finds article numbers in a text without placeholders.
func (l *loader) typedArticles(w word, s string, article *regexp.Regexp) {
	for _, m := range article.FindAllStringIndex(s, -1) {
		l.bad(w.inside(utf8.RuneCountInString(s[:m[0]])), words.Load.ArticleTyped(s[m[0]:m[1]]))
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
