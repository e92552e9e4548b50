package check

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/knowledge/load"
)

// good is the loader's small folder, fresh each time.
func good(t testing.TB) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("../load/testdata/good.txtar")
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
	b, problems := load.Folder(good(t))
	for _, p := range problems {
		t.Fatal("the good folder is not good: " + p.In(fact.ZH))
	}
	return b
}

// broken is the small folder with one place changed.
func broken(t *testing.T, file, old, new string) (*Proof, []load.Problem) {
	t.Helper()
	m := good(t)
	if m[file] == nil || !bytes.Contains(m[file].Data, []byte(old)) {
		t.Fatalf("%s holds no %q", file, old)
	}
	m[file].Data = bytes.Replace(m[file].Data, []byte(old), []byte(new), 1)
	b, problems := load.Folder(m)
	if b == nil {
		t.Fatal("the changed folder does not load: " + problems[0].In(fact.ZH))
	}
	return Prove(b, b.LawAsOf), problems
}

// An interview longer than interview.yaml allows is told there, with the
// branch; the number it names is the longest there is.
func TestLongestInterview(t *testing.T) {
	b := small(t)
	longest := Prove(b, b.LawAsOf).Branches[paths.Everyone].Longest
	if longest < 3 {
		t.Fatalf("the longest interview of the small folder asks %d questions", longest)
	}
	p, _ := broken(t, "interview.yaml", "longest: 12", "longest: 2")
	if len(p.Problems) == 0 {
		t.Fatal("an interview that is too long is not told")
	}
	for _, x := range p.Problems {
		if x.File != "interview.yaml" || x.Line == 0 || !strings.Contains(x.What.ZH, "最长") ||
			!strings.Contains(x.What.EN, "2 are allowed") {
			t.Errorf("told as %s", x.In(fact.ZH))
		}
	}
}

// inVain is a question on which nothing hangs.
const inVain = `  - ask: weather
    kind: yesno
    label:
      zh: 天气
      en: Weather
    title:
      zh: 那天下雨吗？
      en: Did it rain?
    why:
      zh: 没有用。
      en: For nothing.
    how:
      zh: 看天。
      en: Look up.
`

// unsound is the small folder broken in one place at a time, and what the proof
// tells of it: every promise of the proof has a fault that breaks it.
var unsound = []struct{ name, file, old, new, at, zh string }{
	{"a finding nobody gets", "findings/loan.yaml", "when: regime == licensed",
		"when: regime == licensed and lender == friend", "findings/loan.yaml", "永远不会成立"},
	{"a finding everyone of its file gets", "findings/loan.yaml", "when: bad_conduct or cut_found == short",
		"when: role == borrower", "findings/loan.yaml", "人人都有"},
	{"always, and not for everyone", "findings/loan.yaml", "    when: regime == licensed\n",
		"    always: yes\n    when: regime == licensed\n", "findings/loan.yaml", "却有人没有"},
	{"a part that changes nothing", "findings/loan.yaml", "when: bad_conduct or cut_found == short",
		"when: bad_conduct or threats in conduct or cut_found == short", "findings/loan.yaml", "这一部分不起作用"},
	{"an option in a list that changes nothing", "findings/loan.yaml", "when: regime == licensed",
		"when: regime == licensed and lender in [bank, friend]", "findings/loan.yaml", "不起作用"},
	{"findings that exclude each other meet", "findings/loan.yaml", "when: regime == private and signed >= 2021-01-01",
		"when: signed >= 2021-01-01", "findings/loan.yaml", "同时成立"},
	{"a group with a hole", "findings/loan.yaml", "covers: lender == bank", "covers: lender in [bank, friend]",
		"findings/loan.yaml", "却有人一条也没有"},
	{"a branch that ends without law", "findings/start.yaml", "when: role == investor or role == unknown",
		"when: role == unknown", "questions/start.yaml", "一条有法条的结论也没有"},
	{"law not in force on the day", "findings/loan.yaml", "when: regime == private and signed >= 2021-01-01",
		"when: regime == private and signed >= 2015-01-01", "findings/loan.yaml", "没有施行"},
	{"what was never asked is read", "findings/start.yaml", "when: role == investor or role == unknown",
		"when: not (lender == bank) or role == unknown", "findings/start.yaml", "没有问过的"},
	{"a question in vain", "questions/loan.yaml", "  - ask: conduct\n", inVain + "  - ask: conduct\n",
		"questions/loan.yaml", "意见都一样"},
	{"a table whose line never comes", "facts/loan.yaml", "when: lender == bank\n", "when: lender in [bank, " +
		"friend] or lender == unknown or role == investor or role == unknown\n", "facts/loan.yaml", "永远轮不到"},
	{"a fact that holds for everyone", "facts/loan.yaml", "when: night in conduct or threats in conduct",
		"when: role == borrower or role == investor or role == unknown", "facts/loan.yaml", "对谁都成立"},
	{"nobody to turn to", "scope/general.yaml", "lawyer_how:\n  - zh: 打免费的法律咨询电话。" +
		"\n    en: Call the free legal advice line.\n", "", "scope/general.yaml", "怎样找律师"},
}

func TestProof(t *testing.T) {
	for _, x := range unsound {
		t.Run(x.name, func(t *testing.T) {
			p, _ := broken(t, x.file, x.old, x.new)
			for _, f := range p.Problems {
				if !f.Warning && f.File == x.at && f.Line > 0 && strings.Contains(f.What.ZH, x.zh) {
					if f.What.EN == "" || f.Fix.ZH == "" || f.Fix.EN == "" {
						t.Errorf("half told: %+v", f)
					}
					return
				}
			}
			t.Errorf("not told: %q; told was %v", x.zh, p.Problems)
		})
	}
}

// TestCounterexample answers as the proof says someone would, and sees it go
// wrong.
func TestCounterexample(t *testing.T) {
	p, _ := broken(t, "findings/loan.yaml", "covers: lender == bank", "covers: lender in [bank, friend]")
	for _, f := range p.Problems {
		if strings.Contains(f.What.ZH, "却有人一条也没有") {
			if !strings.Contains(f.Answers, "lender: friend") {
				t.Errorf("the example is %q", f.Answers)
			}
			return
		}
	}
	t.Fatal("the hole is not told")
}

// The small folder as it is holds all promises.
func TestSmallFolderIsSound(t *testing.T) {
	b := small(t)
	for _, p := range Prove(b, b.LawAsOf).Problems {
		t.Error(p.In(fact.ZH))
	}
}

// FuzzProve breaks the small folder anywhere: whatever still loads is proven or
// refused, and never panics.
func FuzzProve(f *testing.F) {
	names := slices.Sorted(maps.Keys(good(f)))
	for _, x := range unsound {
		at := strings.Index(string(good(f)[x.file].Data), x.old)
		f.Add(uint(slices.Index(names, x.file)), uint(at), uint(len(x.old)), x.new)
	}
	f.Fuzz(func(t *testing.T, file, at, drop uint, put string) {
		m := good(t)
		data := &m[names[file%uint(len(names))]].Data
		at = min(at, uint(len(*data)))
		*data = slices.Concat((*data)[:at], []byte(put), (*data)[at+min(drop, uint(len(*data))-at):])
		if b, _ := load.Folder(m); b != nil {
			Prove(b, b.LawAsOf)
		}
	})
}
