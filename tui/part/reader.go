package part

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// A Kind is how a paragraph is drawn.
type Kind uint8

// The kinds.
const (
	Plain   Kind = iota
	Heading      // of a part: tab goes from one to the next
	Muted
	Urgent
)

// A Para is a paragraph, not yet broken into lines.
type Para struct {
	Kind Kind
	Lead string // before its first line: a number, a rail
	Hang string // before its others; blanks as wide as Lead where it is ""
	Text string
	// ID makes it a stop, which one can choose: the page opens what it names.
	ID string
	// Folds makes it the title of a part that enter unfolds: of all that
	// follows, up to the next title. Such a title needs an ID of its own.
	Folds bool
	// Draw draws it for a width instead: a picture, a table. Its lines are not
	// broken.
	Draw func(width int) []string
}

// row is one line of a broken paragraph.
type row struct {
	para     int
	from, to int    // in its text
	drawn    string // instead, where the paragraph draws itself
	first    bool
}

// A Reader shows a text longer than the screen. The library's viewport keeps
// the lines and the place; breaking is typeset's, and finding and marking are
// done here, over the ends of lines.
type Reader struct {
	vp     viewport.Model
	paras  []Para
	rows   []row // of all paragraphs
	shown  []int // of them those that are not folded away
	part   []int // of each paragraph: the title it is folded below, or -1
	open   map[string]bool
	width  int
	at     int // the chosen stop, a paragraph; -1
	head   int // the heading that was gone to last, a paragraph; -1
	finder finder
}

// NewReader is a reader at its beginning, without text.
func NewReader() *Reader {
	r := &Reader{vp: viewport.New(), open: map[string]bool{}, at: -1, head: -1}
	r.vp.KeyMap = viewport.KeyMap{} // its letters are letters of ours; Do moves it
	r.vp.MouseWheelDelta = 3
	return r
}

// Set gives the text, and again when it, its language or what it is drawn from
// has changed. The place is kept by paragraph.
func (r *Reader) Set(paras []Para) {
	place := r.place()
	r.paras = paras
	r.part = make([]int, len(paras))
	title := -1
	for i, p := range paras {
		r.part[i] = title
		if p.Folds {
			title, r.part[i] = i, -1
		}
	}
	r.head = -1
	if r.at >= len(paras) || r.at >= 0 && paras[r.at].ID == "" {
		r.at = -1
	}
	if r.width > 0 {
		r.lay(place)
	}
	r.findAll()
}

// place is the paragraph and the byte of it at the top of the window.
type place struct{ para, from int }

func (r *Reader) place() place {
	if y := r.vp.YOffset(); y < len(r.shown) {
		x := r.rows[r.shown[y]]
		return place{x.para, x.from}
	}
	return place{}
}

// lay breaks the paragraphs for the width and goes back to the place.
func (r *Reader) lay(at place) {
	r.rows = r.rows[:0]
	for i := range r.paras {
		p := &r.paras[i]
		if p.Draw != nil {
			for k, l := range p.Draw(r.width) {
				r.rows = append(r.rows, row{para: i, from: k, drawn: ansi.Truncate(l, r.width, "…"), first: k == 0})
			}
			continue
		}
		for k, l := range typeset.Lines(p.Text, max(r.width-p.indent(), 2), typeset.Width) {
			r.rows = append(r.rows, row{para: i, from: l.From, to: l.To, first: k == 0})
		}
	}
	r.show()
	r.goTo(at)
}

// show takes away what is folded.
func (r *Reader) show() {
	r.shown = r.shown[:0]
	for i, x := range r.rows {
		if t := r.part[x.para]; t < 0 || r.open[r.paras[t].ID] {
			r.shown = append(r.shown, i)
		}
	}
	// The viewport counts lines and keeps the place among them; they are drawn
	// here, so it is given none of their texts.
	r.vp.SetContentLines(make([]string, len(r.shown)))
}

// goTo brings the line of a place to the top.
func (r *Reader) goTo(at place) {
	y := 0
	for i, s := range r.shown {
		if x := r.rows[s]; x.para < at.para || x.para == at.para && x.from <= at.from {
			y = i
		}
	}
	r.vp.SetYOffset(y)
}

