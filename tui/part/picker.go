package part

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/paginator"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// A Row is an entry of a list.
type Row struct {
	Text  string
	Note  string // behind it, less loud
	Alone bool   // on a tick list: goes with no other ("none of these")
	Free  bool   // on a tick list: nothing to tick ("not sure", "go on")
	Maybe bool   // on a tick list: suggested, not ticked
}

// A Picker is a list of rows to choose from, or to tick. Rows may take several
// lines. What does not fit is on further pages: a page that stands still is
// easier to read, and to have read aloud, than one that slides.
type Picker struct {
	Several bool // ticks stand before the rows

	rows   []Row
	ticked []bool
	listed []int // the rows that are like what was typed
	term   string
	at     int // in listed
	pages  paginator.Model
	starts []int // in listed: the first row of each page
	height int   // as last drawn
	drawn  []int // of each line as last drawn: its place in listed, or -1

	broken [][]typeset.Line // of each row
	width  int              // for which they were broken
}

// NewPicker is a list; several may be ticked, or one is chosen.
func NewPicker(several bool, rows ...Row) *Picker {
	p := &Picker{Several: several, pages: paginator.New()}
	p.Set(rows)
	return p
}

// Set gives the rows, and again when their language has changed: what is
// chosen and ticked stays where it is.
func (p *Picker) Set(rows []Row) {
	p.rows, p.width = rows, 0
	p.ticked = append(p.ticked[:min(len(p.ticked), len(rows))], make([]bool, max(0, len(rows)-len(p.ticked)))...)
	at := p.At()
	p.list()
	p.Go(at)
}

// list finds which rows are like what was typed.
func (p *Picker) list() {
	want := strings.Fields(p.term)
	p.listed = p.listed[:0]
	for i, r := range p.rows {
		all := plain(r.Text + " " + r.Note)
		if !slices.ContainsFunc(want, func(w string) bool { return !strings.Contains(all, plain(w)) }) {
			p.listed = append(p.listed, i)
		}
	}
	p.at, p.starts, p.drawn = min(p.at, max(0, len(p.listed)-1)), nil, p.drawn[:0]
}

// plain is a text as a search sees it.
func plain(s string) string {
	var b strings.Builder
	for _, l := range folded(s) {
		b.WriteRune(l.r)
	}
	return b.String()
}

// Filter leaves the rows that hold every one of these words; "" all of them.
// Ticks stay. It gives how many are left.
func (p *Picker) Filter(words string) int {
	if words != p.term {
		p.term, p.at = words, 0
		p.list()
	}
	return len(p.listed)
}

// Len is how many rows are listed.
func (p *Picker) Len() int { return len(p.listed) }

// At is the row that enter takes, counted among all; -1 where none is listed.
func (p *Picker) At() int {
	if p.at >= len(p.listed) {
		return -1
	}
	return p.listed[p.at]
}

// Go moves to a row, counted among all.
func (p *Picker) Go(row int) {
	if i := slices.Index(p.listed, row); i >= 0 {
		p.at = i
	}
}

// Do moves or ticks. It reports whether the act is one of a list's.
func (p *Picker) Do(a keymap.Act) bool {
	n := len(p.listed)
	switch a {
	case keymap.Up, keymap.Down, keymap.PageBack, keymap.PageOn, keymap.Top, keymap.Bottom, keymap.Tick:
	default:
		return false
	}
	if n == 0 {
		return true
	}
	switch a {
	case keymap.Up:
		p.at = (p.at + n - 1) % n
	case keymap.Down:
		p.at = (p.at + 1) % n
	case keymap.Top:
		p.at = 0
	case keymap.Bottom:
		p.at = n - 1
	case keymap.Tick:
		p.Tick(p.At())
	default:
		p.turn(a)
	}
	return true
}

// turn goes to the next page, or the one before: to its first row. On the last
// page it goes to the last row, on the first to the first.
func (p *Picker) turn(a keymap.Act) {
	was := p.pages.Page
	if a == keymap.PageOn {
		p.pages.NextPage()
	} else {
		p.pages.PrevPage()
	}
	switch {
	case p.pages.Page != was && p.pages.Page < len(p.starts):
		p.at = p.starts[p.pages.Page]
	case a == keymap.PageOn:
		p.at = len(p.listed) - 1
	default:
		p.at = 0
	}
}

// Number moves to the row of a digit, 1 to 9, and gives it, counted among all;
// -1 where no listed row has that number.
func (p *Picker) Number(digit int) int {
	if digit < 1 || digit > min(9, len(p.listed)) {
		return -1
	}
	p.at = digit - 1
	return p.At()
}

// Tick ticks a row, or takes the tick away. One that goes with no other takes
// the others' away, and they its.
func (p *Picker) Tick(row int) {
	if !p.Several || row < 0 || row >= len(p.rows) || p.rows[row].Free {
		return
	}
	p.ticked[row] = !p.ticked[row]
	if !p.ticked[row] {
		return
	}
	for k := range p.rows {
		if k != row && (p.rows[row].Alone || p.rows[k].Alone) {
			p.ticked[k] = false
		}
	}
}

// Ticked are the ticked rows; none where nothing was ticked: the row that is
// pointed at is not.
func (p *Picker) Ticked() []int {
	var out []int
	for i, t := range p.ticked {
		if t {
			out = append(out, i)
		}
	}
	return out
}

// SetTicked ticks these rows and no others.
func (p *Picker) SetTicked(rows ...int) {
	clear(p.ticked)
	for _, r := range rows {
		if r >= 0 && r < len(p.ticked) {
			p.ticked[r] = true
		}
	}
}

