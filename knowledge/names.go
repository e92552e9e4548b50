package knowledge

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// A loader turns what was read into a Base and checks that it fits together.
type loader struct {
	f        *files
	b        *advisor.Base
	problems []Problem

	names    factNames
	seen     map[string]at     // kind/id → where it was first written
	hotlines map[string]string // number → authority
	texts    []textUse         // to be checked once everything is known
	used     map[string]bool   // kind/id → something refers to it
	silent   bool              // look-ups do not count as use
	vague    map[string]bool   // laws with an article number that cannot be read
	place    []at              // of each fact
}

func (l *loader) bad(p at, zh, zhFix, en, enFix string) {
	l.problems = append(l.problems, problem(p, zh, zhFix, en, enFix))
}

func (l *loader) warn(p at, zh, zhFix, en, enFix string) {
	q := problem(p, zh, zhFix, en, enFix)
	q.Warning = true
	l.problems = append(l.problems, q)
}

// factNames are the facts as conditions know them.
type factNames map[string]cond.Name

func (n factNames) Lookup(id string) (cond.Name, bool) { x, ok := n[id]; return x, ok }

// All lists the facts in order, so that suggestions do not change from run to
// run.
func (n factNames) All() []string {
	out := make([]string, 0, len(n))
	for id := range n {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// The two shapes of a name: those that conditions speak of, and all others.
var (
	factID  = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	otherID = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// reserved are words with a meaning of their own in conditions and answers.
var reserved = []string{"unknown", "otherwise", "today", "yes", "no", "and", "or", "not", "in", "true", "false", "nil", "let", "if", "else", "matches", "contains"}

// claim takes an id of a kind, and says where it is taken already. A name
// that is not well formed is told and put right, so that what refers to it by
// its right name is not told as well.
func (l *loader) claim(kind string, id *word, shape *regexp.Regexp) bool {
	if !id.there() {
		return false
	}
	if shape == factID && !shape.MatchString(id.V) {
		l.bad(id.at, "“"+id.V+"”不能作名字", "小写字母开头，只用小写字母、数字和下划线", quoted(id.V)+" cannot be a name", "lower-case letters, digits and _, a letter first")
		id.V = strings.ReplaceAll(strings.ToLower(id.V), "-", "_")
	}
	if shape == otherID && !shape.MatchString(id.V) {
		l.bad(id.at, "“"+id.V+"”不能作名字", "只用小写字母、数字和短横线", quoted(id.V)+" cannot be a name", "lower-case letters, digits and hyphens")
		id.V = strings.ReplaceAll(strings.ToLower(id.V), "_", "-")
	}
	if shape == factID && slices.Contains(reserved, id.V) {
		l.bad(id.at, id.V+" 有专门的意思，不能作名字", "换一个名字", id.V+" has a meaning of its own", "choose another name")
	}
	n := nouns[kind]
	key := kind + "/" + id.V
	if first, taken := l.seen[key]; taken {
		l.bad(id.at, n.zh+" "+id.V+" 已经在 "+where(first)+" 用过", "换一个名字，或删掉一处", "the "+n.en+" "+id.V+" exists already: "+where(first), "choose another name, or remove one")
		return false
	}
	l.seen[key] = id.at
	return true
}

func where(p at) string {
	if p.src == nil {
		return "?"
	}
	return p.src.name + ":" + strconv.Itoa(p.Line)
}

// use notes that something refers to an id; what nothing refers to is told.
func (l *loader) use(kind, id string) {
	if !l.silent {
		l.used[kind+"/"+id] = true
	}
}

// silently runs f without counting what it looks up as used.
func (l *loader) silently(f func()) {
	l.silent = true
	f()
	l.silent = false
}

// nouns are the kinds of things with an id, as messages speak of them, and
// where they are kept.
var nouns = map[string]struct{ zh, en, where string }{
	"section":   {"节", "section", "questions/"},
	"fact":      {"事实", "fact", ""},
	"group":     {"组", "group", "findings/"},
	"finding":   {"结论", "finding", "findings/"},
	"deadline":  {"期限", "deadline", "facts/"},
	"step":      {"步骤", "step", "common/"},
	"evidence":  {"证据条目", "note on evidence", "common/"},
	"avoid":     {"“不要做”条目", "note on what to avoid", "common/"},
	"authority": {"机构", "authority", "authorities.yaml"},
	"draft":     {"文书", "letter", "drafts/"},
	"number":    {"数", "number", "rates/"},
	"law":       {"法", "law", "laws/"},
	"article":   {"法条", "article", "laws/"},
	"term":      {"名词", "term", "glossary.yaml"},
	"myth":      {"误区", "myth", "myths/"},
	"limit":     {"“没有收”条目", "limit", "scope/"},
}

// known checks that something of that kind and id exists.
func (l *loader) known(kind string, id word) bool {
	if !id.there() {
		return false
	}
	if _, ok := l.seen[kind+"/"+id.V]; ok {
		l.use(kind, id.V)
		return true
	}
	n := nouns[kind]
	fix, fixEN := l.near(kind, id.V)
	l.bad(id.at, n.where+" 里没有名为 "+id.V+" 的"+n.zh, fix, "there is no "+n.en+" named "+id.V+" in "+n.where, fixEN)
	return false
}

// ids are all ids of a kind, sorted.
func (l *loader) ids(kind string) []string {
	var out []string
	for k := range l.seen {
		if id, ok := strings.CutPrefix(k, kind+"/"); ok {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

func (l *loader) near(kind, id string) (zh, en string) { return nearest(id, l.ids(kind)) }

// nearest suggests a name, or lists all of a few.
func nearest(id string, all []string) (zh, en string) {
	if near := cond.Nearest(id, all); near != "" {
		return "是否想写 " + near + "？", "did you mean " + near + "?"
	}
	switch {
	case len(all) == 0:
		return "先加上它，或删掉这一处", "add it first, or remove this"
	case len(all) <= 12:
		return "已有的：" + strings.Join(all, "、"), "there are: " + strings.Join(all, ", ")
	}
	return "先加上它，或检查写法", "add it first, or check the spelling"
}

// one reads a word that must be one of a few.
func (l *loader) one(w word, all ...string) int {
	i := slices.Index(all, w.V)
	if i < 0 && w.there() {
		zh, en := "可以写："+strings.Join(all, "、"), "one of "+strings.Join(all, ", ")
		if near := cond.Nearest(w.V, all); near != "" {
			zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
		}
		l.bad(w.at, "“"+w.V+"”不能写在这里", zh, quoted(w.V)+" cannot stand here", en)
	}
	return max(i, 0)
}

// yes reads yes or no; nothing is no.
func (l *loader) yes(w word) bool {
	switch w.V {
	case "yes", "true":
		return true
	case "", "no", "false":
	default:
		l.bad(w.at, "“"+w.V+"”不能写在这里", "写 yes 或 no", quoted(w.V)+" cannot stand here", "write yes or no")
	}
	return false
}

// day reads a day, month or year: 2017-08-01, 2017-08, 2017. The first day of
// a month or year stands for a day that is not known.
func (l *loader) day(w word, partial bool) fact.Date {
	if !w.there() {
		return 0
	}
	s := w.V
	if partial {
		if len(s) == 4 {
			s += "-01"
		}
		if len(s) == 7 {
			s += "-01"
		}
	}
	d, err := fact.ISODate(s)
	if err != nil || d.Year() < 1900 || d.Year() > 2200 {
		l.bad(w.at, "没有 "+w.V+" 这一天", "写成 2026-11-25 的样子，检查月和日", "there is no day "+w.V, "write 2026-11-25, check month and day")
		return 0
	}
	return d
}

// date is the index of a date fact, or -1.
func (l *loader) date(w word) int {
	if !w.there() {
		return -1
	}
	n, ok := l.fact(w)
	if !ok {
		return -1
	}
	if n.Kind != fact.Day {
		l.bad(w.at, "「"+n.Label+"」（"+w.V+"）不是日期", "写一个 kind: date 的事实", w.V+" is no date", "name a fact of kind date")
		return -1
	}
	return n.Index
}

// fact looks a fact up.
func (l *loader) fact(w word) (cond.Name, bool) {
	n, ok := l.names[w.V]
	if !ok {
		zh, en := nearest(w.V, l.names.All())
		l.bad(w.at, "没有名为 "+w.V+" 的事实", zh, "there is no fact named "+w.V, en)
		return n, false
	}
	l.use("fact", w.V)
	return n, true
}

// cond compiles a condition; nil when there is none or it has faults.
func (l *loader) cond(w word) *cond.Expr {
	if !w.there() {
		return nil
	}
	src := w.V
	if w.style != 0 || strings.Contains(src, "\n") {
		src = strings.TrimSpace(strings.ReplaceAll(src, "\n", " "))
	}
	e, faults := cond.Parse(src, l.names)
	for _, f := range faults {
		zh := f.What.ZH
		if !strings.HasPrefix(zh, "条件") {
			zh = "条件「" + cut(src, 30) + "」：" + zh
		}
		l.bad(w.inside(f.Col), zh, f.Fix.ZH, "condition "+quoted(cut(src, 30))+": "+f.What.EN, f.Fix.EN)
	}
	if len(faults) > 0 {
		return nil
	}
	for _, i := range e.Facts() {
		l.use("fact", l.b.Facts[i].ID)
	}
	e.Walk(func(x *cond.Expr, _ bool) { l.b.Places[x] = w.inside(x.Col).pos() })
	return e
}

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

var citeTail = regexp.MustCompile(`^(\d+(?:-\d+)?|whole)(?:-k(\d+))?(?:-x(\d+))?$`)

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
		m := citeTail.FindStringSubmatch(tail)
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
	return regexp.MustCompile(`(-(\d+|whole))?(-\d+)?(-k\d+)?(-x\d+)?$`).ReplaceAllString(s, "")
}

func (l *loader) has(kind, id string) bool { _, ok := l.seen[kind+"/"+id]; return ok }

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

var (
	partPeriod = regexp.MustCompile(`^(\d{1,4}) +(days?|workdays?|months?|years?)$`)
	partMoney  = regexp.MustCompile(`^(\d{1,3}(?:,\d{3})*|\d{1,12})(?:\.(\d{1,2}))? *元$`)
	partRate   = regexp.MustCompile(`^(\d{1,6})(?:\.(\d{1,2}))? *%$`)
	partWhole  = regexp.MustCompile(`^(\d{1,3}(?:,\d{3})*|\d{1,15})$`)
)

// hundredths is whole.frac in hundredths.
func hundredths(whole, frac string) int64 {
	n, _ := strconv.ParseInt(strings.ReplaceAll(whole, ",", "")+(frac + "00")[:2], 10, 64)
	return n
}

// quantity reads a number with the unit of its kind.
func quantity(s string, k fact.Kind) (int64, bool) {
	switch k {
	case fact.Money:
		if m := partMoney.FindStringSubmatch(s); m != nil {
			return hundredths(m[1], m[2]), true
		}
	case fact.Percent:
		if m := partRate.FindStringSubmatch(s); m != nil {
			return hundredths(m[1], m[2]), true
		}
	case fact.Number:
		if partWhole.MatchString(s) {
			n, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
			return n, err == nil
		}
	}
	return 0, false
}

// period reads 15 days, 3 workdays, 6 months, 3 years.
func period(s string) (n int, u advisor.Unit, ok bool) {
	m := partPeriod.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	n, _ = strconv.Atoi(m[1])
	u = map[string]advisor.Unit{"day": advisor.Days, "workday": advisor.Workdays, "month": advisor.Months, "year": advisor.Years}[strings.TrimSuffix(m[2], "s")]
	return n, u, true
}
