package knowledge

import (
	"sort"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// A node is a place in a file. Reading through it keeps line and column, and
// takes every scalar as written: 1.10 stays 1.10 and 0123 stays 0123.
type node struct {
	y    *yaml.Node
	file string
}

func (n *node) pos() advisor.Pos { return advisor.Pos{File: n.file, Line: n.y.Line, Col: n.y.Column} }

// fields reads a mapping strictly: a key that is not allowed is a fault, with
// the key that may have been meant.
func (l *loader) fields(n *node, allowed string) map[string]*node {
	out := map[string]*node{}
	if n == nil {
		return out
	}
	if n.y.Kind != yaml.MappingNode {
		l.at(n.pos(), "这里要写“名字: 内容”", "名字有："+strings.ReplaceAll(allowed, " ", "、"), "name: content is expected here", "names: "+allowed)
		return out
	}
	names := strings.Fields(allowed)
	for i := 0; i+1 < len(n.y.Content); i += 2 {
		k, v := n.y.Content[i], n.y.Content[i+1]
		key := &node{k, n.file}
		ok := false
		for _, a := range names {
			ok = ok || a == k.Value
		}
		if !ok {
			zh, en := "可写的有："+strings.Join(names, "、"), "allowed: "+strings.Join(names, ", ")
			if near := cond.Nearest(k.Value, names); near != "" {
				zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
			}
			l.at(key.pos(), "没有 "+k.Value+" 这一项", zh, "there is no key "+k.Value, en)
			continue
		}
		if _, twice := out[k.Value]; twice {
			l.at(key.pos(), k.Value+" 写了两次", "删掉一个", k.Value+" stands twice", "remove one")
		}
		out[k.Value] = &node{v, n.file}
	}
	return out
}

// need reports a key that must be there.
func (l *loader) need(n *node, f map[string]*node, keys ...string) bool {
	ok := true
	for _, k := range keys {
		if f[k] == nil {
			l.at(n.pos(), "少了 "+k+":", "加上 "+k+":", k+": is missing", "add "+k+":")
			ok = false
		}
	}
	return ok
}

func (l *loader) list(n *node) []*node {
	if n == nil {
		return nil
	}
	if n.y.Kind != yaml.SequenceNode {
		l.at(n.pos(), "这里要写一个清单", "每项一行，前面“- ”；或 [a, b]", "a list is expected here", "one item a line after \"- \", or [a, b]")
		return nil
	}
	out := make([]*node, len(n.y.Content))
	for i, c := range n.y.Content {
		out[i] = &node{c, n.file}
	}
	return out
}

// word is a scalar as written.
func (l *loader) word(n *node) string {
	if n == nil {
		return ""
	}
	if n.y.Kind != yaml.ScalarNode {
		l.at(n.pos(), "这里只写一个值", "不要写清单或下一层", "a single value is expected here", "write no list or deeper level")
		return ""
	}
	if n.y.Value == "" {
		l.at(n.pos(), "这里是空的", "写上内容，或删掉这一行", "nothing stands here", "write something or remove the line")
	}
	if n.y.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle) == 0 && strings.ContainsAny(n.y.Value, "“”") && !strings.ContainsFunc(n.y.Value, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		l.at(n.pos(), "取值两边是中文引号", "去掉引号（取值不加引号）", "curly quotes around the value", "remove them")
	}
	return n.y.Value
}

func (l *loader) words(n *node) []string {
	var out []string
	for _, x := range l.list(n) {
		out = append(out, l.word(x))
	}
	return out
}

func (l *loader) oneOf(n *node, allowed ...string) int {
	w := l.word(n)
	for i, a := range allowed {
		if a == w {
			return i
		}
	}
	if n != nil {
		zh, en := "可写的有："+strings.Join(allowed, "、"), "allowed: "+strings.Join(allowed, ", ")
		if near := cond.Nearest(w, allowed); near != "" {
			zh, en = "是否想写 "+near+"？", "did you mean "+near+"?"
		}
		l.at(n.pos(), "“"+w+"”不能写在这里", zh, strconv.Quote(w)+" cannot stand here", en)
	}
	return 0
}

