package advisor

import (
	"fmt"
	"strconv"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
)

var (
	articleHead = lazy.Regexp(`(?m)^\s*(?:#+\s*)?(?:\*\*)?` +
		`第([〇零一二三四五六七八九十百千\d]+)条(?:之([一二三四五六七八九十]+))?`)
	heading = lazy.Regexp(`(?m)^#|^<!--|^第[一二三四五六七八九十百]+[章节编]`)
)

// OfficialArticle is the wording of article no (675, 293-1) in an official
// text, or "".
func OfficialArticle(text, no string) string {
	all := articleHead().FindAllStringSubmatchIndex(text, -1)
	for i, m := range all {
		n, _ := fact.ReadHan(text[m[2]:m[3]])
		have := strconv.FormatInt(n, 10)
		if m[4] >= 0 {
			n, _ = fact.ReadHan(text[m[4]:m[5]])
			have += "-" + strconv.FormatInt(n, 10)
		}
		if have != no {
			continue
		}
		end := len(text)
		if i+1 < len(all) {
			end = all[i+1][0]
		}
		body := text[m[0]:end]
		// Chapter headings after the article are not part of it.
		if h := heading().FindStringIndex(body[1:]); h != nil {
			body = body[:h[0]+1]
		}
		return strings.TrimSpace(body)
	}
	return ""
}

// articleForm is an article's number as people and papers write it: 188,
// 第188条, 第一百八十八条, 293-1, 第二百九十三条之一.
var articleForm = lazy.Regexp(`^第?([^第条之-]+)条?(?:(?:之|-)([^第条之-]+))?$`)

// ReadArticleNo is the number of an article (675, 293-1) as somebody wrote it.
// What is no such number stays as it is.
func ReadArticleNo(s string) string {
	m := articleForm().FindStringSubmatch(strings.ReplaceAll(fact.Fold(s), " ", ""))
	if m == nil {
		return s
	}
	main, ok := fact.ReadHan(m[1])
	of, ok2 := fact.ReadHan(m[2])
	switch {
	case ok && m[2] == "":
		return strconv.FormatInt(main, 10)
	case ok && ok2:
		return fmt.Sprintf("%d-%d", main, of)
	}
	return s
}
