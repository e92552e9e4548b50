package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
)

func (a *app) lawCommand() *cobra.Command {
	var asJSON bool
	law := &cobra.Command{Use: "law", Short: a.say("它知道的法律：效力、日期、要旨、谁引用", "the law it knows: status, dates, gist, who cites it"), Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return badInput("law: list, show, search") }}
	list := &cobra.Command{Use: "list", Short: a.say("全部法律", "all laws"), Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) error {
		b, err := a.base()
		if err != nil {
			return err
		}
		if asJSON {
			return a.printJSON(b.Laws)
		}
		for i := range b.Laws {
			l := &b.Laws[i]
			v := l.On(a.today)
			fmt.Fprintf(a.out, "%-22s %s  %s\n", l.ID, a.status(l, v), l.Title.In(a.language()))
		}
		return nil
	}}
	show := &cobra.Command{Use: "show LAW [ARTICLE]", Short: a.say("一部法律，或一条", "one law, or one article"), Args: cobra.RangeArgs(1, 2), RunE: func(_ *cobra.Command, args []string) error {
		b, err := a.base()
		if err != nil {
			return err
		}
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
	}}
	search := &cobra.Command{Use: "search WORDS", Short: a.say("在标题、要旨、引文里找", "search titles, gists and quotations"), Args: cobra.MinimumNArgs(1), RunE: func(_ *cobra.Command, args []string) error {
		b, err := a.base()
		if err != nil {
			return err
		}
		words := strings.TrimSpace(strings.Join(args, " "))
		if words == "" {
			return badInput("law search: %s", a.say("要写找什么，如 law search 高利", "say what to look for, such as law search usury"))
		}
		hits := b.SearchLaw(words)
		if asJSON {
			return a.printJSON(hits)
		}
		if len(hits) == 0 {
			fmt.Fprintln(a.err, a.say("没有找到；换个词试试，或看 wangdai law list", "nothing found; try another word, or wangdai law list"))
			return &failure{status: statusFailed, quiet: true, err: fmt.Errorf("nothing found")}
		}
		for _, c := range hits {
			_, _, art := b.Article(c, a.today)
			if art == nil {
				continue
			}
			fmt.Fprintf(a.out, "%s  %s\n    %s\n", c, b.CiteName(c, a.today, a.language()), b.Fill(art.Gist, a.language()))
		}
		return nil
	}}
	for _, c := range []*cobra.Command{list, show, search} {
		c.Flags().BoolVar(&asJSON, "json", false, "JSON")
		law.AddCommand(c)
	}
	return law
}

func (a *app) status(l *advisor.Law, v *advisor.Version) string {
	if v == nil {
		return a.say("无版本", "no version")
	}
	kinds := map[string]fact.Text{"policy": {ZH: "司法政策", EN: "court policy"}, "standard": {ZH: "推荐标准", EN: "standard"}, "self_regulation": {ZH: "行业自律", EN: "self-regulation"}}
	s := a.say("现行", "in force")
	if k, ok := kinds[l.Kind]; ok {
		s = k.In(a.language())
	}
	if v.From > a.today {
		s = a.say("尚未施行", "not yet in force")
	}
	return fmt.Sprintf("%s  %s", v.FromText, s)
}

// findLaw takes an id, a short name or a title.
func (a *app) findLaw(b *advisor.Base, name string) (*advisor.Law, error) {
	if strings.TrimSpace(name) == "" {
		return nil, badInput("law show: %s", a.say("要写哪部法律；wangdai law list 看全部", "say which law; see wangdai law list"))
	}
	var part []*advisor.Law
	for i := range b.Laws {
		l := &b.Laws[i]
		for _, n := range []string{l.ID, l.Short.ZH, l.Short.EN, l.Title.ZH, l.Title.EN} {
			if strings.EqualFold(n, name) {
				return l, nil
			}
			if n != "" && strings.Contains(strings.ToLower(n), strings.ToLower(name)) && (len(part) == 0 || part[len(part)-1] != l) {
				part = append(part, l)
			}
		}
	}
	if len(part) == 1 {
		return part[0], nil
	}
	if len(part) > 1 {
		var ids []string
		for _, l := range part {
			ids = append(ids, l.ID)
		}
		return nil, badInput("%s: %s", clean(name), a.say("有几部都符合：", "several match: ")+strings.Join(ids, ", "))
	}
	return nil, badInput("%s: %s", clean(name), a.say("没有收这部法律；wangdai law list 看全部", "no such law here; see wangdai law list"))
}

// articleForm is an article's number as people and papers write it: 188, 第188条,
// 第一百八十八条, 293-1, 第二百九十三条之一.
var articleForm = lazy.Regexp(`^第?([^第条之-]+)条?(?:(?:之|-)([^第条之-]+))?$`)

func (a *app) articleNumber(l *advisor.Law, s string) (string, error) {
	no := s
	if m := articleForm().FindStringSubmatch(strings.ReplaceAll(fact.Fold(s), " ", "")); m != nil {
		main, ok := fact.ReadHan(m[1])
		of, ok2 := fact.ReadHan(m[2])
		switch {
		case ok && m[2] == "":
			no = fmt.Sprint(main)
		case ok && ok2:
			no = fmt.Sprintf("%d-%d", main, of)
		}
	}
	var have []string
	for i := range l.Articles {
		if l.Articles[i].No == no {
			return no, nil
		}
		have = append(have, l.Articles[i].No)
	}
	return "", badInput("%s %s: %s", l.ID, clean(s), a.say("没有收这一条；收了：", "no such article here; there are: ")+strings.Join(have, ", "))
}

func (a *app) showLaw(b *advisor.Base, l *advisor.Law, no string) {
	w, lang := a.out, a.language()
	v := l.On(a.today)
	fmt.Fprintf(w, "%s\n%s · %s\n", l.Title.In(lang), l.Issuer.In(lang), a.status(l, v))
	for i := range l.Versions {
		x := &l.Versions[i]
		read := a.say("读过官方文本", "read in the official text")
		if !x.Official {
			read = a.say("只见转载：", "only as reprinted: ") + x.Source
		}
		fmt.Fprintf(w, "  %s %s · %s · %s %s\n", a.say("施行", "in force"), x.FromText, read, a.say("核对", "checked"), x.Checked)
	}
	for i := range l.Articles {
		art := &l.Articles[i]
		if no != "" && art.No != no {
			continue
		}
		label := advisor.ArticleLabel(art.No, 0, 0, lang)
		if art.Was != "" {
			label += a.say("（原", " (then ") + advisor.ArticleLabel(art.Was, 0, 0, lang) + a.say("）", ")")
		}
		fmt.Fprintf(w, "\n%s %s\n", label, b.Fill(art.Gist, lang))
		if art.Quote != "" {
			fmt.Fprintf(w, "  「%s」\n", art.Quote)
		}
		if by := b.CitedBy(l.ID, art.No); len(by) > 0 {
			fmt.Fprintf(w, "  %s%s\n", a.say("引用它的结论：", "cited by: "), strings.Join(by, ", "))
		}
		fmt.Fprintf(w, "  %s:%d\n", art.Pos.File, art.Pos.Line)
		if no != "" {
			if text := a.officialText(l, art.No); text != "" {
				fmt.Fprintf(w, "\n%s\n%s\n", a.say("官方文本：", "official text:"), text)
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
