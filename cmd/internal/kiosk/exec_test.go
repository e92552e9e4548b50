package kiosk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pkg/sftp"

	"wangdai/advisor"
	"wangdai/advisor/export"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/cmd/internal/hall"
)

// wanted is the report of a code as the export package writes it.
func wanted(t testing.TB, code, format string, lang advisor.Lang) string {
	t.Helper()
	l, err := law()
	if err != nil {
		t.Fatal(err)
	}
	a, err := l.Base.ReadCode(code, today)
	if err != nil {
		t.Fatal(err)
	}
	s := advisor.NewSession(l.Base, advisor.Options{Today: today, Lang: lang})
	s.Load(a.Answers)
	var b bytes.Buffer
	if err := export.Write(&b, format, s.Report(), export.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExport(t *testing.T) {
	n := serve(t)
	_, code := marked(t)
	for _, f := range hall.Formats() {
		out, errs, rc := run(t, n.addr, "export "+strings.ToLower(code)+" --format "+f, nil)
		if out != wanted(t, code, f, fact.ZH) || errs != "" || rc != 0 {
			t.Errorf("%s: %d bytes, %q, status %d", f, len(out), errs, rc)
		}
	}
	groups := strings.ReplaceAll(code, "-", " ")
	if out, _, rc := run(t, n.addr, "export --lang=en --format=txt "+groups, nil); out != wanted(t, code, "txt",
		fact.EN) || rc != 0 {
		t.Errorf("in groups, in English: %d bytes, status %d", len(out), rc)
	}
	for command, want := range map[string]string{
		"export":                                 "要写续答码",
		"export " + code[:len(code)-1]:           "wangdai:",
		"export " + code + " --format exe":       "--format",
		"export " + code + " --out /tmp/x":       "没有 --out 这个选项",
		"export " + code + " --lang fr":          "--lang",
		"export " + code + " --knowledge=/etc":   "没有 --knowledge 这个选项",
		"export " + code + " --font /etc/passwd": "没有 --font 这个选项",
	} {
		if out, errs, rc := run(t, n.addr, command, nil); out != "" || rc != hall.WrongInput ||
			!strings.Contains(errs, want) {
			t.Errorf("%s: %q, %q, status %d", command, out, errs, rc)
		}
	}
	metric(t, n, `wangdai_reports_total{branch="borrower"}`)
}

// TestLongCode: a code with a list of two hundred payments works in every way
// that a code of a few groups does.
func TestLongCode(t *testing.T) {
	n := serve(t)
	code := longCode(t, 200)
	want := wanted(t, code, "txt", fact.ZH)
	if len(code) < 2000 {
		t.Fatalf("the code has %d characters only", len(code))
	}
	for name, x := range map[string]struct {
		command string
		in      io.Reader
	}{
		"as one word":       {"export --format txt " + code, nil},
		"in groups":         {"export --format txt " + strings.ReplaceAll(code, "-", " "), nil},
		"on standard input": {"export - --format txt", strings.NewReader(code + "\n")},
	} {
		if out, errs, rc := run(t, n.addr, x.command, x.in); out != want || rc != hall.Done {
			t.Errorf("%s: %d bytes of %d, %q, status %d", name, len(out), len(want), errs, rc)
		}
	}
	if out, errs, rc := run(t, n.addr, "export -", strings.NewReader(strings.Repeat("A", 1<<20))); out != "" ||
		rc != hall.WrongInput || !strings.Contains(errs, "太长") {
		t.Errorf("too long for a code: %q, %q, status %d", out, errs, rc)
	}
	c, err := sftp.NewClient(connect(t, n.addr, "x"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	f, err := c.Open(code + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(f); err != nil || string(got) != want {
		t.Errorf("as a file: %d bytes of %d, %v", len(got), len(want), err)
	}
	ready := "\x00\x00\x00"
	out, _, rc := run(t, n.addr, "scp -f "+code+".txt", strings.NewReader(ready))
	if rc != hall.Done || !strings.HasPrefix(out, "C0444 ") || !strings.HasSuffix(out, "\n"+want+"\x00") {
		t.Errorf("by the old scp: %d bytes of %d, status %d", len(out), len(want), rc)
	}
	// It can be pasted as well.
	v := visitor(t, connect(t, n.addr, "x"), "xterm", 80, 24)
	at := v.begin(t)
	v.press("bbb")
	at = v.out.wait(t, at, "c 续答码")
	v.press("c")
	at = v.out.wait(t, at, "请输入续答码")
	v.press("\x1b[200~" + code + "\x1b[201~")
	v.out.wait(t, at, code[len(code)-9:])
	v.press("\r")
	v.out.wait(t, at, "您的处境")
}

// longCode is the code of a borrower who noted that many payments.
func longCode(t testing.TB, payments int) string {
	t.Helper()
	l, err := law()
	if err != nil {
		t.Fatal(err)
	}
	var flow []any
	first := fact.NewDate(2024, 6, 1)
	for i := range payments {
		flow = append(flow, map[string]any{"on": (first + fact.Date(2*i)).String(), "pay": "234567.00"})
	}
	ans, errs := l.Base.DecodeAnswers(map[string]any{"role": "borrower", "lender": "bank", "plan": flow}, today)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	s := advisor.NewSession(l.Base, advisor.Options{Today: today, Lang: fact.ZH})
	s.Load(ans)
	for s.State().Next >= 0 {
		if err := s.Answer(l.Base.Facts[l.Base.Questions[s.State().Next].Fact].ID, fact.NotSure()); err != nil {
			t.Fatal(err)
		}
	}
	return s.Code()
}

// TestLimitsHoldEveryCode: what may be said at once leaves room for the
// longest code that the present questions allow.
func TestLimitsHoldEveryCode(t *testing.T) {
	l, err := law()
	if err != nil {
		t.Fatal(err)
	}
	branches, err := paths.Count(l.Base, today)
	if err != nil {
		t.Fatal(err)
	}
	longest := l.Base.LongestCode(today)
	if longest > fact.MaxText {
		t.Errorf("codes of up to %d characters, and fields take %d", longest, fact.MaxText)
	}
	for id, b := range branches {
		if n := b.CodeFull + b.CodeFull/4; n > longest {
			t.Errorf("branch %s: codes of up to %d characters, and room for %d", id, n, longest)
		}
	}
}

// TestExportThroughTerminal: a terminal would change the bytes, so it is
// refused.
func TestExportThroughTerminal(t *testing.T) {
	n := serve(t)
	_, code := marked(t)
	s, err := connect(t, n.addr, "x").NewSession()
	if err != nil {
		t.Fatal(err)
	}
	var out safeBuffer // the client writes both from its own goroutines
	s.Stdout, s.Stderr = &out, &out
	_ = s.RequestPty("xterm", 24, 80, nil)
	if err := s.Run("export " + code); status(err) != hall.WrongInput || !strings.Contains(out.String(), "-t") {
		t.Errorf("%v, %q", err, out.String())
	}
}

// TestAdvise: answers in, report out, as on the command line; what is wrong
// with them is told, and nothing of it reaches a terminal.
func TestAdvise(t *testing.T) {
	n := serve(t)
	const some = "role: borrower\ndanger: none\nlender: bank\n"
	out, errs, rc := run(t, n.addr, "advise --partial --format json --lang en", strings.NewReader(some))
	var r struct{ Lang, Branch, Code string }
	if err := json.Unmarshal([]byte(out), &r); err != nil || r.Lang != "en" || r.Branch != "borrower" ||
		rc != hall.Done || errs != "" {
		t.Errorf("%v, %+v, %q, status %d", err, r, errs, rc)
	}
	metric(t, n, `wangdai_reports_total{branch="borrower"} 1`)
	const contact = "role: contact\ndanger: none\ncontact_points: none\nconduct: none\n"
	out, errs, rc = run(t, n.addr, "advise --ask contact-owe --full --format json", strings.NewReader(contact))
	if rc != 0 || errs != "" || !strings.Contains(out, `"ask": "contact-owe"`) {
		t.Errorf("with an ask: status %d, %q, %.80q", rc, errs, out)
	}
	_, errs, rc = run(t, n.addr, "advise --ask contact-ow", strings.NewReader(contact))
	if rc != hall.WrongInput || !strings.Contains(errs, "是否想写 contact-owe") {
		t.Errorf("with no ask: status %d, %q", rc, errs)
	}
	out, errs, rc = run(t, n.addr, "advise --format=json", strings.NewReader(some))
	if rc != hall.Missing || !strings.Contains(out, `"missing"`) || !strings.Contains(errs, "wangdai: 还有") {
		t.Errorf("questions are open: %.80q, %.80q, status %d", out, errs, rc)
	}
	out, errs, rc = run(t, n.addr, "advise", strings.NewReader("role: borrower\nlender: bnak\n\"\\e]0;evil\\a\": 1\n"))
	if out != "" || rc != hall.WrongInput || !strings.Contains(errs, "是否想写 bank") ||
		strings.ContainsAny(errs, "\x1b\x07") {
		t.Errorf("wrong answers: %q, %q, status %d", out, errs, rc)
	}
	big := strings.NewReader(strings.Repeat("#", mostAnswers+1))
	if _, errs, rc := run(t, n.addr, "advise", big); rc != hall.WrongInput || !strings.Contains(errs, "64 KiB") {
		t.Errorf("too much: %q, status %d", errs, rc)
	}
	for command, want := range map[string]string{
		"advise role":           "标准输入",
		"advise --partia":       "--partia 这个选项；是否想写 --partial",
		"advise --format":       "--format 后面要写值",
		"advise --partial=odd":  "--partial odd",
		"advise --answers=/etc": "没有 --answers 这个选项",
		"advise -x":             "没有 -x 这个选项",
	} {
		if out, errs, rc := run(t, n.addr, command, nil); out != "" || rc != hall.WrongInput ||
			!strings.Contains(errs, want) {
			t.Errorf("%s: %q, %q, status %d, want %q", command, out, errs, rc, want)
		}
	}
}

func TestUnknownCommands(t *testing.T) {
	n := serve(t)
	for _, c := range []string{"ls", "sh -c id", "plainly", "export;id", "\x1b]0;evil\x07", "$(id)", "'", "\xff\xfe"} {
		out, errs, rc := run(t, n.addr, c, nil)
		if out != "" || rc != hall.Unknown || !strings.Contains(errs, "没有这个命令") {
			t.Errorf("%.20q: %q, %q, status %d", c, out, errs, rc)
		}
		if len(errs) > 400 || strings.ContainsAny(errs, "\x1b\x07") {
			t.Errorf("%.20q comes back: %q", c, errs)
		}
	}
	long := strings.Repeat("help ", 1+n.law.Load().most()/5)
	if out, errs, rc := run(t, n.addr, long, nil); out != "" || rc != hall.WrongInput ||
		!strings.Contains(errs, "export - <") {
		t.Errorf("a command too long: %q, %q, status %d", out, errs, rc)
	}
	if out, errs, rc := run(t, n.addr, "help", nil); !strings.Contains(out, "export") || errs != "" || rc != 0 {
		t.Errorf("help: %q, %q, status %d", out, errs, rc)
	}
}

// TestPlain: the interview through a pipe, to the same advice and code.
func TestPlain(t *testing.T) {
	n := serve(t)
	lines, code := marked(t)
	out, _, rc := run(t, n.addr, "plain", strings.NewReader(strings.Join(lines, "\n")+"\n"))
	if rc != 0 || !strings.HasSuffix(out, wanted(t, code, "txt", fact.ZH)) || strings.Contains(out, "\x1b") {
		t.Errorf("status %d, ends %q", rc, out[max(0, len(out)-200):])
	}
	if out, _, rc := run(t, n.addr, "plain", strings.NewReader("1\n")); rc != hall.Missing ||
		!strings.Contains(out, "- danger: ") {
		t.Errorf("the input ends early: status %d, %q", rc, out[max(0, len(out)-200):])
	}
}

// TestAsksThroughAPipe: a visitor names what they want to know, has the answer
// at once, page one, and what stands behind it.
func TestAsksThroughAPipe(t *testing.T) {
	n := serve(t)
	for user, want := range map[string][]string{
		"plain": {"您最想知道什么", "已选：我只是联系人", "您问的，有答案了", "不用还：", "以上是第一页",
			"给律师，和想看全的人", "续答码："},
		"en": {"What do you want to know", "Chosen: I am only a contact", "The answer to your question", "No: ",
			"That was page one", "For the lawyer", "Code: "},
	} {
		out := &safeBuffer{}
		c := connect(t, n.addr, user)
		s, err := c.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		s.Stdout, s.Stdin = out, strings.NewReader("4\ncontact-stp\n1\n\n1\n1\n1\n")
		if err := s.Run("plain"); err != nil {
			t.Errorf("%s: %v", user, err)
		}
		page, at := out.String(), 0
		for _, text := range want {
			k := strings.Index(page[at:], text)
			if k < 0 {
				t.Fatalf("%s: %q does not follow in %s", user, text, page)
			}
			at += k
		}
		if !strings.Contains(page, "contact-stop") {
			t.Errorf("%s: nothing says what contact-stp was meant for", user)
		}
	}
}

// TestPlainOnTerminal: typing, correcting and leaving where no device does it.
func TestPlainOnTerminal(t *testing.T) {
	n := serve(t)
	v := visitor(t, connect(t, n.addr, "plain"), "xterm", 80, 24)
	at := v.out.wait(t, 0, "请输入编号")
	v.press("9汉\x7f\x7f\x1b[A1\r")
	at = v.out.wait(t, at, wonders)
	v.press("\r")
	at = v.out.wait(t, at, "轻生的念头")
	if s := v.out.String(); !strings.Contains(s, "9汉\b \b\b \b\b \b1\r\n") {
		t.Errorf("echo: %q", s)
	}
	v.press("\x03")
	v.out.wait(t, at, "输入结束了")
	if err := v.Wait(); status(err) != hall.Missing {
		t.Error(err)
	}
}

func TestSFTP(t *testing.T) {
	n := serve(t)
	_, code := marked(t)
	c, err := sftp.NewClient(connect(t, n.addr, "x"))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, name := range []string{code + ".md", "/" + code + ".pdf", "./" + code + ".json"} {
		f, err := c.Open(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := io.ReadAll(f)
		if ext := filepath.Ext(name)[1:]; err != nil || string(got) != wanted(t, code, ext, fact.ZH) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
		if i, err := c.Stat(name); err != nil || i.Size() != int64(len(got)) || i.Mode().Perm()&0o222 != 0 {
			t.Errorf("%s: %v, %v", name, i, err)
		}
	}
	if l, err := c.ReadDir("/"); err != nil || len(l) != 0 {
		t.Errorf("listed: %v, %v", l, err)
	}
	for _, name := range []string{"/etc/passwd", "../../etc/passwd", code, code + ".exe", code + "X.md",
		strings.Repeat("0", n.law.Load().most()-3) + ".md", "host_ed25519"} {
		if _, err := c.Open(name); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%.30s: %v", name, err)
		}
	}
	for what, err := range map[string]error{
		"create": second(c.Create("x.md")), "remove": c.Remove(code + ".md"), "mkdir": c.Mkdir("d"),
		"rename": c.Rename("a", "b"),
		"link":   c.Symlink("/etc/passwd", "x.md"), "chmod": c.Chmod(code+".md", 0o777),
		"append": second(c.OpenFile(code+".md", os.O_RDWR)),
	} {
		if err == nil {
			t.Errorf("%s was allowed", what)
		}
	}
	var last error
	for i := range mostMade + 2 {
		_, last = c.Stat(code[:len(code)-1] + string("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[i%32]) + "." +
			hall.Formats()[i%2])
	}
	if last == nil || errors.Is(last, os.ErrNotExist) {
		t.Errorf("made files without end: %v", last)
	}
}

func second[T any](_ T, err error) error { return err }

// TestEscapes: what comes from outside reaches neither a terminal nor the log.
func TestEscapes(t *testing.T) {
	const evil = "\x1b]52;c;ZXZpbA==\x07\x1b]0;evil\x07\x1b[31mevil\u202e\u009b31m\r\nforged"
	motd := filepath.Join(t.TempDir(), "motd")
	if err := os.WriteFile(motd, []byte("通知"+evil), 0o600); err != nil {
		t.Fatal(err)
	}
	n := serve(t, func(c *Config) { c.MOTD = motd })
	seen := *n.motd.Load()
	v := visitor(t, connect(t, n.addr, "u"+evil), "xterm"+evil, 80, 24, "LANG=zh"+evil, "TERM_PROGRAM="+evil)
	v.out.wait(t, 0, motto)
	v.press("c") // a field to type into
	v.press("\x1b[200~9" + evil + "\x1b[201~")
	v.out.wait(t, 0, "9")
	v.press("\x1b" + evil)
	v.press("\x03")
	_ = v.Wait()
	seen += v.out.String()
	for _, c := range []string{"export " + evil, evil, "export AAAA" + evil, "scp -f " + evil, "help\x1b[31m"} {
		out, errs, _ := run(t, n.addr, c, strings.NewReader(evil))
		seen += out + errs
	}
	p := visitor(t, connect(t, n.addr, "plain"), "xterm", 80, 24)
	p.out.wait(t, 0, "请输入编号")
	p.press(evil + "\r\x04\x04")
	_ = p.Wait()
	seen += p.out.String()
	for _, bad := range []string{"\x1b]52", "\x1b]0;", "\x1b[31mevil", "\u202e", "\u009b", "\x07evil"} {
		if strings.Contains(seen, bad) {
			t.Errorf("%q reached a terminal", bad)
		}
	}
	n.log.wait(t, 0, `"kind":"plain"`)
	for _, bad := range []string{"\x1b", `\u001b`, "evil", "forged", `\u202e`, "\u202e"} {
		if strings.Contains(n.log.String(), bad) {
			t.Errorf("%q reached the log: %s", bad, n.log.String())
		}
	}
	if !strings.Contains(n.log.String(), `"term":"xterm"`) {
		t.Errorf("no cleaned TERM in the log: %s", n.log.String())
	}
}

// TestScrub: nothing of a library's panic, and no control character, is
// written.
func TestScrub(t *testing.T) {
	n := serve(t)
	n.Server.log.With("stack", "secret").Info("x\x1b[31m", "panic", "secret", "remote", "192.0.2.1:99", "err",
		errors.New("a\nb\x1b"), "long", strings.Repeat("长", 2000))
	s := n.log.String()
	for _, bad := range []string{"secret", "192.0.2", "\x1b", `\u001b`, `\n`} {
		if strings.Contains(s, bad) {
			t.Errorf("%q in %s", bad, s)
		}
	}
	if !strings.Contains(s, "a b") || len(s) > 4000 {
		t.Errorf("%d bytes", len(s))
	}
}

// TestBusy: reports are made so many at a time, and one who leaves the queue
// takes no place.
func TestBusy(t *testing.T) {
	n := serve(t)
	for range cap(n.work) {
		if err := n.atWork(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := n.atWork(ctx); err == nil {
		t.Error("one more than there are places")
	}
	n.rest()
	if _, _, rc := run(t, n.addr, "export 0000", nil); rc != hall.WrongInput {
		t.Errorf("status %d", rc)
	}
}
