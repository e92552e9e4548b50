package knowledge

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/calc"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// build fills the Base. Names first, then what refers to them, then texts,
// which may refer to anything.
func (l *loader) build() {
	l.names, l.seen, l.used, l.hotlines = factNames{}, map[string]at{}, map[string]bool{}, map[string]string{}
	l.vague = map[string]bool{}
	l.laws()
	l.claimAll()
	sections := l.order()
	l.questions(sections)
	l.facts()
	l.conditions(sections)
	l.numbers()
	l.calendar()
	l.common()
	l.findings()
	l.letters()
	l.rest()
	l.b.Index()
	l.checkTexts()
	l.program()
	l.b.Index()
	l.cases()
	if !Faulty(l.problems) { // else much looks unused that is only misspelt
		l.unused()
	}
}

// text takes a text of plain sentences and remembers to check it.
func (l *loader) text(t bi, u textUse) fact.Text {
	if t.there() {
		u.t = t
		l.texts = append(l.texts, u)
	}
	return fact.Text{ZH: joined(t.ZH.V), EN: joined(t.EN.V)}
}

// claimAll takes all ids that others refer to.
func (l *loader) claimAll() {
	f := l.f
	for _, fs := range f.Findings {
		for i := range fs.Groups {
			fs.Groups[i].when = fs.When
			l.claim("group", &fs.Groups[i].ID, otherID)
		}
		for i := range fs.Findings {
			fs.Findings[i].file = fs
			l.claim("finding", &fs.Findings[i].ID, otherID)
		}
	}
	for i := range f.Steps {
		l.shared("step", &f.Steps[i].ID, f.Steps[i].Ref, f.Steps[i].At)
	}
	for i := range f.Evidence {
		l.shared("evidence", &f.Evidence[i].ID, f.Evidence[i].Ref, f.Evidence[i].At)
	}
	for i := range f.Avoid {
		l.shared("avoid", &f.Avoid[i].ID, f.Avoid[i].Ref, f.Avoid[i].At)
	}
	for i := range f.Authorities {
		l.claim("authority", &f.Authorities[i].ID, otherID)
	}
	for i := range f.Drafts {
		l.claim("draft", &f.Drafts[i].Draft, otherID)
	}
	for i := range f.Numbers {
		l.claim("number", &f.Numbers[i].ID, factID)
	}
	for i := range f.Days {
		l.claim("number", &f.Days[i].ID, factID)
	}
	for i := range f.Scales {
		l.claim("number", &f.Scales[i].ID, factID)
	}
	for i := range f.Rates {
		l.claim("number", &f.Rates[i].Rates, factID)
	}
	for i := range f.Terms {
		l.claim("term", &f.Terms[i].ID, otherID)
	}
	for i := range f.Myths {
		l.claim("myth", &f.Myths[i].ID, otherID)
	}
	for _, s := range f.Scopes {
		for i := range s.NotCovered {
			l.claim("limit", &s.NotCovered[i].ID, otherID)
		}
	}
}

// shared takes the id of an entry of common/.
func (l *loader) shared(kind string, id *word, ref word, p at) {
	if !id.there() {
		if ref.there() {
			p = ref.at
		}
		l.bad(p, "共用的"+nouns[kind].zh+"少了 id", "加一行 id: …", "a shared "+nouns[kind].en+" needs an id", "add a line id: …")
		return
	}
	l.claim(kind, id, otherID)
}

// order lists the sections in the order of the interview.
func (l *loader) order() []*rawSection {
	by := map[string]*rawSection{}
	for i := range l.f.Sections {
		s := &l.f.Sections[i]
		name := strings.TrimSuffix(path.Base(s.Section.src.name), ".yaml")
		if s.Section.V != name {
			l.bad(s.Section.at, "section: "+s.Section.V+" 和文件名 "+name+" 不一样", "改成 section: "+name, "section "+s.Section.V+" differs from the file's name "+name, "write section: "+name)
			s.Section.V = name
		}
		if l.claim("section", &s.Section, nil) {
			by[name] = s
		}
	}
	var out []*rawSection
	listed := map[string]bool{}
	for _, w := range l.f.Interview.Sections {
		if listed[w.V] {
			l.bad(w.at, "节 "+w.V+" 列了两次", "删掉一处", "section "+w.V+" is listed twice", "remove one")
			continue
		}
		listed[w.V] = true
		s := by[w.V]
		if s == nil {
			var free []string
			for _, id := range l.ids("section") {
				if !slices.ContainsFunc(l.f.Interview.Sections, func(x word) bool { return x.V == id }) {
					free = append(free, id)
				}
			}
			zh, en := "建这个文件，或从次序里删掉", "make the file, or remove it from the order"
			if near := cond.Nearest(w.V, free); near != "" && !listed[near] {
				// Taken for the one that was meant, so that the order of
				// questions is not told as well.
				s, listed[near] = by[near], true
				zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
			}
			l.bad(w.at, "没有 questions/"+w.V+".yaml", zh, "there is no questions/"+w.V+".yaml", en)
		}
		if s != nil {
			out = append(out, s)
		}
	}
	for i := range l.f.Sections {
		if s := &l.f.Sections[i]; !listed[s.Section.V] {
			out = append(out, s) // so that what reads its questions is not told as well
			l.bad(s.Section.at, "节 "+s.Section.V+" 没有列进 interview.yaml，问不到", "在 interview.yaml 的 sections 里加上 "+s.Section.V, "section "+s.Section.V+" is not in interview.yaml and would never be asked", "add "+s.Section.V+" to its sections")
		}
	}
	l.b.Longest = map[string]int{}
	if w := l.f.Interview.Longest.All; w.there() {
		l.b.Longest[""], l.b.LongestAt = l.whole(w), w.pos()
	}
	for _, p := range l.f.Interview.Longest.Branches {
		key := p.Key.V
		if key == "all" {
			key = ""
		}
		l.b.Longest[key], l.b.LongestAt = l.whole(p.Value), p.Value.pos()
	}
	return out
}

