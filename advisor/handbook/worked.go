package handbook

import (
	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/graph"
)

// workedOut tells what the facts are that conditions on a page of asks speak
// of and nobody is asked: whoever checks on paper would only read their names.
func (w *writer) workedOut(p askPage) {
	home := graph.Home(w.b, w.branches, &w.b.Asks[p.asks[0]])
	of := func(e *cond.Expr) []int {
		if x, t := graph.Within(w.b, home, w.branches[home], e); t == cond.Maybe {
			return x.Facts()
		}
		return nil
	}
	var from []int
	for _, i := range p.asks {
		a := &w.b.Asks[i]
		from = append(from, of(a.For)...)
		for k := range a.Answers {
			from = append(from, of(a.Answers[k].When)...)
		}
		for _, x := range w.settledFirst(a) {
			from = append(append(from, x.Facts...), of(x.Safe)...)
		}
	}
	inputs := func(f int) (out []int) {
		it := w.b.Facts[f].Item()
		if it.Kind != advisor.DeriveItem {
			return w.b.Inputs(f)
		}
		for _, e := range w.b.Derived[it.I].Conditions() {
			out = append(out, of(e)...)
		}
		return out
	}
	first := true
	advisor.Trace(from, inputs, func(f int) {
		if w.b.Facts[f].Origin == advisor.Asked {
			return
		}
		if first {
			w.f("\n## 由回答推出的 · Worked out from answers\n\n条件里说到、却没有人问的。" +
				"What conditions speak of and nobody is asked.\n\n")
			first = false
		}
		w.worked(p, f)
	})
}

// worked tells one fact: the condition of each of its values, or what
// calculates it.
func (w *writer) worked(p askPage, f int) {
	x := &w.b.Facts[f]
	w.f("- **%s** · %s `%s`", plain(x.Label.ZH), plain(x.Label.EN), x.ID)
	switch it := x.Item(); it.Kind {
	case advisor.CalcItem:
		c := &w.b.Calculations[it.I]
		w.f("：计算 calculated: %s\n", w.both(c.Label))
	case advisor.DeadlineItem:
		d := &w.b.Deadlines[it.I]
		w.f("：期限 deadline: %s · %s\n", plain(d.Label.ZH), plain(d.Label.EN))
	case advisor.DeriveItem:
		w.f("\n")
		d := &w.b.Derived[it.I]
		a := &w.b.Asks[p.asks[0]]
		if d.Rows == nil {
			zh, en := w.said(a, d.When)
			w.f("  - %s · %s\n", zh, en)
			return
		}
		for i, row := range d.Rows {
			zh, en := "其余的人", "everyone who is left"
			if row != nil && row.Op != cond.Const {
				zh, en = w.said(a, row)
			}
			w.f("  - %s：%s · %s: %s\n", plain(x.Options[i].Text.ZH), zh, plain(x.Options[i].Text.EN), en)
		}
	}
}
