// Package typeset breaks lines: Chinese as UAX #14 allows, counted in cells of a
// terminal. It draws nothing.
package typeset

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Wrap breaks a text into lines of at most width, as measured, where UAX #14
// allows it. It loses no character but blanks at line ends.
func Wrap(s string, width int, measure func(string) int) []string {
	var out []string
	line, used, state := "", 0, -1
	for s != "" {
		var seg string
		var must bool
		seg, s, must, state = uniseg.FirstLineSegmentInString(s, state)
		if line != "" && used+measure(strings.TrimRight(seg, " \n")) > width {
			out, line, used = append(out, strings.TrimRight(line, " ")), "", 0
		}
		for line == "" && measure(strings.TrimRight(seg, " \n")) > width {
			head, rest := cut(seg, width, measure)
			if rest == "" {
				break
			}
			out, seg = append(out, head), rest
		}
		line, used = line+seg, used+measure(seg)
		if must && s != "" {
			out, line, used = append(out, strings.TrimRight(line, " \n")), "", 0
		}
	}
	return append(out, strings.TrimRight(line, " \n"))
}

// cut takes as many characters as fit, at least one.
func cut(s string, width int, measure func(string) int) (head, rest string) {
	state := -1
	for s != "" {
		var c string
		c, rest, _, state = uniseg.FirstGraphemeClusterInString(s, state)
		if head != "" && measure(head+c) > width {
			return head, s
		}
		head, s = head+c, rest
	}
	return head, ""
}

// Width is the width of a text in terminal cells: two for a Han character.
func Width(s string) int { return uniseg.StringWidth(s) }
