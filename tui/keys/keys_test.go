package keys

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// fatal are inputs that end a process in which the library's own reader gets
// them, and their kin.
var fatal = map[string]string{
	"33 parameters":             "\x1b[" + strings.Repeat(";", 32) + "1",
	"33 parameters and a final": "\x1b[" + strings.Repeat("1;", 33) + "A",
	"33 subparameters":          "\x1b[" + strings.Repeat(":", 32) + "1",
	"33 of both":                "\x1b[" + strings.Repeat(";:", 16) + "1m",
	"40 parameters":             "\x1b[" + strings.Repeat("1;", 40) + "A",
	"a string with 33":          "\x1bP" + strings.Repeat(";", 32) + "1",
	"a string with 33 and more": "\x1bP" + strings.Repeat("1;", 33) + "q\x1b\\",
	"eight-bit, 33 parameters":  "\x9b" + strings.Repeat(";", 32) + "1",
	"eight-bit mouse":           "\x9bMabc",
	"eight-bit mouse, short":    "\x9bM",
	"a character cut off":       "\x9b\x9bMabc",
}

// collected is a feeder that keeps what it sends.
func collected() (*feeder, *[]tea.Msg) {
	var got []tea.Msg
	return newFeeder(func(m tea.Msg) { got = append(got, m) }), &got
}

// events are those of an input that comes at once and then ends.
func events(input string) []tea.Msg {
	f, got := collected()
	f.take([]byte(input))
	for f.patience() > 0 {
		f.giveUp()
	}
	return *got
}

func keystrokes(msgs []tea.Msg) string {
	var out []string
	for _, m := range msgs {
		switch m := m.(type) {
		case uv.KeyPressEvent:
			out = append(out, m.String())
		case tea.PasteMsg:
			out = append(out, fmt.Sprintf("paste %q", m.Content))
		default:
			out = append(out, fmt.Sprintf("%T", m))
		}
	}
	return strings.Join(out, " ")
}

// library is what its own reader makes of an input.
func library(t *testing.T, input string) []tea.Msg {
	t.Helper()
	var got []tea.Msg
	out := make(chan uv.Event)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for e := range out {
			got = append(got, e)
		}
	}()
	if err := uv.NewTerminalReader(strings.NewReader(input), "xterm-256color").StreamEvents(t.Context(),
		out); err != nil {
		t.Error(err)
	}
	close(out)
	<-done
	return got
}

// TestAsTheLibrary: what people and terminals do send means the same as
// without us in between.
func TestAsTheLibrary(t *testing.T) {
	inputs := []string{
		"q", "Q", "j k", "四川省", "é", "e\u0301", "👨‍👩‍👧", "🇨🇳x", "７", " ", "\r", "\t", "\x7f", "\x08", "\x00",
		"\x03", "\x0c", "\x1a", "\x1f",
		"\x1b", "\x1b\x1b", "\x1bq", "\x1bQ", "\x1b\r", "\x1b\x7f", "\x1b四", "\x1b[", "\x1bO", "\x1b]", "\x1bP",
		"\x1b_", "\x1b^", "\x1bX",
		"\x1b[A\x1b[B\x1b[C\x1b[D", "\x1bOA\x1bOB\x1bOC\x1bOD", "\x1b\x1b[A", "\x1b\x1bOA", "\x1b[1;5C", "\x1b[1;2R",
		"\x1b[H", "\x1b[F", "\x1b[Z",
		"\x1b[1~", "\x1b[3~", "\x1b[5~", "\x1b[6~", "\x1b[15~", "\x1b[24~", "\x1b[3;5~", "\x1b[7^", "\x1b[8@", "\x1b[a",
		"\x1bOa", "\x1bOM", "\x1bO5P", "\x1bOp",
		"\x1b[97u", "\x1b[97;5u", "\x1b[97:65;2u", "\x1b[13;1:3u", "\x1b[27u", "\x1b[57399u", "\x1b[97;1;97u",
		"\x1b[27;5;13~", "\x1b[1;1:3A",
		"\x1b[I", "\x1b[O", "\x1b[?1u", "\x1b[?2026;2$y",
		"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\", "\x1b]10;rgb:ffff/ffff/ffff\x07", "\x1b]11;#102030\x07q",
	}
	for _, in := range inputs {
		if got, want := events(in), library(t, in); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v (%#v), the library says %v (%#v)", in, keystrokes(got), got, keystrokes(want), want)
		}
	}
}

