package tui_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/tui"
)

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
	for name, way := range map[string][]string{
		"report": {"e"},
		"letter": {"e", "d", "1", "s"},
	} {
		for _, fail := range []error{nil, errors.New("磁盘满了\x1b[2J")} {
			s := &slow{err: fail}
			a, _ := advised(t, fact.ZH, 80, 24, func(d *tui.Deps) { d.Save = s })
			press(a, way...)
			_, cmd := a.Update(tea.KeyPressMsg{Code: '2', Text: "2"})
			if s.calls != 0 || cmd == nil {
				t.Fatalf("%s: %d saves within Update, command %v:\n%s", name, s.calls, cmd != nil, screen(a))
			}
			if _, again := a.Update(tea.KeyPressMsg{Code: '2', Text: "2"}); again != nil {
				t.Errorf("%s: a second save began beside the first", name)
			}
			a.Update(cmd())
			want := "已保存："
			if fail != nil {
				want = "磁盘满了"
			}
			frame := a.View().Content
			if s.calls != 1 || !strings.Contains(frame, want) || strings.Contains(frame, "\x1b[2J") {
				t.Errorf("%s: %d saves, and the page does not say %q:\n%s", name, s.calls, want, frame)
			}
		}
	}
}
