package tui

import (
	"errors"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
)

// The QR code of a long code fits 80x24 and reads back.
func TestQRFits(t *testing.T) {
	for _, n := range []int{20, 60, 80} {
		code := ""
		for i := range n {
			if i > 0 && i%4 == 0 {
				code += "-"
			}
			code += string("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(i*7+n)%32])
		}
		a := New(Deps{Lang: fact.ZH})
		a.push(&codePage{code: code})
		frame, _ := a.frame(80, 24)
		lines := strings.Split(frame, "\n")
		if len(lines) != 24 {
			t.Fatalf("%d characters: %d lines", n, len(lines))
		}
		for _, l := range a.top().body(a, 78, 20) {
			if typeset.Width(l) > 78 {
				t.Errorf("a line of %d columns: %s", typeset.Width(l), l)
			}
		}
		square := halfBlocks(code)
		if n <= 60 && !strings.Contains(frame, strings.TrimRight(square[len(square)/2], " ")) {
			t.Errorf("a code of %d characters has no QR code at 80x24:\n%s", n, frame)
		}
		if got := scan(t, square); got != code {
			t.Errorf("the QR code reads as %q, want %s", got, code)
		}
	}
}

func scan(t *testing.T, square []string) string {
	t.Helper()
	w, h := len([]rune(square[0])), 2*len(square)
	const px = 4
	m, err := gozxing.NewBitMatrix(w*px, h*px)
	if err != nil {
		t.Fatal(err)
	}
	for y, l := range square {
		for x, r := range []rune(l) {
			if r != '█' && r != '▀' {
				m.SetRegion(x*px, 2*y*px, px, px)
			}
			if r != '█' && r != '▄' {
				m.SetRegion(x*px, (2*y+1)*px, px, px)
			}
		}
	}
	bmp, err := gozxing.NewBinaryBitmap(gozxing.NewGlobalHistgramBinarizer(gozxing.NewLuminanceSourceFromImage(m)))
	if err != nil {
		t.Fatal(err)
	}
	got, err := qrcode.NewQRCodeReader().Decode(bmp, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got.GetText()
}

// slow notes when it is called.
type slow struct {
	calls int
	err   error
}

func (s *slow) Save(format string, _ *advisor.Report) (string, error) {
	s.calls++
	return "x." + format, s.err
}

func (s *slow) SaveLetter(format string, l *advisor.Letter) (string, error) {
	s.calls++
	return l.ID + "." + format, s.err
}

// Saving happens in the command, not in Update; a second key while one is
// saving starts no second file; the outcome is shown.
func TestSavingIsNotInUpdate(t *testing.T) {
	s := &slow{}
	a := New(Deps{Lang: fact.ZH, Save: s, Formats: []Format{{Name: "txt", Letter: true}, {Name: "ics"}}})
	report := &exporter{r: &advisor.Report{Code: "W7K2-0000"}}
	letter := newLetterSaver(a, &advisor.Letter{ID: "answer", Title: "答辩状"})
	if len(letter.formats) != 1 {
		t.Errorf("%d formats for letters, want 1", len(letter.formats))
	}
	for _, p := range []page{report, letter} {
		for _, fail := range []error{nil, errors.New("磁盘满了\x1b[2J")} {
			s.calls, s.err = 0, fail
			a.pages = append(a.pages[:1], p)
			cmd := p.update(a, "1", "1")
			if s.calls != 0 || cmd == nil {
				t.Fatalf("%T: %d saves within Update, command %v", p, s.calls, cmd != nil)
			}
			if p.update(a, "1", "1") != nil {
				t.Errorf("%T: a second save began beside the first", p)
			}
			a.Update(cmd())
			frame, _ := a.frame(80, 24)
			want := ".txt"
			if fail != nil {
				want = "磁盘满了"
			}
			if s.calls != 1 || !strings.Contains(frame, want) || strings.Contains(frame, "\x1b[2J") {
				t.Errorf("%T: %d saves, and the page does not say %q:\n%s", p, s.calls, want, frame)
			}
		}
	}
}
