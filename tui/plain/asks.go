package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
)

// atOnce is how many asks are listed at a time: more is not listened to.
const atOnce = 10

// A picker is the list of what a person may want to know, of which they choose.
type picker struct {
	all     []int  // as offered, or as found by words
	head    string // what stands above it
	from    int    // the first that is listed
	seen    int    // how many were listed so far: nobody chooses what they did not see
	listed  bool   // since it changed
	chosen  []int
	another bool // it was called for, not asked
}

// newPicker offers what is theirs, with some asks chosen already.
func newPicker(f *face, chosen []int) *picker {
	gone := f.s.Fallen()
	theirs := slices.DeleteFunc(f.s.Asks(), func(i int) bool { return slices.Contains(gone, i) })
	chosen = slices.DeleteFunc(slices.Clone(chosen), func(i int) bool { return slices.Contains(gone, i) })
	return &picker{all: append(theirs, f.s.Offered()...), head: f.x.Title + f.gap() + f.x.Hint, chosen: chosen,
		another: !f.s.Wonders()}
}

func (p *picker) title(f *face, i int) string { return f.text(f.s.Base().Asks[i].Title) }

func (p *picker) show(f *face) error {
	if !p.listed {
		p.list(f)
	}
	prompt := f.x.Pick
	if len(p.chosen) > 0 {
		prompt = f.x.PickMore
	}
	fmt.Fprint(f.out, prompt)
	return nil
}

func (p *picker) list(f *face) {
	p.listed = true
	if p.from == 0 {
		f.print("", p.head)
	}
	to := min(p.from+atOnce, len(p.all))
	p.seen = max(p.seen, to)
	for i := p.from; i < to; i++ {
		mark := ""
		if slices.Contains(p.chosen, p.all[i]) {
			mark = "[x] "
		}
		f.print(fmt.Sprintf("%d. %s%s", i+1, mark, p.title(f, p.all[i])))
	}
	if to < len(p.all) {
		f.print(fmt.Sprintf(f.x.More, len(p.all)-to))
	}
}

// gap stands between two sentences.
func (f *face) gap() string {
	if f.s.Lang() == fact.EN {
		return " "
	}
	return ""
}

func (p *picker) take(f *face, line string) (done bool, err error) {
	switch line {
	case "", "u":
		return false, p.choose(f)
	case "?":
		f.print(f.x.Help)
	case "m":
		if p.from += atOnce; p.from >= len(p.all) {
			p.from = 0
		}
		p.listed = false
	case "b":
		f.pick = nil
		if !p.another {
			return false, f.back()
		}
	case "r":
		f.review()
	case "v":
		return false, f.advice()
	case "q":
		f.print(f.w.Bye)
		return true, nil
	default:
		if n, ok := numbers(line); ok {
			p.tick(f, n)
		} else {
			p.find(f, line)
		}
	}
	return false, nil
}

// numbers are those of a line that has nothing else.
func numbers(line string) (out []int, ok bool) {
	for _, s := range strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(",，、;； ", r) }) {
		n, err := strconv.Atoi(s)
		if err != nil {
			return nil, false
		}
		out = append(out, n)
	}
	return out, len(out) > 0
}

// tick chooses by number, or takes back what was chosen.
func (p *picker) tick(f *face, list []int) {
	for _, n := range list {
		if n < 1 || n > p.seen {
			f.print(fmt.Sprintf(f.x.NotThere, strconv.Itoa(n), p.seen))
			continue
		}
		p.turn(f, p.all[n-1])
	}
}

func (p *picker) turn(f *face, i int) {
	say := f.x.Picked
	if at := slices.Index(p.chosen, i); at >= 0 {
		p.chosen = slices.Delete(p.chosen, at, at+1)
		say = f.x.Unpicked
	} else {
		p.chosen = append(p.chosen, i)
	}
	f.print(fmt.Sprintf(say, p.title(f, i)))
}

// find lists what is like the words.
func (p *picker) find(f *face, line string) {
	found, err := f.s.Find(line)
	if n, ok := fact.NoticeIn(err); ok {
		f.print(typeset.Clean(n.In(f.s.Lang())))
		return
	}
	*p = picker{all: found, head: fmt.Sprintf(f.x.Found, typeset.Clean(line)), chosen: p.chosen, another: p.another}
}

// choose goes on with what was chosen.
func (p *picker) choose(f *face) error {
	f.pick = nil
	if !slices.Equal(f.s.Asks(), p.chosen) {
		f.first = nil // another page one
	}
	f.s.Want(p.chosen...)
	f.safety = false
	f.danger()
	return f.news()
}

func (p *picker) ended(f *face) error {
	if f.s.State().Next < 0 && f.first != nil {
		return f.first.ended(f)
	}
	f.open()
	return ErrOpen
}

// news says what there is to say of the asks: an answer the moment it is
// decided, or that one no longer holds.
func (f *face) news() error {
	for _, n := range f.s.News() {
		title := f.text(f.s.Base().Asks[n.Ask].Title)
		switch {
		case n.Fallen:
			f.print("", fmt.Sprintf(f.x.Fallen, title))
		case n.Reply == nil:
			f.print("", fmt.Sprintf(f.x.NoLonger, title))
			f.safety = false
		default:
			head := f.x.Answered
			if n.Reply.Text == "" {
				head = f.x.Unsettled
			}
			f.print("", "** "+head+" **")
			if err := f.paper.Reply(f.out, n.Reply, f.s.Lang()); err != nil {
				return err
			}
		}
	}
	if st := f.s.State(); f.s.AllTold() && f.s.Depth() == advisor.Brief && st.Next >= 0 && !f.safety {
		f.safety = true
		f.print("", fmt.Sprintf(f.x.Safety, f.x.Questions(st.Min, st.Max)))
	}
	return nil
}
