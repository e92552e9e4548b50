package load

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/lazy"
	"wangdai/advisor/words"
)

// The files are read with yaml into nodes, and the nodes here into structs of
// our own. Not with yaml's own struct decoding: it stops keeping places at the
// first custom type, and its messages are not for lawyers.

// A source is one file as written, for finding places in it again.
type source struct {
	name  string
	lines []string
}

// An at is a place in a source.
type at struct {
	src       *source
	Line, Col int
}

func (p at) pos() advisor.Pos {
	if p.src == nil {
		return advisor.Pos{}
	}
	return advisor.Pos{File: p.src.name, Line: p.Line, Col: p.Col}
}

// A word is one scalar with the place it was written at. A word that is not
// there has Line 0.
type word struct {
	at
	V     string
	style yaml.Style
	parts []part // of a condition written as a list
}

// A part is where a piece of a condition begins in the whole, and the piece.
type part struct {
	from int // in characters
	word
}

func (w word) there() bool { return w.Line > 0 }

// inside is the place of the n-th character of the word.
func (w word) inside(n int) at {
	for i := len(w.parts) - 1; i >= 0; i-- {
		if x := &w.parts[i]; x.from <= n {
			return x.inside(min(n-x.from, utf8.RuneCountInString(x.V)))
		}
	}
	p := w.at
	switch {
	case w.style&yaml.LiteralStyle != 0:
		// The text begins on the next line, at that line's indentation.
		rs := []rune(w.V)
		n = min(n, len(rs))
		first := strings.Count(string(rs[:n]), "\n")
		if k := strings.LastIndex(string(rs[:n]), "\n"); k >= 0 {
			n -= utf8.RuneCountInString(string(rs[:n])[:k+1])
		}
		p.Line += 1 + first
		p.Col = n + 1 + w.indent()
	case w.style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		p.Col += 1 + n
	default:
		p.Col += n
	}
	return p
}

// indent is how far a block text is indented: as far as its first line.
func (w word) indent() int {
	if w.src == nil {
		return 0
	}
	for i := w.Line; i < len(w.src.lines); i++ {
		if l := w.src.lines[i]; strings.TrimSpace(l) != "" {
			return len(l) - len(strings.TrimLeft(l, " "))
		}
	}
	return 0
}

// A bi is a text in both languages.
type bi struct {
	at
	ZH, EN word
}

// there reports whether any of it was written.
func (t bi) there() bool { return t.ZH.there() || t.EN.there() }

// A readsNode reads itself from a node.
type readsNode interface {
	read(d *decoder, n *yaml.Node)
}

// A named struct tells how it is spoken of: 结论 cap-24-licensed.
type named interface {
	noun() (key, kind string) // as [words.Noun] knows it
}

// A decoder reads the nodes of one file.
type decoder struct {
	src     *source
	form    []Problem // cannot be read
	later   []Problem // reported with the meaning
	subject []words.Pair
}

func (d *decoder) place(n *yaml.Node) at { return at{d.src, n.Line, n.Column} }

func (d *decoder) bad(p at, m words.Message) {
	d.form = append(d.form, problem(p, m))
}

func problem(p at, m words.Message) Problem {
	q := Problem{Line: p.Line, Col: p.Col, Notice: fact.NoticeOf(m)}
	if p.src != nil {
		q.File = p.src.name
	}
	return q
}

// about is what is being read: 问题 lender 的选项 bank.
func (d *decoder) about() words.Pair {
	var all words.Pair
	for i, s := range d.subject {
		if i > 0 {
			all = words.Load.Within(all)
		}
		all.ZH += s.ZH
		if !wide(lastOf(all.ZH)) {
			all.ZH += " "
		}
		all.EN += s.EN
	}
	if all.ZH == "" {
		return words.Load.ThisFile()
	}
	return all
}

var comment = lazy.Regexp(`(?m)^\s*(#.*|---\s*)?$`)

// readFile reads one file into v, a pointer to a struct.
func readFile(src *source, text []byte, v any) (form, later []Problem) {
	d := &decoder{src: src}
	if strings.TrimSpace(comment().ReplaceAllString(string(text), "")) == "" {
		d.bad(at{src, 1, 1}, words.Load.EmptyFile())
		return d.form, nil
	}
	var doc yaml.Node
	if err := yaml.Load(text, &doc); err != nil {
		return []Problem{syntax(src, err)}, nil
	}
	n := &doc
	if n.Kind == yaml.DocumentNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	d.value(n, reflect.ValueOf(v).Elem(), "")
	return d.form, d.later
}

