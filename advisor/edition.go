package advisor

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
)

// An Edition is what a code depends on, and nothing else: which questions
// there are, in which order, with which options, and when each is asked. Texts,
// findings, articles, numbers and calculators may change without touching it.
//
// The edition of a Base is made from the Base; those of earlier times are kept
// as short text files (knowledge/editions), so that a code on a paper handed
// out last year is still read after a lawyer has added a question.
type Edition struct {
	facts  []editionFact // asked ones, and derived ones that asking depends on
	steps  []editionStep // in the order of the interview
	number uint16        // the first 16 bits of SHA-256 over the text form
}

type editionFact struct {
	id      string
	kind    fact.Kind
	options []string
}

// An editionStep asks a question or derives a fact. The facts of a condition
// are indexes into the edition's own facts.
type editionStep struct {
	fact int
	ask  bool
	when *cond.Expr   // asked when; or the condition of a yes-or-no fact
	rows []*cond.Expr // of a derived choice
	// told: asking hangs on something computed, which a code must not rely on,
	// since calculators and calendars change. Then the code itself says
	// whether the question was asked.
	told bool
}

// A PastEdition is the text of an edition of earlier times. It is read only
// when a code asks for it.
type PastEdition struct {
	Name string // of its file, for messages
	Text string
}

// Number is the fingerprint by which a code names its edition, as four
// hexadecimal digits.
func (e *Edition) Number() string { return fmt.Sprintf("%04x", e.number) }

// CurrentEdition is the edition of this Base.
func (b *Base) CurrentEdition() *Edition { return b.index.edition }

// Recorded reports whether the present edition is among the past ones, so that
// its codes can still be read after the questions change.
func (b *Base) Recorded() bool {
	e, _ := b.pastEdition(b.index.edition.number)
	return e != nil
}

// pastEdition finds an edition by its number. An edition whose text does not
// have the number that its name says is not used: the error says so.
func (b *Base) pastEdition(number uint16) (*Edition, error) {
	for _, p := range b.Past {
		if !strings.Contains(p.Name, fmt.Sprintf("%04x", number)) {
			continue
		}
		e, err := ReadEdition(p)
		if err != nil {
			return nil, err
		}
		if e.number == number {
			return e, nil
		}
	}
	return nil, nil
}

// editionOf draws a Base's edition out of it.
func editionOf(b *Base) *Edition {
	x := editor{b: b, at: map[int]int{}, computed: map[int]bool{}, needed: map[int]bool{}, e: new(Edition)}
	x.trace()
	for _, it := range b.Program {
		switch it.Kind {
		case AskItem:
			q := &b.Questions[it.I]
			s := editionStep{fact: x.add(q.Fact), ask: true}
			if s.told = x.hangs(q.When); !s.told {
				s.when = x.translate(q.When)
			}
			x.e.steps = append(x.e.steps, s)
		case DeriveItem:
			d := &b.Derived[it.I]
			if !x.needed[d.Fact] || x.computed[d.Fact] {
				continue
			}
			s := editionStep{fact: x.add(d.Fact), when: x.translate(d.When)}
			for _, r := range d.Rows {
				s.rows = append(s.rows, x.translate(r))
			}
			x.e.steps = append(x.e.steps, s)
		}
	}
	x.e.seal()
	return x.e
}

func (e *Edition) seal() {
	sum := sha256.Sum256([]byte(e.String()))
	e.number = binary.BigEndian.Uint16(sum[:])
}

type editor struct {
	b        *Base
	e        *Edition
	at       map[int]int  // index of a base's fact in the edition
	computed map[int]bool // facts that hang on calculators or on the day
	needed   map[int]bool // facts that asking reads
}

// trace finds what is computed, and what asking reads, directly or through
// derived facts.
func (x *editor) trace() {
	for _, it := range x.b.Program {
		switch it.Kind {
		case CalcItem:
			for _, g := range x.b.Calculations[it.I].Gives {
				x.computed[g.Fact] = true
			}
		case DeadlineItem:
			d := &x.b.Deadlines[it.I]
			x.computed[d.Fact], x.computed[d.State] = true, true
		case DeriveItem:
			d := &x.b.Derived[it.I]
			for _, c := range append([]*cond.Expr{d.When}, d.Rows...) {
				if x.hangs(c) {
					x.computed[d.Fact] = true
				}
			}
		}
	}
	need := func(c *cond.Expr) {
		for _, f := range c.Facts() {
			x.needed[f] = true
		}
	}
	for i := len(x.b.Program) - 1; i >= 0; i-- {
		switch it := x.b.Program[i]; it.Kind {
		case AskItem:
			if w := x.b.Questions[it.I].When; !x.hangs(w) {
				need(w)
			}
		case DeriveItem:
			if d := &x.b.Derived[it.I]; x.needed[d.Fact] {
				need(d.When)
				for _, r := range d.Rows {
					need(r)
				}
			}
		}
	}
}

func (x *editor) hangs(c *cond.Expr) bool {
	for _, f := range c.Facts() {
		if x.computed[f] {
			return true
		}
	}
	return false
}

