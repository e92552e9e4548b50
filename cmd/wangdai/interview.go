package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/knowledge"
	"wangdai/tui"
	"wangdai/tui/plain"
)

func (a *app) askCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "ask",
		Short: a.say("逐行问答：读屏软件、管道、哑终端", "the interview line by line: screen readers, pipes, dumb terminals"),
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return a.ask(nil) },
	}
}

// ask is the interview line by line.
func (a *app) ask(from advisor.Answers) error {
	b, err := a.base()
	if err != nil {
		return err
	}
	s := a.session(b)
	if from != nil {
		s.Load(from)
	}
	err = plain.Run(context.Background(), a.in, a.out, plain.Options{Session: s, Report: func(w io.Writer, r *advisor.Report) error {
		return export.Write(w, "txt", r, export.Options{})
	}})
	if errors.Is(err, plain.ErrOpen) {
		return &failure{status: statusMissing, quiet: true, err: err}
	}
	return err
}

// interview is the program in the terminal; without one it asks line by line.
func (a *app) interview(from advisor.Answers) error {
	if a.plain || !a.tty || a.accessible() || a.getenv("TERM") == "dumb" {
		return a.ask(from)
	}
	home, err := a.home()
	if err != nil {
		return err
	}
	idle := time.Duration(0) // one's own terminal waits as long as it takes
	if a.kiosk {
		if a.idle < time.Second {
			return badInput("--idle %s: %s", a.idle, a.say("至少 1s", "at least 1s"))
		}
		idle = a.idle
	}
	m := tui.New(tui.Deps{
		Home:         home,
		Load:         a.base,
		Today:        a.today,
		Lang:         a.language(),
		Save:         saver{a},
		Formats:      tuiFormats(),
		OfficialText: a.articleText,
		Kiosk:        a.kiosk,
		Idle:         idle,
		Answers:      from,
	})
	var opts []tea.ProgramOption
	if a.colourless() {
		// The library reads NO_COLOR as a boolean; the convention is that any
		// value but the empty one counts.
		opts = append(opts, tea.WithColorProfile(colorprofile.ASCII))
	}
	program := tea.NewProgram(m, opts...)
	// The library restores the terminal when interrupted or terminated, but
	// not when the line is hung up while the terminal stays.
	hung := make(chan os.Signal, 1)
	signal.Notify(hung, syscall.SIGHUP)
	defer signal.Stop(hung)
	go func() {
		<-hung
		program.Quit()
	}()
	_, err = program.Run()
	if m.Left() {
		// Leaving is deleting: the screen and what can be scrolled back to.
		fmt.Fprint(a.out, "\x1b[H\x1b[2J\x1b[3J")
	}
	if errors.Is(err, tea.ErrInterrupted) {
		return nil
	}
	return err
}

// home is the first question, read alone so that the first frame does not
// wait for all of the law.
func (a *app) home() (tui.Home, error) {
	title, options, err := knowledge.Home(a.files())
	if err != nil {
		return tui.Home{}, badInput("%v", err)
	}
	return tui.Home{Title: title, Options: options}, nil
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

func (a *app) colourless() bool { return a.noColor || a.getenv("NO_COLOR") != "" }

// accessible is the convention of screen-reader users.
func (a *app) accessible() bool {
	v := strings.ToLower(a.getenv("ACCESSIBLE"))
	return v != "" && v != "0" && v != "false"
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

// saver saves reports beside the person, never over an existing file.
type saver struct{ *app }

// Save writes the report to a new file in the current folder and says where.
func (s saver) Save(format string, r *advisor.Report) (string, error) {
	return s.beside("wangdai-"+r.AsOf, format, func(w io.Writer) error { return export.Write(w, format, r, export.Options{}) })
}

// SaveLetter writes a letter the same way, under the letter's own name.
func (s saver) SaveLetter(format string, l *advisor.Letter) (string, error) {
	return s.beside("wangdai-"+l.ID, format, func(w io.Writer) error { return export.WriteLetter(w, format, l, export.Options{}) })
}

// beside takes the first name that is free: name.pdf, name-2.pdf and so on.
func (s saver) beside(base, format string, write func(io.Writer) error) (string, error) {
	for i := 1; i < 100; i++ {
		name := base + "." + format
		if i > 1 {
			name = fmt.Sprintf("%s-%d.%s", base, i, format)
		}
		if _, err := os.Lstat(name); err == nil {
			continue
		}
		return name, writeNew(name, write)
	}
	return "", errors.New(s.say("同名的文件太多了，请先清理", "too many files of that name; please clear some"))
}