// syntax turns an error of the yaml reader into a problem in plain words.
func syntax(src *source, err error) Problem {
	var one *yaml.LoadError
	var many *yaml.LoadErrors
	if errors.As(err, &many) && len(many.Errors) > 0 {
		one = many.Errors[0]
	} else {
		errors.As(err, &one)
	}
	if one == nil {
		return problem(at{src, 1, 1}, words.Load.Unreadable(err.Error()))
	}
	mark := one.Mark
	w := words.Load
	for _, s := range []struct {
		msg string
		say words.Message
	}{
		{"expected single document", w.SecondDocument()},
		{"mapping values are not allowed", w.SecondColonHere()},
		{"did not find expected key", w.IndentFitsNoList()},
		{"expected '-' indicator", w.DashMissing()},
		{"could not find expected ':'", w.KeyMissingHere()},
		{"unexpected end of stream", w.QuoteUnclosed()},
		{"found character that cannot start any token", w.NothingBeginsSo()},
		{"unknown escape character", w.BadEscape()},
		{"',' or ']'", w.SquareUnclosed()},
		{"',' or '}'", w.BraceUnclosed()},
	} {
		if strings.Contains(one.Message, s.msg) {
			if one.ContextMark.Line > 0 && (strings.Contains(s.msg, "':'") || strings.Contains(s.msg, "stream")) {
				mark = one.ContextMark
			}
			return problem(at{src, max(mark.Line, 1), max(mark.Column, 1)}, s.say)
		}
	}
	if one.ContextMark.Line > 0 {
		mark = one.ContextMark
	}
	return problem(at{src, max(mark.Line, 1), max(mark.Column, 1)}, words.Load.UnreadableFrom(one.Message))
}

// value reads a node into a struct field. key is the key it stands under.
func (d *decoder) value(n *yaml.Node, v reflect.Value, key string) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		d.bad(d.place(n), words.Load.Anchor())
		return
	}
	if n.Style&yaml.TaggedStyle != 0 {
		d.bad(d.place(n), words.Load.Tag())
		return
	}
	if r, ok := v.Addr().Interface().(readsNode); ok {
		r.read(d, n)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), key)
	case reflect.Slice:
		if n.Kind != yaml.SequenceNode {
			d.bad(d.place(n), words.Load.NoList(key))
			return
		}
		for _, k := range n.Content {
			e := reflect.New(v.Type().Elem()).Elem()
			d.value(k, e, key)
			v.Set(reflect.Append(v, e))
		}
	case reflect.Struct:
		d.fields(n, v)
	}
}

func (w *word) read(d *decoder, n *yaml.Node) { *w = d.word(n) }

func (d *decoder) word(n *yaml.Node) word {
	p := d.place(n)
	switch {
	case n.Kind != yaml.ScalarNode:
		d.bad(p, words.Load.NoValue())
		return word{}
	case n.Style&yaml.FoldedStyle != 0:
		d.bad(p, words.Load.FoldedText())
		return word{}
	case strings.TrimSpace(n.Value) == "" || n.Tag == "!!null" && n.Style == 0: // "" in quotes is empty too
		d.bad(p, words.Load.EmptyValue())
		return word{}
	case strings.ContainsRune(n.Value, 0):
		d.bad(p, words.Load.Zero())
		return word{}
	}
	return word{at: p, V: n.Value, style: n.Style}
}

// conditionKeys are the keys whose value may be a list of conditions.
var conditionKeys = []string{"when", "covers", "safe"}

// condition reads any: or all: with a list of conditions, one a line, which
// may be such lists themselves. It is the same as one line with or or and.
func (d *decoder) condition(n *yaml.Node) word {
	if n.Kind != yaml.MappingNode {
		return d.word(n)
	}
	if len(n.Content) != 2 || n.Content[0].Value != "any" && n.Content[0].Value != "all" {
		d.bad(d.place(n), words.Load.NoConditionList())
		return word{}
	}
	key, list := n.Content[0].Value, n.Content[1]
	if list.Kind != yaml.SequenceNode || len(list.Content) < 2 {
		d.bad(d.place(list), words.Load.OneInList(key))
		return word{}
	}
	out := word{at: d.place(n)}
	between := map[string]string{"any": ") or (", "all": ") and ("}[key]
	for i, x := range list.Content {
		w := d.condition(x)
		if !w.there() {
			return word{}
		}
		out.V += map[bool]string{true: "(", false: between}[i == 0]
		out.parts = append(out.parts, part{utf8.RuneCountInString(out.V), w})
		out.V += strings.ReplaceAll(w.V, "\n", " ")
	}
	out.V += ")"
	return out
}

