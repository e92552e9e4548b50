package load

import (
	"reflect"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// The lint reads the raw text line by line before yaml does. Most mistakes of
// a Chinese keyboard are either silent in yaml (curly quotes, a blank before
// #) or noticed a line late and worded for programmers; here they get their
// own words at their own place. It knows block texts and leaves them alone.

// textKeys hold sentences; what stands there may be anything.
var textKeys = map[string]bool{"zh": true, "en": true, "name": true, "say": true, "gap": true, "source": true,
	"note": true, "notice": true, "quote": true, "number": true}

// knownKeys are all keys of the format.
var knownKeys = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{"article": true, "on": true, "id": true, "zh": true, "en": true, "by": true, "with": true,
		"when": true, "draft": true}
	var walk func(t reflect.Type)
	seen := map[reflect.Type]bool{}
	walk = func(t reflect.Type) {
		for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || seen[t] {
			return
		}
		seen[t] = true
		for _, f := range fieldsOf(t) {
			if f.key != "" {
				all[f.key] = true
			}
			walk(t.Field(f.index).Type)
		}
	}
	walk(reflect.TypeFor[files]())
	for _, x := range folders {
		walk(reflect.TypeOf(x.shape()).Elem())
	}
	return all
})

var (
	keyLine    = lazy.Regexp(`^("[^"]*"|'[^']*'|[A-Za-z_][A-Za-z0-9_-]*)( *)([:：])(.*)$`)
	blockMark  = lazy.Regexp(`^\|[+-]?[0-9]?[+-]?( +#.*)?$`)
	dashNoGap  = lazy.Regexp(`^-(([a-z_]+[:：])|\p{Han}|[\[{"“])`)
	dashLike   = lazy.Regexp(`^(- |-$|[－—–]|-(([a-z_]+[:：])|\p{Han}|[\[{"“]))`)
	flowComma  = lazy.Regexp(`[a-z0-9_\]}"'%-] *[，、]`)
	flowColon  = lazy.Regexp(`[{,] *[a-z_]+：`)
	curlyInSet = lazy.Regexp(`[\[,] *[“”‘’][a-z0-9_-]+[“”‘’]`)
)

// A level is an open list or mapping: the column of its dashes or keys.
type level struct {
	col  int
	list bool
}

// A linter reads one file.
type linter struct {
	src   *source
	out   []Problem
	stack []level
	open  int // column of a key or dash whose value is still to come, or -1
	block int // column of the key whose block text is being skipped, or -1
	flow  int // open brackets
	began at  // where the outermost open bracket stands
	owner int // column of the key it belongs to
	lost  int // after a fault of indentation, the level the next lines must come back to; else -1
	i     int // the line, from 0
}

func lint(src *source) []Problem {
	l := &linter{src: src, open: -1, block: -1, lost: -1}
	for l.i = range src.lines {
		l.line(src.lines[l.i])
	}
	l.unclosed()
	return l.out
}

// bad reports a fault at byte offset col of the line.
func (l *linter) bad(col int, m words.Message) {
	line := l.src.lines[l.i]
	col = min(max(col, 0), len(line))
	l.out = append(l.out, problem(at{l.src, l.i + 1, utf8.RuneCountInString(line[:col]) + 1}, m))
}

func (l *linter) line(s string) {
	if l.invisible(s); !utf8.ValidString(s) {
		l.lose()
		return
	}
	if l.i == 0 {
		s = strings.TrimPrefix(s, "\ufeff")
	}
	lead := len(s) - len(strings.TrimLeft(s, " "))
	rest := s[lead:]
	if strings.HasPrefix(rest, "\t") {
		l.lose()
		l.bad(lead, words.Load.Tab())
		return
	}
	if strings.HasPrefix(rest, "　") {
		l.lose()
		l.bad(lead, words.Load.WideBlank())
		return
	}
	if strings.TrimSpace(rest) == "" {
		return
	}
	if l.block >= 0 {
		if lead > l.block {
			return
		}
		l.block = -1
	}
	switch {
	case rest[0] == '#':
		return
	case l.flow > 0 && (lead > l.owner || rest[0] == ']' || rest[0] == '}'):
		l.inFlow(s, lead)
		return
	case l.flow > 0:
		l.unclosed()
	}
	switch {
	case rest == "---":
		if l.i > 0 {
			l.bad(lead, words.Load.SecondDocument())
		}
		return
	}
	l.structure(s, lead)
}

// invisible finds characters that nobody sees and yaml keeps or chokes on.
func (l *linter) invisible(s string) {
	for i, r := range s {
		switch {
		case r == 0xfeff && l.i == 0 && i == 0:
			l.bad(i, words.Load.ByteOrderMark())
		case r == utf8.RuneError && !utf8.ValidString(s):
			l.bad(i, words.Load.NotUTF8())
			return
		case r == 0xa0 || r != '\t' && fact.Hidden(r):
			l.bad(i, words.Load.Invisible(r))
		}
	}
}

