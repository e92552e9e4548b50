package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
	"wangdai/tui"
	"wangdai/tui/plain"
)

var update = flag.Bool("update", false, "rewrite the golden frames")

func base(t testing.TB) *advisor.Base {
	t.Helper()
	b, problems := knowledge.Embedded()
	if b == nil {
		t.Fatal(problems[0].In("en"))
	}
	return b
}

func terminal(t testing.TB, b *advisor.Base, today fact.Date, l advisor.Lang, w, h int, other ...func(*tui.Deps)) *tui.App {
	t.Helper()
	title, options, err := load.Home(knowledge.Files())
	if err != nil {
		t.Fatal(err)
	}
	d := tui.Deps{Home: tui.Home{Title: title, Options: options}, Load: func() (*advisor.Base, error) { return b, nil }, Today: today, Lang: l, Formats: tuiFormats()}
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

func send(a *tui.App, msg tea.Msg) { a.Update(msg) }

// press sends keys: single characters are typed, words name a key.
func press(a *tui.App, keys ...string) {
	codes := map[string]rune{"enter": tea.KeyEnter, "up": tea.KeyUp, "down": tea.KeyDown, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace}
	for _, k := range keys {
		if c, ok := codes[k]; ok {
			send(a, tea.KeyPressMsg{Code: c})
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
	today := fact.NewDate(2026, 11, 25)
	for _, size := range [][2]int{{20, 6}, {40, 12}, {80, 24}, {120, 40}} {
		for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
			for _, shot := range []struct {
				name string
				keys []string
			}{
				{"home", nil},
				{"danger-help", []string{"0"}},
				{"question", []string{"1", "1", "1", "enter"}},
				{"several", []string{"1", "1", "1"}},
				{"why", []string{"1", "1", "w"}},
				{"danger", []string{"1", "3"}},
				{"advice-now", []string{"1", "1", "2", "enter", "v"}},
				{"review", []string{"1", "1", "r"}},
				{"quit", []string{"q"}},
			} {
				name := fmt.Sprintf("%s-%dx%d-%s", shot.name, size[0], size[1], l)
				t.Run(name, func(t *testing.T) {
					a := terminal(t, b, today, l, size[0], size[1])
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
					if shot.name == "why" || shot.name == "advice-now" {
						return // what they say is law, and changes with it; the cases try that
					}
					golden(t, filepath.Join("..", "..", "tui", "screens", name+".txt"), got)
				})
			}
		}
	}
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
		t.Errorf("the screen differs from %s (go test ./cmd/wangdai -run TestFrames -update accepts it):\n%s", file, got)
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

// TestBothFaces answers every case in the terminal and line by line: both
// must come to the same answers, and so to the same advice.
func TestBothFaces(t *testing.T) {
	b := base(t)
	cases := 0
	for i := range b.Cases {
		c := &b.Cases[i]
		if i%4 != 0 && len(c.Vignettes) == 0 {
			continue // every vignette and a quarter of the rest: the faces, not the law
		}
		cases++
		a := terminal(t, b, c.Today, fact.ZH, 80, 24)
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		var lines []string
		for s.State().Next >= 0 {
			q := s.State().Next
			id := b.Facts[b.Questions[q].Fact].ID
			v, ok := c.Answers[id]
			if !ok {
				v = fact.NotSure()
			}
			lines = append(lines, written(b, b.Questions[q].Fact, v))
			for a.Reading() { // a danger is shown: read on
				press(a, "enter")
			}
			typed(a, b, q, v)
			if len(s.Doubts(id, v)) > 0 { // asked again with the reason: the same once more
				lines = append(lines, lines[len(lines)-1])
				press(a, "enter")
			}
			if err := s.Answer(id, v); err != nil {
				t.Fatalf("%s: %v", c.Pos.File, err)
			}
		}
		p := advisor.NewSession(b, advisor.Options{Today: c.Today})
		var out bytes.Buffer
		err := plain.Run(context.Background(), strings.NewReader(strings.Join(lines, "\n")+"\n"), &out, plain.Options{Session: p, Report: func(w io.Writer, r *advisor.Report) error { return export.Write(w, "txt", r, export.Options{}) }})
		if err != nil {
			t.Errorf("%s: line by line: %v", c.Pos.File, err)
		}
		want := s.Code()
		if got := p.Code(); got != want {
			t.Errorf("%s: line by line comes to %s, want %s", c.Pos.File, got, want)
		}
		if got := a.Code(); got != want {
			t.Errorf("%s: in the terminal comes to %s, want %s", c.Pos.File, got, want)
		}
	}
	if cases < 50 {
		t.Errorf("only %d cases were tried", cases)
	}
}

// TestCodes packs every case and reads it back.
func TestCodes(t *testing.T) {
	b := base(t)
	longest, short := 0, 0
	for i := range b.Cases {
		c := &b.Cases[i]
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		for s.State().Next >= 0 {
			id := b.Facts[b.Questions[s.State().Next].Fact].ID
			v, ok := c.Answers[id]
			if !ok {
				v = fact.NotSure()
			}
			if err := s.Answer(id, v); err != nil {
				t.Fatalf("%s: %v", c.Pos.File, err)
			}
		}
		code := s.Code()
		n := len(strings.ReplaceAll(code, "-", ""))
		longest = max(longest, n)
		if n <= 60 {
			short++
		}
		r, err := b.ReadCode(strings.ToLower(strings.ReplaceAll(code, "-", " ")))
		if err != nil {
			t.Errorf("%s: %s: %v", c.Pos.File, code, err)
			continue
		}
		p := advisor.NewSession(b, advisor.Options{Today: c.Today})
		p.Load(r.Answers)
		if p.Code() != code || p.Report().Digest != s.Report().Digest {
			t.Errorf("%s: the code %s reads as another interview", c.Pos.File, code)
		}
		// One wrong character is noticed.
		for _, k := range []int{0, len(code) / 2, len(code) - 1} {
			bad := []byte(code)
			if bad[k] == '-' {
				k++
			}
			bad[k] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(strings.IndexByte("0123456789ABCDEFGHJKMNPQRSTVWXYZ", bad[k])+1)%32]
			if _, err := b.ReadCode(string(bad)); err == nil {
				t.Errorf("%s: a wrong character in %s is not noticed", c.Pos.File, code)
			}
		}
	}
	if short*100 < 95*len(b.Cases) {
		t.Errorf("%d of %d codes have at most 60 characters, want 95%%; the longest has %d", short, len(b.Cases), longest)
	}
}

// BenchmarkResolve is one replay of 25 answers with the conditions of all
// findings; the reasons of those that hold are what because costs on top.
func BenchmarkResolve(bb *testing.B) {
	b := base(bb)
	var c *advisor.Case
	for i := range b.Cases {
		if n := len(b.Cases[i].Answers); b.Cases[i].Answers["role"].N == 0 && n <= 25 && (c == nil || n > len(c.Answers)) {
			c = &b.Cases[i]
		}
	}
	bb.ReportMetric(float64(len(c.Answers)), "answers")
	bb.ReportAllocs()
	for bb.Loop() {
		advisor.Resolve(b, c.Answers, c.Today)
	}
}

func BenchmarkReport(bb *testing.B) {
	b := base(bb)
	c := &b.Cases[0]
	s := advisor.NewSession(b, advisor.Options{Today: c.Today})
	s.Load(c.Answers)
	bb.ReportAllocs()
	for bb.Loop() {
		s.Report()
	}
}

// FuzzAnswers feeds files of answers: refusing is fine, panicking is not.
func FuzzAnswers(f *testing.F) {
	b := base(f)
	f.Add("role: borrower\nlender: bank\nplan: {periods: 12, each: 1000}\n")
	f.Add("answers: {role: data, contacts: [{on: 2025-01-01, what: demand}]}\nrest: unknown\n")
	f.Add("{\"role\": \"borrower\", \"amount\": -1e99}")
	f.Add("conduct: [night, threats, none]\nrole: borrower\n")
	f.Fuzz(func(t *testing.T, s string) {
		a := &app{env: &env{today: fact.NewDate(2026, 11, 25), getenv: func(string) string { return "" }, err: io.Discard}}
		raw, _, _, err := a.parseAnswers("f", []byte(s))
		if err != nil {
			return
		}
		ans, errs := b.DecodeAnswers(raw, a.today)
		if len(errs) == 0 {
			advisor.Resolve(b, ans, a.today)
		}
	})
}

// TestFirstScreen holds every case's report to its promise: where one stands,
// the most urgent thing, the next steps and the lawyer on one screen.
func TestFirstScreen(t *testing.T) {
	b := base(t)
	title, options, err := load.Home(knowledge.Files())
	if err != nil {
		t.Fatal(err)
	}
	for i := range b.Cases {
		c := &b.Cases[i]
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		s.Load(c.Answers)
		for s.State().Next >= 0 {
			if err := s.Answer(b.Facts[b.Questions[s.State().Next].Fact].ID, fact.NotSure()); err != nil {
				t.Fatal(err)
			}
		}
		for _, l := range []advisor.Lang{fact.ZH, fact.EN} {
			a := tui.New(tui.Deps{Home: tui.Home{Title: title, Options: options}, Load: func() (*advisor.Base, error) { return b, nil }, Today: c.Today, Lang: l, Answers: s.Answers()})
			send(a, tea.WindowSizeMsg{Width: 80, Height: 24})
			send(a, a.Init()())
			for a.Reading() {
				press(a, "b")
			}
			page, lawyer := screen(a), map[advisor.Lang]string{fact.ZH: "找律师：", fact.EN: "See a lawyer: "}[l]
			if !strings.Contains(page, lawyer) || strings.Contains(page, "↑↓") {
				t.Errorf("%s:%d (%s): the lawyer does not stand on the first screen:\n%s", c.Pos.File, c.Pos.Line, l, page)
			}
		}
	}
}
