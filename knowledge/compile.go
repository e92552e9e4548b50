package knowledge

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/calc"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// compiled is a condition with the place it was written at.
type compiled struct{ *cond.Expr }

// names shows the facts to the condition compiler.
type names struct{ b *advisor.Base }

func (n names) Lookup(id string) (cond.Name, bool) {
	f, i := n.b.Fact(id)
	if f == nil {
		return cond.Name{}, false
	}
	x := cond.Name{Index: i, Kind: f.Kind, Label: f.Label.ZH, Unasked: -1, Calculated: f.Origin == advisor.Calculated && f.Kind != fact.Choice || f.Origin == advisor.DeadlineDate}
	for k, o := range f.Options {
		x.Options = append(x.Options, o.ID)
		if o.ID == f.Unasked {
			x.Unasked = k
		}
	}
	if f.Kind == fact.YesNo && f.Unasked != "" {
		x.Unasked = map[string]int{"no": 0, "yes": 1}[f.Unasked]
	}
	return x, true
}

func (n names) All() []string {
	out := make([]string, len(n.b.Facts))
	for i := range n.b.Facts {
		out[i] = n.b.Facts[i].ID
	}
	return out
}

// compile parses every condition and resolves every name.
func (l *loader) compile() {
	cache := map[*yaml.Node]*cond.Expr{}
	parse := func(n *node) *cond.Expr {
		if e, ok := cache[n.y]; ok {
			return e
		}
		e := l.parseCond(n)
		cache[n.y] = e
		return e
	}
	for _, p := range l.raw.conds {
		var e *cond.Expr
		for _, o := range p.outer {
			e = cond.Both(e, parse(o))
		}
		if p.n != nil {
			e = cond.Both(e, parse(p.n))
		}
		if e != nil {
			p.set(compiled{e})
		}
	}
	for _, c := range l.raw.cites {
		l.resolveCite(c)
	}
	for _, f := range l.raw.refs {
		f()
	}
	l.signatures()
	l.b.Index()
	for _, f := range l.raw.answers {
		f()
	}
}

func (l *loader) parseCond(n *node) *cond.Expr {
	w := l.word(n)
	if w == "otherwise" {
		return &cond.Expr{Op: cond.Const, Src: w}
	}
	e, faults := cond.Parse(w, names{l.b})
	for _, f := range faults {
		p := n.pos()
		if n.y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
			p.Col += f.Col
			if n.y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
				p.Col++
			}
		}
		l.at(p, "条件「"+w+"」："+f.What.ZH, f.Fix.ZH, "condition "+strconv.Quote(w)+": "+f.What.EN, f.Fix.EN)
	}
	if e == nil {
		return &cond.Expr{Op: cond.Const}
	}
	return e
}

func (l *loader) factRef(n *node, kind fact.Kind) int {
	w := l.word(n)
	f, i := l.b.Fact(w)
	if f == nil {
		zh, en := "全部事实见 wangdai questions", "see wangdai questions"
		if near := cond.Nearest(w, names{l.b}.All()); near != "" {
			zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
		}
		l.at(n.pos(), "没有名为 "+w+" 的事实", zh, "there is no fact named "+w, en)
		return -1
	}
	if kind != 0 && f.Kind != kind {
		l.at(n.pos(), fmt.Sprintf("「%s」（%s）不是日期", f.Label.ZH, w), "写一个日期事实", w+" is no date", "name a date fact")
		return -1
	}
	l.used.fact(i)
	return i
}

func (l *loader) resolveCite(p pendingCite) {
	n := p.n
	on := -1
	if n.y.Kind == yaml.MappingNode {
		f := l.fields(n, "article on")
		if !l.need(n, f, "article") {
			return
		}
		if f["on"] != nil {
			on = l.factRef(f["on"], fact.Day)
		}
		n = f["article"]
	}
	w := l.word(n)
	c, ok := l.b.ParseCite(w)
	if !ok {
		l.citeFault(n, w)
		return
	}
	c.On, c.Pos = on, n.pos()
	if !l.hasArticle(c) {
		l.citeFault(n, w)
		return
	}
	l.used.article(c)
	p.set(c)
}

func (l *loader) hasArticle(c advisor.Cite) bool {
	law := l.b.Law(c.Law)
	return law != nil && slices.ContainsFunc(law.Articles, func(a advisor.Article) bool { return a.No == c.Article })
}

