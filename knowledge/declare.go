package knowledge

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// raw keeps what can only be compiled once every name is known.
type raw struct {
	conds    []pending
	cites    []pendingCite
	refs     []func()
	sections map[string]doc
	answers  []func()
}

// A pending condition is parsed when all facts are declared.
type pending struct {
	n     *node
	outer []*node // file-level conditions it is conjoined with
	set   func(e compiled)
}

type pendingCite struct {
	n   *node
	set func(advisor.Cite)
}

var (
	factName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	kebab    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)
	taken    = map[string]bool{"unknown": true, "otherwise": true, "today": true, "yes": true, "no": true, "and": true, "or": true, "not": true, "in": true}
)

// declare reads every file into the base, leaving conditions and references
// for later.
func (l *loader) declare() {
	for _, d := range l.docs["laws"] {
		l.law(d)
	}
	for _, d := range l.docs["rates"] {
		l.rates(d)
	}
	for _, d := range l.docs["calendar"] {
		l.calendar(d)
	}
	l.authorities()
	l.terms()
	l.interview()
	for _, d := range l.docs["facts"] {
		l.factsFile(d)
	}
	for _, d := range l.docs["common"] {
		l.common(d)
	}
	for _, d := range l.docs["findings"] {
		l.findings(d)
	}
	for _, d := range l.docs["myths"] {
		f := l.fields(d.root, "myths when about")
		for _, n := range l.list(f["myths"]) {
			l.myth(n, f["when"])
		}
	}
	for _, d := range l.docs["scope"] {
		l.scope(d)
	}
	for _, d := range l.docs["drafts"] {
		l.draft(d)
	}
	for _, d := range l.docs["cases"] {
		l.readCase(d)
	}
}

// id reads a name and refuses it where it is taken.
func (l *loader) id(n *node, kind string, form *regexp.Regexp) string {
	w := l.word(n)
	if n == nil || w == "" {
		return ""
	}
	if !form.MatchString(w) || taken[w] && form == factName {
		l.at(n.pos(), "“"+w+"”不能作名字", "用小写字母、数字和 "+map[bool]string{true: "_", false: "-"}[form == factName], strconv.Quote(w)+" cannot be a name", "use lower-case letters, digits and "+map[bool]string{true: "_", false: "-"}[form == factName])
	}
	key := kind + " " + w
	if p, ok := l.seen[key]; ok {
		l.at(n.pos(), fmt.Sprintf("%s 已经在 %s:%d 用过", w, p.File, p.Line), "换一个名字", fmt.Sprintf("%s stands already at %s:%d", w, p.File, p.Line), "choose another name")
	}
	l.seen[key] = n.pos()
	return w
}

func (l *loader) cond(n *node, outer []*node, set func(compiled)) {
	var o []*node
	for _, x := range outer {
		if x != nil {
			o = append(o, x)
		}
	}
	if n == nil && len(o) == 0 {
		return
	}
	l.raw.conds = append(l.raw.conds, pending{n, o, set})
}

func (l *loader) cite(n *node, set func(advisor.Cite)) {
	if n != nil {
		l.raw.cites = append(l.raw.cites, pendingCite{n, set})
	}
}

// citeList is a list that is filled in once all laws are read.
func (l *loader) citeList(n *node) []advisor.Cite {
	items := l.list(n)
	out := make([]advisor.Cite, len(items))
	for i, x := range items {
		l.cite(x, func(c advisor.Cite) { out[i] = c })
	}
	return out
}

func (l *loader) interview() {
	d, ok := l.single["interview.yaml"]
	if !ok {
		return
	}
	f := l.fields(d.root, "sections longest about")
	if !l.need(d.root, f, "sections") {
		return
	}
	if f["longest"] != nil {
		l.b.Longest[""] = int(l.number(f["longest"]))
	}
	byName := map[string]doc{}
	for _, q := range l.docs["questions"] {
		byName[strings.TrimSuffix(strings.TrimPrefix(q.name, "questions/"), ".yaml")] = q
	}
	for _, n := range l.list(f["sections"]) {
		name := l.word(n)
		q, ok := byName[name]
		if !ok {
			l.at(n.pos(), "没有 questions/"+name+".yaml", "建这个文件，或从次序里删掉", "there is no questions/"+name+".yaml", "make the file or remove the line")
			continue
		}
		delete(byName, name)
		l.section(q, name)
	}
	for _, name := range sortedKeys(byName) {
		l.at(byName[name].root.pos(), "interview.yaml 的次序里没有 "+name, "加到 interview.yaml 的 sections 里", name+" is not in the order of interview.yaml", "add it to its sections")
	}
}

