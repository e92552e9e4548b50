package hall

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/pflag"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/knowledge"
)

var today = fact.NewDate(2026, 11, 25)

func guest(t testing.TB, l fact.Lang) (*Guest, *bytes.Buffer) {
	t.Helper()
	b, problems := knowledge.Embedded()
	if b == nil {
		t.Fatal(problems[0].In(fact.EN))
	}
	var said bytes.Buffer
	return &Guest{Base: b, Today: today, Lang: l, Err: &said}, &said
}

func TestLanguage(t *testing.T) {
	for _, x := range []struct {
		asked, env string
		want       fact.Lang
	}{
		{"", "", fact.ZH}, {"en", "LANG=zh_CN.UTF-8", fact.EN}, {"zh", "LANG=en_US.UTF-8", fact.ZH},
		{"", "LANG=en_GB.UTF-8", fact.EN}, {"", "LC_ALL=en-US", fact.EN}, {"", "LANG=EN", fact.EN},
		{"fr", "LANG=en_GB.UTF-8", fact.EN}, {"", "LANG=C", fact.ZH}, {"", "LANG=fr_FR.UTF-8", fact.ZH},
		{"", "LC_ALL=C LANG=en_GB.UTF-8", fact.ZH}, {"", "WANGDAI_LANG=en LC_ALL=zh_CN", fact.EN},
		{"", "LANG=english", fact.ZH},
	} {
		if got := Language(x.asked, variables(x.env), fact.ZH); got != x.want {
			t.Errorf("asked %q with %q: %s, want %s", x.asked, x.env, got, x.want)
		}
	}
	if got := Language("", variables("LANG=C"), fact.EN); got != fact.EN {
		t.Errorf("a server's own language is %s, want en", got)
	}
}

func variables(env string) func(string) string {
	return func(name string) string {
		for _, kv := range strings.Fields(env) {
			if v, ok := strings.CutPrefix(kv, name+"="); ok {
				return v
			}
		}
		return ""
	}
}

func TestAccessible(t *testing.T) {
	for env, want := range map[string]bool{"": false, "ACCESSIBLE=1": true, "ACCESSIBLE=yes": true,
		"ACCESSIBLE=0": false, "ACCESSIBLE=False": false} {
		if Accessible(variables(env)) != want {
			t.Errorf("%q: want %v", env, want)
		}
	}
	if Colourless(variables("NO_COLOR=")) || !Colourless(variables("NO_COLOR=0")) {
		t.Error("any value of NO_COLOR but the empty one counts")
	}
}

// TestTell: what is said, in which language, with which status, and nothing
// that a terminal would obey.
func TestTell(t *testing.T) {
	for _, x := range []struct {
		err    error
		status int
		zh, en string
	}{
		{nil, Done, "", ""},
		{Wrong("a\x1b[31m\nb"), WrongInput, "wangdai: a[31m\nb\n", "wangdai: a[31m\nb\n"},
		{&Failure{Status: Missing, Quiet: true, Err: errors.New("x")}, Missing, "", ""},
		{fmt.Errorf("x: %w", fact.NoticeOf(words.Message{ZH: "坏了", ZHFix: "修好", EN: "broken", ENFix: "mend it"})),
			Failed, "wangdai: 坏了；修好\n", "wangdai: broken; mend it\n"},
		{&fs.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.ENOSPC}, Failed, "wangdai: 磁盘满了\n",
			"wangdai: the disk is full\n"},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EIO}, Failed, "wangdai: 系统报错：input/output error\n",
			"wangdai: the system says: input/output error\n"},
	} {
		for l, want := range map[fact.Lang]string{fact.ZH: x.zh, fact.EN: x.en} {
			var b bytes.Buffer
			if status := Tell(&b, x.err, l); status != x.status || b.String() != want {
				t.Errorf("%v: status %d, %q; want %d, %q", x.err, status, b.String(), x.status, want)
			}
		}
	}
}

