package code

import (
	"math/big"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// What a person sees of a code are groups of four characters. Read aloud,
// typed on a telephone or copied from paper, they come back with slips; those
// that cannot be misread are forgiven, and of the others the place is named.

const (
	alphabet     = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" // Crockford's base 32
	symbolBits   = 5
	leastSymbols = 8
	// mostSymbols bounds what is read: several plans and lists of events
	// filled to the last line stay below.
	mostSymbols = 12000
)

func spell(n *big.Int) string {
	m := new(big.Int).Set(n)
	var b []byte
	for m.Sign() > 0 {
		b = append(b, alphabet[pop(m, 1<<symbolBits)])
	}
	for len(b) < leastSymbols {
		b = append(b, '0')
	}
	var out strings.Builder
	for i := len(b) - 1; i >= 0; i-- {
		out.WriteByte(b[i])
		if i > 0 && i%4 == 0 {
			out.WriteByte('-')
		}
	}
	return out.String()
}

// symbolsOf are the values of a code's characters.
func symbolsOf(code string) ([]byte, error) {
	var written []rune
	for _, r := range strings.ToUpper(fact.Fold(code)) {
		if !strings.ContainsRune(" -\n.。", r) {
			written = append(written, r)
		}
	}
	if len(written) > mostSymbols {
		return nil, wrong(0, words.Codes.CodeTooLong())
	}
	out := make([]byte, len(written))
	for k, r := range written {
		switch r {
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		i := strings.IndexRune(alphabet, r)
		if i < 0 {
			group, char := placeIn(len(written), k+1)
			return nil, wrong(k+1, words.Codes.BadCharacter(group, char, r))
		}
		out[k] = byte(i)
	}
	return out, nil
}

// placeIn is a character's group and its place in it. Groups of four are
// counted from the last character, so the first may be shorter.
func placeIn(symbols, at int) (group, char int) {
	first := symbols % 4
	if first == 0 {
		first = 4
	}
	if at <= first {
		return 1, at
	}
	return (at-first-1)/4 + 2, (at-first-1)%4 + 1
}

// locate finds out where a code is damaged, where that can be known: it tries
// every single wrong, missing or surplus character and every swap of
// neighbours. If exactly one place would make it a code, that place is named;
// the code is not mended, since the person has the paper and we do not.
func locate(symbols []byte, reads func(symbols []byte) bool) *Error {
	places := map[int]bool{}
	kind := map[int]fact.Text{}
	try := func(at int, how fact.Text, s []byte) {
		if reads(s) {
			places[at], kind[at] = true, how
		}
	}
	if len(symbols) <= 200 { // longer ones are pasted, not copied by hand
		eachSlip(symbols, try)
	}
	if len(places) != 1 {
		return damaged
	}
	for at, how := range kind {
		group, char := placeIn(len(symbols), at)
		return wrong(at, words.Codes.SlipAt(group, char, words.Pair(how)))
	}
	return damaged
}

// eachSlip hands out every code that these symbols may be a bad copy of: which
// character is wrong then, and how.
func eachSlip(symbols []byte, try func(at int, how fact.Text, s []byte)) {
	var (
		other   = fact.Text(words.Codes.Miscopied())
		swapped = fact.Text(words.Codes.Swapped())
		surplus = fact.Text(words.Codes.Surplus())
		missing = fact.Text(words.Codes.Missing())
	)
	s := make([]byte, len(symbols))
	for i := range symbols {
		copy(s, symbols)
		for x := range byte(1 << symbolBits) {
			if s[i] = x; x != symbols[i] {
				try(i+1, other, s)
			}
		}
		if i > 0 && symbols[i] != symbols[i-1] {
			copy(s, symbols)
			s[i-1], s[i] = s[i], s[i-1]
			try(i, swapped, s)
		}
		if i == 0 || symbols[i] != symbols[i-1] {
			try(i+1, surplus, append(append([]byte{}, symbols[:i]...), symbols[i+1:]...))
		}
	}
	long := make([]byte, len(symbols)+1)
	for i := range long {
		copy(long, symbols[:i])
		copy(long[i+1:], symbols[i:])
		for x := range byte(1 << symbolBits) {
			if long[i] = x; i == 0 || x != symbols[i-1] {
				try(min(i+1, len(symbols)), missing, long)
			}
		}
	}
}
