package export

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
	"wangdai/advisor/words"
)

var update = flag.Bool("update", false, "rewrite testdata and the schema")

var langs = []advisor.Lang{"zh", "en"}

// samples are reports of every shape, in both languages.
func samples() map[string]*advisor.Report {
	out := map[string]*advisor.Report{}
	for _, lang := range langs {
		out["sued."+string(lang)] = sample(lang)
		out["danger."+string(lang)] = inDanger(lang)
		out["long."+string(lang)] = long(lang)
		out["empty."+string(lang)] = empty(lang)
	}
	return out
}

func export(t testing.TB, format string, r *advisor.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, r, Options{}); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.Bytes()
}

// read is a file's text as a person sees it, without blanks.
func read(t testing.TB, format string, file []byte) string {
	t.Helper()
	lines, err := linesOf(format, file)
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	text := strings.Join(lines, "\n")
	if format == "txt" {
		text = regexp.MustCompile(`(?m)^\| `).ReplaceAllString(text, "")
	}
	if format == "md" {
		text = unmark(text)
	}
	return squeeze([]string{text})
}

// unmark undoes what Markdown adds.
func unmark(s string) string {
	s = strings.NewReplacer("**", "", "<br>", "", "<http", "http").Replace(s)
	s = regexp.MustCompile(`(http\S+?)>`).ReplaceAllString(s, "$1")
	return regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])").ReplaceAllString(s, "$1")
}

// machine are the fields that only JSON carries.
var machine = map[string]bool{"id": true, "rules": true, "fact": true, "to": true, "law": true, "ref": true,
	"status": true, "urgency": true,
	"certainty": true, "branch": true, "finding": true, "draft": true, "by": true, "state": true,
	"value": true, "lang": true,
	"authority": true, "result": true, "by_text": true, "ask": true, "answer": true}

// saidBy collects what a report says to a person.
func saidBy(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			saidBy(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			saidBy(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if !machine[name] || name == "value" && v.Field(i).Kind() == reflect.String {
				saidBy(v.Field(i), visit)
			}
		}
	case reflect.String:
		for _, s := range paper.Paragraphs(v.String()) {
			visit(squeeze([]string{s}))
		}
	}
}

// unreferenced lists the citations that a reader does not find at the
// conclusion itself: the law's short name, then the number before the next law,
// then the status where it is not in force.
func unreferenced(text string, r *advisor.Report) (lost []string) {
	w := words.ReportIn(string(r.Lang))
	all := r.Findings
	at := max(strings.LastIndex(text, squeeze([]string{w.Law})), 0)
	// head is how a conclusion begins: its number is no text in a web page's list.
	head := func(i int) string {
		return squeeze([]string{paper.Clean(all[i].Title) + w.Open + w.Urgencies[all[i].Urgency.String()] + w.Dot +
			w.Certainties[all[i].Certainty.String()]})
	}
	for i, c := range all {
		own := text[at:]
		// The body of a conclusion goes from its title to the next title.
		from := strings.Index(own, head(i))
		if from < 0 {
			return append(lost, "the conclusion "+c.Title)
		}
		own, at = own[from:], at+from
		to := len(own)
		if i+1 < len(all) {
			if n := strings.Index(own, head(i+1)); n >= 0 {
				to = n
			}
		} else if n := strings.Index(own, squeeze([]string{w.Evidence})); n >= 0 {
			to = n
		}
		for _, a := range c.Citations {
			if !referenced(own[:to], a, w) {
				lost = append(lost, fmt.Sprintf("%s at %q", a.Name(), c.Title))
			}
		}
	}
	return lost
}

func referenced(own string, a advisor.Citation, w *words.Report) bool {
	law, number := squeeze([]string{paper.Clean(cmp.Or(a.Short, a.Title, a.Ref))}),
		squeeze([]string{paper.Clean(a.Article)})
	status := ""
	if a.Status != "in_force" {
		status = squeeze([]string{w.Statuses[a.Status]})
	}
	for {
		at := strings.Index(own, law)
		if at < 0 {
			return false
		}
		own = own[at+len(law):]
		one, _, _ := strings.Cut(own, strings.TrimSpace(w.Semicolon))
		if strings.Contains(one, number) && strings.Contains(one, status) {
			return true
		}
	}
}