// TestFlagError: the library's errors in the person's language.
func TestFlagError(t *testing.T) {
	for args, want := range map[string][2]string{
		"--frmat x": {"没有 --frmat 这个选项；是否想写 --format？",
			"there is no flag --frmat; did you mean --format?"},
		"--knowledge x": {"没有 --knowledge 这个选项", "there is no flag --knowledge"},
		"-xy":           {"没有 -xy 这个选项", "there is no flag -xy"},
		"--format":      {"--format 后面要写值", "--format needs a value"},
		"--partial=odd": {"--partial odd：不能这样写", "--partial odd: cannot be written so"},
		"--=x":          {"--=x：选项不能这样写", "--=x: flags are not written so"},
	} {
		for i, l := range []fact.Lang{fact.ZH, fact.EN} {
			var w Wish
			flags := pflag.NewFlagSet("", pflag.ContinueOnError)
			w.FormatFlag(flags)
			w.LangFlag(flags)
			w.PartialFlag(flags)
			err := flags.Parse(strings.Fields(args))
			if err == nil {
				t.Fatalf("%s was taken", args)
			}
			if got := FlagError(flags, err, l).Error(); got != want[i] {
				t.Errorf("%s: %q, want %q", args, got, want[i])
			}
		}
	}
	for _, w := range []Wish{{Format: "exe"}, {Lang: "fr"}, {Format: "\x1b]0;x\x07"}} {
		if err := w.Check(fact.EN); err == nil || strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%+v: %v", w, err)
		}
	}
	if err := (&Wish{Format: "md", Lang: "en"}).Check(fact.EN); err != nil {
		t.Error(err)
	}
}

// TestTyped: a code as a word, or from the input.
func TestTyped(t *testing.T) {
	g, _ := guest(t, fact.ZH)
	for _, x := range []struct{ code, in, want, refused string }{
		{"AB-CD", "", "AB-CD", ""},
		{"-", "AB CD\nEF\n", "AB CD\nEF\n", ""},
		{"", "", "", "要写续答码"},
		{"-", " \n", "", "要写续答码"},
		{"-", strings.Repeat("A", 1<<20), "", "太长"},
	} {
		got, err := g.Typed(x.code, strings.NewReader(x.in))
		if got != x.want || (err != nil) != (x.refused != "") || err != nil &&
			!strings.Contains(err.Error(), x.refused) {
			t.Errorf("%.10q with %.10q: %.20q, %v", x.code, x.in, got, err)
		}
	}
}

