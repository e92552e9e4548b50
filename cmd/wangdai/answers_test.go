package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
	"wangdai/tui"
	"wangdai/tui/plain"
)

var answerDay = fact.NewDate(2026, 11, 25)

// upTo is a borrower's interview up to a question, with everything else not
// sure.
func upTo(t *testing.T, b *advisor.Base, question string) *advisor.Session {
	t.Helper()
	s := advisor.NewSession(b, advisor.Options{Today: answerDay})
	_ = s.Answer("role", fact.Of(0))
	for {
		next := s.State().Next
		if next < 0 {
			t.Fatalf("%s is not asked", question)
		}
		id := b.Facts[b.Questions[next].Fact].ID
		if id == question {
			return s
		}
		if err := s.Answer(id, fact.NotSure()); err != nil {
			t.Fatal(err)
		}
	}
}

// onScreen is the interview in a window wide enough for any message.
func onScreen(t *testing.T, b *advisor.Base, s *advisor.Session) *tui.App {
	t.Helper()
	said := s.Record()
	a := tui.New(tui.Deps{Load: func() (*advisor.Base, error) { return b, nil }, Today: answerDay,
		Lang: fact.ZH, Said: &said})
	a.Update(tea.WindowSizeMsg{Width: 600, Height: 60})
	a.Update(a.Init()())
	for a.Reading() {
		press(a, "b")
	}
	return a
}