func (l *loader) whole(w word) int {
	n, ok := quantity(w.V, fact.Number)
	if !ok || n > 1<<31 {
		l.bad(w.at, "要写一个整数，写的是“"+w.V+"”", "例如 30", "a whole number belongs here, not "+quoted(w.V), "such as 30")
	}
	return int(n)
}

// addFact makes a fact known, and returns its index.
func (l *loader) addFact(f advisor.Fact, id word) int {
	i := len(l.b.Facts)
	l.place = append(l.place, id.at)
	f.Pos = id.pos()
	if f.ID == "" {
		f.ID = id.V
	}
	l.b.Facts = append(l.b.Facts, f)
	n := cond.Name{Index: i, Kind: f.Kind, Label: f.Label.ZH, Unasked: -1}
	for _, o := range f.Options {
		n.Options = append(n.Options, o.ID)
	}
	n.Calculated = f.Origin == advisor.DeadlineDate || f.Origin == advisor.Calculated && f.Kind != fact.Choice && f.Kind != fact.YesNo
	switch {
	case f.Unasked == "":
	case f.Kind == fact.YesNo && (f.Unasked == "yes" || f.Unasked == "no"):
		n.Unasked = map[string]int{"no": 0, "yes": 1}[f.Unasked]
	default:
		n.Unasked = slices.Index(n.Options, f.Unasked)
	}
	l.names[f.ID] = n
	return i
}

// options reads the options of a fact.
func (l *loader) options(list []rawOption, several, derived bool, who textUse) []advisor.Option {
	var out []advisor.Option
	seen := map[string]bool{}
	for _, o := range list {
		switch {
		case !factID.MatchString(o.ID.V):
			l.bad(o.ID.at, "“"+o.ID.V+"”不能作选项名", "小写字母开头，只用小写字母、数字和下划线", "the option's name "+quoted(o.ID.V)+" is not well formed", "lower-case letters, digits and _, a letter first")
		case slices.Contains(reserved, o.ID.V):
			fix, fixEN := "换一个名字", "choose another name"
			if o.ID.V == "unknown" {
				fix, fixEN = "删掉它：每个问题都自带“不清楚”", "remove it: every question has 不清楚 by itself"
			}
			l.bad(o.ID.at, o.ID.V+" 有专门的意思，不能当选项", fix, o.ID.V+" has a meaning of its own", fixEN)
		case seen[o.ID.V]:
			l.bad(o.ID.at, "选项 "+o.ID.V+" 写了两次", "删掉一处", "option "+o.ID.V+" stands here twice", "remove one")
		}
		seen[o.ID.V] = true
		if o.Alone.there() && !several {
			l.bad(o.Alone.at, "alone 只用在多选题", "删掉这一行", "alone is for several-choice questions", "remove this line")
		}
		if o.When.there() && !derived {
			l.bad(o.When.at, "问题的选项没有 when", "删掉这一行", "an option of a question has no when", "remove this line")
		}
		out = append(out, advisor.Option{ID: o.ID.V, Text: l.text(o.Text, who), Alone: l.yes(o.Alone), Pos: o.At.pos()})
	}
	return out
}

// questions makes the asked facts, in the order of asking.
func (l *loader) questions(sections []*rawSection) {
	for s, sec := range sections {
		l.b.Sections = append(l.b.Sections, advisor.Section{ID: sec.Section.V, Title: l.text(sec.Title, textUse{}), Pos: sec.At.pos()})
		for i := range sec.Questions {
			q := &sec.Questions[i]
			if !l.claim("fact", &q.Ask, factID) {
				continue
			}
			k := l.kind(q.Kind, len(q.Options) > 0, fact.Kinds()...)
			f := advisor.Fact{Kind: k, Label: l.text(q.Label, textUse{label: true}), Origin: advisor.Asked, Of: len(l.b.Questions), After: -1, Unasked: q.Unasked.V}
			f.Options = l.options(q.Options, k == fact.Several, false, textUse{})
			l.optionCount(q.At, q.Ask.V, k, q.Options)
			f.Range = l.bounds(q.Range, k)
			if q.Unasked.there() {
				l.unasked(q, f)
			}
			n := l.addFact(f, q.Ask)
			l.b.Questions = append(l.b.Questions, advisor.Question{Fact: n, Section: s, Title: l.text(q.Title, textUse{}), Why: l.text(q.Why, textUse{}), How: l.text(q.How, textUse{}), Pos: q.At.pos()})
		}
	}
}

