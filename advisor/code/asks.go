package code

import (
	"math/big"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// In a code an ask is a number: its place in a table that is only added to.
// Asks may be put in another order, renamed or removed, and a code on paper
// still says which was meant.

// asksHead is the first line of the table's text form; an id a line follows.
const asksHead = "wangdai asks 1"

// ReadAsks reads the table of asks. Else it says which line is wrong, from 1.
func ReadAsks(text string) (ids []string, line int, wrong fact.Notice) {
	lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n"), "\n")
	if lines[0] != asksHead {
		return nil, 1, fact.NoticeOf(words.Codes.AsksHead(asksHead))
	}
	at := map[string]int{}
	for i, id := range lines[1:] {
		line := i + 2
		switch {
		case id == "" || strings.Trim(id, nameLetters) != "":
			return nil, line, fact.NoticeOf(words.Codes.NoAskName(id))
		case at[id] > 0:
			return nil, line, fact.NoticeOf(words.Codes.AskTwice(id, at[id]))
		}
		at[id] = line
	}
	return lines[1:], 0, fact.Notice{}
}

// AsksText is the text form of a table.
func AsksText(ids []string) string {
	return strings.Join(append([]string{asksHead}, ids...), "\n") + "\n"
}

// askRadix is more than there are asks; a number beyond it takes a digit more,
// so that the table never ends.
const askRadix = 512

func packAsk(ds []digit, n int) []digit {
	for ; n >= askRadix-1; n -= askRadix - 1 {
		ds = append(ds, digit{askRadix - 1, askRadix})
	}
	return append(ds, digit{uint64(n), askRadix})
}

func unpackAsk(n *big.Int) int {
	for ask := 0; ; ask += askRadix - 1 {
		if x := int(pop(n, askRadix)); x < askRadix-1 {
			return ask + x
		}
	}
}

// askBits is how many bits the number of an ask takes.
func askBits(n int) float64 { return float64(9 * (n/(askRadix-1) + 1)) }
