package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"wangdai/advisor/fact"
)

// called runs a command in memory and gives its exit status and all it wrote.
func called(t *testing.T, out io.Writer, in string, args ...string) (status int, stderr string) {
	t.Helper()
	var e bytes.Buffer
	status = run(args, &env{in: strings.NewReader(in), out: out, err: &e, today: fact.NewDate(2026, 11, 25), now: time.Unix(0, 0), getenv: func(string) string { return "" }})
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
		{"advise", "--answers", foreign}, {"advise", "--answers", file}, {"advise", "--answers", file, "--format", foreign},
		{"export", foreign}, {"resume", foreign}, {"verify", foreign}, {"verify", file},
		{"law", "show", foreign}, {"law", "show", "minfadian", foreign},
		{"draft", foreign, "--answers", file}, {"draft", "denial", "--code", foreign},
		{"calc", "rate", "--received", foreign}, {"calc", "limitation", "--due", foreign}, {"calc", "cap", "--regime", foreign}, {"calc", foreign},
		{"questions", "--format", foreign}, {"graph", "--format", foreign},
	} {
		var out bytes.Buffer
		status, e := called(t, &out, "", args...)
		if status != statusInput {
			t.Errorf("%q: status %d, want %d: %s", args, status, statusInput, e)
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
		if status != statusInput || !strings.Contains(e, x.want) {
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
	if status != statusFailed || strings.Contains(e, "--help") {
		t.Errorf("status %d, %q", status, e)
	}
}