// TestCut: what is cut where, whatever the pieces it comes in.
func TestCut(t *testing.T) {
	for in, want := range map[string]string{
		"\x1b[200~借款 12,000\r\nq\x1b[201~q": `paste "借款 12,000\r\nq" q`,
		"\x1b[200~\x1b\x1b[2\x1b[201~q":     `paste "\x1b\x1b[2" q`,
		"\x1b[200~a\xffb\x1b[201~":          `paste "ab"`,
		"\x1b[200~open":                     `paste "open"`,
		"a\x1b[Ab":                          "a up b",
		"\x1b[<0;10;10Mq":                   "q", // no use for a mouse
		"\x1b[32;10;10Mq":                   "q",
		"\x1b[M !!q":                        "q",
		"\x1b[[Aq":                          "q",
		"\x1b[65;30;97;1;0;1_q":             "q", // a console's key
		"\x1b]52;c;QUJD\x07q":               "q",
		"\x1b]11;rgb:" + strings.Repeat("f", 99) + "\x07q": "q",
		"\x1bP>|xterm(1)\x1b\\q":                           "q",
		"\x1b_Gi=1;OK\x1b\\q":                              "q",
		"\x1bP1\x1b[Aq":                                    "up q",
		"\x1bP1\x18q":                                      "q",
		"\x1b[?62;1;2;4;6;9;15;22c\x1b[>1;10;0cq":          "q",
		"\x1b[12;40Rq\x1b[?12;40R":                         "q",
		"\x1b[8;99;999tq":                                  "q",
		"\x1b[12\rq":                                       "enter q",
		"\x1b[\rq":                                         "alt+[ enter q",
		"\x1b[12四q":                                        "四 q",
		"\x1b[" + strings.Repeat("1;", 15) + "1Aq":         "q",
		"\x1b[" + strings.Repeat("0", 99) + "Aq":           "q",
		"\x1bO" + strings.Repeat("0", 99) + "Aq":           "q",
		"\x1b[97;1;27uq":                                   "q", // Escape in place of a text
		"\x9b1A\x8e\xff\xc0\xafq":                          "1 A q",
		"\u009b2J\u0085q":                                  "2 J q",
		"\xed\xa0\x80q":                                    "q",
		"四" + strings.Repeat("\u0301", 200) + "\x1bq":      "alt+q",
	} {
		for _, size := range []int{len(in), 1, 2, 3} {
			if strings.Contains(in, "\u0301") && size < len(in) {
				continue // each piece is a text of its own
			}
			f, got := collected()
			for c := range slices.Chunk([]byte(in), size) {
				f.take(c)
			}
			for f.patience() > 0 {
				f.giveUp()
			}
			if s := keystrokes(*got); s != want {
				t.Errorf("%q in pieces of %d: %s, want %s", in, size, s, want)
			}
		}
	}
}

// TestTerminalBytes: nothing that comes from a terminal ends more than itself.
func TestTerminalBytes(t *testing.T) {
	for name, in := range fatal {
		survives(t, name, []byte(in), len(in))
		survives(t, name, []byte(in), 1)
	}
	var got []tea.Msg
	late := &slow{pieces: []string{"\xe5\x9b", "\x9bMabc", "\xe5", "\x9b", "\x9b"}, pause: 3 * keySilence}
	err := Feed(t.Context(), late, func(m tea.Msg) { got = append(got, m) }, func() { t.Error("panicked") })
	if s := keystrokes(got); err != io.EOF || s != "四 M a b c 四" {
		t.Errorf("a late part of a character: %v, %s", err, s)
	}
	r := rand.New(rand.NewPCG(1, 2))
	inputs := 100_000
	if testing.Short() {
		inputs /= 10
	}
	for range inputs {
		in := soup(r)
		survives(t, "soup", in, 1+r.IntN(len(in)))
		if t.Failed() {
			return
		}
	}
}

