package knowledge_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"wangdai/knowledge"
)

// folder is the built-in knowledge in memory, for breaking.
func folder(t testing.TB) fstest.MapFS {
	t.Helper()
	m := fstest.MapFS{}
	err := fs.WalkDir(knowledge.Files(), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(knowledge.Files(), p)
		m[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// One typical slip each, made in a copy: it must be told at its file, in the
// words of a person who edits law.
func TestFaultsAreTold(t *testing.T) {
	const finding, question = "findings/borrower-interest.yaml", "questions/start.yaml"
	for _, tt := range []struct{ file, old, new, want string }{
		{finding, "certainty: usual", "certainty：usual", "全角冒号"},
		{finding, "urgency: important", "urgency:important", "后面少一个空格"},
		{finding, "urgency: important", "urgency: importnt", "是否想写 important"},
		{finding, "certainty: usual", "certanty: usual", "是否想写 certainty"},
		{finding, "  - id: cap-24-local", "\t- id: cap-24-local", "制表符"},
		{finding, "  - id: cap-24-local", "  -id: cap-24-local", "短横线后面少一个空格"},
		{finding, "  - id: cap-24-local", "  - id: cap-24-licensed", "用过"},
		{finding, "when: regime == licensed", "when: regim == licensed", "是否想写 regime"},
		{finding, "when: regime == licensed", "when: regime == licenced", "是否想写 licensed"},
		{finding, "when: regime == licensed", "when: regime = licensed", "只有一个等号"},
		{finding, "when: regime == licensed", "when: regime == licensed 并且 money_asked", "并且"},
		{finding, "when: regime == licensed", "when: regime == “licensed”", "中文引号"},
		{finding, "cites: [minjian-pifu-1", "cites: [minjian-pifu-99", "没有登记第99条"},
		{finding, "cites: [minjian-pifu-1", "cites: [minjian-pfu-1", "是否想写 minjian-pifu"},
		{finding, "cites: [minjian-pifu-1,", "cites: [minjian-pifu-1，", "全角逗号"},
		{finding, "steps: [export-records", "steps: [export-recods", "是否想写 export-records"},
		{finding, "evidence: [contract-flow", "evidence: [contract-flo", "是否想写 contract-flow"},
		{finding, "avoid: [no-new-loan", "avoid: [no-new-lan", "是否想写 no-new-loan"},
		{finding, "{licensed_cap}", "{licenced_cap}", "占位"},
		{finding, "exclusive: interest-cap", "exclusive: interest-kap", "没有名为 interest-kap 的组"},
		{question, "kind: choice", "kind: choise", "choice"},
		{question, "kind: choice", "kind: “choice”", "中文引号"},
		{question, "ask: danger", "ask: Danger", "不能作名字"},
		{question, "      - id: investor", "      - id: borrower", "写了两次"},
		{question, "en: I am safe", "e: I am safe", "没有 e 这一项"},
		{question, "en: Are you safe right now?", "en: Are you safe # right now?", "#"},
		{question, "zh: 您现在安全吗？", "zh: 您现在: 安全吗？", "冒号+空格"},
		{question, "zh: 没有危险", "zh: 没有\u200b危险", "看不见的字符"},
		{"interview.yaml", "  - papers", "  - paperz", "没有 questions/paperz.yaml"},
		{"laws/minfadian.yaml", "read: official", "read: offcial", "是否想写 official"},
		{"laws/minfadian.yaml", "from: 2021-01-01", "from: 2021-02-30", "没有 2021-02-30 这一天"},
		{"laws/minfadian.yaml", "  - no: 670", "  - no: 六百七十", "读不懂"},
		{"rates/lpr.yaml", "rate: 3.45%", "rate: three", "利率读不懂"},
		{"authorities.yaml", "read: common", "read: rumour", "不能写在这里"},
		{"facts/borrower.yaml", "calc: real_rate", "calc: reel_rate", "没有名为 reel_rate 的计算"},
		{"facts/borrower.yaml", "period: 15 days", "period: 15 dayz", "期间读不懂"},
		{"cases/borrower/microloan-sued.yaml", "lender: microloan", "lender: microlone", "是否想写 microloan"},
		{"cases/borrower/microloan-sued.yaml", "doc_date: 2026-11-14", "doc_date: 2026-11-31", "11"},
		{"drafts/reply-brief.yaml", "[plaintiff]", "[plaintif]", "没有列在 blanks"},
		{"scope/general.yaml", "law_as_of: 2026-11-25", "law_as_of: 25.11.2026", "没有 25.11.2026 这一天"},
	} {
		t.Run(tt.file+" "+tt.new, func(t *testing.T) {
			m := folder(t)
			src := string(m[tt.file].Data)
			if !strings.Contains(src, tt.old) {
				t.Fatalf("%s holds no %q to break", tt.file, tt.old)
			}
			line := 1 + strings.Count(src[:strings.Index(src, tt.old)], "\n")
			m[tt.file] = &fstest.MapFile{Data: []byte(strings.Replace(src, tt.old, tt.new, 1))}
			_, problems := knowledge.Load(m)
			for _, p := range problems {
				if p.File == tt.file && strings.Contains(p.What.ZH+p.Fix.ZH, tt.want) {
					if p.Fix.ZH == "" || p.What.EN == "" || p.Fix.EN == "" {
						t.Errorf("the message is incomplete: %+v", p)
					}
					if d := p.Line - line; d < -12 || d > 12 {
						t.Errorf("told at line %d, made at line %d", p.Line, line)
					}
					return
				}
			}
			for i, p := range problems {
				if i < 3 {
					t.Log(p.In("zh"))
				}
			}
			t.Errorf("not told: want %q in %s", tt.want, tt.file)
		})
	}
}

// All faults of a stage are told together, in all files.
func TestAllFaultsAtOnce(t *testing.T) {
	m := folder(t)
	for file, x := range map[string][2]string{
		"findings/borrower-interest.yaml": {"when: regime == licensed", "when: regim == licensed"},
		"findings/papers.yaml":            {"paper == payment_order", "paper == payment_oder"},
		"questions/start.yaml":            {"kind: choice", "kind: choise"},
	} {
		m[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(m[file].Data), x[0], x[1], 1))}
	}
	_, problems := knowledge.Load(m)
	files := map[string]bool{}
	for _, p := range problems {
		files[p.File] = true
	}
	if !files["questions/start.yaml"] {
		t.Error("the fault of form is not told")
	}
	delete(m, "questions/start.yaml")
	if _, problems := knowledge.Load(m); len(problems) == 0 {
		t.Error("a missing file is not told")
	}
}

// FuzzLoad breaks one file at will: refusing is fine, panicking is not.
func FuzzLoad(f *testing.F) {
	f.Add("findings: []\n")
	f.Add("findings:\n  - id: a\n    when: role == borrower\n")
	f.Add("a: [b, {c: d}]\n---\n")
	f.Add("findings: &x [*x]\n")
	m := folder(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, file := range []string{"findings/danger.yaml", "laws/zhian.yaml", "facts/collection.yaml"} {
			old := m[file]
			m[file] = &fstest.MapFile{Data: []byte(s)}
			knowledge.Load(m)
			m[file] = old
		}
	})
}
