package advisor

import (
	"fmt"
	"strconv"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

var citeParts = lazy.Regexp(`^(.+?)-(\d+(?:-\d+)?|whole)(?:-k(\d+))?(?:-x(\d+))?$`)

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
		m := citeParts().FindStringSubmatch("x-" + s[i+1:])
		if m == nil {
			return Cite{}, false
		}
		para, _ := strconv.Atoi(m[3])
		item, _ := strconv.Atoi(m[4])
		return Cite{Law: s[:i], Article: m[2], Para: para, Item: item, On: -1}, true
	}
	return Cite{}, false
}

// String is law-article[-k2][-x3], as the knowledge files write it.
func (c Cite) String() string {
	s := c.Law
	if c.Article != "whole" {
		s += "-" + c.Article
	}
	if c.Para > 0 {
		s += fmt.Sprintf("-k%d", c.Para)
	}
	if c.Item > 0 {
		s += fmt.Sprintf("-x%d", c.Item)
	}
	return s
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

func (w *writer) cites(cites []Cite, on int) []Citation {
	out := []Citation{}
	for _, c := range cites {
		out = append(out, w.citation(c, on))
	}
	return out
}

func (w *writer) citation(c Cite, on int) Citation {
	if c.On >= 0 {
		on = c.On
	}
	day := w.day(on)
	l, v, a := w.b.Article(c, day)
	out := Citation{Ref: c.String(), Law: c.Law}
	if l == nil {
		return out
	}
	out.Title, out.Short = l.Title.In(w.lang), l.Short.In(w.lang)
	no := c.Article
	if a != nil {
		out.Gist, out.Quote = w.text(a.Gist, -1), a.Quote
		if a.Was != "" {
			no = a.Was
		}
	}
	out.Article = ArticleLabel(no, c.Para, c.Item, w.lang)
	if v == nil {
		return out
	}
	out.Effective, out.Checked, out.Source = v.FromText, dateOrEmpty(v.Checked), v.Source
	out.Status = l.status(v)
	if v.Until != 0 {
		old := c
		old.Article = no
		out.Ref = fmt.Sprintf("%s@%d", old.String(), day.Year())
	}
	return out
}

// status is in_force for law that binds, and the kind of document for what is
// only policy, standard or self-regulation; superseded for an older version.
func (l *Law) status(v *Version) string {
	switch {
	case v.Until != 0:
		return "superseded"
	case l.Kind == "policy" || l.Kind == "standard" || l.Kind == "self_regulation":
		return l.Kind
	}
	return "in_force"
}

func dateOrEmpty(d fact.Date) string {
	if d == 0 {
		return ""
	}
	return d.String()
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
		name += Text(words.Reading.Version(v.From.Year())).In(l)
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
		return words.Reading.ArticleEN(no, para, item)
	}
	main, of, inserted := strings.Cut(no, "-")
	if inserted {
		of = fact.HanDigit(of)
	}
	return words.Reading.ArticleZH(main, of, para, item)
}
