package knowledge

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
)

// usage notes what something refers to, so that the rest can be named.
type usage struct {
	facts    map[int]bool
	articles map[string]bool
	drafts   map[string]bool
}

func (u *usage) fact(i int) {
	if u.facts == nil {
		u.facts = map[int]bool{}
	}
	u.facts[i] = true
}

func (u *usage) article(c advisor.Cite) {
	if u.articles == nil {
		u.articles = map[string]bool{}
	}
	u.articles[c.Law+"-"+c.Article] = true
}

func (u *usage) draft(id string) {
	if u.drafts == nil {
		u.drafts = map[string]bool{}
	}
	u.drafts[id] = true
}

var (
	typedArticle = regexp.MustCompile(`第\s*\d+\s*条`)
	typedArtEN   = regexp.MustCompile(`\b[Aa]rt(?:icle|\.)\s*\d+`)
)

// crossCheck looks at what only the whole can show: placeholders, numbers
// typed into texts, certainty without an official text, names nobody uses.
func (l *loader) crossCheck() {
	b := l.b
	l.conditionsUse()
	for i := range b.Questions {
		q := &b.Questions[i]
		l.placed(q.Title, q.Pos, nil)
		l.placed(q.Why, q.Pos, nil)
		l.placed(q.How, q.Pos, nil)
	}
	for i := range b.Findings {
		f := &b.Findings[i]
		l.placed(f.Title, f.Pos, f.Cites)
		l.placed(f.Text, f.Pos, f.Cites)
		for k := range f.Steps {
			l.placed(f.Steps[k].Text, f.Steps[k].Pos, f.Cites)
		}
		if f.Lawyer != nil {
			l.placed(f.Lawyer.Reason, f.Pos, f.Cites)
		}
		l.certain(f)
	}
	for i := range b.Steps {
		l.placed(b.Steps[i].Text, b.Steps[i].Pos, nil)
	}
	for i := range b.Myths {
		m := &b.Myths[i]
		l.placed(m.Myth, m.Pos, m.Cites)
		l.placed(m.Truth, m.Pos, m.Cites)
	}
	for i := range b.Limits {
		l.placed(b.Limits[i].Text, b.Limits[i].Pos, nil)
	}
	for i := range b.Deadlines {
		l.placed(b.Deadlines[i].After, b.Deadlines[i].Pos, nil)
	}
	for i := range b.Drafts {
		l.checkDraft(&b.Drafts[i])
	}
	l.unused()
}

func (l *loader) conditionsUse() {
	mark := func(e *cond.Expr) {
		for _, f := range e.Facts() {
			l.used.fact(f)
		}
	}
	b := l.b
	for i := range b.Questions {
		mark(b.Questions[i].When)
	}
	for i := range b.Derived {
		mark(b.Derived[i].When)
		for _, r := range b.Derived[i].Rows {
			mark(r)
		}
	}
	for i := range b.Findings {
		mark(b.Findings[i].When)
		for k := range b.Findings[i].Steps {
			mark(b.Findings[i].Steps[k].When)
		}
	}
	for i := range b.Steps {
		mark(b.Steps[i].When)
	}
	for _, list := range [][]advisor.Note{b.Evidence, b.Avoid} {
		for i := range list {
			mark(list[i].When)
		}
	}
	for i := range b.Myths {
		mark(b.Myths[i].When)
	}
	for i := range b.Limits {
		mark(b.Limits[i].When)
	}
	for i := range b.Groups {
		mark(b.Groups[i].Covers)
	}
	for i := range b.Drafts {
		mark(b.Drafts[i].When)
		for k := range b.Drafts[i].Parts {
			mark(b.Drafts[i].Parts[k].When)
		}
	}
}

// placed checks a text's placeholders: each names something, both languages
// have the same, an article named in a finding is among its citations, and no
// number that lives elsewhere is typed in.
func (l *loader) placed(t advisor.Text, pos advisor.Pos, cites []advisor.Cite) {
	zh, en := holes(t.ZH), holes(t.EN)
	for _, p := range zh {
		if !slices.Contains(en, p) {
			l.at(pos, "英文少了 {"+p+"}："+head(t.ZH), "中英文的占位要一样", "the English lacks {"+p+"}: "+head(t.EN), "both languages need the same placeholders")
		}
	}
	for _, p := range en {
		if !slices.Contains(zh, p) {
			l.at(pos, "中文少了 {"+p+"}："+head(t.ZH), "中英文的占位要一样", "the Chinese lacks {"+p+"}: "+head(t.EN), "both languages need the same placeholders")
		}
	}
	for _, p := range zh {
		l.place(p, pos, cites)
	}
	if m := typedArticle.FindString(t.ZH); m != "" {
		l.at(pos, "文字里直接写了“"+m+"”", "写 {法律-条号}", "an article number is typed into the text: "+m, "write {law-article}")
	}
	if m := typedArtEN.FindString(t.EN); m != "" {
		l.at(pos, "英文里直接写了“"+m+"”", "写 {法律-条号}", "an article number is typed into the text: "+m, "write {law-article}")
	}
	for i := range l.b.Authorities {
		a := &l.b.Authorities[i]
		if a.Number == "" {
			continue
		}
		re := numberAlone(a.Number)
		if re.MatchString(advisor.Placeholder.ReplaceAllString(t.ZH, "")) || re.MatchString(advisor.Placeholder.ReplaceAllString(t.EN, "")) {
			l.at(pos, "文字里直接写了号码 "+a.Number+"："+head(t.ZH), "写 {@"+a.ID+"}，号码只在 authorities.yaml 里改", "the number "+a.Number+" is typed into the text", "write {@"+a.ID+"}; numbers live in authorities.yaml")
		}
	}
}

