package tui

import (
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wangdai/advisor"
	"wangdai/advisor/fact"
	"wangdai/advisor/typeset"
	"wangdai/tui/look"
)

// interview is one question on the screen. With change set, it changes an
// earlier answer, and shows what would fall before it falls.
type interview struct {
	q       int
	at      int
	marks   uint64
	input   string
	problem string
	change  bool
	pending *fact.Value
	effect  advisor.Change
	doubts  []string // why the pending answer is asked again
	row     int
	col     int // of the cursor in a field
	lead    int // lines of the body above the field
}

func newInterview(a *App, q int) *interview {
	p := &interview{q: q}
	f := &a.base.Facts[a.base.Questions[q].Fact]
	if v, ok := a.s.Answers()[f.ID]; ok && v.State == fact.Known {
		switch f.Kind {
		case fact.Choice:
			p.at = int(v.N)
		case fact.Several:
			p.marks = uint64(v.N)
		case fact.YesNo:
			p.at = int(1 - v.N)
		}
	}
	return p
}

func (p *interview) fact(a *App) *advisor.Fact { return &a.base.Facts[a.base.Questions[p.q].Fact] }

// typing reports whether letters belong to the value being typed.
func (p *interview) typing() bool { return p.input != "" }

func (p *interview) chosen(a *App) bool {
	k := p.fact(a).Kind
	return k == fact.Choice || k == fact.Several || k == fact.YesNo
}

func (p *interview) options(a *App) []string {
	f := p.fact(a)
	var out []string
	if f.Kind == fact.YesNo {
		out = []string{a.words().Yes, a.words().No}
	}
	for i := range f.Options {
		out = append(out, f.Options[i].Text.In(a.lang))
	}
	return append(out, a.words().Unsure)
}

func (p *interview) head(a *App) (string, string) {
	f, st := a.words(), a.s.State()
	left := a.base.Sections[a.base.Questions[p.q].Section].Title.In(a.lang)
	if r, i := a.base.Fact("role"); r != nil && a.w >= 60 && st.Values[i].State == fact.Known {
		left = roleWord(r.Options[st.Values[i].N].Text.In(a.lang)) + " › " + left
	}
	right := fmt.Sprintf(f.Answered, st.Answered) + " · "
	if st.Min == st.Max {
		right += fmt.Sprintf(f.LeftOne, st.Max)
	} else {
		right += fmt.Sprintf(f.Left, st.Min, st.Max)
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

func (p *interview) keys(a *App) string {
	switch {
	case p.pending != nil && !p.change:
		return a.words().DoubtKeys
	case p.pending != nil:
		return a.words().Confirm
	case a.w < 60:
		if p.fact(a).Kind == fact.Several {
			return a.words().TickKeysShort
		}
		return a.words().AskKeysShort
	case p.fact(a).Kind == fact.Several:
		return a.words().TickKeys
	case !p.chosen(a):
		return a.words().TypeKeys
	}
	return a.words().AskKeys
}

func (p *interview) cursor() int { return p.row }

func (p *interview) column() int { return p.col }

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
		out = append(out, trim(mark+a.base.Sections[s].Title.In(a.lang)+"  "+last[s], 29))
	}
	return out
}

func (p *interview) update(a *App, key, text string) tea.Cmd {
	if p.pending != nil {
		switch key {
		case "enter", "y":
			p.store(a, *p.pending)
		default:
			p.pending = nil
		}
		return nil
	}
	if p.input == "" {
		switch key {
		case look.Why:
			a.push(whyPage(a, p.q))
			return nil
		case look.Help:
			q := &a.base.Questions[p.q]
			a.push(helpPage(a, a.words().HowTitle+a.base.Fill(q.How, a.lang)+"\n\n"+a.words().Help))
			return nil
		case look.Back, "esc":
			if p.change {
				a.pop()
				return nil
			}
			if !a.s.Back() || a.s.State().Answered == 0 {
				a.pages = a.pages[:1]
				return nil
			}
			a.next()
			return nil
		case look.Review:
			a.push(&review{})
			return nil
		case look.Advice:
			a.push(newReport(a))
			return nil
		case look.Unsure:
			p.answer(a, fact.NotSure())
			return nil
		}
	}
	if p.chosen(a) {
		p.choose(a, key)
	} else {
		p.typed(a, key, text)
	}
	return nil
}

func (p *interview) choose(a *App, key string) {
	f := p.fact(a)
	n := len(p.options(a))
	switch key {
	case "up", "k":
		p.at = (p.at + n - 1) % n
	case "down", "j":
		p.at = (p.at + 1) % n
	case "home":
		p.at = 0
	case "end":
		p.at = n - 1
	case "space", " ":
		p.tick(f, p.at)
	case "enter":
		switch {
		case p.at == n-1 && (f.Kind != fact.Several || p.marks == 0):
			p.answer(a, fact.NotSure())
		case f.Kind == fact.Several:
			if p.marks == 0 {
				p.tick(f, p.at)
			}
			p.answer(a, fact.Of(int64(p.marks)))
		case f.Kind == fact.YesNo:
			p.answer(a, fact.Bool(p.at == 0))
		default:
			p.answer(a, fact.Of(int64(p.at)))
		}
	default:
		i := digit(key)
		switch {
		case i < 0 || i >= n:
		case i == n-1:
			p.answer(a, fact.NotSure())
		case f.Kind == fact.Several:
			p.at = i
			p.tick(f, i)
		case f.Kind == fact.YesNo:
			p.answer(a, fact.Bool(i == 0))
		default:
			p.at = i
			p.answer(a, fact.Of(int64(i)))
		}
	}
}

