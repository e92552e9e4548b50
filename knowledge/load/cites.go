package load

import (
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
)

// cites reads citations.
func (l *loader) cites(list []cite) []advisor.Cite {
	var out []advisor.Cite
	for _, c := range list {
		if x, ok := l.cite(c.Ref.at, c.Ref.V, true); ok {
			x.On = l.date(c.On)
			if slices.Contains(out, x) {
				l.bad(c.Ref.at, c.Ref.V+" 引用了两次", "删掉一处", c.Ref.V+" is cited twice", "remove one")
			}
			out = append(out, x)
		}
	}
	for i := range out {
		out[i].Pos = list[i].Ref.pos()
	}
	return out
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
			zh, en := l.near("law", lawPart(s))
			l.bad(p, "没有登记名为 "+lawPart(s)+" 的法", zh, "no law named "+lawPart(s)+" is registered", en)
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
			l.bad(p, "引用 "+s+" 写得不对", "写成 法名-条，例如 "+law+"-25、"+law+"-25-k2-x3", "the citation "+s+" is not well formed", "write law-article, such as "+law+"-25 or "+law+"-25-k2-x3")
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
		name := law.Short.ZH.V
		var have []string
		for _, a := range law.Articles {
			if a.Was.V == no && no != "" {
				l.bad(p, name+"没有登记"+articleName(no)+"；那是旧条号，现在是"+articleName(a.No.V), "写 "+id+"-"+a.No.V, law.Short.EN.V+" art. "+no+" is an old number, now art. "+a.No.V, "write "+id+"-"+a.No.V)
				return
			}
			if !slices.Contains(have, a.No.V) {
				have = append(have, a.No.V)
			}
		}
		have = have[:min(len(have), 30)]
		list, listEN := strings.Join(have, "、"), strings.Join(have, ", ")
		if no == "whole" {
			l.bad(p, name+"是有条号的，要写明哪一条", "写 "+id+"-条号；已登记的有："+list, law.Short.EN.V+" has numbered articles: say which", "write "+id+"-number; registered: "+listEN)
			return
		}
		l.bad(p, name+"没有登记"+articleName(no), "先在 "+law.Law.src.name+" 里加上这一条；已登记的有："+list, law.Short.EN.V+" has no art. "+no+" registered", "add it to "+law.Law.src.name+" first; registered: "+listEN)
		return
	}
}

func articleName(no string) string { return advisor.ArticleLabel(no, 0, 0, fact.ZH) }