// dashes goes past the dashes that begin a line.
func (l *linter) dashes(s string, lead int) (col int, dash bool) {
	col = lead
	for strings.HasPrefix(s[col:], "- ") || s[col:] == "-" {
		l.push(col, true)
		dash = true
		col++
		for col < len(s) && s[col] == ' ' {
			col++
		}
		l.open = col - 1
	}
	return col, dash
}

// structure reads a line of dashes, a key and a value.
func (l *linter) structure(s string, lead int) {
	if !l.indentation(s, lead) {
		return
	}
	col, dash := l.dashes(s, lead)
	if col >= len(s) {
		return
	}
	rest := s[col:]
	if rest[0] == '-' && dashNoGap().MatchString(rest) {
		l.lose()
		l.bad(col, words.Load.NoBlankAfterDash())
		return
	}
	if r, n := utf8.DecodeRuneInString(rest); strings.ContainsRune("－—–", r) && !dash && len(rest) > n {
		l.lose()
		l.bad(col, words.Load.WideDash())
		return
	}
	m := keyLine().FindStringSubmatchIndex(rest)
	if m == nil {
		l.open = -1
		if !dash {
			l.noKey(col)
			return
		}
		l.value(s, col, "", col-1)
		return
	}
	key := rest[m[2]:m[3]]
	after := rest[m[8]:]
	switch {
	case rest[m[6]:m[7]] == "：":
		if !dash || knownKeys()[key] {
			l.bad(col+m[6], words.Load.WideColon(key))
			l.open = col
			l.push(col, false)
			return
		}
		l.value(s, col, "", col-1)
		return
	case after != "" && after[0] != ' ':
		if strings.HasPrefix(after, "//") || dash && !knownKeys()[key] {
			l.value(s, col, "", col-1)
			return
		}
		l.bad(col+m[7], words.Load.NoBlankAfterKey(key, fact.Cut(after, 20)))
		l.push(col, false)
		l.open = -1
		return
	}
	l.push(col, false)
	v := strings.TrimLeft(after, " ")
	if v == "" || v[0] == '#' && !textKeys[key] {
		l.open = col
		return
	}
	l.open = -1
	l.value(s, len(s)-len(v), key, col)
}

func (l *linter) push(col int, list bool) {
	if n := len(l.stack); n == 0 || l.stack[n-1].col < col || l.stack[n-1] == (level{col, false}) && list {
		l.stack = append(l.stack, level{col, list})
	}
}

// indentation checks that the line belongs to something above it.
func (l *linter) indentation(s string, lead int) bool {
	dash := (s[lead] == '-' || s[lead] >= utf8.RuneSelf) && dashLike().MatchString(s[lead:])
	if lead%2 == 1 && l.lost < 0 {
		l.lose()
		l.bad(lead, words.Load.OddIndent(lead))
		return false
	}
	if l.open >= 0 && (lead > l.open || dash && lead == l.open) {
		return true
	}
	for n := len(l.stack); n > 0 && (l.stack[n-1].col > lead || l.stack[n-1] == (level{lead, true}) && !dash); n-- {
		l.stack = l.stack[:n-1]
	}
	n := len(l.stack)
	fits := n == 0 && lead == 0 || n > 0 && l.stack[n-1] == (level{lead, dash})
	if l.lost >= 0 {
		if fits && lead <= l.lost {
			l.lost = -1
		}
		return true
	}
	if fits {
		return true
	}
	l.lose()
	if !dash && !keyLine().MatchString(s[lead:]) {
		l.noKey(lead)
		return false
	}
	l.bad(lead, words.Load.IndentFitsNothing())
	return false
}

// lose stops looking at indentation until a level is reached that was open
// before: what lies between would only echo the fault.
func (l *linter) lose() {
	l.lost = 0
	if n := len(l.stack); n > 0 {
		l.lost = l.stack[n-1].col
	}
}

func (l *linter) noKey(col int) {
	l.bad(col, words.Load.NoKeyInLine())
}

// unclosed says that a bracket was never closed.
func (l *linter) unclosed() {
	if l.flow > 0 {
		l.out = append(l.out, problem(l.began, words.Load.BracketOpen()))
		l.flow = 0
	}
}

