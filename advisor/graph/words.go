package graph

import (
	"fmt"
	"math"
	"math/bits"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
)

// Widths in terminal cells: two for a Han character.
const (
	optionCells = 28 // of an option on an edge
	lineCells   = 28 // of a line in a node
	whenLines   = 5  // of a condition in a node
	fewOptions  = 3  // options named on an edge
)

// A speaker puts conditions into words.
type speaker struct {
	b    *advisor.Base
	lang advisor.Lang
	w    *words.Graph
	join string // between options
	most int    // options named
	full bool   // every option, uncut: for a page, not for a drawing
}

func newSpeaker(b *advisor.Base, l advisor.Lang) *speaker {
	return &speaker{b: b, lang: l, w: words.GraphIn(string(l)), join: " / ", most: fewOptions}
}

// Words puts a condition into words in full: all its facts, all its options.
func Words(b *advisor.Base, e *cond.Expr, l advisor.Lang) string {
	s := newSpeaker(b, l)
	s.full, s.most = true, math.MaxInt
	return s.say(e, true)
}

// say names the fact of each atom if told to.
func (s *speaker) say(e *cond.Expr, named bool) string {
	switch e.Op {
	case cond.And, cond.Or:
		join := s.w.And
		if e.Op == cond.Or {
			join = s.w.Or
		}
		var list []string
		for _, k := range e.Kids {
			x := s.say(k, named)
			if (k.Op == cond.And || k.Op == cond.Or) && k.Op != e.Op {
				x = s.bracket(x)
			}
			list = append(list, x)
		}
		return strings.Join(list, join)
	case cond.Not:
		k := e.Kids[0]
		if k.Op == cond.Yes {
			return fmt.Sprintf(s.w.No, s.label(k.Fact))
		}
		return fmt.Sprintf(s.w.Not, s.say(k, named))
	case cond.Const:
		return s.w.Everyone
	}
	return s.atom(e, named)
}

func (s *speaker) bracket(x string) string {
	if s.lang == fact.EN {
		return "(" + x + ")"
	}
	return "（" + x + "）"
}

func (s *speaker) label(f int) string { return s.b.Facts[f].Label.In(s.lang) }

func (s *speaker) atom(e *cond.Expr, named bool) string {
	f := &s.b.Facts[e.Fact]
	value := ""
	switch e.Op {
	case cond.In:
		value = s.options(f, e.Set, e.Orelse)
	case cond.Has:
		value = s.short(f.Options[e.Bit].Text)
	case cond.Yes:
		if named {
			return s.label(e.Fact)
		}
		return advisor.Text(words.Reading.Yes()).In(s.lang)
	case cond.Range:
		value = s.span(e)
	case cond.IsUnknown:
		value = s.w.NotSure
	}
	if !named {
		return value
	}
	if s.lang == fact.EN {
		return s.label(e.Fact) + ": " + value
	}
	return s.label(e.Fact) + "：" + value
}

// unbounded is far beyond any amount or day that is written.
const unbounded = 1 << 60

func (s *speaker) span(e *cond.Expr) string {
	at := func(n int64) string { return s.b.FormatValue(e.Fact, fact.Of(n), s.lang) }
	switch {
	case e.Lo == e.Hi:
		return at(e.Lo)
	case e.Hi > unbounded:
		return fmt.Sprintf(s.w.Above, at(e.Lo))
	case e.Lo < -unbounded:
		return fmt.Sprintf(s.w.Below, at(e.Hi))
	}
	return fmt.Sprintf(s.w.Between, at(e.Lo), at(e.Hi))
}

// options names those of the set, or those not in it where they are fewer.
func (s *speaker) options(f *advisor.Fact, set uint64, orelse bool) string {
	n := bits.OnesCount64(set)
	rest := (uint64(1)<<len(f.Options) - 1) &^ set
	if orelse && n > fewOptions && bits.OnesCount64(rest) > 0 && bits.OnesCount64(rest) <= fewOptions {
		return fmt.Sprintf(s.w.Except, s.list(f, rest, false))
	}
	return s.list(f, set, orelse)
}

func (s *speaker) list(f *advisor.Fact, set uint64, orelse bool) string {
	var names []string
	for k := range f.Options {
		if set>>uint(k)&1 == 1 {
			names = append(names, s.short(f.Options[k].Text))
		}
	}
	if orelse {
		names = append(names, s.w.NotSure)
	}
	if n := len(names); n > s.most {
		names = append(names[:s.most-1], fmt.Sprintf(s.w.More, n))
	}
	return strings.Join(names, s.join)
}

// short is an option's first words, up to a mark that explains what comes
// before it, where the whole is too long.
func (s *speaker) short(t advisor.Text) string {
	x := t.In(s.lang)
	if s.full || typeset.Width(x) <= optionCells {
		return x
	}
	marks := "：（；，"
	if s.lang == fact.EN {
		marks = ":(;" // a comma there often stands in a list
	}
	if cut := strings.IndexAny(x, marks); cut > 3 {
		x = strings.TrimSpace(x[:cut])
	}
	return typeset.Truncate(x, optionCells)
}

// lines lays a label out in a node, the last line cut where it is too long.
func lines(x string, most int) []string {
	list := typeset.Wrap(x, lineCells, typeset.Width)
	if len(list) > most {
		list = list[:most]
		list[most-1] = typeset.Truncate(list[most-1], lineCells-1) + "…"
		list[most-1] = strings.Replace(list[most-1], "……", "…", 1)
	}
	return list
}
