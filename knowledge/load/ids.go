package load

import (
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// factNames are the facts as conditions know them.
type factNames map[string]cond.Name

func (n factNames) Lookup(id string) (cond.Name, bool) { x, ok := n[id]; return x, ok }

// All lists the facts in order, so that suggestions do not change from run to
// run.
func (n factNames) All() []string {
	out := make([]string, 0, len(n))
	for id := range n {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// An idShape is how names of a kind are written.
type idShape uint8

// The shapes of a name: those that conditions speak of (bad_conduct), all others
// (cap-private), and what is checked elsewhere.
const (
	anyID idShape = iota
	factID
	otherID
)

// fits reports whether a name is well formed.
func (s idShape) fits(id string) bool {
	join := byte('-')
	if s == factID {
		join = '_'
	}
	for i := range len(id) {
		switch c := id[i]; {
		case 'a' <= c && c <= 'z':
		case '0' <= c && c <= '9' && (s == otherID || i > 0):
		case c == join && i > 0 && (s == factID || id[i-1] != join && i+1 < len(id)):
		default:
			return s == anyID
		}
	}
	return id != ""
}

// reserved are words with a meaning of their own in conditions and answers.
var reserved = []string{"unknown", "otherwise", "today", "yes", "no", "and", "or", "not", "in", "true", "false", "nil", "let", "if", "else", "matches", "contains"}

// claim takes an id of a kind, and says where it is taken already. A name
// that is not well formed is told and put right, so that what refers to it by
// its right name is not told as well.
func (l *loader) claim(kind string, id *word, shape idShape) bool {
	if !id.there() {
		return false
	}
	if shape == factID && !shape.fits(id.V) {
		l.bad(id.at, "“"+id.V+"”不能作名字", "小写字母开头，只用小写字母、数字和下划线", quoted(id.V)+" cannot be a name", "lower-case letters, digits and _, a letter first")
		id.V = strings.ReplaceAll(strings.ToLower(id.V), "-", "_")
	}
	if shape == otherID && !shape.fits(id.V) {
		l.bad(id.at, "“"+id.V+"”不能作名字", "只用小写字母、数字和短横线", quoted(id.V)+" cannot be a name", "lower-case letters, digits and hyphens")
		id.V = strings.ReplaceAll(strings.ToLower(id.V), "_", "-")
	}
	if shape == factID && slices.Contains(reserved, id.V) {
		l.bad(id.at, id.V+" 有专门的意思，不能作名字", "换一个名字", id.V+" has a meaning of its own", "choose another name")
	}
	n := nouns[kind]
	key := kind + "/" + id.V
	if first, taken := l.seen[key]; taken {
		l.bad(id.at, n.zh+" "+id.V+" 已经在 "+where(first)+" 用过", "换一个名字，或删掉一处", "the "+n.en+" "+id.V+" exists already: "+where(first), "choose another name, or remove one")
		return false
	}
	l.seen[key] = id.at
	return true
}

func where(p at) string {
	if p.src == nil {
		return "?"
	}
	return p.src.name + ":" + strconv.Itoa(p.Line)
}

// use notes that something refers to an id; what nothing refers to is told.
func (l *loader) use(kind, id string) {
	if !l.silent {
		l.used[kind+"/"+id] = true
	}
}

// silently runs f without counting what it looks up as used.
func (l *loader) silently(f func()) {
	l.silent = true
	f()
	l.silent = false
}

// nouns are the kinds of things with an id, as messages speak of them, and
// where they are kept.
var nouns = map[string]struct{ zh, en, where string }{
	"section":   {"节", "section", "questions/"},
	"fact":      {"事实", "fact", ""},
	"group":     {"组", "group", "findings/"},
	"finding":   {"结论", "finding", "findings/"},
	"deadline":  {"期限", "deadline", "facts/"},
	"step":      {"步骤", "step", "common/"},
	"evidence":  {"证据条目", "note on evidence", "common/"},
	"avoid":     {"“不要做”条目", "note on what to avoid", "common/"},
	"authority": {"机构", "authority", "authorities.yaml"},
	"draft":     {"文书", "letter", "drafts/"},
	"number":    {"数", "number", "rates/"},
	"law":       {"法", "law", "laws/"},
	"article":   {"法条", "article", "laws/"},
	"term":      {"名词", "term", "glossary.yaml"},
	"myth":      {"误区", "myth", "myths/"},
	"ask":       {"一问", "ask", "asks/"},
	"limit":     {"“没有收”条目", "limit", "scope/"},
}

// known checks that something of that kind and id exists.
func (l *loader) known(kind string, id word) bool {
	if !id.there() {
		return false
	}
	if _, ok := l.seen[kind+"/"+id.V]; ok {
		l.use(kind, id.V)
		return true
	}
	n := nouns[kind]
	fix, fixEN := l.near(kind, id.V)
	l.bad(id.at, n.where+" 里没有名为 "+id.V+" 的"+n.zh, fix, "there is no "+n.en+" named "+id.V+" in "+n.where, fixEN)
	return false
}

// ids are all ids of a kind, sorted.
func (l *loader) ids(kind string) []string {
	var out []string
	for k := range l.seen {
		if id, ok := strings.CutPrefix(k, kind+"/"); ok {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

func (l *loader) near(kind, id string) (zh, en string) { return nearest(id, l.ids(kind)) }

// nearest suggests a name, or lists all of a few.
func nearest(id string, all []string) (zh, en string) {
	zh, en = "先加上它，或检查写法", "add it first, or check the spelling"
	switch {
	case len(all) == 0:
		zh, en = "先加上它，或删掉这一处", "add it first, or remove this"
	case len(all) <= 12:
		zh, en = "已有的："+strings.Join(all, "、"), "there are: "+strings.Join(all, ", ")
	}
	return cond.Meant(id, all, zh, en)
}

// one reads a word that must be one of a few.
func (l *loader) one(w word, all ...string) int {
	i := slices.Index(all, w.V)
	if i < 0 && w.there() {
		zh, en := cond.Meant(w.V, all, "可以写："+strings.Join(all, "、"), "one of "+strings.Join(all, ", "))
		l.bad(w.at, "“"+w.V+"”不能写在这里", zh, quoted(w.V)+" cannot stand here", en)
	}
	return max(i, 0)
}

// yes reads yes or no; nothing is no.
func (l *loader) yes(w word) bool {
	switch w.V {
	case "yes", "true":
		return true
	case "", "no", "false":
	default:
		l.bad(w.at, "“"+w.V+"”不能写在这里", "写 yes 或 no", quoted(w.V)+" cannot stand here", "write yes or no")
	}
	return false
}

// date is the index of a date fact, or -1.
func (l *loader) date(w word) int {
	if !w.there() {
		return -1
	}
	n, ok := l.fact(w)
	if !ok {
		return -1
	}
	if n.Kind != fact.Day {
		l.bad(w.at, "「"+n.Label+"」（"+w.V+"）不是日期", "写一个 kind: date 的事实", w.V+" is no date", "name a fact of kind date")
		return -1
	}
	return n.Index
}

// fact looks a fact up.
func (l *loader) fact(w word) (cond.Name, bool) {
	n, ok := l.names[w.V]
	if !ok {
		zh, en := nearest(w.V, l.names.All())
		l.bad(w.at, "没有名为 "+w.V+" 的事实", zh, "there is no fact named "+w.V, en)
		return n, false
	}
	l.use("fact", w.V)
	return n, true
}

func (l *loader) has(kind, id string) bool { _, ok := l.seen[kind+"/"+id]; return ok }

// claimAll takes all ids that others refer to.
func (l *loader) claimAll() {
	f := l.f
	for _, fs := range f.Findings {
		for i := range fs.Groups {
			fs.Groups[i].when = fs.When
			l.claim("group", &fs.Groups[i].ID, otherID)
		}
		for i := range fs.Findings {
			fs.Findings[i].file = fs
			l.claim("finding", &fs.Findings[i].ID, otherID)
		}
	}
	for i := range f.Steps {
		l.shared("step", &f.Steps[i].ID, f.Steps[i].Ref, f.Steps[i].At)
	}
	for i := range f.Evidence {
		l.shared("evidence", &f.Evidence[i].ID, f.Evidence[i].Ref, f.Evidence[i].At)
	}
	for i := range f.Avoid {
		l.shared("avoid", &f.Avoid[i].ID, f.Avoid[i].Ref, f.Avoid[i].At)
	}
	for i := range f.Authorities {
		l.claim("authority", &f.Authorities[i].ID, otherID)
	}
	for i := range f.Drafts {
		l.claim("draft", &f.Drafts[i].Draft, otherID)
	}
	for i := range f.Numbers {
		l.claim("number", &f.Numbers[i].ID, factID)
	}
	for i := range f.Days {
		l.claim("number", &f.Days[i].ID, factID)
	}
	for i := range f.Scales {
		l.claim("number", &f.Scales[i].ID, factID)
	}
	for i := range f.Rates {
		l.claim("number", &f.Rates[i].Rates, factID)
	}
	l.claimAsks()
	for i := range f.Terms {
		l.claim("term", &f.Terms[i].ID, otherID)
	}
	for i := range f.Myths {
		l.claim("myth", &f.Myths[i].ID, otherID)
	}
	for _, s := range f.Scopes {
		for i := range s.NotCovered {
			l.claim("limit", &s.NotCovered[i].ID, otherID)
		}
	}
}

// shared takes the id of an entry of common/.
func (l *loader) shared(kind string, id *word, ref word, p at) {
	if !id.there() {
		if ref.there() {
			p = ref.at
		}
		l.bad(p, "共用的"+nouns[kind].zh+"少了 id", "加一行 id: …", "a shared "+nouns[kind].en+" needs an id", "add a line id: …")
		return
	}
	l.claim(kind, id, otherID)
}
