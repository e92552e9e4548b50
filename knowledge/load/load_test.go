package load

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"wangdai/advisor"
	"wangdai/advisor/fact"
)

var update = flag.Bool("update", false, "write the golden files anew")

// good is the small folder of testdata, fresh each time.
func good(t testing.TB) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("testdata/good.txtar")
	if err != nil {
		t.Fatal(err)
	}
	m := fstest.MapFS{}
	for _, f := range a.Files {
		m[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return m
}

func small(t testing.TB) *advisor.Base {
	t.Helper()
	b, problems := Folder(good(t))
	for _, p := range problems {
		t.Fatal("the good folder is not good: " + p.In(fact.ZH))
	}
	return b
}

// What the files say arrives in the base as it is meant.
func TestBase(t *testing.T) {
	b := small(t)
	iso := func(s string) fact.Date { d, _ := fact.ISODate(s); return d }
	check := func(what string, got, want any) {
		t.Helper()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %v, want %v", what, got, want)
		}
	}
	q, _ := b.Question("lender")
	check("lines of a block are joined", q.How.ZH, "看合同首页。没有合同的，看放款流水。")
	check("a section's condition holds for its questions", q.When.Src, "role == borrower")
	due, i := b.Fact("due")
	_, signed := b.Fact("signed")
	check("after", due.After, signed)
	check("a range to today", b.Facts[signed].Range, advisor.Range{Set: true, Lo: int64(iso("2010-01-01")),
		HiToday: true, LoWritten: "2010-01-01", HiWritten: "today"})
	check("a range of money is in fen", b.Facts[i+1].Range.Hi, int64(1000000000))

	law := b.Law("zhiyin")
	check("the newest version is in force", law.Versions[0].Until, fact.Date(0))
	check("a month stands for its first day", law.Versions[0].From, iso("2020-05-01"))
	check("an older version ends the day before the next", law.Versions[1].Until, iso("2020-04-30"))
	check("an article that only moved keeps its gist", b.Law("minfadian").Articles[2].Gist.ZH, "禁止高利放贷。")
	check("a percentage is in basis points", b.NumberTable("licensed_cap").Values[0].N, int64(2400))
	check("a law cited alone is cited whole", b.NumberTable("licensed_cap").Values[0].Article.Article, "whole")
	check("a rate", b.RateTable("lpr").Values[1].Rate, fact.Rate(425))
	check("days off", len(b.Calendar.Years[0].Holidays), 3)

	state, _ := b.Fact("reply_by_state")
	check("a deadline's state", []string{state.Options[0].ID, state.Options[1].ID}, []string{"open", "passed"})
	f := b.Finding("cap-private")
	check("a file's condition is conjoined", len(f.When.Kids), 2)
	check("law_on", f.LawOn, signed)
	check("a citation with its day", f.Cites[1].On, signed)
	check("a paragraph", f.Cites[1].Para, 1)
	lic := b.Finding("cap-licensed")
	check("a shared step stands by its id", lic.Steps[0].ID, "export-records")
	_, reply := b.Fact("reply_by")
	check("a step by a deadline", lic.Steps[1].ByDate, reply)
	check("a letter keeps its lines", b.Draft("request").Parts[0].Text.ZH,
		"本人 [name]。\n请说明收费（{minfadian-670}）。")
	check("a place", lic.Pos, advisor.Pos{File: "findings/loan.yaml", Line: 9, Col: 5})
	check("an amount of a case is in fen", b.Cases[0].Answers["amount"].N, int64(1000000))
	check("a point with a gap", b.Cases[0].Points[1].Gap, "不在这里")
	check("the longest interview", b.Longest[""], 12)
}

// Everything computed stands after all it reads, and as early as it can, so
// that the next question may read it.
func TestProgram(t *testing.T) {
	b := small(t)
	var got []string
	for _, it := range b.Program {
		switch it.Kind {
		case advisor.AskItem:
			got = append(got, b.Asked(it.I).ID+"?")
		case advisor.DeriveItem:
			got = append(got, b.Facts[b.Derived[it.I].Fact].ID)
		case advisor.CalcItem:
			got = append(got, b.Calculations[it.I].Name+"()")
		case advisor.DeadlineItem:
			got = append(got, b.Facts[b.Deadlines[it.I].Fact].ID)
		}
	}
	want := "role? lender? regime signed? cap() due? reply_by amount? received? cut() conduct? bad_conduct"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("program is\n%s, want\n%s", s, want)
	}
}

