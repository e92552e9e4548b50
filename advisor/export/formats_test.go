package export

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"pgregory.net/rapid"

	"wangdai/advisor"
	builtin "wangdai/advisor/export/font"
	"wangdai/advisor/paper"
)

// The built-in font has every character of the knowledge, of the program's own
// words and of the workings of its calculators.
func TestFontHasTheKnowledge(t *testing.T) {
	face, err := newTypeface(nil)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, dir := range []string{"../words", "../calc", ".."} {
		found, err := filepath.Glob(dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if !strings.HasSuffix(f, "_test.go") {
				files = append(files, f)
			}
		}
	}
	err = filepath.WalkDir("../../knowledge", func(path string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".yaml") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) < 50 {
		t.Fatalf("found %d files: %v", len(files), err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			for _, r := range line {
				if face.em(r); r >= ' ' && !face.has[r] {
					t.Errorf("%s:%d: the font lacks %c (U+%04X)", f, i+1, r, r)
				}
			}
		}
	}
	if !strings.Contains(builtin.Licence, "SIL OPEN FONT LICENSE Version 1.1") {
		t.Error("the font's licence is missing")
	}
}

// Characters the font lacks are named at the end of the paper.
func TestPDFNamesMissingCharacters(t *testing.T) {
	r := sample("zh")
	r.Situation[0] = "您说的情况：平台叫“㛃𠮷贷”。"
	text := read(t, "pdf", export(t, "pdf", r))
	if !strings.Contains(text, "㛃（U+36C3）") || !strings.Contains(text, "（U+20BB7）") ||
		!strings.Contains(text, "㛃□贷") {
		t.Errorf("the missing characters are not named: …%s", text[max(0, len(text)-400):])
	}
	if strings.Contains(read(t, "pdf", export(t, "pdf", sample("zh"))), "U+") {
		t.Error("a footnote without anything missing")
	}
}

func TestPDFOtherFont(t *testing.T) {
	r := sample("zh")
	var own, other bytes.Buffer
	if err := Write(&own, "pdf", r, Options{Font: bytes.Clone(builtin.Regular())}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(own.Bytes(), export(t, "pdf", r)) {
		t.Error("the same font given as an option makes another file")
	}
	for name, font := range map[string][]byte{
		"a text":      []byte("this is no font at all"),
		"OpenType":    append([]byte("OTTO"), builtin.Regular()[4:]...),
		"a cut font":  builtin.Regular()[:5000],
		"noise":       append([]byte{0, 1, 0, 0}, noise(4000)...),
		"half a font": builtin.Regular()[:len(builtin.Regular())/2],
	} {
		err := Write(&other, "pdf", r, Options{Font: font})
		if err == nil || !strings.Contains(err.Error(), "TrueType") {
			t.Errorf("%s as a font: %v, want an error that says what would be right", name, err)
		}
	}
}

func noise(n int) []byte {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

// No box leaves its page, none is lost, and a heading is never the last thing
// on a page.
func TestDeal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 120).Draw(t, "boxes")
		boxes := make([]box, n)
		for i := range boxes {
			boxes[i] = box{height: rapid.Float64Range(5, 200).Draw(t, "height"),
				before: rapid.Float64Range(0, 20).Draw(t, "before"),
				keep:   rapid.IntRange(0, 4).Draw(t, "keep") == 0, marks: []mark{{text: fmt.Sprint(i)}}}
		}
		pages, rest := deal(boxes)
		if rest != nil {
			t.Fatal("a rest without a page break")
		}
		seen := 0
		for p, page := range pages {
			for k, b := range page {
				if b.y < topMargin || b.y+b.height > lastLine+0.001 {
					t.Fatalf("box %d leaves page %d: %v to %v", seen, p, b.y, b.y+b.height)
				}
				if k > 0 && b.y < page[k-1].y+page[k-1].height-0.001 {
					t.Fatalf("box %d overlaps the one before", seen)
				}
				if b.marks[0].text != fmt.Sprint(seen) {
					t.Fatalf("box %d is out of order", seen)
				}
				seen++
			}
		}
		if seen != n {
			t.Fatalf("%d of %d boxes were dealt", seen, n)
		}
	})
}

func TestNoHeadingAtTheFoot(t *testing.T) {
	for name, r := range samples() {
		face, err := newTypeface(nil)
		if err != nil {
			t.Fatal(err)
		}
		s := &setter{p: paper.OfReport(r), t: face, body: bodyFace}
		for i := range s.p.Blocks {
			s.block(i)
		}
		pages, _ := deal(s.boxes)
		for i, page := range pages {
			last := page[len(page)-1]
			for _, m := range last.marks {
				if m.kind == bookmark && i < len(pages)-1 {
					t.Errorf("%s: page %d ends with the heading %q", name, i+1, m.text)
				}
			}
		}
	}
}

