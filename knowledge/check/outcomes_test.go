package check

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"wangdai/advisor/fact"
	"wangdai/advisor/paths"
	"wangdai/knowledge"
	"wangdai/knowledge/load"
	"wangdai/knowledge/load/sketch"
)

// recordedFolder is the small folder with its outcomes recorded, probes
// included.
func recordedFolder(t *testing.T) fstest.MapFS {
	t.Helper()
	m := good(t)
	b, _ := load.Folder(m)
	score, err := Mutation(m, b, true)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range Outcomes(m, b, score.Probes) {
		m["outcomes/"+name] = &fstest.MapFile{Data: data}
	}
	m["outcomes/README.md"] = &fstest.MapFile{Data: []byte("-")}
	return m
}

func TestOutcomesOfAnUnchangedFolder(t *testing.T) {
	m := recordedFolder(t)
	b, _ := load.Folder(m)
	if p := OutcomeProblems(m, b); len(p) > 0 {
		t.Fatalf("nothing was changed, yet: %v", p)
	}
	// Recording again changes nothing.
	for name, data := range Outcomes(m, b, nil) {
		if string(m["outcomes/"+name].Data) != string(data) {
			t.Errorf("%s differs when it is recorded again", name)
		}
	}
}

// What is broken by mistake is told where it stands.
func TestOutcomesTellWhatWasBroken(t *testing.T) {
	for _, x := range []struct{ name, file, old, new, zh string }{
		{"a condition turned round", "findings/loan.yaml", "when: regime == licensed\n",
			"when: regime != licensed and role == borrower\n", "cap-licensed"},
		{"a limit moved by a day", "findings/loan.yaml", "signed >= 2021-01-01", "signed >= 2021-01-02", "cap-private"},
		{"a condition dropped", "findings/loan.yaml", "when: regime == private and signed >= 2021-01-01",
			"when: regime == private", "cap-private"},
		{"another article", "findings/start.yaml", "    rules: [T-4]\n",
			"    rules: [T-4]\n    cites: [minfadian-680]\n", "minfadian-680"},
		{"a shorter period", "facts/loan.yaml", "period: 15 days", "period: 14 days", "reply_by"},
		{"a note for others", "common/shared.yaml", "when: not bad_conduct", "when: bad_conduct", "avoid/no-sign"},
		{"a part of a letter", "drafts/request.yaml", "when: bad_conduct", "when: not bad_conduct", "draft/request#2"},
	} {
		t.Run(x.name, func(t *testing.T) {
			m := recordedFolder(t)
			old := string(m[x.file].Data)
			if !strings.Contains(old, x.old) {
				t.Fatalf("%s holds no %q", x.file, x.old)
			}
			m[x.file] = &fstest.MapFile{Data: []byte(strings.Replace(old, x.old, x.new, 1))}
			b, problems := load.Folder(m)
			if b == nil {
				t.Fatal(problems[0].In(fact.ZH))
			}
			list := OutcomeProblems(m, b)
			if !slices.ContainsFunc(list, func(p load.Problem) bool {
				return p.File == x.file && p.Line > 0 && strings.Contains(p.What.ZH, x.zh) && p.Fix.EN != ""
			}) {
				t.Errorf("not told at its place: %v", list)
			}
		})
	}
}

// An option that is gone is told at its question, though no condition names it,
// once the edition of the questions is recorded.
func TestQuestionsUnlikeTheRecordedEdition(t *testing.T) {
	m := recordedFolder(t)
	b, _ := load.Folder(m)
	e := b.CurrentEdition()
	m[load.EditionFile(e, b.LawAsOf)] = &fstest.MapFile{Data: []byte(e.String())}
	b, _ = load.Folder(m)
	if p := OutcomeProblems(m, b); len(p) > 0 {
		t.Fatalf("nothing was changed, yet: %v", p)
	}
	const file = "questions/loan.yaml"
	m[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(m[file].Data), "      - id: none\n",
		"      - id: often\n        zh: 天天来电\n        en: Calls every day\n      - id: none\n", 1))}
	b, problems := load.Folder(m)
	if b == nil {
		t.Fatal(problems[0].In(fact.ZH))
	}
	if list := OutcomeProblems(m, b); !slices.ContainsFunc(list, func(p load.Problem) bool {
		return p.File == file && p.Line > 0 && strings.Contains(p.What.EN, "conduct") &&
			strings.Contains(p.What.EN, "recorded edition")
	}) {
		t.Errorf("not told: %v", list)
	}
}

// A case that is new is no fault, but is named.
func TestOutcomesNameNewCases(t *testing.T) {
	m := recordedFolder(t)
	first := string(m["cases/borrower/bank.yaml"].Data)
	second := strings.Replace(first, "银行借的", "又一个", 1)
	m["cases/borrower/second.yaml"] = &fstest.MapFile{Data: []byte(second)}
	b, problems := load.Folder(m)
	if b == nil {
		t.Fatal(problems[0].In(fact.ZH))
	}
	p := OutcomeProblems(m, b)
	if len(p) != 1 || !p[0].Warning || p[0].File != "cases/borrower/second.yaml" {
		t.Fatalf("told was %v", p)
	}
}

