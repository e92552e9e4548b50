package load

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// The asks: what people want to know, and the answers, as written in asks/.

type rawAsks struct {
	At   at
	When word     `y:"when,must"` // whom the file is for
	Asks []rawAsk `y:"asks,must"`
}

type rawAsk struct {
	At       at
	Ask      word        `y:"ask,must"`
	Was      []word      `y:"was"` // ids of earlier times
	Rules    []word      `y:"rules"`
	Issues   []word      `y:"issues"`
	When     word        `y:"when"`
	Title    bi          `y:"title,must"`
	Says     []word      `y:"says,must"` // phrases as people type them
	SaysEN   []word      `y:"says_en"`
	Opens    optionsOf   `y:"opens"`
	Suggests optionsOf   `y:"suggests"`
	Unclear  *rawAnswer  `y:"unclear"`
	Answers  []rawAnswer `y:"answers,must"`
	More     []word      `y:"more"`
	Next     []word      `y:"next"`
	file     *rawAsks
}

func (*rawAsk) noun() (key, kind string) { return "ask", "ask" }

type rawAnswer struct {
	At        at
	When      word       `y:"when"`
	Sure      word       `y:"sure"`
	Text      bi         `y:",must"`
	LawOn     word       `y:"law_on"`
	Cites     []cite     `y:"cites"`
	Certainty word       `y:"certainty,must"`
	Steps     []rawStep  `y:"steps"`
	Pays      word       `y:"pays"`
	Lawyer    *rawLawyer `y:"lawyer"`
	Rules     []word     `y:"rules"`
}

type rawPaying struct {
	At    at
	When  word   `y:"when,must"`
	Facts []word `y:"facts,must"`
	Safe  word   `y:"safe,must"`
	Text  bi     `y:",must"`
	Cites []cite `y:"cites,must"`
}

// optionsOf is fact: option or fact: [option, …].
type optionsOf []struct {
	Fact    word
	Options []word
}

func (o *optionsOf) read(d *decoder, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		d.bad(d.place(n), words.Load.NoFactOption())
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := d.word(n.Content[i]), n.Content[i+1]
		x := struct {
			Fact    word
			Options []word
		}{Fact: k}
		if v.Kind == yaml.SequenceNode {
			for _, e := range v.Content {
				x.Options = append(x.Options, d.word(e))
			}
		} else {
			x.Options = []word{d.word(v)}
		}
		*o = append(*o, x)
	}
}

// claimAsks takes the ids of all asks.
func (l *loader) claimAsks() {
	for _, f := range l.f.Asks {
		for i := range f.Asks {
			f.Asks[i].file = f
			l.claim("ask", &f.Asks[i].Ask, otherID)
		}
	}
}

// asks makes the asks, in the order in which they are offered; those that they
// lead on to are looked up at the end.
func (l *loader) asks() {
	when := map[*rawAsk]*cond.Expr{}
	var list []*rawAsk
	for _, f := range l.f.Asks {
		e := l.cond(f.When)
		for i := range f.Asks {
			when[&f.Asks[i]] = e
			list = append(list, &f.Asks[i])
		}
	}
	l.offer(list)
	at := map[string]int{}
	for i, r := range list {
		l.b.Asks = append(l.b.Asks, l.ask(r, when[r]))
		at[r.Ask.V] = i
	}
	for i, r := range list {
		for _, w := range r.Next {
			if l.known("ask", w) {
				l.b.Asks[i].Next = append(l.b.Asks[i].Next, at[w.V])
			}
		}
	}
	for _, w := range l.f.Interview.Always {
		if x, ok := l.fact(w); ok {
			l.b.Always = append(l.b.Always, x.Index)
		}
	}
	for i := range l.f.Interview.Paying {
		l.paying(&l.f.Interview.Paying[i])
	}
}

// offer puts what is asked most first, as the interview says; the rest follows
// in the order of the files.
func (l *loader) offer(list []*rawAsk) {
	rank := map[string]int{}
	for i, w := range l.f.Interview.Asks {
		if _, twice := rank[w.V]; twice {
			l.bad(w.at, words.Load.Twice(w.V))
		}
		if l.known("ask", w) {
			rank[w.V] = i - len(l.f.Interview.Asks)
		}
	}
	slices.SortStableFunc(list, func(x, y *rawAsk) int { return rank[x.Ask.V] - rank[y.Ask.V] })
}

func (l *loader) ask(r *rawAsk, file *cond.Expr) advisor.Ask {
	a := advisor.Ask{ID: r.Ask.V, Was: texts(r.Was), For: cond.Both(file, l.cond(r.When)), Unclear: -1,
		Rules: texts(r.Rules), Issues: texts(r.Issues), Pos: r.At.pos()}
	a.Title = l.text(r.Title, textUse{who: words.Named("ask", a.ID), label: true})
	a.Says = l.says(r)
	a.Opens, a.Suggests = l.opened(r.Opens), l.opened(r.Suggests)
	l.openTopics(r)
	if r.Unclear != nil {
		if r.Unclear.When.there() || r.Unclear.Sure.there() {
			l.bad(r.Unclear.At, words.Load.UnclearWhen())
		}
		a.Unclear = 0
		a.Answers = append(a.Answers, l.answer(a.ID, r.Unclear))
	}
	for i := range r.Answers {
		x := &r.Answers[i]
		if !x.When.there() {
			l.bad(x.At, words.Load.AnswerWithoutWhen())
		}
		a.Answers = append(a.Answers, l.answer(a.ID, x))
	}
	for _, w := range r.More {
		if l.known("finding", w) {
			for i := range l.b.Findings {
				if l.b.Findings[i].ID == w.V {
					a.More = append(a.More, i)
				}
			}
		}
	}
	return a
}

