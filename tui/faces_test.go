package tui_test

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
	"wangdai/tui"
	"wangdai/tui/plain"
)

// The terminal on the whole law.

var (
	update = flag.Bool("update", false, "rewrite the golden screens")
	full   = flag.Bool("full", false, "try every case, not a sample")
)

// law is the embedded knowledge, read once.
var law = sync.OnceValues(knowledge.Whole)

func base(t testing.TB) *advisor.Base {
	t.Helper()
	b, problems := law()
	if b == nil {
		t.Fatal(problems[0].In("en"))
	}
	return b
}

// terminal is the program in a window, with the law open; other changes what it
// is given.
func terminal(t testing.TB, b *advisor.Base, today fact.Date, l advisor.Lang, w, h int,
	other ...func(*tui.Deps)) *tui.App {
	t.Helper()
	start, err := load.Home(knowledge.Files())
	if err != nil {
		t.Fatal(err)
	}
	d := tui.Deps{
		Home:    tui.Home{Title: start.Title, Options: start.Options, Help: start.Help},
		Load:    func() (*advisor.Base, error) { return b, nil },
		Today:   today,
		Lang:    l,
		Formats: formats(),
	}
	for _, change := range other {
		change(&d)
	}
	a := tui.New(d)
	send(a, tea.WindowSizeMsg{Width: w, Height: h})
	if msg := a.Init()(); msg != nil {
		send(a, msg)
	}
	return a
}

func formats() []tui.Format {
	var out []tui.Format
	for _, f := range export.Formats() {
		out = append(out, tui.Format{Name: f.Name, Text: f.Text, Letter: f.Letters()})
	}
	return out
}

func send(a *tui.App, msg tea.Msg) { a.Update(msg) }

