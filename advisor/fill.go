package advisor

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// placeholder finds what stands in braces in a text.
var placeholder = lazy.Regexp(`\{([^{}]*)\}`)

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

// placeholders are the names in braces, as placeholder finds them; Index asks
// for those of every text, each time the program starts.
func placeholders(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for {
			_, rest, ok := strings.Cut(s, "{")
			end := strings.IndexAny(rest, "{}")
			if !ok || end < 0 {
				return
			}
			if rest[end] == '}' && !yield(rest[:end]) {
				return
			}
			s = rest[end:]
		}
	}
}

// text fills a text's placeholders; on is the fact whose day picks the
// version of numbers and articles, -1 for today.
func (w *writer) text(t Text, on int) string {
	return w.fill(t.In(w.lang), on)
}

// title is a finding's title. One that names what is not known says nothing
// yet, and is told as what there is to find out.
func (w *writer) title(f *Finding) string {
	t := words.EngineIn(string(w.lang))
	var open []string
	for _, x := range w.b.FactsIn(f.Title) {
		if w.st.Values[x].State != fact.Known {
			open = append(open, w.b.Facts[x].Label.In(w.lang))
		}
	}
	if len(open) > 0 {
		return fmt.Sprintf(t.WorkOut, strings.Join(open, t.Comma))
	}
	return w.text(f.Title, f.LawOn)
}

func (w *writer) fill(s string, on int) string {
	if !strings.Contains(s, "{") {
		return s
	}
	out := placeholder().ReplaceAllStringFunc(s, func(p string) string { return w.place(p[1:len(p)-1], on) })
	if w.lang != fact.EN {
		out = tighten(out)
	}
	return out
}

// tighten drops the blanks that were left around a placeholder between Han
// characters.
func tighten(s string) string {
	var b strings.Builder
	done := 0 // up to where s is written
	for i := 0; i < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		end := i + len(s[i:]) - len(strings.TrimLeft(s[i:], " "))
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[end:])
		if wide(before) && wide(after) {
			b.WriteString(s[done:i])
			done = end
		}
		i = end - 1
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// wide reports whether a character brings its own space along: Han, and the
// marks that go with it.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。；：、！？（）《》“”【】", r)
}

func (w *writer) place(name string, on int) string {
	p := w.b.Place(name)
	switch p.Kind {
	case PlaceToday:
		return w.today.In(w.lang)
	case PlaceFact:
		v := w.st.Values[p.Fact]
		if v.State != fact.Known {
			return Text(words.Reading.ToFindOut()).In(w.lang)
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

// inUnits is a length of time in words.
func inUnits(n int64, u Unit) Text {
	switch u {
	case Workdays:
		return Text(words.Reading.Workdays(n))
	case Months:
		return Text(words.Reading.Months(n))
	case Years:
		return Text(words.Reading.Years(n))
	}
	return Text(words.Reading.Days(n))
}

// In is the value in words.
func (v NumberValue) In(l Lang) string {
	if v.Period {
		return inUnits(v.N, v.Unit).In(l)
	}
	switch v.Kind {
	case fact.Day:
		return fact.Date(v.N).In(l)
	case fact.Percent:
		if v.Daily {
			return fact.Share(v.N).Daily().In(l)
		}
		return strings.Replace(fact.Rate(v.N).String(), ".00%", "%", 1)
	case fact.Money:
		return fact.Fen(v.N).In(l)
	}
	return group(v.N)
}

// Fill is a text with its placeholders filled as far as no answers are needed:
// numbers, articles and authorities as of the day the law was last checked.
func (b *Base) Fill(t Text, l Lang) string {
	if s := t.In(l); !strings.Contains(s, "{") {
		return s // no replay for the many texts without a placeholder
	}
	w := writer{b: b, st: Resolve(b, nil, b.LawAsOf), today: b.LawAsOf, lang: l}
	return w.text(t, -1)
}