// row is the condition of an answer; otherwise is everyone who is left.
func (l *loader) row(w word) *cond.Expr {
	if w.V == "otherwise" {
		e := &cond.Expr{Op: cond.Const, Src: w.V, End: len(w.V)}
		l.b.Places[e] = w.pos()
		return e
	}
	return l.cond(w)
}

func (l *loader) says(r *rawAsk) []fact.Text {
	var out []fact.Text
	seen := map[string]bool{}
	for lang, list := range [][]word{r.Says, r.SaysEN} {
		for _, w := range list {
			s := strings.TrimSpace(w.V)
			if seen[s] {
				l.bad(w.at, words.Load.Twice(s))
			}
			seen[s] = true
			if lang == 0 {
				out = append(out, fact.Text{ZH: s})
			} else {
				out = append(out, fact.Text{EN: s})
			}
		}
	}
	return out
}

// openTopics lets an ask answer a question of which several options may be
// ticked only where it picks a topic: answered for the person, no other option
// of it would ever be asked about, and what hangs on those would be denied.
func (l *loader) openTopics(r *rawAsk) {
	for _, x := range r.Opens {
		n, ok := l.names[x.Fact.V]
		if !ok || l.b.Facts[n.Index].Kind != fact.Several || l.b.Facts[n.Index].Origin != advisor.Asked {
			continue
		}
		if !l.b.Questions[l.b.Facts[n.Index].Of].Topic {
			l.bad(x.Fact.at, words.Load.OpensSeveral(x.Fact.V))
		}
	}
}

// opened reads what an ask opens or suggests.
func (l *loader) opened(o optionsOf) []advisor.Opened {
	var out []advisor.Opened
	for _, x := range o {
		n, ok := l.fact(x.Fact)
		if !ok {
			continue
		}
		f := &l.b.Facts[n.Index]
		if f.Origin != advisor.Asked || len(n.Options) == 0 && f.Kind != fact.YesNo {
			l.bad(x.Fact.at, words.Load.NoOptionQuestion(x.Fact.V))
			continue
		}
		y := advisor.Opened{Fact: n.Index}
		all := n.Options
		if f.Kind == fact.YesNo {
			all = []string{"no", "yes"}
		}
		for _, w := range x.Options {
			k := slices.Index(all, w.V)
			if k < 0 {
				near := nearest(w.V, all)
				l.bad(w.at, words.Load.NoOptionOf(n.Label, x.Fact.V, w.V, near))
				continue
			}
			y.Set |= 1 << uint(k)
		}
		if f.Kind != fact.Several && len(x.Options) > 1 {
			l.bad(x.Fact.at, words.Load.OneOption(x.Fact.V))
		}
		out = append(out, y)
	}
	return out
}

func (l *loader) answer(ask string, r *rawAnswer) advisor.Answer {
	x := advisor.Answer{When: l.row(r.When), Sure: l.yes(r.Sure), LawOn: l.date(r.LawOn), Cites: l.cites(r.Cites),
		Pays: l.yes(r.Pays), Rules: texts(r.Rules), Pos: r.At.pos()}
	x.Certainty = l.certainty(r.Certainty)
	use := textUse{who: words.Load.AnswerOf(ask), cites: x.Cites, cited: true, key: "cites"}
	x.Text = l.text(r.Text, use)
	x.Steps = l.steps(r.Steps, use, words.Load.AnAnswer())
	if len(r.Steps) > 3 {
		l.bad(r.At, words.Load.TooManySteps())
	}
	x.Lawyer = l.lawyer(r.Lawyer, use)
	l.grounded(r, &x)
	return x
}

// grounded checks that an answer rests on an article or, where it only says
// whom to call, on an authority; and that what is called settled was read in
// the official text.
func (l *loader) grounded(r *rawAnswer, x *advisor.Answer) {
	if len(r.Cites) == 0 && !strings.Contains(r.Text.ZH.V, "{@") {
		l.bad(r.At, words.Load.Ungrounded())
		return
	}
	if len(x.Cites) > 0 {
		l.settled(r.Certainty, x.Cites, x.LawOn)
	}
}

func (l *loader) paying(r *rawPaying) {
	x := advisor.Paying{For: l.cond(r.When), Safe: l.cond(r.Safe), Cites: l.cites(r.Cites), Pos: r.At.pos()}
	for _, w := range r.Facts {
		if n, ok := l.fact(w); ok {
			x.Facts = append(x.Facts, n.Index)
		}
	}
	x.Warn = l.text(r.Text, textUse{who: words.Pair{ZH: "paying ", EN: "paying"}, cites: x.Cites, cited: true,
		key: "cites"})
	l.b.Paying = append(l.b.Paying, x)
}