func (l *loader) section(d doc, name string) {
	f := l.fields(d.root, "section title when questions about")
	if !l.need(d.root, f, "section", "title", "questions") {
		return
	}
	if w := l.word(f["section"]); w != name {
		l.at(f["section"].pos(), "section: "+w+" 和文件名 "+name+" 不一样", "改成一样的", "section "+w+" differs from the file's name "+name, "make them the same")
	}
	i := len(l.b.Sections)
	l.b.Sections = append(l.b.Sections, advisor.Section{ID: name, Title: l.text(f["title"], "部分 "+name+" 的 title "), Pos: d.root.pos()})
	l.cond(f["when"], nil, func(e compiled) { l.b.Sections[i].When = e.Expr })
	for _, n := range l.list(f["questions"]) {
		l.question(n, i, f["when"])
	}
}

func (l *loader) newFact(id string, kind fact.Kind, label advisor.Text, origin advisor.Origin, of int, pos advisor.Pos) int {
	l.b.Facts = append(l.b.Facts, advisor.Fact{ID: id, Kind: kind, Label: label, Origin: origin, Of: of, After: -1, Pos: pos})
	return len(l.b.Facts) - 1
}

func (l *loader) question(n *node, section int, outer *node) {
	f := l.fields(n, "ask kind label title why how when options range after unasked")
	if !l.need(n, f, "ask", "kind", "label", "title", "why", "how") {
		return
	}
	id := l.id(f["ask"], "fact", factName)
	kind, ok := fact.KindOf(l.word(f["kind"]))
	if !ok {
		l.oneOf(f["kind"], fact.Kinds()...)
		return
	}
	what := "问题 " + id + " 的 "
	fi := l.newFact(id, kind, l.text(f["label"], what+"label "), advisor.Asked, len(l.b.Questions), f["ask"].pos())
	qi := len(l.b.Questions)
	l.b.Questions = append(l.b.Questions, advisor.Question{Fact: fi, Section: section, Title: l.text(f["title"], what+"title "), Why: l.text(f["why"], what+"why "), How: l.text(f["how"], what+"how "), Pos: n.pos()})
	l.cond(f["when"], []*node{outer}, func(e compiled) { l.b.Questions[qi].When = e.Expr })
	l.b.Facts[fi].Options = l.options(f["options"], what)
	needs := kind == fact.Choice || kind == fact.Several || kind == fact.History
	count := len(l.b.Facts[fi].Options)
	switch {
	case needs && count < 2 && kind != fact.History || needs && count < 1:
		l.at(n.pos(), what+"选项少于 2 个", "加上 options:", "question "+id+" has fewer than 2 options", "add options:")
	case !needs && f["options"] != nil:
		l.at(f["options"].pos(), "这种问题没有选项", "删掉 options:，或改 kind:", "this kind of question has no options", "remove options: or change kind:")
	case count > 16:
		l.at(f["options"].pos(), "选项超过 16 个", "分成两个问题", "more than 16 options", "make two questions of it")
	}
	if f["range"] != nil {
		l.b.Facts[fi].Range = l.readRange(f["range"], kind)
	}
	if f["after"] != nil {
		l.raw.refs = append(l.raw.refs, func() { l.b.Facts[fi].After = l.factRef(f["after"], fact.Day) })
	}
	if f["unasked"] != nil {
		w := l.word(f["unasked"])
		l.b.Facts[fi].Unasked = w
		if !hasOption(l.b.Facts[fi].Options, w) && kind != fact.YesNo {
			l.at(f["unasked"].pos(), "没有选项 "+w, "写一个选项名", "there is no option "+w, "write an option")
		}
	}
}

