package advisor

import (
	"maps"
	"slices"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// Questions and options may be given better names. Codes on paper and files
// of answers hold the old ones, which the knowledge keeps beside the new
// (was: [v_what]): they are still read, and whoever writes files is told.

// renamed is the question that had that id, or nil.
func (b *Base) renamed(id string) *Question {
	if i, ok := b.index.renamed[id]; ok {
		return &b.Questions[i]
	}
	return nil
}

// present is the question that has that id, or had it once.
func (b *Base) present(id string) *Question {
	if q, _ := b.Question(id); q != nil {
		return q
	}
	return b.renamed(id)
}

// presentOption is the option that has that id, or had it once, or -1.
func (f *Fact) presentOption(id string) int {
	if k := f.option(id); k >= 0 {
		return k
	}
	return slices.IndexFunc(f.Options, func(o Option) bool { return slices.Contains(o.Was, id) })
}

// PresentAsk is the ask that has that id, or had it once, and its index, or nil
// and -1.
func (b *Base) PresentAsk(id string) (*Ask, int) {
	if a, i := b.Ask(id); a != nil {
		return a, i
	}
	if i, ok := b.index.renamedAsks[id]; ok {
		return &b.Asks[i], i
	}
	return nil, -1
}

// numberAsks gives each ask the number that codes know it by: its place in the
// record. Those that are not recorded yet come behind, and their codes cannot be
// relied on, which check says.
func (b *Base) numberAsks() {
	x := &b.index
	x.renamedAsks = map[string]int{}
	for i := range b.Asks {
		for _, id := range b.Asks[i].Was {
			x.renamedAsks[id] = i
		}
	}
	x.askIDs, x.askNumber = slices.Clone(b.AskNumbers), make([]int, len(b.Asks))
	numbers := map[int]int{}
	for n, id := range x.askIDs {
		if _, i := b.PresentAsk(id); i >= 0 {
			numbers[i] = n
		}
	}
	for i := range b.Asks {
		n, ok := numbers[i]
		if !ok {
			n = len(x.askIDs)
			x.askIDs = append(x.askIDs, b.Asks[i].ID)
		}
		x.askNumber[i] = n
	}
}

// Unrecorded are the asks that have no number for codes yet, by index.
func (b *Base) Unrecorded() []int {
	var out []int
	for i, n := range b.index.askNumber {
		if n >= len(b.AskNumbers) {
			out = append(out, i)
		}
	}
	return out
}

// An OldName is a name of earlier times that stands in a file of answers.
type OldName struct {
	Question string // where it stands, by its present name
	Was, Now string
}

// PresentNames puts answers as YAML or JSON hold them under the names of
// today, and says which it changed. A question given under both its names is
// an [*InputError].
func (b *Base) PresentNames(raw map[string]any) (map[string]any, []OldName, []error) {
	out := make(map[string]any, len(raw))
	var old []OldName
	var errs []error
	for _, id := range slices.Sorted(maps.Keys(raw)) {
		q := b.present(id)
		if q == nil {
			out[id] = raw[id]
			continue
		}
		f := &b.Facts[q.Fact]
		if f.ID != id {
			if _, both := raw[f.ID]; both {
				errs = append(errs, wrong(id, words.Answering.BothNames(id, f.ID)))
				continue
			}
			old = append(old, OldName{f.ID, id, f.ID})
		}
		out[f.ID] = f.presentValue(raw[id], &old)
	}
	return out, old, errs
}

// presentValue puts option ids in an answer under their names of today.
func (f *Fact) presentValue(raw any, old *[]OldName) any {
	switch x := raw.(type) {
	case string:
		if f.Kind != fact.Choice && f.Kind != fact.Several {
			return raw
		}
		if k := f.presentOption(x); k >= 0 && f.Options[k].ID != x {
			*old = append(*old, OldName{f.ID, x, f.Options[k].ID})
			return f.Options[k].ID
		}
	case []any:
		now := make([]any, len(x))
		for i := range x {
			now[i] = f.presentValue(x[i], old)
		}
		return now
	case map[string]any:
		what, ok := x["what"].(string)
		if k := f.presentOption(what); f.Kind == fact.History && ok && k >= 0 && f.Options[k].ID != what {
			now := make(map[string]any, len(x))
			for key, v := range x {
				now[key] = v
			}
			now["what"] = f.Options[k].ID
			*old = append(*old, OldName{f.ID, what, f.Options[k].ID})
			return now
		}
	}
	return raw
}
