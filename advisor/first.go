package advisor

import (
	"fmt"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// situation says in two or three sentences where the person stands: the
// weightiest conclusions, after who they are.
func (w *writer) situation(r *Report) []string {
	t := words.EngineIn(string(w.lang))
	out := []string{}
	if r.Title != "" {
		who, _, _ := strings.Cut(r.Title, "：")
		who, _, _ = strings.Cut(who, ":")
		out = append(out, fmt.Sprintf(t.YouAre, who))
	}
	for _, c := range r.Findings {
		if len(out) == 3 {
			break
		}
		out = append(out, stopped(c.Title, t.Stop))
	}
	if len(out) == 0 {
		out = append(out, t.TooLittle)
	}
	return out
}

// stopped is a sentence with its full stop, where it has no mark of its own.
func stopped(s, stop string) string {
	if strings.HasSuffix(s, stop) || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "！") || strings.HasSuffix(s, "!") {
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
			return &Urgent{Text: d.Text, Date: d.Date, Days: d.Days, Basis: d.Basis + words.EngineIn(string(w.lang)).Colon + d.Counted}
		}
	}
	if step != nil {
		return step
	}
	if len(r.Unknown) > 0 {
		t := words.EngineIn(string(w.lang))
		return &Urgent{Text: fmt.Sprintf(t.FindOut, r.Unknown[0].Label) + t.Colon + r.Unknown[0].HowToFind}
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