var alone = map[string]*regexp.Regexp{}

func numberAlone(n string) *regexp.Regexp {
	re, ok := alone[n]
	if !ok {
		re = regexp.MustCompile(`(?:^|[^\d.,])` + regexp.QuoteMeta(n) + `(?:[^\d.,%万亿元件人条年日天个]|$)`)
		alone[n] = re
	}
	return re
}

func (l *loader) place(p string, pos advisor.Pos, cites []advisor.Cite) {
	x := l.b.Place(p)
	switch x.Kind {
	case advisor.PlaceUnknown:
		zh, en := "事实、数、条文和机构见 wangdai questions、rates/、laws/、authorities.yaml", "see facts, rates, laws and authorities"
		if near := cond.Nearest(p, names{l.b}.All()); near != "" {
			zh, en = "是否想写 {"+near+"}？", "did you mean {"+near+"}?"
		}
		l.at(pos, "{"+p+"} 不知道指什么", zh, "{"+p+"} names nothing", en)
	case advisor.PlaceFact, advisor.PlaceOption:
		l.used.fact(x.Fact)
	case advisor.PlaceArticle:
		if !l.hasArticle(x.Cite) {
			l.at(pos, "{"+p+"}：没有登记这一条", "先在 laws/"+x.Cite.Law+".yaml 里加上", "{"+p+"}: no such article here", "add it to laws/"+x.Cite.Law+".yaml first")
			return
		}
		l.used.article(x.Cite)
		if cites != nil && !slices.ContainsFunc(cites, func(c advisor.Cite) bool { return c.Law == x.Cite.Law && c.Article == x.Cite.Article }) {
			l.at(pos, "文字里提到 {"+p+"}，cites 里没有", "在 cites: 里加 "+p, "the text names {"+p+"}, which is not cited", "add "+p+" to cites:")
		}
	}
}

func holes(s string) []string {
	var out []string
	for _, m := range advisor.Placeholder.FindAllStringSubmatch(s, -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	return out
}

func head(s string) string {
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return string(r)
}

// certain refuses settled where no cited law was read in its official text.
func (l *loader) certain(f *advisor.Finding) {
	if len(f.Cites) == 0 {
		l.at(f.Pos, "结论 "+f.ID+" 没有引用", "在 cites: 里写出依据", "finding "+f.ID+" cites nothing", "name its basis under cites:")
	}
	if f.Certainty != advisor.Settled {
		return
	}
	for _, c := range f.Cites {
		if law := l.b.Law(c.Law); law != nil && slices.ContainsFunc(law.Versions, func(v advisor.Version) bool { return v.Official }) {
			return
		}
	}
	l.at(f.Pos, "结论 "+f.ID+" 写了“明文”（settled），但引用的法都没读过官方文本", "改成 usual 或 disputed，或补上官方文本", "finding "+f.ID+" is settled, but no cited law was read officially", "write usual or disputed, or read the official text")
}

func (l *loader) checkDraft(d *advisor.Draft) {
	var blanks []string
	for _, b := range d.Blanks {
		blanks = append(blanks, b.ID)
	}
	for _, p := range d.Parts {
		l.placed(p.Text, p.Pos, nil)
		for _, t := range []string{p.Text.ZH, p.Text.EN} {
			for _, r := range advisor.BlankRefs(t) {
				if !slices.Contains(blanks, r) {
					l.at(p.Pos, "文书 "+d.ID+" 里的 ["+r+"] 没有列在 blanks:", "在 blanks: 里加上", "letter "+d.ID+": ["+r+"] is not among its blanks", "add it under blanks:")
				}
			}
		}
	}
	l.placed(d.Notes, d.Pos, nil)
}

// unused names what nothing refers to. These are hints: a fact may be asked
// for the person's sake alone.
func (l *loader) unused() {
	b := l.b
	for i := range b.Calculations {
		for _, t := range b.Calculations[i].Takes {
			l.used.fact(t.Fact)
		}
	}
	for i := range b.Questions {
		f := &b.Facts[b.Questions[i].Fact]
		if !l.used.facts[b.Questions[i].Fact] {
			l.warn(f.Pos, "事实 "+f.ID+" 没有任何结论、条件或文字用到", "删掉这个问题，或用上它", "nothing uses the fact "+f.ID, "remove the question, or use it")
		}
	}
	for i := range b.Laws {
		seen := map[string]bool{}
		for _, a := range b.Laws[i].Articles {
			if !l.used.articles[b.Laws[i].ID+"-"+a.No] && !seen[a.No] {
				seen[a.No] = true
				l.warn(a.Pos, fmt.Sprintf("%s第%s条没有引用", b.Laws[i].Short.ZH, a.No), "引用它，或删掉", fmt.Sprintf("article %s of %s is not cited", a.No, b.Laws[i].Short.EN), "cite it, or remove it")
			}
		}
	}
	for i := range b.Drafts {
		if !l.used.drafts[b.Drafts[i].ID] {
			l.warn(b.Drafts[i].Pos, "文书 "+b.Drafts[i].ID+" 没有行动或结论提到", "在结论的行动里写 draft: "+b.Drafts[i].ID, "no step or finding names the letter "+b.Drafts[i].ID, "name it in a step")
		}
	}
}