// survives wants that whatever came, a key is that key once the terminal was
// silent, and that nothing sent is more than it may be.
func survives(t *testing.T, name string, in []byte, size int) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s: %q in pieces of %d: %v", name, in, size, r)
		}
	}()
	f, got := collected()
	for c := range slices.Chunk(in, size) {
		f.take(c)
		if len(f.seq) > mostSequence || len(f.paste) > mostPaste || len(f.printed) > 0 {
			t.Fatalf("%s: %q keeps %d, %d and %d bytes", name, in, len(f.seq), len(f.paste), len(f.printed))
		}
	}
	for range 2 {
		f.giveUp()
	}
	f.take([]byte("q"))
	if n := len(*got); n == 0 || keystrokes((*got)[n-1:]) != "q" {
		t.Errorf("%s: after %q the key q is %s", name, in, keystrokes(*got))
	}
	for _, m := range *got {
		switch m := m.(type) {
		case uv.KeyPressEvent:
			if !utf8.ValidString(m.Text) || strings.ContainsFunc(m.Text, unicode.IsControl) ||
				len(m.Text) > mostSequence {
				t.Errorf("%s: %q sends the text %q", name, in, m.Text)
			}
		case tea.PasteMsg:
			if !utf8.ValidString(m.Content) {
				t.Errorf("%s: %q pastes %q", name, in, m.Content)
			}
		}
	}
}

// soup is a line of what sequences are made of, in any order.
func soup(r *rand.Rand) []byte {
	tokens := []string{"\x1b", "\x1b[", "\x1b]", "\x1bP", "\x1bO", "\x1b_", "\x1b^", "\x1bX", "\x1b\\", "\x07", "\x18",
		"\x9b", "\x8f", "\x90", "\x9c", "\x9d",
		"M", "<", "?", ">", "=", "$", "!", "+", " ", ";", ":", ";;;;;;;;", "::::", "0", "1", "27", "200~", "201~",
		"1049", "99999999999999999999", "2026;2$y", "11;rgb:",
		"u", "_", "~", "A", "R", "c", "y", "t", "q", "m", "n", "|", "[", "四", "\xe5", "\x9b", "\xf0\x9f", "\xff",
		"\u0301", "\u200d", "👨", "\r", "\x00", "\x7f", "abc"}
	var b []byte
	for range 1 + r.IntN(20) {
		for t, n := tokens[r.IntN(len(tokens))], 1+r.IntN(3)*r.IntN(12); n > 0; n-- {
			b = append(b, t...)
		}
	}
	return b
}

// FuzzTerminal looks for bytes that [TestTerminalBytes] does not know, with
// the library's decoder behind.
func FuzzTerminal(f *testing.F) {
	for _, in := range fatal {
		f.Add([]byte(in), uint8(0))
		f.Add([]byte(in), uint8(1))
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		f.Add(soup(r), uint8(r.IntN(8)))
	}
	f.Fuzz(func(t *testing.T, in []byte, size uint8) {
		if len(in) > 0 {
			survives(t, "fuzz", in, max(1, int(size)))
		}
	})
}

// TestLibraryStillBreaks fails when the library has mended its reader: then
// the bounds here, and the need for a reader of our own, may be thought about
// again.
func TestLibraryStillBreaks(t *testing.T) {
	for name, in := range map[string]string{"parameters": fatal["33 parameters"], "string": fatal["a string with 33"],
		"mouse": fatal["eight-bit mouse"]} {
		func() {
			defer func() { _ = recover() }()
			_ = uv.NewTerminalReader(strings.NewReader(in), "xterm").StreamEvents(t.Context(), make(chan uv.Event, 100))
			t.Errorf("%s: %q is read without a panic", name, in)
		}()
	}
}

