package load

import (
	"path"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// order lists the sections in the order of the interview.
func (l *loader) order() []*rawSection {
	by := map[string]*rawSection{}
	for i := range l.f.Sections {
		s := &l.f.Sections[i]
		name := strings.TrimSuffix(path.Base(s.Section.src.name), ".yaml")
		if s.Section.V != name {
			l.bad(s.Section.at, words.Load.OtherSection(s.Section.V, name))
			s.Section.V = name
		}
		if l.claim("section", &s.Section, anyID) {
			by[name] = s
		}
	}
	var out []*rawSection
	listed := map[string]bool{}
	for _, w := range l.f.Interview.Sections {
		if listed[w.V] {
			l.bad(w.at, words.Load.SectionTwice(w.V))
			continue
		}
		listed[w.V] = true
		s := by[w.V]
		if s == nil {
			var free []string
			for _, id := range l.ids("section") {
				if !slices.ContainsFunc(l.f.Interview.Sections, func(x word) bool { return x.V == id }) {
					free = append(free, id)
				}
			}
			fix := words.Load.MakeFile()
			if near := cond.Nearest(w.V, free); near != "" && !listed[near] {
				// Taken for the one that was meant, so that the order of
				// questions is not told as well.
				s, listed[near] = by[near], true
				fix = words.DidYouMean(near)
			}
			l.bad(w.at, words.Load.NoSection(w.V, fix))
		}
		if s != nil {
			out = append(out, s)
		}
	}
	for i := range l.f.Sections {
		if s := &l.f.Sections[i]; !listed[s.Section.V] {
			out = append(out, s) // so that what reads its questions is not told as well
			l.bad(s.Section.at, words.Load.SectionUnasked(s.Section.V))
		}
	}
	l.longest()
	return out
}

// longest reads how many questions an interview may have, by branch.
func (l *loader) longest() {
	l.b.Longest = map[string]int{}
	if w := l.f.Interview.Longest.All; w.there() {
		l.b.Longest[""], l.b.LongestAt = l.whole(w), w.pos()
	}
	for _, p := range l.f.Interview.Longest.Branches {
		key := p.Key.V
		if key == "all" {
			key = ""
		}
		l.b.Longest[key], l.b.LongestAt = l.whole(p.Value), p.Value.pos()
	}
}

// addFact makes a fact known, and returns its index.
func (l *loader) addFact(f advisor.Fact, id word) int {
	i := len(l.b.Facts)
	l.place = append(l.place, id.at)
	f.Pos = id.pos()
	if f.ID == "" {
		f.ID = id.V
	}
	l.b.Facts = append(l.b.Facts, f)
	n := cond.Name{Index: i, Kind: f.Kind, Label: f.Label.ZH, Unasked: -1}
	for _, o := range f.Options {
		n.Options = append(n.Options, o.ID)
	}
	n.Calculated = f.Origin == advisor.DeadlineDate || f.Origin == advisor.Calculated && f.Kind != fact.Choice &&
		f.Kind != fact.YesNo
	switch {
	case f.Unasked == "":
	case f.Kind == fact.YesNo && (f.Unasked == "yes" || f.Unasked == "no"):
		n.Unasked = map[string]int{"no": 0, "yes": 1}[f.Unasked]
	default:
		n.Unasked = slices.Index(n.Options, f.Unasked)
	}
	l.names[f.ID] = n
	return i
}

// options reads the options of a fact.
func (l *loader) options(list []rawOption, several, derived bool, who textUse) []advisor.Option {
	var out []advisor.Option
	seen := map[string]bool{}
	for _, o := range list {
		switch {
		case !factID.fits(o.ID.V):
			l.bad(o.ID.at, words.Load.BadOptionID(o.ID.V))
		case slices.Contains(reserved, o.ID.V):
			fix := words.Load.OtherName()
			if o.ID.V == "unknown" {
				fix = words.Load.UnknownByItself()
			}
			l.bad(o.ID.at, words.Load.ReservedOption(o.ID.V, fix))
		case seen[o.ID.V]:
			l.bad(o.ID.at, words.Load.OptionTwice(o.ID.V))
		}
		seen[o.ID.V] = true
		if o.Alone.there() && !several {
			l.bad(o.Alone.at, words.Load.AloneOfOne())
		}
		if o.When.there() && !derived {
			l.bad(o.When.at, words.Load.WhenOfOption())
		}
		if len(o.Was) > 0 && derived {
			l.bad(o.Was[0].at, words.Load.WasOfDerived())
		}
		out = append(out, advisor.Option{ID: o.ID.V, Was: texts(o.Was), Text: l.text(o.Text, who),
			Alone: l.yes(o.Alone), Pos: o.At.pos()})
	}
	return out
}

// questions makes the asked facts, in the order of asking.
func (l *loader) questions(sections []*rawSection) {
	for s, sec := range sections {
		l.b.Sections = append(l.b.Sections, advisor.Section{ID: sec.Section.V, Title: l.text(sec.Title, textUse{}),
			Pos: sec.At.pos()})
		for i := range sec.Questions {
			q := &sec.Questions[i]
			if !l.claim("fact", &q.Ask, factID) {
				continue
			}
			k := l.kind(q.Kind, len(q.Options) > 0, fact.Kinds()...)
			f := advisor.Fact{Kind: k, Label: l.text(q.Label, textUse{label: true}), Origin: advisor.Asked,
				Of: len(l.b.Questions), After: -1, Unasked: q.Unasked.V}
			f.Options = l.options(q.Options, k == fact.Several, false, textUse{})
			l.optionCount(q.At, q.Ask.V, k, q.Options)
			f.Range = l.bounds(q.Range, k)
			if q.Unasked.there() {
				l.unasked(q, f)
			}
			n := l.addFact(f, q.Ask)
			l.b.Questions = append(l.b.Questions, advisor.Question{Fact: n, Section: s, Was: texts(q.Was),
				Own: l.yes(q.Own), Topic: l.yes(q.Topic),
				Title: l.text(q.Title, textUse{}), Why: l.text(q.Why, textUse{}), How: l.text(q.How, textUse{}),
				Pos: q.At.pos()})
		}
	}
}

// oldNames checks the names of earlier times: one that is still a name, or the
// old name of two, would leave a code without meaning.
func (l *loader) oldNames() {
	taken := map[string]string{}
	check := func(w word, key, owner string, present bool) {
		shape := factID
		if strings.HasPrefix(key, "ask/") {
			shape = otherID
		}
		switch {
		case !shape.fits(w.V) && shape == otherID:
			l.bad(w.at, words.Load.BadID(w.V))
		case !shape.fits(w.V):
			l.bad(w.at, words.Load.BadFactID(w.V))
		case present:
			l.bad(w.at, words.Load.StillAName(w.V))
		case taken[key] != "":
			l.bad(w.at, words.Load.OldNameTwice(w.V, taken[key]))
		}
		taken[key] = owner
	}
	for _, f := range l.f.Asks {
		for i := range f.Asks {
			for _, w := range f.Asks[i].Was {
				check(w, "ask/"+w.V, f.Asks[i].Ask.V, l.has("ask", w.V))
			}
		}
	}
	for i := range l.f.Sections {
		for k := range l.f.Sections[i].Questions {
			q := &l.f.Sections[i].Questions[k]
			for _, w := range q.Was {
				check(w, w.V, q.Ask.V, l.has("fact", w.V))
			}
			for _, o := range q.Options {
				for _, w := range o.Was {
					check(w, q.Ask.V+"."+w.V, o.ID.V, slices.ContainsFunc(q.Options, func(x rawOption) bool {
						return x.ID.V == w.V
					}))
				}
			}
		}
	}
}

// branchQuestions reads which questions the program goes by: that of the role,
// which comes before all others, and whether somebody is safe. Both are choices
// that everyone is asked.
func (l *loader) branchQuestions() {
	read := func(w word) int {
		if n, ok := l.fact(w); w.there() && ok {
			f := &l.b.Facts[n.Index]
			if f.Origin == advisor.Asked && f.Kind == fact.Choice && l.b.Questions[f.Of].When == nil {
				return f.Of
			}
			l.bad(w.at, words.Load.NoBranchQuestion(w.V))
		}
		return -1
	}
	if l.f.Interview.Role.there() {
		if q := read(l.f.Interview.Role); q >= 0 {
			l.b.RoleID = l.f.Interview.Role.V
			if q > 0 {
				l.bad(l.f.Interview.Role.at, words.Load.RoleFirst(l.b.Facts[l.b.Questions[0].Fact].ID))
			}
		}
	}
	if l.f.Interview.Danger.there() {
		read(l.f.Interview.Danger)
	}
}

// kind reads a kind. A misspelt one is taken as what was probably meant, so
// that conditions on the fact are not told as well.
func (l *loader) kind(w word, options bool, all ...string) fact.Kind {
	l.one(w, all...)
	if k, ok := fact.KindOf(w.V); ok && slices.Contains(all, w.V) {
		return k
	}
	if k, ok := fact.KindOf(cond.Nearest(w.V, all)); ok {
		return k
	}
	if options {
		return fact.Choice
	}
	return fact.YesNo
}

func (l *loader) optionCount(p at, id string, k fact.Kind, list []rawOption) {
	n := len(list)
	switch needs := k == fact.Choice || k == fact.Several || k == fact.History; {
	case !needs && n > 0:
		l.bad(list[0].At, words.Load.OptionsOfKind(id, k.String()))
	case k == fact.Choice && n < 2, needs && n == 0:
		l.bad(p, words.Load.TooFewOptions(id))
	case k == fact.Several && n > 16:
		l.bad(p, words.Load.TooManyTicks(id))
	case n > 60:
		l.bad(p, words.Load.TooManyOptions(id))
	}
}

func (l *loader) unasked(q *rawQuestion, f advisor.Fact) {
	all := []string{"yes", "no"}
	if f.Kind != fact.YesNo {
		all = nil
		for _, o := range f.Options {
			all = append(all, o.ID)
		}
	}
	if len(all) == 0 {
		l.bad(q.Unasked.at, words.Load.UnaskedOfOptions())
		return
	}
	l.one(q.Unasked, all...)
}

// bounds reads a range: 1元..10000000元, 2010-01-01..today.
func (l *loader) bounds(w word, k fact.Kind) advisor.Range {
	if !w.there() {
		return advisor.Range{}
	}
	if !k.Ordered() {
		l.bad(w.at, words.Load.RangeOfOrdered())
		return advisor.Range{}
	}
	example := map[fact.Kind]string{fact.Day: "2010-01-01..today", fact.Money: words.RangeOfMoney,
		fact.Percent: "0%..100%", fact.Number: "0..500"}[k]
	lo, hi, ok := strings.Cut(w.V, "..")
	r := advisor.Range{Set: true, LoWritten: strings.TrimSpace(lo), HiWritten: strings.TrimSpace(hi)}
	var okLo, okHi bool
	r.Lo, r.LoToday, okLo = bound(r.LoWritten, k)
	r.Hi, r.HiToday, okHi = bound(r.HiWritten, k)
	switch {
	case !ok || !okLo || !okHi:
		l.bad(w.at, words.Load.BadRange(w.V, example))
	case r.LoToday == r.HiToday && r.Lo > r.Hi:
		l.bad(w.at, words.Load.RangeReversed())
	}
	return r
}
