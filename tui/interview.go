package tui

import (
	"fmt"
	"math/bits"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/tui/keymap"
)

// interview is one question on the screen. With change set, it changes an
// earlier answer, and shows what would fall before it falls.
type interview struct {
	q       int
	options list              // to choose from
	marks   uint64            // those ticked, where several may be
	maybe   uint64            // those suggested, until they are touched
	input   input             // or the value being typed
	problem func(*App) string // why the last one was refused; nil
	left    bool              // the field was left, what was typed is still in it
	change  bool
	pending *fact.Value // an answer to be confirmed

	row, col int // of the cursor, as last drawn
}

func newInterview(a *App, q int) *interview {
	p := &interview{q: q}
	if k := p.fact(a).Kind; k == fact.History || k == fact.Schedule {
		p.input.joint = "; " // a pasted list: an entry a line
	}
	if v, ok := a.s.Answers()[a.base.Asked(q).ID]; ok {
		p.show(a, v)
	} else if v, ok := a.kept.answers[a.base.Asked(q).ID]; ok {
		p.show(a, v)
	} else if v, by := a.s.Suggested(q); len(by) > 0 {
		p.show(a, v)
		if p.marks != 0 { // pointed at, not ticked: whoever pressed its digit would take the tick away
			p.options.at, p.maybe, p.marks = bits.TrailingZeros64(p.marks), p.marks, 0
		}
	}
	if text, ok := a.kept.typed[p.fact(a).ID]; ok {
		p.input.set(text)
	}
	return p
}

// show marks the value that was given before.
func (p *interview) show(a *App, v fact.Value) {
	if v.State != fact.Known {
		return
	}
	switch p.fact(a).Kind {
	case fact.Choice:
		p.options.at = int(v.N)
	case fact.Several:
		p.marks = uint64(v.N)
	case fact.YesNo:
		p.options.at = int(1 - v.N)
	default:
		p.input.set(a.base.Written(a.base.Questions[p.q].Fact, v))
	}
}

func (p *interview) fact(a *App) *advisor.Fact { return a.base.Asked(p.q) }

// typing reports whether letters belong to the value being typed.
func (p *interview) typing() bool { return p.input.text() != "" && !p.left && p.pending == nil }

func (p *interview) chosen(a *App) bool {
	k := p.fact(a).Kind
	return k == fact.Choice || k == fact.Several || k == fact.YesNo
}

// entries are the options as the list shows them; 不清楚 stands last. boxes are
// the ticks of those that can be ticked.
func (p *interview) entries(a *App) (texts, boxes []string) {
	f := p.fact(a)
	if f.Kind == fact.YesNo {
		texts = []string{a.words().Yes, a.words().No}
	}
	for i := range f.Options {
		texts = append(texts, f.Options[i].Text.In(a.lang))
		if f.Kind == fact.Several {
			boxes = append(boxes, p.box(i))
		}
	}
	if boxes != nil {
		boxes = append(boxes, "")
	}
	return append(texts, a.words().Unsure), boxes
}

func (p *interview) head(a *App) (string, string) {
	f, st := a.words(), a.s.State()
	left := a.base.Sections[a.base.Questions[p.q].Section].Title.In(a.lang)
	if r, i := a.base.Role(); r != nil && a.w >= 60 && st.Values[i].State == fact.Known {
		left = roleWord(r.Options[st.Values[i].N].Text.In(a.lang)) + " › " + left
	}
	right := fmt.Sprintf(f.Answered, a.s.Given())
	if togo := f.ToGo(st.Min, st.Max); togo != "" {
		right += " · " + togo
	}
	return left, right
}

// roleWord is the first words of a role, before its colon.
func roleWord(s string) string {
	if i := strings.IndexAny(s, "：:，,"); i > 0 {
		return s[:i]
	}
	return s
}

func (p *interview) keys(a *App) keymap.Map {
	back := keymap.Previous
	if p.change {
		back = keymap.Back
	}
	texts, _ := p.entries(a)
	also := []keymap.Act{keymap.Why, back, keymap.Review, keymap.Advice, keymap.Unsure}
	if len(a.s.Asks()) > 0 {
		also = append(also, keymap.More)
	}
	also = append(also, keymap.Undo, keymap.Quit)
	switch {
	case p.pending != nil:
		return keymap.On(keymap.Confirm, keymap.Back)
	case p.fact(a).Kind == fact.Several:
		return listing(len(texts), append([]keymap.Act{keymap.Tick, keymap.Confirm, keymap.Down, keymap.TickNumber},
			also...)...)
	case p.chosen(a):
		return listing(len(texts), append([]keymap.Act{keymap.Choose, keymap.Down, keymap.Confirm}, also...)...)
	case p.left:
		return keymap.On(append([]keymap.Act{keymap.Confirm, keymap.Type}, also...)...)
	}
	// While nothing is typed letters are commands: no value begins with one.
	return keymap.On(append([]keymap.Act{keymap.Confirm, keymap.LeaveField}, also...)...).Less(keymap.Danger)
}

