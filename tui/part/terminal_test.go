package part

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"wangdai/tui/keymap"
)

// page is the least program around parts: fields above a text and a list.
type page struct {
	form *Form
	read *Reader
	pick *Picker
	l    *Look
	w, h int
}

// drawn is a frame as the program was given it.
type drawn struct {
	text string
	x, y int
}

// sent asks for the frame that follows everything sent before.
type sent struct{ frame chan drawn }

// act is an act sent to the text and the list.
type act keymap.Act

func newPage(w, h int) *page {
	l := both()["zh"]
	p := &page{planForm(l), NewReader(), NewPicker(true, options(l, 17)...), l, w, h}
	p.read.Set(append(advice(l), parts(3)...))
	return p
}

func (p *page) Init() tea.Cmd { return nil }

func (p *page) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.w, p.h = msg.Width, msg.Height
		return p, tea.Raw(forgetMargins)
	case tea.KeyPressMsg:
		if !p.form.Do(keymap.On(keymap.NextField, keymap.LastField).Typing().Act(keymap.Of(msg))) {
			_ = p.form.Key(msg)
		}
	case tea.PasteMsg:
		_ = p.form.Paste(msg.Content)
	case act:
		p.read.Do(keymap.Act(msg))
		p.pick.Do(keymap.Act(msg))
	case sent:
		v := p.View()
		msg.frame <- drawn{v.Content, v.Cursor.X, v.Cursor.Y}
	}
	return p, nil
}

func (p *page) View() tea.View {
	third := max(p.h/3, 1)
	var lines []string
	for _, part := range [][]string{p.form.View(p.w, third, p.l), p.read.View(p.w, third, p.l),
		p.pick.View(p.w, third, p.l)} {
		lines = append(lines, part...)
		lines = append(lines, make([]string, third-len(part))...)
	}
	v := tea.NewView(strings.Join(lines, "\n"))
	v.AltScreen = true
	v.Cursor = tea.NewCursor(p.form.Cursor())
	return v
}

// forgetMargins is what a terminal does when its size changes: the lines between
// which it scrolls are all of them again. The emulator keeps its size.
const forgetMargins = "\x1b7\x1b[r\x1b8"

// terminal is an emulator of another library, which keeps its size: it cannot be
// made smaller without losing its place.
type terminal struct {
	mu  sync.Mutex // the library's own does not cover all of it
	emu *vt.Emulator
}

// Write does with a line feed what a terminal's driver does and an emulator
// does not.
func (x *terminal) Write(b []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	_, err := x.emu.Write(bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")))
	return len(b), err
}

// shows is what stands on the screen, and where the cursor is.
func (x *terminal) shows() drawn {
	x.mu.Lock()
	defer x.mu.Unlock()
	c := x.emu.CursorPosition()
	return drawn{trimmed(x.emu.String()), c.X, c.Y}
}

// screen runs the page on a terminal.
type screen struct {
	program *tea.Program
	*terminal
}

func run(t *testing.T, p *page) *screen {
	t.Helper()
	s := &screen{terminal: &terminal{emu: vt.NewEmulator(p.w, p.h)}}
	in, feed := io.Pipe()
	go func() { _, _ = io.Copy(io.Discard, s.emu) }() // its answers to questions
	s.program = tea.NewProgram(p, tea.WithInput(in), tea.WithOutput(s.terminal), tea.WithWindowSize(p.w, p.h),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}),
		tea.WithoutSignals())
	done := make(chan struct{})
	go func() {
		_, _ = s.program.Run()
		close(done)
	}()
	t.Cleanup(func() {
		s.program.Kill()
		<-done
		_ = feed.Close()
		_ = s.emu.InputPipe().(io.Closer).Close() // Close itself is not safe
	})
	return s
}

// differs says how the screen is not what was drawn. It waits for the frame:
// the program draws some time after it was told.
func (s *screen) differs() string {
	ask := sent{make(chan drawn, 1)}
	s.program.Send(ask)
	want := <-ask.frame
	fault := ""
	for range 600 {
		switch got := s.shows(); {
		case got.text != trimmed(ansi.Strip(want.text)):
			fault = fmt.Sprintf("on the screen:\n%s\ndrawn:\n%s", got.text, trimmed(ansi.Strip(want.text)))
		case got.x != want.x || got.y != want.y:
			fault = fmt.Sprintf("the cursor is at %d,%d, put to %d,%d", got.x, got.y, want.x, want.y)
		default:
			return ""
		}
		time.Sleep(5 * time.Millisecond)
	}
	return fault
}

func trimmed(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}

// What a terminal shows is what the parts drew, cell by cell, and its cursor
// stands where they put it: while Chinese is typed, deleted and moved through
// in a line that has scrolled, and while texts and lists move.
func TestOnATerminal(t *testing.T) {
	for _, w := range []int{20, 40, 41, 80} {
		s := run(t, newPage(w, 24))
		keys := strings.Fields("我 借 了 2 万 ， 逾 期 三 个 月 ， 催 收 打 我 妈 电 话 怎 么 办 呢 left left left " +
			"啊 home right ctrl+k 说 end backspace ctrl+w ctrl+v tab １ ２ 期 left backspace shift+tab 元")
		for i, k := range keys {
			s.program.Send(press(k))
			s.program.Send(act(moves[i%len(moves)]))
			s.program.Send(act(listActs[i%len(listActs)]))
			if fault := s.differs(); fault != "" {
				t.Fatalf("width %d after %s: %s", w, k, fault)
			}
		}
	}
}

// Whatever comes, in whatever order, at whatever sizes: the screen ends as it
// was drawn.
func TestStorm(t *testing.T) {
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 11))
		s := run(t, newPage(120, 46))
		keys := strings.Fields("我 借 ２ 万 ， left right home end backspace delete ctrl+w alt+left ctrl+u " +
			"ctrl+v e\u0301 tab")
		pastes := []string{"逾期三个月，催收打我妈电话。\r\n第二行", "\x1b[31m红\x1b]52;c;QQ==\x07", "\u202e反",
			strings.Repeat("长", 300), "a\tb"}
		for round := range 4 {
			for range 150 {
				switch n := r.IntN(10); {
				case n == 0:
					s.program.Send(tea.WindowSizeMsg{Width: 20 + r.IntN(101), Height: 6 + r.IntN(40)})
				case n == 1:
					s.program.Send(tea.PasteMsg{Content: pastes[r.IntN(len(pastes))]})
				case n < 5:
					s.program.Send(press(keys[r.IntN(len(keys))]))
				default:
					s.program.Send(act(moves[r.IntN(len(moves))]))
					s.program.Send(act(listActs[r.IntN(len(listActs))]))
				}
			}
			if fault := s.differs(); fault != "" {
				t.Fatalf("seed %d, round %d: %s", seed, round, fault)
			}
		}
	}
}