func (l *loader) citeFault(n *node, w string) {
	c, ok := l.b.ParseCite(w)
	if !ok {
		ids := make([]string, len(l.b.Laws))
		for i := range l.b.Laws {
			ids[i] = l.b.Laws[i].ID
		}
		id := w
		if k := strings.LastIndex(w, "-"); k > 0 {
			id = w[:k]
		}
		zh, en := "全部法律见 wangdai law list；写成 法律-条号", "see wangdai law list; write law-article"
		if near := cond.Nearest(id, ids); near != "" {
			zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
		}
		l.at(n.pos(), "没有“"+w+"”这部法律或条文", zh, "there is no law or article "+strconv.Quote(w), en)
		return
	}
	law := l.b.Law(c.Law)
	var have []string
	for _, a := range law.Articles {
		if a.Was == c.Article {
			l.at(n.pos(), fmt.Sprintf("%s没有登记第%s条；那是旧条号，现在是第%s条", law.Short.ZH, c.Article, a.No), "写 "+law.ID+"-"+a.No, fmt.Sprintf("%s has no article %s here; that is an old number, now %s", law.Short.EN, c.Article, a.No), "write "+law.ID+"-"+a.No)
			return
		}
		have = append(have, a.No)
	}
	l.at(n.pos(), fmt.Sprintf("%s没有登记第%s条", law.Short.ZH, c.Article), "先在 laws/"+law.ID+".yaml 里加上这一条；已登记的有："+strings.Join(have, "、"), fmt.Sprintf("%s has no article %s here", law.Short.EN, c.Article), "add it to laws/"+law.ID+".yaml first; there are: "+strings.Join(have, ", "))
}

func (l *loader) refList(n *node, kind, folder string, ids func() []string) {
	w := l.word(n)
	l.raw.refs = append(l.raw.refs, func() {
		all := ids()
		if slices.Contains(all, w) {
			return
		}
		zh, en := "先在 "+folder+" 里加上", "add it to "+folder+" first"
		if near := cond.Nearest(w, all); near != "" {
			zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
		}
		l.at(n.pos(), "没有名为 "+w+" 的"+kind, zh, "there is no "+folder+" entry "+w, en)
	})
}

func idsOf[T any](list []T, id func(*T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(&list[i])
	}
	return out
}

func (l *loader) refStep(n *node) {
	l.refList(n, "行动", "common/ steps", func() []string { return idsOf(l.b.Steps, func(x *advisor.Step) string { return x.ID }) })
}

func (l *loader) refDraft(n *node) {
	l.used.draft(l.word(n))
	l.refList(n, "文书", "drafts/", func() []string { return idsOf(l.b.Drafts, func(x *advisor.Draft) string { return x.ID }) })
}

func (l *loader) refAuthority(n *node) {
	l.refList(n, "机构", "authorities.yaml", func() []string {
		return idsOf(l.b.Authorities, func(x *advisor.Authority) string { return x.ID })
	})
}

func (l *loader) refNote(n *node, kind string) {
	l.refList(n, map[string]string{"evidence": "证据", "avoid": "“不要做”"}[kind], "common/ "+kind, func() []string {
		if kind == "evidence" {
			return idsOf(l.b.Evidence, func(x *advisor.Note) string { return x.ID })
		}
		return idsOf(l.b.Avoid, func(x *advisor.Note) string { return x.ID })
	})
}

// signatures compares the calculations with the program's calculators.
func (l *loader) signatures() {
	for i := range l.b.Calculations {
		c := &l.b.Calculations[i]
		spec, ok := calc.Lookup(c.Name)
		if !ok {
			var all []string
			for _, s := range calc.Specs() {
				all = append(all, s.Name)
			}
			l.at(c.Pos, "程序里没有名为 "+c.Name+" 的计算", "有："+strings.Join(all, "、"), "the program has no calculator "+c.Name, "there are: "+strings.Join(all, ", "))
			continue
		}
		l.signature(c, spec)
	}
}

