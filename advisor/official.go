package advisor

import (
	"regexp"
	"strconv"
	"strings"
)

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

func hanDigit(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 10 {
		return s
	}
	return string([]rune("一二三四五六七八九十")[n-1])
}