// Tables repeat their head on each page they reach.
func TestTableHeadsRepeat(t *testing.T) {
	r := long("zh")
	for range 60 {
		r.Answers = append(r.Answers, advisor.Answered{Question: "问？", Label: "答"})
	}
	lines, err := linesOf("pdf", export(t, "pdf", r))
	if err != nil {
		t.Fatal(err)
	}
	heads := 0
	for _, l := range lines {
		if l == "问题回答" {
			heads++
		}
	}
	if heads < 2 {
		t.Errorf("the head of the answers stands %d times", heads)
	}
}

// A row higher than a page is cut, not lost.
func TestHugeCell(t *testing.T) {
	r := sample("zh")
	r.Answers[0].Label = strings.Repeat("很长的回答。", 900) + "完"
	text := read(t, "pdf", export(t, "pdf", r))
	if n := strings.Count(text, "很长的回答"); n < 850 || !strings.Contains(text, "。完") {
		t.Errorf("%d of 900 sentences are left", n)
	}
}

// The QR code reads back as the code.
func TestQRCode(t *testing.T) {
	code := sample("zh").Code
	path, size := qrPath(code)
	matrix, err := gozxing.NewBitMatrix(size*4, size*4)
	if err != nil {
		t.Fatal(err)
	}
	dark := 0
	for _, m := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-\d+z`).FindAllStringSubmatch(path, -1) {
		var x, y, n int
		fmt.Sscan(m[1]+" "+m[2]+" "+m[3], &x, &y, &n)
		dark += n
		matrix.SetRegion(x*4, y*4, n*4, 4)
	}
	source := gozxing.NewLuminanceSourceFromImage(matrix)
	bmp, err := gozxing.NewBinaryBitmap(gozxing.NewGlobalHistgramBinarizer(source))
	if err != nil {
		t.Fatal(err)
	}
	got, err := qrcode.NewQRCodeReader().Decode(bmp, nil)
	if err != nil || got.GetText() != code {
		t.Fatalf("the QR code reads as %v, %v; want %s (%d modules dark of %d)", got, err, code, dark, size*size)
	}
	if path, size := qrPath(strings.Repeat("A", 5000)); path != "" || size != 0 {
		t.Error("a code too long for a QR code draws something")
	}
}

// Every part of a Word file is well-formed, with a fixed time, and every cell
// ends in a paragraph.
func TestDOCXParts(t *testing.T) {
	for name, r := range samples() {
		file := export(t, "docx", r)
		z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, f := range z.File {
			names = append(names, f.Name)
			if !f.Modified.Equal(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)) {
				t.Errorf("%s: %s has the time %v", name, f.Name, f.Modified)
			}
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(in)
			if err != nil {
				t.Fatal(err)
			}
			for d := xml.NewDecoder(bytes.NewReader(data)); ; {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %s: %v", name, f.Name, err)
				}
			}
			if bytes.Contains(data, []byte("%!")) {
				t.Errorf("%s: %s was formatted wrongly", name, f.Name)
			}
			if f.Name == "word/document.xml" {
				if n, m := bytes.Count(data, []byte("</w:tc>")), bytes.Count(data, []byte("</w:p></w:tc>")); n != m {
					t.Errorf("%s: %d of %d cells do not end in a paragraph", name, n-m, n)
				}
			}
		}
		if names[0] != "[Content_Types].xml" {
			t.Errorf("the first part is %s", names[0])
		}
	}
}

// The calendar reads back: days, alarms, identifiers that stay.
func TestICS(t *testing.T) {
	for _, lang := range langs {
		r := sample(lang)
		file := export(t, "ics", r)
		for i, line := range strings.Split(strings.TrimSuffix(string(file), "\r\n"), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
				t.Errorf("line %d is %d octets long or ends badly: %q", i+1, len(line), line)
			}
		}
		cal, err := ics.ParseCalendar(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		events := cal.Events()
		if len(events) != 2 { // the third deadline has passed
			t.Fatalf("%d events, want 2", len(events))
		}
		e := events[0]
		start, err1 := e.GetAllDayStartAt()
		end, err2 := e.GetAllDayEndAt()
		if err1 != nil || err2 != nil || start.Format("2006-01-02") != "2026-11-30" ||
			end.Format("2006-01-02") != "2026-12-01" {
			t.Errorf("the event runs from %v to %v, %v %v", start, end, err1, err2)
		}
		if got := e.Id(); got != r.Digest+".reply_by@wangdai" {
			t.Errorf("UID %s", got)
		}
		if got := e.GetProperty(ics.ComponentPropertySummary).Value; got != r.Deadlines[0].Text {
			t.Errorf("summary %q", got)
		}
		about := ics.FromText(e.GetProperty(ics.ComponentPropertyDescription).Value)
		for _, s := range []string{r.Deadlines[0].Basis, r.Deadlines[0].Counted, r.Deadlines[0].After} {
			if !strings.Contains(squeeze([]string{about}), squeeze([]string{s})) {
				t.Errorf("the description lost %q: %q", s, about)
			}
		}
		var triggers []string
		for _, a := range e.Alarms() {
			triggers = append(triggers, a.GetProperty(ics.ComponentPropertyTrigger).Value)
		}
		if strings.Join(triggers, " ") != "-P3D -P1D" {
			t.Errorf("alarms %v", triggers)
		}
	}
}