func hasOption(list []advisor.Option, id string) bool {
	for i := range list {
		if list[i].ID == id {
			return true
		}
	}
	return false
}

func (l *loader) options(n *node, what string) []advisor.Option {
	var out []advisor.Option
	for _, x := range l.list(n) {
		f := l.fields(x, "id zh en alone when")
		if !l.need(x, f, "id") {
			continue
		}
		id := l.word(f["id"])
		if !factName.MatchString(id) || taken[id] && id != "yes" && id != "no" {
			l.at(f["id"].pos(), "“"+id+"”不能作选项名", "用小写字母、数字和 _", strconv.Quote(id)+" cannot be an option", "use lower-case letters, digits and _")
		}
		if hasOption(out, id) {
			l.at(f["id"].pos(), "选项 "+id+" 写了两次", "删掉一个", "option "+id+" stands twice", "remove one")
		}
		out = append(out, advisor.Option{ID: id, Text: l.pair(x, f, what+"选项 "+id+" "), Alone: l.yes(f["alone"]), Pos: x.pos()})
	}
	return out
}

// readRange reads a..b in the unit of the kind; dates may be today.
func (l *loader) readRange(n *node, kind fact.Kind) advisor.Range {
	w := l.word(n)
	lo, hi, ok := strings.Cut(w, "..")
	r := advisor.Range{Set: true, LoWritten: lo, HiWritten: hi}
	bad := func() advisor.Range {
		l.at(n.pos(), "范围“"+w+"”读不懂", "例：2010-01-01..today、1元..10000000元、0..500、0%..100%", "the range "+strconv.Quote(w)+" cannot be read", "such as 2010-01-01..today, 1元..10000000元, 0..500, 0%..100%")
		return advisor.Range{}
	}
	if !ok || !kind.Ordered() {
		return bad()
	}
	read := func(s string) (v int64, today bool, err error) {
		switch kind {
		case fact.Day:
			if s == "today" {
				return 0, true, nil
			}
			d, err := fact.ISODate(s)
			return int64(d), false, err
		case fact.Money:
			if !strings.HasSuffix(s, "元") {
				return 0, false, fmt.Errorf("unit")
			}
			m, err := fact.ReadMoney(s)
			return int64(m), false, err
		case fact.Percent:
			m, err := fact.ReadRate(s)
			return int64(m), false, err
		}
		v, err = fact.ReadNumber(s)
		return v, false, err
	}
	var e1, e2 error
	r.Lo, r.LoToday, e1 = read(lo)
	r.Hi, r.HiToday, e2 = read(hi)
	if e1 != nil || e2 != nil || !r.LoToday && !r.HiToday && r.Lo > r.Hi {
		return bad()
	}
	return r
}

func (l *loader) factsFile(d doc) {
	f := l.fields(d.root, "derived calculations deadlines about")
	for _, n := range l.list(f["derived"]) {
		l.derived(n)
	}
	for _, n := range l.list(f["calculations"]) {
		l.calculation(n)
	}
	for _, n := range l.list(f["deadlines"]) {
		l.deadline(n)
	}
}

func (l *loader) derived(n *node) {
	f := l.fields(n, "fact label options when rules")
	if !l.need(n, f, "fact", "label") {
		return
	}
	id := l.id(f["fact"], "fact", factName)
	di := len(l.b.Derived)
	label := l.text(f["label"], "事实 "+id+" 的 label ")
	if f["options"] == nil {
		if !l.need(n, f, "when") {
			return
		}
		fi := l.newFact(id, fact.YesNo, label, advisor.FromCondition, di, n.pos())
		l.b.Derived = append(l.b.Derived, advisor.Derived{Fact: fi, Pos: n.pos()})
		l.cond(f["when"], nil, func(e compiled) { l.b.Derived[di].When = e.Expr })
		return
	}
	fi := l.newFact(id, fact.Choice, label, advisor.FromTable, di, n.pos())
	rows := l.list(f["options"])
	l.b.Facts[fi].Options = l.options(f["options"], "事实 "+id+" 的")
	l.b.Derived = append(l.b.Derived, advisor.Derived{Fact: fi, Rows: make([]*advisor.Expr, len(rows)), Pos: n.pos()})
	for i, x := range rows {
		rf := l.fields(x, "id zh en when alone")
		if rf["when"] == nil {
			l.at(x.pos(), "选项少了 when:", "加上 when:；最后一条可写 when: otherwise", "the option lacks when:", "add when:; the last may be when: otherwise")
			continue
		}
		// The file-level condition of a derived table guards each row.
		l.cond(rf["when"], []*node{f["when"]}, func(e compiled) { l.b.Derived[di].Rows[i] = e.Expr })
	}
}

