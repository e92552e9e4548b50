package advisor

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"wangdai/advisor/fact"
)

// FindAsks are those of some asks whose title or phrases have something of the
// words that a person typed, best first. It is the one way by which the faces
// find asks; whatever comes to understand whole sentences stands behind it.
func (b *Base) FindAsks(words string, among []int) []int {
	typed := piecesOf(beginning(words))
	if len(typed.pieces) == 0 && typed.whole == "" {
		return slices.Clone(among)
	}
	type hit struct{ ask, score int }
	var hits []hit
	best := 0
	for _, i := range among {
		if score := b.Asks[i].overlap(typed); score > 0 {
			hits = append(hits, hit{i, score})
			best = max(best, score)
		}
	}
	slices.SortStableFunc(hits, func(x, y hit) int { return cmp.Compare(y.score, x.score) })
	var out []int
	for _, h := range hits {
		if 2*h.score >= best { // what shares half as little is chance
			out = append(out, h.ask)
		}
	}
	return out
}

// mostSought is how many characters of a text are looked at: what somebody
// wants to know is said by then, and a pasted letter must not cost its square.
const mostSought = 400

func beginning(s string) string {
	n := 0
	for i := range s {
		if n++; n > mostSought {
			return s[:i]
		}
	}
	return s
}

// wholePhrase outweighs whatever single pieces a phrase may share.
const wholePhrase = 1 << 16

// overlap is how much the closest of an ask's phrases shares with the words:
// all of one in the other, else pieces.
func (a *Ask) overlap(typed pieces) int {
	best := 0
	for _, t := range append([]Text{a.Title}, a.Says...) {
		for _, phrase := range []string{t.ZH, t.EN} {
			if phrase == "" {
				continue
			}
			p := piecesOf(phrase)
			score := 0
			switch {
			case typed.whole != "" && strings.Contains(p.whole, typed.whole):
				score = wholePhrase
			case len(p.pieces) > 1 && strings.Contains(typed.whole, p.whole):
				score = wholePhrase
			}
			for _, x := range typed.pieces {
				if slices.Contains(p.pieces, x) {
					score++
				}
			}
			best = max(best, score)
		}
	}
	return best
}

// pieces are a text as it is compared: in one string without blanks and marks,
// and in pieces, which are pairs of characters in Chinese and words of three
// letters or more elsewhere.
type pieces struct {
	whole  string
	pieces []string
}

func piecesOf(s string) pieces {
	var p pieces
	var whole, word strings.Builder
	last := rune(0)
	add := func(x string) {
		if !slices.Contains(p.pieces, x) {
			p.pieces = append(p.pieces, x)
		}
	}
	end := func() {
		if word.Len() > 2 {
			add(word.String())
		}
		word.Reset()
	}
	for _, r := range strings.ToLower(fact.Fold(s)) {
		han := unicode.Is(unicode.Han, r)
		switch {
		case han && last != 0:
			add(string([]rune{last, r}))
		case !han && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			word.WriteRune(r)
		}
		if last = 0; han {
			last = r
		}
		if han || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			end()
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			whole.WriteRune(r)
		}
	}
	end()
	p.whole = whole.String()
	return p
}
