package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

// lawCommand is the library of laws: all of it, one law or article, and what
// speaks of something.
func (a *app) lawCommand() *cobra.Command {
	law := &cobra.Command{Use: "law", Args: a.takesVerb, RunE: func(c *cobra.Command, _ []string) error {
		return a.see(c, hall.Wrong("%s", a.words().Law.Verbs))
	}}
	law.AddCommand(
		a.lawVerb("list", 0, 0, a.lawList),
		a.lawVerb("show", 1, 2, a.lawShow),
		a.lawVerb("search", 1, -1, a.lawSearch),
	)
	return law
}

// lawVerb is one of them: it takes so many words, and --json.
func (a *app) lawVerb(name string, least, most int, do func(b *advisor.Base, args []string,
	asJSON bool) error) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{Use: name, Args: a.takes(least, most), RunE: func(_ *cobra.Command, args []string) error {
		b, err := a.base()
		if err != nil {
			return err
		}
		return do(b, args, asJSON)
	}}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

func (a *app) lawList(b *advisor.Base, _ []string, asJSON bool) error {
	if asJSON {
		return a.printJSON(b.Laws)
	}
	for i := range b.Laws {
		l := &b.Laws[i]
		fmt.Fprintf(a.out, "%-22s %s  %s\n", l.ID, a.status(l, l.On(a.today)), l.Title.In(a.speech))
	}
	return nil
}

func (a *app) lawShow(b *advisor.Base, args []string, asJSON bool) error {
	l, err := a.findLaw(b, args[0])
	if err != nil {
		return err
	}
	no := ""
	if len(args) > 1 {
		if no, err = a.articleNumber(l, args[1]); err != nil {
			return err
		}
	}
	if asJSON {
		return a.printJSON(a.lawJSON(b, l, no))
	}
	a.showLaw(b, l, no)
	return nil
}

func (a *app) lawSearch(b *advisor.Base, args []string, asJSON bool) error {
	w := a.words().Law
	text := strings.TrimSpace(strings.Join(args, " "))
	if text == "" {
		return hall.Wrong("%s", w.NoWords)
	}
	hits := b.SearchLaw(text)
	if asJSON {
		return a.printJSON(hits)
	}
	if len(hits) == 0 {
		fmt.Fprintln(a.err, w.None)
		return quietly(hall.Failed, "nothing found")
	}
	for _, c := range hits {
		if _, _, art := b.Article(c, a.today); art != nil {
			fmt.Fprintf(a.out, "%s  %s\n    %s\n", c, b.CiteName(c, a.today, a.speech), b.Fill(art.Gist, a.speech))
		}
	}
	return nil
}

func (a *app) status(l *advisor.Law, v *advisor.Version) string {
	w := a.words().Law
	if v == nil {
		return w.NoVersion
	}
	s := w.InForce
	if k, ok := w.Kinds[l.Kind]; ok {
		s = k
	}
	if v.From > a.today {
		s = w.NotYet
	}
	return fmt.Sprintf("%s  %s", v.FromText, s)
}

// findLaw takes an id, a short name or a title, or a part of one that no other
// law has.
func (a *app) findLaw(b *advisor.Base, name string) (*advisor.Law, error) {
	w := a.words().Law
	if strings.TrimSpace(name) == "" {
		return nil, hall.Wrong("%s", w.NoName)
	}
	var part []*advisor.Law
	for i := range b.Laws {
		l := &b.Laws[i]
		for _, n := range []string{l.ID, l.Short.ZH, l.Short.EN, l.Title.ZH, l.Title.EN} {
			if strings.EqualFold(n, name) {
				return l, nil
			}
			if n != "" && strings.Contains(strings.ToLower(n), strings.ToLower(name)) &&
				(len(part) == 0 || part[len(part)-1] != l) {
				part = append(part, l)
			}
		}
	}
	switch len(part) {
	case 0:
		return nil, hall.Wrong(w.NoLaw, fact.Shown(name))
	case 1:
		return part[0], nil
	}
	var ids []string
	for _, l := range part {
		ids = append(ids, l.ID)
	}
	return nil, hall.Wrong(w.Several, fact.Shown(name), strings.Join(ids, ", "))
}

func (a *app) articleNumber(l *advisor.Law, s string) (string, error) {
	no := advisor.ReadArticleNo(s)
	var have []string
	for i := range l.Articles {
		if l.Articles[i].No == no {
			return no, nil
		}
		have = append(have, l.Articles[i].No)
	}
	return "", hall.Wrong(a.words().Law.NoArticle, l.ID, fact.Shown(s), strings.Join(have, ", "))
}

func (a *app) showLaw(b *advisor.Base, l *advisor.Law, no string) {
	w, lang := a.words().Law, a.speech
	fmt.Fprintf(a.out, "%s\n%s · %s\n", l.Title.In(lang), l.Issuer.In(lang), a.status(l, l.On(a.today)))
	for i := range l.Versions {
		x := &l.Versions[i]
		read := w.Official
		if !x.Official {
			read = fmt.Sprintf(w.Reprint, x.Source)
		}
		fmt.Fprintf(a.out, "  "+w.From+" · %s · "+w.Checked+"\n", x.FromText, read, x.Checked)
	}
	for i := range l.Articles {
		art := &l.Articles[i]
		if no != "" && art.No != no {
			continue
		}
		label := advisor.ArticleLabel(art.No, 0, 0, lang)
		if art.Was != "" {
			label += fmt.Sprintf(w.Was, advisor.ArticleLabel(art.Was, 0, 0, lang))
		}
		fmt.Fprintf(a.out, "\n%s %s\n", label, b.Fill(art.Gist, lang))
		if art.Quote != "" {
			fmt.Fprintf(a.out, "  「%s」\n", art.Quote)
		}
		if by := b.CitedBy(l.ID, art.No); len(by) > 0 {
			fmt.Fprintf(a.out, "  "+w.CitedBy+"\n", strings.Join(by, ", "))
		}
		fmt.Fprintf(a.out, "  %s:%d\n", art.Pos.File, art.Pos.Line)
		if no != "" {
			if text := a.officialText(l, art.No); text != "" {
				fmt.Fprintf(a.out, "\n%s\n%s\n", w.Text, text)
			}
		}
	}
}

func (a *app) lawJSON(b *advisor.Base, l *advisor.Law, no string) any {
	type article struct {
		advisor.Article
		CitedBy  []string `json:"cited_by"`
		Official string   `json:"official,omitempty"`
	}
	out := struct {
		Law      advisor.Law `json:"law"`
		Articles []article   `json:"articles"`
	}{Law: *l}
	out.Law.Articles = nil
	for _, x := range l.Articles {
		if no == "" || x.No == no {
			art := article{x, b.CitedBy(l.ID, x.No), ""}
			if no != "" {
				art.Official = a.officialText(l, x.No)
			}
			out.Articles = append(out.Articles, art)
		}
	}
	return out
}

// officialText is the official wording of an article from the operator's
// folder, or "".
func (a *app) officialText(l *advisor.Law, no string) string {
	if a.lawTexts == "" {
		return ""
	}
	for _, name := range l.On(a.today).Files {
		data, err := os.ReadFile(filepath.Join(a.lawTexts, filepath.Base(name)))
		if err != nil {
			continue
		}
		if t := advisor.OfficialArticle(string(data), no); t != "" {
			return t
		}
	}
	return ""
}
