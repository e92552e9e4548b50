package check

import (
	"maps"
	"path"
	"slices"
	"strings"

	"wangdai/advisor"
	"wangdai/advisor/code"
	"wangdai/advisor/fact"
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
			out = append(out, problemAt(at, "这一版问题的记录读不懂（"+err.Error()+"）", "从版本库里取回原来的文件，不要改它",
				"the record of this edition cannot be read ("+err.Error()+")", "restore the file; it is never changed"))
			continue
		}
		day := path.Base(p.Name)
		day = day[:max(0, strings.LastIndexByte(day, '-'))]
		if d, err := fact.ISODate(day); err != nil || path.Base(load.EditionFile(e, d)) != path.Base(p.Name) {
			out = append(out, problemAt(at, "内容和文件名里的版本号不合，应为 "+e.Number(), "从版本库里取回原来的文件，不要改它",
				"its content is not the edition its name says, but "+e.Number(), "restore the file; it is never changed"))
		}
		if other, ok := seen[e.Number()]; ok {
			out = append(out, problemAt(at, "和 "+other+" 是同一个版本号", "删掉其中一个", "the same edition as "+other, "delete one of them"))
		}
		seen[e.Number()] = p.Name
	}
	return out
}

// editionDrift is where the questions differ from the edition recorded last: an
// option that is gone, a question asked of others. Codes handed out would be
// read by the record; whoever meant the change records the new edition.
func editionDrift(b *advisor.Base) []load.Problem {
	if len(b.Past) == 0 || b.Recorded() {
		return nil
	}
	past := editionLines(b.Past[len(b.Past)-1].Text)
	now := editionLines(b.CurrentEdition().String())
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
		out = append(out, problemAt(a.Pos, "一问 "+a.ID+" 在 "+load.AsksFile+" 里还没有号，续答码记不住它",
			"运行 wangdai edition --record knowledge；只是改了名字的，在它下面写 was: [旧名]",
			"the ask "+a.ID+" has no number in "+load.AsksFile+" yet, by which codes would know it",
			"run wangdai edition --record knowledge; where it was only renamed, write was: [old name] below it"))
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
	none := fact.Text{ZH: "没有", EN: "nothing"}
	show := func(s, without string) string {
		if s == "" {
			return without
		}
		return s
	}
	return problemAt(at, "和存档的问题不同："+id+"，原来是「"+show(was, none.ZH)+"」，现在是「"+show(is, none.ZH)+"」", meantZH,
		"not as in the recorded edition: "+id+" was “"+show(was, none.EN)+"” and is “"+show(is, none.EN)+"”", meantEN)
}
