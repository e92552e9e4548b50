package advisor

import (
	"fmt"
	"strconv"
	"strings"

	"wangdai/advisor/fact"
	"wangdai/advisor/words"
)

// How an answer is written: in words for people, and as files hold it.

// FormatValue is a value in words: 2,000 元, 35.07%, 2026年11月30日, an option's
// text; 不清楚 for unknown and nothing for a fact not asked.
func (b *Base) FormatValue(i int, v fact.Value, l Lang) string {
	zh := l != fact.EN
	switch v.State {
	case fact.NotAsked, fact.Open:
		return ""
	case fact.Unknown:
		return Text(words.Reading.NotSure()).In(l)
	}
	f := &b.Facts[i]
	switch f.Kind {
	case fact.Choice:
		if v.N >= 0 && int(v.N) < len(f.Options) {
			return f.Options[v.N].Text.In(l)
		}
	case fact.Several:
		var parts []string
		for k := range f.Options {
			if v.Has(k) {
				parts = append(parts, f.Options[k].Text.In(l))
			}
		}
		if zh {
			return strings.Join(parts, "；")
		}
		return strings.Join(parts, "; ")
	case fact.YesNo:
		if v.N == 1 {
			return Text(words.Reading.Yes()).In(l)
		}
		return Text(words.Reading.No()).In(l)
	case fact.Day:
		return v.Date().In(l)
	case fact.Money:
		return fact.Fen(v.N).In(l)
	case fact.Percent:
		return fact.Rate(v.N).String()
	case fact.Number:
		return group(v.N)
	case fact.Schedule:
		return v.Plan.In(l)
	case fact.History:
		if len(v.Events) == 0 {
			return Text(words.Reading.NoEvents()).In(l)
		}
		var parts []string
		for _, e := range v.Events {
			parts = append(parts, e.On.String()+" "+f.Options[e.What].Text.In(l))
		}
		return strings.Join(parts, map[bool]string{true: "；", false: "; "}[zh])
	}
	return ""
}

func group(n int64) string { return fact.Group(strconv.FormatInt(n, 10)) }

// Written is a value as one types it, which [Base.ParseAnswer] reads back; ""
// for what is chosen from a list.
func (b *Base) Written(i int, v fact.Value) string {
	if v.State != fact.Known {
		return ""
	}
	switch b.Facts[i].Kind {
	case fact.Day:
		return v.Date().String()
	case fact.Money:
		return fact.Fen(v.N).Plain()
	case fact.Percent:
		return fact.Rate(v.N).String()
	case fact.Number:
		return strconv.FormatInt(v.N, 10)
	case fact.Schedule:
		return v.Plan.String()
	case fact.History:
		if len(v.Events) == 0 {
			return "0"
		}
		parts := make([]string, len(v.Events))
		for k, e := range v.Events {
			parts[k] = fmt.Sprintf("%s %d", e.On, e.What+1)
		}
		return strings.Join(parts, "; ")
	}
	return ""
}

// Raw is a value as YAML and JSON hold it, the inverse of DecodeAnswers.
func (b *Base) Raw(i int, v fact.Value) any {
	f := &b.Facts[i]
	if v.State != fact.Known {
		return nil
	}
	switch f.Kind {
	case fact.Choice:
		return f.Options[v.N].ID
	case fact.Several:
		ids := []string{}
		for k := range f.Options {
			if v.Has(k) {
				ids = append(ids, f.Options[k].ID)
			}
		}
		return ids
	case fact.YesNo:
		return v.N == 1
	case fact.Day:
		return v.Date().String()
	case fact.Money:
		return fact.Fen(v.N).Plain()
	case fact.Percent:
		return fact.Rate(v.N).String()
	case fact.Number:
		return v.N
	case fact.Schedule:
		p := v.Plan
		switch {
		case p.Periods > 0:
			return map[string]any{"periods": p.Periods, "each": p.Each.Plain()}
		case p.Days > 0:
			return map[string]any{"days": p.Days, "total": p.Total.Plain()}
		}
		list := []map[string]any{}
		for _, x := range p.Flow {
			list = append(list, map[string]any{"on": x.On.String(), "pay": x.Amount.Plain()})
		}
		return list
	case fact.History:
		if len(v.Events) == 0 {
			return "none"
		}
		list := []map[string]any{}
		for _, e := range v.Events {
			list = append(list, map[string]any{"on": e.On.String(), "what": f.Options[e.What].ID})
		}
		return list
	}
	return nil
}