// kind reads a kind. A misspelt one is taken as what was probably meant, so
// that conditions on the fact are not told as well.
func (l *loader) kind(w word, options bool, all ...string) fact.Kind {
	l.one(w, all...)
	if k, ok := fact.KindOf(w.V); ok && slices.Contains(all, w.V) {
		return k
	}
	if k, ok := fact.KindOf(cond.Nearest(w.V, all)); ok {
		return k
	}
	if options {
		return fact.Choice
	}
	return fact.YesNo
}

func (l *loader) optionCount(p at, id string, k fact.Kind, list []rawOption) {
	n := len(list)
	switch needs := k == fact.Choice || k == fact.Several || k == fact.History; {
	case !needs && n > 0:
		l.bad(list[0].At, id+"（"+k.String()+"）不用写选项", "删掉 options，或把 kind 改成 choice", id+" ("+k.String()+") has no options", "remove them, or make it a choice")
	case k == fact.Choice && n < 2, needs && n == 0:
		l.bad(p, id+" 的选项太少", "单选至少两个选项", id+" has too few options", "a choice needs at least two")
	case k == fact.Several && n > 16:
		l.bad(p, id+" 的选项太多", "多选题最多 16 个选项", id+" has too many options", "at most 16")
	case n > 60:
		l.bad(p, id+" 的选项太多", "最多 60 个选项", id+" has too many options", "at most 60")
	}
}

func (l *loader) unasked(q *rawQuestion, f advisor.Fact) {
	all := []string{"yes", "no"}
	if f.Kind != fact.YesNo {
		all = nil
		for _, o := range f.Options {
			all = append(all, o.ID)
		}
	}
	if len(all) == 0 {
		l.bad(q.Unasked.at, "unasked 只用在有选项的问题", "删掉这一行", "unasked is for questions with options", "remove this line")
		return
	}
	l.one(q.Unasked, all...)
}

// bounds reads a range: 1元..10000000元, 2010-01-01..today.
func (l *loader) bounds(w word, k fact.Kind) advisor.Range {
	if !w.there() {
		return advisor.Range{}
	}
	if !k.Ordered() {
		l.bad(w.at, "range 只用在日期、钱、利率和数", "删掉这一行", "range is for dates, amounts, rates and numbers", "remove this line")
		return advisor.Range{}
	}
	example := map[fact.Kind]string{fact.Day: "2010-01-01..today", fact.Money: "0元..10000000元", fact.Percent: "0%..100%", fact.Number: "0..500"}[k]
	lo, hi, ok := strings.Cut(w.V, "..")
	r := advisor.Range{Set: true, LoWritten: strings.TrimSpace(lo), HiWritten: strings.TrimSpace(hi)}
	var okLo, okHi bool
	r.Lo, r.LoToday, okLo = bound(r.LoWritten, k)
	r.Hi, r.HiToday, okHi = bound(r.HiWritten, k)
	switch {
	case !ok || !okLo || !okHi:
		l.bad(w.at, "范围读不懂：“"+w.V+"”", "写成 "+example, "the range "+quoted(w.V)+" is not well formed", "write "+example)
	case r.LoToday == r.HiToday && r.Lo > r.Hi:
		l.bad(w.at, "范围的两头反了", "小的写在前面", "the range is the wrong way round", "the smaller first")
	}
	return r
}

var todayPlus = regexp.MustCompile(`^today(?: *([+-]) *(\d{1,5}))?$`)

func bound(s string, k fact.Kind) (n int64, today, ok bool) {
	if k != fact.Day {
		n, ok = quantity(s, k)
		return n, false, ok
	}
	if m := todayPlus.FindStringSubmatch(s); m != nil {
		d, _ := strconv.ParseInt(m[2], 10, 64)
		if m[1] == "-" {
			d = -d
		}
		return d, true, true
	}
	d, err := fact.ISODate(s)
	return int64(d), false, err == nil
}

// facts makes the facts that follow from answers, file by file.
func (l *loader) facts() {
	for _, f := range l.f.Facts {
		for i := range f.Derived {
			l.derived(&f.Derived[i])
		}
		for i := range f.Calculations {
			l.calculated(&f.Calculations[i])
		}
		for i := range f.Deadlines {
			l.deadline(&f.Deadlines[i])
		}
	}
}

