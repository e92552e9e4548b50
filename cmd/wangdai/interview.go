package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/cmd/internal/hall"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
	"wangdai/tui"
)

// interview is the program in the terminal; without one it asks line by line.
func (a *app) interview(from *advisor.Record) error {
	if a.plain || !a.tty || hall.Accessible(a.getenv) || a.getenv("TERM") == "dumb" {
		return a.ask(from, false)
	}
	home, err := a.home()
	if err != nil {
		return err
	}
	idle := time.Duration(0) // one's own terminal waits as long as it takes
	if a.kiosk {
		if a.idle < time.Second {
			return hall.Wrong(a.words().Common.ShortIdle, a.idle)
		}
		idle = a.idle
	}
	var save tui.Saver = saver{a}
	if a.kiosk {
		save = nil // a desk keeps no paper of its visitors for the next one
	}
	m := tui.New(tui.Deps{
		Home:         home,
		Load:         a.base,
		Today:        a.today,
		Lang:         a.speech,
		Save:         save,
		Formats:      tuiFormats(),
		OfficialText: a.articleText,
		Kiosk:        a.kiosk,
		Idle:         idle,
		Said:         from,
	})
	var opts []tea.ProgramOption
	if a.noColor || hall.Colourless(a.getenv) {
		opts = append(opts, tea.WithColorProfile(colorprofile.ASCII))
	}
	broke, err := withKeyboard(a.in, m, untilHungUp, opts...)
	if m.Ended() != tui.Quit {
		// Leaving is deleting: the screen and what can be scrolled back to.
		fmt.Fprint(a.out, hall.Wipe)
	}
	switch {
	case broke:
		return hall.Broken("%s", a.words().Common.Broke)
	case errors.Is(err, tea.ErrInterrupted):
		return nil
	}
	return err
}

// untilHungUp runs a program. The library restores the terminal when
// interrupted or terminated, but not when the line is hung up while the
// terminal stays.
func untilHungUp(p *tea.Program) error {
	hung := make(chan os.Signal, 1)
	signal.Notify(hung, syscall.SIGHUP)
	defer signal.Stop(hung)
	go func() {
		<-hung
		p.Quit()
	}()
	_, err := p.Run()
	return err
}

// home is the first question. Of a folder it is read alone, so that the first
// frame does not wait for all of the law.
func (a *app) home() (tui.Home, error) {
	start := knowledge.Start
	if a.knowledge != "" {
		start = func() (*load.Start, error) { return load.Home(a.files()) }
	}
	s, err := start()
	if err != nil {
		return tui.Home{}, hall.Wrong("%s", hall.Words(err, a.speech))
	}
	return tui.Home{Title: s.Title, Options: s.Options, Help: s.Help}, nil
}

// tuiFormats are the formats in the order in which people take them: what is
// printed or handed over first, what programs read last.
func tuiFormats() []tui.Format {
	order := []string{"pdf", "docx", "txt", "html", "md", "ics"}
	rank := func(f tui.Format) int {
		if i := slices.Index(order, f.Name); i >= 0 {
			return i
		}
		return len(order)
	}
	var out []tui.Format
	for _, f := range export.Formats() {
		out = append(out, tui.Format{Name: f.Name, Text: f.Text, Letter: f.Letters()})
	}
	slices.SortStableFunc(out, func(a, b tui.Format) int { return rank(a) - rank(b) })
	return out
}

// articleText is the official wording for the article page.
func (a *app) articleText(law, article string) string {
	b, err := a.base()
	if err != nil {
		return ""
	}
	if l := b.Law(law); l != nil {
		return a.officialText(l, article)
	}
	return ""
}
