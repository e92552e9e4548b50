package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wangdai/advisor"
)

// Conclusions name their articles shortly; what the articles say stands once,
// behind everything else, by law and number.

// shortLaw is the name of a law as texts use it, or its title where the report
// was read from a file and has no short names.
func shortLaw(c advisor.Citation) string {
	switch {
	case c.Short != "":
		return Clean(c.Short)
	case c.Title != "":
		return Clean(c.Title)
	}
	return Clean(c.Ref)
}

// references names articles: law, number, status. Articles of one law follow
// each other: 民法典第188条、第195条（现行）；贷款通则（政策文件）.
func (p *Paper) references(list []advisor.Citation) string {
	type group struct{ law, status string }
	var order []group
	numbers := map[group][]string{}
	for _, c := range list {
		g := group{shortLaw(c), c.Status}
		if _, ok := numbers[g]; !ok {
			order = append(order, g)
			numbers[g] = nil
		}
		if a := Clean(c.Article); a != "" && !slices.Contains(numbers[g], a) {
			numbers[g] = append(numbers[g], a)
		}
	}
	var out []string
	for _, g := range order {
		s := g.law
		if n := numbers[g]; len(n) > 0 {
			if p.Lang == "en" {
				s += " "
			}
			s += strings.Join(n, p.Words.Comma)
		}
		if g.status != "" {
			s += p.Words.Open + name(p.Words.Statuses, g.status) + p.Words.Close
		}
		out = append(out, s)
	}
	return strings.Join(out, p.Words.Semicolon)
}

// A wording is one version of a law, with its articles that the report cites.
type wording struct {
	law  advisor.Citation // any of its articles, for what they share
	full []advisor.Citation
}

// articles is the annex.
func (p *Paper) articles(r *advisor.Report) {
	list := p.wordings(r)
	if len(list) == 0 {
		return
	}
	p.part = Annex
	p.heading(1, p.Words.Annex)
	p.Remark(fmt.Sprintf(p.Words.AnnexNote, Clean(r.LawAs)))
	var items []Item
	for _, w := range list {
		items = append(items, p.wording(w, r.LawAs))
	}
	p.add(Block{Kind: List, Items: items, Proof: true})
}

func (p *Paper) wording(w *wording, lawAs string) Item {
	label := OneLine(w.law.Title)
	if label == "" {
		label = OneLine(w.law.Ref)
	}
	if short := shortLaw(w.law); !strings.Contains(label, short) {
		label += p.Words.Open + short + p.Words.Close
	}
	var facts []string
	if w.law.Status != "" {
		facts = append(facts, name(p.Words.Statuses, w.law.Status))
	}
	if w.law.Effective != "" {
		facts = append(facts, fmt.Sprintf(p.Words.Effective, w.law.Effective))
	}
	if w.law.Checked != "" && w.law.Checked != lawAs {
		facts = append(facts, fmt.Sprintf(p.Words.CheckedOn, w.law.Checked))
	}
	if source := OneLine(w.law.Source); source != "" {
		facts = append(facts, source)
	}
	about := strings.Join(facts, p.Words.Dot)
	if len(w.full) == 1 { // one line is enough
		c := w.full[0]
		if about != "" {
			about = p.Words.Open + about + p.Words.Close
		}
		return newItem(strings.TrimSpace(label+" "+OneLine(c.Article)),
			strings.TrimSpace(OneLine(c.Gist)+" "+quoted(c.Quote)+about))
	}
	it := newItem(label, about)
	for _, c := range w.full {
		n := newItem("", "", Note{OneLine(c.Article), strings.TrimSpace(OneLine(c.Gist) + " " + quoted(c.Quote))})
		it.Notes = append(it.Notes, n.Notes...)
	}
	return it
}

func quoted(s string) string {
	if s = OneLine(s); s == "" {
		return ""
	}
	return "“" + s + "”"
}

// wordings collects the articles cited, each once, by law and number.
func (p *Paper) wordings(r *advisor.Report) []*wording {
	type key struct{ title, status, effective, checked, source string }
	byKey := map[key]*wording{}
	var out []*wording
	of := func(c advisor.Citation) *wording {
		k := key{cmp.Or(c.Title, c.Ref), c.Status, c.Effective, c.Checked, c.Source}
		w := byKey[k]
		if w == nil {
			w = &wording{law: c}
			byKey[k] = w
			out = append(out, w)
		}
		return w
	}
	full := func(list []advisor.Citation) {
		for _, c := range list {
			w := of(c)
			same := func(x advisor.Citation) bool {
				return x.Article == c.Article && x.Gist == c.Gist && x.Quote == c.Quote
			}
			if !slices.ContainsFunc(w.full, same) {
				w.full = append(w.full, c)
			}
		}
	}
	for _, c := range r.Findings {
		full(c.Citations)
	}
	for _, m := range r.Myths {
		full(m.Citations)
	}
	for _, a := range r.Asked {
		full(a.Citations)
	}
	for _, w := range out {
		slices.SortStableFunc(w.full, func(a, b advisor.Citation) int { return byNumber(a.Article, b.Article) })
	}
	slices.SortStableFunc(out, func(a, b *wording) int {
		if p.Lang == "en" {
			if n := cmp.Compare(strings.ToLower(a.law.Title), strings.ToLower(b.law.Title)); n != 0 {
				return n
			}
		}
		// Laws go by their identifier, which is their name in Pinyin; of one
		// law the newest wording comes first.
		return cmp.Or(cmp.Compare(a.law.Law, b.law.Law), -cmp.Compare(a.law.Effective, b.law.Effective))
	})
	return out
}

// byNumber compares labels such as 第9条, 第128条第2款 and art. 670 by the
// numbers in them.
func byNumber(a, b string) int {
	return cmp.Or(slices.Compare(numbersIn(a), numbersIn(b)), cmp.Compare(a, b))
}

func numbersIn(s string) []int {
	var out []int
	in := false
	for _, r := range s {
		if r < '0' || r > '9' {
			in = false
			continue
		}
		if !in {
			out = append(out, 0)
		}
		in = true
		if n := &out[len(out)-1]; *n < 1<<40 {
			*n = *n*10 + int(r-'0')
		}
	}
	return out
}