func (l *loader) derived(d *rawDerived) {
	if !l.claim("fact", &d.Fact, factID) {
		return
	}
	f := advisor.Fact{Kind: fact.YesNo, Label: l.text(d.Label, textUse{label: true}), Origin: advisor.FromCondition, Of: len(l.b.Derived), After: -1}
	switch {
	case len(d.Options) > 0 && d.When.there():
		l.bad(d.When.at, d.Fact.V+" 既有 when 又有 options", "只留一种", d.Fact.V+" has both when and options", "keep one")
	case len(d.Options) > 0:
		f.Kind, f.Origin = fact.Choice, advisor.FromTable
		f.Options = l.options(d.Options, false, true, textUse{})
		l.optionCount(d.At, d.Fact.V, fact.Choice, d.Options)
	case !d.When.there():
		l.bad(d.At, d.Fact.V+" 没有条件", "加 when: …，或 options: 逐项写 when", d.Fact.V+" has no condition", "add when: …, or options: each with when")
	}
	n := l.addFact(f, d.Fact)
	l.b.Derived = append(l.b.Derived, advisor.Derived{Fact: n, Pos: d.At.pos()})
}

// deadline makes the date, and the choice open or passed that goes with it.
func (l *loader) deadline(d *rawDeadline) {
	state := d.Fact
	state.V += "_state"
	if !l.claim("fact", &d.Fact, factID) || !l.claim("fact", &state, factID) {
		return
	}
	l.seen["deadline/"+d.Fact.V] = d.Fact.at
	label := l.text(d.Label, textUse{label: true})
	of := len(l.b.Deadlines)
	n := l.addFact(advisor.Fact{Kind: fact.Day, Label: label, Origin: advisor.DeadlineDate, Of: of, After: -1}, d.Fact)
	s := l.addFact(advisor.Fact{Kind: fact.Choice, Label: label, Origin: advisor.DeadlineState, Of: of, After: -1, Options: []advisor.Option{
		{ID: "open", Text: fact.Text{ZH: "还没有过", EN: "still open"}, Pos: d.At.pos()},
		{ID: "passed", Text: fact.Text{ZH: "已经过了", EN: "has passed"}, Pos: d.At.pos()},
	}}, state)
	l.b.Deadlines = append(l.b.Deadlines, advisor.Deadline{Fact: n, State: s, Rules: texts(d.Rules), Label: label, From: -1, Pos: d.At.pos()})
}

func (l *loader) calculated(c *rawCalculation) {
	of := len(l.b.Calculations)
	x := advisor.Calculation{Name: c.Calc.V, Rules: texts(c.Rules), Label: l.text(c.Label, textUse{label: true}), Uses: texts(c.Uses), Pos: c.At.pos()}
	for i := range c.Gives {
		g := &c.Gives[i]
		if !l.claim("fact", &g.Fact, factID) {
			continue
		}
		k := l.kind(g.Kind, len(g.Options) > 0, "choice", "yesno", "date", "money", "rate", "number")
		f := advisor.Fact{Kind: k, Label: l.text(g.Label, textUse{label: true}), Origin: advisor.Calculated, Of: of, After: -1}
		f.Options = l.options(g.Options, false, false, textUse{})
		if k == fact.Choice && len(g.Options) == 0 || k != fact.Choice {
			l.optionCount(g.At, g.Fact.V, k, g.Options)
		}
		out := g.Out.V
		if out == "" {
			out = g.Fact.V
		}
		x.Gives = append(x.Gives, advisor.Output{Name: out, Fact: l.addFact(f, g.Fact)})
	}
	l.b.Calculations = append(l.b.Calculations, x)
}

func texts(ws []word) []string {
	var out []string
	for _, w := range ws {
		out = append(out, w.V)
	}
	return out
}

// conditions compiles what questions and derived facts read, now that all
// names are known.
func (l *loader) conditions(sections []*rawSection) {
	for s, sec := range sections {
		l.b.Sections[s].When = l.cond(sec.When)
		for i := range sec.Questions {
			q := &sec.Questions[i]
			n, ok := l.names[q.Ask.V]
			if !ok || l.b.Facts[n.Index].Pos != q.Ask.pos() {
				continue
			}
			f := &l.b.Facts[n.Index]
			l.b.Questions[f.Of].When = cond.Both(l.b.Sections[s].When, l.cond(q.When))
			if !q.After.there() {
				continue
			}
			f.After = l.date(q.After)
			switch {
			case f.Kind != fact.Day:
				l.bad(q.After.at, "after 只用在日期", "删掉这一行", "after is for dates", "remove this line")
			case f.After >= 0 && (l.b.Facts[f.After].Origin != advisor.Asked || l.b.Facts[f.After].Of >= f.Of):
				l.bad(q.After.at, q.After.V+" 问得比这一题晚", "把它移到前面，或删掉 after", q.After.V+" is asked later than this question", "move it up, or remove after")
			}
		}
	}
	for i := range l.f.Derived {
		l.derivedConditions(&l.f.Derived[i])
	}
	for i := range l.b.Calculations {
		l.takes(&l.f.Calculations[i], &l.b.Calculations[i])
	}
	for i := range l.f.Deadlines {
		d := &l.f.Deadlines[i]
		n, ok := l.names[d.Fact.V]
		if !ok || l.b.Facts[n.Index].Pos != d.Fact.pos() {
			continue
		}
		x := &l.b.Deadlines[l.b.Facts[n.Index].Of]
		x.From = l.date(d.From)
		var good bool
		if x.N, x.Unit, good = period(d.Period.V); !good {
			l.bad(d.Period.at, "期间读不懂：“"+d.Period.V+"”", "写成 15 days、3 workdays、6 months 或 3 years", "the period "+quoted(d.Period.V)+" is not well formed", "write 15 days, 3 workdays, 6 months or 3 years")
		}
		x.NoRoll = d.Roll.there() && !l.yes(d.Roll)
		x.Basis = l.cites(d.Basis)
		x.After = l.text(d.After, textUse{who: "期限 " + d.Fact.V, whoEN: "deadline " + d.Fact.V, cites: x.Basis, cited: true, key: "basis"})
	}
}

