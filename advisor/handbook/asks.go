package handbook

import (
	"fmt"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

// Asks lists what people want to know, for each role in the order in which it
// is offered: the name by which a file of answers chooses it, the question, and
// how people say it.
func Asks(b *advisor.Base, l advisor.Lang) string {
	t := map[advisor.Lang]struct{ title, how, none, comma string }{
		fact.ZH: {"# 想知道什么", "回答文件里写 asks: [名字, …]，或 advise --ask 名字。每一问后面是人们的说法。",
			"（还没有）", "、"},
		fact.EN: {"# What people want to know", "A file of answers names them as asks: [id, …], advise as --ask ID. " +
			"Behind each stands how people say it.", "(none yet)", ", "},
	}[l]
	var w strings.Builder
	fmt.Fprintf(&w, "%s\n\n%s\n", t.title, t.how)
	role, _ := b.Role()
	if role == nil {
		return w.String()
	}
	for k := range role.Options {
		fmt.Fprintf(&w, "\n## %s\n\n", plain(role.Options[k].Text.In(l)))
		offered := advisor.Look(b, advisor.Answers{role.ID: fact.Of(int64(k))}, b.LawAsOf).Offered()
		if len(offered) == 0 {
			fmt.Fprintf(&w, "%s\n", t.none)
		}
		for _, i := range offered {
			a := &b.Asks[i]
			var says []string
			for _, s := range a.Says {
				if text := map[advisor.Lang]string{fact.ZH: s.ZH, fact.EN: s.EN}[l]; text != "" {
					says = append(says, plain(text))
				}
			}
			fmt.Fprintf(&w, "- `%s` %s\n", a.ID, plain(a.Title.In(l)))
			if len(says) > 0 {
				fmt.Fprintf(&w, "  %s\n", strings.Join(says, t.comma))
			}
		}
	}
	return w.String()
}
