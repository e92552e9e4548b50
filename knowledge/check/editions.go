package check

import (
	"maps"
	"path"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/code"
	"wangdai/advisor/fact"
	"wangdai/advisor/words"
	"wangdai/knowledge/load"
)

// editionProblems are editions that cannot be read, or whose content is not
// the one that their name promises.
func editionProblems(b *advisor.Base) []load.Problem {
	var out []load.Problem
	seen := map[string]string{}
	for _, p := range b.Past {
		at := advisor.Pos{File: p.Name, Line: 1, Col: 1}
		e, err := code.ReadEdition(p)
		if err != nil {
			out = append(out, problemAt(at, words.Proof.EditionUnreadable(err.Error())))
			continue
		}
		day := path.Base(p.Name)
		day = day[:max(0, strings.LastIndexByte(day, '-'))]
		if d, err := fact.ISODate(day); err != nil || path.Base(load.EditionFile(e, d)) != path.Base(p.Name) {
			out = append(out, problemAt(at, words.Proof.EditionMisnamed(e.Number())))
		}
		if other, ok := seen[e.Number()]; ok {
			out = append(out, problemAt(at, words.Proof.EditionTwice(other)))
		}
		seen[e.Number()] = p.Name
	}
	return out
}

// editionDrift is where the questions differ from the recorded edition that is
// most like them, which is the last of the line they come from; several may be
// of one day. An option is gone, a question is asked of others: codes handed
// out would be read by the record, and whoever meant the change records the new
// edition.
func editionDrift(b *advisor.Base) []load.Problem {
	if len(b.Past) == 0 || b.Recorded() {
		return nil
	}
	now := editionLines(b.CurrentEdition().String())
	var least []load.Problem
	for i := range b.Past {
		if list := driftFrom(b, editionLines(b.Past[i].Text), now); least == nil || len(list) < len(least) {
			least = list
		}
	}
	return least
}

// driftFrom is what differs between the lines of two editions.
func driftFrom(b *advisor.Base, past, now map[string]string) []load.Problem {
	var out []load.Problem
	for _, id := range slices.Sorted(maps.Keys(past)) {
		if now[id] != past[id] {
			out = append(out, drifted(b, id, past[id], now[id]))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(now)) {
		if _, ok := past[id]; !ok {
			out = append(out, drifted(b, id, "", now[id]))
		}
	}
	return out
}

// askDrift are the asks that codes have no number for. A folder without the
// table keeps none.
func askDrift(b *advisor.Base) []load.Problem {
	if len(b.AskNumbers) == 0 {
		return nil
	}
	var out []load.Problem
	for _, i := range b.Unrecorded() {
		a := &b.Asks[i]
		out = append(out, problemAt(a.Pos, words.Proof.AskWithoutNumber(a.ID, load.AsksFile)))
	}
	return out
}

// editionLines are the lines of an edition's text by the fact they speak of.
func editionLines(text string) map[string]string {
	out := map[string]string{}
	for l := range strings.Lines(text) {
		if w := strings.Fields(l); len(w) > 1 && (w[0] == "ask" || w[0] == "let") {
			out[w[1]] = strings.TrimSpace(l)
		}
	}
	return out
}

func drifted(b *advisor.Base, id, was, is string) load.Problem {
	at := b.LongestAt
	if q, _ := b.Question(id); q != nil {
		at = q.Pos
	} else if f, _ := b.Fact(id); f != nil {
		at = f.Pos
	}
	return problemAt(at, words.Proof.Drifted(id, was, is))
}