func (l *loader) calculation(n *node) {
	f := l.fields(n, "calc rules label takes uses gives")
	if !l.need(n, f, "calc", "label", "takes", "gives") {
		return
	}
	ci := len(l.b.Calculations)
	name := l.word(f["calc"])
	c := advisor.Calculation{Name: name, Label: l.text(f["label"], "计算 "+name+" 的 label "), Rules: l.words(f["rules"]), Uses: l.words(f["uses"]), Pos: f["calc"].pos()}
	for _, g := range l.list(f["gives"]) {
		gf := l.fields(g, "fact out kind label options")
		if !l.need(g, gf, "fact", "kind", "label") {
			continue
		}
		id := l.id(gf["fact"], "fact", factName)
		kind, ok := fact.KindOf(l.word(gf["kind"]))
		if !ok {
			l.oneOf(gf["kind"], fact.Kinds()...)
			continue
		}
		fi := l.newFact(id, kind, l.text(gf["label"], "事实 "+id+" 的 label "), advisor.Calculated, ci, g.pos())
		l.b.Facts[fi].Options = l.options(gf["options"], "事实 "+id+" 的")
		out := id
		if gf["out"] != nil {
			out = l.word(gf["out"])
		}
		c.Gives = append(c.Gives, advisor.Output{Name: out, Fact: fi})
	}
	l.b.Calculations = append(l.b.Calculations, c)
	if f["takes"].y.Kind != yaml.MappingNode {
		l.at(f["takes"].pos(), "takes: 下面写“输入: 事实”", "例：received: received", "takes: holds input: fact", "such as received: received")
		return
	}
	for i := 0; i+1 < len(f["takes"].y.Content); i += 2 {
		in, v := f["takes"].y.Content[i].Value, &node{f["takes"].y.Content[i+1], n.file}
		l.raw.refs = append(l.raw.refs, func() {
			if k := l.factRef(v, 0); k >= 0 {
				l.b.Calculations[ci].Takes = append(l.b.Calculations[ci].Takes, advisor.Input{Name: in, Fact: k})
			}
		})
	}
}

var periodForm = regexp.MustCompile(`^(\d+) (day|workday|month|year)s?$`)

func (l *loader) deadline(n *node) {
	f := l.fields(n, "fact label from period after basis roll rules")
	if !l.need(n, f, "fact", "label", "from", "period", "basis") {
		return
	}
	id := l.id(f["fact"], "fact", factName)
	di := len(l.b.Deadlines)
	label := l.text(f["label"], "期限 "+id+" 的 label ")
	d := advisor.Deadline{Label: label, Rules: l.words(f["rules"]), After: l.text(f["after"], "期限 "+id+" 的 after "), NoRoll: f["roll"] != nil && !l.yes(f["roll"]), Pos: n.pos()}
	m := periodForm.FindStringSubmatch(l.word(f["period"]))
	if m == nil {
		l.at(f["period"].pos(), "期间读不懂", "写成 15 days、3 workdays、6 months 或 3 years", "the period cannot be read", "write 15 days, 3 workdays, 6 months or 3 years")
	} else {
		d.N, _ = strconv.Atoi(m[1])
		d.Unit = map[string]advisor.Unit{"day": advisor.Days, "workday": advisor.Workdays, "month": advisor.Months, "year": advisor.Years}[m[2]]
	}
	d.Fact = l.newFact(id, fact.Day, label, advisor.DeadlineDate, di, n.pos())
	l.seen["fact "+id+"_state"] = n.pos()
	d.State = l.newFact(id+"_state", fact.Choice, label, advisor.DeadlineState, di, n.pos())
	l.b.Facts[d.State].Options = []advisor.Option{{ID: "open", Text: advisor.Text{ZH: "还没有过", EN: "still open"}}, {ID: "passed", Text: advisor.Text{ZH: "已经过了", EN: "has passed"}}}
	l.b.Deadlines = append(l.b.Deadlines, d)
	l.raw.refs = append(l.raw.refs, func() { l.b.Deadlines[di].From = l.factRef(f["from"], fact.Day) })
	l.b.Deadlines[di].Basis = l.citeList(f["basis"])
}