func (l *loader) derivedConditions(d *rawDerived) {
	n, ok := l.names[d.Fact.V]
	if !ok || l.b.Facts[n.Index].Pos != d.Fact.pos() {
		return
	}
	x := &l.b.Derived[l.b.Facts[n.Index].Of]
	x.When = l.cond(d.When)
	for k, o := range d.Options {
		switch {
		case !o.When.there():
			l.bad(o.At, "选项 "+o.ID.V+" 没有 when", "写上条件；最后一项可以写 when: otherwise", "option "+o.ID.V+" has no when", "give a condition; the last may say when: otherwise")
			x.Rows = append(x.Rows, nil)
		case o.When.V == "otherwise":
			if k < len(d.Options)-1 {
				l.bad(o.When.at, "otherwise 只能写在最后一项，后面的永远轮不到", "把它移到最后", "otherwise is for the last option; those below are never reached", "move it to the end")
			}
			x.Rows = append(x.Rows, &cond.Expr{Op: cond.Const, Src: o.When.V})
		default:
			x.Rows = append(x.Rows, l.cond(o.When))
		}
	}
}

// takes binds a calculator's inputs and compares it with the program.
func (l *loader) takes(c *rawCalculation, x *advisor.Calculation) {
	for _, p := range c.Takes {
		if n, ok := l.fact(p.Value); ok {
			x.Takes = append(x.Takes, advisor.Input{Name: p.Key.V, Fact: n.Index})
		}
	}
	for _, u := range c.Uses {
		l.known("number", u)
	}
	all := calc.Specs()
	if len(all) == 0 {
		return
	}
	spec, ok := calc.Lookup(c.Calc.V)
	if !ok {
		var names []string
		for _, s := range all {
			names = append(names, s.Name)
		}
		slices.Sort(names)
		zh, en := nearest(c.Calc.V, names)
		l.bad(c.Calc.at, "程序里没有名为 "+c.Calc.V+" 的计算", zh, "the program has no calculator named "+c.Calc.V, en)
		return
	}
	l.signature(c, spec)
}

// signature compares what a file says of a calculator with the calculator.
func (l *loader) signature(c *rawCalculation, spec calc.Spec) {
	given := map[string]bool{}
	find := func(list []calc.Param, name word) (calc.Param, bool) {
		var names []string
		for _, p := range list {
			if p.Name == name.V {
				return p, true
			}
			names = append(names, p.Name)
		}
		given[cond.Nearest(name.V, names)] = true // misspelt, not missing
		zh, en := nearest(name.V, names)
		l.bad(name.at, "计算 "+spec.Name+" 没有名为 "+name.V+" 的项", zh, "calculator "+spec.Name+" has nothing named "+name.V, en)
		return calc.Param{}, false
	}
	kind := func(w word, k fact.Kind, p calc.Param) bool {
		if k == p.Kind {
			return true
		}
		l.bad(w.at, "计算 "+spec.Name+" 的 "+p.Name+" 是 "+p.Kind.String()+"，这里是 "+k.String(), "改成 "+p.Kind.String(), p.Name+" of calculator "+spec.Name+" is "+p.Kind.String()+", here "+k.String(), "make it "+p.Kind.String())
		return false
	}
	for _, t := range c.Takes {
		given[t.Key.V] = true
		p, ok := find(spec.Takes, t.Key)
		n, known := l.names[t.Value.V]
		if !ok || !known || !kind(t.Value, n.Kind, p) || len(p.Options) == 0 {
			continue
		}
		for _, o := range n.Options {
			if !slices.Contains(p.Options, o) {
				l.bad(t.Value.at, "计算 "+spec.Name+" 不认得「"+n.Label+"」的选项 "+o, "它认得："+strings.Join(p.Options, "、"), "calculator "+spec.Name+" does not know option "+o+" of "+t.Value.V, "it knows "+strings.Join(p.Options, ", "))
			}
		}
	}
	for _, p := range spec.Takes {
		if !given[p.Name] && !p.Optional {
			l.bad(c.Calc.at, "计算 "+spec.Name+" 还要 "+p.Name+"（"+p.Kind.String()+"）", "在 takes 里加上 "+p.Name+": 事实", "calculator "+spec.Name+" also needs "+p.Name+" ("+p.Kind.String()+")", "add "+p.Name+": fact to takes")
		}
	}
	for _, u := range spec.Uses {
		if !slices.ContainsFunc(c.Uses, func(w word) bool { return w.V == u }) {
			l.bad(c.Calc.at, "计算 "+spec.Name+" 要用到数 "+u, "在 uses 里加上 "+u, "calculator "+spec.Name+" reads the number "+u, "add "+u+" to uses")
		}
	}
	for i := range c.Gives {
		g := &c.Gives[i]
		name := g.Out
		if !name.there() {
			name = g.Fact
		}
		p, ok := find(spec.Gives, name)
		k, _ := fact.KindOf(g.Kind.V)
		if !ok || !kind(g.Kind, k, p) || k != fact.Choice {
			continue
		}
		have := make([]string, len(g.Options))
		for j, o := range g.Options {
			have[j] = o.ID.V
			if !slices.Contains(p.Options, o.ID.V) {
				zh, en := nearest(o.ID.V, p.Options)
				l.bad(o.ID.at, "计算 "+spec.Name+" 的 "+p.Name+" 给不出 "+o.ID.V, zh, p.Name+" of calculator "+spec.Name+" never gives "+o.ID.V, en)
			}
		}
		for _, o := range p.Options {
			if !slices.Contains(have, o) {
				l.bad(g.At, "计算 "+spec.Name+" 的 "+p.Name+" 还会给出 "+o, "在 options 里加上 "+o, p.Name+" of calculator "+spec.Name+" may also give "+o, "add "+o+" to options")
			}
		}
	}
}