// stop reports whether a paragraph can be chosen.
func (p *Para) stop() bool { return p.ID != "" }

// indent is how far the lines of a paragraph are moved in.
func (p *Para) indent() int {
	n := max(typeset.Width(p.Lead), typeset.Width(p.Hang))
	if p.stop() {
		n += len(unmarked)
	}
	if p.Folds {
		n += len(unmarked)
	}
	return n
}

// rail begins the lead of what is quoted or answered.
const rail = "▌"

// What stands before the chosen stop, and before the others.
const (
	marked   = "› "
	unmarked = "  "
)

// Do moves, unfolds, or goes to what was found. It reports whether the act is
// one of a text's.
func (r *Reader) Do(a keymap.Act) bool {
	page := max(r.vp.Height()-2, 1) // two lines are seen twice, to go on from
	if a != keymap.NextPart && a != keymap.LastPart {
		r.head = -1
	}
	switch a {
	case keymap.Up:
		r.step(-1)
	case keymap.Down:
		r.step(1)
	case keymap.PageBack:
		r.vp.ScrollUp(page)
	case keymap.PageOn:
		r.vp.ScrollDown(page)
	case keymap.Top:
		r.at = -1
		r.vp.GotoTop()
	case keymap.Bottom:
		r.at = -1
		r.vp.GotoBottom()
	case keymap.NextPart:
		r.toPart(1)
	case keymap.LastPart:
		r.toPart(-1)
	case keymap.NextHit:
		r.toHit(1)
		return true
	case keymap.LastHit:
		r.toHit(-1)
		return true
	case keymap.Unfold:
		r.Unfold()
	default:
		return false
	}
	r.choose()
	return true
}

// Wheel scrolls by the mouse.
func (r *Reader) Wheel(m tea.MouseWheelMsg) {
	r.vp, _ = r.vp.Update(m)
	r.choose()
}

// step goes a line up or down: to the next stop where that is on the screen, as
// in a browser for terminals, else the text moves.
func (r *Reader) step(d int) {
	y := r.line(r.at)
	if y < 0 {
		y = r.vp.YOffset() - 1
		if d < 0 {
			y = r.vp.YOffset() + r.vp.Height()
		}
	}
	for y += d; r.seen(y); y += d {
		if x := r.rows[r.shown[y]]; x.first && r.paras[x.para].stop() {
			r.at = x.para
			return
		}
	}
	if d < 0 {
		r.vp.ScrollUp(1)
	} else {
		r.vp.ScrollDown(1)
	}
}

// line is the line of a paragraph among those shown, or -1.
func (r *Reader) line(para int) int {
	for y, s := range r.shown {
		if r.rows[s].para == para {
			return y
		}
	}
	return -1
}

func (r *Reader) seen(y int) bool {
	return y >= r.vp.YOffset() && y < min(r.vp.YOffset()+r.vp.Height(), len(r.shown))
}

// choose keeps the chosen stop on the screen: where it has left, the first that
// is there takes its place.
func (r *Reader) choose() {
	if r.seen(r.line(r.at)) {
		return
	}
	r.at = -1
	for y := r.vp.YOffset(); r.seen(y); y++ {
		if x := r.rows[r.shown[y]]; x.first && r.paras[x.para].stop() {
			r.at = x.para
			return
		}
	}
}

// toPart brings the next heading, or the one before, to the top, or as near to
// it as the text is long.
func (r *Reader) toPart(d int) {
	from := r.vp.YOffset()
	if y := r.line(r.head); r.seen(y) {
		from = y
	} else if y := r.line(r.at); y >= 0 && r.heads(r.at) {
		from = y
	}
	for y := from + d; y >= 0 && y < len(r.shown); y += d {
		if x := r.rows[r.shown[y]]; x.first && r.heads(x.para) {
			r.vp.SetYOffset(y)
			r.head, r.at = x.para, -1
			if r.paras[x.para].stop() {
				r.at = x.para
			}
			return
		}
	}
}

func (r *Reader) heads(para int) bool { return r.paras[para].Kind == Heading || r.paras[para].Folds }

// Chosen is the ID of the chosen stop, or "".
func (r *Reader) Chosen() string {
	if r.at < 0 {
		return ""
	}
	return r.paras[r.at].ID
}