func (l *loader) common(d doc) {
	f := l.fields(d.root, "steps evidence avoid about")
	for _, n := range l.list(f["steps"]) {
		i := len(l.b.Steps)
		l.b.Steps = append(l.b.Steps, advisor.Step{})
		l.step(n, func() *advisor.Step { return &l.b.Steps[i] }, true)
	}
	for _, n := range l.list(f["evidence"]) {
		l.b.Evidence = append(l.b.Evidence, l.note(n, "evidence", len(l.b.Evidence), func(i int) *advisor.Note { return &l.b.Evidence[i] }))
	}
	for _, n := range l.list(f["avoid"]) {
		l.b.Avoid = append(l.b.Avoid, l.note(n, "avoid", len(l.b.Avoid), func(i int) *advisor.Note { return &l.b.Avoid[i] }))
	}
}

func (l *loader) note(n *node, kind string, i int, get func(int) *advisor.Note) advisor.Note {
	f := l.fields(n, "id zh en when rules")
	l.need(n, f, "id")
	l.cond(f["when"], nil, func(e compiled) { get(i).When = e.Expr })
	return advisor.Note{ID: l.id(f["id"], kind, kebab), Text: l.pair(n, f, kind+" "), Pos: n.pos()}
}

// notes reads a finding's list of evidence or of what to avoid: ids of shared
// notes, or own ones, which get a name after the finding.
func (l *loader) notes(n *node, kind, finding string) []string {
	var out []string
	for k, x := range l.list(n) {
		if x.y.Kind == yaml.ScalarNode {
			l.refNote(x, kind)
			out = append(out, l.word(x))
			continue
		}
		f := l.fields(x, "zh en when")
		list := &l.b.Evidence
		if kind == "avoid" {
			list = &l.b.Avoid
		}
		i := len(*list)
		id := fmt.Sprintf("%s#%d", finding, k+1)
		*list = append(*list, advisor.Note{ID: id, Text: l.pair(x, f, kind+" "), Pos: x.pos()})
		l.cond(f["when"], nil, func(e compiled) { (*list)[i].When = e.Expr })
		out = append(out, id)
	}
	return out
}

// step reads a step: the id of a shared one, or an own one.
func (l *loader) step(n *node, get func() *advisor.Step, shared bool) {
	if n.y.Kind == yaml.ScalarNode { // a scalar: the id of a shared step
		get().ID, get().ByDays, get().ByDate, get().Pos = l.word(n), -1, -1, n.pos()
		return
	}
	f := l.fields(n, "id by zh en with draft when rules")
	s := advisor.Step{ByDays: -1, ByDate: -1, Pos: n.pos(), Text: l.pair(n, f, "行动 "), With: l.words(f["with"]), Draft: ""}
	if shared {
		l.need(n, f, "id")
		s.ID = l.id(f["id"], "step", kebab)
	} else if f["id"] != nil {
		l.at(f["id"].pos(), "结论里的行动不写 id", "删掉 id，或移到 common/", "a finding's own step has no id", "remove it, or move the step to common/")
	}
	if f["draft"] != nil {
		s.Draft = l.word(f["draft"])
		l.refDraft(f["draft"])
	}
	for _, w := range l.list(f["with"]) {
		l.refAuthority(w)
	}
	if by := f["by"]; by != nil {
		w := l.word(by)
		var k int
		switch _, err := fmt.Sscanf(w, "%d day", &k); {
		case w == "today":
			s.ByDays = 0
		case err == nil:
			s.ByDays = k
		default:
			l.raw.refs = append(l.raw.refs, func() { get().ByDate = l.factRef(by, fact.Day) })
		}
	}
	*get() = s
	l.cond(f["when"], nil, func(e compiled) { get().When = e.Expr })
}

