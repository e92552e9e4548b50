package check

import (
	"strings"
	"testing"
	"testing/fstest"

	"wangdai/advisor/fact"
	"wangdai/knowledge/load"
	"wangdai/knowledge/load/sketch"
)

// worries is a law with one ask, in which everything holds that check proves
// of asks; a %s stands where a test breaks it.
const worries = `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: problem, kind: several, topic: yes, options: [court, {id: none, alone: yes}], when: role == borrower}
  - {ask: sued, when: role == borrower}
  - {ask: amount, kind: money, when: sued}
findings:
  - {id: owes, when: role == borrower, cites: [minfadian-675]}
  - {id: sued, when: sued and court in problem, cites: [minfadian-675], steps: [{zh: 去}]}
  - {id: much, when: amount > 1000元, cites: [minfadian-675]}
  - {id: lent, when: role == lender or role == unknown, cites: [minfadian-675]}
laws: [{law: minfadian, articles: [675]}]
lawyer_how: [{zh: 打电话。}]
asks:
  - ask: jail
    when: role == borrower
    opens: {problem: court}
    answers:
      - {when: sued == unknown, cites: [minfadian-675], steps: [{zh: 问}]}
      - {when: sued, cites: [minfadian-675], steps: [{zh: 看}]}
      - {when: otherwise, cites: [minfadian-675], steps: [{zh: 等}]}
paying:
  - {when: role == borrower, facts: [sued], safe: not sued, zh: 先看, en: look first, cites: [minfadian-675]}
`

// What check proves of asks, each broken once.
func TestProofOfAsks(t *testing.T) {
	b := sketch.Law(t, worries)
	for _, p := range Prove(b, b.LawAsOf).Problems {
		t.Errorf("the unbroken law: %s", p.Error())
	}
	last := "      - {when: otherwise, cites: [minfadian-675], steps: [{zh: 等}]}\n"
	for what, x := range map[string]struct{ old, new, want string }{
		"nobody has it": {"    when: role == borrower\n    opens", "    when: role == lender\n    opens",
			"nobody can have ask jail"},
		"no answer": {last, "", "someone gets no answer"},
		"hangs on 不清楚": {"      - {when: sued == unknown, cites: [minfadian-675], steps: [{zh: 问}]}\n", "",
			"left without an answer by 不清楚"},
		"dead answer": {"{when: sued, cites", "{when: sued == unknown, cites", "is never given"},
		"dead unclear": {"    answers:\n", "    unclear: {cites: [minfadian-675]}\n    answers:\n",
			"unclear of ask jail is never given"},
		"figure not known": {"{when: sued, cites: [minfadian-675], steps: [{zh: 看}]}", `{when: sued, zh: "{amount}", en: "{amount}", cites: [minfadian-675], steps: [{zh: 看}]}`, "names {amount}, which someone does not know"},
		"nothing to do":    {", steps: [{zh: 等}]", "", "does not say what to do"},
		"pays uncovered": {"  - {when: role == borrower, facts: [sued], safe",
			"  - {when: role == lender, facts: [sued], safe", "speaks of paying"},
	} {
		t.Run(what, func(t *testing.T) {
			law := worries
			if what == "pays uncovered" {
				law = strings.Replace(law, "{when: sued, cites", "{when: sued, pays: yes, cites", 1)
			}
			if !strings.Contains(law, x.old) {
				t.Fatal("nothing to break")
			}
			b := sketch.Law(t, strings.Replace(law, x.old, x.new, 1))
			for _, p := range Prove(b, b.LawAsOf).Problems {
				if strings.Contains(p.What.EN, x.want) && p.File == "asks/sketch.yaml" && p.Line > 0 {
					return
				}
			}
			t.Errorf("not told: %q", x.want)
		})
	}
}

// The names and numbers that codes know asks by: what is wrong with them is told
// where it stands.
func TestNamesOfAsks(t *testing.T) {
	table := func(lines ...string) string { return "wangdai asks 1\n" + strings.Join(lines, "\n") + "\n" }
	for what, x := range map[string]struct{ was, table, want string }{
		"all well":     {"", table("prison", "jail"), ""},
		"no table":     {"", "", ""},
		"renamed":      {"prison", table("prison"), ""},
		"not numbered": {"", table("prison"), "the ask jail has no number in editions/asks.txt"},
		"twice in the table": {"", table("jail", "prison", "jail"),
			"editions/asks.txt:4:1: jail stands in line 2 already"},
		"no name in the table":   {"", table("jail", "no good"), `editions/asks.txt:3:1: "no good" is no name of an ask`},
		"another head":           {"", "jail\n", "editions/asks.txt:1:1: "},
		"old name still one":     {"jail", table("jail"), "jail is still a name"},
		"old name not a name":    {"Jail_1", table("jail"), `"Jail_1" cannot be a name`},
		"old name of two asks":   {"prison, prison", table("jail"), "prison is the old name of jail already"},
		"old name like a fact's": {"sued", table("jail"), ""},
	} {
		t.Run(what, func(t *testing.T) {
			m := sketch.Folder(t, strings.Replace(worries, "  - ask: jail\n",
				"  - ask: jail\n    was: ["+x.was+"]\n", 1))
			if x.table != "" {
				m[load.AsksFile] = &fstest.MapFile{Data: []byte(x.table)}
			}
			b, problems := load.Folder(m)
			if b != nil {
				problems = append(problems, askDrift(b)...)
			}
			var told []string
			for _, p := range problems {
				if !p.Warning {
					told = append(told, p.In(fact.EN))
				}
			}
			if got := strings.Join(told, "\n"); x.want == "" && got != "" || !strings.Contains(got, x.want) {
				t.Errorf("told %q, want %q", got, x.want)
			}
		})
	}
}

// What a case says of an ask is told where it cannot be so.
func TestCasesNameAnswers(t *testing.T) {
	for answer, want := range map[string]string{
		"{ask: jail, answer: 不会坐}":   "several answers of ask jail begin so",
		"{ask: jail, answer: 会坐牢}":   "no answer of ask jail begins so",
		"{ask: jaill, answer: 会坐牢}":  "there is no ask named jaill",
		"{ask: jail, answer: 不会坐牢：}": "",
	} {
		law := strings.Replace(worries, "{when: sued, cites", "{when: sued, zh: 不会坐牢：答辩。, en: no, cites", 1)
		law = strings.Replace(law, "{when: otherwise, cites", "{when: otherwise, zh: 不会坐牢。, en: no, cites", 1)
		law += "cases: [{answers: {role: borrower, problem: [court], sued: yes, amount: 50}, asks: [" + answer + "]}]\n"
		_, problems := load.Folder(sketch.Folder(t, law))
		told := ""
		for _, p := range problems {
			if !p.Warning && p.File == "cases/01.yaml" && p.Line > 0 {
				told = p.What.EN
			}
		}
		if want == "" && told != "" || !strings.Contains(told, want) {
			t.Errorf("%s: told %q, want %q", answer, told, want)
		}
	}
}

// An ask answers no question of several options for the person, but one that
// picks a topic.
func TestAsksOpenTopics(t *testing.T) {
	_, problems := load.Folder(sketch.Folder(t, strings.Replace(worries, "topic: yes, ", "", 1)))
	for _, p := range problems {
		if strings.Contains(p.What.EN, "problem takes several options") && p.File == "asks/sketch.yaml" {
			return
		}
	}
	t.Errorf("not told: %v", problems)
}
