package advisor_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/knowledge/load/sketch"
)

// options is the value of a question by the ids of its options.
func options(t *testing.T, b *advisor.Base, id string, chosen ...string) fact.Value {
	t.Helper()
	f, _ := b.Fact(id)
	var n int64
	for k := range f.Options {
		if slices.Contains(chosen, f.Options[k].ID) {
			if f.Kind != fact.Several {
				return fact.Of(int64(k))
			}
			n |= 1 << k
		}
	}
	if n == 0 {
		t.Fatalf("%s has none of %v", id, chosen)
	}
	return fact.Of(n)
}

// A visitor to the whole law, who says things by name.
type visitor struct {
	t *testing.T
	*advisor.Session
}

func (v visitor) say(id string, chosen ...string) {
	v.t.Helper()
	if err := v.Answer(id, options(v.t, v.Base(), id, chosen...)); err != nil {
		v.t.Fatal(err)
	}
}

// news is what there is to say, in short.
func (v visitor) news() string {
	var out []string
	for _, n := range v.News() {
		id := v.Base().Asks[n.Ask].ID
		switch {
		case n.Fallen:
			id += " fallen"
		case n.Reply == nil:
			id += " open"
		default:
			id += ": " + n.Reply.Answer
		}
		out = append(out, id)
	}
	return strings.Join(out, ", ")
}

func (v visitor) asks() string {
	var out []string
	for _, i := range v.Asks() {
		out = append(out, v.Base().Asks[i].ID)
	}
	return fmt.Sprint(out)
}

// TestWish: what a person wants to know is asked once, after who they are; it
// can be taken back like an answer, and shown again.
func TestWish(t *testing.T) {
	v := visitor{t, advisor.NewSession(law(t), advisor.Options{Today: today})}
	if v.Wonders() {
		t.Error("asked before it is known who they are")
	}
	v.say("role", "contact")
	if !v.Wonders() {
		t.Fatal("not asked after the role")
	}
	if err := v.Choose("contact-owe", "contact-credit"); err != nil {
		t.Fatal(err)
	}
	if v.Wonders() || v.Depth() != advisor.Brief {
		t.Error("asked again, or the whole interview")
	}
	v.say("danger", "none")
	back := func(question string, asks int) {
		t.Helper()
		if got, ok := v.Back(); !ok || got.Question != question || len(got.Asks) != asks {
			t.Errorf("back gives %+v, %v", got, ok)
		}
	}
	back("danger", 0)
	back("", 2)
	if !v.Wonders() || v.asks() != "[]" || v.Depth() != advisor.Whole {
		t.Errorf("taken back, and %s are there still", v.asks())
	}
	if err := v.Choose(); err != nil || v.Wonders() {
		t.Errorf("whoever wants to know nothing in particular is asked again (%v)", err)
	}
	back("", 0)
	back("role", 0)
	if _, ok := v.Back(); ok {
		t.Error("there is something before the start")
	}

	// Another ask at page one, and further: each can be taken back.
	v.say("role", "contact")
	_ = v.Choose("contact-credit")
	for v.State().Next >= 0 {
		_ = v.Answer(v.Base().Asked(v.State().Next).ID, fact.NotSure())
	}
	if !v.Deeper(advisor.Whole) || v.Deeper(advisor.Deep) {
		t.Error("from page one the whole interview is deeper, and nothing from there")
	}
	if v.Ahead(advisor.Whole) < v.Ahead(advisor.Brief) || v.Ahead(advisor.Brief) != 0 {
		t.Errorf("ahead: %d to page one, %d in all", v.Ahead(advisor.Brief), v.Ahead(advisor.Whole))
	}
	back("", 0)
	for k, i := range v.Offered()[:2] { // what people go on with comes first
		if want := []string{"contact-owe", "contact-stop"}[k]; v.Base().Asks[i].ID != want {
			t.Errorf("after contact-credit %s is offered, not %s", v.Base().Asks[i].ID, want)
		}
	}
	if v.Depth() != advisor.Brief || v.asks() != "[contact-credit]" {
		t.Errorf("after going back: depth %d, %s", v.Depth(), v.asks())
	}
	_ = v.Choose("contact-stop")
	back("", 1)
	if v.asks() != "[contact-credit]" {
		t.Errorf("after going back: %s", v.asks())
	}

	// Whoever comes with answers has gone past it.
	w := advisor.NewSession(law(t), advisor.Options{Today: today})
	w.Load(advisor.Answers{"role": options(t, law(t), "role", "contact")})
	if !w.Wonders() {
		t.Error("with nothing but the role it is not asked")
	}
	w.Load(v.Answers())
	if w.Wonders() {
		t.Error("asked in the middle of an interview")
	}
}

