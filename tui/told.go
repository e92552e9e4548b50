package tui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/paper"
	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
	"wangdai/tui/part"
)

// toldSheet is a page that says what there is to say of the asks, the moment it is
// so: an answer that is decided, or that one no longer holds.
type toldSheet struct {
	sheet
	news []advisor.Told
}

func toldPage(news []advisor.Told) *toldSheet {
	p := &toldSheet{news: news}
	p.onward = true
	p.title = func(a *App) string {
		switch {
		case slices.ContainsFunc(news, func(n advisor.Told) bool { return n.Reply != nil && n.Reply.Text != "" }):
			return a.asking().Answered
		case slices.ContainsFunc(news, func(n advisor.Told) bool { return n.Reply != nil }):
			return a.asking().Unsettled
		}
		return a.words().ReviewTitle
	}
	p.paras = p.lines
	return p
}

func (p *toldSheet) keys(*App) keymap.Map {
	return p.acts(keymap.GoOn, keymap.Advice, keymap.More, keymap.Back, keymap.Undo)
}

func (p *toldSheet) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	switch act {
	case keymap.Advice:
		a.pop()
		a.push(newReport())
	case keymap.More:
		a.pop()
		a.push(newAsks(a, a.s.Asks()))
	default:
		return p.sheet.do(a, act, k)
	}
	return nil
}

func (p *toldSheet) lines(a *App, w int) []part.Para {
	x := a.asking()
	replies := a.s.Replies() // in the language of now
	var lines []part.Para
	for _, n := range p.news {
		ask := &a.base.Asks[n.Ask]
		title := a.base.Fill(ask.Title, a.lang)
		switch at := slices.IndexFunc(replies, func(r advisor.Reply) bool { return r.Ask == ask.ID }); {
		case n.Fallen:
			lines = append(lines, plain(fmt.Sprintf(x.Fallen, title), "")...)
		case n.Reply == nil || at < 0:
			lines = append(lines, plain(fmt.Sprintf(x.NoLonger, title), "")...)
		default:
			laid := paper.OfReply(&replies[at], a.lang)
			lines = append(append(lines, a.blocks(laid, laid.Blocks, w)...), part.Para{})
		}
	}
	if st := a.s.State(); a.s.AllTold() && a.s.Depth() == advisor.Brief && st.Next >= 0 {
		lines = append(lines, plain(fmt.Sprintf(x.Safety, x.Questions(st.Min, st.Max)))...)
	}
	return lines
}

// mostKept is how many answers stay in sight over a question.
const mostKept = 3

// answers are what the asks have come to, a line each, over a question: what
// was answered stays in sight where there is room.
func (a *App) answers(w, h int) []string {
	if h < 18 || len(a.s.Asks()) == 0 {
		return nil
	}
	var lines []string
	for _, r := range a.s.Replies() {
		if r.Answer != "" && len(lines) < mostKept {
			lines = append(lines, a.theme.Muted.Render(typeset.Truncate("▌"+r.Title+" "+r.Answer, w-1)))
		}
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return lines
}