// A mutant survives where no case and no probe stands.
func TestMutationCountsSurvivors(t *testing.T) {
	m := good(t)
	b, _ := load.Folder(m)
	bare, err := Mutation(m, b, false)
	if err != nil {
		t.Fatal(err)
	}
	m = recordedFolder(t)
	b, _ = load.Folder(m)
	full, err := Mutation(m, b, false)
	if err != nil {
		t.Fatal(err)
	}
	if bare.Mutants != full.Mutants || bare.ByProbes != 0 || len(bare.Survivors) == 0 ||
		len(full.Survivors) >= len(bare.Survivors) || full.ByCases != bare.ByCases {
		t.Errorf("without probes %d of %d by cases, %d left; with %d and %d, %d left", bare.ByCases, bare.Mutants,
			len(bare.Survivors), full.ByCases, full.ByProbes, len(full.Survivors))
	}
	if full.ByCases+full.ByProbes+len(full.Survivors) != full.Mutants {
		t.Error("the sum does not fit")
	}
}

// TestMutation breaks the real law, one place at a time: conditions dropped,
// negated or moved by one unit, periods a day longer or shorter, citations
// dropped. Cases and recorded probes must notice nearly all of it; what they
// do not notice is listed in outcomes/survivors.txt, and is to be argued.
func TestMutation(t *testing.T) {
	b, problems := load.Folder(knowledge.Files())
	if b == nil {
		t.Fatal(problems[0].In(fact.ZH))
	}
	score, err := Mutation(knowledge.Files(), b, false)
	if err != nil {
		t.Fatal(err)
	}
	asks := score.Asks
	law := paths.Tally{Mutants: score.Mutants - asks.Mutants, ByCases: score.ByCases - asks.ByCases,
		ByProbes: score.ByProbes - asks.ByProbes}
	t.Logf("of the law %+v, of the asks %+v, %d noticed by nobody", law, asks, len(score.Survivors))
	for what, x := range map[string]paths.Tally{"law": law, "asks": asks} {
		if (x.ByCases+x.ByProbes)*100 < 95*x.Mutants {
			t.Errorf("%s: %+v: want 95%% noticed: go run ./cmd/wangdai check --record knowledge", what, x)
		}
		if x.ByCases*100 < 80*x.Mutants {
			t.Errorf("%s: %+v: want 80%% noticed by cases alone: write cases", what, x)
		}
	}
}

// TestMutationOfAsks: a change of an ask is noticed by the cases that have it,
// and by probes where no case stands; and the record tells of it.
func TestMutationOfAsks(t *testing.T) {
	const asked = worries + "cases: [{answers: {role: borrower, problem: [court], sued: yes, amount: 50}, asks: " +
		"[{ask: jail, answer: 看}]}]\n"
	law := strings.Replace(asked, "{when: sued, cites", "{when: sued, zh: 看一看, en: look, cites", 1)
	m := sketch.Folder(t, law)
	b, _ := load.Folder(m)
	score, err := Mutation(m, b, true)
	if err != nil {
		t.Fatal(err)
	}
	if a := score.Asks; a.ByCases == 0 || a.ByProbes == 0 || a.ByCases+a.ByProbes != a.Mutants {
		t.Errorf("%+v of the asks are noticed, not %v", a, score.Survivors)
	}
	for name, data := range Outcomes(m, b, score.Probes) {
		m["outcomes/"+name] = &fstest.MapFile{Data: data}
	}
	if p := OutcomeProblems(m, b); len(p) > 0 {
		t.Fatalf("nothing was changed, yet: %v", p)
	}
	for _, x := range [][2]string{
		{"  - ask: jail\n    when: role == borrower\n", "  - ask: jail\n"},
		{"when: sued == unknown", "when: sued == unknown or sued"}, // a probe and the case stand there
		{"when: otherwise, cites: [minfadian-675]", "when: otherwise, cites: [minfadian-676]"},
		{"when: sued, zh", "when: not sued, zh"},
	} {
		changed := strings.Replace(strings.Replace(law, x[0], x[1], 1), "articles: [675]", "articles: [675, 676]", 1)
		if changed == law {
			t.Fatal("nothing to change")
		}
		m2 := sketch.Folder(t, changed)
		for name, f := range m {
			if strings.HasPrefix(name, "outcomes/") {
				m2[name] = f
			}
		}
		b, problems := load.Folder(m2)
		if b == nil {
			t.Fatal(problems[0].In(fact.ZH))
		}
		if list := OutcomeProblems(m2, b); !slices.ContainsFunc(list, func(p load.Problem) bool {
			return p.File == "asks/sketch.yaml" && p.Line > 0 && strings.Contains(p.What.ZH, "jail#")
		}) {
			t.Errorf("%s is not told: %v", x[1], list)
		}
	}
}

// TestOutcomesAreRecorded holds every case to what it led to when somebody
// last looked.
func TestOutcomesAreRecorded(t *testing.T) {
	b, problems := load.Folder(knowledge.Files())
	if b == nil {
		t.Fatal(problems[0].In(fact.ZH))
	}
	for _, p := range OutcomeProblems(knowledge.Files(), b) {
		t.Error(p.In(fact.ZH))
	}
	if len(readRecords(knowledge.Files(), probesFile)) == 0 {
		t.Error("no probes are recorded: go run ./cmd/wangdai check --record knowledge")
	}
}