// value checks what stands after a key or a dash, from byte col on. owner is
// the column of the key or dash.
func (l *linter) value(s string, col int, key string, owner int) {
	v := strings.TrimRight(s[col:], " ")
	text := textKeys[key]
	switch c := v[0]; {
	case c == '|':
		if !blockMark().MatchString(v) {
			l.bad(col, words.Load.TextAfterBar())
		}
		l.block = owner
	case c == '>' && (len(v) == 1 || v[1] == '-' || v[1] == '+' || v[1] == ' '):
		l.bad(col, words.Load.FoldedText())
		l.block = owner
	case c == '"' || c == '\'':
		l.quote(s, col, c)
	case c == '{' && (text || key == "" && !flowMap().MatchString(v)), c == '[' && text:
		l.bad(col, words.Load.BadBeginning(c))
	case c == '{' || c == '[':
		l.began, l.owner = at{l.src, l.i + 1, utf8.RuneCountInString(s[:col]) + 1}, owner
		l.inFlow(s, col)
	case strings.ContainsRune("@`%*&!,]}", rune(c)) || c == '?' && strings.HasPrefix(v, "? "):
		l.bad(col, words.Load.BadBeginning(c))
	case key != "" && !text && knownKeys()[key] && strings.HasPrefix(v, "“"), key != "" && !text && knownKeys()[key] &&
		(strings.HasPrefix(v, "”") || strings.HasPrefix(v, "‘") || strings.HasPrefix(v, "’")):
		l.bad(col, words.Load.CurlyValue(key))
	default:
		l.plain(col, v, key)
	}
}

var flowMap = lazy.Regexp(`^\{ *[a-zA-Z_][a-zA-Z0-9_]* *[:：]`)

// plain checks an unquoted value.
func (l *linter) plain(col int, v, key string) {
	text := textKeys[key] || hasHan(v)
	if i := strings.Index(v, " #"); i >= 0 && (textKeys[key] || hasHan(v[:i])) {
		l.bad(col+i+1, words.Load.HashInText())
		return
	} else if i >= 0 {
		v = strings.TrimRight(v[:i], " ")
	} else if v[0] == '#' {
		l.bad(col, words.Load.HashFirst())
		return
	}
	if i := strings.Index(v, ": "); i >= 0 {
		l.bad(col+i, words.Load.SecondColon())
	} else if strings.HasSuffix(v, ":") && text {
		l.bad(col+len(v)-1, words.Load.ColonLast())
	}
}

func hasHan(s string) bool {
	for _, r := range s {
		if wide(r) {
			return true
		}
	}
	return false
}

// quote checks a quoted value.
func (l *linter) quote(s string, col int, q byte) {
	i := col + 1
	for i < len(s) {
		if s[i] == '\\' && q == '"' {
			i += 2
			continue
		}
		if s[i] == q {
			if q == '\'' && i+1 < len(s) && s[i+1] == q {
				i += 2
				continue
			}
			break
		}
		i++
	}
	if i >= len(s) {
		l.bad(col, words.Load.QuoteOpen())
		return
	}
	if after := strings.TrimSpace(s[i+1:]); after != "" && after[0] != '#' {
		l.bad(i+1, words.Load.TextAfterQuote())
	}
}

// inFlow checks brackets and braces, which may go on over several lines.
func (l *linter) inFlow(s string, col int) {
	v := s[col:]
	for _, x := range []struct {
		re  func() *regexp.Regexp
		say words.Message
	}{
		{flowColon, words.Load.WideColonInBraces()},
		{curlyInSet, words.Load.CurlyInBrackets()},
	} {
		if m := x.re().FindStringIndex(v); m != nil {
			l.bad(col+m[1]-len(lastRune(v[m[0]:m[1]])), x.say)
		}
	}
	quote := byte(0)
	for i := 0; i < len(v); i++ {
		c := v[i]
		switch {
		case quote != 0:
			if c == '\\' && quote == '"' {
				i++
			} else if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && (i == 0 || strings.ContainsRune("[{, ", rune(v[i-1]))):
			quote = c
		case c == '[' || c == '{':
			l.flow++
		case c == ']' || c == '}':
			l.flow--
			if l.flow <= 0 {
				l.flow = 0
				l.afterFlow(col+i+1, v[i+1:])
				l.flowComma(col, v[:i])
				return
			}
		case c == '#' && i > 0 && v[i-1] == ' ':
			l.flowComma(col, v[:i])
			return
		}
	}
	l.flowComma(col, v)
}

func (l *linter) flowComma(col int, v string) {
	if strings.HasPrefix(v, "{") {
		return // values in braces may be sentences
	}
	if m := flowComma().FindStringIndex(v); m != nil {
		l.bad(col+m[1]-len("，"), words.Load.WideComma())
	}
}

func (l *linter) afterFlow(col int, v string) {
	if t := strings.TrimSpace(v); t != "" && !strings.HasPrefix(t, "#") {
		l.bad(col, words.Load.TextAfterBracket())
	}
}

func lastRune(s string) string {
	_, n := utf8.DecodeLastRuneInString(s)
	return s[len(s)-n:]
}