// make is the good folder with the mistake made.
func (m mistake) make(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := good(t)
	f := fsys[m.file]
	if f == nil || !strings.Contains(string(f.Data), m.old) {
		t.Fatalf("%s: nothing to change in %s", m.name, m.file)
	}
	fsys[m.file] = &fstest.MapFile{Data: []byte(strings.Replace(string(f.Data), m.old, m.new, 1))}
	return fsys
}

// What each mistake is answered with stands in testdata/mistakes.txt; read it
// as the person who made the mistake would.
func TestMistakes(t *testing.T) {
	var out strings.Builder
	for _, m := range mistakes {
		b, problems := Folder(m.make(t))
		fmt.Fprintf(&out, "# %s\n", m.name)
		complete(t, m.name, problems)
		if Faulty(problems) != (b == nil) {
			t.Errorf("%s: a base with faults, or none without", m.name)
		}
		for _, p := range problems {
			fmt.Fprintf(&out, "%s\n%s\n", p.In(fact.ZH), p.In(fact.EN))
		}
		fmt.Fprintln(&out)
	}
	golden(t, "testdata/mistakes.txt", out.String())
}

// complete checks that a mistake is told, in a file, in both languages.
func complete(t testing.TB, name string, problems []Problem) {
	t.Helper()
	if len(problems) == 0 {
		t.Errorf("%s: nothing is told", name)
	}
	for _, p := range problems {
		if p.File == "" || p.What.ZH == "" || p.What.EN == "" || p.Fix.ZH == "" || p.Fix.EN == "" {
			t.Errorf("%s: message incomplete: %+v", name, p)
		}
		if s := p.In(fact.ZH) + p.In(fact.EN); !utf8.ValidString(s) || strings.Contains(s, "%!") {
			t.Errorf("%s: message broken: %q", name, s)
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("%s:%d: got %q, want %q (go test ./knowledge/load -update, then read the difference)", name,
				i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Fatalf("%s: %d lines, want %d", name, len(g), len(w))
	}
}

// Files in the wrong place, and files that are missing.
func TestWrongFiles(t *testing.T) {
	for _, tt := range []struct{ name, add, drop, want string }{
		{"no folder of ours", "advice/x.yaml", "", "advice/x.yaml:0:0: 不认得这个地方的文件"},
		{"wrong ending", "questions/more.yml", "", "questions/more.yml:0:0: 文件名要以 .yaml 结尾"},
		{"empty", "findings/empty.yaml", "", "findings/empty.yaml:1:1: 文件是空的"},
		{"no interview", "", "interview.yaml", "interview.yaml:0:0: 没有这个文件"},
	} {
		fsys := good(t)
		delete(fsys, tt.drop)
		if tt.add != "" {
			fsys[tt.add] = &fstest.MapFile{}
		}
		_, problems := Folder(fsys)
		complete(t, tt.name, problems)
		if len(problems) != 1 || !strings.HasPrefix(problems[0].In(fact.ZH), tt.want) {
			t.Errorf("%s: told %v, want %s", tt.name, problems, tt.want)
		}
	}
	if _, problems := Folder(fstest.MapFS{}); !Faulty(problems) {
		t.Error("an empty folder is taken")
	}
}

// Form comes first: a file that cannot be read does not echo in those that
// rely on it. Within a stage all files speak.
func TestStages(t *testing.T) {
	fsys := good(t)
	change := func(file, old, new string) {
		t.Helper()
		before := string(fsys[file].Data)
		after := strings.Replace(before, old, new, 1)
		if after == before {
			t.Fatalf("%s: no %q", file, old)
		}
		fsys[file] = &fstest.MapFile{Data: []byte(after)}
	}
	files := func() (out []string) {
		_, problems := Folder(fsys)
		for _, p := range problems {
			out = append(out, p.File)
		}
		return out
	}
	change("findings/loan.yaml", "regime == licensed", "regim == licensed") // meaning
	change("laws/zhiyin.yaml", "from: 2018", "from: 2021")                  // meaning
	change("questions/loan.yaml", "- id: bank", "- id：bank")                // form
	change("glossary.yaml", "    term:", "    trem:")                       // form
	if got, want := files(), []string{"glossary.yaml", "questions/loan.yaml"}; !slices.Equal(got, want) {
		t.Errorf("form speaks of %v, want %v", got, want)
	}
	change("questions/loan.yaml", "- id：bank", "- id: bank")
	change("glossary.yaml", "    trem:", "    term:")
	if got, want := files(), []string{"findings/loan.yaml", "laws/zhiyin.yaml"}; !slices.Equal(got, want) {
		t.Errorf("meaning speaks of %v, want %v", got, want)
	}
}

// The lint knows what is a comment, a block, a quoted text.
func TestLintIsQuiet(t *testing.T) {
	for _, s := range []string{
		"a: 1   # 说明\n",
		"options:   # 说明\n  - id: a\n",
		"zh: |\n  第一行 # 不是注释\n  {a}: b\n\n   x: y\nen: b\n",
		"zh: \"{a}: b # c\"\n",
		"zh: “已还清”是什么意思\n",
		"says:\n  - 中文，逗号：冒号\n  - \"a: b\"\n",
		"cites: [\"a@2018\", b-1]   # x\n",
		"l:\n- a\n- b\nm: 1\n",
		"v:\n  - {from: 2020-01-01, note: 甲，乙：丙}\n",
		"source: \"标题 https://a.b/c?d=1#e\"\n",
		"source: https://a.b/c#d\n",
		"a: [b,\n  c]\nd: 1\n",
		"---\na: 1\n",
		"zh: 3:30 以后\n",
		"en: it's \"so\"\n",
	} {
		if got := lint(&source{name: "x.yaml", lines: strings.Split(s, "\n")}); len(got) > 0 {
			t.Errorf("%q: %s", s, got[0].In(fact.ZH))
		}
	}
}

func TestJoined(t *testing.T) {
	for in, want := range map[string]string{
		"一行":                 "一行",
		"甲乙\n丙丁\n":           "甲乙丙丁",
		"One.\nTwo.\n":       "One. Two.",
		"共 {n}\n2020年起":      "共 {n} 2020年起",
		"说完。\n2020年起":        "说完。2020年起",
		"打 12345\n（热线）":      "打 12345（热线）",
		"第一段\n\n第二段\n还有\n":   "第一段\n第二段还有",
		"甲{a}\n乙":            "甲{a} 乙",
		"见“甲”\n（{minsu-1}）。": "见“甲”（{minsu-1}）。",
	} {
		if got := joined(in); got != want {
			t.Errorf("joined(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHome(t *testing.T) {
	s, err := Home(good(t))
	if err != nil || s.Title.ZH != "您是哪一方？" || len(s.Options) != 2 || s.Options[1].EN != "Investor" ||
		s.Help.EN != "In danger call 12378.\nAll else can wait." {
		t.Errorf("Home = %+v, %v", s, err)
	}
	if _, err := Home(mistakes[0].make(t)); err != nil {
		t.Errorf("a fault elsewhere keeps Home from the first question: %v", err)
	}
	fsys := good(t)
	fsys["questions/start.yaml"] = &fstest.MapFile{Data: []byte("section：start")}
	if _, err := Home(fsys); err == nil {
		t.Error("Home takes a broken file")
	}
}

// FuzzEdit breaks one file anywhere. Whatever is written, Folder neither panics
// nor fails in silence: there is a base that can be walked, or a fault with a
// place and a cure.
func FuzzEdit(f *testing.F) {
	start := good(f)
	var names []string
	for name := range start {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, m := range mistakes {
		if i%3 == 0 {
			at := strings.Index(string(start[m.file].Data), m.old)
			f.Add(uint(slices.Index(names, m.file)), uint(at), uint(len(m.old)), m.new)
		}
	}
	f.Add(uint(0), uint(0), uint(1000), "&a [*a, *a]")
	f.Add(uint(1), uint(0), uint(0), "? {}\n: !!map\n")
	f.Fuzz(func(t *testing.T, file, at, drop uint, put string) {
		fsys := good(t)
		name := names[file%uint(len(names))]
		data := fsys[name].Data
		at = min(at, uint(len(data)))
		end := at + min(drop, uint(len(data))-at)
		fsys[name] = &fstest.MapFile{Data: slices.Concat(data[:at], []byte(put), data[end:])}
		b, problems := Folder(fsys)
		if len(problems) > 0 {
			complete(t, name, problems)
		}
		if (b == nil) != Faulty(problems) {
			t.Fatalf("base %v with problems %v", b != nil, problems)
		}
		if b != nil {
			advisor.NewSession(b, advisor.Options{Today: b.LawAsOf, Lang: fact.ZH}).Report()
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Folder(os.DirFS(".."))
	}
}
