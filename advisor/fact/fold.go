package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"wangdai/advisor/words"
)

// MaxText is how long the text of an answer may be, in bytes: 255 dated
// payments, each on a line of its own with its number and its unit, stay below.
const MaxText = 16 << 10

// TooLong is what is said of a longer one.
var TooLong = NoticeOf(words.Reading.TooLong())

// Hidden reports whether a character must not pass from outside to a terminal,
// a document or a file of the law: nobody sees it, and it moves the cursor,
// turns the direction of writing around or means something to one program
// only. Line ends and tabs are hidden, too; whoever keeps them says so.
func Hidden(r rune) bool {
	if r < 0x7f {
		return r < ' '
	}
	return unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) || // control, format, private; breaks of lines
		r&0xfffe == 0xfffe || r >= 0xfdd0 && r <= 0xfdef || // no characters
		r >= 0x2060 && r <= 0x206f // invisible by promise, not all of them assigned
}

// Fold writes what a Chinese keyboard, another program or the clipboard made
// of a text the plain way, so that every reader of answers sees the same text
// whichever way it came:
//
//   - full-width letters, digits and marks, the many blanks, signs of minus and
//     times become their ASCII twins: ２４％ is 24%, － and − are -, × is x;
//   - 。 between two digits is a decimal point: 1。5万. Elsewhere it ends a
//     sentence and stays, as does 、, which puts things in a list;
//   - every line end (a terminal pastes CR, Windows writes CR LF) is \n;
//   - what nobody sees (a byte order mark, a mark of direction) is dropped, and
//     control characters become �, which no reader takes: dropping those could
//     join two numbers into one.
//
// Folding twice is folding once.
func Fold(s string) string {
	if plain(s) {
		return s
	}
	out := make([]rune, 0, len(s))
	after := rune(0)
	for _, r := range strings.ToValidUTF8(s, "�") {
		was := after
		if after = r; was == '\r' && r == '\n' {
			continue
		}
		if r = twin(r); r >= 0 {
			out = append(out, r)
		}
	}
	for i := 1; i+1 < len(out); i++ {
		if out[i] == '。' && digit(out[i-1]) && digit(out[i+1]) {
			out[i] = '.'
		}
	}
	return string(out)
}

// plain reports whether there is nothing to fold: most of what is typed.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' && c != '\n' || c == 0x7f {
			return false
		}
	}
	return true
}

// twin is the plain way to write a character, or -1 for none.
func twin(r rune) rune {
	switch r {
	case '\r', '\v', '\f', 0x85, 0x2028, 0x2029, '\n':
		return '\n'
	case '￥':
		return '¥'
	case '｡':
		return '。'
	case '､':
		return '、'
	case '×', '✕', '✖', '╳':
		return 'x'
	case '−', '‐', '‑', '‒', '–', '—', '―', '﹣':
		return '-'
	case '﹪':
		return '%'
	}
	switch {
	case r == '\t', unicode.Is(unicode.Zs, r):
		return ' '
	case r >= '！' && r <= '～':
		return r - ('！' - '!')
	case unicode.Is(unicode.Cf, r):
		return -1
	case Hidden(r):
		return '�'
	}
	return r
}

// Shown is what somebody wrote, fit to be given back to them in a message: no
// hidden characters, on one line, and not longer than 40 characters.
func Shown(s string) string {
	return strings.Map(func(r rune) rune {
		if Hidden(r) {
			return ' '
		}
		return r
	}, Cut(strings.ToValidUTF8(s, "?"), 40))
}

// Cut is s, or as many of its characters as are wanted and … after them.
// (typeset.Truncate cuts to a width on the screen.)
func Cut(s string, most int) string {
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
