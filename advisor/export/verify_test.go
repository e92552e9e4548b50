package export

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
)

// Every format carries the stamp, and an untouched file is the same.
func TestVerifyFindsTheStamp(t *testing.T) {
	for name, r := range samples() {
		for _, f := range Formats() {
			file := export(t, f.Name, r)
			want := stampOf(r)
			want.Format = f.Name
			got, err := Verify(file, "report"+f.Ext)
			if err != nil || got != want {
				t.Errorf("%s as %s: Verify = %+v, %v; want %+v", name, f.Name, got, err, want)
			}
			c, err := Compare(file, "report"+f.Ext, r)
			if err != nil || c.Verdict != Same || !c.Exact || len(c.Differences) > 0 {
				t.Errorf("%s as %s: Compare = %v %v, %v", name, f.Name, c.Verdict.Text().EN, c.Differences, err)
			}
		}
	}
}

// What a person reads is enough: without the properties the stamp is found in
// the text.
func TestVerifyWithoutProperties(t *testing.T) {
	for _, lang := range langs {
		r := sample(lang)
		want := stampOf(r)
		for format, strip := range map[string]func([]byte) []byte{
			"html": func(b []byte) []byte { return bytes.Replace(b, []byte(`name="wangdai"`), []byte(`name="x"`), 1) },
			"pdf":  func(b []byte) []byte { return bytes.Replace(b, []byte("/Keywords"), []byte("/Keyworts"), 1) },
			"docx": func(b []byte) []byte {
				return rezip(t, b, func(name, text string) string {
					if name == "docProps/core.xml" {
						return ""
					}
					return text
				})
			},
		} {
			want.Format = format
			if got, err := Verify(strip(export(t, format, r)), "x"); err != nil || got != want {
				t.Errorf("%s %s: Verify = %+v, %v; want %+v", lang, format, got, err, want)
			}
		}
	}
}