// Unfold unfolds or folds the chosen part, whose title stays where it is. It
// reports whether the chosen stop is one; what else is chosen, the page opens.
func (r *Reader) Unfold() bool {
	if r.at < 0 || !r.paras[r.at].Folds {
		return false
	}
	above := r.line(r.at) - r.vp.YOffset()
	id := r.paras[r.at].ID
	r.open[id] = !r.open[id]
	r.show()
	r.vp.SetYOffset(r.line(r.at) - above)
	return true
}

// Click chooses the stop at a line of what View drew, and unfolds it where it is
// a title. It gives the ID for the page to open, or "".
func (r *Reader) Click(y int) string {
	y += r.vp.YOffset()
	if !r.seen(y) || !r.paras[r.rows[r.shown[y]].para].stop() {
		return ""
	}
	r.at = r.rows[r.shown[y]].para
	if r.Unfold() {
		return ""
	}
	return r.Chosen()
}

// View is the lines in the window, at most height of them, each at most width
// cells wide. The text is broken anew only when the width has changed.
func (r *Reader) View(width, height int, l *Look) []string {
	at := r.place()
	r.vp.SetHeight(max(height, 1))
	if width = max(width, 4); width != r.width {
		r.width = width
		r.vp.SetWidth(width)
		r.lay(at)
	} else {
		r.vp.SetYOffset(r.vp.YOffset()) // within a window that has grown
	}
	if r.at < 0 {
		r.choose()
	}
	var out []string
	for y := r.vp.YOffset(); r.seen(y); y++ {
		out = append(out, r.draw(r.shown[y], l))
	}
	return out
}

// draw is one line, with its lead, its mark and what was found in it.
func (r *Reader) draw(i int, l *Look) string {
	x := r.rows[i]
	p := &r.paras[x.para]
	if p.Draw != nil {
		return x.drawn
	}
	lead := p.Hang
	if x.first {
		lead = p.Lead
	}
	lead += strings.Repeat(" ", max(typeset.Width(p.Lead), typeset.Width(p.Hang))-typeset.Width(lead))
	style := style(p.Kind, l)
	chosen := p.stop() && x.para == r.at
	if chosen {
		style = &l.Chosen
	}
	switch {
	case strings.TrimSpace(lead) == "":
	case strings.HasPrefix(lead, rail):
		lead = l.Rail.Render(lead)
	default: // a number, a day: as loud as what it leads
		lead = render(style, lead)
	}
	return r.mark(p, x.first, chosen, l) + lead + r.finder.paint(x, p.Text[x.from:x.to], style, l)
}

// mark is what stands before a line of a stop.
func (r *Reader) mark(p *Para, first, chosen bool, l *Look) string {
	s := ""
	if p.stop() {
		s = unmarked
		if first && chosen {
			s = marked
		}
	}
	switch {
	case p.Folds && !first:
		s += unmarked
	case p.Folds && r.open[p.ID]:
		s += l.Words.Shown
	case p.Folds:
		s += l.Words.Folded
	}
	return s
}

// style is what a kind is drawn with; nil: as it is.
func style(k Kind, l *Look) *lipgloss.Style {
	switch k {
	case Heading:
		return &l.Heading
	case Muted:
		return &l.Muted
	case Urgent:
		return &l.Warn
	}
	return nil
}

// Cursor is the line of the chosen stop in what View drew, or of the heading
// that was gone to; -1 where there is none.
func (r *Reader) Cursor() int {
	for _, para := range []int{r.at, r.head} {
		if y := r.line(para); r.seen(y) {
			return y - r.vp.YOffset()
		}
	}
	return -1
}

// Where is the place as people count it, "12–34 / 120", as View drew it last.
func (r *Reader) Where(l *Look) string {
	n := len(r.shown)
	return fmt.Sprintf(l.Words.Where, min(r.vp.YOffset()+1, n), min(r.vp.YOffset()+r.vp.Height(), n), n)
}

// Below is how many lines stand below the window, as View drew it last.
func (r *Reader) Below() int { return max(0, len(r.shown)-r.vp.YOffset()-r.vp.Height()) }

// Fits reports whether all lines were on the screen.
func (r *Reader) Fits() bool { return len(r.shown) <= r.vp.Height() }