var (
	biType   = reflect.TypeFor[bi]()
	wordType = reflect.TypeFor[word]()
)

// A field is one key of a struct.
type field struct {
	key   string
	index int
	must  bool
}

// fieldsOf lists the keys of a struct: the tag y:"key" or y:"key,must". A bi
// with the key "" stands for zh: and en: of the struct itself.
func fieldsOf(t reflect.Type) []field {
	var out []field
	for i := range t.NumField() {
		tag, ok := t.Field(i).Tag.Lookup("y")
		if !ok {
			continue
		}
		key, must := strings.CutSuffix(tag, ",must")
		out = append(out, field{key, i, must})
	}
	return out
}

func keysOf(fs []field) []string {
	var out []string
	for _, f := range fs {
		if f.key == "" {
			out = append(out, "zh", "en")
			continue
		}
		out = append(out, f.key)
	}
	return out
}

// fields reads a mapping into a struct.
func (d *decoder) fields(n *yaml.Node, v reflect.Value) {
	fs := fieldsOf(v.Type())
	if n.Kind != yaml.MappingNode {
		keys := keysOf(fs)
		d.bad(d.place(n), words.Load.NoLines(keys))
		return
	}
	if a := v.FieldByName("At"); a.IsValid() {
		a.Set(reflect.ValueOf(d.place(n)))
	}
	if x, ok := v.Addr().Interface().(named); ok {
		key, kind := x.noun()
		name := words.Noun(kind)
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				name.ZH += " " + n.Content[i+1].Value
				name.EN += " " + n.Content[i+1].Value
			}
		}
		d.subject = append(d.subject, name)
		defer func() { d.subject = d.subject[:len(d.subject)-1] }()
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, val := n.Content[i], n.Content[i+1]
		if k.Kind != yaml.ScalarNode {
			d.bad(d.place(k), words.Load.BadKey())
			continue
		}
		if seen[k.Value] {
			d.bad(d.place(k), words.Load.KeyTwice(k.Value))
			continue
		}
		seen[k.Value] = true
		if meant := d.key(k, val, v, fs); meant != "" {
			seen[meant] = true // misspelt, not missing
		}
	}
	for _, f := range fs {
		if f.key == "" {
			d.pair(v.Field(f.index).Addr().Interface().(*bi), d.place(n), "", f.must)
			continue
		}
		if f.must && !seen[f.key] {
			who := d.about()
			d.bad(d.place(n), words.Load.KeyMissing(who, f.key))
		}
	}
}

// key reads one key and its value. For a key that does not belong it returns
// the one that may have been meant.
func (d *decoder) key(k, val *yaml.Node, v reflect.Value, fs []field) string {
	for _, f := range fs {
		x := v.Field(f.index)
		switch {
		case f.key == "" && (k.Value == "zh" || k.Value == "en"):
			d.language(k, val, x.Addr().Interface().(*bi))
		case f.key != k.Value:
			continue
		case x.Type() == biType:
			d.text(k, val, x.Addr().Interface().(*bi))
		case x.Type() == wordType && slices.Contains(conditionKeys, f.key):
			x.Set(reflect.ValueOf(d.condition(val)))
		default:
			d.value(val, x, f.key)
		}
		return ""
	}
	return d.unknown(k, keysOf(fs))
}

// unknown reports a key that does not belong, and returns the one that may
// have been meant.
func (d *decoder) unknown(k *yaml.Node, keys []string) string {
	fix, near := words.Load.Keys(keys), cond.Nearest(k.Value, keys)
	if near != "" {
		fix = words.DidYouMean(near)
	}
	d.bad(d.place(k), words.Load.UnknownKey(k.Value, fix))
	return near
}

func (d *decoder) language(k, val *yaml.Node, t *bi) {
	w := d.word(val)
	if k.Value == "zh" {
		t.ZH = w
	} else {
		t.EN = w
	}
	if t.Line == 0 {
		t.at = d.place(k)
	}
}

