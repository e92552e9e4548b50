package advisor

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Fill is a text with its placeholders filled as far as no answers are needed:
// numbers, articles and authorities as of the day the law was last checked.
func (b *Base) Fill(t Text, l Lang) string {
	if s := t.In(l); !strings.Contains(s, "{") {
		return s // no replay for the many texts without a placeholder
	}
	w := writer{b: b, st: Resolve(b, nil, b.LawAsOf), today: b.LawAsOf, lang: l}
	return w.text(t, -1)
}

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
	want := strings.Fields(strings.ToLower(words))
	for i := range b.Laws {
		l := &b.Laws[i]
		for k := range l.Articles {
			a := &l.Articles[k]
			c := Cite{Law: l.ID, Article: a.No, On: -1}
			if slices.ContainsFunc(out, func(x Cite) bool { return x == c }) {
				continue
			}
			text := strings.ToLower(strings.Join([]string{l.ID, l.Title.ZH, l.Title.EN, l.Short.ZH, l.Short.EN, ArticleLabel(a.No, 0, 0, "zh"), ArticleLabel(a.No, 0, 0, "en"), a.Gist.ZH, a.Gist.EN, a.Quote}, " "))
			if !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(text, w) }) {
				out = append(out, c)
			}
		}
	}
	return out
}

var articleHead = regexp.MustCompile(`(?m)^\s*(?:#+\s*)?(?:\*\*)?第([〇零一二三四五六七八九十百千\d]+)条(?:之([一二三四五六七八九十]+))?`)

// OfficialArticle is the wording of article no (675, 293-1) in an official
// text, or "".
func OfficialArticle(text, no string) string {
	all := articleHead.FindAllStringSubmatchIndex(text, -1)
	for i, m := range all {
		have := strconv.Itoa(hanNumber(text[m[2]:m[3]]))
		if m[4] >= 0 {
			have += "-" + strconv.Itoa(hanNumber(text[m[4]:m[5]]))
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
		if h := regexp.MustCompile(`(?m)^#|^<!--|^第[一二三四五六七八九十百]+[章节编]`).FindStringIndex(body[1:]); h != nil {
			body = body[:h[0]+1]
		}
		return strings.TrimSpace(body)
	}
	return ""
}

// hanNumber reads 六百七十六 or 676.
func hanNumber(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	total, digit := 0, 0
	for _, r := range s {
		switch r {
		case '十', '百', '千':
			unit := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
			total += max(digit, 1) * unit
			digit = 0
		case '〇', '零':
			digit = 0
		default:
			digit = strings.IndexRune("一二三四五六七八九", r)/3 + 1
		}
	}
	return total + digit
}
