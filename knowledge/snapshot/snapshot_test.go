package snapshot_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
	"wangdai/knowledge/snapshot"
)

var update = flag.Bool("update", false, "make the snapshot anew")

func law(t testing.TB) *advisor.Base {
	t.Helper()
	b, problems := knowledge.Whole()
	if b == nil {
		t.Fatal(problems[0].In(fact.ZH))
	}
	return b
}

func made(t testing.TB, b *advisor.Base, fsys fs.FS) []byte {
	t.Helper()
	start := new(load.Start)
	if _, err := fs.Stat(fsys, "authorities.yaml"); err == nil {
		if start, err = load.Home(fsys); err != nil {
			t.Fatal(err)
		}
	}
	data, err := snapshot.Make(b, start, fsys)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// spelt is all that a base holds for others to see.
func spelt(t *testing.T, b *advisor.Base) string {
	t.Helper()
	var out strings.Builder
	v := reflect.ValueOf(b).Elem()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !f.IsExported() || f.Name == "Cases" || f.Name == "Places" {
			continue
		}
		data, err := json.Marshal(v.Field(i).Interface())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s %s\n", f.Name, data)
	}
	return out.String()
}

// TestFresh makes the snapshot as go generate does, and wants it committed.
func TestFresh(t *testing.T) {
	want := made(t, law(t), knowledge.Files())
	if *update {
		if err := os.WriteFile("law.bin", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("law.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the law has changed and its snapshot has not: the program is right, but starts slowly. " +
			"Run this, and commit what it writes:\n\n    go generate ./knowledge\n")
	}
}

// Opened again, a snapshot is the law it was made of, whole and in order.
func TestOpen(t *testing.T) {
	b := law(t)
	data := made(t, b, knowledge.Files())
	opened, ok := snapshot.Open(string(data), knowledge.Files())
	if !ok {
		t.Fatal("a snapshot is refused by those who made it")
	}
	got, ok := opened.Law()
	if !ok {
		t.Fatal("the law of a snapshot just made is damaged")
	}
	if spelt(t, got) != spelt(t, b) {
		t.Error("what is opened is not what was made")
	}
	if !bytes.Equal(made(t, got, knowledge.Files()), data) {
		t.Error("made again, it is made of other bytes")
	}
	if got.CurrentEdition().Number() != b.CurrentEdition().Number() {
		t.Error("its questions are of another edition")
	}
	start, problems := knowledge.Embedded()
	if start == nil || spelt(t, start) != spelt(t, b) {
		t.Errorf("the program starts with another law than its files hold: %v", problems)
	}
}

// The start page is the one that the files hold.
func TestStart(t *testing.T) {
	got, err := knowledge.Start()
	if err != nil {
		t.Fatal(err)
	}
	if want, err := load.Home(knowledge.Files()); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("the start page is %v, the files say %v, %v", got, want, err)
	}
}

// Another comma in a file, a file more, a file less: the snapshot is not of
// these files. Cases and records are no part of it.
func TestOpenRefusesOtherFiles(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"interview.yaml", "questions/start.yaml", "editions/2026-11-28-a.txt",
		"cases/data/a.yaml", "outcomes/data.txt"} {
		files[name] = &fstest.MapFile{Data: []byte("# " + name)}
	}
	data := string(made(t, new(advisor.Base), files))
	for _, tt := range []struct {
		file, now string
		ok        bool
	}{
		{"interview.yaml", "# interview.yaml", true},
		{"interview.yaml", "# interview,yaml", false},
		{"questions/start.yaml", "", false},
		{"questions/more.yaml", "# more", false},
		{"editions/2026-11-28-a.txt", "#", false},
		{"cases/data/a.yaml", "", true},
		{"outcomes/data.txt", "#", true},
		{"README.md", "#", true},
	} {
		was := files[tt.file]
		if files[tt.file] = (&fstest.MapFile{Data: []byte(tt.now)}); tt.now == "" {
			delete(files, tt.file)
		}
		if _, ok := snapshot.Open(data, files); ok != tt.ok {
			t.Errorf("%s changed to %q: taken %v, want %v", tt.file, tt.now, ok, tt.ok)
		}
		if files[tt.file] = was; was == nil {
			delete(files, tt.file)
		}
	}
}

// FuzzOpen changes a snapshot anywhere: it is refused or taken, and nothing
// worse.
func FuzzOpen(f *testing.F) {
	files := fstest.MapFS{"interview.yaml": {Data: []byte("sections: [start]")}}
	b := &advisor.Base{Longest: map[string]int{"": 3},
		Sections: []advisor.Section{{ID: "start", Title: fact.Text{ZH: "起", EN: "Start"},
			When: &cond.Expr{Op: cond.And, Kids: []*cond.Expr{{Op: cond.Yes}, {Op: cond.Range, Lo: -1}}}}}}
	data := made(f, b, files)
	f.Add(uint(0), byte(0), uint(0))
	f.Add(uint(40), byte(255), uint(0))
	f.Add(uint(60), byte(1), uint(7))
	f.Fuzz(func(t *testing.T, at uint, put byte, cut uint) {
		x := bytes.Clone(data)
		x[at%uint(len(x))] = put
		if s, ok := snapshot.Open(string(x[:uint(len(x))-min(cut, uint(len(x)))]), files); ok {
			s.Law()
		}
	})
}

func BenchmarkOpen(b *testing.B) {
	data, err := os.ReadFile("law.bin")
	if err != nil {
		b.Fatal(err)
	}
	s := string(data)
	b.ReportAllocs()
	for b.Loop() {
		l, ok := snapshot.Open(s, knowledge.Files())
		if !ok {
			b.Fatal("stale")
		}
		l.Law()
	}
}