// common makes the shared steps and notes.
func (l *loader) common() {
	for i := range l.f.Steps {
		s := &l.f.Steps[i]
		if s.ID.there() {
			l.b.Steps = append(l.b.Steps, l.step(s, textUse{}))
		}
	}
	for i := range l.f.Evidence {
		l.b.Evidence = append(l.b.Evidence, l.note(&l.f.Evidence[i], textUse{}))
	}
	for i := range l.f.Avoid {
		l.b.Avoid = append(l.b.Avoid, l.note(&l.f.Avoid[i], textUse{}))
	}
}

func (l *loader) note(n *rawNote, u textUse) advisor.Note {
	return advisor.Note{ID: n.ID.V, When: l.cond(n.When), Text: l.text(n.Text, u), Pos: n.At.pos()}
}

func (l *loader) step(s *rawStep, u textUse) advisor.Step {
	x := advisor.Step{ID: s.ID.V, When: l.cond(s.When), ByDays: -1, ByDate: -1, Text: l.text(s.Text, u), Draft: s.Draft.V, Pos: s.At.pos()}
	for _, w := range s.With {
		if l.known("authority", w) {
			x.With = append(x.With, w.V)
		}
	}
	l.known("draft", s.Draft)
	switch n, unit, ok := period(s.By.V); {
	case !s.By.there():
	case s.By.V == "today":
		x.ByDays = 0
	case ok && unit == advisor.Days:
		x.ByDays = n
	case factID.MatchString(s.By.V):
		x.ByDate = l.date(s.By)
	default:
		l.bad(s.By.at, "by 读不懂：“"+s.By.V+"”", "写 today、7 days，或一个期限的名字", "by is not well formed: "+quoted(s.By.V), "write today, 7 days, or the name of a deadline")
	}
	return x
}

// findings makes groups and findings.
func (l *loader) findings() {
	for _, fs := range l.f.Findings {
		when := l.cond(fs.When)
		l.text(fs.About, textUse{})
		for i := range fs.Groups {
			g := &fs.Groups[i]
			x := advisor.Group{ID: g.ID.V, Pos: g.At.pos()}
			if c := l.cond(g.Covers); c != nil {
				x.Covers = cond.Both(when, c)
			}
			l.b.Groups = append(l.b.Groups, x)
		}
		for i := range fs.Findings {
			l.finding(&fs.Findings[i], when)
		}
	}
}

