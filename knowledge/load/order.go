package load

import (
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/words"
)

// program puts everything a replay computes into order: questions as they are
// asked, and each derived fact, calculation and deadline right after the last
// question it hangs on. So a question's condition may read whatever follows
// from the questions before it.
func (l *loader) program() {
	p := &orderer{l: l, depth: map[advisor.Item]int{}, state: map[advisor.Item]int{}}
	var rest []advisor.Item
	for i := range l.b.Derived {
		rest = append(rest, advisor.Item{Kind: advisor.DeriveItem, I: i})
	}
	for i := range l.b.Calculations {
		rest = append(rest, advisor.Item{Kind: advisor.CalcItem, I: i})
	}
	for i := range l.b.Deadlines {
		rest = append(rest, advisor.Item{Kind: advisor.DeadlineItem, I: i})
	}
	after := make([][]advisor.Item, len(l.b.Questions)+1)
	for _, it := range rest {
		p.visit(it)
	}
	for _, it := range p.done { // dependencies first
		after[p.depth[it]+1] = append(after[p.depth[it]+1], it)
	}
	l.b.Program = append(l.b.Program, after[0]...)
	for q := range l.b.Questions {
		l.b.Program = append(l.b.Program, advisor.Item{Kind: advisor.AskItem, I: q})
		l.b.Program = append(l.b.Program, after[q+1]...)
		p.ahead(q)
	}
}

// An orderer walks what items read.
type orderer struct {
	l     *loader
	depth map[advisor.Item]int // the last question it hangs on, -1 for none
	state map[advisor.Item]int // 1: being visited, 2: done
	path  []advisor.Item
	done  []advisor.Item
}

func (p *orderer) visit(it advisor.Item) int {
	if it.Kind == advisor.AskItem {
		return it.I
	}
	switch p.state[it] {
	case 1:
		p.cycle(it)
		return -1
	case 2:
		return p.depth[it]
	}
	p.state[it] = 1
	p.path = append(p.path, it)
	deep := -1
	for _, f := range p.l.b.Reads(it) {
		deep = max(deep, p.visit(p.l.b.Facts[f].Item()))
	}
	p.path = p.path[:len(p.path)-1]
	p.state[it] = 2
	p.depth[it] = deep
	p.done = append(p.done, it)
	return deep
}

// name is an item as people know it, and where it stands.
func (p *orderer) name(it advisor.Item) (string, at) {
	b := p.l.b
	f := -1
	switch it.Kind {
	case advisor.AskItem:
		f = b.Questions[it.I].Fact
	case advisor.DeriveItem:
		f = b.Derived[it.I].Fact
	case advisor.DeadlineItem:
		f = b.Deadlines[it.I].Fact
	case advisor.CalcItem:
		if g := b.Calculations[it.I].Gives; len(g) > 0 {
			f = g[0].Fact
		} else {
			return b.Calculations[it.I].Name, at{}
		}
	}
	return b.Facts[f].ID, p.l.place[f]
}

func (p *orderer) cycle(it advisor.Item) {
	i := slices.Index(p.path, it)
	var names []string
	for _, x := range append(slices.Clone(p.path[i:]), it) {
		n, _ := p.name(x)
		names = append(names, n)
	}
	_, where := p.name(it)
	ring := strings.Join(names, " → ")
	p.l.bad(where, words.Load.Ring(ring))
}

// ahead says where a question's condition reads what is only known later.
func (p *orderer) ahead(q int) {
	l := p.l
	x := &l.b.Questions[q]
	for _, f := range x.When.Facts() {
		deep := p.visit(p.l.b.Facts[f].Item())
		if deep < q {
			continue
		}
		read, later := &l.b.Facts[f], l.b.Asked(deep).ID
		me := l.b.Facts[x.Fact].ID
		where := l.whenOf(x)
		m := words.Load.ReadsLater(me, read.ID, later)
		switch later {
		case me:
			m = words.Load.ReadsItself(me)
		case read.ID:
			m = words.Load.ReadsAskedLater(me, later)
		}
		l.bad(where, m)
	}
}

// whenOf is where a question's condition stands.
func (l *loader) whenOf(q *advisor.Question) at {
	for i := range l.f.Sections {
		s := &l.f.Sections[i]
		for k := range s.Questions {
			if r := &s.Questions[k]; r.At.pos() == q.Pos {
				switch {
				case r.When.there():
					return r.When.at
				case s.When.there():
					return s.When.at
				}
				return r.At
			}
		}
	}
	return at{}
}
