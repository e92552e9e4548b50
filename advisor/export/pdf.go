package export

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"codeberg.org/go-pdf/fpdf"

	"wangdai/advisor"
	"wangdai/advisor/paper"
)

// A PDF is made in three steps: the blocks become boxes, each one line of text
// or one row of a table; the boxes are dealt out to pages (pages.go); the
// pages are drawn. Lines are broken here and drawn with one CellFormat each:
// fpdf's own MultiCell, SplitText and Write lose a character at a line end
// inside a run of Chinese, which turns a legal limit into nonsense without any
// error.

// Measures of an A4 page, in points.
const (
	pageWidth  = 595.28
	pageHeight = 841.89
	sideMargin = 52.0
	topMargin  = 45.0
	lastLine   = pageHeight - 51.0
	footLine   = pageHeight - 37.0
	textSpan   = pageWidth - 2*sideMargin
)

// A face is a size and look of text.
type face struct {
	size, lead float64 // points; lead: from line to line
	bold       bool
	color      int // grey level, 0 black
}

var (
	titleFace  = face{20, 28, true, 0}
	partFace   = face{14, 22, true, 0}
	topicFace  = face{11.5, 17.5, true, 0}
	pointFace  = face{10.5, 15.6, true, 0}
	bodyFace   = face{10.5, 15.4, false, 0}
	latinFace  = face{10, 14, false, 0} // Latin letters look larger than Chinese ones
	noteFace   = face{9, 12.6, false, 60}
	proofFace  = face{9, 12.5, false, 30}
	smallFace  = face{8.5, 12.4, false, 85}
	smallNote  = face{8.5, 12, false, 45} // below proofFace
	cellFace   = face{9, 12.6, false, 0}
	headFace   = face{9, 12.6, true, 0}
	footFace   = face{8, 11, false, 110}
	codeFace   = face{10.5, 17, true, 0}
	letterFace = face{12, 21, false, 0}
)

func writePDF(w io.Writer, r *advisor.Report, o Options) error {
	p := paper.OfReport(r)
	s := stampOf(r)
	foot := strings.Join([]string{p.Title, s.AsOf, p.Labelled(p.Words.Digest, s.Digest)}, p.Words.Dot)
	body := bodyFace
	if p.Lang == "en" {
		body = latinFace
	}
	return pdfOf(w, p, o, pdfInfo{foot: foot, keywords: s.String(), day: r.AsOf, body: body})
}

func letterPDF(w io.Writer, l *advisor.Letter, o Options) error {
	return pdfOf(w, paper.OfLetter(l), o, pdfInfo{body: letterFace, letter: true})
}

// pdfInfo is what a PDF says of itself.
type pdfInfo struct {
	foot, keywords, day string
	body                face
	letter              bool // the title stands in the middle, paragraphs are indented
}

func pdfOf(w io.Writer, p *paper.Paper, o Options, info pdfInfo) error {
	t, err := newTypeface(o.Font)
	if err != nil {
		return err
	}
	if missing := t.missing(p); missing != "" {
		p.Remark(p.Labelled(p.Words.Missing, missing))
	}
	s := &setter{p: p, t: t, body: info.body, letter: info.letter}
	for i := range p.Blocks {
		s.block(i)
	}
	data := ownCopy(fontBytes(o.Font))
	defer copies.Put(data)
	f, err := newPDF(p, info, *data)
	if err != nil {
		return err
	}
	d := drawer{f, t}
	pages, rest := deal(s.boxes)
	if !info.letter { // page one, and what stands behind it, is one paper
		pages, rest = append(pages, rest...), nil
	}
	for n, page := range pages {
		d.page(page)
		d.foot(info.foot, fmt.Sprintf(p.Words.Page, n+1, len(pages)))
	}
	for _, page := range rest {
		d.page(page) // not part of the letter: no number
	}
	return f.Output(w)
}

func (d drawer) page(boxes []box) {
	d.f.AddPage()
	for _, b := range boxes {
		for _, m := range b.marks {
			d.mark(m, b.y)
		}
	}
}

// copies are buffers for a font. fpdf appends to slices of the font it is
// given, which writes into it, so each PDF works on a copy; making two
// megabytes anew each time took a third of the time of a whole PDF.
var copies = sync.Pool{New: func() any { return new([]byte) }}

func ownCopy(font []byte) *[]byte {
	data := copies.Get().(*[]byte)
	*data = append((*data)[:0], font...)
	return data
}

