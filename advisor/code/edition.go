package code

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"iter"
	"strconv"
	"strings"

	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// An Edition is what a code depends on, and nothing else: which questions
// there are, in which order, with which options, and when each is asked. Texts,
// findings, articles, numbers and calculators may change without touching it.
//
// The edition of a Base is made from the Base; those of earlier times are kept
// as short text files (knowledge/editions), so that a code on a paper handed
// out last year is still read after a lawyer has added a question.
type Edition struct {
	facts  []Fact
	steps  []Step // in the order of the interview
	number uint16 // the first 16 bits of SHA-256 over the text form
}

// A Fact is what a question asks, or what asking depends on.
type Fact struct {
	ID      string
	Kind    fact.Kind
	Options []string
}

// A Step asks a question or derives a fact. The facts of a condition are
// indexes into the edition's own facts.
type Step struct {
	Fact int
	Ask  bool
	When *cond.Expr   // asked when; or the condition of a yes-or-no fact
	Rows []*cond.Expr // of a derived choice
	// Told: asking hangs on something computed, which a code must not rely on,
	// since calculators and calendars change. Then the code itself says
	// whether the question was asked.
	Told bool
}

// NewEdition is the edition of these steps. facts are the asked ones and the
// derived ones that asking depends on.
func NewEdition(facts []Fact, steps []Step) *Edition {
	e := &Edition{facts: facts, steps: steps}
	sum := sha256.Sum256([]byte(e.String()))
	e.number = binary.BigEndian.Uint16(sum[:])
	return e
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

// Among reports whether the edition is one of these.
func (e *Edition) Among(past []PastEdition) bool {
	found, _ := findPast(past, e.number)
	return found != nil
}

// findPast finds an edition by its number. An edition whose text does not have
// the number that its name says is not used: the error says so.
func findPast(past []PastEdition, number uint16) (*Edition, error) {
	for _, p := range past {
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

// Questions are the facts that are asked, in order.
func (e *Edition) Questions() iter.Seq[*Fact] {
	return func(yield func(*Fact) bool) {
		for i := range e.steps {
			if s := &e.steps[i]; s.Ask && !yield(&e.facts[s.Fact]) {
				return
			}
		}
	}
}

// questions is how many there are.
func (e *Edition) questions() int {
	n := 0
	for range e.Questions() {
		n++
	}
	return n
}

// Said is an answer in words that need no knowledge: option ids, numbers.
func (f *Fact) Said(v fact.Value) fact.Text {
	if v.State != fact.Known {
		return fact.Text(words.Reading.NotSure())
	}
	var s string
	switch f.Kind {
	case fact.Choice:
		s = f.Options[v.N]
	case fact.Several:
		var ids []string
		for k := range f.Options {
			if v.Has(k) {
				ids = append(ids, f.Options[k])
			}
		}
		s = strings.Join(ids, ", ")
	case fact.YesNo:
		if v.N == 1 {
			return fact.Text(words.Reading.Yes())
		}
		return fact.Text(words.Reading.No())
	case fact.Day:
		s = v.Date().String()
	case fact.Money:
		s = fact.Fen(v.N).Plain()
	case fact.Percent:
		s = fact.Rate(v.N).String()
	case fact.Number:
		s = fmt.Sprint(v.N)
	}
	return fact.Text{ZH: s, EN: s}
}

// replay walks the interview of the edition. answer is called for each
// question that is not ruled out, in order, with its fact; it says what was
// answered, whether anything was, and whether to go on. What was not answered
// is open, or where rest is true not sure.
func (e *Edition) replay(rest bool, answer func(i int) (v fact.Value, given, more bool)) {
	v := make([]fact.Value, len(e.facts))
	for k := range e.steps {
		s := &e.steps[k]
		if !s.Ask {
			v[s.Fact] = s.derive(v)
			continue
		}
		asked := cond.AnyTruth
		if !s.Told {
			asked = s.When.Possible(v, nil)
		}
		if !asked.Has(cond.True) {
			continue
		}
		x, given, more := answer(s.Fact)
		switch {
		case !more:
			return
		case asked != cond.Only(cond.True), !given && !rest:
			v[s.Fact] = fact.Value{State: fact.Open}
		case given:
			v[s.Fact] = x
		default:
			v[s.Fact] = fact.NotSure()
		}
	}
}

// derive is the first row that holds, or the answer to a single condition; the
// engine does the same for a Base. Where what is open may still change it, it
// is open.
func (s *Step) derive(v []fact.Value) fact.Value {
	rows := s.Rows
	if rows == nil {
		rows = []*cond.Expr{s.When}
	}
	for i, r := range rows {
		switch r.Possible(v, nil) {
		case cond.Only(cond.True):
			if s.Rows == nil {
				return fact.Of(1)
			}
			return fact.Of(int64(i))
		case cond.Only(cond.Maybe):
			return fact.NotSure()
		case cond.Only(cond.False):
		default:
			return fact.Value{State: fact.Open}
		}
	}
	if s.Rows == nil {
		return fact.Of(0)
	}
	return fact.Value{}
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
		f := &e.facts[s.Fact]
		b.WriteString(map[bool]string{true: "ask ", false: "let "}[s.Ask] + f.ID + " " + f.Kind.String())
		if len(f.Options) > 0 {
			b.WriteString(" " + strings.Join(f.Options, ","))
		}
		switch {
		case s.Told:
			b.WriteString(" told")
		case s.Rows != nil:
			b.WriteString(" rows ")
			for k, r := range s.Rows {
				if k > 0 {
					b.WriteString(" | ")
				}
				e.spell(&b, r)
			}
		case s.When != nil:
			b.WriteString(" when ")
			e.spell(&b, s.When)
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
	b.WriteString(f.ID)
	switch c.Op {
	case cond.In:
		var ids []string
		for k, id := range f.Options {
			if c.Set>>uint(k)&1 == 1 {
				ids = append(ids, id)
			}
		}
		b.WriteString("=" + strings.Join(ids, ","))
		if c.Orelse {
			b.WriteByte('?')
		}
	case cond.Has:
		b.WriteString(":" + f.Options[c.Bit])
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
	r := editionReader{at: map[string]int{}}
	lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(p.Text, "\r\n", "\n"), "\n"), "\n")
	if lines[0] != editionHead {
		return nil, fmt.Errorf("%s:1: the first line must be %q", p.Name, editionHead)
	}
	for i, line := range lines[1:] {
		if err := r.line(line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", p.Name, i+2, err)
		}
	}
	return NewEdition(r.facts, r.steps), nil
}

type editionReader struct {
	facts []Fact
	steps []Step
	at    map[string]int // of a fact, by its id
	rest  string         // of the line being read
}

// word takes the next word off the line.
func (r *editionReader) word() string {
	w, rest, _ := strings.Cut(r.rest, " ")
	r.rest = rest
	return w
}

func (r *editionReader) line(line string) error {
	r.rest = line
	verb, id, kindWord := r.word(), r.word(), r.word()
	kind, ok := fact.KindOf(kindWord)
	if verb != "ask" && verb != "let" || !ok {
		return fmt.Errorf("a line begins with ask or let, a fact and its kind")
	}
	if _, twice := r.at[id]; twice {
		return fmt.Errorf("%s stands there twice", id)
	}
	f := Fact{ID: id, Kind: kind}
	names := []string{id}
	if kind == fact.Choice || kind == fact.Several || kind == fact.History {
		f.Options = strings.Split(r.word(), ",")
		names = append(names, f.Options...)
	}
	for _, n := range names {
		if n == "" || strings.Trim(n, nameLetters) != "" {
			return fmt.Errorf("%q is no name: small letters, digits, _ and - make one", n)
		}
	}
	if len(f.Options) > mostOptions {
		return fmt.Errorf("%s has %d options; at most %d can be told apart", id, len(f.Options), mostOptions)
	}
	s := Step{Fact: len(r.facts), Ask: verb == "ask"}
	if err := r.asked(&s); err != nil {
		return err
	}
	if r.rest != "" {
		return fmt.Errorf("%q is too much", r.rest)
	}
	if len(s.Rows) > len(f.Options) {
		return fmt.Errorf("%s has %d rows and only %d options", id, len(s.Rows), len(f.Options))
	}
	r.at[id] = s.Fact // only now: a condition cannot read its own fact
	r.facts = append(r.facts, f)
	r.steps = append(r.steps, s)
	return nil
}

const (
	nameLetters = "abcdefghijklmnopqrstuvwxyz0123456789_-"
	mostOptions = 63 // conditions and answers hold a bit per option
)

// asked reads what follows a fact: when it is asked, or how it is derived.
func (r *editionReader) asked(s *Step) (err error) {
	switch next := r.word(); next {
	case "":
	case "told":
		s.Told = true
	case "when":
		s.When, err = r.expr()
	case "rows":
		for more := true; more && err == nil; more = r.eat(" | ") {
			var x *cond.Expr
			x, err = r.expr()
			s.Rows = append(s.Rows, x)
		}
	default:
		err = fmt.Errorf("%q stands where told, when or rows is expected", next)
	}
	return err
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
	f := &r.facts[i]
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
	case f.Kind != fact.YesNo:
		return nil, fmt.Errorf("%s is %s: its condition is cut short", id, f.Kind)
	}
	e.Unasked = r.eat("~")
	return e, nil
}

func optionAt(f *Fact, id string) (int, error) {
	for k := range f.Options {
		if f.Options[k] == id {
			return k, nil
		}
	}
	return 0, fmt.Errorf("%s has no option %q", f.ID, id)
}
