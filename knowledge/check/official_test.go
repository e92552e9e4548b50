package check

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"wangdai/advisor/fact"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
)

// lawTexts are the official texts that the project shares, where they are
// there; WANGDAI_LAW_TEXTS names another folder.
func lawTexts(t *testing.T) string {
	dir := os.Getenv("WANGDAI_LAW_TEXTS")
	for _, d := range []string{dir, "../../shared/law/texts", "../../../shared/law/texts"} {
		if _, err := os.Stat(d); d != "" && err == nil {
			return d
		}
	}
	t.Skip("skipped: no official texts here; quotations, article numbers and the numbers in gists were not compared " +
		"(set WANGDAI_LAW_TEXTS)")
	return ""
}

// What the files say of the law stands in the official texts.
func TestOfficialTexts(t *testing.T) {
	dir := lawTexts(t)
	b, problems := knowledge.Whole()
	if load.Faulty(problems) {
		t.Fatal("the knowledge does not load")
	}
	o, err := CompareTexts(b, os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d articles, %d quotations, %d numbers compared; not there: %v", o.Articles, o.Quotes, o.Numbers, o.Missing)
	if o.Articles < 300 {
		t.Errorf("only %d articles were compared", o.Articles)
	}
	for _, p := range o.Problems {
		t.Error(p.In(fact.ZH))
	}
}

// A wrong number, a changed quotation and an article that is not there are
// told at their line, and what is right is not.
func TestCompareTextsTells(t *testing.T) {
	b := small(t)
	law := b.Law("minfadian")
	law.Versions[0].Files = []string{"a.md"}
	law.Articles = law.Articles[:1]
	a := &law.Articles[0]
	a.No, a.Was, a.Quote, a.Gist.ZH = "676", "", "应当按照约定", "逾期 30 日、三十万元、百分之二十四的，要付利息。"
	text := "第六百七十六条 逾期三十日、30万元或者24%的，应当按照\n约定支付利息。\n\n第六百七十七条 提前还的。\n"
	told := func() string {
		o, err := CompareTexts(b, fstest.MapFS{"old/a.md": {Data: []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		s := strings.Join(o.Missing, "")
		for _, p := range o.Problems {
			if p.File == "" || p.Line == 0 || p.Fix.ZH == "" || p.Fix.EN == "" {
				t.Errorf("incomplete: %+v", p)
			}
			s += p.What.ZH
		}
		return s
	}
	for _, tt := range []struct{ change, want string }{
		{"", ""},
		{"gist", "数 31 "},
		{"quote", "引文"},
		{"number", "没有"},
	} {
		keep := *a
		switch tt.change {
		case "gist":
			a.Gist.ZH = "逾期三十一日的，要付利息。"
		case "quote":
			a.Quote = "应当依照约定"
		case "number":
			a.No = "678"
		}
		if got := told(); (got == "") != (tt.want == "") || !strings.Contains(got, tt.want) {
			t.Errorf("%q changed: told %q, want %q", tt.change, got, tt.want)
		}
		*a = keep
	}
	law.Versions[0].Files = []string{"b.md"}
	if got := told(); got != "b.md" {
		t.Errorf("a text that is not there: told %q", got)
	}
}

func TestNumbersIn(t *testing.T) {
	for _, tt := range []struct {
		text string
		only bool
		want []string
	}{
		{"三十万元以上五十万元以下", true, []string{"300000", "500000"}},
		{"30万元，百分之二十四", true, []string{"300000", "24"}},
		{"一方在第六百七十六条的一年内", true, nil},
		{"十二个月、二十日、两年", true, []string{"12", "20", "2"}},
		{"一千二百元", false, []string{"1200"}},
	} {
		if got := numbersIn(tt.text, tt.only); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.text, got, tt.want)
		}
	}
}

// What was checked before the day is listed, what was checked since is not.
func TestStale(t *testing.T) {
	b := small(t)
	newest := fact.Date(0)
	for _, l := range b.Laws {
		newest = max(newest, l.Versions[0].Checked)
	}
	if n := len(Stale(b, newest+1)); n < len(b.Laws) {
		t.Errorf("%d of %d laws told as not checked since", n, len(b.Laws))
	}
	if got := Stale(b, 1); len(got) > 0 {
		t.Errorf("told without reason: %s", got[0].In(fact.ZH))
	}
}
