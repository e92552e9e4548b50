package advisor

import (
	"wangdai/advisor/code"
	"wangdai/advisor/fact"
)

// LongestCode is how many characters a code has at most as it is written, with
// its dashes: every question answered, every list filled, every ask chosen. No
// interview asks them all, so that what check proves of the present questions
// stays well below; a code of earlier ones may be a little longer than theirs.
func (b *Base) LongestCode(today fact.Date) int {
	bits := 0.0
	for _, c := range b.CodeCosts(today) {
		bits += c.Answer + c.Entry*code.MostEntries
	}
	n := b.index.edition.LengthOfAny(bits, len(b.index.askIDs))
	return n + (n-1)/4
}
