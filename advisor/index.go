package advisor

import "wangdai/advisor/code"

// index is what look-ups need; it is rebuilt whenever a Base is loaded.
type index struct {
	facts, questions, renamed, findings, laws, numbers, scales, rates, authorities map[string]int
	steps, evidence, avoid, drafts, deadlines, groups, asks                        map[string]int
	options                                                                        [][]string // ids, by fact
	edition                                                                        *code.Edition
	// by number in codes, as recorded
	askIDs      []string
	askNumber   []int // by ask
	renamedAsks map[string]int
	calculators []bound // by calculation
	hang        hangs
}

func indexOf[T any](list []T, id func(*T) string) map[string]int {
	m := make(map[string]int, len(list))
	for i := range list {
		m[id(&list[i])] = i
	}
	return m
}

// Index builds the look-ups. Call it after filling a Base, and again after
// changing what hangs on what.
func (b *Base) Index() {
	b.index = index{
		facts:       indexOf(b.Facts, func(x *Fact) string { return x.ID }),
		questions:   indexOf(b.Questions, func(x *Question) string { return b.Facts[x.Fact].ID }),
		findings:    indexOf(b.Findings, func(x *Finding) string { return x.ID }),
		laws:        indexOf(b.Laws, func(x *Law) string { return x.ID }),
		numbers:     indexOf(b.Numbers, func(x *NumberTable) string { return x.ID }),
		scales:      indexOf(b.Scales, func(x *ScaleTable) string { return x.ID }),
		rates:       indexOf(b.Rates, func(x *RateTable) string { return x.ID }),
		authorities: indexOf(b.Authorities, func(x *Authority) string { return x.ID }),
		steps:       indexOf(b.Steps, func(x *Step) string { return x.ID }),
		evidence:    indexOf(b.Evidence, func(x *Note) string { return x.ID }),
		avoid:       indexOf(b.Avoid, func(x *Note) string { return x.ID }),
		drafts:      indexOf(b.Drafts, func(x *Draft) string { return x.ID }),
		deadlines:   indexOf(b.Deadlines, func(x *Deadline) string { return b.Facts[x.Fact].ID }),
		groups:      indexOf(b.Groups, func(x *Group) string { return x.ID }),
		asks:        indexOf(b.Asks, func(x *Ask) string { return x.ID }),
	}
	for i := range b.Facts {
		b.index.options = append(b.index.options, b.Facts[i].optionIDs())
	}
	b.index.calculators, b.index.hang = b.bind(), b.hangs()
	b.index.renamed = map[string]int{}
	for i := range b.Questions {
		for _, id := range b.Questions[i].Was {
			b.index.renamed[id] = i
		}
	}
	b.index.edition = editionOf(b)
	b.numberAsks()
	b.findShown()
}

func lookup[T any](m map[string]int, list []T, id string) *T {
	if i, ok := m[id]; ok {
		return &list[i]
	}
	return nil
}

// Fact is the fact of that id and its index, or nil.
func (b *Base) Fact(id string) (*Fact, int) {
	if i, ok := b.index.facts[id]; ok {
		return &b.Facts[i], i
	}
	return nil, -1
}

// Role is the fact that says which branch a person is of, and its index, or
// nil where the law has no branches.
func (b *Base) Role() (*Fact, int) { return b.Fact(b.RoleID) }

// Question is the question that asks that fact, and its index, or nil.
func (b *Base) Question(id string) (*Question, int) {
	if i, ok := b.index.questions[id]; ok {
		return &b.Questions[i], i
	}
	return nil, -1
}

// Finding is the finding of that id, or nil.
func (b *Base) Finding(id string) *Finding { return lookup(b.index.findings, b.Findings, id) }

// Law is the law of that id, or nil.
func (b *Base) Law(id string) *Law { return lookup(b.index.laws, b.Laws, id) }

// NumberTable is the number of that id, or nil.
func (b *Base) NumberTable(id string) *NumberTable { return lookup(b.index.numbers, b.Numbers, id) }

// ScaleTable is the fee scale of that id, or nil.
func (b *Base) ScaleTable(id string) *ScaleTable { return lookup(b.index.scales, b.Scales, id) }

// RateTable is the rate of that id, or nil.
func (b *Base) RateTable(id string) *RateTable { return lookup(b.index.rates, b.Rates, id) }

// Authority is the authority of that id, or nil.
func (b *Base) Authority(id string) *Authority {
	return lookup(b.index.authorities, b.Authorities, id)
}

// Step is the shared step of that id, or nil.
func (b *Base) Step(id string) *Step { return lookup(b.index.steps, b.Steps, id) }

// Shared is the step itself, where a finding or an answer only names a shared
// one.
func (b *Base) Shared(st *Step) *Step {
	if st.ID != "" && st.Text.IsZero() {
		if x := b.Step(st.ID); x != nil {
			return x
		}
	}
	return st
}

// EvidenceNote is the shared note on evidence of that id, or nil.
func (b *Base) EvidenceNote(id string) *Note { return lookup(b.index.evidence, b.Evidence, id) }

// AvoidNote is the shared note on what to avoid of that id, or nil.
func (b *Base) AvoidNote(id string) *Note { return lookup(b.index.avoid, b.Avoid, id) }

// Draft is the letter of that id, or nil.
func (b *Base) Draft(id string) *Draft { return lookup(b.index.drafts, b.Drafts, id) }

// Deadline is the deadline whose date has that fact id, or nil.
func (b *Base) Deadline(id string) *Deadline { return lookup(b.index.deadlines, b.Deadlines, id) }

// Group is the group of that id, or nil.
func (b *Base) Group(id string) *Group { return lookup(b.index.groups, b.Groups, id) }