// press sends keys: single characters are typed, words name a key.
func press(a *tui.App, keys ...string) {
	codes := map[string]tea.KeyPressMsg{
		"enter": {Code: tea.KeyEnter}, "up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown},
		"home": {Code: tea.KeyHome},
		"end":  {Code: tea.KeyEnd}, "esc": {Code: tea.KeyEscape}, "backspace": {Code: tea.KeyBackspace},
		"tab": {Code: tea.KeyTab}, "pgdown": {Code: tea.KeyPgDown}, "pgup": {Code: tea.KeyPgUp},
		"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight}, "delete": {Code: tea.KeyDelete},
		"ctrl+x": {Code: 'x', Mod: tea.ModCtrl}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl},
		"ctrl+u": {Code: 'u', Mod: tea.ModCtrl}, "ctrl+v": {Code: 'v', Mod: tea.ModCtrl},
		"ctrl+w": {Code: 'w', Mod: tea.ModCtrl}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	}
	for _, k := range keys {
		if c, ok := codes[k]; ok {
			send(a, c)
			continue
		}
		for _, r := range k {
			send(a, tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

func screen(a *tui.App) string {
	lines := strings.Split(ansi.Strip(a.View().Content), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// TestFrames compares what a person sees with golden screens at four sizes, in
// both languages.
func TestFrames(t *testing.T) {
	b := base(t)
	few := fewAsks(b)
	for _, size := range [][2]int{{20, 6}, {40, 12}, {80, 24}, {120, 40}} {
		for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
			for _, shot := range []struct {
				name string
				keys []string
			}{
				{"home", nil},
				{"danger-help", []string{"0"}},
				{"asks", []string{"1", "down", " "}},
				{"asks-found", []string{"1", "/", "may"}},
				{"answered", []string{"4", "1", "enter", "1", "1", "enter"}},
				{"page-one", []string{"4", "1", "enter", "1", "1", "enter", "enter", "1", "enter"}},
				{"question", []string{"1", "u", "1", "1", "enter"}},
				{"several", []string{"1", "u", "1", "1"}},
				{"value", append(slices.Clone(toField), "2026年11月9日")},
				{"why", []string{"1", "u", "1", "w"}},
				{"danger", []string{"1", "u", "3"}},
				{"advice-now", []string{"1", "u", "1", "2", "enter", "v"}},
				{"review", []string{"1", "u", "1", "r"}},
				{"quit", []string{"q"}},
			} {
				name := fmt.Sprintf("%s-%dx%d-%s", shot.name, size[0], size[1], l)
				t.Run(name, func(t *testing.T) {
					law := b
					if strings.HasPrefix(shot.name, "asks") {
						law = few // their words are law, and change with it
					}
					a := terminal(t, law, today, l, size[0], size[1])
					press(a, shot.keys...)
					got := screen(a)
					for i, line := range strings.Split(strings.TrimSuffix(got, "\n"), "\n") {
						if n := ansi.StringWidth(line); n > size[0] {
							t.Errorf("line %d is %d wide: %s", i+1, n, line)
						}
					}
					if n := strings.Count(got, "\n"); n > size[1] {
						t.Errorf("%d lines in a window of %d", n, size[1])
					}
					if slices.Contains([]string{"why", "advice-now", "answered", "page-one"}, shot.name) {
						return // what they say is law, and changes with it; the cases try that
					}
					golden(t, filepath.Join("testdata", name+".txt"), got)
				})
			}
		}
	}
}

// fewAsks is the law with twelve asks for borrowers, in words that stay.
func fewAsks(b *advisor.Base) *advisor.Base {
	c := *b
	offered := advisor.Look(b, advisor.Answers{b.RoleID: fact.Of(0)}, today).Offered()
	c.Asks = nil
	for k, i := range offered[:12] {
		a := b.Asks[i]
		a.Says, a.Next = nil, nil
		a.Title = advisor.Text{ZH: fmt.Sprintf("%c：他们会不会这样做，我该怎么办？",
			[]rune("甲乙丙丁戊己庚辛壬癸子丑")[k]),
			EN: fmt.Sprintf("%c: will they do this, and what can I do about it?", 'a'+rune(k))}
		if k%3 == 2 {
			a.Title = advisor.Text{ZH: "C，能行吗？", EN: "C, may I?"}
		}
		c.Asks = append(c.Asks, a)
	}
	c.Index()
	return &c
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the screen differs from %s (go test ./tui -run TestFrames -update accepts it):\n%s", file, got)
	}
}

// written is a value as a person types it.
func written(b *advisor.Base, i int, v fact.Value) string {
	f := &b.Facts[i]
	if v.State != fact.Known {
		return "u"
	}
	switch f.Kind {
	case fact.Choice:
		return fmt.Sprint(v.N + 1)
	case fact.Several:
		var parts []string
		for k := range f.Options {
			if v.Has(k) {
				parts = append(parts, fmt.Sprint(k+1))
			}
		}
		return strings.Join(parts, ",")
	case fact.YesNo:
		return fmt.Sprint(2 - v.N)
	case fact.Day:
		return v.Date().String()
	case fact.Money:
		return fact.Fen(v.N).Plain()
	case fact.Schedule:
		p := v.Plan
		switch {
		case p.Periods > 0:
			return fmt.Sprintf("%dx%s", p.Periods, p.Each.Plain())
		case p.Days > 0:
			return fmt.Sprintf("%d天还%s", p.Days, p.Total.Plain())
		}
		var parts []string
		for _, x := range p.Flow {
			parts = append(parts, x.On.String()+":"+x.Amount.Plain())
		}
		return strings.Join(parts, ";")
	case fact.History:
		if len(v.Events) == 0 {
			return "0"
		}
		var parts []string
		for _, e := range v.Events {
			parts = append(parts, fmt.Sprintf("%s %d", e.On, e.What+1))
		}
		return strings.Join(parts, ";")
	}
	return fmt.Sprint(v.N)
}

// typed answers question q in the terminal, as a person would press it.
func typed(a *tui.App, b *advisor.Base, q int, v fact.Value) {
	i := b.Questions[q].Fact
	f := &b.Facts[i]
	if v.State != fact.Known {
		press(a, "u")
		return
	}
	press(a, "home")
	switch f.Kind {
	case fact.Choice:
		for range v.N {
			press(a, "down")
		}
		press(a, "enter")
	case fact.Several:
		for k := range f.Options {
			if v.Has(k) {
				press(a, " ")
			}
			press(a, "down")
		}
		press(a, "up", "enter")
	case fact.YesNo:
		press(a, fmt.Sprint(2-v.N))
	default:
		press(a, written(b, i, v), "enter")
	}
}

// cases tries every step-th case beside each other, and all of them with -full.
func cases(t *testing.T, step int, try func(t *testing.T, c *advisor.Case)) {
	t.Helper()
	if *full {
		step = 1
	}
	b := base(t)
	for i := 0; i < len(b.Cases); i += step {
		c := &b.Cases[i]
		t.Run(filepath.Base(c.Pos.File)+" "+c.Name, func(t *testing.T) {
			t.Parallel()
			try(t, c)
		})
	}
}

// text is reports as the line by line interview prints them.
type text struct{}

func (text) Whole(w io.Writer, r *advisor.Report) error {
	return export.Write(w, "txt", r, export.Options{})
}
func (text) First(w io.Writer, r *advisor.Report) error {
	return export.WriteFirst(w, r, export.Options{})
}
func (text) Behind(w io.Writer, r *advisor.Report) error {
	return export.WriteBehind(w, r, export.Options{})
}
func (text) Reply(w io.Writer, r *advisor.Reply, l advisor.Lang) error {
	return export.WriteReply(w, r, l, export.Options{})
}

// TestBothFaces answers cases in the terminal and line by line, every other one
// with something that the person wants to know: both must come to the same
// answers, and so to the same advice.
func TestBothFaces(t *testing.T) {
	b := base(t)
	cases(t, 12, func(t *testing.T, c *advisor.Case) {
		a := terminal(t, b, c.Today, fact.ZH, 80, 24)
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		var lines []string
		for s.State().Next >= 0 {
			for a.Reading() { // a danger or an answer is shown: read on
				press(a, "enter")
			}
			if s.Wonders() {
				var want []int
				if len(c.Answers)%2 == 0 {
					offered := s.Offered()
					at := len(c.Name) * 7 % len(offered)
					want = offered[at : at+1]
					for range at / 10 { // ten are listed at a time
						lines = append(lines, "m")
					}
					lines = append(lines, fmt.Sprint(at+1))
					for range at {
						press(a, "down")
					}
					press(a, " ", "enter")
				} else {
					press(a, "u")
				}
				lines = append(lines, "")
				s.Want(want...)
				continue
			}
			q := s.State().Next
			id := b.Asked(q).ID
			v, ok := c.Answers[id]
			if !ok {
				v = fact.NotSure()
			}
			lines = append(lines, written(b, b.Questions[q].Fact, v))
			typed(a, b, q, v)
			if len(s.Doubts(id, v)) > 0 { // asked again with the reason: the same once more
				lines = append(lines, lines[len(lines)-1])
				press(a, "enter")
			}
			if err := s.Answer(id, v); err != nil {
				t.Fatal(err)
			}
		}
		p := advisor.NewSession(b, advisor.Options{Today: c.Today})
		in := strings.NewReader(strings.Join(lines, "\n") + "\n")
		if err := plain.Run(t.Context(), in, io.Discard, plain.Options{Session: p, Paper: text{}}); err != nil {
			t.Errorf("line by line: %v", err)
		}
		want := s.Code()
		if got := p.Code(); got != want {
			t.Errorf("line by line comes to %s, want %s", got, want)
		}
		if got := a.Code(); got != want {
			t.Errorf("in the terminal comes to %s, want %s", got, want)
		}
	})
}

// TestFirstScreen holds reports to their promise: page one begins on the first
// screen, what lies below is marked, and it ends with the lawyer.
func TestFirstScreen(t *testing.T) {
	b := base(t)
	cases(t, 8, func(t *testing.T, c *advisor.Case) {
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		s.Load(c.Answers)
		for s.State().Next >= 0 {
			if err := s.Answer(b.Asked(s.State().Next).ID, fact.NotSure()); err != nil {
				t.Fatal(err)
			}
		}
		for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
			a := terminal(t, b, c.Today, l, 80, 24, func(d *tui.Deps) { said := s.Record(); d.Said = &said })
			for a.Reading() {
				press(a, "b")
			}
			w := words.ReportIn(string(l))
			page, lawyer := screen(a), w.Lawyer+w.Colon+w.Grades[s.Report().Lawyer.Urgency.String()]
			if !strings.Contains(page, lawyer) && !strings.Contains(page, " ↓") {
				t.Errorf("%s: nothing tells that more stands below:\n%s", l, page)
			}
			press(a, "end")
			if end := screen(a); !strings.Contains(end, lawyer) || strings.Contains(end, " ↓") {
				t.Errorf("%s: page one does not end with the lawyer:\n%s", l, end)
			}
		}
	})
}