func (l *loader) finding(f *rawFinding, file *cond.Expr) {
	x := advisor.Finding{ID: f.ID.V, Rules: texts(f.Rules), When: cond.Both(file, l.cond(f.When)), Always: l.yes(f.Always), Doubt: l.yes(f.Doubt), Group: f.Exclusive.V, LawOn: l.date(f.LawOn), Pos: f.At.pos()}
	x.Urgency = advisor.Urgency(l.one(f.Urgency, "normal", "important", "deadline", "danger"))
	x.Certainty = advisor.Certainty(l.one(f.Certainty, "settled", "usual", "disputed", "proof"))
	if !f.When.there() && !x.Always {
		l.bad(f.At, "结论 "+f.ID.V+" 没有 when", "写上条件；这个文件的人都有的，写 always: yes", "finding "+f.ID.V+" has no when", "give a condition, or always: yes if everyone of this file gets it")
	}
	if len(f.Rules) == 0 {
		l.bad(f.At, "结论 "+f.ID.V+" 没有规则编号", "在 rules 里写上规则手册的编号", "finding "+f.ID.V+" names no rule", "put the rulebook's number into rules")
	}
	l.known("group", f.Exclusive)
	x.Cites = l.cites(f.Cites)
	use := textUse{who: "结论 " + f.ID.V, whoEN: "finding " + f.ID.V, cites: x.Cites, cited: true, key: "cites"}
	x.Title, x.Text = l.text(f.Title, use), l.text(f.Text, use)
	for i := range f.Steps {
		s := &f.Steps[i]
		switch {
		case s.Ref.there():
			if l.known("step", s.Ref) {
				x.Steps = append(x.Steps, advisor.Step{ID: s.Ref.V, ByDays: -1, ByDate: -1, Pos: s.At.pos()})
			}
		case s.ID.there():
			l.bad(s.ID.at, "结论自己的步骤不写 id", "删掉 id；几处共用的，移到 common/", "a finding's own step has no id", "remove it; move shared steps to common/")
		default:
			x.Steps = append(x.Steps, l.step(s, use))
		}
	}
	for _, w := range f.Deadlines {
		if l.known("deadline", w) {
			l.use("fact", w.V)
			x.Deadlines = append(x.Deadlines, l.b.Facts[l.names[w.V].Index].Of)
		}
	}
	x.Evidence = l.notes(f, f.Evidence, "evidence", &l.b.Evidence, use)
	x.Avoid = l.notes(f, f.Avoid, "avoid", &l.b.Avoid, use)
	for _, w := range f.Drafts {
		if l.known("draft", w) {
			x.Drafts = append(x.Drafts, w.V)
		}
	}
	for _, w := range f.Authorities {
		if l.known("authority", w) {
			x.Authorities = append(x.Authorities, w.V)
		}
	}
	if f.Lawyer != nil {
		x.Lawyer = &advisor.Advice{Grade: advisor.Grade(l.one(f.Lawyer.Grade, "advisable", "strongly", "at_once")), Reason: l.text(f.Lawyer.Text, use)}
	}
	l.settled(f, &x)
	l.b.Findings = append(l.b.Findings, x)
}

// notes are the shared notes a finding names, and its own, which get an id
// nobody can write.
func (l *loader) notes(f *rawFinding, list []rawNote, kind string, all *[]advisor.Note, use textUse) []string {
	var out []string
	for i := range list {
		n := &list[i]
		switch {
		case n.Ref.there():
			if l.known(kind, n.Ref) {
				out = append(out, n.Ref.V)
			}
		case n.ID.there():
			l.bad(n.ID.at, "结论自己的条目不写 id", "删掉 id；几处共用的，移到 common/", "a finding's own note has no id", "remove it; move shared notes to common/")
		default:
			x := l.note(n, use)
			x.ID = f.ID.V + "#" + strconv.Itoa(i+1)
			*all = append(*all, x)
			out = append(out, x.ID)
		}
	}
	return out
}

// settled checks that what is called settled rests on a text read officially.
func (l *loader) settled(f *rawFinding, x *advisor.Finding) {
	if f.Certainty.V != "settled" || len(x.Cites) == 0 && len(f.Cites) > 0 {
		return
	}
	for _, c := range x.Cites {
		for i := range l.b.Laws {
			if law := &l.b.Laws[i]; law.ID == c.Law && officially(law, c.On >= 0 || x.LawOn >= 0) {
				return
			}
		}
	}
	if len(x.Cites) == 0 {
		l.bad(f.Certainty.at, "写了“明文”（settled），但没有引用法条", "在 cites 里写上法条，或改成 usual 或 disputed", "called settled, but no article is cited", "cite the article, or make it usual or disputed")
		return
	}
	l.bad(f.Certainty.at, "写了“明文”（settled），但引用的法都没读过官方文本", "改成 usual 或 disputed，或补上官方文本", "called settled, but none of the cited laws was read in the official text", "make it usual or disputed, or read the official text")
}

func officially(law *advisor.Law, anyVersion bool) bool {
	if anyVersion {
		return slices.ContainsFunc(law.Versions, func(v advisor.Version) bool { return v.Official })
	}
	return len(law.Versions) > 0 && law.Versions[0].Official
}

