package tui

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

func waiting(kiosk bool) *App {
	a := New(Deps{
		Home:  Home{Title: advisor.Text{ZH: "关系", EN: "Role"}, Options: []advisor.Text{{ZH: "借款", EN: "borrowed"}}},
		Load:  func() (*advisor.Base, error) { return &advisor.Base{}, nil },
		Lang:  fact.ZH,
		Kiosk: kiosk,
		Idle:  10 * time.Second,
	})
	a.w, a.h = 80, 24
	a.push(helpPage(func(*App) string { return "第一页" }))
	return a
}

func quietFor(a *App, n int) (cmd tea.Cmd) {
	for range n {
		_, cmd = a.Update(tick{})
	}
	return cmd
}

func screen(a *App) string { s, _, _ := a.frame(a.w, a.h); return s }

func TestIdleAsksThenDropsTheAnswers(t *testing.T) {
	a := waiting(true)
	quietFor(a, ticks-1)
	if strings.Contains(screen(a), "您还在吗") {
		t.Fatal("asked before the time was over")
	}
	quietFor(a, 1)
	if s := screen(a); !strings.Contains(s, "您还在吗") || !strings.Contains(s, "60 秒") ||
		strings.Contains(s, "第一页") {
		t.Fatalf("after the time the page should only ask:\n%s", s)
	}
	quietFor(a, 1)
	if !strings.Contains(screen(a), "59 秒") {
		t.Fatal("the countdown does not run")
	}
	quietFor(a, countdown-1)
	if s := screen(a); strings.Contains(s, "第一页") || strings.Contains(s, "您还在吗") ||
		!strings.Contains(s, "关系") {
		t.Fatalf("a desk goes back to the start:\n%s", s)
	}
}

func TestIdleKeyOnlySaysThatOneIsThere(t *testing.T) {
	a := waiting(true)
	quietFor(a, ticks)
	a.Update(tea.KeyPressMsg{Code: 'b', Text: "b"})
	if s := screen(a); !strings.Contains(s, "第一页") {
		t.Fatalf("the key should bring back the page it lay over:\n%s", s)
	}
	quietFor(a, ticks-1)
	if strings.Contains(screen(a), "您还在吗") {
		t.Fatal("the key did not start the time anew")
	}
}

func TestIdleEndsAConnection(t *testing.T) {
	a := waiting(false)
	cmd := quietFor(a, ticks+countdown)
	if cmd == nil {
		t.Fatal("nothing ends the session")
	}
	if _, ok := cmd().(tea.QuitMsg); !ok || a.Ended() != Idle {
		t.Fatalf("the session should end and its screen be cleared: %T, ended %v", cmd(), a.Ended())
	}
}

func TestIdleNeverOnTheStartPageOfADesk(t *testing.T) {
	a := waiting(true)
	a.pop()
	quietFor(a, 5*ticks)
	if strings.Contains(screen(a), "您还在吗") {
		t.Fatal("asked where there is nothing to drop")
	}
}

// What was taken back or typed by one visitor of a desk is gone for the next.
func TestIdleDropsWhatWasTakenBack(t *testing.T) {
	a := waiting(true)
	a.pop()
	a.kept.note("code", "7NX4")
	quietFor(a, ticks)
	if !strings.Contains(screen(a), "您还在吗") {
		t.Fatal("what was typed stays on the start page of a desk")
	}
	quietFor(a, countdown)
	if a.said() || len(a.kept.typed) > 0 {
		t.Fatalf("kept for the next visitor: %v", a.kept.typed)
	}
}