// TestPasteIsBounded: a paste without an end costs 64 KiB and five seconds.
func TestPasteIsBounded(t *testing.T) {
	f, got := collected()
	f.take([]byte(pasteBegin))
	piece := bytes.Repeat([]byte("四"), 1000)
	for range 1000 {
		f.take(piece)
		if len(f.paste) > mostPaste {
			t.Fatalf("%d bytes are kept", len(f.paste))
		}
	}
	if f.patience() != pasteSilence || len(*got) > 0 {
		t.Errorf("%v, %d messages", f.patience(), len(*got))
	}
	f.take([]byte(pasteEnd + "q"))
	p, ok := (*got)[0].(tea.PasteMsg)
	if !ok || len(p.Content) < mostPaste-4 || len(p.Content) > mostPaste ||
		!strings.HasSuffix(keystrokes((*got)[1:]), "q") {
		t.Errorf("%T of %d bytes, then %s", (*got)[0], len(p.Content), keystrokes((*got)[1:]))
	}
}

// TestSilence: Escape is a key after a moment, and what a slow line cuts in
// two is not.
func TestSilence(t *testing.T) {
	for _, x := range []struct {
		pieces []string
		pause  time.Duration
		want   string
	}{
		{[]string{"\x1b", "[A"}, keySilence / 5, "up"},
		{[]string{"\x1b", "[A"}, 4 * keySilence, "esc [ A"},
		{[]string{"\x1b]11;rgb:1e1e/", "1e1e/2e2e\x07", "q"}, 4 * keySilence, "uv.BackgroundColorEvent q"},
		{[]string{"\x1b[1;", "2A"}, 4 * keySilence, "shift+up"},
	} {
		var got []tea.Msg
		_ = Feed(t.Context(), &slow{pieces: x.pieces, pause: x.pause}, func(m tea.Msg) {
			got = append(got, m)
		}, func() {})
		if s := keystrokes(got); s != x.want {
			t.Errorf("%q each %v: %s, want %s", x.pieces, x.pause, s, x.want)
		}
	}
}

// slow is a terminal behind a slow line.
type slow struct {
	pieces []string
	pause  time.Duration
	begun  bool
}

func (s *slow) Read(p []byte) (int, error) {
	if len(s.pieces) == 0 {
		return 0, io.EOF
	}
	if s.begun {
		time.Sleep(s.pause)
	}
	s.begun = true
	n := copy(p, s.pieces[0])
	s.pieces = s.pieces[1:]
	return n, nil
}

// TestBroken: what panics ends the feed, and nothing else.
func TestBroken(t *testing.T) {
	for name, x := range map[string]struct {
		r    io.Reader
		send func(tea.Msg)
	}{
		"reading": {panics{}, func(tea.Msg) {}},
		"sending": {strings.NewReader("q"), func(tea.Msg) { panic("here") }},
	} {
		broke := make(chan string, 2)
		err := Feed(t.Context(), x.r, x.send, func() {
			buf := make([]byte, 1<<16)
			broke <- string(buf[:runtime.Stack(buf, false)])
		})
		if !errors.Is(err, errBroke) {
			t.Errorf("%s: %v", name, err)
		}
		if stack := <-broke; !strings.Contains(stack, "keys_test.go") {
			t.Errorf("%s: the stack does not say where: %s", name, stack)
		}
	}
}

type panics struct{}

func (panics) Read([]byte) (int, error) { panic("here") }

// TestEndsWithKeysPending: a program that ends while keys are waiting takes
// its reader with it.
func TestEndsWithKeysPending(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	program := make(chan tea.Msg)
	send := func(m tea.Msg) { // as a program takes messages
		select {
		case program <- m:
		case <-ctx.Done():
		}
	}
	r, w := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- Feed(ctx, r, send, func() { t.Error("panicked") }) }()
	_, _ = io.WriteString(w, "\x03jjjjjjjjjjjjjj")
	<-program
	cancel()
	_ = w.Close()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("the feed does not end")
	}
}

func BenchmarkKey(b *testing.B) {
	f := newFeeder(func(tea.Msg) {})
	in := []byte("\x1b[A")
	b.ReportAllocs()
	for b.Loop() {
		f.take(in)
	}
}