// letters makes the drafts.
func (l *loader) letters() {
	for i := range l.f.Drafts {
		d := &l.f.Drafts[i]
		x := advisor.Draft{ID: d.Draft.V, Rules: texts(d.Rules), When: l.cond(d.When), Pos: d.At.pos()}
		use := textUse{who: "文书 " + d.Draft.V, whoEN: "letter " + d.Draft.V, blanks: map[string]bool{}}
		for _, b := range d.Blanks {
			if use.blanks[b.ID.V] || !factID.MatchString(b.ID.V) {
				l.bad(b.ID.at, "空 "+b.ID.V+" 写了两次，或名字不对", "每个空一个名字：小写字母、数字和下划线", "the blank "+b.ID.V+" is there twice or not well formed", "one name each: lower-case letters, digits and _")
			}
			use.blanks[b.ID.V] = true
			x.Blanks = append(x.Blanks, advisor.Blank{ID: b.ID.V, Text: l.text(b.Text, textUse{})})
		}
		x.Title, x.To, x.Notes = l.text(d.Title, use), l.text(d.To, use), l.text(d.Notes, use)
		all := ""
		for k := range d.Parts {
			p := &d.Parts[k]
			l.text(p.Text, use)
			all += p.Text.ZH.V
			// A letter keeps its lines.
			x.Parts = append(x.Parts, advisor.Part{When: l.cond(p.When), Text: fact.Text{ZH: kept(p.Text.ZH.V), EN: kept(p.Text.EN.V)}, Pos: p.At.pos()})
		}
		for _, b := range d.Blanks {
			if !strings.Contains(all, "["+b.ID.V+"]") {
				l.warn(b.ID.at, "空 "+b.ID.V+" 没有用到", "在文书里写上 ["+b.ID.V+"]，或删掉", "the blank "+b.ID.V+" is not used", "write ["+b.ID.V+"] in the letter, or remove it")
			}
		}
		l.b.Drafts = append(l.b.Drafts, x)
	}
}

// rest makes authorities, terms, myths, limits and the disclaimer.
func (l *loader) rest() {
	for i := range l.f.Authorities {
		a := &l.f.Authorities[i]
		l.one(a.Read, "official", "reprint", "common")
		if a.Read.V == "reprint" && !a.Source.there() {
			l.bad(a.At, "机构 "+a.ID.V+" 只见转载，要写出处", "加一行 source: 标题和网址", "authority "+a.ID.V+" was read in a reprint: say which", "add source: title and address")
		}
		l.b.Authorities = append(l.b.Authorities, advisor.Authority{ID: a.ID.V, Number: a.Number.V,
			Name: l.text(a.Name, textUse{own: true}), For: l.text(a.For, textUse{}), NotFor: l.text(a.NotFor, textUse{}), Bring: l.text(a.Bring, textUse{}),
			Read: a.Read.V, Source: a.Source.V, Pos: a.At.pos()})
		if n := a.Number.V; n != "" {
			l.hotlines[n] = a.ID.V
		}
	}
	for i := range l.f.Terms {
		t := &l.f.Terms[i]
		l.b.Terms = append(l.b.Terms, advisor.Term{ID: t.ID.V, Term: l.text(t.Term, textUse{label: true}), Text: l.text(t.Text, textUse{}), Pos: t.At.pos()})
	}
	for i := range l.f.Myths {
		m := &l.f.Myths[i]
		cites := l.cites(m.Cites)
		use := textUse{who: "误区 " + m.ID.V, whoEN: "myth " + m.ID.V, cites: cites, cited: true, key: "cites"}
		l.b.Myths = append(l.b.Myths, advisor.Myth{ID: m.ID.V, Rules: texts(m.Rules), When: cond.Both(l.cond(m.file), l.cond(m.When)), Myth: l.text(m.Myth, use), Truth: l.text(m.Truth, use), Cites: cites, Pos: m.At.pos()})
	}
	for i := range l.f.Scopes {
		s := &l.f.Scopes[i]
		for k := range s.NotCovered {
			n := &s.NotCovered[k]
			l.b.Limits = append(l.b.Limits, advisor.Limit{ID: n.ID.V, Rules: texts(n.Rules), When: cond.Both(l.cond(n.file), l.cond(n.When)), Text: l.text(n.Text, textUse{}), Pos: n.At.pos()})
		}
		for _, p := range s.LawyerHow {
			l.b.LawyerHow = append(l.b.LawyerHow, l.text(p.Text, textUse{}))
		}
		if s.Disclaimer.there() {
			if !l.b.Disclaimer.IsZero() {
				l.bad(s.Disclaimer.at, "免责声明写了两处", "只留 scope/general.yaml 里的", "there are two disclaimers", "keep the one in scope/general.yaml")
			}
			l.b.Disclaimer = l.text(s.Disclaimer, textUse{})
		}
		if s.LawAsOf.there() {
			if !l.b.LawAsOf.IsZero() {
				l.bad(s.LawAsOf.at, "law_as_of 写了两处", "只留 scope/general.yaml 里的", "law_as_of stands twice", "keep the one in scope/general.yaml")
			}
			l.b.LawAsOf = l.day(s.LawAsOf, false)
		}
	}
	general := at{&source{name: "scope/general.yaml"}, 1, 1}
	if l.b.Disclaimer.IsZero() {
		l.bad(general, "没有免责声明", "加 disclaimer:，下面 zh: 和 en:", "there is no disclaimer", "add disclaimer: with zh: and en:")
	}
	if l.b.LawAsOf.IsZero() {
		l.bad(general, "没有写法律核对到哪一天", "加一行 law_as_of: 2026-11-25", "it is not said when the law was last checked", "add law_as_of: 2026-11-25")
	}
}