// TestMostAskedFirst: what most people ask stands on the first screen of the
// list, whatever file it was written in.
func TestMostAskedFirst(t *testing.T) {
	v := visitor{t, advisor.NewSession(law(t), advisor.Options{Today: today})}
	for role, want := range map[string]string{
		"borrower": "jail-overdue", "data": "id-stolen-loan", "contact": "contact-owe", "verify": "lawyer-letter",
		"investor": "inv-what-first", "guarantor": "guarantor-must",
	} {
		v.say("role", role)
		at := slices.IndexFunc(v.Offered(), func(i int) bool { return v.Base().Asks[i].ID == want })
		if at < 0 || at > 4 {
			t.Errorf("%s is offered %s at %d", role, want, at)
		}
	}
}

// TestNews: an answer is given the moment it is decided, once; that it no
// longer holds is told, and that an ask is no longer theirs.
func TestNews(t *testing.T) {
	v := visitor{t, advisor.NewSession(law(t), advisor.Options{Today: today})}
	expect := func(want string) {
		t.Helper()
		if got := v.news(); got != want {
			t.Errorf("news: %q, want %q", got, want)
		}
	}
	v.say("role", "contact")
	if err := v.Choose("contact-owe"); err != nil {
		t.Fatal(err)
	}
	expect("")
	v.say("danger", "none")
	expect("")
	v.say("contact_points", "none")
	expect("contact-owe: 不用还")
	expect("")
	if c, err := v.Preview("contact_points", options(t, v.Base(), "contact_points", "promised")); err != nil ||
		strings.Join(c.Replies, "") != "我只是联系人，要替他还吗？ 不用还 → 要看您说过什么" {
		t.Errorf("a change would bring %q, %v", c.Replies, err)
	}
	if taken, ok := v.Back(); !ok || taken.Question != "contact_points" {
		t.Fatalf("back takes %+v", taken)
	}
	expect("contact-owe open")
	v.say("contact_points", "promised")
	expect("contact-owe: 要看您说过什么")

	c, err := v.Preview("role", options(t, v.Base(), "role", "borrower"))
	if err != nil || len(c.Asks) != 1 {
		t.Errorf("another role would leave %q, %v", c.Asks, err)
	}
	v.say("role", "borrower")
	expect("contact-owe fallen")
	if !v.Wonders() {
		t.Error("no ask is left that is theirs, and they are not asked what they want to know")
	}
	if v.State().Next < 0 {
		t.Error("an ask that is not theirs ends the interview")
	}
	v.say("role", "contact")
	expect("")
	v.say("contact_points", "promised")
	expect("contact-owe: 要看您说过什么")
}

// TestProgressNeverRises: how many questions may still come is never more after
// an answer than before it, and at the end it is none.
func TestProgressNeverRises(t *testing.T) {
	b := law(t)
	n := 0
	for i := range b.Cases {
		c := &b.Cases[i]
		asks := asksOf(b, c)
		if len(asks) == 0 {
			continue
		}
		p := somebody(b, c, uint64(i))
		s := advisor.NewSession(b, advisor.Options{Today: c.Today})
		p.says["role"] = c.Answers["role"]
		if s.Answer("role", c.Answers["role"]) != nil || s.Choose(b.Asks[asks[i%len(asks)]].ID) != nil {
			continue
		}
		for last := s.State().Max; s.State().Next >= 0; n++ {
			st := s.State()
			if len(s.Fallen()) > 0 {
				break // they are asked anew what they want to know
			}
			if st.Max > last || st.Max < st.Min || st.Min < 1 {
				t.Fatalf("%s: %d to %d questions are left, and were at most %d", c.Name, st.Min, st.Max, last)
			}
			last = st.Max
			if err := s.Answer(b.Asked(st.Next).ID, p.answer(st.Next)); err != nil {
				t.Fatal(err)
			}
		}
		if st := s.State(); st.Next < 0 && st.Max != 0 {
			t.Errorf("%s: at page one %d questions are left", c.Name, st.Max)
		}
	}
	if n < 1000 {
		t.Errorf("only %d answers were tried", n)
	}
}

// TestFindSaysWhy: what finds nothing says so, and why.
func TestFindSaysWhy(t *testing.T) {
	v := visitor{t, advisor.NewSession(law(t), advisor.Options{Today: today})}
	v.say("role", "contact")
	for _, x := range []struct{ words, want string }{
		{"contact-credit", ""}, {"要替他还吗", ""},
		{"contact-credt", "contact-credit"}, {"jail-overdue", "不是这个身份"}, {"非法集资", "不是这个身份"},
		{"独角兽", "没有找到"},
	} {
		found, err := v.Find(x.words)
		n, _ := fact.NoticeIn(err)
		if (err == nil) != (x.want == "") || !strings.Contains(n.In(fact.ZH), x.want) ||
			(err == nil) != (len(found) > 0) {
			t.Errorf("%q finds %v, %v", x.words, found, err)
		}
	}
}