func rezip(t *testing.T, file []byte, edit func(name, text string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		text := edit(f.Name, string(data))
		if text == "" {
			continue
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(to, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A changed figure is found, and only it.
func TestCompareFindsWhatWasAltered(t *testing.T) {
	r := sample("zh")
	const was, is = "超过法院一般支持的", "低于法院一般支持的"
	swap := func(b []byte) []byte { return bytes.ReplaceAll(b, []byte(was), []byte(is)) }
	for format, alter := range map[string]func([]byte) []byte{
		"md":   swap,
		"html": swap,
		"json": swap,
		// Wrapped lines may part the words anywhere: one character is safe.
		"txt": func(b []byte) []byte { return bytes.Replace(b, []byte("超过法院"), []byte("低于法院"), 1) },
		"docx": func(b []byte) []byte {
			return rezip(t, b, func(_, s string) string { return strings.ReplaceAll(s, was, is) })
		},
		"ics": func(b []byte) []byte { return bytes.Replace(b, []byte("20261130"), []byte("20261230"), 1) },
		"pdf": func([]byte) []byte {
			x := sample("zh")
			x.Situation[1] = strings.ReplaceAll(x.Situation[1], was, is)
			return export(t, "pdf", x) // the digest stays the old one
		},
	} {
		c, err := Compare(alter(export(t, format, r)), "report."+format, r)
		if err != nil {
			t.Errorf("%s: %v", format, err)
			continue
		}
		if c.Verdict != ByHand || c.Exact || len(c.Differences) != 1 {
			t.Errorf("%s: %v, %d differences, want one made by hand: %+v", format, c.Verdict.Text().EN,
				len(c.Differences), c.Differences)
			continue
		}
		d := c.Differences[0]
		if format != "ics" && (!strings.Contains(d.Was, "低于") || !strings.Contains(d.Is, "超过") || d.Line == 0) {
			t.Errorf("%s: difference %+v", format, d)
		}
	}
}

// One digit that differs is seen in every format, in the amount as anywhere
// else, and told as a change by hand; after the law changed as well, it is
// told apart only where a file can prove it of itself (JSON).
func TestCompareSeesOneDigit(t *testing.T) {
	r := sample("zh")
	forged := sample("zh")
	forged.Calculations[0].Result = strings.Replace(forged.Calculations[0].Result, "2", "3", 1)
	for i := range forged.Calculations[0].Results {
		forged.Calculations[0].Results[i].Value = strings.Replace(forged.Calculations[0].Results[i].Value, "2", "3", 1)
	}
	forged.Deadlines[0].Date = "2026-11-29" // ics carries dates only
	for _, f := range Formats() {
		file := export(t, f.Name, forged) // with the old digest
		c, err := Compare(file, "report"+f.Ext, r)
		if err != nil || c.Verdict != ByHand || len(c.Differences) == 0 {
			t.Errorf("%s: %v, %d differences, %v; want changed by hand", f.Name, c.Verdict.Text().EN,
				len(c.Differences), err)
		}
		for _, d := range c.Differences {
			if d.Was == d.Is {
				t.Errorf("%s: no difference: %+v", f.Name, d)
			}
		}
	}
}

// The law was updated since: the digest is another, and so is its day.
func TestCompareAfterTheLawChanged(t *testing.T) {
	old, now := sample("zh"), sample("zh")
	now.LawAs = "2027-03-01"
	now.Findings[1].Text = "自2027年起上限改为 LPR 的 4 倍。"
	now.Digest = now.Sum()
	for _, f := range Formats() {
		c, err := Compare(export(t, f.Name, old), "report"+f.Ext, now)
		if err != nil || c.Verdict != ByLaw {
			t.Errorf("%s: %v, %v, want changed by law", f.Name, c.Verdict.Text().EN, err)
		}
		found := false
		for _, d := range c.Differences {
			found = found || strings.Contains(d.Is, "LPR 的 4 倍")
		}
		if !found && f.Name != "ics" {
			t.Errorf("%s: the new conclusion is not among the differences: %+v", f.Name, c.Differences)
		}
	}
	// A JSON file whose digest does not fit its own content was altered,
	// whatever the law did.
	forged := bytes.Replace(export(t, "json", old), []byte("24.00%"), []byte("36.00%"), 1)
	if c, err := Compare(forged, "x.json", now); err != nil || c.Verdict != ByHand {
		t.Errorf("forged json: %v, %v", c.Verdict.Text().EN, err)
	}
	// Same law, other digest: no telling why.
	now.LawAs = old.LawAs
	now.Digest = now.Sum()
	if c, err := Compare(export(t, "txt", old), "x.txt", now); err != nil || c.Verdict != ByEither {
		t.Errorf("other edition: %v, %v", c.Verdict.Text().EN, err)
	}
}

// Being saved again by another program is no change.
func TestCompareForgivesSaving(t *testing.T) {
	r := sample("zh")
	crlf := func(b []byte) []byte {
		return append([]byte("\ufeff"), bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n"))...)
	}
	var narrow bytes.Buffer
	if err := Write(&narrow, "txt", r, Options{Width: 60}); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{
		"windows.txt": crlf(export(t, "txt", r)),
		"windows.md":  crlf(export(t, "md", r)),
		"again.docx":  rezip(t, export(t, "docx", r), func(_, s string) string { return s }),
		"crlf.json":   crlf(export(t, "json", r)),
		"spaced.html": bytes.ReplaceAll(export(t, "html", r), []byte("<p"), []byte("\n  <p")),
		"lf.ics":      bytes.ReplaceAll(export(t, "ics", r), []byte("\r\n"), []byte("\n")),
	} {
		c, err := Compare(file, name, r)
		if err != nil || c.Verdict != Same || c.Exact {
			t.Errorf("%s: %v exact %v, %v, %+v; want same, not exact", name, c.Verdict.Text().EN, c.Exact, err,
				c.Differences)
		}
	}
}

func TestVerifyRefuses(t *testing.T) {
	bomb := rezip(t, export(t, "docx", sample("zh")), func(name, s string) string {
		if name == "word/document.xml" {
			return strings.Repeat(" ", mostBytes+1)
		}
		return map[bool]string{true: "", false: s}[name == "docProps/core.xml"]
	})
	for name, file := range map[string][]byte{
		"empty.txt":   nil,
		"letter.txt":  []byte("尊敬的法院：\n日期：2026-11-25\n"),
		"broken.json": []byte(`{"schema": `),
		"broken.docx": []byte("PK\x03\x04 nothing"),
		"broken.pdf":  []byte("%PDF-1.7 nothing"),
		"latin.txt":   {0xff, 0xfe, 'a'},
		"bomb.docx":   bomb,
		"page.html":   []byte("<html><body>hello</body></html>"),
	} {
		_, err := Verify(file, name)
		var e *FileError
		if !errors.As(err, &e) || !strings.Contains(err.Error(), name) || e.What.ZH == "" || e.Fix.ZH == "" {
			t.Errorf("Verify(%s) = %v, want a FileError that names the file and the cure", name, err)
		}
	}
}

func FuzzVerify(f *testing.F) {
	for _, x := range Formats() {
		f.Add(export(f, x.Name, empty("zh")))
	}
	f.Add([]byte("%PDF-1.3\n1 0 obj\n<</Type /Page\n/Contents 2 0 R>>\n2 0 obj\nstream\n(a\\"))
	r := empty("zh")
	f.Fuzz(func(t *testing.T, file []byte) {
		if s, err := Verify(file, "x"); err == nil && s.Digest == "" {
			t.Error("a stamp without a digest was accepted")
		}
		if _, err := Compare(file, "x", r); err != nil {
			var e *FileError
			if !errors.As(err, &e) {
				t.Errorf("Compare: %v is no FileError", err)
			}
		}
	})
}

func TestDiff(t *testing.T) {
	for _, tt := range []struct {
		was, is string
		want    int
	}{
		{"a b c", "a b c", 0},
		{"a b c", "a x c", 1},
		{"a b c", "a c", 1},
		{"a c", "a b c", 1},
		{"a b c d", "x b c y", 2},
		{"", "a", 1},
		{"ab c", "a bc", 0}, // only broken differently
	} {
		if got := diff(strings.Fields(tt.was), strings.Fields(tt.is)); len(got) != tt.want {
			t.Errorf("diff(%q, %q) = %+v, want %d", tt.was, tt.is, got, tt.want)
		}
	}
}