// Nothing a report says is lost in any format for people.
func TestNothingIsLost(t *testing.T) {
	for name, r := range samples() {
		for _, format := range []string{"txt", "md", "html", "docx", "pdf"} {
			text := read(t, format, export(t, format, r))
			saidBy(reflect.ValueOf(r), func(s string) {
				if !strings.Contains(text, s) {
					t.Errorf("%s as %s lost %q", name, format, s)
				}
			})
			for _, s := range unreferenced(text, r) {
				t.Errorf("%s as %s lost the reference %s", name, format, s)
			}
			for _, s := range r.Steps {
				for _, id := range s.Authority {
					i := slices.IndexFunc(r.Authorities, func(a advisor.Contact) bool { return a.ID == id })
					if who := squeeze([]string{r.Authorities[i].Name}); !strings.Contains(text, who) {
						t.Errorf("%s as %s lost whom to turn to: %s", name, format, who)
					}
				}
			}
		}
	}
}

// What another program reads out of the PDF is the same.
func TestPDFReadsBackElsewhere(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext (poppler-utils) is not installed")
	}
	for name, r := range samples() {
		file := filepath.Join(t.TempDir(), "report.pdf")
		if err := os.WriteFile(file, export(t, "pdf", r), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(tool, "-raw", "-enc", "UTF-8", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		w := words.ReportIn(string(r.Lang))
		foot := regexp.QuoteMeta(squeeze([]string{w.Title + w.Dot + r.AsOf + w.Dot + w.Digest + w.Colon + r.Digest}))
		page := strings.ReplaceAll(regexp.QuoteMeta(squeeze([]string{w.Page})), "%d", `\d+`)
		text := regexp.MustCompile(foot+page).ReplaceAllString(squeeze([]string{string(out)}), "")
		saidBy(reflect.ValueOf(r), func(s string) {
			if !strings.Contains(text, s) {
				t.Errorf("%s: pdftotext does not find %q", name, s)
			}
		})
	}
}

// Page one comes first, then the parts that have anything in them, in their
// order, in every format.
func TestPartsInOrder(t *testing.T) {
	for name, r := range samples() {
		w := words.ReportIn(string(r.Lang))
		var parts []string
		if len(r.Asked) > 0 {
			parts = append(parts, r.Asked[0].Title, w.Todo, w.Deadlines, w.FindOut)
		} else {
			parts = append(parts, w.Where)
		}
		parts = append(parts, w.Lawyer, w.ForLawyer)
		if len(r.Findings) > 0 {
			parts = append(parts, w.TodoMore, w.Numbers, w.Law, w.Also, w.Evidence)
		}
		parts = append(parts, w.Lawyer, w.Scope)
		if len(r.Findings) > 0 {
			parts = append(parts, w.Annex)
		}
		for _, format := range []string{"txt", "md", "html", "docx", "pdf"} {
			text := read(t, format, export(t, format, r))
			at := 0
			for _, p := range parts {
				i := strings.Index(text[at:], squeeze([]string{p}))
				if i < 0 {
					t.Errorf("%s as %s: part %q is missing or out of order", name, format, p)
					break
				}
				at += i + 1
			}
			if grade := squeeze([]string{w.Grades[r.Lawyer.Urgency.String()]}); !strings.Contains(text, grade) {
				t.Errorf("%s as %s does not say %q", name, format, grade)
			}
		}
	}
}

// On page one a day stands only where a law or a paper set it, or today.
func TestPageOneCountsNoSoftDays(t *testing.T) {
	for _, r := range []*advisor.Report{sample("zh"), sample("en")} {
		w := words.ReportIn(string(r.Lang))
		one, rest, ok := strings.Cut(string(export(t, "md", r)), w.ForLawyer)
		if !ok || !strings.Contains(one, r.Steps[2].ByText) || !strings.Contains(one, r.Steps[0].ByText) {
			t.Errorf("page one lacks %q or %q:\n%s", r.Steps[0].ByText, r.Steps[2].ByText, one)
		}
		if strings.Contains(one, r.Steps[1].ByText) || strings.Contains(rest, r.Steps[1].Text) {
			t.Errorf("page one counts down to %q, or leaves the step behind", r.Steps[1].ByText)
		}
	}
}

// What is the same in every conclusion is said once: who the person is, and
// what an article says.
func TestNotSaidTwice(t *testing.T) {
	text := read(t, "txt", export(t, "txt", sample("zh")))
	for s, want := range map[string]int{"关系：我借了钱": 1, "借款人以利息、复利、罚息": 1, "先看时效": 1,
		"关系到：这份合同有没有效": 1} {
		if got := strings.Count(text, s); got != want {
			t.Errorf("%q stands %d times, want %d", s, got, want)
		}
	}
	text = read(t, "txt", export(t, "txt", long("zh")))
	if n := strings.Count(text, "收到起诉状副本之日起十五日内提出答辩状"); n != 1 {
		t.Errorf("an article's gist stands %d times", n)
	}
	if n := strings.Count(text, "民事诉讼法第128条（现行）"); n < 6 {
		t.Errorf("the article is named at %d conclusions only", n)
	}
}

// In danger help comes first; otherwise the answer does.
func TestHelpComesFirst(t *testing.T) {
	text := read(t, "txt", export(t, "txt", inDanger("zh")))
	order := []string{"现在就能打的电话", "报警110：", "全国统一心理援助热线12356：", "眼前的危险", "到底要还多少",
		"先到安全的地方，报警"}
	at := 0
	for _, s := range order {
		i := strings.Index(text[at:], s)
		if i < 0 {
			t.Fatalf("%q does not come after %q:\n%s", s, text[:at], text[at:])
		}
		at += i
	}
	calm := read(t, "txt", export(t, "txt", sample("zh")))
	if strings.Contains(calm, "现在就能打的电话") || strings.Index(calm, "最要紧") < strings.Index(calm,
		"到底要还多少") {
		t.Error("without danger the answer comes first, and no emergency numbers on top")
	}
}

// The same report gives the same bytes, also when many are written at once.
func TestSameBytes(t *testing.T) {
	for name, r := range samples() {
		for _, f := range Formats() {
			first := export(t, f.Name, r)
			var wg sync.WaitGroup
			for range 3 {
				wg.Go(func() {
					if !bytes.Equal(first, export(t, f.Name, r)) {
						t.Errorf("%s as %s differs from one time to the next", name, f.Name)
					}
				})
			}
			wg.Wait()
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Write(&bytes.Buffer{}, "doc", sample("zh"), Options{})
	var e *FormatError
	if !errors.As(err, &e) {
		t.Fatalf("Write as doc: %v, want a FormatError", err)
	}
	for _, f := range Formats() {
		if !strings.Contains(e.Error(), f.Name) || !strings.Contains(e.In("zh"), f.Name) {
			t.Errorf("the error %q does not name %s", e, f.Name)
		}
	}
	if err := WriteLetter(&bytes.Buffer{}, "ics", sampleLetter("zh"), Options{}); !errors.As(err, &e) ||
		strings.Contains(e.Error(), "json") {
		t.Errorf("WriteLetter as ics: %v, want an error that names md, txt, pdf and docx only", err)
	}
}

// Golden: read the difference as you would read the paper.
func TestGolden(t *testing.T) {
	for _, lang := range langs {
		for _, format := range []string{"txt", "md", "json", "ics", "html"} {
			golden(t, "sued."+string(lang)+"."+format, export(t, format, sample(lang)))
		}
		for _, format := range []string{"txt", "md"} {
			var b bytes.Buffer
			if err := WriteLetter(&b, format, sampleLetter(lang), Options{}); err != nil {
				t.Fatal(err)
			}
			golden(t, "letter."+string(lang)+"."+format, b.Bytes())
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
		for _, d := range diff(a, b) {
			t.Errorf("%s:%d\n was %q\n now %q", file, d.Line, d.Was, d.Is)
		}
		t.Errorf("%s differs; accept with go test ./advisor/export -update", file)
	}
}

// Text from outside cannot move a terminal's cursor, turn the writing around,
// or become markup.
func TestHostileText(t *testing.T) {
	r := sample("zh")
	r.Asked = nil // so that the situation stands on page one as it is
	r.Situation = []string{"a\x1b[2J\x07b\u202ec\u2066d\u009b", "<script>alert(1)</script> & <b>",
		"1. *x* [y](z) `q` | #", "\xff\xfe坏字节"}
	r.Findings[0].Title = "]]>\x00<w:p>"
	r.Digest = r.Sum()
	for _, format := range []string{"txt", "md", "html", "docx", "pdf"} {
		file := export(t, format, r)
		text := read(t, format, file)
		for _, bad := range []string{"\x1b", "\x07", "\u009b", "\u202e", "\u2066", "\x00"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s lets %q through", format, bad)
			}
		}
		if !strings.Contains(text, "<script>alert(1)</script>&<b>") || !strings.Contains(text, "]]><w:p>") {
			t.Errorf("%s does not show markup as text", format)
		}
		if format == "html" && bytes.Contains(file, []byte("<script")) {
			t.Error("html lets a script through")
		}
		if format == "md" && !bytes.Contains(file, []byte(`1\. \*x\* \[y\](z) \`+"`q\\`"+` \| \#`)) {
			t.Error("md lets marks through")
		}
	}
}

func TestHTMLIsOneFile(t *testing.T) {
	for _, lang := range langs {
		page := string(export(t, "html", sample(lang)))
		for _, bad := range []string{"<script", "<link", "<img", "src=", "@import", "url("} {
			if strings.Contains(page, bad) {
				t.Errorf("the page has %q", bad)
			}
		}
		want := map[advisor.Lang]string{"zh": `<html lang="zh-CN">`, "en": `<html lang="en">`}[lang]
		for _, s := range []string{want, "@page", "@media print", `<a href="https://example.org/a_b?c=1&amp;d=2">`, "<svg "} {
			if !strings.Contains(page, s) {
				t.Errorf("the page has no %q", s)
			}
		}
	}
}

// Text keeps to its columns, but for the code, which is never broken.
func TestTextWidth(t *testing.T) {
	for _, width := range []int{40, 72, 100} {
		for name, r := range samples() {
			var b bytes.Buffer
			if err := Write(&b, "txt", r, Options{Width: width}); err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(b.String(), "\n") {
				if n := typeset.Width(line); n > width && !strings.Contains(line, r.Code) {
					t.Errorf("%s at %d: line %d has %d columns: %s", name, width, i+1, n, line)
				}
			}
		}
	}
}

func TestLetters(t *testing.T) {
	for _, lang := range langs {
		l := sampleLetter(lang)
		w := words.ReportIn(string(lang))
		for _, f := range Formats() {
			if !f.Letters() {
				continue
			}
			var b, again bytes.Buffer
			if err := errors.Join(WriteLetter(&b, f.Name, l, Options{}),
				WriteLetter(&again, f.Name, l, Options{})); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Errorf("letter as %s differs from one time to the next", f.Name)
			}
			text := read(t, f.Name, b.Bytes())
			at := 0
			for _, s := range append([]string{l.Title, l.To}, append(paper.Paragraphs(strings.Join(l.Paragraphs, "\n")),
				w.CutHere, l.Notes, l.Blanks[2], l.Law[0].Quote)...) {
				i := strings.Index(text[at:], squeeze([]string{s}))
				if i < 0 {
					t.Errorf("letter as %s: %q is missing or out of order", f.Name, s)
					continue
				}
				at += i
			}
			if strings.Contains(b.String(), sample(lang).Code) {
				t.Errorf("letter as %s carries the code, which must not go to others", f.Name)
			}
		}
	}
}

// Every word is there in both languages, and English is English.
func TestWords(t *testing.T) {
	zh, en := reflect.ValueOf(*words.ReportIn("zh")), reflect.ValueOf(*words.ReportIn("en"))
	for i := range zh.NumField() {
		name := zh.Type().Field(i).Name
		a, b := fmt.Sprint(zh.Field(i)), fmt.Sprint(en.Field(i))
		if a == "" || b == "" || a == "map[]" || b == "map[]" {
			t.Errorf("words.Report.%s is empty in one language", name)
		}
		if strings.Count(a, "%") != strings.Count(b, "%") {
			t.Errorf("words.Report.%s has other placeholders in English", name)
		}
		if regexp.MustCompile(`\p{Han}`).MatchString(b) {
			t.Errorf("words.Report.%s is not English: %s", name, b)
		}
	}
	for _, w := range []*words.Report{words.ReportIn("zh"), words.ReportIn("en")} {
		for u := advisor.Normal; u <= advisor.Danger; u++ {
			if w.Urgencies[u.String()] == "" {
				t.Errorf("urgency %s has no name", u)
			}
		}
		for c := advisor.Settled; c <= advisor.Proof; c++ {
			if w.Certainties[c.String()] == "" {
				t.Errorf("certainty %s has no name", c)
			}
		}
		for g := advisor.Advisable; g <= advisor.AtOnce; g++ {
			if w.Grades[g.String()] == "" {
				t.Errorf("grade %s has no name", g)
			}
		}
	}
}

// What a person can feel: 5 ms for text, 30 ms for PDF and Word.
func BenchmarkWrite(b *testing.B) {
	r := long("zh")
	for _, f := range Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var w bytes.Buffer
				if err := Write(&w, f.Name, r, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
