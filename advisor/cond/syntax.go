package cond

import (
	"unicode"

	"wangdai/advisor/words"
)

// The grammar, loosest first; a chain of one operator is one chain of nodes.
//
//	or       a or b              ||
//	and      a and b             &&
//	compare  a == b, a in [b]    != < <= > >= not in
//	not      not a               !
//	word, number with its unit, date, (a), [a, b]
//
// not binds tightest, as in the expressions people know from elsewhere: what
// it denies beyond a single fact stands in brackets.

// A kind is what a token or a node is.
type kind uint8

const (
	end kind = iota
	word
	number
	date
	sign // an operator or a bracket
	list
)

// A token is one word or sign; places are in characters.
type token struct {
	kind     kind
	text     string
	unit     rune // of a number: % or 元
	from, to int
}

// A node is a token with what belongs to it: both sides of an operator, what
// not denies, what stands in a list.
type node struct {
	token
	kids []*node
}

// is reports whether n is that operator.
func (n *node) is(op string) bool { return n.kind == sign && n.text == op }

// signs are written and read; the words mean the same.
var signs = map[string]string{"and": "and", "&&": "and", "or": "or", "||": "or", "not": "not", "!": "not", "in": "in",
	"==": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "(": "(", ")": ")", "[": "[",
	"]": "]", ",": ","}

// strength is how tightly an operator holds its sides; others have none.
var strength = map[string]int{"or": 1, "and": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "in": 3}

// tokens cuts a condition into words and signs; the last is the end.
func tokens(src []rune) ([]token, *Fault) {
	var out []token
	for i := 0; i < len(src); {
		t := token{from: i, to: i + 1}
		switch r := src[i]; {
		case unicode.IsSpace(r):
			i++
			continue
		case isDate(src[i:]):
			t.kind, t.to = date, i+len("2006-01-02")
		case digit(r):
			for t.to < len(src) && (digit(src[t.to]) || src[t.to] == '.' && t.to+1 < len(src) && digit(src[t.to+1])) {
				t.to++
			}
			t.kind = number
		case letter(r):
			for t.to < len(src) && (letter(src[t.to]) || digit(src[t.to])) {
				t.to++
			}
			t.kind = word
		default:
			if t.to < len(src) && signs[string(src[i:i+2])] != "" {
				t.to++
			}
			t.kind = sign
		}
		t.text = string(src[t.from:t.to])
		is, known := signs[t.text]
		switch {
		case known:
			t.kind, t.text = sign, is
		case t.kind == sign:
			return nil, forbidden(i, t.text)
		case t.kind == number && t.to < len(src) && (src[t.to] == '%' || src[t.to] == '元'):
			t.unit = src[t.to]
			t.to++
		}
		i = t.to
		out = append(out, t)
	}
	return append(out, token{from: len(src), to: len(src)}), nil
}

func digit(r rune) bool  { return '0' <= r && r <= '9' }
func letter(r rune) bool { return r == '_' || unicode.IsLetter(r) }

// isDate reports whether src begins with a day: 2026-11-25.
func isDate(src []rune) bool {
	const form = "0000-00-00"
	if len(src) < len(form) {
		return false
	}
	for i, f := range form {
		if f == '-' && src[i] != '-' || f == '0' && !digit(src[i]) {
			return false
		}
	}
	return true
}

// A reader turns tokens into a tree by precedence climbing.
type reader struct {
	tokens []token
	i      int
	depth  int
}

// mostNested is how deep brackets may go; nobody can read a tenth of it.
const mostNested = 200

// tree reads a whole condition.
func tree(src []rune) (*node, *Fault) {
	ts, f := tokens(src)
	if f != nil {
		return nil, f
	}
	r := &reader{tokens: ts}
	n, f := r.operators(1)
	if f == nil && r.next().kind != end {
		t := r.next()
		f = unreadable(t.from, words.Condition.OperatorMissing(t.text))
	}
	return n, f
}

// forbidden is what the language does not have.
func forbidden(col int, what string) *Fault {
	return fault(col, words.Condition.Forbidden(what))
}

func unreadable(col int, why words.Pair) *Fault {
	return fault(col, words.Condition.Unreadable(why))
}

func (r *reader) next() token { return r.tokens[r.i] }

// take goes past the next token when it is that sign.
func (r *reader) take(text string) bool {
	if t := r.next(); t.kind != sign || t.text != text {
		return false
	}
	r.i++
	return true
}

// operators reads operands joined by operators of at least that strength.
func (r *reader) operators(least int) (*node, *Fault) {
	left, f := r.operand()
	for f == nil {
		t := r.next()
		notIn := t.kind == sign && t.text == "not" && t.to-t.from == len("not") && r.tokens[r.i+1].text == "in"
		if notIn {
			r.i++
			t = r.next()
		}
		if t.kind != sign || strength[t.text] == 0 || strength[t.text] < least {
			break
		}
		r.i++
		var right *node
		if right, f = r.operators(strength[t.text] + 1); f == nil {
			left = &node{token: t, kids: []*node{left, right}}
		}
		if notIn {
			left = &node{token: token{kind: sign, text: "not", from: left.first().from}, kids: []*node{left}}
		}
	}
	return left, f
}

// operand reads what an operator joins.
func (r *reader) operand() (*node, *Fault) {
	t := r.next()
	if r.depth++; r.depth > mostNested {
		return nil, unreadable(t.from, words.Condition.TooDeep())
	}
	defer func() { r.depth-- }()
	switch {
	case t.kind == end:
		return nil, unreadable(t.from, words.Condition.EndMissing())
	case t.kind != sign:
		r.i++
		if p := r.next(); t.kind == word && p.kind == sign && p.text == "(" {
			return nil, forbidden(t.from, t.text+"(")
		}
		return &node{token: t}, nil
	case r.take("not"):
		n, f := r.operand()
		return &node{token: t, kids: []*node{n}}, f
	case r.take("("):
		n, f := r.operators(1)
		if f == nil && !r.take(")") {
			f = unreadable(r.next().from, words.Condition.RoundOpen())
		}
		return n, f
	case r.take("["):
		return r.list(t)
	}
	return nil, unreadable(t.from, words.Condition.PartMissing(t.text))
}

// list reads what stands in square brackets, which began at t.
func (r *reader) list(t token) (*node, *Fault) {
	l := &node{token: token{kind: list, from: t.from}}
	for !r.take("]") {
		n, f := r.operators(1)
		if f != nil {
			return nil, f
		}
		l.kids = append(l.kids, n)
		if t := r.next(); !r.take(",") && t.text != "]" {
			return nil, unreadable(t.from, words.Condition.SquareOpen())
		}
	}
	l.text, l.to = "[", r.tokens[r.i-1].to
	return l, nil
}

// first is the leftmost part of n: an operator stands in the middle.
func (n *node) first() *node {
	for n.kind == sign && n.text != "not" {
		n = n.kids[0]
	}
	return n
}