func (p *interview) outline(a *App) []string {
	st, given := a.s.State(), a.s.Answers()
	here := a.base.Questions[p.q].Section
	last := map[int]string{}
	var order []int
	for _, q := range st.Asked {
		x := &a.base.Questions[q]
		if _, ok := last[x.Section]; !ok {
			order = append(order, x.Section)
			last[x.Section] = ""
		}
		if v, ok := given[a.base.Facts[x.Fact].ID]; ok {
			last[x.Section] = a.base.FormatValue(x.Fact, v, a.lang)
		}
	}
	var out []string
	for _, s := range order {
		mark := "▌"
		if s == here {
			mark = "› "
		}
		out = append(out, typeset.Truncate(mark+a.base.Sections[s].Title.In(a.lang)+"  "+last[s], 29))
	}
	return out
}

func (p *interview) do(a *App, act keymap.Act, k keymap.Key) tea.Cmd {
	if p.pending != nil {
		if v := *p.pending; act == keymap.Confirm {
			p.store(a, v)
		}
		p.pending = nil
		return nil
	}
	p.problem = nil
	switch act {
	case keymap.Why:
		a.push(whyPage(p.q))
	case keymap.Back, keymap.Previous:
		p.back(a)
	case keymap.Review:
		a.push(&review{})
	case keymap.Advice:
		a.push(newReport())
	case keymap.More:
		a.push(newAsks(a, a.s.Asks()))
	case keymap.Unsure:
		p.answer(a, fact.NotSure())
	case keymap.Type, keymap.LeaveField:
		p.left = act == keymap.LeaveField
	default:
		p.choose(a, act, k)
	}
	return nil
}

func (p *interview) back(a *App) {
	if p.change {
		a.pop()
		return
	}
	a.back()
}

func (p *interview) choose(a *App, act keymap.Act, k keymap.Key) {
	f := p.fact(a)
	texts, _ := p.entries(a)
	unsure := len(texts) - 1
	if !p.chosen(a) {
		p.typed(a)
		return
	}
	if act == keymap.Tick {
		p.tick(f, p.options.at)
		return
	}
	i := p.options.do(act, k, len(texts))
	switch {
	case i < 0:
	case f.Kind == fact.Several && act == keymap.TickNumber && i < unsure:
		p.tick(f, i)
	case f.Kind == fact.Several && act == keymap.TickNumber:
		p.marks = 0 // not sure goes with no tick; enter says it
	case f.Kind == fact.Several && (i < unsure || p.marks != 0):
		p.confirm(a, i)
	case i == unsure:
		p.answer(a, fact.NotSure())
	case f.Kind == fact.YesNo:
		p.answer(a, fact.Bool(i == 0))
	default:
		p.answer(a, fact.Of(int64(i)))
	}
}

// confirm takes what is ticked. Where nothing is, it is asked for: the option
// that the mark happens to stand on is no answer.
func (p *interview) confirm(a *App, i int) {
	if p.marks == 0 && p.maybe>>uint(i)&1 == 1 {
		p.marks = p.maybe // all that is suggested, as the line above says
	}
	if p.marks == 0 {
		p.problem = func(a *App) string { return a.words().Untouched }
		return
	}
	p.answer(a, fact.Of(int64(p.marks)))
}

// tick turns an option on or off; "none of these" goes with no other.
func (p *interview) tick(f *advisor.Fact, i int) {
	if f.Kind != fact.Several || i >= len(f.Options) {
		return
	}
	bit := uint64(1) << uint(i)
	p.maybe &^= bit
	p.marks ^= bit
	if p.marks&bit == 0 {
		return
	}
	for k := range f.Options {
		if k != i && (f.Options[i].Alone || f.Options[k].Alone) {
			p.marks &^= 1 << uint(k)
		}
	}
}

// typed takes the value that was typed.
func (p *interview) typed(a *App) {
	if strings.TrimSpace(p.input.text()) == "" {
		return
	}
	v, err := a.base.ParseAnswer(a.base.Questions[p.q].Fact, p.input.text(), a.deps.Today)
	if err != nil {
		p.problem = p.bad(told(err))
		return
	}
	p.answer(a, v)
}

// edit takes a character of a value.
func (p *interview) edit(a *App, msg tea.KeyPressMsg) {
	if !p.chosen(a) && p.pending == nil {
		p.into(a, p.input.key(msg))
	}
}

// paste takes a pasted value.
func (p *interview) paste(a *App, text string) {
	if !p.chosen(a) && p.pending == nil {
		p.into(a, p.input.paste(text))
	}
}

