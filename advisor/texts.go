package advisor

import "slices"

// EachText visits every text that is filled from a person's answers: what a
// report, an answer or a letter says. Questions, labels and the law's own words
// are not among them.
func (b *Base) EachText(visit func(t Text, at Pos)) {
	for i := range b.Findings {
		f := &b.Findings[i]
		visit(f.Title, f.Pos)
		visit(f.Text, f.Pos)
		eachStep(f.Steps, visit)
		if f.Lawyer != nil {
			visit(f.Lawyer.Reason, f.Pos)
		}
	}
	for i := range b.Asks {
		for k := range b.Asks[i].Answers {
			a := &b.Asks[i].Answers[k]
			visit(a.Text, a.Pos)
			eachStep(a.Steps, visit)
			if a.Lawyer != nil {
				visit(a.Lawyer.Reason, a.Pos)
			}
		}
	}
	eachStep(b.Steps, visit)
	for i := range b.Deadlines {
		visit(b.Deadlines[i].After, b.Deadlines[i].Pos)
	}
	for _, list := range [][]Note{b.Evidence, b.Avoid} {
		for i := range list {
			visit(list[i].Text, list[i].Pos)
		}
	}
	for i := range b.Myths {
		visit(b.Myths[i].Myth, b.Myths[i].Pos)
		visit(b.Myths[i].Truth, b.Myths[i].Pos)
	}
	for i := range b.Limits {
		visit(b.Limits[i].Text, b.Limits[i].Pos)
	}
	for i := range b.Drafts {
		d := &b.Drafts[i]
		for _, t := range []Text{d.Title, d.To, d.Notes} {
			visit(t, d.Pos)
		}
		for k := range d.Parts {
			visit(d.Parts[k].Text, d.Parts[k].Pos)
		}
	}
}

func eachStep(steps []Step, visit func(t Text, at Pos)) {
	for i := range steps {
		if !steps[i].Text.IsZero() { // else it names a shared one
			visit(steps[i].Text, steps[i].Pos)
		}
	}
}

// FactsIn are the facts whose values these texts tell.
func (b *Base) FactsIn(texts ...Text) []int {
	var out []int
	for _, t := range texts {
		for name := range placeholders(t.ZH) {
			if f, i := b.Fact(name); f != nil && !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	return out
}
