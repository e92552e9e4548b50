package fact

import (
	"strings"

	"wangdai/advisor/lazy"
)

// An Entry is a line of a dated list: a day, and what is written behind it.
type Entry struct {
	On   Date
	Text string
}

var (
	dateAny = lazy.Regexp(`([0-9]{4}) *(?:-|/|\.|年) *([0-9]{1,2}) *(?:-|/|\.|月) *([0-9]{1,2})(?: *(?:日|号))?`)
	// compactDay is 20250205 where an entry begins and something else follows.
	compactDay = lazy.Regexp(`(^|[;,、期\n] *)((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})( *[:= 还]|$)`)
	// entryLabel is how apps number the lines of a plan: 第1期.
	entryLabel = lazy.Regexp(`第 *(?:[0-9]+|[〇零一二三四五六七八九十百]+) *期[:,、 ]*$`)
)

// entryMarks may end an entry.
const entryMarks = " ,;、。\n"

// ReadEntries reads a list of dated entries: dated events (2025-08-01 demand;
// 2025-09-02 suit). Entries are told apart by their days, so any mark or line
// end between them will do; behind the day a blank, a colon or nothing. A text
// without a day is no list: then there are no entries and no error. Errors are
// *[ReadError].
func ReadEntries(s string) ([]Entry, error) { return readEntries(History, s) }

func readEntries(k Kind, s string) ([]Entry, error) {
	t := compactDay().ReplaceAllString(Fold(s), "$1$2-$3-$4$5")
	days := dateAny().FindAllStringSubmatchIndex(t, -1)
	if len(days) == 0 {
		return nil, nil
	}
	if between(t[:days[0][0]]) != "" {
		return nil, refuse(k, s, junk)
	}
	list := make([]Entry, 0, len(days))
	for i, m := range days {
		end := len(t)
		if i+1 < len(days) {
			end = days[i+1][0]
		}
		if m[0] > 0 && digit(rune(t[m[0]-1])) {
			return nil, refuse(k, s, junk) // 10002025-03-01: where does the amount end?
		}
		if m[1] < end && digit(rune(t[m[1]-1])) && digit(rune(t[m[1]])) {
			return nil, refuse(k, s, junk) // 2025-02-1100: where does the day end?
		}
		on, err := civil(k, s, t[m[2]:m[3]], t[m[4]:m[5]], t[m[6]:m[7]])
		if err != nil {
			return nil, err
		}
		list = append(list, Entry{on, strings.TrimLeft(between(t[m[1]:end]), " :=")})
	}
	return list, nil
}

// between is what stands between two days without the marks that end an entry
// and the number of the next one.
func between(s string) string {
	s = strings.TrimRight(s, entryMarks)
	return strings.TrimRight(entryLabel().ReplaceAllString(s, ""), entryMarks)
}
