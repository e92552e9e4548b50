package load

import (
	"slices"
	"strconv"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/words"
)

// findingFiles puts the files of findings into the order of interview.yaml,
// in which reports tell what is equally urgent. Without such a list they
// stand by name.
func (l *loader) findingFiles() {
	if len(l.f.Interview.Findings) == 0 {
		return
	}
	const folder, ending = "findings/", ".yaml"
	by := map[string]*rawFindings{}
	var all []string
	for _, fs := range l.f.Findings {
		name := strings.TrimSuffix(strings.TrimPrefix(fs.At.src.name, folder), ending)
		by[name], all = fs, append(all, name)
	}
	var out []*rawFindings
	listed := map[string]bool{}
	for _, w := range l.f.Interview.Findings {
		fs := by[w.V]
		switch {
		case listed[w.V]:
			l.bad(w.at, words.Load.ListedTwice(w.V))
		case fs == nil:
			near := nearest(w.V, all)
			l.bad(w.at, words.Load.NoFindingsFile(folder, w.V, ending, near))
			if near := cond.Nearest(w.V, all); near != "" && !listed[near] {
				listed[near], out = true, append(out, by[near]) // the one that was meant
			}
		default:
			out = append(out, fs)
		}
		listed[w.V] = true
	}
	for _, name := range all {
		if !listed[name] {
			fs := by[name]
			out = append(out, fs)
			l.bad(at{fs.At.src, 1, 1}, words.Load.FindingsUnlisted(name))
		}
	}
	l.f.Findings = out
}

// common makes the shared steps and notes.
func (l *loader) common() {
	for i := range l.f.Steps {
		s := &l.f.Steps[i]
		if s.ID.there() {
			l.b.Steps = append(l.b.Steps, l.step(s, textUse{}))
		}
	}
	for i := range l.f.Evidence {
		l.b.Evidence = append(l.b.Evidence, l.note(&l.f.Evidence[i], textUse{}))
	}
	for i := range l.f.Avoid {
		l.b.Avoid = append(l.b.Avoid, l.note(&l.f.Avoid[i], textUse{}))
	}
}

func (l *loader) note(n *rawNote, u textUse) advisor.Note {
	return advisor.Note{ID: n.ID.V, When: l.cond(n.When), Text: l.text(n.Text, u), Pos: n.At.pos()}
}

func (l *loader) step(s *rawStep, u textUse) advisor.Step {
	x := advisor.Step{ID: s.ID.V, When: l.cond(s.When), ByDays: -1, ByDate: -1, Text: l.text(s.Text, u),
		Draft: s.Draft.V, Pos: s.At.pos()}
	for _, w := range s.With {
		if l.known("authority", w) {
			x.With = append(x.With, w.V)
		}
	}
	l.known("draft", s.Draft)
	switch n, unit, ok := period(s.By.V); {
	case !s.By.there():
	case s.By.V == "today":
		x.ByDays = 0
	case ok && unit == advisor.Days:
		x.ByDays = n
	case factID.fits(s.By.V):
		x.ByDate = l.date(s.By)
	default:
		l.bad(s.By.at, words.Load.BadBy(s.By.V))
	}
	return x
}

// steps are the shared steps that a finding or an answer names, and its own,
// which have no id.
func (l *loader) steps(list []rawStep, use textUse, who words.Pair) []advisor.Step {
	var out []advisor.Step
	for i := range list {
		s := &list[i]
		switch {
		case s.Ref.there():
			if l.known("step", s.Ref) {
				out = append(out, advisor.Step{ID: s.Ref.V, ByDays: -1, ByDate: -1, Pos: s.At.pos()})
			}
		case s.ID.there():
			l.bad(s.ID.at, words.Load.OwnStepWithID(who))
		default:
			out = append(out, l.step(s, use))
		}
	}
	return out
}

func (l *loader) certainty(w word) advisor.Certainty {
	return advisor.Certainty(l.one(w, advisor.Certainties()...))
}

// lawyer is how strongly a lawyer is recommended, or nil.
func (l *loader) lawyer(r *rawLawyer, use textUse) *advisor.Advice {
	if r == nil {
		return nil
	}
	return &advisor.Advice{Grade: advisor.Grade(l.one(r.Grade, advisor.Grades()...)), Reason: l.text(r.Text, use)}
}

// findings makes groups and findings.
func (l *loader) findings() {
	for _, fs := range l.f.Findings {
		when := l.cond(fs.When)
		l.text(fs.About, textUse{})
		for i := range fs.Groups {
			g := &fs.Groups[i]
			x := advisor.Group{ID: g.ID.V, Pos: g.At.pos()}
			if c := l.cond(g.Covers); c != nil {
				x.Covers = cond.Both(when, c)
			}
			l.b.Groups = append(l.b.Groups, x)
		}
		for i := range fs.Findings {
			l.finding(&fs.Findings[i], when)
		}
	}
}

