package tui

import (
	"cmp"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// review lists the answers; enter or a digit changes one.
type review struct{ list }

func (p *review) head(a *App) (string, string) { return a.words().ReviewTitle, "" }

func (p *review) keys(a *App) keymap.Map {
	return listing(len(p.answered(a)), keymap.Change, keymap.Back, keymap.Choose, keymap.Down, keymap.Undo)
}

func (p *review) answered(a *App) []int {
	given := a.s.Answers()
	var out []int
	for _, q := range a.s.State().Asked {
		if _, ok := given[a.base.Asked(q).ID]; ok {
			out = append(out, q)
		}
	}
	return out
}

func (p *review) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	if act == keymap.Back {
		a.pop()
		return nil
	}
	answered := p.answered(a)
	if chosen := p.list.do(act, k, len(answered)); chosen >= 0 {
		q := newInterview(a, answered[chosen])
		q.change = true
		a.push(q)
	}
	return nil
}

func (p *review) body(a *App, w, h int) []string {
	given := a.s.Answers()
	var entries []string
	for _, q := range p.answered(a) {
		k := a.base.Questions[q].Fact
		f := &a.base.Facts[k]
		entries = append(entries, f.Label.In(a.lang)+"  "+a.base.FormatValue(k, given[f.ID], a.lang))
	}
	above := p.asked(a, w, h)
	if lines := p.draw(a, entries, nil, w, h-len(above)); len(lines) > 0 {
		p.row += len(above)
		return append(above, lines...)
	}
	return append(above, a.words().Nothing)
}

// asked is what the person wanted to know, with its answers, where there is
// room for that.
func (p *review) asked(a *App, w, h int) []string {
	var lines []string
	for _, r := range a.s.Replies() {
		lines = append(lines, a.theme.Muted.Render(typeset.Truncate("▌"+r.Title+" "+cmp.Or(r.Answer, a.asking().NotYet),
			w-1)))
	}
	if len(lines) == 0 || len(lines) > h/3 {
		return nil
	}
	return append(lines, "")
}