func (l *loader) yes(n *node) bool {
	return n != nil && l.oneOf(n, "no", "yes", "false", "true")%2 == 1
}

func (l *loader) date(n *node) fact.Date {
	w := l.word(n)
	if n == nil || w == "" {
		return 0
	}
	d, err := fact.ISODate(w)
	if err != nil {
		l.at(n.pos(), "没有 "+w+" 这一天", "写成 2026-11-25", "there is no day "+w, "write 2026-11-25")
	}
	return d
}

func (l *loader) number(n *node) int64 {
	w := l.word(n)
	x, err := strconv.ParseInt(w, 10, 64)
	if n != nil && err != nil {
		l.at(n.pos(), "“"+w+"”不是整数", "写成 16", strconv.Quote(w)+" is no whole number", "write 16")
	}
	return x
}

// text is zh and en side by side; what names it in messages.
func (l *loader) text(n *node, what string) advisor.Text {
	if n == nil {
		return advisor.Text{}
	}
	return l.pair(n, l.fields(n, "zh en"), what)
}

// pair reads zh and en among other keys.
func (l *loader) pair(n *node, f map[string]*node, what string) advisor.Text {
	t := advisor.Text{ZH: l.prose(f["zh"], true), EN: l.prose(f["en"], false)}
	if f["zh"] == nil {
		l.at(n.pos(), what+"少了中文", "加上 zh: …", what+" lacks zh", "add zh: …")
	}
	if f["en"] == nil {
		l.at(n.pos(), what+"少了英文", "在这一行下面加 en: …", what+" lacks en", "add en: …")
	}
	return t
}

// verse is pair with the lines of a block kept: a letter has its own.
func (l *loader) verse(n *node, f map[string]*node, what string) advisor.Text {
	l.pair(n, f, what) // for its messages
	lines := func(x *node) string {
		if x == nil {
			return ""
		}
		var out []string
		for _, line := range strings.Split(strings.TrimSpace(x.y.Value), "\n") {
			out = append(out, strings.TrimSpace(line))
		}
		return strings.Join(out, "\n")
	}
	return advisor.Text{ZH: lines(f["zh"]), EN: lines(f["en"])}
}

// prose joins the lines of a block: nothing between Han characters, a blank
// elsewhere; an empty line starts a paragraph.
func (l *loader) prose(n *node, zh bool) string {
	if n == nil {
		return ""
	}
	if n.y.Kind != yaml.ScalarNode {
		l.at(n.pos(), "这里要写文字", "写一行，或用 | 另起一行", "text is expected here", "write a line, or | and a block")
		return ""
	}
	if n.y.Style&yaml.FoldedStyle != 0 {
		l.at(n.pos(), "长文字用 |，不用 >", "把 > 换成 |", "long texts use |, not >", "write | for >")
	}
	s := strings.TrimSpace(n.y.Value)
	if s == "" {
		l.at(n.pos(), "这里是空的", "写上内容", "nothing stands here", "write something")
	}
	if !strings.Contains(s, "\n") {
		return s
	}
	var out strings.Builder
	for i, line := range strings.Split(s, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			out.WriteString("\n")
			continue
		}
		if i > 0 && out.Len() > 0 {
			prev := out.String()
			last, _ := lastRune(prev)
			first := []rune(line)[0]
			if last != '\n' && !(wide(last) && wide(first)) {
				out.WriteByte(' ')
			}
		}
		out.WriteString(line)
	}
	return out.String()
}

func lastRune(s string) (rune, bool) {
	r := []rune(s)
	if len(r) == 0 {
		return 0, false
	}
	return r[len(r)-1], true
}

// wide are characters between which a joined line needs no blank. A brace is
// a placeholder, whose blanks the renderer settles.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。；：、！？（）《》“”【】「」…", r) || r == '{' || r == '}'
}

func sortedKeys[T any](m map[string]T) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
