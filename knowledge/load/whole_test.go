package load

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"wangdai/advisor/fact"
)

// In the whole law, too, a slip is told where it was made and nowhere else: one
// of each stage. What slips there are, mistakes_test.go lists.
func TestSlipInTheWholeLaw(t *testing.T) {
	law := os.DirFS("..")
	names, err := list(law, "")
	if err != nil {
		t.Fatal(err)
	}
	whole := fstest.MapFS{}
	for _, name := range names {
		data, err := fs.ReadFile(law, name)
		if err != nil {
			t.Fatal(err)
		}
		whole[name] = &fstest.MapFile{Data: data}
	}
	for _, tt := range []struct{ stage, file, old, new, want string }{
		{"form", "findings/borrower/interest.yaml", "certainty: usual", "certainty：usual", "全角冒号"},
		{"names", "questions/start.yaml", "kind: choice", "kind: choise", "是否想写 choice"},
		{"texts", "findings/borrower/interest.yaml", "{licensed_cap}", "{licenced_cap}", "占位 {licenced_cap}"},
		{"cases", "cases/borrower/microloan-sued.yaml", "lender: microloan", "lender: microlone", "是否想写 microloan"},
	} {
		t.Run(tt.stage, func(t *testing.T) {
			src := string(whole[tt.file].Data)
			at := strings.Index(src, tt.old)
			if at < 0 {
				t.Fatalf("%s holds no %q to break", tt.file, tt.old)
			}
			defer func(f *fstest.MapFile) { whole[tt.file] = f }(whole[tt.file])
			whole[tt.file] = &fstest.MapFile{Data: []byte(src[:at] + tt.new + src[at+len(tt.old):])}
			_, problems := Folder(whole)
			complete(t, tt.stage, problems)
			line := 1 + strings.Count(src[:at], "\n")
			for _, p := range problems {
				if p.File != tt.file || p.Line != line || !strings.Contains(p.What.ZH+p.Fix.ZH, tt.want) {
					t.Errorf("made at line %d, told: %s", line, p.In(fact.ZH))
				}
			}
		})
	}
}
