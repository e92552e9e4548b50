package load

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// cites reads citations.
func (l *loader) cites(list []cite) []advisor.Cite {
	var out []advisor.Cite
	for _, c := range list {
		if x, ok := l.cite(c.Ref.at, c.Ref.V, true); ok {
			x.On = l.date(c.On)
			if slices.Contains(out, x) {
				l.bad(c.Ref.at, words.Load.CitedTwice(c.Ref.V))
			}
			out = append(out, x)
		}
	}
	for i := range out {
		out[i].Pos = list[i].Ref.pos()
	}
	return out
}

// cited are the citations of what has texts: each article that a text names
// ({minfadian-670}) is cited without being listed again. The list holds what
// no text names, what is cited more finely than it is named, and what is to
// stand elsewhere: it keeps its order, and what the texts name follows the
// article named before it.
func (l *loader) cited(list []cite, who words.Pair, texts ...bi) []advisor.Cite {
	written := l.cites(list)
	named := l.named(texts)
	out := woven(written, named)
	for i, c := range written {
		rest := slices.Delete(slices.Clone(written), i, i+1)
		if c.On < 0 && slices.EqualFunc(woven(rest, named), out, sameCite) {
			l.warn(l.citeAt(list, c), words.Load.CitedAnyway(who, c.String()))
		}
	}
	return out
}

func sameCite(a, b advisor.Cite) bool { return a.String() == b.String() && a.On == b.On }

// citeAt is where a citation is written.
func (l *loader) citeAt(list []cite, c advisor.Cite) at {
	for _, x := range list {
		if x.Ref.pos() == c.Pos {
			return x.Ref.at
		}
	}
	return at{}
}

// woven puts the articles that texts name among those that are written.
func woven(written, named []advisor.Cite) []advisor.Cite {
	out := slices.Clone(written)
	after := func(c advisor.Cite) int { // the place behind that article
		for i := len(out) - 1; i >= 0; i-- {
			if out[i].Law == c.Law && out[i].Article == c.Article {
				return i + 1
			}
		}
		return 0
	}
	for i, c := range named {
		if slices.ContainsFunc(written, func(x advisor.Cite) bool { return x.Law == c.Law && x.Article == c.Article }) {
			continue
		}
		at := 0
		if i > 0 {
			at = after(named[i-1])
		}
		out = slices.Insert(out, at, c)
	}
	return out
}

// named are the articles that the Chinese of texts names, each once, in order.
// What is no registered article is told when the texts are checked.
func (l *loader) named(texts []bi) []advisor.Cite {
	var out []advisor.Cite
	for _, t := range texts {
		for _, m := range placeholder().FindAllStringSubmatchIndex(t.ZH.V, -1) {
			name := t.ZH.V[m[2]:m[3]]
			if _, fact := l.names[name]; fact || l.has("number", name) || !l.namesLaw(name) {
				continue
			}
			var c advisor.Cite
			ok := false
			l.quietly(func() { c, ok = l.cite(at{}, name, true) })
			if !ok || slices.ContainsFunc(out, func(x advisor.Cite) bool { return x.String() == c.String() }) {
				continue
			}
			c.Pos = t.ZH.inside(utf8.RuneCountInString(t.ZH.V[:m[0]])).pos()
			out = append(out, c)
		}
	}
	return out
}

// namesLaws reports whether one of the texts means to name an article.
func (l *loader) namesLaws(texts []bi) bool {
	for _, t := range texts {
		for _, m := range placeholder().FindAllStringSubmatch(t.ZH.V, -1) {
			if l.namesLaw(m[1]) || strings.Contains(m[1], "-") {
				return true
			}
		}
	}
	return false
}

// quietly runs f and forgets what it found wrong.
func (l *loader) quietly(f func()) {
	n := len(l.problems)
	f()
	l.problems = l.problems[:n]
}

var afterLaw = lazy.Regexp(`(-(\d+|whole))?(-\d+)?(-k\d+)?(-x\d+)?$`)

var citeTail = lazy.Regexp(`^(\d+(?:-\d+)?|whole)(?:-k(\d+))?(?:-x(\d+))?$`)

// cite resolves law-article[-kN][-xN] and says what is wrong with it. A law's
// id may itself end in a number (jizi-yijian-2014-7): the longest id that is
// a law wins. strict asks that a law cited as a whole has an entry "whole".
func (l *loader) cite(p at, s string, strict bool) (advisor.Cite, bool) {
	c := advisor.Cite{On: -1}
	law, tail := s, ""
	for !l.has("law", law) {
		i := strings.LastIndexByte(law, '-')
		if i < 0 {
			near := l.near("law", lawPart(s))
			l.bad(p, words.Load.NoLaw(lawPart(s), near))
			return c, false
		}
		law, tail = law[:i], s[i+1:]
	}
	l.use("law", law)
	c.Law, c.Article = law, "whole"
	if tail != "" {
		m := citeTail().FindStringSubmatch(tail)
		if m == nil {
			// Perhaps the law itself is misspelt: minjian-jiedia-25.
			l.bad(p, words.Load.BadCite(s, law))
			return c, false
		}
		c.Article = m[1]
		c.Para, _ = strconv.Atoi(m[2])
		c.Item, _ = strconv.Atoi(m[3])
	}
	if c.Article == "whole" && !strict {
		return c, true
	}
	if !l.has("article", law+"-"+c.Article) {
		l.noArticle(p, law, c.Article)
		return c, false
	}
	l.use("article", law+"-"+c.Article)
	return c, true
}

// lawPart is a citation without what looks like an article.
func lawPart(s string) string {
	return afterLaw().ReplaceAllString(s, "")
}

// noArticle says that an article is not registered, and, where the number is
// one that the article had before a renumbering, which it is now.
func (l *loader) noArticle(p at, id, no string) {
	if l.vague[id] {
		return // that number may be the one
	}
	for i := range l.f.Laws {
		law := &l.f.Laws[i]
		if law.Law.V != id {
			continue
		}
		name := words.Pair{ZH: law.Short.ZH.V, EN: law.Short.EN.V}
		var have []string
		for _, a := range law.Articles {
			if a.Was.V == no && no != "" {
				l.bad(p, words.Load.OldArticle(name, articleName(no), articleName(a.No.V), id, a.No.V, no))
				return
			}
			if !slices.Contains(have, a.No.V) {
				have = append(have, a.No.V)
			}
		}
		have = have[:min(len(have), 30)]
		if no == "whole" {
			l.bad(p, words.Load.WhichArticle(name, id, have))
			return
		}
		l.bad(p, words.Load.NoArticle(name, articleName(no), law.Law.src.name, have, no))
		return
	}
}

func articleName(no string) string { return advisor.ArticleLabel(no, 0, 0, fact.ZH) }
