package export

// A box is a strip of the page: one line of text, or one row of a table.
type box struct {
	height      float64
	before      float64 // blank above it, but not at the head of a page
	keep        bool    // stands on the same page as the next box
	breakBefore bool    // nothing but a new page
	head        *box    // a row: the head of its table, to be repeated
	marks       []mark
	y           float64 // set by deal: its top on the page
}

// A mark is something drawn, at y below the top of its box.
type mark struct {
	kind       markKind
	x, y, w, h float64
	text       string
	face       face
	grey       int
	level      int
}

type markKind uint8

const (
	written markKind = iota + 1
	filled
	framed
	bookmark
)

// deal puts boxes on pages. A run of boxes that must stay together moves to a
// new page as one, as long as a page can hold it. What follows a page break
// comes as the rest.
func deal(boxes []box) (pages, rest [][]box) {
	var page []box
	y := topMargin
	turn := func() {
		if len(page) > 0 {
			pages = append(pages, page)
		}
		page, y = nil, topMargin
	}
	for i := range boxes {
		b := boxes[i]
		if b.breakBefore {
			turn()
			rest, _ = deal(boxes[i+1:])
			return pages, rest
		}
		free := i == 0 || !boxes[i-1].keep || y+b.before+b.height > lastLine // may go to a page of its own
		if len(page) > 0 && free && y+together(boxes[i:]) > lastLine {
			turn()
			if b.head != nil {
				h := *b.head
				h.y = y
				page, y = append(page, h), y+h.height
			}
		}
		if len(page) > 0 && b.head == nil {
			y += b.before
		}
		b.y = y
		y += b.height
		page = append(page, b)
	}
	turn()
	return pages, nil
}

// together is the height of the boxes that must stay with the first, and of
// the first itself.
func together(boxes []box) float64 {
	sum := 0.0
	for i := range boxes {
		sum += boxes[i].before + boxes[i].height
		if !boxes[i].keep || sum > (lastLine-topMargin)/2 {
			break
		}
	}
	return sum
}