// head is what stands before a row, the rest of it below blanks of that width.
func (p *Picker) head(i int) string {
	s := unmarked
	if i == p.at {
		s = marked
	}
	number := " "
	if i < 9 {
		number = strconv.Itoa(i + 1)
	}
	s += number + " "
	switch row := p.listed[i]; {
	case !p.Several:
	case p.rows[row].Free:
		s += "    "
	case p.ticked[row]:
		s += "[x] "
	case p.rows[row].Maybe:
		s += "[?] "
	default:
		s += "[ ] "
	}
	return s
}

// breakRows breaks the rows for a width.
func (p *Picker) breakRows(width int) {
	if p.width == width && len(p.broken) == len(p.rows) {
		return
	}
	p.width, p.starts = width, nil
	p.broken = slices.Grow(p.broken[:0], len(p.rows))
	indent := 4
	if p.Several {
		indent += 4
	}
	for _, r := range p.rows {
		p.broken = append(p.broken, typeset.Lines(r.full(), width-indent-1, typeset.Width)) // a column for …
	}
}

func (r Row) full() string {
	if r.Note == "" {
		return r.Text
	}
	return r.Text + "  " + r.Note
}

// paginate tells which rows stand together on a page of some lines.
func (p *Picker) paginate(height int) {
	total := 0
	for _, row := range p.listed {
		total += len(p.broken[row])
	}
	room := max(height, 1)
	if total > height && height > 1 {
		room-- // for the line that says how many more
	}
	p.height, p.starts = height, append(p.starts[:0], 0)
	used := 0
	for i, row := range p.listed {
		n := len(p.broken[row])
		if used > 0 && used+n > room {
			p.starts, used = append(p.starts, i), 0
		}
		used += n
	}
}

// least is the width that a list needs, for its ticks and two characters.
const least = 12

// View is the page with the row that enter takes, at most height lines of at
// most width cells (of 12 at least).
func (p *Picker) View(width, height int, l *Look) []string {
	p.drawn = p.drawn[:0]
	if len(p.listed) == 0 {
		p.drawn = append(p.drawn, -1)
		return []string{l.Muted.Render(typeset.Truncate(l.Words.Nothing, width))}
	}
	p.breakRows(max(width, least))
	if p.starts == nil || p.height != height {
		p.paginate(height)
	}
	// By hand: the library's SetTotalPages divides by what may be 0, and keeps
	// the old number where there are no entries.
	p.pages.PerPage, p.pages.TotalPages = 1, len(p.starts)
	p.pages.Page, _ = slices.BinarySearch(p.starts, p.at+1)
	p.pages.Page--
	from, to := p.starts[p.pages.Page], len(p.listed)
	if !p.pages.OnLastPage() {
		to = p.starts[p.pages.Page+1]
	}
	var out []string
	for i := from; i < to; i++ {
		out = append(out, p.draw(i, l)...)
		for len(p.drawn) < len(out) {
			p.drawn = append(p.drawn, i)
		}
	}
	return p.bounded(out, from, to, width, height, l)
}

// bounded cuts a row that is taller than a page, and says how many rows stand
// on others.
func (p *Picker) bounded(out []string, from, to, width, height int, l *Look) []string {
	room := max(height, 1)
	more := len(p.starts) > 1 && height > 1
	if more {
		room--
	}
	if len(out) > room {
		out = out[:room]
		out[room-1] += "…" // breakRows has left a column for it
	}
	if more {
		out = append(out, l.Muted.Render(unmarked+elsewhere(from, len(p.listed)-to, width-len(unmarked), l)))
	}
	p.drawn = p.drawn[:min(len(p.drawn), room)]
	return out
}

// elsewhere says how many rows stand above and below: in words, where there is
// room for them.
func elsewhere(above, below, width int, l *Look) string {
	say := func(up, down string) string {
		var out []string
		if above > 0 {
			out = append(out, fmt.Sprintf(up, above))
		}
		if below > 0 {
			out = append(out, fmt.Sprintf(down, below))
		}
		return strings.Join(out, "  ")
	}
	if s := say(l.Words.Above, l.Words.Below); typeset.Width(s) <= width {
		return s
	}
	return say("↑ %d", "↓ %d")
}

// draw is the lines of a row.
func (p *Picker) draw(i int, l *Look) []string {
	r, head := p.rows[p.listed[i]], p.head(i)
	text := r.full()
	var out []string
	for k, x := range p.broken[p.listed[i]] {
		if k == 1 {
			head = strings.Repeat(" ", typeset.Width(head))
		}
		loud, note := text[x.From:max(x.From, min(x.To, len(r.Text)))], ""
		if x.To > len(r.Text) {
			note = text[max(x.From, len(r.Text)):x.To]
		}
		if i == p.at {
			out = append(out, l.Chosen.Render(head+loud)+render(&l.Muted, note))
			continue
		}
		out = append(out, head+loud+render(&l.Muted, note))
	}
	return out
}

// Cursor is the line of the row that enter takes, in what View drew last; -1
// where there is none.
func (p *Picker) Cursor() int { return slices.Index(p.drawn, p.at) }

// Row is the row on a line of what View drew last, counted among all; -1 where
// there is none.
func (p *Picker) Row(y int) int {
	if y < 0 || y >= len(p.drawn) || p.drawn[y] < 0 {
		return -1
	}
	return p.listed[p.drawn[y]]
}
