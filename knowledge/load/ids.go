package load

import (
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
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
var reserved = []string{"unknown", "otherwise", "today", "yes", "no", "and", "or", "not", "in", "true", "false", "nil",
	"let", "if", "else", "matches", "contains"}

// claim takes an id of a kind, and says where it is taken already. A name
// that is not well formed is told and put right, so that what refers to it by
// its right name is not told as well.
func (l *loader) claim(kind string, id *word, shape idShape) bool {
	if !id.there() {
		return false
	}
	if shape == factID && !shape.fits(id.V) {
		l.bad(id.at, words.Load.BadFactID(id.V))
		id.V = strings.ReplaceAll(strings.ToLower(id.V), "-", "_")
	}
	if shape == otherID && !shape.fits(id.V) {
		l.bad(id.at, words.Load.BadID(id.V))
		id.V = strings.ReplaceAll(strings.ToLower(id.V), "_", "-")
	}
	if shape == factID && slices.Contains(reserved, id.V) {
		l.bad(id.at, words.Load.ReservedID(id.V))
	}
	n := words.Noun(kind)
	key := kind + "/" + id.V
	if first, taken := l.seen[key]; taken {
		l.bad(id.at, words.Load.TakenID(n, id.V, where(first)))
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

// home is where things of a kind are kept.
func home(kind string) string {
	switch kind {
	case "section":
		return "questions/"
	case "group", "finding":
		return "findings/"
	case "deadline":
		return "facts/"
	case "step", "evidence", "avoid":
		return "common/"
	case "authority":
		return "authorities.yaml"
	case "draft":
		return "drafts/"
	case "number":
		return "rates/"
	case "law", "article":
		return "laws/"
	case "term":
		return "glossary.yaml"
	case "myth":
		return "myths/"
	case "ask":
		return "asks/"
	case "limit":
		return "scope/"
	}
	return ""
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
	n := words.Noun(kind)
	near := l.near(kind, id.V)
	l.bad(id.at, words.Load.NothingNamed(home(kind), id.V, n, near))
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

func (l *loader) near(kind, id string) words.Pair { return nearest(id, l.ids(kind)) }

// nearest suggests a name, or lists all of a few.
func nearest(id string, all []string) words.Pair {
	fix := words.Load.AddFirst()
	switch {
	case len(all) == 0:
		fix = words.Load.AddOrRemove()
	case len(all) <= 12:
		fix = words.Load.Existing(all)
	}
	return cond.Meant(id, all, fix)
}

// one reads a word that must be one of a few.
func (l *loader) one(w word, all ...string) int {
	i := slices.Index(all, w.V)
	if i < 0 && w.there() {
		near := cond.Meant(w.V, all, words.Load.OneOf(all))
		l.bad(w.at, words.Load.NotOneOf(w.V, near))
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
		l.bad(w.at, words.Load.NotYesOrNo(w.V))
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
		l.bad(w.at, words.Load.NoDate(n.Label, w.V))
		return -1
	}
	return n.Index
}

// fact looks a fact up.
func (l *loader) fact(w word) (cond.Name, bool) {
	n, ok := l.names[w.V]
	if !ok {
		near := nearest(w.V, l.names.All())
		l.bad(w.at, words.Load.NoFact(w.V, near))
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
		l.bad(p, words.Load.SharedWithoutID(words.Noun(kind)))
		return
	}
	l.claim(kind, id, otherID)
}