func (l *loader) signature(c *advisor.Calculation, spec calc.Spec) {
	for _, p := range spec.Takes {
		k := slices.IndexFunc(c.Takes, func(t advisor.Input) bool { return t.Name == p.Name })
		if k < 0 {
			if !p.Optional {
				l.at(c.Pos, "计算 "+c.Name+" 少了输入 "+p.Name, "在 takes: 里加 "+p.Name+": 事实", "calculation "+c.Name+" lacks the input "+p.Name, "add it to takes:")
			}
			continue
		}
		if f := &l.b.Facts[c.Takes[k].Fact]; f.Kind != p.Kind {
			l.at(c.Pos, fmt.Sprintf("计算 %s 的输入 %s 应是 %s，%s 是 %s", c.Name, p.Name, p.Kind, f.ID, f.Kind), "换一个事实", fmt.Sprintf("input %s of %s is a %s; %s is a %s", p.Name, c.Name, p.Kind, f.ID, f.Kind), "name another fact")
		}
	}
	for _, t := range c.Takes {
		if !slices.ContainsFunc(spec.Takes, func(p calc.Param) bool { return p.Name == t.Name }) {
			l.at(c.Pos, "计算 "+c.Name+" 没有输入 "+t.Name, "删掉它", "calculation "+c.Name+" takes no "+t.Name, "remove it")
		}
	}
	for _, g := range c.Gives {
		k := slices.IndexFunc(spec.Gives, func(p calc.Param) bool { return p.Name == g.Name })
		f := &l.b.Facts[g.Fact]
		if k < 0 {
			l.at(f.Pos, "计算 "+c.Name+" 不给出 "+g.Name, "用 out: 写程序里的名字", "calculation "+c.Name+" gives no "+g.Name, "write the program's name as out:")
			continue
		}
		p := spec.Gives[k]
		if p.Kind != f.Kind {
			l.at(f.Pos, fmt.Sprintf("%s 应是 %s", f.ID, p.Kind), "改 kind:", fmt.Sprintf("%s is a %s", f.ID, p.Kind), "change kind:")
		}
		for _, o := range p.Options {
			if !hasOption(f.Options, o) {
				l.at(f.Pos, fmt.Sprintf("%s 少了结论选项 %s", f.ID, o), "加上 id: "+o, fmt.Sprintf("%s lacks the verdict %s", f.ID, o), "add id: "+o)
			}
		}
		for _, o := range f.Options {
			if !slices.Contains(p.Options, o.ID) {
				l.at(o.Pos, fmt.Sprintf("程序不会给出 %s = %s", f.ID, o.ID), "删掉它；有："+strings.Join(p.Options, "、"), fmt.Sprintf("the program never gives %s = %s", f.ID, o.ID), "remove it")
			}
		}
	}
}

// order lays out the replay: each question in its place, everything computed
// right after the last thing it reads.
func (l *loader) order() {
	b := l.b
	done := make([]bool, len(b.Facts))
	rest := []advisor.Item{}
	for i := range b.Derived {
		rest = append(rest, advisor.Item{Kind: advisor.DeriveItem, I: i})
	}
	for i := range b.Calculations {
		rest = append(rest, advisor.Item{Kind: advisor.CalcItem, I: i})
	}
	for i := range b.Deadlines {
		rest = append(rest, advisor.Item{Kind: advisor.DeadlineItem, I: i})
	}
	settle := func() {
		for again := true; again; {
			again = false
			keep := rest[:0]
			for _, it := range rest {
				if slices.ContainsFunc(l.reads(it), func(f int) bool { return !done[f] }) {
					keep = append(keep, it)
					continue
				}
				b.Program = append(b.Program, it)
				for _, f := range l.gives(it) {
					done[f] = true
				}
				again = true
			}
			rest = keep
		}
	}
	settle()
	for i := range b.Questions {
		q := &b.Questions[i]
		for _, f := range q.When.Facts() {
			if !done[f] {
				l.at(q.Pos, fmt.Sprintf("问题 %s 的前提读到 %s，它这时还没有", b.Facts[q.Fact].ID, b.Facts[f].ID), "把这个问题移到后面，或换一个前提", fmt.Sprintf("question %s reads %s, which is not there yet", b.Facts[q.Fact].ID, b.Facts[f].ID), "move the question down, or read something earlier")
			}
		}
		b.Program = append(b.Program, advisor.Item{Kind: advisor.AskItem, I: i})
		done[q.Fact] = true
		settle()
	}
	for _, it := range rest {
		f := l.gives(it)[0]
		l.at(b.Facts[f].Pos, "事实 "+b.Facts[f].ID+" 绕了一圈又读到自己", "打断这个圈", "fact "+b.Facts[f].ID+" goes round in a circle", "break it")
	}
}

func (l *loader) reads(it advisor.Item) []int {
	b := l.b
	switch it.Kind {
	case advisor.DeriveItem:
		d := &b.Derived[it.I]
		out := d.When.Facts()
		for _, r := range d.Rows {
			out = append(out, r.Facts()...)
		}
		return out
	case advisor.CalcItem:
		var out []int
		for _, t := range b.Calculations[it.I].Takes {
			out = append(out, t.Fact)
		}
		return out
	}
	return []int{b.Deadlines[it.I].From}
}

func (l *loader) gives(it advisor.Item) []int {
	b := l.b
	switch it.Kind {
	case advisor.DeriveItem:
		return []int{b.Derived[it.I].Fact}
	case advisor.CalcItem:
		var out []int
		for _, g := range b.Calculations[it.I].Gives {
			out = append(out, g.Fact)
		}
		return out
	}
	return []int{b.Deadlines[it.I].Fact, b.Deadlines[it.I].State}
}
