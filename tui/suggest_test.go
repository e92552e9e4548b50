package tui_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/knowledge/load/sketch"
	"wangdai/tui/plain"
)

// suggesting is a law of which two asks suggest what collectors do, and one
// which paper came.
func suggesting(t *testing.T) *advisor.Base {
	return sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: conduct, kind: several, options: [insult, night, threat]}
  - {ask: paper, options: [summons, judgment]}
findings:
  - {id: holds, when: conduct == unknown or paper == unknown, title: 某}
asks:
  - {ask: scolds, title: 骂人可以吗, suggests: {conduct: insult, paper: judgment},
     answers: [{when: insult in conduct and paper == judgment, zh: 不可以, cites: [minsu-128]}, {when: otherwise, zh: 看情况, cites: [minsu-128]}]}
  - {ask: threats, title: 恐吓可以吗, suggests: {conduct: threat},
     answers: [{when: threat in conduct, zh: 报警, cites: [minsu-128]}, {when: otherwise, zh: 先留证据, cites: [minsu-128]}]}
laws: [{law: minsu, articles: [128]}]
`)
}

// In the terminal what asks suggest is pointed at and marked, and the person
// takes it or not.
func TestSuggestedInTheTerminal(t *testing.T) {
	b := suggesting(t)
	begin := func() walk {
		w := walk{t, terminal(t, b, today, fact.ZH, 80, 24), words.AskingIn("zh")}
		press(w.a, "1", "1", "2", "enter")
		return w
	}
	w := begin()
	w.see(nil, "因为您问了“骂人可以吗”“恐吓可以吗”，先替您标出", "是就按回车", "› 1 [?] 某 insult", "2 [ ] 某 night",
		"3 [?] 某 threat")
	w.see([]string{"3"}, "3 [x] 某 threat", "1 [?] 某 insult")   // its digit ticks it
	w.see([]string{"3"}, "3 [ ] 某 threat")                     // and takes the tick away
	w.see([]string{"2", "enter", "r"}, "某 night", "!某 insult") // what was not ticked is not taken
	w = begin()
	w.see([]string{"enter", "enter", "r"}, "某 insult", "某 threat", "!某 night") // past the answer to one of them
	w = begin()
	w.see([]string{"down", " ", "enter", "r"}, "某 night", "!某 insult") // another one instead
	w = begin()
	w.see([]string{"enter", "enter"}, "因为您问了“骂人可以吗”，先替您标出“某 judgment”", "› 2 某 judgment")
}

// Line by line what asks suggest is said, and y takes it; an empty line does
// not.
func TestSuggestedLineByLine(t *testing.T) {
	b := suggesting(t)
	run := func(l advisor.Lang, lines ...string) (string, advisor.Answers) {
		s := advisor.NewSession(b, advisor.Options{Today: today, Lang: l})
		var out bytes.Buffer
		in := strings.NewReader(strings.Join(append([]string{"1", "1,2", ""}, lines...), "\n") + "\n")
		if err := plain.Run(t.Context(), in, &out, plain.Options{Session: s, Paper: text{}}); err != nil &&
			!errors.Is(err, plain.ErrOpen) {
			t.Fatal(err)
		}
		return out.String(), s.Answers()
	}
	out, got := run(fact.ZH, "", "")
	if want := "因为您问了“骂人可以吗”“恐吓可以吗”，先替您标出“某 insult；某 threat”，请您确认：是就输入 y，" +
		"不是就选别的。"; !strings.Contains(out, want) {
		t.Errorf("not said: %s\n%s", want, out)
	}
	if v, ok := got["conduct"]; ok {
		t.Errorf("an empty line took what is suggested: %v", v)
	}
	if _, got = run(fact.ZH, "y", "y"); got["conduct"].N != 0b101 || got["paper"].N != 1 {
		t.Errorf("y took %v", got)
	}
	if _, got = run(fact.ZH, "2", "1"); got["conduct"].N != 0b010 || got["paper"].N != 0 {
		t.Errorf("what was chosen instead: %v", got)
	}
	if out, _ = run(fact.EN, "y"); !strings.Contains(out, `Because you asked "scolds", "threats", this is marked for you: "insult; threat". Please confirm: if it is so, type y`) {
		t.Errorf("in English:\n%s", out)
	}
}