func (x *editor) add(i int) int {
	f := &x.b.Facts[i]
	x.at[i] = len(x.e.facts)
	x.e.facts = append(x.e.facts, editionFact{f.ID, f.Kind, f.optionIDs()})
	return x.at[i]
}

// translate is a condition over the edition's facts, without its source. The
// Program is in the order of what depends on what, so they are all there.
func (x *editor) translate(c *cond.Expr) *cond.Expr {
	if c == nil {
		return nil
	}
	out := &cond.Expr{Op: c.Op, Set: c.Set, Orelse: c.Orelse, Bit: c.Bit, Lo: c.Lo, Hi: c.Hi, Unasked: c.Unasked}
	if c.Atom() {
		out.Fact = x.at[c.Fact]
	}
	for _, k := range c.Kids {
		out.Kids = append(out.Kids, x.translate(k))
	}
	return out
}

// replay walks the interview of the edition. answer is called for each
// question that is asked, in order, with its fact; told says whether one is
// asked whose condition the edition does not know. It ends when answer is
// false.
func (e *Edition) replay(told func(i int) bool, answer func(i int) (fact.Value, bool)) {
	v := make([]fact.Value, len(e.facts))
	var why [64]uint16
	holds := func(c *cond.Expr) cond.Truth {
		t, _ := c.Eval(v, why[:0])
		return t
	}
	for k := range e.steps {
		s := &e.steps[k]
		switch {
		case !s.ask:
			v[s.fact] = s.derive(holds)
		case s.told && !told(s.fact), !s.told && holds(s.when) != cond.True:
		default:
			x, ok := answer(s.fact)
			if !ok {
				return
			}
			v[s.fact] = x
		}
	}
}

// derive is what [replay.derive] does for a Base.
func (s *editionStep) derive(holds func(*cond.Expr) cond.Truth) fact.Value {
	if s.rows == nil {
		switch holds(s.when) {
		case cond.True:
			return fact.Of(1)
		case cond.False:
			return fact.Of(0)
		}
		return fact.NotSure()
	}
	for i, r := range s.rows {
		switch holds(r) {
		case cond.True:
			return fact.Of(int64(i))
		case cond.Maybe:
			return fact.NotSure()
		}
	}
	return fact.Value{}
}

// questions is how many the edition has.
func (e *Edition) questions() int {
	n := 0
	for i := range e.steps {
		if e.steps[i].ask {
			n++
		}
	}
	return n
}

// The text form: a line a step,
//
//	ask role choice borrower,lender
//	ask paper choice none,summons when role=borrower
//	let sued yesno when (& paper=summons (! danger=none))
//	ask rate rate told
//	let lane choice a,b rows paper=none | *
//
// Conditions are written operator first. An atom names its fact: of a choice
// the options (with ? where not sure counts, too), of several the one ticked
// (after a colon), of yes and no nothing, of amounts and dates the interval in
// brackets; a final ? alone asks whether it is unknown, and ~ behind any says
// that never asked counts.
const editionHead = "wangdai edition 1"

