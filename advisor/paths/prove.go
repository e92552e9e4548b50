package paths

import (
	"wangdai/advisor"
	"wangdai/advisor/cond"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// A Fault is something that does not hold for every set of answers.
type Fault struct {
	Pos advisor.Pos
	fact.Notice

	// Answers are those of someone it goes wrong for; what is missing is
	// 不清楚. nil where it goes wrong for everyone. They were replayed.
	Answers advisor.Answers

	Warning bool // nobody is told anything wrong by it
}

// A Proof is what was found. Nothing in Unproved is known to be wrong: it
// hangs on what a calculator says, and no real answers showed it.
type Proof struct {
	Faults   []Fault
	Unproved []Fault
	Nodes    int            // of all diagrams together: what to watch
	Ways     map[string]Way // by ask: how long the short way to it is
}

// Prove looks at every possible set of answers on that day: all questions,
// options and findings can be reached; no part of a condition is idle; nothing
// rests on what was never asked; groups hold what they promise; nobody leaves
// without a finding of their branch and an article in force; no question is
// asked in vain. The error says that the diagrams grew too large.
func Prove(b *advisor.Base, today fact.Date) (*Proof, error) {
	p := &prover{out: &Proof{}}
	err := guard(func() {
		p.encoder = encode(b, today, nodeLimit, lawDays(b))
		p.seek = newSeeker(p.encoder)
		p.shows()
		p.wide = &prover{encoder: encodeIn(allAsked, b, today, nodeLimit, lawDays(b))}
		p.wide.shows()
		p.questions()
		p.tables()
		p.findings()
		p.parts()
		p.unaskedReads()
		p.groups()
		p.asks()
		p.ways()
		p.gaps()
		p.citations()
		p.idleQuestions()
		p.calculators()
	})
	if p.encoder != nil {
		p.out.Nodes = len(p.m.nodes)
	}
	return p.out, err
}

type prover struct {
	*encoder
	seek *seeker
	out  *Proof
	ctx  []set   // by site: who can come to see what hangs on it
	wide *prover // the same, if everyone were asked everything
}

func (p *prover) fault(pos advisor.Pos, a advisor.Answers, m words.Message) {
	p.out.Faults = append(p.out.Faults, Fault{Pos: pos, Notice: fact.NoticeOf(m), Answers: a})
}

// open notes what could not be proven, and names the calculators it hangs on.
func (p *prover) open(pos advisor.Pos, s set, what words.Pair) {
	by := p.calculatorsIn(s)
	if len(by) == 0 { // then the diagrams are exact, and somebody must be found
		p.fault(pos, nil, words.Proof.NobodyFound(what))
		return
	}
	p.unproved(pos, words.Proof.HangsOn(what, by))
}

func (p *prover) unproved(pos advisor.Pos, what words.Pair) {
	p.out.Unproved = append(p.out.Unproved, Fault{Pos: pos, Notice: fact.Notice{What: advisor.Text(what)}})
}

// calculatorsIn names the calculators whose verdicts s hangs on.
func (p *prover) calculatorsIn(s set) []string {
	on := map[int32]bool{}
	p.m.support(s, map[set]bool{}, on)
	seen := map[int]bool{}
	var out []string
	for l := range p.bits {
		f := p.owner[l]
		if !on[l] || !p.facts[f].free || seen[f] {
			continue
		}
		seen[f] = true
		out = append(out, p.b.Facts[f].ID)
	}
	return out
}

// wrong tells a fault that someone in s suffers, with the answers of one such
// person for whom bad is so. Where a calculator rules all of them out, nothing
// is told; where that is not known, it is left unproved.
func (p *prover) wrong(pos advisor.Pos, s set, bad func(*advisor.State) bool, m words.Message) {
	if s == none {
		return
	}
	if a, ok := p.seek.find(s, bad); ok {
		p.fault(pos, p.seek.shorter(a, bad), m)
		return
	}
	p.open(pos, s, m.What())
}

// must notes that someone in s must really exist.
func (p *prover) must(pos advisor.Pos, s set, good func(*advisor.State) bool, m words.Message) {
	if s == none {
		p.fault(pos, nil, m)
		return
	}
	if _, ok := p.seek.find(s, good); !ok {
		p.open(pos, s, m.What())
	}
}

// truth is where a finding holds and where it does not.
func (p *prover) truth(i int) tf { return p.eval(p.b.Findings[i].When) }

// questions: each is asked of someone, and each option can be given.
func (p *prover) questions() {
	for i := range p.b.Questions {
		q := &p.b.Questions[i]
		f, c := &p.b.Facts[q.Fact], &p.facts[q.Fact]
		asked := p.m.and(c.asked, p.legal)
		p.must(p.at(q.When, q.Pos), asked, func(s *advisor.State) bool {
			return s.Values[q.Fact].State != fact.NotAsked
		},
			words.Proof.NeverAsked(f.ID))
		if asked == none {
			continue
		}
		for k := range f.Options {
			if c.n == len(f.Options) && p.m.and(asked, p.m.and(c.known, c.val[k])) == none {
				p.fault(f.Options[k].Pos, nil, words.Proof.NeverChosen(f.ID, f.Options[k].ID))
			}
		}
	}
}

// tables: each option of a derived fact comes up, and a named condition is not
// the same for everyone.
func (p *prover) tables() {
	for i := range p.b.Derived {
		d := &p.b.Derived[i]
		f, c := &p.b.Facts[d.Fact], &p.facts[d.Fact]
		if d.Rows == nil {
			x := p.eval(d.When)
			if p.m.and(x.t, p.legal) == none {
				p.fault(p.at(d.When, d.Pos), nil, words.Proof.HoldsForNobody(f.ID))
			} else if p.m.minus(p.legal, x.t) == none {
				p.fault(p.at(d.When, d.Pos), nil, words.Proof.HoldsForEveryone(f.ID))
			}
			continue
		}
		for k, row := range d.Rows {
			s := p.m.and(c.val[k], p.legal)
			p.must(p.at(row, f.Options[k].Pos), s, func(s *advisor.State) bool { return s.Values[d.Fact].Is(int64(k)) },
				words.Proof.NeverComesTo(f.ID, f.Options[k].ID))
		}
	}
}

// findings: each can be reached; none is there for everyone its file is for
// unless it says so.
func (p *prover) findings() {
	for i := range p.b.Findings {
		f := &p.b.Findings[i]
		x := p.truth(i)
		t := p.m.and(x.t, p.legal)
		p.must(p.at(own(f.When), f.Pos), t, func(s *advisor.State) bool { return s.Truth[i] == cond.True },
			words.Proof.FindingNever(f.ID))
		guard := all
		if g := guardOf(f); g != nil {
			guard = p.eval(g).t
		}
		missing := p.m.minus(p.m.and(guard, p.legal), x.t)
		switch {
		case f.Always && missing != none:
			p.wrong(p.at(own(f.When), f.Pos), missing, func(s *advisor.State) bool { return s.Truth[i] != cond.True },
				words.Proof.NotAlways(f.ID))
		case !f.Always && missing == none && t != none:
			p.fault(p.at(own(f.When), f.Pos), nil, words.Proof.ForEveryone(f.ID))
		}
	}
}

// own is the condition an entry gives itself, without its file's.
func own(e *cond.Expr) *cond.Expr {
	if e != nil && e.Joined() {
		return e.Kids[1]
	}
	return e
}

// guardOf is the condition of a finding's file, or nil.
func guardOf(f *advisor.Finding) *cond.Expr {
	switch {
	case f.When != nil && f.When.Joined():
		return f.When.Kids[0]
	case f.Always:
		return f.When // an always finding without a condition of its own
	}
	return nil
}

// at is where a condition was written, else where its entry stands.
func (e *encoder) at(x *cond.Expr, entry advisor.Pos) advisor.Pos {
	if x != nil {
		if p, ok := e.b.Places[x]; ok {
			return p
		}
	}
	return entry
}

// groups: findings that exclude each other never meet, and where a group says
// that it covers, nobody falls through.
func (p *prover) groups() {
	for g := range p.b.Groups {
		group := &p.b.Groups[g]
		var members []int
		for i := range p.b.Findings {
			if p.b.Findings[i].Group == group.ID {
				members = append(members, i)
			}
		}
		sum := none
		for n, i := range members {
			for _, j := range members[:n] {
				p.meet(group, j, i)
			}
			sum = p.m.or(sum, p.truth(i).t)
		}
		if group.Covers == nil {
			continue
		}
		hole := p.m.minus(p.m.and(p.eval(group.Covers).t, p.legal), sum)
		p.wrong(p.at(own(group.Covers), group.Pos), hole, func(s *advisor.State) bool {
			for _, i := range members {
				if s.Truth[i] == cond.True {
					return false
				}
			}
			return group.Covers.Holds(s.Values)
		}, words.Proof.GroupLeavesOut(group.ID))
	}
}

func (p *prover) meet(g *advisor.Group, i, j int) {
	x, y := &p.b.Findings[i], &p.b.Findings[j]
	both := p.m.and(p.m.and(p.truth(i).t, p.truth(j).t), p.legal)
	p.wrong(p.at(own(y.When), y.Pos), both, func(s *advisor.State) bool {
		return s.Truth[i] == cond.True &&
			s.Truth[j] == cond.True
	},
		words.Proof.GroupMeets(y.ID, x.ID, x.Pos.File, x.Pos.Line, g.ID))
}

// gaps: everyone leaves with a finding that is meant for their branch and
// cites law. A finding that people of every branch may get is meant for none.
func (p *prover) gaps() {
	list := p.branches()
	within := make([][]bool, len(p.b.Findings)) // by finding and branch
	for i := range p.b.Findings {
		within[i] = make([]bool, len(list))
		everywhere := len(list) > 1
		for k, br := range list {
			within[i][k] = p.m.and(p.m.and(p.truth(i).t, br.in), p.legal) != none
			everywhere = everywhere && within[i][k]
		}
		if everywhere {
			within[i] = make([]bool, len(list))
		}
	}
	if len(p.b.LawyerHow) == 0 {
		p.fault(p.b.DisclaimerAt, nil, words.Proof.NoLawyerHow())
	}
	for k, br := range list {
		left := p.m.and(br.in, p.legal)
		var meant []int
		for i := range p.b.Findings {
			if within[i][k] && len(p.b.Findings[i].Cites) > 0 {
				meant = append(meant, i)
				// What is there for everyone settles it first.
				if p.m.minus(left, p.truth(i).t) == none {
					left = none
				}
			}
		}
		for _, i := range meant {
			if left == none {
				break
			}
			left = p.m.minus(left, p.truth(i).t)
		}
		p.wrong(p.branchPos(br.id), left, func(s *advisor.State) bool {
			for _, i := range meant {
				if s.Truth[i] == cond.True {
					return false
				}
			}
			return p.inBranch(s, br.id)
		}, words.Proof.NothingCited(words.Pair(br.name)))
	}
}

func (p *prover) inBranch(s *advisor.State, id string) bool {
	f, i := p.b.Role()
	switch v := s.Values[max(i, 0)]; {
	case id == Everyone:
		return true
	case id == Unknown:
		return v.State == fact.Unknown
	default:
		return v.State == fact.Known && f.Options[v.N].ID == id
	}
}

func (p *prover) branchPos(id string) advisor.Pos {
	f, _ := p.b.Role()
	if f == nil {
		return p.b.LongestAt
	}
	for k := range f.Options {
		if f.Options[k].ID == id {
			return f.Options[k].Pos
		}
	}
	return f.Pos
}