// into keeps what was typed, until it is taken.
func (p *interview) into(a *App, err error) {
	p.left, p.problem = false, p.bad(told(err))
	a.kept.note(p.fact(a).ID, p.input.text())
}

// bad says that a value was not taken, and why.
func (p *interview) bad(why func(*App) string) func(*App) string {
	if why == nil {
		return nil
	}
	return func(a *App) string { return a.words().Bad + why(a) }
}

// box is whether option i is ticked, or suggested.
func (p *interview) box(i int) string {
	switch bit := uint64(1) << uint(i); {
	case p.marks&bit != 0:
		return ticked
	case p.maybe&bit != 0:
		return suggested
	}
	return unticked
}

// answer takes a value. A change of an earlier answer is shown first, and what
// does not fit the other answers is asked again.
func (p *interview) answer(a *App, v fact.Value) {
	id := p.fact(a).ID
	if _, err := a.s.Preview(id, v); err != nil {
		p.problem = p.bad(told(err))
		return
	}
	_, answered := a.s.Answers()[id]
	if p.change && answered || len(a.s.Doubts(id, v)) > 0 {
		p.pending = &v
		return
	}
	p.store(a, v)
}

func (p *interview) store(a *App, v fact.Value) {
	if err := a.s.Answer(p.fact(a).ID, v); err != nil {
		p.problem = p.bad(told(err))
		return
	}
	delete(a.kept.answers, p.fact(a).ID)
	delete(a.kept.typed, p.fact(a).ID)
	a.next()
}

func (p *interview) body(a *App, w, h int) []string {
	if p.pending != nil {
		p.row = -1
		return p.preview(a, w)
	}
	f, q := a.words(), &a.base.Questions[p.q]
	lines := append(a.answers(w, h), paint(a.theme.Heading.Render, a.base.Fill(q.Title, a.lang), w)...)
	lines = append(lines, p.suggested(a, w)...)
	roomy := h >= 12
	if roomy {
		lines = append(lines, "")
	}
	var foot []string
	if p.problem != nil {
		foot = append(foot, paint(a.theme.Warn.Render, p.problem(a), w)...)
	}
	if roomy {
		foot = append(foot, "")
		foot = append(foot, flow(w, f.WhyTitle+a.base.Fill(q.Why, a.lang), f.HowTitle+a.base.Fill(q.How, a.lang))...)
	}
	if !p.chosen(a) {
		lines = append(lines, p.form(a, w)...)
		lines = append(lines, p.input.draw(a, w, len(lines))...)
		lines = append(lines, p.understood(a, w)...)
		if !p.left {
			foot = append(paint(a.theme.Muted.Render, f.FieldDanger, w), foot...)
		}
		p.row, p.col = p.input.row, p.input.col
		return append(lines, foot...)
	}
	above := len(lines)
	if h-above-len(foot) < 4 { // options before explanations
		foot = nil
	}
	texts, boxes := p.entries(a)
	lines = append(lines, p.options.draw(a, texts, boxes, w, max(h-above-len(foot), 1))...)
	p.row, p.col = above+p.options.row, 2
	return append(lines, foot...)
}

// suggested says what the asks suggest: the person chooses.
func (p *interview) suggested(a *App, w int) []string {
	v, by := a.s.Suggested(p.q)
	if _, answered := a.s.Answers()[p.fact(a).ID]; len(by) == 0 || answered {
		return nil
	}
	var titles []string
	for _, i := range by {
		titles = append(titles, a.base.Fill(a.base.Asks[i].Title, a.lang))
	}
	x := a.asking()
	value := a.base.FormatValue(a.base.Questions[p.q].Fact, v, a.lang)
	return paint(a.theme.Muted.Render, fmt.Sprintf(x.Maybe, strings.Join(titles, x.Titles), value, x.ByEnter), w)
}

// understood is what of the typed value would be taken, in words, where they are
// others than were typed.
func (p *interview) understood(a *App, w int) []string {
	k, text := a.base.Questions[p.q].Fact, p.input.text()
	if text == "" {
		return nil
	}
	v, err := a.base.ParseAnswer(k, text, a.deps.Today)
	if err != nil {
		return nil
	}
	said := a.base.FormatValue(k, v, a.lang)
	if said == text {
		return nil
	}
	return paint(a.theme.Muted.Render, "= "+said, w)
}

// form is how a value is written, with an example.
func (p *interview) form(a *App, w int) []string {
	f := p.fact(a)
	lines := flow(w, a.words().Example(f.Kind.String()))
	if f.Kind != fact.History {
		return lines
	}
	for i := range f.Options {
		lines = append(lines, flow(w, fmt.Sprintf("  %d %s", i+1, f.Options[i].Text.In(a.lang)))...)
	}
	return lines
}

func (p *interview) cursor() int { return p.row }
func (p *interview) column() int { return p.col }
