package part

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"

	"wangdai/advisor/fact"
)

// finder keeps what was searched for in a text and where it stands. The
// library's own marks are not used: they begin anew at the top of the screen
// with every scrolling, so that "next" leaves places out, and say nowhere which
// one is marked.
type finder struct {
	term string
	hits []hit
	at   int // the one that one is at; -1: none yet
}

// hit is a place in the text of a paragraph, in bytes.
type hit struct{ para, from, to int }

// Find looks for words in the whole text, also where it is folded away or a
// line ends within them, and goes to the first place from here on. It gives
// their number; "" forgets what was found.
func (r *Reader) Find(term string) int {
	r.finder.term, r.finder.at = strings.TrimSpace(term), -1
	r.findAll()
	r.toHit(1)
	return len(r.finder.hits)
}

// findAll finds the places again, in a text that may be another one now.
func (r *Reader) findAll() {
	f := &r.finder
	f.hits = f.hits[:0]
	if want := folded(f.term); len(want) > 0 {
		for i := range r.paras {
			f.hits = appendHits(f.hits, i, r.paras[i].Text, want)
		}
	}
	f.at = min(f.at, len(f.hits)-1)
}

// Term is what is searched for, or "".
func (r *Reader) Term() string { return r.finder.term }

// Matches says what was found: the words, which place, and how many there are.
// Nothing while nothing is searched for.
func (r *Reader) Matches(l *Look) string {
	switch f := &r.finder; {
	case f.term == "":
		return ""
	case len(f.hits) == 0:
		return fmt.Sprintf(l.Words.NotFound, fact.Cut(f.term, 20))
	default:
		return fmt.Sprintf(l.Words.Found, fact.Cut(f.term, 20), f.at+1, len(f.hits))
	}
}

// toHit goes to the next place found, or the one before: from the one that one
// is at while that is on the screen, else from what is on the screen.
func (r *Reader) toHit(d int) {
	f := &r.finder
	if len(f.hits) == 0 {
		return
	}
	n := len(f.hits)
	if f.at >= 0 && (r.width == 0 || r.seen(r.lineOf(f.hits[f.at].para, f.hits[f.at].from))) {
		f.at = (f.at + d + n) % n
	} else {
		f.at = r.fromHere(d)
	}
	h := f.hits[f.at]
	if t := r.part[h.para]; t >= 0 && !r.open[r.paras[t].ID] {
		r.open[r.paras[t].ID] = true
		r.show()
	}
	if r.paras[h.para].stop() {
		r.at = h.para // enter opens what was found
	}
	if y := r.lineOf(h.para, h.from); !r.seen(y) || !r.seen(r.lineOf(h.para, h.to-1)) {
		r.vp.SetYOffset(y - min(r.vp.Height()/3, 3)) // with some lines before it
	}
	r.choose()
}

// fromHere is the first place from the top of the screen on, or the last one
// before its end.
func (r *Reader) fromHere(d int) int {
	top, hits := r.place(), r.finder.hits
	if d > 0 {
		for i, h := range hits {
			if h.para > top.para || h.para == top.para && h.to > top.from {
				return i
			}
		}
		return 0
	}
	for i := len(hits) - 1; i >= 0; i-- {
		if h := hits[i]; h.para < top.para || h.para == top.para && h.from < top.from {
			return i
		}
	}
	return len(hits) - 1
}

// lineOf is the line among those shown that a byte of a paragraph stands on, or
// -1.
func (r *Reader) lineOf(para, at int) int {
	found := -1
	for y, s := range r.shown {
		if x := r.rows[s]; x.para == para && (x.from <= at || found < 0) {
			found = y
		}
	}
	return found
}

// paint draws a line's text with what was found in it.
func (f *finder) paint(x row, text string, style *lipgloss.Style, l *Look) string {
	var b strings.Builder
	done := 0
	for i, h := range f.hits {
		if h.para != x.para || h.to <= x.from || h.from >= x.to {
			continue
		}
		from, to := max(h.from-x.from, 0), min(h.to, x.to)-x.from
		mark := l.Found
		if i == f.at {
			mark = l.Here
		}
		b.WriteString(render(style, text[done:from]) + mark.Render(text[from:to]))
		done = to
	}
	return b.String() + render(style, text[done:])
}

func render(s *lipgloss.Style, text string) string {
	if text == "" || s == nil {
		return text
	}
	return s.Render(text)
}

// letter is a character as a search sees it, and where it stands.
type letter struct {
	r        rune
	from, to int
}

// folded is a text as a search sees it: blind to case, to full width and to how
// many blanks there are.
func folded(s string) []letter {
	out := make([]letter, 0, len(s)/2)
	for i, end := 0, 0; i < len(s); i = end {
		r, n := utf8.DecodeRuneInString(s[i:])
		end = i + n
		if r >= utf8.RuneSelf && !unicode.Is(unicode.Han, r) {
			r, _ = utf8.DecodeRuneInString(fact.Fold(string(r)) + " ")
		}
		if unicode.IsSpace(r) {
			r = ' '
			if n := len(out); n > 0 && out[n-1].r == ' ' {
				continue
			}
		}
		out = append(out, letter{unicode.ToLower(r), i, end})
	}
	return out
}

func appendHits(hits []hit, para int, text string, want []letter) []hit {
	all := folded(text)
search:
	for i := 0; i+len(want) <= len(all); i++ {
		for n, l := range want {
			if all[i+n].r != l.r {
				continue search
			}
		}
		hits = append(hits, hit{para, all[i].from, all[i+len(want)-1].to})
		i += len(want) - 1
	}
	return hits
}