// TestSuggested: what an ask suggests is shown, and is nobody's answer.
func TestSuggested(t *testing.T) {
	b := law(t)
	v := visitor{t, advisor.NewSession(b, advisor.Options{Today: today})}
	v.say("role", "contact")
	if err := v.Choose("contact-stop"); err != nil {
		t.Fatal(err)
	}
	_, k := b.Fact("contact_who")
	x, by := v.Suggested(b.Facts[k].Of)
	if want := options(t, b, "contact_who", "called"); len(by) != 1 || b.Asks[by[0]].ID != "contact-stop" ||
		x.N != want.N {
		t.Errorf("suggested: %v, by %v", x, by)
	}
	if _, given := v.Answers()["contact_who"]; given {
		t.Error("a suggestion was taken for an answer")
	}
	if _, role := b.Role(); v.Given() != 1 {
		t.Errorf("%d answers were given, not one (%d)", v.Given(), role)
	}
}

// TestSuggestedBySeveral: options that several asks suggest come together; of
// one that is a choice the first ask decides, and what is not theirs any more
// suggests nothing.
func TestSuggestedBySeveral(t *testing.T) {
	b := sketch.Law(t, `
questions:
  - {ask: role, options: [borrower, lender]}
  - {ask: conduct, kind: several, options: [insult, night, threat]}
  - {ask: paper, options: [summons, judgment]}
asks:
  - {ask: a, when: role == borrower, suggests: {conduct: insult, paper: judgment}, answers: [{when: paper == judgment, cites: [minsu-128]}, {when: otherwise, cites: [minsu-128]}]}
  - {ask: b, suggests: {conduct: threat, paper: summons}, answers: [{when: threat in conduct, cites: [minsu-128]}, {when: otherwise, cites: [minsu-128]}]}
  - {ask: c, suggests: {paper: judgment}, answers: [{when: insult in conduct, cites: [minsu-128]}, {when: otherwise, cites: [minsu-128]}]}
laws: [{law: minsu, articles: [128]}]
`)
	v := visitor{t, advisor.NewSession(b, advisor.Options{Today: today})}
	_, conduct := b.Fact("conduct")
	_, paper := b.Fact("paper")
	want := func(k int, n int64, by ...int) {
		t.Helper()
		if x, got := v.Suggested(b.Facts[k].Of); !slices.Equal(got, by) || len(by) > 0 &&
			(x.State != fact.Known || x.N != n) {
			t.Errorf("%s: suggested is %v by %v, not %d by %v", b.Facts[k].ID, x, got, n, by)
		}
	}
	v.say("role", "borrower")
	want(conduct, 0)
	if err := v.Choose("a", "b", "c"); err != nil {
		t.Fatal(err)
	}
	want(conduct, 0b101, 0, 1)
	want(paper, 1, 0, 2)
	v.say("role", "lender")
	want(conduct, 0b100, 1)
	want(paper, 0, 1)
}

// TestUnusedIsWhatWasSaid: what an ask opens by itself nobody said, so nobody is
// told that it was not used, or that it would fall.
func TestUnusedIsWhatWasSaid(t *testing.T) {
	v := visitor{t, advisor.NewSession(law(t), advisor.Options{Today: today})}
	v.say("role", "borrower")
	if err := v.Choose("course-regret", "phone-rent-cash"); err != nil { // two topics: which, the person says
		t.Fatal(err)
	}
	v.say("topic", "instalment")
	if got := v.State().Unused; !slices.Contains(got, "phone_kind") {
		t.Fatalf("not used: %v; what the second ask opens does hang on the topic", got)
	}
	if got := v.Unused(); len(got) > 0 {
		t.Errorf("what was said and is not used: %v", got)
	}
	c, err := v.Preview("role", options(t, v.Base(), "role", "investor"))
	if err != nil || len(c.Falls) != 1 || len(c.Asks) != 2 { // the topic was said; what the asks opened was not
		t.Errorf("another role would leave the asks %q and lose %q, %v", c.Asks, c.Falls, err)
	}
	v.say("paper", "none")
	if c, _ = v.Preview("role", options(t, v.Base(), "role", "investor")); len(c.Falls) != 2 {
		t.Errorf("another role would lose %q", c.Falls)
	}
}

// TestDangerOfAnAsk: an ask that speaks of a danger counts, whatever was
// answered before, and does not take away a danger that was told.
func TestDangerOfAnAsk(t *testing.T) {
	for _, x := range []struct{ role, danger, ask, want string }{
		{"verify", "none", "paying-now", "danger-paying"},
		{"borrower", "none", "want-to-die", "danger-despair"},
		{"borrower", "none", "threatened-now", "danger-threatened"},
		{"verify", "despair", "paying-now", "danger-despair"},
	} {
		v := visitor{t, advisor.NewSession(law(t), advisor.Options{Today: today})}
		v.say("role", x.role)
		v.say("danger", x.danger)
		if err := v.Choose(x.ask); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range v.NewDangers() {
			got = append(got, f.ID)
		}
		if !slices.Contains(got, x.want) {
			t.Errorf("%s, then %s: dangers %v, want %s", x.danger, x.ask, got, x.want)
		}
		if v.Undo(); !equal(v.Answers()["danger"], options(t, v.Base(), "danger", x.danger)) {
			t.Errorf("%s, then %s: undone, the answer is %v", x.danger, x.ask, v.Answers()["danger"])
		}
	}
}
