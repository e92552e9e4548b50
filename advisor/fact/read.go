package fact

import (
	"strconv"
	"strings"
	"time"

	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// How people write amounts, rates, numbers and days on a Chinese keyboard:
// full-width digits, 万 and 亿, Han numerals, 元 before or after, three kinds of
// date. The readers take all of it, refuse whatever could be meant two ways,
// and read what the plain text of [Fold] says: 0123 is 123, 0x10 is nothing.
// Plans are read in plan.go, lists of dated entries in entries.go; the limits of
// each kind stand in limits.go.

// A ReadError says what could not be read and what would be right, to the
// person who wrote it.
type ReadError struct {
	Kind  Kind
	Input string
	Notice
}

// squeeze is a folded text for the patterns of this file: small letters, no
// blanks but one between two digits, which may be a separator (2025-02-01 1000)
// and is never part of a number, and no full stop at the end.
func squeeze(s string) string {
	var b strings.Builder
	last, gap := ' ', false
	for _, r := range strings.TrimRight(strings.TrimSpace(Fold(s)), "。") {
		if r == ' ' {
			gap = true
			continue
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		if gap && digit(last) && digit(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, gap = r, false
	}
	return b.String()
}

func digit(r rune) bool { return '0' <= r && r <= '9' }

var (
	decimalShape = lazy.Regexp(`^([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]+))?$`)
	partShape    = lazy.Regexp(`^([0-9]+)(亿|万|千|百)`)
	moneyHead    = lazy.Regexp(`^(?:¥|cny|rmb|人民币)`)
	moneyTail    = lazy.Regexp(`(?:元整|元|圆整|圆|块钱|块|yuan|cny|rmb)$`)
	numberTail   = lazy.Regexp(`(?:人|名|个|次|天|日|月|年|期|岁)$`)
	rateTail     = lazy.Regexp(`(?:%|percent)$`)
)

// powers are the endings that multiply a number by a power of ten: 2百万, 1.2w.
var powers = []struct {
	word   string
	places int
}{
	{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"十亿", 9}, {"亿", 8}, {"千万", 7}, {"百万", 6}, {"十万", 5},
	{"万", 4}, {"w", 4}, {"千", 3}, {"k", 3}, {"百", 2},
}

// power cuts 万, 亿 or 千 off the end and tells the power of ten it stands for.
func power(s string) (rest string, places int) {
	for _, m := range powers {
		if cut, ok := strings.CutSuffix(s, m.word); ok {
			return cut, m.places
		}
	}
	return s, 0
}

// A fault is why a number was refused.
type fault int

const (
	none fault = iota
	junk
	negative
	tooFine
	tooLarge
)

// count reads an amount or a number as an integer count of 10^-places: a
// decimal, with 万 or the like behind it; parts (1万5千, 1万2); Han numerals.
func count(s string, places int) (int64, fault) {
	rest, up := power(s)
	n, f := scaled(rest, up, places)
	if f != junk {
		return n, f
	}
	if n, ok := inParts(s); ok {
		return scaled(strconv.FormatInt(n, 10), 0, places)
	}
	if n, ok := spoken(s); ok {
		return scaled(strconv.FormatInt(n, 10), 0, places)
	}
	return 0, junk
}

// scaled reads a decimal number as an integer count of 10^-places, shifted up
// by ten^up. It fails where digits would be lost, or more than an int64 holds.
func scaled(s string, up, places int) (n int64, f fault) {
	m := decimalShape().FindStringSubmatch(s)
	if m == nil {
		return 0, junk
	}
	part := strings.TrimRight(m[2], "0")
	room := up + places - len(part)
	if room < 0 {
		return 0, tooFine
	}
	digits := strings.TrimLeft(strings.ReplaceAll(m[1], ",", "")+part, "0")
	if digits == "" {
		return 0, none
	}
	if len(digits)+room > 18 {
		return 0, tooLarge
	}
	n, err := strconv.ParseInt(digits+strings.Repeat("0", room), 10, 64)
	if err != nil {
		return 0, junk
	}
	return n, none
}

// inParts reads a number in parts, each with a smaller unit than the one
// before: 1万5千, 3千5百. As in speech, a last digit alone counts the next unit
// down (1万2 is 12,000); what else has no unit must have all its digits
// (1万2000), for 1万20 could be meant two ways.
func inParts(s string) (n int64, ok bool) {
	unit := mostHan
	for {
		m := partShape().FindStringSubmatch(s)
		if m == nil {
			break
		}
		u := hanUnits[firstOf(m[2])]
		switch m[2] {
		case "万":
			u = 1e4
		case "亿":
			u = 1e8
		}
		d, err := strconv.ParseInt(m[1], 10, 64)
		if err != nil || u >= unit || d >= unit/u {
			return 0, false
		}
		n, unit, s, ok = n+d*u, u, s[len(m[0]):], true
	}
	if !ok || s == "" {
		return n, ok
	}
	d, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil || d == 0:
		return 0, false
	case len(s) == 1:
		return n + d*unit/10, true
	case unit > 10 && len(s) == len(strconv.FormatInt(unit, 10))-1:
		return n + d, true
	}
	return 0, false
}

// spoken reads Han numerals as people write amounts with them: the first
// character is a digit, so that a unit alone (万, 千) counts nothing.
func spoken(s string) (int64, bool) {
	first := firstOf(s)
	if d, ok := hanDigits[first]; !ok && hanUnits[first] != 10 || ok && d == 0 {
		return 0, false
	}
	return ReadHan(s)
}

// howToWrite is how each kind is written.
func howToWrite(k Kind) Text {
	switch k {
	case Money:
		return Text(words.Reading.WriteMoney())
	case Percent:
		return Text(words.Reading.WriteRate())
	case Number:
		return Text(words.Reading.WriteNumber())
	case Day:
		return Text(words.Reading.WriteDay())
	case Schedule:
		return Text(words.Reading.WritePlan())
	case History:
		return Text(words.Reading.WriteEvent())
	}
	return Text{}
}

// whatFor words a fault for the person.
func whatFor(input string, f fault) Text {
	switch {
	case f == negative:
		return Text(words.Reading.Negative())
	case strings.TrimSpace(Fold(input)) == "":
		return Text(words.Reading.Nothing())
	case f == tooFine:
		return Text(words.Reading.TooFine())
	case f == tooLarge:
		return Text(words.Reading.TooLarge())
	}
	return Text(words.Reading.Unreadable(Shown(input)))
}

func refuse(k Kind, input string, f fault) *ReadError {
	return &ReadError{Kind: k, Input: input, Notice: Notice{What: whatFor(input, f), Fix: howToWrite(k)}}
}

// below reports whether a number is written as less than nothing.
func below(s string) bool {
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "负") || strings.HasPrefix(s, "¥-")
}

// taken is the number that was read of a kind, or why there is none.
func taken(k Kind, input string, n int64, f fault) (int64, error) {
	if f == none && k.Check(Of(n)) != nil {
		f = tooLarge
	}
	if f != none {
		return 0, refuse(k, input, f)
	}
	return n, nil
}

// ReadMoney reads an amount: 2000, 2,000.50, ２０００元, ¥2000, 1.5万, 1.2w, 1万2,
// 3亿, 壹万贰仟元整. It takes at most two places of yuan (fen are the smallest
// unit) and at most ten trillion yuan, and refuses anything else with a
// *[ReadError].
func ReadMoney(s string) (Fen, error) {
	t := squeeze(s)
	if below(t) {
		return 0, refuse(Money, s, negative)
	}
	t = moneyTail().ReplaceAllString(moneyHead().ReplaceAllString(t, ""), "")
	n, f := count(t, 2)
	n, err := taken(Money, s, n, f)
	return Fen(n), err
}

// ReadRate reads a yearly rate in per cent: 24, 24%, ２４％, 13.8%, 百分之24.
// 0.24 is 0.24%, not 24%. At most two places; errors are *[ReadError].
func ReadRate(s string) (Rate, error) {
	n, f := hundredth(s, 2)
	n, err := taken(Percent, s, n, f)
	return Rate(n), err
}

// hundredth reads per cent as an integer count of 10^-places of them.
func hundredth(s string, places int) (int64, fault) {
	t := squeeze(s)
	if below(t) {
		return 0, negative
	}
	t = strings.TrimPrefix(t, "百分之")
	return scaled(rateTail().ReplaceAllString(t, ""), 0, places)
}

// ReadShare reads a part of a whole in per cent: 18.42915%. At most 100% and
// seven places; errors are *[ReadError].
func ReadShare(s string) (Share, error) {
	n, f := hundredth(s, 7)
	if n > 1e9 {
		f = tooLarge
	}
	if f != none {
		e := refuse(Percent, s, f)
		e.Fix = Text(words.Reading.WriteShare())
		return 0, e
	}
	return Share(n), nil
}

// ReadNumber reads a whole number: 12, 1,200, 120万, 30天, 十二. Errors are
// *[ReadError].
func ReadNumber(s string) (int64, error) {
	t := squeeze(s)
	if below(t) {
		return 0, refuse(Number, s, negative)
	}
	n, f := count(numberTail().ReplaceAllString(t, ""), 0)
	return taken(Number, s, n, f)
}

const dateForm = `([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})(?:日|号)?`

var (
	dateShape   = lazy.Regexp(`^` + dateForm + `$`)
	dateCompact = lazy.Regexp(`^([0-9]{4})([0-9]{2})([0-9]{2})$`)
)

// ReadDate reads a day: 2026-11-25, 2026/11/25, 2026.11.25, 2026年11月25日,
// 20261125, each with full-width digits too. It refuses days that do not exist
// (2026-02-30) and years before 1949; errors are *[ReadError].
func ReadDate(s string) (Date, error) {
	t := squeeze(s)
	m := dateShape().FindStringSubmatch(t)
	if m == nil {
		m = dateCompact().FindStringSubmatch(t)
	}
	if m == nil {
		return 0, refuse(Day, s, junk)
	}
	return civil(Day, s, m[1], m[2], m[3])
}

// civil is a day out of the digits that a pattern found.
func civil(k Kind, input, year, month, day string) (Date, error) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	switch {
	case m < 1 || m > 12:
		return 0, wrongDate(k, input, words.Reading.NoMonth(m))
	case d < 1 || d > lastDay(y, m):
		return 0, wrongDate(k, input, words.Reading.NoDay(y, m, d))
	}
	on := NewDate(y, m, d)
	return on, checkDate(k, on)
}

func wrongDate(k Kind, input string, what words.Pair) *ReadError {
	return &ReadError{Kind: k, Input: input, Notice: Notice{What: Text(what), Fix: howToWrite(k)}}
}

func lastDay(y, m int) int { return time.Date(y, time.Month(m+1), 0, 0, 0, 0, 0, time.UTC).Day() }