// TestCode: a code gives its interview back; a damaged one is refused in the
// guest's language.
func TestCode(t *testing.T) {
	g, said := guest(t, fact.EN)
	s, _, err := g.Answers("-", []byte("role: borrower\ndanger: none\nlender: bank\n"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := g.Code(s.Code())
	if err != nil || again.Code() != s.Code() || said.Len() > 0 {
		t.Errorf("%v, said %q", err, said)
	}
	var f *Failure
	if _, err := g.Code("0000-0000-0000"); !errors.As(err, &f) || f.Status != WrongInput ||
		strings.Contains(err.Error(), "码") {
		t.Errorf("a damaged code: %v", err)
	}
}

// TestAsks: a file and a flag name worries, in order and without repeats; what
// is no ask, or not this person's, is refused with what would be right.
func TestAsks(t *testing.T) {
	for _, x := range []struct {
		file, flag, want, refused string
	}{
		{"role: borrower\nasks: [jail-overdue, insult]\n", "", "jail-overdue insult", ""},
		{"answers: {role: borrower}\nasks: [insult]\n", "jail-overdue,insult", "insult jail-overdue", ""},
		{"role: borrower\nasks: insult\n", "", "insult", ""},
		{"role: borrower\n", "insult", "insult", ""},
		// a case
		{"answers: {role: borrower}\nasks:\n  - {ask: insult, answer: 可以}\n  - jail-overdue\n", "",
			"insult jail-overdue", ""},
		{"answers: {role: borrower}\nasks: [{ask: insults, answer: 可以}]\n", "", "",
			"f: asks: there is no ask insults; did you mean insult?"},
		{"answers: {role: borrower}\nasks: [{answer: 可以}]\n", "", "", "f: asks: is a list"},
		{"asks: [insult]\n", "", "insult", ""}, // who they are may still be said
		{"role: borrower\nasks: [insults]\n", "", "", "f: asks: there is no ask insults; did you mean insult?"},
		{"role: contact\nasks: [insult]\n", "", "", "is not an ask of someone in this role"},
		{"role: borrower\n", "nonsense-ask", "", "--ask: there is no ask nonsense-ask"},
		{"role: borrower\nasks: {insult: 1}\n", "", "", "f: asks: is a list"},
		{"role: borrower\nasks: [[insult]]\n", "", "", "f: asks: is a list"},
	} {
		g, _ := guest(t, fact.EN)
		var w Wish
		flags := pflag.NewFlagSet("", pflag.ContinueOnError)
		w.AskFlag(flags)
		if err := flags.Set("ask", x.flag); x.flag != "" && err != nil {
			t.Fatal(err)
		}
		s, _, err := g.Answers("f", []byte(x.file), w.Asks...)
		var f *Failure
		if x.refused != "" {
			if !errors.As(err, &f) || f.Status != WrongInput || !strings.Contains(err.Error(), x.refused) {
				t.Errorf("%q %s: %v", x.file, x.flag, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%q %s: %v", x.file, x.flag, err)
			continue
		}
		var got []string
		for _, i := range s.Asks() {
			got = append(got, g.Base.Asks[i].ID)
		}
		if strings.Join(got, " ") != x.want {
			t.Errorf("%q %s: chosen %v", x.file, x.flag, got)
		}
	}
}

// TestAskUnderItsOldName: a file and a flag may name an ask as it was called
// once; whoever writes them is told.
func TestAskUnderItsOldName(t *testing.T) {
	g, said := guest(t, fact.EN)
	b := *g.Base
	b.Asks = slices.Clone(b.Asks)
	_, i := b.Ask("insult")
	b.Asks[i].Was = []string{"scold"}
	b.Index()
	g.Base = &b
	s, _, err := g.Answers("f", []byte("role: borrower\nasks: [scold]\n"), "scold")
	if err != nil || !slices.Equal(s.Asks(), []int{i}) {
		t.Fatalf("chosen %v, %v", s, err)
	}
	for _, want := range []string{"f: asks: scold is an old name, read as insult", "--ask: scold is"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("said %q, want %q", said, want)
		}
	}
}

// TestAskFallsAway: an ask that the answers rule out is told, and nothing else
// is lost.
func TestAskFallsAway(t *testing.T) {
	for l, want := range map[fact.Lang]string{fact.ZH: "没有答它", fact.EN: "is not answered"} {
		g, said := guest(t, l)
		b := *g.Base
		b.Asks = slices.Clone(b.Asks)
		_, i := b.Ask("insult")
		q, _ := b.Question("doc_date") // asked of whoever got a paper
		b.Asks[i].For = q.When
		g.Base = &b
		const file = "role: borrower\ndanger: none\nasks: [insult, jail-overdue]\npaper: "
		s, _, err := g.Answers("f", []byte(file+"none\n"))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(said.String(), want) || !strings.Contains(said.String(), "insult") {
			t.Errorf("%s: said %q", l, said)
		}
		if r := s.Report(); len(r.Asked) != 1 || r.Asked[0].Ask != "jail-overdue" || len(s.Asks()) != 2 {
			t.Errorf("%s: %d asks of %d are reported", l, len(r.Asked), len(s.Asks()))
		}
		said.Reset()
		if _, _, err := g.Answers("f", []byte(file+"judgment\n")); err != nil || said.Len() > 0 {
			t.Errorf("%s: it may still arise, but %v, %q", l, err, said)
		}
	}
}

// FuzzAnswers feeds files of answers: refusing is fine, panicking is not, nor
// is saying what a terminal would obey.
func FuzzAnswers(f *testing.F) {
	g, said := guest(f, fact.ZH)
	f.Add("role: borrower\nlender: bank\nplan: {periods: 12, each: 1000}\n")
	f.Add("answers: {role: data, contacts: [{on: 2025-01-01, what: demand}]}\nrest: unknown\n")
	f.Add("{\"role\": \"borrower\", \"amount\": -1e99}")
	f.Add("conduct: [night, threats, none]\nrole: borrower\n")
	f.Add("role: borrower\nasks: [insult, \"\\e]0;x\\a\"]\n")
	f.Add("today: 2025-02-30\nanswers: {\"\\e]0;x\\a\": 1}")
	f.Fuzz(func(t *testing.T, in string) {
		said.Reset()
		g.Today = today
		_, _, err := g.Answers("f", []byte(in))
		text := said.String()
		if err != nil {
			text += err.Error()
		}
		if strings.ContainsFunc(text, func(r rune) bool {
			return r < 0x20 && r != '\n' || r >= 0x7f && r < 0xa0 ||
				r == 0x202e
		}) {
			t.Errorf("%q is answered by %q", in, text)
		}
	})
}