// text reads {zh, en} under a key.
func (d *decoder) text(k, n *yaml.Node, t *bi) {
	if n.Kind != yaml.MappingNode {
		d.bad(d.place(n), words.Load.NoTongues(k.Value))
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch l := n.Content[i]; {
		case l.Value != "zh" && l.Value != "en":
			d.unknown(l, []string{"zh", "en"})
		case l.Value == "zh" && t.ZH.there() || l.Value == "en" && t.EN.there():
			d.bad(d.place(l), words.Load.KeyTwice(l.Value))
		default:
			d.language(l, n.Content[i+1], t)
		}
	}
	d.pair(t, d.place(n), k.Value, true)
}

// pair says where one of the two languages is missing.
func (d *decoder) pair(t *bi, p at, key string, must bool) {
	if t.ZH.there() == t.EN.there() && (t.there() || !must) {
		return
	}
	who := d.about()
	if key != "" {
		who = words.Load.KeyOf(who, key)
	}
	if t.Line > 0 {
		p = t.at
	}
	switch {
	case !t.there():
		d.later = append(d.later, problem(p, words.Load.NoText(who)))
	case !t.EN.there():
		d.later = append(d.later, problem(p, words.Load.NoEnglish(who)))
	default:
		d.later = append(d.later, problem(p, words.Load.NoChinese(who)))
	}
}

// orRef reads what may be the id of something shared: that id, or else the
// fields of long, a pointer to a struct.
func (d *decoder) orRef(n *yaml.Node, long any) (ref word) {
	if n.Kind != yaml.MappingNode {
		return d.word(n)
	}
	d.fields(n, reflect.ValueOf(long).Elem())
	return ref
}

// A cite is law-article, or {article: law-article, on: fact}.
type cite struct {
	Ref, On word
}

func (c *cite) read(d *decoder, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		c.Ref = d.word(n)
		return
	}
	var long struct {
		Article word `y:"article,must"`
		On      word `y:"on,must"`
	}
	d.fields(n, reflect.ValueOf(&long).Elem())
	c.Ref, c.On = long.Article, long.On
}

// A pairs is an ordered mapping of names to words.
type pairs []struct{ Key, Value word }

func (p *pairs) read(d *decoder, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		d.bad(d.place(n), words.Load.NoPairs())
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := d.word(n.Content[i]), d.word(n.Content[i+1])
		if slices.ContainsFunc(*p, func(x struct{ Key, Value word }) bool { return x.Key.V == k.V }) {
			d.bad(k.at, words.Load.KeyTwice(k.V))
			continue
		}
		*p = append(*p, struct{ Key, Value word }{k, v})
	}
}

// A rawAnswers is the answers of a case, as any program would read them, and
// where each stands.
type rawAnswers struct {
	Raw   map[string]any
	Where map[string]at
}

func (r *rawAnswers) read(d *decoder, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		d.bad(d.place(n), words.Load.NoAnswerLines())
		return
	}
	r.Raw, _ = Plain(n, func(n *yaml.Node, what fact.Notice) {
		d.bad(d.place(n), what.Message())
	}).(map[string]any)
	r.Where = map[string]at{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		r.Where[n.Content[i].Value] = d.place(n.Content[i+1])
	}
}

// joined is a text on one line: lines are joined with nothing between Han
// characters and a blank elsewhere; an empty line starts a new paragraph.
func joined(s string) string {
	if !strings.Contains(s, "\n") {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	paragraph := false
	for line := range strings.SplitSeq(strings.TrimSpace(s), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			paragraph = true
			continue
		case b.Len() == 0:
		case paragraph:
			b.WriteByte('\n')
		default:
			before := lastOf(b.String())
			after, _ := utf8.DecodeRuneInString(line)
			if !(wide(before) && wide(after)) && !fullStop(before) && !fullStop(after) {
				b.WriteByte(' ')
			}
		}
		paragraph = false
		b.WriteString(line)
	}
	return b.String()
}

// wide reports whether r is a Han character or stands between them.
func wide(r rune) bool { return unicode.Is(unicode.Han, r) || fullStop(r) }

// fullStop reports whether r is punctuation that brings its own blank.
func fullStop(r rune) bool { return strings.ContainsRune("，。；：、！？（）《》「」", r) }

// kept is a text with its lines as written, for letters.
func kept(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i := range lines {
		lines[i] = strings.TrimRightFunc(lines[i], unicode.IsSpace)
	}
	return strings.Join(lines, "\n")
}

func lastOf(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