// String is the text form.
func (e *Edition) String() string {
	var b strings.Builder
	b.WriteString(editionHead + "\n")
	for i := range e.steps {
		s := &e.steps[i]
		f := &e.facts[s.fact]
		b.WriteString(map[bool]string{true: "ask ", false: "let "}[s.ask] + f.id + " " + f.kind.String())
		if len(f.options) > 0 {
			b.WriteString(" " + strings.Join(f.options, ","))
		}
		switch {
		case s.told:
			b.WriteString(" told")
		case s.rows != nil:
			b.WriteString(" rows ")
			for k, r := range s.rows {
				if k > 0 {
					b.WriteString(" | ")
				}
				e.spell(&b, r)
			}
		case s.when != nil:
			b.WriteString(" when ")
			e.spell(&b, s.when)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

var editionOps = map[cond.Op]string{cond.And: "&", cond.Or: "/", cond.Not: "!"}

func (e *Edition) spell(b *strings.Builder, c *cond.Expr) {
	if c == nil || c.Op == cond.Const {
		b.WriteByte('*')
		return
	}
	if op, ok := editionOps[c.Op]; ok {
		b.WriteString("(" + op)
		for _, k := range c.Kids {
			b.WriteByte(' ')
			e.spell(b, k)
		}
		b.WriteByte(')')
		return
	}
	f := &e.facts[c.Fact]
	b.WriteString(f.id)
	switch c.Op {
	case cond.In:
		var ids []string
		for k, id := range f.options {
			if c.Set>>uint(k)&1 == 1 {
				ids = append(ids, id)
			}
		}
		b.WriteString("=" + strings.Join(ids, ","))
		if c.Orelse {
			b.WriteByte('?')
		}
	case cond.Has:
		b.WriteString(":" + f.options[c.Bit])
	case cond.Range:
		fmt.Fprintf(b, "[%d..%d]", c.Lo, c.Hi)
	case cond.IsUnknown:
		b.WriteByte('?')
	}
	if c.Unasked {
		b.WriteByte('~')
	}
}

// ReadEdition reads the text form. The error says which line of which file is
// wrong.
func ReadEdition(p PastEdition) (*Edition, error) {
	r := editionReader{e: new(Edition), at: map[string]int{}}
	lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(p.Text, "\r\n", "\n"), "\n"), "\n")
	if lines[0] != editionHead {
		return nil, fmt.Errorf("%s:1: the first line must be %q", p.Name, editionHead)
	}
	for i, line := range lines[1:] {
		if err := r.line(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", p.Name, i+2, err)
		}
	}
	r.e.seal()
	return r.e, nil
}

type editionReader struct {
	e    *Edition
	at   map[string]int
	rest string // of the condition being read
}

func (r *editionReader) line(line string) error {
	word := func() string {
		w, rest, _ := strings.Cut(line, " ")
		line = rest
		return w
	}
	verb, id, kindWord := word(), word(), word()
	kind, ok := fact.KindOf(kindWord)
	if verb != "ask" && verb != "let" || id == "" || !ok {
		return fmt.Errorf("a line begins with ask or let, a fact and its kind")
	}
	f := editionFact{id: id, kind: kind}
	next := word()
	if kind == fact.Choice || kind == fact.Several || kind == fact.History {
		f.options = strings.Split(next, ",")
		next = word()
	}
	s := editionStep{fact: len(r.e.facts), ask: verb == "ask"}
	var err error
	switch r.rest = line; next {
	case "":
	case "told":
		s.told = true
	case "when":
		s.when, err = r.expr()
	case "rows":
		for err == nil {
			var x *cond.Expr
			x, err = r.expr()
			s.rows = append(s.rows, x)
			if !r.eat(" | ") {
				break
			}
		}
	default:
		return fmt.Errorf("%q stands where told, when or rows is expected", next)
	}
	if err == nil && r.rest != "" && next != "told" {
		err = fmt.Errorf("%q is too much", r.rest)
	}
	if err != nil {
		return err
	}
	r.at[id] = s.fact // only now: a condition cannot read its own fact
	r.e.facts = append(r.e.facts, f)
	r.e.steps = append(r.e.steps, s)
	return nil
}

func (r *editionReader) eat(s string) bool {
	rest, ok := strings.CutPrefix(r.rest, s)
	if ok {
		r.rest = rest
	}
	return ok
}

func (r *editionReader) expr() (*cond.Expr, error) {
	if r.eat("*") {
		return &cond.Expr{Op: cond.Const}, nil
	}
	for op, sign := range editionOps {
		if !r.eat("(" + sign) {
			continue
		}
		e := &cond.Expr{Op: op}
		for r.eat(" ") {
			k, err := r.expr()
			if err != nil {
				return nil, err
			}
			e.Kids = append(e.Kids, k)
		}
		if !r.eat(")") || len(e.Kids) == 0 || op == cond.Not && len(e.Kids) > 1 {
			return nil, fmt.Errorf("a bracket is not closed before %q", r.rest)
		}
		return e, nil
	}
	return r.atom()
}

// until cuts off what stands before the first of these characters.
func (r *editionReader) until(any string) string {
	n := strings.IndexAny(r.rest, any)
	if n < 0 {
		n = len(r.rest)
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *editionReader) atom() (*cond.Expr, error) {
	id := r.until("=:[?~ )")
	i, ok := r.at[id]
	if !ok {
		return nil, fmt.Errorf("no fact %q comes before", id)
	}
	f := &r.e.facts[i]
	e := &cond.Expr{Op: cond.Yes, Fact: i}
	var err error
	switch {
	case r.eat("="):
		e.Op = cond.In
		for id := range strings.SplitSeq(r.until("?~ )"), ",") {
			if id == "" {
				continue // only not sure counts
			}
			var k int
			if k, err = optionAt(f, id); err != nil {
				return nil, err
			}
			e.Set |= 1 << uint(k)
		}
		e.Orelse = r.eat("?")
	case r.eat(":"):
		e.Op = cond.Has
		if e.Bit, err = optionAt(f, r.until("~ )")); err != nil {
			return nil, err
		}
	case r.eat("["):
		e.Op = cond.Range
		lo, hi, _ := strings.Cut(r.until("]"), "..")
		if e.Lo, err = strconv.ParseInt(lo, 10, 64); err == nil {
			e.Hi, err = strconv.ParseInt(hi, 10, 64)
		}
		if err != nil || !r.eat("]") {
			return nil, fmt.Errorf("%s: an interval is written [1..9]", id)
		}
	case r.eat("?"):
		e.Op = cond.IsUnknown
	case f.kind != fact.YesNo:
		return nil, fmt.Errorf("%s is %s: its condition is cut short", id, f.kind)
	}
	e.Unasked = r.eat("~")
	return e, nil
}

func optionAt(f *editionFact, id string) (int, error) {
	for k := range f.options {
		if f.options[k] == id {
			return k, nil
		}
	}
	return 0, fmt.Errorf("%s has no option %q", f.id, id)
}
