package cond

import (
	"unicode/utf8"

	"wangdai/advisor/words"
)

// mostWord is the longest word that is taken for a name mistyped: comparing
// costs its length times that of every name.
const mostWord = 64

// Nearest is the name that a typing mistake may have meant, or "".
func Nearest(word string, names []string) string {
	best, at := "", 3
	if utf8.RuneCountInString(word) > mostWord {
		return best
	}
	if len(word) < 4 {
		at = 2
	}
	for _, n := range names {
		if d := distance(word, n); d < at {
			best, at = n, d
		}
	}
	return best
}

// Meant is what to write instead of a word that is none of these names: the one
// that may have been meant, else what is said otherwise.
func Meant(word string, names []string, otherwise words.Pair) words.Pair {
	if near := Nearest(word, names); near != "" {
		return words.DidYouMean(near)
	}
	return otherwise
}

// distance counts the letters to change, add, drop or swap.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	prev2, prev := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row := make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev = prev, row
	}
	return prev[len(y)]
}
