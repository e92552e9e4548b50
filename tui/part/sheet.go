package part

import (
	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// AllKeys is the page of all keys as paragraphs for a Reader, for a window of
// that width.
func AllKeys(entries []keymap.Entry, width int) []Para {
	lead := 0
	for _, e := range entries {
		lead = max(lead, typeset.Width(e.Keys))
	}
	lead = min(lead, width/2) + len(between)
	var out []Para
	for _, e := range entries {
		if typeset.Width(e.Keys)+len(between) > lead { // no room beside each other
			out = append(out, Para{Kind: Heading, Text: e.Keys}, Para{Lead: unmarked, Text: e.Help})
			continue
		}
		out = append(out, Para{Lead: typeset.Pad(e.Keys, lead), Text: e.Help})
	}
	return out
}
