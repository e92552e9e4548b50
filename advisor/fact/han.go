package fact

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// hanDigits are the digits, those that banks write, and 两; hanUnits the units
// below 万.
var (
	hanDigits = map[rune]int64{
		'〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
		'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
	}
	hanUnits = map[rune]int64{'十': 10, '拾': 10, '百': 100, '佰': 100, '千': 1000, '仟': 1000}
)

// mostHan bounds what is read: ten thousand times a trillion.
const mostHan int64 = 1e16

// ReadHan reads a whole number in Han characters, as laws, banks and people
// write it: 六百七十六, 一百〇二, 壹万贰仟, 两千, 百万, 二〇二六. As in speech, a
// digit left without a unit counts the next one down: 六千八 is 6,800, 一万二
// 12,000. A number in Arabic digits is read, too. ok is false for all else.
func ReadHan(s string) (n int64, ok bool) {
	if s != "" && digit(rune(s[0])) {
		n, err := strconv.ParseInt(s, 10, 64)
		return n, err == nil && n <= mostHan
	}
	if n, ok := hanRow(s); ok {
		return n, true
	}
	return hanNumber(strings.NewReplacer("萬", "万", "億", "亿").Replace(s))
}

// hanNumber reads a number at its largest unit.
func hanNumber(s string) (n int64, ok bool) {
	for _, m := range []struct {
		word        string
		times, most int64
	}{{"亿", 1e8, mostHan / 1e8}, {"万", 1e4, 9999}} {
		head, tail, found := cutLast(s, m.word)
		if !found {
			continue
		}
		above, ok := hanNumber(head)
		below, ok2 := hanRest(tail, m.times)
		if !ok || !ok2 || above == 0 || above > m.most || below >= m.times {
			return 0, false
		}
		return above*m.times + below, true
	}
	if d, ok := hanDigits[firstOf(s)]; ok && utf8.RuneCountInString(s) == 1 {
		return d, true
	}
	return hanSection(s)
}

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// hanRest reads what follows a unit: nothing, a lone digit that counts the next
// unit down, or a smaller number, after a zero or not.
func hanRest(s string, unit int64) (n int64, ok bool) {
	if s == "" {
		return 0, true
	}
	first, size := utf8.DecodeRuneInString(s)
	d, isDigit := hanDigits[first]
	switch {
	case isDigit && d == 0:
		n, ok = hanNumber(s[size:])
		return n, ok && n > 0
	case isDigit && size == len(s) && unit >= 100:
		return d * unit / 10, true
	}
	return hanNumber(s)
}

// hanRow reads digits in a row without units: 二〇二六.
func hanRow(s string) (n int64, ok bool) {
	count := 0
	for _, r := range s {
		d, isDigit := hanDigits[r]
		if !isDigit || count == 15 {
			return 0, false
		}
		n = n*10 + d
		count++
	}
	return n, count > 0
}

// hanSection reads a number below 万: a digit and the largest unit, and the
// rest. 十二 and 百 leave the one before the unit out.
func hanSection(s string) (n int64, ok bool) {
	times := int64(1)
	first, size := utf8.DecodeRuneInString(s)
	if d, isDigit := hanDigits[first]; isDigit {
		if d == 0 {
			return 0, false
		}
		times, s = d, s[size:]
		first, size = utf8.DecodeRuneInString(s)
	}
	unit, isUnit := hanUnits[first]
	if !isUnit {
		return 0, false
	}
	rest, ok := hanRest(s[size:], unit)
	return times*unit + rest, ok && rest < unit
}

// HanDigit writes 1 to 10 in Han, as the 一 of 第293条之一. Anything else comes
// back as it is.
func HanDigit(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 10 {
		return s
	}
	return string([]rune("一二三四五六七八九十")[n-1])
}