// texts are the texts of its own that a finding has.
func (f *rawFinding) texts() []bi {
	out := []bi{f.Title, f.Text}
	for i := range f.Steps {
		out = append(out, f.Steps[i].Text)
	}
	for _, list := range [][]rawNote{f.Evidence, f.Avoid} {
		for i := range list {
			out = append(out, list[i].Text)
		}
	}
	if f.Lawyer != nil {
		out = append(out, f.Lawyer.Text)
	}
	return out
}

func (l *loader) finding(f *rawFinding, file *cond.Expr) {
	x := advisor.Finding{ID: f.ID.V, Rules: texts(f.Rules), When: cond.Both(file, l.cond(f.When)),
		Always: l.yes(f.Always), Doubt: l.yes(f.Doubt), Group: f.Exclusive.V, LawOn: l.date(f.LawOn), Pos: f.At.pos()}
	x.Urgency = advisor.Urgency(l.one(f.Urgency, advisor.Urgencies()...))
	x.Certainty = l.certainty(f.Certainty)
	if !f.When.there() && !x.Always {
		l.bad(f.At, words.Load.FindingWithoutWhen(f.ID.V))
	}
	if len(f.Rules) == 0 {
		l.bad(f.At, words.Load.FindingWithoutRule(f.ID.V))
	}
	l.known("group", f.Exclusive)
	x.Cites = l.cited(f.Cites, words.Named("finding", f.ID.V), f.texts()...)
	use := textUse{who: words.Named("finding", f.ID.V), cites: x.Cites, cited: true, key: "cites"}
	x.Title, x.Text = l.text(f.Title, use), l.text(f.Text, use)
	x.Steps = l.steps(f.Steps, use, words.Load.AFinding())
	for _, w := range f.Deadlines {
		if l.known("deadline", w) {
			l.use("fact", w.V)
			x.Deadlines = append(x.Deadlines, l.b.Facts[l.names[w.V].Index].Of)
		}
	}
	x.Evidence = l.notes(f, f.Evidence, "evidence", &l.b.Evidence, use)
	x.Avoid = l.notes(f, f.Avoid, "avoid", &l.b.Avoid, use)
	for _, w := range f.Drafts {
		if l.known("draft", w) {
			x.Drafts = append(x.Drafts, w.V)
		}
	}
	for _, w := range f.Authorities {
		if l.known("authority", w) {
			x.Authorities = append(x.Authorities, w.V)
		}
	}
	x.Lawyer = l.lawyer(f.Lawyer, use)
	// else it is told that what is cited is not there
	if len(x.Cites) > 0 || len(f.Cites) == 0 && !l.namesLaws(f.texts()) {
		l.settled(f.Certainty, x.Cites, x.LawOn)
	}
	l.b.Findings = append(l.b.Findings, x)
}

// notes are the shared notes a finding names, and its own, which get an id
// nobody can write.
func (l *loader) notes(f *rawFinding, list []rawNote, kind string, all *[]advisor.Note, use textUse) []string {
	var out []string
	for i := range list {
		n := &list[i]
		switch {
		case n.Ref.there():
			if l.known(kind, n.Ref) {
				out = append(out, n.Ref.V)
			}
		case n.ID.there():
			l.bad(n.ID.at, words.Load.OwnNoteWithID())
		default:
			x := l.note(n, use)
			x.ID = f.ID.V + "#" + strconv.Itoa(i+1)
			*all = append(*all, x)
			out = append(out, x.ID)
		}
	}
	return out
}

// settled checks that what is called settled rests on a text read officially.
func (l *loader) settled(certainty word, cites []advisor.Cite, lawOn int) {
	if certainty.V != "settled" {
		return
	}
	for _, c := range cites {
		for i := range l.b.Laws {
			if law := &l.b.Laws[i]; law.ID == c.Law && officially(law, c.On >= 0 || lawOn >= 0) {
				return
			}
		}
	}
	if len(cites) == 0 {
		l.bad(certainty.at, words.Load.SettledUncited())
		return
	}
	l.bad(certainty.at, words.Load.SettledUnread())
}

func officially(law *advisor.Law, anyVersion bool) bool {
	if anyVersion {
		return slices.ContainsFunc(law.Versions, func(v advisor.Version) bool { return v.Official })
	}
	return len(law.Versions) > 0 && law.Versions[0].Official
}