func (l *loader) findings(d doc) {
	f := l.fields(d.root, "about when groups findings")
	l.need(d.root, f, "findings")
	if f["about"] != nil {
		l.text(f["about"], "about ")
	}
	groups := map[string]bool{}
	for _, n := range l.list(f["groups"]) {
		gf := l.fields(n, "id covers")
		if !l.need(n, gf, "id") {
			continue
		}
		i := len(l.b.Groups)
		id := l.id(gf["id"], "group", kebab)
		groups[id] = true
		l.b.Groups = append(l.b.Groups, advisor.Group{ID: id, Pos: n.pos()})
		if gf["covers"] != nil {
			l.cond(gf["covers"], []*node{f["when"]}, func(e compiled) { l.b.Groups[i].Covers = e.Expr })
		}
	}
	for _, n := range l.list(f["findings"]) {
		l.finding(n, f["when"], groups)
	}
}

func (l *loader) finding(n *node, outer *node, groups map[string]bool) {
	f := l.fields(n, "id rules when always urgency certainty exclusive title text law_on cites steps deadlines evidence avoid drafts authorities lawyer")
	if !l.need(n, f, "id", "urgency", "certainty", "title", "text", "cites") {
		return
	}
	id := l.id(f["id"], "finding", kebab)
	what := "结论 " + id + " 的 "
	i := len(l.b.Findings)
	x := advisor.Finding{ID: id, Rules: l.words(f["rules"]), Always: l.yes(f["always"]), LawOn: -1, Pos: n.pos(),
		Urgency:   advisor.Urgency(l.oneOf(f["urgency"], "normal", "important", "deadline", "danger")),
		Certainty: advisor.Certainty(l.oneOf(f["certainty"], "settled", "usual", "disputed", "proof")),
		Title:     l.text(f["title"], what+"title "), Text: l.text(f["text"], what+"text "),
		Evidence: l.notes(f["evidence"], "evidence", id), Avoid: l.notes(f["avoid"], "avoid", id), Drafts: l.words(f["drafts"]), Authorities: l.words(f["authorities"])}
	if f["exclusive"] != nil {
		x.Group = l.word(f["exclusive"])
		if l.seen["group "+x.Group] == (advisor.Pos{}) {
			l.raw.refs = append(l.raw.refs, func() {
				if l.seen["group "+x.Group] == (advisor.Pos{}) {
					l.at(f["exclusive"].pos(), "没有名为 "+x.Group+" 的组", "在 groups: 里加上", "there is no group "+x.Group, "add it under groups:")
				}
			})
		}
	}
	if lw := f["lawyer"]; lw != nil {
		lf := l.fields(lw, "grade zh en")
		if l.need(lw, lf, "grade") {
			x.Lawyer = &advisor.Advice{Grade: advisor.Grade(l.oneOf(lf["grade"], "advisable", "strongly", "at_once")), Reason: l.pair(lw, lf, what+"lawyer ")}
		}
	}
	steps := l.list(f["steps"])
	x.Steps = make([]advisor.Step, len(steps))
	l.b.Findings = append(l.b.Findings, x)
	for k, s := range steps {
		if s.y.Kind == yaml.ScalarNode {
			l.refStep(s)
		}
		l.step(s, func() *advisor.Step { return &l.b.Findings[i].Steps[k] }, false)
	}
	l.b.Findings[i].Cites = l.citeList(f["cites"])
	l.cond(f["when"], []*node{outer}, func(e compiled) { l.b.Findings[i].When = e.Expr })
	if f["law_on"] != nil {
		l.raw.refs = append(l.raw.refs, func() { l.b.Findings[i].LawOn = l.factRef(f["law_on"], fact.Day) })
	}
	for _, r := range l.list(f["deadlines"]) {
		l.raw.refs = append(l.raw.refs, func() {
			if k := l.factRef(r, fact.Day); k >= 0 {
				if l.b.Facts[k].Origin != advisor.DeadlineDate {
					l.at(r.pos(), l.word(r)+" 不是期限", "期限写在 facts/ 的 deadlines: 里", l.word(r)+" is no deadline", "deadlines stand under deadlines: in facts/")
					return
				}
				l.b.Findings[i].Deadlines = append(l.b.Findings[i].Deadlines, l.b.Facts[k].Of)
			}
		})
	}
	for _, r := range l.list(f["drafts"]) {
		l.refDraft(r)
	}
	for _, r := range l.list(f["authorities"]) {
		l.refAuthority(r)
	}
}