func newPDF(p *paper.Paper, info pdfInfo, font []byte) (f *fpdf.Fpdf, err error) {
	f = fpdf.New("P", "pt", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(midnight(info.day))
	f.SetModificationDate(midnight(info.day))
	f.SetTitle(p.Title, true)
	f.SetCreator("wangdai", false)
	f.SetProducer("wangdai", false)
	f.SetKeywords(info.keywords, true)
	f.SetLang(map[bool]string{true: "en", false: "zh-CN"}[p.Lang == "en"])
	f.SetMargins(0, 0, 0)
	f.SetCellMargin(0)
	f.SetAutoPageBreak(false, 0)
	// fpdf indexes into a font without looking; a broken one must not end the
	// program.
	defer func() {
		if x := recover(); x != nil {
			err = fontError(fmt.Errorf("%v", x))
		}
	}()
	f.AddUTF8FontFromBytes("text", "", font)
	f.SetFont("text", "", bodyFace.size)
	if f.Err() {
		return nil, fontError(f.Error())
	}
	return f, nil
}

// A setter turns blocks into boxes.
type setter struct {
	p      *paper.Paper
	t      *typeface
	boxes  []box
	body   face
	letter bool
}

// A run of text in one line may begin in bold.
type span struct{ label, text string }

func (s *setter) block(i int) {
	b := &s.p.Blocks[i]
	switch b.Kind {
	case paper.Title:
		s.title(b)
	case paper.Heading:
		s.heading(b)
	case paper.Para:
		s.paragraph(b, s.leadsList(i) || s.leadsCode(i))
	case paper.Small:
		s.text(smallFace, span{text: b.Text}, frame{width: textSpan, before: 2, keep: s.underHeading(i)})
	case paper.Callout:
		s.callout(b)
	case paper.List:
		s.list(b)
	case paper.Table:
		s.table(b)
	case paper.Code:
		s.code(b)
	case paper.Page:
		s.boxes = append(s.boxes, box{breakBefore: true})
		s.letter, s.body = false, bodyFace
	}
}

// underHeading tells that a remark stands directly below a heading: it does not
// end a page either.
func (s *setter) underHeading(i int) bool { return i > 0 && s.p.Blocks[i-1].Kind == paper.Heading }

// leadsList tells that a paragraph announces the list below it.
func (s *setter) leadsList(i int) bool {
	return i+1 < len(s.p.Blocks) && s.p.Blocks[i+1].Kind == paper.List &&
		strings.HasSuffix(s.p.Blocks[i].Text, strings.TrimSpace(s.p.Words.Colon))
}

// leadsCode tells that a paragraph is one of the short lines above the code:
// the page to be checked by is not torn apart.
func (s *setter) leadsCode(i int) bool {
	for _, b := range s.p.Blocks[i+1:] {
		if b.Kind != paper.Para {
			return b.Kind == paper.Code
		}
	}
	return false
}

func (s *setter) title(b *paper.Block) {
	fr := frame{width: textSpan, after: 4}
	if s.letter {
		fr.centre, fr.after = true, 14
	}
	s.text(titleFace, span{text: b.Text}, fr)
}

func (s *setter) heading(b *paper.Block) {
	f, before := partFace, 15.0
	switch b.Level {
	case 2:
		f, before = topicFace, 9
	case 3:
		f, before = pointFace, 7
	}
	from := len(s.boxes)
	s.text(f, span{text: b.Heading()}, frame{width: textSpan, before: before, keep: true})
	first := &s.boxes[from]
	first.marks = append(first.marks, mark{kind: bookmark, text: b.Heading(), level: b.Level})
	if b.Level == 1 {
		last := &s.boxes[len(s.boxes)-1]
		last.marks = append(last.marks, mark{kind: filled, x: sideMargin, y: last.height, w: textSpan, h: 0.9, grey: 0})
		last.height += 4
	}
}

func (s *setter) paragraph(b *paper.Block, keep bool) {
	fr := frame{width: textSpan, before: 3, keep: keep}
	if b.Proof {
		fr.before = 1.5
		s.text(proofFace, span{b.Label, b.Text}, fr)
		return
	}
	if s.letter && s.p.Letter != "en" && b.Label == "" {
		fr.first = 2 * s.body.size // a Chinese letter indents by two characters
	}
	if s.letter {
		fr.before = 5
	}
	s.text(s.body, span{b.Label, b.Text}, fr)
}

func (s *setter) callout(b *paper.Block) {
	from := len(s.boxes)
	fr := frame{x: 14, width: textSpan - 26, keep: true}
	lead := s.body
	lead.bold = b.Label == "" // a callout without a label is all label
	s.text(lead, span{b.Label, b.Text}, fr)
	for _, it := range b.Items {
		for _, n := range it.Notes {
			s.text(noteFace, span{n.Label, n.Text}, fr)
		}
	}
	boxes := s.boxes[from:]
	if len(boxes) == 0 {
		return
	}
	for i := range boxes {
		x := &boxes[i]
		top, height := 0.0, x.height
		if i == 0 {
			x.before, top, height = 8, -4, height+4
		}
		if i == len(boxes)-1 {
			height, x.height, x.keep = height+4, x.height+10, false
		}
		x.marks = slices.Concat([]mark{
			{kind: filled, x: sideMargin, y: top, w: textSpan, h: height + 0.5, grey: 244},
			{kind: filled, x: sideMargin, y: top, w: 3.5, h: height + 0.5, grey: 0},
		}, x.marks)
	}
}

func (s *setter) list(b *paper.Block) {
	indent, look, below, gap := 15.0, s.body, noteFace, 2.5
	if b.Proof {
		look, below, gap = proofFace, smallNote, 1
	}
	if b.First > 0 {
		indent = 20
	}
	for i, it := range b.Items {
		from := len(s.boxes)
		keep := len(it.Notes) > 0 && (b.Proof || len([]rune(it.Text)) < 60)
		s.text(look, span{it.Label, it.Text}, frame{x: indent, width: textSpan - indent, before: gap, keep: keep})
		lead := "•"
		if b.First > 0 {
			lead = fmt.Sprintf("%d.", b.First+i)
		}
		if from < len(s.boxes) {
			number := mark{kind: written, x: sideMargin + 1, text: lead, face: look}
			s.boxes[from].marks = slices.Insert(s.boxes[from].marks, 0, number)
		}
		for _, n := range it.Notes {
			s.text(below, span{n.Label, n.Text}, frame{x: indent, width: textSpan - indent})
		}
	}
}

// A frame is where lines of text go, in points from the left margin.
type frame struct {
	x, width      float64
	first         float64 // further indent of the first line
	before, after float64
	keep          bool // the last line stays with what follows
	centre        bool
}

// text sets a paragraph, a box for each line. No line of a paragraph stands
// alone at the foot or the head of a page.
func (s *setter) text(f face, what span, fr frame) {
	lines := s.lines(f, what, fr)
	for i, marks := range lines {
		b := box{height: f.lead, marks: marks}
		b.keep = i == 0 && len(lines) > 1 || i == len(lines)-2 || i == len(lines)-1 && fr.keep
		if i == 0 {
			b.before = fr.before
		}
		if i == len(lines)-1 {
			b.height += fr.after
		}
		s.boxes = append(s.boxes, b)
	}
}

// lines breaks a text and places its bold and its plain part.
func (s *setter) lines(f face, what span, fr frame) [][]mark {
	full := s.p.Labelled(what.label, what.text)
	if full == "" {
		return nil
	}
	pad := strings.Repeat("　", int(fr.first/f.size)) // indents by ideographic blanks, so that text keeps them too
	full = pdfText(pad + full)
	bold := len(pad) + len(pdfText(what.label))
	if what.label == "" {
		bold = 0
	}
	var out [][]mark
	for _, at := range s.t.lines(full, fr.width, f.size) {
		line := full[at.From:at.To]
		n := min(max(bold-at.From, 0), len(line))
		x := sideMargin + fr.x
		if fr.centre {
			x += (fr.width - s.t.width(line, f.size)) / 2
		}
		var marks []mark
		if n > 0 {
			lead := f
			lead.bold, lead.color = true, 0
			marks = append(marks, mark{kind: written, x: x, text: line[:n], face: lead})
			x += s.t.width(line[:n], f.size)
		}
		if n < len(line) {
			marks = append(marks, mark{kind: written, x: x, text: line[n:], face: f})
		}
		out = append(out, marks)
	}
	return out
}

const (
	cellPad  = 2.4
	mostRows = 50 // lines of a row on one page
)

// table sets a box for each row, ruled, with its head again on each page.
func (s *setter) table(b *paper.Block) {
	var heads []string
	for _, c := range b.Cols {
		heads = append(heads, c.Head)
	}
	head := s.rows(b.Cols, heads, headFace)[0]
	for i := range head.marks {
		if head.marks[i].kind == framed {
			head.marks[i].grey = 240
		}
	}
	head.keep, head.before = true, 4
	s.boxes = append(s.boxes, head)
	again := head
	again.before = 0
	for _, cells := range b.Rows {
		for _, row := range s.rows(b.Cols, cells, cellFace) {
			row.head = &again
			s.boxes = append(s.boxes, row)
		}
	}
	last := &s.boxes[len(s.boxes)-1]
	last.height += 6
}

// rows sets one row of a table; more than one box where a page could not hold
// it.
func (s *setter) rows(cols []paper.Column, cells []string, f face) []box {
	set := make([][][]mark, len(cells))
	most := 0
	x := 0.0
	for i, c := range cells {
		w := textSpan * float64(cols[i].Share) / 100
		for k, line := range strings.Split(c, "\n") {
			look := f
			if k > 0 && i > 0 && !f.bold {
				look.color = 70
			}
			set[i] = append(set[i], s.lines(look, span{text: line}, frame{x: x + cellPad, width: w - 2*cellPad})...)
		}
		most = max(most, len(set[i]))
		x += w
	}
	var out []box
	for from := 0; from < most || from == 0; from += mostRows {
		out = append(out, s.row(cols, set, from, min(from+mostRows, most), f))
	}
	return out
}

func (s *setter) row(cols []paper.Column, set [][][]mark, from, to int, f face) box {
	b := box{height: float64(max(to-from, 1))*f.lead + 2*cellPad}
	x := sideMargin
	for i, c := range cols {
		w := textSpan * float64(c.Share) / 100
		b.marks = append(b.marks, mark{kind: framed, x: x, y: 0, w: w, h: b.height, grey: 255})
		x += w
		for k := from; k < to && k < len(set[i]); k++ {
			for _, m := range set[i][k] {
				m.y = cellPad + float64(k-from)*f.lead
				b.marks = append(b.marks, m)
			}
		}
	}
	return b
}

const qrSide = 92.0

// code sets the code, with its QR code at the right of the short lines above
// it, which are kept on one page with it.
func (s *setter) code(b *paper.Block) {
	from := len(s.boxes)
	s.text(codeFace, span{b.Label, b.Text}, frame{width: textSpan, before: 5, keep: true})
	square, ok := paper.QR(b.Text, true)
	if !ok || from == len(s.boxes) {
		return
	}
	module := qrSide / float64(square.Size()+2*quiet)
	left := pageWidth - sideMargin - qrSide + module*quiet // the dark part ends at the margin
	first := &s.boxes[from]
	for x := range square.Bars() {
		first.marks = append(first.marks, mark{kind: filled,
			x: left + module*float64(x.X+quiet), y: module*float64(x.Y+quiet) - qrSide,
			w: module * float64(x.Width), h: module})
	}
}

// A drawer puts marks on the current page.
type drawer struct {
	f *fpdf.Fpdf
	t *typeface
}

func (d drawer) mark(m mark, top float64) {
	switch m.kind {
	case written:
		d.write(m.x, top+m.y, m.text, m.face)
	case filled:
		d.f.SetFillColor(m.grey, m.grey, m.grey)
		d.f.Rect(m.x, top+m.y, m.w, m.h, "F")
	case framed:
		d.f.SetFillColor(m.grey, m.grey, m.grey)
		d.f.SetDrawColor(150, 150, 150)
		d.f.SetLineWidth(0.5)
		d.f.Rect(m.x, top+m.y, m.w, m.h, "FD")
	case bookmark:
		d.f.Bookmark(m.text, m.level-1, top)
	}
}

// write draws one line. The font comes in one weight, so bold is the same
// letters with their outline drawn too.
func (d drawer) write(x, y float64, text string, f face) {
	d.f.SetFontSize(f.size)
	d.f.SetTextColor(f.color, f.color, f.color)
	if f.bold {
		d.f.SetTextRenderingMode(2)
		d.f.SetDrawColor(f.color, f.color, f.color)
		d.f.SetLineWidth(f.size * 0.028)
	}
	d.f.SetXY(x, y)
	d.f.CellFormat(textSpan, f.lead, text, "", 0, "L", false, 0, "")
	if f.bold {
		d.f.SetTextRenderingMode(0)
	}
}

func (d drawer) foot(left, right string) {
	d.f.SetFillColor(170, 170, 170)
	d.f.Rect(sideMargin, footLine-5, textSpan, 0.5, "F")
	if left != "" {
		d.write(sideMargin, footLine, left, footFace)
	}
	d.write(pageWidth-sideMargin-d.t.width(right, footFace.size), footLine, right, footFace)
}

// pdfText is what of a text can be drawn: fpdf writes UTF-16 without
// surrogates, so characters beyond the basic plane become boxes.
func pdfText(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r > 0xffff }) < 0 {
		return s
	}
	var b bytes.Buffer
	for _, r := range s {
		if r > 0xffff {
			r = '□'
		}
		b.WriteRune(r)
	}
	return b.String()
}
