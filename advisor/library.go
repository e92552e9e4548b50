package advisor

import (
	"slices"
	"strings"

	"wangdai/advisor/fact"
)

// CitedBy lists the findings that cite an article.
func (b *Base) CitedBy(law, no string) []string {
	out := []string{}
	for i := range b.Findings {
		for _, c := range b.Findings[i].Cites {
			if c.Law == law && c.Article == no && !slices.Contains(out, b.Findings[i].ID) {
				out = append(out, b.Findings[i].ID)
			}
		}
	}
	return out
}

// SearchLaw finds articles whose law, number, gist or quotation holds every
// word.
func (b *Base) SearchLaw(words string) []Cite {
	var out []Cite
	plain := func(s string) string { return strings.ToLower(fact.Fold(s)) }
	want := strings.Fields(plain(words))
	for i := range b.Laws {
		l := &b.Laws[i]
		for k := range l.Articles {
			a := &l.Articles[k]
			c := Cite{Law: l.ID, Article: a.No, On: -1}
			if slices.ContainsFunc(out, func(x Cite) bool { return x == c }) {
				continue
			}
			text := plain(strings.Join([]string{l.ID, l.Title.ZH, l.Title.EN, l.Short.ZH, l.Short.EN,
				ArticleLabel(a.No, 0, 0, fact.ZH), ArticleLabel(a.No, 0, 0, fact.EN), a.Gist.ZH, a.Gist.EN, a.Quote},
				" "))
			if !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(text, w) }) {
				out = append(out, c)
			}
		}
	}
	return out
}
