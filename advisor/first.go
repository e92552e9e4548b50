package advisor

import (
	"fmt"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// situation says in two or three sentences where the person stands: who they
// are and what they ticked, then, where nothing was asked, the weightiest
// conclusions.
func (w *writer) situation(x *scope, r *Report) []string {
	t := words.EngineIn(string(w.lang))
	out := []string{}
	if said := w.echo(x, r); len(said) > 0 {
		out = append(out, stopped(fmt.Sprintf(t.YouAre, strings.Join(said, t.Semicolon)), t.Stop))
	}
	for _, c := range r.Findings {
		if len(out) == 3 || len(r.Asked) > 0 {
			break
		}
		if c.Urgency == Danger {
			continue // it stands above everything already
		}
		out = append(out, stopped(c.Title, t.Stop))
	}
	if len(out) == 0 {
		out = append(out, t.TooLittle)
	}
	return out
}

// echo is who the person is, and what they ticked of the topics: not what an
// ask opened, which stands there as the ask.
func (w *writer) echo(x *scope, r *Report) []string {
	var out []string
	if r.Title != "" {
		who, _, _ := strings.Cut(r.Title, "：")
		who, _, _ = strings.Cut(who, ":")
		out = append(out, who)
	}
	topics := w.b.topics()
	_, role := w.b.Role()
	for _, q := range w.st.Asked {
		f := w.b.Questions[q].Fact
		if f != role && topics[f] && !x.opened[f] && w.st.Values[f].State == fact.Known &&
			!w.b.Facts[f].none(w.st.Values[f]) {
			out = append(out, w.b.FormatValue(f, w.st.Values[f], w.lang))
		}
	}
	return out
}

// none reports whether a value says that none of the options is so.
func (f *Fact) none(v fact.Value) bool {
	for k := range f.Options {
		if f.Options[k].Alone && f.Kind == fact.Several && v.Has(k) {
			return true
		}
	}
	return false
}

// stopped is a sentence with its full stop, where it has no mark of its own.
func stopped(s, stop string) string {
	if strings.HasSuffix(s, stop) || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "?") ||
		strings.HasSuffix(s, "！") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + stop
}

// soon is how many days ahead a deadline comes before the steps of this week:
// a period that ends in three years is not what to see to first.
const soon = 31

// first is the one thing to do first: what a danger asks for, else the next
// deadline if it is near, else the first step, else what to find out.
func (w *writer) first(r *Report) *Urgent {
	step := firstStep(r)
	danger := len(r.Findings) > 0 && r.Findings[0].Urgency == Danger
	if danger && step != nil {
		return step
	}
	for _, d := range r.Deadlines {
		if d.State == OpenDeadline && (d.Days <= soon || step == nil || step.Date == "") {
			return &Urgent{Text: d.Text, Date: d.Date, Days: d.Days, Basis: d.Basis}
		}
	}
	if step != nil {
		return step
	}
	if len(r.FindOut) > 0 {
		t := words.EngineIn(string(w.lang))
		return &Urgent{Text: fmt.Sprintf(t.FindOut, r.FindOut[0].Label) + t.Colon + r.FindOut[0].HowToFind}
	}
	return nil
}

// firstStep is the first step whose day has not passed, as what to do first.
func firstStep(r *Report) *Urgent {
	today, _ := fact.ISODate(r.AsOf)
	for _, s := range r.Steps {
		if s.By != "" && s.By < r.AsOf {
			continue
		}
		u := &Urgent{Text: s.Text, Date: s.By}
		if d, err := fact.ISODate(s.By); err == nil {
			u.Days = int(d - today)
		}
		return u
	}
	return nil
}