func (l *loader) myth(n *node, outer *node) {
	f := l.fields(n, "id rules when myth truth cites")
	if !l.need(n, f, "id", "myth", "truth") {
		return
	}
	i := len(l.b.Myths)
	id := l.id(f["id"], "myth", kebab)
	l.b.Myths = append(l.b.Myths, advisor.Myth{ID: id, Rules: l.words(f["rules"]), Myth: l.text(f["myth"], "误区 "+id+" 的 myth "), Truth: l.text(f["truth"], "误区 "+id+" 的 truth "), Pos: n.pos()})
	l.b.Myths[i].Cites = l.citeList(f["cites"])
	l.cond(f["when"], []*node{outer}, func(e compiled) { l.b.Myths[i].When = e.Expr })
}

func (l *loader) scope(d doc) {
	f := l.fields(d.root, "law_as_of not_covered disclaimer lawyer_how when about")
	if f["law_as_of"] != nil {
		l.b.LawAsOf = l.date(f["law_as_of"])
	}
	if f["disclaimer"] != nil {
		l.b.Disclaimer = l.text(f["disclaimer"], "disclaimer ")
	}
	for _, n := range l.list(f["lawyer_how"]) {
		l.b.LawyerHow = append(l.b.LawyerHow, l.text(n, "lawyer_how "))
	}
	for _, n := range l.list(f["not_covered"]) {
		nf := l.fields(n, "id rules when text")
		if !l.need(n, nf, "id", "text") {
			continue
		}
		i := len(l.b.Limits)
		id := l.id(nf["id"], "limit", kebab)
		l.b.Limits = append(l.b.Limits, advisor.Limit{ID: id, Rules: l.words(nf["rules"]), Text: l.text(nf["text"], "没有收的 "+id+" "), Pos: n.pos()})
		l.cond(nf["when"], []*node{f["when"]}, func(e compiled) { l.b.Limits[i].When = e.Expr })
	}
}

func (l *loader) draft(d doc) {
	f := l.fields(d.root, "draft rules when title to blanks parts notes")
	if !l.need(d.root, f, "draft", "title", "to", "parts") {
		return
	}
	i := len(l.b.Drafts)
	id := l.id(f["draft"], "draft", kebab)
	x := advisor.Draft{ID: id, Rules: l.words(f["rules"]), Title: l.text(f["title"], "文书 "+id+" 的 title "), To: l.text(f["to"], "文书 "+id+" 的 to "), Notes: l.text(f["notes"], "文书 "+id+" 的 notes "), Pos: d.root.pos()}
	for _, b := range l.list(f["blanks"]) {
		bf := l.fields(b, "id zh en")
		if l.need(b, bf, "id") {
			x.Blanks = append(x.Blanks, advisor.Blank{ID: l.word(bf["id"]), Text: l.pair(b, bf, "文书 "+id+" 的空格 ")})
		}
	}
	parts := l.list(f["parts"])
	x.Parts = make([]advisor.Part, len(parts))
	for k, p := range parts {
		pf := l.fields(p, "when zh en")
		x.Parts[k] = advisor.Part{Text: l.verse(p, pf, "文书 "+id+" 的一段 "), Pos: p.pos()}
		if pf["when"] != nil {
			l.cond(pf["when"], nil, func(e compiled) { l.b.Drafts[i].Parts[k].When = e.Expr })
		}
	}
	l.b.Drafts = append(l.b.Drafts, x)
	l.cond(f["when"], nil, func(e compiled) { l.b.Drafts[i].When = e.Expr })
}