// press types a text.
func press(a *tui.App, text string) {
	for _, r := range text {
		a.Update(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

func enter(a *tui.App) { a.Update(tea.KeyPressMsg{Code: tea.KeyEnter}) }

func screen(a *tui.App) string { return ansi.Strip(a.View().Content) }

// asked is what the interview line by line says when it is fed these lines.
func asked(t *testing.T, s *advisor.Session, in string) string {
	t.Helper()
	var out bytes.Buffer
	err := plain.Run(context.Background(), strings.NewReader(in), &out, plain.Options{Session: s,
		Paper: hall.Text{}})
	if err != nil && !errors.Is(err, plain.ErrOpen) {
		t.Fatal(err)
	}
	return out.String()
}

// Typed, pasted, line by line, in a file and in a flag, a text is the same
// answer, or is refused in the same words.
func TestEveryDoorReadsTheSame(t *testing.T) {
	b := base(t)
	for _, x := range []struct{ question, text, want string }{
		{"amount", "0x10", "看不懂「0x10」；请写金额，例如 2000"},
		{"amount", "0o17", "看不懂「0o17」；请写金额"},
		{"amount", "1e4", "看不懂「1e4」；请写金额"},
		{"amount", "-5", "不能是负数；请写金额"},
		{"amount", "1.234", "小数位太多；请写金额"},
		{"amount", "99999999999999999", "数太大了；请写金额"},
		{"amount", "0123", "123 元"},
		{"amount", "1。5万", "15,000 元"},
		{"amount", "１．２ｗ", "12,000 元"},
		{"amount", "\ufeff1万2", "12,000 元"},
		{"contract_date", "2025-02-30", "2025 年 2 月没有 30 日；请写年月日"},
		{"contract_date", "1973-05-01", "1973年5月1日 不在能填的范围里；请填 2010年1月1日 到"},
		{"contract_date", "2025。01。05", "2025年1月5日"},
		{"plan", "500x12", "「500x12」有两种读法：500 期，每期 12 元；或者 12 期，每期 500 元；前一种写 500x12元，" +
			"后一种写 12x500"},
		{"plan", "7000x3000", "期数要在 1 到 600 之间；请写 12x1000"},
		{"plan", "4000d2000", "天数要在 1 到 3,650 之间；请写 12x1000"},
		{"plan", "2025-06-01:3000,2025-02-01:3000",
			"日期要从早到晚：第 2 笔（2025-02-01）早于前一笔（2025-06-01）；请写"},
		{"plan", "12期、每期960", "12 期，每期 960 元"},
		{"plan", "2025-02-05:5000、2025-03-05:6000", "2025-02-05 5,000 元；2025-03-05 6,000 元"},
	} {
		_, i := b.Fact(x.question)
		refused := strings.Contains(x.want, "；请") || strings.Contains(x.want, "两种读法")
		s := upTo(t, b, x.question)
		v, err := b.ParseAnswer(i, x.text, answerDay)
		if n, _ := fact.NoticeIn(err); !strings.HasPrefix(n.In(fact.ZH)+b.FormatValue(i, v, fact.ZH), x.want) ||
			refused != (err != nil) {
			t.Errorf("%s: %s reads as %v, %v; want %s", x.question, x.text, v, err, x.want)
			continue
		}
		if out := asked(t, upTo(t, b, x.question), x.text+"\n"); !strings.Contains(out, x.want) {
			t.Errorf("%s: %s, line by line: %s; want %s", x.question, x.text, out, x.want)
		}
		var after string
		if !refused {
			if err := s.Answer(x.question, v); err != nil {
				t.Fatal(err)
			}
			after = s.Code()
		}
		for _, paste := range []bool{false, true} {
			a := onScreen(t, b, upTo(t, b, x.question))
			if paste {
				a.Update(tea.PasteMsg{Content: x.text + "\r"})
			} else {
				press(a, x.text)
			}
			enter(a)
			if got := screen(a); refused && !strings.Contains(got, x.want) {
				t.Errorf("%s: %s on the screen (pasted: %v):\n%s\nwant %s", x.question, x.text, paste, got, x.want)
			}
			if !refused && a.Code() != after {
				t.Errorf("%s: %s on the screen (pasted: %v) gives %s, want %s\n%s", x.question, x.text, paste, a.Code(),
					after, screen(a))
			}
		}
		file := "role: borrower\n" + x.question + ": " + strings.TrimPrefix(x.text, "\ufeff") + "\n"
		_, errs := called(t, io.Discard, file, "advise", "--answers", "-", "--partial")
		if got := strings.Contains(errs, x.question+": "+x.want); got != refused {
			t.Errorf("%s: %s in a file: %s; want %s", x.question, x.text, errs, x.want)
		}
		if x.question == "amount" {
			status, out, errs := calculated(t, "fee", "--amount="+x.text)
			if refused != strings.Contains(errs, "--amount: "+x.want) || refused != (status == hall.WrongInput) {
				t.Errorf("%s in a flag: %s%s; want %s", x.text, out, errs, x.want)
			}
		}
	}
}

// A paste of several lines is a list, never one number, and one too long is
// refused in words.
func TestPaste(t *testing.T) {
	b := base(t)
	a := onScreen(t, b, upTo(t, b, "amount"))
	a.Update(tea.PasteMsg{Content: "5000\r300"})
	enter(a)
	if got := screen(a); !strings.Contains(got, "看不懂「5000 300」") {
		t.Errorf("two numbers on two lines:\n%s", got)
	}
	var app strings.Builder
	for k := range 24 {
		app.WriteString("第" + fact.Group(string(rune('1'+k%9))) + "期 " + fact.NewDate(2024, 2+k, 5).String() +
			" 1,960.50元\r")
	}
	_, plan := b.Fact("plan")
	want, err := b.ParseAnswer(plan, app.String(), answerDay)
	if err != nil || len(want.Plan.Flow) != 24 {
		t.Fatalf("%v, %v", want, err)
	}
	s := upTo(t, b, "plan")
	if err := s.Answer("plan", want); err != nil {
		t.Fatal(err)
	}
	a = onScreen(t, b, upTo(t, b, "plan"))
	a.Update(tea.PasteMsg{Content: app.String()})
	enter(a)
	if a.Code() != s.Code() {
		t.Errorf("24 pasted lines give %s, want %s\n%s", a.Code(), s.Code(), screen(a))
	}
	out := asked(t, upTo(t, b, "plan"), strings.ReplaceAll(app.String(), "\r", "\r\n"))
	if !strings.Contains(out, "您选择了："+b.FormatValue(plan, want, fact.ZH)) {
		t.Errorf("24 lines, line by line, are not one plan:\n%s", out[max(0, len(out)-3000):])
	}
	_, contacts := b.Fact("contacts")
	k := b.Facts[contacts].Options
	out = asked(t, upTo(t, b, "contacts"), "2026-02-03 1\n2026-03-03 2\n")
	if !strings.Contains(out, "2026-02-03 "+k[0].Text.ZH+"；2026-03-03 "+k[1].Text.ZH) {
		t.Errorf("two events on two lines:\n%s", out)
	}
	for _, question := range []string{"amount", "plan"} {
		a = onScreen(t, b, upTo(t, b, question))
		before := a.Code()
		a.Update(tea.PasteMsg{Content: strings.Repeat("2025-02-05 9,", 6000)})
		if got := screen(a); !strings.Contains(got, "写得太长") || a.Code() != before {
			t.Errorf("%s: a paste of 78,000 characters:\n%s", question, got)
		}
		press(a, "u")
		if a.Code() == before {
			t.Errorf("%s: after a long paste the interview does not go on:\n%s", question, screen(a))
		}
	}
}

// A byte order mark and a line of 70,000 characters do not end the interview.
func TestLinesThatAreNone(t *testing.T) {
	b := base(t)
	s := advisor.NewSession(b, advisor.Options{Today: answerDay})
	out := asked(t, s, "\ufeff1\r\n\r\n"+strings.Repeat("x", 70_000)+"\n"+strings.Repeat("9", 60_000)+"\n１\n1、3")
	if got := s.Answers(); got["role"].N != 0 || !got["danger"].Is(0) || got["problem"].N != 5 || len(got) != 3 {
		t.Errorf("read %v", got)
	}
	if strings.Count(out, "写得太长") != 2 {
		t.Errorf("long lines are not refused:\n%.2000s", out)
	}
}