// tick turns an option on or off; "none of these" goes with no other.
func (p *interview) tick(f *advisor.Fact, i int) {
	if f.Kind != fact.Several || i >= len(f.Options) {
		return
	}
	bit := uint64(1) << uint(i)
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

const longestInput = 400

func (p *interview) typed(a *App, key, text string) {
	p.problem = ""
	switch key {
	case "enter":
		if strings.TrimSpace(p.input) == "" {
			return
		}
		v, err := a.base.ParseAnswer(a.base.Questions[p.q].Fact, p.input, a.lang, a.deps.Today)
		if err != nil {
			p.refuse(a, err)
			return
		}
		p.answer(a, v)
	case "backspace":
		if r := []rune(p.input); len(r) > 0 {
			p.input = string(r[:len(r)-1])
		}
	case "esc":
		p.input = ""
	case "space":
		p.input += " "
	default:
		if len(p.input)+len(text) <= longestInput {
			p.input += text
		}
	}
}

func (p *interview) refuse(a *App, err error) {
	var in *advisor.InputError
	if errors.As(err, &in) {
		p.problem = in.In(a.lang)
		return
	}
	p.problem = err.Error()
}

// answer takes a value; a change of an earlier answer is shown first.
func (p *interview) answer(a *App, v fact.Value) {
	id := p.fact(a).ID
	change, err := a.s.Preview(id, v)
	if err != nil {
		p.refuse(a, err)
		return
	}
	_, answered := a.s.Answers()[id]
	p.doubts = a.s.Doubts(id, v)
	if len(p.doubts) > 0 || p.change && answered {
		p.pending, p.effect = &v, change
		return
	}
	p.store(a, v)
}

func (p *interview) store(a *App, v fact.Value) {
	if err := a.s.Answer(p.fact(a).ID, v); err != nil {
		p.refuse(a, err)
		return
	}
	a.next()
}

func (p *interview) body(a *App, w, h int) []string {
	p.row = -1
	if p.pending != nil {
		return p.preview(a, w)
	}
	f, q := a.words(), &a.base.Questions[p.q]
	var lines []string
	for _, l := range typeset.Wrap(a.base.Fill(q.Title, a.lang), w-1, typeset.Width) {
		lines = append(lines, a.theme.Heading.Render(l))
	}
	roomy := h >= 12
	if roomy {
		lines = append(lines, "")
	}
	var foot []string
	if p.problem != "" {
		foot = append(foot, a.paint(a.theme.Warn.Render, f.Bad+p.problem, w)...)
	}
	if roomy {
		foot = append(foot, "")
		foot = append(foot, typeset.Wrap(f.WhyTitle+a.base.Fill(q.Why, a.lang), w-1, typeset.Width)...)
		foot = append(foot, typeset.Wrap(f.HowTitle+a.base.Fill(q.How, a.lang), w-1, typeset.Width)...)
	}
	p.col = 2
	if !p.chosen(a) {
		p.lead = len(lines)
		lines = append(lines, p.field(a, w)...)
		return append(lines, foot...)
	}
	room := h - len(lines) - len(foot)
	if room < 4 { // options before explanations
		foot, room = nil, h-len(lines)
	}
	var marks *uint64
	if p.fact(a).Kind == fact.Several {
		marks = &p.marks
	}
	list, row := choices(a, p.options(a), p.at, marks, w, max(room, 1))
	p.row = len(lines) + row
	return append(append(lines, list...), foot...)
}

func (a *App) paint(style func(...string) string, s string, w int) []string {
	lines := typeset.Wrap(s, w-1, typeset.Width)
	for i := range lines {
		lines[i] = style(lines[i])
	}
	return lines
}

// field is where a value is typed, with an example of its form.
func (p *interview) field(a *App, w int) []string {
	f := p.fact(a)
	face := a.words()
	lines := typeset.Wrap(face.Example(f.Kind.String()), w-1, typeset.Width)
	if f.Kind == fact.History {
		for i := range f.Options {
			lines = append(lines, typeset.Wrap(fmt.Sprintf("  %d %s", i+1, f.Options[i].Text.In(a.lang)), w-1, typeset.Width)...)
		}
	}
	in := typeset.Wrap("› "+p.input, w-2, typeset.Width)
	p.row = len(lines) + len(in) + p.lead - 1
	p.col = typeset.Width(in[len(in)-1])
	if strings.HasSuffix(p.input, " ") {
		p.col++
	}
	return append(lines, in...)
}

// doubt is why the answer is asked again.
func (p *interview) doubt(a *App, w int) []string {
	var lines []string
	for _, d := range p.doubts {
		title, text, _ := strings.Cut(d, "\n")
		lines = append(lines, a.paint(a.theme.Warn.Render, a.words().DoubtTitle+a.colon()+title, w)...)
		lines = append(lines, flow(w, strings.Split(text, "\n")...)...)
		lines = append(lines, "")
	}
	return lines
}

// preview is what falls and what changes, before it does.
func (p *interview) preview(a *App, w int) []string {
	f := a.words()
	lines := p.doubt(a, w)
	if !p.change {
		return lines
	}
	add := func(title string, list []string) {
		if len(list) == 0 {
			return
		}
		lines = append(lines, a.theme.Heading.Render(fmt.Sprintf("%s  %d", title, len(list))))
		for i, s := range list {
			if i == 5 {
				lines = append(lines, "  …")
				break
			}
			lines = append(lines, typeset.Wrap("  "+s, w-1, typeset.Width)...)
		}
	}
	add(f.Falls, p.effect.Falls)
	add(f.GoneAdvice, p.effect.Vanish)
	add(f.NewAdvice, p.effect.Appear)
	add(f.NewNumbers, p.effect.Numbers)
	if len(lines) == 0 {
		lines = append(lines, f.NoChange)
	}
	return lines
}
