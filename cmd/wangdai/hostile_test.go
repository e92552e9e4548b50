package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/cmd/internal/hall"
)

// called runs a command in memory and gives its exit status and all it wrote.
func called(t testing.TB, out io.Writer, in string, args ...string) (status int, stderr string) {
	t.Helper()
	var e bytes.Buffer
	status = run(args, &env{in: strings.NewReader(in), out: out, err: &e, today: fact.NewDate(2026, 11, 25),
		now: time.Unix(0, 0), getenv: func(string) string { return "" }})
	return status, e.String()
}

// foreign is what an enemy would write: colours, the clipboard, a C1 control
// and a change of direction.
const foreign = "\x1b[31mA\x1b]52;c;QQ==\x07\u009b2J\u202e\r"

func uncontrolled(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0x202e
	})
}

// Whatever stands in an argument, a file name, a key, a value or a line of
// input: none of its control characters comes back out, and it is refused as
// wrong input.
func TestNothingForeignComesBack(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.yaml")
	if err := os.WriteFile(file, []byte(`"\e[31mrole\u202e": "\e[2Jx"`+"\nrole: \"\\e]0;t\\a\"\ndanger: [\"\\u009b\"]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{foreign}, {"--" + foreign}, {"--lang", foreign, "version"}, {"--date", foreign, "version"},
		{"--knowledge", foreign, "questions"}, {"--law-texts", foreign, "law", "list"},
		{"advise", "--answers", foreign}, {"advise", "--answers", file},
		{"advise", "--answers", file, "--format", foreign},
		{"export", foreign}, {"resume", foreign}, {"verify", foreign}, {"verify", file},
		{"law", "show", foreign}, {"law", "show", "minfadian", foreign},
		{"draft", foreign, "--answers", file}, {"draft", "denial", "--code", foreign},
		{"calc", "rate", "--received", foreign}, {"calc", "limitation", "--due", foreign},
		{"calc", "cap", "--regime", foreign}, {"calc", foreign},
		{"questions", "--format", foreign}, {"graph", "--format", foreign},
	} {
		var out bytes.Buffer
		status, e := called(t, &out, "", args...)
		if status != hall.WrongInput {
			t.Errorf("%q: status %d, want %d: %s", args, status, hall.WrongInput, e)
		}
		if !uncontrolled(out.String() + e) {
			t.Errorf("%q writes control characters: %q", args, e)
		}
	}
	var out bytes.Buffer
	if _, e := called(t, &out, foreign+"\n1\n"+foreign+"\n", "ask"); !uncontrolled(out.String() + e) {
		t.Error("ask gives control characters back")
	}
}

// A fault says what it is: the line and the key written twice, the empty
// search, the folder that is not there.
func TestWrongInputIsNamed(t *testing.T) {
	for _, x := range []struct {
		in, want string
		args     []string
	}{
		{"role: borrower\nrole: investor\n", "-:2: “role”写了两次", []string{"advise", "--answers", "-"}},
		{"\x00\xff", "-: 读不懂", []string{"advise", "--answers", "-"}},
		{"", "要写找什么", []string{"law", "search", " "}},
		{"", "要写哪部法律", []string{"law", "show", ""}},
		{"", "没有这个文件夹", []string{"law", "show", "minfadian", "670", "--law-texts", "/nowhere/at/all"}},
		{"nothing", "里面找不到日期", []string{"verify", "-"}},
	} {
		status, e := called(t, io.Discard, x.in, x.args...)
		if status != hall.WrongInput || !strings.Contains(e, x.want) {
			t.Errorf("%q: status %d, %q, want 2 and %q", x.args, status, e, x.want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "/dev/stdout", Err: errors.New("no space left on device")}
}

// A result that cannot be written is a failure, not wrong input.
func TestFullDiskFails(t *testing.T) {
	status, e := called(t, full{}, "role: contact\n", "advise", "--answers", "-", "--partial")
	if status != hall.Failed || strings.Contains(e, "--help") {
		t.Errorf("status %d, %q", status, e)
	}
}

// A file of answers in which one place stands for another is refused at its
// line, before anything is made of it: seventy kilobytes can stand for more
// memory than there is.
func TestAnswersReferToNothing(t *testing.T) {
	bomb := "x_note: &a \"" + strings.Repeat("x", 60000) + "\"\nrole: {k: [" + strings.Repeat("*a,", 4000) + "]}\n"
	for _, in := range []string{
		"-:1:" + bomb,
		"-:2:role: borrower\nlender: &b bank\n",
		"-:2:role: borrower\nlender: *b\n",
		"-:2:danger: [none,\n  &a x]\n",
		"-:1:&k role: borrower\n",
		"-:2:answers:\n  <<: {role: borrower}\n",
		"-:1:<<: [{role: borrower}, {lender: bank}]\n",
		"-:1:a: &a [*a]\n",
	} {
		where, in := in[:4], in[4:]
		for lang, fix := range map[string]string{"zh": "把内容写出来", "en": "write the value out"} {
			status, e := called(t, io.Discard, in, "advise", "--answers", "-", "--lang", lang)
			if status != hall.WrongInput || !strings.Contains(e, where+" ") || !strings.Contains(e, fix) ||
				len(e) > 400 {
				t.Errorf("%.40q: status %d, %.400q; want %d, %q and %q", in, status, e, hall.WrongInput, where, fix)
			}
		}
	}
	// The same signs inside a text are a text.
	status, e := called(t, io.Discard, "role: \"&borrower\"\nlender: \"*\"\n", "advise", "--answers", "-")
	if status != hall.WrongInput || !strings.Contains(e, "没有“&borrower”这个选项") {
		t.Errorf("quoted: status %d, %q", status, e)
	}
}

// manyKeys is a file of answers to 20000 questions nobody asks.
func manyKeys() string {
	var b strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&b, "k%d: 1\n", i)
	}
	return b.String()
}

// What is said of a faulty file stays short, however long the file and its
// words are. How soon it is said, BenchmarkManyFaults tells: a busy machine
// must not fail a test.
func TestFaultsOfAnswersAreFew(t *testing.T) {
	long := strings.Repeat("长", 20000)
	for _, x := range []struct{ name, in, want string }{
		{"many keys", manyKeys(), "有 20 个以上的回答不能用"},
		{"a long key", long + ": 1\n", "没有名为 长"},
		{"a long value", "role: " + long + "\n", "role: 这一次写得太长"},
		{"a long word", "role: " + strings.Repeat("长", 5000) + "\n", "没有“长"},
		{"a long number", "role: \"" + strings.Repeat("1", 10000) + "\"\n", "选项"},
		{"a long list", "role: [" + strings.Repeat("x,", 60000) + "]\n", "role: "},
		{"a long option", "evidence: [" + strings.Repeat("长", 5000) + "]\n", "没有“长"},
		{"a long map", "role: {" + long + ": 1}\n", "这里不能分成几项写"},
		{"a long key of a plan", "plan: {" + long + ": 1}\n", "这里没有 长"},
		{"a long key twice", long + ": 1\n" + long + ": 1\n", "写了两次"},
		{"a long day", "today: " + long + "\nanswers: {}\n", "没有这一天"},
		{"a long date", "doc_date: " + long + "\n", "doc_date: "},
		{"a long file", strings.Repeat("#\n", 200000), "超过 256 KiB"},
	} {
		status, e := called(t, io.Discard, x.in, "advise", "--answers", "-")
		if status != hall.WrongInput || !strings.Contains(e, x.want) {
			t.Errorf("%s: status %d, %.200q; want %q", x.name, status, e, x.want)
		}
		if len(e) > 8000 || strings.Count(e, "长") > 100 || strings.Count(e, "\n") > 25 {
			t.Errorf("%s: the message has %d bytes", x.name, len(e))
		}
	}
}

// BenchmarkManyFaults reads the file with the most faults a file may have.
func BenchmarkManyFaults(b *testing.B) {
	in := manyKeys()
	for b.Loop() {
		if status, e := called(b, io.Discard, in, "advise", "--answers", "-"); status != hall.WrongInput {
			b.Fatalf("status %d, %.200q", status, e)
		}
	}
}

// An article's number is read as papers write it, and searching reads as
// everywhere.
func TestArticleNumbers(t *testing.T) {
	b := base(t)
	a := &app{env: &env{getenv: func(string) string { return "" }}}
	minfadian := b.Law("minfadian")
	xingfa := b.Law("xingfa")
	for _, x := range []struct {
		of       *advisor.Law
		in, want string
	}{
		{minfadian, "188", "188"}, {minfadian, "１８８", "188"}, {minfadian, "第188条", "188"},
		{minfadian, "第 188 条", "188"},
		{minfadian, "第一百八十八条", "188"}, {minfadian, "一百八十八", "188"},
		{xingfa, "293-1", "293-1"}, {xingfa, "293之一", "293-1"}, {xingfa, "第二百九十三条之一", "293-1"},
		{xingfa, "第293条之1", "293-1"},
	} {
		if got, err := a.articleNumber(x.of, x.in); err != nil || got != x.want {
			t.Errorf("%s is %q, %v; want %s", x.in, got, err, x.want)
		}
	}
	for _, in := range []string{"", "第条", "甲", "99999", "188-", "之一"} {
		if got, err := a.articleNumber(minfadian, in); err == nil {
			t.Errorf("%s is %q, want an error", in, got)
		}
	}
	if wide, plain := b.SearchLaw("２４％"), b.SearchLaw("24%"); len(plain) == 0 || len(wide) != len(plain) {
		t.Errorf("24%% in full width is found %d times, plain %d times", len(wide), len(plain))
	}
}
